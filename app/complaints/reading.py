"""One ticket with everything around it, and what may be done with it next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.complaints.categories import Category, read_categories
from app.complaints.clocks import clocks_of
from app.complaints.flows import read_flow, stage_of
from app.complaints.listing import line_of
from app.complaints.moving import standing_of
from app.complaints.offers import offers
from app.complaints.people import names_of, require_desk
from app.complaints.records import (
    FileRecord,
    Flow,
    MarkRecord,
    MeasureRecord,
    StepRecord,
    TicketCard,
)
from app.customers.cleaning import mend
from app.errors import UserError
from app.work import Work
from db.models.complaints import Problem, Ticket, TicketFile, TicketMark, TicketMeasure, TicketStep
from db.models.customers import Customer, Vehicle
from db.models.registration import Form


def find_ticket(work: Work, number: str) -> UUID:
    """The ticket of a number. Raises UserError `ticket-unknown`."""
    require_desk(work)
    wanted = mend(number).upper()
    found = work.session.scalar(select(Ticket.id).where(Ticket.number == wanted).limit(1))
    if found is None:
        raise UserError("ticket-unknown", given=wanted)
    return found


def read_ticket(work: Work, ticket_id: UUID) -> TicketCard:
    """Everything of a ticket. Raises UserError `row-gone`."""
    require_desk(work)
    ticket = work.get(Ticket, ticket_id)
    flow = read_flow(work, ticket.flow_id)
    steps = list(
        work.session.scalars(
            select(TicketStep).where(TicketStep.ticket_id == ticket.id).order_by(TicketStep.number)
        )
    )
    measures = _measures(work, ticket.id)
    files = work.session.scalars(
        select(TicketFile).where(TicketFile.ticket_id == ticket.id).order_by(TicketFile.id)
    ).all()
    names = names_of(work, _people(ticket, steps, measures, files))
    customer = _customer(work, ticket)
    categories = {category.id: category for category in read_categories(work)}
    clocks = clocks_of(work, ticket, steps)
    return TicketCard(
        line=line_of(ticket, flow, _category(categories, ticket), customer, names, clocks=clocks),
        flow=flow,
        steps_count=ticket.steps,
        happened_on=ticket.happened_on,
        wish_code=ticket.wish_code or "",
        wish=ticket.wish or "",
        category_id=ticket.category_id,
        nature_code=ticket.nature_code or "",
        grave_code=ticket.grave_code or "",
        amount=ticket.amount,
        vehicle_id=ticket.vehicle_id,
        vehicle=_vehicle(work, ticket),
        order_no=ticket.order_no or "",
        fair=ticket.fair or "",
        form_serial=_serial(work, ticket),
        cause_code=ticket.cause_code or "",
        liable=ticket.liable or "",
        solutions=ticket.solutions,
        cost=ticket.cost,
        approval=ticket.approval,
        problem_id=ticket.problem_id,
        problem=_problem(work, ticket),
        accepted_at=ticket.accepted_at,
        answered_at=ticket.answered_at,
        resolved_at=ticket.resolved_at,
        customer_number="" if customer is None else customer.number,
        customer_gone=ticket.customer_id is not None
        and (customer is None or customer.deleted_at is not None),
        taken_by=names.get(ticket.created_by, "") if ticket.created_by else "",
        steps=tuple(_step(step, flow, names) for step in steps),
        measures=tuple(_measure(row, names) for row in measures),
        files=tuple(_file(row, names) for row in files),
        marks=_marks(work, ticket.id),
        clocks=clocks,
        offers=offers(flow, standing_of(work, ticket, flow, steps)),
    )


def _people(ticket: Ticket, steps: Sequence[TicketStep], *others: Sequence[Any]) -> set[UUID]:
    found = {ticket.handler_id, ticket.created_by}
    found |= {key for step in steps for key in (step.account_id, step.on_behalf_of)}
    for rows in others:
        for row in rows:
            found |= {row.created_by, getattr(row, "person_id", None)}
    return {key for key in found if key is not None}


def _customer(work: Work, ticket: Ticket) -> Customer | None:
    """The card, deleted ones too: what the ticket was taken for is not forgotten with it."""
    if ticket.customer_id is None:
        return None
    query = select(Customer).where(Customer.id == ticket.customer_id)
    return work.session.scalars(query, execution_options={"with_deleted": True}).first()


def _category(categories: dict[UUID, Category], ticket: Ticket) -> Category | None:
    return None if ticket.category_id is None else categories.get(ticket.category_id)


def _vehicle(work: Work, ticket: Ticket) -> str:
    if ticket.vehicle_id is None:
        return ""
    query = select(Vehicle).where(Vehicle.id == ticket.vehicle_id)
    row = work.session.scalars(query, execution_options={"with_deleted": True}).first()
    return "" if row is None else " ".join(part for part in (row.plate, row.model) if part)


def _serial(work: Work, ticket: Ticket) -> str:
    if ticket.form_id is None:
        return ""
    return work.session.scalar(select(Form.serial).where(Form.id == ticket.form_id)) or ""


def _problem(work: Work, ticket: Ticket) -> str:
    if ticket.problem_id is None:
        return ""
    row = work.session.scalars(select(Problem).where(Problem.id == ticket.problem_id)).first()
    return "" if row is None else f"{row.number} {row.title}"


def _measures(work: Work, ticket_id: UUID) -> list[TicketMeasure]:
    return list(
        work.session.scalars(
            select(TicketMeasure)
            .where(TicketMeasure.ticket_id == ticket_id)
            .order_by(TicketMeasure.solution, TicketMeasure.position)
        )
    )


def _step(step: TicketStep, flow: Flow, names: dict[UUID, str]) -> StepRecord:
    move = next((m for m in flow.moves if m.code == step.move_code and m.from_stage == step.from_stage), None)
    return StepRecord(
        id=step.id,
        number=step.number,
        move_code=step.move_code,
        name_zh=step.move_code if move is None else move.name_zh,
        name_en=step.move_code if move is None else move.name_en,
        effect=step.effect,
        from_stage=step.from_stage,
        to_stage=stage_of(flow, step.to_stage).code,
        round=step.round,
        happened_at=step.happened_at,
        account_id=step.account_id,
        by_name=step.by_name,
        on_behalf_of=names.get(step.on_behalf_of, "") if step.on_behalf_of else "",
        facts=step.facts if isinstance(step.facts, dict) else {},
    )


def _measure(row: TicketMeasure, names: dict[UUID, str]) -> MeasureRecord:
    return MeasureRecord(
        id=row.id,
        solution=row.solution,
        position=row.position,
        measure=row.measure,
        person_id=row.person_id,
        person=names.get(row.person_id, "") if row.person_id else "",
        due_on=row.due_on,
        done_on=row.done_on,
        note=row.note or "",
    )


def _file(row: TicketFile, names: dict[UUID, str]) -> FileRecord:
    return FileRecord(
        id=row.id,
        file_name=row.file_name,
        media_type=row.media_type,
        size=row.size,
        created_at=row.created_at,
        by_name=names.get(row.created_by, "") if row.created_by else "",
    )


def _marks(work: Work, ticket_id: UUID) -> tuple[MarkRecord, ...]:
    rows = work.session.scalars(
        select(TicketMark)
        .where(TicketMark.ticket_id == ticket_id)
        .order_by(TicketMark.happened_at, TicketMark.id)
    )
    return tuple(
        MarkRecord(
            kind=row.kind,
            clock=row.clock,
            round=row.round,
            due_at=row.due_at,
            happened_at=row.happened_at,
            reason=row.reason or "",
        )
        for row in rows
    )
