"""Limits and scores: each value saved by itself when its field is left."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout

from app.limits import LIMITS, Group, Limit, change_limit, limit_value, read_limits
from app.lists import change_setting, setting
from app.states import ConsentPurpose, Permission
from app.work import Work
from ui.care.working_out import work_out_services
from ui.desk import Desk
from ui.marked import QT_TRANSLATE_NOOP
from ui.settings.section import Section, needs
from ui.theme import GAP
from ui.widgets.choice import CheckField
from ui.widgets.line import LineField
from ui.widgets.surface import heading

SERVICE: Final = frozenset({"service-months", "service-km", "service-km-a-day-most"})
CONSENT: Final = "consent-default"
LABELS: Final = {
    "entry-deadline": QT_TRANSLATE_NOOP("settings", "Paper forms are entered by"),
    "registration-form-edition": QT_TRANSLATE_NOOP("settings", "Edition of the registration form"),
    "privacy-edition": QT_TRANSLATE_NOOP("settings", "Edition of the privacy notice"),
    "password-minimum": QT_TRANSLATE_NOOP("settings", "Shortest password (characters)"),
    "sign-in-failures": QT_TRANSLATE_NOOP("settings", "Wrong passwords before a wait"),
    "sign-in-wait-seconds": QT_TRANSLATE_NOOP("settings", "First wait (seconds)"),
    "sign-in-wait-most-seconds": QT_TRANSLATE_NOOP("settings", "Longest wait (seconds)"),
    "attachment-most-megabytes": QT_TRANSLATE_NOOP("settings", "Largest attachment (MB)"),
    "import-most-megabytes": QT_TRANSLATE_NOOP("settings", "Largest file to import (MB)"),
    "import-most-rows": QT_TRANSLATE_NOOP("settings", "Most rows of an import"),
    "visit-form-edition": QT_TRANSLATE_NOOP("settings", "Edition of the visit form"),
    "phone-log-edition": QT_TRANSLATE_NOOP("settings", "Edition of the telephone log"),
    "followup-closes-ahead-days": QT_TRANSLATE_NOOP("settings", "A contact closes steps due within (days)"),
    "followup-flood": QT_TRANSLATE_NOOP("settings", "Ask before more plans than"),
    "followup-missed-days": QT_TRANSLATE_NOOP("settings", "Days unreached before a letter or SMS"),
    "followup-grace-days": QT_TRANSLATE_NOOP("settings", "Days of grace before a follow-up is late"),
    "followup-horizon-days": QT_TRANSLATE_NOOP("settings", "Furthest a follow-up is planned (days)"),
    "visit-minutes": QT_TRANSLATE_NOOP("settings", "Usual length of a visit (minutes)"),
    "reminder-lead-minutes": QT_TRANSLATE_NOOP("settings", "Remind so many minutes before"),
    "two-owner-classes": QT_TRANSLATE_NOOP("settings", "Classes that need two owners"),
    "two-owner-levels": QT_TRANSLATE_NOOP("settings", "Intent levels of new customers that need two"),
    "two-owner-new-days": QT_TRANSLATE_NOOP("settings", "A customer is new for (days)"),
    "second-owner-contact-days": QT_TRANSLATE_NOOP("settings", "Each owner is in touch every (days)"),
    "service-months": QT_TRANSLATE_NOOP("settings", "Service due after (months)"),
    "today-came-days": QT_TRANSLATE_NOOP(
        "settings", "Today names incomplete cards of who came within (days)"
    ),
    "service-km": QT_TRANSLATE_NOOP("settings", "Service due after (km)"),
    "service-km-a-day-most": QT_TRANSLATE_NOOP("settings", "Most km a day believed"),
    "service-remind-days": QT_TRANSLATE_NOOP("settings", "Remind of a service before (days)"),
    "care-ahead-days": QT_TRANSLATE_NOOP("settings", "Occasions shown ahead (days)"),
    "message-answer-days": QT_TRANSLATE_NOOP("settings", "An answer is due after (days)"),
    "under-age": QT_TRANSLATE_NOOP("settings", "Nobody under this age is written to"),
    "needs": QT_TRANSLATE_NOOP("settings", "Needs"),
    "competitor_advantage": QT_TRANSLATE_NOOP("settings", "Competitor's advantage"),
    "our_difference": QT_TRANSLATE_NOOP("settings", "Our difference"),
    "next_improvement": QT_TRANSLATE_NOOP("settings", "Next improvement"),
    "feedback": QT_TRANSLATE_NOOP("settings", "Customer's feedback"),
    "next_strategy": QT_TRANSLATE_NOOP("settings", "Next strategy"),
    "complaint-form-edition": QT_TRANSLATE_NOOP("settings", "Edition of the complaint form"),
    "ticket-default-severity": QT_TRANSLATE_NOOP("settings", "Severity when nobody says"),
    "ticket-warn-handler-percent": QT_TRANSLATE_NOOP("settings", "Handler warned when used (%)"),
    "ticket-warn-manager-percent": QT_TRANSLATE_NOOP("settings", "Manager warned when used (%)"),
    "ticket-headquarters-minutes": QT_TRANSLATE_NOOP(
        "settings", "Headquarters told after a breach (working minutes)"
    ),
    "ticket-repeat-count": QT_TRANSLATE_NOOP("settings", "Complaints that make a repeat"),
    "ticket-repeat-days": QT_TRANSLATE_NOOP("settings", "Repeats counted within (days)"),
    "ticket-similar-days": QT_TRANSLATE_NOOP("settings", "Similar tickets looked for within (days)"),
    "problem-check-days": QT_TRANSLATE_NOOP("settings", "An improvement is checked after (days)"),
    "sms-most-parts": QT_TRANSLATE_NOOP("settings", "Most parts of one SMS"),
    "duplicate-stop": QT_TRANSLATE_NOOP("settings", "Score that stops a registration"),
    "duplicate-warn": QT_TRANSLATE_NOOP("settings", "Score that shows a warning"),
    "duplicate-criterion-most": QT_TRANSLATE_NOOP("settings", "A criterion with more hits says nothing"),
    "mobile": QT_TRANSLATE_NOOP("settings", "Same phone"),
    "vehicle": QT_TRANSLATE_NOOP("settings", "Same plate or VIN"),
    "wechat": QT_TRANSLATE_NOOP("settings", "Same WeChat"),
    "uscc": QT_TRANSLATE_NOOP("settings", "Same credit code"),
    "phone-tail": QT_TRANSLATE_NOOP("settings", "Last 8 digits equal"),
    "name": QT_TRANSLATE_NOOP("settings", "Same name"),
    "pinyin": QT_TRANSLATE_NOOP("settings", "Same pinyin"),
    "birth": QT_TRANSLATE_NOOP("settings", "Same birthday"),
    "street": QT_TRANSLATE_NOOP("settings", "Same address"),
    "sex-differs": QT_TRANSLATE_NOOP("settings", "Other sex"),
    "birth-differs": QT_TRANSLATE_NOOP("settings", "Other birthday"),
}


class LimitsSection(Section):
    """A plain table; a wrong value is refused at its field and the old one stays in force."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            QCoreApplication.translate("settings", "Limits"),
            QCoreApplication.translate("settings", "Each value is saved when you leave its field."),
        )
        headings = {
            Group.DESK: "",
            Group.FOLLOWUPS: self.tr("Follow-ups and visits"),
            Group.VISITS: self.tr("What each answer of the visit form counts"),
            Group.CARE: self.tr("Care"),
            Group.TICKETS: self.tr("Complaint desk"),
            Group.SCORES: self.tr("Scores of duplicates"),
        }
        for group, text in headings.items():
            self._add(text, [limit for limit in LIMITS if limit.group is group])
        self.column.addWidget(heading(self.tr("Ticked on an empty registration")))
        texts = {
            ConsentPurpose.SERVICE: self.tr("Consent to service"),
            ConsentPurpose.MARKETING: self.tr("Consent to marketing"),
        }
        self.consents = {purpose: CheckField(f"consent-{purpose}", text) for purpose, text in texts.items()}
        for box in self.consents.values():
            self.column.addWidget(box)
            box.edited.connect(self._save_consents)
        self.column.addStretch(1)
        self.form.committed.connect(self._save_one)
        fields = (*self.form.fields.values(), *self.consents.values())
        self._is_allowed = needs(self.actor, Permission.EDIT_SETTINGS, *fields)

    def _add(self, text: str, limits: list[Limit]) -> None:
        if text:
            self.column.addSpacing(GAP)
            self.column.addWidget(heading(text))
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GAP)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        for number, limit in enumerate(limits):
            label = QCoreApplication.translate("settings", LABELS[limit.name.rpartition(".")[2]])
            field = LineField(limit.name, label, parse=partial(limit_value, limit), required=True)
            self.form.add(field)
            grid.addWidget(field, number // 3, number % 3)
        self.column.addLayout(grid)

    def reload(self) -> None:
        if self._is_allowed:
            self.desk.tasks.read(self, _read, self._show)

    def _show(self, read: tuple[dict[str, object], list[str]]) -> None:
        values, consents = read
        self.form.refresh(values)
        for purpose, box in self.consents.items():
            box.refresh(purpose.value in consents)

    def _save_one(self, name: str) -> None:
        field = self.form[name]
        typed = str(field.value())
        self.desk.tasks.change(
            self,
            lambda work: change_limit(work, name, typed),
            lambda _: self._on_saved(name),
            self.form.show_error,
        )

    def _on_saved(self, name: str) -> None:
        self.form[name].mark_saved()
        if name in SERVICE:  # kept on every car, so that those due are found by index
            self.desk.tasks.run(self, work_out_services, lambda _none: None)
        self.desk.messages.say(self.tr("Saved: {what}").format(what=self.form[name].label))

    def _save_consents(self) -> None:
        chosen = [purpose.value for purpose, box in self.consents.items() if box.value()]
        self.desk.tasks.change(
            self,
            lambda work: change_setting(work, CONSENT, chosen),
            lambda _: self.desk.messages.say(self.tr("Saved")),
        )
        for box in self.consents.values():
            box.mark_saved()


def _read(work: Work) -> tuple[dict[str, object], list[str]]:
    return read_limits(work), list(setting(work, CONSENT))
