"""Measures against common problems on the list of today: for whom, and from which day on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from app.access.actor import Actor
from app.complaints.improvements import add_improvement
from app.complaints.problem_records import NewImprovement, NewProblem
from app.complaints.problems import found_problem
from app.followups.records import Scope
from app.states import Permission
from app.today.listing import read_today
from tests.builders.caring import TODAY, set_day
from tests.builders.databases import Founded

CARDS = (Permission.PLAN_FOLLOWUPS, Permission.READ_CARD, Permission.SEND_MESSAGES)
COUNTER = (*CARDS, Permission.TAKE_TICKETS)


@pytest.fixture
def due(branch: Founded) -> UUID:
    """A measure of the owner's due today, and one due tomorrow."""
    set_day(branch)
    me = branch.actor.account_id
    with branch.change() as work:
        key = found_problem(work, NewProblem(title="色差", owner_id=me))
        later = NewImprovement(measure="换灯", owner_id=me, due_on=TODAY + timedelta(days=1))
        add_improvement(work, key, later)
        return add_improvement(work, key, NewImprovement(measure="换比色卡", owner_id=me, due_on=TODAY))


def shown(branch: Founded, actor: Actor, scope: Scope) -> list[UUID]:
    with branch.store.read(actor) as work:
        return [one.id for one in read_today(work, scope).improvements]


def test_its_owner_has_it_on_the_list(branch: Founded, due: UUID) -> None:
    owner = branch.actor_with(*COUNTER)
    assert shown(branch, owner, Scope(person=owner.account_id)) == [due]
    assert shown(branch, owner, Scope()) == [due]


def test_others_have_not_but_who_solves_problems_sees_all(branch: Founded, due: UUID) -> None:
    clerk = replace(branch.actor_with(*COUNTER), account_id=uuid4())
    solver = replace(branch.actor_with(*COUNTER, Permission.SOLVE_PROBLEMS), account_id=uuid4())
    assert shown(branch, clerk, Scope()) == []
    assert shown(branch, solver, Scope(person=solver.account_id)) == []
    assert shown(branch, solver, Scope()) == [due]
    blind = branch.actor_with(*CARDS)
    assert shown(branch, blind, Scope()) == []
