"""Whatever is done in whatever order: every step of a rule stands there exactly once, and an undo undoes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.access.accounts import close_account
from app.customers.editing import delete_card
from app.customers.log import NewEntry, log_contact, withdraw_entry
from app.errors import UserError
from app.followups import planning, results
from app.followups.items import due_items, items_of
from app.followups.planning import NewFollowUp
from app.followups.records import Item, ItemKind, Scope
from app.followups.results import Result
from app.work import Work
from db.models.customers import ContactWay
from db.models.followups import FollowUp, RuleBasis, StepState
from tests.builders.databases import Founded
from tests.builders.followups import clear_rules, customer, rule
from tests.builders.plans import SetClock
from tests.builders.visits import colleague

NOW = datetime(2026, 3, 4, 2, tzinfo=UTC)
FAR = timedelta(days=400)
OUTCOMES = ("satisfied", "ordinary", "no-answer", "asked-stop")
Deed = Callable[[Work], object]
Seen = list[tuple[object, ...]]


@dataclass
class Shop:
    """The branch as the test knows it."""

    branch: Founded
    clock: SetClock
    cycle: UUID
    people: list[UUID | None]
    gone: UUID
    customers: list[UUID] = field(default_factory=list)

    def waiting(self) -> list[Item]:
        with self.branch.read() as work:
            return [
                item
                for item in due_items(work, Scope(), work.today() + FAR)
                if item.customer_id in self.customers
            ]

    def seen(self) -> Seen:
        return [
            (item.key, item.due_on, item.starts_at, item.owner_id, item.way, item.title)
            for item in self.waiting()
        ]

    def tries(self, deed: Deed) -> object:
        """What came of it; None where it was refused, and then nothing may have changed."""
        self.clock.on(minutes=1)
        before = self.seen()
        try:
            with self.branch.change() as work:
                return deed(work)
        except UserError:
            assert self.seen() == before
            return None


@dataclass
class Step:
    """One thing to do, with numbers that choose among what is there."""

    what: str
    pick: int
    days: int
    undo: bool


STEPS = st.builds(
    Step,
    what=st.sampled_from(["plan", "move", "assign", "record", "cancel", "contact", "reopen", "wait"]),
    pick=st.integers(0, 7),
    days=st.integers(-2, 20),
    undo=st.booleans(),
)


@pytest.fixture
def shop(branch: Founded) -> Shop:
    clock = SetClock(NOW)
    branch.store.clock = clock
    other, gone = colleague(branch, "李静").account_id, colleague(branch, "赵敏").account_id
    with branch.change() as work:
        clear_rules(work)
        cycle = rule(work, RuleBasis.CLASS, 7, code="potential")
        close_account(work, gone)
    return Shop(
        branch=branch, clock=clock, cycle=cycle, people=[branch.actor.account_id, other, None], gone=gone
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=8)
@given(st.lists(STEPS, min_size=3, max_size=14))
def test_nothing_is_lost_doubled_or_half_undone(shop: Shop, steps: list[Step]) -> None:
    with shop.branch.change() as work:
        shop.customers = [
            customer(work, name, class_code="potential", owner_id=shop.people[0]) for name in ("张三", "李四")
        ]
    for step in steps:
        overdue = {item.key for item in shop.waiting() if item.is_overdue}
        DEEDS[step.what](shop, step)
        hold_true(shop)
        if step.what in ("plan", "wait"):
            assert overdue <= {item.key for item in shop.waiting() if item.is_overdue}
    with shop.branch.change() as work:
        for key in shop.customers:
            delete_card(work, key)


def hold_true(shop: Shop) -> None:
    with shop.branch.read() as work:
        rows = [row for row in work.session.query(FollowUp) if row.customer_id in shop.customers]
        for key in shop.customers:
            open_rows = [row for row in rows if row.customer_id == key and row.state is StepState.OPEN]
            pinned = [row for row in open_rows if row.rule_id == shop.cycle]
            steps = [item for item in items_of(work, key) if item.key.kind is ItemKind.STEP]
            stopped = any(row.reason == results.ASKED_STOP for row in rows if row.customer_id == key)
            assert len(pinned) + len(steps) == (0 if stopped and not pinned else 1)
        assert all(row.owner_id != shop.gone for row in rows)
        done = [row for row in rows if row.state is StepState.DONE]
        assert all(row.entry_id is not None and row.closed_at is not None for row in done)


def _item(shop: Shop, step: Step) -> Item | None:
    waiting = shop.waiting()
    return waiting[step.pick % len(waiting)] if waiting else None


def _undone(shop: Shop, before: Seen, undo: Deed) -> None:
    shop.clock.on(minutes=1)
    with shop.branch.change() as work:
        undo(work)
    assert shop.seen() == before


def _plan(shop: Shop, step: Step) -> None:
    who = (*shop.people, shop.gone)[step.pick % 4]
    on = shop.clock.now.astimezone().date() + timedelta(days=step.days)
    new = NewFollowUp(
        customer_id=shop.customers[step.pick % 2], way=ContactWay.CALL, matter="回访", due_on=on, owner_id=who
    )
    made = shop.tries(lambda work: planning.plan_followup(work, new))
    assert made is None or (step.days >= 0 and who != shop.gone)


def _move(shop: Shop, step: Step) -> None:
    item, before = _item(shop, step), shop.seen()
    if item is None:
        return
    to = shop.clock.now.astimezone().date() + timedelta(days=step.days)
    moved = shop.tries(lambda work: planning.move_item(work, item.key, to=to, seen=item.due_on))
    if isinstance(moved, planning.Moved) and step.undo:
        _undone(shop, before, lambda work: planning.undo_move(work, moved))


def _assign(shop: Shop, step: Step) -> None:
    item, before = _item(shop, step), shop.seen()
    if item is None:
        return
    who = (*shop.people, shop.gone)[step.days % 4]
    given = shop.tries(lambda work: planning.assign_item(work, item.key, who, seen=item.due_on))
    if isinstance(given, planning.Assigned) and step.undo:
        _undone(shop, before, lambda work: planning.undo_assign(work, given))


def _record(shop: Shop, step: Step) -> None:
    item, before = _item(shop, step), shop.seen()
    if item is None:
        return
    on = None if step.days < 0 else shop.clock.now.astimezone().date() + timedelta(days=step.days)
    result = Result(outcome=OUTCOMES[step.pick % 4], next_on=on)
    done = shop.tries(lambda work: results.record_result(work, item.key, result, seen=item.due_on))
    if isinstance(done, results.Recorded) and step.undo:
        _undone(shop, before, lambda work: results.undo_result(work, done))


def _cancel(shop: Shop, step: Step) -> None:
    item = _item(shop, step)
    if item is not None:
        shop.tries(lambda work: planning.cancel_item(work, item.key, "客户出国", seen=item.due_on))


def _contact(shop: Shop, step: Step) -> None:
    before, key = shop.seen(), shop.customers[step.pick % 2]
    entry_id = shop.tries(
        lambda work: log_contact(work, key, NewEntry(way=ContactWay.COUNTER, matter="来店"))
    )
    if isinstance(entry_id, UUID) and step.undo:
        _undone(shop, before, lambda work: withdraw_entry(work, entry_id))


def _reopen(shop: Shop, step: Step) -> None:
    with shop.branch.read() as work:
        closed = [
            item for item in items_of(work, shop.customers[step.pick % 2]) if item.state is not StepState.OPEN
        ]
    if closed:
        key = closed[step.days % len(closed)].key
        shop.tries(lambda work: planning.reopen_item(work, key))


def _wait(shop: Shop, step: Step) -> None:
    shop.clock.on(days=abs(step.days) / 2)


DEEDS: dict[str, Callable[[Shop, Step], None]] = {
    "plan": _plan,
    "move": _move,
    "assign": _assign,
    "record": _record,
    "cancel": _cancel,
    "contact": _contact,
    "reopen": _reopen,
    "wait": _wait,
}
