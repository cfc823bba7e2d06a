"""Fills the gaps of a kept card from a list; nothing that stands on the card is overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select, update

from app.customers.fields import BIRTH_COLUMNS
from app.customers.listed_rows import (
    Row,
    RowBatch,
    card_columns,
    contact_columns,
    entry_columns,
    need_columns,
    phone_columns,
    vehicle_columns,
)
from app.exchange.records import ListedCustomer
from app.work import Work
from db.base import Base
from db.models.customers import ContactEntry, ContactPerson, Customer, Need, Phone, Vehicle

_NEVER_FILLED = frozenset({"kind", "name"})


def fill_card(work: Work, key: UUID, listed: ListedCustomer, batch: RowBatch, *, dry_run: bool) -> bool:
    """Add what the card lacks: empty columns, further phones, a vehicle, an open need, log lines.

    Returns whether there was anything to add. A birthday is filled as a whole or not at all.
    """
    row = dict(
        work.session.execute(select(*Customer.__table__.columns).where(Customer.id == key)).mappings().one()
    )
    gaps = _gaps(row, card_columns(listed))
    children = list(_children(work, key, listed, work.now()))
    if not gaps and not children:
        return False
    if dry_run:
        return True
    if gaps:
        work.session.execute(
            update(Customer)
            .where(Customer.id == key)
            .values(**gaps, **work.change_marks(), version=Customer.version + 1),
            execution_options={"synchronize_session": False},
        )
    for model, values in children:
        batch.add(model, {"customer_id": key, "branch_id": row["branch_id"], **values})
    return True


def _gaps(row: Row, listed: Row) -> Row:
    gaps = {
        name: value
        for name, value in listed.items()
        if name not in _NEVER_FILLED
        and name not in BIRTH_COLUMNS
        and value is not None
        and row[name] in (None, "")
    }
    if row["birth_month"] is None and listed["birth_month"] is not None:
        gaps |= {name: listed[name] for name in BIRTH_COLUMNS}
    return gaps


def _children(
    work: Work, key: UUID, listed: ListedCustomer, moment: datetime
) -> Iterator[tuple[type[Base], Row]]:
    """What hangs on the card by the list and is not there yet."""
    numbers = _kept(work, key, Phone.number)
    fresh = [phone for phone in listed.phones if phone.number not in numbers]
    for place, phone in enumerate(fresh, start=len(numbers)):
        yield Phone, phone_columns(phone, place)
    if (contact := listed.contact) and contact.name not in _kept(work, key, ContactPerson.name):
        yield ContactPerson, contact_columns(contact)
    if vehicle := listed.vehicle:
        known = (
            _kept(work, key, Vehicle.plate) | _kept(work, key, Vehicle.vin) | _kept(work, key, Vehicle.model)
        )
        if not known & ({vehicle.plate, vehicle.vin} - {None} or {vehicle.model}):
            yield Vehicle, vehicle_columns(vehicle)
    if listed.need and True not in _kept(work, key, Need.is_open):
        yield Need, need_columns(listed.need)
    if (entry := listed.entry) and entry.text not in _kept(work, key, ContactEntry.matter):
        yield ContactEntry, entry_columns(entry, moment)


def _kept(work: Work, key: UUID, column: Any) -> set[Any]:
    """The values a column of the card's rows holds."""
    model = column.class_
    found = work.session.scalars(select(column).where(model.customer_id == key, model.deleted_at.is_(None)))
    return set(found) - {None}
