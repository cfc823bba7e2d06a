"""What the calendar changes: moves, hands over, calls off and creates, each with its way back in a toast."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from app.followups import planning
from app.followups.calendar_sheet import CalendarSheet
from app.followups.dates import rescheduling
from app.followups.dates.appointments import Saved
from app.followups.dates.records import Undo, Which
from app.followups.dates.rescheduling import Rescheduled
from app.followups.dates.undoing import restore
from app.followups.planning import Assigned, Moved
from app.followups.quick_entry import Person, Planned, QuickEntry, appoint_typed, plan_typed
from app.followups.records import Item, ItemKey, ItemKind
from app.work import Work
from ui.desk import Desk
from ui.followups.days_model import local_moment, minute_at, minute_of
from ui.followups.labels import clock, day_words
from ui.followups.places import Place
from ui.messages import Action, Tone


class Doing(QObject):
    """`went` names the item to go to after a change; `refused` that what was seen is no longer so."""

    went = Signal(object, object)  # ItemKey, date
    refused = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.is_rest_day: Callable[[date], bool] = lambda _day: False

    def open_subject(self, item: Item, sheet: CalendarSheet | None) -> None:
        """The customer's card, or the people an occasion concerns."""
        if item.customer_id is not None:
            self._desk.navigation.open("customers", item.customer_id)
        elif sheet is not None and item.key in sheet.care:
            self._desk.navigation.open("care", sheet.care[item.key])

    # Moving ---------------------------------------------------------------------------------------

    def move(self, item: Item, place: Place, *, keep_time: bool, which: Which = Which.THIS) -> None:
        """Lay an item on another day or half hour; `keep_time` where the view has no hours to drop on."""
        minute = minute_of(item) if keep_time else place.minute
        starts_at = local_moment(place.on, minute)
        if place.on == item.due_on and starts_at == item.starts_at:
            return
        if item.key.kind is ItemKind.APPOINTMENT:
            self._move_appointment(item, place.on, starts_at, which)
            return
        self._desk.tasks.change(
            self,
            lambda work: planning.move_item(
                work, item.key, to=place.on, starts_at=starts_at, seen=item.due_on, seen_at=item.starts_at
            ),
            lambda moved: self._on_moved(item, moved, place.on, minute),
            self._on_refused,
        )

    def _move_appointment(self, item: Item, on: date, starts_at: datetime | None, which: Which) -> None:
        def done(after: Rescheduled) -> None:
            lies_at = after.after.starts_at
            self._say_moved(item, on, None if lies_at is None else minute_at(lies_at), after.undo)
            self.went.emit(after.key, on)

        self._desk.tasks.change(
            self,
            lambda work: rescheduling.move_occurrence(
                work,
                item.key,
                to=on,
                starts_at=starts_at,
                which=which,
                seen=item.due_on,
                seen_at=item.starts_at,
            ),
            done,
            self._on_refused,
        )

    def _on_moved(self, item: Item, moved: Moved, on: date, minute: int | None) -> None:
        self._say_moved(item, on, minute, moved)
        self.went.emit(moved.key, on)

    def _say_moved(self, item: Item, on: date, minute: int | None, way_back: Moved | Undo) -> None:
        where = day_words(on) + (f" {clock(minute)}" if minute is not None else "")
        what = _name(item)
        if self.is_rest_day(on):
            text = self.tr("{what} moved to {where}, a day without work").format(what=what, where=where)
        else:
            text = self.tr("{what} moved to {where}").format(what=what, where=where)
        tone = Tone.WARNING if self.is_rest_day(on) else Tone.SUCCESS
        self._desk.messages.say(text, self._undo(lambda work: _take_back(work, way_back), item), tone=tone)

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

    def cancel_appointment(self, item: Item, which: Which = Which.THIS) -> None:
        """Call an appointment off, or one, the rest or all of a series."""

        def done(undo: Undo) -> None:
            text = self.tr("{what} called off").format(what=_name(item))
            self._desk.messages.say(text, self._undo(lambda work: restore(work, undo), item))

        self._desk.tasks.change(
            self,
            lambda work: rescheduling.cancel_occurrence(work, item.key, which=which, seen=item.due_on),
            done,
            self._on_refused,
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

    def appoint(
        self,
        entry: QuickEntry,
        person: Person | None,
        day: date,
        done: Callable[[], object],
        failed: Callable[[UserError], object],
    ) -> None:
        """Enter an appointment from a typed line."""
        owner, customer_id = self._desk.tasks.actor.account_id, None if person is None else person.id

        def entered(saved: Saved) -> None:
            done()
            time = f" {clock(entry.minute)}" if entry.minute is not None else ""
            text = self.tr("Planned: {day}{time} {who}").format(
                day=day_words(day), time=time, who=entry.words
            )
            self._desk.messages.say(text, self._undo(lambda work: restore(work, saved.undo), None))
            self.went.emit(saved.key, day)

        self._desk.tasks.change(
            self,
            lambda work: appoint_typed(work, entry, day, owner, customer_id=customer_id),
            entered,
            failed,
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


def _take_back(work: Work, way_back: Moved | Undo) -> None:
    if isinstance(way_back, Undo):
        restore(work, way_back)
    else:
        planning.undo_move(work, way_back)


def _name(item: Item) -> str:
    return " ".join(part for part in (item.customer_name, item.title) if part)
