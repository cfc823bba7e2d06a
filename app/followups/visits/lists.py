"""The list of visits: planned, to be entered, incomplete, done and called off, of a person and a period."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select

from app.followups.visits.reading import visit_completeness, weights
from app.followups.visits.records import ANSWERS, VisitFilter, VisitGroup, VisitLine, Visitor
from app.work import Work
from db.models.access import Account, Permission
from db.models.customers import ContactWay, Customer
from db.models.followups import FollowUp, StepState, Visit
from db.models.registration import Form

LIST_MOST = 500


def list_visits(work: Work, wanted: VisitFilter, *, limit: int = LIST_MOST) -> list[VisitLine]:
    """The visits wanted: what is open with the oldest day first, what is closed with the newest first."""
    work.require(Permission.PLAN_FOLLOWUPS)
    weight_of = weights(work)
    group = _group(work, weight_of).label("grouped")
    query: Any = select(
        FollowUp.id, FollowUp.customer_id, FollowUp.matter, FollowUp.due_on, FollowUp.starts_at,
        Customer.number, Customer.name, Account.name.label("owner"), Form.serial, group,
        *(getattr(Visit, name) for name in ANSWERS),
    )  # fmt: skip
    query = _wanted(work, query, wanted, group)
    by_day: tuple[Any, ...] = (FollowUp.due_on, FollowUp.starts_at.is_(None), FollowUp.starts_at, FollowUp.id)
    if wanted.group in (VisitGroup.DONE, VisitGroup.CANCELLED, None):
        by_day = (FollowUp.due_on.desc(), FollowUp.starts_at.is_(None), FollowUp.starts_at, FollowUp.id)
    rows = work.session.execute(query.order_by(*by_day).limit(limit), execution_options=_BEYOND)
    return [_line(row, weight_of) for row in rows]


def count_visits(work: Work, wanted: VisitFilter) -> dict[VisitGroup, int]:
    """How many visits of each group there are; the group of the filter does not narrow it."""
    work.require(Permission.PLAN_FOLLOWUPS)
    group = _group(work, weights(work)).label("grouped")
    everything = VisitFilter(scope=wanted.scope, first=wanted.first, last=wanted.last)
    inner = _wanted(work, select(group), everything, group).subquery()
    counted = work.session.execute(
        select(inner.c.grouped, func.count()).group_by(inner.c.grouped), execution_options=_BEYOND
    )
    found = {VisitGroup(name): count for name, count in counted}
    return {known: found.get(known, 0) for known in VisitGroup}


_BEYOND: Any = {"across_branches": True, "with_deleted": True}
"""Names of people who left and of cards that are gone are shown; the rows themselves are narrowed by hand."""


def _wanted(work: Work, query: Select[Any], wanted: VisitFilter, group: Any) -> Select[Any]:
    query = (
        query.select_from(FollowUp)
        .join(Customer, Customer.id == FollowUp.customer_id)
        .outerjoin(Visit, and_(Visit.followup_id == FollowUp.id, Visit.deleted_at.is_(None)))
        .outerjoin(Account, Account.id == FollowUp.owner_id)
        .outerjoin(Form, Form.id == Visit.form_id)
        .where(FollowUp.way == ContactWay.VISIT, FollowUp.deleted_at.is_(None))
        .where(or_(Customer.deleted_at.is_(None), FollowUp.state != StepState.CANCELLED))
    )
    if not work.actor.all_branches:
        query = query.where(FollowUp.branch_id == work.actor.branch_id)
    query = query.where(*_of_whom(work, wanted))
    if wanted.first is not None:
        query = query.where(FollowUp.due_on >= wanted.first)
    if wanted.last is not None:
        query = query.where(FollowUp.due_on <= wanted.last)
    return query if wanted.group is None else query.where(group.element == wanted.group.value)


def _of_whom(work: Work, wanted: VisitFilter) -> list[ColumnElement[bool]]:
    """The scope asked for, within what the actor may see."""
    me = work.actor.account_id
    conditions: list[ColumnElement[bool]] = []
    if not work.actor.may(Permission.ASSIGN_WORK):
        conditions.append(
            or_(
                FollowUp.owner_id.is_(None),
                FollowUp.owner_id == me,
                Customer.owner_id == me,
                Customer.second_owner_id == me,
            )
        )
    if wanted.scope.person is not None:
        own: ColumnElement[bool] = FollowUp.owner_id == wanted.scope.person
        conditions.append(or_(own, FollowUp.owner_id.is_(None)) if wanted.scope.unassigned else own)
    return conditions


def _group(work: Work, weight_of: dict[str, int]) -> ColumnElement[str]:
    """The group of a row: an open one is to be entered once its day or hour has passed."""
    missing = [getattr(Visit, name).is_(None) for name in ANSWERS if weight_of[name] > 0]
    passed = or_(FollowUp.due_on < work.today(), FollowUp.starts_at < work.now())
    return case(
        (FollowUp.state == StepState.CANCELLED, VisitGroup.CANCELLED.value),
        (and_(FollowUp.state == StepState.OPEN, passed), VisitGroup.TO_ENTER.value),
        (FollowUp.state == StepState.OPEN, VisitGroup.PLANNED.value),
        (or_(*missing) if missing else Visit.id.is_(None), VisitGroup.INCOMPLETE.value),
        else_=VisitGroup.DONE.value,
    )


def _line(row: Any, weight_of: dict[str, int]) -> VisitLine:
    found = visit_completeness(row._mapping, weight_of)
    key: UUID = row.id
    return VisitLine(
        id=key,
        customer_id=row.customer_id,
        customer_number=row.number,
        customer_name=row.name,
        aim=row.matter,
        on=row.due_on,
        starts_at=row.starts_at,
        owner_name=row.owner or "",
        serial=row.serial or "",
        group=VisitGroup(row.grouped),
        answered=found.answered,
        percent=found.percent,
    )


def visitors(work: Work) -> tuple[Visitor, ...]:
    """Whom a visit may be given to: everybody who still works at the branch, or oneself without `ASSIGN_WORK`."""
    work.require(Permission.PLAN_FOLLOWUPS)
    query = select(Account.id, Account.name).where(Account.closed_at.is_(None))
    query = query.where(Account.branch_id == work.actor.branch_id)
    if not work.actor.may(Permission.ASSIGN_WORK):
        query = query.where(Account.id == work.actor.account_id)
    rows = work.session.execute(query.order_by(Account.name, Account.id))
    return tuple(Visitor(id=row.id, name=row.name) for row in rows)
