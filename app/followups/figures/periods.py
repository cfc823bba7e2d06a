"""The periods figures are asked for: of the present day, or as written, such as 2026-11, 2026Q3 or 2026."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from app.errors import UserError

_YEARS: Final = range(1990, 2101)
_MONTH: Final = re.compile(r"(\d{4})-(\d{1,2})")
_QUARTER: Final = re.compile(r"(\d{4})-?[Qq]([1-4])")
_YEAR: Final = re.compile(r"\d{4}")


class Period(StrEnum):
    """What is offered by name."""

    THIS_WEEK = "this-week"
    THIS_MONTH = "this-month"
    LAST_MONTH = "last-month"
    THIS_QUARTER = "this-quarter"


def period_days(period: Period, today: date) -> tuple[date, date]:
    """The first and the last day of a period; weeks begin on Monday."""
    if period is Period.THIS_WEEK:
        first = today - timedelta(days=today.weekday())
        return first, first + timedelta(days=6)
    if period is Period.THIS_MONTH:
        return _months(today.year, today.month, 1)
    if period is Period.LAST_MONTH:
        before = today.replace(day=1) - timedelta(days=1)
        return _months(before.year, before.month, 1)
    return _months(today.year, (today.month - 1) // 3 * 3 + 1, 3)


def read_period(text: str) -> tuple[date, date]:
    """2026-11, 2026Q3, 2026, 2026-11-03, or 2026-11-03..2026-12-24. Raises UserError `period-unknown`."""
    typed = text.strip()
    try:
        if ".." in typed:
            first, last = typed.split("..", 1)
            return _within(date.fromisoformat(first.strip()), date.fromisoformat(last.strip()))
        if found := _QUARTER.fullmatch(typed):
            return _within(*_months(int(found[1]), int(found[2]) * 3 - 2, 3))
        if found := _MONTH.fullmatch(typed):
            return _within(*_months(int(found[1]), int(found[2]), 1))
        if _YEAR.fullmatch(typed):
            return _within(*_months(int(typed), 1, 12))
        day = date.fromisoformat(typed)
    except ValueError as error:
        raise UserError("period-unknown", given=text) from error
    return _within(day, day)


def _within(first: date, last: date) -> tuple[date, date]:
    if first > last or first.year not in _YEARS or last.year not in _YEARS:
        raise ValueError(first)
    return first, last


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    until = month + count - 1
    return date(year, month, 1), date(year, until, monthrange(year, until)[1])
