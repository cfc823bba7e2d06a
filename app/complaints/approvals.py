"""D4: who may approve a solution: limits by role, and substitutes while an approver is away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from sqlalchemy import exists, or_, select

from app.complaints.facts import money
from app.complaints.offers import Refused
from app.complaints.people import require_desk
from app.customers.cleaning import mend
from app.errors import UserError
from app.work import Work
from db.base import new_key
from db.models.access import Account, AccountRole, Permission, Role, RolePermission
from db.models.complaints import Approval, Ticket, TicketStep
from db.models.ticket_flows import ApprovalLimit, MoveEffect, Substitute

NOTHING: Final = Decimal(0)
REASON_MOST: Final = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class RoleLimit:
    """Up to which cost (yuan) somebody of a role approves; `amount` None is without limit."""

    role_code: str
    name_zh: str
    name_en: str
    amount: Decimal | None
    is_own: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class SubstituteRecord:
    """Who approves in whose place, and when."""

    id: UUID
    account_id: UUID
    account: str
    substitute_id: UUID
    substitute: str
    first_on: date
    last_on: date
    reason: str


def approval_limit_of(work: Work, account_id: UUID) -> Decimal | None:
    """The highest cost (yuan) an account approves by its roles; None is without limit, 0 nothing."""
    require_desk(work)
    codes = set(
        work.session.scalars(
            select(Role.code)
            .join(AccountRole, AccountRole.role_id == Role.id)
            .where(AccountRole.account_id == account_id),
            execution_options={"across_branches": True},
        )
    )
    amounts = [row.amount for row in _limits(work) if row.role_code in codes]
    if any(amount is None for amount in amounts):
        return None
    return max((amount for amount in amounts if amount is not None), default=NOTHING)


def needs_approval(work: Work, cost: Decimal) -> bool:
    """Whether a solution the actor proposes costs more than the actor may decide alone."""
    limit = approval_limit_of(work, work.actor.account_id)
    return limit is not None and cost > limit


def approving(work: Work, ticket: Ticket) -> tuple[Refused, UUID | None]:
    """Why the actor may not approve the present solution, and in whose place they may.

    Nobody approves what they proposed; the cost lies within the actor's limit, or within that of an approver whose
    substitute the actor is today, with or without the right of their own.
    """
    if ticket.approval is not Approval.WANTED:
        return None, None
    me, cost = work.actor.account_id, ticket.cost or NOTHING
    proposer = work.session.scalar(
        select(TicketStep.account_id)
        .where(TicketStep.ticket_id == ticket.id, TicketStep.effect == MoveEffect.PROPOSE)
        .order_by(TicketStep.number.desc())
        .limit(1)
    )
    if proposer == me:
        return ("approval-own", {}), None
    limit = approval_limit_of(work, me)
    if work.actor.may(Permission.APPROVE_SOLUTIONS) and (limit is None or cost <= limit):
        return None, None
    for approver in _stood_in_for(work, me):
        theirs = approval_limit_of(work, approver)
        if approver != proposer and (theirs is None or cost <= theirs):
            return None, approver
    if not work.actor.may(Permission.APPROVE_SOLUTIONS):
        return ("not-allowed", {"permission": Permission.APPROVE_SOLUTIONS.value}), None
    return ("approval-beyond", {"cost": cost, "limit": limit}), None


def read_approval_limits(work: Work) -> tuple[RoleLimit, ...]:
    """The limit of every role, in the order of the roles; roles without one approve nothing."""
    require_desk(work)
    known = {row.role_code: row for row in _limits(work)}
    roles = work.session.execute(select(Role.code, Role.name_zh, Role.name_en).order_by(Role.id)).all()
    return tuple(
        RoleLimit(
            role_code=role.code,
            name_zh=role.name_zh,
            name_en=role.name_en,
            amount=known[role.code].amount if role.code in known else NOTHING,
            is_own=role.code in known and known[role.code].branch_id is not None,
        )
        for role in roles
    )


def save_approval_limit(work: Work, role_code: str, amount: Decimal | None) -> None:
    """Set a role's limit for the actor's branch (yuan; None without limit). Raises UserError `cost-wrong`."""
    work.require(Permission.EDIT_FLOWS)
    if work.session.scalar(select(Role.id).where(Role.code == role_code)) is None:
        raise UserError("row-gone", table="role")
    checked = None if amount is None else money(amount, "amount")
    row = work.session.scalars(
        select(ApprovalLimit).where(
            ApprovalLimit.role_code == role_code, ApprovalLimit.branch_id == work.actor.branch_id
        )
    ).first()
    if row is None:
        row = ApprovalLimit(role_code=role_code, branch_id=work.actor.branch_id)
        work.session.add(row)
    row.amount = checked


def save_substitute(
    work: Work, account_id: UUID, substitute_id: UUID, *, first_on: date, last_on: date, reason: str = ""
) -> UUID:
    """Name who approves in somebody's place from one day to another; one's own place needs no further right.

    Raises UserError `substitute-self`, `substitute-days-wrong`, `account-closed`, `not-allowed`.
    """
    work.require(Permission.APPROVE_SOLUTIONS)
    if account_id != work.actor.account_id:
        work.require(Permission.EDIT_FLOWS)
    if account_id == substitute_id:
        raise UserError("substitute-self", field="substitute")
    if last_on < first_on or last_on < work.today():
        raise UserError("substitute-days-wrong", first=first_on, last=last_on, field="last_on")
    for key in (account_id, substitute_id):
        account = work.get(Account, key)
        if account.closed_at is not None:
            raise UserError("account-closed", name=account.name, field="substitute")
    row = Substitute(
        id=new_key(),
        account_id=account_id,
        substitute_id=substitute_id,
        first_on=first_on,
        last_on=last_on,
        reason=mend(reason)[:REASON_MOST] or None,
    )
    work.session.add(row)
    work.session.flush()
    return row.id


def end_substitute(work: Work, substitute_row: UUID) -> None:
    """Take somebody's substitute back at once; what was approved stays approved."""
    work.require(Permission.APPROVE_SOLUTIONS)
    row = work.get(Substitute, substitute_row)
    if row.account_id != work.actor.account_id:
        work.require(Permission.EDIT_FLOWS)
    row.ended = True


def read_substitutes(work: Work) -> tuple[SubstituteRecord, ...]:
    """Those in force today or later, the earliest first."""
    require_desk(work)
    rows = work.session.scalars(
        select(Substitute)
        .where(Substitute.last_on >= work.today(), Substitute.ended.is_(False))
        .order_by(Substitute.first_on, Substitute.id)
    ).all()
    keys = {key for row in rows for key in (row.account_id, row.substitute_id)}
    named = work.session.execute(select(Account.id, Account.name).where(Account.id.in_(keys)))
    names = {row.id: row.name for row in named}
    return tuple(
        SubstituteRecord(
            id=row.id,
            account_id=row.account_id,
            account=names.get(row.account_id, ""),
            substitute_id=row.substitute_id,
            substitute=names.get(row.substitute_id, ""),
            first_on=row.first_on,
            last_on=row.last_on,
            reason=row.reason or "",
        )
        for row in rows
    )


def _limits(work: Work) -> list[ApprovalLimit]:
    """One row for each role: the branch's own before the one for all."""
    rows = work.session.scalars(
        select(ApprovalLimit).where(
            or_(ApprovalLimit.branch_id.is_(None), ApprovalLimit.branch_id == work.actor.branch_id)
        )
    ).all()
    own = {row.role_code for row in rows if row.branch_id is not None}
    return [row for row in rows if row.branch_id is not None or row.role_code not in own]


def _stood_in_for(work: Work, account_id: UUID) -> list[UUID]:
    """Whose place somebody takes today: of people who still work here and may approve."""
    today = work.today()
    may_approve = exists().where(
        AccountRole.account_id == Substitute.account_id,
        RolePermission.role_id == AccountRole.role_id,
        RolePermission.permission == Permission.APPROVE_SOLUTIONS.value,
        AccountRole.deleted_at.is_(None),
        RolePermission.deleted_at.is_(None),
    )
    query = (
        select(Substitute.account_id)
        .join(Account, Account.id == Substitute.account_id)
        .where(
            Substitute.substitute_id == account_id,
            Substitute.ended.is_(False),
            Substitute.first_on <= today,
            Substitute.last_on >= today,
            Account.closed_at.is_(None),
            may_approve,
        )
        .order_by(Substitute.first_on, Substitute.id)
    )
    return list(work.session.scalars(query, execution_options={"across_branches": True}))
