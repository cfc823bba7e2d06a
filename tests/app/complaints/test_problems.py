"""Common problems: what may be grouped, by whom, what is suggested, and what the history says."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from app.access.actor import Actor
from app.complaints.problem_reading import list_problems, read_problem, suggestions, ungrouped_tickets
from app.complaints.problem_records import NewProblem, ProblemCard
from app.complaints.problems import (
    edit_problem,
    found_problem,
    group_tickets,
    remove_problem,
    ungroup_ticket,
)
from app.errors import UserError
from app.states import Permission, ProblemState
from db.base import new_key
from db.models.access import Account, Branch
from db.models.complaints import TicketStep
from db.models.ticket_flows import MoveEffect
from tests.builders.caring import TODAY, set_day
from tests.builders.databases import Founded
from tests.builders.problems import category, complaint


@pytest.fixture(autouse=True)
def _day(branch: Founded) -> None:
    set_day(branch)


def founded(branch: Founded, *tickets: UUID, title: str = "喷漆色差", **given: object) -> UUID:
    with branch.change() as work:
        return found_problem(work, NewProblem(title=title, ticket_ids=tickets, **given))  # type: ignore[arg-type]


def card(branch: Founded, problem_id: UUID) -> ProblemCard:
    with branch.read() as work:
        return read_problem(work, problem_id)


def other_branch(branch: Founded) -> Actor:
    """Somebody with all rights in another branch only."""
    key = new_key()
    with branch.change() as work:
        work.session.add(Branch(id=key, name="绵阳店", code="MY"))
    return replace(branch.actor, branch_id=key, all_branches=False)


def test_a_problem_has_a_number_its_tickets_and_a_history(branch: Founded) -> None:
    body = category(branch)
    tickets = [complaint(branch, TODAY), complaint(branch, TODAY - timedelta(days=3))]
    made = card(
        branch,
        founded(
            branch, *tickets, category_id=body, cause_code="workmanship", owner_id=branch.actor.account_id
        ),
    )
    assert made.line.number.endswith("P0001")
    assert made.line.state is ProblemState.FOUND
    assert made.line.category("zh") == "维修质量 / 钣金/喷漆"
    assert made.line.owner == "王芳"
    assert [ticket.id for ticket in made.tickets] == tickets
    assert [event.what for event in made.events] == ["grouped", "found"]
    assert made.events[0].by_name == "王芳"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"title": "  "}, "problem-title-wrong"),
        ({"title": "长" * 101}, "problem-title-wrong"),
        ({"cause_code": "moon"}, "problem-cause-unknown"),
        ({"category_id": uuid4()}, "row-gone"),
        ({"owner_id": uuid4()}, "row-gone"),
        ({"ticket_ids": (uuid4(),)}, "row-gone"),
    ],
)
def test_what_a_problem_cannot_be(branch: Founded, given: dict[str, object], code: str) -> None:
    with pytest.raises(UserError) as told, branch.change() as work:
        found_problem(work, NewProblem(**{"title": "色差", **given}))  # type: ignore[arg-type]
    assert told.value.code == code


def test_somebody_who_left_owns_no_problem(branch: Founded) -> None:
    with branch.change() as work:
        gone = Account(id=new_key(), name="赵强", login="zhao", password_hash="x", closed_at=work.now())
        gone.branch_id = branch.actor.branch_id
        work.session.add(gone)
        key = gone.id
    with pytest.raises(UserError) as told:
        founded(branch, owner_id=key)
    assert told.value.code == "account-closed"


def test_a_ticket_is_in_one_problem_only(branch: Founded) -> None:
    ticket = complaint(branch, TODAY)
    first, second = founded(branch, ticket), founded(branch)
    with pytest.raises(UserError) as told, branch.change() as work:
        group_tickets(work, second, [ticket])
    assert told.value.code == "problem-ticket-grouped"
    assert told.value.facts["problem"] == card(branch, first).line.number
    with branch.change() as work:
        assert group_tickets(work, first, [ticket]) == 0  # the second of two people: nothing to add
        ungroup_ticket(work, first, ticket)
    with pytest.raises(UserError) as told, branch.change() as work:
        ungroup_ticket(work, first, ticket)
    assert told.value.code == "problem-ticket-not-in"
    with branch.change() as work:
        assert group_tickets(work, second, [ticket]) == 1
    assert card(branch, first).line.tickets == 0
    assert card(branch, second).line.tickets == 1


def test_of_two_who_edit_the_second_is_told(branch: Founded) -> None:
    key = founded(branch)
    seen = card(branch, key).version
    with branch.change() as work:
        edit_problem(work, key, NewProblem(title="色差返工"), seen=seen)
    with pytest.raises(UserError) as told, branch.change() as work:
        edit_problem(work, key, NewProblem(title="别的"), seen=seen)
    assert told.value.code == "changed-meanwhile"
    shown = card(branch, key)
    assert shown.line.title == "色差返工"
    assert shown.events[0].facts == {"changes": {"title": ["喷漆色差", "色差返工"]}}


def test_another_branch_sees_and_groups_nothing(branch: Founded) -> None:
    ticket = complaint(branch, TODAY)
    key, actor = founded(branch, ticket), other_branch(branch)
    with branch.store.read(actor) as work:
        assert list_problems(work) == ()
        assert ungrouped_tickets(work) == ()
    for run in (
        lambda work: read_problem(work, key),
        lambda work: ungroup_ticket(work, key, ticket),
        lambda work: found_problem(work, NewProblem(title="x", ticket_ids=(ticket,))),
    ):
        with pytest.raises(UserError) as told, branch.change(actor) as work:
            run(work)
        assert told.value.code == "row-gone"


def test_headquarters_does_not_mix_branches(branch: Founded) -> None:
    theirs = complaint(branch, TODAY, actor=other_branch(branch))
    key = founded(branch, complaint(branch, TODAY))
    with pytest.raises(UserError) as told, branch.change() as work:
        group_tickets(work, key, [theirs])
    assert told.value.code == "problem-ticket-elsewhere"


def test_who_takes_tickets_reads_only(branch: Founded) -> None:
    key = founded(branch)
    actor = branch.actor_with(Permission.TAKE_TICKETS)
    with branch.store.read(actor) as work:
        assert not read_problem(work, key).may_change
    with pytest.raises(UserError) as told, branch.change(actor) as work:
        group_tickets(work, key, [])
    assert told.value.code == "not-allowed"


def test_a_problem_stated_by_mistake_goes_and_frees_its_tickets(branch: Founded) -> None:
    ticket = complaint(branch, TODAY)
    key = founded(branch, ticket)
    with branch.change() as work:
        remove_problem(work, key)
    with branch.read() as work:
        assert list_problems(work) == ()
        assert [line.id for line in ungrouped_tickets(work)] == [ticket]


def test_tickets_of_one_category_and_cause_are_suggested(branch: Founded) -> None:
    alike = [complaint(branch, TODAY - timedelta(days=day), cause_code="workmanship") for day in range(3)]
    unknown = [complaint(branch, TODAY, cause_code=cause) for cause in (None, "price", None)]
    complaint(branch, TODAY - timedelta(days=91), cause_code="workmanship")  # too long ago
    complaint(branch, TODAY, category_id=category(branch, "privacy"))  # alone
    complaint(branch, TODAY, category_id=None)
    with branch.read() as work:
        found = suggestions(work)
    assert [(one.cause_code, set(one.ticket_ids)) for one in found] == [
        ("", set(unknown)),
        ("workmanship", set(alike)),
    ]
    key = founded(branch, *alike, category_id=category(branch), cause_code="workmanship")
    again = [complaint(branch, TODAY, cause_code="workmanship") for _ in range(3)]
    with branch.read() as work:
        of_cause = next(one for one in suggestions(work) if one.cause_code)
    assert (set(of_cause.ticket_ids), of_cause.problem_id) == (set(again), key)


def test_unfounded_complaints_suggest_nothing(branch: Founded) -> None:
    keys = [complaint(branch, TODAY) for _ in range(3)]
    with branch.change() as work:
        work.session.add(
            TicketStep(
                ticket_id=keys[0],
                number=1,
                move_code="unfound",
                effect=MoveEffect.UNFOUND,
                from_stage="received",
                to_stage="unfounded",
                round=1,
                happened_at=work.now(),
                by_name="王芳",
                facts={"reason": "与本店无关"},
            )
        )
    with branch.read() as work:
        assert suggestions(work) == ()
        assert {line.id for line in ungrouped_tickets(work)} == set(keys[1:])
