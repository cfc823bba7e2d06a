"""Registering at the counter: all or nothing, known people recognised, every slip can be taken back."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from app.customers.duplicates import Reason
from app.customers.editing import add_row
from app.customers.fields import Part
from app.customers.finding import find_customers
from app.customers.listing import list_ids
from app.customers.log import NewEntry, log_contact
from app.errors import UserError
from app.registration import forms, walkin
from app.registration.walkin import WalkIn
from db.base import new_key
from db.models.access import Permission
from db.models.customers import ConsentPurpose, ContactWay, Customer, CustomerKind, Phone
from db.models.registration import Form, FormState
from tests.builders.cards import card_of, walk_in
from tests.builders.databases import Founded, found
from tests.builders.plans import plan


def test_a_walk_in_is_a_whole_card(branch: Founded) -> None:
    registered = walk_in(
        branch,
        need={"product": "途岳", "intent_level": "A", "budget_max": "15万"},
        vehicle={"plate": "川A12345"},
        consents=frozenset({ConsentPurpose.SERVICE}),
    )
    card = card_of(branch, registered)
    assert registered.number == "CDA1-00001"
    assert registered.form_serial == "CDA1R00001"
    assert card.phones[0].values["number"] == "13800138000"
    assert card.needs[0].values["intent_level"] == "A"
    assert card.vehicles[0].values["plate"] == "川A12345"
    assert [(c.purpose, c.given) for c in card.consents] == [(ConsentPurpose.SERVICE, True)]
    assert card.main.values["source_code"] == "walk-in"
    assert [entry.matter for entry in card.entries] == ["途岳"]


def test_the_new_card_is_found_at_once(branch: Founded) -> None:
    registered = walk_in(branch, "单雄信")
    with branch.read() as work:
        for typed in ("单", "雄信", "shanxiongxin", "sxx", "danxiongxin", "0138", "CDA1-00001"):
            assert [hit.id for hit in find_customers(work, typed)] == [registered.customer_id], typed


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"phone": "1380013"}, "phone"),
        ({"card": {"email": "kein at"}}, "email"),
        ({"vehicle": {"plate": "川川12345"}}, "plate"),
        ({"vehicle": {"vin": "LSVAA00000000000X"}}, "vin"),
        ({"card": {"birth": "1990-13-45"}}, "birth"),
        ({"kind": CustomerKind.COMPANY, "card": {"uscc": "123"}}, "uscc"),
        ({"name": "  "}, "name"),
    ],
)
def test_wrong_input_names_its_field_and_writes_nothing(
    branch: Founded, given: dict[str, object], field: str
) -> None:
    with pytest.raises(UserError) as refused:
        walk_in(branch, **given)  # type: ignore[arg-type]
    assert refused.value.facts["field"] == field
    with branch.read() as work:
        assert work.session.scalar(select(func.count()).select_from(Customer)) == 0
        assert work.session.scalar(select(func.count()).select_from(Phone)) == 0


def test_a_known_phone_is_shown_before_anything_exists(branch: Founded) -> None:
    registered = walk_in(branch)
    with branch.read() as work:
        look = walkin.look_up_phone(work, "138 0013-8000")
    assert [hit.customer_id for hit in look.known] == [registered.customer_id]


def test_a_likely_duplicate_stops_until_overridden(branch: Founded) -> None:
    walk_in(branch, card={"wechat": "zhang_san"})
    again = WalkIn(name="张三", phone="13800138000", card={"wechat": "zhang_san"})
    with pytest.raises(UserError, match="duplicate-likely") as refused, branch.change() as work:
        walkin.register(work, again)
    assert refused.value.facts["name"] == "张三"
    with branch.change() as work:
        walkin.register(work, again, anyway=True)


def test_a_duplicate_in_a_branch_out_of_reach_is_shown_masked(branch: Founded) -> None:
    walk_in(branch, card={"wechat": "zhang_san"})
    other = found(branch.store, "BJ")
    clerk = other.actor_with(Permission.FIND_CUSTOMERS, Permission.REGISTER_CUSTOMER)
    with branch.store.read(clerk) as work:
        (hit,) = walkin.look_up_phone(work, "13800138000").known
    assert (hit.name, hit.phone[-4:], hit.is_readable) == ("张*", "8000", False)
    assert "138" not in hit.phone


def test_taking_a_registration_back_leaves_lists_and_spoils_the_form(branch: Founded) -> None:
    registered = walk_in(branch)
    with branch.change() as work:
        walkin.undo_registration(work, registered)
    with branch.read() as work:
        assert list_ids(work) == []
        assert find_customers(work, "张三") == []
        assert work.session.scalars(select(Form.state)).all() == [FormState.SPOILT]


def test_numbers_are_never_used_again(branch: Founded) -> None:
    first = walk_in(branch)
    with branch.change() as work:
        walkin.undo_registration(work, first)
    second = walk_in(branch)
    assert (first.number, second.number) == ("CDA1-00001", "CDA1-00002")


def test_a_paper_form_comes_back_once(branch: Founded) -> None:
    with branch.change() as work:
        batch = forms.issue_batch(work, sheets=3, issued_to="李敏")
    serial = batch.first_serial
    walk_in(branch, form_serial=serial.lower())
    with pytest.raises(UserError, match="form-entered"):
        walk_in(branch, "李四", "13900139000", form_serial=serial)
    with branch.change() as work:
        forms.spoil_form(work, batch.last_serial)
    with pytest.raises(UserError, match="form-spoilt"):
        walk_in(branch, "李四", "13900139000", form_serial=batch.last_serial)
    with branch.read() as work:
        (told,) = forms.list_batches(work)
    assert (told.sheets, told.entered, told.spoilt, told.missing) == (3, 1, 1, 1)


def test_a_booklet_has_sane_size(branch: Founded) -> None:
    for sheets in (0, -1, 100_000):
        with pytest.raises(UserError, match="sheets-out-of-range"), branch.change() as work:
            forms.issue_batch(work, sheets=sheets)


def test_the_origin_of_a_copied_form_is_its_serial(branch: Founded) -> None:
    with branch.change() as work:
        batch = forms.issue_batch(work, sheets=1)
    card = card_of(branch, walk_in(branch, form_serial=batch.first_serial, origin="form"))
    assert (card.created.origin, card.created.reference) == ("form", batch.first_serial)


@pytest.mark.parametrize("what", ["edit", "log", "phone"])
def test_a_registration_worked_on_since_cannot_be_taken_back(branch: Founded, what: str) -> None:
    registered = walk_in(branch)
    with branch.change() as work:
        if what == "edit":
            work.get(Customer, registered.customer_id).note = "怕狗"
        elif what == "log":
            log_contact(work, registered.customer_id, NewEntry(way=ContactWay.CALL, matter="回访"))
        else:
            add_row(work, registered.customer_id, Part.PHONE, {"shown": "13900139000"})
    with pytest.raises(UserError, match="registration-worked-on"), branch.change() as work:
        walkin.undo_registration(work, registered)
    with branch.read() as work:
        assert list_ids(work) == [registered.customer_id]


def test_a_clerk_takes_back_only_the_own_registrations(branch: Founded) -> None:
    registered = walk_in(branch)
    colleague = replace(branch.actor_with(Permission.REGISTER_CUSTOMER), account_id=new_key())
    with pytest.raises(UserError, match="not-allowed"), branch.change(colleague) as work:
        walkin.undo_registration(work, registered)


def test_a_serial_typed_carelessly_is_one_and_the_same_source(branch: Founded) -> None:
    with branch.change() as work:
        serial = forms.issue_batch(work, sheets=1).first_serial
    card = card_of(branch, walk_in(branch, form_serial=f" {serial.lower()} ", origin="form"))
    assert card.created.reference == serial


def test_two_desks_may_register_one_person_at_the_same_moment(branch: Founded) -> None:
    """Two cards with one phone are a merge candidate, never an error."""
    made: list[str] = []
    together = threading.Barrier(2, timeout=20)

    def register_one() -> None:
        together.wait()
        made.append(walk_in(branch).number)

    desks = [threading.Thread(target=register_one) for _ in range(2)]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    assert sorted(made) == ["CDA1-00001", "CDA1-00002"]


def test_a_plate_is_recognised_however_it_is_typed(branch: Founded) -> None:
    walk_in(branch, vehicle={"plate": "川A12345"})
    again = WalkIn(name="张三", phone="13900139000", vehicle={"plate": " 川a·12345"})
    with branch.read() as work:
        (hit,) = walkin.likely_duplicates(work, again)
    assert Reason.VEHICLE in hit.reasons


def test_another_birthday_speaks_against_a_duplicate(branch: Founded) -> None:
    walk_in(branch, card={"birth": "1990-06-23"})
    with branch.read() as work:
        for born, reason in (("1990-06-23", Reason.BIRTH), ("1991-01-02", Reason.BIRTH_DIFFERS)):
            again = WalkIn(name="张三", phone="13800138000", card={"birth": born})
            (hit,) = walkin.likely_duplicates(work, again)
            assert reason in hit.reasons


def test_a_name_that_sounds_the_same_counts_beside_the_phone(branch: Founded) -> None:
    walk_in(branch, "张伟")
    with branch.read() as work:
        (hit,) = walkin.likely_duplicates(work, WalkIn(name="章伟", phone="13800138000"))
    assert set(hit.reasons) == {Reason.MOBILE, Reason.PINYIN}


def test_a_registration_something_was_planned_for_is_not_taken_back(branch: Founded) -> None:
    registered = walk_in(branch)
    plan(branch, registered.customer_id, branch.store.clock().astimezone().date())
    with pytest.raises(UserError, match="registration-worked-on"), branch.change() as work:
        walkin.undo_registration(work, registered)
