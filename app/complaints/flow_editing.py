"""New editions of a flow: released as a whole, switched off and on; tickets stay in the edition they began in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from app.access.reach import require_all_branches
from app.complaints.flow_drafts import FlowDraft, draft_of
from app.complaints.flow_faults import flow_faults
from app.complaints.flows import read_flow
from app.complaints.records import Flow
from app.customers.cleaning import mend
from app.errors import UserError
from app.work import Work
from db.base import new_key
from db.models.access import Permission
from db.models.complaints import Ticket
from db.models.ticket_flows import FlowMove, FlowStage, TicketFlow, TicketKind

NOTE_MOST: Final = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Edition:
    """An edition of a flow: whether it may take new tickets, and how many stand in it still."""

    flow: Flow
    note: str
    active: bool
    released_at: datetime
    open_tickets: int
    is_current: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Released:
    """A new edition, and the open tickets that go on in older ones: their number by edition."""

    flow_id: UUID
    edition: int
    staying: tuple[tuple[int, int], ...]


def read_editions(work: Work) -> tuple[Edition, ...]:
    """All editions, by kind and newest first. Raises UserError `not-allowed`."""
    work.require(Permission.EDIT_FLOWS)
    rows = work.session.scalars(select(TicketFlow).order_by(TicketFlow.edition.desc())).all()
    counts = _open_tickets(work)
    current = {kind: _current(rows, kind) for kind in TicketKind}
    return tuple(
        Edition(
            flow=read_flow(work, row.id),
            note=row.note or "",
            active=row.active,
            released_at=row.created_at,
            open_tickets=counts.get(row.id, 0),
            is_current=current[kind] is row,
        )
        for kind in TicketKind
        for row in rows
        if row.kind is kind
    )


def release_flow(work: Work, draft: FlowDraft, note: str = "") -> Released:
    """Make a draft the edition that takes new tickets.

    Raises UserError `not-allowed`, `all-branches-needed`, `flow-faulty` (`count`) for a draft with faults,
    `flow-unchanged`, `flow-note-long`, and `flow-changed` where somebody released another edition since.
    """
    work.require(Permission.EDIT_FLOWS)
    require_all_branches(work)
    faults = flow_faults(draft)
    if faults:
        raise UserError("flow-faulty", count=len(faults))
    said = mend(note)
    if len(said) > NOTE_MOST:
        raise UserError("flow-note-long", most=NOTE_MOST, field="note")
    work.hold(TicketFlow, draft.based_on)
    rows = _rows_of(work, draft.kind)
    current = _current(rows, draft.kind)
    if current is None or current.id != draft.based_on:
        raise UserError("flow-changed", edition=rows[0].edition if rows else 0)
    if draft_of(read_flow(work, current.id)) == draft:
        raise UserError("flow-unchanged")
    made = _write(work, draft, edition=rows[0].edition + 1, note=said)
    counts = _open_tickets(work)
    staying = tuple((row.edition, counts[row.id]) for row in rows if counts.get(row.id))
    return Released(flow_id=made.id, edition=made.edition, staying=staying)


def switch_edition(work: Work, flow_id: UUID, *, active: bool) -> None:
    """Let an edition take new tickets again, or no more; those in it go on either way.

    Raises UserError `not-allowed`, `all-branches-needed`, `flow-last-edition` for the only one switched on.
    """
    work.require(Permission.EDIT_FLOWS)
    require_all_branches(work)
    row = work.hold(TicketFlow, flow_id)
    others = [other for other in _rows_of(work, row.kind) if other.active and other.id != row.id]
    if not active and not others:
        raise UserError("flow-last-edition")
    row.active = active
    work.session.flush()


def _rows_of(work: Work, kind: TicketKind) -> Sequence[TicketFlow]:
    return work.session.scalars(
        select(TicketFlow)
        .where(TicketFlow.kind == kind)
        .order_by(TicketFlow.edition.desc())
        .execution_options(populate_existing=True)
    ).all()


def _current(rows: Sequence[TicketFlow], kind: TicketKind) -> TicketFlow | None:
    """The newest edition switched on; `rows` are newest first."""
    return next((row for row in rows if row.kind is kind and row.active), None)


def _open_tickets(work: Work) -> dict[UUID, int]:
    counted = work.session.execute(
        select(Ticket.flow_id, func.count())
        .where(Ticket.ended_at.is_(None))
        .group_by(Ticket.flow_id)
        .execution_options(across_branches=True)
    )
    return {flow_id: int(count) for flow_id, count in counted}


def _write(work: Work, draft: FlowDraft, *, edition: int, note: str) -> TicketFlow:
    made = TicketFlow(
        id=new_key(),
        kind=draft.kind,
        edition=edition,
        name_zh=draft.name_zh,
        name_en=draft.name_en,
        note=note or None,
    )
    work.session.add(made)
    work.session.flush()
    for stage in draft.stages:
        work.session.add(
            FlowStage(
                flow_id=made.id,
                code=stage.code,
                name_zh=stage.name_zh,
                name_en=stage.name_en,
                state=stage.state,
                position=stage.position,
            )
        )
    for move in draft.moves:
        work.session.add(
            FlowMove(
                flow_id=made.id,
                code=move.code,
                from_stage=move.from_stage,
                to_stage=move.to_stage,
                name_zh=move.name_zh,
                name_en=move.name_en,
                effect=move.effect,
                permission=move.permission,
                actor=move.actor,
                needs=list(move.needs),
                asks=list(move.asks),
                position=move.position,
            )
        )
    work.session.flush()
    return made
