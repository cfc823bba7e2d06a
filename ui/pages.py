"""The pages of the program, in the order of the rail; each is imported when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.desk import Desk
from ui.marked import QT_TRANSLATE_NOOP
from ui.page import Page, PageSpec

if TYPE_CHECKING:
    from ui.printing.service import Printing


def _registration(desk: Desk) -> Page:
    from ui.registration.page import RegistrationPage

    printing = _printing(desk)
    if printing is None:
        return RegistrationPage(desk)
    return RegistrationPage(desk, print_form=lambda registered: printing.print_form(registered.customer_id))


def _customers(desk: Desk) -> Page:
    from ui.customers.page import CustomersPage

    printing = _printing(desk)
    if printing is None:
        return CustomersPage(desk)
    return CustomersPage(desk, print_form=printing.preview_form, print_dossier=printing.preview_dossier)


def _exchange(desk: Desk) -> Page:
    from ui.exchange.page import ExchangePage

    return ExchangePage(desk)


def _printing(desk: Desk) -> Printing | None:
    """The one printing service of a window; it ends with the window's tasks."""
    if desk.opened is None:
        return None
    from ui.printing.service import Printing

    known = desk.tasks.findChild(Printing)
    if isinstance(known, Printing):
        return known
    return Printing(desk.tasks, desk.messages, desk.opened.folder.settings, parent=desk.tasks)


PAGES: tuple[PageSpec, ...] = (
    PageSpec(
        name="registration",
        title=QT_TRANSLATE_NOOP("pages", "Register"),
        icon="register",
        build=_registration,
        key="F2",
    ),
    PageSpec(
        name="customers", title=QT_TRANSLATE_NOOP("pages", "Customers"), icon="customers", build=_customers
    ),
    PageSpec(name="exchange", title=QT_TRANSLATE_NOOP("pages", "Import"), icon="import", build=_exchange),
)
