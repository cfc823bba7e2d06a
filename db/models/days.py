"""The days that are not as their weekday says: holidays, make-up working days, closed and short days."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Document
from db.mixins import SharedRow


class DayKind(StrEnum):
    """What a day is instead of what its weekday says."""

    HOLIDAY = "holiday"
    WORKDAY = "workday"
    CLOSED = "closed"
    SHORT = "short"


class CalendarDay(SharedRow, Base):
    """A special day of all branches or of one; `spans` are its own opening hours where it has them."""

    __tablename__ = "calendar_day"
    __table_args__ = (Index("ix_calendar_day_day", "day"), {"sqlite_strict": True})

    day: Mapped[date]
    kind: Mapped[DayKind]
    name_zh: Mapped[str]
    name_en: Mapped[str]
    spans: Mapped[Any] = mapped_column(Document(), nullable=True)
