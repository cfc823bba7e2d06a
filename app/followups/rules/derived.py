"""C1: what the rules ask for, worked out from the cards each time it is asked for and kept nowhere.

A step stands until somebody planned, moved, skipped or did it (a row of `followup`), or a contact came after what it
counts from. Days without work move a step to the next day with work.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import overload
from uuid import UUID

from app.followups.records import Item, Scope
from app.followups.rules.deriving import (
    ALL,
    Step,
    count_asking,
    days_of,
    items_of,
    moving_of,
    reach_of,
    read_steps,
    rules_skipped,
)
from app.followups.rules.governing import askings, stored_rules
from app.work import Work
from db.models.access import Permission
from db.models.customers import Customer

MONTH_MOST = 20_000
OF_CUSTOMER_MOST = 100


def due_steps(work: Work, scope: Scope, until: date, *, limit: int = 500, language: str = "zh") -> list[Item]:
    """Derived steps due by a day, the oldest first.

    Raises UserError `not-allowed`, also for another person's steps without the right to assign work.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    return items_of(work, read_steps(work, scope, None, until, limit=limit), language)


def steps_between(
    work: Work, scope: Scope, first: date, last: date, *, limit: int = MONTH_MOST, language: str = "zh"
) -> list[Item]:
    """Derived steps due from `first` to `last`, both included, the oldest first. Raises as `due_steps`."""
    work.require(Permission.PLAN_FOLLOWUPS)
    return items_of(work, read_steps(work, scope, first, last, limit=limit), language)


@overload
def count_steps(work: Work, scope: Scope, first: None, last: date, *, most: int = ALL) -> int: ...


@overload
def count_steps(work: Work, scope: Scope, first: date, last: date) -> dict[date, int]: ...


def count_steps(
    work: Work, scope: Scope, first: date | None, last: date, *, most: int = ALL
) -> int | dict[date, int]:
    """How many derived steps are due by `last`, counted up to `most`; with `first` how many on each day that has any.

    Raises as `due_steps`.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    moving, reach = moving_of(work), reach_of(work, scope)
    rules = stored_rules(work)
    skipped = rules_skipped(work, rules)
    asked = [
        (rule, replace(asking, has_skips=rule.id in skipped))
        for rule, asking in askings(rules, first, last, moving)
    ]
    if first is None:
        total = 0
        for _rule, asking in asked:
            total += count_asking(work, asking, reach, most - total)
        return total
    by_day: dict[date, int] = {}
    for rule, asking in asked:
        for day, count in days_of(work, rule, asking, reach, moving).items():
            by_day[day] = by_day.get(day, 0) + count
    return dict(sorted(by_day.items()))


def steps_of(work: Work, customer_id: UUID, *, language: str = "zh") -> list[Item]:
    """What each rule asks next for one customer, however far ahead, the nearest first.

    Raises UserError `not-allowed`, `row-gone`.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    customer = work.get(Customer, customer_id)
    found = read_steps(
        work,
        None,
        None,
        date.max,
        limit=OF_CUSTOMER_MOST,
        customer_id=customer_id,
        branch_id=customer.branch_id,
    )
    return items_of(work, found, language)


__all__ = ["Step", "count_steps", "due_steps", "moving_of", "read_steps", "steps_between", "steps_of"]
