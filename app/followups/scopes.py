"""Whose work one may see and do: one's own, that of nobody and of customers one owns; a manager everybody's.

Somebody who left owns nothing any more: what was theirs counts as nobody's.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, false, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from app.errors import UserError
from app.followups.records import Scope
from app.work import Work
from db.models.access import Account, Permission
from db.models.customers import Customer


@dataclass(frozen=True, kw_only=True, slots=True)
class Staff:
    """Names of everybody who may own work, and who of them left."""

    names: dict[UUID, str]
    closed: frozenset[UUID]

    def holder(self, owner_id: UUID | None) -> UUID | None:
        """The owner as it counts today: None where nobody was named or the one named left."""
        return None if owner_id in self.closed else owner_id

    def name(self, owner_id: UUID | None) -> str:
        """The name of an owner, empty for nobody."""
        return self.names.get(owner_id, "") if owner_id is not None else ""


def read_staff(work: Work) -> Staff:
    """All accounts, of other branches too: headquarters work on a branch's customers as well."""
    work.require(Permission.PLAN_FOLLOWUPS)
    rows = work.session.execute(
        select(Account.id, Account.name, Account.closed_at),
        execution_options={"across_branches": True, "with_deleted": True},
    ).all()
    closed = frozenset(row.id for row in rows if row.closed_at is not None)
    return Staff(names={row.id: row.name for row in rows}, closed=closed)


def reachable(work: Work, scope: Scope) -> Scope:
    """The scope, if the actor may ask for it; of everybody's they see what `owned_within` leaves.

    Raises UserError `not-allowed` for somebody else's without the right to assign work.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    if scope.person not in (None, work.actor.account_id):
        work.require(Permission.ASSIGN_WORK)
    return scope


def owned_within(
    work: Work, scope: Scope, staff: Staff, owner: InstrumentedAttribute[UUID | None]
) -> list[ColumnElement[bool]]:
    """The condition a scope puts on an owner's column, in a query that joins the customers.

    Of everybody's, who may not assign work sees their own, nobody's and that of customers they own.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    nobodys = or_(owner.is_(None), owner.in_(sorted(staff.closed))) if staff.closed else owner.is_(None)
    if scope.person is not None:
        own = false() if scope.person in staff.closed else owner == scope.person
        return [or_(own, nobodys) if scope.unassigned else own]
    if work.actor.may(Permission.ASSIGN_WORK):
        return []
    me = work.actor.account_id
    return [or_(owner == me, nobodys, Customer.owner_id == me, Customer.second_owner_id == me)]


def may_work_on(work: Work, staff: Staff, owner_id: UUID | None, customer: Customer) -> bool:
    """Whether the actor may change this item: theirs, nobody's, or of a customer of theirs."""
    work.require(Permission.PLAN_FOLLOWUPS)
    me = work.actor.account_id
    own = staff.holder(owner_id) in (None, me) or me in (customer.owner_id, customer.second_owner_id)
    return own or work.actor.may(Permission.ASSIGN_WORK)


def require_open_account(work: Work, staff: Staff, account_id: UUID | None) -> None:
    """Raises UserError `account-closed` for somebody who left, `row-gone` for nobody known.

    `not-allowed` where the actor gives work to somebody else without the right to.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    if account_id is None:
        return
    if account_id not in staff.names:
        raise UserError("row-gone", table="account")
    if account_id in staff.closed:
        raise UserError("account-closed", name=staff.name(account_id))
    if account_id != work.actor.account_id:
        work.require(Permission.ASSIGN_WORK)
