"""Periods by name and as written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.followups.figures.periods import Period, period_days, read_period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-11", date(2026, 11, 1), date(2026, 11, 30)),
        ("2024-2", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026Q3", date(2026, 7, 1), date(2026, 9, 30)),
        ("2026-q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-11-03", date(2026, 11, 3), date(2026, 11, 3)),
        (" 2026-11-03 .. 2026-12-24 ", date(2026, 11, 3), date(2026, 12, 24)),
    ],
)
def test_a_period_is_read_as_written(text: str, first: date, last: date) -> None:
    assert read_period(text) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "2026-13", "2026-0", "2026Q5", "0001", "2026-02-30", "..", "2026-11-09..2026-11-01"]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="period-unknown"):
        read_period(text)


@given(today=st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31)))
def test_the_periods_by_name_hold_the_day_or_end_just_before_its_month(today: date) -> None:
    for period in (Period.THIS_WEEK, Period.THIS_MONTH, Period.THIS_QUARTER):
        first, last = period_days(period, today)
        assert first <= today <= last
    assert (period_days(Period.LAST_MONTH, today)[1] - today.replace(day=1)).days == -1
