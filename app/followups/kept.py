"""The rows somebody planned, moved or closed, read as items."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from app.followups.records import Item, ItemKey, ItemKind, Scope
from app.followups.rules.faces import Face, read_faces
from app.followups.scopes import Staff, owned_within
from app.work import Work
from db.models.access import Permission
from db.models.customers import Customer
from db.models.followups import FollowUp, FollowUpRule, StepState, Visit


def kept_items(
    work: Work,
    scope: Scope | None,
    staff: Staff,
    *conditions: ColumnElement[bool],
    limit: int,
    newest_first: bool = False,
    language: str = "zh",
) -> list[Item]:
    """The rows of a scope that meet the conditions, earliest due first; `newest_first` by when they were closed.

    Without a scope everybody's: what hangs on one card is seen by whoever may open it.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    owned = () if scope is None else owned_within(work, scope, staff, FollowUp.owner_id)
    query = _rows().where(*owned, *conditions)
    order = (
        (FollowUp.closed_at.desc(), FollowUp.id)
        if newest_first
        else (FollowUp.due_on, FollowUp.starts_at, FollowUp.id)
    )
    return _items(work, staff, work.session.execute(query.order_by(*order).limit(limit)).all(), language)


def kept_item(work: Work, staff: Staff, row_id: UUID, language: str = "zh") -> Item | None:
    """One row as an item; None when it is gone."""
    work.require(Permission.PLAN_FOLLOWUPS)
    rows = work.session.execute(_rows().where(FollowUp.id == row_id)).all()
    found = _items(work, staff, rows, language)
    return found[0] if found else None


def counted(work: Work, scope: Scope, staff: Staff, last: date) -> dict[date, int]:
    """How many open rows are due, by day, up to the last."""
    work.require(Permission.PLAN_FOLLOWUPS)
    rows = work.session.execute(
        select(FollowUp.due_on, func.count())
        .join(Customer, Customer.id == FollowUp.customer_id)
        .where(*owned_within(work, scope, staff, FollowUp.owner_id), is_waiting(), FollowUp.due_on <= last)
        .group_by(FollowUp.due_on)
    ).all()
    return {row[0]: row[1] for row in rows}


def is_waiting() -> ColumnElement[bool]:
    """Open, and not of a rule about somebody who asked not to be contacted."""
    wanted = or_(Customer.do_not_contact.is_(False), FollowUp.rule_id.is_(None))
    return and_(FollowUp.state == StepState.OPEN, wanted)


def has_visit() -> ColumnElement[bool]:
    """Whether a visit form hangs on the row."""
    return exists().where(Visit.followup_id == FollowUp.id, Visit.deleted_at.is_(None))


def _rows() -> Select[*tuple[Any, ...]]:
    return (
        select(
            FollowUp, Customer.do_not_contact, FollowUpRule.name_zh, FollowUpRule.name_en,
            FollowUpRule.basis, has_visit().label("is_visit"),
        )
        .join(Customer, Customer.id == FollowUp.customer_id)
        .join(FollowUpRule, FollowUpRule.id == FollowUp.rule_id, isouter=True)
    )  # fmt: skip


def _items(work: Work, staff: Staff, rows: Sequence[Any], language: str) -> list[Item]:
    faces = read_faces(work, (row.FollowUp.customer_id for row in rows), ()).customers
    today = work.today()
    return [_item(row, faces[row.FollowUp.customer_id], staff, today, language) for row in rows]


def _item(row: Any, face: Face, staff: Staff, today: date, language: str) -> Item:
    kept: FollowUp = row.FollowUp
    holder = staff.holder(kept.owner_id)
    return Item(
        key=ItemKey(kind=ItemKind.VISIT if row.is_visit else ItemKind.FOLLOWUP, id=kept.id),
        customer_id=kept.customer_id,
        customer_number=face.number,
        customer_name=face.name,
        phone=face.phone,
        class_code=face.class_code,
        intent_level=face.intent_level,
        title=kept.matter,
        points=kept.points or "",
        way=kept.way,
        due_on=kept.due_on,
        starts_at=kept.starts_at,
        minutes=kept.minutes,
        owner_id=holder,
        owner_name=staff.name(holder),
        state=kept.state,
        outcome=kept.outcome or "",
        rule_name=(row.name_en if language == "en" else row.name_zh) or "",
        basis=row.basis,
        base_at=kept.base_at,
        is_overdue=kept.state is StepState.OPEN and kept.due_on < today,
        missed_days=face.missed_days,
        last_contact_at=face.last_contact_at,
    )
