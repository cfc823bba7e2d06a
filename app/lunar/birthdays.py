"""On which days birthdays of both calendars are kept, and how old somebody is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.errors import UserError
from app.lunar.tables import FIRST_YEAR, LAST_YEAR
from app.lunar.years import LunarDate, is_known, leap_month, lunar_of, month_days, solar_of
from db.models.customers import BirthCalendar, LeapPolicy

# No birthday of either calendar stays away from so many days on end.
_ALL_BIRTHDAYS: Final = 400


@dataclass(frozen=True, kw_only=True, slots=True)
class PartialDate:
    """A day of a year or of every year; `leap` marks a lunar leap month."""

    calendar: BirthCalendar
    year: int | None
    month: int
    day: int
    leap: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class BirthdayKeys:
    """Stored (month, day) pairs to ask an index for."""

    solar: frozenset[tuple[int, int]]
    lunar: frozenset[tuple[int, int]]


def anniversaries(birth: PartialDate, year: int, policy: LeapPolicy | None = None) -> tuple[date, ...]:
    """The days of a solar year on which a birthday is kept, in order; mostly one.

    02-29 moves to 02-28 in common years, a lunar 30th to the 29th of a short month. A birthday of a leap month
    is kept in the month of that number in years without it. When the month comes twice `policy` decides; without
    one both count for those born in a leap month, the first for all others. A birthday late in the lunar year
    may fall twice or not at all in one solar year. Raises UserError lunar-out-of-range.
    """
    if birth.calendar is BirthCalendar.SOLAR:
        return (_solar_day(year, birth.month, birth.day),)
    chosen = policy or (LeapPolicy.BOTH if birth.leap else LeapPolicy.FIRST)
    return lunar_days(birth.month, birth.day, year, chosen)


def lunar_days(month: int, day: int, year: int, policy: LeapPolicy) -> tuple[date, ...]:
    """The days of a solar year that are this lunar month and day. Raises UserError lunar-out-of-range."""
    if not FIRST_YEAR < year <= LAST_YEAR:
        raise UserError("lunar-out-of-range", given=year, first=FIRST_YEAR + 1, last=LAST_YEAR)
    days = (
        _lunar_day(lunar_year, month, day, leap)
        for lunar_year in (year - 1, year)
        for leap in _leaps(lunar_year, month, policy)
    )
    return tuple(found for found in days if found.year == year)


def birthday_keys(first: date, last: date) -> BirthdayKeys:
    """Every stored (month, day) whose birthday may fall from `first` to `last`, whatever the leap flag.

    It may name too many, never too few: ask `anniversaries` for each one found. Raises UserError
    lunar-out-of-range.
    """
    solar: set[tuple[int, int]] = set()
    lunar: set[tuple[int, int]] = set()
    for distance in range(min((last - first).days + 1, _ALL_BIRTHDAYS)):
        day = first + timedelta(days=distance)
        solar.add((day.month, day.day))
        if _solar_day(day.year, 2, 29) == day:
            solar.add((2, 29))
        kept = lunar_of(day)
        lunar.add((kept.month, kept.day))
        if kept.day == month_days(kept.year, kept.month, kept.leap):
            lunar.add((kept.month, 30))
    return BirthdayKeys(solar=frozenset(solar), lunar=frozenset(lunar))


def age_on(birth: PartialDate, day: date) -> int | None:
    """Full years of life on a day, 0 before the birth; None without a year or for a lunar year out of the table.

    A lunar birthday counts from its solar day, as an identity card would; somebody born on 02-29 is a year older
    from 03-01 of a common year.
    """
    born = _born(birth)
    if born is None:
        return None
    return max(day.year - born[0] - ((day.month, day.day) < born[1:]), 0)


def _born(birth: PartialDate) -> tuple[int, int, int] | None:
    """Solar year, month and day; a lunar date that never was (a 30th of a short month) is the nearest one."""
    if birth.year is None:
        return None
    if birth.calendar is BirthCalendar.SOLAR:
        return birth.year, birth.month, birth.day
    if not is_known(birth.year):
        return None
    is_leap = birth.leap and leap_month(birth.year) == birth.month
    born = _lunar_day(birth.year, birth.month, birth.day, is_leap)
    return born.year, born.month, born.day


def _solar_day(year: int, month: int, day: int) -> date:
    if (month, day) == (2, 29):
        return date(year, 3, 1) - timedelta(days=1)
    return date(year, month, day)


def _leaps(year: int, month: int, policy: LeapPolicy) -> tuple[bool, ...]:
    if leap_month(year) != month or policy is LeapPolicy.FIRST:
        return (False,)
    return (True,) if policy is LeapPolicy.LEAP else (False, True)


def _lunar_day(year: int, month: int, day: int, leap: bool) -> date:
    last = month_days(year, month, leap)
    return solar_of(LunarDate(year=year, month=month, day=min(day, last), leap=leap))
