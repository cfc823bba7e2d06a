"""Plan a follow-up by hand, move one, give it to somebody, call it off; every step with its way back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from app.customers.cleaning import mend, mend_lines
from app.customers.values import LONG_TEXT_MOST, TEXT_MOST
from app.errors import UserError
from app.followups.closing import open_again
from app.followups.holding import Held, hold_item
from app.followups.items import in_time
from app.followups.kept import kept_items
from app.followups.records import Item, ItemKey, Scope
from app.followups.scopes import read_staff, require_open_account
from app.followups.standing import open_row_of
from app.lists import setting
from app.work import Work
from db.base import new_key
from db.models.access import Permission
from db.models.customers import ContactWay, Customer
from db.models.followups import FollowUp, StepState

MINUTES_MOST = 24 * 60
NOW_SLACK = timedelta(minutes=5)
"""Somebody planning for this very minute is not refused for the seconds it took to type."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NewFollowUp:
    """A follow-up planned by hand; without an owner it is for whoever is free.

    With `starts_at` the day is that moment's on the wall.
    """

    customer_id: UUID
    way: ContactWay
    matter: str
    points: str = ""
    due_on: date
    starts_at: datetime | None = None
    minutes: int | None = None
    owner_id: UUID | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where in the calendar something lies."""

    on: date
    at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Moved:
    """A move and its way back; `pinned`: a step of a rule became a row by it."""

    key: ItemKey
    before: Place
    after: Place
    pinned: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Assigned:
    """Who had it and has it now; `pinned` as in `Moved`."""

    key: ItemKey
    before: UUID | None
    after: UUID | None
    pinned: bool = False


def plan_followup(work: Work, new: NewFollowUp, *, anyway: bool = False) -> UUID:
    """Plan a contact by hand; returns the row's key.

    Raises UserError `followup-in-past`, `followup-too-far`, `followup-matter-empty`, `followup-minutes-wrong`,
    `text-too-long`, `account-closed`, `row-gone`; `do-not-contact` for a customer who asked for that, unless
    `anyway` and the actor may assign work.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    customer = work.hold(Customer, new.customer_id)
    if customer.do_not_contact and not (anyway and work.actor.may(Permission.ASSIGN_WORK)):
        raise UserError("do-not-contact", name=customer.name)
    require_open_account(work, read_staff(work), new.owner_id)
    return plan_row(work, customer, new).id


def plan_row(work: Work, customer: Customer, new: NewFollowUp) -> FollowUp:
    """As `plan_followup` within a use case that asked for permission and holds the card."""
    place = checked_place(work, new.due_on, new.starts_at)
    row = FollowUp(
        id=new_key(),
        branch_id=customer.branch_id,
        customer_id=customer.id,
        way=new.way,
        matter=_matter(new.matter),
        points=_points(new.points),
        due_on=place.on,
        starts_at=place.at,
        minutes=checked_minutes(new.minutes),
        owner_id=new.owner_id,
        state=StepState.OPEN,
    )
    work.session.add(row)
    work.session.flush()
    return row


def find_overlaps(
    work: Work, owner_id: UUID | None, starts_at: datetime, minutes: int | None, but: UUID | None = None
) -> list[Item]:
    """What else the same person has at that time: warned of, never refused. `but` is the row being moved."""
    work.require(Permission.PLAN_FOLLOWUPS)
    if owner_id is None:
        return []
    usual = int(setting(work, "visit-minutes"))
    ends_at = starts_at + timedelta(minutes=minutes or usual)
    near = kept_items(
        work, Scope(), read_staff(work),
        FollowUp.owner_id == owner_id, FollowUp.state == StepState.OPEN, FollowUp.starts_at < ends_at,
        FollowUp.starts_at > starts_at - timedelta(minutes=MINUTES_MOST),
        limit=100,
    )  # fmt: skip
    return sorted(
        (
            item
            for item in near
            if item.key.id != but
            and item.starts_at is not None
            and item.starts_at + timedelta(minutes=item.minutes or usual) > starts_at
        ),
        key=in_time,
    )


def move_item(
    work: Work,
    key: ItemKey,
    *,
    to: date,
    starts_at: datetime | None = None,
    seen: date,
    seen_at: datetime | None = None,
) -> Moved:
    """Move something to another day or time; a rule's step becomes a row of its own by it.

    `seen` and `seen_at` say where it lay before the person's eyes. Raises UserError `item-moved` (facts by, to)
    where somebody else moved it meanwhile, `item-closed`, `item-gone`, `item-of-other`, `followup-in-past`,
    `followup-too-far`.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    held = hold_item(work, key, seen=seen)
    before = Place(on=held.row.due_on, at=held.row.starts_at)
    if before.on != seen or (seen_at is not None and before.at != seen_at):
        _refuse_moved(work, held)
    after = checked_place(work, to, starts_at)
    _put(held.row, after)
    work.session.flush()
    return Moved(key=held.key, before=before, after=after, pinned=held.pinned)


def undo_move(work: Work, moved: Moved) -> None:
    """Put it back where it lay, even where that day is past by now; a step made a row is the rule's again.

    Raises UserError `item-moved`, `item-closed`, `item-gone` where somebody worked on it since.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    held = hold_item(work, moved.key)
    if Place(on=held.row.due_on, at=held.row.starts_at) != moved.after:
        _refuse_moved(work, held)
    if moved.pinned:
        held.row.deleted_at = work.now()
    else:
        _put(held.row, moved.before)
    work.session.flush()


def assign_item(work: Work, key: ItemKey, account_id: UUID | None, *, seen: date | None = None) -> Assigned:
    """Give it to somebody, or to nobody; `seen` is the day it was due before the person's eyes.

    Raises UserError `account-closed` and as `move_item`.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    require_open_account(work, read_staff(work), account_id)
    held = hold_item(work, key, seen=seen)
    before = held.row.owner_id
    held.row.owner_id = account_id
    work.session.flush()
    return Assigned(key=held.key, before=before, after=account_id, pinned=held.pinned)


def undo_assign(work: Work, assigned: Assigned) -> None:
    """Give it back. Raises UserError `item-moved` where somebody gave it to a third one since."""
    work.require(Permission.PLAN_FOLLOWUPS)
    held = hold_item(work, assigned.key, whoever=True)
    if held.row.owner_id != assigned.after:
        _refuse_moved(work, held)
    if assigned.pinned:
        held.row.deleted_at = work.now()
    else:
        held.row.owner_id = assigned.before
    work.session.flush()


def cancel_item(work: Work, key: ItemKey, reason: str, *, seen: date | None = None) -> ItemKey:
    """Call it off, with the reason; a cycle counts anew from now, and what is asked once is asked no more.

    Raises UserError `followup-reason-missing` and as `move_item`.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    why = mend(reason)
    if not why:
        raise UserError("followup-reason-missing")
    if len(why) > TEXT_MOST:
        raise UserError("text-too-long", found=len(why), most=TEXT_MOST)
    held = hold_item(work, key, seen=seen)
    held.row.state = StepState.CANCELLED
    held.row.closed_at, held.row.closed_by = work.now(), work.actor.account_id
    held.row.reason = why
    work.session.flush()
    return held.key


def reopen_item(work: Work, key: ItemKey) -> ItemKey:
    """Take a closing back by hand: it is open again where it lay.

    Raises UserError `item-not-closed`, `item-gone`, `item-of-other`, and `item-open-twice` where the same step of
    its rule is planned anew already.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    held = hold_item(work, key, closed=True)
    if held.row.state is StepState.OPEN:
        raise UserError("item-not-closed")
    if open_row_of(work, held.row.rule_id, held.row.subject_id, held.row.id) is not None:
        raise UserError("item-open-twice")
    open_again(held.row)
    work.session.flush()
    return held.key


def checked_place(work: Work, on: date, at: datetime | None) -> Place:
    """A place that is not past and within the horizon; the day of `at` comes before `on`."""
    day = on if at is None else at.astimezone().date()
    if day < work.today() or (at is not None and at < work.now() - NOW_SLACK):
        raise UserError("followup-in-past", given=day)
    horizon = int(setting(work, "followup-horizon-days"))
    if day > work.today() + timedelta(days=horizon):
        raise UserError("followup-too-far", given=day, most=horizon)
    return Place(on=day, at=at)


def checked_minutes(minutes: int | None) -> int | None:
    """Raises UserError `followup-minutes-wrong` for less than one or more than a day."""
    if minutes is not None and not 0 < minutes <= MINUTES_MOST:
        raise UserError("followup-minutes-wrong", given=minutes, most=MINUTES_MOST)
    return minutes


def _matter(text: str) -> str:
    matter = mend(text)
    if not matter:
        raise UserError("followup-matter-empty")
    if len(matter) > TEXT_MOST:
        raise UserError("text-too-long", found=len(matter), most=TEXT_MOST)
    return matter


def _points(text: str) -> str | None:
    points = mend_lines(text)
    if len(points) > LONG_TEXT_MOST:
        raise UserError("text-too-long", found=len(points), most=LONG_TEXT_MOST)
    return points or None


def _put(row: FollowUp, place: Place) -> None:
    row.due_on, row.starts_at = place.on, place.at


def _refuse_moved(work: Work, held: Held) -> None:
    by = read_staff(work).name(held.row.changed_by)
    raise UserError("item-moved", by=by, to=held.row.due_on)
