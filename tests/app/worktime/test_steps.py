"""A deadline can be followed step by step, and the steps add up."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise

from hypothesis import given

from app.worktime import DayKind, Deadline, Pause, Step, StepKind, WorkCalendar, deadline
from tests.app.worktime.test_deadlines import SPRING, amounts, instants
from tests.builders.working import SHANGHAI, at, calendars, office, pauses, special

K = StepKind
HOUR = timedelta(hours=1)


@given(calendars, instants, amounts, pauses)
def test_steps_follow_each_other_without_a_gap_and_add_up(
    calendar: WorkCalendar, start: datetime, amount: timedelta, waits: list[Pause]
) -> None:
    found = deadline(calendar, start, amount, waits)
    steps = found.steps
    assert (steps[0].kind, steps[0].begin, steps[0].remaining) == (K.STARTS, start, amount)
    assert (steps[-1].kind, steps[-1].end, steps[-1].remaining) == (K.ENDS, found.at, timedelta(0))
    left = amount
    for before, step in pairwise(steps):
        assert step.begin == before.end
        left -= step.counted
        assert step.remaining == left
        if step.kind in (K.COUNTED, K.MAKE_UP):
            assert step.end is not None
            assert step.counted == step.end - step.begin > timedelta(0)
        else:
            assert step.counted == timedelta(0)
    assert left == timedelta(0)


def told(found: Deadline) -> list[tuple[str, str, str]]:
    def clock(moment: datetime | None) -> str:
        return "" if moment is None else moment.astimezone(SHANGHAI).strftime("%m-%d %H:%M")

    return [(step.kind.value, clock(step.begin), clock(step.end)) for step in found.steps]


def test_a_way_over_lunch_night_make_up_day_and_festival_reads_in_order() -> None:
    found = deadline(office(SPRING), at("2026-02-13 11:00"), 15 * HOUR)
    assert told(found) == [
        ("starts", "02-13 11:00", "02-13 11:00"),
        ("counted", "02-13 11:00", "02-13 12:00"),
        ("lunch", "02-13 12:00", "02-13 13:00"),
        ("counted", "02-13 13:00", "02-13 18:00"),
        ("night", "02-13 18:00", "02-14 09:00"),
        ("make-up", "02-14 09:00", "02-14 12:00"),
        ("lunch", "02-14 12:00", "02-14 13:00"),
        ("make-up", "02-14 13:00", "02-14 18:00"),
        ("holiday", "02-14 18:00", "02-24 09:00"),
        ("counted", "02-24 09:00", "02-24 10:00"),
        ("ends", "02-24 10:00", "02-24 10:00"),
    ]
    festival = found.steps[8]
    assert (festival.name("zh"), festival.name("en")) == ("春节", "春节.en")
    assert [step.remaining / HOUR for step in found.steps[:4]] == [15, 14, 14, 9]
    assert found.steps[2].name("zh") == ""


def test_two_rests_of_different_reasons_stay_two() -> None:
    days = {date(2026, 3, 9): special(DayKind.CLOSED, "盘点")}
    found = deadline(office(days), at("2026-03-06 17:00"), 2 * HOUR)
    assert told(found)[2:5] == [
        ("weekend", "03-06 18:00", "03-09 00:00"),
        ("closed", "03-09 00:00", "03-10 09:00"),
        ("counted", "03-10 09:00", "03-10 10:00"),
    ]
    assert found.steps[3].name("zh") == "盘点"


def test_a_pause_shows_as_it_is_and_an_open_one_ends_the_way() -> None:
    waits = [
        Pause(start=at("2026-03-03 10:00"), end=at("2026-03-03 11:00")),
        Pause(start=at("2026-03-03 10:30"), end=at("2026-03-03 11:30")),
        Pause(start=at("2026-03-03 14:00")),
    ]
    found = deadline(office(), at("2026-03-03 09:00"), 8 * HOUR, waits)
    assert told(found) == [
        ("starts", "03-03 09:00", "03-03 09:00"),
        ("counted", "03-03 09:00", "03-03 10:00"),
        ("paused", "03-03 10:00", "03-03 11:30"),
        ("counted", "03-03 11:30", "03-03 12:00"),
        ("lunch", "03-03 12:00", "03-03 13:00"),
        ("counted", "03-03 13:00", "03-03 14:00"),
        ("paused", "03-03 14:00", ""),
    ]
    assert found.steps[-1].remaining == found.remaining == 5.5 * HOUR


def test_a_holiday_with_hours_of_its_own_counts_under_its_name() -> None:
    days = {date(2026, 10, 1): special(DayKind.HOLIDAY, "国庆节", "10:00-16:00")}
    step: Step = deadline(office(days), at("2026-10-01 09:00"), HOUR).steps[2]
    assert (step.kind, step.name("zh"), step.counted) == (K.COUNTED, "国庆节", HOUR)
