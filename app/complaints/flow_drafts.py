"""The next edition of a flow while it is being drawn: stages and moves added, renamed, shifted, taken out.

Nothing here touches the database; whether a draft may be released is `app.complaints.flow_faults`' to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from app.complaints.records import Flow, Move, Stage
from app.customers.cleaning import mend
from app.errors import UserError
from db.models.ticket_flows import MoveActor, MoveEffect, StageState, TicketKind

NAME_MOST: Final = 30
STAGES_MOST: Final = 40
MOVES_MOST: Final = 400
_ASIDE: Final = (MoveEffect.NOTE, MoveEffect.AMEND, MoveEffect.ANSWER, MoveEffect.WAIT, MoveEffect.RESUME)
_ENDING: Final = (MoveEffect.WITHDRAW, MoveEffect.UNFOUND)


@dataclass(frozen=True, kw_only=True, slots=True)
class FlowDraft:
    """What would become the edition after `edition`; the places in the tuples are the order."""

    kind: TicketKind
    based_on: UUID
    edition: int
    name_zh: str
    name_en: str
    stages: tuple[Stage, ...]
    moves: tuple[Move, ...]

    def stage(self, code: str) -> Stage:
        """Raises UserError `flow-stage-unknown`."""
        found = next((stage for stage in self.stages if stage.code == code), None)
        if found is None:
            raise UserError("flow-stage-unknown", given=code)
        return found

    def move(self, from_stage: str, code: str) -> Move:
        """Raises UserError `flow-move-unknown`."""
        for move in self.moves:
            if (move.from_stage, move.code) == (from_stage, code):
                return move
        raise UserError("flow-move-unknown", given=code)

    def moves_of(self, stage: str) -> tuple[Move, ...]:
        """The ways out of a stage, the usual one first."""
        return tuple(move for move in self.moves if move.from_stage == stage)


@dataclass(frozen=True, kw_only=True, slots=True)
class MoveWish:
    """A move as somebody wants it; its code is made from its names."""

    from_stage: str
    to_stage: str
    name_zh: str
    name_en: str
    effect: MoveEffect
    permission: str
    actor: MoveActor = MoveActor.ANYONE
    needs: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()


def draft_of(flow: Flow) -> FlowDraft:
    """A draft that is still as the edition it begins from."""
    return FlowDraft(
        kind=flow.kind,
        based_on=flow.id,
        edition=flow.edition,
        name_zh=flow.name_zh,
        name_en=flow.name_en,
        stages=_numbered_stages(sorted(flow.stages, key=lambda stage: stage.position)),
        moves=_numbered_moves(sorted(flow.moves, key=lambda move: move.position)),
    )


def add_stage(
    draft: FlowDraft, *, name_zh: str, name_en: str, state: StageState, after: str | None = None
) -> FlowDraft:
    """A further stage behind `after`, or last.

    An open stage gets what may be done aside in the one before it: notes, waiting, corrections, withdrawal. Raises
    UserError `flow-stage-unknown`, `flow-name-wrong`, `flow-too-large`.
    """
    if len(draft.stages) >= STAGES_MOST:
        raise UserError("flow-too-large", most=STAGES_MOST)
    zh, en = _names(name_zh, name_en)
    code = _code(en, "stage", {stage.code for stage in draft.stages})
    made = Stage(code=code, name_zh=zh, name_en=en, state=state, position=0)
    at = len(draft.stages) if after is None else draft.stages.index(draft.stage(after)) + 1
    aside = _asides(draft, after, code) if after is not None and state is StageState.OPEN else ()
    return replace(
        draft,
        stages=_numbered_stages([*draft.stages[:at], made, *draft.stages[at:]]),
        moves=_numbered_moves([*draft.moves, *aside]),
    )


def _asides(draft: FlowDraft, like: str, code: str) -> Iterator[Move]:
    for move in draft.moves_of(like):
        if move.effect in _ENDING:
            yield replace(move, from_stage=code)
        elif move.effect in _ASIDE and move.to_stage == like:
            yield replace(move, from_stage=code, to_stage=code)


def rename_stage(draft: FlowDraft, code: str, *, name_zh: str, name_en: str) -> FlowDraft:
    """Other names for a stage. Raises UserError `flow-stage-unknown`, `flow-name-wrong`."""
    old = draft.stage(code)
    zh, en = _names(name_zh, name_en)
    made = replace(old, name_zh=zh, name_en=en)
    return replace(draft, stages=tuple(made if stage is old else stage for stage in draft.stages))


def shift_stage(draft: FlowDraft, code: str, by: int) -> FlowDraft:
    """A stage earlier (-1) or later (1); at the border it stays. Raises UserError `flow-stage-unknown`."""
    stages = list(draft.stages)
    at = stages.index(draft.stage(code))
    to = min(max(at + by, 0), len(stages) - 1)
    stages.insert(to, stages.pop(at))
    return replace(draft, stages=_numbered_stages(stages))


def remove_stage(draft: FlowDraft, code: str) -> FlowDraft:
    """Take a stage out with every move from or to it. Raises UserError `flow-stage-unknown`."""
    gone = draft.stage(code)
    return replace(
        draft,
        stages=_numbered_stages(stage for stage in draft.stages if stage is not gone),
        moves=_numbered_moves(
            move for move in draft.moves if gone.code not in (move.from_stage, move.to_stage)
        ),
    )


def add_move(draft: FlowDraft, wish: MoveWish) -> FlowDraft:
    """A further way out of a stage, behind those there are.

    A move of the same names and effect as one elsewhere is the same move. Raises UserError `flow-stage-unknown`,
    `flow-name-wrong`, `flow-too-large`, `flow-move-twice`.
    """
    if len(draft.moves) >= MOVES_MOST:
        raise UserError("flow-too-large", most=MOVES_MOST)
    made = _made(draft, wish, None)
    return replace(draft, moves=_numbered_moves([*draft.moves, made]))


def change_move(draft: FlowDraft, from_stage: str, code: str, wish: MoveWish) -> FlowDraft:
    """Another form of a move, at its place. Raises as `add_move`, and `flow-move-unknown`."""
    old = draft.move(from_stage, code)
    made = _made(draft, wish, old)
    return replace(draft, moves=_numbered_moves(made if move is old else move for move in draft.moves))


def shift_move(draft: FlowDraft, from_stage: str, code: str, by: int) -> FlowDraft:
    """A move earlier or later among those of its stage. Raises UserError `flow-move-unknown`."""
    moves, own = list(draft.moves), list(draft.moves_of(from_stage))
    move = draft.move(from_stage, code)
    at = own.index(move)
    to = min(max(at + by, 0), len(own) - 1)
    places = [moves.index(each) for each in own]
    own.insert(to, own.pop(at))
    for place, each in zip(places, own, strict=True):
        moves[place] = each
    return replace(draft, moves=_numbered_moves(moves))


def remove_move(draft: FlowDraft, from_stage: str, code: str) -> FlowDraft:
    """Take a move out. Raises UserError `flow-move-unknown`."""
    gone = draft.move(from_stage, code)
    return replace(draft, moves=_numbered_moves(move for move in draft.moves if move is not gone))


def _made(draft: FlowDraft, wish: MoveWish, old: Move | None) -> Move:
    draft.stage(wish.from_stage)
    draft.stage(wish.to_stage)
    zh, en = _names(wish.name_zh, wish.name_en)
    here = {move.code for move in draft.moves_of(wish.from_stage) if move is not old}
    code = _move_code(draft, en, wish.effect, old)
    if code in here:
        raise UserError("flow-move-twice", name=zh)
    needs = tuple(dict.fromkeys(wish.needs))
    return Move(
        code=code,
        from_stage=wish.from_stage,
        to_stage=wish.to_stage,
        name_zh=zh,
        name_en=en,
        effect=wish.effect,
        permission=wish.permission,
        actor=wish.actor,
        needs=needs,
        asks=tuple(fact for fact in dict.fromkeys(wish.asks) if fact not in needs),
        position=0,
    )


def _move_code(draft: FlowDraft, name_en: str, effect: MoveEffect, old: Move | None) -> str:
    if old is not None and old.effect is effect:
        return old.code
    for move in draft.moves:
        if (move.name_en, move.effect) == (name_en, effect):
            return move.code
    return _code(name_en, effect.value, {move.code for move in draft.moves})


def _names(name_zh: str, name_en: str) -> tuple[str, str]:
    """Both names, each standing in for the other where only one is given."""
    zh, en = mend(name_zh), mend(name_en)
    zh, en = zh or en, en or zh
    if not 1 <= len(zh) <= NAME_MOST or len(en) > NAME_MOST:
        raise UserError("flow-name-wrong", most=NAME_MOST)
    return zh, en


def _code(name: str, otherwise: str, taken: set[str]) -> str:
    """A code that says what it stands for where the name is Latin, and never one that is taken."""
    stem = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or otherwise
    number = 1
    code = stem
    while code in taken:
        number += 1
        code = f"{stem}-{number}"
    return code


def _numbered_stages(stages: Iterable[Stage]) -> tuple[Stage, ...]:
    return tuple(replace(stage, position=place) for place, stage in enumerate(stages))


def _numbered_moves(moves: Iterable[Move]) -> tuple[Move, ...]:
    return tuple(replace(move, position=place) for place, move in enumerate(moves))
