"""What keeps a drawn flow from being released: every ticket must be able to begin, go on and be closed.

A ticket is followed through every situation it can get into (its stage, whether it waits for the customer, whether
its solution wants approval, whether the customer was dissatisfied), so that none leads nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from app.complaints.facts import FACTS
from app.complaints.flow_drafts import FlowDraft
from app.complaints.offers import HANDLING, WHILE_WAITING
from app.complaints.records import Move
from db.models.access import Permission
from db.models.complaints import Approval
from db.models.ticket_flows import MoveActor, MoveEffect, StageState

E = MoveEffect

ENDS: Final = {
    E.CLOSE: StageState.CLOSED,
    E.WITHDRAW: StageState.WITHDRAWN,
    E.UNFOUND: StageState.UNFOUNDED,
}
NEEDED: Final[dict[MoveEffect, tuple[str, ...]]] = {
    E.ASSIGN: ("department",),
    E.PROPOSE: ("measures", "cost"),
    E.ASK: ("satisfaction",),
    E.REOPEN: ("reason",),
    E.WAIT: ("waiting_for",),
    E.AMEND: ("amended",),
}
"""What an effect cannot do without."""

ONLY_OF: Final = {"measures": E.PROPOSE, "cost": E.PROPOSE, "amended": E.AMEND}
"""Facts that mean something with one effect alone."""

PERMISSIONS: Final = (
    Permission.TAKE_TICKETS,
    Permission.HANDLE_TICKETS,
    Permission.ASSIGN_TICKETS,
    Permission.APPROVE_SOLUTIONS,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class FlowFault:
    """One thing that is wrong: the code of its sentence, and the stage and move it is about."""

    code: str
    stage: str = ""
    move: str = ""
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Situation:
    stage: str
    waits: bool = False
    approval: Approval = Approval.NONE
    satisfied: bool | None = None

    @property
    def dissatisfied(self) -> bool:
        return self.satisfied is False


def flow_faults(draft: FlowDraft) -> tuple[FlowFault, ...]:
    """Everything that keeps the draft from being released, gravest first; nothing when it may be."""
    faults = [*_shape_faults(draft), *(fault for move in draft.moves for fault in _move_faults(draft, move))]
    if not faults:
        faults = list(_way_faults(draft))
    return tuple(faults)


def _shape_faults(draft: FlowDraft) -> Iterator[FlowFault]:
    if not draft.stages or draft.stages[0].state is not StageState.OPEN:
        yield FlowFault(code="flow-begins-wrong", stage=draft.stages[0].code if draft.stages else "")
    if all(stage.state is not StageState.CLOSED for stage in draft.stages):
        yield FlowFault(code="flow-no-end")
    codes = [stage.code for stage in draft.stages]
    for stage in draft.stages:
        if codes.count(stage.code) > 1:
            yield FlowFault(code="flow-stage-twice", stage=stage.code)


def _move_faults(draft: FlowDraft, move: Move) -> Iterator[FlowFault]:
    stages = {stage.code for stage in draft.stages}
    if move.from_stage not in stages or move.to_stage not in stages:
        yield _fault(move, "flow-move-astray")
        return
    twins = [each for each in draft.moves_of(move.from_stage) if each.code == move.code]
    if len(twins) > 1 and twins[0] is not move:
        yield _fault(move, "flow-move-doubled")
    yield from _effect_faults(draft, move)
    yield from _fact_faults(move)
    yield from _actor_faults(move)


def _fault(move: Move, code: str, **facts: object) -> FlowFault:
    return FlowFault(code=code, stage=move.from_stage, move=move.code, facts=facts)


def _effect_faults(draft: FlowDraft, move: Move) -> Iterator[FlowFault]:
    """An end is reached by what ends, and left by opening again alone; a first answer comes only once."""
    if draft.stage(move.to_stage).state is not ENDS.get(move.effect, StageState.OPEN):
        yield _fault(move, "flow-move-end-wrong")
    if draft.stage(move.from_stage).state is not StageState.OPEN and move.effect is not E.REOPEN:
        yield _fault(move, "flow-end-left")
    if move.effect is E.ANSWER and move.to_stage != move.from_stage:
        yield _fault(move, "flow-answer-goes")


def _fact_faults(move: Move) -> Iterator[FlowFault]:
    for name in (*move.needs, *move.asks):
        if name not in FACTS or ONLY_OF.get(name, move.effect) is not move.effect:
            yield _fault(move, "flow-fact-wrong", fact=name)
    for name in NEEDED.get(move.effect, ()):
        if name not in move.needs:
            yield _fault(move, "flow-fact-lacks", fact=name)


def _actor_faults(move: Move) -> Iterator[FlowFault]:
    if move.permission not in PERMISSIONS:
        yield _fault(move, "flow-permission-wrong")
    if (move.effect in (E.APPROVE, E.REFUSE)) != (move.permission == Permission.APPROVE_SOLUTIONS):
        yield _fault(move, "flow-approval-wrong")
    if move.actor is MoveActor.SERVICE and move.effect in HANDLING:
        yield _fault(move, "flow-service-handles")


def _way_faults(draft: FlowDraft) -> Iterator[FlowFault]:
    """Only where a way breaks off is told, not everything that lies behind the break."""
    reached = _reached(draft, _Situation(draft.stages[0].code))
    there = {situation.stage for situation in reached}
    for stage in draft.stages:
        if stage.code not in there:
            there |= {situation.stage for situation in _reached(draft, _Situation(stage.code))}
            yield FlowFault(code="flow-stage-unreachable", stage=stage.code)
    stuck = set(_stuck(draft, reached))
    places = {stage.code: stage.position for stage in draft.stages}
    told: set[_Situation] = set()
    faults: list[FlowFault] = []
    for situation in sorted(stuck, key=lambda s: (_gravity(s), -places[s.stage])):
        ahead = stuck & set(_reached(draft, situation))
        if not told & ahead and all(situation in _reached(draft, after) for after in ahead):
            told.add(situation)
            found = FlowFault(code=_stuck_code(situation), stage=situation.stage)
            if found not in faults:
                faults.append(found)
    yield from faults


def _gravity(situation: _Situation) -> tuple[bool, bool, bool]:
    return situation.waits, situation.approval is Approval.WANTED, situation.dissatisfied


def _stuck_code(situation: _Situation) -> str:
    if situation.waits:
        return "flow-waits-forever"
    if situation.approval is Approval.WANTED:
        return "flow-approval-forever"
    return "flow-dissatisfied-forever" if situation.dissatisfied else "flow-stage-stuck"


def _reached(draft: FlowDraft, begin: _Situation) -> dict[_Situation, None]:
    """Every situation a ticket can get into, in the order of getting there."""
    found = {begin: None}
    ahead = [begin]
    while ahead:
        for after in _steps(draft, ahead.pop(0)):
            if after not in found:
                found[after] = None
                ahead.append(after)
    return found


def _stuck(draft: FlowDraft, reached: dict[_Situation, None]) -> list[_Situation]:
    """Open situations from which no way leads to being closed."""
    states = {stage.code: stage.state for stage in draft.stages}
    before: dict[_Situation, list[_Situation]] = {situation: [] for situation in reached}
    for situation in reached:
        for after in _steps(draft, situation):
            before[after].append(situation)
    ahead = [situation for situation in reached if states[situation.stage] is StageState.CLOSED]
    well = set(ahead)
    while ahead:
        for earlier in before[ahead.pop()]:
            if earlier not in well:
                well.add(earlier)
                ahead.append(earlier)
    opened = [situation for situation in reached if states[situation.stage] is StageState.OPEN]
    return [situation for situation in opened if situation not in well]


def _steps(draft: FlowDraft, at: _Situation) -> Iterator[_Situation]:
    states = {stage.code: stage.state for stage in draft.stages}
    for move in draft.moves_of(at.stage):
        if _is_possible(at, move, is_open=states[at.stage] is StageState.OPEN):
            yield from _after(at, move)


def _is_possible(at: _Situation, move: Move, *, is_open: bool) -> bool:
    """As `app.complaints.offers` has it, for somebody who may make the move."""
    if at.waits:
        return move.effect in WHILE_WAITING
    if move.effect is E.REOPEN:
        return not at.satisfied or not is_open
    if move.effect is E.AGREE:
        return at.approval is not Approval.WANTED
    if move.effect in (E.APPROVE, E.REFUSE):
        return at.approval is Approval.WANTED
    if move.effect is E.CLOSE:
        return not at.dissatisfied or "reason" in move.needs
    return move.effect is not E.RESUME


def _after(at: _Situation, move: Move) -> tuple[_Situation, ...]:
    made = replace(at, stage=move.to_stage)
    match move.effect:
        case E.WAIT | E.RESUME:
            return (replace(made, waits=move.effect is E.WAIT),)
        case E.PROPOSE:
            return replace(made, approval=Approval.NONE), replace(made, approval=Approval.WANTED)
        case E.APPROVE:
            return (replace(made, approval=Approval.GIVEN),)
        case E.REFUSE | E.OBJECT:
            return (replace(made, approval=Approval.NONE),)
        case E.ASK:
            return replace(made, satisfied=True), replace(made, satisfied=False)
        case E.REOPEN | E.CLOSE | E.WITHDRAW | E.UNFOUND:
            return (_Situation(move.to_stage),)
    return (made,)
