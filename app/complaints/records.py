"""What of the complaint desk crosses to other rooms and floors: frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from app.worktime import Deadline
from db.models.complaints import Approval, MarkKind, TicketLevel
from db.models.ticket_flows import Clock, MoveActor, MoveEffect, StageState, TicketKind

Facts = Mapping[str, object]
"""What a move states, by the name of the fact; see `app.complaints.facts`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Stage:
    """A stage of an edition of a flow, in its order."""

    code: str
    name_zh: str
    name_en: str
    state: StageState
    position: int

    def name(self, language: str) -> str:
        """In "zh" or "en"."""
        return self.name_en if language == "en" else self.name_zh


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """A way out of a stage as the flow has it."""

    code: str
    from_stage: str
    to_stage: str
    name_zh: str
    name_en: str
    effect: MoveEffect
    permission: str
    actor: MoveActor
    needs: tuple[str, ...]
    asks: tuple[str, ...]
    position: int

    def name(self, language: str) -> str:
        """In "zh" or "en"."""
        return self.name_en if language == "en" else self.name_zh


@dataclass(frozen=True, kw_only=True, slots=True)
class Flow:
    """One edition of a flow."""

    id: UUID
    kind: TicketKind
    edition: int
    name_zh: str
    name_en: str
    stages: tuple[Stage, ...]
    moves: tuple[Move, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Offer:
    """A move out of the present stage, and why it is not allowed now: the code and facts of the refusal."""

    move: Move
    refusal: str | None = None
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def is_allowed(self) -> bool:
        """Whether the actor may make it now."""
        return self.refusal is None


@dataclass(frozen=True, kw_only=True, slots=True)
class StepRecord:
    """One step a ticket made."""

    id: UUID
    number: int
    move_code: str
    name_zh: str
    name_en: str
    effect: MoveEffect
    from_stage: str
    to_stage: str
    round: int
    happened_at: datetime
    account_id: UUID | None
    by_name: str
    on_behalf_of: str
    facts: Facts

    def name(self, language: str) -> str:
        """What the step was, in "zh" or "en"."""
        return self.name_en if language == "en" else self.name_zh


@dataclass(frozen=True, kw_only=True, slots=True)
class MeasureRecord:
    """A measure of a solution."""

    id: UUID
    solution: int
    position: int
    measure: str
    person_id: UUID | None
    person: str
    due_on: date | None
    done_on: date | None
    note: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FileRecord:
    """A file kept with a ticket."""

    id: UUID
    file_name: str
    media_type: str
    size: int
    created_at: datetime
    by_name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class MarkRecord:
    """What a clock of the ticket reached."""

    kind: MarkKind
    clock: Clock | None
    round: int
    due_at: datetime | None
    happened_at: datetime
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ClockRecord:
    """One clock of a ticket: how long it has, when it was met or falls due, how much of it is used (1 is all).

    `deadline` explains itself by its `steps`; None where the ticket has no such clock.
    """

    clock: Clock
    minutes: int
    deadline: Deadline
    due_at: datetime | None
    met_at: datetime | None
    used: float
    is_breached: bool
    is_paused: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class TicketLine:
    """A ticket as a line of the desk; `reference` is the plate or order it is about."""

    id: UUID
    number: str
    kind: TicketKind
    stage: str
    stage_zh: str
    stage_en: str
    state: StageState
    is_waiting: bool
    level: TicketLevel
    severity_code: str
    customer_id: UUID | None
    customer_name: str
    phone: str
    matter: str
    category_zh: str
    category_en: str
    channel_code: str
    department_code: str
    handler_id: UUID | None
    handler: str
    received_at: datetime
    ended_at: datetime | None
    next_clock: Clock | None
    next_due_at: datetime | None
    is_breached: bool
    round: int
    satisfaction_code: str
    reference: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TicketCard:
    """Everything of one ticket: as taken, where it stands, its way so far and what may come next.

    `customer_gone` says that the card it was taken for has been deleted or erased since.
    """

    line: TicketLine
    flow: Flow
    steps_count: int
    happened_on: date | None
    wish_code: str
    wish: str
    category_id: UUID | None
    nature_code: str
    grave_code: str
    amount: Decimal | None
    vehicle_id: UUID | None
    vehicle: str
    order_no: str
    fair: str
    form_serial: str
    cause_code: str
    liable: str
    solutions: int
    cost: Decimal | None
    approval: Approval
    problem_id: UUID | None
    problem: str
    accepted_at: datetime | None
    answered_at: datetime | None
    resolved_at: datetime | None
    customer_number: str
    customer_gone: bool
    taken_by: str
    steps: tuple[StepRecord, ...]
    measures: tuple[MeasureRecord, ...]
    files: tuple[FileRecord, ...]
    marks: tuple[MarkRecord, ...]
    clocks: tuple[ClockRecord, ...]
    offers: tuple[Offer, ...]
