"""Customers put straight into the tables, for tests of what lies below the use cases."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert

from db.base import new_key
from db.models.access import Branch
from db.models.customers import ContactPerson, Customer, CustomerKind, Phone, PhoneKind, Vehicle

MOMENT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def add_branch(connection: Connection, code: str = "CD") -> UUID:
    """A branch."""
    key = new_key()
    connection.execute(insert(Branch).values(id=key, code=code, name=f"分店 {code}", **_marks()))
    return key


def add_customer(
    connection: Connection,
    branch_id: UUID,
    name: str,
    *,
    phones: Iterable[str] = (),
    vehicles: Iterable[tuple[str | None, str | None]] = (),
    contacts: Iterable[tuple[str, str | None]] = (),
    **fields: Any,
) -> UUID:
    """A customer with its phones, cars (plate, VIN) and contact people (name, phone)."""
    key = new_key()
    own = {"number": f"N{key.int % 10**9}", "kind": CustomerKind.PERSON, **_marks(), **fields}
    connection.execute(insert(Customer).values(id=key, branch_id=branch_id, name=name, **own))
    child = {"branch_id": branch_id, "customer_id": key, **_marks()}
    for position, phone in enumerate(phones):
        values = {"kind": PhoneKind.MOBILE, "number": phone, "shown": phone, "position": position}
        connection.execute(insert(Phone).values(id=new_key(), **child, **values))
    for plate, vin in vehicles:
        connection.execute(insert(Vehicle).values(id=new_key(), **child, plate=plate, vin=vin))
    for person, number in contacts:
        connection.execute(insert(ContactPerson).values(id=new_key(), **child, name=person, phone=number))
    return key


def _marks() -> dict[str, datetime]:
    return {"created_at": MOMENT, "changed_at": MOMENT}
