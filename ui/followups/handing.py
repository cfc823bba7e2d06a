"""The strip of the workload and handing work over from it, with its way back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject

from app.errors import UserError
from app.followups.handing_over import HandedOver, hand_over, undo_hand_over, workload
from app.states import Permission
from ui.desk import Desk
from ui.followups.labels import day_words
from ui.followups.workload_strip import WorkloadStrip
from ui.messages import Action

FLOODS = "hand-over-floods"


class Handing(QObject):
    """Reads the strip while it is open, and carries out what is chosen in it."""

    def __init__(self, desk: Desk, strip: WorkloadStrip, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._strip = strip
        self._names: dict[UUID, str] = {}
        strip.hand_over_wanted.connect(self.hand_over)

    @property
    def is_allowed(self) -> bool:
        return self._desk.tasks.actor.may(Permission.ASSIGN_WORK)

    def reload(self, people: Sequence[tuple[UUID, str]], days: Sequence[date], today: date) -> None:
        """Read how much there is on the days in sight, if anybody looks."""
        if not self.is_allowed or self._strip.isHidden() or not days:
            return
        self._names = dict(people)
        shown = [*people, (None, self.tr("Nobody"))]
        first, last = days[0], days[-1]
        self._desk.tasks.search(
            self,
            lambda work: workload(work, first, last),
            lambda loads: self._strip.show_loads(shown, days, loads, today),
            stream="load",
        )

    def hand_over(self, giver: UUID, taker: UUID, first: date, last: date, *, anyway: bool = False) -> None:
        """Give somebody's work of some days to somebody else; very much of it is asked about first."""

        def refused(error: UserError) -> None:
            again = Action(
                text=self.tr("Hand over all the same"),
                run=lambda: self.hand_over(giver, taker, first, last, anyway=True),
            )
            self._desk.messages.refuse(error, *((again,) if error.code == FLOODS else ()))

        self._desk.tasks.change(
            self,
            lambda work: hand_over(work, giver=giver, taker=taker, first=first, last=last, anyway=anyway),
            lambda handed: self._say(handed, first, last),
            refused,
        )

    def _say(self, handed: HandedOver, first: date, last: date) -> None:
        days = day_words(first) if first == last else f"{day_words(first)} – {day_words(last)}"
        text = self.tr("%n item(s) of {giver} handed to {taker}, {days}", "", handed.count).format(
            giver=self._names.get(handed.giver, ""), taker=self._names.get(handed.taker, ""), days=days
        )
        self._desk.messages.say(text, Action(text=self.tr("Undo"), run=lambda: self._undo(handed)))

    def _undo(self, handed: HandedOver) -> None:
        self._desk.tasks.change(self, lambda work: undo_hand_over(work, handed), lambda _count: None)
