"""Two people at one item of a shared database: one wins, the other is told who and where, both are in the history."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from app.access.actor import Actor
from app.errors import UserError
from app.followups import planning
from app.followups.items import due_items, items_of
from app.followups.records import ItemKey, Scope
from app.followups.results import Result, record_result
from app.work import Work
from db.models.customers import ContactEntry, FieldHistory
from db.models.followups import FollowUp, RuleBasis, StepState
from tests.builders.cards import walk_in
from tests.builders.databases import Founded
from tests.builders.followups import clear_rules, rule
from tests.builders.plans import SetClock, plan
from tests.builders.visits import colleague

NOW = datetime(2026, 3, 4, 2, tzinfo=UTC)
TODAY = NOW.astimezone().date()
DAY = timedelta(days=1)


@pytest.fixture
def clock(branch: Founded) -> SetClock:
    made = SetClock(NOW)
    branch.store.clock = made
    with branch.change() as work:
        clear_rules(work)
        rule(work, RuleBasis.CLASS, 7, code="potential")
    return made


def together(
    branch: Founded, one: Callable[[Work], object], actor: Actor, other: Callable[[Work], object]
) -> list[UserError]:
    """Both begin before either has ended; what was refused."""
    begun = threading.Barrier(2, timeout=20)
    refused: list[UserError] = []

    def act(who: Actor, deed: Callable[[Work], object]) -> None:
        begun.wait()
        try:
            with branch.change(who) as work:
                deed(work)
        except UserError as error:
            refused.append(error)

    people = [threading.Thread(target=act, args=pair) for pair in ((branch.actor, one), (actor, other))]
    for person in people:
        person.start()
    for person in people:
        person.join()
    return refused


def moving(key: ItemKey, days: int, seen_days: int = 0) -> Callable[[Work], object]:
    return lambda work: planning.move_item(work, key, to=TODAY + days * DAY, seen=TODAY + seen_days * DAY)


def test_of_two_moves_one_stands_and_both_are_known(branch: Founded, clock: SetClock) -> None:
    key = plan(branch, walk_in(branch).customer_id, TODAY)
    other = colleague(branch, "李静")
    for _ in range(5):
        with branch.change() as work:
            row = work.get(FollowUp, key.id)
            row.due_on, row.owner_id = TODAY, None
        (refused,) = together(branch, moving(key, 1), other, moving(key, 2))
        with branch.read() as work:
            row = work.get(FollowUp, key.id)
            winner = "王芳" if row.changed_by == branch.actor.account_id else "李静"
            assert refused.code == "item-moved"
            assert refused.facts == {"by": winner, "to": row.due_on}
            assert row.due_on == TODAY + (1 if winner == "王芳" else 2) * DAY
            told = select(FieldHistory.new_value).where(
                FieldHistory.row_id == key.id, FieldHistory.field == "due_on"
            )
            assert row.due_on.isoformat() in set(work.session.scalars(told))


def test_a_step_two_people_take_hold_of_becomes_one_row(branch: Founded, clock: SetClock) -> None:
    walk_in(branch)
    other = colleague(branch, "李静", "manager")
    clock.on(days=8)
    with branch.read() as work:
        (step,) = due_items(work, Scope())
    (refused,) = together(branch, moving(step.key, 9, 7), other, moving(step.key, 10, 7))
    assert refused.code == "item-moved"
    with branch.read() as work:
        assert work.session.scalar(select(func.count()).select_from(FollowUp)) == 1
        (item,) = due_items(work, Scope(), TODAY + 30 * DAY)
    assert item.due_on in {TODAY + 9 * DAY, TODAY + 10 * DAY}


def test_one_call_is_recorded_once(branch: Founded, clock: SetClock) -> None:
    one = walk_in(branch).customer_id
    other = colleague(branch, "李静", "manager")
    clock.on(days=8)
    with branch.read() as work:
        (step,) = due_items(work, Scope())

    def record(work: Work) -> object:
        return record_result(work, step.key, Result(outcome="satisfied"), seen=step.due_on)

    (refused,) = together(branch, record, other, record)
    assert refused.code == "result-recorded"
    assert refused.facts["by"] in {"王芳", "李静"}
    with branch.read() as work:
        assert work.session.scalar(select(func.count()).select_from(ContactEntry)) == 2
        assert [item.state for item in items_of(work, one)] == [StepState.OPEN, StepState.DONE]


def test_a_result_and_a_move_at_once_leave_one_of_them(branch: Founded, clock: SetClock) -> None:
    key = plan(branch, walk_in(branch).customer_id, TODAY)
    other = colleague(branch, "李静", "manager")
    refused = together(
        branch,
        lambda work: record_result(work, key, Result(outcome="satisfied"), seen=TODAY),
        other,
        moving(key, 3),
    )
    with branch.read() as work:
        row = work.get(FollowUp, key.id)
    if row.state is StepState.DONE and row.due_on == TODAY:
        assert [error.code for error in refused] == ["item-closed"]
    else:
        assert row.due_on == TODAY + 3 * DAY
