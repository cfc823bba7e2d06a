"""Days to come as they are typed at the counter."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.today.day_words import read_day

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("今天", date(2026, 11, 23)),
        ("明天", date(2026, 11, 24)),
        ("大后天", date(2026, 11, 26)),
        ("周五", date(2026, 11, 27)),
        ("周一", date(2026, 11, 30)),
        ("下周一", date(2026, 11, 30)),
        ("下周日", date(2026, 12, 6)),
        ("下下周三", date(2026, 12, 9)),
        ("3天后", date(2026, 11, 26)),
        ("三天后", date(2026, 11, 26)),
        ("两周后", date(2026, 12, 7)),
        ("１０天", date(2026, 12, 3)),
        ("3个月后", date(2027, 2, 23)),
        ("12-03", date(2026, 12, 3)),
        ("12月3日", date(2026, 12, 3)),
        ("01-05", date(2027, 1, 5)),
        ("2-29", date(2028, 2, 29)),
        ("2026-12-03", date(2026, 12, 3)),
        ("2026-01-03", date(2026, 1, 3)),
        ("Fri", date(2026, 11, 27)),
    ],
)
def test_a_day_is_read_as_it_is_meant(typed: str, day: date) -> None:
    assert read_day(typed, MONDAY) == day


@pytest.mark.parametrize("typed", ["", "哪天", "13-40", "农历八月十五", "周八", "-3天"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(UserError):
        read_day(typed, MONDAY)


def test_the_end_of_a_short_month_is_its_last_day() -> None:
    assert read_day("1个月后", date(2027, 1, 31)) == date(2027, 2, 28)


@given(st.dates(date(2020, 1, 1), date(2090, 12, 31)), st.dates(date(2020, 1, 1), date(2098, 12, 31)))
def test_a_day_shown_is_read_again(today: date, day: date) -> None:
    assert read_day(day.isoformat(), today) == day
    short = read_day(day.strftime("%m-%d"), today)
    assert short >= today
    assert (short.month, short.day) == (day.month, day.day)


@given(st.dates(date(2020, 1, 1), date(2090, 12, 31)), st.integers(0, 6))
def test_a_weekday_is_within_the_next_seven_days(today: date, number: int) -> None:
    day = read_day(f"周{'一二三四五六日'[number]}", today)
    assert day.weekday() == number
    assert 1 <= (day - today).days <= 7
