"""How many follow-ups a change of the working calendar puts on another day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from app.calendar_days import CalendarChange
from app.followups.rules.deriving import count_asking, moving_of, reach_of
from app.followups.rules.governing import askings, stored_rules
from app.followups.rules.times import Moving
from app.work import Work
from app.worktime import WorkCalendar
from db.models.access import Permission

_DAY = timedelta(days=1)


def count_moved(work: Work, changes: Iterable[CalendarChange]) -> int:
    """How many steps of rules from today on fall on another day by changes of special days; counted, not read.

    What people planned keeps its day. Raises UserError `not-allowed`.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    found = 0
    for change in changes:
        days = sorted({edit.day for edit in change.edits if edit.day >= work.today()})
        found += _count(work, _runs(_lost(days, change.before, change.after)), change.before)
        found += _count(work, _runs(_lost(days, change.after, change.before)), change.after)
    return found


def _lost(days: Iterable[date], one: WorkCalendar, other: WorkCalendar) -> list[date]:
    """The days with work in the one calendar and without in the other."""
    return [day for day in days if one.is_working_day(day) and not other.is_working_day(day)]


def _runs(days: Iterable[date]) -> list[tuple[date, date]]:
    """First and last of days in a row."""
    runs: list[tuple[date, date]] = []
    for day in days:
        if runs and runs[-1][1] + _DAY == day:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


def _count(work: Work, runs: Iterable[tuple[date, date]], calendar: WorkCalendar) -> int:
    """Steps due on these days by a calendar: those that leave a day closed, or come to one opened."""
    moving = Moving(calendar, moving_of(work).ahead_seconds)
    reach = reach_of(work, None)
    return sum(
        count_asking(work, asking, reach)
        for first, last in runs
        for _rule, asking in askings(stored_rules(work), first, last, moving)
    )
