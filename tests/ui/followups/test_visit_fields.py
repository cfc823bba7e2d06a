"""The clock and the days of visits as people type them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from ui.customers.slots import local_today
from ui.followups.visit_fields import moment_reader, moment_shower, read_clock, read_visit_day, show_clock


@pytest.mark.parametrize(
    ("typed", "at"),
    [("14:05", time(14, 5)), ("1405", time(14, 5)), ("905", time(9, 5)), ("9", time(9)), ("14时05分", time(14, 5)),
     ("14：05", time(14, 5)), ("8.30", time(8, 30)), ("00:00", time(0))],
)  # fmt: skip
def test_a_time_is_read_as_it_is_typed(typed: str, at: time) -> None:
    assert read_clock(typed) == at


@pytest.mark.parametrize("typed", ["24:00", "25", "14:60", "noon", "2405", "12345", "1:2:3"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(UserError, match="visit-clock-wrong"):
        read_clock(typed)


@given(st.times())
def test_a_time_shown_is_read_again(at: time) -> None:
    whole = at.replace(second=0, microsecond=0)
    assert read_clock(show_clock(whole)) == whole


def test_near_days_have_names_and_a_day_without_a_year_is_the_near_one() -> None:
    today = local_today()
    assert read_visit_day("明天") == today + timedelta(days=1)
    assert read_visit_day(today.strftime("%m-%d")) == today
    far = today - timedelta(days=200)
    if far.year == today.year:
        assert read_visit_day(far.strftime("%m-%d")).year == today.year + 1
    assert read_visit_day("2026-11-26") == date(2026, 11, 26)


def test_a_moment_is_of_the_day_of_the_visit_unless_it_names_its_own() -> None:
    day = date(2026, 11, 20)
    read, show = moment_reader(lambda: day), moment_shower(lambda: day)
    assert read("14:05") == datetime(2026, 11, 20, 14, 5).astimezone(UTC)
    other = read("2026-11-21 09:00")
    assert (show(read("14:05")), show(other)) == ("14:05", "2026-11-21 09:00")
    assert read(show(other)) == other
