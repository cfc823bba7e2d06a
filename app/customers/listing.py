"""A18: the customer list: an array of keys in order first, then the rows of the page on screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select

from app.work import Work
from db.models.access import Permission
from db.models.customers import Customer, CustomerKind, Need, Phone
from db.models.exchange import ImportBatch
from db.queries.keys import packed_keys


class Sort(StrEnum):
    """Columns the list can be ordered by; each has an index."""

    LAST_CONTACT = "last-contact"
    CREATED = "created"
    NAME = "name"
    NUMBER = "number"


@dataclass(frozen=True, kw_only=True, slots=True)
class Filter:
    """What the list shows; empty values do not narrow. `everywhere` adds the other branches in reach."""

    kind: CustomerKind | None = None
    class_code: str = ""
    source_code: str = ""
    created_since: datetime | None = None
    import_batch: UUID | None = None
    everywhere: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One row of the list."""

    id: UUID
    number: str
    kind: CustomerKind
    name: str
    phone: str
    company_name: str
    class_code: str
    source_code: str
    intent_level: str
    last_contact_at: datetime | None
    created_at: datetime


_ORDER: Final[dict[Sort, Any]] = {
    Sort.LAST_CONTACT: Customer.last_contact_at,
    Sort.CREATED: Customer.created_at,
    Sort.NAME: Customer.name_pinyin,
    Sort.NUMBER: Customer.number,
}

EVERYTHING: Final = Filter()
IN_REACH: Final = Filter(everywhere=True)


def list_ids(
    work: Work, where: Filter = EVERYTHING, *, sort: Sort = Sort.LAST_CONTACT, descending: bool = True
) -> list[UUID]:
    """The keys of the branch's cards that fit, in order; a page is then read by key, never by offset."""
    packed = list_keys(work, where, sort=sort, descending=descending)
    return [UUID(bytes=packed[at : at + 16]) for at in range(0, len(packed), 16)]


def list_keys(
    work: Work, where: Filter = EVERYTHING, *, sort: Sort = Sort.LAST_CONTACT, descending: bool = True
) -> bytes:
    """As `list_ids`, 16 bytes a key: a million keys take 16 MB, and no object each.

    Customers without any contact come last by last contact, whichever way.
    """
    work.require(Permission.FIND_CUSTOMERS)
    column = _ORDER[sort]
    order = (column.desc(), Customer.id.desc()) if descending else (column.asc(), Customer.id.asc())
    query = select(Customer.id).where(*_conditions(work, where)).order_by(*order)
    parts = [query]
    if sort is Sort.LAST_CONTACT:
        # The engines place NULL at opposite ends, and "NULLS LAST" would keep both from the index.
        parts = [query.where(column.is_not(None)), query.where(column.is_(None))]
    return b"".join(packed_keys(work.session, Customer.id.expression, part) for part in parts)


def count_customers(work: Work) -> int:
    """How many cards are in reach."""
    work.require(Permission.FIND_CUSTOMERS)
    return int(
        work.session.scalar(select(func.count()).select_from(Customer).where(*_conditions(work, EVERYTHING)))
        or 0
    )


def read_lines(work: Work, ids: Sequence[UUID]) -> list[Line]:
    """The rows for these keys, in their order; deleted ones are left out."""
    work.require(Permission.FIND_CUSTOMERS)
    rows = {
        row.id: row
        for row in work.session.execute(
            select(
                Customer.id, Customer.number, Customer.kind, Customer.name, Customer.company_name,
                Customer.class_code, Customer.source_code, Customer.last_contact_at, Customer.created_at,
            ).where(Customer.id.in_(ids), *_conditions(work, IN_REACH))
        )
    }  # fmt: skip
    phones = _first(
        work,
        select(Phone.customer_id, Phone.shown)
        .where(Phone.customer_id.in_(ids), Phone.deleted_at.is_(None))
        .order_by(Phone.is_main),
    )
    intents = _first(
        work,
        select(Need.customer_id, Need.intent_level)
        .where(Need.customer_id.in_(ids), Need.is_open, Need.deleted_at.is_(None))
        .order_by(Need.created_at),
    )
    return [
        Line(
            id=key,
            number=rows[key].number,
            kind=rows[key].kind,
            name=rows[key].name,
            phone=phones.get(key, ""),
            company_name=rows[key].company_name or "",
            class_code=rows[key].class_code or "",
            source_code=rows[key].source_code or "",
            intent_level=intents.get(key, ""),
            last_contact_at=rows[key].last_contact_at,
            created_at=rows[key].created_at,
        )
        for key in ids
        if key in rows
    ]


def _conditions(work: Work, where: Filter) -> list[ColumnElement[bool]]:
    asked: list[ColumnElement[bool]] = [Customer.deleted_at.is_(None)]
    if not where.everywhere or not work.actor.all_branches:
        asked.append(Customer.branch_id == work.actor.branch_id)
    if where.kind is not None:
        asked.append(Customer.kind == where.kind)
    if where.class_code:
        asked.append(Customer.class_code == where.class_code)
    if where.source_code:
        asked.append(Customer.source_code == where.source_code)
    if where.created_since is not None:
        asked.append(Customer.created_at >= where.created_since)
    if where.import_batch is not None:
        origin = select(ImportBatch.origin_id).where(ImportBatch.id == where.import_batch).scalar_subquery()
        asked.append(or_(Customer.created_from == origin, Customer.changed_from == origin))
    return asked


def _first(work: Work, query: Select[*tuple[Any, ...]]) -> dict[UUID, str]:
    """The last text of each owner in the order of the query."""
    return {key: text or "" for key, text in work.session.execute(query)}
