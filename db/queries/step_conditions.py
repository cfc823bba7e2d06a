"""The conditions steps are found by: what the queries of all bases of rules have in common."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, func, literal, or_, select

from db.models.customers import Customer, Need, Origin
from db.models.followups import FollowUp, RuleOwner, StepState
from db.models.services import ServiceRecord
from db.queries.step_asking import Asking, Levels
from db.queries.step_days import LocalDay

C: Final[Any] = Customer.__table__.c
N: Final[Any] = Need.__table__.c
S: Final[Any] = ServiceRecord.__table__.c
F: Final[Any] = FollowUp.__table__.c
O: Final[Any] = Origin.__table__.c  # noqa: E741 - one letter each keeps the conditions readable

Condition = ColumnElement[bool]
UNCONTACTED: Final = or_(C.last_contact_at.is_(None), C.last_contact_at <= C.created_at)
"""Nobody spoke to them since they were registered: in the very words of the index that holds just them."""


def untouched(base: Any) -> Condition:
    """Nobody keeps the step as a row, and the turn was not skipped since."""
    return ~has_row(C.id, or_(is_open(), and_(is_skipped(), F.closed_at > base)))


def has_need(levels: Levels) -> Condition:
    return exists(N.customer_id).where(
        N.customer_id == C.id, N.is_open, N.deleted_at.is_(None), of_levels(levels)
    )


def of_levels(levels: Levels) -> Condition:
    wanted: list[Condition] = []
    if levels.named:
        wanted.append(N.intent_level.in_(levels.named))
    if levels.rest:
        wanted.append(and_(N.intent_level.is_not(None), N.intent_level.not_in(levels.known)))
    return or_(*wanted)


def step_columns(subject: Any, base: Any, owner: Any) -> Select[Any]:
    return select(
        C.id.label("customer_id"), subject.label("subject_id"), base.label("base"), owner.label("owner_id")
    )


def owner_column(owner: RuleOwner) -> Any:
    return C.owner_id if owner is RuleOwner.OWNER else C.second_owner_id


def last_contact() -> Any:
    return func.coalesce(C.last_contact_at, C.created_at)


def nobody_spoke(day: Any, asking: Asking, *, same_day: bool) -> Condition:
    """Nobody was reached after the day, nor on it unless `same_day` is part of what is asked after."""
    contact = LocalDay(C.last_contact_at, literal(asking.ahead_seconds))
    return or_(C.last_contact_at.is_(None), contact <= day if same_day else contact < day)


def is_open() -> Any:
    return F.state == StepState.OPEN


def is_skipped() -> Any:
    return F.state == StepState.CANCELLED


def has_row(subject: Any, condition: Condition | None = None) -> Condition:
    """Whether somebody touched the step already: any row of it, or one of a kind."""
    found = exists(F.rule_id).where(
        F.rule_id == bindparam("rule_id"), F.subject_id == subject, F.deleted_at.is_(None)
    )
    return found if condition is None else found.where(condition)


def moments_between(column: Any, asking: Asking) -> list[Condition]:
    bounds = []
    if asking.first is not None:
        bounds.append(column >= bindparam("first"))
    if asking.end is not None:
        bounds.append(column < bindparam("end"))
    return bounds


def days_between(column: Any, asking: Asking) -> list[Condition]:
    bounds = [column.is_not(None)]
    if asking.first_on is not None:
        bounds.append(column >= bindparam("first"))
    if asking.last_on is not None:
        bounds.append(column <= bindparam("end"))
    return bounds
