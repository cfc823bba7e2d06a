"""The way back of changes to appointments: rows as they were, put back as long as nobody changed them since."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import select

from app.errors import UserError
from app.followups.dates.held import reach
from app.followups.dates.records import Undo
from app.followups.scopes import read_staff
from app.work import Work
from db.models.access import Permission
from db.models.followups import Appointment, AppointmentChange

_FIELDS: Final = (
    "title", "kind_code", "place", "note", "owner_id", "customer_id", "all_day", "first_on", "last_on",
    "starts_at", "ends_at", "zone", "recurrence", "repeats_until", "deleted_at",
)  # fmt: skip
_CHANGE_FIELDS: Final = (
    "original_on", "original_at", "cancelled", "title", "first_on", "last_on", "starts_at", "ends_at", "deleted_at",
)  # fmt: skip


def kept(row: Appointment) -> dict[str, Any]:
    """Everything of a row a person can change."""
    return {name: getattr(row, name) for name in _FIELDS}


def kept_changes(work: Work, row: Appointment) -> tuple[dict[str, Any], ...]:
    """The moved and called-off occurrences of a series as they stand."""
    work.require(Permission.PLAN_FOLLOWUPS)
    return tuple(
        {"id": change.id} | {name: getattr(change, name) for name in _CHANGE_FIELDS}
        for change in _changes(work, row.id)
    )


def restore(work: Work, undo: Undo) -> None:
    """Put an appointment back as it was before a change; one made by it goes.

    Raises UserError `appointment-changed` (fact by) where somebody changed it since, `item-gone`, `item-of-other`.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    work.session.flush()
    row = work.session.get(
        Appointment,
        undo.appointment_id,
        with_for_update=True,
        populate_existing=True,
        execution_options={"with_deleted": True},
    )
    if row is None:
        raise UserError("item-gone")
    if row.version != undo.version:
        raise UserError("appointment-changed", by=read_staff(work).name(row.changed_by), title=row.title)
    if undo.before is None:
        reach(work, row).deleted_at = work.now()
        work.session.flush()
        return
    for name, value in undo.before.items():
        setattr(row, name, value)
    reach(work, row)
    row.sequence += 1
    _restore_changes(work, row, undo)
    if undo.made is not None:
        made = work.session.get(Appointment, undo.made, with_for_update=True, populate_existing=True)
        if made is not None:
            made.deleted_at = work.now()
    work.session.flush()


def _restore_changes(work: Work, row: Appointment, undo: Undo) -> None:
    before = {change["id"]: change for change in undo.changes}
    for change in _changes(work, row.id):
        known = before.get(change.id)
        if known is None:
            change.deleted_at = work.now()
            continue
        for name in _CHANGE_FIELDS:
            setattr(change, name, known[name])


def _changes(work: Work, appointment_id: object) -> list[AppointmentChange]:
    query = select(AppointmentChange).where(AppointmentChange.appointment_id == appointment_id)
    return list(work.session.scalars(query.execution_options(with_deleted=True)))
