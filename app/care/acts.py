"""What was done about an occasion: a greeting, a gift, a call, or passed over with a reason; and last year's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, select

from app.care.allowed import CHUNK, Recipient, require_allowed
from app.care.facts import About
from app.care.records import CareKey, LastTime
from app.customers.cleaning import mend
from app.customers.log import NewEntry, withdraw_entry, write_entry
from app.customers.values import TEXT_MOST
from app.errors import UserError
from app.lists import setting
from app.work import Work
from db.base import new_key
from db.models.access import Permission
from db.models.care import CareAct, CareHow, Gift, Message, MessageState, Occasion
from db.models.customers import ContactWay, Customer

LAST_TIME_FROM: Final = 200
LAST_TIME_TO: Final = 500
"""Days back in which the same occasion of the year before lies: a lunar feast moves by a month."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Act:
    """Something done about an occasion of somebody."""

    id: UUID
    how: CareHow
    on: date
    note: str


def acts_for(work: Work, key: CareKey, people: Sequence[About]) -> dict[About, Act]:
    """The latest thing done about this occasion for each of the people; those left alone are not in it."""
    work.require(Permission.READ_CARD)
    first = last = key.on
    if key.occasion is Occasion.MAINTENANCE:
        # A new reading moves the day a car is due: what was done shortly before still counts for it.
        shift = timedelta(days=3 * int(setting(work, "service-remind-days")))
        first, last = work.today() - shift, work.today() + shift
    found: dict[About, Act] = {}
    by_match = {_match(key, about): about for about in people}
    for rows in _rows(work, key.occasion, [about.recipient.customer_id for about in people], first, last):
        for row in rows:
            about = by_match.get((row.customer_id, row.person_id, row.occasion_code))
            if about is not None:
                found[about] = Act(id=row.id, how=row.how, on=_day(row.created_at), note=row.note or "")
    return found


def acts_on_days(
    work: Work, occasion: Occasion, people: Sequence[About], first: date, last: date
) -> set[tuple[About, date]]:
    """Whose occasion of which day is done, for several days at once."""
    work.require(Permission.READ_CARD)
    known = {(about.recipient.customer_id, about.recipient.person_id): about for about in people}
    found: set[tuple[About, date]] = set()
    for rows in _rows(work, occasion, [about.recipient.customer_id for about in people], first, last):
        for row in rows:
            about = known.get((row.customer_id, row.person_id))
            if about is not None:
                found.add((about, row.occasion_on))
    return found


def last_times(work: Work, key: CareKey, people: Sequence[About]) -> dict[About, LastTime]:
    """What was done on the same occasion the year before, a gift before a mere greeting."""
    work.require(Permission.READ_CARD)
    first, last = key.on - timedelta(days=LAST_TIME_TO), key.on - timedelta(days=LAST_TIME_FROM)
    by_match = {_match(key, about): about for about in people}
    found: dict[About, LastTime] = {}
    for rows in _rows(work, key.occasion, [about.recipient.customer_id for about in people], first, last):
        gifts = _gifts(work, {row.gift_id for row in rows if row.gift_id is not None})
        for row in rows:
            about = by_match.get((row.customer_id, row.person_id, row.occasion_code))
            if about is None or row.how is CareHow.SKIPPED:
                continue
            if row.gift_id is not None or about not in found or not found[about].what:
                what = gifts.get(row.gift_id, "") if row.gift_id else ""
                found[about] = LastTime(how=row.how, on=row.occasion_on, what=what)
    return found


def _match(key: CareKey, about: About) -> tuple[UUID, UUID | None, str | None]:
    return (about.recipient.customer_id, about.recipient.person_id, code_of(key, about))


def code_of(key: CareKey, about: About) -> str | None:
    """What tells two occasions of one day apart: the festival, or the car."""
    if key.occasion is Occasion.MAINTENANCE and about.vehicle_id is not None:
        return str(about.vehicle_id)
    return key.code


def _rows(
    work: Work, occasion: Occasion, keys: Sequence[UUID], first: date, last: date
) -> Iterable[Sequence[Any]]:
    on: ColumnElement[bool] = CareAct.occasion_on.between(first, last)
    for start in range(0, len(keys), CHUNK):
        part = list(set(keys[start : start + CHUNK]))
        yield work.session.scalars(
            select(CareAct)
            .where(CareAct.customer_id.in_(part), CareAct.occasion == occasion, on)
            .order_by(CareAct.created_at, CareAct.id)
        ).all()


def _gifts(work: Work, keys: set[UUID]) -> dict[UUID, str]:
    if not keys:
        return {}
    rows = work.session.execute(select(Gift.id, Gift.item).where(Gift.id.in_(keys)))
    return dict(rows.all())


def _day(at: Any) -> date:
    found: date = at.astimezone().date()
    return found


def write_act(
    work: Work,
    key: CareKey,
    about: About,
    how: CareHow,
    *,
    branch_id: UUID,
    message_id: UUID | None = None,
    gift_id: UUID | None = None,
    entry_id: UUID | None = None,
    note: str | None = None,
) -> UUID:
    """Note what was done, within a use case that has asked for permission."""
    row = CareAct(
        id=new_key(),
        branch_id=branch_id,
        customer_id=about.recipient.customer_id,
        person_id=about.recipient.person_id,
        occasion=key.occasion,
        occasion_code=code_of(key, about),
        occasion_on=key.on,
        how=how,
        message_id=message_id,
        gift_id=gift_id,
        entry_id=entry_id,
        note=note,
    )
    work.session.add(row)
    return row.id


def mark_called(work: Work, key: CareKey, about: About, *, matter: str, answer: str = "") -> UUID:
    """Note that somebody was called about an occasion; the call is a line of the contacts log.

    Raises UserError `care-not-allowed`, `care-done-already`, `entry-empty`, `not-allowed`, `row-gone`.
    """
    work.require(Permission.LOG_CONTACT)
    customer = work.hold(Customer, about.recipient.customer_id)
    require_allowed(work, about.recipient, key.occasion)
    refuse_done(work, key, [about])
    entry_id = write_entry(work, customer, NewEntry(way=ContactWay.CALL, matter=matter, answer=answer))
    work.session.flush()
    return write_act(work, key, about, CareHow.CALL, branch_id=customer.branch_id, entry_id=entry_id)


def skip(work: Work, key: CareKey, people: Sequence[About], *, reason: str) -> list[UUID]:
    """Pass an occasion over, with the reason; it is asked for no more. Raises UserError `skip-reason-empty`."""
    work.require(Permission.SEND_MESSAGES)
    told = mend(reason)
    if not 0 < len(told) <= TEXT_MOST:
        raise UserError("skip-reason-empty", most=TEXT_MOST, field="reason")
    people = list(dict.fromkeys(people))
    branches = hold_cards(work, [about.recipient for about in people])
    refuse_done(work, key, people)
    return [
        write_act(
            work,
            key,
            about,
            CareHow.SKIPPED,
            branch_id=branches[about.recipient.customer_id],
            note=told,
        )
        for about in people
        if about.recipient.customer_id in branches
    ]


def undo_acts(work: Work, act_ids: Sequence[UUID]) -> int:
    """Take back what was noted, with its call, gift or message not yet sent; returns how many.

    Raises UserError `message-sent-already` where the message has left the house.
    """
    work.require(Permission.SEND_MESSAGES)
    count = 0
    for act_id in act_ids:
        act = work.get(CareAct, act_id)
        if act.message_id is not None:
            message = work.hold(Message, act.message_id)
            if message.state in (MessageState.SENT, MessageState.ANSWERED):
                raise UserError("message-sent-already")
            message.deleted_at = work.now()
        if act.gift_id is not None:
            work.get(Gift, act.gift_id).deleted_at = work.now()
        if act.entry_id is not None and act.how is CareHow.CALL:
            withdraw_entry(work, act.entry_id)
        act.deleted_at = work.now()
        count += 1
    return count


def refuse_done(work: Work, key: CareKey, people: Sequence[About]) -> None:
    """Refuse to greet anybody twice: UserError `care-done-already` with how many."""
    done = acts_for(work, key, people)
    if done:
        raise UserError("care-done-already", count=len(done))


def hold_cards(work: Work, people: Sequence[Recipient]) -> dict[UUID, UUID]:
    """The branch of each card in reach; the cards are held until this action ends.

    Two clerks who greet the same people at the same moment so come one after the other, and the second sees what
    the first did.
    """
    keys = sorted({one.customer_id for one in people})
    found: dict[UUID, UUID] = {}
    for start in range(0, len(keys), CHUNK):
        part = keys[start : start + CHUNK]
        rows = work.session.execute(
            select(Customer.id, Customer.branch_id)
            .where(Customer.id.in_(part), Customer.deleted_at.is_(None))
            .order_by(Customer.id)
            .with_for_update()
        )
        found |= dict(rows.all())
    return found
