"""What is to be done: steps the rules ask for and rows somebody planned, in one list."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from app.errors import UserError
from app.followups.dates.occurrences import find_occurrence, occurrences
from app.followups.kept import counted, is_waiting, kept_item, kept_items
from app.followups.records import Item, ItemKey, ItemKind, Scope
from app.followups.rules import derived
from app.followups.scopes import reachable, read_staff
from app.followups.standing import customer_of_step, open_row_of
from app.work import Work
from db.models.access import Permission
from db.models.followups import FollowUp, StepState

LIST_MOST: Final = 500
COUNT_MOST: Final = 1_000
SPAN_MOST: Final = 20_000
CLOSED_SHOWN: Final = 20
ROW_KINDS: Final = frozenset({ItemKind.FOLLOWUP, ItemKind.VISIT})
_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Due:
    """How much waits: from the days before, for today and for tomorrow."""

    overdue: int
    today: int
    tomorrow: int


def due_items(
    work: Work, scope: Scope, until: date | None = None, *, limit: int = LIST_MOST, language: str = "zh"
) -> list[Item]:
    """What is due by a day (today where none is given), overdue first, then by time; the order people number by.

    Raises UserError `not-allowed`, also for somebody else's without the right to assign work.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    scope, last = reachable(work, scope), until or work.today()
    kept = kept_items(
        work, scope, read_staff(work), is_waiting(), FollowUp.due_on <= last, limit=limit, language=language
    )
    steps = derived.due_steps(work, scope, last, limit=limit, language=language)
    dated = occurrences(work, scope, work.today(), last, limit=limit) if last >= work.today() else []
    return sorted([*kept, *steps, *dated], key=in_time)[:limit]


def items_between(
    work: Work,
    scope: Scope,
    first: date,
    last: date,
    *,
    kinds: Collection[ItemKind] = frozenset(ItemKind),
    closed: bool = False,
    limit: int = SPAN_MOST,
    language: str = "zh",
) -> list[Item]:
    """What is due from one day to another, both included; `closed` adds what was done or called off.

    Raises as `due_items`.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    scope = reachable(work, scope)
    found: list[Item] = []
    if ROW_KINDS & set(kinds):
        within = (FollowUp.due_on >= first, FollowUp.due_on <= last, *(() if closed else (is_waiting(),)))
        found += kept_items(work, scope, read_staff(work), *within, limit=limit, language=language)
    if ItemKind.STEP in kinds:
        found += derived.steps_between(work, scope, first, last, limit=limit, language=language)
    if ItemKind.APPOINTMENT in kinds:
        found += occurrences(work, scope, first, last, cancelled=closed, limit=limit)
    return sorted((item for item in found if item.key.kind in kinds), key=in_time)[:limit]


def count_due(work: Work, scope: Scope) -> Due:
    """How many are overdue (steps counted up to 1,000), due today, due tomorrow. Raises as `due_items`."""
    work.require(Permission.PLAN_FOLLOWUPS)
    scope, today = reachable(work, scope), work.today()
    tomorrow = today + _ONE_DAY
    rows = counted(work, scope, read_staff(work), tomorrow)
    steps = derived.count_steps(work, scope, today, tomorrow)
    overdue = derived.count_steps(work, scope, None, today - _ONE_DAY, most=COUNT_MOST)
    return Due(
        overdue=overdue + sum(count for day, count in rows.items() if day < today),
        today=rows.get(today, 0) + steps.get(today, 0),
        tomorrow=rows.get(tomorrow, 0) + steps.get(tomorrow, 0),
    )


def items_of(work: Work, customer_id: UUID, *, language: str = "zh") -> list[Item]:
    """What is open of a customer, the next first, then what was closed last.

    Raises UserError `not-allowed`, `row-gone`.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    steps = derived.steps_of(work, customer_id, language=language)
    staff = read_staff(work)
    theirs = FollowUp.customer_id == customer_id
    waiting = kept_items(work, None, staff, theirs, is_waiting(), limit=LIST_MOST, language=language)
    past = kept_items(
        work, None, staff, theirs, FollowUp.state != StepState.OPEN,
        limit=CLOSED_SHOWN, newest_first=True, language=language,
    )  # fmt: skip
    return [*sorted([*steps, *waiting], key=in_time), *past]


def open_item(work: Work, key: ItemKey, *, language: str = "zh") -> Item:
    """One item as it stands now; a step somebody made a row of is that row.

    Raises UserError `item-gone` where it is no longer asked for, `item-not-followup` for an occasion.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    if key.kind is ItemKind.STEP:
        row_id = open_row_of(work, key.rule_id, key.id)
        found = (
            _step_now(work, key, language)
            if row_id is None
            else kept_item(work, read_staff(work), row_id, language)
        )
    elif key.kind in ROW_KINDS:
        found = kept_item(work, read_staff(work), key.id, language)
    elif key.kind is ItemKind.APPOINTMENT:
        found = find_occurrence(work, key)
    else:
        raise UserError("item-not-followup")
    if found is None:
        raise UserError("item-gone")
    return found


def _step_now(work: Work, key: ItemKey, language: str) -> Item | None:
    customer_id = customer_of_step(work, key)
    if customer_id is None:
        return None
    steps = derived.steps_of(work, customer_id, language=language)
    return next((item for item in steps if item.key == key), None)


def in_time(item: Item) -> tuple[date, datetime, str, UUID]:
    """The order of a list: by day, what has a time before what has none, then by the customer's number."""
    at = item.starts_at or datetime.combine(item.due_on, time.max, UTC) + _ONE_DAY
    return item.due_on, at, item.customer_number, item.key.id
