"""The working of `derived`: questions to the database put and answered, for callers that asked for permission."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import or_, select, union_all

from app.calendar_days import work_calendar
from app.followups.records import Item, ItemKey, ItemKind, Scope
from app.followups.rules.faces import Face, read_faces
from app.followups.rules.governing import askings, rules_in_force, stored_rules
from app.followups.rules.records import CYCLES, RuleRecord
from app.followups.rules.times import Due, Moving, day_as_moment, due_of
from app.work import Work
from db.models.access import Account, Permission
from db.models.followups import FollowUp, RuleBasis, StepState
from db.queries.step_asking import Asking, Reach
from db.queries.steps import based, counted, few_between, listed, values_of

NARROW: Final = 5_000

ALL = 2_000_000_000
"""More than any database holds: a limit that is none."""


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
            self.subject_id,
        )


def moving_of(work: Work) -> Moving:
    """How steps move off days without work, by the branch's calendar."""
    ahead = work.now().astimezone().utcoffset()
    return Moving(work_calendar(work), 0 if ahead is None else int(ahead.total_seconds()))


def reach_of(work: Work, scope: Scope | None) -> Reach:
    """Whose steps the actor may read of those asked for; None: everybody's.

    Raises UserError `not-allowed` for another person's without the right to assign work.
    """
    left = select(Account.id).where(or_(Account.closed_at.is_not(None), Account.deleted_at.is_not(None)))
    gone = tuple(run(work, left).scalars())
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
    customer_id: UUID | None = None,
    branch_id: UUID | None = None,
) -> list[Step]:
    """Steps due from `first` to `last`, the oldest first; of one customer where it is given."""
    if limit < 1 or (first is not None and first > last):
        return []
    moving, reach = moving_of(work), reach_of(work, scope)
    rules, until = stored_rules(work), last
    skipped = rules_skipped(work, rules)
    steps: list[Step] = []
    for rule_id in _widest_first(rules):
        rule, asking = next(pair for pair in askings(rules, first, until, moving) if pair[0].id == rule_id)
        asking = replace(asking, has_skips=rule.id in skipped)
        if customer_id is None and rule.basis is RuleBasis.INTENT and until < last:
            asking = replace(asking, by_contact=_is_narrow(work, asking, reach))
        steps += read_asking(
            work, rule, asking, reach, moving, limit=limit, customer_id=customer_id, branch_id=branch_id
        )
        if len(steps) >= limit:
            # What is due later than the last of enough steps need not be looked for.
            steps = sorted(steps, key=lambda step: step.order)[:limit]
            until = min(until, steps[-1].due.on)
    return sorted(steps, key=lambda step: step.order)


def _is_narrow(work: Work, asking: Asking, reach: Reach) -> bool:
    """Whether so few customers lie within the bounds that they are looked at one by one sooner than all needs."""
    values = values_of(asking, work.actor.branch_id, reach) | {"row_limit": NARROW + 1}
    return all((run(work, query, values).scalar() or 0) <= NARROW for query in few_between(asking))


def _widest_first(rules: Sequence[RuleRecord]) -> list[UUID]:
    """Rules by class reach most customers by the cheapest range: they tell soonest how far one need look."""
    in_force = rules_in_force(rules)
    return [rule.id for rule in sorted(in_force, key=lambda rule: rule.basis is not RuleBasis.CLASS)]


def rules_skipped(work: Work, rules: Sequence[RuleRecord]) -> frozenset[UUID]:
    """The cycles of which some turn was skipped: those alone need be asked about such turns."""
    table: Any = FollowUp.__table__
    found = [
        select(table.c.rule_id)
        .where(table.c.rule_id == rule.id, table.c.state == StepState.CANCELLED)
        .limit(1)
        .subquery()
        for rule in rules
        if rule.basis in CYCLES
    ]
    if not found:
        return frozenset()
    return frozenset(run(work, union_all(*(select(one.c.rule_id) for one in found))).scalars())


def read_asking(
    work: Work,
    rule: RuleRecord,
    asking: Asking,
    reach: Reach,
    moving: Moving,
    *,
    limit: int,
    customer_id: UUID | None = None,
    branch_id: UUID | None = None,
) -> list[Step]:
    """The first steps of one rule, in no order."""
    values = values_of(asking, branch_id or work.actor.branch_id, reach)
    values |= {"row_limit": limit, "customer_id": customer_id}
    return [
        _step(rule, asking, row, moving, reach)
        for query in listed(asking, reach, of_customer=customer_id is not None)
        for row in run(work, query, values)
    ]


def count_asking(work: Work, asking: Asking, reach: Reach, most: int = ALL) -> int:
    """How many steps one rule asks for; counting stops soon after `most`."""
    values = values_of(asking, work.actor.branch_id, reach)
    total = 0
    for query in counted(asking, reach):
        if total >= most:
            break
        total += int(run(work, query, values | {"row_limit": most - total}).scalar() or 0)
    return total


def days_of(work: Work, rule: RuleRecord, asking: Asking, reach: Reach, moving: Moving) -> dict[date, int]:
    """How many steps one rule asks for on each day."""
    found: dict[date, int] = {}
    values = values_of(asking, work.actor.branch_id, reach)
    for query in based(asking, reach):
        for row in run(work, query, values):
            on = due_of(rule, _base(asking, row), moving).on
            found[on] = found.get(on, 0) + 1
    return found


def items_of(work: Work, steps: Sequence[Step], language: str) -> list[Item]:
    """The steps as lines for a person."""
    faces = read_faces(work, [step.customer_id for step in steps], [step.owner_id for step in steps])
    today = work.today()
    return [_item(step, faces.customers[step.customer_id], faces.names, today, language) for step in steps]


def run(work: Work, query: Any, values: dict[str, Any] | None = None) -> Any:
    """Past the session's narrowing, which these queries do themselves and which costs as much as a small one."""
    work.session.flush()
    return work.session.connection().execute(query, values or {})


def _base(asking: Asking, row: Any) -> datetime | date:
    base: datetime | date = row.base if asking.event_at is None else asking.event_at.date()
    return base


def _step(rule: RuleRecord, asking: Asking, row: Any, moving: Moving, reach: Reach) -> Step:
    base = _base(asking, row)
    return Step(
        rule=rule,
        customer_id=row.customer_id,
        subject_id=row.subject_id,
        base_at=base if isinstance(base, datetime) else day_as_moment(base),
        due=due_of(rule, base, moving),
        owner_id=None if row.owner_id in reach.gone else row.owner_id,
    )


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
