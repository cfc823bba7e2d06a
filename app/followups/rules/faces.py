"""What a line of Today or the calendar shows of its customer and owner, read for many at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import or_, select

from app.work import Work
from db.models.access import Account
from db.models.customers import ContactEntry, Customer, Need, Phone
from db.models.lists import Choice, ChoiceList

CHUNK: Final = 500


@dataclass(slots=True)
class Face:
    """Who a customer is, in a line; `missed_days` the days on which nobody was reached since the last contact."""

    number: str
    name: str
    class_code: str
    last_contact_at: datetime | None
    phone: str = ""
    intent_level: str = ""
    missed_days: int = 0


@dataclass(slots=True)
class Faces:
    """The customers by key, and the names of the accounts."""

    customers: dict[UUID, Face] = field(default_factory=dict)
    names: dict[UUID, str] = field(default_factory=dict)


def read_faces(work: Work, customer_ids: Iterable[UUID], account_ids: Iterable[UUID | None]) -> Faces:
    """What the lines of these customers and owners show, within a use case that has asked for permission."""
    faces = Faces()
    unreached = _unreached(work)
    for keys in _chunks(dict.fromkeys(customer_ids)):
        _read_customers(work, keys, faces)
        _read_phones(work, keys, faces)
        _read_levels(work, keys, faces)
        _read_missed(work, keys, faces, unreached)
    for keys in _chunks(dict.fromkeys(key for key in account_ids if key is not None)):
        for row in _rows(work, select(Account.id, Account.name).where(Account.id.in_(keys))):
            faces.names[row.id] = row.name
    return faces


def _read_customers(work: Work, keys: Sequence[UUID], faces: Faces) -> None:
    query = select(
        Customer.id, Customer.number, Customer.name, Customer.class_code, Customer.last_contact_at
    ).where(Customer.id.in_(keys))
    for row in _rows(work, query):
        faces.customers[row.id] = Face(
            number=row.number,
            name=row.name,
            class_code=row.class_code or "",
            last_contact_at=row.last_contact_at,
        )


def _read_phones(work: Work, keys: Sequence[UUID], faces: Faces) -> None:
    query = (
        select(Phone.customer_id, Phone.shown)
        .where(Phone.customer_id.in_(keys), Phone.deleted_at.is_(None))
        .order_by(Phone.is_main.desc(), Phone.position, Phone.id)
    )
    for row in _rows(work, query):
        face = faces.customers.get(row.customer_id)
        if face is not None and not face.phone:
            face.phone = row.shown


def _read_levels(work: Work, keys: Sequence[UUID], faces: Faces) -> None:
    query = (
        select(Need.customer_id, Need.intent_level)
        .where(Need.customer_id.in_(keys), Need.is_open, Need.deleted_at.is_(None))
        .where(Need.intent_level.is_not(None))
        .order_by(Need.created_at, Need.id)
    )
    for row in _rows(work, query):
        face = faces.customers.get(row.customer_id)
        if face is not None and not face.intent_level:
            face.intent_level = row.intent_level


def _read_missed(work: Work, keys: Sequence[UUID], faces: Faces, unreached: Sequence[str]) -> None:
    if not unreached:
        return
    query = (
        select(ContactEntry.customer_id, ContactEntry.happened_at)
        .join(Customer, Customer.id == ContactEntry.customer_id)
        .where(ContactEntry.customer_id.in_(keys), ContactEntry.deleted_at.is_(None))
        .where(ContactEntry.outcome.in_(unreached))
        .where(
            or_(
                Customer.last_contact_at.is_(None),
                ContactEntry.happened_at > Customer.last_contact_at,
            )
        )
    )
    days: dict[UUID, set[date]] = {}
    for row in _rows(work, query):
        days.setdefault(row.customer_id, set()).add(row.happened_at.astimezone().date())
    for key, missed in days.items():
        faces.customers[key].missed_days = len(missed)


def _unreached(work: Work) -> list[str]:
    """The outcomes that say nobody was reached."""
    query = select(Choice.code).where(
        Choice.list == ChoiceList.OUTCOME,
        Choice.number == 0,
        Choice.deleted_at.is_(None),
        or_(Choice.branch_id.is_(None), Choice.branch_id == work.actor.branch_id),
    )
    return [row.code for row in _rows(work, query)]


def _rows(work: Work, query: Any) -> Any:
    """The keys were found within the actor's reach: past the narrowing, which costs as much as such a query."""
    return work.session.connection().execute(query)


def _chunks(keys: Iterable[UUID]) -> Iterator[list[UUID]]:
    listed = list(keys)
    for at in range(0, len(listed), CHUNK):
        yield listed[at : at + CHUNK]
