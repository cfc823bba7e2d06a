"""The part of an appointment that says how it recurs; what was chosen stands below it in words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import UserError
from app.followups.dates.recurrence import COUNT_MOST, Recurrence, RecurrenceUnit, checked_rule
from app.followups.dates.recurring_days import days_between, first_day
from ui.customers.slots import local_today
from ui.errors import sentence
from ui.followups.labels import day_words
from ui.followups.recurrence_words import (
    month_day_words,
    nth_words,
    recurrence_words,
    skipped_words,
    weekday_name,
)
from ui.followups.visit_fields import read_visit_day
from ui.theme import GAP
from ui.widgets.choice import Choice, ChoiceField, Segment
from ui.widgets.field import Field
from ui.widgets.form import Form
from ui.widgets.line import LineField, NumberField
from ui.widgets.surface import quiet

SHOWN: Final = 4
NEVER: Final = "never"
_TIMES: Final = ("次", "times", "x", "×")


class WeekdaysField(Field[tuple[int, ...]]):
    """Seven toggles; arrows move, the figures 1 to 7 and Space choose, Enter goes on."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(name, label, parent=parent)
        names = [weekday_name(day) for day in range(7)]
        self.days = [Segment(name if name.isascii() else name[-1:]) for name in names]
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for number, part in enumerate(self.days):
            part.setAccessibleName(weekday_name(number, short=False))
            part.clicked.connect(self._on_typed)
            part.installEventFilter(self)
            line.addWidget(part)
        line.addStretch()
        self._place(self.days[0], row)
        self.days[0].setAccessibleName(weekday_name(0, short=False))

    def value(self) -> tuple[int, ...]:
        return tuple(number for number, part in enumerate(self.days) if part.isChecked())

    def eventFilter(self, watched: object, event: QEvent, /) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_entered()
            return True
        if key in steps and watched in self.days:
            self.days[(self.days.index(watched) + steps[key]) % 7].setFocus()
            return True
        if event.text() and event.text() in "1234567":
            self.days[int(event.text()) - 1].click()
            return True
        return False

    def _display(self, value: tuple[int, ...] | None) -> None:
        for number, part in enumerate(self.days):
            part.setChecked(number in (value or ()))


class RepeatPart(QWidget):
    """`edited` after every change; `recurrence` raises UserError for what cannot be read."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = local_today()
        self._kept = ""
        self.unit = ChoiceField[RecurrenceUnit | str](
            "unit",
            self.tr("Repeats"),
            [
                Choice(value=NEVER, text=self.tr("Never"), key="n"),
                Choice(value=RecurrenceUnit.DAY, text=self.tr("Day"), key="d"),
                Choice(value=RecurrenceUnit.WEEK, text=self.tr("Week"), key="w"),
                Choice(value=RecurrenceUnit.MONTH, text=self.tr("Month"), key="m"),
                Choice(value=RecurrenceUnit.YEAR, text=self.tr("Year"), key="y"),
            ],
            as_row=True,
        )
        self.every = NumberField("every", self.tr("Every"))
        self.ends = LineField[int | date | str](
            "until", self.tr("Ends"), parse=read_end, show=show_end,
            placeholder=self.tr("never, 2027-01-31 or 10 times"),
        )  # fmt: skip
        self.weekdays = WeekdaysField("weekdays", self.tr("On"))
        self.month = ChoiceField[str]("month_day", self.tr("On"), [], as_row=False)
        self.words = quiet("", size=13)
        self.words.setWordWrap(True)
        self._build()

    def add_to(self, form: Form) -> None:
        """The fields in the order of typing."""
        form.add(self.unit, self.every, self.ends, self.weekdays, self.month)
        for field in form.fields.values():
            field.edited.connect(self._on_edited)

    # Values ---------------------------------------------------------------------------------------

    def show_rule(self, recurrence: Recurrence | None, kept: str, first_on: date) -> None:
        """`kept` is a rule from a file the fields cannot show; it stays until one of them is used."""
        self._kept, self._first = kept, first_on
        self._show_month()
        end: int | date | str | None = None
        if recurrence is not None:
            end = recurrence.count if recurrence.count is not None else recurrence.until
        self.unit.set_value(recurrence.unit if recurrence is not None else "" if kept else NEVER)
        self.every.set_value(recurrence.every if recurrence is not None else 1)
        self.ends.set_value(end)
        self.weekdays.set_value(recurrence.weekdays if recurrence is not None else (first_on.weekday(),))
        self.month.set_value(self._month_of(recurrence))
        self._show()

    def show_day(self, first_on: date) -> None:
        """The day the appointment begins was changed."""
        if first_on == self._first:
            return
        if self.weekdays.value() == (self._first.weekday(),):
            self.weekdays.set_value((first_on.weekday(),))
        self._first = first_on
        chosen = self.month.value()
        self._show_month()
        self.month.set_value(chosen)
        self._show()

    @property
    def kept_rule(self) -> str:
        """The rule from a file, while nobody chose another."""
        return "" if self.unit.value() else self._kept

    def recurrence(self) -> Recurrence | None:
        unit = self._unit()
        if unit is None:
            return None
        end, how = self.ends.value(), self.month.value() or "day"
        is_month = unit is RecurrenceUnit.MONTH
        nth = {"nth": (self._first.day + 6) // 7, "last-nth": -1}.get(how) if is_month else None
        return Recurrence(
            unit=unit,
            every=self.every.value() or 1,
            weekdays=self.weekdays.value() if unit is RecurrenceUnit.WEEK else (),
            month_day={"day": self._first.day, "last": -1}.get(how) if is_month else None,
            nth=nth,
            weekday=self._first.weekday() if nth is not None else None,
            count=end if isinstance(end, int) else None,
            until=end if isinstance(end, date) else None,
        )

    # Inside ---------------------------------------------------------------------------------------

    def _month_of(self, recurrence: Recurrence | None) -> str:
        if recurrence is None or recurrence.unit is not RecurrenceUnit.MONTH:
            return "day"
        if recurrence.nth is not None:
            return "last-nth" if recurrence.nth == -1 else "nth"
        return "last" if recurrence.month_day == -1 else "day"

    def _show_month(self) -> None:
        first, weekday = self._first, self._first.weekday()
        choices = [
            Choice(value="day", text=month_day_words(first.day)),
            Choice(value="nth", text=nth_words((first.day + 6) // 7, weekday)),
        ]
        if (first + timedelta(days=7)).month != first.month:
            choices.append(Choice(value="last-nth", text=nth_words(-1, weekday)))
        if (first + timedelta(days=1)).month != first.month:
            choices.append(Choice(value="last", text=month_day_words(-1)))
        self.month.set_choices(choices)

    def _on_edited(self) -> None:
        self._show()
        self.edited.emit()

    def _unit(self) -> RecurrenceUnit | None:
        chosen = self.unit.value()
        return chosen if isinstance(chosen, RecurrenceUnit) else None

    def _show(self) -> None:
        unit = self._unit()
        self.every.setVisible(unit is not None)
        self.ends.setVisible(unit is not None)
        self.weekdays.setVisible(unit is RecurrenceUnit.WEEK)
        self.month.setVisible(unit is RecurrenceUnit.MONTH)
        self.words.setText(self._told())
        self.words.setVisible(bool(self.words.text()))

    def _told(self) -> str:
        """The rule in words, its next days, and what is passed over."""
        if self.kept_rule:
            return self.tr("Recurs by a rule of its file, which is kept: {rule}").format(rule=self._kept)
        try:
            chosen = self.recurrence()
            if chosen is None:
                return ""
            rule = checked_rule(chosen, self._first)
        except UserError as error:
            return sentence(error)
        begins = first_day(rule, self._first)
        if begins is None:
            return self.tr("This gives no day at all.")
        days = days_between(rule, begins, begins, begins + timedelta(days=1500))[:SHOWN]
        lines = [recurrence_words(chosen, self._first), skipped_words(chosen, self._first)]
        lines.append(
            self.tr(", ", "between days").join(day_words(day) for day in days)
            + (" …" if len(days) == SHOWN else "")
        )
        return "\n".join(line for line in lines if line)

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(self.every, 1)
        line.addWidget(self.ends, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.unit)
        column.addLayout(line)
        column.addWidget(self.weekdays)
        column.addWidget(self.month)
        column.addWidget(self.words)


def read_end(typed: str) -> int | date | str:
    """10 times, or a day; raises UserError `recurrence-end-unclear`."""
    text = typed.strip().lower()
    for word in _TIMES:
        if text.endswith(word) and text.removesuffix(word).strip().isdecimal():
            return min(int(text.removesuffix(word).strip()), COUNT_MOST)
    try:
        return read_visit_day(typed)
    except UserError:
        raise UserError("recurrence-end-unclear", given=typed, field="until") from None


def show_end(end: int | date | str) -> str:
    """So that `read_end` reads it again."""
    return f"{end} 次" if isinstance(end, int) else str(end)
