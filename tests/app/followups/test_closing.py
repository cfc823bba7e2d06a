"""A message does not do for a call that is asked for once; a call does for both."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from app.customers.log import NewEntry, log_contact
from app.followups.items import items_of
from app.followups.records import Item
from app.work import Work
from db.models.customers import ContactWay
from db.models.followups import RuleBasis, RuleUnit, StepState
from tests.builders.databases import Founded
from tests.builders.followups import clear_rules, customer, rule


@pytest.fixture
def newcomer(branch: Founded) -> UUID:
    """Registered two days ago, with thanks and a first call asked for."""
    with branch.change() as work:
        clear_rules(work)
        rule(work, RuleBasis.NEW, 2, unit=RuleUnit.HOURS, way=ContactWay.WECHAT, matter_zh="感谢来店")
        rule(work, RuleBasis.NEW, 24, unit=RuleUnit.HOURS, way=ContactWay.CALL, matter_zh="首次电话")
        return customer(work, created_at=work.now() - timedelta(days=2))


def _open(work: Work, customer_id: UUID) -> list[str]:
    return [item.title for item in _items(work, customer_id) if item.state is StepState.OPEN]


def _items(work: Work, customer_id: UUID) -> list[Item]:
    return items_of(work, customer_id)


def test_thanks_by_wechat_leave_the_first_call_open(branch: Founded, newcomer: UUID) -> None:
    with branch.change() as work:
        log_contact(work, newcomer, NewEntry(way=ContactWay.WECHAT, matter="感谢来店"))
    with branch.read() as work:
        assert _open(work, newcomer) == ["首次电话"]
    with branch.change() as work:
        log_contact(work, newcomer, NewEntry(way=ContactWay.SMS, matter="再次感谢"))
    with branch.read() as work:
        assert _open(work, newcomer) == ["首次电话"]


def test_a_call_does_for_the_thanks_as_well(branch: Founded, newcomer: UUID) -> None:
    with branch.change() as work:
        log_contact(work, newcomer, NewEntry(way=ContactWay.CALL, matter="首次电话"))
    with branch.read() as work:
        assert _open(work, newcomer) == []
        assert {item.title for item in _items(work, newcomer)} == {"感谢来店", "首次电话"}


def test_the_call_after_the_message_closes_what_was_kept(branch: Founded, newcomer: UUID) -> None:
    with branch.change() as work:
        log_contact(work, newcomer, NewEntry(way=ContactWay.WECHAT, matter="感谢来店"))
    with branch.change() as work:
        log_contact(work, newcomer, NewEntry(way=ContactWay.CALL, matter="首次电话"))
    with branch.read() as work:
        assert _open(work, newcomer) == []
