"""C6: texts made for customers and followed: drafted, handed to a program or a file, sent, answered or failed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select

from app.care.acts import acts_for, code_of, hold_cards, write_act
from app.care.allowed import Recipient, WhyNot, who_may
from app.care.facts import About
from app.care.festivals import festival_of
from app.care.records import CareKey
from app.care.templates import Filled, preview, read_templates
from app.customers.cleaning import mend
from app.customers.values import TEXT_MOST
from app.errors import UserError
from app.work import Work
from db.base import new_key
from db.models.access import Permission
from db.models.care import CareAct, CareHow, Message, MessageState, Occasion, Template
from db.models.customers import ContactEntry, ContactPerson, ContactWay, Customer

AT_ONCE_MOST: Final = 500
"""Messages made in one action; a longer selection is made in several, so that clerks' saves go in between."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftOut:
    """Somebody no message was made for: not allowed, greeted already (`is_done`), or a place without a value."""

    about: About
    name: str = ""
    why_not: WhyNot | None = None
    flaw: UserError | None = None
    is_done: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """Drafts made in one go."""

    batch_id: UUID
    ids: tuple[UUID, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Outgoing:
    """A message on its way out of the house: whoever writes it to a file or a clipboard asked a moment ago."""

    id: UUID
    way: ContactWay
    number: str
    name: str
    recipient: str
    subject: str
    body: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Handed:
    """Messages handed over, and how many were withdrawn because their customers may no longer be written to."""

    ids: tuple[UUID, ...]
    withdrawn: int


def make_messages(
    work: Work,
    key: CareKey,
    people: Sequence[About],
    template_id: UUID,
    *,
    batch_id: UUID | None = None,
) -> Made:
    """Draft a message for each who may be written to and was not greeted yet.

    Raises UserError `messages-too-many`, `template-other-occasion`, `template-set-aside`, `not-allowed`, `row-gone`.
    """
    work.require(Permission.SEND_MESSAGES)
    if len(people) > AT_ONCE_MOST:
        raise UserError("messages-too-many", given=len(people), most=AT_ONCE_MOST)
    template = next((known for known in read_templates(work) if known.id == template_id), None)
    if template is None:
        raise UserError("row-gone", table="template")
    if not template.active:
        raise UserError("template-set-aside")
    if template.occasion is not key.occasion:
        raise UserError("template-other-occasion")
    unique = list(dict.fromkeys(people))
    branches = hold_cards(work, [about.recipient for about in unique])
    festival = festival_of(work, key.code).name_zh if key.occasion is Occasion.FESTIVAL else ""
    filled = {one.about: one for one in preview(work, template, unique, festival=festival)}
    verdicts = who_may(work, [about.recipient for about in unique], key.occasion, template.way)
    done = acts_for(work, key, unique)
    pending = _pending(work, key, unique)
    batch = batch_id or new_key()
    ids: list[UUID] = []
    left_out: list[LeftOut] = []
    for about in unique:
        text, verdict = filled.get(about), verdicts[about.recipient]
        if text is None or verdict.why_not is not None:
            why_not = verdict.why_not or WhyNot.GONE
            left_out.append(LeftOut(about=about, name=text.name if text else "", why_not=why_not))
        elif about in done or about in pending:
            left_out.append(LeftOut(about=about, name=text.name, is_done=True))
        elif text.flaw is not None:
            left_out.append(LeftOut(about=about, name=text.name, flaw=text.flaw))
        else:
            row = _row(key, text, template.way, verdict.address, template.id)
            row.branch_id, row.batch_id = branches[about.recipient.customer_id], batch
            work.session.add(row)
            ids.append(row.id)
    return Made(batch_id=batch, ids=tuple(ids), left_out=tuple(left_out))


def _row(key: CareKey, text: Filled, way: ContactWay, address: str, template_id: UUID) -> Message:
    return Message(
        id=new_key(),
        customer_id=text.about.recipient.customer_id,
        person_id=text.about.recipient.person_id,
        template_id=template_id,
        way=way,
        occasion=key.occasion,
        occasion_code=code_of(key, text.about),
        occasion_on=key.on,
        recipient=address,
        subject=text.subject or None,
        body=text.body,
        state=MessageState.DRAFT,
    )


def _pending(work: Work, key: CareKey, people: Sequence[About]) -> set[About]:
    """Those a draft waits for already: a second press of the key makes no second greeting."""
    rows = work.session.execute(
        select(Message.customer_id, Message.person_id, Message.occasion_code).where(
            Message.customer_id.in_([about.recipient.customer_id for about in people]),
            Message.occasion == key.occasion,
            Message.occasion_on == key.on,
            Message.state == MessageState.DRAFT,
        )
    )
    waiting = {tuple(row) for row in rows}
    return {
        about
        for about in people
        if (about.recipient.customer_id, about.recipient.person_id, code_of(key, about)) in waiting
    }


def outgoing(work: Work, ids: Sequence[UUID]) -> list[Outgoing]:
    """The messages as they leave the house, without those whose customers may no longer be written to."""
    work.require(Permission.SEND_MESSAGES)
    rows = [row for row in _hold(work, ids) if row.state in (MessageState.DRAFT, MessageState.HANDED)]
    names, allowed = _names(work, rows), _still_allowed(work, rows)
    return [
        Outgoing(
            id=row.id,
            way=row.way,
            number=names[row.id][0],
            name=names[row.id][1],
            recipient=row.recipient,
            subject=row.subject or "",
            body=row.body,
        )
        for row in rows
        if row.id in allowed
    ]


def hand_over(work: Work, ids: Sequence[UUID]) -> Handed:
    """Note that drafts went to the mail program or into a file; those not allowed any more are withdrawn instead."""
    work.require(Permission.SEND_MESSAGES)
    handed: list[UUID] = []
    withdrawn = 0
    rows = [row for row in _hold(work, ids) if row.state is MessageState.DRAFT]
    allowed = _still_allowed(work, rows)
    for row in rows:
        if row.id not in allowed:
            row.deleted_at = work.now()
            withdrawn += 1
            continue
        row.state = MessageState.HANDED
        _write_act(work, row)
        handed.append(row.id)
    work.session.flush()
    return Handed(ids=tuple(handed), withdrawn=withdrawn)


def withdraw_messages(work: Work, ids: Sequence[UUID]) -> int:
    """Take back messages that have not been sent; the occasion is open again. Returns how many.

    Raises UserError `message-sent-already`.
    """
    work.require(Permission.SEND_MESSAGES)
    rows = _hold(work, ids)
    if any(row.state in (MessageState.SENT, MessageState.ANSWERED) for row in rows):
        raise UserError("message-sent-already")
    for row in rows:
        row.deleted_at = work.now()
        _drop_act(work, row.id)
    return len(rows)


def confirm_sent(work: Work, ids: Sequence[UUID]) -> int:
    """Note that messages handed over have gone; each is a line of the contacts log. Returns how many.

    A greeting is no talk with the customer: it moves no last contact and closes no follow-up.
    """
    work.require(Permission.SEND_MESSAGES)
    rows = [row for row in _hold(work, ids) if row.state is MessageState.HANDED]
    entries = [
        ContactEntry(
            id=new_key(),
            branch_id=row.branch_id,
            customer_id=row.customer_id,
            way=row.way,
            happened_at=work.now(),
            by_name=work.actor.name,
            matter=row.body,
            is_incoming=False,
        )
        for row in rows
    ]
    work.session.add_all(entries)
    work.session.flush()  # the messages name them
    for row, entry in zip(rows, entries, strict=True):
        days = _answer_days(work, row.template_id)
        row.state, row.sent_at, row.entry_id = MessageState.SENT, work.now(), entry.id
        row.answer_due_on = None if days is None else work.today() + timedelta(days=days)
    return len(rows)


def undo_sent(work: Work, ids: Sequence[UUID]) -> None:
    """Take `confirm_sent` back."""
    work.require(Permission.SEND_MESSAGES)
    for row in _hold(work, ids):
        if row.state is MessageState.SENT and row.entry_id is not None:
            work.get(ContactEntry, row.entry_id).deleted_at = work.now()
            row.state, row.sent_at, row.entry_id, row.answer_due_on = MessageState.HANDED, None, None, None


def mark_failed(work: Work, ids: Sequence[UUID], *, reason: str) -> int:
    """Note that messages did not arrive; the occasion is open again. Raises UserError `fail-reason-empty`."""
    work.require(Permission.SEND_MESSAGES)
    told = mend(reason)
    if not 0 < len(told) <= TEXT_MOST:
        raise UserError("fail-reason-empty", most=TEXT_MOST, field="reason")
    count = 0
    for row in _hold(work, ids):
        if row.state in (MessageState.HANDED, MessageState.SENT):
            row.state, row.answer, row.answer_due_on = MessageState.FAILED, told, None
            _drop_act(work, row.id)
            count += 1
    return count


def _hold(work: Work, ids: Sequence[UUID]) -> list[Message]:
    """The rows in the order asked for, kept from others; those gone meanwhile are left out."""
    rows = {
        row.id: row
        for row in work.session.scalars(
            select(Message)
            .where(Message.id.in_(ids))
            .with_for_update()
            .execution_options(populate_existing=True)
        )
    }
    return [rows[one] for one in ids if one in rows]


def _still_allowed(work: Work, rows: Sequence[Message]) -> set[UUID]:
    """Those whose customers may be written to at this moment, and at this very address."""
    asked: dict[tuple[Occasion, ContactWay], list[Message]] = {}
    for row in rows:
        asked.setdefault((row.occasion, row.way), []).append(row)
    allowed: set[UUID] = set()
    for (occasion, way), those in asked.items():
        people = {row.id: Recipient(customer_id=row.customer_id, person_id=row.person_id) for row in those}
        verdicts = who_may(work, list(people.values()), occasion, way)
        for row in those:
            verdict = verdicts[people[row.id]]
            if verdict.is_allowed and verdict.address == row.recipient:
                allowed.add(row.id)
    return allowed


def _key_of(row: Message) -> CareKey:
    on = row.occasion_on or row.created_at.astimezone().date()
    return CareKey(occasion=row.occasion, on=on, code=row.occasion_code)


def _write_act(work: Work, row: Message) -> None:
    about = About(recipient=Recipient(customer_id=row.customer_id, person_id=row.person_id))
    write_act(work, _key_of(row), about, CareHow.MESSAGE, branch_id=row.branch_id, message_id=row.id)


def _drop_act(work: Work, message_id: UUID) -> None:
    for act in work.session.scalars(select(CareAct).where(CareAct.message_id == message_id)):
        act.deleted_at = work.now()


def _answer_days(work: Work, template_id: UUID | None) -> int | None:
    if template_id is None:
        return None
    return work.session.scalar(
        select(Template.answer_days).where(Template.id == template_id).execution_options(with_deleted=True)
    )


def _names(work: Work, rows: Sequence[Message]) -> dict[UUID, tuple[str, str]]:
    """Number of the card and name of whom each message is for."""
    cards = {
        row.id: row
        for row in work.session.execute(
            select(Customer.id, Customer.number, Customer.name).where(
                Customer.id.in_({row.customer_id for row in rows})
            )
        )
    }
    asked = {row.person_id for row in rows if row.person_id is not None}
    people = dict(
        work.session.execute(
            select(ContactPerson.id, ContactPerson.name).where(ContactPerson.id.in_(asked))
        ).all()
    )
    return {
        row.id: (
            cards[row.customer_id].number,
            people.get(row.person_id or row.id) or cards[row.customer_id].name,
        )
        if row.customer_id in cards
        else ("", "")
        for row in rows
    }
