"""The figures of follow-up: each one defined, each one opening its rows."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from app.errors import UserError
from app.followups.figures.reckoning import figure_rows, figures
from app.followups.figures.records import Figure, FigureTable
from app.followups.planning import move_item
from app.followups.records import ItemKey, ItemKind
from app.work import Work
from db.models.access import Permission
from db.models.followups import FollowUp, RuleBasis, StepState, Visit
from tests.builders.databases import Founded
from tests.builders.followups import at, clear_rules, customer, rule, step_row

ANSWERS = (
    "needs", "competitor_advantage", "our_difference", "next_improvement", "feedback", "next_strategy",
)  # fmt: skip


def _done(work: Work, due: date, closed: date, **given: object) -> UUID:
    return step_row(
        work,
        customer(work, last_contact_at=work.now()),
        None,
        StepState.DONE,
        due_on=due,
        closed_at=at(f"{closed} 04:00"),
        closed_by=work.actor.account_id,
        **given,
    )


def _table(branch: Founded, first: date, last: date) -> FigureTable:
    with branch.read() as work:
        return figures(work, first, last)


@pytest.fixture
def today(branch: Founded) -> date:
    with branch.change() as work:
        clear_rules(work)
        return work.today()


def test_in_time_is_within_the_grace_and_late_is_after_it(branch: Founded, today: date) -> None:
    due = today - timedelta(days=10)
    with branch.change() as work:
        _done(work, due, due - timedelta(days=1), outcome="satisfied", is_success=True)
        _done(work, due, due + timedelta(days=1), outcome="ordinary", is_success=False)
        _done(work, due, due + timedelta(days=4), outcome="no-answer", is_success=False)
    total = _table(branch, due, due).total
    assert total.counts == {
        Figure.DUE: 3,
        Figure.DONE: 3,
        Figure.ON_TIME: 2,
        Figure.LATE: 1,
        Figure.REACHED: 2,
        Figure.SUCCEEDED: 1,
    }
    assert total.on_time_share == pytest.approx(2 / 3)
    assert total.success_share == pytest.approx(1 / 3)
    assert total.mean_days_late == 3


def test_what_waits_past_its_grace_counts_as_due_and_what_is_called_off_does_not(
    branch: Founded, today: date
) -> None:
    due = today - timedelta(days=5)
    with branch.change() as work:
        step_row(work, customer(work), None, due_on=due)
        step_row(work, customer(work), None, due_on=today - timedelta(days=1))
        step_row(work, customer(work), None, StepState.CANCELLED, due_on=due)
    total = _table(branch, due, today).total
    assert total.counts == {Figure.DUE: 1, Figure.WAITING: 1}
    assert total.days_late == 4


def test_a_step_no_one_touched_counts_against_the_owner_of_the_customer(branch: Founded, today: date) -> None:
    with branch.change() as work:
        rule(work, RuleBasis.CLASS, 30, code="key")
        long_ago = work.now() - timedelta(days=40)
        customer(work, class_code="key", last_contact_at=long_ago, owner_id=work.actor.account_id)
    table = _table(branch, today - timedelta(days=20), today)
    assert [(line.person_id, line.derived_waiting) for line in table.lines] == [(branch.actor.account_id, 1)]
    assert table.total.on_time_share == 0


def test_a_day_that_had_passed_stays_counted_however_often_it_is_moved(branch: Founded, today: date) -> None:
    passed = today - timedelta(days=9)
    with branch.change() as work:
        key = step_row(work, customer(work), None, due_on=passed, owner_id=work.actor.account_id)
    with branch.change() as work:
        move_item(work, ItemKey(kind=ItemKind.FOLLOWUP, id=key), to=today + timedelta(days=3), seen=passed)
    total = _table(branch, passed, passed).total
    assert total.counts == {Figure.DUE: 1, Figure.WAITING: 1}
    assert _table(branch, today, today + timedelta(days=5)).total.counts == {}


def test_what_was_due_in_one_period_and_done_in_the_next_counts_in_the_first_alone(
    branch: Founded, today: date
) -> None:
    passed = today - timedelta(days=9)
    with branch.change() as work:
        key = step_row(work, customer(work), None, due_on=passed)
    with branch.change() as work:
        move_item(work, ItemKey(kind=ItemKind.FOLLOWUP, id=key), to=today, seen=passed)
    with branch.change() as work:
        row = work.get(FollowUp, key)
        row.state, row.closed_at, row.closed_by = StepState.DONE, work.now(), work.actor.account_id
    assert _table(branch, passed, today - timedelta(days=3)).total.count(Figure.LATE) == 1
    assert _table(branch, today - timedelta(days=2), today).total.counts == {}
    assert _table(branch, passed, today).total.count(Figure.DUE) == 1


def test_a_table_that_could_not_count_all_that_waits_says_so(
    branch: Founded, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    with branch.change() as work:
        rule(work, RuleBasis.CLASS, 30, code="key")
        for days in (40, 41, 42):
            customer(work, class_code="key", last_contact_at=work.now() - timedelta(days=days))
    assert not _table(branch, today - timedelta(days=20), today).is_cut
    monkeypatch.setattr("app.followups.figures.reading.STEPS_MOST", 2)
    table = _table(branch, today - timedelta(days=20), today)
    assert (table.is_cut, table.total.derived_waiting) == (True, 2)


def test_moving_before_the_day_is_no_lateness(branch: Founded, today: date) -> None:
    ahead = today + timedelta(days=2)
    with branch.change() as work:
        key = step_row(work, customer(work), None, due_on=ahead)
    with branch.change() as work:
        move_item(work, ItemKey(kind=ItemKind.FOLLOWUP, id=key), to=ahead + timedelta(days=3), seen=ahead)
    assert _table(branch, today, ahead + timedelta(days=9)).total.counts == {}


def test_visits_are_complete_with_all_six_answers(branch: Founded, today: date) -> None:
    with branch.change() as work:
        for answers in (dict.fromkeys(ANSWERS, "有"), dict.fromkeys(ANSWERS, "有") | {"feedback": ""}):
            key = _done(work, today, today, outcome="satisfied", is_success=True)
            owner = work.get(FollowUp, key).customer_id
            work.session.add(Visit(customer_id=owner, followup_id=key, **answers))
    total = _table(branch, today, today).total
    assert (total.count(Figure.VISITS), total.count(Figure.VISITS_COMPLETE)) == (2, 1)
    assert total.visit_share == 0.5


def test_every_figure_opens_as_many_rows_as_it_says(branch: Founded, today: date) -> None:
    due = today - timedelta(days=6)
    with branch.change() as work:
        for days in range(5):
            _done(work, due, due + timedelta(days=days), outcome="satisfied", is_success=days % 2 == 0)
        step_row(work, customer(work), None, due_on=due)
    table = _table(branch, due, today)
    with branch.read() as work:
        for line in table.lines:
            for figure in Figure:
                rows = figure_rows(work, due, today, figure, person=line.person_id)
                assert len(rows) == line.count(figure)
        for figure in Figure:
            rows = figure_rows(work, due, today, figure, everybody=True)
            assert len(rows) == table.total.count(figure)


def test_without_the_right_one_reads_only_ones_own(branch: Founded, today: date) -> None:
    with branch.change() as work:
        _done(work, today, today, outcome="satisfied", is_success=True)
        step_row(work, customer(work), None, due_on=today - timedelta(days=5))
    clerk = branch.actor_with(Permission.PLAN_FOLLOWUPS)
    with branch.store.read(clerk) as work:
        table = figures(work, today - timedelta(days=9), today)
    assert [line.person_id for line in table.lines] == [clerk.account_id]
    with pytest.raises(UserError, match="not-allowed"), branch.store.read(branch.actor_with()) as work:
        figures(work, today, today)


def test_a_period_that_ends_before_it_begins_is_refused(branch: Founded, today: date) -> None:
    with pytest.raises(UserError, match="period-wrong"):
        _table(branch, today, today - timedelta(days=1))
