"""Answers to messages: recorded, due, and where somebody asks for no more of them, obeyed at once (PIPL, art. 15)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, select

from app.care.finding import reach
from app.customers.cleaning import mend
from app.customers.consents import record_consent
from app.customers.log import NewEntry, withdraw_entry, write_entry
from app.errors import UserError
from app.followups.records import Scope
from app.work import Work
from db.models.access import Permission
from db.models.care import Message, MessageState, Occasion
from db.models.customers import Consent, ConsentPurpose, ContactPerson, ContactWay, Customer
from db.queries.keys import packed_keys

_STOP: Final = re.compile(
    r"(?i)^\W*(t|td|tt|n|r|0000|stop|unsubscribe)\W*$|退订|拒收|不要再?(发|联系)|别再?(发|联系)|勿扰"
)


class Stop(StrEnum):
    """What somebody asked to stop."""

    NOTHING = "nothing"
    MARKETING = "marketing"
    EVERYTHING = "everything"


@dataclass(frozen=True, kw_only=True, slots=True)
class MessageLine:
    """One message in the list."""

    id: UUID
    customer_id: UUID
    number: str
    name: str
    way: ContactWay
    occasion: Occasion
    occasion_on: date | None
    recipient: str
    subject: str
    body: str
    state: MessageState
    created_at: datetime
    sent_at: datetime | None
    answer_due_on: date | None
    answer: str
    is_late: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Answered:
    """The way back of a recorded answer."""

    message_id: UUID
    entry_id: UUID
    consent_ids: tuple[UUID, ...]
    was_stopped: bool


def asks_to_stop(answer: str) -> bool:
    """Whether an answer asks for no more messages: 退订, 拒收, T, TD, STOP and their like."""
    return _STOP.search(mend(answer)) is not None


def record_answer(work: Work, message_id: UUID, answer: str, *, stop: Stop = Stop.NOTHING) -> Answered:
    """Note what somebody answered: a line of the contacts log, and obeyed where they ask for no more.

    MARKETING withdraws the consent to marketing; EVERYTHING also marks the card "do not contact". Drafts waiting
    for this customer are withdrawn either way. Raises UserError `message-not-sent`, `entry-empty`.
    """
    work.require(Permission.LOG_CONTACT)
    row = work.hold(Message, message_id)
    if row.state not in (MessageState.SENT, MessageState.HANDED, MessageState.ANSWERED):
        raise UserError("message-not-sent")
    customer = work.hold(Customer, row.customer_id)
    entry_id = write_entry(
        work, customer, NewEntry(way=row.way, matter=row.body, answer=answer, is_incoming=True)
    )
    row.state, row.answered_at, row.answer = MessageState.ANSWERED, work.now(), mend(answer)
    consents: list[UUID] = []
    was_stopped = customer.do_not_contact or stop is not Stop.EVERYTHING
    if stop is not Stop.NOTHING:
        consents = _withdraw_consents(work, customer.id, row.way, stop)
        _withdraw_drafts(work, customer.id)
    if stop is Stop.EVERYTHING:
        customer.do_not_contact = True
    work.session.flush()
    return Answered(
        message_id=row.id, entry_id=entry_id, consent_ids=tuple(consents), was_stopped=was_stopped
    )


def undo_answer(work: Work, answered: Answered) -> None:
    """Take a recorded answer back, with the withdrawal that came of it."""
    work.require(Permission.LOG_CONTACT)
    row = work.hold(Message, answered.message_id)
    withdraw_entry(work, answered.entry_id)
    for consent_id in answered.consent_ids:
        work.get(Consent, consent_id).deleted_at = work.now()
    customer = work.hold(Customer, row.customer_id)
    if not answered.was_stopped:
        customer.do_not_contact = False
    row.state = MessageState.HANDED if row.sent_at is None else MessageState.SENT
    row.answered_at, row.answer = None, None


def _withdraw_consents(work: Work, customer_id: UUID, way: ContactWay, stop: Stop) -> list[UUID]:
    purposes = [ConsentPurpose.MARKETING]
    if stop is Stop.EVERYTHING:
        purposes.append(ConsentPurpose.SERVICE)
    before = set(work.session.scalars(select(Consent.id).where(Consent.customer_id == customer_id)))
    for purpose in purposes:
        record_consent(work, customer_id, purpose, given=False, way=way.value)
    work.session.flush()
    after = set(work.session.scalars(select(Consent.id).where(Consent.customer_id == customer_id)))
    return sorted(after - before)


def _withdraw_drafts(work: Work, customer_id: UUID) -> None:
    waiting = select(Message).where(Message.customer_id == customer_id, Message.state == MessageState.DRAFT)
    for row in work.session.scalars(waiting):
        row.deleted_at = work.now()


def list_messages(
    work: Work, scope: Scope, *, state: MessageState | None = None, only_due: bool = False
) -> bytes:
    """Keys of the messages to customers in reach, newest first, packed.

    `only_due`: those whose answer is due by today and has not come.
    """
    work.require(Permission.SEND_MESSAGES)
    query: Select[Any] = (
        select(Message.id)
        .join(Customer, Customer.id == Message.customer_id)
        .where(
            *reach(work, scope),
            Message.branch_id == work.actor.branch_id,
            Message.deleted_at.is_(None),
            Customer.deleted_at.is_(None),
        )
        .order_by(Message.id.desc())
    )
    if state is not None:
        query = query.where(Message.state == state)
    if only_due:
        query = query.where(Message.state == MessageState.SENT, Message.answer_due_on <= work.today())
    return packed_keys(work.session, Message.id.expression, query)


def read_messages(work: Work, ids: Sequence[UUID]) -> list[MessageLine]:
    """The rows for these keys, in their order."""
    work.require(Permission.SEND_MESSAGES)
    rows = work.session.execute(
        select(Message, Customer.number, Customer.name, ContactPerson.name)
        .join(Customer, Customer.id == Message.customer_id)
        .join(ContactPerson, ContactPerson.id == Message.person_id, isouter=True)
        .where(Message.id.in_(ids))
    )
    found = {row[0].id: _line(work, row[0], row[1], row[3] or row[2]) for row in rows}
    return [found[one] for one in ids if one in found]


def _line(work: Work, row: Message, number: str, name: str) -> MessageLine:
    due = row.answer_due_on
    return MessageLine(
        id=row.id,
        customer_id=row.customer_id,
        number=number,
        name=name,
        way=row.way,
        occasion=row.occasion,
        occasion_on=row.occasion_on,
        recipient=row.recipient,
        subject=row.subject or "",
        body=row.body,
        state=row.state,
        created_at=row.created_at,
        sent_at=row.sent_at,
        answer_due_on=due,
        answer=row.answer or "",
        is_late=row.state is MessageState.SENT and due is not None and due <= work.today(),
    )


def count_due_answers(work: Work, scope: Scope) -> int:
    """How many answers are due, for Today."""
    return len(list_messages(work, scope, only_due=True)) // 16
