"""Rules, cards and what happens to them, put straight into the tables for tests of follow-ups."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from app.lists import change_setting
from app.work import Work
from db.base import new_key
from db.models.customers import ContactWay, Customer, CustomerKind, Need
from db.models.days import CalendarDay, DayKind
from db.models.followups import FollowUp, FollowUpRule, RuleBasis, RuleUnit, StepState
from db.models.services import ServiceRecord

_numbers = iter(range(1, 10**9))


def at(text: str) -> datetime:
    """A moment from "2026-03-01 10:00" UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def clear_rules(work: Work) -> None:
    """Take the shipped rules away: a test states its own."""
    for row in work.session.query(FollowUpRule).all():
        row.deleted_at = work.now()
    work.session.flush()


def open_every_day(work: Work, *closed: date) -> None:
    """A shop that is open all week but for the days given."""
    for row in work.session.query(CalendarDay).all():
        row.deleted_at = work.now()
    change_setting(work, "opening-hours", [[["09:00", "18:00"]]] * 7)
    for day in closed:
        work.session.add(
            CalendarDay(
                day=day, kind=DayKind.CLOSED, name_zh="停业", name_en="Closed", branch_id=work.actor.branch_id
            )
        )
    work.session.flush()
    work.calendar = None


def rule(work: Work, basis: RuleBasis, amount: int, **given: object) -> UUID:
    """A rule of the actor's branch, in days where nothing else is said."""
    row = FollowUpRule(
        **{
            "id": new_key(),
            "branch_id": work.actor.branch_id,
            "name_zh": "规则",
            "name_en": "Rule",
            "basis": basis,
            "amount": amount,
            "unit": RuleUnit.DAYS,
            "way": ContactWay.CALL,
            "matter_zh": "联系",
            "matter_en": "Contact",
        }
        | given,
    )
    work.session.add(row)
    work.session.flush()
    return row.id


def customer(work: Work, name: str = "张三", **given: object) -> UUID:
    """A card; `created_at` may be given."""
    created = given.pop("created_at", None)
    row = Customer(
        number=f"T{next(_numbers):06d}", kind=CustomerKind.PERSON, name=name, **({"id": new_key()} | given)
    )
    work.session.add(row)
    work.session.flush()
    _mark_created(work, row.id, created, given.get("created_from"))
    return row.id


def _mark_created(work: Work, key: UUID, created: object, origin: object) -> None:
    """The work marks new rows itself; here a test says otherwise."""
    marks = {"created_at": created, "created_from": origin}
    marks = {name: value for name, value in marks.items() if value is not None}
    if marks:
        table: Any = Customer.__table__
        work.session.connection().execute(table.update().where(table.c.id == key).values(marks))


def need(work: Work, customer_id: UUID, level: str | None = None, **given: object) -> UUID:
    """A need of a card, open where nothing else is said."""
    row = Need(customer_id=customer_id, intent_level=level, **({"id": new_key()} | given))
    work.session.add(row)
    work.session.flush()
    return row.id


def service(work: Work, customer_id: UUID, served_on: date, **given: object) -> UUID:
    """A service of a car."""
    row = ServiceRecord(
        customer_id=customer_id, served_on=served_on, **({"id": new_key(), "items": "保养"} | given)
    )
    work.session.add(row)
    work.session.flush()
    return row.id


def step_row(
    work: Work, customer_id: UUID, rule_id: UUID | None, state: StepState = StepState.OPEN, **given: object
) -> UUID:
    """A row of a step somebody touched; its subject is the customer where nothing else is said."""
    row = FollowUp(
        id=new_key(),
        customer_id=customer_id,
        rule_id=rule_id,
        state=state,
        **{
            "subject_id": customer_id,
            "way": ContactWay.CALL,
            "matter": "联系",
            "due_on": work.today(),
            "closed_at": None if state is StepState.OPEN else work.now(),
        }
        | given,
    )
    work.session.add(row)
    work.session.flush()
    return row.id
