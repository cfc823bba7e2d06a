"""Whom the clocks of the desk call: lines for Today, and the round that marks what the clocks have reached.

Half used, the handler is warned; most of it used, the manager; past the limit manager and headquarters; long past it,
or grave, headquarters. The shares and the time are settings.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, false, or_, select

from app.calendar_days import work_calendar
from app.complaints.clocks import refresh_all
from app.complaints.listing import TicketFilter, list_tickets
from app.complaints.people import require_desk
from app.complaints.records import TicketLine
from app.work import Work
from db.models.access import Permission
from db.models.complaints import MarkKind, Ticket, TicketLevel, TicketMark
from db.models.ticket_flows import Clock

SWEPT_MOST: Final = 500
LINES_MOST: Final = 50
TO_MANAGER: Final = frozenset({MarkKind.MANAGER_WARNED, MarkKind.BREACHED, MarkKind.HEADQUARTERS})
TO_HEADQUARTERS: Final = frozenset({MarkKind.BREACHED, MarkKind.HEADQUARTERS})


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    """A mark somebody is to be told of."""

    mark_id: UUID
    ticket_id: UUID
    number: str
    name: str
    matter: str
    kind: MarkKind
    clock: Clock | None


def sweep(work: Work, *, most: int = SWEPT_MOST) -> int:
    """Mark what the clocks of open tickets have reached by now; returns how many tickets were looked at.

    Doing it twice changes nothing. Whoever has the desk open does it, for their branch or for all.
    """
    require_desk(work)
    tickets = work.session.scalars(
        select(Ticket)
        .where(Ticket.ended_at.is_(None), Ticket.warned_at <= work.now())
        .order_by(Ticket.warned_at)
        .limit(most)
        .with_for_update()
    ).all()
    refresh_all(work, tickets)
    return len(tickets)


def is_sweep_due(work: Work) -> bool:
    """Whether a clock has reached something that is not marked yet."""
    require_desk(work)
    query = select(Ticket.id).where(Ticket.ended_at.is_(None), Ticket.warned_at <= work.now()).limit(1)
    return work.session.scalar(query) is not None


def due_tickets(work: Work, *, limit: int = LINES_MOST) -> tuple[TicketLine, ...]:
    """The open tickets whose clocks call the actor, the one that runs out first on top."""
    require_desk(work)
    keys = work.session.scalars(
        select(Ticket.id)
        .where(Ticket.ended_at.is_(None), Ticket.is_waiting.is_(False), _calls(work))
        .order_by(Ticket.next_due_at.is_(None), Ticket.next_due_at, Ticket.id)
        .limit(limit)
    ).all()
    if not keys:
        return ()
    found = {line.id: line for line in list_tickets(work, TicketFilter(ids=tuple(keys)))}
    return tuple(found[key] for key in keys if key in found)


def notices(work: Work, told: frozenset[UUID]) -> tuple[Notice, ...]:
    """Marks of open tickets the actor is to be told of and was not yet; none outside working time."""
    require_desk(work)
    calendar, now = work_calendar(work), work.now()
    if calendar.next_opening(now) > now:
        return ()
    wanted = [and_(Ticket.handler_id == work.actor.account_id, TicketMark.kind.in_(list(MarkKind)))]
    if work.actor.may(Permission.ASSIGN_TICKETS):
        of_nobody = and_(Ticket.handler_id.is_(None), TicketMark.kind == MarkKind.HANDLER_WARNED)
        own = Ticket.branch_id == work.actor.branch_id
        wanted.append(and_(own, or_(TicketMark.kind.in_(TO_MANAGER), of_nobody)))
        if work.actor.all_branches:
            wanted.append(TicketMark.kind.in_(TO_HEADQUARTERS))
    rows = work.session.execute(
        select(
            TicketMark.id, TicketMark.kind, TicketMark.clock, Ticket.id, Ticket.number, Ticket.complainant,
            Ticket.matter,
        )
        .join(Ticket, Ticket.id == TicketMark.ticket_id)
        .where(Ticket.ended_at.is_(None), Ticket.is_waiting.is_(False), or_(*wanted), _still_runs())
        .order_by(TicketMark.happened_at.desc())
        .limit(LINES_MOST)
    ).all()  # fmt: skip
    return tuple(
        Notice(
            mark_id=row[0],
            kind=row[1],
            clock=row[2],
            ticket_id=row[3],
            number=row[4],
            name=row[5] or "",
            matter=row[6],
        )
        for row in rows
        if row[0] not in told
    )


def _calls(work: Work) -> ColumnElement[bool]:
    """The handler from half the time on, the manager from most of it, and whoever takes tickets those of nobody."""
    warned = or_(_has(frozenset(MarkKind)), Ticket.next_due_at < work.now())
    own = and_(Ticket.handler_id == work.actor.account_id, warned)
    of_nobody = and_(Ticket.handler_id.is_(None), warned)
    above: ColumnElement[bool] = false()
    if work.actor.may(Permission.ASSIGN_TICKETS):
        kinds = TO_HEADQUARTERS if work.actor.all_branches else TO_MANAGER
        above = or_(_has(kinds), Ticket.level != TicketLevel.ORDINARY)
    return or_(own, of_nobody, above)


def _still_runs() -> ColumnElement[bool]:
    """The mark's clock was not met since; a mark without a clock is about the whole ticket."""
    anew = and_(TicketMark.clock == Clock.RESOLUTION, TicketMark.round == Ticket.round)
    return or_(
        TicketMark.clock.is_(None),
        and_(TicketMark.clock == Clock.ACCEPTANCE, Ticket.accepted_at.is_(None)),
        and_(TicketMark.clock == Clock.ANSWER, Ticket.answered_at.is_(None)),
        and_(anew, Ticket.resolved_at.is_(None)),
    )


def _has(kinds: frozenset[MarkKind]) -> ColumnElement[bool]:
    return exists().where(TicketMark.ticket_id == Ticket.id, TicketMark.kind.in_(kinds))
