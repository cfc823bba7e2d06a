"""Services and mileage readings of a car: recorded, corrected, withdrawn; each works the next due day out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final
from uuid import UUID

from sqlalchemy import select

from app.care.due import Due, Intervals, Reading, add_months, next_due
from app.care.service_records import ReadingLine, ServiceDraft, ServiceLine, VehicleCare
from app.customers.cleaning import mend_lines
from app.customers.values import LONG_TEXT_MOST
from app.errors import UserError
from app.lists import setting
from app.work import Work
from db.base import new_key
from db.models.access import Account, Permission
from db.models.customers import Customer, Vehicle
from db.models.services import MileageReading, ServiceRecord

MOST_MONTHS: Final = 120
MOST_INTERVAL: Final = 200_000
MOST_KM: Final = 9_999_999
MOST_MINUTES: Final = 30 * 24 * 60
MOST_COST: Final = Decimal(100_000_000)


def record_service(work: Work, vehicle_id: UUID, draft: ServiceDraft) -> UUID:
    """Note a service of a car and when the next is due.

    Raises UserError `service-in-future`, `service-empty`, `service-amount-wrong`, `mileage-out-of-range`,
    `mileage-backwards`, `mileage-same-day`, `text-too-long`, `not-allowed`, `row-gone`.
    """
    work.require(Permission.EDIT_CARD)
    vehicle = work.hold(Vehicle, vehicle_id)
    row = ServiceRecord(
        id=new_key(), branch_id=vehicle.branch_id, customer_id=vehicle.customer_id, vehicle_id=vehicle_id
    )
    _fill(work, row, vehicle, draft)
    work.session.add(row)
    refresh_due(work, vehicle)
    return row.id


def edit_service(work: Work, service_id: UUID, draft: ServiceDraft, *, seen: datetime) -> None:
    """Correct a service. Raises as `record_service`, and `changed-meanwhile` where somebody did so before."""
    work.require(Permission.EDIT_CARD)
    row = work.hold(ServiceRecord, service_id)
    if row.changed_at != seen:
        raise UserError("changed-meanwhile")
    vehicle = None if row.vehicle_id is None else work.hold(Vehicle, row.vehicle_id)
    _fill(work, row, vehicle, draft)
    if vehicle is not None:
        refresh_due(work, vehicle)


def withdraw_service(work: Work, service_id: UUID) -> None:
    """Take a service back that was entered by mistake; the row stays, marked."""
    work.require(Permission.EDIT_CARD)
    row = work.hold(ServiceRecord, service_id)
    row.deleted_at = work.now()
    if row.vehicle_id is not None:
        refresh_due(work, work.hold(Vehicle, row.vehicle_id))


def restore_service(work: Work, service_id: UUID) -> None:
    """Bring a withdrawn service back (the undo of a slip). Raises as `record_service` of its mileage."""
    work.require(Permission.EDIT_CARD)
    row = work.session.scalar(
        select(ServiceRecord).where(ServiceRecord.id == service_id).execution_options(with_deleted=True)
    )
    if row is None:
        raise UserError("row-gone", table="service_record")
    row.deleted_at = None
    if row.vehicle_id is not None:
        vehicle = work.hold(Vehicle, row.vehicle_id)
        if row.mileage_km is not None:
            _check_reading(work, vehicle.id, row.served_on, row.mileage_km, but=row.id)
        refresh_due(work, vehicle)


def record_mileage(work: Work, vehicle_id: UUID, km: int, *, read_on: date | None = None) -> UUID:
    """Note what the mileage counter shows (today unless said).

    Raises UserError `mileage-in-future`, `mileage-out-of-range`, `mileage-backwards`, `mileage-same-day`.
    """
    work.require(Permission.EDIT_CARD)
    vehicle = work.hold(Vehicle, vehicle_id)
    day = read_on or work.today()
    if day > work.today():
        raise UserError("mileage-in-future", on=day, field="read_on")
    _check_reading(work, vehicle_id, day, km, is_alone=True)
    row = MileageReading(
        id=new_key(),
        branch_id=vehicle.branch_id,
        customer_id=vehicle.customer_id,
        vehicle_id=vehicle_id,
        read_on=day,
        km=km,
    )
    work.session.add(row)
    refresh_due(work, vehicle)
    return row.id


def withdraw_mileage(work: Work, reading_id: UUID) -> None:
    """Take a wrong reading back."""
    work.require(Permission.EDIT_CARD)
    row = work.hold(MileageReading, reading_id)
    row.deleted_at = work.now()
    refresh_due(work, work.hold(Vehicle, row.vehicle_id))


def set_intervals(work: Work, vehicle_id: UUID, *, months: int | None, km: int | None) -> None:
    """Give one car intervals of its own; None takes those of the settings. Raises UserError `interval-wrong`."""
    work.require(Permission.EDIT_CARD)
    for field, given, most in (("months", months, MOST_MONTHS), ("km", km, MOST_INTERVAL)):
        if given is not None and not 1 <= given <= most:
            raise UserError("interval-wrong", given=given, most=most, field=field)
    vehicle = work.hold(Vehicle, vehicle_id)
    vehicle.service_months, vehicle.service_km = months, km
    refresh_due(work, vehicle)


def explain_due(work: Work, vehicle_id: UUID) -> Due:
    """When a car is due and how that came about."""
    work.require(Permission.READ_CARD)
    return _due(work, work.get(Vehicle, vehicle_id))


def cars_of(work: Work, customer_id: UUID) -> tuple[VehicleCare, ...]:
    """The cars of a customer with services (latest first), readings and the next due day."""
    work.require(Permission.READ_CARD)
    work.get(Customer, customer_id)
    cars = work.session.scalars(
        select(Vehicle).where(Vehicle.customer_id == customer_id).order_by(Vehicle.created_at)
    ).all()
    return tuple(_car(work, car) for car in cars)


def _car(work: Work, car: Vehicle) -> VehicleCare:
    services = _services(work, car.id)
    names = _names(work, {row.served_by for row in services if row.served_by is not None})
    due = _due(work, car)
    soon = work.today() + timedelta(days=int(setting(work, "service-remind-days")))
    return VehicleCare(
        vehicle_id=car.id,
        customer_id=car.customer_id,
        model=car.model or "",
        plate=car.plate or "",
        mileage_km=car.mileage_km,
        own_months=car.service_months,
        own_km=car.service_km,
        services=tuple(_line(row, names) for row in services),
        readings=tuple(
            ReadingLine(id=row.id, read_on=row.read_on, km=row.km) for row in _readings(work, car.id)
        ),
        due=due,
        is_due_soon=due.on is not None and due.on <= soon,
    )


def _line(row: ServiceRecord, names: dict[UUID, str]) -> ServiceLine:
    return ServiceLine(
        id=row.id,
        vehicle_id=row.vehicle_id,
        served_on=row.served_on,
        items=row.items,
        mileage_km=row.mileage_km,
        parts=row.parts or "",
        minutes=row.minutes,
        cost=row.cost,
        served_by=row.served_by,
        served_by_name="" if row.served_by is None else names.get(row.served_by, ""),
        note=row.note or "",
        changed_at=row.changed_at,
    )


def refresh_due(work: Work, vehicle: Vehicle) -> None:
    """Work out anew what is kept on the car: the next due day, and the mileage of the latest reading."""
    work.session.flush()
    vehicle.service_due_on = _due(work, vehicle).on
    latest = max(_all_readings(work, vehicle.id), key=lambda reading: reading.on, default=None)
    if latest is not None:
        vehicle.mileage_km = latest.km
    work.session.flush()


def first_due(work: Work, bought_on: date | None) -> date | None:
    """When a car that has never been here for service is due, for lists of new cars written in bulk."""
    return None if bought_on is None else add_months(bought_on, int(setting(work, "service-months")))


def refresh_due_of_many(work: Work, *, after: UUID | None = None, limit: int = 500) -> UUID | None:
    """Work the next cars out anew, in the order of their keys, after the settings or a list of cars changed.

    Returns the key to go on after, None at the end: a branch of many cars is done in short steps.
    """
    work.require(Permission.EDIT_CARD)
    query = select(Vehicle).order_by(Vehicle.id).limit(limit)
    cars = work.session.scalars(query if after is None else query.where(Vehicle.id > after)).all()
    for car in cars:
        due_on = _due(work, car).on
        if car.service_due_on != due_on:
            car.service_due_on = due_on
    work.session.flush()
    return cars[-1].id if len(cars) == limit else None


def _fill(work: Work, row: ServiceRecord, vehicle: Vehicle | None, draft: ServiceDraft) -> None:
    if draft.served_on > work.today():
        raise UserError("service-in-future", on=draft.served_on, field="served_on")
    items = _text(draft.items, "items")
    if items is None:
        raise UserError("service-empty", field="items")
    if draft.mileage_km is not None and vehicle is not None:
        _check_reading(work, vehicle.id, draft.served_on, draft.mileage_km, but=row.id)
    if draft.cost is not None and not 0 <= draft.cost <= MOST_COST:
        raise UserError("service-amount-wrong", given=draft.cost, most=MOST_COST, field="cost")
    if draft.minutes is not None and not 0 < draft.minutes <= MOST_MINUTES:
        raise UserError("service-minutes-wrong", given=draft.minutes, most=MOST_MINUTES, field="minutes")
    row.served_on, row.items, row.mileage_km = draft.served_on, items, draft.mileage_km
    row.parts, row.note = _text(draft.parts, "parts"), _text(draft.note, "note")
    row.minutes, row.cost = draft.minutes, draft.cost
    row.served_by = draft.served_by or work.actor.account_id


def _text(given: str, field: str) -> str | None:
    text = mend_lines(given)
    if len(text) > LONG_TEXT_MOST:
        raise UserError("text-too-long", found=len(text), most=LONG_TEXT_MOST, field=field)
    return text or None


def _check_reading(
    work: Work, vehicle_id: UUID, day: date, km: int, *, but: UUID | None = None, is_alone: bool = False
) -> None:
    """A counter only goes forward: not below an earlier reading, not above a later one, one figure a day."""
    if not 0 <= km <= MOST_KM:
        raise UserError("mileage-out-of-range", given=km, most=MOST_KM, field="mileage_km")
    for known in _all_readings(work, vehicle_id, but=but):
        if known.on == day and (is_alone or known.km != km):
            raise UserError("mileage-same-day", on=day, known=known.km, given=km, field="mileage_km")
        if known.on < day and known.km > km:
            raise UserError("mileage-backwards", on=known.on, known=known.km, given=km, field="mileage_km")
        if known.on > day and known.km < km:
            raise UserError("mileage-ahead", on=known.on, known=known.km, given=km, field="mileage_km")


def _due(work: Work, car: Vehicle) -> Due:
    services = _services(work, car.id)
    return next_due(
        services[0].served_on if services else None,
        car.bought_on,
        _all_readings(work, car.id, services=services),
        Intervals(
            months=car.service_months or int(setting(work, "service-months")),
            km=car.service_km or int(setting(work, "service-km")),
            most_a_day=int(setting(work, "service-km-a-day-most")),
        ),
    )


def _services(work: Work, vehicle_id: UUID) -> Sequence[ServiceRecord]:
    return work.session.scalars(
        select(ServiceRecord)
        .where(ServiceRecord.vehicle_id == vehicle_id)
        .order_by(ServiceRecord.served_on.desc(), ServiceRecord.id.desc())
    ).all()


def _readings(work: Work, vehicle_id: UUID) -> Sequence[MileageReading]:
    return work.session.scalars(
        select(MileageReading)
        .where(MileageReading.vehicle_id == vehicle_id)
        .order_by(MileageReading.read_on.desc(), MileageReading.id.desc())
    ).all()


def _all_readings(
    work: Work,
    vehicle_id: UUID,
    *,
    but: UUID | None = None,
    services: Iterable[ServiceRecord] | None = None,
) -> list[Reading]:
    """Readings of their own and those taken at services."""
    served = _services(work, vehicle_id) if services is None else services
    found = [Reading(on=row.read_on, km=row.km) for row in _readings(work, vehicle_id) if row.id != but]
    found += [
        Reading(on=row.served_on, km=row.mileage_km)
        for row in served
        if row.mileage_km is not None and row.id != but
    ]
    return found


def _names(work: Work, accounts: set[UUID]) -> dict[UUID, str]:
    if not accounts:
        return {}
    rows = work.session.execute(
        select(Account.id, Account.name).where(Account.id.in_(accounts)),
        execution_options={"across_branches": True, "with_deleted": True},
    )
    return dict(rows.all())
