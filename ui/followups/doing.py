"""What the calendar changes: moves, hands over, calls off and creates, each with its way back in a toast."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from app.followups import planning
from app.followups.planning import Assigned, Moved
from app.followups.quick_entry import Person, Planned, QuickEntry, plan_typed
from app.followups.records import Item, ItemKey
from ui.desk import Desk
from ui.followups.canvas import Place
from ui.followups.days_model import local_moment, minute_of
from ui.followups.labels import clock, day_words
from ui.messages import Action, Tone


class Doing(QObject):
    """`went` names the item to go to after a change; `refused` that what was seen is no longer so."""

    went = Signal(object, object)  # ItemKey, date
    refused = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.is_rest_day: Callable[[date], bool] = lambda _day: False

    # Moving ---------------------------------------------------------------------------------------

    def move(self, item: Item, place: Place, *, keep_time: bool) -> None:
        """Lay an item on another day or half hour; `keep_time` where the view has no hours to drop on."""
        minute = minute_of(item) if keep_time else place.minute
        starts_at = local_moment(place.on, minute)
        if place.on == item.due_on and starts_at == item.starts_at:
            return
        self._desk.tasks.change(
            self,
            lambda work: planning.move_item(
                work, item.key, to=place.on, starts_at=starts_at, seen=item.due_on, seen_at=item.starts_at
            ),
            lambda moved: self._on_moved(item, moved, place.on, minute),
            self._on_refused,
        )

    def _on_moved(self, item: Item, moved: Moved, on: date, minute: int | None) -> None:
        where = day_words(on) + (f" {clock(minute)}" if minute is not None else "")
        what = _name(item)
        if self.is_rest_day(on):
            text = self.tr("{what} moved to {where}, a day without work").format(what=what, where=where)
        else:
            text = self.tr("{what} moved to {where}").format(what=what, where=where)
        tone = Tone.WARNING if self.is_rest_day(on) else Tone.SUCCESS
        self._desk.messages.say(
            text, self._undo(lambda work: planning.undo_move(work, moved), item), tone=tone
        )
        self.went.emit(moved.key, on)

    # The other deeds ------------------------------------------------------------------------------

    def assign(self, item: Item, account_id: UUID | None, name: str) -> None:
        """Hand one item to somebody."""

        def done(assigned: Assigned) -> None:
            text = self.tr("{what} handed to {name}").format(what=_name(item), name=name)
            self._desk.messages.say(text, self._undo(lambda work: planning.undo_assign(work, assigned), item))
            self.went.emit(assigned.key, item.due_on)

        self._desk.tasks.change(
            self, lambda work: planning.assign_item(work, item.key, account_id), done, self._on_refused
        )

    def cancel(self, item: Item, reason: str) -> None:
        """Call an item off."""

        def done(key: ItemKey) -> None:
            text = self.tr("{what} called off").format(what=_name(item))
            self._desk.messages.say(text, self._undo(lambda work: planning.reopen_item(work, key), item))

        self._desk.tasks.change(
            self, lambda work: planning.cancel_item(work, item.key, reason), done, self._on_refused
        )

    def reopen(self, item: Item) -> None:
        """Take a result or a calling off back."""
        self._desk.tasks.change(
            self,
            lambda work: planning.reopen_item(work, item.key),
            lambda key: self.went.emit(key, item.due_on),
            self._on_refused,
        )

    # Creating -------------------------------------------------------------------------------------

    def create(
        self,
        entry: QuickEntry,
        person: Person,
        day: date,
        done: Callable[[], object],
        failed: Callable[[UserError], object],
    ) -> None:
        """Plan a follow-up from a typed line; it is one's own."""
        owner = self._desk.tasks.actor.account_id

        def planned(made: Planned) -> None:
            done()
            time = f" {clock(entry.minute)}" if entry.minute is not None else ""
            text = self.tr("Planned: {day}{time} {who}").format(
                day=day_words(day), time=time, who=person.name
            )
            tone, detail = Tone.SUCCESS, ""
            if made.overlaps:
                tone = Tone.WARNING
                detail = self.tr("At the same time: {what}").format(what=", ".join(map(_name, made.overlaps)))
            reason = self.tr("Entered by mistake")
            undo = self._undo(lambda work: planning.cancel_item(work, made.key, reason), None)
            self._desk.messages.say(text, undo, tone=tone, detail=detail)
            self.went.emit(made.key, day)

        self._desk.tasks.change(
            self, lambda work: plan_typed(work, person.id, entry, day, owner), planned, failed
        )

    # Inside ---------------------------------------------------------------------------------------

    def _undo(self, take_back: Callable[..., object], item: Item | None) -> Action:
        def run() -> None:
            self._desk.tasks.change(self, take_back, lambda _: self._go_back(item), self._on_refused)

        return Action(text=self.tr("Undo"), run=run)

    def _go_back(self, item: Item | None) -> None:
        if item is not None:
            self.went.emit(item.key, item.due_on)

    def _on_refused(self, error: UserError) -> None:
        """Somebody was quicker, or it may not be: say so, and show how things stand."""
        self._desk.messages.refuse(error)
        self.refused.emit()


def _name(item: Item) -> str:
    return " ".join(part for part in (item.customer_name, item.title) if part)
