"""A result writes the contact, closes what it answers, plans the next one, and all of it can be taken back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from app.customers.cards import open_card
from app.customers.log import NewEntry, log_contact, withdraw_entry
from app.errors import UserError
from app.followups import planning, results
from app.followups.items import count_due, due_items, items_between, items_of, open_item
from app.followups.proposing import Because, propose_next
from app.followups.records import Item, ItemKey, ItemKind, Scope
from db.models.customers import ContactWay, Customer, Need
from db.models.followups import RuleBasis, RuleOwner, StepState
from tests.builders.cards import walk_in
from tests.builders.databases import Founded
from tests.builders.followups import clear_rules, need, rule, service
from tests.builders.plans import SetClock, plan, recorded
from tests.builders.visits import colleague

NOW = datetime(2026, 3, 4, 2, tzinfo=UTC)
TODAY = NOW.astimezone().date()
DAY = timedelta(days=1)


@pytest.fixture
def clock(branch: Founded) -> SetClock:
    """A Wednesday, and one rule: potential customers every seven days."""
    made = SetClock(NOW)
    branch.store.clock = made
    with branch.change() as work:
        clear_rules(work)
        rule(work, RuleBasis.CLASS, 7, code="potential", matter_zh="定期联系")
    return made


def due(branch: Founded, until: date | None = None) -> list[Item]:
    with branch.read() as work:
        return due_items(work, Scope(), until)


def waiting(branch: Founded, until: date | None = None) -> list[tuple[ItemKey, date, ContactWay | None]]:
    return [(item.key, item.due_on, item.way) for item in due(branch, until)]


def last_contact(branch: Founded, customer_id: UUID) -> datetime | None:
    with branch.read() as work:
        return work.get(Customer, customer_id).last_contact_at


def test_a_step_of_a_rule_is_done_and_the_rule_asks_anew(branch: Founded, clock: SetClock) -> None:
    one = walk_in(branch).customer_id
    clock.on(days=8)
    (step,) = due(branch)
    assert (step.key.kind, step.due_on, step.is_overdue) == (ItemKind.STEP, TODAY + 7 * DAY, True)
    done = recorded(branch, step.key, "satisfied", answer="很满意", minutes=6)
    assert due(branch) == []
    assert done.next is not None
    assert (done.next.key.kind, done.next.due_on) == (ItemKind.STEP, TODAY + 15 * DAY)
    assert last_contact(branch, one) == clock.now
    with branch.read() as work:
        entry = open_card(work, one).entries[0]
        past = [item for item in items_of(work, one) if item.state is StepState.DONE]
    assert (entry.matter, entry.answer, entry.result, entry.minutes) == ("定期联系", "很满意", "满意", 6)
    assert entry.outcome == "satisfied"
    assert [(item.due_on, item.outcome) for item in past] == [(TODAY + 7 * DAY, "satisfied")]
    with pytest.raises(UserError, match="result-recorded") as refused:
        recorded(branch, step.key)
    assert refused.value.facts["by"] == "王芳"


def test_all_of_a_result_is_taken_back(branch: Founded, clock: SetClock) -> None:
    one = walk_in(branch).customer_id
    clock.on(days=8)
    before, met = waiting(branch, TODAY + 300 * DAY), last_contact(branch, one)
    clock.on(minutes=5)
    done = recorded(branch, due(branch)[0].key, next_on=TODAY + 10 * DAY)
    assert [(on, kind) for (key, on, _) in waiting(branch, TODAY + 300 * DAY) for kind in [key.kind]] == [
        (TODAY + 10 * DAY, ItemKind.FOLLOWUP)
    ]
    clock.on(minutes=5)
    with branch.change() as work:
        results.undo_result(work, done)
    assert waiting(branch, TODAY + 300 * DAY) == before
    assert last_contact(branch, one) == met
    with branch.read() as work:
        assert [entry.matter for entry in open_card(work, one).entries] == ["来店登记"]
    with pytest.raises(UserError), branch.change() as work:
        results.undo_result(work, done)
    assert waiting(branch, TODAY + 300 * DAY) == before


def test_a_next_contact_later_than_the_rule_asks_for_stands_beside_the_rule(
    branch: Founded, clock: SetClock
) -> None:
    walk_in(branch)
    clock.on(days=8)
    recorded(branch, due(branch)[0].key, next_on=TODAY + 60 * DAY, next_way=ContactWay.VISIT)
    assert [(on, way) for _, on, way in waiting(branch, TODAY + 300 * DAY)] == [
        (TODAY + 15 * DAY, ContactWay.CALL),
        (TODAY + 60 * DAY, ContactWay.VISIT),
    ]


def test_who_is_not_reached_is_tried_again_and_written_to_after_five_days(
    branch: Founded, clock: SetClock
) -> None:
    one = walk_in(branch).customer_id
    met = last_contact(branch, one)
    clock.on(days=8)
    key, tried = due(branch)[0].key, []
    for _ in range(5):
        done = recorded(branch, key, "no-answer")
        assert done.next is not None
        key = done.closed
        tried.append((done.warning, done.next.way))
        assert due(branch) == []
        assert last_contact(branch, one) == met
        clock.now = datetime.combine(done.next.due_on, clock.now.timetz())
    assert tried == [(None, ContactWay.CALL)] * 4 + [("missed-enough", ContactWay.SMS)]
    (item,) = due(branch)
    assert (item.missed_days, item.way) == (5, ContactWay.SMS)
    assert results.CONFIRM_DATA in item.points
    recorded(branch, key)
    assert waiting(branch, clock.now.date() + 6 * DAY) == []
    with branch.read() as work:
        assert [item.missed_days for item in items_of(work, one)[:1]] == [0]


def test_an_attempt_is_taken_back(branch: Founded, clock: SetClock) -> None:
    walk_in(branch)
    clock.on(days=8)
    before = waiting(branch, TODAY + 100 * DAY)
    done = recorded(branch, due(branch)[0].key, "busy", next_on=TODAY + 20 * DAY)
    assert waiting(branch, TODAY + 100 * DAY) != before
    clock.on(minutes=1)
    with branch.change() as work:
        results.undo_result(work, done)
    assert waiting(branch, TODAY + 100 * DAY) == before


def test_any_contact_closes_what_the_rules_asked_for_soon_and_nothing_planned_by_hand(
    branch: Founded, clock: SetClock
) -> None:
    one = walk_in(branch).customer_id
    clock.on(days=5)
    by_hand = plan(branch, one, TODAY + 5 * DAY)
    with branch.change() as work:
        (soon,) = [item for item in items_of(work, one) if item.key.kind is ItemKind.STEP]
        moved = planning.move_item(work, soon.key, to=TODAY + 8 * DAY, seen=soon.due_on)
    with branch.change() as work:
        entry_id = log_contact(work, one, NewEntry(way=ContactWay.COUNTER, matter="来店看车"))
    assert [key for key, _, _ in waiting(branch, TODAY + 9 * DAY)] == [by_hand]
    with branch.read() as work:
        assert open_item(work, moved.key).state is StepState.DONE
    clock.on(minutes=1)
    with branch.change() as work:
        withdraw_entry(work, entry_id)
    assert [key for key, _, _ in waiting(branch, TODAY + 9 * DAY)] == [by_hand, moved.key]


@pytest.mark.parametrize(
    "entry",
    [
        NewEntry(way=ContactWay.NOTE, matter="记一笔"),
        NewEntry(way=ContactWay.FORM_PRINTED, matter="访客登记表"),
        NewEntry(way=ContactWay.CALL, matter="回访", outcome="no-answer"),
    ],
)
def test_what_met_nobody_closes_nothing(branch: Founded, clock: SetClock, entry: NewEntry) -> None:
    one = walk_in(branch).customer_id
    clock.on(days=8)
    before, met = waiting(branch), last_contact(branch, one)
    with branch.change() as work:
        log_contact(work, one, entry)
    assert waiting(branch) == before
    assert last_contact(branch, one) == met


def test_a_contact_on_the_day_of_the_service_is_no_return_call(branch: Founded, clock: SetClock) -> None:
    with branch.change() as work:
        clear_rules(work)
        rule(work, RuleBasis.SERVICE, 2, owner=RuleOwner.OTHER, matter_zh="服务回访")
    one = walk_in(branch).customer_id
    clock.on(days=1)
    with branch.change() as work:
        service(work, one, work.today(), served_by=branch.actor.account_id)
        log_contact(work, one, NewEntry(way=ContactWay.COUNTER, matter="取车"))
    (step,) = due(branch, TODAY + 9 * DAY)
    assert (step.title, step.owner_id) == ("服务回访", None)
    clock.on(days=2)
    assert recorded(branch, step.key).warning == "served-by-self"
    assert due(branch, TODAY + 300 * DAY) == []


def test_who_asks_to_be_left_alone_is(branch: Founded, clock: SetClock) -> None:
    one = walk_in(branch).customer_id
    clock.on(days=8)
    plan(branch, one, TODAY + 20 * DAY)
    before = waiting(branch, TODAY + 300 * DAY)
    key = due(branch)[0].key
    with pytest.raises(UserError, match="do-not-contact"):
        recorded(branch, key, "asked-stop", next_on=TODAY + 10 * DAY)
    done = recorded(branch, key, "asked-stop")
    assert waiting(branch, TODAY + 300 * DAY) == []
    with branch.read() as work:
        assert work.get(Customer, one).do_not_contact
    clock.on(minutes=1)
    with branch.change() as work:
        results.undo_result(work, done)
    assert waiting(branch, TODAY + 300 * DAY) == before
    with branch.read() as work:
        assert not work.get(Customer, one).do_not_contact


def test_a_loss_needs_a_reason_and_a_need(branch: Founded, clock: SetClock) -> None:
    one = walk_in(branch).customer_id
    clock.on(days=8)
    key = due(branch)[0].key
    with pytest.raises(UserError, match="need-none-open"):
        recorded(branch, key, "not-interested", lost_reason="price")
    with branch.change() as work:
        need_id = need(work, one, "B")
    with pytest.raises(UserError, match="lost-reason-unknown"):
        recorded(branch, key, "not-interested", lost_reason="weather")
    done = recorded(branch, key, "not-interested", lost_reason="price")
    with branch.read() as work:
        lost = work.get(Need, need_id)
        assert (lost.is_open, lost.lost_reason, lost.lost_on) == (False, "price", work.today())
    with branch.change() as work:
        results.undo_result(work, done)
    with branch.read() as work:
        again = work.get(Need, need_id)
        assert (again.is_open, again.lost_reason, again.lost_on) == (True, None, None)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"outcome": "splendid"}, "outcome-unknown"),
        ({"outcome": ""}, "outcome-unknown"),
        ({"minutes": -1}, "entry-minutes-wrong"),
        ({"answer": "x" * 20_001}, "text-too-long"),
        ({"next_on": TODAY}, "followup-in-past"),
        ({"next_on": TODAY + 500 * DAY}, "followup-too-far"),
    ],
)
def test_a_refused_result_changes_nothing(
    branch: Founded, clock: SetClock, given: dict[str, object], code: str
) -> None:
    one = walk_in(branch).customer_id
    clock.on(days=8)
    before = waiting(branch, TODAY + 300 * DAY)
    given = dict(given)
    outcome = str(given.pop("outcome", "satisfied"))
    with pytest.raises(UserError, match=code):
        recorded(branch, before[0][0], outcome, **given)  # type: ignore[arg-type]
    assert waiting(branch, TODAY + 300 * DAY) == before
    with branch.read() as work:
        assert len(open_card(work, one).entries) == 1


def test_nobody_gives_results_for_somebody_elses(branch: Founded, clock: SetClock) -> None:
    walk_in(branch)
    clock.on(days=8)
    clerk = colleague(branch, "李静", "clerk")
    (step,) = due(branch)
    with pytest.raises(UserError, match="item-of-other"):
        recorded(branch, step.key, actor=clerk)
    with branch.store.read(clerk) as work:
        assert due_items(work, Scope()) == []
        assert count_due(work, Scope()).overdue == 0
    with branch.read() as work:
        assert count_due(work, Scope()).overdue == 1


def test_what_is_proposed_follows_the_rule(branch: Founded, clock: SetClock) -> None:
    one = walk_in(branch).customer_id
    by_hand = plan(branch, one, TODAY)
    with branch.read() as work:
        reached = propose_next(work, by_hand, "satisfied")
        missed = propose_next(work, by_hand, "no-answer")
        with pytest.raises(UserError, match="outcome-unknown"):
            propose_next(work, by_hand, "splendid")
    assert (reached.on, reached.reason) == (TODAY + 7 * DAY, Because.RULE)
    assert (missed.on, missed.reason, missed.missed_days) == (TODAY + DAY, Because.TRY_AGAIN, 1)


def test_a_moved_step_is_one_item_and_the_rule_asks_for_it_no_second_time(
    branch: Founded, clock: SetClock
) -> None:
    walk_in(branch)
    clock.on(days=8)
    (step,) = due(branch)
    with branch.change() as work:
        moved = planning.move_item(work, step.key, to=TODAY + 9 * DAY, seen=step.due_on)
    assert [key for key, _, _ in waiting(branch, TODAY + 300 * DAY)] == [moved.key]
    with branch.read() as work:
        assert open_item(work, step.key).key == moved.key
        assert [item.key for item in items_between(work, Scope(), TODAY, TODAY + 30 * DAY)] == [moved.key]
    with pytest.raises(UserError, match="item-moved"), branch.change() as work:
        planning.move_item(work, step.key, to=TODAY + 12 * DAY, seen=step.due_on)
    with branch.change() as work:
        planning.undo_move(work, moved)
    assert [key for key, _, _ in waiting(branch)] == [step.key]
    with branch.change() as work:
        skipped = planning.cancel_item(work, step.key, "客户出国")
    assert [(key, on) for key, on, _ in waiting(branch, TODAY + 300 * DAY)] == [(step.key, TODAY + 15 * DAY)]
    clock.on(minutes=1)
    with branch.change() as work:
        planning.reopen_item(work, skipped)
    assert [(key, on) for key, on, _ in waiting(branch, TODAY + 300 * DAY)] == [(skipped, step.due_on)]
