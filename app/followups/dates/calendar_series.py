"""Events of other programs as appointments of ours, with the occurrences they changed or left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import select

from app.customers.cleaning import mend, mend_lines
from app.customers.values import LONG_TEXT_MOST, TEXT_MOST
from app.errors import UserError
from app.exchange.icalendar import CalendarEvent
from app.followups.dates.appointments import draft_of, fill, make_row
from app.followups.dates.held import hold_appointment
from app.followups.dates.occurrences import Placed, read_changes, rule_of, series_start
from app.followups.dates.records import Draft
from app.followups.dates.recurrence import Rule, checked_rule, comparable, read_rule
from app.followups.dates.recurring_days import first_day, is_day_of, last_day
from app.followups.dates.series_changes import change_one
from app.followups.dates.zones import zone_of
from app.followups.scopes import read_staff
from app.work import Work
from db.models.access import Permission
from db.models.customers import Customer, Origin, OriginKind
from db.models.followups import Appointment

Changes = dict[date, tuple[Placed | None, str | None]]
CHANGES_MOST: Final = 1_000


class Outcome(StrEnum):
    """What came of one event."""

    CREATED = "created"
    CHANGED = "changed"
    MOVED = "moved"
    UNCHANGED = "unchanged"
    PAST = "past"
    CANCELLED = "cancelled"


def take_series(work: Work, group: list[CalendarEvent]) -> Outcome:
    """Make or change the appointment of one UID; the first of the group is the series itself.

    Raises UserError `calendar-older`, `calendar-series-missing`, `calendar-too-many-changes`, `item-of-other` and as
    an appointment that is entered by hand.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    master = group[0]
    row = _known(work, master.uid)
    if row is not None and row.deleted_at is not None:
        return Outcome.UNCHANGED  # called off here; it does not come back by itself
    if master.recurrence_on is not None:
        if row is None:
            raise UserError("calendar-series-missing")
        return _take(work, hold_appointment(work, row.id), None, group)
    if master.is_cancelled:
        return _called_off(work, row, master)
    if row is not None:
        return _take(work, hold_appointment(work, row.id), master, group[1:])
    if _is_over(work, master):
        return Outcome.PAST
    made = make_row(
        work,
        _draft(work, master, Draft(title="", owner_id=work.actor.account_id)),
        uid=master.uid,
        sequence=master.sequence,
    )
    _write(work, made, _wanted(work, made, master, group[1:]))
    return Outcome.CREATED


def _known(work: Work, uid: str) -> Appointment | None:
    query = select(Appointment).where(Appointment.uid == uid).order_by(Appointment.deleted_at.is_not(None))
    return work.session.scalars(query.execution_options(with_deleted=True).limit(1)).first()


def _called_off(work: Work, row: Appointment | None, event: CalendarEvent) -> Outcome:
    """What came from that calendar goes with it; what is ours is only told."""
    if row is not None and not row.uid.endswith("@branchdesk"):
        held = hold_appointment(work, row.id)
        _require_newer(work, held, event)
        held.deleted_at = work.now()
        work.session.flush()
    return Outcome.CANCELLED


def _take(work: Work, row: Appointment, master: CalendarEvent | None, moved: list[CalendarEvent]) -> Outcome:
    """Bring a known one up to the file, if the file says anything new and is not the older of the two."""
    before = draft_of(row)
    after = before if master is None else _draft(work, master, before)
    now = _current(work, row)
    is_same = _same(before, after)
    wanted = _wanted(work, row, master, moved) if is_same else None
    if wanted is not None and (now | wanted if master is None else wanted) == now:
        return Outcome.UNCHANGED
    _require_newer(work, row, master or moved[0])
    if not is_same:
        fill(work, row, after)
        wanted = _wanted(work, row, master, moved)
    if master is not None:
        for on, change in read_changes(work, [row.id]).get(row.id, {}).items():
            if on not in (wanted or {}):
                change.deleted_at = work.now()
    row.sequence = max(row.sequence, (master or moved[0]).sequence)
    work.session.flush()
    _write(work, row, wanted or {})
    return Outcome.CHANGED


def _require_newer(work: Work, row: Appointment, event: CalendarEvent) -> None:
    """Raises `calendar-older` where somebody here changed it after the file was written."""
    if event.sequence > row.sequence:
        return
    origin = None if row.changed_from is None else work.session.get(Origin, row.changed_from)
    from_file = origin is not None and origin.kind is OriginKind.IMPORT
    later = event.modified_at is not None and event.modified_at > row.changed_at
    if event.sequence < row.sequence or not (from_file or later):
        raise UserError(
            "calendar-older", title=mend(event.title)[:60], by=read_staff(work).name(row.changed_by)
        )


def _draft(work: Work, event: CalendarEvent, known: Draft) -> Draft:
    """The event as a draft; what a file does not know (owner, customer, kind) stays."""
    return replace(
        known,
        title=_title(work, event, known.customer_id) or "（无标题）",
        place=mend(event.place)[:TEXT_MOST],
        note=mend_lines(event.note)[:LONG_TEXT_MOST],
        all_day=event.starts_at is None,
        first_on=event.first_on,
        last_on=event.last_on,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        zone=event.zone,
        recurrence=None,
        rule=event.rule,
    )


def _title(work: Work, event: CalendarEvent, customer_id: UUID | None) -> str:
    """What it is about; our own file writes the customer before it."""
    title = mend(event.title)[:TEXT_MOST]
    customer = None if customer_id is None else work.session.get(Customer, customer_id)
    return title if customer is None else title.removeprefix(f"{customer.name} ")


def _same(before: Draft, after: Draft) -> bool:
    return _told(before) == _told(after)


def _told(draft: Draft) -> tuple[object, ...]:
    """What a file says of an appointment, with rule and beginning as they would be stored."""
    zone, rule = zone_of(draft.zone), _rule(draft)
    if draft.all_day or draft.starts_at is None or draft.ends_at is None:
        placed = Placed(
            first_on=draft.first_on or date.min, last_on=draft.last_on or draft.first_on or date.min
        )
    else:
        placed = Placed.at(draft.starts_at, draft.ends_at, zone)
    if rule is not None:
        rule = comparable(rule, placed.first_on)
        placed = placed.moved(first_day(rule, placed.first_on) or placed.first_on, zone)
    return draft.title, draft.place, draft.note, placed, rule


def _rule(draft: Draft) -> Rule | None:
    timed = (
        None if draft.all_day or draft.starts_at is None else draft.starts_at.astimezone(zone_of(draft.zone))
    )
    start = draft.first_on if timed is None else timed.date()
    if draft.recurrence is not None and start is not None:
        return checked_rule(draft.recurrence, start)
    if not draft.rule:
        return None
    return read_rule(draft.rule, zone=zone_of(draft.zone), starts=None if timed is None else timed.time())


def _wanted(
    work: Work, row: Appointment, master: CalendarEvent | None, moved: list[CalendarEvent]
) -> Changes:
    """The occurrences the file moved or left out, as far as the series has them."""
    rule = rule_of(row)
    if rule is None:
        return {}
    wanted: Changes = {}
    excluded = () if master is None else master.excluded
    if len(excluded) + len(moved) > CHANGES_MOST:
        raise UserError("calendar-too-many-changes", most=CHANGES_MOST)
    for day in excluded:
        if is_day_of(rule, series_start(row), day):
            wanted[day] = (None, None)
    for event in moved:
        on = event.recurrence_on
        if on is None:
            continue
        if event.recurrence_at is not None:
            on = event.recurrence_at.astimezone(zone_of(row.zone)).date()
        if is_day_of(rule, series_start(row), on):
            title = _title(work, event, row.customer_id)
            placed = None if event.is_cancelled else _placed(event, row)
            wanted[on] = (placed, None if placed is None or title == row.title else title or None)
    return wanted


def _placed(event: CalendarEvent, row: Appointment) -> Placed:
    if event.starts_at is not None:
        return Placed.at(
            event.starts_at, max(event.starts_at, event.ends_at or event.starts_at), zone_of(row.zone)
        )
    assert event.first_on is not None
    return Placed(first_on=event.first_on, last_on=max(event.first_on, event.last_on or event.first_on))


def _current(work: Work, row: Appointment) -> Changes:
    found: Changes = {}
    for on, change in read_changes(work, [row.id]).get(row.id, {}).items():
        placed = None
        if not change.cancelled and change.first_on is not None:
            placed = Placed(
                first_on=change.first_on, last_on=change.last_on or change.first_on,
                starts_at=change.starts_at, ends_at=change.ends_at,
            )  # fmt: skip
        found[on] = (placed, change.title if placed is not None else None)
    return found


def _write(work: Work, row: Appointment, wanted: Changes) -> None:
    now = _current(work, row)
    for on, (placed, title) in wanted.items():
        if now.get(on) != (placed, title):
            change_one(work, row, on, placed, title)


def _is_over(work: Work, event: CalendarEvent) -> bool:
    if event.rule:
        zone = zone_of(event.zone)
        starts = None if event.starts_at is None else event.starts_at.astimezone(zone).time()
        start = event.first_on or (event.starts_at or datetime.now(UTC)).astimezone(zone).date()
        last = last_day(read_rule(event.rule, zone=zone, starts=starts), start)
        return last is not None and last < work.today()
    if event.starts_at is not None:
        return (event.ends_at or event.starts_at) < work.now()
    return (event.last_on or event.first_on or work.today()) < work.today()
