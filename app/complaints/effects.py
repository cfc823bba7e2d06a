"""What a step means for its ticket beyond the stage it leads to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from app.complaints.approvals import needs_approval
from app.complaints.offers import HANDLING
from app.work import Work
from db.models.complaints import Approval, Ticket, TicketMeasure, TicketStep
from db.models.ticket_flows import MoveEffect

E = MoveEffect
Stated = dict[str, Any]


def carry_effect(work: Work, ticket: Ticket, step: TicketStep, facts: Stated) -> None:
    """Set what the step's effect sets; the ticket is at the step's stage already."""
    effect = _EFFECTS.get(step.effect)
    if effect is not None:
        effect(work, ticket, step, facts)
    if step.effect in HANDLING and ticket.handler_id is None:
        ticket.handler_id = work.actor.account_id


def _assign(work: Work, ticket: Ticket, step: TicketStep, facts: Stated) -> None:
    _drop_solution(work, ticket, step, facts)
    ticket.department_code = facts.get("department")
    ticket.handler_id = UUID(facts["handler"]) if "handler" in facts else None


def _return(_work: Work, ticket: Ticket, _step: TicketStep, _facts: Stated) -> None:
    ticket.handler_id = None


def _accept(work: Work, ticket: Ticket, _step: TicketStep, _facts: Stated) -> None:
    ticket.accepted_at = ticket.accepted_at or work.now()


def _investigate(_work: Work, ticket: Ticket, _step: TicketStep, facts: Stated) -> None:
    ticket.cause_code = facts.get("cause_code", ticket.cause_code)
    ticket.liable = facts.get("liable", ticket.liable)


def _propose(work: Work, ticket: Ticket, step: TicketStep, facts: Stated) -> None:
    ticket.solutions += 1
    ticket.cost = Decimal(facts.get("cost", "0"))
    ticket.approval = Approval.WANTED if needs_approval(work, ticket.cost) else Approval.NONE
    ticket.approval_step_id = None
    for position, measure in enumerate(facts.get("measures", ())):
        person, due = measure["person_id"], measure["due_on"]
        work.session.add(
            TicketMeasure(
                branch_id=ticket.branch_id,
                ticket_id=ticket.id,
                step_id=step.id,
                solution=ticket.solutions,
                position=position,
                measure=measure["measure"],
                person_id=UUID(person) if person else None,
                due_on=date.fromisoformat(due) if due else None,
            )
        )


def _approve(_work: Work, ticket: Ticket, step: TicketStep, _facts: Stated) -> None:
    ticket.approval, ticket.approval_step_id = Approval.GIVEN, step.id


def _drop_solution(_work: Work, ticket: Ticket, _step: TicketStep, _facts: Stated) -> None:
    ticket.approval, ticket.approval_step_id = Approval.NONE, None


def _answer(work: Work, ticket: Ticket, _step: TicketStep, facts: Stated) -> None:
    ticket.answered_at = ticket.answered_at or _moment(work, facts)


def _tell(work: Work, ticket: Ticket, step: TicketStep, facts: Stated) -> None:
    _answer(work, ticket, step, facts)
    ticket.resolved_at = _moment(work, facts)


def _ask(_work: Work, ticket: Ticket, _step: TicketStep, facts: Stated) -> None:
    ticket.satisfaction_code = facts.get("satisfaction", ticket.satisfaction_code)


def _reopen(work: Work, ticket: Ticket, step: TicketStep, facts: Stated) -> None:
    ticket.round = step.round
    ticket.resolved_at = ticket.satisfaction_code = None
    _drop_solution(work, ticket, step, facts)


def _moment(work: Work, facts: Stated) -> datetime:
    return datetime.fromisoformat(facts["moment"]) if "moment" in facts else work.now()


_EFFECTS: Final[dict[MoveEffect, Callable[[Work, Ticket, TicketStep, Stated], None]]] = {
    E.ASSIGN: _assign,
    E.RETURN: _return,
    E.ACCEPT: _accept,
    E.INVESTIGATE: _investigate,
    E.PROPOSE: _propose,
    E.APPROVE: _approve,
    E.REFUSE: _drop_solution,
    E.OBJECT: _drop_solution,
    E.AGREE: _answer,
    E.ANSWER: _answer,
    E.TELL: _tell,
    E.ASK: _ask,
    E.CLOSE: _ask,
    E.REOPEN: _reopen,
}
