"""A day's work goes to somebody else and comes back; nothing worked on meanwhile is taken from them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.access.accounts import close_account
from app.errors import UserError
from app.followups import planning
from app.followups.handing_over import hand_over, people, undo_hand_over, workload
from app.followups.items import due_items
from app.followups.records import ItemKey, ItemKind, Scope
from app.lists import change_setting
from db.models.customers import ContactWay
from db.models.followups import RuleBasis
from tests.builders.cards import walk_in
from tests.builders.databases import Founded
from tests.builders.followups import clear_rules, customer, rule
from tests.builders.plans import SetClock, plan
from tests.builders.visits import colleague

NOW = datetime(2026, 3, 4, 2, tzinfo=UTC)
TODAY = NOW.astimezone().date()
DAY = timedelta(days=1)


@pytest.fixture
def clock(branch: Founded) -> SetClock:
    made = SetClock(NOW)
    branch.store.clock = made
    with branch.change() as work:
        clear_rules(work)
        rule(work, RuleBasis.CLASS, 7, code="potential")
    return made


def keys(branch: Founded, scope: Scope) -> list[ItemKey]:
    with branch.read() as work:
        return [item.key for item in due_items(work, scope, TODAY + 30 * DAY)]


def test_rows_and_steps_change_hands_and_come_back(branch: Founded, clock: SetClock) -> None:
    me, taker = branch.actor.account_id, colleague(branch, "李静").account_id
    mine, theirs = Scope(person=me, unassigned=False), Scope(person=taker, unassigned=False)
    one = walk_in(branch).customer_id
    by_hand = plan(branch, one, TODAY + 7 * DAY, owner_id=me)
    later = plan(branch, one, TODAY + 20 * DAY, owner_id=me)
    before = keys(branch, mine)
    assert [key.kind for key in before] == [ItemKind.STEP, ItemKind.FOLLOWUP, ItemKind.FOLLOWUP]
    with branch.change() as work:
        handed = hand_over(work, giver=me, taker=taker, first=TODAY, last=TODAY + 9 * DAY)
    assert handed.count == 2
    assert keys(branch, mine) == [later]
    assert by_hand in keys(branch, theirs)
    assert len(keys(branch, theirs)) == 2
    clock.on(minutes=1)
    with branch.change() as work:
        assert undo_hand_over(work, handed) == 2
    assert keys(branch, mine) == before
    assert keys(branch, theirs) == []


def test_what_the_taker_worked_on_stays_theirs(branch: Founded, clock: SetClock) -> None:
    me, taker = branch.actor.account_id, colleague(branch, "李静")
    walk_in(branch)
    with branch.change() as work:
        handed = hand_over(work, giver=me, taker=taker.account_id, first=TODAY, last=TODAY + 9 * DAY)
    (key,) = keys(branch, Scope(person=taker.account_id, unassigned=False))
    with branch.change(taker) as work:
        planning.move_item(work, key, to=TODAY + 8 * DAY, seen=TODAY + 7 * DAY)
    with branch.change() as work:
        assert undo_hand_over(work, handed) == 0
    assert keys(branch, Scope(person=taker.account_id, unassigned=False)) == [key]


def test_the_work_of_who_left_is_given_on(branch: Founded, clock: SetClock) -> None:
    me, leaver = branch.actor.account_id, colleague(branch, "李静").account_id
    with branch.change() as work:
        one = customer(work, class_code="potential", owner_id=leaver, created_at=NOW)
        customer(work, "李四", class_code="potential", owner_id=None, created_at=NOW)
    by_hand = plan(branch, one, TODAY + DAY, owner_id=leaver)
    with branch.change() as work:
        close_account(work, leaver)
    with branch.change() as work:
        handed = hand_over(work, giver=leaver, taker=me, first=TODAY, last=TODAY + 30 * DAY)
    assert handed.rows == (by_hand.id,)
    assert len(handed.pinned) == 1
    assert len(keys(branch, Scope(person=me, unassigned=False))) == 2
    with branch.read() as work:
        assert [(person.name, person.is_closed) for person in people(work)] == [
            ("王芳", False),
            ("李静", True),
        ]


@pytest.mark.parametrize("case", ["same", "days", "closed", "floods", "clerk"])
def test_what_cannot_change_hands(branch: Founded, clock: SetClock, case: str) -> None:
    me, other = branch.actor.account_id, colleague(branch, "李静", "clerk")
    one = walk_in(branch).customer_id
    plan(branch, one, TODAY, owner_id=me)
    plan(branch, one, TODAY, owner_id=me)
    told = {"giver": me, "taker": other.account_id, "first": TODAY, "last": TODAY}
    code = {
        "same": "hand-over-same",
        "days": "hand-over-days-wrong",
        "closed": "account-closed",
        "floods": "hand-over-floods",
        "clerk": "not-allowed",
    }[case]
    if case == "same":
        told["taker"] = me
    if case == "days":
        told["first"] = TODAY + DAY
    with branch.change() as work:
        if case == "closed":
            close_account(work, other.account_id)
        change_setting(work, "followup-flood", 1 if case == "floods" else 10)
    before = keys(branch, Scope(person=me, unassigned=False))
    actor = other if case == "clerk" else None
    with pytest.raises(UserError, match=code), branch.change(actor) as work:
        hand_over(work, **told)  # type: ignore[arg-type]
    assert keys(branch, Scope(person=me, unassigned=False)) == before
    if case == "floods":
        with branch.change() as work:
            assert hand_over(work, **told, anyway=True).count == 2  # type: ignore[arg-type]


def test_load_by_person_and_day(branch: Founded, clock: SetClock) -> None:
    me, clerk = branch.actor.account_id, colleague(branch, "李静", "clerk")
    one = walk_in(branch).customer_id
    plan(branch, one, TODAY + 7 * DAY, owner_id=me, minutes=20)
    plan(branch, one, TODAY + 7 * DAY, owner_id=me, way=ContactWay.VISIT)
    plan(branch, one, TODAY + 8 * DAY, owner_id=clerk.account_id)
    plan(branch, one, TODAY + 8 * DAY)
    with branch.read() as work:
        found = {
            (load.account_id, load.day): (load.items, load.minutes)
            for load in workload(work, TODAY, TODAY + 9 * DAY)
        }
    assert found == {
        (me, TODAY + 7 * DAY): (3, 80),
        (clerk.account_id, TODAY + 8 * DAY): (1, 0),
        (None, TODAY + 8 * DAY): (1, 0),
    }
    with branch.store.read(clerk) as work:
        assert {load.account_id for load in workload(work, TODAY, TODAY + 9 * DAY)} == {
            clerk.account_id,
            None,
        }
