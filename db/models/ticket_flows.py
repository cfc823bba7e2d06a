"""What a ticket may do, as rows: flows in editions with their stages and moves, limits, categories, approvals.

An edition that tickets stand in is never altered (triggers of `db.ticket_guards` refuse it): who changes a flow makes
the next edition, and older tickets go on in theirs.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, false, true
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Document
from db.mixins import BranchRow, SharedRow


class TicketKind(StrEnum):
    """D1, D7: what came in at the desk (投诉, 咨询, 建议)."""

    COMPLAINT = "complaint"
    INQUIRY = "inquiry"
    SUGGESTION = "suggestion"


class StageState(StrEnum):
    """What being in a stage means for the ticket: still open, or ended in one of three ways."""

    OPEN = "open"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    UNFOUNDED = "unfounded"


class MoveEffect(StrEnum):
    """What a move means to the program, beyond where it leads; NOTE means nothing else.

    ANSWER is the first answer to the customer, WAIT and RESUME begin and end waiting for the customer; AMEND alters
    what was written at intake.
    """

    NOTE = "note"
    ASSIGN = "assign"
    ACCEPT = "accept"
    RETURN = "return"
    INVESTIGATE = "investigate"
    PROPOSE = "propose"
    APPROVE = "approve"
    REFUSE = "refuse"
    AGREE = "agree"
    OBJECT = "object"
    CARRY_OUT = "carry-out"
    TELL = "tell"
    ASK = "ask"
    CLOSE = "close"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"
    UNFOUND = "unfound"
    ANSWER = "answer"
    WAIT = "wait"
    RESUME = "resume"
    AMEND = "amend"


class MoveActor(StrEnum):
    """Who may make a move among those who hold its permission.

    HANDLER is who the ticket is assigned to (or whoever may assign it); SERVICE is anybody who has not handled it.
    """

    ANYONE = "anyone"
    HANDLER = "handler"
    SERVICE = "service"


class Clock(StrEnum):
    """D3: the three clocks of a ticket."""

    ACCEPTANCE = "acceptance"
    ANSWER = "answer"
    RESOLUTION = "resolution"


class TicketFlow(SharedRow, Base):
    """One edition of the flow of a kind; the newest active one takes new tickets."""

    __tablename__ = "ticket_flow"
    __table_args__ = (Index("ix_ticket_flow_kind", "kind", "edition"), {"sqlite_strict": True})

    kind: Mapped[TicketKind]
    edition: Mapped[int]
    name_zh: Mapped[str]
    name_en: Mapped[str]
    note: Mapped[str | None]
    active: Mapped[bool] = mapped_column(default=True, server_default=true())


class FlowStage(SharedRow, Base):
    """A stage (受理, 分派 …) of one edition; the first by `position` is where tickets begin."""

    __tablename__ = "flow_stage"
    __table_args__ = (Index("ix_flow_stage_flow", "flow_id", "code"), {"sqlite_strict": True})

    flow_id: Mapped[UUID] = mapped_column(ForeignKey("ticket_flow.id"))
    code: Mapped[str]
    name_zh: Mapped[str]
    name_en: Mapped[str]
    state: Mapped[StageState] = mapped_column(default=StageState.OPEN, server_default=StageState.OPEN.value)
    position: Mapped[int] = mapped_column(default=0, server_default="0")


class FlowMove(SharedRow, Base):
    """A way from one stage to another (or to itself); `needs` names the facts without which it is refused.

    `asks` names facts that are asked for and may stay empty. Of ways that leave a stage, the one first by `position`
    is the usual next step.
    """

    __tablename__ = "flow_move"
    __table_args__ = (Index("ix_flow_move_flow", "flow_id", "from_stage", "code"), {"sqlite_strict": True})

    flow_id: Mapped[UUID] = mapped_column(ForeignKey("ticket_flow.id"))
    code: Mapped[str]
    from_stage: Mapped[str]
    to_stage: Mapped[str]
    name_zh: Mapped[str]
    name_en: Mapped[str]
    effect: Mapped[MoveEffect]
    permission: Mapped[str]
    actor: Mapped[MoveActor] = mapped_column(default=MoveActor.ANYONE, server_default=MoveActor.ANYONE.value)
    needs: Mapped[Any] = mapped_column(Document())
    asks: Mapped[Any] = mapped_column(Document())
    position: Mapped[int] = mapped_column(default=0, server_default="0")


class TicketCategory(SharedRow, Base):
    """A node of the category tree; what it suggests for a ticket stands beside it."""

    __tablename__ = "ticket_category"
    __table_args__ = (Index("ix_ticket_category_parent", "parent_id"), {"sqlite_strict": True})

    code: Mapped[str]
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("ticket_category.id"))
    name_zh: Mapped[str]
    name_en: Mapped[str]
    department_code: Mapped[str | None]
    severity_code: Mapped[str | None]
    position: Mapped[int] = mapped_column(default=0, server_default="0")
    active: Mapped[bool] = mapped_column(default=True, server_default=true())


class TicketLimit(SharedRow, Base):
    """How much working time (minutes) a clock of a kind and severity has; no row, no such clock."""

    __tablename__ = "ticket_limit"
    __table_args__ = (
        Index("ix_ticket_limit_kind", "kind", "severity_code", "clock"),
        {"sqlite_strict": True},
    )

    kind: Mapped[TicketKind]
    severity_code: Mapped[str]
    clock: Mapped[Clock]
    minutes: Mapped[int]
    active: Mapped[bool] = mapped_column(default=True, server_default=true())


class ApprovalLimit(SharedRow, Base):
    """D4: up to which cost (yuan) somebody of a role may approve a solution; no amount is without limit."""

    __tablename__ = "approval_limit"

    role_code: Mapped[str]
    amount: Mapped[Decimal | None]


class Substitute(BranchRow, Base):
    """D4: who approves in whose place, from the first day to the last."""

    __tablename__ = "substitute"
    __table_args__ = (Index("ix_substitute_account", "account_id", "last_on"), {"sqlite_strict": True})

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"))
    substitute_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), index=True)
    first_on: Mapped[date]
    last_on: Mapped[date]
    reason: Mapped[str | None]
    ended: Mapped[bool] = mapped_column(default=False, server_default=false())
