"""Settings: sections at the left, one of them open at the right."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from app.work import Topic
from ui.desk import Desk
from ui.page import Page
from ui.settings.approvals import ApprovalsSection
from ui.settings.calendar import CalendarSection
from ui.settings.letterhead import LetterheadSection
from ui.settings.limits import LimitsSection
from ui.settings.own_password import OwnPasswordSection
from ui.settings.people import PeopleSection
from ui.settings.rules import RulesSection
from ui.settings.screen import ScreenSection
from ui.settings.section import Section
from ui.settings.sections_list import SectionsList
from ui.settings.security import SecuritySection
from ui.settings.ticket_categories import TicketCategoriesSection
from ui.settings.ticket_flows import TicketFlowsSection
from ui.settings.ticket_limits import TicketLimitsSection
from ui.theme import GAP
from ui.widgets.surface import Surface

ICONS = (
    "contrast",
    "lock",
    "customers",
    "branch",
    "database",
    "calendar",
    "history",
    "complaints",
    "columns",
    "clock",
    "check",
    "filter",
)


class SettingsPage(Page):
    """Ctrl+, opens it; arrows go through the sections, Tab into one."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.ACCOUNTS, Topic.LISTS, Topic.DAYS, Topic.FOLLOWUPS, Topic.FLOWS}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.sections: list[Section] = [
            ScreenSection(desk),
            OwnPasswordSection(desk),
            PeopleSection(desk),
            LetterheadSection(desk),
            SecuritySection(desk),
            CalendarSection(desk),
            RulesSection(desk),
            TicketFlowsSection(desk),
            TicketCategoriesSection(desk),
            TicketLimitsSection(desk),
            ApprovalsSection(desk),
            LimitsSection(desk),
        ]
        self.list = SectionsList(
            [(icon, section.heading) for icon, section in zip(ICONS, self.sections, strict=True)]
        )
        self.list.setAccessibleName(self.tr("Settings"))
        self.stack = QStackedWidget()
        for section in self.sections:
            self.stack.addWidget(section)
        self.list.chosen.connect(self._on_section_chosen)
        ground = Surface()
        ground.column.addWidget(self.stack)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        row.setSpacing(2 * GAP)
        row.addWidget(self.list)
        row.addWidget(ground, 1)
        self.list.choose(0)

    @property
    def section(self) -> Section:
        """The open one."""
        return self.sections[self.stack.currentIndex()]

    def reload(self) -> None:
        self.section.reload()

    def save(self) -> None:
        self.section.save()

    def has_unsaved(self) -> bool:
        return any(section.has_unsaved() for section in self.sections)

    def open_subject(self, subject: object) -> None:
        """Open a section by its name: "holidays" or "rules"."""
        kinds = {"holidays": CalendarSection, "rules": RulesSection}
        wanted = kinds.get(str(subject))
        for number, section in enumerate(self.sections):
            if wanted is not None and isinstance(section, wanted):
                self.list.choose(number)

    def focus_first(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_section_chosen(self, number: int) -> None:
        self.stack.setCurrentIndex(number)
        self.section.reload()
