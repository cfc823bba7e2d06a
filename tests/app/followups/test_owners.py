"""Two owners: who needs them, who lacks one, and what the contact report says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.access.accounts import close_account
from app.customers.history import card_history
from app.customers.log import NewEntry, log_contact
from app.errors import UserError
from app.followups.owners import (
    contact_report,
    missing_second_owner,
    owners_of,
    set_owners,
)
from app.followups.records import Scope
from db.models.customers import ContactWay
from tests.builders.databases import Founded
from tests.builders.followups import clear_rules, customer, need
from tests.builders.plans import SetClock
from tests.builders.visits import colleague

NOW = datetime(2026, 3, 4, 2, tzinfo=UTC)
TODAY = NOW.astimezone().date()
DAY = timedelta(days=1)
CALL = NewEntry(way=ContactWay.CALL, matter="回访")


@pytest.fixture
def clock(branch: Founded) -> SetClock:
    made = SetClock(NOW)
    branch.store.clock = made
    with branch.change() as work:
        clear_rules(work)
    return made


def test_key_and_new_promising_customers_need_two(branch: Founded, clock: SetClock) -> None:
    me = branch.actor.account_id
    with branch.change() as work:
        key = customer(work, "重点", class_code="key", owner_id=me)
        hot = customer(work, "热", class_code="potential", owner_id=me)
        need(work, hot, "H")
        cool = customer(work, "冷", class_code="potential", owner_id=me)
        need(work, cool, "C")
        old = customer(work, "老", class_code="potential", owner_id=me, created_at=NOW - 100 * DAY)
        need(work, old, "H")
    with branch.read() as work:
        assert {alone.customer_id for alone in missing_second_owner(work, Scope())} == {key, hot}
        assert [owners_of(work, one).is_breach for one in (key, hot, cool, old)] == [True, True, False, False]


def test_two_owners_are_enough_while_the_second_keeps_in_contact(branch: Founded, clock: SetClock) -> None:
    me, other = branch.actor.account_id, colleague(branch, "李静")
    with branch.change() as work:
        key = customer(work, class_code="key")
        set_owners(work, key, me, other.account_id)
    with branch.read() as work:
        assert missing_second_owner(work, Scope()) == []
        found = owners_of(work, key)
    assert (found.first_name, found.second_name, found.is_breach) == ("王芳", "李静", False)
    clock.on(days=91)
    with branch.read() as work:
        assert owners_of(work, key).is_breach
    with branch.change(other) as work:
        log_contact(work, key, CALL)
    with branch.change() as work:
        log_contact(work, key, CALL)
    with branch.read() as work:
        assert not owners_of(work, key).is_breach
        day = work.today()
        (line,) = contact_report(work, day, day)
        (quiet,) = contact_report(work, day + DAY, day + 2 * DAY)
    assert (line.contacts, line.by_first, line.by_second, line.is_breach) == (2, 1, 1, False)
    assert quiet.contacts == 0
    with branch.change() as work:
        close_account(work, other.account_id)
    with branch.read() as work:
        left = owners_of(work, key)
        assert [alone.owner_name for alone in missing_second_owner(work, Scope())] == ["王芳"]
    assert (left.second, left.left, left.is_breach) == (None, ("李静",), True)


def test_the_history_of_the_card_tells_who_had_it(branch: Founded, clock: SetClock) -> None:
    me, other = branch.actor.account_id, colleague(branch, "李静").account_id
    with branch.change() as work:
        key = customer(work, class_code="key", owner_id=me)
    clock.on(minutes=1)
    with branch.change() as work:
        assert set_owners(work, key, me, other, seen=(me, None)) == (me, None)
    with branch.read() as work:
        (change,) = card_history(work, key)
    assert (change.field, change.old_value) == ("second_owner_id", None)
    assert change.mark.by_name == "王芳"


def test_owners_that_cannot_be(branch: Founded, clock: SetClock) -> None:
    me, other = branch.actor.account_id, colleague(branch, "李静", "clerk")
    gone = colleague(branch, "赵敏").account_id
    with branch.change() as work:
        close_account(work, gone)
        mine, free = customer(work, owner_id=me), customer(work, "李四")
    for first, second, code in (
        (me, me, "owners-same"),
        (me, gone, "account-closed"),
        (mine, None, "row-gone"),
    ):
        with pytest.raises(UserError, match=code), branch.change() as work:
            set_owners(work, mine, first, second)
    with pytest.raises(UserError, match="owners-changed"), branch.change() as work:
        set_owners(work, mine, me, None, seen=(None, None))
    with pytest.raises(UserError, match="item-of-other"), branch.change(other) as work:
        set_owners(work, mine, other.account_id, None)
    with branch.change(other) as work:
        set_owners(work, free, other.account_id, me)
        assert [alone.number for alone in missing_second_owner(work, Scope())] == []
