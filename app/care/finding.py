"""Who an occasion concerns, found by index: birthdays in both calendars, cars due, customers of a class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Uuid, and_, func, null, or_, select, type_coerce

from app.care.birthdays import COLUMNS, days_kept
from app.care.festivals import FestivalRecord
from app.followups.records import Scope
from app.lists import setting
from app.lunar import birthday_keys
from app.work import Work
from db.models.access import Permission
from db.models.customers import BirthCalendar, ContactPerson, Customer, Vehicle
from db.queries.keys import packed_keys

NAMES_FIRST: Final = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Celebrant:
    """Somebody whose birthday is kept on a day: a customer, or a contact person of one (`person_id`)."""

    on: date
    customer_id: UUID
    person_id: UUID | None
    name: str
    number: str
    firm: str
    row: Mapping[str, Any]

    @property
    def subject_id(self) -> UUID:
        return self.person_id or self.customer_id


@dataclass(frozen=True, kw_only=True, slots=True)
class DueCar:
    """A car due for a service."""

    vehicle_id: UUID
    customer_id: UUID
    due_on: date
    car: str
    name: str
    number: str


def reach(work: Work, scope: Scope) -> list[ColumnElement[bool]]:
    """The customers a person looks after, of the actor's branch; others' only with the right to assign work.

    Raises UserError `not-allowed` for somebody else's without that right.
    """
    person = scope.person
    if person not in (None, work.actor.account_id):
        work.require(Permission.ASSIGN_WORK)
    if person is None and not work.actor.may(Permission.ASSIGN_WORK):
        person = work.actor.account_id
    asked = [Customer.branch_id == work.actor.branch_id]
    if person is not None:
        own = or_(Customer.owner_id == person, Customer.second_owner_id == person)
        asked.append(or_(own, Customer.owner_id.is_(None)) if scope.unassigned else own)
    return asked


def celebrants(work: Work, scope: Scope, first: date, last: date) -> list[Celebrant]:
    """Whose birthdays are kept from `first` to `last`, by day and name; deleted cards are left out."""
    keys = birthday_keys(first, last)
    found = [
        one
        for calendar, days in ((BirthCalendar.SOLAR, keys.solar), (BirthCalendar.LUNAR, keys.lunar))
        for query in (_customers(work, scope, calendar, days), _people(work, scope, calendar, days))
        for one in _kept(work, query, first, last)
    ]
    return sorted(found, key=lambda one: (one.on, one.name, one.subject_id))


def _kept(work: Work, query: Select[Any], first: date, last: date) -> Iterator[Celebrant]:
    known: dict[tuple[object, ...], tuple[date, ...]] = {}
    for found in work.session.execute(query).mappings():
        row = dict(found)
        when = tuple(row[column] for column in COLUMNS if column != "birth_year")
        if when not in known:
            known[when] = days_kept(row, first, last)
        for day in known[when]:
            yield Celebrant(
                on=day,
                customer_id=row["customer_id"],
                person_id=row["person_id"],
                name=row["name"],
                number=row["number"],
                firm=row["firm"] or "",
                row=row,
            )


def _on_days(model: Any, calendar: BirthCalendar, days: frozenset[tuple[int, int]]) -> ColumnElement[bool]:
    by_month: dict[int, list[int]] = {}
    for month, day in sorted(days):
        by_month.setdefault(month, []).append(day)
    return and_(
        model.birth_calendar == calendar,
        or_(*(and_(model.birth_month == month, model.birth_day.in_(of)) for month, of in by_month.items())),
    )


def _customers(
    work: Work, scope: Scope, calendar: BirthCalendar, days: frozenset[tuple[int, int]]
) -> Select[Any]:
    return select(
        Customer.id.label("customer_id"),
        type_coerce(null(), Uuid()).label("person_id"),
        Customer.name,
        Customer.number,
        Customer.company_name.label("firm"),
        *(getattr(Customer, column) for column in COLUMNS),
    ).where(*reach(work, scope), _on_days(Customer, calendar, days), Customer.deleted_at.is_(None))


def _people(
    work: Work, scope: Scope, calendar: BirthCalendar, days: frozenset[tuple[int, int]]
) -> Select[Any]:
    return (
        select(
            ContactPerson.customer_id,
            ContactPerson.id.label("person_id"),
            ContactPerson.name,
            Customer.number,
            Customer.name.label("firm"),
            *(getattr(ContactPerson, column) for column in COLUMNS),
        )
        .join(Customer, Customer.id == ContactPerson.customer_id)
        .where(
            *reach(work, scope),
            ContactPerson.branch_id == work.actor.branch_id,
            _on_days(ContactPerson, calendar, days),
            ContactPerson.deleted_at.is_(None),
            Customer.deleted_at.is_(None),
        )
    )


def _due(work: Work, scope: Scope, first: date | None, last: date) -> Select[Any]:
    query: Any = (
        select(
            Vehicle.id,
            Vehicle.customer_id,
            Vehicle.service_due_on,
            Vehicle.model,
            Vehicle.plate,
            Customer.name,
            Customer.number,
        )
        .join(Customer, Customer.id == Vehicle.customer_id)
        .where(
            *reach(work, scope),
            Vehicle.branch_id == work.actor.branch_id,
            Vehicle.service_due_on <= last,
            Vehicle.deleted_at.is_(None),
            Customer.deleted_at.is_(None),
        )
        .order_by(Vehicle.service_due_on, Vehicle.id)
    )
    narrowed: Select[Any] = query if first is None else query.where(Vehicle.service_due_on >= first)
    return narrowed


def due_cars(work: Work, scope: Scope, first: date | None, last: date, *, limit: int) -> list[DueCar]:
    """Cars due from `first` (any day before as well where None) to `last`, earliest first."""
    return [
        DueCar(
            vehicle_id=row.id,
            customer_id=row.customer_id,
            due_on=row.service_due_on,
            car=" ".join(part for part in (row.model, row.plate) if part),
            name=row.name,
            number=row.number,
        )
        for row in work.session.execute(_due(work, scope, first, last).limit(limit))
    ]


def due_car_keys(work: Work, scope: Scope, last: date) -> bytes:
    """The keys of all cars due until `last`, packed."""
    return packed_keys(work.session, Vehicle.id.expression, _due(work, scope, None, last))


def count_due_cars(work: Work, scope: Scope, last: date) -> int:
    query = _due(work, scope, None, last).order_by(None)
    return int(work.session.scalar(query.with_only_columns(func.count(Vehicle.id))) or 0)


def remind_until(work: Work) -> date:
    """Cars due up to this day are to be reminded of."""
    return work.today() + timedelta(days=int(setting(work, "service-remind-days")))


def festival_customers(work: Work, scope: Scope, festival: FestivalRecord) -> Select[Any]:
    """The cards a festival concerns: those of its class, or all, the ones last seen first."""
    query = select(Customer.id).where(*reach(work, scope), Customer.deleted_at.is_(None))
    if festival.class_code:
        query = query.where(Customer.class_code == festival.class_code)
    return query.order_by(Customer.name_pinyin, Customer.id)


def festival_keys(work: Work, scope: Scope, festival: FestivalRecord) -> bytes:
    """Their keys, packed."""
    return packed_keys(work.session, Customer.id.expression, festival_customers(work, scope, festival))


def count_festival(work: Work, scope: Scope, festival: FestivalRecord) -> int:
    query = festival_customers(work, scope, festival).order_by(None)
    return int(work.session.scalar(query.with_only_columns(func.count(Customer.id))) or 0)


def first_names(people: Sequence[Celebrant]) -> tuple[str, ...]:
    return tuple(one.name for one in people[:NAMES_FIRST])
