"""Takes a whole import back, and leaves alone what people have worked on since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select, update
from sqlalchemy.orm import aliased

from app.customers.fields import BIRTH_COLUMNS
from app.errors import UserError
from app.work import Topic, Work
from db.models.access import Permission
from db.models.complaints import Ticket
from db.models.customers import (
    Attachment,
    Consent,
    ContactEntry,
    ContactPerson,
    Customer,
    FieldHistory,
    Need,
    Phone,
    Vehicle,
)
from db.models.exchange import ImportBatch, ImportState
from db.models.registration import Form

CHUNK: Final = 1_000
_ADDED: Final[tuple[Any, ...]] = (Phone, ContactPerson, Vehicle, Need, ContactEntry)
_HANGING: Final[tuple[Any, ...]] = (*_ADDED, Consent, Attachment, Form, Ticket)
_DELETED_TOO: Final = {"with_deleted": True}
"""A phone somebody took off a card is work on that card, too."""
_QUIET: Final = {"synchronize_session": False}


@dataclass(frozen=True, kw_only=True, slots=True)
class UndoneImport:
    """What undoing did: cards and rows taken away, fields emptied again, and cards kept because of later work.

    `kept` are the numbers of cards that were created or filled by the import and worked on since.
    """

    removed: int
    rows_removed: int
    fields_restored: int
    kept: tuple[str, ...]


def undo_import(work: Work, batch_id: UUID) -> UndoneImport:
    """Mark the cards of an import deleted and empty the fields it filled, but for what was changed since.

    Raises UserError `row-gone`, `import-already-undone`, `not-allowed`.
    """
    work.require(Permission.IMPORT_CUSTOMERS)
    batch = work.get(ImportBatch, batch_id)
    if batch.state is ImportState.UNDONE:
        raise UserError("import-already-undone")
    origin_id = batch.origin_id
    kept = _worked_on(work, origin_id)
    removed = _remove_cards(work, origin_id)
    rows, kept_rows = _remove_rows(work, origin_id)
    restored, kept_fields = _restore_fields(work, origin_id)
    batch.state = ImportState.UNDONE
    batch.undone_at = work.now()
    work.session.flush()
    work.changed(Topic.CUSTOMERS, Topic.IMPORTS)
    return UndoneImport(
        removed=removed,
        rows_removed=rows,
        fields_restored=restored,
        kept=tuple(sorted({*kept, *_numbers(work, kept_rows | kept_fields)})),
    )


def _touched(model: Any, origin_id: UUID) -> ColumnElement[bool]:
    """Whether a row made by the import was changed by somebody since."""
    return or_(model.changed_from.is_distinct_from(origin_id), model.changed_at > model.created_at)


def _later_work(origin_id: UUID) -> ColumnElement[bool]:
    """Whether a card made by the import, or anything on it, was touched or added to since."""
    hanging = (
        exists().where(
            model.customer_id == Customer.id,
            or_(model.created_from.is_distinct_from(origin_id), _touched(model, origin_id)),
        )
        for model in _HANGING
    )
    return or_(_touched(Customer, origin_id), *hanging)


def _own(origin_id: UUID) -> ColumnElement[bool]:
    """The living cards the import made."""
    return and_(Customer.created_from == origin_id, Customer.deleted_at.is_(None))


def _worked_on(work: Work, origin_id: UUID) -> set[str]:
    return set(
        work.session.scalars(
            select(Customer.number).where(_own(origin_id), _later_work(origin_id)),
            execution_options=_DELETED_TOO,
        )
    )


def _remove_cards(work: Work, origin_id: UUID) -> int:
    fresh = select(Customer.id).where(_own(origin_id), ~_later_work(origin_id))
    removed = 0
    for keys in _pages(work, fresh):
        work.session.execute(
            update(Customer)
            .where(Customer.id.in_(keys))
            .values(deleted_at=work.now(), version=Customer.version + 1, **work.change_marks()),
            execution_options=_QUIET,
        )
        removed += len(keys)
    return removed


def _pages(work: Work, query: Select[UUID]) -> Iterator[Sequence[UUID]]:
    """The keys a query gives, all read first: what is done with them changes what it would give."""
    keys = work.session.scalars(query, execution_options=_DELETED_TOO).all()
    for start in range(0, len(keys), CHUNK):
        yield keys[start : start + CHUNK]


def _remove_rows(work: Work, origin_id: UUID) -> tuple[int, set[UUID]]:
    """Rows the import hung on cards that were there before; returns how many, and cards of those kept."""
    removed = 0
    kept: set[UUID] = set()
    for model in _ADDED:
        own = and_(
            model.created_from == origin_id,
            model.deleted_at.is_(None),
            exists().where(
                Customer.id == model.customer_id, Customer.created_from.is_distinct_from(origin_id)
            ),
        )
        kept.update(work.session.scalars(select(model.customer_id).where(own, _touched(model, origin_id))))
        for keys in _pages(work, select(model.id).where(own, ~_touched(model, origin_id))):
            work.session.execute(
                update(model).where(model.id.in_(keys)).values(deleted_at=work.now(), **work.change_marks()),
                execution_options=_QUIET,
            )
            removed += len(keys)
    return removed, kept


def _restore_fields(work: Work, origin_id: UUID) -> tuple[int, set[UUID]]:
    """Empty the columns the import filled, as it only ever fills empty ones; returns how many, and cards kept.

    A birthday was filled as a whole and goes as a whole, so that no half of one is left.
    """
    later = aliased(FieldHistory)
    since = exists().where(
        later.customer_id == FieldHistory.customer_id,
        later.row_id == FieldHistory.row_id,
        later.field == FieldHistory.field,
        later.stamp > FieldHistory.stamp,
    )
    filled = select(FieldHistory.row_id, FieldHistory.field, since.label("since")).where(
        FieldHistory.origin_id == origin_id, FieldHistory.row_table == Customer.__tablename__
    )
    by_card: dict[UUID, set[str]] = {}
    changed: dict[UUID, set[str]] = {}
    for key, field, is_changed in work.session.execute(filled):
        (changed if is_changed else by_card).setdefault(key, set()).add(field)
    restored = 0
    for key, fields in by_card.items():
        if changed.get(key, set()) & set(BIRTH_COLUMNS):
            fields -= set(BIRTH_COLUMNS)
        restored += _empty(work, key, fields)
    return restored, set(changed)


def _empty(work: Work, key: UUID, fields: set[str]) -> int:
    if not fields:
        return 0
    work.session.execute(
        update(Customer)
        .where(Customer.id == key)
        .values({**dict.fromkeys(fields), "version": Customer.version + 1, **work.change_marks()}),
        execution_options=_QUIET,
    )
    return len(fields)


def _numbers(work: Work, keys: set[UUID]) -> set[str]:
    found: set[str] = set()
    ordered = sorted(keys)
    for start in range(0, len(ordered), CHUNK):
        part = ordered[start : start + CHUNK]
        found.update(work.session.scalars(select(Customer.number).where(Customer.id.in_(part))))
    return found
