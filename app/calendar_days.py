"""The branch's working calendar as rows: opening hours, special days, and the holidays the state announced.

A branch's own day comes before the one for all branches; taking the own one back brings the other one out again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid5

from sqlalchemy import Row, or_, select

from app.announced_days import announced_days, announced_years
from app.customers.cleaning import mend
from app.errors import UserError
from app.lists import setting, settings_of, write_setting
from app.work import Topic, Work
from app.worktime import Day, LocalZone, Span, Week, WorkCalendar
from app.worktime.hours import checked, spans_from, stored_spans, stored_week, week_from
from db.models.access import Permission
from db.models.days import CalendarDay, DayKind
from db.models.sync import SyncState

if TYPE_CHECKING:
    from app.complaints.reworking import TicketMoved

OPENING_HOURS: Final = "opening-hours"
ANNOUNCED_IN: Final = 10
"""The month in which next year's holidays are looked for; the State Council announces them in the autumn."""
LEAST_HOLIDAYS: Final = 11
"""Days off a year had by law before 2025, when they became 13: with fewer entered a year is not known."""
FIRST_YEAR, LAST_YEAR = 1990, 2100
MOST_DAYS: Final = 31
NAME_MOST: Final = 40

_SEEDED: Final = UUID("7b1f4d5e-64d6-4f6b-9a3c-0d0c5c1f2a11")
_ZONE: Final = LocalZone()
_NAMES: Final = {
    DayKind.HOLIDAY: ("节假日", "Holiday"),
    DayKind.WORKDAY: ("调休上班", "Make-up working day"),
    DayKind.CLOSED: ("停业", "Closed"),
    DayKind.SHORT: ("营业时间调整", "Special hours"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class DayRecord:
    """A special day in force; `covers` is the day for all branches that an own one stands before."""

    day: date
    special: Day
    is_own: bool
    covers: Day | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class DayEdit:
    """One day as it was and as it became, for the branch or for all (`branch_id` None); None is no entry."""

    day: date
    branch_id: UUID | None
    before: Day | None
    after: Day | None


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarChange:
    """What changed and the calendar before and after it; `undo_change` takes it back.

    `tickets` are limits of the complaint desk that moved with it.
    """

    edits: tuple[DayEdit, ...] = ()
    week_before: Week | None = None
    before: WorkCalendar = field(repr=False)
    after: WorkCalendar = field(repr=False)
    tickets: tuple[TicketMoved, ...] = ()


# Questions ------------------------------------------------------------------------------------------


def work_calendar(work: Work) -> WorkCalendar:
    """The calendar in force for the actor's branch; read once for each work."""
    if work.calendar is None:
        week = week_from(setting(work, OPENING_HOURS))
        days = _in_force(work, work.actor.branch_id)
        work.calendar = _composed(week, tuple((row.day, row.special) for row in days))
    return work.calendar


def calendar_of(work: Work, branch_id: UUID) -> WorkCalendar:
    """As `work_calendar`, for a branch that need not be the actor's."""
    if branch_id == work.actor.branch_id:
        return work_calendar(work)
    week = week_from(settings_of(work, branch_id)[OPENING_HOURS])
    return _composed(week, tuple((row.day, row.special) for row in _in_force(work, branch_id)))


def read_days(work: Work, year: int) -> tuple[DayRecord, ...]:
    """The special days of a year, in order."""
    return tuple(_in_force(work, work.actor.branch_id, (date(year, 1, 1), date(year, 12, 31))))


def missing_years(work: Work) -> tuple[int, ...]:
    """Years whose holidays should be known by now: this one, and from October the next one."""
    today, calendar = work.today(), work_calendar(work)
    needed = [today.year, *([today.year + 1] if today.month >= ANNOUNCED_IN else [])]
    return tuple(year for year in needed if not calendar.is_known(year))


# Changes ---------------------------------------------------------------------------------------------


def change_day(
    work: Work,
    day: date,
    kind: DayKind,
    *,
    until: date | None = None,
    name_zh: str = "",
    name_en: str = "",
    spans: Sequence[Span] | None = None,
    for_all: bool = False,
) -> CalendarChange:
    """Say what a day, or each day `until` another, is for the branch, or for all branches.

    Raises UserError `day-range-wrong`, `day-range-long`, `day-out-of-range`, `day-hours-needed`, `day-closed-hours`,
    `day-name-long`, `hours-wrong`, `all-branches-needed`.
    """
    work.require(Permission.EDIT_CALENDAR)
    special = _checked(kind, mend(name_zh), mend(name_en), spans)
    days = _checked_days(day, until or day)
    return _change(work, [(each, special) for each in days], _scope(work, for_all=for_all))


def remove_day(work: Work, day: date, *, until: date | None = None, for_all: bool = False) -> CalendarChange:
    """Take the branch's own entry of a day, or of each day `until` another, back, or the one for all branches.

    Raises UserError `row-gone`, `day-announced` (only one for all is there), `all-branches-needed`.
    """
    work.require(Permission.EDIT_CALENDAR)
    scope = _scope(work, for_all=for_all)
    days = [each for each in _checked_days(day, until or day) if _rows(work, each, scope)]
    if not days:
        is_announced = scope is not None and _rows(work, day, None)
        raise (
            UserError("day-announced", day=day)
            if is_announced
            else UserError("row-gone", table="calendar_day")
        )
    return _change(work, [(each, None) for each in days], scope)


def change_opening_hours(work: Work, week: Sequence[Sequence[Span]]) -> CalendarChange:
    """Set the hours of the seven weekdays, Monday first. Raises UserError `hours-wrong`, `working-hours-none`."""
    work.require(Permission.EDIT_CALENDAR)
    new = tuple(checked(spans) for spans in week)
    if len(new) != 7:
        raise UserError("hours-wrong", given=str(len(new)))
    if not any(new):
        raise UserError("working-hours-none")
    before = work_calendar(work)
    write_setting(work, OPENING_HOURS, stored_week(new))
    after = _renewed(work)
    moved = _move_tickets(work, work.actor.branch_id)
    return CalendarChange(week_before=before.week, before=before, after=after, tickets=moved)


def undo_change(work: Work, change: CalendarChange) -> CalendarChange:
    """Take a change back. Raises UserError `day-changed-since` when somebody changed one of its days again."""
    work.require(Permission.EDIT_CALENDAR)
    if change.week_before is not None:
        return change_opening_hours(work, change.week_before)
    before = work_calendar(work)
    for edit in change.edits:
        rows = _rows(work, edit.day, edit.branch_id)
        if (_special(rows[0]) if rows else None) != edit.after:
            raise UserError("day-changed-since", day=edit.day)
    undone = tuple(_put(work, edit.day, edit.before, edit.branch_id) for edit in change.edits)
    after = _renewed(work)
    for_all = any(edit.branch_id is None for edit in change.edits)
    moved = _move_tickets(work, None if for_all else work.actor.branch_id)
    return CalendarChange(edits=undone, before=before, after=after, tickets=moved)


def seed_years(work: Work, years: Iterable[int]) -> int:
    """Enter the announced holidays and make-up days of some years for all branches; returns how many were new.

    A day that has, or had, an entry for all branches keeps it, so that nothing a person changed is lost.
    """
    work.require(Permission.EDIT_CALENDAR)
    work.session.scalar(select(SyncState.id).with_for_update())  # whoever loads at the same moment waits
    known = set(
        work.session.scalars(
            select(CalendarDay.day)
            .where(CalendarDay.branch_id.is_(None))
            .execution_options(with_deleted=True)
        )
    )
    new = [found for year in years for found in announced_days(year) if found.day not in known]
    work.session.add_all(
        CalendarDay(
            # The same key wherever it is entered: two computers that load a year offline mean one row.
            id=uuid5(_SEEDED, found.day.isoformat()),
            day=found.day,
            kind=found.kind,
            name_zh=found.name_zh,
            name_en=found.name_en,
        )
        for found in new
    )
    work.session.flush()
    work.calendar = None
    if new:
        _move_tickets(work, None)
    return len(new)


def ensure_seeded(work: Work) -> int:
    """Fill a calendar that never had a day: from last year on, and the two latest known years in any case."""
    work.require(Permission.EDIT_CALENDAR)
    has_days = select(CalendarDay.id).where(CalendarDay.branch_id.is_(None)).limit(1)
    if work.session.scalar(has_days.execution_options(with_deleted=True)) is not None:
        return 0
    latest = announced_years()[-1]
    return seed_years(work, range(min(work.today().year - 1, latest - 1), latest + 1))


# Inside ----------------------------------------------------------------------------------------------


@lru_cache(maxsize=8)
def _composed(week: Week, days: tuple[tuple[date, Day], ...]) -> WorkCalendar:
    """The same rows give the same calendar, whose years are laid out once and not for every action anew."""
    holidays = Counter(day.year for day, special in days if special.kind is DayKind.HOLIDAY)
    known = frozenset(year for year, count in holidays.items() if count >= LEAST_HOLIDAYS)
    return WorkCalendar(week=week, days=dict(days), zone=_ZONE, known_years=known)


def _renewed(work: Work) -> WorkCalendar:
    work.session.flush()
    work.changed(Topic.DAYS)
    work.calendar = None
    return work_calendar(work)


def _in_force(work: Work, branch_id: UUID, between: tuple[date, date] | None = None) -> list[DayRecord]:
    """The days in force. A row that no program of ours could have written is passed over."""
    query = (
        select(
            CalendarDay.branch_id,
            CalendarDay.day,
            CalendarDay.kind,
            CalendarDay.name_zh,
            CalendarDay.name_en,
            CalendarDay.spans,
        )
        .where(CalendarDay.deleted_at.is_(None))
        .where(or_(CalendarDay.branch_id.is_(None), CalendarDay.branch_id == branch_id))
        .order_by(CalendarDay.changed_at)
    )
    if between is not None:
        query = query.where(CalendarDay.day.between(*between))
    shared: dict[date, Day] = {}
    own: dict[date, Day] = {}
    for row in work.session.execute(query):
        special = _special(row)
        if special is not None:
            (shared if row.branch_id is None else own)[row.day] = special
    return [
        DayRecord(
            day=day,
            special=own.get(day) or shared[day],
            is_own=day in own,
            covers=shared.get(day) if day in own else None,
        )
        for day in sorted({*shared, *own})
    ]


def _special(row: Row[tuple[object, ...]] | CalendarDay) -> Day | None:
    try:
        spans = None if row.spans is None else spans_from(row.spans)
    except UserError:
        return None
    return Day(kind=DayKind(row.kind), name_zh=row.name_zh, name_en=row.name_en, spans=spans)


def _rows(work: Work, day: date, branch_id: UUID | None) -> list[CalendarDay]:
    """The entries of a day for a branch or for all, the one in force first."""
    owner = CalendarDay.branch_id
    return list(
        work.session.scalars(
            select(CalendarDay)
            .where(CalendarDay.day == day, owner.is_(None) if branch_id is None else owner == branch_id)
            .order_by(CalendarDay.changed_at.desc())
        )
    )


def _change(work: Work, days: list[tuple[date, Day | None]], branch_id: UUID | None) -> CalendarChange:
    before = work_calendar(work)
    edits = tuple(_put(work, day, special, branch_id) for day, special in days)
    after = _renewed(work)
    moved = _move_tickets(work, branch_id)
    return CalendarChange(edits=edits, before=before, after=after, tickets=moved)


def _move_tickets(work: Work, branch_id: UUID | None) -> tuple[TicketMoved, ...]:
    """The clocks of the complaint desk stand on the calendar; they are its guests, so they are asked in late."""
    from app.complaints.reworking import rework

    return rework(work, branch_id)


def _put(work: Work, day: date, special: Day | None, branch_id: UUID | None) -> DayEdit:
    """Make a day's entry this one; None takes every entry of that day back."""
    rows = _rows(work, day, branch_id)
    before = _special(rows[0]) if rows else None
    if special is None:
        for row in rows:
            row.deleted_at = work.now()
    else:
        row = rows[0] if rows else CalendarDay(branch_id=branch_id, day=day)
        row.kind, row.name_zh, row.name_en = special.kind, special.name_zh, special.name_en
        row.spans = None if special.spans is None else stored_spans(special.spans)
        work.session.add(row)
    work.session.flush()
    return DayEdit(day=day, branch_id=branch_id, before=before, after=special)


def _scope(work: Work, *, for_all: bool) -> UUID | None:
    if for_all and not work.actor.all_branches:
        raise UserError("all-branches-needed")
    return None if for_all else work.actor.branch_id


def _checked(kind: DayKind, name_zh: str, name_en: str, spans: Sequence[Span] | None) -> Day:
    if kind is DayKind.SHORT and not spans:
        raise UserError("day-hours-needed", field="hours")
    if kind is DayKind.CLOSED and spans:
        raise UserError("day-closed-hours", field="hours")
    if max(len(name_zh), len(name_en)) > NAME_MOST:
        raise UserError("day-name-long", most=NAME_MOST, field="name")
    usual: tuple[str, str] = _NAMES[kind]
    return Day(
        kind=kind,
        name_zh=name_zh or usual[0],
        name_en=name_en or name_zh or usual[1],
        spans=checked(spans) if spans else None,
    )


def _checked_days(first: date, last: date) -> list[date]:
    if last < first:
        raise UserError("day-range-wrong", first=first, last=last, field="until")
    if (last - first).days >= MOST_DAYS:
        raise UserError("day-range-long", most=MOST_DAYS, field="until")
    if not FIRST_YEAR <= first.year <= last.year <= LAST_YEAR:
        raise UserError("day-out-of-range", first=FIRST_YEAR, last=LAST_YEAR, field="day")
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]
