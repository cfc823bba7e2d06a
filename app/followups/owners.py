"""A13: who looks after a customer; key and new promising ones need two, and both are to be in contact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, func, or_, select

from app.errors import UserError
from app.followups.closing import contact_conditions
from app.followups.records import Scope
from app.followups.scopes import Staff, reachable, read_staff
from app.lists import setting
from app.work import Work
from db.models.access import Permission
from db.models.customers import ContactEntry, Customer, Need

MOST: Final = 500


@dataclass(frozen=True, kw_only=True, slots=True)
class Owners:
    """Who looks after a customer, by key and name; somebody who left counts as nobody and is named in `left`."""

    first: UUID | None
    second: UUID | None
    first_name: str = ""
    second_name: str = ""
    left: tuple[str, ...] = ()
    needs_two: bool = False
    is_breach: bool = False
    second_contact_at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Alone:
    """A customer who needs two owners and has not two; `owner_name` is the one there is."""

    customer_id: UUID
    number: str
    name: str
    class_code: str
    owner_id: UUID | None
    owner_name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ContactLine:
    """One customer in the contact report (联系报告): contacts in the days asked for, by each owner and in all."""

    customer_id: UUID
    number: str
    name: str
    class_code: str
    first_name: str
    second_name: str
    contacts: int
    by_first: int
    by_second: int
    last_contact_at: datetime | None
    needs_two: bool
    is_breach: bool


def set_owners(
    work: Work,
    customer_id: UUID,
    first: UUID | None,
    second: UUID | None,
    *,
    seen: tuple[UUID | None, UUID | None] | None = None,
) -> tuple[UUID | None, UUID | None]:
    """Name who looks after a customer; returns who did before. `seen` are the two the person had before them.

    Without the right to assign work one may give away a customer of one's own, take one of nobody's, and call a
    second one in for these. Raises UserError `owners-same`, `account-closed`, `owners-changed` (fact by),
    `item-of-other` (fact owner), `row-gone`, `not-allowed`.
    """
    work.require(Permission.EDIT_CARD)
    work.require(Permission.PLAN_FOLLOWUPS)
    customer, staff = work.hold(Customer, customer_id), read_staff(work)
    before = (customer.owner_id, customer.second_owner_id)
    if seen is not None and before != seen:
        raise UserError("owners-changed", by=staff.name(customer.changed_by))
    if first is not None and first == second:
        raise UserError("owners-same", name=staff.name(first))
    may = work.actor.may(Permission.ASSIGN_WORK)
    if not may and staff.holder(before[0]) not in (None, work.actor.account_id):
        raise UserError("item-of-other", owner=staff.name(before[0]))
    for given, known in zip((first, second), before, strict=True):
        if given != known:
            _require_here(staff, given)
    customer.owner_id, customer.second_owner_id = first, second
    work.session.flush()
    return before


def _require_here(staff: Staff, account_id: UUID | None) -> None:
    if account_id is not None and account_id not in staff.names:
        raise UserError("row-gone", table="account")
    if account_id in staff.closed:
        raise UserError("account-closed", name=staff.name(account_id))


def owners_of(work: Work, customer_id: UUID) -> Owners:
    """Who looks after a customer, and whether that is enough."""
    work.require(Permission.READ_CARD)
    work.require(Permission.PLAN_FOLLOWUPS)
    customer, staff = work.get(Customer, customer_id), read_staff(work)
    first, second = staff.holder(customer.owner_id), staff.holder(customer.second_owner_id)
    needs_two = work.session.scalar(
        select(Customer.id).where(Customer.id == customer_id, needs_two_owners(work))
    )
    met = None if second is None else _last_contact_of(work, customer_id, second)
    return Owners(
        first=first,
        second=second,
        first_name=staff.name(first),
        second_name=staff.name(second),
        left=tuple(
            staff.name(gone) for gone in (customer.owner_id, customer.second_owner_id) if gone in staff.closed
        ),
        needs_two=needs_two is not None,
        is_breach=needs_two is not None and _is_breach(work, customer, first, second, met),
        second_contact_at=met,
    )


def needs_two_owners(work: Work) -> ColumnElement[bool]:
    """The condition for customers who need two: key ones, and new ones with a promising need."""
    work.require(Permission.PLAN_FOLLOWUPS)
    since = work.now() - timedelta(days=int(setting(work, "two-owner-new-days")))
    promising = exists().where(
        Need.customer_id == Customer.id,
        Need.is_open,
        Need.deleted_at.is_(None),
        Need.intent_level.in_(list(setting(work, "two-owner-levels"))),
    )
    key = Customer.class_code.in_(list(setting(work, "two-owner-classes")))
    return or_(key, and_(Customer.created_at >= since, promising))


def missing_second_owner(work: Work, scope: Scope, *, limit: int = MOST) -> list[Alone]:
    """The customers of a scope who need two owners and have not two who still work here."""
    work.require(Permission.PLAN_FOLLOWUPS)
    scope, staff = reachable(work, scope), read_staff(work)
    first, second = Customer.owner_id, Customer.second_owner_id
    rows = work.session.execute(
        select(Customer.id, Customer.number, Customer.name, Customer.class_code, first)
        .where(needs_two_owners(work), Customer.do_not_contact.is_(False))
        .where(or_(_is_nobody(first, staff), _is_nobody(second, staff)))
        .where(*_of_scope(work, scope, staff))
        .order_by(Customer.created_at.desc(), Customer.id)
        .limit(limit)
    ).all()
    return [
        Alone(
            customer_id=row.id,
            number=row.number,
            name=row.name,
            class_code=row.class_code or "",
            owner_id=staff.holder(row.owner_id),
            owner_name=staff.name(staff.holder(row.owner_id)),
        )
        for row in rows
    ]


def _is_nobody(owner: Any, staff: Staff) -> ColumnElement[bool]:
    return or_(owner.is_(None), owner.in_(sorted(staff.closed))) if staff.closed else owner.is_(None)


def _of_scope(work: Work, scope: Scope, staff: Staff) -> list[ColumnElement[bool]]:
    person = scope.person
    if person is None and work.actor.may(Permission.ASSIGN_WORK):
        return []
    person = person or work.actor.account_id
    own = or_(Customer.owner_id == person, Customer.second_owner_id == person)
    return [or_(own, _is_nobody(Customer.owner_id, staff)) if scope.unassigned else own]


def contact_report(
    work: Work, first: date, last: date, *, scope: Scope | None = None, limit: int = 5_000
) -> list[ContactLine]:
    """Customers with two owners or in need of them, and who was in contact with them from one day to another."""
    work.require(Permission.PLAN_FOLLOWUPS)
    scope, staff = reachable(work, scope or Scope()), read_staff(work)
    two = needs_two_owners(work)
    rows = work.session.execute(
        select(Customer, two.label("needs_two"))
        .where(or_(two, Customer.second_owner_id.is_not(None)), *_of_scope(work, scope, staff))
        .order_by(Customer.name_pinyin, Customer.id)
        .limit(limit)
    ).all()
    counts = _contacts(work, [row.Customer.id for row in rows], first, last)
    return [
        _line(work, row.Customer, bool(row.needs_two), counts.get(row.Customer.id, {}), staff) for row in rows
    ]


def _line(
    work: Work, customer: Customer, needs_two: bool, counts: dict[UUID | None, int], staff: Staff
) -> ContactLine:
    first, second = staff.holder(customer.owner_id), staff.holder(customer.second_owner_id)
    met = None if second is None or not needs_two else _last_contact_of(work, customer.id, second)
    return ContactLine(
        customer_id=customer.id,
        number=customer.number,
        name=customer.name,
        class_code=customer.class_code or "",
        first_name=staff.name(first),
        second_name=staff.name(second),
        contacts=sum(counts.values()),
        by_first=counts.get(first, 0) if first else 0,
        by_second=counts.get(second, 0) if second else 0,
        last_contact_at=customer.last_contact_at,
        needs_two=needs_two,
        is_breach=needs_two and _is_breach(work, customer, first, second, met),
    )


def _contacts(
    work: Work, keys: Sequence[UUID], first: date, last: date
) -> dict[UUID, dict[UUID | None, int]]:
    begin = datetime.combine(first, time.min).astimezone()
    end = datetime.combine(last + timedelta(days=1), time.min).astimezone()
    found: dict[UUID, dict[UUID | None, int]] = {}
    for start in range(0, len(keys), 500):
        rows = work.session.execute(
            select(ContactEntry.customer_id, ContactEntry.created_by, func.count())
            .where(ContactEntry.customer_id.in_(keys[start : start + 500]), *contact_conditions(work))
            .where(ContactEntry.happened_at >= begin, ContactEntry.happened_at < end)
            .group_by(ContactEntry.customer_id, ContactEntry.created_by)
        ).all()
        for customer_id, account_id, count in rows:
            found.setdefault(customer_id, {})[account_id] = count
    return found


def _last_contact_of(work: Work, customer_id: UUID, account_id: UUID) -> datetime | None:
    return work.session.scalar(
        select(func.max(ContactEntry.happened_at)).where(
            ContactEntry.customer_id == customer_id,
            ContactEntry.created_by == account_id,
            *contact_conditions(work),
        )
    )


def _is_breach(
    work: Work, customer: Customer, first: UUID | None, second: UUID | None, met: datetime | None
) -> bool:
    """Somebody is missing, or the second has had time enough and was not in contact."""
    if first is None or second is None:
        return True
    since = work.now() - timedelta(days=int(setting(work, "second-owner-contact-days")))
    return customer.created_at < since and (met is None or met < since)
