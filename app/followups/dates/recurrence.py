"""How an appointment recurs, in words a person chooses from and as the RRULE of RFC 5545 that is stored.

Only whole days recur: whatever would come more than once a day is refused. Months without a 31st and years without
02-29 are passed over, as the RFC has it; the editor says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import Final

from app.errors import UserError

EVERY_MOST: Final = 999
COUNT_MOST: Final = 9_999
TEXT_MOST: Final = 1_000
DAY_CODES: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class RecurrenceUnit(StrEnum):
    """What the distance between two occurrences is counted in."""

    DAY = "DAILY"
    WEEK = "WEEKLY"
    MONTH = "MONTHLY"
    YEAR = "YEARLY"


@dataclass(frozen=True, kw_only=True, slots=True)
class Recurrence:
    """A recurrence as the editor offers it, without what the first day says by itself.

    `weekdays` (Monday is 0) belong to weeks, `month_day` (-1 is the last) or `nth` with `weekday` to months. It ends
    after `count` times, or on the day `until`, or never.
    """

    unit: RecurrenceUnit
    every: int = 1
    weekdays: tuple[int, ...] = ()
    month_day: int | None = None
    nth: int | None = None
    weekday: int | None = None
    count: int | None = None
    until: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """Everything of an RRULE that is understood; `by_day` holds (ordinal or 0, weekday)."""

    unit: RecurrenceUnit
    every: int = 1
    count: int | None = None
    until: date | None = None
    by_month: tuple[int, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_day: tuple[tuple[int, int], ...] = ()
    by_position: tuple[int, ...] = ()
    week_start: int = 0


_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_TOO_OFTEN: Final = frozenset({"HOURLY", "MINUTELY", "SECONDLY"})
_NUMBERS: Final = {
    "BYMONTH": ("by_month", 1, 12),
    "BYMONTHDAY": ("by_month_day", -31, 31),
    "BYSETPOS": ("by_position", -366, 366),
}


def rule_text(rule: Rule) -> str:
    """The RRULE without its name; `until` is a day, included, on the clock of the appointment."""
    parts = [f"FREQ={rule.unit.value}"]
    if rule.every != 1:
        parts.append(f"INTERVAL={rule.every}")
    for name, values in (
        ("BYMONTH", rule.by_month),
        ("BYMONTHDAY", rule.by_month_day),
        ("BYDAY", [f"{nth or ''}{DAY_CODES[day]}" for nth, day in rule.by_day]),
        ("BYSETPOS", rule.by_position),
    ):
        if values:
            parts.append(f"{name}={','.join(map(str, values))}")
    if rule.week_start:
        parts.append(f"WKST={DAY_CODES[rule.week_start]}")
    if rule.count is not None:
        parts.append(f"COUNT={rule.count}")
    if rule.until is not None:
        parts.append(f"UNTIL={rule.until:%Y%m%d}")
    return ";".join(parts)


def read_rule(text: str, *, zone: tzinfo | None = None, starts: time | None = None) -> Rule:
    """An RRULE read; an UNTIL with a time is held against the clock of the appointment.

    Raises UserError `recurrence-floods` for more than once a day, `recurrence-unknown` (fact part) for what is not
    understood, `recurrence-wrong` (fact given) for what is no rule at all.
    """
    if len(text) > TEXT_MOST:
        raise UserError("recurrence-wrong", given=text[:40] + "…")
    parts = _parts(text)
    freq = parts.pop("FREQ", "")
    if freq in _TOO_OFTEN:
        raise UserError("recurrence-floods", part=f"FREQ={freq}")
    if freq not in set(RecurrenceUnit):
        raise UserError("recurrence-wrong", given=text[:80])
    rule = Rule(unit=RecurrenceUnit(freq))
    for name, value in parts.items():
        rule = _with(rule, name, value, zone, starts)
    if rule.count is not None and rule.until is not None:
        raise UserError("recurrence-wrong", given=text[:80])
    if rule.unit not in (RecurrenceUnit.MONTH, RecurrenceUnit.YEAR) and any(nth for nth, _ in rule.by_day):
        raise UserError("recurrence-wrong", given=text[:80])
    if rule.by_position and not (rule.by_day or rule.by_month_day or rule.by_month):
        raise UserError("recurrence-wrong", given=text[:80])
    return rule


def checked_rule(recurrence: Recurrence, first_on: date) -> Rule:
    """What a person chose as a rule that starts on a day.

    Raises UserError `recurrence-every-wrong`, `recurrence-count-wrong`, `recurrence-ends-first`,
    `recurrence-weekdays-missing`, `recurrence-day-wrong`.
    """
    if not 1 <= recurrence.every <= EVERY_MOST:
        raise UserError("recurrence-every-wrong", given=recurrence.every, most=EVERY_MOST, field="every")
    if recurrence.count is not None and not 1 <= recurrence.count <= COUNT_MOST:
        raise UserError("recurrence-count-wrong", given=recurrence.count, most=COUNT_MOST, field="count")
    if recurrence.until is not None and recurrence.until < first_on:
        raise UserError("recurrence-ends-first", until=recurrence.until, first=first_on, field="until")
    rule = Rule(
        unit=recurrence.unit,
        every=recurrence.every,
        count=recurrence.count,
        until=None if recurrence.count is not None else recurrence.until,
    )
    if recurrence.unit is RecurrenceUnit.WEEK:
        days = sorted(set(recurrence.weekdays))
        if not days or not 0 <= days[0] <= days[-1] <= 6:
            raise UserError("recurrence-weekdays-missing", field="weekdays")
        return replace(rule, by_day=tuple((0, day) for day in days))
    if recurrence.unit is RecurrenceUnit.MONTH:
        return _monthly(rule, recurrence, first_on)
    if recurrence.unit is RecurrenceUnit.YEAR:
        return replace(rule, by_month=(first_on.month,), by_month_day=(first_on.day,))
    return rule


def chosen_from(rule: Rule, first_on: date) -> Recurrence | None:
    """The rule as the editor offers it; None where it came from a file and says more than the editor can."""
    plain = Recurrence(unit=rule.unit, every=rule.every, count=rule.count, until=rule.until)
    days = tuple(day for _, day in rule.by_day)
    shaped = plain
    if rule.unit is RecurrenceUnit.WEEK:
        shaped = replace(plain, weekdays=days or (first_on.weekday(),))
    elif rule.unit is RecurrenceUnit.MONTH and len(rule.by_day) == 1:
        shaped = replace(plain, nth=rule.by_day[0][0], weekday=days[0])
    elif rule.unit is RecurrenceUnit.MONTH:
        shaped = replace(plain, month_day=(rule.by_month_day or (first_on.day,))[0])
    try:
        same = comparable(checked_rule(shaped, first_on), first_on) == comparable(rule, first_on)
    except UserError:
        return None
    return shaped if same else None


def comparable(rule: Rule, first_on: date) -> Rule:
    """The rule with what the first day says by itself written out."""
    week_start = rule.week_start if rule.unit is RecurrenceUnit.WEEK and rule.every > 1 else 0
    rule = replace(rule, week_start=week_start, by_day=tuple(sorted(rule.by_day)))
    if rule.by_day or rule.by_month_day:
        return rule
    if rule.unit is RecurrenceUnit.WEEK:
        return replace(rule, by_day=((0, first_on.weekday()),))
    if rule.unit is RecurrenceUnit.MONTH:
        return replace(rule, by_month_day=(first_on.day,))
    if rule.unit is RecurrenceUnit.YEAR:
        return replace(rule, by_month=rule.by_month or (first_on.month,), by_month_day=(first_on.day,))
    return rule


def _monthly(rule: Rule, recurrence: Recurrence, first_on: date) -> Rule:
    if recurrence.nth is not None:
        if recurrence.nth not in (-1, 1, 2, 3, 4, 5) or recurrence.weekday not in range(7):
            raise UserError("recurrence-day-wrong", given=recurrence.nth, field="month_day")
        return replace(rule, by_day=((recurrence.nth, recurrence.weekday or 0),))
    day = recurrence.month_day if recurrence.month_day is not None else first_on.day
    if day != -1 and not 1 <= day <= 31:
        raise UserError("recurrence-day-wrong", given=day, field="month_day")
    return replace(rule, by_month_day=(day,))


def _parts(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for piece in text.strip().upper().removeprefix("RRULE:").split(";"):
        name, sign, value = piece.strip().partition("=")
        if not piece:
            continue
        if not sign or not value or name in found:
            raise UserError("recurrence-wrong", given=text[:80])
        found[name] = value.strip()
    return found


def _with(rule: Rule, name: str, value: str, zone: tzinfo | None, starts: time | None) -> Rule:
    try:
        if name == "INTERVAL":
            return replace(rule, every=_within(value, 1, EVERY_MOST))
        if name == "COUNT":
            return replace(rule, count=_within(value, 1, COUNT_MOST))
        if name == "UNTIL":
            return replace(rule, until=_until(value, zone, starts))
        if name == "WKST":
            return replace(rule, week_start=DAY_CODES.index(value))
        if name == "BYDAY":
            return replace(rule, by_day=tuple(_day(each) for each in value.split(",")))
        if name in _NUMBERS:
            field, least, most = _NUMBERS[name]
            numbers = tuple(sorted({_within(each, least, most) for each in value.split(",")}))
            if 0 in numbers:
                raise ValueError(value)
            return replace(rule, **{field: numbers})  # type: ignore[arg-type]
    except (ValueError, OverflowError):
        raise UserError("recurrence-wrong", given=f"{name}={value}"[:80]) from None
    raise UserError("recurrence-unknown", part=name[:40])


def _within(value: str, least: int, most: int) -> int:
    if not re.fullmatch(r"[+-]?\d{1,5}", value) or not least <= int(value) <= most:
        raise ValueError(value)
    return int(value)


def _day(value: str) -> tuple[int, int]:
    found = _DAY.fullmatch(value.strip())
    if found is None:
        raise ValueError(value)
    nth = int(found[1] or 0)
    if abs(nth) > 53 or (found[1] and not nth):
        raise ValueError(value)
    return nth, DAY_CODES.index(found[2])


def _until(value: str, zone: tzinfo | None, starts: time | None) -> date:
    """The last day on which it may start: one earlier where the moment given comes before the hour it starts."""
    if len(value) == 8:
        return datetime.strptime(value, "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
    is_utc = value.endswith("Z")
    moment = datetime.strptime(value.removesuffix("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007 - set below
    if is_utc and zone is not None:
        moment = moment.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)
    earlier = starts is not None and moment.time() < starts
    return moment.date() - timedelta(days=1) if earlier else moment.date()
