"""When birthdays are kept: solar and lunar, leap days and leap months, and who may have one in a stretch of days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.customers.numbers import PartialDate
from app.errors import UserError
from app.lunar import age_on, anniversaries, birthday_keys, leap_month, lunar_of, month_days
from app.states import BirthCalendar, LeapPolicy

LEAP_BORN = PartialDate(calendar=BirthCalendar.LUNAR, year=1990, month=5, day=1, leap=True)
ORDINARY = PartialDate(calendar=BirthCalendar.LUNAR, year=1990, month=5, day=1)
LEAP_DAY = PartialDate(calendar=BirthCalendar.SOLAR, year=2000, month=2, day=29)

YEARS = st.integers(1900, 2100)
POLICIES = st.none() | st.sampled_from(LeapPolicy)
LUNAR = st.builds(
    PartialDate,
    calendar=st.just(BirthCalendar.LUNAR),
    year=st.none(),
    month=st.integers(1, 12),
    day=st.integers(1, 30),
    leap=st.booleans(),
)
SOLAR = st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(
    lambda day: PartialDate(calendar=BirthCalendar.SOLAR, year=None, month=day.month, day=day.day)
)


def lunar(month: int, day: int, *, leap: bool = False) -> PartialDate:
    return PartialDate(calendar=BirthCalendar.LUNAR, year=None, month=month, day=day, leap=leap)


def test_birthdays_can_be_lunar() -> None:
    """Complaint: birthdays cannot be lunar."""
    assert lunar_of(date(1990, 6, 23)).leap
    assert anniversaries(LEAP_BORN, 2026) == (date(2026, 6, 15),)
    assert anniversaries(LEAP_BORN, 2028) == (date(2028, 5, 24), date(2028, 6, 23))


@pytest.mark.parametrize(
    ("policy", "days"),
    [
        (LeapPolicy.FIRST, (date(2028, 5, 24),)),
        (LeapPolicy.LEAP, (date(2028, 6, 23),)),
        (LeapPolicy.BOTH, (date(2028, 5, 24), date(2028, 6, 23))),
    ],
)
@pytest.mark.parametrize("birth", [LEAP_BORN, ORDINARY])
def test_the_policy_decides_when_the_month_comes_twice(
    birth: PartialDate, policy: LeapPolicy, days: tuple[date, ...]
) -> None:
    assert anniversaries(birth, 2028, policy) == days
    assert anniversaries(birth, 2026, policy) == (date(2026, 6, 15),)


def test_without_a_policy_an_ordinary_birthday_keeps_the_first_month() -> None:
    assert anniversaries(ORDINARY, 2028) == (date(2028, 5, 24),)


def test_a_leap_day_is_kept_on_the_28th_of_common_years() -> None:
    assert anniversaries(LEAP_DAY, 2027) == (date(2027, 2, 28),)
    assert anniversaries(LEAP_DAY, 2028) == (date(2028, 2, 29),)


def test_a_30th_is_kept_on_the_29th_of_a_short_month() -> None:
    assert month_days(2025, 12, False) == 29
    assert anniversaries(lunar(12, 30), 2026) == (date(2026, 2, 16),)


def test_a_birthday_late_in_the_lunar_year_may_come_twice_or_not_at_all() -> None:
    counts = {len(anniversaries(lunar(11, 21), year)) for year in range(1990, 2050)}
    assert counts == {0, 1, 2}


@pytest.mark.parametrize("year", [1899, 2101])
def test_a_lunar_birthday_outside_the_calendar_is_refused(year: int) -> None:
    with pytest.raises(UserError, match="lunar-out-of-range"):
        anniversaries(LEAP_BORN, year)


def kept_by_hand(birth: PartialDate, year: int, policy: LeapPolicy | None) -> tuple[date, ...]:
    """Look at every day of the year and ask what a person would ask."""
    chosen = policy or (LeapPolicy.BOTH if birth.leap else LeapPolicy.FIRST)
    kept = []
    for distance in range((date(year + 1, 1, 1) - date(year, 1, 1)).days):
        day = date(year, 1, 1) + timedelta(days=distance)
        found = lunar_of(day)
        if found.month != birth.month:
            continue
        if found.day != min(birth.day, month_days(found.year, found.month, found.leap)):
            continue
        comes_twice = leap_month(found.year) == birth.month
        unwanted = LeapPolicy.FIRST if found.leap else LeapPolicy.LEAP
        if not comes_twice or chosen is not unwanted:
            kept.append(day)
    return tuple(kept)


@given(LUNAR, YEARS, POLICIES)
def test_a_lunar_birthday_is_kept_on_the_days_a_person_would_find(
    birth: PartialDate, year: int, policy: LeapPolicy | None
) -> None:
    days = anniversaries(birth, year, policy)
    assert days == kept_by_hand(birth, year, policy)
    assert all(day.year == year for day in days)
    assert len(days) <= 3


@given(LUNAR | SOLAR, YEARS, POLICIES, st.integers(0, 60))
def test_the_keys_of_a_stretch_of_days_miss_no_birthday(
    birth: PartialDate, year: int, policy: LeapPolicy | None, length: int
) -> None:
    for day in anniversaries(birth, year, policy):
        for first in (day, day - timedelta(days=length)):
            keys = birthday_keys(first, first + timedelta(days=length))
            asked = keys.lunar if birth.calendar is BirthCalendar.LUNAR else keys.solar
            assert (birth.month, birth.day) in asked


def test_the_keys_of_a_few_days_are_few() -> None:
    keys = birthday_keys(date(2026, 11, 23), date(2026, 11, 29))
    assert len(keys.solar) == 7
    assert len(keys.lunar) <= 8


def test_the_keys_of_a_year_are_all_there_are_and_of_ten_years_no_more() -> None:
    year = birthday_keys(date(2026, 1, 1), date(2027, 3, 1))
    assert len(year.solar) == 366
    assert len(year.lunar) == 360
    assert birthday_keys(date(2026, 1, 1), date(2036, 1, 1)) == year
    assert not birthday_keys(date(2026, 1, 2), date(2026, 1, 1)).solar


@pytest.mark.parametrize(
    ("birth", "day", "years"),
    [
        (LEAP_BORN, date(2026, 6, 22), 35),
        (LEAP_BORN, date(2026, 6, 23), 36),
        (PartialDate(calendar=BirthCalendar.SOLAR, year=1990, month=6, day=23), date(2026, 6, 22), 35),
        (PartialDate(calendar=BirthCalendar.SOLAR, year=1990, month=6, day=22), date(2026, 6, 22), 36),
        (PartialDate(calendar=BirthCalendar.SOLAR, year=None, month=6, day=22), date(2026, 6, 22), None),
        (LEAP_DAY, date(2014, 2, 28), 13),
        (LEAP_DAY, date(2014, 3, 1), 14),
        (LEAP_DAY, date(1999, 3, 1), 0),
        (PartialDate(calendar=BirthCalendar.LUNAR, year=2012, month=12, day=30), date(2027, 2, 8), 13),
        (lunar(5, 1), date(2026, 6, 22), None),
        (PartialDate(calendar=BirthCalendar.LUNAR, year=1890, month=5, day=1), date(2026, 6, 22), None),
    ],
)
def test_age_counts_from_the_solar_day_of_birth(birth: PartialDate, day: date, years: int | None) -> None:
    assert age_on(birth, day) == years


@given(st.dates(date(1900, 1, 31), date(2010, 12, 28)), st.integers(1, 90))
def test_a_lunar_birth_is_as_old_as_its_solar_day(born: date, years: int) -> None:
    assume((born.month, born.day) != (2, 29))
    told = lunar_of(born)
    birth = PartialDate(
        calendar=BirthCalendar.LUNAR, year=told.year, month=told.month, day=told.day, leap=told.leap
    )
    turns = born.replace(year=born.year + years)
    assert age_on(birth, turns) == years
    assert age_on(birth, turns - timedelta(days=1)) == years - 1
