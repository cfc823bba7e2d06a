"""Follow-up: the rules that plan it, the steps somebody touched or closed, visits and appointments.

What a rule asks for is derived from the cards and kept nowhere; a row of `followup` exists only once a person
has planned, moved, handed over, skipped or closed a step.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, false, true
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base
from db.mixins import BranchRow, SharedRow
from db.models.customers import ContactWay


class RuleBasis(StrEnum):
    """C1: what a rule counts from."""

    CLASS = "class"
    INTENT = "intent"
    NEW = "new"
    SERVICE = "service"
    EVENT = "event"
    EXPECTED = "expected"


class RuleUnit(StrEnum):
    """What a rule counts in; hours are for the first thanks and call, and count round the clock."""

    HOURS = "hours"
    DAYS = "days"
    MONTHS = "months"


class RuleOwner(StrEnum):
    """Who is to do it: an owner of the customer, or somebody who did not serve them."""

    OWNER = "owner"
    SECOND = "second"
    OTHER = "other"


class StepState(StrEnum):
    """What became of a follow-up."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"


class FollowUpRule(SharedRow, Base):
    """One way plans make themselves; `code` narrows it to a class, an intent level or a campaign.

    CLASS and INTENT are cycles, counted from the last contact; the others ask for one contact each: `amount` after
    registration, service or event (`event_on`), before the expected purchase.
    """

    __tablename__ = "followup_rule"

    name_zh: Mapped[str]
    name_en: Mapped[str]
    basis: Mapped[RuleBasis]
    code: Mapped[str | None]
    amount: Mapped[int]
    unit: Mapped[RuleUnit]
    event_on: Mapped[date | None]
    way: Mapped[ContactWay]
    owner: Mapped[RuleOwner] = mapped_column(default=RuleOwner.OWNER, server_default=RuleOwner.OWNER.value)
    matter_zh: Mapped[str]
    matter_en: Mapped[str]
    points: Mapped[str | None]
    since: Mapped[date | None]
    active: Mapped[bool] = mapped_column(default=True, server_default=true())
    position: Mapped[int] = mapped_column(default=0, server_default="0")


class FollowUp(BranchRow, Base):
    """A step somebody planned, moved or closed.

    `due_on` is the day on the wall calendar; `starts_at` the moment where there is one. `rule_id`, `subject_id` and
    `base_at` say which derived step it stands for: the rule, the row it counts from (service, need, or the customer
    itself) and the moment it was counted from.
    """

    __tablename__ = "followup"
    __table_args__ = (
        Index("ix_followup_branch_state_due", "branch_id", "state", "due_on"),
        Index("ix_followup_owner_state_due", "owner_id", "state", "due_on"),
        Index("ix_followup_customer_state", "customer_id", "state"),
        # Whether a step was touched, and which turns were skipped, is read from these alone.
        Index("ix_followup_rule_subject", "rule_id", "subject_id", "state", "closed_at", "deleted_at"),
        Index("ix_followup_rule_state", "rule_id", "state", "closed_at"),
        Index("ix_followup_branch_closed", "branch_id", "closed_at"),
        {"sqlite_strict": True},
    )
    keeps_history = True

    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"))
    rule_id: Mapped[UUID | None] = mapped_column(ForeignKey("followup_rule.id"))
    subject_id: Mapped[UUID | None]
    base_at: Mapped[datetime | None]
    way: Mapped[ContactWay]
    matter: Mapped[str]
    points: Mapped[str | None]
    due_on: Mapped[date]
    starts_at: Mapped[datetime | None]
    minutes: Mapped[int | None]
    owner_id: Mapped[UUID | None]
    state: Mapped[StepState] = mapped_column(default=StepState.OPEN, server_default=StepState.OPEN.value)
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[UUID | None]
    entry_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact_entry.id"))
    outcome: Mapped[str | None]
    is_success: Mapped[bool | None]
    reason: Mapped[str | None]
    version: Mapped[int] = mapped_column(default=1, server_default="1", sort_order=89)

    __mapper_args__ = {"version_id_col": version, "eager_defaults": False}


class Visit(BranchRow, Base):
    """C4: the form of a visit, in the order of the paper; plan and owner stand on its follow-up."""

    __tablename__ = "visit"
    keeps_history = True

    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"), index=True)
    followup_id: Mapped[UUID] = mapped_column(ForeignKey("followup.id"), index=True)
    form_id: Mapped[UUID | None] = mapped_column(ForeignKey("form.id"))
    place: Mapped[str | None]
    companions: Mapped[str | None]
    met: Mapped[str | None]
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    needs: Mapped[str | None]
    competitor_advantage: Mapped[str | None]
    our_difference: Mapped[str | None]
    next_improvement: Mapped[str | None]
    feedback: Mapped[str | None]
    next_strategy: Mapped[str | None]


class Appointment(BranchRow, Base):
    """Something in a person's calendar that is no follow-up: a meeting, a training, a day off; perhaps recurring.

    `recurrence` is an RRULE of RFC 5545 without its name; an all-day appointment has `first_on` and `last_on` instead
    of moments. `uid` and `sequence` are those of its calendar file.
    """

    __tablename__ = "appointment"
    __table_args__ = (
        Index("ix_appointment_branch_starts", "branch_id", "starts_at"),
        Index("ix_appointment_uid", "uid"),
        {"sqlite_strict": True},
    )

    title: Mapped[str]
    kind_code: Mapped[str | None]
    place: Mapped[str | None]
    note: Mapped[str | None]
    owner_id: Mapped[UUID | None]
    customer_id: Mapped[UUID | None] = mapped_column(ForeignKey("customer.id"), index=True)
    all_day: Mapped[bool] = mapped_column(default=False, server_default=false())
    first_on: Mapped[date]
    last_on: Mapped[date]
    starts_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]
    zone: Mapped[str]
    recurrence: Mapped[str | None]
    repeats_until: Mapped[date | None]
    uid: Mapped[str]
    sequence: Mapped[int] = mapped_column(default=0, server_default="0")
    version: Mapped[int] = mapped_column(default=1, server_default="1", sort_order=89)

    __mapper_args__ = {"version_id_col": version, "eager_defaults": False}


class AppointmentChange(BranchRow, Base):
    """One occurrence of a recurring appointment that was moved or called off; `original_on` names it."""

    __tablename__ = "appointment_change"

    appointment_id: Mapped[UUID] = mapped_column(ForeignKey("appointment.id"), index=True)
    original_on: Mapped[date]
    original_at: Mapped[datetime | None]
    cancelled: Mapped[bool] = mapped_column(default=False, server_default=false())
    title: Mapped[str | None]
    first_on: Mapped[date | None]
    last_on: Mapped[date | None]
    starts_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]
