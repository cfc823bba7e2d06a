"""The rows all views of the calendar share: each day shown, followed by its items."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.followups.records import Item, ItemKey

Index = QModelIndex | QPersistentModelIndex
DAY = timedelta(days=1)
NEVER = float("inf")


class DayMark(StrEnum):
    """What a day is instead of what its weekday says."""

    REST = "rest"
    WORK = "work"
    CLOSED = "closed"
    SHORT = "short"


@dataclass(frozen=True, kw_only=True, slots=True)
class DayFacts:
    """What stands in small type at a day: lunar day, festival, holiday or make-up day."""

    lunar: str = ""
    festival: str = ""
    special: str = ""
    mark: DayMark | None = None
    is_working: bool = True


PLAIN = DayFacts()


def minute_of(item: Item) -> int | None:
    """Minutes since midnight by the clock on the wall; None for an item without a time."""
    return None if item.starts_at is None else minute_at(item.starts_at)


def minute_at(moment: datetime) -> int:
    """Minutes since midnight of a moment by the clock on the wall."""
    local = moment.astimezone()
    return local.hour * 60 + local.minute


def local_moment(day: date, minute: int | None) -> datetime | None:
    """The aware moment of a half hour of a day by the clock on the wall."""
    if minute is None:
        return None
    return datetime(day.year, day.month, day.day, minute // 60, minute % 60).astimezone()


def last_day(item: Item) -> date:
    """The last day an item covers."""
    return max(item.until_on or item.due_on, item.due_on)


def _order(item: Item) -> tuple[bool, float, bool, str, str]:
    """Spanning bars first, then by the clock, then what has no time: late before due, by name."""
    moment = item.starts_at.timestamp() if item.starts_at is not None else NEVER
    is_single = item.until_on is None or item.until_on <= item.due_on
    return (is_single, moment, not item.is_overdue, item.customer_name, item.title)


class DaysModel(QAbstractListModel):
    """Rows are fixed until the next `show`; nothing is looked up while painting."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.days: tuple[date, ...] = ()
        self.today = date.min
        self.facts: Mapping[date, DayFacts] = {}
        self.items: list[Item | None] = []
        self.count = 0
        self._days: list[date] = []
        self._first: dict[date, int] = {}
        self._by_day: dict[date, list[Item]] = {}
        self.speak_day: Callable[[date, int], str] = lambda day, _count: day.isoformat()
        self.speak_item: Callable[[Item], str] = lambda item: f"{item.customer_name} {item.title}".strip()

    def show(
        self, days: Sequence[date], items: Sequence[Item], facts: Mapping[date, DayFacts], today: date
    ) -> None:
        """Sort the items to their days; an item of several days stands at each of them."""
        self.beginResetModel()
        self.days, self.facts, self.today = tuple(days), facts, today
        by_day: dict[date, list[Item]] = {day: [] for day in self.days}
        for item in items:
            if item.until_on is None or item.until_on <= item.due_on:
                if item.due_on in by_day:
                    by_day[item.due_on].append(item)
                continue
            for day in self.days:
                if item.due_on <= day <= item.until_on:
                    by_day[day].append(item)
        self.items, self._days, self._first = [], [], {}
        for day, of_day in by_day.items():
            of_day.sort(key=_order)
            self._first[day] = len(self.items)
            self.items.append(None)
            self.items += of_day
            self._days += [day] * (len(of_day) + 1)
        self._by_day = by_day
        self.count = len(items)
        self.endResetModel()

    # What views ask -------------------------------------------------------------------------------

    def items_on(self, day: date) -> list[Item]:
        return self._by_day.get(day, [])

    def facts_of(self, day: date) -> DayFacts:
        return self.facts.get(day, PLAIN)

    def row_of(self, day: date, key: ItemKey | None = None) -> int:
        """The row of a day or of one of its items; -1 where it is not shown."""
        first = self._first.get(day, -1)
        if first < 0 or key is None:
            return first
        for number, item in enumerate(self._by_day[day], first + 1):
            if item.key == key:
                return number
        return -1

    def at(self, row: int) -> tuple[date, Item | None]:
        return self._days[row], self.items[row]

    def find(self, day: date, key: ItemKey | None) -> Item | None:
        row = self.row_of(day, key) if key is not None else -1
        return self.items[row] if row >= 0 else None

    # What Qt asks ---------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole), /) -> object:
        if not index.isValid() or index.row() >= len(self.items):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            day, item = self.at(index.row())
            return self.speak_day(day, len(self.items_on(day))) if item is None else self.speak_item(item)
        return None
