"""Reminders: a quarter of an hour before, in working time only, each once; the rest as one line in the morning."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.followups.planning import move_item
from app.followups.reminding import Reminders, reminders
from app.lists import write_setting
from db.models.followups import FollowUpRule
from tests.builders.appointments import meeting
from tests.builders.cards import walk_in
from tests.builders.databases import Founded
from tests.builders.plans import SetClock, plan
from tests.builders.visits import colleague

MONDAY = datetime(2026, 11, 23).astimezone()
HOUR = timedelta(hours=1)
ALL_DAY = [["09:00", "18:00"]]


def at(hours: float, days: int = 0) -> datetime:
    return (MONDAY + timedelta(hours=hours, days=days)).astimezone(UTC)


@pytest.fixture(autouse=True)
def clock(branch: Founded) -> SetClock:
    made = SetClock(at(8))
    branch.store.clock = made
    with branch.change() as work:
        write_setting(work, "opening-hours", [ALL_DAY] * 5 + [[], []])
        for rule in work.session.query(FollowUpRule):
            rule.active = False
    return made


def told(branch: Founded, clock: SetClock, now: datetime, known: set[str] | None = None) -> Reminders:
    clock.now = now
    with branch.read() as work:
        found = reminders(work, now, known if known is not None else ())
    if known is not None:
        known |= {reminder.name for reminder in found.found}
    return found


def titles(found: Reminders) -> list[str]:
    return [reminder.title for reminder in found.found if reminder.key is not None]


def test_each_thing_is_told_once_a_quarter_of_an_hour_before(branch: Founded, clock: SetClock) -> None:
    customer, mine = walk_in(branch).customer_id, branch.actor.account_id
    key = plan(branch, customer, MONDAY.date(), starts_at=at(10), owner_id=mine)
    known: set[str] = set()
    assert titles(told(branch, clock, at(9.5), known)) == []
    assert titles(told(branch, clock, at(9.75), known)) == ["回访"]
    assert titles(told(branch, clock, at(9.8), known)) == []
    with branch.change() as work:
        move_item(work, key, to=MONDAY.date(), starts_at=at(11), seen=MONDAY.date(), seen_at=at(10))
    assert titles(told(branch, clock, at(10), known)) == []
    assert titles(told(branch, clock, at(10.9), known)) == ["回访"]


def test_nothing_is_told_outside_working_time(branch: Founded, clock: SetClock) -> None:
    meeting(branch, at(9) + timedelta(minutes=2), title="晨会")
    early = told(branch, clock, at(8.9))
    assert (early.found, early.next_at) == ((), at(9))
    assert titles(told(branch, clock, at(9))) == ["晨会"]
    assert told(branch, clock, at(20)).next_at == at(9, days=1)
    assert told(branch, clock, at(12, days=5)).next_at == at(9, days=7)
    assert titles(told(branch, clock, at(9.2))) == []  # long begun


def test_what_is_left_from_before_is_one_line_in_the_morning(branch: Founded, clock: SetClock) -> None:
    mine = branch.actor.account_id
    for number in range(3):
        plan(branch, walk_in(branch, phone=f"1380013800{number}").customer_id, MONDAY.date(), owner_id=mine)
    known: set[str] = set()
    clock.now = at(9, days=1)
    plan(
        branch,
        walk_in(branch, phone="13800138009").customer_id,
        at(9, days=1).astimezone().date(),
        owner_id=mine,
    )
    (line,) = told(branch, clock, at(9, days=1), known).found
    assert (line.key, line.overdue, line.today) == (None, 3, 1)
    assert told(branch, clock, at(9.1, days=1), known).found == ()
    assert len(told(branch, clock, at(9, days=2), known).found) == 1


def test_one_is_reminded_of_ones_own_and_of_the_branchs_meetings(branch: Founded, clock: SetClock) -> None:
    clerk = colleague(branch, "李静", "clerk")
    customer = walk_in(branch).customer_id
    plan(branch, customer, MONDAY.date(), starts_at=at(10), owner_id=branch.actor.account_id, matter="王芳的")
    plan(branch, customer, MONDAY.date(), starts_at=at(10), matter="谁有空谁打")
    meeting(branch, at(10), title="例会")
    meeting(branch, at(10), title="面谈", owner_id=branch.actor.account_id)
    clock.now = at(9.9)
    with branch.store.read(clerk) as work:
        assert titles(reminders(work, at(9.9))) == ["例会"]
    assert sorted(titles(told(branch, clock, at(9.9)))) == ["例会", "王芳的", "面谈"]


def test_the_time_before_is_the_managers_to_set(branch: Founded, clock: SetClock) -> None:
    meeting(branch, at(12), title="午会")
    assert titles(told(branch, clock, at(11))) == []
    with branch.change() as work:
        write_setting(work, "reminder-lead-minutes", 60)
    assert titles(told(branch, clock, at(11))) == ["午会"]
