"""C1: what the rules ask for, worked out from the cards each time it is asked for and kept nowhere.

A step stands until somebody planned, moved, skipped or did it (a row of `followup`), or a contact came after what it
counts from. Days without work move a step to the next day with work.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, overload
from uuid import UUID

from sqlalchemy import func, or_, select

from app.followups.governing import askings, stored_rules
from app.followups.records import Item, ItemKey, ItemKind, Scope
from app.followups.rule_records import RuleRecord
from app.followups.rule_times import Due, EveryDay, Moving, day_as_moment, due_of
from app.followups.step_faces import Face, read_faces
from app.work import Work
from db.models.access import Account, Permission
from db.models.customers import Customer
from db.queries.steps import Asking, Reach, statements


@dataclass(frozen=True, slots=True)
class Step:
    """A derived step before its customer is read."""

    rule: RuleRecord
    customer_id: UUID
    subject_id: UUID
    base_at: datetime
    due: Due
    owner_id: UUID | None

    @property
    def order(self) -> tuple[date, bool, datetime, int, datetime, UUID]:
        """The oldest first; those with a time before those without."""
        return (
            self.due.on,
            self.due.at is None,
            self.due.at or self.base_at,
            self.rule.position,
            self.base_at,
            self.customer_id,
        )


def due_steps(work: Work, scope: Scope, until: date, *, limit: int = 500, language: str = "zh") -> list[Item]:
    """Derived steps due by a day, the oldest first.

    Raises UserError `not-allowed`, also for another person's steps without the right to assign work.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    return _items(work, read_steps(work, scope, None, until, limit=limit), language)


def steps_between(
    work: Work, scope: Scope, first: date, last: date, *, limit: int = 20_000, language: str = "zh"
) -> list[Item]:
    """Derived steps due from `first` to `last`, both included, the oldest first. Raises as `due_steps`."""
    work.require(Permission.PLAN_FOLLOWUPS)
    return _items(work, read_steps(work, scope, first, last, limit=limit), language)


@overload
def count_steps(work: Work, scope: Scope, first: None, last: date) -> int: ...


@overload
def count_steps(work: Work, scope: Scope, first: date, last: date) -> dict[date, int]: ...


def count_steps(work: Work, scope: Scope, first: date | None, last: date) -> int | dict[date, int]:
    """How many derived steps are due by `last`; with `first` how many on each day that has any.

    Raises as `due_steps`.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    moving = moving_of(work)
    reach = reach_of(work, scope)
    total, by_day = 0, dict[date, int]()
    for rule, asking in askings(stored_rules(work), first, last, moving):
        for query in statements(asking, work.actor.branch_id, reach):
            if first is None:
                narrow = query.order_by(None).subquery()
                total += int(_execute(work, select(func.count()).select_from(narrow)).scalar() or 0)
                continue
            for row in _execute(work, query):
                base = row.base if asking.event_at is None else asking.event_at.date()
                on = due_of(rule, base, moving).on
                by_day[on] = by_day.get(on, 0) + 1
    return total if first is None else dict(sorted(by_day.items()))


def steps_of(work: Work, customer_id: UUID, *, language: str = "zh") -> list[Item]:
    """What each rule asks next for one customer, however far ahead, the nearest first.

    Raises UserError `not-allowed`, `row-gone`.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    customer = work.get(Customer, customer_id)
    found = read_steps(
        work, None, None, date.max, limit=100, customer_id=customer_id, branch_id=customer.branch_id
    )
    return _items(work, found, language)


def moving_of(work: Work) -> Moving:
    """How steps move off days without work, by the branch's calendar; the permission is the caller's."""
    ahead = work.now().astimezone().utcoffset()
    return Moving(EveryDay(), 0 if ahead is None else int(ahead.total_seconds()))


def reach_of(work: Work, scope: Scope | None) -> Reach:
    """Whose steps the actor may read of those asked for; None: all of a customer at the counter."""
    gone = tuple(
        _execute(
            work,
            select(Account.id).where(or_(Account.closed_at.is_not(None), Account.deleted_at.is_not(None))),
        ).scalars()
    )
    if scope is None:
        return Reach(gone=gone)
    me = work.actor.account_id
    if scope.person is not None:
        if scope.person != me:
            work.require(Permission.ASSIGN_WORK)
        return Reach(person=scope.person, unassigned=scope.unassigned, gone=gone)
    return Reach(visible_to=None if work.actor.may(Permission.ASSIGN_WORK) else me, gone=gone)


def read_steps(
    work: Work,
    scope: Scope | None,
    first: date | None,
    last: date,
    *,
    limit: int,
    rules: Sequence[RuleRecord] | None = None,
    customer_id: UUID | None = None,
    branch_id: UUID | None = None,
) -> list[Step]:
    """The steps themselves, within a use case that has asked for permission; of one customer where it is given.

    `rules` are those to go by instead of the stored ones; `scope` None is everybody's.
    """
    if limit < 1 or (first is not None and first > last):
        return []
    moving = moving_of(work)
    reach = reach_of(work, scope)
    steps: list[Step] = []
    for rule, asking in askings(stored_rules(work) if rules is None else rules, first, last, moving):
        for query in statements(asking, branch_id or work.actor.branch_id, reach):
            wanted = query if customer_id is None else query.where(Customer.id == customer_id)
            rows = _execute(work, wanted.order_by("base").limit(limit))
            steps += (_step(rule, asking, row, moving, reach) for row in rows)
    steps.sort(key=lambda step: step.order)
    return steps[:limit]


def _step(rule: RuleRecord, asking: Asking, row: Any, moving: Moving, reach: Reach) -> Step:
    base = row.base if asking.event_at is None else asking.event_at.date()
    return Step(
        rule=rule,
        customer_id=row.customer_id,
        subject_id=row.subject_id,
        base_at=base if isinstance(base, datetime) else day_as_moment(base),
        due=due_of(rule, base, moving),
        owner_id=None if row.owner_id in reach.gone else row.owner_id,
    )


def _execute(work: Work, query: Any) -> Any:
    """Past the session's narrowing, which these queries do themselves and which costs as much as a small one."""
    work.session.flush()
    return work.session.connection().execute(query)


def _items(work: Work, steps: Sequence[Step], language: str) -> list[Item]:
    faces = read_faces(work, [step.customer_id for step in steps], [step.owner_id for step in steps])
    today = work.today()
    return [_item(step, faces.customers[step.customer_id], faces.names, today, language) for step in steps]


def _item(step: Step, face: Face, names: dict[UUID, str], today: date, language: str) -> Item:
    rule = step.rule
    return Item(
        key=ItemKey(kind=ItemKind.STEP, id=step.subject_id, rule_id=rule.id),
        customer_id=step.customer_id,
        customer_number=face.number,
        customer_name=face.name,
        phone=face.phone,
        class_code=face.class_code,
        intent_level=face.intent_level,
        title=rule.matter(language),
        points=rule.points,
        way=rule.way,
        due_on=step.due.on,
        starts_at=step.due.at,
        owner_id=step.owner_id,
        owner_name="" if step.owner_id is None else names.get(step.owner_id, ""),
        rule_name=rule.name(language),
        basis=rule.basis,
        base_at=step.base_at,
        is_overdue=step.due.on < today,
        missed_days=face.missed_days,
        last_contact_at=face.last_contact_at,
    )
