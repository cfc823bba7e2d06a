"""Take hold of an appointment one may work on: one's own, the branch's, or anybody's with the right to."""

from __future__ import annotations

from uuid import UUID

from app.errors import UserError
from app.followups.scopes import read_staff
from app.work import Work
from db.models.access import Permission
from db.models.followups import Appointment


def hold_appointment(work: Work, appointment_id: UUID) -> Appointment:
    """The row as it stands in this very moment, kept from other writers. Raises as `read_appointment`."""
    work.require(Permission.PLAN_FOLLOWUPS)
    work.session.flush()
    row = work.session.get(Appointment, appointment_id, with_for_update=True, populate_existing=True)
    return reach(work, row)


def reach(work: Work, row: Appointment | None) -> Appointment:
    """The row where it is there and the actor may work on it. Raises `item-gone`, `item-of-other`."""
    work.require(Permission.PLAN_FOLLOWUPS)
    foreign = row is not None and row.branch_id != work.actor.branch_id and not work.actor.all_branches
    if row is None or row.deleted_at is not None or foreign:
        raise UserError("item-gone")
    staff = read_staff(work)
    own = staff.holder(row.owner_id) in (None, work.actor.account_id)
    if not own and not work.actor.may(Permission.ASSIGN_WORK):
        raise UserError("item-of-other", owner=staff.name(row.owner_id))
    return row
