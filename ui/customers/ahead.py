"""What lies ahead of a customer: read in one go, planned, handed to owners and given up, each with its way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.customers.needs import lose_need, reopen_need
from app.errors import UserError
from app.followups.items import items_of
from app.followups.owners import Owners, owners_of, set_owners
from app.followups.planning import NewFollowUp, cancel_item, find_overlaps, plan_followup
from app.followups.records import Item, ItemKey, ItemKind
from app.followups.scopes import read_staff
from app.states import ContactWay, Permission, StepState
from app.work import Work
from ui.desk import Desk
from ui.messages import Action, Tone
from ui.today.deeds import language_code
from ui.today.words import clock_text, short_day

Failed = Callable[[UserError], object]


@dataclass(frozen=True, kw_only=True, slots=True)
class Ahead:
    """Open items, the next first; who looks after the customer, and who could."""

    customer_id: UUID
    today: date
    items: tuple[Item, ...]
    owners: Owners
    people: tuple[tuple[UUID, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """A contact as it is entered on the card."""

    on: date
    at: datetime | None
    way: ContactWay
    matter: str


def read_ahead(work: Work, customer_id: UUID, language: str) -> Ahead:
    """Everything that lies ahead of a customer."""
    staff = read_staff(work)
    items = items_of(work, customer_id, language=language)
    people = ((key, name) for key, name in staff.names.items() if key not in staff.closed)
    return Ahead(
        customer_id=customer_id,
        today=work.today(),
        items=tuple(item for item in items if item.state is StepState.OPEN),
        owners=owners_of(work, customer_id),
        people=tuple(sorted(people, key=lambda person: person[1])),
    )


class AheadWork(QObject):
    """One change for each press."""

    read = Signal(object)  # Ahead

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    @property
    def is_allowed(self) -> bool:
        """Whether this person works with follow-ups at all."""
        return self._desk.tasks.actor.may(Permission.PLAN_FOLLOWUPS)

    def ask(self, customer_id: UUID) -> None:
        """Read it; `read` tells."""
        if self.is_allowed:
            language = language_code(self._desk)
            self._desk.tasks.read(
                self,
                lambda work: read_ahead(work, customer_id, language),
                self.read.emit,
                lambda _error: True,
            )

    def plan(self, customer_id: UUID, plan: Plan, done: Callable[[], object], failed: Failed) -> None:
        """Plan a contact by hand, for oneself; what one has at that time already is told."""
        owner = self._desk.tasks.actor.account_id
        new = NewFollowUp(
            customer_id=customer_id, way=plan.way, matter=plan.matter, due_on=plan.on, starts_at=plan.at,
            owner_id=owner,
        )  # fmt: skip

        def change(work: Work) -> tuple[UUID, list[Item]]:
            row_id = plan_followup(work, new)
            return row_id, find_overlaps(work, owner, plan.at, None, row_id) if plan.at is not None else []

        def planned(found: tuple[UUID, list[Item]]) -> None:
            row_id, overlaps = found
            done()
            when = " ".join(part for part in (short_day(plan.on, date.min), clock_text(plan.at)) if part)
            text = self.tr("Planned: {when} {matter}").format(when=when, matter=plan.matter)
            also = self.tr(", ").join(item.customer_name or item.title for item in overlaps)
            self._desk.messages.say(
                text,
                Action(text=self.tr("Undo"), run=lambda: self._unplan(row_id)),
                tone=Tone.WARNING if overlaps else Tone.SUCCESS,
                detail=self.tr("At the same time: {who}").format(who=also) if overlaps else "",
            )

        self._desk.tasks.change(self, change, planned, failed)

    def name_owners(
        self,
        ahead: Ahead,
        first: UUID | None,
        second: UUID | None,
        done: Callable[[], object],
        failed: Failed,
    ) -> None:
        """Say who looks after the customer."""
        customer_id = ahead.customer_id

        def named(before: tuple[UUID | None, UUID | None]) -> None:
            done()
            self._desk.messages.say(
                self.tr("Owners saved"),
                Action(text=self.tr("Undo"), run=lambda: self._take_back(
                    lambda work: set_owners(work, customer_id, *before)
                )),
            )  # fmt: skip

        self._desk.tasks.change(
            self, lambda work: set_owners(work, customer_id, first, second), named, failed
        )

    def lose(self, need_id: UUID, reason: str, done: Callable[[], object], failed: Failed) -> None:
        """Close a need as lost."""

        def lost(_none: object) -> None:
            done()
            self._desk.messages.say(
                self.tr("Need closed as lost"),
                Action(
                    text=self.tr("Undo"), run=lambda: self._take_back(lambda work: reopen_need(work, need_id))
                ),
            )

        self._desk.tasks.change(self, lambda work: lose_need(work, need_id, reason), lost, failed)

    def _unplan(self, row_id: UUID) -> None:
        key, reason = ItemKey(kind=ItemKind.FOLLOWUP, id=row_id), self.tr("Entered by mistake")
        self._take_back(lambda work: cancel_item(work, key, reason))

    def _take_back(self, undo: Callable[[Work], object]) -> None:
        self._desk.tasks.change(self, undo, lambda _found: self._desk.messages.say(self.tr("Taken back")))
