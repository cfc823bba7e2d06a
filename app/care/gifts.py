"""Gifts and coupons given on an occasion: what, how many, worth how much, with which serial."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, select

from app.care.acts import code_of, hold_cards, refuse_done, write_act
from app.care.allowed import refuse, who_may
from app.care.facts import About
from app.care.finding import reach
from app.care.records import CareKey
from app.customers.cleaning import mend
from app.customers.values import TEXT_MOST
from app.errors import UserError
from app.followups.records import Scope
from app.work import Work
from db.base import new_key
from db.models.access import Permission
from db.models.care import CareAct, CareHow, Gift, Occasion
from db.models.customers import Customer
from db.queries.keys import packed_keys

ITEM_MOST: Final = 100
PIECES_MOST: Final = 1_000
VALUE_MOST: Final = Decimal(1_000_000)
SERIAL_MOST: Final = 40
PEOPLE_MOST: Final = 500


@dataclass(frozen=True, kw_only=True, slots=True)
class GiftDraft:
    """A gift as entered; `value` in yuan for one piece, `serial` that of the first coupon, counted on for others."""

    item: str
    pieces: int = 1
    value: Decimal | None = None
    serial: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class GiftLine:
    """One gift in the list."""

    id: UUID
    customer_id: UUID
    number: str
    name: str
    occasion: Occasion
    occasion_on: date | None
    item: str
    pieces: int
    value: Decimal | None
    serial: str
    given_at: datetime
    note: str


def give_gifts(work: Work, key: CareKey, people: Sequence[About], draft: GiftDraft) -> list[UUID]:
    """Note the same gift for each, all or none; returns what was done about the occasion, for `undo_acts`.

    Raises UserError `gift-item-empty`, `gift-pieces-wrong`, `gift-value-wrong`, `gift-serial-short`,
    `gift-serial-taken`, `gift-too-many`, `care-not-allowed`, `care-done-already`, `not-allowed`.
    """
    work.require(Permission.SEND_MESSAGES)
    people = list(dict.fromkeys(people))
    if len(people) > PEOPLE_MOST:
        raise UserError("gift-too-many", given=len(people), most=PEOPLE_MOST)
    item, serials = _checked(draft, len(people))
    _refuse_taken(work, serials)
    branches = hold_cards(work, [about.recipient for about in people])
    refuse_done(work, key, people)
    acts = []
    verdicts = who_may(work, [about.recipient for about in people], key.occasion)
    for about, serial in zip(people, serials, strict=True):
        refuse(verdicts[about.recipient])
        branch_id = branches[about.recipient.customer_id]
        gift = Gift(
            id=new_key(),
            branch_id=branch_id,
            customer_id=about.recipient.customer_id,
            occasion=key.occasion,
            occasion_code=code_of(key, about),
            occasion_on=key.on,
            item=item,
            pieces=draft.pieces,
            value=draft.value,
            serial=serial or None,
            given_at=work.now(),
            note=mend(draft.note)[:TEXT_MOST] or None,
        )
        work.session.add(gift)
        work.session.flush()
        acts.append(write_act(work, key, about, CareHow.GIFT, branch_id=branch_id, gift_id=gift.id))
    return acts


def withdraw_gift(work: Work, gift_id: UUID) -> None:
    """Take a gift back that was entered by mistake; the occasion is open again."""
    work.require(Permission.SEND_MESSAGES)
    work.hold(Gift, gift_id).deleted_at = work.now()
    for act in work.session.scalars(select(CareAct).where(CareAct.gift_id == gift_id)):
        act.deleted_at = work.now()


def restore_gift(work: Work, gift_id: UUID) -> None:
    """The undo of `withdraw_gift`."""
    work.require(Permission.SEND_MESSAGES)
    with_gone = {"with_deleted": True}
    gift = work.session.scalar(select(Gift).where(Gift.id == gift_id).execution_options(**with_gone))
    if gift is None:
        raise UserError("row-gone", table="gift")
    _refuse_taken(work, [gift.serial or ""])
    gift.deleted_at = None
    for act in work.session.scalars(
        select(CareAct).where(CareAct.gift_id == gift_id).execution_options(**with_gone)
    ):
        act.deleted_at = None


def serials_from(first: str, count: int) -> list[str]:
    """So many serials counted on from the first: KQ0098, KQ0099, KQ0100; none for none.

    Raises UserError `gift-serial-short` where it does not end in a number that can be counted on.
    """
    if not first or count <= 1:
        return [first] * count
    found = re.fullmatch(r"(.*?)(\d{1,18})", first)
    if found is None:
        raise UserError("gift-serial-short", given=first, field="serial")
    stem, start = found[1], found[2]
    return [f"{stem}{int(start) + place:0{len(start)}d}" for place in range(count)]


def _checked(draft: GiftDraft, people: int) -> tuple[str, list[str]]:
    item, serial = mend(draft.item), mend(draft.serial)
    if not 0 < len(item) <= ITEM_MOST:
        raise UserError("gift-item-empty", most=ITEM_MOST, field="item")
    if not 1 <= draft.pieces <= PIECES_MOST:
        raise UserError("gift-pieces-wrong", given=draft.pieces, most=PIECES_MOST, field="pieces")
    if draft.value is not None and not 0 <= draft.value <= VALUE_MOST:
        raise UserError("gift-value-wrong", given=draft.value, most=VALUE_MOST, field="value")
    if len(serial) > SERIAL_MOST:
        raise UserError("text-too-long", found=len(serial), most=SERIAL_MOST, field="serial")
    return item, serials_from(serial, people)


def _refuse_taken(work: Work, serials: Sequence[str]) -> None:
    """A coupon is given once."""
    asked = [serial for serial in serials if serial]
    if not asked:
        return
    taken = work.session.scalars(select(Gift.serial).where(Gift.serial.in_(asked)).limit(1)).first()
    if taken is not None:
        raise UserError("gift-serial-taken", serial=taken, field="serial")


def list_gifts(work: Work, scope: Scope) -> bytes:
    """Keys of the gifts to customers in reach, newest first, packed."""
    work.require(Permission.PLAN_FOLLOWUPS)
    query: Select[Any] = (
        select(Gift.id)
        .join(Customer, Customer.id == Gift.customer_id)
        .where(
            *reach(work, scope),
            Gift.branch_id == work.actor.branch_id,
            Gift.deleted_at.is_(None),
            Customer.deleted_at.is_(None),
        )
        .order_by(Gift.given_at.desc(), Gift.id.desc())
    )
    return packed_keys(work.session, Gift.id.expression, query)


def read_gifts(work: Work, ids: Sequence[UUID]) -> list[GiftLine]:
    """The rows for these keys, in their order."""
    work.require(Permission.PLAN_FOLLOWUPS)
    rows = work.session.execute(
        select(Gift, Customer.number, Customer.name)
        .join(Customer, Customer.id == Gift.customer_id)
        .where(Gift.id.in_(ids))
    )
    found = {row[0].id: _line(*row) for row in rows}
    return [found[one] for one in ids if one in found]


def _line(row: Gift, number: str, name: str) -> GiftLine:
    return GiftLine(
        id=row.id,
        customer_id=row.customer_id,
        number=number,
        name=name,
        occasion=row.occasion,
        occasion_on=row.occasion_on,
        item=row.item,
        pieces=row.pieces,
        value=row.value,
        serial=row.serial or "",
        given_at=row.given_at,
        note=row.note or "",
    )
