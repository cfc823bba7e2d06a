"""Change a card in place: each field with its check, nobody's edit lost, every change with its way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.care.services import refresh_due
from app.customers.cards import MODEL, birthday
from app.customers.fields import BIRTH_COLUMNS, FIELD, Field, Part, Value, fields_of
from app.customers.names import sort_key
from app.customers.values import check, columns_of
from app.errors import UserError
from app.work import Work
from db.base import new_key
from db.models.access import Permission
from db.models.complaints import Ticket
from db.models.customers import Customer, Need, Phone, Vehicle


@dataclass(frozen=True, kw_only=True, slots=True)
class Edit:
    """One field to change: `seen` is the value the person had before them, `given` what they typed."""

    part: Part
    row_id: UUID
    field: str
    seen: object
    given: object


@dataclass(frozen=True, kw_only=True, slots=True)
class Conflict:
    """A field somebody else changed meanwhile: what was seen, what stands now, what was wanted."""

    part: Part
    row_id: UUID
    field: str
    seen: object
    theirs: object
    mine: object


@dataclass(frozen=True, kw_only=True, slots=True)
class Undo:
    """The way back of a change: edits to make, rows to remove, rows to restore."""

    customer_id: UUID
    edits: tuple[Edit, ...] = ()
    remove: tuple[tuple[Part, UUID], ...] = ()
    restore: tuple[tuple[Part, UUID], ...] = ()


@dataclass(slots=True)
class _Round:
    conflicts: list[Conflict] = field(default_factory=list)
    back: list[Edit] = field(default_factory=list)
    needs: list[Need] = field(default_factory=list)


def edit_card(work: Work, customer_id: UUID, edits: Sequence[Edit]) -> Undo:
    """Change fields of a card, all of them or none.

    Edits of different fields by two people both stand. A reason of loss closes a need, opening it takes the reason
    away. Raises UserError `card-changed-meanwhile` with the fact `conflicts` (a tuple of Conflict) where the same
    field was changed since it was seen; `lost-reason-missing` where a need would be closed without a reason; the
    errors of `app.customers.values.check`; `not-allowed`; `row-gone`.
    """
    work.require(Permission.EDIT_CARD)
    return _edit(work, customer_id, edits)


def _edit(work: Work, customer_id: UUID, edits: Sequence[Edit], *, is_undo: bool = False) -> Undo:
    _lock(work, customer_id)
    done = _Round()
    for edit in edits:
        _apply(work, customer_id, edit, done)
    if done.conflicts:
        raise UserError("card-changed-meanwhile", conflicts=tuple(done.conflicts))
    if not is_undo and any(not need.is_open and not need.lost_reason for need in done.needs):
        raise UserError("lost-reason-missing", field="lost_reason")
    for edit in done.back:
        if edit.part is Part.VEHICLE and edit.field == "bought_on":
            refresh_due(work, work.get(Vehicle, edit.row_id))
    work.session.flush()
    return Undo(customer_id=customer_id, edits=tuple(reversed(done.back)))


def add_row(work: Work, customer_id: UUID, part: Part, given: Mapping[str, object]) -> tuple[UUID, Undo]:
    """Add a phone, contact person, vehicle or need with what was typed; returns its key and the way back."""
    work.require(Permission.EDIT_CARD)
    _lock(work, customer_id)
    row_id = insert_row(work, customer_id, part, given)
    work.session.flush()
    return row_id, Undo(customer_id=customer_id, remove=((part, row_id),))


def insert_row(work: Work, customer_id: UUID, part: Part, given: Mapping[str, object]) -> UUID:
    """As `add_row` within a use case that has asked for permission; raises `row-empty` when nothing was given."""
    today = work.today()
    columns: dict[str, object] = {}
    for known in fields_of(part):
        if known.name in given or known.required:
            columns |= columns_of(known, check(known, given.get(known.name), today=today))
    if all(value is None or value is False for value in columns.values()):
        raise UserError("row-empty", part=part.value)
    columns = {name: value for name, value in columns.items() if value is not None}
    if part is Part.NEED and columns.get("lost_reason"):
        columns |= {"is_open": False, "lost_on": today}
    elif part is Part.NEED and columns.get("is_open") is False:
        raise UserError("lost-reason-missing", field="lost_reason")
    if part is Part.PHONE and "is_main" not in columns:
        columns["is_main"] = not _has_main_phone(work, customer_id)
    elif columns.get("is_main"):
        _only_main(work, customer_id, None)
    branch_id = work.get(Customer, customer_id).branch_id
    row: Any = MODEL[part](id=new_key(), customer_id=customer_id, branch_id=branch_id, **columns)
    work.session.add(row)
    if isinstance(row, Vehicle):
        refresh_due(work, row)
    key: UUID = row.id
    return key


def remove_row(work: Work, customer_id: UUID, part: Part, row_id: UUID) -> Undo:
    """Mark a phone, contact person, vehicle or need deleted; returns the way back."""
    work.require(Permission.EDIT_CARD)
    _lock(work, customer_id)
    row = _row(work, customer_id, part, row_id)
    row.deleted_at = work.now()
    work.session.flush()
    if part is Part.PHONE and row.is_main:
        _choose_main(work, customer_id)
    return Undo(customer_id=customer_id, restore=((part, row_id),))


def undo(work: Work, way_back: Undo) -> None:
    """Take a change back; refused field by field like any edit where somebody changed it since.

    Raises UserError `changed-meanwhile` where a row to be removed again was worked on by somebody else.
    """
    work.require(Permission.EDIT_CARD)
    _lock(work, way_back.customer_id)
    for part, row_id in way_back.remove:
        _require_unchanged(work, _row(work, way_back.customer_id, part, row_id))
        remove_row(work, way_back.customer_id, part, row_id)
    for part, row_id in way_back.restore:
        row = _row(work, way_back.customer_id, part, row_id, removed=True)
        row.deleted_at = None
        if part is Part.PHONE and row.is_main:
            _only_main(work, way_back.customer_id, row_id)
    if way_back.edits:
        _edit(work, way_back.customer_id, way_back.edits, is_undo=True)
    work.session.flush()


def delete_card(work: Work, customer_id: UUID) -> None:
    """Mark a card deleted; it leaves lists and search and can be restored.

    Raises UserError `card-has-open-tickets`: somebody is still owed an answer.
    """
    work.require(Permission.DELETE_CARD)
    row = _lock(work, customer_id)
    numbers = work.session.scalars(
        select(Ticket.number)
        .where(Ticket.customer_id == customer_id, Ticket.ended_at.is_(None))
        .order_by(Ticket.number)
        .execution_options(across_branches=True)
    ).all()
    if numbers:
        raise UserError("card-has-open-tickets", numbers=", ".join(numbers))
    row.deleted_at = work.now()


def restore_card(work: Work, customer_id: UUID) -> None:
    """Bring a deleted card back."""
    work.require(Permission.DELETE_CARD)
    row = work.session.scalar(
        select(Customer).where(Customer.id == customer_id).execution_options(with_deleted=True)
    )
    if row is None:
        raise UserError("row-gone", table="customer")
    row.deleted_at = None


def _lock(work: Work, customer_id: UUID) -> Customer:
    row = work.session.scalar(
        select(Customer)
        .where(Customer.id == customer_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if row is None:
        raise UserError("row-gone", table="customer")
    return row


def _require_unchanged(work: Work, row: Any) -> None:
    if row.changed_at > row.created_at and row.changed_by != work.actor.account_id:
        raise UserError("changed-meanwhile")


def _row(work: Work, customer_id: UUID, part: Part, row_id: UUID, *, removed: bool = False) -> Any:
    """A row of this card as it stands now; `removed` also finds one that was taken off it."""
    model: Any = MODEL[part]
    query = select(model).where(model.id == row_id)
    row = work.session.scalar(query.execution_options(with_deleted=removed))
    if row is None or (part is not Part.CUSTOMER and row.customer_id != customer_id):
        raise UserError("row-gone", table=part.value)
    return row


def _apply(work: Work, customer_id: UUID, edit: Edit, done: _Round) -> None:
    known = FIELD.get((edit.part, edit.field))
    if known is None:
        raise UserError("field-unknown", field=edit.field)
    row = _row(work, customer_id, edit.part, customer_id if edit.part is Part.CUSTOMER else edit.row_id)
    mine = check(known, edit.given, today=work.today())
    theirs = current_value(row, known)
    if mine == theirs:
        return
    if theirs != edit.seen:
        done.conflicts.append(
            Conflict(
                part=edit.part, row_id=edit.row_id, field=edit.field, seen=edit.seen, theirs=theirs, mine=mine
            )
        )
        return
    for column, value in columns_of(known, mine).items():
        setattr(row, column, value)
    if known.part is Part.CUSTOMER and known.name == "name":
        row.name_pinyin = sort_key(str(mine))
    if known.part is Part.PHONE and known.name == "is_main" and mine:
        for other in _only_main(work, customer_id, edit.row_id):
            done.back.append(Edit(part=edit.part, row_id=other, field="is_main", seen=False, given=True))
    if isinstance(row, Need) and known.name in ("is_open", "lost_reason"):
        _close_or_open(work, row, known.name, done)
    done.back.append(Edit(part=edit.part, row_id=edit.row_id, field=edit.field, seen=mine, given=theirs))


def _close_or_open(work: Work, need: Need, changed: str, done: _Round) -> None:
    """A reason of loss closes a need, and opening it takes the reason away (战败 needs a reason)."""

    def back(name: str, seen: object, given: object) -> None:
        done.back.append(Edit(part=Part.NEED, row_id=need.id, field=name, seen=seen, given=given))

    done.needs.append(need)
    if changed == "lost_reason" and need.lost_reason:
        if need.is_open:
            back("is_open", False, True)
        need.is_open, need.lost_on = False, work.today()
    elif need.is_open:
        if need.lost_reason:
            back("lost_reason", None, need.lost_reason)
        need.lost_reason = need.lost_on = None


def current_value(row: Any, known: Field) -> object:
    """The value of a field in a mapped row."""
    if known.value is Value.BIRTHDAY:
        return birthday({column: getattr(row, column) for column in BIRTH_COLUMNS})
    value: object = getattr(row, known.name)
    return value


def _only_main(work: Work, customer_id: UUID, row_id: UUID | None) -> list[UUID]:
    """Let no other phone be the main one; returns those that were."""
    others = select(Phone).where(Phone.customer_id == customer_id, Phone.is_main)
    was = [other for other in work.session.scalars(others) if other.id != row_id]
    for other in was:
        other.is_main = False
    return [other.id for other in was]


def _choose_main(work: Work, customer_id: UUID) -> None:
    """The next phone becomes the main one when the main one went."""
    rest = select(Phone).where(Phone.customer_id == customer_id).order_by(Phone.position, Phone.created_at)
    following = work.session.scalars(rest.limit(1)).first()
    if following is not None:
        following.is_main = True


def _has_main_phone(work: Work, customer_id: UUID) -> bool:
    query = select(Phone.id).where(Phone.customer_id == customer_id, Phone.is_main)
    return work.session.scalar(query.limit(1)) is not None
