"""Which days a view shows, and what a step forward or back means in it."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

DAY = timedelta(days=1)
FIRST, LAST = (
    date(1901, 1, 1),
    date(2099, 12, 31),
)  # the years lunar dates are known for, with room at both ends
AGENDA_DAYS = 28


class ViewKind(StrEnum):
    """The four ways to look at the same items."""

    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    AGENDA = "agenda"


def clamped(day: date) -> date:
    """The day, or the nearest one the calendar reaches."""
    return min(max(day, FIRST), LAST)


def moved(day: date, days: int) -> date:
    """So many days on or back, within the calendar's reach."""
    ordinal = min(max(day.toordinal() + days, FIRST.toordinal()), LAST.toordinal())
    return date.fromordinal(ordinal)


def monday(day: date) -> date:
    """The first day of its week."""
    return day - day.weekday() * DAY


def shown_days(kind: ViewKind, day: date) -> tuple[date, ...]:
    """The days on screen when `day` is the chosen one: whole weeks for the month, Monday first."""
    if kind is ViewKind.DAY:
        return (day,)
    first, count = monday(day), 7
    if kind is ViewKind.AGENDA:
        count = AGENDA_DAYS
    if kind is ViewKind.MONTH:
        first = monday(day.replace(day=1))
        last = day.replace(day=monthrange(day.year, day.month)[1])
        count = (last - first).days // 7 * 7 + 7
    return tuple(first + number * DAY for number in range(count))


def stepped(kind: ViewKind, day: date, by: int) -> date:
    """The chosen day after so many pages: the same day of another month, weekday of another week."""
    if kind is not ViewKind.MONTH:
        return moved(day, by * {ViewKind.DAY: 1, ViewKind.WEEK: 7}.get(kind, AGENDA_DAYS))
    month = day.year * 12 + day.month - 1 + by
    year, number = divmod(month, 12)
    if not FIRST.year <= year <= LAST.year:
        return clamped(date(LAST.year, 12, 31) if by > 0 else FIRST)
    return date(year, number + 1, min(day.day, monthrange(year, number + 1)[1]))
