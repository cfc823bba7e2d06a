"""When a step is due, and which bases fall due in a span of days: the two must agree to the day."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.followups.rules.records import RuleRecord
from app.followups.rules.times import (
    EveryDay,
    Moving,
    add_days,
    add_months,
    day_bases,
    due_of,
    moment_bases,
)
from db.models.customers import ContactWay
from db.models.followups import RuleBasis, RuleOwner, RuleUnit

EVERY_DAY = Moving(EveryDay())


@pytest.fixture(autouse=True, scope="module")
def _in_china() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Asia/Shanghai")
        time.tzset()
        yield
    time.tzset()


def rule(basis: RuleBasis, amount: int, unit: RuleUnit, since: date | None = None) -> RuleRecord:
    return RuleRecord(
        id=UUID(int=1),
        name_zh="规则",
        name_en="Rule",
        basis=basis,
        code=None,
        amount=amount,
        unit=unit,
        event_on=None,
        way=ContactWay.CALL,
        owner=RuleOwner.OWNER,
        matter_zh="联系",
        matter_en="Contact",
        points="",
        since=since,
        active=True,
        position=0,
        is_shared=False,
    )


class Closed:
    """Work on every day but these."""

    def __init__(self, days: frozenset[date]) -> None:
        self.days = days

    def is_working_day(self, day: date) -> bool:
        return day not in self.days


class NeverOpen:
    def is_working_day(self, _day: date) -> bool:
        return False


def china(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+08:00").astimezone(UTC)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), -12, date(2023, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(9999, 12, 31), 1, date.max),
        (date(1, 1, 31), -1, date.min),
    ],
)
def test_months_end_where_the_month_ends(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


def test_days_stop_at_the_ends_of_the_calendar() -> None:
    assert (add_days(date.max, 5), add_days(date.min, -5)) == (date.max, date.min)


@pytest.mark.parametrize(
    ("amount", "unit", "base", "expected"),
    [
        (1, RuleUnit.DAYS, china("2026-03-01 00:30"), date(2026, 3, 2)),
        (1, RuleUnit.DAYS, china("2026-02-28 23:59"), date(2026, 3, 1)),
        (1, RuleUnit.MONTHS, china("2024-01-31 07:00"), date(2024, 2, 29)),
        (2, RuleUnit.HOURS, china("2026-03-01 23:00"), date(2026, 3, 2)),
    ],
)
def test_days_are_those_of_the_clock_on_the_wall(
    amount: int, unit: RuleUnit, base: datetime, expected: date
) -> None:
    assert due_of(rule(RuleBasis.CLASS, amount, unit), base, EVERY_DAY).on == expected


def test_hours_keep_their_time_and_move_with_it_off_a_closed_day() -> None:
    thanks = rule(RuleBasis.NEW, 24, RuleUnit.HOURS)
    base = china("2026-03-06 15:20")
    assert due_of(thanks, base, EVERY_DAY).at == china("2026-03-07 15:20")
    closed = Moving(Closed(frozenset({date(2026, 3, 7), date(2026, 3, 8)})))
    moved = due_of(thanks, base, closed)
    assert (moved.on, moved.at) == (date(2026, 3, 9), china("2026-03-09 15:20"))


def test_a_shop_that_is_never_open_leaves_days_where_they_are() -> None:
    day = date(2026, 3, 1)
    assert Moving(NeverOpen()).moved(day) == day


days = st.dates(date(2023, 12, 1), date(2024, 4, 30))
units = st.sampled_from(list(RuleUnit))


@given(
    amount=st.integers(1, 70),
    unit=units,
    closed=st.frozensets(days, max_size=40),
    first=st.none() | days,
    last=days,
    since=st.none() | days,
    hours=st.integers(-24 * 60, 24 * 60),
)
def test_a_moment_falls_due_in_a_span_exactly_if_it_is_among_its_bases(
    *,
    amount: int,
    unit: RuleUnit,
    closed: frozenset[date],
    first: date | None,
    last: date,
    since: date | None,
    hours: int,
) -> None:
    own = rule(RuleBasis.CLASS, amount, unit, since)
    moving = Moving(Closed(closed))
    span = moment_bases(own, first, last, moving)
    for bound in (span.end, span.first, datetime.combine(last, datetime.min.time(), UTC)):
        if bound is None:
            continue
        for base in (bound, bound - timedelta(microseconds=1), bound + timedelta(hours=hours)):
            due = due_of(own, base, moving).on
            wanted = (first is None or first <= due) and due <= last
            wanted = wanted and (since is None or base.astimezone().date() >= since)
            inside = (span.first is None or span.first <= base) and (span.end is None or base < span.end)
            assert inside == wanted


@given(
    basis=st.sampled_from([RuleBasis.SERVICE, RuleBasis.EXPECTED]),
    amount=st.integers(1, 70),
    unit=st.sampled_from([RuleUnit.DAYS, RuleUnit.MONTHS]),
    closed=st.frozensets(days, max_size=40),
    first=st.none() | days,
    last=days,
    base=days,
)
def test_a_day_falls_due_in_a_span_exactly_if_it_is_among_its_bases(
    *,
    basis: RuleBasis,
    amount: int,
    unit: RuleUnit,
    closed: frozenset[date],
    first: date | None,
    last: date,
    base: date,
) -> None:
    own = rule(basis, amount, unit)
    moving = Moving(Closed(closed))
    span = day_bases(own, first, last, moving)
    for day in (base, span.last, None if span.last is None else add_days(span.last, 1), span.first):
        if day is None:
            continue
        due = due_of(own, day, moving).on
        inside = (span.first is None or span.first <= day) and (span.last is None or day <= span.last)
        assert inside == ((first is None or first <= due) and due <= last)


@pytest.mark.timeout(10)
@pytest.mark.parametrize("day", [date.min, date.max])
@pytest.mark.parametrize("basis", [RuleBasis.CLASS, RuleBasis.EXPECTED])
def test_the_search_for_a_base_ends_where_the_calendar_does(basis: RuleBasis, day: date) -> None:
    by_months = rule(basis, 1, RuleUnit.MONTHS)
    span = day_bases(by_months, day, day, EVERY_DAY)
    assert span.last is not None
    moment_bases(by_months, None, day, EVERY_DAY)
