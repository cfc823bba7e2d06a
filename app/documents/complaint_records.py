"""What the complaint handling form and the complaint dossier are given: plain values, every code already in words.

Times are the branch's own clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class ComplaintChoices:
    """The words beside the tick boxes, from the branch's own lists."""

    kinds: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    natures: tuple[str, ...] = ()
    severities: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    graves: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    satisfactions: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Talk:
    """A conversation with the customer: what was told, what they said, and whether they took a solution."""

    at: datetime | None = None
    how: str = ""
    by: str = ""
    told: str = ""
    words: str = ""
    accepted: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """What an investigation found."""

    at: datetime | None = None
    by: str = ""
    cause: str = ""
    course: str = ""
    extent: str = ""
    evidence: str = ""
    cause_text: str = ""
    liable: str = ""
    liable_person: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class MeasureLine:
    """One measure of a solution."""

    measure: str
    person: str = ""
    due_on: date | None = None
    done_on: date | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """Somebody's decision on a solution; `for_whom` is the approver a substitute stood in for."""

    at: datetime | None = None
    by: str = ""
    for_whom: str = ""
    given: bool | None = None
    text: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Solution:
    """A solution as proposed, what was decided about it, and the talks with the customer about it."""

    at: datetime | None = None
    by: str = ""
    cost: Decimal | None = None
    note: str = ""
    measures: tuple[MeasureLine, ...] = ()
    needs_approval: bool | None = None
    verdicts: tuple[Verdict, ...] = ()
    talks: tuple[Talk, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Carried:
    """A solution carried out, and the customer told of it."""

    at: datetime | None = None
    by: str = ""
    done: str = ""
    cost: Decimal | None = None
    told: tuple[Talk, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """How satisfied the customer was."""

    at: datetime | None = None
    how: str = ""
    by: str = ""
    satisfaction_text: str = ""
    words: str = ""
    why: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ComplaintEntry:
    """One complaint handling form LC-04; an entry with only a serial and an edition is a blank form.

    `category_text` is the whole path, `category_top` its first node. `closed` is None while the ticket is open.
    """

    serial: str
    edition: str = ""
    number: str = ""
    kind_text: str = ""
    complainant: str = ""
    phone: str = ""
    address: str = ""
    customer_number: str = ""
    received_at: datetime | None = None
    happened_on: date | None = None
    channel_text: str = ""
    nature_text: str = ""
    severity_text: str = ""
    category_top: str = ""
    category_text: str = ""
    grave_text: str = ""
    vehicle: str = ""
    order_no: str = ""
    fair: str = ""
    matter: str = ""
    wish_text: str = ""
    wish: str = ""
    amount: Decimal | None = None
    taken_by: str = ""
    department: str = ""
    handler: str = ""
    due: tuple[str, str, str] = ("", "", "")
    answers: tuple[Talk, ...] = ()
    findings: tuple[Finding, ...] = ()
    solutions: tuple[Solution, ...] = ()
    carried: tuple[Carried, ...] = ()
    asked: tuple[Asked, ...] = ()
    summary: str = ""
    closed: bool | None = None
    closed_at: datetime | None = None
    closed_by: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class WayLine:
    """A step of a ticket: `facts` are the lines stated with it, ready to be read."""

    number: int
    at: datetime
    what: str
    stage: str
    by: str
    facts: tuple[str, ...] = ()
    round: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class StretchLine:
    """A stretch of the way to a deadline; `counted` and `left` are lengths in words."""

    begin: datetime
    end: datetime | None
    what: str
    counted: str
    left: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ClockLine:
    """A clock of a ticket, and how its deadline came about."""

    name: str
    limit: str
    start: datetime
    due_at: datetime | None
    met_at: datetime | None
    used: str
    state: str
    stretches: tuple[StretchLine, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class MarkLine:
    """What a clock or the desk reached."""

    at: datetime
    what: str
    clock: str = ""
    due_at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class FileLine:
    """A file kept with a ticket."""

    name: str
    kind: str
    size: str
    at: datetime
    by: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ComplaintDossier:
    """Everything of one ticket, LC-05; `entry` is what the handling form would say."""

    entry: ComplaintEntry
    stage: str
    level: str = ""
    flow: str = ""
    is_open: bool = True
    steps: tuple[WayLine, ...] = ()
    clocks: tuple[ClockLine, ...] = ()
    marks: tuple[MarkLine, ...] = ()
    files: tuple[FileLine, ...] = ()
    problem: str = ""
    printed_at: datetime | None = None
    printed_by: str = ""
