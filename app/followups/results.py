"""What came of a contact: the log's line, the closed item and the next one, all in one go and with one way back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select

from app.customers.log import NewEntry, withdraw_entry, write_entry
from app.customers.needs import mark_lost, mark_open
from app.errors import UserError
from app.followups.closing import close_row, open_again
from app.followups.holding import Held, hold_item
from app.followups.items import items_of, open_item
from app.followups.planning import Moved, NewFollowUp, Place, checked_place, plan_row
from app.followups.proposing import Because, propose_next
from app.followups.records import Item, ItemKey, ItemKind
from app.followups.rules.records import CYCLES
from app.followups.standing import row_of_step, steps_at
from app.lists import ChoiceRecord, choice_of
from app.work import Work
from db.models.access import Permission
from db.models.customers import ContactWay, Customer, Need
from db.models.followups import FollowUp, FollowUpRule, RuleOwner, StepState
from db.models.lists import ChoiceList
from db.models.services import ServiceRecord

ASKED_STOP = "asked-stop"

CONFIRM_DATA: Final = "下次见面时核对电话、微信等联系方式。"
"""Added to what to say once nobody was reached for too many days; kept with the item like the points of a rule."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """What came of it: `outcome` is a code of the list of outcomes, the rest is as the person likes.

    Without `way` and `matter` those of the item stand. `lost_reason` closes the customer's needs as lost.
    """

    outcome: str
    answer: str = ""
    matter: str = ""
    next_on: date | None = None
    next_at: datetime | None = None
    next_way: ContactWay | None = None
    way: ContactWay | None = None
    minutes: int | None = None
    lost_reason: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Recorded:
    """What was done, for the toast and its undo.

    `closed` names the item as it is now: still open where nobody was reached, then `next` is itself on its new day.
    `warning` is `missed-enough` (write instead of calling) or `served-by-self` (another person should have called).
    """

    entry_id: UUID
    customer_id: UUID
    closed: ItemKey
    next: Item | None
    warning: str | None
    planned: ItemKey | None = None
    pinned: bool = False
    moved: Moved | None = None
    way_before: ContactWay | None = None
    points_before: str | None = None
    lost: tuple[UUID, ...] = ()
    called_off: tuple[UUID, ...] = ()
    stopped: bool = False


def record_result(work: Work, key: ItemKey, result: Result, *, seen: date | None = None) -> Recorded:
    """Write the contact, close the item, plan the next one where asked; all or nothing.

    `seen` is the day it was due before the person's eyes.
    Where nobody was reached the item stays open and moves to the next day to try. Raises UserError
    `result-recorded` (facts by, at) where somebody was quicker, `outcome-unknown`, `item-gone`, `item-of-other`,
    `followup-in-past`, `followup-too-far`, `entry-minutes-wrong`, `text-too-long`, `do-not-contact`,
    `lost-reason-unknown`.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    work.require(Permission.LOG_CONTACT)
    outcome = choice_of(work, ChoiceList.OUTCOME, result.outcome, "outcome-unknown")
    if outcome is None:
        raise UserError("outcome-unknown", given=result.outcome)
    held = _hold(work, key, seen)
    entry = NewEntry(
        way=result.way or held.row.way,
        matter=result.matter or held.row.matter,
        answer=result.answer,
        result=outcome.text_zh,
        next_step="" if result.next_on is None else result.next_on.isoformat(),
        outcome=outcome.code,
        minutes=result.minutes,
    )
    return (
        _missed(work, held, result, entry)
        if outcome.number == 0
        else _met(work, held, result, entry, outcome)
    )


def _hold(work: Work, key: ItemKey, seen: date | None) -> Held:
    try:
        return hold_item(work, key, seen=seen)
    except UserError as error:
        if error.code == "item-closed":
            raise UserError("result-recorded", **error.facts) from None
        raise


def _missed(work: Work, held: Held, result: Result, entry: NewEntry) -> Recorded:
    """Nobody was reached: the attempt is written, and the item waits for the next day."""
    proposed = propose_next(work, held.key, result.outcome)
    place = checked_place(work, result.next_on or proposed.on, result.next_at)
    entry_id = write_entry(work, held.customer, replace(entry, next_step=place.on.isoformat()))
    before, way, points = Place(on=held.row.due_on, at=held.row.starts_at), held.row.way, held.row.points
    if proposed.reason is Because.MISSED_DAYS and CONFIRM_DATA not in (points or ""):
        held.row.points = "\n".join(filter(None, (points, CONFIRM_DATA)))
    held.row.due_on, held.row.starts_at = place.on, place.at
    held.row.way = result.next_way or proposed.way
    work.session.flush()
    return Recorded(
        entry_id=entry_id,
        customer_id=held.customer.id,
        closed=held.key,
        next=open_item(work, held.key),
        warning="missed-enough" if proposed.reason is Because.MISSED_DAYS else None,
        moved=Moved(key=held.key, before=before, after=place, pinned=held.pinned),
        way_before=way,
        points_before=points,
    )


def _met(work: Work, held: Held, result: Result, entry: NewEntry, outcome: ChoiceRecord) -> Recorded:
    """Somebody was reached: the item is done, and what else the contact answers."""
    customer, row = held.customer, held.row
    stops = outcome.code == ASKED_STOP and not customer.do_not_contact
    if result.next_on is not None and (stops or customer.do_not_contact):
        raise UserError("do-not-contact", name=customer.name)
    lost = _lose(work, row, result.lost_reason) if result.lost_reason else ()
    entry_id = write_entry(work, customer, entry)
    close_row(work, row, entry_id, outcome)
    work.session.flush()
    called_off = stop_contact(work, customer) if stops else ()
    planned = None if result.next_on is None else _plan_next(work, held, result.next_on, result)
    work.session.flush()
    return Recorded(
        entry_id=entry_id,
        customer_id=customer.id,
        closed=held.key,
        next=_next_of(work, customer.id),
        warning="served-by-self" if _served_by_self(work, row) else None,
        planned=planned,
        pinned=held.pinned,
        lost=lost,
        called_off=called_off,
        stopped=stops,
    )


def _next_of(work: Work, customer_id: UUID) -> Item | None:
    waiting = (item for item in items_of(work, customer_id) if item.state is StepState.OPEN)
    return next(waiting, None)


def _plan_next(work: Work, held: Held, on: date, result: Result) -> ItemKey:
    """The next contact: the cycle's own step drawn forward, or one by hand where no cycle asks for one so late."""
    place = checked_place(work, on, result.next_at)
    customer, done = held.customer, held.row
    cycle = next((step for step in steps_at(work, customer) if step.rule.basis in CYCLES), None)
    if cycle is None or cycle.due.on < place.on:
        new = NewFollowUp(
            customer_id=customer.id,
            way=result.next_way or done.way,
            matter=done.matter,
            points=done.points or "",
            due_on=place.on,
            starts_at=place.at,
            owner_id=done.owner_id,
        )
        return ItemKey(kind=ItemKind.FOLLOWUP, id=plan_row(work, customer, new).id)
    row = row_of_step(cycle, customer.branch_id)
    row.due_on, row.starts_at = place.on, place.at
    row.way, row.owner_id = result.next_way or row.way, done.owner_id or row.owner_id
    work.session.add(row)
    work.session.flush()
    return ItemKey(kind=ItemKind.FOLLOWUP, id=row.id)


def _served_by_self(work: Work, row: FollowUp) -> bool:
    """Whether the actor calls after a service of their own, where the rule asks for somebody else."""
    if row.rule_id is None or row.subject_id is None:
        return False
    rule = work.session.get(FollowUpRule, row.rule_id)
    if rule is None or rule.owner is not RuleOwner.OTHER:
        return False
    query = select(ServiceRecord.served_by).where(ServiceRecord.id == row.subject_id)
    return work.session.scalar(query) == work.actor.account_id


def _lose(work: Work, row: FollowUp, reason: str | None) -> tuple[UUID, ...]:
    """The need the item is about, else all open ones of the customer."""
    query = select(Need).where(Need.customer_id == row.customer_id, Need.is_open)
    needs = work.session.scalars(query.with_for_update()).all()
    needs = [need for need in needs if need.id == row.subject_id] or list(needs)
    if not needs:
        raise UserError("need-none-open")
    for need in needs:
        mark_lost(work, need, reason)
    work.session.flush()
    return tuple(need.id for need in needs)


def stop_contact(work: Work, customer: Customer) -> tuple[UUID, ...]:
    """The customer asked to be left alone: the card says so, and nothing that was open is done any more."""
    work.require(Permission.PLAN_FOLLOWUPS)
    customer.do_not_contact = True
    query = select(FollowUp).where(FollowUp.customer_id == customer.id, FollowUp.state == StepState.OPEN)
    rows = work.session.scalars(query.with_for_update()).all()
    for row in rows:
        row.state, row.reason = StepState.CANCELLED, ASKED_STOP
        row.closed_at, row.closed_by = work.now(), work.actor.account_id
    work.session.flush()
    return tuple(row.id for row in rows)


def undo_result(work: Work, recorded: Recorded) -> None:
    """Take all of it back: the line is withdrawn, what it closed is open, what it planned is gone.

    Raises UserError `row-gone` where it was taken back already, `item-moved` or `item-closed` where somebody worked
    on what was planned; somebody else's line asks for the permission to delete cards.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    customer = work.hold(Customer, recorded.customer_id)
    if recorded.planned is not None:
        _take_away(work, recorded.planned)
    if recorded.moved is not None:
        _move_back(work, recorded.moved, recorded.way_before, recorded.points_before)
    for key in recorded.called_off:
        open_again(work.hold(FollowUp, key))
    if recorded.stopped:
        customer.do_not_contact = False
    for key in recorded.lost:
        mark_open(work.hold(Need, key))
    withdraw_entry(work, recorded.entry_id)
    if recorded.pinned:
        work.hold(FollowUp, recorded.closed.id).deleted_at = work.now()
    work.session.flush()


def _take_away(work: Work, key: ItemKey) -> None:
    held = hold_item(work, key, whoever=True)
    if held.row.version > 1:
        raise UserError("changed-meanwhile")
    held.row.deleted_at = work.now()
    work.session.flush()


def _move_back(work: Work, moved: Moved, way: ContactWay | None, points: str | None) -> None:
    held = hold_item(work, moved.key, whoever=True)
    if Place(on=held.row.due_on, at=held.row.starts_at) != moved.after:
        raise UserError("changed-meanwhile")
    if moved.pinned:
        held.row.deleted_at = work.now()
    else:
        held.row.due_on, held.row.starts_at = moved.before.on, moved.before.at
        held.row.way, held.row.points = way or held.row.way, points
    work.session.flush()
