"""Tickets taken and moved the way people do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from app.complaints.moving import Moved, make_move
from app.complaints.opening import NewTicket, open_ticket
from app.work import Work
from db.models.complaints import Ticket

WORDS: Final = "空调不制冷，已经修过一次"
STATED: Final[Mapping[str, object]] = {
    "department": "service",
    "reason": "客户要求",
    "cause": "压缩机故障",
    "course": "上周更换过冷媒",
    "extent": "仅此一台",
    "evidence": "检测单",
    "liable": "售后服务部",
    "measures": [{"measure": "更换压缩机"}],
    "cost": "100",
    "how": "call",
    "objection": "等得太久",
    "done": "已更换",
    "told": "已修好，可以取车",
    "satisfaction": "satisfied",
    "waiting_for": "发票照片",
    "note": "客户来电催问",
    "verdict": "adopted",
}
WAY: Final = ("assign", "accept", "investigate", "propose", "agree", "carry-out", "tell", "ask", "close")


def taken(work: Work, **values: Any) -> UUID:
    """A ticket somebody rang up about."""
    return open_ticket(work, NewTicket(**{"complainant": "赵敏", "matter": WORDS, **values})).id


def move(work: Work, ticket_id: UUID, code: str, **facts: object) -> Moved:
    """Make a move with plausible facts, as whoever has just looked at the ticket."""
    ticket = work.get(Ticket, ticket_id)
    moment: datetime = work.now()
    stated = {**STATED, "moment": moment, **facts}
    return make_move(work, ticket_id, code, stated, seen=ticket.steps)


def walk(work: Work, ticket_id: UUID, last: str) -> None:
    """Go the usual way up to and with this move."""
    for code in WAY[: WAY.index(last) + 1]:
        move(work, ticket_id, code)
