"""What one look at the calendar needs: the items of its days, the lists beside them, and the signs of the days."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from app.calendar_days import missing_years, work_calendar
from app.care.festivals import festivals_between
from app.followups.items import due_items, items_between
from app.followups.records import Item, ItemKind, Scope
from app.followups.scopes import read_staff
from app.lunar import day_text, lunar_of, solar_term
from app.work import Work
from db.models.access import Permission
from db.models.days import DayKind

MOST: Final = 10_000
LIST_MOST: Final = 300
SOON: Final = timedelta(days=7)
"""How far ahead "not yet planned" looks."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetWish:
    """What is looked at: which days, whose items, which kinds, and whether what is done is shown too."""

    first: date
    last: date
    scope: Scope
    kinds: frozenset[ItemKind] = frozenset(ItemKind)
    with_closed: bool = True
    language: str = "zh"


@dataclass(frozen=True, kw_only=True, slots=True)
class DaySigns:
    """What stands in small type at a day. `festival` comes before `lunar` where there is room for one."""

    lunar: str = ""
    festival: str = ""
    special: str = ""
    kind: DayKind | None = None
    is_working: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarSheet:
    """One reading; `unplanned` is what rules ask for soon and nobody has laid on a day of their own."""

    today: date
    items: tuple[Item, ...]
    overdue: tuple[Item, ...]
    due_today: tuple[Item, ...]
    unplanned: tuple[Item, ...]
    signs: dict[date, DaySigns] = field(default_factory=dict)
    people: tuple[tuple[UUID, str], ...] = ()
    unknown_years: tuple[int, ...] = ()
    is_cut: bool = False


def read_sheet(work: Work, wish: SheetWish) -> CalendarSheet:
    """Everything the page shows at once, within the actor's reach."""
    work.require(Permission.PLAN_FOLLOWUPS)
    today = work.today()
    items = items_between(
        work,
        wish.scope,
        wish.first,
        wish.last,
        kinds=wish.kinds,
        closed=wish.with_closed,
        limit=MOST,
        language=wish.language,
    )
    overdue = due_items(work, wish.scope, today - timedelta(days=1), limit=LIST_MOST, language=wish.language)
    due_today = items_between(work, wish.scope, today, today, limit=LIST_MOST, language=wish.language)
    soon = items_between(
        work,
        wish.scope,
        today + timedelta(days=1),
        today + SOON,
        kinds={ItemKind.STEP},
        limit=LIST_MOST,
        language=wish.language,
    )
    return CalendarSheet(
        today=today,
        items=tuple(items),
        overdue=_of(overdue, wish.kinds),
        due_today=_of(due_today, wish.kinds),
        unplanned=tuple(soon) if ItemKind.STEP in wish.kinds else (),
        signs=read_signs(work, wish.first, wish.last, wish.language),
        people=_people(work),
        unknown_years=tuple(
            year for year in missing_years(work) if wish.first.year <= year <= wish.last.year
        ),
        is_cut=len(items) >= MOST,
    )


def _people(work: Work) -> tuple[tuple[UUID, str], ...]:
    """Who works here, for those who may look at the work of others and hand it over; else only oneself."""
    own = work.actor.account_id
    if not work.actor.may(Permission.ASSIGN_WORK):
        return ((own, work.actor.name),)
    staff = read_staff(work)
    present = [(key, name) for key, name in staff.names.items() if key not in staff.closed]
    return tuple(sorted(present, key=lambda pair: (pair[0] != own, pair[1])))


def read_signs(work: Work, first: date, last: date, language: str) -> dict[date, DaySigns]:
    """Lunar day, festival or solar term, holiday or make-up day of each day."""
    work.require(Permission.PLAN_FOLLOWUPS)
    calendar = work_calendar(work)
    named = {
        found.on: found.festival.name_en if language == "en" else found.festival.name_zh
        for found in festivals_between(work, first, last)
    }
    signs = {}
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        special = calendar.days.get(day)
        name = "" if special is None else special.name(language)
        term = solar_term(day) if language != "en" else ""
        signs[day] = DaySigns(
            lunar=_lunar(day, language),
            festival=named.get(day, "") or term,
            special=name,
            kind=None if special is None else special.kind,
            is_working=calendar.is_working_day(day),
        )
    return signs


def _lunar(day: date, language: str) -> str:
    if language != "en":
        return day_text(day)
    if not day_text(day):
        return ""
    lunar = lunar_of(day)
    return f"L{lunar.month}/{lunar.day}"


def _of(items: Collection[Item], kinds: frozenset[ItemKind]) -> tuple[Item, ...]:
    return tuple(item for item in items if item.key.kind in kinds)
