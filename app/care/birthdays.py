"""Whose birthday falls on which day, how old they get, and who is a child: birthdays as the cards keep them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from app.customers.cards import birthday
from app.lunar import age_on, anniversaries, day_name, lunar_of, month_name
from db.models.customers import BirthCalendar

COLUMNS: Final = (
    "birth_calendar",
    "birth_year",
    "birth_month",
    "birth_day",
    "birth_leap",
    "birth_leap_policy",
)


def days_kept(row: Mapping[str, Any], first: date, last: date) -> tuple[date, ...]:
    """The days from `first` to `last` on which the birthday of a card's row is kept."""
    birth = birthday(row)
    if birth is None:
        return ()
    kept = [
        day
        for year in range(first.year, last.year + 1)
        for day in anniversaries(birth, year, row["birth_leap_policy"])
    ]
    return tuple(day for day in kept if first <= day <= last)


def age_reached(row: Mapping[str, Any], day: date) -> int | None:
    """The age somebody reaches with the birthday kept on `day`; None where the year of birth is unknown.

    A lunar birthday makes as many years as lunar years have passed: 2026's is the thirtieth of somebody of 1996.
    """
    year: int | None = row["birth_year"]
    if year is None:
        return None
    kept_in = lunar_of(day).year if row["birth_calendar"] is BirthCalendar.LUNAR else day.year
    return max(kept_in - year, 0)


def lunar_text(row: Mapping[str, Any]) -> str:
    """A lunar birthday as Chinese says it (腊月初八, 闰五月初一); empty for a solar one."""
    if row["birth_calendar"] is not BirthCalendar.LUNAR:
        return ""
    return month_name(row["birth_month"], bool(row["birth_leap"])) + day_name(row["birth_day"])


def is_under(row: Mapping[str, Any], today: date, age: int) -> bool:
    """Whether somebody is younger than `age`; an unknown year of birth says nothing.

    Where the year alone is known the younger age counts: children are left out (PIPL, art. 31).
    """
    year = row["birth_year"]
    if year is None:
        return False
    birth = birthday(row)
    reached = None if birth is None else age_on(birth, today)
    return reached < age if reached is not None else today.year - year <= age
