"""When a car is due: the earlier of months and kilometres, whatever was read."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.care.due import Due, DueBasis, Intervals, Reading, add_months, last_two, next_due

USUAL = Intervals(months=6, km=7_500, most_a_day=300)
DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))
READINGS = st.lists(st.builds(Reading, on=DAYS, km=st.integers(0, 999_999)), max_size=6)
INTERVALS = st.builds(
    Intervals, months=st.integers(1, 120), km=st.integers(100, 200_000), most_a_day=st.integers(1, 2_000)
)


def readings(*pairs: tuple[str, int]) -> list[Reading]:
    return [Reading(on=date.fromisoformat(day), km=km) for day, km in pairs]


def test_whoever_drives_much_is_due_by_kilometres() -> None:
    due = next_due(date(2026, 6, 1), None, readings(("2026-05-01", 10_000), ("2026-06-01", 13_100)), USUAL)
    assert (due.on, due.basis, due.km_a_day) == (date(2026, 8, 15), DueBasis.MILEAGE, 100)
    assert due.by_months_on == date(2026, 12, 1)


def test_whoever_drives_little_is_due_by_months() -> None:
    due = next_due(date(2026, 6, 1), None, readings(("2026-05-01", 10_000), ("2026-06-01", 10_310)), USUAL)
    assert (due.on, due.basis) == (date(2026, 12, 1), DueBasis.MONTHS)
    assert due.by_mileage_on == date(2026, 6, 1) + timedelta(days=750)


def test_a_pace_nobody_drives_is_capped() -> None:
    due = next_due(date(2026, 6, 1), None, readings(("2026-05-31", 0), ("2026-06-01", 90_000)), USUAL)
    assert (due.on, due.km_a_day, due.is_capped) == (date(2026, 6, 26), 300, True)


@pytest.mark.parametrize(
    "known",
    [
        [],
        readings(("2026-06-01", 13_000)),
        readings(("2026-05-01", 13_000), ("2026-06-01", 13_000)),
        readings(("2026-05-01", 14_000), ("2026-06-01", 13_000)),
        readings(("1990-01-01", 1), ("2026-06-01", 2)),
    ],
)
def test_where_no_pace_can_be_told_the_months_count(known: list[Reading]) -> None:
    due = next_due(date(2026, 6, 1), None, known, USUAL)
    assert (due.on, due.basis) == (date(2026, 12, 1), DueBasis.MONTHS)
    assert due.by_mileage_on is None


def test_a_new_car_counts_from_its_purchase_and_an_unknown_one_from_nothing() -> None:
    due = next_due(None, date(2026, 8, 31), [], USUAL)
    assert (due.on, due.is_from_purchase) == (date(2027, 2, 28), True)
    assert next_due(None, None, readings(("2026-05-01", 1), ("2026-06-01", 9_000)), USUAL).on is None


def test_the_end_of_a_month_stays_one() -> None:
    assert add_months(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert add_months(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert add_months(date(9999, 6, 1), 12) is None


@given(base=DAYS, known=READINGS, intervals=INTERVALS)
def test_due_is_the_earlier_of_both_and_never_before_it_counts(
    base: date, known: list[Reading], intervals: Intervals
) -> None:
    due = next_due(base, None, known, intervals)
    both = [day for day in (due.by_months_on, due.by_mileage_on) if day is not None]
    assert due.on == min(both)
    assert due.on >= base
    assert (due.basis is DueBasis.MILEAGE) == (due.by_mileage_on == due.on and due.by_months_on != due.on)


@given(base=DAYS, known=READINGS, intervals=INTERVALS)
def test_the_kilometres_driven_until_due_are_the_interval(
    base: date, known: list[Reading], intervals: Intervals
) -> None:
    due = next_due(base, None, known, intervals)
    if due.by_mileage_on is None:
        return
    days = (due.by_mileage_on - base).days
    assert due.before is not None
    assert due.after is not None
    pace = (due.after.km - due.before.km) / (due.after.on - due.before.on).days
    pace = min(pace, intervals.most_a_day)
    assert days * pace <= intervals.km * (1 + 1e-9)
    assert (days + 1) * pace > intervals.km * (1 - 1e-9)


@given(base=DAYS, known=READINGS, intervals=INTERVALS)
def test_the_order_of_readings_says_nothing(base: date, known: list[Reading], intervals: Intervals) -> None:
    assert next_due(base, None, known, intervals) == next_due(base, None, known[::-1], intervals)


@given(known=READINGS)
def test_the_last_two_readings_lie_on_the_two_last_days(known: list[Reading]) -> None:
    before, after = last_two(known)
    days = sorted({reading.on for reading in known})
    assert [one.on for one in (before, after) if one is not None] == days[-2:]


def test_nothing_known_is_nothing_due() -> None:
    assert next_due(None, None, [], USUAL) == Due(months=6, km=7_500)
