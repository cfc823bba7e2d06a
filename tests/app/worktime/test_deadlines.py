"""Deadlines against hours counted cell by cell, and the ways a limit may go through nights and holidays."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.errors import UserError
from app.worktime import (
    DayKind,
    LocalZone,
    Pause,
    WorkCalendar,
    deadline,
    read_hours,
    share_used,
    warning_at,
    worked_between,
)
from tests.builders.working import (
    CELL,
    OFFICE,
    SHANGHAI,
    at,
    calendars,
    cells,
    moment,
    office,
    open_cells,
    paused_cells,
    pauses,
    special,
)

HOUR = timedelta(hours=1)
SPRING = {
    date(2026, 2, 14): special(DayKind.WORKDAY),
    **{date(2026, 2, number): special(DayKind.HOLIDAY) for number in range(15, 24)},
    date(2026, 2, 28): special(DayKind.WORKDAY),
}


@given(calendars, cells, st.integers(0, 60), pauses)
def test_a_deadline_falls_where_counting_minute_by_minute_ends(
    calendar: WorkCalendar, start: int, amount: int, waits: list[Pause]
) -> None:
    opened, resting = open_cells(calendar), paused_cells(waits)
    left, cell = amount, start
    while left and cell < len(opened):
        left -= opened[cell] and cell not in resting
        cell += 1
    assume(left == 0)
    assert deadline(calendar, moment(start), amount * CELL, waits).at == moment(cell)


@given(calendars, cells, cells, pauses)
def test_worked_time_is_what_counting_minute_by_minute_finds(
    calendar: WorkCalendar, start: int, end: int, waits: list[Pause]
) -> None:
    opened, resting = open_cells(calendar), paused_cells(waits)
    counted = sum(opened[cell] and cell not in resting for cell in range(start, end))
    assert worked_between(calendar, moment(start), moment(end), waits) == counted * CELL


instants = st.integers(-90 * 86_400_000_000, 20 * 86_400_000_000).map(
    lambda number: moment(0) + timedelta(microseconds=number)
)
amounts = st.timedeltas(timedelta(0), timedelta(hours=90))


@given(calendars, instants, amounts, pauses)
def test_the_deadline_and_the_time_worked_until_it_undo_each_other(
    calendar: WorkCalendar, start: datetime, amount: timedelta, waits: list[Pause]
) -> None:
    found = deadline(calendar, start, amount, waits)
    assert found.at is not None
    assert worked_between(calendar, start, found.at, waits) == amount
    if amount:
        assert worked_between(calendar, start, found.at - timedelta.resolution, waits) < amount
        assert share_used(calendar, start, amount, found.at, waits) == 1.0


@given(calendars, instants, amounts, amounts, pauses)
def test_more_time_never_ends_earlier_and_a_later_start_neither(
    calendar: WorkCalendar, start: datetime, less: timedelta, more: timedelta, waits: list[Pause]
) -> None:
    first, second = (deadline(calendar, start, amount, waits).at for amount in sorted((less, more)))
    later = deadline(calendar, start + more, less, waits).at
    sooner = deadline(calendar, start, less, waits).at
    assert first is not None
    assert second is not None
    assert later is not None
    assert sooner is not None
    assert first <= second
    assert sooner <= later


@given(calendars, instants, amounts, st.floats(0.01, 1.0), pauses)
def test_warnings_come_in_working_time_and_never_before_their_share_is_used(
    calendar: WorkCalendar, start: datetime, amount: timedelta, share: float, waits: list[Pause]
) -> None:
    warned = warning_at(calendar, start, amount, share, waits)
    assert warned is not None
    assert calendar.is_open(warned)
    assert worked_between(calendar, start, warned, waits) >= amount * share
    ends = deadline(calendar, start, amount, waits).at
    assert ends is not None
    if amount * share < amount:
        assert warned <= ends


@pytest.mark.parametrize(
    ("start", "hours", "ends"),
    [
        ("2026-03-03 11:00", 2, "2026-03-03 14:00"),  # over lunch
        ("2026-03-03 12:30", 1, "2026-03-03 14:00"),  # reported at lunch
        ("2026-03-03 17:00", 2, "2026-03-04 10:00"),  # over a night
        ("2026-03-03 16:00", 2, "2026-03-03 18:00"),  # not 09:00 of the next day
        ("2026-03-06 17:30", 1, "2026-03-09 09:30"),  # over a weekend
        ("2026-03-07 15:00", 8, "2026-03-09 18:00"),  # reported on a Saturday
        ("2026-02-13 17:00", 9, "2026-02-14 18:00"),  # a Saturday that makes up
        ("2026-02-13 17:00", 10, "2026-02-24 10:00"),  # over the Spring Festival
        ("2026-02-27 17:00", 24, "2026-03-03 17:00"),
        ("2026-03-07 15:00", 0, "2026-03-07 15:00"),
    ],
)
def test_limits_count_no_lunch_no_night_and_no_holiday(start: str, hours: int, ends: str) -> None:
    assert deadline(office(SPRING), at(start), hours * HOUR).at == at(ends)


def test_waiting_for_the_customer_is_added_to_the_working_time_left_not_to_the_wall_clock() -> None:
    pause = Pause(start=at("2026-03-03 10:00"), end=at("2026-03-03 20:00"))
    found = deadline(office(), at("2026-03-03 09:00"), 4 * HOUR, [pause])
    assert found.at == at("2026-03-04 12:00")


def test_while_the_customer_is_waited_for_there_is_no_deadline_but_what_remains() -> None:
    waits = [Pause(start=at("2026-03-03 10:30"))]
    found = deadline(office(), at("2026-03-03 09:00"), 4 * HOUR, waits)
    assert (found.at, found.remaining) == (None, 2.5 * HOUR)
    assert share_used(office(), at("2026-03-03 09:00"), 4 * HOUR, at("2026-03-09 09:00"), waits) == 0.375
    assert warning_at(office(), at("2026-03-03 09:00"), 4 * HOUR, 0.8, waits) is None
    assert warning_at(office(), at("2026-03-03 09:00"), 4 * HOUR, 0.25, waits) == at("2026-03-03 10:00")


def test_a_pause_after_the_deadline_mends_nothing() -> None:
    found = deadline(office(), at("2026-03-03 09:00"), HOUR, [Pause(start=at("2026-03-03 10:00"))])
    assert found.at == at("2026-03-03 10:00")


def test_a_pause_that_ends_before_it_starts_counts_as_none() -> None:
    turned = Pause(start=at("2026-03-03 11:00"), end=at("2026-03-03 10:00"))
    assert deadline(office(), at("2026-03-03 09:00"), 4 * HOUR, [turned]).at == at("2026-03-03 14:00")


def test_a_warning_at_closing_time_waits_for_the_next_opening() -> None:
    calendar = office(SPRING)
    assert warning_at(calendar, at("2026-02-14 10:00"), 14 * HOUR, 0.5) == at("2026-02-24 09:00")
    assert warning_at(calendar, at("2026-03-03 10:00"), 4 * HOUR, 0.5) == at("2026-03-03 13:00")


def test_years_on_the_way_without_known_holidays_are_named() -> None:
    calendar = office()
    assert deadline(calendar, at("2026-12-30 09:00"), 8 * HOUR).unknown_years == ()
    assert deadline(calendar, at("2026-12-30 09:00"), 24 * HOUR).unknown_years == (2027,)
    assert deadline(calendar, at("2025-12-31 09:00"), 8 * HOUR).unknown_years == (2025,)


def test_what_cannot_be_reckoned_is_refused() -> None:
    closed = WorkCalendar(week=((),) * 7, days={}, zone=SHANGHAI)
    start = at("2026-03-03 09:00")
    with pytest.raises(UserError, match="working-hours-none"):
        deadline(closed, start, HOUR)
    with pytest.raises(UserError, match="duration-negative"):
        deadline(office(), start, -HOUR)
    with pytest.raises(UserError, match="duration-negative"):
        share_used(office(), start, -HOUR, start)
    with pytest.raises(UserError, match="duration-too-long"):
        deadline(office(), start, timedelta.max)
    with pytest.raises(UserError, match="duration-too-long"):
        deadline(office(), datetime(9998, 1, 1, tzinfo=UTC), HOUR)
    with pytest.raises(ValueError, match="without a zone"):
        deadline(office(), start.replace(tzinfo=None), HOUR)


def test_a_single_open_day_within_two_years_is_found() -> None:
    once = {date(2027, 12, 31): special(DayKind.SHORT, hours="10-11")}
    calendar = WorkCalendar(week=((),) * 7, days=once, zone=SHANGHAI)
    assert deadline(calendar, at("2026-01-01 09:00"), HOUR).at == at("2027-12-31 11:00")
    with pytest.raises(UserError, match="working-hours-none"):
        deadline(calendar, at("2026-01-01 09:00"), 2 * HOUR)


def test_a_limit_of_a_year_goes_over_new_year() -> None:
    found = deadline(office(SPRING), at("2026-01-01 09:00"), 2_500 * HOUR)
    assert found.at is not None
    assert worked_between(office(SPRING), at("2026-01-01 09:00"), found.at) == 2_500 * HOUR
    assert found.unknown_years == (2027,)


@pytest.mark.parametrize(
    ("zone", "day", "worked"),
    [
        ("Europe/Berlin", date(2026, 3, 29), 23),
        ("Europe/Berlin", date(2026, 10, 25), 25),
        ("America/Nuuk", date(2026, 3, 28), 23),  # the hour before midnight is the one left out
        ("Asia/Shanghai", date(2026, 3, 29), 24),
    ],
)
def test_open_all_day_counts_the_hours_the_day_has(zone: str, day: date, worked: int) -> None:
    always = WorkCalendar(week=(read_hours("24小时"),) * 7, days={}, zone=ZoneInfo(zone))
    begin = datetime(day.year, day.month, day.day, tzinfo=always.zone)
    end = datetime(day.year, day.month, day.day + 1, tzinfo=always.zone)
    assert worked_between(always, begin, end) == worked * HOUR
    assert deadline(always, begin, worked * HOUR).at == end


def test_hours_inside_the_hour_the_clocks_leave_out_do_not_exist() -> None:
    week = (*((),) * 6, read_hours("2:15-2:45 4-5"))
    calendar = WorkCalendar(week=week, days={}, zone=ZoneInfo("Europe/Berlin"))
    found = deadline(calendar, datetime(2026, 3, 29, tzinfo=calendar.zone), HOUR / 2)
    assert found.at == datetime(2026, 3, 29, 4, 30, tzinfo=calendar.zone)


def test_the_clock_on_the_wall_follows_the_rules_of_the_computer() -> None:
    """In a process of its own, since the zone of a process is set at its start."""
    if sys.platform == "win32":
        pytest.skip("Windows takes its zone from the control panel")
    told = subprocess.run(
        [sys.executable, "-c", _LOCAL],
        env={**os.environ, "TZ": "Europe/Berlin"},
        check=True,
        capture_output=True,
    )
    assert told.stdout.decode().split() == [
        "2026-03-30T08:00:00+00:00", "2026-10-25T01:30:00+00:00", "2026-10-25T02:00:00+00:00",
    ]  # fmt: skip


_LOCAL = """
from datetime import *
from app.worktime import *
week = (read_hours("9-12"),) * 6 + (read_hours("0:00-24:00"),)
calendar = WorkCalendar(week=week, days={}, zone=LocalZone())
start = datetime(2026, 3, 28, 21, 0, tzinfo=UTC)  # 22:00 in winter time
print(deadline(calendar, start, timedelta(hours=23 + 1)).at.isoformat())
twice = datetime(2026, 10, 25, 1, 30, tzinfo=UTC).astimezone(calendar.zone)  # the second 02:30
print(twice.astimezone(UTC).isoformat())
print(deadline(calendar, datetime(2026, 10, 24, 22, 0, tzinfo=UTC), timedelta(hours=4)).at.isoformat())
"""


def test_the_local_zone_says_what_the_system_says() -> None:
    zone = LocalZone()
    for moment_ in (datetime(2026, 1, 5, 3, tzinfo=UTC), datetime(2026, 7, 5, 3, tzinfo=UTC)):
        local = moment_.astimezone(zone)
        assert local.replace(tzinfo=None) == moment_.astimezone().replace(tzinfo=None)
        assert local.utcoffset() == moment_.astimezone().utcoffset()
        assert local.tzname()
    assert WorkCalendar(week=OFFICE, days={}, zone=zone).is_open(datetime(2026, 3, 3, 10).astimezone())
