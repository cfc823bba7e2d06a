"""The occurrences of appointments, worked out for the days asked; only what was moved or called off is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select

from app.errors import UserError
from app.followups.dates.held import reach
from app.followups.dates.recurrence import Rule, read_rule
from app.followups.dates.recurring_days import days_between, is_day_of
from app.followups.dates.zones import zone_of
from app.followups.records import Item, ItemKey, ItemKind, Scope
from app.followups.scopes import Staff, reachable, read_staff
from app.work import Work
from db.models.access import Permission
from db.models.customers import Customer
from db.models.followups import Appointment, AppointmentChange, StepState

_DAY: Final = timedelta(days=1)
_INSTANT: Final = timedelta(microseconds=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """Where an appointment lies: its days on its own clock, and the moments where it is not all day."""

    first_on: date
    last_on: date
    starts_at: datetime | None = None
    ends_at: datetime | None = None

    @classmethod
    def at(cls, starts_at: datetime, ends_at: datetime, zone: tzinfo) -> Placed:
        """From moments; what ends at midnight does not touch the next day."""
        last = ends_at - _INSTANT if ends_at > starts_at else starts_at
        first_on, last_on = starts_at.astimezone(zone).date(), last.astimezone(zone).date()
        return cls(
            first_on=first_on, last_on=max(first_on, last_on) if ends_at >= starts_at else last_on,
            starts_at=starts_at, ends_at=ends_at,
        )  # fmt: skip

    def moved(self, day: date, zone: tzinfo) -> Placed:
        """The same on another day, at the same hour of the wall clock and as long.

        An hour that a day does not have (summer time begins) is read as the clock ran before, as the RFC says.
        """
        if self.starts_at is None or self.ends_at is None:
            return Placed(first_on=day, last_on=day + (self.last_on - self.first_on))
        wall = self.starts_at.astimezone(zone).time()
        starts_at = datetime.combine(day, wall, zone).astimezone(UTC)
        ends_at = starts_at + (self.ends_at - self.starts_at)
        return Placed(
            first_on=day,
            last_on=Placed.at(starts_at, ends_at, zone).last_on,
            starts_at=starts_at,
            ends_at=ends_at,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Occurrence:
    """One occurrence: `original_on` names it within its series and is None for what happens once."""

    row: Appointment
    original_on: date | None
    placed: Placed
    title: str
    is_cancelled: bool = False


def occurrences(
    work: Work, scope: Scope, first: date, last: date, *, cancelled: bool = False, limit: int = 10_000
) -> list[Item]:
    """The appointments of some days of the wall calendar, earliest first; `cancelled` adds what was called off.

    Raises UserError `not-allowed` for somebody else's without the right to assign work.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    staff = read_staff(work)
    found: list[Item] = []
    for occurrence, customer in occurrences_with(work, scope, staff, first, last):
        if occurrence.is_cancelled and not cancelled:
            continue
        item = _item(occurrence, customer, staff)
        if item.due_on <= last and (item.until_on or item.due_on) >= first:
            found.append(item)
    found.sort(
        key=lambda item: (item.due_on, item.starts_at is not None, item.starts_at or item.due_on, item.key.id)
    )
    return found[:limit]


def find_occurrence(work: Work, key: ItemKey) -> Item | None:
    """One occurrence as it lies now; None where there is none by this key any more, or it was called off.

    Raises UserError `item-gone`, `item-of-other`.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    row = reach(work, work.session.get(Appointment, key.id))
    staff, placed = read_staff(work), place_of(work, row, key.on)
    if placed is None:
        return None
    customer = None if row.customer_id is None else work.session.get(Customer, row.customer_id)
    change = read_changes(work, [row.id]).get(row.id, {}).get(key.on or date.min)
    title = change.title or row.title if change is not None else row.title
    return _item(Occurrence(row=row, original_on=key.on, placed=placed, title=title), customer, staff)


def occurrences_with(
    work: Work, scope: Scope, staff: Staff, first: date, last: date
) -> list[tuple[Occurrence, Customer | None]]:
    """As `occurrences` with rows, a day wider at both ends, since zones shift days; the cancelled as well."""
    work.require(Permission.PLAN_FOLLOWUPS)
    first, last = max(first, date.min + _DAY) - _DAY, min(last, date.max - _DAY) + _DAY
    rows = work.session.execute(
        select(Appointment, Customer)
        .join(Customer, Customer.id == Appointment.customer_id, isouter=True)
        .where(
            *_owned(work, reachable(work, scope), staff),
            or_(_touches(first, last), _changed_into(first, last)),
        )
    ).all()
    changes = read_changes(
        work, [row.Appointment.id for row in rows if row.Appointment.recurrence is not None]
    )
    return [
        (occurrence, row.Customer)
        for row in rows
        for occurrence in _of_row(row.Appointment, changes.get(row.Appointment.id, {}), first, last)
    ]


def read_changes(work: Work, ids: Sequence[UUID]) -> dict[UUID, dict[date, AppointmentChange]]:
    """The occurrences of some series that were moved or called off, by the day they were meant for."""
    work.require(Permission.PLAN_FOLLOWUPS)
    found: dict[UUID, dict[date, AppointmentChange]] = {}
    for start in range(0, len(ids), 500):
        part = ids[start : start + 500]
        query = select(AppointmentChange).where(AppointmentChange.appointment_id.in_(part))
        for change in work.session.scalars(query.order_by(AppointmentChange.changed_at)):
            found.setdefault(change.appointment_id, {})[change.original_on] = change
    return found


def place_of(work: Work, row: Appointment, on: date | None) -> Placed | None:
    """Where one occurrence lies now; None where the series has none of that day, or it was called off."""
    work.require(Permission.PLAN_FOLLOWUPS)
    rule = rule_of(row)
    if rule is None or on is None:
        return series_place(row)
    if not is_day_of(rule, series_start(row), on):
        return None
    change = read_changes(work, [row.id]).get(row.id, {}).get(on)
    if change is None:
        return series_place(row).moved(on, zone_of(row.zone))
    return (
        None if change.cancelled else _changed_place(change, series_place(row).moved(on, zone_of(row.zone)))
    )


def rule_of(row: Appointment) -> Rule | None:
    """How it recurs; a rule no program of ours could have written counts as none."""
    if row.recurrence is None:
        return None
    try:
        return read_rule(row.recurrence)
    except UserError:
        return None


def series_start(row: Appointment) -> date:
    """The first day of the series, on its own clock."""
    return row.first_on


def series_place(row: Appointment) -> Placed:
    """Where the appointment, or the first occurrence of the series, lies."""
    return Placed(first_on=row.first_on, last_on=row.last_on, starts_at=row.starts_at, ends_at=row.ends_at)


def _of_row(
    row: Appointment, changes: dict[date, AppointmentChange], first: date, last: date
) -> Iterator[Occurrence]:
    rule, base = rule_of(row), series_place(row)
    if rule is None:
        yield Occurrence(row=row, original_on=None, placed=base, title=row.title)
        return
    zone, length = zone_of(row.zone), base.last_on - base.first_on
    days = set(days_between(rule, base.first_on, first - length, last))
    strays = {on for on, change in changes.items() if _lies_in(change, first, last)}
    days |= {on for on in strays if is_day_of(rule, base.first_on, on)}
    for day in sorted(days):
        placed = base.moved(day, zone)
        change = changes.get(day)
        if change is None:
            yield Occurrence(row=row, original_on=day, placed=placed, title=row.title)
        else:
            yield Occurrence(
                row=row, original_on=day, placed=_changed_place(change, placed),
                title=change.title or row.title, is_cancelled=change.cancelled,
            )  # fmt: skip


def _changed_place(change: AppointmentChange, placed: Placed) -> Placed:
    if change.first_on is None or change.cancelled:
        return placed
    return Placed(
        first_on=change.first_on,
        last_on=change.last_on or change.first_on,
        starts_at=change.starts_at,
        ends_at=change.ends_at,
    )


def _lies_in(change: AppointmentChange, first: date, last: date) -> bool:
    return (
        change.first_on is not None
        and change.first_on <= last
        and (change.last_on or change.first_on) >= first
    )


def _touches(first: date, last: date) -> ColumnElement[bool]:
    once = and_(Appointment.recurrence.is_(None), Appointment.last_on >= first)
    again = and_(
        Appointment.recurrence.is_not(None),
        or_(Appointment.repeats_until.is_(None), Appointment.repeats_until >= first),
    )
    return and_(Appointment.first_on <= last, or_(once, again))


def _changed_into(first: date, last: date) -> ColumnElement[bool]:
    """Series with an occurrence moved into the window from outside of its own days."""
    moved = select(AppointmentChange.appointment_id).where(
        AppointmentChange.cancelled.is_(False),
        AppointmentChange.deleted_at.is_(None),
        AppointmentChange.first_on <= last,
        AppointmentChange.last_on >= first,
    )
    return Appointment.id.in_(moved)


def _owned(work: Work, scope: Scope, staff: Staff) -> list[ColumnElement[bool]]:
    owner, person, unassigned = Appointment.owner_id, scope.person, scope.unassigned
    if person is None and work.actor.may(Permission.ASSIGN_WORK):
        return []
    if person is None:
        person, unassigned = work.actor.account_id, True
    nobodys = or_(owner.is_(None), owner.in_(sorted(staff.closed))) if staff.closed else owner.is_(None)
    return [or_(owner == person, nobodys)] if unassigned else [owner == person]


def _item(occurrence: Occurrence, customer: Customer | None, staff: Staff) -> Item:
    row, placed = occurrence.row, occurrence.placed
    due_on, until_on, minutes = placed.first_on, placed.last_on, None
    if placed.starts_at is not None and placed.ends_at is not None:
        here = Placed.at(placed.starts_at, placed.ends_at, _wall())
        due_on, until_on = here.first_on, here.last_on
        minutes = round((placed.ends_at - placed.starts_at) / timedelta(minutes=1)) or None
    holder = staff.holder(row.owner_id)
    return Item(
        key=ItemKey(kind=ItemKind.APPOINTMENT, id=row.id, on=occurrence.original_on),
        customer_id=None if customer is None else customer.id,
        customer_number="" if customer is None else customer.number,
        customer_name="" if customer is None else customer.name,
        title=occurrence.title,
        points="\n".join(part for part in (row.place, row.note) if part),
        due_on=due_on,
        starts_at=placed.starts_at,
        minutes=minutes,
        until_on=until_on if until_on > due_on else None,
        owner_id=holder,
        owner_name=staff.name(holder),
        state=StepState.CANCELLED if occurrence.is_cancelled else StepState.OPEN,
        is_recurring=row.recurrence is not None,
    )


def _wall() -> tzinfo:
    from app.worktime import LocalZone

    return LocalZone()
