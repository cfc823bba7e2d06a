"""Editions of flows: drawn as a draft, refused with reasons, released as a whole; old tickets go on in theirs."""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.complaints import flow_drafts as drawing
from app.complaints.flow_defaults import FLOW_DEFAULTS, FlowDefault
from app.complaints.flow_drafts import FlowDraft, MoveWish, draft_of
from app.complaints.flow_editing import read_editions, release_flow, switch_edition
from app.complaints.flow_faults import flow_faults
from app.complaints.flows import flow_for
from app.complaints.offers import HANDLING, Standing, offers
from app.complaints.reading import read_ticket
from app.complaints.records import Flow, Move, Stage
from app.errors import UserError
from app.work import Work
from db.models.access import Permission
from db.models.complaints import Approval
from db.models.ticket_flows import MoveActor, MoveEffect, StageState, TicketKind
from tests.builders.databases import Founded, found
from tests.builders.tickets import move, taken, walk


def shipped(default: FlowDefault) -> FlowDraft:
    stages = tuple(
        Stage(code=s.code, name_zh=s.name_zh, name_en=s.name_en, state=s.state, position=at)
        for at, s in enumerate(default.stages)
    )
    moves = tuple(
        Move(
            code=m.code,
            from_stage=m.from_stage,
            to_stage=m.to_stage,
            name_zh=m.name_zh,
            name_en=m.name_en,
            effect=m.effect,
            permission=m.permission.value,
            actor=m.actor,
            needs=m.needs,
            asks=m.asks,
            position=at,
        )
        for at, m in enumerate(default.moves)
    )
    names = {"name_zh": default.name_zh, "name_en": default.name_en}
    return draft_of(Flow(id=uuid4(), kind=default.kind, edition=1, stages=stages, moves=moves, **names))


COMPLAINT, INQUIRY, SUGGESTION = map(shipped, FLOW_DEFAULTS)


def faults(draft: FlowDraft) -> set[tuple[str, str]]:
    return {(fault.code, fault.stage) for fault in flow_faults(draft)}


@pytest.mark.parametrize("draft", [COMPLAINT, INQUIRY, SUGGESTION], ids=lambda draft: draft.kind.value)
def test_the_shipped_flows_have_no_faults(draft: FlowDraft) -> None:
    assert flow_faults(draft) == ()


@pytest.mark.parametrize(
    ("stage", "code", "told"),
    [
        ("assigned", "accept", {("flow-stage-unreachable", "accepted"), ("flow-stage-stuck", "assigned")}),
        ("asked", "reopen", {("flow-dissatisfied-forever", "asked")}),
        ("agreed", "resume", {("flow-waits-forever", "agreed")}),
        ("asked", "close", {("flow-stage-unreachable", "closed"), ("flow-stage-stuck", "asked")}),
        ("asked", "withdraw", set()),
    ],
)
def test_a_way_that_breaks_off_is_told_where_it_breaks(
    stage: str, code: str, told: set[tuple[str, str]]
) -> None:
    assert faults(drawing.remove_move(COMPLAINT, stage, code)) == told


def test_a_solution_that_could_never_be_approved_is_told() -> None:
    draft = COMPLAINT
    for code in ("approve", "refuse", "object", "reassign"):
        draft = drawing.remove_move(draft, "proposed", code)
    assert ("flow-approval-forever", "proposed") in faults(draft)


def test_a_flow_needs_an_open_beginning_and_a_close() -> None:
    assert ("flow-no-end", "") in faults(drawing.remove_stage(COMPLAINT, "closed"))
    assert ("flow-begins-wrong", "closed") in faults(drawing.shift_stage(COMPLAINT, "closed", -20))


WISH = MoveWish(
    from_stage="agreed",
    to_stage="carried-out",
    name_zh="直接实施",
    name_en="Do it",
    effect=MoveEffect.CARRY_OUT,
    permission="handle-tickets",
)


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (replace(WISH, to_stage="closed"), "flow-move-end-wrong"),
        (replace(WISH, from_stage="closed"), "flow-end-left"),
        (replace(WISH, needs=("colour",)), "flow-fact-wrong"),
        (replace(WISH, asks=("measures",)), "flow-fact-wrong"),
        (replace(WISH, effect=MoveEffect.PROPOSE), "flow-fact-lacks"),
        (replace(WISH, permission="make-sample"), "flow-permission-wrong"),
        (replace(WISH, permission="approve-solutions"), "flow-approval-wrong"),
        (replace(WISH, actor=MoveActor.SERVICE), "flow-service-handles"),
        (replace(WISH, effect=MoveEffect.ANSWER), "flow-answer-goes"),
    ],
)
def test_a_move_the_rules_cannot_bear_is_a_fault(wish: MoveWish, code: str) -> None:
    assert code in {fault.code for fault in flow_faults(drawing.add_move(COMPLAINT, wish))}


def test_codes_are_made_from_names_and_never_twice() -> None:
    draft = COMPLAINT
    for name in ("Told", "told!", "复核"):
        draft = drawing.add_stage(draft, name_zh=name, name_en="", state=StageState.OPEN, after="told")
    assert {"told-2", "told-3", "stage"} <= {stage.code for stage in draft.stages}
    assert [stage.position for stage in draft.stages] == list(range(len(draft.stages)))
    drawn = drawing.add_move(COMPLAINT, WISH)
    assert drawn.moves_of("agreed")[-1].code == "do-it"
    with pytest.raises(UserError, match="flow-move-twice"):
        drawing.add_move(drawn, WISH)
    with pytest.raises(UserError, match="flow-name-wrong"):
        drawing.add_stage(draft, name_zh=" ", name_en="", state=StageState.OPEN)


EDITS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 10_000), st.integers(0, 10_000)), max_size=12)


def edited(draft: FlowDraft, edit: tuple[int, int, int]) -> FlowDraft:
    """One edit out of all there are; the figures choose what it is made with."""
    kind, one, two = edit
    stages, moves = draft.stages, draft.moves
    stage = stages[one % len(stages)].code if stages else "none"
    other = stages[two % len(stages)].code if stages else "none"
    states, effects = list(StageState), list(MoveEffect)
    if kind == 0:
        return drawing.add_stage(
            draft, name_zh="新", name_en=f"S{one}", state=states[two % len(states)], after=stage
        )
    if kind == 1:
        return drawing.remove_stage(draft, stage)
    if kind == 2:
        return drawing.shift_stage(draft, stage, two % 7 - 3)
    if kind == 3 and moves:
        gone = moves[one % len(moves)]
        return drawing.remove_move(draft, gone.from_stage, gone.code)
    if kind == 4 and moves:
        old = moves[one % len(moves)]
        wish = MoveWish(
            from_stage=old.from_stage,
            to_stage=other,
            name_zh=old.name_zh,
            name_en=old.name_en,
            effect=old.effect,
            permission=old.permission,
            actor=old.actor,
            needs=old.needs,
            asks=old.asks,
        )
        return drawing.change_move(draft, old.from_stage, old.code, wish)
    if kind == 5:
        effect = effects[(one + two) % len(effects)]
        return drawing.add_move(draft, replace(WISH, from_stage=stage, to_stage=other, effect=effect))
    return drawing.rename_stage(draft, stage, name_zh=f"名{two}", name_en="")


class Walker:
    """A ticket on paper, moved by the very rule that offers moves."""

    def __init__(self, draft: FlowDraft, dice: random.Random) -> None:
        self.flow = Flow(
            id=draft.based_on,
            kind=draft.kind,
            edition=2,
            name_zh=draft.name_zh,
            name_en=draft.name_en,
            stages=draft.stages,
            moves=draft.moves,
        )
        self.dice = dice
        self.handled: set[UUID] = set()
        self.at = Standing(
            stage=draft.stages[0].code,
            state=draft.stages[0].state,
            is_waiting=False,
            handler_id=None,
            handler="",
            handled_by=frozenset(),
            approval=Approval.NONE,
            cost=None,
            was_asked=False,
            satisfaction=None,
            has_answer=False,
            actor_id=uuid4(),
            permissions=frozenset(Permission),
        )

    def possible(self) -> list[Move]:
        """What somebody who has not handled it may do."""
        return [offer.move for offer in offers(self.flow, self.at) if offer.is_allowed]

    def step(self, made: Move, *, well: bool) -> None:
        at = self.at
        at = replace(at, stage=made.to_stage, state=self._state(made.to_stage), actor_id=uuid4())
        effect = made.effect
        if effect in (MoveEffect.WAIT, MoveEffect.RESUME, MoveEffect.WITHDRAW, MoveEffect.UNFOUND):
            at = replace(at, is_waiting=effect is MoveEffect.WAIT)
        if effect is MoveEffect.PROPOSE:
            at = replace(at, approval=Approval.NONE if well else Approval.WANTED)
        if effect is MoveEffect.APPROVE:
            at = replace(at, approval=Approval.GIVEN)
        if effect in (MoveEffect.REFUSE, MoveEffect.OBJECT, MoveEffect.REOPEN):
            at = replace(at, approval=Approval.NONE)
        if effect is MoveEffect.ASK:
            at = replace(at, was_asked=True, satisfaction=2 if well else 0)
        if effect is MoveEffect.REOPEN:
            at = replace(at, was_asked=False, satisfaction=None)
        if effect in (MoveEffect.ANSWER, MoveEffect.AGREE, MoveEffect.TELL):
            at = replace(at, has_answer=True)
        assert effect not in HANDLING or made.actor is not MoveActor.SERVICE
        self.at = at

    def _state(self, code: str) -> StageState:
        return next(stage.state for stage in self.flow.stages if stage.code == code)


@settings(max_examples=150)
@given(base=st.sampled_from([COMPLAINT, INQUIRY, SUGGESTION]), edits=EDITS, seed=st.integers())
def test_what_may_be_released_never_leaves_a_ticket_without_a_way(
    base: FlowDraft, edits: list[tuple[int, int, int]], seed: int
) -> None:
    draft = base
    for edit in edits:
        with suppress(UserError):
            draft = edited(draft, edit)
    if flow_faults(draft):
        return
    dice = random.Random(seed)
    walker = Walker(draft, dice)
    for _ in range(60):
        possible = walker.possible()
        if walker.at.state is not StageState.OPEN:
            assert all(made.effect is MoveEffect.REOPEN for made in possible)
            if not possible:
                return
        else:
            assert possible, walker.at
        walker.step(dice.choice(possible), well=dice.random() < 0.5)


def drawn(work: Work) -> FlowDraft:
    """The way of complaints with a second look before the customer is told."""
    draft = draft_of(flow_for(work, TicketKind.COMPLAINT))
    draft = drawing.add_stage(
        draft, name_zh="复核", name_en="Checked", state=StageState.OPEN, after="carried-out"
    )
    old = draft.move("carried-out", "tell")
    wish = MoveWish(
        from_stage="carried-out",
        to_stage="checked",
        name_zh="复核通过",
        name_en="Check",
        effect=MoveEffect.NOTE,
        permission="handle-tickets",
    )
    tell = replace(
        wish,
        from_stage="checked",
        to_stage="told",
        name_zh=old.name_zh,
        name_en=old.name_en,
        effect=old.effect,
        permission=old.permission,
        actor=old.actor,
        needs=old.needs,
        asks=old.asks,
    )
    draft = drawing.add_move(drawing.add_move(draft, wish), tell)
    return drawing.remove_move(draft, "carried-out", "tell")


def test_old_tickets_go_on_in_their_edition_and_new_ones_in_the_next(branch: Founded) -> None:
    with branch.change() as work:
        old = taken(work)
        walk(work, old, "carry-out")
        released = release_flow(work, drawn(work), "加一道复核")
        new = taken(work)
    assert (released.edition, released.staying) == (2, ((1, 1),))
    other = replace(branch.actor, account_id=uuid4())
    with branch.change(other) as work:
        move(work, old, "tell")
        assert read_ticket(work, old).line.stage == "told"
        assert read_ticket(work, new).flow.edition == 2
    with branch.change() as work:
        walk(work, new, "carry-out")
        move(work, new, "check")
        assert read_ticket(work, new).line.stage == "checked"
    with branch.read() as work:
        complaint = [edition for edition in read_editions(work) if edition.flow.kind is TicketKind.COMPLAINT]
    assert [(e.flow.edition, e.open_tickets, e.is_current, e.note) for e in complaint] == [
        (2, 1, True, "加一道复核"),
        (1, 1, False, ""),
    ]


def test_a_release_is_taken_back_and_never_the_last_one(branch: Founded) -> None:
    with branch.change() as work:
        first = flow_for(work, TicketKind.COMPLAINT).id
        with pytest.raises(UserError, match="flow-last-edition"):
            switch_edition(work, first, active=False)
        made = release_flow(work, drawn(work))
        switch_edition(work, made.flow_id, active=False)
        assert flow_for(work, TicketKind.COMPLAINT).id == first
        assert release_flow(work, drawn(work)).edition == 3


def test_a_draft_with_faults_unchanged_or_overtaken_is_refused(branch: Founded) -> None:
    with branch.change() as work:
        draft = drawn(work)
        with pytest.raises(UserError, match="flow-unchanged"):
            release_flow(work, draft_of(flow_for(work, TicketKind.COMPLAINT)))
        with pytest.raises(UserError, match="flow-faulty"):
            release_flow(work, drawing.remove_move(draft, "checked", "tell"))
        release_flow(work, draft)
        with pytest.raises(UserError, match="flow-changed"):
            release_flow(work, draft)


def test_flows_of_all_branches_are_headquarters_to_change(branch: Founded) -> None:
    only = branch.actor_with(Permission.EDIT_FLOWS, Permission.TAKE_TICKETS)
    with branch.change(only) as work:  # of a single branch, its own people
        release_flow(work, drawn(work))
    found(branch.store, "BJ")
    with branch.change(only) as work:
        draft = drawing.rename_stage(
            draft_of(flow_for(work, TicketKind.INQUIRY)), "told", name_zh="已答复", name_en="Told"
        )
        with pytest.raises(UserError, match="all-branches-needed"):
            release_flow(work, draft)
        with pytest.raises(UserError, match="all-branches-needed"):
            switch_edition(work, draft.based_on, active=False)
    with (
        pytest.raises(UserError, match="not-allowed"),
        branch.change(branch.actor_with(Permission.ASSIGN_TICKETS)) as work,
    ):
        release_flow(work, draft)
