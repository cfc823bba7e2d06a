"""The rows of the tables that one listed customer becomes, ready for a bulk insert."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any, Final
from uuid import UUID

from sqlalchemy import delete

from app.care.services import first_due
from app.customers.companies import company_key
from app.customers.likeness import Traits
from app.customers.names import sort_key
from app.customers.search_text import numbered, search_entry
from app.customers.values import TAIL, birth_columns
from app.exchange.records import (
    ListedContact,
    ListedCustomer,
    ListedEntry,
    ListedNeed,
    ListedPhone,
    ListedVehicle,
)
from app.work import Work
from db import search_upkeep
from db.base import Base, new_key
from db.bulk import insert_rows
from db.grams import grams
from db.models.customers import (
    ContactEntry,
    ContactPerson,
    ContactWay,
    Customer,
    CustomerKind,
    Gender,
    Need,
    Phone,
    PhoneKind,
    Vehicle,
)
from db.models.search import SearchDirty
from db.search_upkeep import Entry, Source

WRITTEN: Final[tuple[type[Base], ...]] = (Customer, Phone, ContactPerson, Vehicle, Need, ContactEntry)
"""The tables an import writes, owners before what they own."""
NOON: Final = time(12)
INDEX_EVERY: Final = 1_000
_NO_KEY: Final = UUID(int=0)
_NO_TIME: Final = datetime(1970, 1, 1, tzinfo=UTC)
Row = dict[str, Any]


class RowBatch:
    """Rows waiting to be written, by table, and the search texts of new cards."""

    def __init__(self, marks: Mapping[str, Any], moment: datetime) -> None:
        self._marks = marks
        self._moment = moment
        self._rows: dict[type[Base], list[Row]] = {model: [] for model in WRITTEN}
        self._found_by: list[tuple[Source, Entry]] = []

    @property
    def unindexed(self) -> int:
        """How many new cards wait for the search index."""
        return len(self._found_by)

    def add(self, model: type[Base], values: Row) -> UUID:
        """One row with a key of its own."""
        key = new_key()
        values["id"] = key
        self._rows[model].append(values)
        return key

    def add_customer(self, listed: ListedCustomer, number: str, prepared: Prepared) -> UUID:
        """A new card with everything the list says of it."""
        last_contact = happened_at(listed.entry, self._moment) if listed.entry else None
        columns = {
            **card_columns(listed),
            "number": number,
            "name_pinyin": prepared.name_key,
            "last_contact_at": last_contact,
        }
        key = self.add(Customer, columns)
        source = _source(listed, key, self._marks["branch_id"], last_contact or self._moment, number)
        self._found_by.append((source, numbered(prepared.entry, number)))
        self.add_children(key, listed)
        return key

    def add_children(self, key: UUID, listed: ListedCustomer) -> None:
        """Phones, contact person, vehicle, need and log line; the first phone is the main one."""
        for place, phone in enumerate(listed.phones):
            self.add(Phone, {"customer_id": key, **phone_columns(phone, place)})
        if listed.contact:
            self.add(ContactPerson, {"customer_id": key, **contact_columns(listed.contact)})
        if listed.vehicle:
            self.add(Vehicle, {"customer_id": key, **vehicle_columns(listed.vehicle)})
        if listed.need:
            self.add(Need, {"customer_id": key, **need_columns(listed.need)})
        if listed.entry:
            self.add(ContactEntry, {"customer_id": key, **entry_columns(listed.entry, self._moment)})

    def write(self, work: Work) -> None:
        """One statement per table; the rows are gone afterwards."""
        for car in self._rows[Vehicle]:
            car["service_due_on"] = first_due(work, car["bought_on"])
        for model, rows in self._rows.items():
            insert_rows(
                work.session.connection(), Base.metadata.tables[model.__tablename__], rows, self._marks
            )
            rows.clear()

    def index(self, work: Work) -> None:
        """Put the new cards into the search index without reading them back, and take their marks away."""
        connection = work.session.connection()
        search_upkeep.add(connection, self._found_by)
        keys = [source.customer_id for source, _entry in self._found_by]
        for start in range(0, len(keys), INDEX_EVERY):
            part = keys[start : start + INDEX_EVERY]
            connection.execute(delete(SearchDirty).where(SearchDirty.customer_id.in_(part)))
        self._found_by.clear()


@dataclass(frozen=True, kw_only=True, slots=True)
class Prepared:
    """What is worked out of a listed customer while the list is read: sort key and search text without number."""

    name_key: str
    entry: Entry

    @classmethod
    def of(cls, texts: tuple[str, ...]) -> Prepared:
        """From the texts of `prepare`."""
        name_key, text, kinds, cut = texts
        return cls(name_key=name_key, entry=Entry(text=text, kinds=kinds, grams=cut))


def prepare(listed: ListedCustomer) -> tuple[str, ...]:
    """The texts `Prepared` is made of; runs in the reading child, beside the process that writes."""
    entry = search_entry(_source(listed, _NO_KEY, _NO_KEY, _NO_TIME, ""))
    return sort_key(listed.name), entry.text, entry.kinds, " ".join(grams(entry.text))


def _source(
    listed: ListedCustomer, key: UUID, branch_id: UUID, last_contact: datetime, number: str
) -> Source:
    """What the card will be found by, as the index would read it from the tables."""
    fields, vehicle, contact = listed.fields, listed.vehicle, listed.contact
    return Source(
        customer_id=key,
        branch_id=branch_id,
        kind=CustomerKind(listed.kind),
        number=number,
        name=listed.name,
        company_name=str(fields["company_name"]) if "company_name" in fields else None,
        wechat=str(fields["wechat"]) if "wechat" in fields else None,
        last_contact=last_contact,
        phones=tuple(phone.number for phone in listed.phones),
        vehicles=((vehicle.plate, vehicle.vin),) if vehicle else (),
        contacts=((contact.name, contact.phone.number if contact.phone else None),) if contact else (),
    )


def card_columns(listed: ListedCustomer) -> Row:
    """The columns of the card itself."""
    columns: Row = dict(listed.fields)
    if "gender" in columns:
        columns["gender"] = Gender(columns["gender"])
    return {
        **columns,
        **birth_columns(listed.birth),
        "kind": CustomerKind(listed.kind),
        "name": listed.name,
    }


def phone_columns(phone: ListedPhone, place: int) -> Row:
    """A number in its place among those of the card, from 0."""
    return {
        "kind": PhoneKind(phone.kind),
        "number": phone.number,
        "tail": phone.number[-TAIL:],
        "shown": phone.shown,
        "is_main": place == 0,
        "position": place,
    }


def contact_columns(one: ListedContact) -> Row:
    """Somebody to talk to."""
    phone = {"phone": one.phone.number, "phone_shown": one.phone.shown} if one.phone else {}
    return {"name": one.name, "post": one.post, **phone}


def entry_columns(one: ListedEntry, now: datetime) -> Row:
    """A line of the log with the author and day it had in the list."""
    return {
        "way": ContactWay.NOTE,
        "happened_at": happened_at(one, now),
        "by_name": one.author,
        "matter": one.text,
    }


def happened_at(entry: ListedEntry, now: datetime) -> datetime:
    """Noon of the day the list names, by the clock of this computer; never later than now."""
    if entry.day is None:
        return now
    return min(datetime.combine(entry.day, NOON).astimezone(UTC), now)


def vehicle_columns(one: ListedVehicle) -> Row:
    """A car of the customer."""
    return {
        "plate": one.plate,
        "vin": one.vin,
        "model": one.model,
        "engine_no": one.engine_no,
        "bought_on": one.bought_on,
        "mileage_km": one.mileage_km,
    }


def need_columns(one: ListedNeed) -> Row:
    """What the customer wants."""
    return {
        "product": one.product,
        "budget_min": one.budget_min,
        "budget_max": one.budget_max,
        "purpose": one.purpose,
        "intent_level": one.intent_level,
        "expected_on": one.expected_on,
        "competitor": one.competitor,
    }


def traits_of_listed(listed: ListedCustomer, name_key: str) -> Traits:
    """What of a listed customer is compared."""
    fields = listed.fields
    vehicle = listed.vehicle
    place = f"{fields.get('region_code', '')}{fields['address']}" if "address" in fields else ""
    return Traits(
        name=listed.name,
        name_key=name_key,
        company_key="" if listed.kind == "person" else company_key(listed.name),
        phones=tuple(phone.number for phone in listed.phones),
        vehicles=tuple(value for value in (vehicle.plate, vehicle.vin) if value) if vehicle else (),
        wechat=str(fields.get("wechat", "")),
        uscc=str(fields.get("uscc", "")),
        birth=listed.birth,
        gender=str(fields.get("gender", "")),
        place=place,
    )
