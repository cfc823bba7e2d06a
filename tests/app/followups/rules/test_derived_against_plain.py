"""The derivation by indexes says the same as plain loops over everything, whatever the shop looks like."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.followups.records import Item, Scope
from app.followups.rules.derived import count_steps, due_steps, steps_between, steps_of
from app.work import Work
from db.base import new_key
from db.models.access import Account
from db.models.customers import Origin, OriginKind
from db.models.followups import RuleBasis, RuleOwner, RuleUnit, StepState
from tests.builders import followups as make
from tests.builders import plain_steps as plain
from tests.builders.databases import Founded
from tests.builders.plain_steps import PlainCard, PlainNeed, PlainRow, PlainRule, PlainService, Shop

PEOPLE = [UUID(int=number) for number in (1, 2, 3)]
LEFT = PEOPLE[2]
CLASSES = ["key", "general", None]
LEVELS = ["H", "A", "B", None]
CAMPAIGNS = ["车展", "开业", None]

days = st.integers(-120, 40)
people = st.sampled_from([*PEOPLE, None])
keys = st.uuids(version=4)


@pytest.fixture(autouse=True)
def _in_china() -> Iterator[None]:
    """The day begins at 16:00 UTC, so that a wrong use of UTC shows."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Asia/Shanghai")
        time.tzset()
        yield
    time.tzset()


@st.composite
def rules(draw: st.DrawFn) -> PlainRule:
    basis = draw(
        st.sampled_from(["class", "class", "intent", "intent", "new", "service", "event", "expected"])
    )
    event_on = draw(st.one_of(st.none(), days)) if basis == "event" else None
    hours = basis in ("class", "intent", "new") or (basis == "event" and event_on is None)
    unit = draw(st.sampled_from(["days", "months", *(["hours"] if hours else [])]))
    codes = {"class": CLASSES, "intent": LEVELS, "expected": ["A", None], "event": CAMPAIGNS[:2]}
    return PlainRule(
        id=draw(keys),
        basis=basis,
        code=draw(st.sampled_from(codes.get(basis, [None]))),
        amount=draw(st.integers(1, 3 if unit == "months" else 60)),
        unit=unit,
        owner=draw(st.sampled_from(["owner", "second", "other"])),
        since=draw(st.one_of(st.none(), st.none(), days.map(_on))),
        active=draw(st.sampled_from([True, True, True, False])),
        own=draw(st.booleans()),
        event_on=None if event_on is None else _on(event_on),
        position=draw(st.integers(0, 3)),
    )


Subject = PlainCard | PlainNeed | PlainService
NOW = datetime.now(UTC).replace(microsecond=250_000)


def _on(offset: int) -> date:
    return NOW.astimezone().date() + timedelta(days=offset)


def _moment(hours: int) -> datetime:
    return NOW + timedelta(hours=hours)


past = st.integers(-24 * 120, 0).map(_moment)


@st.composite
def cards(draw: st.DrawFn) -> PlainCard:
    return PlainCard(
        id=draw(keys),
        created=draw(past),
        met=draw(st.one_of(st.none(), past)),
        class_code=draw(st.sampled_from(CLASSES)),
        owner=draw(people),
        second=draw(people),
        campaign=draw(st.sampled_from(CAMPAIGNS)),
        stopped=draw(st.sampled_from([False] * 7 + [True])),
        deleted=draw(st.sampled_from([False] * 7 + [True])),
        imported=draw(st.sampled_from([False] * 4 + [True])),
    )


@st.composite
def shops(draw: st.DrawFn) -> Shop:
    shop = Shop(
        cards=draw(st.lists(cards(), min_size=1, max_size=6)),
        rules=draw(st.lists(rules(), min_size=1, max_size=7)),
        closed_days=frozenset(draw(st.lists(days.map(_on), max_size=12))),
        left=frozenset({LEFT}),
    )
    card = st.sampled_from(shop.cards)
    shop.needs = [
        PlainNeed(
            id=draw(keys),
            card=draw(card),
            level=draw(st.sampled_from(LEVELS)),
            is_open=draw(st.sampled_from([True, True, True, False])),
            expected=draw(st.one_of(st.none(), days.map(_on))),
        )
        for _ in range(draw(st.integers(0, 6)))
    ]
    shop.services = [
        PlainService(
            id=draw(keys), card=draw(card), served_on=_on(draw(st.integers(-60, 0))), served_by=draw(people)
        )
        for _ in range(draw(st.integers(0, 4)))
    ]
    shop.rows = [
        row for row in (draw(_rows(shop)) for _ in range(draw(st.integers(0, 6)))) if row is not None
    ]
    return shop


@st.composite
def _rows(draw: st.DrawFn, shop: Shop) -> PlainRow | None:
    rule = draw(st.sampled_from(shop.rules))
    pools: dict[str, Sequence[Subject]] = {
        "service": shop.services,
        "expected": shop.needs,
    }
    pool = pools.get(rule.basis, shop.cards)
    if not pool:
        return None
    subject = draw(st.sampled_from(pool))
    state = draw(st.sampled_from(["open", "done", "cancelled"]))
    base = subject.expected if isinstance(subject, PlainNeed) else rule.event_on
    same = draw(st.booleans())
    return PlainRow(
        rule=rule.id,
        subject=subject.id,
        state=state,
        closed=None if state == "open" else draw(past),
        base=plain.noon(base if same else _on(-300)) if base is not None else NOW,
    )


def lay(work: Work, shop: Shop) -> None:
    """Put the shop into the tables."""
    make.clear_rules(work)
    make.open_every_day(work, *shop.closed_days)
    work.session.add(
        Account(id=LEFT, login=f"left-{LEFT}", name="离职", password_hash="x", closed_at=work.now())
    )
    imports = Origin(id=new_key(), branch_id=work.actor.branch_id, kind=OriginKind.IMPORT)
    work.session.add(imports)
    work.session.flush()
    for rule in shop.rules:
        make.rule(
            work,
            RuleBasis(rule.basis),
            rule.amount,
            id=rule.id,
            code=rule.code,
            unit=RuleUnit(rule.unit),
            owner=RuleOwner(rule.owner),
            since=rule.since,
            active=rule.active,
            event_on=rule.event_on,
            position=rule.position,
            branch_id=work.actor.branch_id if rule.own else None,
        )
    for card in shop.cards:
        make.customer(
            work,
            id=card.id,
            created_at=card.created,
            created_from=imports.id if card.imported else None,
            last_contact_at=card.met,
            class_code=card.class_code,
            owner_id=card.owner,
            second_owner_id=card.second,
            campaign=card.campaign,
            do_not_contact=card.stopped,
            deleted_at=work.now() if card.deleted else None,
        )
    card_of = {need.id: need.card.id for need in shop.needs}
    for need in shop.needs:
        make.need(work, need.card.id, need.level, id=need.id, is_open=need.is_open, expected_on=need.expected)
    for service in shop.services:
        card_of[service.id] = service.card.id
        make.service(work, service.card.id, service.served_on, id=service.id, served_by=service.served_by)
    for row in shop.rows:
        make.step_row(
            work,
            card_of.get(row.subject, row.subject),
            row.rule,
            StepState(row.state),
            subject_id=row.subject,
            closed_at=row.closed,
            base_at=row.base,
        )


def told(items: list[Item]) -> list[plain.Found]:
    found = [
        (item.due_on, item.key.rule_id, item.key.id, item.owner_id) for item in items if item.key.rule_id
    ]
    return sorted(found, key=str)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(shop=shops(), reach=st.integers(0, 40), since=st.integers(-60, 10))
def test_every_list_and_count_is_that_of_plain_loops(
    branch: Founded, shop: Shop, reach: int, since: int
) -> None:
    everything = list(plain.steps(shop))
    until, first, last = _on(reach), _on(since), _on(since + reach)
    with branch.change() as work:
        place = work.session.begin_nested()
        lay(work, shop)
        due = due_steps(work, Scope(), until)
        assert told(due) == sorted((step for step in everything if step[0] <= until), key=str)
        assert [item.due_on for item in due] == sorted(item.due_on for item in due)
        assert due_steps(work, Scope(), until, limit=3) == due[:3]
        assert count_steps(work, Scope(), None, until) == len(due)
        between = [step for step in everything if first <= step[0] <= last]
        assert told(steps_between(work, Scope(), first, last)) == sorted(between, key=str)
        assert count_steps(work, Scope(), first, last) == Counter(step[0] for step in between)
        _check_persons(work, everything, until)
        _check_cards(work, shop, everything)
        place.rollback()


def _check_persons(work: Work, everything: list[plain.Found], until: date) -> None:
    for person in PEOPLE:
        for unassigned in (False, True):
            own = [
                step
                for step in everything
                if step[0] <= until and (step[3] == person or (unassigned and step[3] is None))
            ]
            scope = Scope(person=person, unassigned=unassigned)
            assert told(due_steps(work, scope, until)) == sorted(own, key=str)
            assert count_steps(work, scope, None, until) == len(own)


def _check_cards(work: Work, shop: Shop, everything: list[plain.Found]) -> None:
    subjects: dict[UUID, set[UUID]] = {card.id: {card.id} for card in shop.cards}
    for need in shop.needs:
        subjects[need.card.id].add(need.id)
    for service in shop.services:
        subjects[service.card.id].add(service.id)
    for card in shop.cards:
        if not card.deleted:
            own = [step for step in everything if step[2] in subjects[card.id]]
            assert told(steps_of(work, card.id)) == sorted(own, key=str)
