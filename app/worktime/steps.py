"""Why a deadline is what it is: every stretch from its start to its end, in order and without a gap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from app.worktime.days import MICROSECOND, ONE_DAY, Day, WorkCalendar, instant_of, moment_of
from db.models.days import DayKind

if TYPE_CHECKING:
    from app.worktime.deadlines import Deadline

NONE: Final = timedelta(0)


class StepKind(StrEnum):
    """What happens in a stretch; time counts in `COUNTED` and `MAKE_UP` alone."""

    STARTS = "starts"
    COUNTED = "counted"
    MAKE_UP = "make-up"
    LUNCH = "lunch"
    NIGHT = "night"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    CLOSED = "closed"
    PAUSED = "paused"
    ENDS = "ends"


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """A stretch of the way to a deadline: what counted in it, and what remained after it.

    `end` is None for a pause that still lasts; `day` tells what is special about its day.
    """

    kind: StepKind
    begin: datetime
    end: datetime | None
    counted: timedelta = NONE
    remaining: timedelta
    day: Day | None = None

    def name(self, language: str) -> str:
        """The name of its special day in "zh" or "en"; "" for an ordinary one."""
        return "" if self.day is None else self.day.name(language)


def steps(found: Deadline) -> tuple[Step, ...]:
    """The way of a deadline: it starts, counts, rests and ends (or still rests in a pause)."""
    from app.worktime.deadlines import merged

    left = found.amount
    now = found.start
    way = [Step(kind=StepKind.STARTS, begin=now, end=now, remaining=left)]
    for begin, end in merged(found.pauses, found.start):
        if found.at is not None and found.at <= begin:
            break
        way += _stretches(found.calendar, now, begin, left)
        left = way[-1].remaining
        way.append(Step(kind=StepKind.PAUSED, begin=begin, end=end, remaining=left))
        now = begin if end is None else end
    if found.at is not None:
        way += _stretches(found.calendar, now, found.at, left)
        way.append(Step(kind=StepKind.ENDS, begin=found.at, end=found.at, remaining=NONE))
    return tuple(way)


def _stretches(calendar: WorkCalendar, start: datetime, end: datetime, left: timedelta) -> list[Step]:
    """What lies between two moments without a pause, with what remains after each stretch."""
    found: list[Step] = []
    for step in _cut(calendar, instant_of(start), instant_of(end)):
        left -= step.counted
        last = found[-1] if found else None
        if last is not None and _is_one_rest(last, step):
            day = step.day if last.kind is StepKind.NIGHT else last.day
            kind = step.kind if last.kind is StepKind.NIGHT else last.kind
            found[-1] = replace(last, kind=kind, day=day, end=step.end)
        else:
            found.append(replace(step, remaining=left))
    return found


def _is_one_rest(last: Step, step: Step) -> bool:
    """The evening before and the morning after belong to the rest between them; two different rests stay two."""
    if last.counted or step.counted:
        return False
    return StepKind.NIGHT in (last.kind, step.kind) or (last.kind, last.day) == (step.kind, step.day)


def _cut(calendar: WorkCalendar, start: int, end: int) -> Iterator[Step]:
    day = calendar.local_day(moment_of(start))
    while calendar.begin_of(day) < end:
        for kind, begin, over in _parts(calendar, day):
            begin, over = max(begin, start), min(over, end)  # noqa: PLW2901 - clipped to what is asked for
            if begin < over:
                counts = kind in (StepKind.COUNTED, StepKind.MAKE_UP)
                yield Step(
                    kind=kind,
                    begin=moment_of(begin),
                    end=moment_of(over),
                    counted=(over - begin) * MICROSECOND if counts else NONE,
                    remaining=NONE,
                    day=None if kind in (StepKind.NIGHT, StepKind.LUNCH) else calendar.days.get(day),
                )
        day += ONE_DAY


def _parts(calendar: WorkCalendar, day: date) -> Iterator[tuple[StepKind, int, int]]:
    """A day from midnight to midnight in its parts."""
    now, over = calendar.begin_of(day), calendar.begin_of(day + ONE_DAY)
    stretches = calendar.stretches_on(day)
    special = calendar.days.get(day)
    if not stretches:
        yield _rest(day, special), now, over
        return
    makes_up = special is not None and special.kind is DayKind.WORKDAY
    for number, (begin, end) in enumerate(stretches):
        yield StepKind.LUNCH if number else StepKind.NIGHT, now, begin
        yield StepKind.MAKE_UP if makes_up else StepKind.COUNTED, begin, end
        now = end
    yield StepKind.NIGHT, now, over


def _rest(day: date, special: Day | None) -> StepKind:
    if special is not None and special.kind is DayKind.HOLIDAY:
        return StepKind.HOLIDAY
    if special is None and day.weekday() >= 5:
        return StepKind.WEEKEND
    return StepKind.CLOSED
