"""The festivals customers are greeted on: rows to edit, and the days they fall on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import or_, select

from app.customers.cleaning import mend
from app.errors import UserError
from app.lunar import FestivalRule, festival_days
from app.work import Work
from db.base import new_key
from db.models.access import Permission
from db.models.care import Festival, FestivalCalendar

NAME_MOST: Final = 30
LEAD_MOST: Final = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class FestivalDraft:
    """A festival as a person edits it; `class_code` narrows it to one class of customers."""

    name_zh: str
    name_en: str
    calendar: FestivalCalendar
    month: int | None = None
    day: int | None = None
    term: str | None = None
    lead_days: int = 3
    class_code: str | None = None
    active: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class FestivalRecord:
    """A festival in force; `next_on` is the next day it falls on."""

    id: UUID
    code: str
    name_zh: str
    name_en: str
    calendar: FestivalCalendar
    month: int | None
    day: int | None
    term: str | None
    lead_days: int
    class_code: str | None
    active: bool
    is_shared: bool
    changed_at: datetime
    next_on: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class FestivalDay:
    """A festival on one of its days."""

    festival: FestivalRecord
    on: date


def read_festivals(work: Work) -> tuple[FestivalRecord, ...]:
    """The branch's festivals in order, also those set aside; its own stand for the shared ones of their code."""
    work.require(Permission.READ_CARD)
    rows = work.session.scalars(
        select(Festival)
        .where(or_(Festival.branch_id.is_(None), Festival.branch_id == work.actor.branch_id))
        .order_by(Festival.position, Festival.created_at, Festival.id)
    ).all()
    own = {row.code for row in rows if row.branch_id is not None}
    return tuple(
        _record(row, work.today()) for row in rows if row.branch_id is not None or row.code not in own
    )


def festivals_between(work: Work, first: date, last: date) -> list[FestivalDay]:
    """Active festivals to be thought of from `first` to `last`: on those days, or due for preparing on them."""
    found = []
    for festival in read_festivals(work):
        if festival.active:
            reach = last + timedelta(days=festival.lead_days)
            found += [FestivalDay(festival=festival, on=day) for day in _days(festival, first, reach)]
    return sorted(found, key=lambda kept: kept.on)


def festival_of(work: Work, code: str | None) -> FestivalRecord:
    """The festival of a code. Raises UserError `row-gone`."""
    found = next((known for known in read_festivals(work) if known.code == code), None)
    if found is None:
        raise UserError("row-gone", table="festival")
    return found


def save_festival(
    work: Work, festival_id: UUID | None, draft: FestivalDraft, *, seen: datetime | None = None
) -> UUID:
    """Keep a new or edited festival for the branch; headquarters edit those of all branches.

    Raises UserError `festival-name-empty`, `festival-lead-wrong`, `festival-day-unknown`, `term-unknown`,
    `changed-meanwhile`, `not-allowed`, `row-gone`.
    """
    work.require(Permission.EDIT_TEMPLATES)
    name_zh, name_en = mend(draft.name_zh), mend(draft.name_en)
    if not 0 < len(name_zh) <= NAME_MOST:
        raise UserError("festival-name-empty", most=NAME_MOST, field="name_zh")
    if not 0 <= draft.lead_days <= LEAD_MOST:
        raise UserError("festival-lead-wrong", most=LEAD_MOST, field="lead_days")
    rule = FestivalRule(calendar=draft.calendar, month=draft.month, day=draft.day, term=draft.term)
    festival_days(rule, work.today().year)
    row = None if festival_id is None else _hold(work, festival_id)
    if row is not None and seen is not None and row.changed_at != seen:
        raise UserError("changed-meanwhile")
    if row is None:
        row = Festival(id=new_key(), branch_id=work.actor.branch_id, code=str(new_key()), position=1_000)
    elif row.branch_id is None and not work.actor.all_branches:
        row = Festival(id=new_key(), branch_id=work.actor.branch_id, code=row.code, position=row.position)
    row.name_zh, row.name_en, row.calendar = name_zh, name_en or name_zh, draft.calendar
    row.month, row.day, row.term = draft.month, draft.day, draft.term
    row.lead_days, row.class_code, row.active = draft.lead_days, draft.class_code or None, draft.active
    work.session.add(row)
    work.session.flush()
    return row.id


def _hold(work: Work, festival_id: UUID) -> Festival:
    row = work.session.scalar(
        select(Festival)
        .where(
            Festival.id == festival_id,
            or_(Festival.branch_id.is_(None), Festival.branch_id == work.actor.branch_id),
        )
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if row is None:
        raise UserError("row-gone", table="festival")
    return row


def _days(festival: FestivalRecord, first: date, last: date) -> list[date]:
    rule = FestivalRule(
        calendar=festival.calendar, month=festival.month, day=festival.day, term=festival.term
    )
    try:
        days = [day for year in range(first.year, last.year + 1) for day in festival_days(rule, year)]
    except UserError:  # beyond the table of lunar years, or a row no screen of ours wrote: no day is known
        return []
    return [day for day in days if first <= day <= last]


def _record(row: Festival, today: date) -> FestivalRecord:
    record = FestivalRecord(
        id=row.id,
        code=row.code,
        name_zh=row.name_zh,
        name_en=row.name_en,
        calendar=row.calendar,
        month=row.month,
        day=row.day,
        term=row.term,
        lead_days=row.lead_days,
        class_code=row.class_code,
        active=row.active,
        is_shared=row.branch_id is None,
        changed_at=row.changed_at,
        next_on=None,
    )
    return _with_next(record, today)


def _with_next(record: FestivalRecord, today: date) -> FestivalRecord:
    days = _days(record, today, today + timedelta(days=400))
    return replace(record, next_on=days[0] if days else None)
