"""A complaint from receipt to its end: who may move it, what each move means, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from app.access.actor import Actor
from app.complaints.moving import make_move, measure_done
from app.complaints.reading import find_ticket, read_ticket
from app.errors import UserError
from db.base import new_key
from db.models.access import Account, Permission
from db.models.complaints import Approval
from tests.builders.databases import Founded
from tests.builders.tickets import move, taken, walk


@pytest.fixture
def colleague(branch: Founded) -> Actor:
    """Somebody of the service who handles nothing."""
    key = new_key()
    with branch.change() as work:
        work.session.add(Account(id=key, login="li", name="李静", password_hash="-"))
    return replace(branch.actor, account_id=key, name="李静")


def clerk(actor: Actor) -> Actor:
    """The same person with the rights of the counter."""
    rights = frozenset({Permission.TAKE_TICKETS, Permission.HANDLE_TICKETS})
    return replace(actor, permissions=rights, all_branches=False)


def test_a_complaint_goes_all_the_way(branch: Founded, colleague: Actor) -> None:
    with branch.change() as work:
        ticket_id = taken(work)
        walk(work, ticket_id, "carry-out")
    with branch.change(colleague) as work:
        for code in ("tell", "ask", "close"):
            move(work, ticket_id, code)
    with branch.read() as work:
        card = read_ticket(work, ticket_id)
        assert find_ticket(work, card.line.number.lower()) == ticket_id
    assert card.line.stage == "closed"
    assert [step.effect.value for step in card.steps][-3:] == ["tell", "ask", "close"]
    assert None not in (card.accepted_at, card.answered_at, card.resolved_at, card.line.ended_at)
    assert (card.solutions, card.line.satisfaction_code) == (1, "satisfied")
    assert all(not clock.is_breached and clock.met_at for clock in card.clocks)
    assert [measure.measure for measure in card.measures] == ["更换压缩机"]
    assert [offer.move.code for offer in card.offers] == ["reopen"]


def test_who_handled_it_does_not_tell_the_result(branch: Founded) -> None:
    with branch.change() as work:
        ticket_id = taken(work)
        walk(work, ticket_id, "carry-out")
    with pytest.raises(UserError, match="ticket-handled-by-you"), branch.change() as work:
        move(work, ticket_id, "tell")


def test_a_dissatisfied_customer_opens_it_again_and_counts(branch: Founded, colleague: Actor) -> None:
    with branch.change() as work:
        ticket_id = taken(work)
        walk(work, ticket_id, "carry-out")
    with branch.change(colleague) as work:
        move(work, ticket_id, "tell")
        move(work, ticket_id, "ask", satisfaction="dissatisfied")
    with pytest.raises(UserError, match="ticket-dissatisfied"), branch.change(colleague) as work:
        move(work, ticket_id, "close")
    with branch.change(colleague) as work:
        move(work, ticket_id, "reopen")
        card = read_ticket(work, ticket_id)
    assert (card.line.stage, card.line.round, card.resolved_at) == ("accepted", 2, None)


def test_an_objection_makes_the_next_solution(branch: Founded) -> None:
    with branch.change() as work:
        ticket_id = taken(work)
        walk(work, ticket_id, "propose")
        move(work, ticket_id, "object")
        move(work, ticket_id, "propose", measures=[{"measure": "换新车载空调"}, {"measure": "送保养"}])
        card = read_ticket(work, ticket_id)
    assert (card.line.stage, card.solutions) == ("proposed", 2)
    assert [(m.solution, m.measure) for m in card.measures][1:] == [(2, "换新车载空调"), (2, "送保养")]


def test_a_costly_solution_waits_for_somebody_else(branch: Founded, colleague: Actor) -> None:
    with branch.change() as work:
        ticket_id = taken(work)
        walk(work, ticket_id, "investigate")
    handler = clerk(colleague)
    with branch.change() as work:
        move(work, ticket_id, "reassign", handler=colleague.account_id)
    with branch.change(handler) as work:
        for code in ("accept", "investigate"):
            move(work, ticket_id, code)
        move(work, ticket_id, "propose", cost="9000")
        assert read_ticket(work, ticket_id).approval is Approval.WANTED
    with pytest.raises(UserError, match="ticket-approval-wanted"), branch.change(handler) as work:
        move(work, ticket_id, "agree")
    with pytest.raises(UserError, match="approval-own"), branch.change(colleague) as work:
        move(work, ticket_id, "approve")
    with branch.change() as work:
        move(work, ticket_id, "approve")
        move(work, ticket_id, "agree")
        assert read_ticket(work, ticket_id).line.stage == "agreed"


def test_two_people_move_one_ticket(branch: Founded, colleague: Actor) -> None:
    with branch.change() as work:
        ticket_id = taken(work)
    with branch.change(colleague) as work:
        move(work, ticket_id, "assign")
    with pytest.raises(UserError, match="ticket-moved") as told, branch.change() as work:
        make_move(work, ticket_id, "assign", {"department": "sales"}, seen=0)
    assert told.value.facts["by"] == "李静"
    with branch.read() as work:
        assert len(read_ticket(work, ticket_id).steps) == 1


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"how": ""}, "fact-missing"),
        ({"how": "telepathy"}, "fact-wrong"),
        ({"told": "长" * 100_001}, "text-too-long"),
        ({"moment": "yesterday"}, "fact-wrong"),
    ],
)
def test_what_a_move_states_is_checked(branch: Founded, facts: dict[str, object], code: str) -> None:
    with branch.change() as work:
        ticket_id = taken(work)
    with pytest.raises(UserError, match=code), branch.change() as work:
        move(work, ticket_id, "answer", **facts)
    with branch.read() as work:
        assert read_ticket(work, ticket_id).steps_count == 0


@pytest.mark.parametrize("ahead", [timedelta(days=1), timedelta(days=-400)])
def test_nothing_happens_before_the_ticket_or_after_now(branch: Founded, ahead: timedelta) -> None:
    with branch.change() as work:
        ticket_id = taken(work)
    with pytest.raises(UserError, match="moment-wrong"), branch.change() as work:
        move(work, ticket_id, "answer", moment=work.now() + ahead)


def test_only_a_manager_ends_it_before_its_end(branch: Founded) -> None:
    with branch.change() as work:
        ticket_id = taken(work)
    for code in ("withdraw", "unfound"):
        with pytest.raises(UserError, match="not-allowed"), branch.change(clerk(branch.actor)) as work:
            move(work, ticket_id, code)
    with branch.change() as work:
        move(work, ticket_id, "withdraw")
        card = read_ticket(work, ticket_id)
    assert card.line.ended_at is not None
    assert [offer.move.code for offer in card.offers] == []


def test_waiting_keeps_everything_but_talk(branch: Founded) -> None:
    with branch.change() as work:
        ticket_id = taken(work)
        walk(work, ticket_id, "accept")
        move(work, ticket_id, "wait")
        card = read_ticket(work, ticket_id)
        allowed = {offer.move.code for offer in card.offers if offer.is_allowed}
        assert allowed == {"resume", "note", "amend", "withdraw", "unfound"}
        assert card.line.next_due_at is None
        move(work, ticket_id, "resume")
        assert read_ticket(work, ticket_id).line.next_due_at is not None


def test_a_measure_is_ticked_off_and_back(branch: Founded) -> None:
    with branch.change() as work:
        ticket_id = taken(work)
        walk(work, ticket_id, "agree")
        measure: UUID = read_ticket(work, ticket_id).measures[0].id
        measure_done(work, measure, work.today(), note="师傅已到")
        assert read_ticket(work, ticket_id).measures[0].done_on == work.today()
    with pytest.raises(UserError, match="measure-day-wrong"), branch.change() as work:
        measure_done(work, measure, work.today() + timedelta(days=1))
    with branch.change() as work:
        measure_done(work, measure, None)
        assert read_ticket(work, ticket_id).measures[0].done_on is None


def test_a_ticket_of_another_branch_is_out_of_reach(branch: Founded) -> None:
    with branch.change() as work:
        ticket_id = taken(work)
    stranger = replace(clerk(branch.actor), branch_id=new_key())
    with pytest.raises(UserError, match="row-gone"), branch.change(stranger) as work:
        make_move(work, ticket_id, "assign", {"department": "sales"}, seen=0)


def test_what_is_told_after_reopening_was_not_told_before(branch: Founded, colleague: Actor) -> None:
    with branch.change() as work:
        ticket_id = taken(work, received_at=work.now() - timedelta(days=1))
        walk(work, ticket_id, "carry-out")
    with branch.change(colleague) as work:
        move(work, ticket_id, "tell", moment=work.now() - timedelta(hours=2))
        move(work, ticket_id, "ask", satisfaction="dissatisfied")
        move(work, ticket_id, "reopen")
    with branch.change() as work:
        for code in ("investigate", "propose", "agree", "carry-out"):
            move(work, ticket_id, code)
    with pytest.raises(UserError, match="moment-wrong"), branch.change(colleague) as work:
        move(work, ticket_id, "tell", moment=work.now() - timedelta(hours=2))


def test_more_than_was_agreed_is_not_spent_by_who_may_not_decide_it(
    branch: Founded, colleague: Actor
) -> None:
    with branch.change() as work:
        ticket_id = taken(work)
        walk(work, ticket_id, "accept")
        move(work, ticket_id, "reassign", handler=colleague.account_id)
    handler = clerk(colleague)
    with branch.change(handler) as work:
        for code in ("accept", "investigate", "propose", "agree"):
            move(work, ticket_id, code, cost="0")
    with pytest.raises(UserError, match="cost-beyond-approved"), branch.change(handler) as work:
        move(work, ticket_id, "carry-out", cost_spent="9999999")
    with branch.change(handler) as work:
        move(work, ticket_id, "carry-out", cost_spent="0")
