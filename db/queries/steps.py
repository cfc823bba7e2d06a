"""What follow-up rules ask for, read from cards, needs and services by ranges of indexes; nothing of it is kept.

One `Asking` is one rule; its queries give rows (customer, subject, base, owner). A cycle by class gives three:
customers who were contacted, those who never were (counted from their registration) and those whose turn was skipped
(counted from then). Whose steps are wanted parts them again, so that each is one range of an index.

Statements are made once for each shape of an asking and filled with its values: making one anew takes longer than
most of them run.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, bindparam, func, or_, select

from db.models.followups import RuleBasis, RuleOwner
from db.queries.step_asking import Asking, Reach
from db.queries.step_conditions import UNCONTACTED, C, Condition, moments_between
from db.queries.step_sources import MAKERS


class Whose(StrEnum):
    """A part of those whose steps are wanted."""

    ALL = "all"
    VISIBLE = "visible"
    OWN = "own"
    NOBODYS = "nobodys"
    LEAVERS = "leavers"
    MINE = "mine"


def listed(asking: Asking, reach: Reach, *, of_customer: bool = False) -> tuple[Select[Any], ...]:
    """The queries of a rule's first steps by their base, which stands in `base`, a moment or a day.

    They want `values_of` as parameters, `row_limit`, and `customer_id` where they are of one customer.
    """
    return _listed(_shape(asking), _parts(reach, asking), of_customer) if _can_be_due(asking) else ()


def counted(asking: Asking, reach: Reach) -> tuple[Select[Any], ...]:
    """Queries whose sum is how many steps a rule asks for, each up to `row_limit`; they want `values_of`, too."""
    return _counted(_shape(asking), _parts(reach, asking)) if _can_be_due(asking) else ()


def based(asking: Asking, reach: Reach) -> tuple[Select[Any], ...]:
    """As `listed`, without order or limit."""
    return _statements(_shape(asking), _parts(reach, asking)) if _can_be_due(asking) else ()


def few_between(asking: Asking) -> tuple[Select[Any], ...]:
    """Queries that count customers whose last contact, or registration, is within the bounds, up to `row_limit`."""
    return _few_between(_shape(asking))


@lru_cache(maxsize=100)
def _few_between(shape: Asking) -> tuple[Select[Any], ...]:
    common = (C.branch_id == bindparam("branch_id"), C.deleted_at.is_(None))
    contacted = select(C.id).where(C.last_contact_at.is_not(None), *moments_between(C.last_contact_at, shape))
    never = select(C.id).where(
        UNCONTACTED, C.last_contact_at.is_(None), *moments_between(C.created_at, shape)
    )
    # The order is asked for to have the index of that order taken.
    ordered = (contacted.order_by(C.last_contact_at), never.order_by(C.created_at))
    return tuple(
        select(func.count()).select_from(query.where(*common).limit(bindparam("row_limit")).subquery())
        for query in ordered
    )


def values_of(asking: Asking, branch_id: UUID, reach: Reach) -> dict[str, Any]:
    """The values of the parameters of an asking's queries."""
    return {
        "branch_id": branch_id,
        "rule_id": asking.rule_id,
        "code": asking.code,
        "first": asking.first or asking.first_on,
        "end": asking.end or asking.last_on,
        "event_at": asking.event_at,
        "contact_limit": asking.contact_limit,
        "person": reach.person or reach.visible_to,
        "gone": reach.gone,
    }


def _can_be_due(asking: Asking) -> bool:
    """Whether an event with a day lies within the bounds at all."""
    if asking.event_at is None:
        return True
    day = asking.event_at.date()
    return (asking.first_on is None or asking.first_on <= day) and (
        asking.last_on is None or day <= asking.last_on
    )


def _shape(asking: Asking) -> Asking:
    """The asking with nothing in it that a parameter can be."""
    return replace(
        asking,
        rule_id=_NO_KEY,
        code=asking.code and "",
        event_at=asking.event_at and _MOMENT,
        contact_limit=asking.contact_limit and _MOMENT,
        first=asking.first and _MOMENT,
        end=asking.end and _MOMENT,
        first_on=asking.first_on and date.min,
        last_on=asking.last_on and date.min,
    )


_BY_OWNER: Final = frozenset({RuleBasis.CLASS, RuleBasis.SERVICE})
"""Bases whose steps an index finds by their owner; the others are read in one go for all whose they are."""

_NO_KEY: Final = UUID(int=0)
_MOMENT: Final = datetime.min.replace(tzinfo=UTC)


def _parts(reach: Reach, asking: Asking) -> tuple[Whose, ...]:
    if reach.person is None:
        return (Whose.ALL,) if reach.visible_to is None else (Whose.VISIBLE,)
    own = () if reach.person in reach.gone else (Whose.OWN,)
    if not reach.unassigned:
        return own
    if asking.basis not in _BY_OWNER:
        return (Whose.MINE,) if own else (Whose.NOBODYS, Whose.LEAVERS)
    return (*own, Whose.NOBODYS, *((Whose.LEAVERS,) if reach.gone else ()))


@lru_cache(maxsize=1_000)
def _listed(shape: Asking, parts: tuple[Whose, ...], of_customer: bool) -> tuple[Select[Any], ...]:
    queries = _statements(shape, parts)
    if of_customer:
        queries = tuple(query.where(C.id == bindparam("customer_id")) for query in queries)
    return tuple(query.order_by("base").limit(bindparam("row_limit")) for query in queries)


@lru_cache(maxsize=1_000)
def _counted(shape: Asking, parts: tuple[Whose, ...]) -> tuple[Select[Any], ...]:
    return tuple(
        select(func.count()).select_from(query.limit(bindparam("row_limit")).subquery())
        for query in _statements(shape, parts)
    )


@lru_cache(maxsize=1_000)
def _statements(shape: Asking, parts: tuple[Whose, ...]) -> tuple[Select[Any], ...]:
    common = (C.branch_id == bindparam("branch_id"), C.deleted_at.is_(None), ~C.do_not_contact)
    return tuple(
        query.where(*common, *_whose(owner, part, shape.owner))
        for part in parts
        for query, owner in MAKERS[shape.basis](shape)
    )


def _whose(owner: Any, part: Whose, of: RuleOwner) -> list[Condition]:
    person: Any = bindparam("person")
    leavers = owner.in_(bindparam("gone", expanding=True))
    if part is Whose.OWN:
        # Said twice for somebody who did not serve: an index knows the second owner, not the choice.
        return [owner == person, C.second_owner_id == person] if of is RuleOwner.OTHER else [owner == person]
    if part is Whose.NOBODYS:
        return [owner.is_(None)]
    if part is Whose.LEAVERS:
        return [leavers]
    mine = or_(owner == person, owner.is_(None), leavers)
    if part is Whose.MINE:
        return [mine]
    if part is Whose.VISIBLE:
        return [or_(mine, C.owner_id == person, C.second_owner_id == person)]
    return []
