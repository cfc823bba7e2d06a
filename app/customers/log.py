"""A10: the contacts log, which only grows, with its scans and photos."""

from __future__ import annotations

import hashlib
import mimetypes
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import PureWindowsPath
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select

from app.customers.cleaning import mend, mend_lines
from app.customers.values import LONG_TEXT_MOST
from app.errors import UserError
from app.followups.closing import (
    close_by_contact,
    contact_conditions,
    counts_as_contact,
    open_again_by,
    steps_met,
)
from app.lists import choice_of, setting
from app.work import Work
from db.base import new_key
from db.engine import upsert
from db.models.access import Permission
from db.models.customers import Attachment, AttachmentContent, ContactEntry, ContactWay, Customer
from db.models.lists import ChoiceList

FUTURE_SLACK: Final = timedelta(minutes=5)
"""How far ahead of this computer's clock a contact may lie: clocks of a shop differ a little."""
MINUTES_MOST: Final = 24 * 60
"""A contact that took longer than a day was a slip of the keyboard."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NewEntry:
    """What a person writes of a contact; `happened_at` None means now.

    `outcome` is a code of the list of outcomes; one that says nobody was reached makes it no contact.
    """

    way: ContactWay
    matter: str
    answer: str = ""
    result: str = ""
    next_step: str = ""
    happened_at: datetime | None = None
    replaces_id: UUID | None = None
    outcome: str | None = None
    is_incoming: bool | None = None
    minutes: int | None = None


def log_contact(work: Work, customer_id: UUID, entry: NewEntry) -> UUID:
    """Add a line to the log, move the card's last contact and close what it answers.

    Raises UserError `entry-empty`, `entry-in-future`, `outcome-unknown`, `entry-minutes-wrong`, `not-allowed`,
    `row-gone`.
    """
    work.require(Permission.LOG_CONTACT)
    if entry.replaces_id is not None:
        _entry_of(work, customer_id, entry.replaces_id)
    return write_entry(work, work.hold(Customer, customer_id), entry)


def write_entry(work: Work, customer: Customer, entry: NewEntry) -> UUID:
    """As `log_contact` within a use case that has asked for permission and holds the card."""
    matter = _written(entry.matter)
    if matter is None:
        raise UserError("entry-empty")
    happened_at = entry.happened_at or work.now()
    if happened_at > work.now() + FUTURE_SLACK:
        raise UserError("entry-in-future", given=happened_at)
    outcome = choice_of(work, ChoiceList.OUTCOME, entry.outcome, "outcome-unknown")
    reached = counts_as_contact(entry.way, outcome)
    met = steps_met(work, customer, happened_at) if reached else ()
    row = ContactEntry(
        id=new_key(),
        branch_id=customer.branch_id,
        customer_id=customer.id,
        way=entry.way,
        happened_at=happened_at,
        by_name=work.actor.name,
        matter=matter,
        answer=_written(entry.answer),
        result=_written(entry.result),
        next_step=_written(entry.next_step),
        replaces_id=entry.replaces_id,
        outcome=entry.outcome or None,
        is_incoming=entry.is_incoming,
        minutes=_minutes(entry.minutes),
    )
    work.session.add(row)
    if reached and (customer.last_contact_at is None or happened_at > customer.last_contact_at):
        customer.last_contact_at = happened_at
    if met:
        close_by_contact(work, customer, row, outcome, met)
    return row.id


def _minutes(given: int | None) -> int | None:
    """Raises UserError `entry-minutes-wrong`."""
    if given is not None and not 0 <= given <= MINUTES_MOST:
        raise UserError("entry-minutes-wrong", given=given, most=MINUTES_MOST)
    return given


def _written(text: str) -> str | None:
    """What was written, mended and of bearable length; None for nothing. Raises UserError `text-too-long`."""
    mended = mend_lines(text)
    if len(mended) > LONG_TEXT_MOST:
        raise UserError("text-too-long", found=len(mended), most=LONG_TEXT_MOST)
    return mended or None


def _entry_of(work: Work, customer_id: UUID, entry_id: UUID) -> ContactEntry:
    """A line of this very card; else UserError `row-gone`."""
    entry = work.get(ContactEntry, entry_id)
    if entry.customer_id != customer_id:
        raise UserError("row-gone", table="contact_entry")
    return entry


def withdraw_entry(work: Work, entry_id: UUID) -> None:
    """Mark a line deleted (the undo of a slip); its text stays in the database unaltered.

    The card's last contact is again that of the lines left, and what the line closed is open again. Somebody
    else's line asks for the permission to delete cards.
    """
    work.require(Permission.LOG_CONTACT)
    entry = work.get(ContactEntry, entry_id)
    if entry.created_by != work.actor.account_id:
        work.require(Permission.DELETE_CARD)
    customer = work.hold(Customer, entry.customer_id)
    entry.deleted_at = work.now()
    work.session.flush()
    open_again_by(work, entry)
    if customer.last_contact_at == entry.happened_at:
        customer.last_contact_at = work.session.scalar(
            select(func.max(ContactEntry.happened_at)).where(
                ContactEntry.customer_id == customer.id, *contact_conditions(work)
            )
        )


def attach(
    work: Work, customer_id: UUID, *, file_name: str, content: bytes, entry_id: UUID | None = None
) -> UUID:
    """Keep a scan or photo on a card or a log line, once for equal content.

    Raises UserError `attachment-empty` or `attachment-too-large` (limit in megabytes from the settings).
    """
    work.require(Permission.LOG_CONTACT)
    customer = work.get(Customer, customer_id)
    if entry_id is not None:
        _entry_of(work, customer_id, entry_id)
    row = Attachment(
        id=new_key(),
        branch_id=customer.branch_id,
        customer_id=customer_id,
        entry_id=entry_id,
        **keep_file(work, file_name, content),
    )
    work.session.add(row)
    work.session.flush()
    return row.id


def keep_file(work: Work, file_name: str, content: bytes) -> dict[str, Any]:
    """Keep a file's content by its hash; returns the columns that describe it.

    For use cases that asked for permission. Raises UserError `attachment-empty` or `attachment-too-large`.
    """
    most = int(setting(work, "attachment-most-megabytes"))
    if not content:
        raise UserError("attachment-empty", name=file_name)
    if len(content) > most * 1_000_000:
        raise UserError("attachment-too-large", name=file_name, most=most)
    digest = hashlib.sha256(content).hexdigest()
    _keep_content(work, digest, content)
    return {
        "sha256": digest,
        "file_name": mend(PureWindowsPath(file_name).name),
        "media_type": mimetypes.guess_type(file_name)[0] or "application/octet-stream",
        "size": len(content),
    }


def _keep_content(work: Work, digest: str, content: bytes) -> None:
    """Two people may attach one leaflet at the same moment: whoever is second finds it there."""
    known = work.session.scalar(select(AttachmentContent.sha256).where(AttachmentContent.sha256 == digest))
    if known is None:
        statement = upsert(work.session)(AttachmentContent).values(sha256=digest, content=content)
        work.session.execute(statement.on_conflict_do_nothing())


def read_attachment(work: Work, attachment_id: UUID) -> bytes:
    """The content of an attachment. Raises UserError `attachment-missing` when it has not arrived yet."""
    work.require(Permission.READ_CARD)
    digest = work.get(Attachment, attachment_id).sha256
    content = work.session.scalar(select(AttachmentContent.content).where(AttachmentContent.sha256 == digest))
    if content is None:
        raise UserError("attachment-missing")
    if hashlib.sha256(content).hexdigest() != digest:
        raise UserError("attachment-damaged")
    return content


def remove_attachment(work: Work, attachment_id: UUID) -> None:
    """Mark an attachment deleted."""
    work.require(Permission.LOG_CONTACT)
    work.get(Attachment, attachment_id).deleted_at = work.now()
