"""Workload per person, and handing a day's work over to somebody else (A13, C3); with its way back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, case, func, insert, select, update

from app.errors import UserError
from app.followups.kept import is_waiting
from app.followups.records import DayLoad, Scope
from app.followups.rules.derived import Step, read_steps
from app.followups.scopes import Staff, owned_within, read_staff, require_open_account
from app.followups.standing import row_of_step
from app.lists import setting
from app.work import Topic, Work
from db.models.access import Permission
from db.models.customers import ContactWay, Customer
from db.models.followups import FollowUp, RuleOwner, StepState

AT_ONCE: Final = 500
LOAD_MOST: Final = 50_000
STEPS_MOST: Final = 1_000_000
PINNED: Final = (
    "id", "customer_id", "rule_id", "subject_id", "base_at", "way", "matter", "points", "due_on", "starts_at",
    "state",
)  # fmt: skip
"""What a row made for a step takes over from it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """Somebody who may own work."""

    id: UUID
    name: str
    is_closed: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class HandedOver:
    """What changed hands: rows that were there, and rows made for steps of rules."""

    giver: UUID
    taker: UUID
    rows: tuple[UUID, ...]
    pinned: tuple[UUID, ...]

    @property
    def count(self) -> int:
        """How many items."""
        return len(self.rows) + len(self.pinned)


def people(work: Work) -> list[Person]:
    """Everybody who may own work, by name; those who left come last."""
    work.require(Permission.PLAN_FOLLOWUPS)
    staff = read_staff(work)
    found = [Person(id=key, name=name, is_closed=key in staff.closed) for key, name in staff.names.items()]
    return sorted(found, key=lambda person: (person.is_closed, person.name))


def workload(work: Work, first: date, last: date) -> list[DayLoad]:
    """How much each person has on each day that has any, as far as the actor may see; None is nobody.

    Minutes are those planned; a visit without any counts the usual ones.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    staff, loads = read_staff(work), dict[tuple[UUID | None, date], tuple[int, int]]()
    usual = int(setting(work, "visit-minutes"))
    minutes = func.coalesce(FollowUp.minutes, case((FollowUp.way == ContactWay.VISIT, usual), else_=0))
    rows = work.session.execute(
        select(FollowUp.owner_id, FollowUp.due_on, func.count(), func.sum(minutes))
        .join(Customer, Customer.id == FollowUp.customer_id)
        .where(is_waiting(), FollowUp.due_on >= first, FollowUp.due_on <= last)
        .where(*owned_within(work, Scope(), staff, FollowUp.owner_id))
        .group_by(FollowUp.owner_id, FollowUp.due_on)
    ).all()
    for owner_id, day, items, planned in rows:
        _add(loads, (staff.holder(owner_id), day), items, int(planned))
    for step in read_steps(work, Scope(), first, last, limit=LOAD_MOST):
        _add(loads, (step.owner_id, step.due.on), 1, 0)
    return [
        DayLoad(account_id=account_id, day=day, items=items, minutes=planned)
        for (account_id, day), (items, planned) in sorted(loads.items(), key=lambda load: load[0][1])
    ]


def _add(
    loads: dict[tuple[UUID | None, date], tuple[int, int]],
    of: tuple[UUID | None, date],
    items: int,
    minutes: int,
) -> None:
    known = loads.get(of, (0, 0))
    loads[of] = (known[0] + items, known[1] + minutes)


def hand_over(
    work: Work, *, giver: UUID, taker: UUID, first: date, last: date, anyway: bool = False
) -> HandedOver:
    """Give somebody's work of some days to somebody else; steps of rules become rows of the taker by it.

    Raises UserError `hand-over-same`, `hand-over-days-wrong`, `hand-over-floods` (fact due) for more than the
    setting `followup-flood` unless `anyway`, `account-closed` for a taker who left, `not-allowed`.
    """
    work.require(Permission.ASSIGN_WORK)
    work.require(Permission.PLAN_FOLLOWUPS)
    if giver == taker:
        raise UserError("hand-over-same")
    if first > last:
        raise UserError("hand-over-days-wrong", first=first, last=last)
    staff = read_staff(work)
    require_open_account(work, staff, taker)
    most = int(setting(work, "followup-flood"))
    steps = _steps_of(work, staff, giver, first, last)
    rows = _rows_of(work, giver, first, last)
    due = len(steps) + len(rows)
    if due > most and not anyway:
        raise UserError("hand-over-floods", due=due, most=most)
    _hold_customers(work, [*(step.customer_id for step in steps), *rows.values()])
    steps, rows = _steps_of(work, staff, giver, first, last), _rows_of(work, giver, first, last)
    _give(work, list(rows), giver, taker)
    pinned = _pin(work, steps, taker)
    work.changed(Topic.FOLLOWUPS)
    return HandedOver(giver=giver, taker=taker, rows=tuple(rows), pinned=pinned)


def undo_hand_over(work: Work, handed: HandedOver) -> int:
    """Give it back, except what was worked on since; returns how many."""
    work.require(Permission.ASSIGN_WORK)
    back = _give(work, handed.rows, handed.taker, handed.giver)
    for keys in _parts(handed.pinned):
        done = work.session.execute(
            update(FollowUp)
            .where(FollowUp.id.in_(keys), FollowUp.owner_id == handed.taker, FollowUp.version == 1)
            .where(FollowUp.state == StepState.OPEN, FollowUp.deleted_at.is_(None), *_of_branch(work))
            .values(deleted_at=work.now(), version=FollowUp.version + 1, **work.change_marks())
            .execution_options(synchronize_session=False)
        )
        back += int(done.rowcount)  # type: ignore[attr-defined]
    work.changed(Topic.FOLLOWUPS)
    return back


def _rows_of(work: Work, giver: UUID, first: date, last: date) -> dict[UUID, UUID]:
    """The giver's open rows of these days, each with its customer."""
    rows = work.session.execute(
        select(FollowUp.id, FollowUp.customer_id)
        .join(Customer, Customer.id == FollowUp.customer_id)
        .where(FollowUp.owner_id == giver, FollowUp.state == StepState.OPEN)
        .where(FollowUp.due_on >= first, FollowUp.due_on <= last)
        .order_by(FollowUp.due_on, FollowUp.id)
    ).all()
    return {row.id: row.customer_id for row in rows}


def _steps_of(work: Work, staff: Staff, giver: UUID, first: date, last: date) -> list[Step]:
    """The steps rules ask of the giver; of somebody who left those they would ask of them."""
    scope = Scope() if giver in staff.closed else Scope(person=giver, unassigned=False)
    steps = read_steps(work, scope, first, last, limit=STEPS_MOST)
    if giver not in staff.closed:
        return steps
    theirs: dict[bool, set[UUID]] = {True: set(), False: set()}
    for keys in _parts([step.customer_id for step in steps]):
        query = select(Customer.id, Customer.owner_id, Customer.second_owner_id).where(Customer.id.in_(keys))
        for row in work.session.execute(query).all():
            for is_first, owner_id in ((True, row.owner_id), (False, row.second_owner_id)):
                if owner_id == giver:
                    theirs[is_first].add(row.id)
    return [step for step in steps if step.customer_id in theirs[step.rule.owner is RuleOwner.OWNER]]


def _hold_customers(work: Work, keys: Iterable[UUID]) -> None:
    """All customers before any row, in one order: as everybody does who changes one item."""
    for part in _parts(sorted(set(keys))):
        query = select(Customer.id).where(Customer.id.in_(part)).order_by(Customer.id).with_for_update()
        work.session.execute(query).all()


def _give(work: Work, keys: Sequence[UUID], giver: UUID, taker: UUID) -> int:
    given = 0
    for part in _parts(keys):
        done = work.session.execute(
            update(FollowUp)
            .where(FollowUp.id.in_(part), FollowUp.owner_id == giver, FollowUp.state == StepState.OPEN)
            .where(*_of_branch(work))
            .values(owner_id=taker, version=FollowUp.version + 1, **work.change_marks())
            .execution_options(synchronize_session=False)
        )
        given += int(done.rowcount)  # type: ignore[attr-defined]
    work.session.expire_all()
    return given


def _of_branch(work: Work) -> list[ColumnElement[bool]]:
    """The rows in reach: a bulk update is narrowed by hand."""
    return [] if work.actor.all_branches else [FollowUp.branch_id == work.actor.branch_id]


def _pin(work: Work, steps: Sequence[Step], taker: UUID) -> tuple[UUID, ...]:
    made: list[UUID] = []
    for start in range(0, len(steps), AT_ONCE):
        values = []
        for step in steps[start : start + AT_ONCE]:
            values.append(_columns(step, taker) | work.creation_marks())
            made.append(values[-1]["id"])
        work.session.execute(insert(FollowUp), values)
    return tuple(made)


def _columns(step: Step, taker: UUID) -> dict[str, Any]:
    row = row_of_step(step, None)
    return {name: getattr(row, name) for name in PINNED} | {"owner_id": taker}


def _parts(keys: Sequence[UUID]) -> Iterable[Sequence[UUID]]:
    for start in range(0, len(keys), AT_ONCE):
        yield keys[start : start + AT_ONCE]
