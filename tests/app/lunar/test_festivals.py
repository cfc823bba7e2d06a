"""Days of festivals and of the 24 solar terms."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from app.errors import UserError
from app.lunar import TERM_NAMES, FestivalRule, festival_days, lunar_of, solar_term, term_day
from app.states import FestivalCalendar
from tests.app.lunar.sky import sun_longitude

GOLDEN = Path(__file__).parents[2] / "files" / "lunar" / "terms.txt"
# Within a second of midnight; the almanac of the time printed the 23rd.
ON_MIDNIGHT = {date(1951, 12, 22): date(1951, 12, 23)}


def lunar(month: int, day: int) -> FestivalRule:
    return FestivalRule(calendar=FestivalCalendar.LUNAR, month=month, day=day)


def solar(month: int, day: int) -> FestivalRule:
    return FestivalRule(calendar=FestivalCalendar.SOLAR, month=month, day=day)


def term(name: str) -> FestivalRule:
    return FestivalRule(calendar=FestivalCalendar.TERM, term=name)


def test_every_solar_term_since_1929_is_on_its_computed_day_and_no_other_day_has_one() -> None:
    for line in GOLDEN.read_text(encoding="utf-8").splitlines():
        year, *days = (int(figure) for figure in line.split())
        expected = {}
        for place, day in enumerate(days):
            computed = date(year, place // 2 + 1, day)
            expected[ON_MIDNIGHT.get(computed, computed)] = TERM_NAMES[place]
        found = {}
        for number in range((date(year + 1, 1, 1) - date(year, 1, 1)).days):
            day_of_year = date(year, 1, 1) + timedelta(days=number)
            if name := solar_term(day_of_year):
                found[day_of_year] = name
        assert found == expected
        assert {name: term_day(name, year) for name in TERM_NAMES} == {
            name: day for day, name in found.items()
        }


def test_solar_terms_begin_when_the_sun_stands_there() -> None:
    """Computed on the spot to 0.02 degrees, half an hour of the Sun's way."""
    for year in range(1929, 2101):
        for place, name in enumerate(TERM_NAMES):
            midnight = datetime.combine(term_day(name, year), time())
            passed = (sun_longitude(midnight) - 285 - 15 * place + 180) % 360 - 180
            assert -1.02 - 0.02 < passed < 0.02


@pytest.mark.parametrize(
    ("rule", "year", "days"),
    [
        (lunar(8, 15), 2026, (date(2026, 9, 25),)),
        (lunar(5, 5), 2026, (date(2026, 6, 19),)),
        (lunar(1, 1), 2026, (date(2026, 2, 17),)),
        (lunar(1, 15), 2027, (date(2027, 2, 20),)),
        (lunar(7, 7), 2025, (date(2025, 8, 29),)),
        (lunar(6, 6), 2025, (date(2025, 6, 30),)),
        (lunar(12, 8), 2026, (date(2026, 1, 26),)),
        (FestivalRule(calendar=FestivalCalendar.EVE), 2026, (date(2026, 2, 16),)),
        (FestivalRule(calendar=FestivalCalendar.EVE), 2027, (date(2027, 2, 5),)),
        (term("清明"), 2026, (date(2026, 4, 5),)),
        (term("冬至"), 2026, (date(2026, 12, 22),)),
        (term("春分"), 2084, (date(2084, 3, 20),)),
        (solar(10, 1), 2026, (date(2026, 10, 1),)),
        (solar(2, 29), 2027, ()),
        (solar(2, 29), 2028, (date(2028, 2, 29),)),
    ],
)
def test_festivals_fall_on_their_days(rule: FestivalRule, year: int, days: tuple[date, ...]) -> None:
    assert festival_days(rule, year) == days


def test_a_festival_late_in_the_lunar_year_comes_twice_or_never() -> None:
    counts = {}
    for year in range(1990, 2060):
        days = festival_days(lunar(12, 8), year)
        assert all((lunar_of(day).month, lunar_of(day).day) == (12, 8) for day in days)
        counts[len(days)] = year
    assert set(counts) == {0, 1, 2}


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (lunar(13, 1), "festival-day-unknown"),
        (lunar(1, 31), "festival-day-unknown"),
        (solar(2, 30), "festival-day-unknown"),
        (FestivalRule(calendar=FestivalCalendar.SOLAR, month=1), "festival-day-unknown"),
        (FestivalRule(calendar=FestivalCalendar.TERM), "festival-day-unknown"),
        (term("清明节"), "term-unknown"),
    ],
)
def test_a_festival_without_a_day_is_refused(rule: FestivalRule, code: str) -> None:
    with pytest.raises(UserError, match=code):
        festival_days(rule, 2026)


@pytest.mark.parametrize("year", [1899, 2101])
def test_terms_of_years_outside_are_refused_and_silent_in_a_grid(year: int) -> None:
    with pytest.raises(UserError, match="lunar-out-of-range"):
        term_day("清明", year)
    assert solar_term(date(year, 4, 5)) == ""
