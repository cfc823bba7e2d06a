"""Several people at one ticket: one wins, the others are told who and where it stands, the history is whole."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.access.actor import Actor
from app.complaints.moving import make_move
from app.complaints.reading import read_ticket
from app.customers.editing import delete_card
from app.errors import UserError
from app.work import Work
from db.models.ticket_flows import MoveEffect
from tests.builders.cards import walk_in
from tests.builders.databases import Founded
from tests.builders.tickets import move, taken, walk
from tests.builders.visits import colleague

Deed = Callable[[Work], object]


def _at_once(branch: Founded, *deeds: tuple[Actor, Deed]) -> list[UserError]:
    """All begin before any has ended; what was refused."""
    begun = threading.Barrier(len(deeds), timeout=20)
    refused: list[UserError] = []

    def act(who: Actor, deed: Deed) -> None:
        begun.wait()
        try:
            with branch.change(who) as work:
                deed(work)
        except UserError as error:
            refused.append(error)

    threads = [threading.Thread(target=act, args=pair) for pair in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return refused


def test_of_several_moves_one_is_made_and_the_others_are_told(branch: Founded) -> None:
    people = [branch.actor, *(colleague(branch, name) for name in ("李静", "陈晨", "周洋"))]
    with branch.change() as work:
        ticket_id = taken(work)

    def assigning(to: str) -> Deed:
        return lambda work: make_move(work, ticket_id, "assign", {"department": to}, seen=0)

    deeds = zip(people, map(assigning, ("sales", "service", "parts", "finance")), strict=True)
    refused = _at_once(branch, *deeds)
    with branch.read() as work:
        (step,) = read_ticket(work, ticket_id).steps
    assert [(error.code, error.facts["by"], error.facts["stage"]) for error in refused] == [
        ("ticket-moved", step.by_name, "分派")
    ] * 3


def test_two_ways_out_of_one_stage_are_not_both_taken(branch: Founded) -> None:
    other = colleague(branch, "李静")
    with branch.change() as work:
        ticket_id = taken(work)
        walk(work, ticket_id, "propose")
    said = {"how": "call", "moment": branch.store.clock(), "objection": "太慢"}
    (refused,) = _at_once(
        branch,
        (branch.actor, lambda work: make_move(work, ticket_id, "agree", said, seen=4)),
        (other, lambda work: make_move(work, ticket_id, "object", said, seen=4)),
    )
    assert refused.code == "ticket-moved"
    with branch.read() as work:
        card = read_ticket(work, ticket_id)
    last = card.steps[-1]
    assert (len(card.steps), card.line.stage) == (5, last.to_stage)
    assert (last.effect is MoveEffect.AGREE) == (card.answered_at is not None)


def test_a_card_is_not_deleted_under_a_ticket_being_taken(branch: Founded) -> None:
    other = colleague(branch, "李静")
    for number in range(3):
        customer_id = walk_in(branch, phone=f"1380013800{number}").customer_id
        refused = _at_once(
            branch,
            (branch.actor, lambda work, key=customer_id: delete_card(work, key)),  # type: ignore[misc]
            (other, lambda work, key=customer_id: taken(work, customer_id=key)),  # type: ignore[misc]
        )
        assert [error.code for error in refused] in (["row-gone"], ["card-has-open-tickets"])


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ticket SET stage = 'closed', steps = 5",
        "UPDATE ticket SET stage = 'accepted', steps = 2",
        "UPDATE ticket SET steps = steps + 1",
        "UPDATE ticket_step SET to_stage = 'closed'",
        "DELETE FROM ticket_measure",
    ],
)
def test_a_console_moves_nothing(branch: Founded, statement: str) -> None:
    with branch.change() as work:
        ticket_id = taken(work)
        walk(work, ticket_id, "propose")
        before = read_ticket(work, ticket_id)
    with (
        pytest.raises(DBAPIError, match="branchdesk: "),
        branch.store.database.writer.begin() as connection,
    ):
        connection.execute(text(statement))
    with branch.change() as work:
        after = read_ticket(work, ticket_id)
        move(work, ticket_id, "note")
    assert (after.steps, after.measures, after.line.stage) == (
        before.steps,
        before.measures,
        before.line.stage,
    )
