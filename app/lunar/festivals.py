"""The days of festivals: by solar or lunar date, by solar term, and New Year's Eve."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.errors import UserError
from app.lunar.birthdays import lunar_days
from app.lunar.terms import term_day
from app.lunar.years import LunarDate, solar_of
from db.models.care import FestivalCalendar
from db.models.customers import LeapPolicy


@dataclass(frozen=True, kw_only=True, slots=True)
class FestivalRule:
    """How the day is found: `month` and `day` for solar and lunar ones, `term` (清明) for a solar term."""

    calendar: FestivalCalendar
    month: int | None = None
    day: int | None = None
    term: str | None = None


def new_years_eve(year: int) -> date:
    """The day before 正月初一 of the lunar year that begins in `year`. Raises UserError lunar-out-of-range."""
    return solar_of(LunarDate(year=year, month=1, day=1)) - timedelta(days=1)


def festival_days(rule: FestivalRule, year: int) -> tuple[date, ...]:
    """The days of a solar year on which a festival falls; a lunar one late in its year twice or never.

    A lunar festival is kept in the first of two equal months. Raises UserError festival-day-unknown for a rule
    that names no day, term-unknown, lunar-out-of-range.
    """
    match rule:
        case FestivalRule(calendar=FestivalCalendar.EVE):
            return (new_years_eve(year),)
        case FestivalRule(calendar=FestivalCalendar.TERM, term=str(name)):
            return (term_day(name, year),)
        case FestivalRule(calendar=FestivalCalendar.SOLAR, month=int(month), day=int(day)):
            return _solar(year, month, day)
        case FestivalRule(calendar=FestivalCalendar.LUNAR, month=int(month), day=int(day)):
            if not (1 <= month <= 12 and 1 <= day <= 30):
                raise UserError("festival-day-unknown", month=month, day=day)
            return lunar_days(month, day, year, LeapPolicy.FIRST)
    raise UserError("festival-day-unknown", month=rule.month, day=rule.day)


def _solar(year: int, month: int, day: int) -> tuple[date, ...]:
    try:
        date(2000, month, day)
    except ValueError:
        raise UserError("festival-day-unknown", month=month, day=day) from None
    try:
        return (date(year, month, day),)
    except ValueError:
        return ()  # 02-29 of a common year
