"""Whose work one may see and do: one's own, that of nobody and of customers one owns; a manager everybody's.

Somebody who left owns nothing any more: what was theirs counts as nobody's.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
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
    """The scope as far as the actor may see: without the right to assign work, one's own instead of all.

    Raises UserError `not-allowed` for somebody else's.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    if work.actor.may(Permission.ASSIGN_WORK) or scope.person == work.actor.account_id:
        return scope
    if scope.person is None:
        return Scope(person=work.actor.account_id, unassigned=True)
    raise UserError("not-allowed", permission=Permission.ASSIGN_WORK.value)


def owned_within(
    scope: Scope, staff: Staff, owner: InstrumentedAttribute[UUID | None]
) -> list[ColumnElement[bool]]:
    """The condition a scope puts on an owner's column, none for the whole branch.

    What belongs to nobody goes to the customer's first owner where there is one.
    """
    if scope.person is None:
        return []
    nobodys = or_(owner.is_(None), owner.in_(sorted(staff.closed))) if staff.closed else owner.is_(None)
    if scope.unassigned:
        return [or_(owner == scope.person, nobodys)]
    return [or_(owner == scope.person, and_(nobodys, Customer.owner_id == scope.person))]


def may_work_on(work: Work, staff: Staff, owner_id: UUID | None, customer_owner_id: UUID | None) -> bool:
    """Whether the actor may change this item: theirs, nobody's, or of a customer of theirs."""
    work.require(Permission.PLAN_FOLLOWUPS)
    holder = staff.holder(owner_id)
    own = holder in (None, work.actor.account_id) or customer_owner_id == work.actor.account_id
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
