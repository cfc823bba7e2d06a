"""The fields of one special day, or of several in a row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.calendar_days import NAME_MOST
from app.customers.numbers import parse_day
from app.states import DayKind
from app.worktime import Span, hours_text, read_hours
from ui.labels import label
from ui.settings.special_days import Run
from ui.theme import GAP
from ui.widgets.choice import CheckField, Choice, ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.form import Form
from ui.widgets.line import LineField, TextField
from ui.widgets.surface import heading

KEYS = {DayKind.HOLIDAY: "h", DayKind.WORKDAY: "w", DayKind.CLOSED: "c", DayKind.SHORT: "s"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """What was typed."""

    first: date
    last: date
    kind: DayKind
    name_zh: str
    name_en: str
    spans: tuple[Span, ...] | None
    for_all: bool


class DayForm(QWidget):
    """Empty for a new entry, or filled with the one chosen; a day without a year is of the year shown."""

    def __init__(self, *, offers_all: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.year = 0
        self.run: Run | None = None
        self.form = Form(self)
        self.who = heading("")
        kinds = [Choice(value=kind, text=label(kind), key=key) for kind, key in KEYS.items()]
        self.kind: ChoiceField[DayKind] = ChoiceField("kind", self.tr("What the day is"), kinds, as_row=True)
        self.hours: LineField[tuple[Span, ...]] = LineField(
            "hours", self.tr("Hours on that day"), parse=read_hours, show=hours_text
        )
        self.form.add(
            self._date_field("day", self.tr("Day"), required=True),
            self._date_field("until", self.tr("Until (with that day)")),
            TextField("name", self.tr("Name"), limit=NAME_MOST),
            self.kind,
            self.hours,
        )
        self.for_all = CheckField("for_all", self.tr("For all branches"))
        self.kind.edited.connect(self._show_hours)
        self._offers_all = offers_all
        self._lay_out(offers_all=offers_all)
        self._allowed = True

    def _lay_out(self, *, offers_all: bool) -> None:
        days = QHBoxLayout()
        days.setSpacing(2 * GAP)
        for name in ("day", "until"):
            days.addWidget(self.form[name], 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        head = QHBoxLayout()
        head.addWidget(self.who, 1)
        if offers_all:
            head.addWidget(self.for_all)
        column.addLayout(head)
        column.addLayout(days)
        for name in ("name", "kind", "hours"):
            column.addWidget(self.form[name])

    def _date_field(self, name: str, text: str, *, required: bool = False) -> DateField[date]:
        return DateField(
            name,
            text,
            parse=lambda typed: parse_day(typed, year=self.year),
            show=date.isoformat,
            to_date=lambda day: day,
            from_date=lambda day: day,
            required=required,
        )

    def rest(self) -> None:
        """Take no typing: the role does not allow it."""
        self._allowed = False
        self._show_hours()

    def show_run(self, run: Run | None, language: str) -> None:
        """Show an entry, or empty fields for a new one."""
        self.run = run
        if run is None:
            self.who.setText(self.tr("New day"))
            self.form.fill({"kind": DayKind.HOLIDAY})
            self.for_all.set_value(False)
        else:
            special = run.record.special
            self.who.setText(special.name(language))
            self.form.fill(
                {
                    "day": run.first,
                    "until": run.last if run.last != run.first else None,
                    "kind": special.kind,
                    "name": special.name(language),
                    "hours": special.spans,
                }
            )
            self.for_all.set_value(not run.record.is_own)
        self._show_hours()

    def draft(self, language: str) -> Draft | None:
        """What was typed; None while something is wrong, which is shown at its field."""
        if not self.form.check():
            return None
        typed = self.form.values()
        kind: DayKind = typed["kind"] or DayKind.HOLIDAY
        name_zh, name_en = self._names(typed["name"] or "", language)
        return Draft(
            first=typed["day"],
            last=typed["until"] or typed["day"],
            kind=kind,
            name_zh=name_zh,
            name_en=name_en,
            spans=None if kind is DayKind.CLOSED else typed["hours"],
            for_all=bool(self.for_all.value()) and self._offers_all,
        )

    def _names(self, name: str, language: str) -> tuple[str, str]:
        """Chinese and English name: both as typed, unless the name of the chosen entry was left as it is."""
        special = None if self.run is None else self.run.record.special
        if special is not None and name == special.name(language):
            return special.name_zh, special.name_en
        return name, name

    def _show_hours(self) -> None:
        kind = self.kind.value() or DayKind.HOLIDAY
        texts = {
            DayKind.HOLIDAY: self.tr("closed, or such as 10:00-16:00"),
            DayKind.WORKDAY: self.tr("as on a working day"),
            DayKind.CLOSED: self.tr("closed"),
            DayKind.SHORT: "10:00-16:00",
        }
        self.hours.edit.setPlaceholderText(texts[kind])
        self.hours.setEnabled(self._allowed and kind is not DayKind.CLOSED)
