"""The complaint desk of a made-up branch: tickets of the last months in all stages, with clocks that still run."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from sqlalchemy import insert, select

from app.complaints.clocks import Ground, ground_of, refresh_all
from app.complaints.flows import flow_for, stage_of
from app.complaints.improvements import add_improvement
from app.complaints.problem_records import NewImprovement, NewProblem
from app.complaints.problems import found_problem
from app.complaints.records import Flow, Move
from app.numbering import NumberKind, take_numbers
from app.sample_stories import (
    COMMON,
    COMPLAINTS,
    EXTRA,
    GRAVE,
    INQUIRIES,
    PROBLEM,
    REASONS,
    SUGGESTIONS,
    Story,
)
from app.sample_work import Stage
from app.work import Topic, Work
from app.worktime import deadline
from db.base import new_key
from db.models.access import Permission
from db.models.complaints import Approval, Ticket, TicketLevel, TicketMeasure, TicketStep
from db.models.ticket_flows import Clock, MoveEffect, StageState, TicketCategory, TicketKind

E = MoveEffect
MOST: Final = 400
ONE_IN: Final = 12
OVER: Final = timedelta(days=150)
FREE_HAND: Final = Decimal(200)
WAYS: Final = {
    TicketKind.COMPLAINT: (
        "assign", "accept", "answer", "investigate", "propose", "agree", "carry-out", "tell", "ask", "close",
    ),
    TicketKind.INQUIRY: ("tell", "close"),
    TicketKind.SUGGESTION: ("assign", "answer", "judge", "tell", "close"),
}  # fmt: skip
AGAIN: Final = (*WAYS[TicketKind.COMPLAINT][:-1], "reopen", "investigate")
HOURS: Final = {
    "assign": (0.1, 1), "accept": (0.1, 1.5), "answer": (0.2, 2), "investigate": (1, 20), "propose": (0.5, 4),
    "approve": (0.2, 3), "agree": (0.3, 4), "carry-out": (2, 30), "tell": (0.2, 2.5), "ask": (20, 50),
    "close": (0.1, 1), "judge": (3, 30), "wait": (0.2, 1), "reopen": (10, 40),
}  # fmt: skip
"""How long after the step before."""
DUES: Final = {
    Clock.ACCEPTANCE: ("accept_due_at", "accepted_at"),
    Clock.ANSWER: ("answer_due_at", "answered_at"),
    Clock.RESOLUTION: ("resolve_due_at", "resolved_at"),
}
EMPTY: Final = (
    "cause_code", "liable", "cost", "approval_step_id", "satisfaction_code", "handler_id", "department_code",
    "accepted_at", "answered_at", "resolved_at", "accept_due_at", "answer_due_at", "resolve_due_at",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Complainant:
    """Somebody of the made-up branch who comes to the desk."""

    customer_id: UUID
    name: str
    phone: str
    shown: str
    vehicle_id: UUID | None
    since: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class _Desk:
    """What every made-up ticket stands on, and what is written of them."""

    dice: random.Random
    stage: Stage
    ground: Ground
    flows: Mapping[TicketKind, Flow]
    categories: Mapping[str, UUID]
    tickets: list[dict[str, Any]] = field(default_factory=list)
    steps: list[dict[str, Any]] = field(default_factory=list)
    measures: list[dict[str, Any]] = field(default_factory=list)
    ended: dict[UUID, datetime] = field(default_factory=dict)
    common: list[UUID] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Plot:
    """What is to become of a ticket; `age` is how long ago it came in."""

    story: Story
    way: tuple[str, ...]
    age: timedelta
    grave: str | None = None
    satisfaction: str = "satisfied"
    pace: int = 1


def add_tickets(work: Work, dice: random.Random, stage: Stage, complainants: Sequence[Complainant]) -> int:
    """A ticket of each of them, in the order of time; returns how many."""
    work.require(Permission.MAKE_SAMPLE)
    if not complainants:
        return 0
    desk = _Desk(
        dice=dice,
        stage=stage,
        ground=ground_of(work, work.actor.branch_id),
        flows={kind: flow_for(work, kind) for kind in TicketKind},
        categories={
            row.code: row.id for row in work.session.execute(select(TicketCategory.code, TicketCategory.id))
        },
    )
    plots = [_plot(dice, place) for place in range(len(complainants))]
    numbers = take_numbers(work, NumberKind.TICKET, len(plots))
    both = sorted(zip(plots, complainants, strict=True), key=lambda pair: -pair[0].age)
    for number, (plot, who) in zip(numbers, both, strict=True):
        _live(desk, plot, who, number)
    _write(work, desk)
    if len(desk.common) > 1 and work.actor.may(Permission.SOLVE_PROBLEMS):
        _state_problem(work, desk)
    work.changed(Topic.TICKETS)
    return len(plots)


def _plot(dice: random.Random, place: int) -> _Plot:
    """The first few show what a desk must show; the others are as they come."""
    way = WAYS[TicketKind.COMPLAINT]
    days = timedelta(days=1)
    match place:
        case 0:
            return _Plot(story=COMPLAINTS[0], way=way[:3], age=0.2 * days)
        case 1:
            return _Plot(story=COMPLAINTS[1], way=(*way[:4], "wait"), age=3 * days)
        case 2:
            return _Plot(story=GRAVE, way=way[:1], age=0.05 * days, grave="authority")
        case 3:
            return _Plot(story=COMPLAINTS[7], way=AGAIN, age=12 * days, satisfaction="dissatisfied")
        case 4 | 5 | 6:
            return _Plot(story=COMMON, way=way, age=dice.uniform(15, 60) * days)
    pool = dice.choices((COMPLAINTS, INQUIRIES, SUGGESTIONS), (6, 3, 1))[0]
    story = dice.choice(pool)
    way = WAYS[story.kind]
    if story.kind is TicketKind.COMPLAINT and dice.random() < 0.06:
        way = (*way[: dice.randrange(1, 4)], dice.choice(("withdraw", "unfound")))
    satisfied = dice.choices(
        ("very-satisfied", "satisfied", "ordinary", "accepts", "unreachable"), (3, 6, 2, 1, 1)
    )[0]
    is_new = dice.random() < 0.14
    age = dice.uniform(0.02, 4) * days if is_new else dice.uniform(0.03, 1) * OVER
    pace = dice.choices((1, 3), (9, 1))[0]
    return _Plot(story=story, way=way, age=age, satisfaction=satisfied, pace=pace)


def _live(desk: _Desk, plot: _Plot, who: Complainant, number: str) -> None:
    """A ticket and its steps, as far as they have come by now."""
    dice, story, now = desk.dice, plot.story, desk.stage.now
    came = desk.ground.calendar.next_opening(now - plot.age) + timedelta(minutes=dice.randrange(5, 200))
    received = min(max(came, who.since), now - timedelta(minutes=dice.randrange(10, 40)))
    flow, key = desk.flows[story.kind], new_key()
    marks = {**desk.stage.marks(), "created_at": received, "created_by": dice.choice(desk.stage.staff)[0]}
    ticket = dict.fromkeys(EMPTY) | {
        "id": key, "number": number, "kind": story.kind, "flow_id": flow.id, "stage": flow.stages[0].code,
        "steps": 0, "level": TicketLevel.GRAVE if plot.grave else TicketLevel.ORDINARY,
        "customer_id": who.customer_id, "complainant": who.name, "complainant_phone": who.phone,
        "phone_shown": who.shown, "vehicle_id": who.vehicle_id if story.department == "service" else None,
        "channel_code": dice.choices(("phone", "counter", "wechat", "online", "callback"), (5, 3, 2, 1, 2))[0],
        "received_at": received, "matter": story.matter, "wish_code": story.wish,
        "category_id": desk.categories.get(story.category), "severity_code": story.severity,
        "nature_code": "complaint" if story.kind is TicketKind.COMPLAINT else None, "grave_code": plot.grave,
        "solutions": 0, "approval": Approval.NONE, "round": 1, **marks,
    }  # fmt: skip
    desk.tickets.append(ticket)
    _walk(desk, plot, ticket, flow, marks)
    _set_dues(desk, ticket)
    if story is COMMON:
        desk.common.append(key)


def _walk(desk: _Desk, plot: _Plot, ticket: dict[str, Any], flow: Flow, marks: dict[str, Any]) -> None:
    """Step after step until the way ends, now is reached, or the flow (an edited one) has no such move."""
    dice, stage, at, number = desk.dice, flow.stages[0].code, ticket["received_at"], 0
    handler, service = dice.sample(desk.stage.staff, 2) if len(desk.stage.staff) > 1 else desk.stage.staff * 2
    way = list(plot.way)
    while way:
        code = way.pop(0)
        move = next((one for one in flow.moves if one.code == code and one.from_stage == stage), None)
        at = _later(desk, at, code, plot.pace)
        if move is None or at > desk.stage.now:
            return
        number, stage = number + 1, move.to_stage
        by = handler if move.permission == Permission.HANDLE_TICKETS else service
        facts = _facts(desk, plot, move, at, handler[0])
        step = {
            "id": new_key(), "ticket_id": ticket["id"], "number": number, "move_code": code, "effect": move.effect,
            "from_stage": move.from_stage, "to_stage": stage, "happened_at": at, "account_id": by[0],
            "by_name": by[1], "on_behalf_of": None, "facts": facts, **marks, "created_at": at, "created_by": by[0],
        }  # fmt: skip
        _apply(desk, ticket, step)
        step["round"] = ticket["round"]
        desk.steps.append(step)
        if move.effect is E.PROPOSE and ticket["approval"] is Approval.WANTED:
            way.insert(0, "approve")
        if stage_of(flow, stage).state is not StageState.OPEN:
            desk.ended[ticket["id"]] = at


def _later(desk: _Desk, at: datetime, code: str, pace: int) -> datetime:
    """Within opening hours; slow people take thrice as long."""
    least, most = HOURS.get(code, (1, 10))
    after = at + timedelta(hours=desk.dice.uniform(least, most) * pace)
    opening = desk.ground.calendar.next_opening(after)
    return opening if opening == after else opening + timedelta(minutes=desk.dice.randrange(2, 90))


def _facts(desk: _Desk, plot: _Plot, move: Move, at: datetime, handler: UUID) -> dict[str, Any]:
    story, due = plot.story, (at + timedelta(days=3)).astimezone().date()
    known: dict[str, Any] = EXTRA | {
        "department": story.department,
        "handler": str(handler),
        "cause": story.cause or story.told,
        "cause_code": story.cause_code,
        "measures": [
            {"measure": story.measure or story.told, "person_id": str(handler), "due_on": due.isoformat()}
        ],
        "cost": str(Decimal(desk.dice.choice((0, 0, 0, 80, 150, 600))).quantize(Decimal("0.01"))),
        "done": story.measure or story.told,
        "moment": at.astimezone(UTC).isoformat(),
        "told": "已收到您的反映，今天安排专人处理" if move.effect is E.ANSWER else story.told,
        "satisfaction": plot.satisfaction,
        "reason": REASONS.get(move.effect.value, EXTRA["note"]),
    }
    wanted = [
        *move.needs,
        *(name for name in move.asks if name in ("handler", "cause_code", "words", "satisfaction")),
    ]
    return {name: known.get(name) or EXTRA["note"] for name in wanted}


def _apply(desk: _Desk, ticket: dict[str, Any], step: dict[str, Any]) -> None:
    """What the step means for its ticket, as `app.complaints.effects` has it."""
    effect, facts, at = step["effect"], step["facts"], step["happened_at"]
    if effect is E.ASSIGN:
        ticket |= {"department_code": facts["department"], "handler_id": UUID(facts["handler"])}
    elif effect is E.ACCEPT:
        ticket["accepted_at"] = at
    elif effect is E.INVESTIGATE:
        ticket |= {"cause_code": facts.get("cause_code"), "liable": facts.get("liable")}
    elif effect is E.PROPOSE:
        cost = Decimal(facts["cost"])
        ticket |= {"solutions": ticket["solutions"] + 1, "cost": cost}
        ticket["approval"] = Approval.WANTED if cost > FREE_HAND else Approval.NONE
        desk.measures.extend(_measures(ticket, step))
    elif effect is E.CARRY_OUT:
        _carried_out(desk, ticket, step)
    else:
        _judged(ticket, step)


def _judged(ticket: dict[str, Any], step: dict[str, Any]) -> None:
    """What approvers and the customer said."""
    effect, facts, at = step["effect"], step["facts"], step["happened_at"]
    if effect is E.APPROVE:
        ticket |= {"approval": Approval.GIVEN, "approval_step_id": step["id"]}
    elif effect is E.REOPEN:
        ticket |= {"round": ticket["round"] + 1, "resolved_at": None, "satisfaction_code": None}
        ticket |= {"approval": Approval.NONE, "approval_step_id": None}
    elif effect in (E.ASK, E.CLOSE):
        ticket["satisfaction_code"] = facts.get("satisfaction") or ticket["satisfaction_code"]
    elif effect in (E.ANSWER, E.AGREE, E.TELL):
        _answered(ticket, effect, at)


def _answered(ticket: dict[str, Any], effect: MoveEffect, at: datetime) -> None:
    ticket["answered_at"] = ticket["answered_at"] or at
    if effect is E.TELL:
        ticket["resolved_at"] = at


def _measures(ticket: dict[str, Any], step: dict[str, Any]) -> list[dict[str, Any]]:
    due = (step["happened_at"] + timedelta(days=3)).astimezone().date()
    own = {name: step[name] for name in step if name.startswith(("created_", "changed_", "branch_"))}
    return [
        {
            "id": new_key(), "ticket_id": ticket["id"], "step_id": step["id"], "solution": ticket["solutions"],
            "position": position, "measure": told["measure"], "person_id": UUID(told["person_id"]), "due_on": due,
            "done_on": None, "done_by": None, **own,
        }
        for position, told in enumerate(step["facts"]["measures"])
    ]  # fmt: skip


def _carried_out(desk: _Desk, ticket: dict[str, Any], step: dict[str, Any]) -> None:
    for row in reversed(desk.measures):
        if row["ticket_id"] != ticket["id"]:
            return
        row |= {"done_on": step["happened_at"].astimezone().date(), "done_by": step["account_id"]}


def _set_dues(desk: _Desk, ticket: dict[str, Any]) -> None:
    """The limits as they stood while the ticket was open, so that what was late is marked so."""
    for clock, (due, _met) in DUES.items():
        minutes = desk.ground.limits.get((ticket["kind"], ticket["severity_code"], clock))
        if minutes is not None and ticket[_met] is not None and ticket["round"] == 1:
            amount = timedelta(minutes=minutes)
            ticket[due] = deadline(desk.ground.calendar, ticket["received_at"], amount).at


def _write(work: Work, desk: _Desk) -> None:
    """Tickets at their first stage, then the steps that move them, then what only the last step allows."""
    for model, rows in ((Ticket, desk.tickets), (TicketStep, desk.steps), (TicketMeasure, desk.measures)):
        if rows:
            work.session.execute(insert(model), rows)
    tickets = work.session.scalars(
        select(Ticket).where(Ticket.id.in_([row["id"] for row in desk.tickets]))
    ).all()
    for ticket in tickets:
        ticket.ended_at = desk.ended.get(ticket.id)
    refresh_all(work, tickets)


def _state_problem(work: Work, desk: _Desk) -> None:
    title, description, measure = PROBLEM
    found = NewProblem(
        title=title,
        description=description,
        category_id=desk.categories.get(COMMON.category),
        cause_code=COMMON.cause_code,
        owner_id=work.actor.account_id,
        ticket_ids=tuple(desk.common),
    )
    planned = NewImprovement(measure=measure, due_on=work.today() + timedelta(days=10))
    add_improvement(work, found_problem(work, found), planned)
