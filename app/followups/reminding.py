"""C7: what the desktop reminds a person of: what begins soon, and once a morning what is left from before.

Only in working time: a reminder that fell into the night comes, if it still matters, when the branch opens.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from app.calendar_days import work_calendar
from app.followups.dates.occurrences import occurrences
from app.followups.items import count_due, items_between
from app.followups.records import Item, ItemKey, ItemKind, Scope
from app.lists import setting
from app.work import Work
from db.models.access import Permission
from db.models.followups import StepState

GRACE: Final = timedelta(minutes=5)
"""How long after it began something is still worth a reminder."""
PAUSE: Final = timedelta(seconds=60)
_ROWS: Final = frozenset({ItemKind.STEP, ItemKind.FOLLOWUP, ItemKind.VISIT})


@dataclass(frozen=True, kw_only=True, slots=True)
class Reminder:
    """One notification: of an item that begins at `at`, or without one the line of the morning with its counts.

    `name` is the same for the same thing at the same time, so that nothing is told twice.
    """

    name: str
    key: ItemKey | None = None
    at: datetime | None = None
    on: date
    title: str = ""
    customer_name: str = ""
    place: str = ""
    overdue: int = 0
    today: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Reminders:
    """What to tell now, and when to look again."""

    found: tuple[Reminder, ...]
    next_at: datetime


def reminders(work: Work, now: datetime, told: Collection[str] = ()) -> Reminders:
    """What a person is to be reminded of now and was not yet; nothing outside working time.

    Their own items, and the appointments of the whole branch; what belongs to nobody reminds nobody.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    calendar = work_calendar(work)
    if not calendar.is_open(now):
        return Reminders(found=(), next_at=max(calendar.next_opening(now), now + PAUSE))
    found = [*_morning(work, now, told), *_soon(work, now)]
    return Reminders(
        found=tuple(reminder for reminder in found if reminder.name not in told), next_at=now + PAUSE
    )


def _morning(work: Work, now: datetime, told: Collection[str]) -> list[Reminder]:
    """One line for all that is left; looked up once a day."""
    today = now.astimezone().date()
    name = f"morning {today}"
    if name in told:
        return []
    due = count_due(work, Scope(person=work.actor.account_id, unassigned=False))
    return [Reminder(name=name, on=today, overdue=due.overdue, today=due.today)]


def _soon(work: Work, now: datetime) -> list[Reminder]:
    """What begins within the time the branch set, or began a moment ago."""
    lead = timedelta(minutes=int(setting(work, "reminder-lead-minutes")))
    first, last = (now - GRACE).astimezone().date(), (now + lead).astimezone().date()
    me = work.actor.account_id
    items = [
        *items_between(work, Scope(person=me, unassigned=False), first, last, kinds=_ROWS),
        *occurrences(work, Scope(person=me), first, last),
    ]
    found = [item for item in items if item.starts_at is not None and item.state is StepState.OPEN]
    soon = [item for item in found if now - GRACE <= (item.starts_at or now) <= now + lead]
    return [_of(item) for item in sorted(soon, key=lambda item: item.starts_at or now)]


def _of(item: Item) -> Reminder:
    return Reminder(
        name=f"{item.key.id} {item.key.rule_id} {item.starts_at}",
        key=item.key,
        at=item.starts_at,
        on=item.due_on,
        title=item.title,
        customer_name=item.customer_name,
        place=item.points.partition("\n")[0] if item.key.kind is ItemKind.APPOINTMENT else "",
    )
