"""When a rule's step is due, counted from its base, and the other way round: which bases fall due in a span of days.

Both ways agree exactly, since moving off days without work and adding months never turn the order of days round.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, Protocol

from app.followups.rules.records import RuleRecord
from db.models.followups import RuleBasis, RuleUnit

FARTHEST_MOVE: Final = 400
"""Days a step is moved at most: a calendar without any day of work must not hold a program up."""


class Workdays(Protocol):
    """What is asked of a calendar of days with and without work."""

    def is_working_day(self, day: date) -> bool:
        """Whether there is work on it."""
        ...


class EveryDay:
    """A shop that never closes."""

    def is_working_day(self, _day: date) -> bool:
        return True


class Moving:
    """Moves days off those without work, each looked up once; `ahead_seconds` is the local clock before UTC."""

    def __init__(self, workdays: Workdays, ahead_seconds: int = 0) -> None:
        self.ahead_seconds = ahead_seconds
        self._workdays = workdays
        self._moved: dict[date, date] = {}

    def moved(self, day: date) -> date:
        """The day itself if there is work on it, else the next with; the day itself where there is none for long."""
        found = self._moved.get(day)
        if found is None:
            found = self._moved[day] = self._search(day)
        return found

    def _search(self, day: date) -> date:
        later = day
        for _ in range(FARTHEST_MOVE):
            if later == date.max or self._workdays.is_working_day(later):
                return later
            later = add_days(later, 1)
        return day


@dataclass(frozen=True, kw_only=True, slots=True)
class Due:
    """The day a step is due, and the moment where the rule counts in hours."""

    on: date
    at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """Bases from `first` (inclusive) to `end` (exclusive); None is without bound."""

    first: datetime | None
    end: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class DaySpan:
    """As `Span` in days, both included."""

    first: date | None
    last: date | None


def add_months(day: date, months: int) -> date:
    """The same day of another month, or its last where it is shorter. Stays within the calendar of Python."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_days(day: date, days: int) -> date:
    """As adding a timedelta, stopping at the ends of the calendar."""
    ordinal = day.toordinal() + days
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))


def day_as_moment(day: date) -> datetime:
    """The moment that stands for a day in a column of moments: noon UTC, the same day in nearly every zone."""
    return datetime.combine(day, time(12), UTC)


def midnight(day: date) -> datetime | None:
    """The moment a local day begins; None where the clock of this computer does not reach."""
    try:
        return datetime.combine(day, time.min).astimezone(UTC)
    except (OverflowError, ValueError, OSError):
        return None


def counts_days(rule: RuleRecord) -> bool:
    """Whether the rule counts from a day and not from a moment."""
    on_day = rule.basis is RuleBasis.EVENT and rule.event_on is not None
    return on_day or rule.basis in (RuleBasis.SERVICE, RuleBasis.EXPECTED)


def raw_due(rule: RuleRecord, base: datetime | date) -> Due:
    """When it is due, whether there is work that day or not."""
    if isinstance(base, datetime):
        if rule.unit is RuleUnit.HOURS:
            at = base + timedelta(hours=rule.amount)
            return Due(on=at.astimezone().date(), at=at)
        base = base.astimezone().date()
    return Due(on=_shifted(rule, base))


def due_of(rule: RuleRecord, base: datetime | date, moving: Moving) -> Due:
    """When it is due; off a day without work it moves to the next with work, at the same time by the clock."""
    raw = raw_due(rule, base)
    on = moving.moved(raw.on)
    if raw.at is None or on == raw.on:
        return Due(on=on, at=raw.at)
    clock = raw.at.astimezone().time()
    return Due(on=on, at=datetime.combine(on, clock).astimezone(UTC))


def _shifted(rule: RuleRecord, day: date) -> date:
    amount = -rule.amount if rule.basis is RuleBasis.EXPECTED else rule.amount
    if rule.unit is RuleUnit.MONTHS:
        return add_months(day, amount)
    if rule.unit is RuleUnit.HOURS:
        return add_days(day, amount // 24)
    return add_days(day, amount)


def last_raw_day(until: date, moving: Moving) -> date:
    """The last day a step may fall on before moving, to be due by `until`."""
    day = until
    for _ in range(FARTHEST_MOVE):
        if moving.moved(day) <= until:
            return day
        day = add_days(day, -1)
    return day


def _last_base_day(rule: RuleRecord, raw: date) -> date:
    """The last base whose step falls on `raw` or earlier."""
    amount = rule.amount if rule.basis is RuleBasis.EXPECTED else -rule.amount
    if rule.unit is not RuleUnit.MONTHS:
        return add_days(raw, amount // 24 if rule.unit is RuleUnit.HOURS else amount)
    day = add_months(raw, amount)
    while day > date.min and _shifted(rule, day) > raw:
        day = add_days(day, -1)
    while day < date.max and _shifted(rule, add_days(day, 1)) <= raw:
        day = add_days(day, 1)
    return day


def day_bases(rule: RuleRecord, first: date | None, last: date, moving: Moving) -> DaySpan:
    """The base days whose steps are due from `first` to `last`, none before the rule's `since`."""
    latest = _last_base_day(rule, last_raw_day(last, moving))
    if first is None:
        return DaySpan(first=rule.since, last=latest)
    before = _last_base_day(rule, last_raw_day(add_days(first, -1), moving))
    begin = add_days(before, 1)
    return DaySpan(first=max(begin, rule.since) if rule.since else begin, last=latest)


def moment_bases(rule: RuleRecord, first: date | None, last: date, moving: Moving) -> Span:
    """The base moments whose steps are due from `first` to `last`, none before the rule's `since`."""
    end = _moment_after(rule, last_raw_day(last, moving))
    begin = None if first is None else _moment_after(rule, last_raw_day(add_days(first, -1), moving))
    since = None if rule.since is None else midnight(rule.since)
    if begin is None or (since is not None and since > begin):
        begin = since
    return Span(first=begin, end=end)


def _moment_after(rule: RuleRecord, raw: date) -> datetime | None:
    """The first moment whose step falls later than `raw`."""
    if rule.unit is RuleUnit.HOURS:
        begin = midnight(add_days(raw, 1))
        return None if begin is None else begin - timedelta(hours=rule.amount)
    return midnight(add_days(_last_base_day(rule, raw), 1))
