"""The holidays and make-up working days the State Council announced, as far as this edition of the program knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from db.models.days import DayKind

_FULL_NAMES = {"清明": "清明节", "端午": "端午节", "中秋": "中秋节"}


@dataclass(frozen=True, kw_only=True, slots=True)
class AnnouncedDay:
    """A day off, or a Saturday or Sunday worked in return."""

    day: date
    kind: DayKind
    name_zh: str
    name_en: str


def announced_years() -> tuple[int, ...]:
    """The years whose announcement is known, in order."""
    return tuple(sorted({day.year for day in _library().holidays}))


def announced_days(year: int) -> Iterator[AnnouncedDay]:
    """The announced days of a year; none for a year that is not known."""
    library = _library()
    chinese = {known.value: _FULL_NAMES.get(known.chinese, known.chinese) for known in library.Holiday}
    for day, name in library.holidays.items():
        if day.year == year:
            yield AnnouncedDay(day=day, kind=DayKind.HOLIDAY, name_zh=chinese[name], name_en=name)
    for day, name in library.workdays.items():
        if day.year == year:
            yield AnnouncedDay(
                day=day,
                kind=DayKind.WORKDAY,
                name_zh=f"{chinese[name]}调休上班",
                name_en=f"Make-up day for {name}",
            )


def _library() -> Any:
    """Read when a year is loaded, which a branch does once a year."""
    from chinese_calendar import constants

    return constants
