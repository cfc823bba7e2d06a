"""The limits of open tickets worked out anew when the calendar, the hours or a limit changes, and what that moved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select

from app.complaints.clocks import refresh_all
from app.work import Work
from db.models.complaints import Ticket
from db.models.ticket_flows import Clock

_DUE: Final = {
    Clock.ACCEPTANCE: "accept_due_at",
    Clock.ANSWER: "answer_due_at",
    Clock.RESOLUTION: "resolve_due_at",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class TicketMoved:
    """A limit that was put on another moment."""

    ticket_id: UUID
    number: str
    clock: Clock
    before: datetime
    after: datetime | None


def rework(work: Work, branch_id: UUID | None) -> tuple[TicketMoved, ...]:
    """Work the limits of a branch's open tickets, or of all branches', out anew; what was breached stays marked.

    Part of the action that changed what they stand on; its use case has asked for permission.
    """
    work.session.flush()
    query = (
        select(Ticket)
        .where(Ticket.ended_at.is_(None))
        .order_by(Ticket.number)
        .with_for_update()  # whoever moves one of them at the same moment waits
        .execution_options(across_branches=True, populate_existing=True)
    )
    if branch_id is not None:
        query = query.where(Ticket.branch_id == branch_id)
    tickets = work.session.scalars(query).all()
    before = {ticket.id: _dues(ticket) for ticket in tickets}
    refresh_all(work, tickets)
    return tuple(
        TicketMoved(ticket_id=ticket.id, number=ticket.number, clock=clock, before=was, after=now)
        for ticket in tickets
        for clock, was in before[ticket.id].items()
        if was is not None and (now := _dues(ticket)[clock]) != was
    )


def _dues(ticket: Ticket) -> dict[Clock, datetime | None]:
    return {clock: getattr(ticket, name) for clock, name in _DUE.items()}
