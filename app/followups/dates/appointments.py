"""Appointments: what is in a person's or the branch's calendar and is no follow-up; perhaps recurring."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from app.customers.cleaning import mend, mend_lines
from app.customers.values import LONG_TEXT_MOST, TEXT_MOST
from app.errors import UserError
from app.followups.dates.held import hold_appointment, reach
from app.followups.dates.occurrences import Placed, place_of, rule_of, series_start
from app.followups.dates.records import AppointmentRecord, Draft, Undo
from app.followups.dates.recurrence import Rule, checked_rule, chosen_from, read_rule, rule_text
from app.followups.dates.recurring_days import first_day, last_day
from app.followups.dates.series_changes import drop_changes
from app.followups.dates.undoing import kept, kept_changes
from app.followups.dates.zones import is_zone, own_zone_name, zone_of
from app.followups.records import ItemKey, ItemKind
from app.followups.scopes import read_staff, require_open_account
from app.lists import all_choices
from app.work import Work
from db.base import new_key
from db.models.access import Permission
from db.models.customers import Customer
from db.models.followups import Appointment
from db.models.lists import ChoiceList

DAYS_MOST = 366
YEAR_FIRST, YEAR_LAST = 1970, 2200


@dataclass(frozen=True, kw_only=True, slots=True)
class Saved:
    """What was saved, and its way back."""

    key: ItemKey
    undo: Undo


def read_appointment(work: Work, key: ItemKey) -> AppointmentRecord:
    """An appointment to be looked at or changed. Raises UserError `item-gone`, `item-of-other`."""
    work.require(Permission.PLAN_FOLLOWUPS)
    row = reach(work, work.session.get(Appointment, key.id))
    customer = None if row.customer_id is None else work.session.get(Customer, row.customer_id)
    now = place_of(work, row, key.on)
    return AppointmentRecord(
        id=row.id,
        draft=draft_of(row),
        version=row.version,
        owner_name=read_staff(work).name(row.owner_id),
        customer_name="" if customer is None else customer.name,
        on=key.on,
        on_now=None if now is None else now.first_on,
        at_now=None if now is None else now.starts_at,
    )


def draft_of(row: Appointment) -> Draft:
    """The row as it would be typed."""
    rule = rule_of(row)
    chosen = None if rule is None else chosen_from(rule, series_start(row))
    return Draft(
        title=row.title,
        kind_code=row.kind_code,
        place=row.place or "",
        note=row.note or "",
        owner_id=row.owner_id,
        customer_id=row.customer_id,
        all_day=row.all_day,
        first_on=row.first_on,
        last_on=row.last_on,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        zone=row.zone,
        recurrence=chosen,
        rule="" if chosen is not None else row.recurrence or "",
    )


def save_appointment(
    work: Work, appointment_id: UUID | None, draft: Draft, *, seen_version: int | None = None
) -> Saved:
    """Enter an appointment, or change the whole of one; a series is moved on to its first day.

    Raises UserError `appointment-title-empty`, `appointment-time-missing`, `appointment-ends-first`,
    `appointment-too-long`, `appointment-in-past`, `recurrence-…`, `account-closed`, `row-gone`, and for a change
    `appointment-changed` (fact by), `item-gone`, `item-of-other`.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    if appointment_id is None:
        require_open_account(work, read_staff(work), draft.owner_id)
        row = make_row(work, draft)
        undo = Undo(appointment_id=row.id, version=row.version, before=None)
        return Saved(key=_key(row), undo=undo)
    row = hold_appointment(work, appointment_id)
    if seen_version is not None and row.version != seen_version:
        raise UserError("appointment-changed", by=read_staff(work).name(row.changed_by), title=row.title)
    if draft.owner_id != row.owner_id:
        require_open_account(work, read_staff(work), draft.owner_id)
    before, changes = kept(row), kept_changes(work, row)
    fill(work, row, draft)
    rule = rule_of(row)
    if rule is not None:
        drop_changes(work, row, rule)
    row.sequence += 1
    work.session.flush()
    undo = Undo(appointment_id=row.id, version=row.version, before=before, changes=changes)
    return Saved(key=_key(row), undo=undo)


def make_row(work: Work, draft: Draft, *, uid: str = "", sequence: int = 0) -> Appointment:
    """As `save_appointment` for a new one, within a use case that asked for permission."""
    row = Appointment(id=new_key(), uid=uid or f"{uuid4()}@branchdesk", sequence=sequence)
    fill(work, row, draft)
    work.session.add(row)
    work.session.flush()
    return row


def fill(work: Work, row: Appointment, draft: Draft) -> None:
    """Put a checked draft into a row; raises as `save_appointment`."""
    work.require(Permission.PLAN_FOLLOWUPS)
    title = mend(draft.title)
    if not title:
        raise UserError("appointment-title-empty", field="title")
    note = mend_lines(draft.note)
    for text, most in ((title, TEXT_MOST), (draft.place, TEXT_MOST), (note, LONG_TEXT_MOST)):
        if len(text) > most:
            raise UserError("text-too-long", found=len(text), most=most)
    if draft.customer_id is not None and draft.customer_id != row.customer_id:
        work.get(Customer, draft.customer_id)
    kinds = {choice.code for choice in all_choices(work).get(ChoiceList.APPOINTMENT, ())}
    row.title, row.place, row.note = title, mend(draft.place) or None, note or None
    row.kind_code = draft.kind_code if draft.kind_code in kinds else None
    row.owner_id, row.customer_id = draft.owner_id, draft.customer_id
    row.zone = draft.zone if draft.zone and is_zone(draft.zone) else own_zone_name()
    placed = _checked_place(draft, row.zone)
    put_series(work, row, placed, _rule(draft, placed, row.zone))


def put_series(work: Work, row: Appointment, placed: Placed, rule: Rule | None) -> None:
    """Where a row lies and how it recurs; a series begins on the first day its rule gives."""
    work.require(Permission.PLAN_FOLLOWUPS)
    if rule is not None:
        begins = first_day(rule, placed.first_on)
        if begins is None:
            raise UserError("recurrence-never", field="unit")
        placed = placed.moved(begins, zone_of(row.zone))
    row.all_day = placed.starts_at is None
    row.first_on, row.last_on = placed.first_on, placed.last_on
    row.starts_at, row.ends_at = placed.starts_at, placed.ends_at
    row.recurrence = None if rule is None else rule_text(rule)
    ends = None if rule is None else last_day(rule, placed.first_on)
    row.repeats_until = None if ends is None else ends + (placed.last_on - placed.first_on)
    over = placed.last_on if rule is None else row.repeats_until
    if over is not None and over < work.today() and row.created_by is None:
        raise UserError("appointment-in-past", given=over)


def _key(row: Appointment) -> ItemKey:
    return ItemKey(kind=ItemKind.APPOINTMENT, id=row.id, on=None if row.recurrence is None else row.first_on)


def _rule(draft: Draft, placed: Placed, zone: str) -> Rule | None:
    if draft.recurrence is not None:
        return checked_rule(draft.recurrence, placed.first_on)
    if not draft.rule:
        return None
    starts = None if placed.starts_at is None else placed.starts_at.astimezone(zone_of(zone)).time()
    return read_rule(draft.rule, zone=zone_of(zone), starts=starts)


def _checked_place(draft: Draft, zone: str) -> Placed:
    if draft.all_day:
        if draft.first_on is None:
            raise UserError("appointment-time-missing", field="first_on")
        placed = Placed(first_on=draft.first_on, last_on=draft.last_on or draft.first_on)
    else:
        if draft.starts_at is None:
            raise UserError("appointment-time-missing", field="starts_at")
        ends_at = draft.ends_at or draft.starts_at
        placed = Placed.at(draft.starts_at.astimezone(UTC), ends_at.astimezone(UTC), zone_of(zone))
    check_place(placed)
    return placed


def check_place(placed: Placed) -> None:
    """What a move must keep to as well. Raises `appointment-ends-first`, `appointment-too-long`, `…-year-wrong`."""
    if placed.last_on < placed.first_on or (placed.ends_at or datetime.max.replace(tzinfo=UTC)) < (
        placed.starts_at or datetime.min.replace(tzinfo=UTC)
    ):
        raise UserError("appointment-ends-first", field="ends_at")
    if (placed.last_on - placed.first_on).days >= DAYS_MOST:
        raise UserError("appointment-too-long", most=DAYS_MOST, field="ends_at")
    check_year(placed.first_on)


def check_year(day: date) -> None:
    """Raises UserError `appointment-year-wrong` for a year no shop plans."""
    if not YEAR_FIRST <= day.year <= YEAR_LAST:
        raise UserError("appointment-year-wrong", given=day, first=YEAR_FIRST, last=YEAR_LAST)
