"""Plain SQL cannot move a ticket, nor alter its way so far, nor the flow it stands in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from app.errors import UserError
from app.work import Work
from db.base import new_key
from db.models.complaints import Approval, Ticket, TicketStep
from db.models.ticket_flows import MoveEffect, TicketFlow, TicketKind
from tests.builders.databases import Founded


def _ticket(work: Work, stage: str = "received") -> Ticket:
    flow = work.session.scalars(select(TicketFlow).where(TicketFlow.kind == TicketKind.COMPLAINT)).one()
    made = Ticket(
        id=new_key(),
        number="CDA1T00001",
        kind=TicketKind.COMPLAINT,
        flow_id=flow.id,
        stage=stage,
        channel_code="phone",
        received_at=work.now(),
        matter="空调不制冷",
        severity_code="normal",
    )
    work.session.add(made)
    work.session.flush()
    return made


def _step(
    work: Work, ticket: Ticket, code: str, effect: MoveEffect, to: str, *, number: int = 0, **facts: Any
) -> None:
    work.session.add(
        TicketStep(
            ticket_id=ticket.id,
            number=number or ticket.steps + 1,
            move_code=code,
            effect=effect,
            from_stage=ticket.stage,
            to_stage=to,
            round=1,
            happened_at=work.now(),
            by_name="王芳",
            facts=facts,
        )
    )
    work.session.flush()
    work.session.refresh(ticket)


@pytest.fixture
def assigned(branch: Founded) -> UUID:
    with branch.change() as work:
        ticket = _ticket(work)
        _step(work, ticket, "assign", MoveEffect.ASSIGN, "assigned", department="service")
        assert (ticket.stage, ticket.steps) == ("assigned", 1)
        return ticket.id


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("UPDATE ticket SET stage = 'closed'", "ticket-needs-step"),
        ("UPDATE ticket SET steps = 0, stage = 'received'", "ticket-needs-step"),
        ("UPDATE ticket SET is_waiting = (1 = 1)", "ticket-needs-step"),
        ("UPDATE ticket SET approval = 'given'", "ticket-needs-step"),
        ("UPDATE ticket SET cost = 1", "ticket-needs-step"),
        ("UPDATE ticket SET kind = 'inquiry'", "ticket-kept"),
        ("UPDATE ticket SET deleted_at = CURRENT_TIMESTAMP", "ticket-kept"),
        ("DELETE FROM ticket", "rows are never deleted"),
        ("DELETE FROM ticket_step", "rows are never deleted"),
        ("UPDATE ticket_step SET facts = '{}'", "this history only grows"),
        ("UPDATE ticket_step SET deleted_at = CURRENT_TIMESTAMP", "ticket-kept"),
        ("UPDATE flow_move SET to_stage = 'closed' WHERE code = 'accept'", "ticket-flow-in-use"),
        ("UPDATE flow_stage SET state = 'closed' WHERE code = 'assigned'", "ticket-flow-in-use"),
    ],
)
def test_a_console_is_refused(branch: Founded, assigned: UUID, statement: str, reason: str) -> None:
    with pytest.raises(DBAPIError, match=reason), branch.store.database.writer.begin() as connection:
        connection.execute(text(statement))
    with branch.read() as work:
        assert work.get(Ticket, assigned).stage == "assigned"


@pytest.mark.parametrize(
    ("move", "facts", "reason"),
    [
        (("close", MoveEffect.CLOSE, "closed"), {}, "ticket-move-unknown"),
        (("accept", MoveEffect.CLOSE, "accepted"), {}, "ticket-move-unknown"),
        (("accept", MoveEffect.ACCEPT, "closed"), {}, "ticket-move-unknown"),
        (("return", MoveEffect.RETURN, "received"), {"reason": "  "}, "ticket-facts-missing"),
        (("resume", MoveEffect.RESUME, "assigned"), {}, "ticket-waits-not"),
    ],
)
def test_an_impossible_step_is_refused(
    branch: Founded, assigned: UUID, move: tuple[str, MoveEffect, str], facts: dict[str, Any], reason: str
) -> None:
    with pytest.raises(UserError, match=reason), branch.change() as work:
        _step(work, work.get(Ticket, assigned), *move, **facts)


def test_a_step_follows_the_last_one(branch: Founded, assigned: UUID) -> None:
    with pytest.raises(UserError, match="ticket-moved"), branch.change() as work:
        _step(work, work.get(Ticket, assigned), "accept", MoveEffect.ACCEPT, "accepted", number=1)


def test_while_the_customer_is_waited_for_nothing_moves(branch: Founded, assigned: UUID) -> None:
    with branch.change() as work:
        ticket = work.get(Ticket, assigned)
        _step(work, ticket, "wait", MoveEffect.WAIT, "assigned", waiting_for="发票照片")
        assert ticket.is_waiting
    with pytest.raises(UserError, match="ticket-waits"), branch.change() as work:
        _step(work, work.get(Ticket, assigned), "accept", MoveEffect.ACCEPT, "accepted")


def test_a_solution_wanting_approval_is_not_agreed(branch: Founded, assigned: UUID) -> None:
    with branch.change() as work:
        ticket = work.get(Ticket, assigned)
        _step(work, ticket, "accept", MoveEffect.ACCEPT, "accepted")
        found: dict[str, Any] = dict.fromkeys(("cause", "course", "extent", "evidence", "liable"), "查明")
        _step(work, ticket, "investigate", MoveEffect.INVESTIGATE, "investigated", **found)
        _step(work, ticket, "propose", MoveEffect.PROPOSE, "proposed", measures="[]", cost="9000")
        ticket.approval = Approval.WANTED
    with pytest.raises(UserError, match="ticket-approval-wanted"), branch.change() as work:
        _step(work, work.get(Ticket, assigned), "agree", MoveEffect.AGREE, "agreed", how="call", moment="now")


def test_a_ticket_begins_at_the_beginning(branch: Founded) -> None:
    with pytest.raises(UserError, match="ticket-begins-wrong"), branch.change() as work:
        _ticket(work, stage="closed")


def test_a_step_out_of_the_flow_ends_its_ticket(branch: Founded, assigned: UUID) -> None:
    with branch.change() as work:
        ticket = work.get(Ticket, assigned)
        _step(work, ticket, "withdraw", MoveEffect.WITHDRAW, "withdrawn", how="call", reason="客户撤回")
        assert ticket.ended_at == work.now()


@pytest.mark.parametrize(
    ("table", "other"),
    [
        ("ticket", {"stage": "'received'", "steps": "0"}),
        (
            "ticket_step",
            {"number": "2", "from_stage": "'assigned'", "move_code": "'note'", "effect": "'note'",
             "facts": """'{"note":"x"}'"""},
        ),
    ],
)  # fmt: skip
def test_no_row_is_put_in_the_place_of_another(
    branch: Founded, assigned: UUID, table: str, other: dict[str, str]
) -> None:
    if branch.store.database.writer.dialect.name != "sqlite":
        pytest.skip("only SQLite replaces rows")
    with branch.store.database.writer.begin() as connection:
        names = [row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table})")]
        values = ", ".join(other.get(name, name) for name in names)
        replacing = f"REPLACE INTO {table} ({', '.join(names)}) SELECT {values} FROM {table}"
        with pytest.raises(DBAPIError, match="ticket-kept"):
            connection.exec_driver_sql(replacing)
    with branch.read() as work:
        assert work.get(Ticket, assigned).stage == "assigned"
