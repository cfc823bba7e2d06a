"""The days on which a rule recurs, worked out for the window asked and never further.

An engine of our own on whole days: python-dateutil runs on to the year 9999 where a rule matches nothing, which a
file from outside may bring on purpose. Here every question ends with its window; the tests hold it against dateutil.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from app.followups.dates.recurrence import RecurrenceUnit, Rule, comparable

NEVER_YEARS: Final = 40
"""A rule that gives no day for so long gives none: 02-29 comes after eight years at most, of one weekday after 40."""
FAR_YEARS: Final = 100
"""A series that ends later than this counts as one without end."""
_DAY: Final = timedelta(days=1)


def days_between(rule: Rule, start: date, first: date, last: date) -> list[date]:
    """The days from `first` to `last`, both included, on which a series begun at `start` takes place."""
    rule = comparable(rule, start)
    last = last if rule.until is None else min(last, rule.until)
    found: list[date] = []
    skip = 0 if rule.count is not None else _periods_before(rule, start, first)
    for number, day in enumerate(_days(rule, start, skip, last), 1):
        if day > last or (rule.count is not None and number > rule.count):
            break
        if day >= first:
            found.append(day)
    return found


def first_day(rule: Rule, start: date) -> date | None:
    """The first day of a series on or after `start`; None where it has none."""
    last = min(rule.until or date.max, _years_on(start, NEVER_YEARS))
    return next((day for day in _days(comparable(rule, start), start, 0, last) if day <= last), None)


def last_day(rule: Rule, start: date) -> date | None:
    """The last day of a series that ends; None for one without end."""
    if rule.until is not None:
        days = days_between(rule, start, start, min(rule.until, _years_on(start, FAR_YEARS)))
        return days[-1] if days else start
    if rule.count is None:
        return None
    days = days_between(rule, start, start, _years_on(start, FAR_YEARS))
    return days[-1] if len(days) == rule.count else None


def is_day_of(rule: Rule, start: date, day: date) -> bool:
    """Whether the series takes place on this day."""
    return bool(days_between(rule, start, day, day))


def _years_on(day: date, years: int) -> date:
    return date.max if day.year + years > date.max.year else date(day.year + years, 12, 31)


def _days(rule: Rule, start: date, skip: int, last: date) -> Iterator[date]:
    """All days from the period number `skip` on, until a period begins after `last`."""
    period = skip
    while True:
        try:
            begin, found = _period(rule, start, period * rule.every)
        except (OverflowError, ValueError):
            return  # the calendar of Python ends with the year 9999
        if begin > last:
            return
        yield from (day for day in _positions(rule, found) if day >= start)
        period += 1


def _periods_before(rule: Rule, start: date, first: date) -> int:
    """How many whole steps surely lie before `first`."""
    if first <= start:
        return 0
    if rule.unit is RecurrenceUnit.DAY:
        passed = (first - start).days
    elif rule.unit is RecurrenceUnit.WEEK:
        passed = (first - start).days // 7
    elif rule.unit is RecurrenceUnit.MONTH:
        passed = (first.year - start.year) * 12 + first.month - start.month
    else:
        passed = first.year - start.year
    return max(0, passed // rule.every - 1)


def _period(rule: Rule, start: date, on: int) -> tuple[date, list[date]]:
    """The beginning of the period `on` units after the first, and its days that fit, in order."""
    if rule.unit is RecurrenceUnit.DAY:
        day = start + on * _DAY
        return day, [day] if _fits(rule, day) else []
    if rule.unit is RecurrenceUnit.WEEK:
        begin = start - timedelta(days=(start.weekday() - rule.week_start) % 7) + timedelta(weeks=on)
        return begin, [day for day in (begin + number * _DAY for number in range(7)) if _fits(rule, day)]
    if rule.unit is RecurrenceUnit.MONTH:
        year, month = divmod(start.year * 12 + start.month - 1 + on, 12)
        begin = date(year, month + 1, 1)
        return begin, _of_month(rule, begin)
    begin = date(start.year + on, 1, 1)
    months = rule.by_month or tuple(range(1, 13))
    if rule.by_day and not rule.by_month and any(nth for nth, _ in rule.by_day):
        return begin, _of_year(rule, begin)
    return begin, [day for month in months for day in _of_month(rule, begin.replace(month=month))]


def _of_month(rule: Rule, begin: date) -> list[date]:
    length = monthrange(begin.year, begin.month)[1]
    days = (begin + number * _DAY for number in range(length))
    return [day for day in days if _fits(rule, day, day.day, length)]


def _of_year(rule: Rule, begin: date) -> list[date]:
    """Weekdays counted within the year: the 20th Monday."""
    length = (begin.replace(month=12, day=31) - begin).days + 1
    days = (begin + number * _DAY for number in range(length))
    return [day for number, day in enumerate(days, 1) if _fits(rule, day, number, length)]


def _fits(rule: Rule, day: date, number: int = 0, length: int = 0) -> bool:
    """`number` of `length` is the day's place in the month or year its weekdays are counted in."""
    if rule.by_month and day.month not in rule.by_month:
        return False
    if rule.by_month_day:
        back = day.day - monthrange(day.year, day.month)[1] - 1
        if day.day not in rule.by_month_day and back not in rule.by_month_day:
            return False
    return not rule.by_day or any(
        weekday == day.weekday() and nth in (0, (number - 1) // 7 + 1, -((length - number) // 7) - 1)
        for nth, weekday in rule.by_day
    )


def _positions(rule: Rule, days: list[date]) -> list[date]:
    if not rule.by_position:
        return days
    size = len(days)
    places = {place - 1 if place > 0 else size + place for place in rule.by_position}
    return [day for number, day in enumerate(days) if number in places]
