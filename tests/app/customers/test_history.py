"""A6: who gave each value, when and from where, also for rows since removed and writers of another branch."""

from __future__ import annotations

import pytest

from app.customers import editing, history
from app.customers.editing import Edit
from app.customers.fields import Part
from app.errors import UserError
from db.base import new_key
from db.models.access import Permission
from db.models.customers import OriginKind
from tests.builders.cards import card_of, walk_in
from tests.builders.databases import Founded, found


def test_headquarters_are_named_to_the_clerks_of_the_branch(branch: Founded) -> None:
    card = card_of(branch, walk_in(branch))
    elsewhere = found(branch.store, "BJ")
    with branch.change(elsewhere.actor) as work:
        work.comes_from(OriginKind.CALL)
        edit = Edit(part=Part.CUSTOMER, row_id=card.id, field="note", seen=None, given="总部来电核对")
        editing.edit_card(work, card.id, [edit])
    with branch.change(branch.actor_with(Permission.READ_CARD)) as work:
        mark = history.value_mark(work, card.id, Part.CUSTOMER, card.id, "note")
    assert (mark.by_name, mark.origin, mark.device_name) == ("王芳", OriginKind.CALL, "前台一号机")


def test_a_removed_row_leaves_its_history(branch: Founded) -> None:
    registered = walk_in(branch)
    phone = card_of(branch, registered).phones[0]
    with branch.change() as work:
        label = Edit(part=Part.PHONE, row_id=phone.id, field="label", seen=None, given="妻子")
        editing.edit_card(work, registered.customer_id, [label])
    with branch.change() as work:
        editing.remove_row(work, registered.customer_id, Part.PHONE, phone.id)
    with branch.read() as work:
        told = history.card_history(work, registered.customer_id)
    assert [(change.field, change.old_value) for change in told] == [("deleted_at", None), ("label", None)]
    assert {change.mark.by_name for change in told} == {"王芳"}


def test_the_five_columns_of_a_birthday_are_one_field(branch: Founded) -> None:
    registered = walk_in(branch)
    card = card_of(branch, registered)
    for typed in ("1990-06-23", "1990-06-24"):
        seen = card_of(branch, registered).main.values["birth"]
        with branch.change() as work:
            edit = Edit(part=Part.CUSTOMER, row_id=card.id, field="birth", seen=seen, given=typed)
            editing.edit_card(work, card.id, [edit])
    with branch.read() as work:
        told = history.field_history(work, card.id, Part.CUSTOMER, card.id, "birth")
    assert [(change.field, change.new_value) for change in told][:1] == [("birth_day", "24")]


def test_a_row_of_another_card_is_not_told_through_this_one(branch: Founded) -> None:
    mine, other = walk_in(branch), walk_in(branch, "李四", "13900139000")
    foreign = card_of(branch, other).phones[0].id
    for row_id in (foreign, new_key()):
        with pytest.raises(UserError, match="row-gone"), branch.read() as work:
            history.value_mark(work, mine.customer_id, Part.PHONE, row_id, "shown")


def test_every_child_row_says_who_entered_it(branch: Founded) -> None:
    registered = walk_in(branch, need={"product": "途岳"}, vehicle={"plate": "川A12345"})
    card = card_of(branch, registered)
    with branch.read() as work:
        for row, field in (
            (card.phones[0], "shown"),
            (card.needs[0], "product"),
            (card.vehicles[0], "plate"),
        ):
            mark = history.value_mark(work, card.id, row.part, row.id, field)
            assert (mark.by_name, mark.origin) == ("王芳", OriginKind.COUNTER)


def test_the_history_of_another_branch_is_closed(branch: Founded) -> None:
    card = card_of(branch, walk_in(branch))
    clerk = found(branch.store, "BJ").actor_with(Permission.READ_CARD)
    with branch.store.read(clerk) as work:
        with pytest.raises(UserError, match="row-gone"):
            history.card_history(work, card.id)
        with pytest.raises(UserError, match="row-gone"):
            history.value_mark(work, card.id, Part.CUSTOMER, card.id, "name")
