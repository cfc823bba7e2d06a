"""Move and call off appointments: one occurrence, that and what follows, or the whole series."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from app.errors import UserError
from app.followups.dates.appointments import DAYS_MOST, check_place, check_year, put_series
from app.followups.dates.held import hold_appointment
from app.followups.dates.occurrences import Placed, place_of, read_changes, rule_of, series_place
from app.followups.dates.records import Undo, Which
from app.followups.dates.recurrence import Recurrence, RecurrenceUnit, Rule, checked_rule, chosen_from
from app.followups.dates.recurring_days import days_between, first_day
from app.followups.dates.series_changes import carry, change_one, drop_changes
from app.followups.dates.undoing import kept, kept_changes
from app.followups.dates.zones import zone_of
from app.followups.planning import NOW_SLACK
from app.followups.records import ItemKey, ItemKind
from app.followups.scopes import read_staff
from app.work import Work
from db.base import new_key
from db.models.access import Permission
from db.models.followups import Appointment


@dataclass(frozen=True, kw_only=True, slots=True)
class Rescheduled:
    """An appointment after a change: where it lies now, by which key, and the way back."""

    key: ItemKey
    after: Placed
    undo: Undo


def move_occurrence(
    work: Work,
    key: ItemKey,
    *,
    to: date,
    starts_at: datetime | None = None,
    which: Which = Which.THIS,
    seen: date,
    seen_at: datetime | None = None,
    minutes: int | None = None,
) -> Rescheduled:
    """Move an appointment to another day or, with `starts_at`, to another time; `minutes` changes how long it is.

    Without `starts_at` one with a time keeps it. `seen` and `seen_at` say where the occurrence lay on the screen.
    Raises UserError `item-moved` (facts by, to), `item-gone`, `item-of-other`, `followup-in-past`, what
    `check_place` refuses, `recurrence-edit-needed` where the rule came from a file and cannot be moved to other days.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    row = hold_appointment(work, key.id)
    before = _seen_place(work, row, key, seen, seen_at)
    if starts_at is None and before.starts_at is not None:
        starts_at = datetime.combine(to, before.starts_at.astimezone().time()).astimezone()
    for day in (to, to if starts_at is None else starts_at.date()):
        check_year(day)
    after = _target(row, before, to, starts_at, minutes)
    check_place(after)
    if to < work.today() if starts_at is None else starts_at < work.now() - NOW_SLACK:
        raise UserError("followup-in-past", given=after.first_on)
    rule = rule_of(row)
    state, changes = kept(row), kept_changes(work, row)
    made: Appointment | None = None
    if rule is None or key.on is None:
        put_series(work, row, after, rule)
    elif which is Which.THIS:
        change_one(work, row, key.on, after)
    else:
        target = row
        if which is Which.FOLLOWING and key.on > row.first_on:
            target = made = _split(work, row, rule, key.on)
        _move_series(work, target, key.on, after)
    row.sequence += 1
    work.session.flush()
    undo = Undo(appointment_id=row.id, version=row.version, before=state, changes=changes)
    if made is not None:
        undo = replace(undo, made=made.id)
    return Rescheduled(key=_key_after(made or row, key, which, after), after=after, undo=undo)


def cancel_occurrence(
    work: Work, key: ItemKey, *, which: Which = Which.THIS, seen: date | None = None
) -> Undo:
    """Call an appointment off: one occurrence of a series, it and all that follow, or all. Raises as a move."""
    work.require(Permission.PLAN_FOLLOWUPS)
    row = hold_appointment(work, key.id)
    if seen is not None:
        _seen_place(work, row, key, seen, None)
    rule = rule_of(row)
    state, changes = kept(row), kept_changes(work, row)
    if (
        rule is None
        or key.on is None
        or which is Which.ALL
        or (which is Which.FOLLOWING and key.on <= row.first_on)
    ):
        row.deleted_at = work.now()
    elif which is Which.THIS:
        change_one(work, row, key.on, None)
    else:
        _end_before(work, row, rule, key.on)
    row.sequence += 1
    work.session.flush()
    return Undo(appointment_id=row.id, version=row.version, before=state, changes=changes)


def _seen_place(work: Work, row: Appointment, key: ItemKey, seen: date, seen_at: datetime | None) -> Placed:
    placed = place_of(work, row, key.on)
    if placed is None:
        raise UserError("item-gone")
    lies_on = placed.first_on if placed.starts_at is None else placed.starts_at.astimezone().date()
    if lies_on != seen or (seen_at is not None and placed.starts_at != seen_at):
        raise UserError("item-moved", by=read_staff(work).name(row.changed_by), to=lies_on)
    return placed


def _target(
    row: Appointment, before: Placed, to: date, starts_at: datetime | None, minutes: int | None
) -> Placed:
    zone = zone_of(row.zone)
    if starts_at is None:
        return before.moved(to, zone)
    usual = (before.ends_at - before.starts_at) if before.starts_at and before.ends_at else timedelta(hours=1)
    begins = starts_at.astimezone(UTC)
    bounded = None if minutes is None else max(-1, min(minutes, DAYS_MOST * 24 * 60))
    return Placed.at(begins, begins + (usual if bounded is None else timedelta(minutes=bounded)), zone)


def _split(work: Work, row: Appointment, rule: Rule, on: date) -> Appointment:
    """End the series before a day, and go on from that day with a series of its own."""
    passed = len(days_between(rule, row.first_on, row.first_on, on - timedelta(days=1)))
    rest = replace(rule, count=None if rule.count is None else rule.count - passed)
    fields = {name: value for name, value in kept(row).items() if name != "deleted_at"}
    made = Appointment(
        **fields, id=new_key(), branch_id=row.branch_id, uid=f"{uuid4()}@branchdesk", sequence=0
    )
    work.session.add(made)
    put_series(work, made, series_place(row).moved(on, zone_of(row.zone)), rest)
    work.session.flush()
    for original, change in read_changes(work, [row.id]).get(row.id, {}).items():
        if original >= on:
            carry(work, made, change)
    _end_before(work, row, rule, on)
    return made


def _end_before(work: Work, row: Appointment, rule: Rule, on: date) -> None:
    ended = replace(rule, count=None, until=on - timedelta(days=1))
    put_series(work, row, series_place(row), ended)
    drop_changes(work, row, ended)


def _move_series(work: Work, row: Appointment, on: date, after: Placed) -> None:
    rule = rule_of(row)
    assert rule is not None
    shift = after.first_on - on
    moved = rule if not shift else _moved_rule(rule, row.first_on, on, after.first_on)
    single = len(moved.by_day) <= 1
    begins = row.first_on + (shift if single or abs(shift.days) > 6 else min(shift, timedelta()))
    put_series(work, row, after.moved(first_day(moved, begins) or begins, zone_of(row.zone)), moved)
    drop_changes(work, row, moved, moved_on=on, shift=shift)


def _moved_rule(rule: Rule, first_on: date, on: date, to: date) -> Rule:
    """The rule with the day that was moved in place of the day it was; the others stay."""
    chosen = chosen_from(rule, first_on)
    if chosen is None:
        raise UserError("recurrence-edit-needed")
    if chosen.until is not None:
        chosen = replace(chosen, until=max(chosen.until + (to - on), to))
    return checked_rule(_moved_choice(chosen, on, to), to)


def _moved_choice(chosen: Recurrence, on: date, to: date) -> Recurrence:
    if chosen.unit is RecurrenceUnit.WEEK:
        days = (set(chosen.weekdays) - {on.weekday()}) | {to.weekday()}
        return replace(chosen, weekdays=tuple(sorted(days)))
    if chosen.unit is RecurrenceUnit.MONTH and chosen.nth is not None:
        nth = -1 if chosen.nth == -1 and (to + timedelta(days=7)).month != to.month else (to.day - 1) // 7 + 1
        return replace(chosen, nth=nth, weekday=to.weekday())
    if chosen.unit is RecurrenceUnit.MONTH:
        return replace(chosen, month_day=to.day)
    return chosen


def _key_after(row: Appointment, key: ItemKey, which: Which, after: Placed) -> ItemKey:
    on = key.on if which is Which.THIS or key.on is None else after.first_on
    return ItemKey(kind=ItemKind.APPOINTMENT, id=row.id, on=None if row.recurrence is None else on)
