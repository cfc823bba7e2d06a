"""What follow-up rules ask for, read from cards, needs and services by ranges of indexes; nothing of it is kept.

One `Asking` is one rule; `statements` gives its queries, each of rows (customer, subject, base, owner). A cycle gives
three: customers who were contacted, those who never were (counted from their registration) and those whose turn was
skipped (counted from then).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, exists, false, func, literal, or_, select

from db.models.customers import Customer, Need, Origin, OriginKind
from db.models.followups import FollowUp, RuleBasis, RuleOwner, StepState
from db.models.services import ServiceRecord
from db.queries.step_days import DaysBefore, LocalDay, MonthsBefore

C: Final[Any] = Customer.__table__.c
N: Final[Any] = Need.__table__.c
S: Final[Any] = ServiceRecord.__table__.c
F: Final[Any] = FollowUp.__table__.c
O: Final[Any] = Origin.__table__.c  # noqa: E741 - one letter each keeps the conditions readable

Condition = ColumnElement[bool]


@dataclass(frozen=True, kw_only=True, slots=True)
class Reach:
    """Whose steps are read: everybody's, or those of `person` and of nobody.

    `visible_to`: of everybody's only those of this account, of nobody, and of the customers it owns. `gone` are
    accounts that were closed; what was theirs is nobody's.
    """

    person: UUID | None = None
    unassigned: bool = True
    visible_to: UUID | None = None
    gone: tuple[UUID, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Levels:
    """Intent levels: those named, and with `rest` all that are not among `known`."""

    named: tuple[str, ...] = ()
    rest: bool = False
    known: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.named) or self.rest


@dataclass(frozen=True, kw_only=True, slots=True)
class Asking:
    """What one rule asks of the database.

    `levels` are the intent levels a cycle by intent is for, `tighter` those whose customers another rule governs.
    `classes` are classes with a rule of their own, which a rule for all classes leaves out. `first`, `end` bound
    bases that are moments, `first_on`, `last_on` those that are days.
    """

    rule_id: UUID
    basis: RuleBasis
    owner: RuleOwner
    code: str | None = None
    levels: Levels = Levels()
    tighter: Levels = Levels()
    classes: tuple[str, ...] = ()
    event_at: datetime | None = None
    contact_limit: datetime | None = None
    amount: int = 0
    in_months: bool = False
    ahead_seconds: int = 0
    first: datetime | None = None
    end: datetime | None = None
    first_on: date | None = None
    last_on: date | None = None


def statements(asking: Asking, branch_id: UUID, reach: Reach) -> list[Select[Any]]:
    """The queries of a rule; their rows are (customer, subject, base, owner) in no order yet.

    The base stands in the column `base`, a moment or a day.
    """
    made = _MAKERS[asking.basis](asking)
    return [
        query.where(
            C.branch_id == branch_id,
            C.deleted_at.is_(None),
            ~C.do_not_contact,
            *_within(owner, reach),
        )
        for query, owner in made
    ]


Made = list[tuple[Select[Any], Any]]


def _cycle(asking: Asking) -> Made:
    owner = _owner(asking.owner)
    untouched = ~_row_of(asking, C.id, or_(_open(), and_(_skipped(), F.closed_at > _contact())))
    governed = (*_governed(asking), untouched)
    contacted = _columns(C.id, C.last_contact_at, owner).where(
        *_between(C.last_contact_at, asking), C.last_contact_at.is_not(None), *governed
    )
    never = _columns(C.id, C.created_at, owner).where(
        C.last_contact_at.is_(None), *_between(C.created_at, asking), *governed
    )
    return [(contacted, owner), (never, owner), (_skipped_turns(asking), owner)]


def _skipped_turns(asking: Asking) -> Select[Any]:
    """Customers whose turn was skipped after their last contact, counted from the last such skip."""
    later = FollowUp.__table__.alias("later")
    newer = exists().where(
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
    return (
        _columns(C.id, F.closed_at, _owner(asking.owner))
        .select_from(FollowUp.__table__.join(Customer.__table__, C.id == F.subject_id))
        .where(
            F.rule_id == asking.rule_id,
            _skipped(),
            F.deleted_at.is_(None),
            *_between(F.closed_at, asking),
            F.closed_at > _contact(),
            *_governed(asking),
            ~newer,
        )
    )


def _governed(asking: Asking) -> tuple[Condition, ...]:
    """Whom a cycle is for: the tightest cycle of the open needs, without such a need that of the class."""
    found: list[Condition] = []
    if asking.basis is RuleBasis.INTENT:
        found.append(_has_need(asking.levels))
    elif asking.code is not None:
        found.append(C.class_code == asking.code)
    elif asking.classes:
        found.append(or_(C.class_code.is_(None), C.class_code.not_in(asking.classes)))
    if asking.tighter:
        found.append(~_has_need(asking.tighter))
    return tuple(found)


def _has_need(levels: Levels) -> Condition:
    wanted: list[Condition] = []
    if levels.named:
        wanted.append(N.intent_level.in_(levels.named))
    if levels.rest:
        wanted.append(and_(N.intent_level.is_not(None), N.intent_level.not_in(levels.known)))
    return exists().where(N.customer_id == C.id, N.is_open, N.deleted_at.is_(None), or_(*wanted))


def _new(asking: Asking) -> Made:
    """Those who were registered here and not contacted since; an imported list asks for no thanks."""
    owner = _owner(asking.owner)
    imported = exists().where(O.id == C.created_from, O.kind == OriginKind.IMPORT)
    query = _columns(C.id, C.created_at, owner).where(
        *_between(C.created_at, asking),
        or_(C.last_contact_at.is_(None), C.last_contact_at <= C.created_at),
        ~imported,
        ~_row_of(asking, C.id),
    )
    return [(query, owner)]


def _event(asking: Asking) -> Made:
    owner = _owner(asking.owner)
    if asking.event_at is None:
        query = _columns(C.id, C.created_at, owner).where(
            *_between(C.created_at, asking),
            or_(C.last_contact_at.is_(None), C.last_contact_at <= C.created_at),
            ~_row_of(asking, C.id),
        )
    else:
        in_time = asking.last_on is None or asking.event_at.date() <= asking.last_on
        since = asking.first_on is None or asking.event_at.date() >= asking.first_on
        if not (in_time and since):
            return []
        query = _columns(C.id, literal(asking.event_at, F.base_at.type), owner).where(
            or_(C.last_contact_at.is_(None), C.last_contact_at < asking.contact_limit),
            ~_row_of(asking, C.id, or_(_open(), F.base_at == asking.event_at)),
        )
    return [(query.where(C.campaign == asking.code), owner)]


def _service(asking: Asking) -> Made:
    """Services after which nobody spoke to the customer on a later day."""
    second = C.second_owner_id
    served = or_(S.served_by.is_(None), S.served_by != second)
    owner = case((served, second)) if asking.owner is RuleOwner.OTHER else _owner(asking.owner)
    query = (
        _columns(S.id, S.served_on, owner)
        .select_from(ServiceRecord.__table__.join(Customer.__table__, C.id == S.customer_id))
        .where(
            S.branch_id == C.branch_id,
            S.deleted_at.is_(None),
            *_days(S.served_on, asking),
            _not_since(S.served_on, asking, same_day=True),
            ~_row_of(asking, S.id),
        )
    )
    return [(query, owner)]


def _expected(asking: Asking) -> Made:
    """Open needs with an expected day, unless somebody spoke to the customer once it was near."""
    owner = _owner(asking.owner)
    before = MonthsBefore if asking.in_months else DaysBefore
    query = (
        _columns(N.id, N.expected_on, owner)
        .select_from(Need.__table__.join(Customer.__table__, C.id == N.customer_id))
        .where(
            N.branch_id == C.branch_id,
            N.deleted_at.is_(None),
            N.is_open,
            *_days(N.expected_on, asking),
            _not_since(before(N.expected_on, literal(asking.amount)), asking, same_day=False),
            ~_row_of(asking, N.id, or_(_open(), LocalDay(F.base_at, literal(0)) == N.expected_on)),
        )
    )
    return [(query.where(N.intent_level == asking.code) if asking.code else query, owner)]


_MAKERS: Final = {
    RuleBasis.CLASS: _cycle,
    RuleBasis.INTENT: _cycle,
    RuleBasis.NEW: _new,
    RuleBasis.EVENT: _event,
    RuleBasis.SERVICE: _service,
    RuleBasis.EXPECTED: _expected,
}


def _columns(subject: Any, base: Any, owner: Any) -> Select[Any]:
    return select(
        C.id.label("customer_id"), subject.label("subject_id"), base.label("base"), owner.label("owner_id")
    )


def _owner(owner: RuleOwner) -> Any:
    return C.owner_id if owner is RuleOwner.OWNER else C.second_owner_id


def _within(owner: Any, reach: Reach) -> list[Condition]:
    nobodys = or_(owner.is_(None), owner.in_(reach.gone)) if reach.gone else owner.is_(None)
    if reach.person is not None:
        own = false() if reach.person in reach.gone else owner == reach.person
        return [or_(own, nobodys) if reach.unassigned else own]
    if reach.visible_to is not None:
        me = reach.visible_to
        return [or_(owner == me, nobodys, C.owner_id == me, C.second_owner_id == me)]
    return []


def _contact() -> Any:
    return func.coalesce(C.last_contact_at, C.created_at)


def _not_since(day: Any, asking: Asking, *, same_day: bool) -> Condition:
    """Nobody was reached after the day, nor on it unless `same_day` is part of what is asked after."""
    contact = LocalDay(C.last_contact_at, literal(asking.ahead_seconds))
    return or_(C.last_contact_at.is_(None), contact <= day if same_day else contact < day)


def _open() -> Any:
    return F.state == StepState.OPEN


def _skipped() -> Any:
    return F.state == StepState.CANCELLED


def _row_of(asking: Asking, subject: Any, condition: Condition | None = None) -> Condition:
    """Whether somebody touched the step already: any row of it, or one of a kind."""
    found = exists().where(F.rule_id == asking.rule_id, F.subject_id == subject, F.deleted_at.is_(None))
    return found if condition is None else found.where(condition)


def _between(column: Any, asking: Asking) -> list[Condition]:
    bounds = []
    if asking.first is not None:
        bounds.append(column >= asking.first)
    if asking.end is not None:
        bounds.append(column < asking.end)
    return bounds


def _days(column: Any, asking: Asking) -> list[Condition]:
    bounds = [column.is_not(None)]
    if asking.first_on is not None:
        bounds.append(column >= asking.first_on)
    if asking.last_on is not None:
        bounds.append(column <= asking.last_on)
    return bounds
