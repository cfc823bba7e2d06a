"""Plan, move, give away, call off: what is past or of somebody else is refused, and every step has its way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.errors import UserError
from app.followups import planning
from app.followups.items import count_due, due_items, items_of, open_item
from app.followups.planning import NewFollowUp
from app.followups.records import Item, ItemKey, Scope
from db.models.access import Permission
from db.models.customers import ContactWay, Customer
from db.models.followups import FollowUpRule, StepState
from tests.builders.cards import walk_in
from tests.builders.databases import Founded
from tests.builders.plans import SetClock, plan
from tests.builders.visits import colleague

NOW = datetime(2026, 3, 4, 2, tzinfo=UTC)
TODAY = NOW.astimezone().date()
DAY = timedelta(days=1)
COUNTER = (Permission.PLAN_FOLLOWUPS, Permission.LOG_CONTACT, Permission.EDIT_CARD)


@pytest.fixture
def clock(branch: Founded) -> SetClock:
    made = SetClock(NOW)
    branch.store.clock = made
    with branch.change() as work:  # only what is planned by hand is looked at here
        for rule in work.session.query(FollowUpRule):
            rule.active = False
    return made


def seen(branch: Founded, key: ItemKey) -> Item:
    with branch.read() as work:
        return open_item(work, key)


def due(branch: Founded, until: date | None = None) -> list[ItemKey]:
    with branch.read() as work:
        return [item.key for item in due_items(work, Scope(), until)]


def test_overdue_comes_first_then_what_has_a_time(branch: Founded, clock: SetClock) -> None:
    one = walk_in(branch).customer_id
    late = plan(branch, one, TODAY)
    clock.on(days=1)
    some_time = plan(branch, one, TODAY + DAY)
    at_nine = plan(branch, one, TODAY + DAY, starts_at=clock.now + timedelta(hours=1), minutes=30)
    later = plan(branch, one, TODAY + 2 * DAY)
    assert due(branch) == [late, at_nine, some_time]
    assert due(branch, TODAY + 2 * DAY) == [late, at_nine, some_time, later]
    with branch.read() as work:
        assert [item.is_overdue for item in due_items(work, Scope())] == [True, False, False]
        counted = count_due(work, Scope())
    assert (counted.overdue, counted.today, counted.tomorrow) == (1, 2, 1)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"due_on": TODAY - DAY}, "followup-in-past"),
        ({"due_on": TODAY, "starts_at": NOW - timedelta(hours=1)}, "followup-in-past"),
        ({"due_on": TODAY + 400 * DAY}, "followup-too-far"),
        ({"matter": " \u200b "}, "followup-matter-empty"),
        ({"matter": "x" * 501}, "text-too-long"),
        ({"points": "x" * 20_001}, "text-too-long"),
        ({"minutes": -5}, "followup-minutes-wrong"),
        ({"minutes": 1441}, "followup-minutes-wrong"),
    ],
)
def test_what_nobody_could_do_is_refused(
    branch: Founded, clock: SetClock, given: dict[str, object], code: str
) -> None:
    one = walk_in(branch).customer_id
    plain = NewFollowUp(customer_id=one, way=ContactWay.CALL, matter="回访", due_on=TODAY)
    new = replace(plain, **given)  # type: ignore[arg-type]
    with pytest.raises(UserError, match=code), branch.change() as work:
        planning.plan_followup(work, new)
    assert due(branch, TODAY + 365 * DAY) == []


def test_a_customer_who_asked_to_be_left_alone_is_planned_for_by_a_manager_only(
    branch: Founded, clock: SetClock
) -> None:
    one = walk_in(branch).customer_id
    with branch.change() as work:
        work.get(Customer, one).do_not_contact = True
    new = NewFollowUp(customer_id=one, way=ContactWay.CALL, matter="回访", due_on=TODAY)
    for actor, anyway in ((branch.actor, False), (branch.actor_with(*COUNTER), True)):
        with pytest.raises(UserError, match="do-not-contact"), branch.change(actor) as work:
            planning.plan_followup(work, new, anyway=anyway)
    with branch.change() as work:
        planning.plan_followup(work, new, anyway=True)
    assert len(due(branch)) == 1


def test_a_move_is_put_back_even_into_the_past(branch: Founded, clock: SetClock) -> None:
    key = plan(branch, walk_in(branch).customer_id, TODAY)
    clock.on(days=2)
    with branch.change() as work:
        moved = planning.move_item(work, key, to=TODAY + 5 * DAY, seen=TODAY)
    assert (moved.before.on, moved.after.on) == (TODAY, TODAY + 5 * DAY)
    assert due(branch) == []
    with branch.change() as work:
        planning.undo_move(work, moved)
    assert seen(branch, key).due_on == TODAY
    assert seen(branch, key).is_overdue


def test_who_moves_last_is_told_who_moved_it_where(branch: Founded, clock: SetClock) -> None:
    key = plan(branch, walk_in(branch).customer_id, TODAY)
    other = colleague(branch, "李静")
    with branch.change(other) as work:
        planning.move_item(work, key, to=TODAY + DAY, seen=TODAY)
    with pytest.raises(UserError, match="item-moved") as refused, branch.change() as work:
        planning.move_item(work, key, to=TODAY + 2 * DAY, seen=TODAY)
    assert refused.value.facts == {"by": "李静", "to": TODAY + DAY}
    assert seen(branch, key).due_on == TODAY + DAY


def test_somebody_elses_is_not_touched_without_the_right_to(branch: Founded, clock: SetClock) -> None:
    one = walk_in(branch).customer_id
    manager = plan(branch, one, TODAY, owner_id=branch.actor.account_id)
    clerk = colleague(branch, "李静", "clerk")
    with branch.change() as work:
        mine = planning.assign_item(work, manager, branch.actor.account_id)
    assert mine.key == manager
    for attempt in (
        lambda work: planning.move_item(work, manager, to=TODAY + DAY, seen=TODAY),
        lambda work: planning.cancel_item(work, manager, "算了"),
        lambda work: planning.assign_item(work, manager, clerk.account_id),
    ):
        with pytest.raises(UserError, match="item-of-other") as refused, branch.change(clerk) as work:
            attempt(work)
        assert refused.value.facts == {"owner": "王芳"}
    with branch.store.read(clerk) as work:
        assert due_items(work, Scope()) == []
        with pytest.raises(UserError, match="not-allowed"):
            due_items(work, Scope(person=branch.actor.account_id))
    with branch.change() as work:
        planning.assign_item(work, manager, clerk.account_id)
    with branch.store.read(clerk) as work:
        assert [item.owner_name for item in due_items(work, Scope())] == ["李静"]


def test_who_left_gets_nothing_and_leaves_to_everybody_what_was_theirs(
    branch: Founded, clock: SetClock
) -> None:
    from app.access.accounts import close_account

    one = walk_in(branch).customer_id
    leaver, clerk = colleague(branch, "李静"), colleague(branch, "赵敏", "clerk")
    key = plan(branch, one, TODAY, owner_id=leaver.account_id)
    with branch.change() as work:
        close_account(work, leaver.account_id)
    with branch.store.read(clerk) as work:
        (item,) = due_items(work, Scope())
        assert (item.key, item.owner_id, item.owner_name) == (key, None, "")
    for attempt in (
        lambda work: planning.assign_item(work, key, leaver.account_id),
        lambda work: planning.plan_followup(
            work,
            NewFollowUp(
                customer_id=one, way=ContactWay.CALL, matter="x", due_on=TODAY, owner_id=leaver.account_id
            ),
        ),
    ):
        with pytest.raises(UserError, match="account-closed"), branch.change() as work:
            attempt(work)


def test_called_off_and_open_again(branch: Founded, clock: SetClock) -> None:
    one = walk_in(branch).customer_id
    key = plan(branch, one, TODAY)
    with pytest.raises(UserError, match="followup-reason-missing"), branch.change() as work:
        planning.cancel_item(work, key, " ")
    with branch.change() as work:
        planning.cancel_item(work, key, "客户出国")
    assert due(branch) == []
    with branch.read() as work:
        assert [(item.state, item.title) for item in items_of(work, one)] == [(StepState.CANCELLED, "回访")]
    with pytest.raises(UserError, match="item-closed"), branch.change() as work:
        planning.move_item(work, key, to=TODAY + DAY, seen=TODAY)
    with branch.change() as work:
        planning.reopen_item(work, key)
    assert due(branch) == [key]
    with pytest.raises(UserError, match="item-not-closed"), branch.change() as work:
        planning.reopen_item(work, key)


def test_the_items_of_a_deleted_card_are_gone(branch: Founded, clock: SetClock) -> None:
    from app.customers.editing import delete_card

    one = walk_in(branch).customer_id
    key = plan(branch, one, TODAY)
    with branch.change() as work:
        delete_card(work, one)
    assert due(branch) == []
    with pytest.raises(UserError, match="row-gone"), branch.change() as work:
        planning.move_item(work, key, to=TODAY + DAY, seen=TODAY)
    with pytest.raises(UserError, match="row-gone"):
        plan(branch, one, TODAY)


def test_overlaps_are_told(branch: Founded, clock: SetClock) -> None:
    one = walk_in(branch).customer_id
    me = branch.actor.account_id
    at = NOW + timedelta(hours=3)
    key = plan(branch, one, TODAY, starts_at=at, minutes=30, owner_id=me)
    plan(branch, one, TODAY, starts_at=at, minutes=30)
    with branch.read() as work:
        inside = planning.find_overlaps(work, me, at + timedelta(minutes=29), 10)
        after = planning.find_overlaps(work, me, at + timedelta(minutes=30), 10)
        before = planning.find_overlaps(work, me, at - timedelta(minutes=10), 10)
        itself = planning.find_overlaps(work, me, at, 30, but=key.id)
    assert [item.key for item in inside] == [key]
    assert after == before == itself == []
