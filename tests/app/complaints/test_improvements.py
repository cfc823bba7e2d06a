"""Improvements: from plan to verdict, by whom, and what a count before and after says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from app.complaints.improvements import (
    add_improvement,
    check_improvement,
    edit_improvement,
    improvement_done,
    improvement_not_done,
    measure_effect,
    remove_improvement,
    restore_improvement,
    uncheck_improvement,
)
from app.complaints.problem_reading import checks_due, overdue, read_problem
from app.complaints.problem_records import ImprovementRecord, NewImprovement, NewProblem, ProblemCard
from app.complaints.problems import found_problem, remove_problem
from app.errors import UserError
from app.states import Permission, ProblemState
from app.work import Work
from tests.builders.caring import TODAY, set_day
from tests.builders.databases import Founded
from tests.builders.problems import category, complaint

PLANNED = TODAY - timedelta(days=40)
DONE = TODAY - timedelta(days=30)


@pytest.fixture
def problem(branch: Founded) -> UUID:
    """A problem of 钣金/喷漆 by workmanship, its measure planned forty days ago."""
    set_day(branch, PLANNED)
    with branch.change() as work:
        return found_problem(
            work,
            NewProblem(title="喷漆色差", category_id=_body(branch), cause_code="workmanship"),
        )


def _body(branch: Founded) -> UUID:
    return category(branch)


def add(branch: Founded, problem: UUID, **given: object) -> UUID:
    with branch.change() as work:
        return add_improvement(
            work,
            problem,
            NewImprovement(**{"measure": "换新比色卡", "due_on": DONE, **given}),  # type: ignore[arg-type]
        )


def card(branch: Founded, problem: UUID) -> ProblemCard:
    with branch.read() as work:
        return read_problem(work, problem)


def only(branch: Founded, problem: UUID) -> ImprovementRecord:
    return card(branch, problem).improvements[0]


def refuses(branch: Founded, code: str, run: Callable[[Work], object], **facts: object) -> None:
    with pytest.raises(UserError) as told, branch.change() as work:
        run(work)
    assert told.value.code == code
    for name, value in facts.items():
        assert told.value.facts[name] == value


def test_plan_do_check_act(branch: Founded, problem: UUID) -> None:
    for day in range(31, 36):
        complaint(branch, TODAY - timedelta(days=day), cause_code="workmanship")
    complaint(branch, TODAY - timedelta(days=29))  # young: its cause is not found yet
    complaint(branch, TODAY - timedelta(days=5), cause_code="price")
    complaint(branch, DONE, cause_code="workmanship")  # the day itself
    key = add(branch, problem)
    assert card(branch, problem).line.state is ProblemState.IMPROVING
    assert only(branch, problem).check_on == TODAY  # the setting: 30 days
    set_day(branch)
    with branch.change() as work:
        improvement_done(work, key, DONE)
    assert card(branch, problem).line.state is ProblemState.CHECKING
    with branch.read() as work:
        effect = measure_effect(work, key)
    assert (effect.before, effect.after, effect.days, effect.proposes) == (5, 1, 30, True)
    assert (effect.first_on, effect.last_on) == (TODAY - timedelta(days=60), TODAY)
    with branch.change() as work:
        check_improvement(work, key, is_effective=True, finding="色差投诉明显减少")
    shown = card(branch, problem)
    assert shown.line.state is ProblemState.SETTLED
    assert shown.line.settled_at is not None
    assert (shown.improvements[0].before, shown.improvements[0].after) == (5, 1)
    assert [event.what for event in shown.events if event.what != "state"] == [
        "effective",
        "done",
        "planned",
        "found",
    ]
    add(branch, problem, due_on=TODAY)
    assert card(branch, problem).line.state is ProblemState.IMPROVING
    assert card(branch, problem).line.settled_at is None


def test_a_measure_that_did_not_help_brings_the_problem_back_until_a_new_one(
    branch: Founded, problem: UUID
) -> None:
    first = add(branch, problem)
    set_day(branch)
    with branch.change() as work:
        improvement_done(work, first, DONE)
        check_improvement(work, first, is_effective=False, finding="没有变化")
    assert card(branch, problem).line.state is ProblemState.RETURNED
    set_day(branch, hour=5)
    second = add(branch, problem, due_on=TODAY - timedelta(days=2))
    assert card(branch, problem).line.state is ProblemState.IMPROVING
    with branch.change() as work:
        improvement_done(work, second, TODAY - timedelta(days=2))
        check_improvement(work, second, is_effective=True, finding="好了")
    assert card(branch, problem).line.state is ProblemState.SETTLED
    set_day(branch, hour=6)
    with branch.change() as work:
        uncheck_improvement(work, second)
    assert card(branch, problem).line.state is ProblemState.CHECKING


def test_counts_reach_below_the_category_and_into_the_group(branch: Founded, problem: UUID) -> None:
    repair = category(branch, "repair")
    with branch.change() as work:
        other = found_problem(work, NewProblem(title="维修", category_id=repair))
        add_improvement(work, other, NewImprovement(measure="x", due_on=DONE))
    key = only(branch, other).id
    before = TODAY - timedelta(days=40)
    complaint(branch, before, category_id=category(branch, "repair-mechanical"))
    complaint(branch, before, category_id=category(branch, "privacy"))
    complaint(branch, before, category_id=category(branch, "privacy"), problem_id=other)
    complaint(branch, before, problem_id=problem)  # another problem claims it
    set_day(branch)
    with branch.change() as work:
        improvement_done(work, key, DONE)
        assert measure_effect(work, key).before == 2


def test_two_nothings_propose_nothing(branch: Founded, problem: UUID) -> None:
    key = add(branch, problem)
    set_day(branch)
    with branch.change() as work:
        improvement_done(work, key, DONE)
        assert measure_effect(work, key).proposes is None


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"measure": " \n"}, "improvement-empty"),
        ({"measure": "长" * 501}, "improvement-empty"),
        ({"due_on": date(2126, 1, 1)}, "improvement-due-far"),
        ({"check_on": DONE}, "improvement-check-before-due"),
        ({"check_on": date(9999, 1, 1)}, "improvement-due-far"),
        ({"owner_id": uuid4()}, "row-gone"),
    ],
)
def test_what_cannot_be_planned(branch: Founded, problem: UUID, given: dict[str, object], code: str) -> None:
    with pytest.raises(UserError) as told:
        add(branch, problem, **given)
    assert told.value.code == code


def test_days_that_cannot_be(branch: Founded, problem: UUID) -> None:
    key = add(branch, problem)
    refuses(
        branch, "improvement-done-in-future", lambda w: improvement_done(w, key, PLANNED + timedelta(days=1))
    )
    refuses(branch, "improvement-done-long-ago", lambda w: improvement_done(w, key, date(1990, 1, 1)))
    refuses(branch, "improvement-not-done", lambda w: measure_effect(w, key))
    refuses(branch, "improvement-not-done", lambda w: improvement_not_done(w, key))
    with branch.change() as work:
        improvement_done(work, key, PLANNED)
    refuses(
        branch,
        "improvement-check-early",
        lambda w: check_improvement(w, key, is_effective=True, finding="x"),
    )
    set_day(branch)
    refuses(
        branch,
        "improvement-finding-empty",
        lambda w: check_improvement(w, key, is_effective=True, finding="  "),
    )


def test_of_two_the_second_is_told(branch: Founded, problem: UUID) -> None:
    key = add(branch, problem)
    seen = only(branch, problem).changed_at
    set_day(branch)
    with branch.change() as work:
        edit_improvement(work, key, NewImprovement(measure="换比色灯", due_on=DONE), seen=seen)
    other = NewImprovement(measure="别的", due_on=DONE)
    refuses(branch, "changed-meanwhile", lambda w: edit_improvement(w, key, other, seen=seen))
    with branch.change() as work:
        improvement_done(work, key, DONE)
    refuses(branch, "improvement-done-already", lambda w: improvement_done(w, key, TODAY), on=DONE)
    refuses(branch, "improvement-done-already", lambda w: remove_improvement(w, key))
    refuses(branch, "problem-has-improvements", lambda w: remove_problem(w, problem))
    with branch.change() as work:
        check_improvement(work, key, is_effective=True, finding="有效")
    refuses(
        branch,
        "improvement-checked-already",
        lambda w: check_improvement(w, key, is_effective=False, finding="无效"),
        on=TODAY,
    )
    refuses(branch, "improvement-checked-already", lambda w: improvement_not_done(w, key))
    assert only(branch, problem).is_effective is True


def test_slips_are_taken_back(branch: Founded, problem: UUID) -> None:
    key = add(branch, problem)
    with branch.change() as work:
        remove_improvement(work, key)
    assert card(branch, problem).line.state is ProblemState.FOUND
    refuses(branch, "row-gone", lambda w: improvement_done(w, key, PLANNED))
    with branch.change() as work:
        restore_improvement(work, key)
        improvement_done(work, key, PLANNED)
        improvement_not_done(work, key)
    assert only(branch, problem).done_on is None
    assert card(branch, problem).line.state is ProblemState.IMPROVING
    refuses(branch, "improvement-not-checked", lambda w: uncheck_improvement(w, key))


def test_done_late_the_check_keeps_its_distance(branch: Founded, problem: UUID) -> None:
    key = add(branch, problem)
    set_day(branch)
    with branch.change() as work:
        improvement_done(work, key, TODAY)
    assert only(branch, problem).check_on == TODAY + timedelta(days=30)


def test_its_owner_may_say_it_is_done_and_nothing_else(branch: Founded, problem: UUID) -> None:
    clerk = replace(branch.actor_with(Permission.TAKE_TICKETS))
    own = add(branch, problem, owner_id=clerk.account_id)
    nobodys = add(branch, problem)
    with branch.change(clerk) as work:
        improvement_done(work, own, PLANNED)
    runs: tuple[Callable[[Work], object], ...] = (
        lambda work: improvement_done(work, nobodys, PLANNED),
        lambda work: remove_improvement(work, nobodys),
        lambda work: check_improvement(work, own, is_effective=True, finding="x"),
    )
    for run in runs:
        with pytest.raises(UserError) as told, branch.change(clerk) as work:
            run(work)
        assert told.value.code == "not-allowed"


def test_what_waits_today(branch: Founded, problem: UUID) -> None:
    me = branch.actor.account_id
    due = add(branch, problem, owner_id=me)
    add(branch, problem, owner_id=me, due_on=TODAY + timedelta(days=1))
    check = add(branch, problem, due_on=PLANNED)
    with branch.change() as work:
        improvement_done(work, check, PLANNED)
    set_day(branch)
    with branch.read() as work:
        assert [(one.id, one.owner, one.on) for one in overdue(work)] == [(due, "王芳", DONE)]
        assert [(one.id, one.is_check) for one in checks_due(work)] == [(check, True)]
        assert overdue(work, person=uuid4()) == ()
    clerk = replace(branch.actor_with(Permission.TAKE_TICKETS), account_id=uuid4())
    with branch.store.read(clerk) as work:
        assert overdue(work) == ()
        assert checks_due(work) == ()
        with pytest.raises(UserError) as told:
            overdue(work, everybody=True)
    assert told.value.code == "not-allowed"
    elsewhere = replace(branch.actor, branch_id=uuid4(), all_branches=False)
    with branch.store.read(elsewhere) as work:
        assert overdue(work, everybody=True) == ()
        with pytest.raises(UserError) as told:
            measure_effect(work, check)
    assert told.value.code == "row-gone"
