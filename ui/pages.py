"""The pages of the program, in the order of the rail; each is imported when it is first shown."""

from __future__ import annotations

from ui.desk import Desk
from ui.marked import QT_TRANSLATE_NOOP
from ui.page import Page, PageSpec


def _registration(desk: Desk) -> Page:
    from ui.registration.page import RegistrationPage

    return RegistrationPage(desk)


def _customers(desk: Desk) -> Page:
    from ui.customers.page import CustomersPage

    return CustomersPage(desk)


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
)
