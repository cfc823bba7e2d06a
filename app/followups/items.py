"""What is to be done: steps the rules ask for and rows somebody planned, in one list."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from app.errors import UserError
from app.followups.kept import counted, is_waiting, kept_item, kept_items
from app.followups.records import Item, ItemKey, ItemKind, Scope
from app.followups.scopes import reachable, read_staff
from app.work import Work
from db.models.access import Permission
from db.models.customers import Customer
from db.models.followups import FollowUp, StepState

LIST_MOST: Final = 500
SPAN_MOST: Final = 10_000
CLOSED_SHOWN: Final = 20
ROW_KINDS: Final = frozenset({ItemKind.FOLLOWUP, ItemKind.VISIT})


@dataclass(frozen=True, kw_only=True, slots=True)
class Due:
    """How much waits: from the days before, for today and for tomorrow."""

    overdue: int
    today: int
    tomorrow: int


def due_items(work: Work, scope: Scope, until: date | None = None, *, limit: int = LIST_MOST) -> list[Item]:
    """What is due by a day (today where none is given), overdue first, then by time; the order people number by."""
    work.require(Permission.PLAN_FOLLOWUPS)
    scope = reachable(work, scope)
    last = until or work.today()
    staff = read_staff(work)
    kept = kept_items(work, scope, staff, is_waiting(), FollowUp.due_on <= last, limit=limit)
    return sorted(kept, key=in_time)[:limit]


def items_between(
    work: Work,
    scope: Scope,
    first: date,
    last: date,
    *,
    kinds: Collection[ItemKind] = frozenset(ItemKind),
    closed: bool = False,
    limit: int = SPAN_MOST,
) -> list[Item]:
    """What is due from one day to another, both included; `closed` adds what was done or called off."""
    work.require(Permission.PLAN_FOLLOWUPS)
    scope = reachable(work, scope)
    staff = read_staff(work)
    found: list[Item] = []
    if ROW_KINDS & set(kinds):
        within = (FollowUp.due_on >= first, FollowUp.due_on <= last)
        states = () if closed else (is_waiting(),)
        found += kept_items(work, scope, staff, *within, *states, limit=limit)
    return sorted((item for item in found if item.key.kind in kinds), key=in_time)[:limit]


def count_due(work: Work, scope: Scope) -> Due:
    """How many are overdue, due today and due tomorrow."""
    work.require(Permission.PLAN_FOLLOWUPS)
    scope = reachable(work, scope)
    today = work.today()
    tomorrow = today + timedelta(days=1)
    by_day = counted(work, scope, read_staff(work), tomorrow)
    overdue = sum(count for day, count in by_day.items() if day < today)
    return Due(overdue=overdue, today=by_day.get(today, 0), tomorrow=by_day.get(tomorrow, 0))


def items_of(work: Work, customer_id: UUID) -> list[Item]:
    """What is open of a customer, the next first, then what was closed last."""
    work.require(Permission.PLAN_FOLLOWUPS)
    work.get(Customer, customer_id)
    staff = read_staff(work)
    of_customer = FollowUp.customer_id == customer_id
    everybody = Scope()
    waiting = kept_items(work, everybody, staff, of_customer, is_waiting(), limit=LIST_MOST)
    past = kept_items(
        work, everybody, staff, of_customer, FollowUp.state != StepState.OPEN,
        limit=CLOSED_SHOWN, newest_first=True,
    )  # fmt: skip
    return [*sorted(waiting, key=in_time), *past]


def open_item(work: Work, key: ItemKey) -> Item:
    """One item as it stands now.

    Raises UserError `item-gone` where it is no longer asked for, `item-not-followup` for an appointment or occasion.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    if key.kind in ROW_KINDS:
        found = kept_item(work, read_staff(work), key.id)
    elif key.kind is ItemKind.STEP:
        found = None
    else:
        raise UserError("item-not-followup")
    if found is None:
        raise UserError("item-gone")
    return found


def in_time(item: Item) -> tuple[date, datetime, str, UUID]:
    """The order of a list: by day, what has a time before what has none, then by the customer's number."""
    at = item.starts_at or datetime.combine(item.due_on, time.max, UTC) + timedelta(days=1)
    return item.due_on, at, item.customer_number, item.key.id
