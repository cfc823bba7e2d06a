"""Which moves a ticket may make now, and why it may not make the others: one rule for buttons and for moving."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final
from uuid import UUID

from app.complaints.records import Flow, Move, Offer
from db.models.access import Permission
from db.models.complaints import Approval
from db.models.ticket_flows import MoveActor, MoveEffect, StageState

HANDLING: Final = frozenset(
    {MoveEffect.ACCEPT, MoveEffect.INVESTIGATE, MoveEffect.PROPOSE, MoveEffect.CARRY_OUT}
)
"""Who made one of these in a round has handled the ticket."""
WHILE_WAITING: Final = frozenset(
    {MoveEffect.RESUME, MoveEffect.NOTE, MoveEffect.AMEND, MoveEffect.WITHDRAW, MoveEffect.UNFOUND}
)
JUDGING: Final = frozenset({MoveEffect.APPROVE, MoveEffect.REFUSE})
DISSATISFIED: Final = 0

Refused = tuple[str, Mapping[str, object]] | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """What the rules look at of a ticket and of who would move it.

    `handled_by` are the people who handled it in the present round; `satisfaction` is the number of the answer given
    to the question after it (0 dissatisfied), None where it has none.
    `approving` is the refusal that keeps the actor from approving the present solution; `stands_in` says that they
    would do so in an approver's place.
    """

    stage: str
    state: StageState
    is_waiting: bool
    handler_id: UUID | None
    handler: str
    handled_by: frozenset[UUID]
    approval: Approval
    cost: Decimal | None
    was_asked: bool
    satisfaction: int | None
    has_answer: bool
    actor_id: UUID
    permissions: frozenset[Permission]
    approving: Refused = None
    stands_in: bool = False


def offers(flow: Flow, standing: Standing) -> tuple[Offer, ...]:
    """Every move out of the present stage in the flow's order, with the refusal where there is one."""
    return tuple(why_not(move, standing) for move in flow.moves if move.from_stage == standing.stage)


def why_not(move: Move, standing: Standing) -> Offer:
    """The move as an offer: without a refusal where the actor may make it now."""
    for rule in _RULES:
        refused = rule(move, standing)
        if refused is not None:
            return Offer(move=move, refusal=refused[0], facts=refused[1])
    return Offer(move=move)


def _permission(move: Move, standing: Standing) -> Refused:
    if move.permission in {permission.value for permission in standing.permissions}:
        return None
    if move.effect in JUDGING and standing.stands_in:
        return None
    return "not-allowed", {"permission": move.permission}


def _waiting(move: Move, standing: Standing) -> Refused:
    if standing.is_waiting and move.effect not in WHILE_WAITING:
        return "ticket-waits", {}
    if not standing.is_waiting and move.effect is MoveEffect.RESUME:
        return "ticket-waits-not", {}
    return None


def _who(move: Move, standing: Standing) -> Refused:
    me, assigns = standing.actor_id, Permission.ASSIGN_TICKETS in standing.permissions
    if move.actor is MoveActor.HANDLER and standing.handler_id not in (None, me) and not assigns:
        return "ticket-other-handler", {"handler": standing.handler}
    if move.actor is MoveActor.SERVICE and (me == standing.handler_id or me in standing.handled_by):
        return "ticket-handled-by-you", {}
    return None


def _approval(move: Move, standing: Standing) -> Refused:
    if move.effect is MoveEffect.AGREE and standing.approval is Approval.WANTED:
        return "ticket-approval-wanted", {"cost": standing.cost}
    if move.effect in JUDGING:
        if standing.approval is not Approval.WANTED:
            return "ticket-approval-not-wanted", {}
        return standing.approving
    return None


def _satisfaction(move: Move, standing: Standing) -> Refused:
    dissatisfied = standing.satisfaction == DISSATISFIED
    if move.effect is MoveEffect.CLOSE and dissatisfied and "reason" not in move.needs:
        return "ticket-dissatisfied", {}
    still_open = standing.state is StageState.OPEN
    if move.effect is MoveEffect.REOPEN and still_open and standing.was_asked and not dissatisfied:
        return "ticket-not-dissatisfied", {}
    return None


def _answer(move: Move, standing: Standing) -> Refused:
    if move.effect is MoveEffect.ANSWER and standing.has_answer:
        return "ticket-answered", {}
    return None


_RULES: Final[Sequence[Callable[[Move, Standing], Refused]]] = (
    _permission,
    _waiting,
    _who,
    _approval,
    _satisfaction,
    _answer,
)
