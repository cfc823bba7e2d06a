"""Numbered sheets: one fate each, whoever holds them, and none tied to a card out of reach."""

from __future__ import annotations

import threading
from uuid import UUID

import pytest
from sqlalchemy import select, update

from app.errors import UserError
from app.registration import forms
from db.models.access import Permission
from db.models.customers import Customer
from db.models.registration import Form, FormState
from db.models.sync import NumberSequence
from tests.builders.cards import walk_in
from tests.builders.databases import Founded, found


def test_two_clerks_cannot_enter_one_sheet_at_the_same_moment(branch: Founded) -> None:
    with branch.change() as work:
        serial = forms.issue_batch(work, sheets=1).first_serial
    cards = [walk_in(branch).customer_id, walk_in(branch, "李四", "13900139000").customer_id]
    both_began = threading.Barrier(2, timeout=5)
    second_waits = threading.Event()
    told: list[str] = []

    def enter(card: UUID) -> None:
        try:
            if not branch.store.database.is_local:
                both_began.wait()
            with branch.change() as work:
                forms.enter_form(work, serial, card)
                if not branch.store.database.is_local and not told:
                    told.append("first")
                    second_waits.wait(0.5)
        except UserError as error:
            told.append(error.code)

    clerks = [threading.Thread(target=enter, args=(card,)) for card in cards]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join()
    assert [code for code in told if code != "first"] == ["form-entered"]


def test_prints_of_two_desks_are_all_counted(branch: Founded) -> None:
    serial = walk_in(branch).form_serial
    for _ in range(2):
        with branch.change() as work:
            forms.note_printed(work, serial)
    with branch.read() as work:
        assert work.session.scalar(select(Form.prints)) == 2


def test_a_card_of_another_branch_gets_no_form_here(branch: Founded) -> None:
    registered = walk_in(branch)
    clerk = found(branch.store, "BJ").actor_with(Permission.PRINT_FORMS)
    with pytest.raises(UserError, match="row-gone"), branch.change(clerk) as work:
        forms.form_for(work, registered.customer_id)


def test_a_spoilt_form_is_not_printed_again(branch: Founded) -> None:
    registered = walk_in(branch)
    with branch.change() as work:
        forms.spoil_forms_of(work, registered.customer_id)
    with branch.change() as work:
        serial = forms.form_for(work, registered.customer_id)
    assert serial != registered.form_serial
    with branch.read() as work:
        assert forms.find_form(work, f" {serial.lower()} ").state is FormState.ENTERED


def test_a_booklet_keeps_its_order_where_the_numbers_grow_longer(branch: Founded) -> None:
    walk_in(branch)
    with branch.change() as work:
        work.session.execute(update(NumberSequence).values(last=99_998))
        batch = forms.issue_batch(work, sheets=3)
    with branch.read() as work:
        serials = forms.batch_serials(work, batch.id)
    assert [serial[4:] for serial in serials] == ["R99999", "R100000", "R100001"]


@pytest.mark.parametrize("typed", ["CD\0A1R00001", "\udc80", ""])
def test_a_serial_no_database_could_hold_is_merely_unknown(branch: Founded, typed: str) -> None:
    with pytest.raises(UserError, match="form-unknown"), branch.read() as work:
        forms.find_form(work, typed)


def test_a_headquarters_form_belongs_to_the_branch_of_the_card(branch: Founded) -> None:
    registered = walk_in(branch)
    elsewhere = found(branch.store, "BJ")
    with branch.change() as work:
        forms.spoil_forms_of(work, registered.customer_id)
    with branch.change(elsewhere.actor) as work:
        serial = forms.form_for(work, registered.customer_id)
    with branch.read() as work:
        owner = work.session.scalar(select(Form.branch_id).where(Form.serial == serial))
        assert owner == work.get(Customer, registered.customer_id).branch_id
