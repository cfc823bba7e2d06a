"""Gifts and coupons: all or none, a serial once, and nobody who may not be greeted."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.care.acts import undo_acts
from app.care.gifts import (
    GiftDraft,
    give_gifts,
    list_gifts,
    read_gifts,
    restore_gift,
    serials_from,
    withdraw_gift,
)
from app.care.occasions import people_of
from app.errors import UserError
from app.followups.records import Scope
from tests.builders.caring import about, birthday_key, friend, set_day
from tests.builders.databases import Founded

KEY = birthday_key()


def test_coupons_are_counted_on_and_kept_with_value_and_occasion(branch: Founded) -> None:
    set_day(branch)
    people = [friend(branch, name, f"1380013800{n}") for n, name in enumerate(("甲", "乙"))]
    draft = GiftDraft(item="保养券", value=Decimal(200), serial="KQ099", pieces=1, note="满千可用")
    with branch.change() as work:
        give_gifts(work, KEY, [about(one) for one in people], draft)
    with branch.read() as work:
        packed = list_gifts(work, Scope())
        lines = read_gifts(work, [UUID(bytes=packed[at : at + 16]) for at in range(0, len(packed), 16)])
    assert sorted((line.name, line.serial, line.value) for line in lines) == [
        ("乙", "KQ100", Decimal(200)),
        ("甲", "KQ099", Decimal(200)),
    ]


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (GiftDraft(item=" "), "gift-item-empty"),
        (GiftDraft(item="茶", pieces=0), "gift-pieces-wrong"),
        (GiftDraft(item="茶", value=Decimal(-1)), "gift-value-wrong"),
        (GiftDraft(item="茶", serial="x" * 41), "text-too-long"),
    ],
)
def test_what_is_no_gift_is_refused(branch: Founded, draft: GiftDraft, code: str) -> None:
    set_day(branch)
    who = friend(branch)
    with pytest.raises(UserError, match=code), branch.change() as work:
        give_gifts(work, KEY, [about(who)], draft)


def test_one_who_may_not_be_greeted_stops_the_whole_gift(branch: Founded) -> None:
    set_day(branch)
    good, stop = friend(branch), friend(branch, "乙", "13900139000", do_not_contact=True)
    with pytest.raises(UserError, match="care-not-allowed"), branch.change() as work:
        give_gifts(work, KEY, [about(good), about(stop)], GiftDraft(item="茶"))
    with branch.read() as work:
        assert list_gifts(work, Scope()) == b""


def test_a_coupon_is_given_once_and_its_withdrawal_frees_it(branch: Founded) -> None:
    set_day(branch)
    first, second = friend(branch), friend(branch, "乙", "13900139000")
    draft = GiftDraft(item="券", serial="A1")
    with branch.change() as work:
        acts = give_gifts(work, KEY, [about(first)], draft)
    with pytest.raises(UserError, match="gift-serial-taken"), branch.change() as work:
        give_gifts(work, KEY, [about(second)], draft)
    with branch.change() as work:
        undo_acts(work, acts)
        give_gifts(work, KEY, [about(second)], draft)


def test_a_withdrawn_gift_opens_the_occasion_and_comes_back(branch: Founded) -> None:
    set_day(branch)
    who = friend(branch, birth="11-23")
    with branch.change() as work:
        give_gifts(work, KEY, [about(who)], GiftDraft(item="茶"))
        gift_id = UUID(bytes=list_gifts(work, Scope()))
        withdraw_gift(work, gift_id)
    with branch.read() as work:
        assert len(people_of(work, Scope(), KEY).ready) == 16
    with branch.change() as work:
        restore_gift(work, gift_id)
    with branch.read() as work:
        assert len(people_of(work, Scope(), KEY).done) == 16


@given(
    stem=st.text("ABC-", max_size=5),
    start=st.integers(0, 10**9),
    width=st.integers(1, 12),
    n=st.integers(1, 30),
)
def test_serials_differ_and_begin_with_the_first(stem: str, start: int, width: int, n: int) -> None:
    first = f"{stem}{start:0{width}d}"
    made = serials_from(first, n)
    assert made[0] == first
    assert len(set(made)) == n
    assert serials_from("", n) == [""] * n


def test_a_serial_that_cannot_be_counted_on_is_for_one(branch: Founded) -> None:
    assert serials_from("KQ-A", 1) == ["KQ-A"]
    with pytest.raises(UserError, match="gift-serial-short"):
        serials_from("KQ-A", 2)


def test_somebody_chosen_twice_gets_one_gift(branch: Founded) -> None:
    set_day(branch)
    one = about(friend(branch, birth="1990-11-23"))
    with branch.change() as work:
        assert len(give_gifts(work, birthday_key(), [one, one], GiftDraft(item="茶叶"))) == 1
