"""Take hold of one item before it is changed: its customer first, then its row, made where a rule's step has none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import NoReturn
from uuid import UUID

from sqlalchemy import select

from app.errors import UserError
from app.followups.items import ROW_KINDS
from app.followups.records import ItemKey, ItemKind
from app.followups.rules.derived import Step
from app.followups.rules.records import CYCLES
from app.followups.scopes import may_work_on, read_staff
from app.followups.standing import customer_of_step, open_row_of, row_of_step, steps_at
from app.work import Work
from db.models.access import Permission
from db.models.customers import Customer
from db.models.followups import FollowUp, StepState


@dataclass(frozen=True, slots=True)
class Held:
    """An item kept from all other writers; `pinned`: its row was made just now for a step of a rule."""

    key: ItemKey
    row: FollowUp
    customer: Customer
    pinned: bool = False


def hold_item(
    work: Work, key: ItemKey, *, seen: date | None = None, closed: bool = False, whoever: bool = False
) -> Held:
    """The item as it stands in this very moment; `closed` also takes one that was closed, `whoever` anybody's.

    `seen` is the day it was due before the person's eyes: a rule asks for its next step under the same key, and
    without `seen` one that was closed today is not taken for the next. Everybody takes the customer first, so that
    two people at one customer wait for each other and never lock up.

    Raises UserError `item-gone`, `item-closed` (facts by, at), `item-of-other` (fact owner), `item-not-followup`,
    `row-gone` for a customer who was deleted.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    if key.kind in ROW_KINDS:
        held = _hold_row(work, key)
    elif key.kind is ItemKind.STEP:
        held = _hold_step(work, key, seen)
    else:
        raise UserError("item-not-followup")
    if not closed and held.row.state is not StepState.OPEN:
        _refuse_closed(work, held.row)
    staff = read_staff(work)
    if not whoever and not may_work_on(work, staff, held.row.owner_id, held.customer):
        raise UserError("item-of-other", owner=staff.name(held.row.owner_id))
    return held


def _hold_row(work: Work, key: ItemKey) -> Held:
    customer_id = work.session.scalar(select(FollowUp.customer_id).where(FollowUp.id == key.id))
    if customer_id is None:
        raise UserError("item-gone")
    customer = work.hold(Customer, customer_id)
    row = work.session.get(FollowUp, key.id, with_for_update=True, populate_existing=True)
    if row is None or row.deleted_at is not None:
        raise UserError("item-gone")
    return Held(key, row, customer)


def _hold_step(work: Work, key: ItemKey, seen: date | None) -> Held:
    """The row somebody made of it meanwhile, else a new one."""
    customer_id = customer_of_step(work, key)
    if customer_id is None:
        raise UserError("item-gone")
    customer = work.hold(Customer, customer_id)
    row_id = open_row_of(work, key.rule_id, key.id)
    if row_id is not None:
        return _hold_row(work, replace(key, kind=ItemKind.FOLLOWUP, id=row_id, rule_id=None))
    wanted = (key.rule_id, key.id)
    steps = steps_at(work, customer)
    step = next((one for one in steps if (one.rule.id, one.subject_id) == wanted), None)
    if step is None or not _is_the_one(work, step, seen):
        last = _last_closed(work, key.rule_id, key.id)
        if last is not None:
            _refuse_closed(work, last)
        raise UserError("item-gone")
    row = row_of_step(step, customer.branch_id)
    work.session.add(row)
    work.session.flush()
    return Held(ItemKey(kind=ItemKind.FOLLOWUP, id=row.id), row, customer, pinned=True)


def _is_the_one(work: Work, step: Step, seen: date | None) -> bool:
    """Whether the rule still asks for the step the person saw, and not for the one after it."""
    if seen is not None:
        return step.due.on == seen
    if step.rule.basis not in CYCLES or step.due.on <= work.today():
        return True
    last = _last_closed(work, step.rule.id, step.subject_id)
    return last is None or last.closed_at is None or last.closed_at.astimezone().date() < work.today()


def _last_closed(work: Work, rule_id: UUID | None, subject_id: UUID) -> FollowUp | None:
    query = (
        select(FollowUp)
        .where(FollowUp.rule_id == rule_id, FollowUp.subject_id == subject_id)
        .where(FollowUp.state != StepState.OPEN)
        .order_by(FollowUp.closed_at.desc())
    )
    return work.session.scalars(query.limit(1)).first()


def _refuse_closed(work: Work, row: FollowUp) -> NoReturn:
    by = read_staff(work).name(row.closed_by)
    raise UserError("item-closed", by=by, at=row.closed_at)
