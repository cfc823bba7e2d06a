"""What was written at intake is corrected in the open: the old value stays beside the new one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from app.complaints.reading import read_ticket
from app.customers import editing
from app.customers.fields import Part
from app.errors import UserError
from app.lists import all_choices
from db.models.access import Permission
from db.models.complaints import Ticket, TicketLevel
from db.models.lists import ChoiceList
from tests.builders.cards import walk_in
from tests.builders.databases import Founded
from tests.builders.tickets import move, taken, walk


@pytest.fixture
def ticket_id(branch: Founded) -> UUID:
    with branch.change() as work:
        return taken(work, order_no="A1")


def _amend(branch: Founded, ticket_id: UUID, **amended: object) -> None:
    with branch.change() as work:
        move(work, ticket_id, "amend", amended=amended)


def test_a_correction_keeps_the_old_value_and_who_made_it(branch: Founded, ticket_id: UUID) -> None:
    _amend(branch, ticket_id, order_no="A2", amount="12.5", wish_code="repair", matter="  空调异响 ")
    with branch.read() as work:
        card = read_ticket(work, ticket_id)
    assert (card.order_no, card.amount, card.wish_code, card.line.matter) == (
        "A2",
        Decimal("12.50"),
        "repair",
        "空调异响",
    )
    (step,) = card.steps
    assert step.facts["amended"] == {
        "order_no": ["A1", "A2"],
        "amount": [None, "12.50"],
        "wish_code": [None, "repair"],
        "matter": ["空调不制冷，已经修过一次", "空调异响"],
    }
    assert step.by_name == "王芳"


@pytest.mark.parametrize(
    ("amended", "code"),
    [
        ({"stage": "closed"}, "amend-unknown"),
        ({"received_at": "2020-01-01"}, "amend-unknown"),
        ({"order_no": "A1"}, "amend-nothing"),
        ({"matter": " "}, "fact-missing"),
        ({"severity_code": ""}, "fact-missing"),
        ({"wish_code": "millions"}, "code-unknown"),
        ({"order_no": "长" * 61}, "text-too-long"),
        ({"amount": "-1"}, "cost-wrong"),
        ({"amount": "NaN"}, "cost-wrong"),
        ({"category_id": "x"}, "fact-wrong"),
        ({"category_id": str(UUID(int=1))}, "row-gone"),
        ({"happened_on": "soon"}, "fact-wrong"),
        ({"complainant": ""}, "ticket-who-missing"),
        ({"order_no": "A2", "amount": "x"}, "cost-wrong"),
        ({}, "fact-missing|amend-nothing"),
    ],
)
def test_a_wrong_correction_changes_nothing(
    branch: Founded, ticket_id: UUID, amended: dict[str, object], code: str
) -> None:
    with branch.read() as work:
        before = read_ticket(work, ticket_id)
    with pytest.raises(UserError) as told:
        _amend(branch, ticket_id, **amended)
    assert told.value.code in code.split("|")
    with branch.read() as work:
        after = read_ticket(work, ticket_id)
    assert (after.order_no, after.amount, after.steps) == (before.order_no, before.amount, ())


def test_it_happened_no_later_than_today(branch: Founded, ticket_id: UUID) -> None:
    with branch.read() as work:
        today = work.today()
    with pytest.raises(UserError, match="day-in-future"):
        _amend(branch, ticket_id, happened_on=today + timedelta(days=1))
    _amend(branch, ticket_id, happened_on=today)


def test_the_car_is_the_complainant_s(branch: Founded, ticket_id: UUID) -> None:
    mine = walk_in(branch, name="张三", phone="13800138000").customer_id
    other = walk_in(branch, name="李四", phone="13900139000").customer_id
    with branch.change() as work:
        car, _ = editing.add_row(work, other, Part.VEHICLE, {"plate": "川A12345"})
    with pytest.raises(UserError, match="ticket-vehicle-of-other"):
        _amend(branch, ticket_id, customer_id=mine, vehicle_id=car)
    _amend(branch, ticket_id, customer_id=other, vehicle_id=str(car))
    with branch.read() as work:
        card = read_ticket(work, ticket_id)
    assert card.line.customer_id == other
    assert card.vehicle.startswith("川A")


def test_raising_the_severity_shortens_the_limits_lowering_it_needs_a_manager(
    branch: Founded, ticket_id: UUID
) -> None:
    counter = replace(branch.actor, permissions=frozenset({Permission.TAKE_TICKETS}))
    with branch.change(counter) as work:
        before = work.get(Ticket, ticket_id).resolve_due_at
        move(work, ticket_id, "amend", amended={"severity_code": "urgent"})
        after = work.get(Ticket, ticket_id).resolve_due_at
    assert before is not None
    assert after is not None
    assert after < before
    with pytest.raises(UserError, match="not-allowed"), branch.change(counter) as work:
        move(work, ticket_id, "amend", amended={"severity_code": "normal"})
    _amend(branch, ticket_id, severity_code="normal")


def test_a_grave_matter_goes_up_at_once(branch: Founded, ticket_id: UUID) -> None:
    with branch.read() as work:
        grave = all_choices(work)[ChoiceList.GRAVE][0].code
    _amend(branch, ticket_id, grave_code=grave)
    with branch.read() as work:
        card = read_ticket(work, ticket_id)
    assert (card.line.level, card.line.severity_code) == (TicketLevel.GRAVE, "critical")
    assert card.steps[-1].facts["amended"] == {
        "grave_code": [None, grave],
        "severity_code": ["normal", "critical"],
    }
    assert [mark.kind.value for mark in card.marks] == ["headquarters"]


def test_while_waiting_a_correction_can_be_made_and_after_the_end_none(
    branch: Founded, ticket_id: UUID
) -> None:
    with branch.change() as work:
        walk(work, ticket_id, "accept")
        move(work, ticket_id, "wait")
        move(work, ticket_id, "amend", amended={"order_no": "A3"})
        move(work, ticket_id, "withdraw")
    with pytest.raises(UserError, match="ticket-move-unknown"):
        _amend(branch, ticket_id, order_no="A4")
