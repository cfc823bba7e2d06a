"""Take hold of one item before it is changed: its customer first, then its row, made where a rule's step has none."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from app.errors import UserError
from app.followups.items import ROW_KINDS
from app.followups.records import ItemKey, ItemKind
from app.followups.scopes import may_work_on, read_staff
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


def hold_item(work: Work, key: ItemKey, *, closed: bool = False, whoever: bool = False) -> Held:
    """The item as it stands in this very moment; `closed` also takes one that was closed, `whoever` anybody's.

    Everybody takes the customer first, so that two people at one customer wait for each other and never lock up.
    Raises UserError `item-gone`, `item-closed` (facts by, at), `item-of-other` (fact owner), `item-not-followup`.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    if key.kind in ROW_KINDS:
        held = _hold_row(work, key)
    elif key.kind is ItemKind.STEP:
        raise UserError("item-gone")
    else:
        raise UserError("item-not-followup")
    if not closed and held.row.state is not StepState.OPEN:
        by = read_staff(work).name(held.row.closed_by)
        raise UserError("item-closed", by=by, at=held.row.closed_at)
    if not whoever:
        _require_own(work, held)
    return held


def _hold_row(work: Work, key: ItemKey) -> Held:
    customer_id = work.session.scalar(select(FollowUp.customer_id).where(FollowUp.id == key.id))
    if customer_id is None:
        raise UserError("item-gone")
    customer = work.hold(Customer, customer_id)
    row = work.session.get(FollowUp, key.id, with_for_update=True, populate_existing=True)
    if row is None or row.deleted_at is not None:
        raise UserError("item-gone")
    return Held(key=key, row=row, customer=customer)


def _require_own(work: Work, held: Held) -> None:
    staff = read_staff(work)
    if not may_work_on(work, staff, held.row.owner_id, held.customer.owner_id):
        raise UserError("item-of-other", owner=staff.name(held.row.owner_id))
