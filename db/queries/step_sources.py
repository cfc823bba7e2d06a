"""Where the steps of each basis of rules come from: one query, or a few that add up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from sqlalchemy import Select, and_, bindparam, case, exists, literal, or_, select

from db.models.customers import Customer, Need, OriginKind
from db.models.followups import FollowUp, RuleBasis, RuleOwner, StepState
from db.models.services import ServiceRecord
from db.queries.step_asking import Asking
from db.queries.step_conditions import (
    UNCONTACTED,
    C,
    Condition,
    F,
    N,
    O,
    S,
    days_between,
    has_need,
    has_row,
    is_open,
    is_skipped,
    last_contact,
    moments_between,
    nobody_spoke,
    of_levels,
    owner_column,
    step_columns,
    untouched,
)
from db.queries.step_days import DaysBefore, LocalDay, MonthsBefore

Made = list[tuple[Select[Any], Any]]
"""Queries, each with its column of the owner."""


def _by_class(asking: Asking) -> Made:
    owner = owner_column(asking.owner)
    governed = _governed(asking)
    contacted = step_columns(C.id, C.last_contact_at, owner).where(
        *moments_between(C.last_contact_at, asking),
        C.last_contact_at.is_not(None),
        *governed,
        untouched(C.last_contact_at),
    )
    never = step_columns(C.id, C.created_at, owner).where(
        C.last_contact_at.is_(None),
        *moments_between(C.created_at, asking),
        *governed,
        untouched(C.created_at),
    )
    return [(contacted, owner), (never, owner), *_skipped_turns(asking)]


def _by_intent(asking: Asking) -> Made:
    """Levels are rarer than classes: from the needs to their customers, unless few customers can be due at all."""
    if asking.by_contact:
        return _by_class(asking)
    owner = owner_column(asking.owner)
    levels = of_levels(asking.levels) if asking.code is None else N.intent_level == bindparam("code")
    wanting = (
        select(N.customer_id)
        .where(N.branch_id == bindparam("branch_id"), N.is_open, N.deleted_at.is_(None), levels)
        .distinct()
        .subquery("wanting")
    )
    base = last_contact()
    query = (
        step_columns(C.id, base, owner)
        .select_from(wanting.join(Customer.__table__, C.id == wanting.c.customer_id))
        .where(*moments_between(base, asking), untouched(base))
    )
    if asking.tighter:
        query = query.where(~has_need(asking.tighter))
    return [(query, owner), *_skipped_turns(asking)]


def _skipped_turns(asking: Asking) -> Made:
    """Customers whose turn was skipped after their last contact, counted from the last such skip."""
    if not asking.has_skips:
        return []
    later = FollowUp.__table__.alias("later")
    newer = exists(later.c.id).where(
        later.c.rule_id == F.rule_id,
        later.c.subject_id == F.subject_id,
        later.c.deleted_at.is_(None),
        or_(
            later.c.state == StepState.OPEN,
            and_(
                later.c.state == StepState.CANCELLED,
                or_(
                    later.c.closed_at > F.closed_at,
                    and_(later.c.closed_at == F.closed_at, later.c.id > F.id),
                ),
            ),
        ),
    )
    query = (
        step_columns(C.id, F.closed_at, owner_column(asking.owner))
        .select_from(FollowUp.__table__.join(Customer.__table__, C.id == F.subject_id))
        .where(
            F.rule_id == bindparam("rule_id"),
            is_skipped(),
            F.deleted_at.is_(None),
            *moments_between(F.closed_at, asking),
            F.closed_at > last_contact(),
            *_governed(asking),
            ~newer,
        )
    )
    return [(query, owner_column(asking.owner))]


def _governed(asking: Asking) -> tuple[Condition, ...]:
    """Whom a cycle is for: the tightest cycle of the open needs, without such a need that of the class."""
    found: list[Condition] = []
    if asking.basis is RuleBasis.INTENT:
        found.append(has_need(asking.levels))
    elif asking.code is not None:
        found.append(C.class_code == bindparam("code"))
    elif asking.classes:
        found.append(or_(C.class_code.is_(None), C.class_code.not_in(asking.classes)))
    if asking.tighter:
        found.append(~has_need(asking.tighter))
    return tuple(found)


def _new(asking: Asking) -> Made:
    """Those who were registered here and not contacted since; an imported list asks for no thanks."""
    owner = owner_column(asking.owner)
    imported = exists(O.id).where(O.id == C.created_from, O.kind == OriginKind.IMPORT)
    query = step_columns(C.id, C.created_at, owner).where(
        *moments_between(C.created_at, asking),
        UNCONTACTED,
        ~imported,
        ~has_row(C.id),
    )
    return [(query, owner)]


def _event(asking: Asking) -> Made:
    owner = owner_column(asking.owner)
    if asking.event_at is None:
        query = step_columns(C.id, C.created_at, owner).where(
            *moments_between(C.created_at, asking),
            UNCONTACTED,
            ~has_row(C.id),
        )
    else:
        event_at = bindparam("event_at", type_=F.base_at.type)
        query = step_columns(C.id, event_at, owner).where(
            or_(C.last_contact_at.is_(None), C.last_contact_at < bindparam("contact_limit")),
            ~has_row(C.id, or_(is_open(), F.base_at == event_at)),
        )
    return [(query.where(C.campaign == bindparam("code")), owner)]


def _service(asking: Asking) -> Made:
    """Services after which nobody spoke to the customer on a later day."""
    second = C.second_owner_id
    served = or_(S.served_by.is_(None), S.served_by != second)
    owner = case((served, second)) if asking.owner is RuleOwner.OTHER else owner_column(asking.owner)
    query = (
        step_columns(S.id, S.served_on, owner)
        .select_from(ServiceRecord.__table__.join(Customer.__table__, C.id == S.customer_id))
        .where(
            S.branch_id == C.branch_id,
            S.deleted_at.is_(None),
            *days_between(S.served_on, asking),
            nobody_spoke(S.served_on, asking, same_day=True),
            ~has_row(S.id),
        )
    )
    return [(query, owner)]


def _expected(asking: Asking) -> Made:
    """Open needs with an expected day, unless somebody spoke to the customer once it was near."""
    owner = owner_column(asking.owner)
    before = MonthsBefore if asking.in_months else DaysBefore
    query = (
        step_columns(N.id, N.expected_on, owner)
        .select_from(Need.__table__.join(Customer.__table__, C.id == N.customer_id))
        .where(
            N.branch_id == C.branch_id,
            N.deleted_at.is_(None),
            N.is_open,
            *days_between(N.expected_on, asking),
            nobody_spoke(before(N.expected_on, literal(asking.amount)), asking, same_day=False),
            ~has_row(N.id, or_(is_open(), LocalDay(F.base_at, literal(0)) == N.expected_on)),
        )
    )
    return [(query if asking.code is None else query.where(N.intent_level == bindparam("code")), owner)]


MAKERS: Final[dict[RuleBasis, Callable[[Asking], Made]]] = {
    RuleBasis.CLASS: _by_class,
    RuleBasis.INTENT: _by_intent,
    RuleBasis.NEW: _new,
    RuleBasis.EVENT: _event,
    RuleBasis.SERVICE: _service,
    RuleBasis.EXPECTED: _expected,
}
