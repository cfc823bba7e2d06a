"""How long the clocks of tickets have: a grid of severities and clocks for each kind, in working time."""

from __future__ import annotations

import re
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout

import ui.complaints.labels  # noqa: F401 - registers how kinds and clocks read
from app.complaints.limits import LONGEST, Limits, LimitSaved, read_ticket_limits, save_ticket_limit
from app.errors import UserError
from app.lists import Choices, all_choices
from app.states import ChoiceList, Clock, Permission, TicketKind
from app.work import Work
from ui.desk import Desk
from ui.i18n import Language
from ui.labels import label
from ui.messages import Action
from ui.settings.section import Section, needs
from ui.theme import GAP
from ui.widgets.choice import Choice, ChoiceField
from ui.widgets.line import LineField

_SPAN: Final = re.compile(r"([0-9]{1,6}(?:\.[0-9])?)\s*(min|m|分钟|分|h|小时|时)?", re.IGNORECASE)
_HOURS: Final = ("h", "小时", "时")


def read_span(typed: str) -> int:
    """Minutes from "30", "30 min", "2 h"; 0 or - for no clock. Raises UserError `ticket-limit-wrong`."""
    text = typed.strip().lower()
    if text in ("-", "—"):
        return 0
    found = _SPAN.fullmatch(text)
    if found is None:
        raise UserError("ticket-limit-wrong", given=typed, most=LONGEST)
    return round(float(found[1]) * (60 if found[2] in _HOURS else 1))


def span_text(minutes: int) -> str:
    """Hours where they are whole, else minutes."""
    if not minutes:
        return "-"
    return f"{minutes // 60} h" if minutes % 60 == 0 else f"{minutes} min"


class TicketLimitsSection(Section):
    """A value is saved when its field is left; open tickets are worked out anew at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            QCoreApplication.translate("settings", "Time limits of tickets"),
            QCoreApplication.translate(
                "settings",
                "Working time, like 30 min or 8 h; - for no such clock. Saved when you leave a field.",
            ),
        )
        self._language = "en" if desk.screen.language is Language.ENGLISH else "zh"
        kinds = [Choice(value=kind, text=label(kind)) for kind in TicketKind]
        self.kind = ChoiceField("kind", self.tr("Kind"), kinds, empty=None)
        self.kind.set_value(TicketKind.COMPLAINT)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * GAP)
        self.column.addWidget(self.kind)
        self.column.addLayout(self._grid)
        self.column.addStretch(1)
        self.limits: Limits = {}
        self.kind.edited.connect(self._on_kind)
        self.form.committed.connect(self._save_one)

    def reload(self) -> None:
        if self.actor.may(Permission.TAKE_TICKETS) or self.actor.may(Permission.HANDLE_TICKETS):
            self.desk.tasks.read(self, _read, self._show)

    def _on_kind(self) -> None:
        self.kind.set_value(self.kind.value())
        self._fill()

    def _show(self, read: tuple[Limits, Choices]) -> None:
        self.limits, choices = read
        severities = [entry for entry in choices[ChoiceList.SEVERITY] if entry.active]
        for row, entry in enumerate(severities):
            for column, clock in enumerate(Clock):
                name = f"{entry.code}.{clock.value}"
                if name not in self.form.fields:
                    text = f"{entry.text(self._language)} · {label(clock)}"
                    field = LineField(name, text, parse=read_span, show=span_text, required=True)
                    self.form.add(field)
                    needs(self.actor, Permission.EDIT_RULES, field)
                    self._grid.addWidget(field, row, column)
        self._fill()

    def _fill(self) -> None:
        kind = self.kind.value() or TicketKind.COMPLAINT
        values = {}
        for name in self.form.fields:
            severity, _, clock = name.rpartition(".")
            values[name] = self.limits.get((kind, severity, Clock(clock)), 0)
        self.form.fill(values)

    def _save_one(self, name: str) -> None:
        field = self.form[name]
        minutes = field.value() or None
        severity, _, clock = name.rpartition(".")
        kind = self.kind.value() or TicketKind.COMPLAINT
        save = partial(save_ticket_limit, kind=kind, severity=severity, clock=Clock(clock))

        def done(saved: LimitSaved) -> None:
            field.mark_saved()
            told = self.tr("Saved: {what}").format(what=field.label)
            if saved.moved:
                told += self.tr("  %n limit(s) of open tickets moved", "", len(saved.moved))
            undo = partial(save, minutes=saved.before)
            self.desk.messages.say(told, Action(text=self.tr("Undo"), run=lambda: self._undo(undo)))
            self.reload()

        def refused(error: UserError) -> bool:
            return self.form.show_error(UserError(error.code, **{**error.facts, "field": name}))

        self.desk.tasks.change(self, partial(save, minutes=minutes), done, refused)

    def _undo(self, deed: partial[LimitSaved]) -> None:
        self.desk.tasks.change(self, deed, lambda _: self.reload())


def _read(work: Work) -> tuple[Limits, Choices]:
    return read_ticket_limits(work), all_choices(work)
