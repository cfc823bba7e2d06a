"""The moved and called-off occurrences of a series, kept in step with it; the caller holds its row."""

from __future__ import annotations

from datetime import date, timedelta

from app.followups.dates.occurrences import Placed, read_changes, series_place, series_start
from app.followups.dates.recurrence import Rule
from app.followups.dates.recurring_days import days_between
from app.followups.dates.zones import zone_of
from app.work import Work
from db.base import new_key
from db.models.access import Permission
from db.models.followups import Appointment, AppointmentChange


def change_one(
    work: Work, row: Appointment, on: date, placed: Placed | None, title: str | None = None
) -> None:
    """Move one occurrence, or call it off where it has no place."""
    work.require(Permission.PLAN_FOLLOWUPS)
    change = read_changes(work, [row.id]).get(row.id, {}).get(on)
    if change is None:
        original = series_place(row).moved(on, zone_of(row.zone))
        change = AppointmentChange(
            id=new_key(), branch_id=row.branch_id, appointment_id=row.id,
            original_on=on, original_at=original.starts_at,
        )  # fmt: skip
        work.session.add(change)
    change.cancelled = placed is None
    change.title = title or change.title
    change.first_on = None if placed is None else placed.first_on
    change.last_on = None if placed is None else placed.last_on
    change.starts_at = None if placed is None else placed.starts_at
    change.ends_at = None if placed is None else placed.ends_at
    work.session.flush()


def carry(work: Work, made: Appointment, change: AppointmentChange) -> None:
    """The same change at the series that goes on; the old row is left for the way back."""
    work.require(Permission.PLAN_FOLLOWUPS)
    work.session.add(
        AppointmentChange(
            id=new_key(), branch_id=made.branch_id, appointment_id=made.id,
            original_on=change.original_on, original_at=change.original_at, cancelled=change.cancelled,
            title=change.title, first_on=change.first_on, last_on=change.last_on,
            starts_at=change.starts_at, ends_at=change.ends_at,
        )
    )  # fmt: skip
    work.session.flush()


def drop_changes(
    work: Work, row: Appointment, rule: Rule, *, moved_on: date | None = None, shift: timedelta = timedelta()
) -> None:
    """Moved and called-off occurrences go along with their day, and go where the series has no such day any more."""
    work.require(Permission.PLAN_FOLLOWUPS)
    changes = read_changes(work, [row.id]).get(row.id, {})
    days = set(changes) | {on + shift for on in changes}
    if not days:
        return
    valid = set(days_between(rule, series_start(row), min(days), max(days)))
    for on, change in changes.items():
        if on == moved_on or (on not in valid and on + shift not in valid):
            change.deleted_at = work.now()
        elif on not in valid or (
            shift and on + shift in valid and on.weekday() == (moved_on or on).weekday()
        ):
            change.original_on = on + shift
            change.original_at = series_place(row).moved(on + shift, zone_of(row.zone)).starts_at
    work.session.flush()
