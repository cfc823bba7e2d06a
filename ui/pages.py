"""The pages of the program, in the order of the rail; each is imported when it is first shown."""

from __future__ import annotations

from ui.desk import Desk
from ui.marked import QT_TRANSLATE_NOOP
from ui.page import Page, PageSpec


def _today(desk: Desk) -> Page:
    from ui.today.page import TodayPage

    return TodayPage(desk)


def _registration(desk: Desk) -> Page:
    from ui.registration.page import RegistrationPage

    paper = desk.paper
    if paper is None:
        return RegistrationPage(desk)
    return RegistrationPage(desk, print_form=lambda registered: paper.print_form(registered.customer_id))


def _customers(desk: Desk) -> Page:
    from ui.customers.page import CustomersPage

    paper = desk.paper
    if paper is None:
        return CustomersPage(desk)
    return CustomersPage(desk, print_form=paper.preview_form, print_dossier=paper.preview_dossier)


def _followups(desk: Desk) -> Page:
    from ui.followups.page import CalendarPage

    return CalendarPage(desk)


def _care(desk: Desk) -> Page:
    from ui.care.page import CarePage

    return CarePage(desk)


def _complaints(desk: Desk) -> Page:
    from ui.complaints.page import ComplaintsPage

    return ComplaintsPage(desk)


def _forms(desk: Desk) -> Page:
    from app.states import FormKind
    from ui.registration.forms_page import FormsPage

    paper = desk.paper
    if paper is None:
        return FormsPage(desk)
    return FormsPage(
        desk,
        {
            FormKind.REGISTRATION: (paper.print_booklet, paper.preview_booklet),
            FormKind.VISIT: (paper.print_visit_booklet, paper.preview_visit_booklet),
            FormKind.COMPLAINT: (paper.print_complaint_booklet, paper.preview_complaint_booklet),
        },
    )


def _exchange(desk: Desk) -> Page:
    from ui.exchange.page import ExchangePage

    return ExchangePage(desk)


def _settings(desk: Desk) -> Page:
    from ui.settings.page import SettingsPage

    return SettingsPage(desk)


PAGES: tuple[PageSpec, ...] = (
    PageSpec(name="today", title=QT_TRANSLATE_NOOP("pages", "Today"), icon="today", build=_today),
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
    PageSpec(
        name="followups", title=QT_TRANSLATE_NOOP("pages", "Calendar"), icon="calendar", build=_followups
    ),
    PageSpec(name="care", title=QT_TRANSLATE_NOOP("pages", "Care"), icon="gift", build=_care),
    PageSpec(
        name="complaints",
        title=QT_TRANSLATE_NOOP("pages", "Complaints"),
        icon="complaints",
        build=_complaints,
    ),
    PageSpec(name="forms", title=QT_TRANSLATE_NOOP("pages", "Forms"), icon="document", build=_forms),
    PageSpec(name="exchange", title=QT_TRANSLATE_NOOP("pages", "Import"), icon="import", build=_exchange),
    PageSpec(
        name="settings",
        title=QT_TRANSLATE_NOOP("pages", "Settings"),
        icon="settings",
        build=_settings,
        at_foot=True,
        key="Ctrl+,",
    ),
)
