"""Deadlines in working time: when they fall, why, how much of them is used, and when to warn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from app.errors import UserError
from app.worktime.days import MICROSECOND, SEARCH_YEARS, WorkCalendar, instant_of, moment_of

if TYPE_CHECKING:
    from app.worktime.steps import Step

NONE: Final = timedelta(0)
LONGEST: Final = timedelta(days=3_660)


@dataclass(frozen=True, kw_only=True, slots=True)
class Pause:
    """A time that does not count, because the customer is waited for; without an `end` it still lasts."""

    start: datetime
    end: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Deadline:
    """When an amount of working time is used up; `at` is None while a pause lasts, `remaining` says what is left.

    `unknown_years` are years on the way whose holidays are not known yet.
    """

    start: datetime
    amount: timedelta
    at: datetime | None
    remaining: timedelta
    unknown_years: tuple[int, ...]
    calendar: WorkCalendar = field(repr=False, compare=False)
    pauses: tuple[Pause, ...] = field(default=(), repr=False)

    @property
    def steps(self) -> tuple[Step, ...]:
        """How the deadline comes about, one stretch after the other without a gap; worked out when asked for."""
        from app.worktime.steps import steps

        return steps(self)


def deadline(
    calendar: WorkCalendar, start: datetime, amount: timedelta, pauses: Sequence[Pause] = ()
) -> Deadline:
    """When `amount` of working time has passed since `start`; paused time is added to what remains.

    It falls on the first such moment: 18:00, not 09:00 of the next day. Nothing to be worked is due at the start.
    Raises UserError `duration-negative`, `duration-too-long`, `working-hours-none`.
    """
    if amount < NONE:
        raise UserError("duration-negative")
    if amount > LONGEST:
        raise UserError("duration-too-long")
    now, left = instant_of(start), amount // MICROSECOND
    at: int | None = None
    for begin, end in _merged(pauses, now):
        worked = _worked(calendar, now, begin)
        if left <= worked:
            break
        left -= worked
        now = begin if end is None else end
        if end is None:
            return _deadline(calendar, start, amount, pauses, at=None, until=now, left=left)
    at = _after(calendar, now, left)
    return _deadline(calendar, start, amount, pauses, at=at, until=at, left=0)


def worked_between(
    calendar: WorkCalendar, start: datetime, end: datetime, pauses: Sequence[Pause] = ()
) -> timedelta:
    """The working time between two moments, pauses left out; nothing when the end is not later."""
    first, last = instant_of(start), instant_of(end)
    total, now = 0, first
    for begin, over in _merged(pauses, first):
        if begin >= last:
            break
        total += _worked(calendar, now, begin)
        now = last if over is None else over
    return timedelta(microseconds=total + _worked(calendar, now, last))


def share_used(
    calendar: WorkCalendar, start: datetime, amount: timedelta, now: datetime, pauses: Sequence[Pause] = ()
) -> float:
    """How much of the amount is used: 0.5 for half, above 1 when the deadline is past.

    Raises UserError `duration-negative`.
    """
    if amount < NONE:
        raise UserError("duration-negative")
    if not amount:
        return 1.0 if now >= start else 0.0
    return worked_between(calendar, start, now, pauses) / amount


def warning_at(
    calendar: WorkCalendar, start: datetime, amount: timedelta, share: float, pauses: Sequence[Pause] = ()
) -> datetime | None:
    """When that share of the amount is used, or the next opening where that falls on a closing time.

    None when a pause that still lasts comes before. Raises as `deadline`.
    """
    found = deadline(calendar, start, amount * share, pauses).at
    return None if found is None else calendar.next_opening(found)


def _deadline(
    calendar: WorkCalendar,
    start: datetime,
    amount: timedelta,
    pauses: Sequence[Pause],
    *,
    at: int | None,
    until: int,
    left: int,
) -> Deadline:
    years = range(calendar.year_of(instant_of(start)), calendar.year_of(until) + 1)
    return Deadline(
        start=start,
        amount=amount,
        at=None if at is None else moment_of(at),
        remaining=timedelta(microseconds=left),
        unknown_years=tuple(year for year in years if not calendar.is_known(year)),
        calendar=calendar,
        pauses=tuple(pauses),
    )


def merged(pauses: Sequence[Pause], start: datetime) -> list[tuple[datetime, datetime | None]]:
    """Pauses after a start, in order and without overlap."""
    return [
        (moment_of(begin), None if end is None else moment_of(end))
        for begin, end in _merged(pauses, instant_of(start))
    ]


def _merged(pauses: Sequence[Pause], start: int) -> Iterator[tuple[int, int | None]]:
    """As `merged`; a pause that ends before it starts (two clocks that differ) counts as none."""
    if not pauses:
        return
    known = sorted(
        ((max(instant_of(p.start), start), None if p.end is None else instant_of(p.end)) for p in pauses),
        key=lambda pair: pair[0],
    )
    begin: int | None = None
    last = start
    for first, end in known:
        if end is not None and end <= first:
            continue
        if begin is not None and first > last:
            yield begin, last
            begin = None
        if begin is None:
            begin, last = first, first
        if end is None:
            yield begin, None
            return
        last = max(last, end)
    if begin is not None:
        yield begin, last


def _worked(calendar: WorkCalendar, start: int, end: int) -> int:
    if end <= start:
        return 0
    first, last = calendar.year_of(start), calendar.year_of(end)
    between = sum(calendar.year(number).total for number in range(first, last))
    return between + calendar.year(last).worked_until(end) - calendar.year(first).worked_until(start)


def _after(calendar: WorkCalendar, start: int, amount: int) -> int:
    """The first instant by which that much has been worked since the start."""
    if amount == 0:
        return start
    number = calendar.year_of(start)
    year = calendar.year(number)
    need = amount + year.worked_until(start)
    empty = 0
    while need > year.total:
        need -= year.total
        number += 1
        year = calendar.year(number)
        empty = 0 if year.total else empty + 1
        if empty == SEARCH_YEARS:
            raise UserError("working-hours-none", day=calendar.local_day(moment_of(start)))
    return year.reached(need)
