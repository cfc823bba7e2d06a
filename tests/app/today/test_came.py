"""Cards with gaps of people who came these days."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.customers.cards import open_card
from app.customers.log import NewEntry, log_contact
from app.followups.records import Scope
from app.states import ContactWay
from app.today.came import incomplete_cards
from app.work import utc_now
from db.models.customers import Customer
from tests.builders.cards import walk_in
from tests.builders.databases import Founded

EVERYBODY = Scope()


def names(branch: Founded, scope: Scope = EVERYBODY) -> list[str]:
    with branch.read() as work:
        return [card.name for card in incomplete_cards(work, scope)]


def long_ago(branch: Founded, name: str, phone: str) -> None:
    branch.store.clock = lambda: utc_now() - timedelta(days=30)
    walk_in(branch, name, phone)
    branch.store.clock = utc_now


def test_who_came_is_listed_with_what_the_card_itself_says_is_missing(branch: Founded) -> None:
    registered = walk_in(branch, "张伟", card={"gender": "男"}, need={"product": "途岳", "intent_level": "A"})
    with branch.read() as work:
        [listed] = incomplete_cards(work, EVERYBODY)
        card = open_card(work, registered.customer_id)
    assert listed.missing == card.completeness.missing
    assert listed.percent == card.completeness.percent
    assert listed.phone == "138 0013 8000"


def test_who_came_last_comes_first_and_who_came_long_ago_is_left_out(branch: Founded) -> None:
    long_ago(branch, "王强", "13900139001")
    walk_in(branch, "张伟", "13900139002")
    walk_in(branch, "李娜", "13900139003")
    assert names(branch) == ["李娜", "张伟"]


def test_a_call_is_no_visit(branch: Founded) -> None:
    long_ago(branch, "王强", "13900139001")
    with branch.change() as work:
        key = work.session.scalars(select(Customer.id)).one()
        log_contact(work, key, NewEntry(way=ContactWay.CALL, matter="问候"))
    assert names(branch) == []


def test_a_person_sees_the_cards_they_own_and_those_of_nobody(branch: Founded) -> None:
    walk_in(branch, "张伟", "13900139002")
    other = replace(branch.actor, account_id=uuid4())
    assert names(branch, Scope(person=branch.actor.account_id)) == ["张伟"]
    assert names(branch, Scope(person=other.account_id)) == []


@pytest.mark.parametrize("limit", [1, 2])
def test_the_list_is_no_longer_than_asked(branch: Founded, limit: int) -> None:
    for number in range(3):
        walk_in(branch, f"客户{number}", f"1390013900{number}")
    with branch.read() as work:
        assert len(incomplete_cards(work, EVERYBODY, limit=limit)) == limit
