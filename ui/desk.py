"""What every page is given to work with; there is no way from a page to the window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from ui.changes import Changes
from ui.i18n import Language
from ui.messages import Messages
from ui.tasks import Tasks
from ui.theme import Look, Theme

if TYPE_CHECKING:
    from app.wiring import Desk as OpenDesk


class Navigation(QObject):
    """Asks for another page; whoever owns the pages answers."""

    wanted = Signal(str, object)
    counted = Signal(str, int)

    def open(self, page: str, subject: object = None) -> None:
        """Show a page by name and tell it what to show: `open("customers", customer_id)`."""
        self.wanted.emit(page, subject)

    def show_count(self, page: str, count: int) -> None:
        """Put a number on the page's button in the rail: how much waits there; 0 takes it away."""
        self.counted.emit(page, count)


class Screen(Protocol):
    """What a person chooses about the screen itself; the settings page shows it."""

    @property
    def look(self) -> Look: ...

    def choose_look(self, look: Look) -> None: ...

    @property
    def language(self) -> Language: ...

    def choose_language(self, language: Language) -> None: ...

    @property
    def reminds(self) -> bool: ...

    def choose_reminders(self, on: bool) -> None: ...


class Paper(Protocol):
    """Printing as pages use it (`ui.printing.service.Printing`): what is printed was committed before."""

    def print_form(self, customer_id: UUID) -> None: ...

    def print_dossier(self, customer_id: UUID) -> None: ...

    def print_booklet(self, batch_id: UUID) -> None: ...

    def print_visit(self, followup_id: UUID) -> None: ...

    def print_visit_booklet(self, batch_id: UUID) -> None: ...

    def preview_visit(self, followup_id: UUID) -> None: ...

    def preview_visit_booklet(self, batch_id: UUID) -> None: ...

    def print_complaint(self, ticket_id: UUID) -> None: ...

    def preview_complaint(self, ticket_id: UUID) -> None: ...

    def preview_ticket_dossier(self, ticket_id: UUID) -> None: ...

    def print_complaint_booklet(self, batch_id: UUID) -> None: ...

    def preview_complaint_booklet(self, batch_id: UUID) -> None: ...

    def preview_phone_log(self, account_id: UUID, day: date) -> None: ...

    def preview_figures(self, account_id: UUID, first: date, last: date) -> None: ...

    def preview_contact_report(self, account_id: UUID, day: date) -> None: ...

    def preview_form(self, customer_id: UUID) -> None: ...

    def preview_dossier(self, customer_id: UUID) -> None: ...

    def preview_booklet(self, batch_id: UUID) -> None: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Desk:
    """The tools of a page."""

    tasks: Tasks
    messages: Messages
    changes: Changes
    navigation: Navigation
    theme: Theme
    screen: Screen
    opened: OpenDesk | None = None
    """The open database with its folder and key, for the settings and printing; None in small tests."""
    paper: Paper | None = None
    """Forms and dossiers to the printer; None in small tests."""
