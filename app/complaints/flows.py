"""Editions of flows, read as records."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from app.complaints.records import Flow, Move, Stage
from app.errors import UserError
from app.work import Work
from db.models.ticket_flows import FlowMove, FlowStage, StageState, TicketFlow, TicketKind


def flow_for(work: Work, kind: TicketKind) -> Flow:
    """The newest active edition of a kind, which new tickets go through. Raises UserError `flow-none`."""
    query = (
        select(TicketFlow.id)
        .where(TicketFlow.kind == kind, TicketFlow.active)
        .order_by(TicketFlow.edition.desc(), TicketFlow.id.desc())
        .limit(1)
    )
    found = work.session.scalar(query)
    if found is None:
        raise UserError("flow-none", kind=kind)
    return read_flow(work, found)


def read_flow(work: Work, flow_id: UUID) -> Flow:
    """One edition with its stages and moves in their order. Raises UserError `row-gone`."""
    row = work.get(TicketFlow, flow_id)
    stages = work.session.scalars(
        select(FlowStage).where(FlowStage.flow_id == flow_id).order_by(FlowStage.position, FlowStage.id)
    )
    moves = work.session.scalars(
        select(FlowMove).where(FlowMove.flow_id == flow_id).order_by(FlowMove.position, FlowMove.id)
    )
    return Flow(
        id=row.id,
        kind=row.kind,
        edition=row.edition,
        name_zh=row.name_zh,
        name_en=row.name_en,
        stages=tuple(map(_stage, stages)),
        moves=tuple(map(_move, moves)),
    )


def stage_of(flow: Flow, code: str) -> Stage:
    """A stage by its code; one no edition knows is shown by its code, as open."""
    for stage in flow.stages:
        if stage.code == code:
            return stage
    return Stage(code=code, name_zh=code, name_en=code, state=StageState.OPEN, position=0)


def _stage(row: FlowStage) -> Stage:
    return Stage(
        code=row.code, name_zh=row.name_zh, name_en=row.name_en, state=row.state, position=row.position
    )


def _move(row: FlowMove) -> Move:
    return Move(
        code=row.code,
        from_stage=row.from_stage,
        to_stage=row.to_stage,
        name_zh=row.name_zh,
        name_en=row.name_en,
        effect=row.effect,
        permission=row.permission,
        actor=row.actor,
        needs=_names(row.needs),
        asks=_names(row.asks),
        position=row.position,
    )


def _names(stored: object) -> tuple[str, ...]:
    """A list another program wrote as something else counts as empty."""
    return tuple(map(str, stored)) if isinstance(stored, list) else ()
