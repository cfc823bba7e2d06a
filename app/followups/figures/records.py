"""What the figures of follow-up cross the floors as."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from app.followups.records import ItemKey
from db.models.followups import StepState


class Figure(StrEnum):
    """One figure of a line; each opens the rows it counts."""

    DUE = "due"
    DONE = "done"
    ON_TIME = "on-time"
    LATE = "late"
    WAITING = "waiting"
    REACHED = "reached"
    SUCCEEDED = "succeeded"
    VISITS = "visits"
    VISITS_COMPLETE = "visits-complete"


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureRow:
    """One follow-up that was due in the period: what it counts as, and why.

    `first_due_on` is the day it is measured by: a day that had passed before it was moved stays counted. `days_late`
    are calendar days after that day and the days of grace, 0 when in time; of one still open until today.
    """

    key: ItemKey
    customer_id: UUID
    customer_number: str
    customer_name: str
    matter: str
    person_id: UUID | None
    first_due_on: date
    closed_on: date | None
    days_late: int
    outcome: str
    state: StepState
    counts: frozenset[Figure]


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureLine:
    """The figures of one person, of what belongs to nobody, or of the branch."""

    person_id: UUID | None
    name: str
    counts: dict[Figure, int] = field(default_factory=dict)
    days_late: int = 0
    derived_waiting: int = 0

    def count(self, figure: Figure) -> int:
        """How many rows this figure counts."""
        return self.counts.get(figure, 0)

    @property
    def on_time_share(self) -> float | None:
        """Done within due day and grace, of those due (facts: follow-up on time); None where nothing was due."""
        return _share(self.count(Figure.ON_TIME), self.count(Figure.DUE))

    @property
    def success_share(self) -> float | None:
        """Reached their stated aim, of those done (facts: follow-up success); None where nothing was done."""
        return _share(self.count(Figure.SUCCEEDED), self.count(Figure.DONE))

    @property
    def mean_days_late(self) -> float | None:
        """Mean lateness in days of those that were or are late; None where none is."""
        return _share(self.days_late, self.count(Figure.LATE) + self.count(Figure.WAITING))

    @property
    def visit_share(self) -> float | None:
        """Visits with all six answers, of the visits made."""
        return _share(self.count(Figure.VISITS_COMPLETE), self.count(Figure.VISITS))


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureTable:
    """Figures of a period; `edition` is that of the formulas, `grace_days` what they were reckoned with.

    `is_cut`: more steps wait that nobody touched than are counted, so that what waits is more than it says.
    """

    first: date
    last: date
    edition: str
    grace_days: int
    lines: tuple[FigureLine, ...]
    total: FigureLine
    is_cut: bool = False


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
