"""Fields of visits: the customer found while typing, the clock, a moment on the day of the visit."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.customers.numbers.dates import parse_day
from app.errors import UserError
from app.followups.quick_entry import Person, people_for
from ui.customers.slots import local_today
from ui.tasks import Tasks
from ui.widgets.field import Field
from ui.widgets.line import LineEdit
from ui.widgets.suggestions import Suggestion, Suggestions

_CLOCK = re.compile(r"(\d{1,2})[:：.时h]?([0-5]\d)?分?")
_FOUR = re.compile(r"([01]?\d|2[0-3])([0-5]\d)")
_DAY_CLOCK = re.compile(r"(\S+?)\s+(\S+)")
_NEAR = {"今天": 0, "today": 0, "明天": 1, "tomorrow": 1, "后天": 2, "昨天": -1, "yesterday": -1}
HALF_A_YEAR = timedelta(days=183)


def read_clock(typed: str) -> time:
    """14:05, 1405, 14.05, 14时, 9. Raises UserError `visit-clock-wrong`."""
    text = typed.strip()
    found = _FOUR.fullmatch(text) if len(text) >= 3 and text.isdecimal() else _CLOCK.fullmatch(text)
    if found is None or int(found[1]) > 23:
        raise UserError("visit-clock-wrong", given=typed)
    return time(int(found[1]), int(found[2] or 0))


def show_clock(at: time) -> str:
    """14:05."""
    return at.strftime("%H:%M")


def read_visit_day(typed: str) -> date:
    """2026-11-26, 11-26, 明天; a day without a year is the one nearest to today. Raises as `parse_day`."""
    today = local_today()
    near = _NEAR.get(typed.strip().lower())
    if near is not None:
        return today + timedelta(days=near)
    day = parse_day(typed, year=today.year)
    has_year = re.match(r"\d{4}", typed.strip()) is not None
    if not has_year and today - day > HALF_A_YEAR:
        return parse_day(typed, year=today.year + 1)
    return day


def moment_reader(day_of: Callable[[], date]) -> Callable[[str], datetime]:
    """Reads 14:05 on the day of the visit, or with a day of its own: 11-26 14:05."""

    def read(typed: str) -> datetime:
        parts = _DAY_CLOCK.fullmatch(typed.strip())
        day = read_visit_day(parts[1]) if parts else day_of()
        return datetime.combine(day, read_clock(parts[2] if parts else typed)).astimezone(UTC)

    return read


def moment_shower(day_of: Callable[[], date]) -> Callable[[datetime], str]:
    """Shows a moment so that `moment_reader` reads it again."""

    def show(at: datetime) -> str:
        local = at.astimezone()
        return local.strftime("%H:%M" if local.date() == day_of() else "%Y-%m-%d %H:%M")

    return show


class CustomerField(Field[UUID]):
    """Name, phone or number typed, the customer chosen from the list under the line."""

    def __init__(
        self, name: str, label: str, tasks: Tasks, *, required: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, label, required=required, parent=parent)
        self._tasks = tasks
        self._key: UUID | None = None
        self._known = ""
        self.edit = LineEdit()
        self.edit.setMaxLength(100)
        self.edit.setPlaceholderText(self.tr("Name, phone or number"))
        self._list: Suggestions | None = None
        self.edit.textEdited.connect(self._on_text)
        self.edit.left.connect(self._on_left)
        self.edit.entered.connect(self._on_entered)
        self._place(self.edit)

    def value(self) -> UUID | None:
        if self._key is None and self.edit.text().strip():
            raise UserError("visit-customer-unclear", field=self.name)
        return self._key

    def show_customer(self, key: UUID, name: str) -> None:
        """Take a customer chosen elsewhere."""
        self._known = name
        self.set_value(key)

    def _display(self, value: UUID | None) -> None:
        self._key = value
        self.edit.setText(self._known if value is not None else "")

    def _on_text(self, text: str) -> None:
        self._key = None
        self._on_typed()
        self._tasks.search(self, lambda work: people_for(work, text), self._offer)

    def _offer(self, found: list[Person]) -> None:
        if not self.edit.hasFocus() or self._key is not None:
            return
        if self._list is None:
            self._list = Suggestions(self.edit, name=self.tr("Customers found"))
            self._list.chosen.connect(self._on_chosen)
        note = "" if found else self.tr("Nobody is called that; register the customer first.")
        lines = [
            Suggestion(key=person, text=person.name, detail=person.phone or " ", side=person.number)
            for person in found
        ]
        self._list.offer(lines if self.edit.text().strip() else [], note if self.edit.text().strip() else "")

    def _on_chosen(self, row: Suggestion) -> None:
        if isinstance(row.key, Person):
            self._key, self._known = row.key.id, row.key.name
            self.edit.setText(row.key.name)
            self._on_typed()
            # After the key that chose it has been dealt with, else it would be Enter in the next field as well.
            QTimer.singleShot(0, self, self._on_entered)
