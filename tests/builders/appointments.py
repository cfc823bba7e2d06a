"""Appointments to test with."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from app.access.actor import Actor
from app.followups.dates.appointments import save_appointment
from app.followups.dates.occurrences import occurrences
from app.followups.dates.records import Draft
from app.followups.dates.recurrence import Recurrence, RecurrenceUnit
from app.followups.records import Item, ItemKey, Scope
from tests.builders.databases import Founded

WEEKLY = Recurrence(unit=RecurrenceUnit.WEEK, weekdays=(1, 3))


def meeting(
    branch: Founded, starts_at: datetime, actor: Actor | None = None, *, minutes: int = 60, **given: object
) -> ItemKey:
    """A meeting of the whole branch, an hour long where nothing else is said."""
    ends_at = starts_at + timedelta(minutes=minutes)
    draft = Draft(**{"title": "销售例会", "starts_at": starts_at, "ends_at": ends_at, **given})  # type: ignore[arg-type]
    with branch.change(actor) as work:
        return save_appointment(work, None, draft).key


def shown(
    branch: Founded,
    first: date,
    last: date,
    actor: Actor | None = None,
    scope: Scope | None = None,
    **given: bool,
) -> list[Item]:
    """What the calendar shows of some days."""
    with branch.store.read(actor or branch.actor) as work:
        return occurrences(work, scope or Scope(), first, last, **given)


def days_shown(branch: Founded, first: date, last: date) -> list[date]:
    return [item.due_on for item in shown(branch, first, last)]
