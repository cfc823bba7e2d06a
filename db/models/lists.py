"""Editable code lists, settings and rules: every limit and choice is a row."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sqlalchemy import Index, true
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Document
from db.mixins import SharedRow


class ChoiceList(StrEnum):
    """The code lists a branch may extend."""

    CLASS = "class"
    SOURCE = "source"
    CHANNEL = "channel"
    INTENT = "intent"
    RECEPTION = "reception"
    EDUCATION = "education"
    INCOME = "income"
    SPECIAL = "special"
    COMPANY_TYPE = "company-type"
    DECISION_ROLE = "decision-role"
    CONTACT_WAY = "contact-way"
    PURPOSE = "purpose"
    OUTCOME = "outcome"
    LOST_REASON = "lost-reason"
    APPOINTMENT = "appointment"
    TICKET_CHANNEL = "ticket-channel"
    WISH = "wish"
    NATURE = "nature"
    SEVERITY = "severity"
    GRAVE = "grave"
    DEPARTMENT = "department"
    CAUSE = "cause"
    SATISFACTION = "satisfaction"


class Choice(SharedRow, Base):
    """One entry of a code list; `number` is its figure where it has one.

    Days of an intent level; of an outcome: 0 nobody was reached, 1 reached, 2 reached and the aim achieved;
    of a severity its rank, 1 the gravest; of a satisfaction 0 dissatisfied, 1 neither, 2 satisfied, none not stated.
    """

    __tablename__ = "choice"
    __table_args__ = (Index("ix_choice_list_code", "list", "code"), {"sqlite_strict": True})

    list: Mapped[str]
    code: Mapped[str]
    text_zh: Mapped[str]
    text_en: Mapped[str]
    position: Mapped[int] = mapped_column(default=0, server_default="0")
    active: Mapped[bool] = mapped_column(default=True, server_default=true())
    number: Mapped[int | None]


class Setting(SharedRow, Base):
    """A named value of the branch, or of all branches where it has none."""

    __tablename__ = "setting"
    __table_args__ = (Index("ix_setting_name", "name"), {"sqlite_strict": True})

    name: Mapped[str]
    value: Mapped[Any] = mapped_column(Document())


class CompletenessRule(SharedRow, Base):
    """How much one field counts for a card to be complete, by kind and class."""

    __tablename__ = "completeness_rule"

    kind: Mapped[str]
    class_code: Mapped[str | None]
    field: Mapped[str]
    weight: Mapped[int]
    position: Mapped[int] = mapped_column(default=0, server_default="0")
