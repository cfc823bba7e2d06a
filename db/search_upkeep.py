"""Keeping the search index true: fill it from marked customers, check it, build it anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final, TypeVar
from uuid import UUID

from sqlalchemy import (
    Connection,
    Row,
    Select,
    bindparam,
    delete,
    exists,
    func,
    insert,
    select,
    text,
)
from sqlalchemy.orm import InstrumentedAttribute

from db.base import UtcTime
from db.grams import branch_gram, grams, number_of
from db.models.customers import ContactPerson, Customer, CustomerKind, Phone, Vehicle
from db.models.search import SearchDirty, SearchText

Item = TypeVar("Item")

NOTHING: Final[Mapping[UUID, Row[Any]]] = MappingProxyType({})

CHUNK: Final = 2_000
"""Customers indexed at a time: enough to read set by set, little enough to hold in memory."""

LEAPS: Final = 10
"""Places asked for at once for each of a few customers: an hour's crowd is passed in one look-up."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """What a customer can be found by, as it stands in the tables."""

    customer_id: UUID
    branch_id: UUID
    kind: CustomerKind
    number: str
    name: str
    company_name: str | None
    wechat: str | None
    last_contact: datetime
    phones: tuple[str, ...] = ()
    vehicles: tuple[tuple[str | None, str | None], ...] = ()
    contacts: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A search text: fields between borders, and one letter of `FieldKind` per field in the same order.

    `grams` are those of the text with blanks between, where somebody has cut them already.
    """

    text: str
    kinds: str
    grams: str = ""


Build = Callable[[Source], Entry]


@dataclass(frozen=True, kw_only=True, slots=True)
class Faults:
    """What `check` found; all empty when the index is true. `loose` are gram rows that belong to no text."""

    missing: tuple[UUID, ...] = ()
    stale: tuple[UUID, ...] = ()
    orphan: tuple[UUID, ...] = ()
    loose: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.missing or self.stale or self.orphan or self.loose)


_INSERT_GRAMS: Final = text("INSERT INTO search_grams (rowid, grams) VALUES (:slot, :grams)")
_DELETE_GRAMS: Final = text("DELETE FROM search_grams WHERE rowid = :slot")


def drain(connection: Connection, build: Build) -> int:
    """Index every marked customer anew; returns how many were looked at. The caller owns the transaction.

    Marks that another writer is just working off are left to that writer.
    """
    some = select(SearchDirty.customer_id).limit(CHUNK).with_for_update(skip_locked=True)
    take = delete(SearchDirty).where(SearchDirty.customer_id.in_(some)).returning(SearchDirty.customer_id)
    done = 0
    while True:
        marked = connection.scalars(take).all()
        if marked:
            _index(connection, build, marked)
        done += len(marked)
        if len(marked) < CHUNK:
            return done


def rebuild(connection: Connection, build: Build) -> int:
    """Throw the index away and make it anew from the tables; returns the number of customers."""
    sqlite = _is_sqlite(connection)
    if sqlite:
        connection.execute(text("INSERT INTO search_grams (search_grams) VALUES ('delete-all')"))
    connection.execute(delete(SearchText))
    connection.execute(delete(SearchDirty))
    _mark(connection, select(Customer.id).where(Customer.deleted_at.is_(None)))
    done = drain(connection, build)
    if sqlite:
        connection.execute(text("INSERT INTO search_grams (search_grams) VALUES ('optimize')"))
    return done


def check(connection: Connection, build: Build) -> Faults:
    """Compare the whole index with the tables; customers still marked wait to be indexed and are no faults."""
    marked = set(connection.scalars(select(SearchDirty.customer_id)))
    missing: list[UUID] = []
    stale: list[UUID] = []
    counted = _gram_digests(connection) if _is_sqlite(connection) else None
    for ids in _live_customers(connection):
        old = _entries(connection, ids)
        for source in _sources(connection, ids):
            row = old.get(source.customer_id)
            if row is None:
                missing.append(source.customer_id)
            elif not _has_its_grams(row, counted) or _is_stale(row, source, build(source)):
                stale.append(source.customer_id)
    live = exists().where(Customer.id == SearchText.customer_id, Customer.deleted_at.is_(None))
    orphans = connection.execute(select(SearchText.customer_id, SearchText.slot).where(~live)).all()
    for _customer, slot in orphans:
        (counted or {}).pop(slot, None)
    return Faults(
        missing=tuple(key for key in missing if key not in marked),
        stale=tuple(key for key in stale if key not in marked),
        orphan=tuple(row.customer_id for row in orphans if row.customer_id not in marked),
        loose=tuple(counted or ()),
    )


def repair(connection: Connection, build: Build, faults: Faults) -> None:
    """Mend what `check` found without touching the rest."""
    wrong = [*faults.stale, *faults.orphan]
    for part in _parts(wrong):
        _remove(connection, [row.slot for row in _entries(connection, part).values()])
    if faults.loose:
        _remove(connection, faults.loose)
    for part in _parts([*faults.missing, *wrong]):
        _mark(connection, select(Customer.id).where(Customer.id.in_(part)))
    drain(connection, build)


def _index(connection: Connection, build: Build, ids: Sequence[UUID]) -> None:
    old = _entries(connection, ids)
    fresh: list[tuple[Source, Entry]] = []
    kept: set[UUID] = set()
    for source in _sources(connection, ids):
        entry = build(source)
        row = old.get(source.customer_id)
        if row is None or _is_stale(row, source, entry):
            fresh.append((source, entry))
        else:
            kept.add(source.customer_id)
    gone = [row for row in old.values() if row.customer_id not in kept]
    _remove(connection, [row.slot for row in gone])
    add(connection, fresh, {row.customer_id: row for row in gone})


def _is_stale(row: Row[Any], source: Source, entry: Entry) -> bool:
    return (row.text, row.kinds, row.branch_id, row.last_contact) != (
        entry.text,
        entry.kinds,
        source.branch_id,
        source.last_contact,
    )


def add(
    connection: Connection, fresh: Sequence[tuple[Source, Entry]], before: Mapping[UUID, Row[Any]] = NOTHING
) -> None:
    """Put entries of customers that have none; `before` holds the rows just removed, whose place they keep."""
    if not fresh:
        return
    rows = [
        {
            "customer_id": source.customer_id,
            "branch_id": source.branch_id,
            "last_contact": source.last_contact,
            "kinds": entry.kinds,
            "text": entry.text,
        }
        for source, entry in fresh
    ]
    cut = [_cut(entry, source.branch_id) for source, entry in fresh]
    if not _is_sqlite(connection):
        numbers = [sorted(map(number_of, set(own.split(" ")))) for own in cut]
        connection.execute(
            insert(SearchText), [row | {"grams": own} for row, own in zip(rows, numbers, strict=True)]
        )
        return
    slots = _slots(connection, [source for source, _entry in fresh], before)
    order = sorted(range(len(rows)), key=slots.__getitem__)
    connection.execute(insert(SearchText), [rows[at] | {"slot": slots[at]} for at in order])
    connection.execute(_INSERT_GRAMS, [{"slot": slots[at], "grams": cut[at]} for at in order])


def _remove(connection: Connection, slots: Sequence[int]) -> None:
    """Rows in ascending order, as FTS5 keeps one pending batch only while row numbers rise."""
    if not slots:
        return
    if _is_sqlite(connection):
        connection.execute(_DELETE_GRAMS, [{"slot": slot} for slot in sorted(slots)])
    for part in _parts(slots):
        connection.execute(delete(SearchText).where(SearchText.slot.in_(part)))


def _slots(connection: Connection, sources: Sequence[Source], before: Mapping[UUID, Row[Any]]) -> list[int]:
    """A free row number near the second of the last contact for each, its old one where that did not change.

    A crowded second (an import) spreads into the past over a reach that doubles until all have found a place:
    a handful of look-ups, where stepping to the next free number would walk through the whole crowd.
    """
    slots: dict[int, int] = {}
    for at, source in enumerate(sources):
        row = before.get(source.customer_id)
        if row is not None and row.last_contact == source.last_contact:
            slots[at] = row.slot
    taken = set(slots.values())
    looking = [at for at in range(len(sources)) if at not in slots]
    reach = 1
    while looking:
        leaps = LEAPS if len(looking) * LEAPS <= CHUNK else 1
        tried = {at: _places(sources[at], reach, leaps) for at in looking}
        for part in _parts(sorted({place for places in tried.values() for place in places})):
            taken.update(connection.scalars(select(SearchText.slot).where(SearchText.slot.in_(part))))
        for at, places in tried.items():
            free = next((place for place in places if place not in taken), None)
            if free is not None:
                taken.add(free)
                slots[at] = free
        looking = [at for at in looking if at not in slots]
        reach = max(reach << leaps, len(looking) * 2)
    return [slots[at] for at in range(len(sources))]


def _places(source: Source, reach: int, leaps: int) -> list[int]:
    """Row numbers to try, nearest first, each over a reach twice that of the one before."""
    second, key = int(source.last_contact.timestamp()), source.customer_id.int
    return [second - key % (reach << leap) for leap in range(leaps)]


def _cut(entry: Entry, branch_id: UUID) -> str:
    """All grams with blanks between; one that stands there twice is kept once by either index."""
    if not entry.grams:
        return " ".join(_grams_of(entry.text, branch_id))
    return f"{entry.grams} {branch_gram(branch_id.hex)}"


def _grams_of(entry_text: str, branch_id: UUID) -> set[str]:
    return grams(entry_text) | {branch_gram(branch_id.hex)}


def _entries(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, Row[Any]]:
    rows = connection.execute(select(SearchText.__table__).where(SearchText.customer_id.in_(ids)))
    return {row.customer_id: row for row in rows}


def _sources(connection: Connection, ids: Sequence[UUID]) -> Iterator[Source]:
    """What the living among these customers can be found by, read table by table."""
    phones = defaultdict[UUID, list[str]](list)
    by_place = (Phone.is_main.desc(), Phone.position, Phone.id)
    for row in connection.execute(_children(Phone, Phone.number, ids=ids).order_by(*by_place)):
        phones[row.customer_id].append(row.number)
    vehicles = defaultdict[UUID, list[tuple[str | None, str | None]]](list)
    for row in connection.execute(
        _children(Vehicle, Vehicle.plate, Vehicle.vin, ids=ids).order_by(Vehicle.id)
    ):
        vehicles[row.customer_id].append((row.plate, row.vin))
    contacts = defaultdict[UUID, list[tuple[str, str | None]]](list)
    people = _children(ContactPerson, ContactPerson.name, ContactPerson.phone, ids=ids)
    for row in connection.execute(people.order_by(ContactPerson.position, ContactPerson.id)):
        contacts[row.customer_id].append((row.name, row.phone))
    for customer in connection.execute(_CUSTOMERS, {"ids": list(ids)}):
        yield Source(
            **customer._asdict(),
            phones=tuple(phones[customer.customer_id]),
            vehicles=tuple(vehicles[customer.customer_id]),
            contacts=tuple(contacts[customer.customer_id]),
        )


_CUSTOMERS: Final = select(
    Customer.id.label("customer_id"),
    Customer.branch_id,
    Customer.kind,
    Customer.number,
    Customer.name,
    Customer.company_name,
    Customer.wechat,
    func.coalesce(Customer.last_contact_at, Customer.created_at, type_=UtcTime()).label("last_contact"),
).where(Customer.deleted_at.is_(None), Customer.id.in_(bindparam("ids", expanding=True)))


def _children(
    model: type[Phone | Vehicle | ContactPerson], *columns: InstrumentedAttribute[Any], ids: Sequence[UUID]
) -> Select[Any]:
    return select(model.customer_id, *columns).where(model.customer_id.in_(ids), model.deleted_at.is_(None))


def _live_customers(connection: Connection) -> Iterator[Sequence[UUID]]:
    after: UUID | None = None
    while True:
        page = select(Customer.id).where(Customer.deleted_at.is_(None)).order_by(Customer.id).limit(CHUNK)
        ids = connection.scalars(page if after is None else page.where(Customer.id > after)).all()
        if not ids:
            return
        yield ids
        after = ids[-1]


def _mark(connection: Connection, ids: Select[UUID]) -> None:
    unmarked = ids.where(~exists().where(SearchDirty.customer_id == Customer.id))
    connection.execute(insert(SearchDirty).from_select(["customer_id"], unmarked))


def _gram_digests(connection: Connection) -> dict[int, int]:
    """The sum of the gram numbers the SQLite index holds, by row."""
    sums: dict[int, int] = {}
    numbers: dict[str, int] = {}
    for gram, slot in connection.execute(text("SELECT term, doc FROM search_grams_seen")):
        number = numbers.get(gram)
        if number is None:
            numbers.clear()
            number = numbers[gram] = number_of(gram)
        sums[slot] = sums.get(slot, 0) + number
    return sums


def _has_its_grams(row: Row[Any], counted: dict[int, int] | None) -> bool:
    due = [number_of(gram) for gram in _grams_of(row.text, row.branch_id)]
    if counted is None:
        return bool(row.grams == sorted(due))
    return counted.pop(row.slot, 0) == sum(due)


def _parts(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    return (items[at : at + CHUNK] for at in range(0, len(items), CHUNK))


def _is_sqlite(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"
