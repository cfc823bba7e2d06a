"""The flows a new database begins with; editions an administrator makes follow them.

Complaints go through received 受理, assigned 分派, accepted 接收, investigated 调查, proposed 方案, agreed 沟通,
carried out 实施, told 反馈, asked 回访 and closed 关闭; inquiries and suggestions take a lighter way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from db.models.access import Permission
from db.models.ticket_flows import MoveActor, MoveEffect, StageState, TicketKind

A = MoveActor
E = MoveEffect
P = Permission
S = StageState


@dataclass(frozen=True, kw_only=True, slots=True)
class StageDefault:
    """A stage as shipped."""

    code: str
    name_zh: str
    name_en: str
    state: StageState = S.OPEN


@dataclass(frozen=True, kw_only=True, slots=True)
class MoveDefault:
    """A move as shipped; `needs` must be stated with it, `asks` may be."""

    code: str
    from_stage: str
    to_stage: str
    name_zh: str
    name_en: str
    effect: MoveEffect
    permission: Permission
    actor: MoveActor = MoveActor.ANYONE
    needs: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class FlowDefault:
    """A flow as shipped: stages in their order, moves in theirs."""

    kind: TicketKind
    name_zh: str
    name_en: str
    stages: tuple[StageDefault, ...]
    moves: tuple[MoveDefault, ...]


_RECEIVED: Final = StageDefault(code="received", name_zh="受理", name_en="Received")
_CLOSED: Final = StageDefault(code="closed", name_zh="关闭", name_en="Closed", state=S.CLOSED)
_WITHDRAWN: Final = StageDefault(code="withdrawn", name_zh="撤回", name_en="Withdrawn", state=S.WITHDRAWN)
_UNFOUNDED: Final = StageDefault(code="unfounded", name_zh="不成立", name_en="Unfounded", state=S.UNFOUNDED)

_COMPLAINT_STAGES: Final = (
    _RECEIVED,
    StageDefault(code="assigned", name_zh="分派", name_en="Assigned"),
    StageDefault(code="accepted", name_zh="接收", name_en="Accepted"),
    StageDefault(code="investigated", name_zh="调查", name_en="Investigated"),
    StageDefault(code="proposed", name_zh="方案", name_en="Solution"),
    StageDefault(code="agreed", name_zh="沟通", name_en="Agreed"),
    StageDefault(code="carried-out", name_zh="实施", name_en="Carried out"),
    StageDefault(code="told", name_zh="反馈", name_en="Told"),
    StageDefault(code="asked", name_zh="回访", name_en="Asked"),
    _CLOSED,
    _WITHDRAWN,
    _UNFOUNDED,
)
_INQUIRY_STAGES: Final = (
    _RECEIVED,
    StageDefault(code="assigned", name_zh="转办", name_en="Passed on"),
    StageDefault(code="told", name_zh="答复", name_en="Answered"),
    _CLOSED,
    _WITHDRAWN,
)
_SUGGESTION_STAGES: Final = (
    _RECEIVED,
    StageDefault(code="assigned", name_zh="转办", name_en="Passed on"),
    StageDefault(code="judged", name_zh="评审", name_en="Judged"),
    StageDefault(code="told", name_zh="答复", name_en="Answered"),
    _CLOSED,
    _WITHDRAWN,
)


def _move(
    code: str,
    way: tuple[str, str],
    names: tuple[str, str],
    effect: MoveEffect,
    permission: Permission,
    *,
    actor: MoveActor = A.ANYONE,
    needs: tuple[str, ...] = (),
    asks: tuple[str, ...] = (),
) -> MoveDefault:
    return MoveDefault(
        code=code,
        from_stage=way[0],
        to_stage=way[1],
        name_zh=names[0],
        name_en=names[1],
        effect=effect,
        permission=permission,
        actor=actor,
        needs=needs,
        asks=asks,
    )


_SPOKEN: Final = ("how", "moment", "told")
_AHEAD: Final = (
    _move(
        "assign", ("received", "assigned"), ("分派", "Assign"), E.ASSIGN, P.TAKE_TICKETS,
        needs=("department",), asks=("handler", "note"),
    ),
    _move(
        "accept", ("assigned", "accepted"), ("接收", "Accept"), E.ACCEPT, P.HANDLE_TICKETS, actor=A.HANDLER,
        asks=("note",),
    ),
    _move(
        "return", ("assigned", "received"), ("退回", "Return"), E.RETURN, P.HANDLE_TICKETS, actor=A.HANDLER,
        needs=("reason",),
    ),
    _move(
        "investigate", ("accepted", "investigated"), ("调查结果", "Investigated"), E.INVESTIGATE,
        P.HANDLE_TICKETS, actor=A.HANDLER,
        needs=("cause", "course", "extent", "evidence", "liable"), asks=("cause_code", "liable_person"),
    ),
    _move(
        "propose", ("investigated", "proposed"), ("提出方案", "Propose a solution"), E.PROPOSE,
        P.HANDLE_TICKETS, actor=A.HANDLER, needs=("measures", "cost"), asks=("note",),
    ),
    _move(
        "agree", ("proposed", "agreed"), ("客户同意", "Customer agrees"), E.AGREE, P.HANDLE_TICKETS,
        needs=("how", "moment"), asks=("words",),
    ),
    _move(
        "approve", ("proposed", "proposed"), ("批准方案", "Approve"), E.APPROVE, P.APPROVE_SOLUTIONS,
        asks=("note",),
    ),
    _move(
        "refuse", ("proposed", "investigated"), ("不批准", "Refuse approval"), E.REFUSE, P.APPROVE_SOLUTIONS,
        needs=("reason",),
    ),
    _move(
        "object", ("proposed", "investigated"), ("客户有异议", "Customer objects"), E.OBJECT, P.HANDLE_TICKETS,
        needs=("how", "moment", "objection"),
    ),
    _move(
        "carry-out", ("agreed", "carried-out"), ("实施完成", "Carried out"), E.CARRY_OUT, P.HANDLE_TICKETS,
        actor=A.HANDLER, needs=("done",), asks=("cost_spent",),
    ),
    _move(
        "tell", ("carried-out", "told"), ("反馈结果", "Tell the result"), E.TELL, P.TAKE_TICKETS, actor=A.SERVICE,
        needs=_SPOKEN, asks=("words",),
    ),
    _move(
        "ask", ("told", "asked"), ("回访满意度", "Ask for satisfaction"), E.ASK, P.TAKE_TICKETS, actor=A.SERVICE,
        needs=("how", "satisfaction"), asks=("words", "why"),
    ),
    _move(
        "close", ("asked", "closed"), ("关闭", "Close"), E.CLOSE, P.TAKE_TICKETS, actor=A.SERVICE,
        asks=("summary",),
    ),
    *(
        _move(
            "reopen", (stage, "accepted"), ("重新处理", "Open again"), E.REOPEN, P.TAKE_TICKETS,
            needs=("reason",),
        )
        for stage in ("asked", "closed")
    ),
)  # fmt: skip
"""The way of a complaint; of the moves that leave a stage the usual one comes first."""

_PASS_ON: Final = _move(
    "assign", ("received", "assigned"), ("转办", "Pass on"), E.ASSIGN, P.TAKE_TICKETS,
    needs=("department",), asks=("handler", "note"),
)  # fmt: skip
_LIGHT_END: Final = (
    _move(
        "return", ("assigned", "received"), ("退回", "Return"), E.RETURN, P.HANDLE_TICKETS, actor=A.HANDLER,
        needs=("reason",),
    ),
    _move(
        "close", ("told", "closed"), ("关闭", "Close"), E.CLOSE, P.TAKE_TICKETS,
        asks=("satisfaction", "words"),
    ),
    *(
        _move(
            "reopen", (stage, "assigned"), ("重新处理", "Open again"), E.REOPEN, P.TAKE_TICKETS,
            needs=("reason",),
        )
        for stage in ("told", "closed")
    ),
)  # fmt: skip


def _tell(stage: str) -> MoveDefault:
    way = (stage, "told")
    names = ("答复客户", "Answer")
    return _move("tell", way, names, E.TELL, P.TAKE_TICKETS, needs=_SPOKEN, asks=("words",))


_INQUIRY: Final = (_tell("received"), _PASS_ON, _tell("assigned"), *_LIGHT_END)
_SUGGESTION: Final = (
    _PASS_ON,
    _move(
        "judge", ("assigned", "judged"), ("评审", "Judge"), E.NOTE, P.HANDLE_TICKETS, actor=A.HANDLER,
        needs=("verdict", "note"),
    ),
    _tell("judged"),
    *_LIGHT_END,
)  # fmt: skip


def _aside(stages: tuple[StageDefault, ...]) -> Iterator[MoveDefault]:
    """What may happen in any open stage: an answer, waiting, a note, a correction, an end before the end."""
    opened = [stage.code for stage in stages if stage.state is S.OPEN]
    ends = {stage.state: stage.code for stage in stages}
    before_told = opened[: opened.index("told")]
    for stage in opened:
        here = (stage, stage)
        if stage in before_told:
            yield from _talking(here)
        if stage in before_told and stage != "received":
            yield _move(
                "reassign",
                (stage, "assigned"),
                ("改派", "Assign anew"),
                E.ASSIGN,
                P.ASSIGN_TICKETS,
                needs=("department", "reason"),
                asks=("handler",),
            )
        yield _move("note", here, ("补充记录", "Add a note"), E.NOTE, P.TAKE_TICKETS, needs=("note",))
        yield _move(
            "amend",
            here,
            ("更正登记", "Correct the intake"),
            E.AMEND,
            P.TAKE_TICKETS,
            needs=("amended",),
            asks=("reason",),
        )
        yield _move(
            "withdraw",
            (stage, ends[S.WITHDRAWN]),
            ("客户撤回", "Withdrawn by the customer"),
            E.WITHDRAW,
            P.ASSIGN_TICKETS,
            needs=("how", "reason"),
        )
        if S.UNFOUNDED in ends:
            yield _move(
                "unfound", (stage, ends[S.UNFOUNDED]), ("不成立", "Not a complaint"), E.UNFOUND,
                P.ASSIGN_TICKETS, needs=("reason",),
            )  # fmt: skip


def _talking(here: tuple[str, str]) -> Iterator[MoveDefault]:
    yield _move(
        "answer", here, ("首次答复", "First answer"), E.ANSWER, P.TAKE_TICKETS, needs=_SPOKEN, asks=("words",)
    )
    waiting = ("等待客户", "Wait for the customer")
    yield _move("wait", here, waiting, E.WAIT, P.HANDLE_TICKETS, needs=("waiting_for",))
    yield _move("resume", here, ("结束等待", "End waiting"), E.RESUME, P.HANDLE_TICKETS, asks=("note",))


def _flow(
    kind: TicketKind, names: tuple[str, str], stages: tuple[StageDefault, ...], moves: tuple[MoveDefault, ...]
) -> FlowDefault:
    both = (*moves, *_aside(stages))
    return FlowDefault(kind=kind, name_zh=names[0], name_en=names[1], stages=stages, moves=both)


FLOW_DEFAULTS: Final = (
    _flow(TicketKind.COMPLAINT, ("投诉处理", "Complaints"), _COMPLAINT_STAGES, _AHEAD),
    _flow(TicketKind.INQUIRY, ("咨询答复", "Inquiries"), _INQUIRY_STAGES, _INQUIRY),
    _flow(TicketKind.SUGGESTION, ("建议处理", "Suggestions"), _SUGGESTION_STAGES, _SUGGESTION),
)
