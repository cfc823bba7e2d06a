"""Days of the Chinese calendar and of the solar one, both ways, by GB/T 33661-2017.

Known are the lunar years 1899 to 2100, that is the days from 1899-02-10 to 2101-01-28.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from app.errors import UserError
from app.lunar.tables import FIRST_DAY, FIRST_YEAR, LAST_YEAR, MONTHS

_FIGURES: Final = 5
_LEAP_AT: Final = 13


@dataclass(frozen=True, kw_only=True, slots=True)
class LunarDate:
    """A day of a lunar year; `leap` marks the second of two months of one number."""

    year: int
    month: int
    day: int
    leap: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class _Months:
    """All months in order; the last of `starts` is the day after the table."""

    starts: tuple[int, ...]
    names: tuple[tuple[int, int, bool], ...]
    places: dict[tuple[int, int, bool], int]


def lunar_of(day: date) -> LunarDate:
    """The lunar date of a day. Raises UserError lunar-out-of-range."""
    months = _months()
    ordinal = day.toordinal()
    if not months.starts[0] <= ordinal < months.starts[-1]:
        raise _out_of_range(day.isoformat())
    place = bisect_right(months.starts, ordinal) - 1
    year, month, leap = months.names[place]
    return LunarDate(year=year, month=month, day=ordinal - months.starts[place] + 1, leap=leap)


def solar_of(lunar: LunarDate) -> date:
    """The day of a lunar date. Raises UserError lunar-day-unknown, lunar-out-of-range."""
    if not 1 <= lunar.day <= month_days(lunar.year, lunar.month, lunar.leap):
        raise _unknown(lunar.year, lunar.month, lunar.day, lunar.leap)
    months = _months()
    place = months.places[lunar.year, lunar.month, lunar.leap]
    return date.fromordinal(months.starts[place] + lunar.day - 1)


def is_known(year: int) -> bool:
    """Whether a lunar year is in the table."""
    return FIRST_YEAR <= year <= LAST_YEAR


def leap_month(year: int) -> int | None:
    """The month a lunar year repeats, if any. Raises UserError lunar-out-of-range."""
    return _packed(year) >> _LEAP_AT or None


def month_days(year: int, month: int, leap: bool) -> int:
    """29 or 30. Raises UserError lunar-day-unknown for a month the year does not have, lunar-out-of-range."""
    months = _months()
    place = months.places.get((year, month, leap))
    if place is None:
        if not is_known(year):
            raise _out_of_range(year)
        raise _unknown(year, month, 1, leap)
    return months.starts[place + 1] - months.starts[place]


def _packed(year: int) -> int:
    if not is_known(year):
        raise _out_of_range(year)
    start = (year - FIRST_YEAR) * _FIGURES
    return int(MONTHS[start : start + _FIGURES], 16)


@cache
def _months() -> _Months:
    names: list[tuple[int, int, bool]] = []
    starts = [FIRST_DAY.toordinal()]
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        packed = _packed(year)
        order = [(month, False) for month in range(1, 13)]
        if repeated := packed >> _LEAP_AT:
            order.insert(repeated, (repeated, True))
        for place, (month, leap) in enumerate(order):
            names.append((year, month, leap))
            starts.append(starts[-1] + 29 + (packed >> place & 1))
    places = {name: place for place, name in enumerate(names)}
    return _Months(starts=tuple(starts), names=tuple(names), places=places)


def _out_of_range(given: object) -> UserError:
    return UserError("lunar-out-of-range", given=given, first=FIRST_YEAR + 1, last=LAST_YEAR)


def _unknown(year: int, month: int, day: int, leap: bool) -> UserError:
    return UserError("lunar-day-unknown", year=year, month=month, day=day, leap=leap)
