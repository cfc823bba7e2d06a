"""The complaint desk: tickets, the steps they made, files, the marks their clocks left, and common problems.

A step is written once and never altered; triggers (`db.ticket_guards`) hold every step to the ticket's flow and bring
the ticket's stage up to date, whatever path the step came by.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, false, text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Document
from db.mixins import BranchRow
from db.models.ticket_flows import Clock, MoveEffect, TicketKind


class TicketLevel(StrEnum):
    """How far up a ticket goes: the branch's own flow, escalated (升级投诉), grave (重大投诉)."""

    ORDINARY = "ordinary"
    ESCALATED = "escalated"
    GRAVE = "grave"


class Approval(StrEnum):
    """D4: whether the present solution needs somebody's approval, and has it."""

    NONE = "none"
    WANTED = "wanted"
    GIVEN = "given"


class MarkKind(StrEnum):
    """What a clock did: half and most of it used, its limit passed, passed for long; or the desk went further up."""

    HANDLER_WARNED = "handler-warned"
    MANAGER_WARNED = "manager-warned"
    BREACHED = "breached"
    HEADQUARTERS = "headquarters"
    ESCALATED = "escalated"


class ProblemState(StrEnum):
    """D6, PDCA: found (plan), being improved (do), its effect being watched (check), settled or come back (act)."""

    FOUND = "found"
    IMPROVING = "improving"
    CHECKING = "checking"
    SETTLED = "settled"
    RETURNED = "returned"


OPEN_TICKETS = text("ended_at IS NULL AND deleted_at IS NULL")


class Ticket(BranchRow, Base):
    """A complaint, inquiry or suggestion as taken, and where it stands.

    `stage`, `steps` and `is_waiting` follow the last step and are written by triggers alone. The three `_due_at` are
    the clocks' limits as worked out last, empty where a clock is met, paused or has no limit; `next_due_at` is the
    earliest. `round` counts from 1 and grows when a dissatisfied customer opens the ticket again.
    """

    __tablename__ = "ticket"
    __table_args__ = (
        Index("ix_ticket_number", "number"),
        Index("ix_ticket_branch_received", "branch_id", "received_at", "id"),
        Index(
            "ix_ticket_branch_due",
            "branch_id",
            "next_due_at",
            "id",
            sqlite_where=OPEN_TICKETS,
            postgresql_where=OPEN_TICKETS,
        ),
        Index("ix_ticket_branch_ended", "branch_id", "ended_at", "id"),
        Index("ix_ticket_branch_category", "branch_id", "category_id", "received_at"),
        Index("ix_ticket_customer", "customer_id", "received_at"),
        Index("ix_ticket_phone", "complainant_phone"),
        Index("ix_ticket_handler", "handler_id", "ended_at"),
        Index("ix_ticket_problem", "problem_id"),
        Index("ix_ticket_flow", "flow_id"),
        {"sqlite_strict": True},
    )

    number: Mapped[str]
    kind: Mapped[TicketKind]
    flow_id: Mapped[UUID] = mapped_column(ForeignKey("ticket_flow.id"))
    stage: Mapped[str]
    steps: Mapped[int] = mapped_column(default=0, server_default="0")
    is_waiting: Mapped[bool] = mapped_column(default=False, server_default=false())
    level: Mapped[TicketLevel] = mapped_column(
        default=TicketLevel.ORDINARY, server_default=TicketLevel.ORDINARY.value
    )

    customer_id: Mapped[UUID | None] = mapped_column(ForeignKey("customer.id"))
    complainant: Mapped[str | None]
    complainant_phone: Mapped[str | None]
    phone_shown: Mapped[str | None]
    channel_code: Mapped[str]
    received_at: Mapped[datetime]
    happened_on: Mapped[date | None]
    matter: Mapped[str]
    wish_code: Mapped[str | None]
    wish: Mapped[str | None]
    category_id: Mapped[UUID | None] = mapped_column(ForeignKey("ticket_category.id"))
    nature_code: Mapped[str | None]
    severity_code: Mapped[str]
    grave_code: Mapped[str | None]
    amount: Mapped[Decimal | None]
    vehicle_id: Mapped[UUID | None] = mapped_column(ForeignKey("vehicle.id"))
    order_no: Mapped[str | None]
    fair: Mapped[str | None]
    form_id: Mapped[UUID | None] = mapped_column(ForeignKey("form.id"))

    department_code: Mapped[str | None]
    handler_id: Mapped[UUID | None]
    cause_code: Mapped[str | None]
    liable: Mapped[str | None]
    solutions: Mapped[int] = mapped_column(default=0, server_default="0")
    cost: Mapped[Decimal | None]
    approval: Mapped[Approval] = mapped_column(default=Approval.NONE, server_default=Approval.NONE.value)
    approval_step_id: Mapped[UUID | None]
    round: Mapped[int] = mapped_column(default=1, server_default="1")
    satisfaction_code: Mapped[str | None]
    problem_id: Mapped[UUID | None] = mapped_column(ForeignKey("problem.id"))

    accepted_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    resolved_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    accept_due_at: Mapped[datetime | None]
    answer_due_at: Mapped[datetime | None]
    resolve_due_at: Mapped[datetime | None]
    next_due_at: Mapped[datetime | None]
    warned_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1, server_default="1", sort_order=89)

    __mapper_args__ = {"version_id_col": version, "eager_defaults": False}


class TicketStep(BranchRow, Base):
    """One move of a ticket: by whom, when, from where to where, and what was stated with it.

    `number` counts from 1 within the ticket. `facts` holds the values of the move's facts by name, as
    `app.complaints.facts` stores them; `on_behalf_of` is the approver a substitute stood in for.
    """

    __tablename__ = "ticket_step"
    __table_args__ = (
        Index("ix_ticket_step_ticket", "ticket_id", "number"),
        Index("ix_ticket_step_happened", "branch_id", "effect", "happened_at"),
        {"sqlite_strict": True},
    )
    append_only = True

    ticket_id: Mapped[UUID] = mapped_column(ForeignKey("ticket.id"))
    number: Mapped[int]
    move_code: Mapped[str]
    effect: Mapped[MoveEffect]
    from_stage: Mapped[str]
    to_stage: Mapped[str]
    round: Mapped[int]
    happened_at: Mapped[datetime]
    account_id: Mapped[UUID | None]
    by_name: Mapped[str]
    on_behalf_of: Mapped[UUID | None]
    facts: Mapped[Any] = mapped_column(Document())


class TicketMeasure(BranchRow, Base):
    """One measure or milestone of a solution: who does it by which day, and when it was done."""

    __tablename__ = "ticket_measure"
    __table_args__ = (
        Index("ix_ticket_measure_ticket", "ticket_id", "solution"),
        Index("ix_ticket_measure_person", "person_id", "done_on"),
        {"sqlite_strict": True},
    )

    ticket_id: Mapped[UUID] = mapped_column(ForeignKey("ticket.id"))
    step_id: Mapped[UUID] = mapped_column(ForeignKey("ticket_step.id"))
    solution: Mapped[int]
    position: Mapped[int]
    measure: Mapped[str]
    person_id: Mapped[UUID | None]
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]
    done_by: Mapped[UUID | None]
    note: Mapped[str | None]


class TicketFile(BranchRow, Base):
    """Evidence: a photo, a recording, a scan; kept by its content's hash like the files of a card."""

    __tablename__ = "ticket_file"
    append_only = True

    ticket_id: Mapped[UUID] = mapped_column(ForeignKey("ticket.id"), index=True)
    step_id: Mapped[UUID | None] = mapped_column(ForeignKey("ticket_step.id"))
    sha256: Mapped[str]
    file_name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]


class TicketMark(BranchRow, Base):
    """What a clock of a ticket reached, and when; a mark once made stays for ever.

    `happened_at` is the moment it came about (for a breach: the limit), `created_at` when the program saw it.
    """

    __tablename__ = "ticket_mark"
    __table_args__ = (
        Index("ix_ticket_mark_ticket", "ticket_id", "kind"),
        Index("ix_ticket_mark_branch", "branch_id", "kind", "happened_at"),
        {"sqlite_strict": True},
    )
    append_only = True

    ticket_id: Mapped[UUID] = mapped_column(ForeignKey("ticket.id"))
    kind: Mapped[MarkKind]
    clock: Mapped[Clock | None]
    round: Mapped[int]
    due_at: Mapped[datetime | None]
    happened_at: Mapped[datetime]
    reason: Mapped[str | None]


class Problem(BranchRow, Base):
    """D6: a common problem that several tickets show, with its cause."""

    __tablename__ = "problem"
    __table_args__ = (Index("ix_problem_branch_state", "branch_id", "state"), {"sqlite_strict": True})

    number: Mapped[str]
    title: Mapped[str]
    description: Mapped[str | None]
    category_id: Mapped[UUID | None] = mapped_column(ForeignKey("ticket_category.id"))
    cause_code: Mapped[str | None]
    state: Mapped[ProblemState] = mapped_column(
        default=ProblemState.FOUND, server_default=ProblemState.FOUND.value
    )
    owner_id: Mapped[UUID | None]
    settled_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1, server_default="1", sort_order=89)

    __mapper_args__ = {"version_id_col": version, "eager_defaults": False}


class Improvement(BranchRow, Base):
    """D6: a measure against a common problem, and the later check whether it helped.

    `before` and `after` count tickets of the problem in as many days before the measure as after it.
    """

    __tablename__ = "improvement"

    problem_id: Mapped[UUID] = mapped_column(ForeignKey("problem.id"), index=True)
    measure: Mapped[str]
    owner_id: Mapped[UUID | None]
    due_on: Mapped[date]
    done_on: Mapped[date | None]
    check_on: Mapped[date | None]
    checked_on: Mapped[date | None]
    checked_by: Mapped[UUID | None]
    before: Mapped[int | None]
    after: Mapped[int | None]
    is_effective: Mapped[bool | None]
    finding: Mapped[str | None]


class ProblemEvent(BranchRow, Base):
    """A line of a problem's history: what was done with it, by whom, when."""

    __tablename__ = "problem_event"
    append_only = True

    problem_id: Mapped[UUID] = mapped_column(ForeignKey("problem.id"), index=True)
    what: Mapped[str]
    happened_at: Mapped[datetime]
    account_id: Mapped[UUID | None]
    by_name: Mapped[str]
    facts: Mapped[Any] = mapped_column(Document())
