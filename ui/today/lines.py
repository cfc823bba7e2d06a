"""The lines of the list: their sections, and numbers that hold while somebody works by them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.followups.records import Item
from ui.labels import register
from ui.marked import QT_TRANSLATE_NOOP


class Section(StrEnum):
    """The parts of the list, in their order."""

    TICKETS = "tickets"
    OVERDUE = "overdue"
    TODAY = "today"
    CARE = "care"
    PROBLEMS = "problems"
    FORMS = "forms"
    CARDS = "cards"
    OWNERS = "owners"


register(
    Section,
    {
        Section.TICKETS: QT_TRANSLATE_NOOP("labels", "Complaint clocks"),
        Section.OVERDUE: QT_TRANSLATE_NOOP("labels", "Overdue"),
        Section.TODAY: QT_TRANSLATE_NOOP("labels", "Due today"),
        Section.CARE: QT_TRANSLATE_NOOP("labels", "Care of the day"),
        Section.PROBLEMS: QT_TRANSLATE_NOOP("labels", "Improvements"),
        Section.FORMS: QT_TRANSLATE_NOOP("labels", "Paper to enter"),
        Section.CARDS: QT_TRANSLATE_NOOP("labels", "Incomplete cards"),
        Section.OWNERS: QT_TRANSLATE_NOOP("labels", "Second owner missing"),
    },
)
ORDER = tuple(Section)


@dataclass(frozen=True, kw_only=True, slots=True)
class Goal:
    """The page a line leads to, and what is shown there."""

    page: str
    subject: object = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One line in the words it shows; `number` is 0 until it has its place.

    `item` is what a result can be written down for; a line without one leads somewhere else. `said` is what
    became of it, once it is `is_done`.
    """

    key: object
    section: Section
    name: str
    phone: str = ""
    class_text: str = ""
    level: str = ""
    icon: str = ""
    reason: str = ""
    rule: str = ""
    lateness: str = ""
    clock: str = ""
    last: str = ""
    owner: str = ""
    goal: Goal | None = None
    item: Item | None = None
    number: int = 0
    is_done: bool = False
    said: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """The head of a section: how many lines, and how many of them are done."""

    section: Section
    count: int
    done: int


class Sheet:
    """The lines in sight. A number once given belongs to its line until the list is laid out anew at rest."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._said: dict[object, str] = {}

    def lay_out(self, fresh: Iterable[Line]) -> None:
        """Number from 1; what is done is gone."""
        self._said = {}
        ordered = sorted(fresh, key=lambda line: ORDER.index(line.section))
        self.lines = [replace(line, number=number) for number, line in enumerate(ordered, 1)]

    def renew(self, fresh: Iterable[Line]) -> None:
        """Show what is new under the old numbers: a line that is no more is struck, a new one comes last."""
        present = {line.key: line for line in fresh}
        kept = [self._renewed(line, present.pop(line.key, None)) for line in self.lines]
        last = max((line.number for line in kept), default=0)
        added = [replace(line, number=number) for number, line in enumerate(present.values(), last + 1)]
        self.lines = sorted([*kept, *added], key=lambda line: (ORDER.index(line.section), line.number))

    def say(self, key: object, words: str) -> None:
        """Remember what became of a line, to be told when it is struck."""
        self._said[key] = words
        self.lines = [
            replace(line, is_done=True, said=words) if line.key == key else line for line in self.lines
        ]

    def unsay(self, key: object) -> None:
        """It was taken back."""
        self._said.pop(key, None)

    def with_number(self, number: int) -> Line | None:
        """The line with this number."""
        return next((line for line in self.lines if line.number == number), None)

    def with_key(self, key: object) -> Line | None:
        """The line with this key."""
        return next((line for line in self.lines if line.key == key), None)

    def after(self, key: object) -> Line | None:
        """The next line still to do: after this one, else the first of all."""
        keys = [line.key for line in self.lines]
        place = keys.index(key) + 1 if key in keys else 0
        turned = [*self.lines[place:], *self.lines[:place]]
        return next((line for line in turned if line.item is not None and not line.is_done), None)

    def rows(self) -> list[Head | Line]:
        """The lines under the heads of their sections."""
        made: list[Head | Line] = []
        for section in ORDER:
            own = [line for line in self.lines if line.section is section]
            if own:
                done = sum(line.is_done for line in own)
                made += [Head(section=section, count=len(own) - done, done=done), *own]
        return made

    def _renewed(self, line: Line, fresh: Line | None) -> Line:
        if fresh is not None:
            self._said.pop(line.key, None)
            # The section holds as well: a line that jumps is a line looked for.
            return replace(fresh, number=line.number, section=line.section)
        return replace(line, is_done=True, said=self._said.get(line.key, line.said))


def count_open(lines: Sequence[Line]) -> int:
    """How many follow-ups and visits are still to do."""
    return sum(line.item is not None and not line.is_done for line in lines)
