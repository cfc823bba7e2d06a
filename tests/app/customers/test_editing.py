"""Editing in place: nobody's edit is lost, every change has its way back, everything is remembered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.access.actor import Actor
from app.customers import editing, history
from app.customers.cards import open_card
from app.customers.editing import Edit
from app.customers.fields import FIELDS, Field, Part
from app.customers.values import check
from app.errors import UserError
from app.registration.walkin import Registered
from db.base import new_key
from db.models.access import Permission
from tests.builders.cards import card_of, walk_in
from tests.builders.databases import Founded


def _edit(branch: Founded, customer_id: object, *edits: Edit, actor: Actor | None = None) -> editing.Undo:
    with branch.change(actor) as work:
        return editing.edit_card(work, customer_id, edits)  # type: ignore[arg-type]


def _name(card: object, seen: str, typed: str) -> Edit:
    return Edit(part=Part.CUSTOMER, row_id=card.id, field="name", seen=seen, given=typed)  # type: ignore[attr-defined]


def test_a_field_is_checked_mended_and_kept(branch: Founded) -> None:
    card = card_of(branch, walk_in(branch))
    _edit(
        branch,
        card.id,
        Edit(part=Part.CUSTOMER, row_id=card.id, field="email", seen=None, given="  ZHANG@Example.com "),
        Edit(
            part=Part.PHONE,
            row_id=card.phones[0].id,
            field="shown",
            seen="138 0013 8000",
            given="０２８-85551234",
        ),
    )
    now = card_of(branch, walk_in(branch, phone="13900139000", name="别人"))
    assert now.name == "别人"
    with branch.read() as work:
        changed = open_card(work, card.id)
    assert "example.com" in str(changed.main.values["email"])
    assert changed.phones[0].values["number"] == "02885551234"


def test_the_second_saver_of_a_field_is_told_both_values(branch: Founded) -> None:
    card = card_of(branch, walk_in(branch))
    _edit(branch, card.id, _name(card, "张三", "张三丰"))
    with pytest.raises(UserError) as refused:
        _edit(branch, card.id, _name(card, "张三", "章三"))
    conflict = refused.value.facts["conflicts"][0]  # type: ignore[index]
    assert (conflict.seen, conflict.theirs, conflict.mine) == ("张三", "张三丰", "章三")


def test_two_people_may_change_different_fields_of_one_card(branch: Founded) -> None:
    card = card_of(branch, walk_in(branch))
    _edit(branch, card.id, _name(card, "张三", "张三丰"))
    _edit(branch, card.id, Edit(part=Part.CUSTOMER, row_id=card.id, field="note", seen=None, given="怕狗"))
    with branch.read() as work:
        now = open_card(work, card.id)
    assert (now.name, now.main.values["note"]) == ("张三丰", "怕狗")


def test_one_conflict_stops_the_whole_change(branch: Founded) -> None:
    card = card_of(branch, walk_in(branch))
    _edit(branch, card.id, _name(card, "张三", "张三丰"))
    with pytest.raises(UserError, match="card-changed-meanwhile"):
        _edit(
            branch,
            card.id,
            Edit(part=Part.CUSTOMER, row_id=card.id, field="note", seen=None, given="x"),
            _name(card, "张三", "章三"),
        )
    with branch.read() as work:
        assert open_card(work, card.id).main.values["note"] is None


def test_undo_brings_back_what_stood_there(branch: Founded) -> None:
    registered = walk_in(branch)
    card = card_of(branch, registered)
    birth = Edit(part=Part.CUSTOMER, row_id=card.id, field="birth", seen=None, given="农历闰五月初一")
    back = _edit(branch, card.id, _name(card, "张三", "张三丰"), birth)
    with branch.change() as work:
        editing.undo(work, back)
    now = card_of(branch, registered)
    assert (now.name, now.main.values["birth"]) == ("张三", None)


def test_undo_never_overwrites_a_later_edit(branch: Founded) -> None:
    card = card_of(branch, walk_in(branch))
    back = _edit(branch, card.id, _name(card, "张三", "张三丰"))
    _edit(branch, card.id, _name(card, "张三丰", "张君宝"))
    with pytest.raises(UserError, match="card-changed-meanwhile"), branch.change() as work:
        editing.undo(work, back)


@pytest.mark.parametrize(
    ("part", "given"),
    [
        (Part.PHONE, {"shown": "139 0013 9000", "label": "妻子"}),
        (Part.PERSON, {"name": "李经理", "phone_shown": "028-85551234"}),
        (Part.VEHICLE, {"plate": "川a12345"}),
        (Part.NEED, {"product": "SUV", "budget_max": "20万"}),
    ],
)
def test_rows_are_added_removed_and_restored(branch: Founded, part: Part, given: dict[str, object]) -> None:
    registered = walk_in(branch)
    before = len(card_of(branch, registered).rows(part))
    with branch.change() as work:
        row_id, back = editing.add_row(work, registered.customer_id, part, given)
    assert len(card_of(branch, registered).rows(part)) == before + 1
    with branch.change() as work:
        away = editing.remove_row(work, registered.customer_id, part, row_id)
    assert len(card_of(branch, registered).rows(part)) == before
    with branch.change() as work:
        editing.undo(work, away)
        editing.undo(work, back)
    assert len(card_of(branch, registered).rows(part)) == before


def test_a_row_of_another_card_cannot_be_reached_through_this_one(branch: Founded) -> None:
    mine, other = walk_in(branch), walk_in(branch, "李四", "13900139000")
    phone = card_of(branch, other).phones[0]
    with pytest.raises(UserError, match="row-gone"), branch.change() as work:
        editing.remove_row(work, mine.customer_id, Part.PHONE, phone.id)


def test_only_one_phone_is_the_main_one(branch: Founded) -> None:
    registered = walk_in(branch)
    with branch.change() as work:
        row_id, _ = editing.add_row(work, registered.customer_id, Part.PHONE, {"shown": "13900139000"})
    edit = Edit(part=Part.PHONE, row_id=row_id, field="is_main", seen=False, given=True)
    _edit(branch, registered.customer_id, edit)
    phones = card_of(branch, registered).phones
    assert [(p.values["number"], p.values["is_main"]) for p in phones] == [
        ("13900139000", True),
        ("13800138000", False),
    ]


def _mains(branch: Founded, registered: Registered) -> list[str]:
    phones = card_of(branch, registered).phones
    return [str(phone.values["number"]) for phone in phones if phone.values["is_main"]]


def test_a_phone_added_as_the_main_one_takes_the_place_of_the_other(branch: Founded) -> None:
    registered = walk_in(branch)
    with branch.change() as work:
        given = {"shown": "13900139000", "is_main": True}
        _, back = editing.add_row(work, registered.customer_id, Part.PHONE, given)
    assert _mains(branch, registered) == ["13900139000"]
    with branch.change() as work:
        editing.undo(work, back)
    assert _mains(branch, registered) == ["13800138000"]


def test_taking_the_choice_of_the_main_phone_back_gives_it_to_the_one_before(branch: Founded) -> None:
    registered = walk_in(branch)
    with branch.change() as work:
        row_id, _ = editing.add_row(work, registered.customer_id, Part.PHONE, {"shown": "13900139000"})
    edit = Edit(part=Part.PHONE, row_id=row_id, field="is_main", seen=False, given=True)
    back = _edit(branch, registered.customer_id, edit)
    with branch.change() as work:
        editing.undo(work, back)
    assert _mains(branch, registered) == ["13800138000"]


def test_a_card_never_loses_its_main_phone_nor_gets_two(branch: Founded) -> None:
    registered = walk_in(branch)
    with branch.change() as work:
        editing.add_row(work, registered.customer_id, Part.PHONE, {"shown": "13900139000"})
    first = card_of(branch, registered).phones[0]
    with branch.change() as work:
        back = editing.remove_row(work, registered.customer_id, Part.PHONE, first.id)
    assert _mains(branch, registered) == ["13900139000"]
    with branch.change() as work:
        editing.undo(work, back)
    assert _mains(branch, registered) == ["13800138000"]


def test_an_edit_of_a_row_taken_off_the_card_meanwhile_is_refused(branch: Founded) -> None:
    registered = walk_in(branch)
    phone = card_of(branch, registered).phones[0]
    with branch.change() as work:
        editing.remove_row(work, registered.customer_id, Part.PHONE, phone.id)
    label = Edit(part=Part.PHONE, row_id=phone.id, field="label", seen=None, given="妻子")
    with pytest.raises(UserError, match="row-gone"):
        _edit(branch, registered.customer_id, label)
    with pytest.raises(UserError, match="row-gone"), branch.change() as work:
        editing.remove_row(work, registered.customer_id, Part.PHONE, phone.id)


def test_undo_never_takes_away_a_row_somebody_else_worked_on(branch: Founded) -> None:
    registered = walk_in(branch)
    with branch.change() as work:
        row_id, back = editing.add_row(work, registered.customer_id, Part.PHONE, {"shown": "13900139000"})
    colleague = replace(branch.actor, account_id=new_key())
    label = Edit(part=Part.PHONE, row_id=row_id, field="label", seen=None, given="妻子")
    _edit(branch, registered.customer_id, label, actor=colleague)
    with pytest.raises(UserError, match="changed-meanwhile"), branch.change() as work:
        editing.undo(work, back)


@pytest.mark.parametrize("typed", ["a\0b", "\udcff张", "👩‍👩‍👧 مرحبا", "😀" * 400])
def test_whatever_was_pasted_is_stored_on_both_engines(branch: Founded, typed: str) -> None:
    card = card_of(branch, walk_in(branch))
    _edit(branch, card.id, Edit(part=Part.CUSTOMER, row_id=card.id, field="note", seen=None, given=typed))
    with branch.read() as work:
        assert open_card(work, card.id).main.values["note"]


def test_a_deleted_card_comes_back_as_it_was(branch: Founded) -> None:
    registered = walk_in(branch)
    with branch.change() as work:
        editing.delete_card(work, registered.customer_id)
    with pytest.raises(UserError, match="row-gone"):
        card_of(branch, registered)
    with branch.change() as work:
        editing.restore_card(work, registered.customer_id)
    assert card_of(branch, registered).phones


def test_the_history_says_who_from_where_and_both_values(branch: Founded) -> None:
    card = card_of(branch, walk_in(branch))
    _edit(branch, card.id, _name(card, "张三", "张三丰"))
    with branch.read() as work:
        (change,) = history.field_history(work, card.id, Part.CUSTOMER, card.id, "name")
        mark = history.value_mark(work, card.id, Part.CUSTOMER, card.id, "source_code")
    assert (change.old_value, change.new_value) == ("张三", "张三丰")
    assert (change.mark.by_name, change.mark.device_name) == ("王芳", "前台一号机")
    assert mark.at == card.created.at


def test_editing_needs_its_permission(branch: Founded) -> None:
    card = card_of(branch, walk_in(branch))
    reader = branch.actor_with(Permission.READ_CARD)
    with pytest.raises(UserError, match="not-allowed"):
        _edit(branch, card.id, _name(card, "张三", "x"), actor=reader)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.sampled_from(FIELDS), st.text(max_size=40))
def test_whatever_is_typed_is_kept_checked_or_refused_at_its_field(
    branch: Founded, field: Field, typed: str
) -> None:
    told: object = field.name
    try:
        check(field, typed, today=branch.store.clock().date())
    except UserError as error:
        told = error.facts["field"]
    assert told == field.name
