"""Lunar dates against a calendar computed from an ephemeris, against the sky itself, and against a library."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lunar_python import LunarYear

from app.errors import UserError
from app.lunar import (
    LunarDate,
    day_text,
    leap_month,
    lunar_of,
    month_days,
    month_name,
    new_years_eve,
    solar_of,
)
from app.lunar.pack_tables import source
from app.lunar.tables import FIRST_DAY
from tests.app.lunar.sky import new_moon

GOLDEN = Path(__file__).parents[2] / "files" / "lunar" / "months.txt"
TABLES = Path(__file__).parents[3] / "app" / "lunar" / "tables.py"
LAST_DAY = date(2101, 1, 28)


@cache
def golden_months() -> list[tuple[date, int, bool]]:
    """First day, month and leap mark of every month since 1929, computed by make_golden.py."""
    rows = [line.split() for line in GOLDEN.read_text(encoding="utf-8").splitlines()]
    return [(date.fromisoformat(day), int(name.rstrip("+")), name.endswith("+")) for day, name in rows]


def test_every_day_since_1929_is_that_of_the_computed_calendar() -> None:
    year = 1928
    for (first, month, leap), (after, _, _) in pairwise(golden_months()):
        year += month == 1 and not leap
        length = (after - first).days
        assert month_days(year, month, leap) == length
        for number in range(1, length + 1):
            day = first + timedelta(days=number - 1)
            expected = LunarDate(year=year, month=month, day=number, leap=leap)
            assert lunar_of(day) == expected
            assert solar_of(expected) == day
        with pytest.raises(UserError, match="lunar-day-unknown"):
            solar_of(LunarDate(year=year, month=month, day=length + 1, leap=leap))


def test_leap_months_and_new_years_are_those_of_the_computed_calendar() -> None:
    year, leaps, eves = 1928, {}, {}
    for first, month, leap in golden_months():
        if month == 1 and not leap:
            year += 1
            eves[year] = first - timedelta(days=1)
        if leap:
            leaps[year] = month
    assert {year: leap_month(year) for year in range(1929, 2101)} == {
        year: leaps.get(year) for year in range(1929, 2101)
    }
    assert {year: new_years_eve(year) for year in range(1929, 2101)} == eves


def test_months_begin_on_the_day_of_the_new_moon_in_china() -> None:
    """Computed on the spot; within a minute of midnight only the precise ephemeris can tell."""
    begins = {first for first, _, _ in golden_months()}
    near_midnight = []
    for lunation in range(-870, 1240):
        moment = new_moon(lunation)
        day = lunar_of(moment.date())
        after = moment - datetime.combine(moment.date(), time())
        if min(after, timedelta(days=1) - after) < timedelta(minutes=1):
            near_midnight.append(moment.date())
        else:
            assert day.day == 1
            assert moment.date() in begins
    assert len(near_midnight) <= 5


def test_every_year_since_1899_is_that_of_the_library() -> None:
    """But for the month that GB/T 33661-2017 begins a day later."""
    assert source() == TABLES.read_text(encoding="utf-8")
    for year in range(1899, 2101):
        for month in LunarYear.fromYear(year).getMonths():
            if month.getYear() == year:
                days = month_days(year, abs(month.getMonth()), month.getMonth() < 0)
                assert days == month.getDayCount() + {(2097, 6): 1, (2097, 7): -1}.get(
                    (year, month.getMonth()), 0
                )


@pytest.mark.parametrize(
    ("day", "year", "month", "leap"),
    [
        (date(1990, 6, 23), 1990, 5, True),
        (date(2033, 12, 22), 2033, 11, True),
        (date(2057, 9, 29), 2057, 9, False),
        (date(2089, 9, 4), 2089, 8, False),
        (date(2097, 8, 8), 2097, 7, False),
    ],
)
def test_months_that_calendars_dispute_begin_by_the_standard(
    day: date, year: int, month: int, leap: bool
) -> None:
    assert lunar_of(day) == LunarDate(year=year, month=month, day=1, leap=leap)


def test_new_years_eve_is_the_day_before_and_not_the_30th() -> None:
    assert new_years_eve(2026) == date(2026, 2, 16)
    assert lunar_of(date(2026, 2, 16)).day == 29
    assert new_years_eve(2027) == date(2027, 2, 5)


@given(st.dates(FIRST_DAY, LAST_DAY))
def test_every_day_comes_back(day: date) -> None:
    assert solar_of(lunar_of(day)) == day


@pytest.mark.parametrize(
    "day", [FIRST_DAY - timedelta(days=1), LAST_DAY + timedelta(days=1), date.min, date.max]
)
def test_a_day_outside_is_refused_and_silent_in_a_grid(day: date) -> None:
    with pytest.raises(UserError, match="lunar-out-of-range"):
        lunar_of(day)
    assert day_text(day) == ""


@pytest.mark.parametrize(
    ("lunar", "code"),
    [
        (LunarDate(year=2026, month=5, day=1, leap=True), "lunar-day-unknown"),
        (LunarDate(year=2026, month=13, day=1), "lunar-day-unknown"),
        (LunarDate(year=2026, month=1, day=0), "lunar-day-unknown"),
        (LunarDate(year=2025, month=12, day=30), "lunar-day-unknown"),
        (LunarDate(year=1898, month=1, day=1), "lunar-out-of-range"),
        (LunarDate(year=2101, month=1, day=1), "lunar-out-of-range"),
    ],
)
def test_a_lunar_date_that_is_not_is_refused(lunar: LunarDate, code: str) -> None:
    with pytest.raises(UserError, match=code):
        solar_of(lunar)


def test_a_leap_month_of_an_unknown_year_is_refused() -> None:
    with pytest.raises(UserError, match="lunar-out-of-range"):
        leap_month(2101)


def test_a_month_grid_names_the_month_on_its_first_day() -> None:
    february = [day_text(date(2026, 2, 16) + timedelta(days=number)) for number in range(3)]
    assert february == ["廿九", "正月", "初二"]
    assert day_text(date(1990, 6, 23)) == "闰五月"
    assert [month_name(1), month_name(5, True), month_name(11), month_name(12)] == [
        "正月",
        "闰五月",
        "冬月",
        "腊月",
    ]
    written = {day_text(date(2026, 1, 1) + timedelta(days=number)) for number in range(365)}
    assert {"初十", "十一", "二十", "廿一", "三十"} <= written


def test_the_library_is_never_loaded_by_the_program() -> None:
    asked = "import sys, app.lunar, app.customers.numbers as _; app.lunar.new_years_eve(2026); print(*sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=TABLES.parents[2]
    )
    assert "app.lunar.years" in told.stdout.split()
    assert "lunar_python" not in told.stdout.split()
