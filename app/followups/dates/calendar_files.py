"""C7: what lies ahead as a calendar file for phones, Outlook and Apple; every item keeps one UID for good.

The name of a customer and the matter go out, a phone number only where somebody asks for it and may export customers.
What was discussed stays in the house.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select

from app.customers.cleaning import mend
from app.exchange.icalendar import CalendarEvent, write_calendar
from app.followups.dates.occurrences import Occurrence, occurrences_with, read_changes, rule_of, series_place
from app.followups.dates.zones import own_zone_name, zone_of
from app.followups.items import items_between
from app.followups.records import Item, ItemKind, Scope
from app.followups.scopes import reachable, read_staff
from app.lists import all_choices, setting
from app.work import Work
from db.models.access import Permission
from db.models.customers import Customer
from db.models.followups import Appointment, FollowUp
from db.models.lists import ChoiceList

DOMAIN: Final = "@branchdesk"
STEP_UID: Final = "step-"
ROW_UID: Final = "followup-"
_STEPS: Final = frozenset({ItemKind.STEP, ItemKind.FOLLOWUP, ItemKind.VISIT})
_CATEGORIES: Final = {
    ItemKind.STEP: ("跟进", "Follow-up"),
    ItemKind.FOLLOWUP: ("跟进", "Follow-up"),
    ItemKind.VISIT: ("拜访", "Visit"),
    ItemKind.APPOINTMENT: ("日程", "Appointment"),
}
_MORNING: Final = timedelta(hours=9)
"""When a phone reminds of what has a day but no time."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Setting:
    zone: str
    lead: timedelta
    minutes: int
    language: str
    with_phones: bool


def calendar_file(
    work: Work, scope: Scope, first: date, last: date, *, with_phones: bool = False, language: str = "zh"
) -> bytes:
    """What is open from one day to another as the content of an .ics file; a series goes out as a series.

    Raises UserError `not-allowed`, also for phone numbers without the right to export customers.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    if with_phones:
        work.require(Permission.EXPORT_CUSTOMERS)
    made = _Setting(
        zone=own_zone_name(),
        lead=timedelta(minutes=int(setting(work, "reminder-lead-minutes"))),
        minutes=int(setting(work, "visit-minutes")),
        language=language,
        with_phones=with_phones,
    )
    name = f"{work.actor.branch_name} BranchDesk"
    events = [*_steps(work, scope, first, last, made), *_dates(work, scope, first, last, made)]
    return write_calendar(name, events, at=work.now())


def row_uid(row: FollowUp) -> str:
    """The UID of a kept row; one that stands for a step of a rule has the step's, so that it stays one event."""
    if row.rule_id is None or row.subject_id is None or row.base_at is None:
        return f"{ROW_UID}{row.id}{DOMAIN}"
    return step_uid(row.rule_id, row.subject_id, row.base_at)


def step_uid(rule_id: UUID, subject_id: UUID, base_at: datetime) -> str:
    """The UID of what a rule asks for, counted from one moment."""
    return f"{STEP_UID}{rule_id.hex}-{subject_id.hex}-{base_at.astimezone(UTC):%Y%m%dT%H%M%S}{DOMAIN}"


def place_text(on: date, at: datetime | None) -> str:
    """Where something lies, in the form the file carries it along."""
    return on.isoformat() if at is None else f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _steps(work: Work, scope: Scope, first: date, last: date, made: _Setting) -> Iterator[CalendarEvent]:
    items = items_between(work, scope, first, last, kinds=_STEPS, language=made.language)
    rows = _rows(work, [item.key.id for item in items if item.key.kind is not ItemKind.STEP])
    alone = _left_alone(work, {item.customer_id for item in items}) if made.with_phones else set()
    for known in items:
        item = replace(known, phone="") if known.customer_id in alone else known
        row = rows.get(item.key.id)
        if item.key.kind is ItemKind.STEP and item.key.rule_id is not None and item.base_at is not None:
            yield _step(item, step_uid(item.key.rule_id, item.key.id, item.base_at), None, made)
        elif row is not None:
            yield _step(item, row_uid(row), row, made)


def _left_alone(work: Work, ids: set[UUID | None]) -> set[UUID | None]:
    """Who asked not to be contacted: what is planned by hand stays, their number does not leave the house."""
    found: set[UUID | None] = set()
    wanted = sorted(key for key in ids if key is not None)
    for start in range(0, len(wanted), 500):
        part = Customer.id.in_(wanted[start : start + 500])
        found.update(work.session.scalars(select(Customer.id).where(part, Customer.do_not_contact)))
    return found


def _rows(work: Work, ids: list[UUID]) -> dict[UUID, FollowUp]:
    found: dict[UUID, FollowUp] = {}
    for start in range(0, len(ids), 500):
        query = select(FollowUp).where(FollowUp.id.in_(ids[start : start + 500]))
        found |= {row.id: row for row in work.session.scalars(query)}
    return found


def _step(item: Item, uid: str, row: FollowUp | None, made: _Setting) -> CalendarEvent:
    title = f"{item.customer_name} {item.title}".strip()
    note = item.phone if made.with_phones else ""
    starts_at = item.starts_at
    length = timedelta(minutes=item.minutes or made.minutes)
    return CalendarEvent(
        uid=uid,
        title=mend(title),
        sequence=0 if row is None else row.version,
        modified_at=None if row is None else row.changed_at,
        note=note,
        categories=_categories(item.key.kind, made.language),
        first_on=None if starts_at is not None else item.due_on,
        last_on=None if starts_at is not None else item.due_on,
        starts_at=starts_at,
        ends_at=None if starts_at is None else starts_at + length,
        zone=made.zone,
        alarm=_MORNING if starts_at is None else -made.lead,
        is_busy=starts_at is not None,
        seen=place_text(item.due_on, starts_at),
    )


def _dates(work: Work, scope: Scope, first: date, last: date, made: _Setting) -> Iterator[CalendarEvent]:
    kinds = {
        choice.code: choice.text(made.language)
        for choice in all_choices(work).get(ChoiceList.APPOINTMENT, ())
    }
    written: set[UUID] = set()
    found = occurrences_with(work, reachable(work, scope), read_staff(work), first, last)
    for occurrence, customer in found:
        row = occurrence.row
        if row.id not in written and not occurrence.is_cancelled:
            written.add(row.id)
            yield from _series(work, row, customer, kinds.get(row.kind_code or "", ""), made)


def _series(
    work: Work, row: Appointment, customer: Customer | None, kind: str, made: _Setting
) -> Iterator[CalendarEvent]:
    """The appointment, and each occurrence that was moved."""
    changes = read_changes(work, [row.id]).get(row.id, {}) if rule_of(row) is not None else {}
    gone = tuple(sorted(on for on, change in changes.items() if change.cancelled))
    whole = _date(row, row.title, customer, kind, made)
    place = series_place(row)
    yield _placed(whole, Occurrence(row=row, original_on=None, placed=place, title=row.title), gone)
    for on, change in sorted(changes.items()):
        if not change.cancelled and change.first_on is not None:
            moved = type(place)(
                first_on=change.first_on, last_on=change.last_on or change.first_on,
                starts_at=change.starts_at, ends_at=change.ends_at,
            )  # fmt: skip
            title = change.title or row.title
            yield _placed(
                _date(row, title, customer, kind, made),
                Occurrence(row=row, original_on=on, placed=moved, title=title), (),
            )  # fmt: skip


def _date(
    row: Appointment, title: str, customer: Customer | None, kind: str, made: _Setting
) -> CalendarEvent:
    named = title if customer is None or customer.name in title else f"{customer.name} {title}"
    return CalendarEvent(
        uid=row.uid,
        title=named,
        sequence=row.sequence,
        modified_at=row.changed_at,
        note=row.note or "",
        place=row.place or "",
        categories=(kind,) if kind else _categories(ItemKind.APPOINTMENT, made.language),
        zone=row.zone,
        alarm=_MORNING if row.all_day else -made.lead,
    )


def _placed(event: CalendarEvent, occurrence: Occurrence, gone: tuple[date, ...]) -> CalendarEvent:
    row, placed, on = occurrence.row, occurrence.placed, occurrence.original_on
    is_timed = placed.starts_at is not None
    original = None if on is None else series_place(row).moved(on, zone_of(row.zone))
    return replace(
        event,
        first_on=None if is_timed else placed.first_on,
        last_on=None if is_timed else placed.last_on,
        starts_at=placed.starts_at,
        ends_at=placed.ends_at,
        rule=(row.recurrence or "") if on is None else "",
        excluded=gone,
        recurrence_on=on,
        recurrence_at=None if original is None else original.starts_at,
    )


def _categories(kind: ItemKind, language: str) -> tuple[str, ...]:
    return (_CATEGORIES[kind][1 if language == "en" else 0],)
