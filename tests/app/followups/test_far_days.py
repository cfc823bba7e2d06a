"""Days at the ends of the calendar and times that run backwards are refused, and hang up nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from app.errors import UserError
from app.followups.dates.appointments import save_appointment
from app.followups.dates.records import Draft
from app.followups.dates.rescheduling import move_occurrence
from app.followups.items import items_between
from app.followups.phone_log import Calls, read_phone_log
from app.followups.records import Scope
from app.followups.visits.records import NewVisit
from app.followups.visits.visiting import plan_visit
from tests.builders.cards import walk_in
from tests.builders.databases import Founded
from tests.builders.visits import in_hours


@pytest.mark.parametrize(
    ("minutes", "code"),
    [(-600, "appointment-ends-first"), (10**9, "appointment-too-long"), (10**18, "appointment-too-long")],
)
def test_a_move_makes_no_time_that_runs_backwards_or_for_ever(
    branch: Founded, minutes: int, code: str
) -> None:
    starts = in_hours(30)
    draft = Draft(title="会议", owner_id=None, all_day=False, starts_at=starts, ends_at=in_hours(31))
    with branch.change() as work:
        key = save_appointment(work, None, draft).key
    seen = starts.astimezone().date()
    with branch.change() as work, pytest.raises(UserError, match=code):
        move_occurrence(work, key, to=seen, starts_at=in_hours(40), seen=seen, minutes=minutes)


def test_a_move_to_the_end_of_the_calendar_is_refused(branch: Founded) -> None:
    day = datetime.now(UTC).astimezone().date() + timedelta(days=2)
    draft = Draft(title="会议", owner_id=None, all_day=True, first_on=day, last_on=day)
    with branch.change() as work:
        key = save_appointment(work, None, draft).key
    with branch.change() as work, pytest.raises(UserError, match="appointment-year-wrong"):
        move_occurrence(work, key, to=date.max, seen=day)


@pytest.mark.parametrize("at", [None, datetime.max.replace(tzinfo=UTC)])
def test_a_visit_of_the_year_9999_is_not_planned(branch: Founded, at: datetime | None) -> None:
    customer_id = walk_in(branch).customer_id
    on = date.max if at is None else datetime.now(UTC).astimezone().date()
    with branch.change() as work, pytest.raises(UserError, match="followup-too-far"):
        plan_visit(work, NewVisit(customer_id=customer_id, aim="了解需求", on=on, starts_at=at))


def test_the_whole_calendar_can_be_asked_for(branch: Founded) -> None:
    with branch.read() as work:
        assert items_between(work, Scope(), date.max, date.max) == []
        items_between(work, Scope(), date.min, date.max)


def test_calls_of_the_first_and_the_last_day_there_is_are_none(branch: Founded) -> None:
    for day in (date.min, date.max):
        with branch.read() as work:
            assert read_phone_log(work, Calls(first=day, last=day), "zh").calls == ()
