"""What of common problems crosses to other rooms and floors: frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from db.models.complaints import ProblemState


@dataclass(frozen=True, kw_only=True, slots=True)
class NewProblem:
    """A common problem as stated: what it is, where it shows, why, who sees to it and which tickets show it."""

    title: str
    description: str = ""
    category_id: UUID | None = None
    cause_code: str | None = None
    owner_id: UUID | None = None
    ticket_ids: tuple[UUID, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class NewImprovement:
    """A measure against a problem; without `check_on` its effect is looked at some days after it is due."""

    measure: str
    owner_id: UUID | None = None
    due_on: date
    check_on: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupLine:
    """A ticket as a line among others that may share its problem."""

    id: UUID
    number: str
    received_at: datetime
    customer_name: str
    matter: str
    category_id: UUID | None
    category_zh: str
    category_en: str
    cause_code: str
    ended_at: datetime | None

    def category(self, language: str) -> str:
        """In "zh" or "en"."""
        return self.category_en if language == "en" else self.category_zh


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggestion:
    """Tickets of one category (and cause, where it is stated) that belong to no problem yet.

    `problem_id` is a problem still open on the same, which they could be added to.
    """

    branch_id: UUID
    category_id: UUID
    category_zh: str
    category_en: str
    cause_code: str
    days: int
    ticket_ids: tuple[UUID, ...]
    problem_id: UUID | None
    problem_number: str

    @property
    def key(self) -> tuple[UUID, UUID, str]:
        """What tells one suggestion from another."""
        return (self.branch_id, self.category_id, self.cause_code)

    def category(self, language: str) -> str:
        """In "zh" or "en"."""
        return self.category_en if language == "en" else self.category_zh


@dataclass(frozen=True, kw_only=True, slots=True)
class ProblemLine:
    """A problem as a line of the list; `open_improvements` are not done yet, `checks` wait for their check."""

    id: UUID
    number: str
    title: str
    state: ProblemState
    category_zh: str
    category_en: str
    cause_code: str
    owner_id: UUID | None
    owner: str
    tickets: int
    improvements: int
    open_improvements: int
    checks: int
    next_on: date | None
    created_at: datetime
    settled_at: datetime | None

    def category(self, language: str) -> str:
        """In "zh" or "en"."""
        return self.category_en if language == "en" else self.category_zh


@dataclass(frozen=True, kw_only=True, slots=True)
class ImprovementRecord:
    """A measure, when it was due and done, and what the check of its effect found."""

    id: UUID
    measure: str
    owner_id: UUID | None
    owner: str
    due_on: date
    done_on: date | None
    check_on: date | None
    checked_on: date | None
    checked_by: str
    before: int | None
    after: int | None
    is_effective: bool | None
    finding: str
    is_late: bool
    is_check_due: bool
    changed_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Effect:
    """Tickets in as many days before a measure was done as after it; `proposes` is None where both are 0."""

    improvement_id: UUID
    done_on: date
    days: int
    first_on: date
    last_on: date
    before: int
    after: int

    @property
    def proposes(self) -> bool | None:
        """Whether the figures say that the measure helped."""
        return None if self.before == self.after == 0 else self.after < self.before


@dataclass(frozen=True, kw_only=True, slots=True)
class EventRecord:
    """A line of the history; `facts` hold what `what` speaks of."""

    id: UUID
    what: str
    happened_at: datetime
    by_name: str
    facts: Mapping[str, object]


@dataclass(frozen=True, kw_only=True, slots=True)
class ProblemCard:
    """Everything of one problem."""

    line: ProblemLine
    version: int
    description: str
    category_id: UUID | None
    tickets: tuple[GroupLine, ...]
    improvements: tuple[ImprovementRecord, ...]
    events: tuple[EventRecord, ...]
    may_change: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class WaitingImprovement:
    """A measure to be done, or one whose effect is to be checked (`is_check`), as a line of the day."""

    id: UUID
    problem_id: UUID
    number: str
    title: str
    measure: str
    owner_id: UUID | None
    owner: str
    on: date
    is_check: bool
