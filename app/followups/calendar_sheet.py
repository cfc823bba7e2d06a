"""What one look at the calendar needs: the items of its days, the lists beside them, and the signs of the days."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final
from uuid import NAMESPACE_OID, UUID, uuid5

from app.calendar_days import missing_years, work_calendar
from app.care.festivals import festivals_between
from app.care.occasions import care_groups
from app.care.records import CareGroup, CareKey
from app.followups.items import due_items, in_time, items_between
from app.followups.records import Item, ItemKey, ItemKind, Scope
from app.followups.scopes import read_staff
from app.lunar import day_text, lunar_of, solar_term
from app.work import Work
from db.models.access import Permission
from db.models.care import Occasion
from db.models.days import DayKind
from db.models.followups import StepState

MOST: Final = 10_000
LIST_MOST: Final = 300
ONE_DAY: Final = timedelta(days=1)
_OCCASIONS: Final = {
    Occasion.BIRTHDAY: ("生日", "Birthday"),
    Occasion.MAINTENANCE: ("保养到期", "Service due"),
}
SOON: Final = timedelta(days=7)
"""How far ahead "not yet planned" looks."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetWish:
    """What is looked at: which days and whose items; kinds are chosen on the screen."""

    first: date
    last: date
    scope: Scope
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
    """One reading; `unplanned` is what rules ask for soon and nobody has laid on a day of their own.

    `care` leads from the items of care to their occasions. `unknown_years` are years whose holidays should be
    entered by now and are not, in sight or not.
    """

    today: date
    items: tuple[Item, ...]
    overdue: tuple[Item, ...]
    due_today: tuple[Item, ...]
    unplanned: tuple[Item, ...]
    signs: dict[date, DaySigns] = field(default_factory=dict)
    people: tuple[tuple[UUID, str], ...] = ()
    care: dict[ItemKey, CareKey] = field(default_factory=dict)
    unknown_years: tuple[int, ...] = ()
    is_cut: bool = False


def read_sheet(work: Work, wish: SheetWish) -> CalendarSheet:
    """Everything the page shows at once, within the actor's reach."""
    work.require(Permission.PLAN_FOLLOWUPS)
    today = work.today()
    items = _between(work, wish, wish.first, wish.last, MOST)
    is_near = wish.first <= today and today + SOON <= wish.last and len(items) < MOST
    near = items if is_near else _between(work, wish, today, today + SOON, MOST)
    waiting = [item for item in near if item.state is StepState.OPEN and today <= item.due_on <= today + SOON]
    overdue = due_items(work, wish.scope, today - ONE_DAY, limit=LIST_MOST, language=wish.language)
    found = care_groups(work, wish.scope, wish.first, wish.last)
    groups = {_care_key(group): group for group in found if group.count}
    caring = [_care_item(key, group, wish.language) for key, group in groups.items()]
    return CalendarSheet(
        today=today,
        items=tuple(sorted([*items, *caring], key=in_time)),
        care={key: group.key for key, group in groups.items()},
        overdue=tuple(overdue),
        due_today=tuple(item for item in waiting if item.due_on == today)[:LIST_MOST],
        unplanned=tuple(item for item in waiting if item.due_on > today and item.key.kind is ItemKind.STEP)[
            :LIST_MOST
        ],
        signs=read_signs(work, wish.first, wish.last, wish.language),
        people=_people(work),
        unknown_years=missing_years(work),
        is_cut=len(items) >= MOST,
    )


def _between(work: Work, wish: SheetWish, first: date, last: date, limit: int) -> list[Item]:
    return items_between(work, wish.scope, first, last, closed=True, limit=limit, language=wish.language)


def _care_key(group: CareGroup) -> ItemKey:
    """The same name at every reading, so that the cursor stays on it."""
    key = group.key
    return ItemKey(kind=ItemKind.CARE, id=uuid5(NAMESPACE_OID, f"{key.occasion} {key.code} {key.on}"))


def _care_item(key: ItemKey, group: CareGroup, language: str) -> Item:
    """One line for an occasion of a day, however many it concerns; done when all were greeted."""
    own = (group.title_zh, group.title_en)
    named = own if any(own) else _OCCASIONS.get(group.key.occasion, ("", ""))
    word = named[1] if language == "en" else named[0]
    who = (", " if language == "en" else "、").join(group.names)
    return Item(
        key=key,
        customer_id=None,
        title=" ".join(part for part in (word, str(group.count), who) if part),
        due_on=group.key.on,
        state=StepState.DONE if group.count and group.done >= group.count else StepState.OPEN,
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
