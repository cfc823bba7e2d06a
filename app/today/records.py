"""What the list of today is made of: frozen records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.care.records import CareGroup
from app.complaints.problem_records import WaitingImprovement
from app.complaints.records import TicketLine
from app.followups.owners import Alone
from app.followups.records import Item


@dataclass(frozen=True, kw_only=True, slots=True)
class CameCard:
    """A card with gaps of somebody who came these days; `missing` are items to ask for, weightiest first."""

    customer_id: UUID
    number: str
    name: str
    phone: str
    class_code: str
    came_at: datetime
    percent: int
    missing: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenBooklet:
    """A booklet with sheets passed over: later ones are entered, these are not.

    `skipped` are the serials between the first sheet and the last one entered; `unused` counts the blank rest.
    """

    batch_id: UUID
    first_serial: str
    last_serial: str
    issued_to: str
    skipped: tuple[str, ...]
    unused: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """Everything on the list of today; `deadline` is the hour paper is to be entered by.

    `tickets` are those whose clocks call the person; `answers` counts messages whose answer is due, `visits` the
    visit forms entered with gaps;
    `improvements` are measures against common problems to be done or to be checked.
    """

    day: date
    items: tuple[Item, ...]
    cards: tuple[CameCard, ...]
    booklets: tuple[OpenBooklet, ...]
    alone: tuple[Alone, ...]
    care: tuple[CareGroup, ...]
    answers: int
    visits: int
    tickets: tuple[TicketLine, ...]
    improvements: tuple[WaitingImprovement, ...]
    tomorrow: int
    deadline: str
