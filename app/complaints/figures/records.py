"""What the figures of the complaint desk cross the floors as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

LEAST: Final = 5
"""A rate of fewer than so many tickets says nothing and is not shown."""


class TicketFigure(StrEnum):
    """One count of a line; each opens the tickets it counts."""

    TAKEN = "taken"
    OPEN = "open"
    ACCEPT_DUE = "accept-due"
    ACCEPT_IN_TIME = "accept-in-time"
    ANSWER_DUE = "answer-due"
    ANSWER_IN_TIME = "answer-in-time"
    RESOLVE_DUE = "resolve-due"
    RESOLVE_IN_TIME = "resolve-in-time"
    SOLVED = "solved"
    REOPENED = "reopened"
    ANSWERED = "answered"
    SATISFIED = "satisfied"


class Rate(StrEnum):
    """A share of one figure in another."""

    ACCEPTANCE = "acceptance"
    ANSWER = "answer"
    RESOLUTION = "resolution"
    REOPENED = "reopened-rate"
    SATISFIED = "satisfied-rate"


F = TicketFigure
RATES: Final[Mapping[Rate, tuple[TicketFigure, TicketFigure]]] = {
    Rate.ACCEPTANCE: (F.ACCEPT_IN_TIME, F.ACCEPT_DUE),
    Rate.ANSWER: (F.ANSWER_IN_TIME, F.ANSWER_DUE),
    Rate.RESOLUTION: (F.RESOLVE_IN_TIME, F.RESOLVE_DUE),
    Rate.REOPENED: (F.REOPENED, F.SOLVED),
    Rate.SATISFIED: (F.SATISFIED, F.ANSWERED),
}
"""Part and whole of each rate."""


class Grouping(StrEnum):
    """What the lines of a table stand for."""

    TIME = "time"
    KIND = "kind"
    CATEGORY = "category"
    SEVERITY = "severity"
    DEPARTMENT = "department"
    CHANNEL = "channel"


@dataclass(frozen=True, kw_only=True, slots=True)
class TicketFigureLine:
    """The figures of one group; `code` empty for what is stated nowhere. Of a time: its first day."""

    code: str
    name_zh: str
    name_en: str
    counts: Mapping[TicketFigure, int] = field(default_factory=dict)

    def count(self, figure: TicketFigure) -> int:
        """How many tickets this figure counts."""
        return self.counts.get(figure, 0)

    def whole(self, rate: Rate) -> int:
        """Of how many tickets a rate is."""
        return self.count(RATES[rate][1])

    def share(self, rate: Rate) -> float | None:
        """A rate from 0 to 1; None where too few tickets stand behind it."""
        part, whole = (self.count(figure) for figure in RATES[rate])
        return part / whole if whole >= LEAST else None

    def name(self, language: str) -> str:
        """In "zh" or "en"."""
        return self.name_en if language == "en" else self.name_zh


@dataclass(frozen=True, kw_only=True, slots=True)
class TicketFigureTable:
    """The figures of the tickets received in a period, by each grouping."""

    first: date
    last: date
    edition: str
    groups: Mapping[Grouping, tuple[TicketFigureLine, ...]]
    total: TicketFigureLine
