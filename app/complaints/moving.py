"""A ticket makes a move: the one use case behind every button of the desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import func, select

from app.complaints.amending import amend
from app.complaints.approvals import approving, needs_approval
from app.complaints.clocks import refresh
from app.complaints.effects import carry_effect
from app.complaints.facts import check_facts
from app.complaints.flows import read_flow, stage_of
from app.complaints.offers import HANDLING, JUDGING, Standing, why_not
from app.complaints.people import names_of, require_desk
from app.complaints.records import Facts, Flow, Move
from app.customers.cleaning import mend_lines
from app.customers.values import LONG_TEXT_MOST
from app.errors import UserError
from app.lists import all_choices
from app.work import Work
from db.base import new_key
from db.models.access import Permission
from db.models.complaints import Ticket, TicketMeasure, TicketStep
from db.models.lists import ChoiceList
from db.models.ticket_flows import MoveEffect, StageState

E = MoveEffect


@dataclass(frozen=True, kw_only=True, slots=True)
class Moved:
    """A step made; `number` is the count to name as seen for the next one."""

    ticket_id: UUID
    number: int
    step_id: UUID
    stage: str


def make_move(work: Work, ticket_id: UUID, code: str, facts: Facts, *, seen: int) -> Moved:
    """Make the move `code` out of the ticket's present stage; `seen` is the count of steps the person saw.

    Raises UserError `ticket-moved` (by, when, stage) when somebody was first, `ticket-move-unknown`, the refusals of
    `app.complaints.offers`, and those of `app.complaints.facts`.
    """
    require_desk(work)
    ticket = work.hold(Ticket, ticket_id)
    flow = read_flow(work, ticket.flow_id)
    if ticket.steps != seen:
        raise _somebody_was_first(work, ticket, flow)
    move = next((m for m in flow.moves if m.code == code and m.from_stage == ticket.stage), None)
    if move is None:
        raise UserError("ticket-move-unknown", move=code, stage=stage_of(flow, ticket.stage).name_zh)
    offer = why_not(move, standing_of(work, ticket, flow))
    if offer.refusal is not None:
        raise UserError(offer.refusal, **offer.facts)
    return write_step(work, ticket, flow, move, facts)


def write_step(work: Work, ticket: Ticket, flow: Flow, move: Move, facts: Facts) -> Moved:
    """As `make_move` within a use case that holds the ticket and has asked whether the move is allowed."""
    stored = check_facts(work, move, facts, since=_begun_at(work, ticket))
    if move.effect is E.AMEND:
        stored["amended"] = amend(work, ticket, stored["amended"])
    if move.effect is E.CARRY_OUT and "cost_spent" in stored:
        _require_within(work, ticket, Decimal(stored["cost_spent"]))
    behind = approving(work, ticket)[1] if move.effect in JUDGING else None
    round_ = ticket.round + (move.effect is E.REOPEN)
    step = TicketStep(
        id=new_key(),
        branch_id=ticket.branch_id,
        ticket_id=ticket.id,
        number=ticket.steps + 1,
        move_code=move.code,
        effect=move.effect,
        from_stage=ticket.stage,
        to_stage=move.to_stage,
        round=round_,
        happened_at=work.now(),
        account_id=work.actor.account_id,
        by_name=work.actor.name,
        on_behalf_of=behind,
        facts=stored,
    )
    work.session.flush()  # what was amended, before the triggers move the ticket
    work.session.add(step)
    work.session.flush()
    work.session.refresh(ticket)
    ended = stage_of(flow, move.to_stage).state is not StageState.OPEN
    ticket.ended_at = work.now() if ended else None
    carry_effect(work, ticket, step, stored)
    refresh(work, ticket)
    return Moved(ticket_id=ticket.id, number=step.number, step_id=step.id, stage=step.to_stage)


def _require_within(work: Work, ticket: Ticket, spent: Decimal) -> None:
    """More than was approved is spent only by whoever may decide so much. Raises UserError `cost-beyond-approved`."""
    if spent > (ticket.cost or 0) and needs_approval(work, spent):
        raise UserError("cost-beyond-approved", given=spent, cost=ticket.cost, field="cost_spent")


def measure_done(work: Work, measure_id: UUID, done_on: date | None, *, note: str = "") -> None:
    """Say on which day a measure was done, or that it is not done after all (None).

    Raises UserError `measure-day-wrong`, `ticket-ended`, `text-too-long`.
    """
    work.require(Permission.HANDLE_TICKETS)
    row = work.hold(TicketMeasure, measure_id)
    ticket = work.get(Ticket, row.ticket_id)
    if ticket.ended_at is not None:
        raise UserError("ticket-ended")
    if done_on is not None and not ticket.received_at.astimezone().date() <= done_on <= work.today():
        raise UserError("measure-day-wrong", given=done_on, field="done_on")
    mended = mend_lines(note)
    if len(mended) > LONG_TEXT_MOST:
        raise UserError("text-too-long", found=len(mended), most=LONG_TEXT_MOST, field="note")
    row.done_on, row.note = done_on, mended or None
    row.done_by = None if done_on is None else work.actor.account_id


def standing_of(
    work: Work, ticket: Ticket, flow: Flow, steps: Sequence[TicketStep] | None = None
) -> Standing:
    """What the rules look at."""
    made = steps if steps is not None else _handling_steps(work, ticket)
    given = ticket.satisfaction_code
    number = next(
        (entry.number for entry in all_choices(work)[ChoiceList.SATISFACTION] if entry.code == given), None
    )
    holder = ticket.handler_id
    refused, behind = approving(work, ticket)
    return Standing(
        stage=ticket.stage,
        state=stage_of(flow, ticket.stage).state,
        is_waiting=ticket.is_waiting,
        handler_id=holder,
        handler=names_of(work, {holder}).get(holder, "") if holder else "",
        handled_by=frozenset(
            step.account_id
            for step in made
            if step.effect in HANDLING and step.round == ticket.round and step.account_id
        ),
        approval=ticket.approval,
        cost=ticket.cost,
        was_asked=given is not None,
        satisfaction=number,
        has_answer=ticket.answered_at is not None,
        actor_id=work.actor.account_id,
        permissions=work.actor.permissions,
        approving=refused,
        stands_in=behind is not None,
    )


def _begun_at(work: Work, ticket: Ticket) -> datetime:
    """When the present round began: nothing told in it was told before."""
    if ticket.round == 1:
        return ticket.received_at
    opened = select(func.max(TicketStep.happened_at)).where(
        TicketStep.ticket_id == ticket.id, TicketStep.effect == E.REOPEN
    )
    return work.session.scalar(opened) or ticket.received_at


def _handling_steps(work: Work, ticket: Ticket) -> list[TicketStep]:
    query = select(TicketStep).where(TicketStep.ticket_id == ticket.id, TicketStep.effect.in_(HANDLING))
    return list(work.session.scalars(query))


def _somebody_was_first(work: Work, ticket: Ticket, flow: Flow) -> UserError:
    last = work.session.scalars(
        select(TicketStep)
        .where(TicketStep.ticket_id == ticket.id)
        .order_by(TicketStep.number.desc())
        .limit(1)
    ).first()
    stage = stage_of(flow, ticket.stage)
    return UserError(
        "ticket-moved",
        by="" if last is None else last.by_name,
        when=None if last is None else last.happened_at,
        stage=stage.name_zh,
    )
