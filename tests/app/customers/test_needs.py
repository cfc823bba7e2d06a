"""A lost need has a reason, whatever way it is closed; opened again it has none."""

from __future__ import annotations

from uuid import UUID

import pytest

from app.customers import editing, needs
from app.customers.editing import Edit
from app.customers.fields import Part
from app.errors import UserError
from db.base import new_key
from db.models.customers import Need
from tests.builders.cards import card_of, walk_in
from tests.builders.databases import Founded


def standing(branch: Founded, key: UUID) -> tuple[bool, str | None, bool]:
    """Open, reason, whether a day of loss is written."""
    with branch.read() as work:
        need = work.get(Need, key)
        return need.is_open, need.lost_reason, need.lost_on is not None


def a_need(branch: Founded) -> tuple[UUID, UUID]:
    registered = walk_in(branch, need={"product": "途岳"})
    return registered.customer_id, card_of(branch, registered).needs[0].id


def edit(branch: Founded, customer_id: UUID, *edits: tuple[UUID, str, object, object]) -> editing.Undo:
    told = [
        Edit(part=Part.NEED, row_id=key, field=field, seen=seen, given=given)
        for key, field, seen, given in edits
    ]
    with branch.change() as work:
        return editing.edit_card(work, customer_id, told)


def test_lost_bought_and_opened_again(branch: Founded) -> None:
    _, key = a_need(branch)
    for reason, code in (("", "lost-reason-missing"), ("weather", "lost-reason-unknown")):
        with pytest.raises(UserError, match=code), branch.change() as work:
            needs.lose_need(work, key, reason)
    with branch.change() as work:
        needs.lose_need(work, key, "competitor")
    assert standing(branch, key) == (False, "competitor", True)
    with pytest.raises(UserError, match="need-closed"), branch.change() as work:
        needs.win_need(work, key)
    with branch.change() as work:
        needs.reopen_need(work, key)
    assert standing(branch, key) == (True, None, False)
    with branch.change() as work:
        needs.win_need(work, key)
    assert standing(branch, key) == (False, None, False)
    with pytest.raises(UserError, match="row-gone"), branch.change() as work:
        needs.lose_need(work, new_key(), "price")


def test_no_edit_closes_a_need_without_a_reason(branch: Founded) -> None:
    customer_id, key = a_need(branch)
    with pytest.raises(UserError, match="lost-reason-missing"):
        edit(branch, customer_id, (key, "is_open", True, False))
    with pytest.raises(UserError, match="lost-reason-missing"), branch.change() as work:
        editing.add_row(work, customer_id, Part.NEED, {"product": "朗逸", "is_open": False})
    way_back = edit(branch, customer_id, (key, "is_open", True, False), (key, "lost_reason", None, "price"))
    assert standing(branch, key) == (False, "price", True)
    with branch.change() as work:
        editing.undo(work, way_back)
    assert standing(branch, key) == (True, None, False)


def test_choosing_a_reason_closes_and_opening_takes_it_away_and_both_can_be_undone(branch: Founded) -> None:
    customer_id, key = a_need(branch)
    closing = edit(branch, customer_id, (key, "lost_reason", None, "price"))
    assert standing(branch, key) == (False, "price", True)
    opening = edit(branch, customer_id, (key, "is_open", False, True))
    assert standing(branch, key) == (True, None, False)
    with branch.change() as work:
        editing.undo(work, opening)
    assert standing(branch, key) == (False, "price", True)
    with pytest.raises(UserError, match="lost-reason-missing"):
        edit(branch, customer_id, (key, "lost_reason", "price", None))
    with branch.change() as work:
        editing.undo(work, closing)
    assert standing(branch, key) == (True, None, False)


def test_a_need_may_be_written_down_as_lost(branch: Founded) -> None:
    customer_id, _ = a_need(branch)
    with branch.change() as work:
        key, _ = editing.add_row(work, customer_id, Part.NEED, {"product": "朗逸", "lost_reason": "价格"})
    assert standing(branch, key)[0] is False
