"""What of the appointments crosses to other rooms and floors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from app.followups.dates.recurrence import Recurrence


class Which(StrEnum):
    """How much of a series is meant."""

    THIS = "this"
    FOLLOWING = "following"
    ALL = "all"


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """An appointment as it is typed: days where it is `all_day`, else the moments it starts and ends.

    Without an owner it is the whole branch's. `zone` is the clock it keeps to, this computer's where none is given.
    `rule` is the RRULE of a file that says more than `recurrence` can; it is kept while `recurrence` is None.
    """

    title: str
    kind_code: str | None = None
    place: str = ""
    note: str = ""
    owner_id: UUID | None = None
    customer_id: UUID | None = None
    all_day: bool = False
    first_on: date | None = None
    last_on: date | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    zone: str = ""
    recurrence: Recurrence | None = None
    rule: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class AppointmentRecord:
    """An appointment as it stands; `on` is the occurrence it was opened by, and where that one lies now."""

    id: UUID
    draft: Draft
    version: int
    owner_name: str
    customer_name: str
    on: date | None = None
    on_now: date | None = None
    at_now: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Undo:
    """The way back of a change: the rows as they were, and the version that change left behind."""

    appointment_id: UUID
    version: int
    before: dict[str, Any] | None
    changes: tuple[dict[str, Any], ...] = ()
    made: UUID | None = None
