"""What of a visit crosses the floors: the plan, the six answers of the paper, the list of visits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from app.followups.records import ItemKey, Scope
from db.models.followups import StepState

ANSWERS: Final = (
    "needs",
    "competitor_advantage",
    "our_difference",
    "next_improvement",
    "feedback",
    "next_strategy",
)
"""The six answers of the visit form, in the order of the paper."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NewVisit:
    """A visit to be planned, unchecked. `owner_id` None leaves it to the branch.

    `step` and `base_at` name the derived step it stands for, where a rule asked for the visit.
    """

    customer_id: UUID
    aim: str
    points: str = ""
    on: date
    starts_at: datetime | None = None
    minutes: int | None = None
    place: str = ""
    companions: str = ""
    owner_id: UUID | None = None
    step: ItemKey | None = None
    base_at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class NewFile:
    """A photo or scan to be kept with the results."""

    name: str
    content: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class VisitResults:
    """What came of a visit, in the order of the paper, unchecked.

    `serial` is that of the sheet it was written on; `anyway` takes a sheet of somebody else's booklet.
    `outcome` is a code of the list of outcomes.
    """

    met: str = ""
    started_at: datetime | None = None
    ended_at: datetime | None = None
    needs: str = ""
    competitor_advantage: str = ""
    our_difference: str = ""
    next_improvement: str = ""
    feedback: str = ""
    next_strategy: str = ""
    outcome: str = ""
    serial: str = ""
    files: tuple[NewFile, ...] = ()
    anyway: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class VisitFile:
    """A photo or scan kept with a visit."""

    id: UUID
    name: str
    size: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Completeness:
    """How much of the form is answered: of the six answers, and in percent by the weights of the settings."""

    answered: int
    of: int
    percent: int
    missing: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class VisitRecord:
    """A visit as it stands; `id` is that of its follow-up.

    `seen` says which state was read: whoever writes hands it back, and is refused when somebody else was faster.
    """

    id: UUID
    customer_id: UUID
    customer_number: str
    customer_name: str
    is_customer_gone: bool
    aim: str
    points: str
    on: date
    starts_at: datetime | None
    minutes: int | None
    place: str
    companions: str
    owner_id: UUID | None
    owner_name: str
    state: StepState
    reason: str
    met: str
    started_at: datetime | None
    ended_at: datetime | None
    answers: Mapping[str, str]
    outcome: str
    serial: str
    entry_id: UUID | None
    closed_at: datetime | None
    closed_by: str
    files: tuple[VisitFile, ...]
    completeness: Completeness
    seen: str


class VisitGroup(StrEnum):
    """What is to be done about a visit; the day or hour passed, an open one is to be entered."""

    PLANNED = "planned"
    TO_ENTER = "to-enter"
    INCOMPLETE = "incomplete"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, kw_only=True, slots=True)
class VisitFilter:
    """Which visits: of a group (all where None), of whom, from one day to another, both included."""

    group: VisitGroup | None = None
    scope: Scope = field(default_factory=Scope)
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class VisitLine:
    """One line of the list of visits."""

    id: UUID
    customer_id: UUID
    customer_number: str
    customer_name: str
    aim: str
    on: date
    starts_at: datetime | None
    owner_name: str
    serial: str
    group: VisitGroup
    answered: int
    percent: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Visitor:
    """Somebody a visit may be given to."""

    id: UUID
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetFound:
    """What a typed or scanned serial leads to: a visit, or a blank sheet and whom it was given to.

    A sheet printed for a card without a plan leads to the customer alone.
    """

    serial: str
    visit_id: UUID | None
    customer_id: UUID | None
    issued_to: str
