"""Writing down what came of an item, each with its way back: shared by the list, the panel and the card."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from app.followups import planning, results
from app.followups.records import Item, ItemKey
from app.followups.results import Recorded, Result
from app.work import Work
from ui.desk import Desk
from ui.i18n import Language
from ui.messages import Action, Tone
from ui.today.outcomes import Outcome
from ui.today.words import short_day, way_text

UNDO_STEPS = 50
SHORT = 5.0  # seconds
Failed = Callable[[UserError], object]


class Deeds(QObject):
    """One change for each press; what is said names the customer, for the list has moved on by then."""

    recorded = Signal(
        object, object, str
    )  # ItemKey as it stood in the list, Recorded or Moved or ItemKey, words
    undone = Signal(object)  # ItemKey

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._undos: list[tuple[int, Callable[[], None]]] = []
        self.outcomes: tuple[Outcome, ...] = ()
        self.today = date.min

    def use(self, outcomes: Sequence[Outcome], today: date) -> None:
        """The words of the outcomes, and the day of the list."""
        self.outcomes, self.today = tuple(outcomes), today

    def outcome(self, code: str) -> Outcome | None:
        """The outcome with this code."""
        return next((each for each in self.outcomes if each.code == code), None)

    def record(
        self,
        item: Item,
        result: Result,
        *,
        done: Callable[[Recorded], object] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Write a result down; the toast takes it back."""
        key = item.key

        def recorded(found: Recorded) -> None:
            words = self.said_of(result, found)
            self.recorded.emit(key, found, words)
            text = self.tr("{name}: {what}").format(name=item.customer_name or item.title, what=words)
            self._tell(text, lambda: self._undo_result(key, found), self._warning(found.warning))
            if done is not None:
                done(found)

        self._desk.tasks.change(self, lambda work: results.record_result(work, key, result), recorded, failed)

    def move(self, item: Item, to: date) -> None:
        """Put an item on another day; a rule's step becomes a row of its own by that."""
        key = item.key

        def moved(found: planning.Moved) -> None:
            words = self.tr("moved to {day}").format(day=short_day(found.after.on, self.today))
            self.recorded.emit(key, found, words)
            text = self.tr("{name}: {what}").format(name=item.customer_name or item.title, what=words)
            self._tell(text, lambda: self._undo_move(key, found))

        self._desk.tasks.change(
            self,
            lambda work: planning.move_item(work, key, to=to, seen=item.due_on, seen_at=item.starts_at),
            moved,
        )

    def skip(self, item: Item, reason: str) -> None:
        """Leave it out this time."""
        key = item.key

        def skipped(closed: ItemKey) -> None:
            words = self.tr("left out this time")
            self.recorded.emit(key, closed, words)
            text = self.tr("{name}: {what}").format(name=item.customer_name or item.title, what=words)
            self._tell(text, lambda: self._undo_skip(key, closed))

        self._desk.tasks.change(self, lambda work: planning.cancel_item(work, key, reason), skipped)

    def undo_last(self) -> None:
        """Ctrl+Z: take back what was written down last."""
        if self._undos:
            number, undo = self._undos[-1]
            self._desk.messages.withdraw(number)
            undo()

    def said_of(self, result: Result, found: Recorded) -> str:
        """What was written down, and when it goes on."""
        outcome = self.outcome(result.outcome)
        words = outcome.text if outcome is not None else result.outcome
        if found.next is None:
            return words
        return self.tr("{outcome} → next {day} {way}").format(
            outcome=words, day=short_day(found.next.due_on, self.today), way=way_text(found.next.way)
        )

    def _warning(self, code: str | None) -> str:
        known = {
            "missed-enough": self.tr(
                "Not reached for days: write instead, and check the phone at the next visit."
            ),
            "served-by-self": self.tr("Whoever served the customer should not make this call themselves."),
        }
        return known.get(code or "", "")

    def _tell(self, text: str, undo: Callable[[], None], warning: str = "") -> None:
        """The toast goes soon, for it lies over the next result; Ctrl+Z takes back without it."""

        def take_back() -> None:
            self._undos = [known for known in self._undos if known[0] != number]
            undo()

        number = self._desk.messages.say(
            text,
            Action(text=self.tr("Undo"), run=take_back),
            tone=Tone.WARNING if warning else Tone.SUCCESS,
            seconds=None if warning else SHORT,
            detail=warning,
        )
        self._undos = [*self._undos[-UNDO_STEPS + 1 :], (number, take_back)]

    def _undo_result(self, key: ItemKey, found: Recorded) -> None:
        self._take_back(key, lambda work: results.undo_result(work, found))

    def _undo_move(self, key: ItemKey, moved: planning.Moved) -> None:
        self._take_back(key, lambda work: planning.undo_move(work, moved))

    def _undo_skip(self, key: ItemKey, closed: ItemKey) -> None:
        self._take_back(key, lambda work: planning.reopen_item(work, closed))

    def _take_back(self, key: ItemKey, undo: Callable[[Work], object]) -> None:
        def undone(_found: object) -> None:
            self.undone.emit(key)
            self._desk.messages.say(self.tr("Taken back"))

        self._desk.tasks.change(self, undo, undone)


def language_code(desk: Desk) -> str:
    """The language of the screen as the lists know it."""
    return "en" if desk.screen.language is Language.ENGLISH else "zh"
