"""Tickets that may share a problem, put straight into the table."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.access.actor import Actor
from db.base import new_key
from db.models.complaints import Ticket
from db.models.ticket_flows import TicketCategory, TicketFlow, TicketKind
from tests.builders.databases import Founded

_numbers = iter(range(1, 10**9))


def category(branch: Founded, code: str = "repair-body") -> UUID:
    """The key of a shipped category."""
    with branch.read() as work:
        return work.session.scalars(select(TicketCategory.id).where(TicketCategory.code == code)).one()


def complaint(branch: Founded, on: date, *, actor: Actor | None = None, **columns: Any) -> UUID:
    """A complaint received at noon of a day (in China), of 钣金/喷漆 unless said otherwise."""
    key = new_key()
    with branch.change(actor) as work:
        flow = work.session.scalars(select(TicketFlow).where(TicketFlow.kind == TicketKind.COMPLAINT)).one()
        body = select(TicketCategory.id).where(TicketCategory.code == "repair-body")
        given = {"category_id": work.session.scalars(body).one(), "complainant": "李四", **columns}
        row = Ticket(
            id=key,
            number=f"CDA1T{next(_numbers):05d}",
            kind=TicketKind.COMPLAINT,
            flow_id=flow.id,
            stage="received",
            channel_code="phone",
            received_at=datetime.combine(on, time(4), UTC),
            matter="喷漆有色差",
            severity_code="normal",
        )
        for name, value in given.items():
            setattr(row, name, value)
        work.session.add(row)
    return key
