"""Where items go inside a day: shelves of the month, columns of overlapping hours."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from app.followups.records import Item
from ui.followups.days_model import DaysModel, last_day, minute_of

SHORTEST = 30  # minutes an item takes on the screen at least


def spans_days(item: Item) -> bool:
    return last_day(item) > item.due_on


def shelve_week(model: DaysModel, week: Sequence[date]) -> dict[date, list[Item | None]]:
    """The items of each day by shelf, top first; a bar over several days keeps one shelf, so that it is whole.

    None is a free place above a bar.
    """
    shelves: dict[date, list[Item | None]] = {day: [] for day in week}
    placed: set[object] = set()
    for day in week:
        singles = []
        for item in model.items_on(day):
            if not spans_days(item):
                singles.append(item)
            elif item.key not in placed:
                placed.add(item.key)
                _lay_bar(shelves, item, day, min(last_day(item), week[-1]))
        shelves[day] = _filled(shelves[day], singles)
    return shelves


def _lay_bar(shelves: dict[date, list[Item | None]], item: Item, first: date, last: date) -> None:
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    level = 0
    while any(level < len(shelves[day]) and shelves[day][level] is not None for day in days):
        level += 1
    for day in days:
        shelves[day] += [None] * (level + 1 - len(shelves[day]))
        shelves[day][level] = item


def _filled(shelf: list[Item | None], singles: list[Item]) -> list[Item | None]:
    """The free places first, then below."""
    waiting = iter(singles)
    filled = [item if item is not None else next(waiting, None) for item in shelf]
    return [*filled, *waiting]


def side_by_side(items: Sequence[Item]) -> list[tuple[Item, int, int]]:
    """Items with a time as (item, column, columns): those that overlap share the width of their group."""
    timed = sorted(
        (minute_of(item) or 0, item.minutes or SHORTEST, number) for number, item in enumerate(items)
    )
    placed: list[tuple[Item, int, int]] = []
    group: list[tuple[int, int]] = []  # number, column
    ends: list[int] = []
    for start, minutes, number in timed:
        if ends and start >= max(ends):
            placed += [(items[at], column, len(ends)) for at, column in group]
            group, ends = [], []
        end = start + max(minutes, SHORTEST)
        column = next((at for at, over in enumerate(ends) if over <= start), len(ends))
        if column == len(ends):
            ends.append(end)
        else:
            ends[column] = end
        group.append((number, column))
    placed += [(items[at], column, len(ends)) for at, column in group]
    return placed
