"""What is typed into a day of the calendar: "10:30 张三 试驾" as time, words and length."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from app.customers.cleaning import mend
from app.customers.finding import find_customers
from app.followups.dates.appointments import Saved, save_appointment
from app.followups.dates.records import Draft
from app.followups.dates.recurrence import Recurrence, RecurrenceUnit
from app.followups.planning import NewFollowUp, find_overlaps, plan_followup
from app.followups.records import Item, ItemKey, ItemKind
from app.work import Work
from db.models.access import Permission
from db.models.customers import ContactWay

LONGEST: Final = 12 * 60
_CLOCK = r"(?:(?P<half>上午|早上|中午|下午|晚上|am|pm)\s*)?(?P<hour>\d{1,2})(?:[:点时](?P<minute>\d{1,2}|半)?分?|点)"
_TIME: Final = re.compile(rf"^{_CLOCK}", re.IGNORECASE)
_UNTIL: Final = re.compile(r"^\s*(?:-|–|—|~|到|至)\s*(?P<hour>\d{1,2})(?:[:点时](?P<minute>\d{1,2}|半)?分?)")
_LENGTH: Final = re.compile(r"^\s*(?P<amount>\d{1,3})\s*(?P<unit>分钟|小时|min|h)(?![a-z])", re.IGNORECASE)
_REPEAT: Final = re.compile(
    r"(?:^|\s)(?:每(?P<every>[两二三四2-9]|隔)?个?(?P<unit>天|日|周|星期|月|年)|(?P<word>daily|weekly|monthly|yearly))(?=\s|$)",
    re.IGNORECASE,
)
_UNITS: Final = {
    "天": RecurrenceUnit.DAY, "日": RecurrenceUnit.DAY, "daily": RecurrenceUnit.DAY,
    "周": RecurrenceUnit.WEEK, "星期": RecurrenceUnit.WEEK, "weekly": RecurrenceUnit.WEEK,
    "月": RecurrenceUnit.MONTH, "monthly": RecurrenceUnit.MONTH,
    "年": RecurrenceUnit.YEAR, "yearly": RecurrenceUnit.YEAR,
}  # fmt: skip
_FIGURES: Final = {"两": 2, "二": 2, "三": 3, "四": 4, "隔": 2}
KIND_WORDS: Final = {
    "会": "meeting", "meeting": "meeting", "培训": "training", "training": "training", "请假": "leave",
    "休": "leave", "leave": "leave", "交车": "delivery", "交付": "delivery", "delivery": "delivery",
}  # fmt: skip
USUAL_MINUTES: Final = 60
WAY_WORDS: Final = {
    "拜访": ContactWay.VISIT,
    "上门": ContactWay.VISIT,
    "visit": ContactWay.VISIT,
    "微信": ContactWay.WECHAT,
    "wechat": ContactWay.WECHAT,
    "短信": ContactWay.SMS,
    "sms": ContactWay.SMS,
    "邮件": ContactWay.EMAIL,
    "email": ContactWay.EMAIL,
    "试驾": ContactWay.COUNTER,
    "到店": ContactWay.COUNTER,
    "交车": ContactWay.COUNTER,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class QuickEntry:
    """`minute` counts from midnight; `who` is the first word after the time, `matter` what follows it; `unit` and
    `every` say how it recurs."""

    minute: int | None = None
    minutes: int | None = None
    who: str = ""
    matter: str = ""
    unit: RecurrenceUnit | None = None
    every: int = 1

    @property
    def words(self) -> str:
        """Everything but the time."""
        return " ".join(part for part in (self.who, self.matter) if part)


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """Somebody the first word may mean; `is_exact` when it is all of the name or of a phone."""

    id: UUID
    name: str
    phone: str
    number: str
    is_exact: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Planned:
    """A follow-up made from a typed line, and what of the same person it overlaps."""

    key: ItemKey
    overlaps: tuple[Item, ...] = ()


def read_entry(text: str) -> QuickEntry:
    """Take a typed line apart; every text has an answer, "25:00" is a word like any other."""
    rest = text.replace("：", ":").replace("\u3000", " ").strip()
    minute, rest = _take_time(rest)
    minutes = None
    if minute is not None:
        minutes, rest = _take_length(rest, minute)
    unit, every, rest = _take_repeat(rest)
    who, _, matter = rest.strip().partition(" ")
    return QuickEntry(
        minute=minute, minutes=minutes, who=who, matter=" ".join(matter.split()), unit=unit, every=every
    )


def _take_repeat(text: str) -> tuple[RecurrenceUnit | None, int, str]:
    found = _REPEAT.search(text)
    if found is None:
        return None, 1, text
    every = found["every"] or "1"
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    return _UNITS[(found["unit"] or found["word"]).lower()], _FIGURES.get(every) or int(every), rest


def _take_time(text: str) -> tuple[int | None, str]:
    found = _TIME.match(text)
    if found is None:
        return None, text
    minute = _minute(found["hour"], found["minute"])
    half = (found["half"] or "").lower()
    if minute is not None and half in ("下午", "晚上", "pm") and minute < 12 * 60:
        minute += 12 * 60
    return (None, text) if minute is None else (minute, text[found.end() :])


def _take_length(text: str, start: int) -> tuple[int | None, str]:
    until = _UNTIL.match(text)
    if until is not None:
        end = _minute(until["hour"], until["minute"])
        if end is not None and 0 < end - start <= LONGEST:
            return end - start, text[until.end() :]
    length = _LENGTH.match(text)
    if length is not None:
        minutes = int(length["amount"]) * (60 if length["unit"].lower() in ("小时", "h") else 1)
        if 0 < minutes <= LONGEST:
            return minutes, text[length.end() :]
    return None, text


def _minute(hour: str, minute: str | None) -> int | None:
    minutes = 30 if minute == "半" else int(minute or 0)
    return int(hour) * 60 + minutes if int(hour) < 24 and minutes < 60 else None


def way_of(matter: str) -> ContactWay:
    """How the customer is met, by the words of the matter; a call where they do not say."""
    return next((way for word, way in WAY_WORDS.items() if word in matter.lower()), ContactWay.CALL)


def people_for(work: Work, word: str, *, limit: int = 8) -> list[Person]:
    """Whom the first word of a line may mean, as the search box would find them."""
    work.require(Permission.PLAN_FOLLOWUPS)
    typed = mend(word)
    if not typed:
        return []
    digits = re.sub(r"\D", "", typed)
    return [
        Person(
            id=hit.id,
            name=hit.name,
            phone=hit.phone,
            number=hit.number,
            is_exact=hit.name == typed
            or bool(len(digits) >= 7 and re.sub(r"\D", "", hit.phone).endswith(digits)),
        )
        for hit in find_customers(work, typed, limit=limit)
        if hit.branch_id == work.actor.branch_id
    ]


def plan_typed(work: Work, customer_id: UUID, entry: QuickEntry, day: date, owner_id: UUID | None) -> Planned:
    """Plan the follow-up a line stands for. Raises what `plan_followup` raises."""
    work.require(Permission.PLAN_FOLLOWUPS)
    starts_at = moment(day, entry.minute)
    new = NewFollowUp(
        customer_id=customer_id,
        way=way_of(entry.matter),
        matter=entry.matter,
        due_on=day,
        starts_at=starts_at,
        minutes=entry.minutes,
        owner_id=owner_id,
    )
    row_id = plan_followup(work, new)
    overlaps = (
        () if starts_at is None else tuple(find_overlaps(work, owner_id, starts_at, entry.minutes, row_id))
    )
    return Planned(key=ItemKey(kind=ItemKind.FOLLOWUP, id=row_id), overlaps=overlaps)


def appoint_typed(
    work: Work, entry: QuickEntry, day: date, owner_id: UUID | None, *, customer_id: UUID | None = None
) -> Saved:
    """Enter the appointment a line without a customer stands for, or one that recurs with one.

    Raises what `save_appointment` raises.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    starts_at = moment(day, entry.minute)
    length = timedelta(minutes=entry.minutes or USUAL_MINUTES)
    kind = next((code for word, code in KIND_WORDS.items() if word in entry.words.lower()), "other")
    return save_appointment(
        work,
        None,
        Draft(
            title=entry.words if customer_id is None else entry.matter,
            customer_id=customer_id,
            kind_code=kind,
            owner_id=owner_id,
            all_day=starts_at is None,
            first_on=day,
            last_on=day,
            starts_at=starts_at,
            ends_at=None if starts_at is None else starts_at + length,
            recurrence=recurrence_of(entry, day),
        ),
    )


def recurrence_of(entry: QuickEntry, day: date) -> Recurrence | None:
    """On the weekday or the day of the month the line was typed into."""
    if entry.unit is None:
        return None
    return Recurrence(
        unit=entry.unit,
        every=entry.every,
        weekdays=(day.weekday(),) if entry.unit is RecurrenceUnit.WEEK else (),
        month_day=day.day if entry.unit is RecurrenceUnit.MONTH else None,
    )


def moment(day: date, minute: int | None) -> datetime | None:
    """The aware moment of a minute of a day by the clock on the wall."""
    if minute is None:
        return None
    return datetime(day.year, day.month, day.day, minute // 60, minute % 60).astimezone()
