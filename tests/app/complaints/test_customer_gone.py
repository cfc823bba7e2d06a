"""A card somebody is still owed an answer on stays; a ticket outlives the card it was taken for."""

from __future__ import annotations

import pytest

from app.complaints.listing import TicketFilter, list_tickets
from app.complaints.reading import read_ticket
from app.customers.editing import delete_card
from app.errors import UserError
from db.models.access import Permission
from db.models.ticket_flows import TicketKind
from tests.builders.cards import card_of, walk_in
from tests.builders.databases import Founded
from tests.builders.tickets import move, taken


def test_a_card_with_an_open_ticket_is_not_deleted(branch: Founded) -> None:
    customer_id = walk_in(branch).customer_id
    with branch.change() as work:
        numbers = [read_ticket(work, taken(work, customer_id=customer_id)).line.number for _ in range(2)]
    with pytest.raises(UserError, match="card-has-open-tickets") as told, branch.change() as work:
        delete_card(work, customer_id)
    assert told.value.facts["numbers"] == ", ".join(sorted(numbers))
    with branch.read() as work:
        assert list_tickets(work, TicketFilter())


def test_whoever_may_delete_cards_needs_no_right_on_the_desk_to_be_told(branch: Founded) -> None:
    registered = walk_in(branch)
    with branch.change() as work:
        taken(work, customer_id=registered.customer_id)
    eraser = branch.actor_with(Permission.DELETE_CARD)
    with pytest.raises(UserError, match="card-has-open-tickets"), branch.change(eraser) as work:
        delete_card(work, registered.customer_id)
    assert card_of(branch, registered).id == registered.customer_id


def test_a_ticket_says_that_its_card_is_gone(branch: Founded) -> None:
    customer_id = walk_in(branch, name="张三").customer_id
    with branch.change() as work:
        ticket_id = taken(work, customer_id=customer_id, complainant="")
        assert not read_ticket(work, ticket_id).customer_gone
        move(work, ticket_id, "withdraw")
        delete_card(work, customer_id)
    with branch.change() as work:
        card = read_ticket(work, ticket_id)
    assert card.customer_gone
    assert card.line.customer_name == "张三"


def test_an_ended_ticket_of_a_gone_card_opens_again(branch: Founded) -> None:
    """The customer still has a complaint, whether or not there is a card."""
    customer_id = walk_in(branch).customer_id
    with branch.change() as work:
        from_stage = taken(work, kind=TicketKind.INQUIRY, customer_id=customer_id)
        for code in ("tell", "close"):
            move(work, from_stage, code)
        delete_card(work, customer_id)
    with branch.change() as work:
        move(work, from_stage, "reopen")
        assert read_ticket(work, from_stage).line.stage == "assigned"
    with pytest.raises(UserError, match="row-gone"), branch.change() as work:
        taken(work, customer_id=customer_id)
