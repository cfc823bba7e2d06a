"""The made-up branch has life on every screen, little enough overdue to be believed, and is the same for a seed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from app.access.signin import sign_in
from app.complaints.listing import Group, TicketFilter, count_tickets
from app.complaints.reading import read_ticket
from app.errors import UserError
from app.followups.handing_over import people, workload
from app.followups.items import count_due, items_between
from app.followups.records import ItemKind, Scope
from app.sample import make_sample
from db.models.complaints import Ticket, TicketLevel, TicketMeasure
from db.models.customers import ContactEntry, Customer, Need, Vehicle
from db.models.followups import FollowUp, StepState, Visit
from db.models.services import MileageReading, ServiceRecord
from tests.builders.databases import Founded

MADE = 300


def counted(branch: Founded, model: type, *conditions: object) -> int:
    with branch.read() as work:
        query = select(func.count()).select_from(model).where(*conditions)  # type: ignore[arg-type]
        return int(work.session.scalar(query) or 0)


def test_every_screen_has_life(branch: Founded) -> None:
    with branch.change() as work:
        assert make_sample(work, customers=MADE) == MADE
    for model in (ContactEntry, Need, Vehicle, Visit, ServiceRecord, MileageReading):
        assert counted(branch, model) > MADE // 60, model
    assert counted(branch, FollowUp, FollowUp.state == StepState.DONE, FollowUp.entry_id.is_(None)) == 0
    assert counted(branch, FollowUp, FollowUp.state == StepState.DONE) > MADE // 3
    assert counted(branch, Customer, Customer.second_owner_id == Customer.owner_id) == 0
    assert counted(branch, Vehicle, Vehicle.service_due_on.is_not(None)) == counted(branch, Vehicle)
    assert counted(branch, Need, Need.is_open.is_(False), Need.lost_reason.is_(None)) == 0
    with branch.read() as work:
        due, today = count_due(work, Scope()), work.today()
        month = items_between(work, Scope(), today, today + timedelta(days=30), closed=True)
        loads = {load.account_id for load in workload(work, today, today + timedelta(days=7))}
        assert {person.name for person in people(work)} == {"王芳", "李静", "陈伟", "赵敏", "刘洋"}
    assert 0 < due.overdue < MADE // 5
    assert due.today + due.tomorrow > 0
    kinds = {item.key.kind for item in month}
    assert kinds == {ItemKind.STEP, ItemKind.FOLLOWUP, ItemKind.VISIT, ItemKind.APPOINTMENT}
    assert len(loads) >= 5


def test_the_complaint_desk_has_tickets_in_all_stages(branch: Founded) -> None:
    with branch.change() as work:
        make_sample(work, customers=MADE)
    tickets = counted(branch, Ticket)
    assert tickets == MADE // 12
    assert 3 <= counted(branch, Ticket, Ticket.ended_at.is_(None)) < tickets // 2
    assert counted(branch, Ticket, Ticket.ended_at.is_(None), Ticket.next_due_at.is_not(None)) >= 2
    assert counted(branch, Ticket, Ticket.is_waiting) == 1
    assert counted(branch, Ticket, Ticket.level == TicketLevel.GRAVE, Ticket.ended_at.is_(None)) == 1
    assert counted(branch, Ticket, Ticket.round == 2) == 1
    assert counted(branch, Ticket, Ticket.problem_id.is_not(None)) >= 3
    assert counted(branch, Ticket, Ticket.ended_at < Ticket.received_at) == 0
    assert counted(branch, Ticket, Ticket.satisfaction_code.is_not(None)) > tickets // 3
    assert counted(branch, TicketMeasure) > 0
    with branch.read() as work:
        assert count_tickets(work, TicketFilter())[Group.WAITING] == 1
        for key in work.session.scalars(select(Ticket.id)).all():
            card = read_ticket(work, key)
            moments = [step.happened_at for step in card.steps]
            assert moments == sorted(moments)
            assert not moments or moments[-1] <= work.now()


def test_no_contact_lies_ahead_and_none_before_its_card(branch: Founded) -> None:
    with branch.change() as work:
        make_sample(work, customers=50, seed=3)
        now = work.now()
    with branch.read() as work:
        rows = work.session.execute(
            select(
                Customer.last_contact_at,
                func.max(ContactEntry.happened_at),
                func.min(ContactEntry.happened_at),
            )
            .add_columns(Customer.created_at)
            .join(ContactEntry, ContactEntry.customer_id == Customer.id)
            .group_by(Customer.id)
        ).all()
    assert len(rows) == 50
    for last, newest, oldest, created in rows:
        assert oldest == created
        assert last <= newest <= now


def test_nobody_signs_in_as_a_made_up_colleague(branch: Founded) -> None:
    with branch.change() as work:
        make_sample(work, customers=1)
    with pytest.raises(UserError, match="sign-in"):
        sign_in(branch.store, login="sample-cd-1", password="!", device_id=branch.device_id)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_second_sample_makes_nobody_new(branch: Founded) -> None:
    for _ in range(2):
        with branch.change() as work:
            make_sample(work, customers=2)
    with branch.read() as work:
        assert len(people(work)) == 5
