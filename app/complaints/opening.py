"""D1: a ticket is taken: who, by which way, what happened in the customer's own words, and what they wish."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final
from uuid import UUID

from app.complaints.amending import GRAVEST, intake_value
from app.complaints.clocks import refresh
from app.complaints.flows import flow_for
from app.complaints.moving import write_step
from app.complaints.records import Facts, Flow
from app.complaints.similar import Taken, on_one_matter
from app.customers.cleaning import mend
from app.customers.numbers.phone import parse_phone
from app.errors import UserError
from app.lists import setting
from app.numbering import NumberKind, take_numbers
from app.registration.forms import enter_form, find_form
from app.work import Work
from db.base import new_key
from db.models.access import Permission
from db.models.complaints import MarkKind, Ticket, TicketLevel, TicketMark
from db.models.customers import ContactWay, Customer, Vehicle
from db.models.registration import FormKind
from db.models.ticket_flows import MoveEffect, TicketKind

FUTURE_SLACK: Final = timedelta(minutes=5)
OLDEST: Final = timedelta(days=366)
"""A ticket entered later than this after it came in was a slip of the keyboard."""
NAME_MOST: Final = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class NewTicket:
    """What is taken; `received_at` None is now, `severity_code` empty the usual one.

    `answered` is what the customer was told at once; with a `department` the ticket is passed on at once.
    """

    kind: TicketKind = TicketKind.COMPLAINT
    customer_id: UUID | None = None
    complainant: str = ""
    phone: str = ""
    channel_code: str = "phone"
    matter: str
    wish_code: str | None = None
    wish: str = ""
    category_id: UUID | None = None
    nature_code: str | None = None
    severity_code: str = ""
    grave_code: str | None = None
    amount: Decimal | None = None
    vehicle_id: UUID | None = None
    order_no: str = ""
    fair: str = ""
    happened_on: date | None = None
    received_at: datetime | None = None
    answered: str = ""
    form_serial: str = ""
    department: str = ""
    handler_id: UUID | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Opened:
    """A ticket taken; `repeats` counts this and the earlier ones on its matter."""

    id: UUID
    number: str
    level: TicketLevel
    repeats: int
    steps: int


def open_ticket(work: Work, new: NewTicket) -> Opened:
    """Take a ticket, answer and pass it on where that was said, and start its clocks.

    Raises UserError `ticket-who-missing`, `ticket-vehicle-of-other`, `ticket-received-wrong`, `fact-missing`,
    `code-unknown`, `text-too-long`, `cost-wrong`, `day-in-future`, `phone-…`, `form-…`, `flow-none`, `row-gone`.
    """
    work.require(Permission.TAKE_TICKETS)
    flow = flow_for(work, new.kind)
    ticket = _row(work, new, flow)
    _name_complainant(work, new, ticket)
    taken = Taken(
        kind=ticket.kind,
        customer_id=ticket.customer_id,
        phone=ticket.complainant_phone or "",
        vehicle_id=ticket.vehicle_id,
        category_id=ticket.category_id,
        matter=ticket.matter,
    )
    repeats = 1 + on_one_matter(work, taken)
    if new.kind is TicketKind.COMPLAINT and ticket.level is TicketLevel.ORDINARY:
        _escalate(work, ticket, repeats)
    work.session.add(ticket)
    work.session.flush()
    if ticket.level is TicketLevel.ESCALATED:
        _mark_escalated(work, ticket, repeats)
    if new.form_serial:
        _enter_sheet(work, ticket, new.form_serial)
    refresh(work, ticket)
    _go_ahead(work, ticket, flow, new)
    return Opened(id=ticket.id, number=ticket.number, level=ticket.level, repeats=repeats, steps=ticket.steps)


def _row(work: Work, new: NewTicket, flow: Flow) -> Ticket:
    values = {
        name: intake_value(work, name, getattr(new, name))
        for name in (
            "matter", "wish_code", "wish", "category_id", "nature_code", "grave_code", "channel_code",
            "vehicle_id", "order_no", "fair", "amount", "happened_on",
        )
    }  # fmt: skip
    severity = (
        GRAVEST if new.grave_code else new.severity_code or str(setting(work, "ticket-default-severity"))
    )
    return Ticket(
        id=new_key(),
        branch_id=work.actor.branch_id,
        number=take_numbers(work, NumberKind.TICKET)[0],
        kind=new.kind,
        flow_id=flow.id,
        stage=flow.stages[0].code,
        level=TicketLevel.GRAVE if new.grave_code else TicketLevel.ORDINARY,
        severity_code=intake_value(work, "severity_code", severity),
        received_at=_received(work, new.received_at),
        steps=0,
        round=1,
        **values,
    )


def _received(work: Work, given: datetime | None) -> datetime:
    if given is None:
        return work.now()
    if not work.now() - OLDEST <= given <= work.now() + FUTURE_SLACK:
        raise UserError("ticket-received-wrong", given=given, field="received_at")
    return min(given, work.now())


def _name_complainant(work: Work, new: NewTicket, ticket: Ticket) -> None:
    """Who complains: a customer of the branch, or a name and a phone of somebody without a card."""
    name = mend(new.complainant)
    if len(name) > NAME_MOST:
        raise UserError("text-too-long", found=len(name), most=NAME_MOST, field="complainant")
    if new.phone.strip():
        try:
            phone = parse_phone(new.phone)
        except UserError as error:
            raise UserError(error.code, **{**error.facts, "field": "phone"}) from error
        ticket.complainant_phone, ticket.phone_shown = phone.number, phone.shown
    if new.customer_id is not None:
        customer = work.hold(Customer, new.customer_id)  # nobody deletes the card meanwhile
        ticket.customer_id, ticket.branch_id = customer.id, customer.branch_id
        name = name or customer.name
    if not name and ticket.complainant_phone is None:
        raise UserError("ticket-who-missing", field="phone")
    ticket.complainant = name or None
    if ticket.vehicle_id is not None:
        vehicle = work.get(Vehicle, ticket.vehicle_id)
        if vehicle.customer_id != ticket.customer_id:
            raise UserError("ticket-vehicle-of-other", field="vehicle_id")


def _escalate(work: Work, ticket: Ticket, repeats: int) -> None:
    if repeats >= int(setting(work, "ticket-repeat-count")):
        ticket.level = TicketLevel.ESCALATED


def _mark_escalated(work: Work, ticket: Ticket, repeats: int) -> None:
    work.session.add(
        TicketMark(
            branch_id=ticket.branch_id,
            ticket_id=ticket.id,
            kind=MarkKind.ESCALATED,
            round=1,
            happened_at=work.now(),
            reason=str(repeats),
        )
    )


def _enter_sheet(work: Work, ticket: Ticket, serial: str) -> None:
    """The paper form it was first written on."""
    form = find_form(work, serial)
    enter_form(work, serial, ticket.customer_id, kind=FormKind.COMPLAINT)
    ticket.form_id = form.id


def _go_ahead(work: Work, ticket: Ticket, flow: Flow, new: NewTicket) -> None:
    """What was done with it at once: an answer, passing on."""
    if new.answered.strip():
        how = ContactWay.COUNTER if new.channel_code == "counter" else ContactWay.CALL
        told = {"how": how.value, "moment": work.now(), "told": new.answered}
        _step(work, ticket, flow, MoveEffect.ANSWER, told)
    if new.department:
        passed = {"department": new.department, "handler": new.handler_id}
        _step(work, ticket, flow, MoveEffect.ASSIGN, passed)


def _step(work: Work, ticket: Ticket, flow: Flow, effect: MoveEffect, facts: Facts) -> None:
    move = next((m for m in flow.moves if m.effect is effect and m.from_stage == ticket.stage), None)
    if move is None:
        raise UserError("ticket-move-unknown", move=effect.value, stage=ticket.stage)
    work.require(Permission(move.permission))
    write_step(work, ticket, flow, move, facts)
