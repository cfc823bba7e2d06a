"""Whatever several people try in whatever order, a ticket stays on its flow and a refusal changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from app.access.actor import Actor
from app.complaints.flow_defaults import FLOW_DEFAULTS, FlowDefault
from app.complaints.moving import make_move
from app.complaints.reading import read_ticket
from app.complaints.records import Facts, Offer, TicketCard
from app.errors import UserError
from db.models.access import Permission
from db.models.complaints import Approval
from db.models.ticket_flows import MoveActor, MoveEffect, StageState, TicketKind
from tests.builders.databases import Founded
from tests.builders.plans import SetClock
from tests.builders.tickets import STATED, WAY, move, taken
from tests.builders.visits import colleague
from ui.errors import texts

E = MoveEffect
DEFAULTS: Final[Mapping[TicketKind, FlowDefault]] = {flow.kind: flow for flow in FLOW_DEFAULTS}
NOW = datetime(2026, 3, 4, 2, tzinfo=UTC)
LONGEST: Final = 10
CODES: Final = tuple(sorted({way.code for flow in FLOW_DEFAULTS for way in flow.moves}))
ROUND: Final = (E.ACCEPT, E.INVESTIGATE, E.PROPOSE, E.CARRY_OUT)
TALK: Final = (E.RESUME, E.NOTE, E.AMEND, E.WITHDRAW, E.UNFOUND)

Tried = tuple[int, str, dict[str, object]]


@pytest.fixture
def people(branch: Founded) -> tuple[Actor, ...]:
    """The owner, two who take and handle, a manager, and somebody who may do nothing here."""
    branch.store.clock = SetClock(NOW)
    first, second = colleague(branch, "李静"), colleague(branch, "陈晨")
    nobody = replace(colleague(branch, "吴迪"), permissions=frozenset())
    return branch.actor, first, second, colleague(branch, "周洋", role="manager"), nobody


def _facts(kind: str, number: int, now: datetime) -> dict[str, object]:
    if kind == "nothing":
        return {}
    if kind == "nonsense":
        return dict.fromkeys((*STATED, "moment", "amended"), "\ud800 {} 二")
    return {
        **STATED,
        "moment": now,
        "amended": {"order_no": f"W{number}"},
        "cost": "9000" if kind == "costly" else "100",
        "satisfaction": "dissatisfied" if kind == "angry" else "satisfied",
    }


KINDS: Final = ("plain", "plain", "plain", "costly", "angry", "nothing", "nonsense")


def _walk(data: st.DataObject, branch: Founded, people: tuple[Actor, ...]) -> None:
    clock = branch.store.clock
    assert isinstance(clock, SetClock)
    ticket_id = _begin(data, branch, people)
    for number in range(data.draw(st.integers(1, LONGEST))):
        clock.now += timedelta(minutes=7)
        actor = data.draw(st.sampled_from(people))
        with branch.read() as work:
            before = read_ticket(work, ticket_id)
        ways = tuple(dict.fromkeys(m.code for m in before.flow.moves if m.from_stage == before.line.stage))
        onward = data.draw(st.sampled_from((True, True, True, False)))
        code = data.draw(st.sampled_from(ways if onward and ways else CODES))
        stated = data.draw(st.sampled_from(KINDS))
        seen = before.steps_count + data.draw(st.sampled_from((0, 0, 0, 0, 0, 0, -1, 1)))
        note(f"{actor.name}: {code} from {before.line.stage}, {stated}, seen {seen}")
        _try(branch, actor, before, code, _facts(stated, number, clock.now), seen=seen)


def _begin(data: st.DataObject, branch: Founded, people: tuple[Actor, ...]) -> UUID:
    """A ticket somewhere on its way: at random alone few would come to their end."""
    kind = data.draw(st.sampled_from(TicketKind))
    with branch.change(people[1]) as work:
        ticket_id = taken(work, kind=kind)
    if kind is TicketKind.COMPLAINT:
        far = data.draw(st.integers(0, len(WAY)))
        for number, code in enumerate(WAY[:far]):
            with branch.change(people[1 if number < WAY.index("tell") else 2]) as work:
                move(work, ticket_id, code, satisfaction="satisfied" if far == len(WAY) else "dissatisfied")
    return ticket_id


def _try(branch: Founded, actor: Actor, before: TicketCard, code: str, facts: Facts, *, seen: int) -> None:
    offered = _offer(branch, actor, before.line.id, code)
    expected = _forbidden(before, actor, code)
    refused: UserError | None = None
    try:
        with branch.change(actor) as work:
            make_move(work, before.line.id, code, facts, seen=seen)
    except UserError as error:
        refused = error
    with branch.read() as work:
        after = read_ticket(work, before.line.id)
    if refused is not None:
        assert refused.code in texts(), refused.code
        assert after == before
        if offered is not None and offered.refusal is not None and seen == before.steps_count:
            assert refused.code == offered.refusal
        return
    assert expected is None, expected
    assert offered is not None
    assert offered.is_allowed
    assert seen == before.steps_count
    assert after.steps[:-1] == before.steps
    _hold(after)


def _offer(branch: Founded, actor: Actor, ticket_id: UUID, code: str) -> Offer | None:
    if not actor.permissions:
        return None
    with branch.store.read(actor) as work:
        return next((o for o in read_ticket(work, ticket_id).offers if o.move.code == code), None)


def _forbidden(card: TicketCard, actor: Actor, code: str) -> str | None:
    """The rules said a second time, from the shipped flow and the history alone."""
    flow = DEFAULTS[card.line.kind]
    way = next((m for m in flow.moves if m.code == code and m.from_stage == card.line.stage), None)
    if way is None:
        return "no such move"
    me, handler = actor.account_id, card.line.handler_id
    assigns = Permission.ASSIGN_TICKETS in actor.permissions
    worked = {s.account_id for s in card.steps if s.effect in ROUND and s.round == card.line.round}
    last_asked = next((s for s in reversed(card.steps) if s.effect in (E.ASK, E.REOPEN)), None)
    angry = last_asked is not None and last_asked.facts.get("satisfaction") == "dissatisfied"
    forbidden = {
        "no right": way.permission not in actor.permissions,
        "waits": card.line.is_waiting and way.effect not in TALK,
        "waits not": not card.line.is_waiting and way.effect is E.RESUME,
        "not the handler": way.actor is MoveActor.HANDLER and handler not in (None, me) and not assigns,
        "handled it": way.actor is MoveActor.SERVICE and me in worked | {handler},
        "unapproved": way.effect is E.AGREE and card.approval is Approval.WANTED,
        "no approval wanted": code in ("approve", "refuse") and card.approval is not Approval.WANTED,
        "own": code == "approve" and [me] == [s.account_id for s in card.steps if s.effect is E.PROPOSE][-1:],
        "dissatisfied": way.effect is E.CLOSE and angry,
    }
    return next((why for why, holds in forbidden.items() if holds), None)


def _steps_of_flow(flow: FlowDefault) -> set[tuple[str, str, str, MoveEffect]]:
    return {(m.from_stage, m.code, m.to_stage, m.effect) for m in flow.moves}


def _hold(card: TicketCard) -> None:
    """What is true of every ticket that went by its flow."""
    flow, steps = DEFAULTS[card.line.kind], card.steps
    states = {stage.code: stage.state for stage in flow.stages}
    assert [step.number for step in steps] == list(range(1, card.steps_count + 1))
    assert {(s.from_stage, s.move_code, s.to_stage, s.effect) for s in steps} <= _steps_of_flow(flow)
    assert [step.from_stage for step in steps] == ["received", *(step.to_stage for step in steps[:-1])]
    assert card.line.stage == steps[-1].to_stage
    assert (card.line.ended_at is not None) == (states[card.line.stage] is not StageState.OPEN)
    assert card.line.is_waiting == _waits(step.effect for step in steps)
    assert card.line.round == 1 + sum(step.effect is E.REOPEN for step in steps)
    assert card.solutions == sum(step.effect is E.PROPOSE for step in steps)
    assert len(card.measures) == card.solutions
    assert (card.answered_at is not None) == any(s.effect in (E.ANSWER, E.AGREE, E.TELL) for s in steps)
    assert (card.accepted_at is not None) == any(s.effect is E.ACCEPT for s in steps)
    assert (card.line.next_due_at is None) or (card.line.ended_at is None and not card.line.is_waiting)
    if card.approval is not Approval.NONE:
        assert card.cost is not None
        assert card.line.stage not in ("received", "assigned", "accepted", "investigated")


def _waits(effects: Iterator[MoveEffect]) -> bool:
    waits = False
    for effect in effects:
        waits = effect is E.WAIT or (waits and effect in (E.NOTE, E.AMEND))
    return waits


HERE: Final = (HealthCheck.function_scoped_fixture, HealthCheck.too_slow)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@given(data=st.data())
@settings(max_examples=30, suppress_health_check=HERE)
def test_no_sequence_leaves_the_flow(branch: Founded, people: tuple[Actor, ...], data: st.DataObject) -> None:
    _walk(data, branch, people)


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
@given(data=st.data())
@settings(max_examples=8, suppress_health_check=HERE)
def test_no_sequence_leaves_the_flow_on_a_shared_database(
    branch: Founded, people: tuple[Actor, ...], data: st.DataObject
) -> None:
    _walk(data, branch, people)
