"""What is done about an occasion beside messages: gifts, calls, passing over; each can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.care import acts, gifts
from app.care.gifts import GiftDraft
from app.care.lines import abouts
from app.care.records import CareKey, CareLine
from ui.care.compose import Compose
from ui.desk import Desk
from ui.messages import Action, Tone


class Doing(QObject):
    """Works for the forms of `Compose`; refusals go back to their fields."""

    done = Signal()

    def __init__(self, desk: Desk, compose: Compose, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._compose = compose

    def give(self, key: CareKey, subjects: Sequence[UUID], draft: GiftDraft) -> None:
        """Record the gift for all of them, or for nobody."""
        self._desk.tasks.change(
            self,
            lambda work: gifts.give_gifts(work, key, list(abouts(work, key, subjects).values()), draft),
            lambda made: self._on_done(made, self.tr("%n gift(s) recorded", "", len(made))),
            self._compose.gift_prompt.show_error,
        )

    def skip(self, key: CareKey, subjects: Sequence[UUID], reason: str) -> None:
        """Pass all of them over."""
        self._desk.tasks.change(
            self,
            lambda work: acts.skip(work, key, list(abouts(work, key, subjects).values()), reason=reason),
            lambda made: self._on_done(made, self.tr("%n customer(s) passed over", "", len(made))),
            self._compose.skip_prompt.show_error,
        )

    def call(self, key: CareKey, line: CareLine, told: tuple[str, str]) -> None:
        """Record that somebody was called: `told` is the matter and the answer."""
        self._desk.tasks.change(
            self,
            lambda work: [acts.mark_called(work, key, line.about, matter=told[0], answer=told[1])],
            lambda made: self._on_done(made, self.tr("Call to {name} recorded").format(name=line.name)),
            self._compose.call_prompt.show_error,
        )

    def _on_done(self, made: Sequence[UUID], text: str) -> None:
        self._compose.close_prompts()
        undo = Action(text=self.tr("Undo"), run=lambda: self._undo(made))
        self._desk.messages.say(text, undo, tone=Tone.SUCCESS)
        self.done.emit()

    def _undo(self, made: Sequence[UUID]) -> None:
        self._desk.tasks.change(
            self,
            lambda work: acts.undo_acts(work, made),
            lambda _count: self._desk.messages.say(self.tr("Taken back")),
        )
