"""Open a card: everything about a customer in a few plain selects (about a millisecond, no ORM loading)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import DeclarativeBase

from app.customers.completeness import Filled, Rule, completeness
from app.customers.fields import BIRTH_COLUMNS, Part, Value, fields_of
from app.customers.numbers import PartialDate
from app.customers.records import AttachmentRecord, Card, ConsentState, Entry, Mark, PartRow
from app.errors import UserError
from app.lists import completeness_rules
from app.work import Work
from db.models.access import Account, Device, Permission
from db.models.customers import (
    Attachment,
    BirthCalendar,
    Consent,
    ConsentPurpose,
    ContactEntry,
    ContactPerson,
    Customer,
    Need,
    Origin,
    Phone,
    Vehicle,
)

ENTRIES_FIRST: Final = 50
"""Log lines read with the card; older ones are fetched when scrolled to."""

MODEL: Final[Mapping[Part, type[DeclarativeBase]]] = MappingProxyType(
    {
        Part.CUSTOMER: Customer,
        Part.PHONE: Phone,
        Part.PERSON: ContactPerson,
        Part.VEHICLE: Vehicle,
        Part.NEED: Need,
    }
)
_WHOEVER: Final = {"across_branches": True, "with_deleted": True}
"""Headquarters write on a branch's cards, too: who they are is told to everybody who may read the card."""
_ORDER: Final = {
    Part.PHONE: (Phone.is_main.desc(), Phone.position, Phone.created_at),
    Part.PERSON: (ContactPerson.position, ContactPerson.created_at),
    Part.VEHICLE: (Vehicle.created_at,),
    Part.NEED: (Need.is_open.desc(), Need.created_at.desc()),
}


def open_card(work: Work, customer_id: UUID) -> Card:
    """The card as it stands.

    Raises UserError `not-allowed`, or `row-gone` when it was deleted or belongs to a branch out of reach.
    """
    work.require(Permission.READ_CARD)
    row = _customer_row(work, customer_id)
    parts = {part: _child_rows(work, part, customer_id) for part in _ORDER}
    main = PartRow(part=Part.CUSTOMER, id=customer_id, values=_values(Part.CUSTOMER, row))
    attachments = _attachments(work, customer_id)
    entries = list_entries(work, customer_id, attachments=attachments)
    filled = Filled(
        main=main.values,
        phones=parts[Part.PHONE],
        people=parts[Part.PERSON],
        vehicles=parts[Part.VEHICLE],
        needs=parts[Part.NEED],
    )
    rules = completeness_rules(work, row["kind"].value, row["class_code"])
    return Card(
        id=customer_id,
        number=row["number"],
        kind=row["kind"],
        branch_id=row["branch_id"],
        main=main,
        phones=parts[Part.PHONE],
        people=parts[Part.PERSON],
        vehicles=parts[Part.VEHICLE],
        needs=parts[Part.NEED],
        entries=entries[:ENTRIES_FIRST],
        entries_more=len(entries) > ENTRIES_FIRST,
        attachments=attachments,
        consents=_consents(work, customer_id),
        completeness=completeness(filled, [Rule(item=item, weight=weight) for item, weight in rules]),
        **_marks(work, row),
    )


def _customer_row(work: Work, customer_id: UUID) -> Mapping[str, Any]:
    query = select(*Customer.__table__.columns).where(
        Customer.id == customer_id, Customer.deleted_at.is_(None)
    )
    if not work.actor.all_branches:
        query = query.where(Customer.branch_id == work.actor.branch_id)
    row = work.session.execute(query).mappings().one_or_none()
    if row is None:
        raise UserError("row-gone", table="customer")
    return dict(row)


def _values(part: Part, row: Mapping[str, Any]) -> Mapping[str, object]:
    values: dict[str, object] = {}
    for field in fields_of(part):
        values[field.name] = birthday(row) if field.value is Value.BIRTHDAY else row[field.name]
    if part is Part.PHONE:
        values |= {"number": row["number"], "kind": row["kind"]}
    return MappingProxyType(values)


def birthday(row: Mapping[str, Any]) -> PartialDate | None:
    """The birthday kept in the five columns of a row."""
    calendar, year, month, day, leap = (row[column] for column in BIRTH_COLUMNS)
    if month is None or day is None:
        return None
    kind = calendar or BirthCalendar.SOLAR
    return PartialDate(calendar=kind, year=year, month=month, day=day, leap=bool(leap))


def _child_rows(work: Work, part: Part, customer_id: UUID) -> tuple[PartRow, ...]:
    table: Any = MODEL[part].__table__
    query: Select[Any] = (
        select(*table.columns)
        .where(table.c.customer_id == customer_id, table.c.deleted_at.is_(None))
        .order_by(*_ORDER[part])
    )
    rows = work.session.execute(query).mappings()
    return tuple(PartRow(part=part, id=row["id"], values=_values(part, dict(row))) for row in rows)


def list_entries(
    work: Work,
    customer_id: UUID,
    *,
    attachments: Iterable[AttachmentRecord] = (),
    skip: int = 0,
    limit: int = ENTRIES_FIRST + 1,
) -> tuple[Entry, ...]:
    """Log lines, newest first; one more than asked tells that there are more."""
    work.require(Permission.READ_CARD)
    log = ContactEntry
    rows = work.session.execute(
        select(
            log.id, log.way, log.happened_at, log.by_name, log.matter, log.answer, log.result,
            log.next_step, log.replaces_id, log.outcome, log.is_incoming, log.minutes,
        )
        .where(log.customer_id == customer_id, log.deleted_at.is_(None))
        .order_by(log.happened_at.desc(), log.id.desc())
        .offset(skip)
        .limit(limit)
    ).mappings()  # fmt: skip
    by_entry: dict[UUID | None, list[AttachmentRecord]] = {}
    for attachment in attachments:
        by_entry.setdefault(attachment.entry_id, []).append(attachment)
    return tuple(
        Entry(
            id=row["id"],
            way=row["way"],
            happened_at=row["happened_at"],
            by_name=row["by_name"] or "",
            matter=row["matter"],
            answer=row["answer"] or "",
            result=row["result"] or "",
            next_step=row["next_step"] or "",
            replaces_id=row["replaces_id"],
            outcome=row["outcome"] or "",
            is_incoming=row["is_incoming"],
            minutes=row["minutes"],
            attachments=tuple(by_entry.get(row["id"], ())),
        )
        for row in rows
    )


def _attachments(work: Work, customer_id: UUID) -> tuple[AttachmentRecord, ...]:
    kept = Attachment
    rows = work.session.execute(
        select(
            kept.id, kept.entry_id, kept.sha256, kept.file_name, kept.media_type, kept.size, kept.created_at
        )
        .where(kept.customer_id == customer_id, kept.deleted_at.is_(None))
        .order_by(kept.created_at.desc())
    ).mappings()
    return tuple(AttachmentRecord(**row) for row in rows)


def _consents(work: Work, customer_id: UUID) -> tuple[ConsentState, ...]:
    rows = work.session.execute(
        select(Consent.purpose, Consent.given, Consent.edition, Consent.happened_at)
        .where(Consent.customer_id == customer_id, Consent.deleted_at.is_(None))
        .order_by(Consent.happened_at, Consent.id)
    ).mappings()
    latest: dict[ConsentPurpose, ConsentState] = {}
    for row in rows:
        latest[row["purpose"]] = ConsentState(**row)
    return tuple(latest[purpose] for purpose in ConsentPurpose if purpose in latest)


def _marks(work: Work, row: Mapping[str, Any]) -> dict[str, Mark]:
    read = read_marks(
        work,
        [
            (row["created_at"], row["created_by"], row["created_from"]),
            (row["changed_at"], row["changed_by"], row["changed_from"]),
        ],
    )
    return {"created": read[0], "changed": read[1]}


def read_marks(work: Work, raw: Iterable[tuple[Any, UUID | None, UUID | None]]) -> list[Mark]:
    """Turn stored (time, account, origin) triples into names people know."""
    triples = list(raw)
    accounts = {account for _, account, _ in triples if account is not None}
    origins = {origin for _, _, origin in triples if origin is not None}
    names = _names(work, accounts)
    sources = _sources(work, origins)
    marks = []
    for at, account, origin in triples:
        kind, reference, device = sources.get(origin, (None, "", "")) if origin else (None, "", "")
        name = names.get(account, "") if account else ""
        marks.append(Mark(at=at, by_name=name, origin=kind, reference=reference, device_name=device))
    return marks


def _names(work: Work, accounts: set[UUID]) -> dict[UUID, str]:
    if not accounts:
        return {}
    query = select(Account.id, Account.name).where(Account.id.in_(accounts))
    rows = work.session.execute(query, execution_options=_WHOEVER)
    return dict(rows.all())


def _sources(work: Work, origins: set[UUID]) -> dict[UUID, tuple[Any, str, str]]:
    if not origins:
        return {}
    rows = work.session.execute(
        select(Origin.id, Origin.kind, Origin.reference, Device.name)
        .join(Device, Device.id == Origin.device_id, isouter=True)
        .where(Origin.id.in_(origins)),
        execution_options=_WHOEVER,
    ).all()
    return {key: (kind, reference or "", device or "") for key, kind, reference, device in rows}
