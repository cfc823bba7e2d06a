"""D3: the three clocks of a ticket in working time, kept on the ticket so that the desk can be read by them.

All three count from when the ticket was received; a ticket opened again begins its resolution anew. Only waiting for
the customer pauses them. What a clock reached is written as a mark before anything is worked out anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import or_, select

from app.calendar_days import calendar_of
from app.complaints.records import ClockRecord
from app.lists import settings_of
from app.work import Work
from app.worktime import Pause, WorkCalendar, deadline, share_used, warning_at
from db.models.complaints import MarkKind, Ticket, TicketLevel, TicketMark, TicketStep
from db.models.ticket_flows import Clock, MoveEffect, TicketKind, TicketLimit

_PAUSING: Final = (
    MoveEffect.WAIT,
    MoveEffect.RESUME,
    MoveEffect.WITHDRAW,
    MoveEffect.UNFOUND,
    MoveEffect.REOPEN,
)
AT_ONCE: Final = 500

Limits = Mapping[tuple[TicketKind, str, Clock], int]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Run:
    """One clock while it runs: where it starts, how long it has, when it was met."""

    clock: Clock
    round: int
    start: datetime
    amount: timedelta
    met_at: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Ground:
    """What the clocks of one branch stand on."""

    calendar: WorkCalendar
    limits: Limits
    handler_share: float
    manager_share: float
    headquarters: timedelta


def ground_of(work: Work, branch_id: UUID) -> Ground:
    """Calendar, limits and warning shares of a branch."""
    settings = settings_of(work, branch_id)
    return Ground(
        calendar=calendar_of(work, branch_id),
        limits=limits_of(work, branch_id),
        handler_share=settings["ticket-warn-handler-percent"] / 100,
        manager_share=settings["ticket-warn-manager-percent"] / 100,
        headquarters=timedelta(minutes=settings["ticket-headquarters-minutes"]),
    )


def limits_of(work: Work, branch_id: UUID) -> dict[tuple[TicketKind, str, Clock], int]:
    """Minutes of working time by kind, severity and clock; the branch's own row before the one for all."""
    rows = work.session.scalars(
        select(TicketLimit)
        .where(or_(TicketLimit.branch_id.is_(None), TicketLimit.branch_id == branch_id))
        .order_by(TicketLimit.branch_id.is_not(None), TicketLimit.changed_at)
    )
    found: dict[tuple[TicketKind, str, Clock], int] = {}
    for row in rows:
        key = row.kind, row.severity_code, row.clock
        found.pop(key, None)
        if row.active:
            found[key] = row.minutes
    return found


def clocks_of(
    work: Work, ticket: Ticket, steps: Sequence[TicketStep] | None = None
) -> tuple[ClockRecord, ...]:
    """The clocks of a ticket as they stand now; one without a limit is left out."""
    made = _steps_of(work, [ticket.id]).get(ticket.id, []) if steps is None else list(steps)
    ground = ground_of(work, ticket.branch_id)
    breached = {
        (row.clock, row.round)
        for row in work.session.execute(
            select(TicketMark.clock, TicketMark.round).where(
                TicketMark.ticket_id == ticket.id, TicketMark.kind == MarkKind.BREACHED
            )
        )
    }
    pauses = pauses_in(made)
    return tuple(
        _record(ground, run, pauses, ticket, now=work.now(), was_breached=(run.clock, run.round) in breached)
        for run in _runs(ground, ticket, made)
    )


def _record(
    ground: Ground, run: _Run, pauses: Sequence[Pause], ticket: Ticket, *, now: datetime, was_breached: bool
) -> ClockRecord:
    found = deadline(ground.calendar, run.start, run.amount, pauses)
    until = run.met_at or ticket.ended_at or now
    late = found.at is not None and found.at < until
    return ClockRecord(
        clock=run.clock,
        minutes=int(run.amount.total_seconds()) // 60,
        deadline=found,
        due_at=found.at,
        met_at=run.met_at,
        used=share_used(ground.calendar, run.start, run.amount, until, pauses),
        is_breached=late or was_breached,
        is_paused=ticket.is_waiting and run.met_at is None,
    )


def refresh(work: Work, ticket: Ticket) -> None:
    """Mark what the clocks of a ticket have reached, then work its limits out anew."""
    refresh_all(work, [ticket])


def refresh_all(work: Work, tickets: Iterable[Ticket]) -> None:
    """As `refresh`, for many tickets with few questions to the database."""
    batch: list[Ticket] = []
    grounds: dict[UUID, Ground] = {}
    for ticket in tickets:
        batch.append(ticket)
        if len(batch) == AT_ONCE:
            _refresh(work, batch, grounds)
            batch = []
    _refresh(work, batch, grounds)


def _refresh(work: Work, tickets: Sequence[Ticket], grounds: dict[UUID, Ground]) -> None:
    if not tickets:
        return
    work.session.flush()
    keys = [ticket.id for ticket in tickets]
    steps, marked = _steps_of(work, keys), _marks_of(work, keys)
    for ticket in tickets:
        ground = grounds.get(ticket.branch_id)
        if ground is None:
            ground = grounds[ticket.branch_id] = ground_of(work, ticket.branch_id)
        _refresh_one(work, ticket, ground, steps.get(ticket.id, []), marked[ticket.id])
    work.session.flush()


_DUE: Final = {
    Clock.ACCEPTANCE: "accept_due_at",
    Clock.ANSWER: "answer_due_at",
    Clock.RESOLUTION: "resolve_due_at",
}

Marked = set[tuple[MarkKind, Clock | None, int]]


def _refresh_one(
    work: Work, ticket: Ticket, ground: Ground, steps: Sequence[TicketStep], marked: Marked
) -> None:
    now, pauses = work.now(), pauses_in(steps)
    for clock, name in _DUE.items():  # by the limit as it stood until now
        due, met = getattr(ticket, name), _met(ticket, clock)
        if due is not None and due < (met or now):
            _mark(work, ticket, marked, (MarkKind.BREACHED, clock), due)
    if ticket.level is TicketLevel.GRAVE:
        _mark(work, ticket, marked, (MarkKind.HEADQUARTERS, None), ticket.received_at)
    dues: dict[str, datetime | None] = dict.fromkeys(_DUE.values())
    upcoming: list[datetime] = []
    for run in _runs(ground, ticket, steps) if ticket.ended_at is None else ():
        if run.met_at is not None:
            continue
        dues[_DUE[run.clock]] = deadline(ground.calendar, run.start, run.amount, pauses).at
        for kind, at in _events(ground, run, pauses):
            if at <= now:
                _mark(work, ticket, marked, (kind, run.clock), at)
            elif (kind, run.clock, run.round) not in marked:
                upcoming.append(at)
    for name, due in dues.items():
        setattr(ticket, name, due)
    ticket.next_due_at = min((due for due in dues.values() if due is not None), default=None)
    ticket.warned_at = min(upcoming, default=None)


def _events(ground: Ground, run: _Run, pauses: Sequence[Pause]) -> list[tuple[MarkKind, datetime]]:
    """What a clock will reach, and when, if nothing else happens: warnings in opening hours only."""
    calendar = ground.calendar
    due = deadline(calendar, run.start, run.amount, pauses).at
    found: list[tuple[MarkKind, datetime | None]] = [
        (MarkKind.HANDLER_WARNED, warning_at(calendar, run.start, run.amount, ground.handler_share, pauses)),
        (MarkKind.MANAGER_WARNED, warning_at(calendar, run.start, run.amount, ground.manager_share, pauses)),
        (MarkKind.BREACHED, due),
    ]
    if due is not None:
        later = [pause for pause in pauses if pause.end is None or pause.end > due]
        found.append((MarkKind.HEADQUARTERS, deadline(calendar, due, ground.headquarters, later).at))
    return [(kind, at) for kind, at in found if at is not None]


def _mark(
    work: Work, ticket: Ticket, marked: Marked, what: tuple[MarkKind, Clock | None], at: datetime
) -> None:
    kind, clock = what
    round_ = ticket.round if clock is Clock.RESOLUTION else 1
    if (kind, clock, round_) in marked:
        return
    marked.add((kind, clock, round_))
    work.session.add(
        TicketMark(
            branch_id=ticket.branch_id,
            ticket_id=ticket.id,
            kind=kind,
            clock=clock,
            round=round_,
            due_at=at if kind is MarkKind.BREACHED else None,
            happened_at=at,
            reason=ticket.grave_code if clock is None else None,
        )
    )


def _runs(ground: Ground, ticket: Ticket, steps: Sequence[TicketStep]) -> list[_Run]:
    runs = []
    for clock in Clock:
        minutes = ground.limits.get((ticket.kind, ticket.severity_code, clock))
        if minutes is None:
            continue
        anew = clock is Clock.RESOLUTION and ticket.round > 1
        runs.append(
            _Run(
                clock=clock,
                round=ticket.round if anew else 1,
                start=_reopened_at(ticket, steps) if anew else ticket.received_at,
                amount=timedelta(minutes=minutes),
                met_at=_met(ticket, clock),
            )
        )
    return runs


def _reopened_at(ticket: Ticket, steps: Sequence[TicketStep]) -> datetime:
    moments = [step.happened_at for step in steps if step.effect is MoveEffect.REOPEN]
    return max(moments, default=ticket.received_at)


def _met(ticket: Ticket, clock: Clock) -> datetime | None:
    return {
        Clock.ACCEPTANCE: ticket.accepted_at,
        Clock.ANSWER: ticket.answered_at,
        Clock.RESOLUTION: ticket.resolved_at,
    }[clock]


def pauses_in(steps: Iterable[TicketStep]) -> tuple[Pause, ...]:
    """The times a ticket waited for the customer, by its steps in order; the last may still last."""
    found: list[Pause] = []
    begun: datetime | None = None
    for step in steps:
        if step.effect is MoveEffect.WAIT:
            begun = step.happened_at
        elif step.effect in _PAUSING and begun is not None:
            found.append(Pause(start=begun, end=step.happened_at))
            begun = None
    if begun is not None:
        found.append(Pause(start=begun))
    return tuple(found)


def _steps_of(work: Work, keys: Sequence[UUID]) -> dict[UUID, list[TicketStep]]:
    found: dict[UUID, list[TicketStep]] = defaultdict(list)
    rows = work.session.scalars(
        select(TicketStep)
        .where(TicketStep.ticket_id.in_(keys), TicketStep.effect.in_(_PAUSING))
        .order_by(TicketStep.ticket_id, TicketStep.number)
        .execution_options(across_branches=True)  # a day changed for all moves the tickets of all
    )
    for row in rows:
        found[row.ticket_id].append(row)
    return found


def _marks_of(work: Work, keys: Sequence[UUID]) -> dict[UUID, Marked]:
    found: dict[UUID, Marked] = defaultdict(set)
    rows = work.session.execute(
        select(TicketMark.ticket_id, TicketMark.kind, TicketMark.clock, TicketMark.round)
        .where(TicketMark.ticket_id.in_(keys))
        .execution_options(across_branches=True)
    )
    for row in rows:
        found[row.ticket_id].add((row.kind, row.clock, row.round))
    return found
