"""A flow grows by its next edition: tickets go on in the one they were taken under."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from app.complaints.flows import flow_for, read_flow
from app.complaints.reading import read_ticket
from app.errors import UserError
from app.work import Work
from db.base import new_key
from db.models.access import Permission
from db.models.ticket_flows import FlowMove, FlowStage, MoveEffect, StageState, TicketFlow, TicketKind
from tests.builders.databases import Founded
from tests.builders.tickets import move, taken


def _short_edition(work: Work) -> TicketFlow:
    """Received, checked by a supervisor, closed: nothing the shipped flow has but its ends."""
    flow = TicketFlow(
        id=new_key(), kind=TicketKind.COMPLAINT, edition=2, name_zh="简易投诉", name_en="Short way"
    )
    work.session.add(flow)
    work.session.flush()
    states = (("received", StageState.OPEN), ("checked", StageState.OPEN), ("closed", StageState.CLOSED))
    for position, (code, state) in enumerate(states):
        work.session.add(
            FlowStage(flow_id=flow.id, code=code, name_zh=code, name_en=code, state=state, position=position)
        )
    ways: tuple[tuple[str, str, str, MoveEffect, list[str]], ...] = (
        ("check", "received", "checked", MoveEffect.NOTE, ["note", "weather"]),
        ("close", "checked", "closed", MoveEffect.CLOSE, []),
    )
    for position, (code, start, end, effect, needs) in enumerate(ways):
        work.session.add(
            FlowMove(
                flow_id=flow.id,
                code=code,
                from_stage=start,
                to_stage=end,
                name_zh=code,
                name_en=code,
                effect=effect,
                permission=Permission.TAKE_TICKETS.value,
                needs=needs,
                asks=[],
                position=position,
            )
        )
    work.session.flush()
    return flow


def test_old_tickets_stay_in_their_edition_and_new_ones_take_the_next(branch: Founded) -> None:
    with branch.change() as work:
        old = taken(work)
        move(work, old, "assign")
        short = _short_edition(work).id
        new = taken(work, complainant="钱进", matter="另一件事")
    with branch.change() as work:
        assert flow_for(work, TicketKind.COMPLAINT).id == short
        assert flow_for(work, TicketKind.INQUIRY).edition == 1
        assert [offer.move.code for offer in read_ticket(work, new).offers] == ["check"]
        assert read_ticket(work, old).flow.edition == 1
        move(work, old, "accept")
        with pytest.raises(UserError, match="fact-missing") as told:
            move(work, new, "check")
        assert told.value.facts["field"] == "weather"
        move(work, new, "check", weather="晴")
        move(work, new, "close")
    with branch.read() as work:
        done = read_ticket(work, new)
        assert read_ticket(work, old).line.stage == "accepted"
    assert (done.line.stage, done.line.stage_zh) == ("closed", "closed")
    assert done.steps[0].facts["weather"] == "晴"
    assert done.line.ended_at is not None


def test_a_move_of_another_edition_is_none(branch: Founded) -> None:
    with branch.change() as work:
        old = taken(work)
        _short_edition(work)
        new = taken(work, complainant="钱进", matter="另一件事")
    for ticket_id, code in ((old, "check"), (new, "assign")):
        with pytest.raises(UserError, match="ticket-move-unknown"), branch.change() as work:
            move(work, ticket_id, code)


def test_an_edition_taken_out_of_use_gives_way_to_the_last_active_one(branch: Founded) -> None:
    with branch.change() as work:
        short = _short_edition(work)
        ticket_id = taken(work)
        short.active, key = False, short.id
    with branch.change() as work:
        assert flow_for(work, TicketKind.COMPLAINT).edition == 1
        assert read_flow(work, key).stages[1].code == "checked"
        move(work, ticket_id, "check", weather="雨")
        for row in work.session.scalars(select(TicketFlow)):
            row.active = False
    with pytest.raises(UserError, match="flow-none"), branch.change() as work:
        taken(work)
