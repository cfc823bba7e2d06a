"""Paper forms: numbered batches and each sheet's fate."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base
from db.mixins import BranchRow


class FormKind(StrEnum):
    """The forms that carry a serial."""

    REGISTRATION = "registration"
    VISIT = "visit"
    COMPLAINT = "complaint"


class FormState(StrEnum):
    """B3: what became of a numbered sheet."""

    ISSUED = "issued"
    ENTERED = "entered"
    SPOILT = "spoilt"


class FormBatch(BranchRow, Base):
    """A run of blank numbered sheets bound as a booklet (装订成册)."""

    __tablename__ = "form_batch"

    kind: Mapped[FormKind]
    edition: Mapped[str]
    language: Mapped[str]
    first_serial: Mapped[str]
    last_serial: Mapped[str]
    sheets: Mapped[int]
    issued_to: Mapped[str | None]
    issued_at: Mapped[datetime]


class Form(BranchRow, Base):
    """One numbered sheet."""

    __tablename__ = "form"
    __table_args__ = (Index("ix_form_serial", "serial"), {"sqlite_strict": True})

    serial: Mapped[str]
    kind: Mapped[FormKind]
    batch_id: Mapped[UUID | None] = mapped_column(ForeignKey("form_batch.id"), index=True)
    customer_id: Mapped[UUID | None] = mapped_column(ForeignKey("customer.id"), index=True)
    state: Mapped[FormState]
    printed_at: Mapped[datetime | None]
    entered_at: Mapped[datetime | None]
    prints: Mapped[int] = mapped_column(default=0, server_default="0")
