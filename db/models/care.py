"""Care: festivals, text templates, messages and their answers, gifts, and what was done on which occasion."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, true
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base
from db.mixins import BranchRow, SharedRow
from db.models.customers import ContactWay


class Occasion(StrEnum):
    """C5: why somebody is greeted or reminded."""

    BIRTHDAY = "birthday"
    FESTIVAL = "festival"
    MAINTENANCE = "maintenance"
    SERVICE = "service"
    EVENT = "event"
    THANKS = "thanks"
    OTHER = "other"


class FestivalCalendar(StrEnum):
    """How the day of a festival is found."""

    SOLAR = "solar"
    LUNAR = "lunar"
    EVE = "eve"
    TERM = "term"


class MessageState(StrEnum):
    """C6: how far a message has come."""

    DRAFT = "draft"
    HANDED = "handed"
    SENT = "sent"
    FAILED = "failed"
    ANSWERED = "answered"


class CareHow(StrEnum):
    """What was done about an occasion."""

    MESSAGE = "message"
    GIFT = "gift"
    CALL = "call"
    SKIPPED = "skipped"


class Festival(SharedRow, Base):
    """A day customers are greeted on: a solar or lunar month and day, New Year's Eve, or a solar term by name."""

    __tablename__ = "festival"

    code: Mapped[str]
    name_zh: Mapped[str]
    name_en: Mapped[str]
    calendar: Mapped[FestivalCalendar]
    month: Mapped[int | None]
    day: Mapped[int | None]
    term: Mapped[str | None]
    lead_days: Mapped[int] = mapped_column(default=3, server_default="3")
    class_code: Mapped[str | None]
    active: Mapped[bool] = mapped_column(default=True, server_default=true())
    position: Mapped[int] = mapped_column(default=0, server_default="0")


class Template(SharedRow, Base):
    """A text filled for each customer; names in braces are its places.

    A branch's own row stands instead of the one for all branches that has its `code`; so with festivals.
    """

    __tablename__ = "template"

    code: Mapped[str]
    name: Mapped[str]
    way: Mapped[ContactWay]
    occasion: Mapped[Occasion]
    festival_code: Mapped[str | None]
    subject: Mapped[str | None]
    body: Mapped[str]
    answer_days: Mapped[int | None]
    active: Mapped[bool] = mapped_column(default=True, server_default=true())
    position: Mapped[int] = mapped_column(default=0, server_default="0")


class Message(BranchRow, Base):
    """A text made for one customer, where it was sent, and whether it was answered."""

    __tablename__ = "message"
    __table_args__ = (
        Index("ix_message_branch_state_due", "branch_id", "state", "answer_due_on"),
        Index("ix_message_batch", "batch_id"),
        {"sqlite_strict": True},
    )
    keeps_history = True

    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"), index=True)
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact_person.id"))
    template_id: Mapped[UUID | None] = mapped_column(ForeignKey("template.id"))
    batch_id: Mapped[UUID | None]
    way: Mapped[ContactWay]
    occasion: Mapped[Occasion]
    occasion_code: Mapped[str | None]
    occasion_on: Mapped[date | None]
    recipient: Mapped[str]
    subject: Mapped[str | None]
    body: Mapped[str]
    state: Mapped[MessageState] = mapped_column(
        default=MessageState.DRAFT, server_default=MessageState.DRAFT.value
    )
    sent_at: Mapped[datetime | None]
    answer_due_on: Mapped[date | None]
    answered_at: Mapped[datetime | None]
    answer: Mapped[str | None]
    entry_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact_entry.id"))


class Gift(BranchRow, Base):
    """A gift or coupon given; `value` in yuan for one piece, `serial` the number of a coupon."""

    __tablename__ = "gift"
    keeps_history = True

    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"), index=True)
    occasion: Mapped[Occasion]
    occasion_code: Mapped[str | None]
    occasion_on: Mapped[date | None]
    item: Mapped[str]
    pieces: Mapped[int] = mapped_column(default=1, server_default="1")
    value: Mapped[Decimal | None]
    serial: Mapped[str | None]
    given_at: Mapped[datetime]
    note: Mapped[str | None]


class CareAct(BranchRow, Base):
    """What was done about one occasion of one person, so that it is asked for no more."""

    __tablename__ = "care_act"
    __table_args__ = (
        Index("ix_care_act_occasion", "customer_id", "occasion", "occasion_on"),
        Index("ix_care_act_branch_on", "branch_id", "occasion_on"),
        {"sqlite_strict": True},
    )
    append_only = True

    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"))
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact_person.id"))
    occasion: Mapped[Occasion]
    occasion_code: Mapped[str | None]
    occasion_on: Mapped[date]
    how: Mapped[CareHow]
    message_id: Mapped[UUID | None] = mapped_column(ForeignKey("message.id"))
    gift_id: Mapped[UUID | None] = mapped_column(ForeignKey("gift.id"))
    entry_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact_entry.id"))
    note: Mapped[str | None]
