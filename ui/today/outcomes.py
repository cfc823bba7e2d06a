"""The outcomes of a contact as buttons, each with the letter that picks it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import ascii_lowercase
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from app.customers.names import syllables
from app.lists import ChoiceRecord
from ui.theme import SMALL, font
from ui.widgets.choice import Segment

KEPT: Final = frozenset("cot")
"""Letters the list itself obeys: copy the phone, open the card, write a text."""
COLUMNS: Final = 4
FEWER: Final = 3  # columns for languages with long words
ROOM: Final = 64  # pixels a text has in a button of four columns
UNREACHED: Final = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """One entry of the list of outcomes; `number` is 0 where nobody was reached, 2 where the aim was achieved."""

    code: str
    text: str
    number: int
    key: str

    @property
    def is_reached(self) -> bool:
        return self.number != UNREACHED


def outcomes_of(entries: Iterable[ChoiceRecord], language: str) -> tuple[Outcome, ...]:
    """The outcomes in use, reached ones first, each with a letter of its own: an initial where one is free."""
    taken: set[str] = set(KEPT)
    found = []
    for entry in entries:
        if not entry.active:
            continue
        text = entry.text(language)
        key = _free_letter(text, taken)
        taken.add(key)
        number = 1 if entry.number is None else entry.number
        found.append(Outcome(code=entry.code, text=text, number=number, key=key))
    return tuple(sorted(found, key=lambda outcome: not outcome.is_reached))


def _free_letter(text: str, taken: set[str]) -> str:
    parts = syllables(text)
    wanted = [*(part[:1] for part in parts), *"".join(parts), *ascii_lowercase]
    return next((letter for letter in wanted if letter in ascii_lowercase and letter not in taken), "")


class OutcomeGrid(QWidget):
    """One Tab stop; arrows choose the neighbour, letters pick, Enter saves."""

    picked = Signal(str)  # code
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outcomes: tuple[Outcome, ...] = ()
        self.buttons: list[Segment] = []
        self._columns = COLUMNS
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self.setAccessibleName(self.tr("Outcome"))

    def offer(self, outcomes: Sequence[Outcome]) -> None:
        """Show these; nothing is picked."""
        if tuple(outcomes) == self.outcomes:
            return
        for old in self.buttons:
            self._group.removeButton(old)
            self._grid.removeWidget(old)
            old.deleteLater()
        self.outcomes = tuple(outcomes)
        widest = max((self.fontMetrics().horizontalAdvance(each.text) for each in outcomes), default=0)
        self._columns = COLUMNS if widest <= ROOM else FEWER
        self.buttons = [self._button(number, outcome) for number, outcome in enumerate(self.outcomes)]
        reached = sum(outcome.is_reached for outcome in outcomes)
        is_short = self._columns == FEWER  # of room: then the unreached ones begin no row of their own
        first_unreached = reached if is_short else -(-reached // self._columns) * self._columns
        for number, made in enumerate(self.buttons):
            place = number if number < reached else number - reached + first_unreached
            self._grid.addWidget(made, place // self._columns, place % self._columns)
            made.show()  # the layout would do so a moment later, and a letter may come before
        if self.buttons:
            self.setFocusProxy(self.buttons[0])

    def pick(self, code: str) -> None:
        """Show what is picked, "" for nothing."""
        self._group.setExclusive(False)
        for made, outcome in zip(self.buttons, self.outcomes, strict=True):
            made.setChecked(outcome.code == code)
        self._group.setExclusive(True)

    def code(self) -> str:
        """What is picked, "" for nothing."""
        return next(
            (
                outcome.code
                for made, outcome in zip(self.buttons, self.outcomes, strict=True)
                if made.isChecked()
            ),
            "",
        )

    def press(self, letter: str) -> bool:
        """Pick by letter; False when no outcome has it."""
        for made, outcome in zip(self.buttons, self.outcomes, strict=True):
            if outcome.key == letter:
                made.setFocus(Qt.FocusReason.ShortcutFocusReason)
                made.click()
                return True
        return False

    def go(self) -> None:
        """Put the focus on what is picked, or on the first."""
        picked = [made for made in self.buttons if made.isChecked()]
        target = (picked or self.buttons)[:1]
        if target:
            target[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: object, event: QEvent, /) -> bool:
        if isinstance(event, QFocusEvent) and event.gotFocus():
            self._keep_one_stop(watched)
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
            return True
        steps = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: self._columns,
            Qt.Key.Key_Up: -self._columns,
        }
        if event.key() in steps:
            return self._move(steps[Qt.Key(event.key())])
        return not event.modifiers() and self.press(event.text().lower())

    def _move(self, by: int) -> bool:
        present = next((number for number, made in enumerate(self.buttons) if made.hasFocus()), 0)
        target = min(max(present + by, 0), len(self.buttons) - 1)
        self.buttons[target].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _keep_one_stop(self, watched: object) -> None:
        for made in self.buttons:
            stop = Qt.FocusPolicy.StrongFocus if made is watched else Qt.FocusPolicy.ClickFocus
            made.setFocusPolicy(stop)
            if made is watched:
                self.setFocusProxy(made)

    def _button(self, number: int, outcome: Outcome) -> Segment:
        made = Segment(outcome.text, outcome.key)
        made.setMinimumWidth(0)
        if self._columns == FEWER:
            made.setFont(font(SMALL))
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if number == 0 else Qt.FocusPolicy.ClickFocus)
        made.installEventFilter(self)
        made.clicked.connect(lambda: self.picked.emit(outcome.code))
        self._group.addButton(made, number)
        return made
