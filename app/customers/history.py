"""A6: who entered which value, when and from where, field by field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from app.customers.cards import MODEL, read_marks
from app.customers.fields import BIRTH_COLUMNS, Part
from app.customers.records import Change, Mark
from app.errors import UserError
from app.work import Work
from db.models.access import Account, Permission
from db.models.customers import Customer, FieldHistory

OWNERS: Final = frozenset({"owner_id", "second_owner_id"})
"""Columns whose history is told by name."""


def card_history(work: Work, customer_id: UUID, *, limit: int = 500) -> tuple[Change, ...]:
    """Every change to a card and what hangs on it, newest first."""
    return _changes(work, customer_id, None, None, limit)


def field_history(work: Work, customer_id: UUID, part: Part, row_id: UUID, field: str) -> tuple[Change, ...]:
    """The changes of one field, newest first; empty when it is as first entered."""
    columns = BIRTH_COLUMNS if field == "birth" else (field,)
    return _changes(work, customer_id, (part, row_id), columns, 500)


def value_mark(work: Work, customer_id: UUID, part: Part, row_id: UUID, field: str) -> Mark:
    """Who gave a field its present value: the last change, else the entry of the row itself."""
    changes = field_history(work, customer_id, part, row_id, field)
    if changes:
        return changes[0].mark
    table = MODEL[part].__table__.c
    row = work.session.execute(
        select(table.created_at, table.created_by, table.created_from).where(
            table.id == row_id, (table.id if part is Part.CUSTOMER else table.customer_id) == customer_id
        )
    ).one_or_none()
    if row is None:
        raise UserError("row-gone", table=part.value)
    return read_marks(work, [(row[0], row[1], row[2])])[0]


def _changes(
    work: Work,
    customer_id: UUID,
    of_row: tuple[Part, UUID] | None,
    columns: tuple[str, ...] | None,
    limit: int,
) -> tuple[Change, ...]:
    work.require(Permission.READ_CARD)
    work.get(Customer, customer_id)
    past = FieldHistory
    query = select(
        past.row_table, past.row_id, past.field, past.old_value, past.new_value,
        past.happened_at, past.account_id, past.origin_id,
    ).where(past.customer_id == customer_id, past.deleted_at.is_(None))  # fmt: skip
    if of_row is None:  # follow-ups, visits and services keep a history of their own
        query = query.where(past.row_table.in_([part.value for part in Part]))
    else:
        query = query.where(past.row_table == of_row[0].value, past.row_id == of_row[1])
    if columns is not None:
        query = query.where(past.field.in_(columns))
    rows = work.session.execute(query.order_by(past.happened_at.desc(), past.stamp.desc()).limit(limit)).all()
    named = _names_in(work, rows)
    marks = read_marks(work, [(row.happened_at, row.account_id, row.origin_id) for row in rows])
    return tuple(
        Change(
            part=Part(row.row_table),
            row_id=row.row_id,
            field=row.field,
            old_value=named.get(row.old_value, row.old_value) if row.field in OWNERS else row.old_value,
            new_value=named.get(row.new_value, row.new_value) if row.field in OWNERS else row.new_value,
            mark=mark,
        )
        for row, mark in zip(rows, marks, strict=True)
    )


def _names_in(work: Work, rows: Sequence[Any]) -> dict[str | None, str]:
    """The names behind the accounts that stand in a history as keys."""
    written = {
        value for row in rows if row.field in OWNERS for value in (row.old_value, row.new_value) if value
    }
    if not written:
        return {}
    keys = {UUID(value): value for value in written}
    query = select(Account.id, Account.name).where(Account.id.in_(list(keys)))
    found = work.session.execute(query, execution_options={"across_branches": True, "with_deleted": True})
    return {keys[key]: name for key, name in found.all()}
