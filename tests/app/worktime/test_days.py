"""Working days: which they are, and how they are counted."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.worktime import DayKind, WorkCalendar, read_hours
from tests.builders.working import (
    CELL,
    FIRST,
    OFFICE,
    SHANGHAI,
    at,
    calendars,
    cells,
    moment,
    office,
    open_cells,
    special,
)

DAYS = {
    date(2026, 2, 14): special(DayKind.WORKDAY),
    date(2026, 2, 16): special(DayKind.HOLIDAY),
    date(2026, 2, 17): special(DayKind.CLOSED, "盘点"),
    date(2026, 2, 18): special(DayKind.SHORT, "年会", "9-11"),
    date(2026, 2, 19): special(DayKind.HOLIDAY, hours="10-16"),
    date(2026, 2, 20): special(DayKind.SHORT),
}


@pytest.mark.parametrize(
    ("day", "hours"),
    [(13, "9-12 13-18"), (14, "9-12 13-18"), (15, ""), (16, ""), (17, ""), (18, "9-11"), (19, "10-16"),
     (20, "9-12 13-18")],
)  # fmt: skip
def test_a_day_has_the_hours_of_its_row_or_its_weekday(day: int, hours: str) -> None:
    calendar = office(DAYS)
    assert calendar.spans_on(date(2026, 2, day)) == read_hours(hours)
    assert calendar.is_working_day(date(2026, 2, day)) == bool(hours)


def test_a_make_up_day_of_a_shop_open_on_saturdays_keeps_its_saturday() -> None:
    week = (*OFFICE[:5], read_hours("10-14"), ())
    calendar = WorkCalendar(week=week, days=DAYS, zone=SHANGHAI)
    assert calendar.spans_on(date(2026, 2, 14)) == read_hours("10-14")


def test_names_and_known_years() -> None:
    calendar = office(DAYS)
    assert [calendar.name_of(date(2026, 2, 17), language) for language in ("zh", "en")] == ["盘点", "盘点.en"]
    assert calendar.name_of(date(2026, 2, 13), "zh") == ""
    assert (calendar.is_known(2026), calendar.is_known(2027)) == (True, False)


def test_working_days_are_counted_from_the_day_after() -> None:
    calendar = office(DAYS)
    assert calendar.next_working_day(date(2026, 2, 15)) == date(2026, 2, 18)
    assert calendar.next_working_day(date(2026, 2, 14)) == date(2026, 2, 14)
    assert calendar.previous_working_day(date(2026, 2, 17)) == date(2026, 2, 14)
    assert calendar.add_working_days(date(2026, 2, 13), 7) == date(2026, 2, 25)
    assert calendar.add_working_days(date(2026, 2, 15), 1) == date(2026, 2, 18)
    assert calendar.add_working_days(date(2026, 2, 18), -1) == date(2026, 2, 14)
    assert calendar.add_working_days(date(2026, 2, 15), 0) == date(2026, 2, 18)


dates = st.integers(-40, 40).map(lambda number: FIRST + timedelta(days=number))


@given(calendars, dates, st.integers(-30, 30))
def test_adding_working_days_passes_as_many_as_were_asked_for(
    calendar: WorkCalendar, day: date, count: int
) -> None:
    found = calendar.add_working_days(day, count)
    assert calendar.is_working_day(found)
    low, high = (day + timedelta(days=1), found) if count > 0 else (found, day - timedelta(days=1))
    passed = [low + timedelta(days=n) for n in range((high - low).days + 1)]
    if count:
        assert sum(map(calendar.is_working_day, passed)) == abs(count)


@given(calendars, cells)
def test_open_and_the_next_opening_are_what_counting_finds(calendar: WorkCalendar, cell: int) -> None:
    opened = open_cells(calendar)
    assert calendar.is_open(moment(cell) + CELL / 2) == opened[cell]
    following = next((later for later in range(cell, len(opened)) if opened[later]), None)
    if following is not None:
        assert calendar.next_opening(moment(cell)) == moment(following)


def test_no_hours_at_all_are_told() -> None:
    closed = WorkCalendar(week=((),) * 7, days={}, zone=SHANGHAI)
    with pytest.raises(UserError, match="working-hours-none"):
        closed.next_opening(at("2026-03-03 09:00"))
    with pytest.raises(UserError, match="working-hours-none"):
        closed.next_working_day(date(2026, 3, 3))
    with pytest.raises(UserError, match="working-hours-none"):
        closed.add_working_days(date(2026, 3, 3), -1)


def test_days_no_calendar_reaches_are_refused() -> None:
    with pytest.raises(UserError, match="duration-too-long"):
        office().add_working_days(date(2026, 3, 3), 10**9)
    with pytest.raises(UserError, match="duration-too-long"):
        office().next_working_day(date(9999, 12, 31))
    with pytest.raises(UserError, match="duration-too-long"):
        office().next_opening(datetime(9999, 12, 31, tzinfo=UTC))


def test_a_week_has_seven_days_and_hours_in_order() -> None:
    with pytest.raises(UserError, match="hours-wrong"):
        WorkCalendar(week=OFFICE[:6], days={}, zone=SHANGHAI)
    early, late = OFFICE[0]
    overlapping = (late, type(early)(early.start, late.end))
    for wrong in (overlapping, (type(early)(late.end, late.start),)):
        with pytest.raises(UserError, match="hours-wrong"):
            WorkCalendar(week=(wrong, *OFFICE[1:]), days={}, zone=SHANGHAI)
    turned = WorkCalendar(week=((late, early), *OFFICE[1:]), days={}, zone=SHANGHAI)
    assert turned.week == OFFICE
