"""How much working time tickets still have, for the lines of the desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from app.calendar_days import work_calendar
from app.complaints.people import require_desk
from app.complaints.records import TicketLine
from app.work import Work
from app.worktime import worked_between


@dataclass(frozen=True, kw_only=True, slots=True)
class TimeLeft:
    """Working time until the next limit (negative: since), and roughly how much of it is used, 1 for all."""

    left: timedelta
    used: float


def times_left(work: Work, lines: Sequence[TicketLine]) -> dict[UUID, TimeLeft]:
    """The working time until each ticket's next limit by the calendar of the actor's branch; lines without a limit
    are left out."""
    require_desk(work)
    calendar, now = work_calendar(work), work.now()
    found = {}
    for line in lines:
        due = line.next_due_at
        if due is None or line.ended_at is not None:
            continue
        past = due <= now
        left = worked_between(calendar, due, now) if past else worked_between(calendar, now, due)
        whole = worked_between(calendar, line.received_at, due)
        used = 1.0 if past or not whole else min(max(1 - left / whole, 0.0), 1.0)
        found[line.id] = TimeLeft(left=-left if past else left, used=used)
    return found
