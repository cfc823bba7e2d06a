"""Read visits and hold one for a change: within reach, as it was seen, with its customer still there."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.errors import UserError
from app.followups.visits.records import ANSWERS, Completeness, VisitFile, VisitRecord
from app.lists import setting
from app.work import Work
from db.base import new_key
from db.models.access import Account, Permission
from db.models.customers import Attachment, ContactEntry, ContactWay, Customer
from db.models.followups import FollowUp, Visit
from db.models.registration import Form

_WHOEVER: Any = {"across_branches": True, "with_deleted": True}
"""Headquarters may have written it, and a card may be gone: who and whom are told all the same."""
_CHAIN_MOST = 50
"""Times results may be entered anew before older files are no longer looked for."""


def read_visit(work: Work, followup_id: UUID) -> VisitRecord:
    """The visit of a follow-up. Raises UserError `row-gone`, `not-allowed`."""
    work.require(Permission.PLAN_FOLLOWUPS)
    row = _row_of(work, followup_id)
    customer = _card(work, row.customer_id)
    require_reach(work, row.owner_id, customer)
    visit = _visit_of(work, row) or Visit()
    answers = MappingProxyType({name: getattr(visit, name) or "" for name in ANSWERS})
    return VisitRecord(
        id=row.id,
        customer_id=row.customer_id,
        customer_number=customer.number,
        customer_name=customer.name,
        is_customer_gone=customer.deleted_at is not None,
        aim=row.matter,
        points=row.points or "",
        on=row.due_on,
        starts_at=row.starts_at,
        minutes=row.minutes,
        place=visit.place or "",
        companions=visit.companions or "",
        owner_id=row.owner_id,
        owner_name=name_of(work, row.owner_id),
        state=row.state,
        reason=row.reason or "",
        met=visit.met or "",
        started_at=visit.started_at,
        ended_at=visit.ended_at,
        answers=answers,
        outcome=row.outcome or "",
        serial=_serial(work, visit),
        entry_id=row.entry_id,
        closed_at=row.closed_at,
        closed_by=name_of(work, row.closed_by),
        files=_files(work, row.entry_id),
        completeness=visit_completeness(answers, weights(work)),
        seen=seen_of(row, visit),
    )


def visit_completeness(answers: Any, weight_of: dict[str, int]) -> Completeness:
    """How much of the six answers is there; an answer of weight 0 may stay empty."""
    there = [name for name in ANSWERS if answers.get(name)]
    whole = sum(max(0, weight_of[name]) for name in ANSWERS)
    found = sum(max(0, weight_of[name]) for name in there)
    return Completeness(
        answered=len(there),
        of=len(ANSWERS),
        percent=100 if not whole else found * 100 // whole,
        missing=tuple(name for name in ANSWERS if name not in there and weight_of[name] > 0),
    )


def weights(work: Work) -> dict[str, int]:
    """What each answer counts, from the settings."""
    work.require(Permission.PLAN_FOLLOWUPS)
    told: dict[str, int] = setting(work, "visit-weights")
    return {name: int(told.get(name, 0)) for name in ANSWERS}


def hold_visit(work: Work, followup_id: UUID, seen: str | None) -> tuple[FollowUp, Visit]:
    """The rows of a visit, kept from other writers until this action ends; its card is taken first, as everywhere.

    Raises UserError `visit-changed` with the fact `by` where it is no longer as it was seen; `row-gone`.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    customer_id = _row_of(work, followup_id).customer_id
    card = _card(work, customer_id, hold=True)
    row = work.hold(FollowUp, followup_id)
    require_reach(work, row.owner_id, card)
    visit = _visit_of(work, row, hold=True)
    if seen is not None and seen != seen_of(row, visit):
        last = max((one for one in (row, visit) if one is not None), key=lambda one: one.changed_at)
        raise UserError("visit-changed", by=name_of(work, last.changed_by))
    if visit is None:
        visit = Visit(id=new_key(), branch_id=row.branch_id, customer_id=row.customer_id, followup_id=row.id)
        work.session.add(visit)
    return row, visit


def require_reach(work: Work, owner_id: UUID | None, customer: Customer) -> None:
    """One's own visits, those of nobody and of customers one owns; anybody else's ask for `ASSIGN_WORK`."""
    work.require(Permission.PLAN_FOLLOWUPS)
    me = work.actor.account_id
    if owner_id not in (None, me) and me not in (customer.owner_id, customer.second_owner_id):
        work.require(Permission.ASSIGN_WORK)


def customer_of(work: Work, row: FollowUp) -> Customer:
    """The card of a visit; UserError `visit-customer-gone` when it was deleted meanwhile."""
    work.require(Permission.PLAN_FOLLOWUPS)
    try:
        return work.get(Customer, row.customer_id)
    except UserError:
        card = _card(work, row.customer_id)
        raise UserError("visit-customer-gone", name=card.name, number=card.number) from None


def name_of(work: Work, account_id: UUID | None) -> str:
    """Who an account is, left or not; empty for nobody."""
    if account_id is None:
        return ""
    query = select(Account.name).where(Account.id == account_id)
    return work.session.scalar(query, execution_options=_WHOEVER) or ""


def seen_of(row: FollowUp, visit: Visit | None) -> str:
    """Names the state of a visit: changes with every write to either row."""
    at = visit.changed_at if visit is not None else None
    return f"{row.version}/{at.isoformat() if at else ''}"


def _row_of(work: Work, followup_id: UUID) -> FollowUp:
    row = work.get(FollowUp, followup_id)
    if row.way is not ContactWay.VISIT:
        raise UserError("row-gone", table="visit")
    return row


def _card(work: Work, customer_id: UUID, *, hold: bool = False) -> Customer:
    query = select(Customer).where(Customer.id == customer_id)
    if hold:
        query = query.with_for_update().execution_options(populate_existing=True)
    return work.session.scalars(query, execution_options={"with_deleted": True}).one()


def _visit_of(work: Work, row: FollowUp, *, hold: bool = False) -> Visit | None:
    query = select(Visit).where(Visit.followup_id == row.id).order_by(Visit.created_at).limit(1)
    if hold:
        query = query.with_for_update().execution_options(populate_existing=True)
    return work.session.scalar(query)


def _serial(work: Work, visit: Visit) -> str:
    if visit.form_id is None:
        return ""
    return work.session.scalar(select(Form.serial).where(Form.id == visit.form_id)) or ""


def _files(work: Work, entry_id: UUID | None) -> tuple[VisitFile, ...]:
    """The files of a line of the log and of those it replaced, withdrawn ones included."""
    chain: list[UUID] = []
    while entry_id is not None and entry_id not in chain and len(chain) < _CHAIN_MOST:
        chain.append(entry_id)
        before = select(ContactEntry.replaces_id).where(ContactEntry.id == entry_id)
        entry_id = work.session.scalar(before, execution_options={"with_deleted": True})
    if not chain:
        return ()
    query = select(Attachment).where(Attachment.entry_id.in_(chain)).order_by(Attachment.created_at)
    return tuple(
        VisitFile(id=row.id, name=row.file_name, size=row.size) for row in work.session.scalars(query)
    )
