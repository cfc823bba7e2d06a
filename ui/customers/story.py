"""What happened: contacts, attachments, consents and changes of a card on one time line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QCoreApplication

import ui.complaints.labels  # noqa: F401 - the kinds of tickets are named there
from app.complaints.records import TicketLine
from app.customers.fields import Part
from app.customers.records import AttachmentRecord, Card, Change, ConsentState, Entry, Mark
from app.states import ChoiceList, ContactWay
from ui.customers.labels import field_label, part_label
from ui.customers.showing import Showing, moment_text, size_text
from ui.i18n import Language
from ui.labels import label
from ui.widgets.timeline import Happening

translate = QCoreApplication.translate

TOGETHER = timedelta(seconds=2)
CHANGES_SHOWN = 6
TICKET_WORDS = 160
ICONS = {
    ContactWay.COUNTER: "person",
    ContactWay.CALL: "phone",
    ContactWay.VISIT: "location",
    ContactWay.WECHAT: "chat",
    ContactWay.SMS: "chat",
    ContactWay.EMAIL: "mail",
    ContactWay.LETTER: "mail",
    ContactWay.FAX: "document",
    ContactWay.ONLINE: "online",
    ContactWay.FORM_PRINTED: "print",
    ContactWay.NOTE: "note",
}


class Kind(StrEnum):
    """What sort of line it is; the filter above the time line."""

    CONTACT = "contact"
    FILE = "file"
    CONSENT = "consent"
    CHANGE = "change"
    TICKET = "ticket"


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """A line and the moment it is sorted by. `key` leads to the row behind it."""

    kind: Kind
    at: datetime
    line: Happening


@dataclass(frozen=True, kw_only=True, slots=True)
class EntryKey:
    """A line of the contacts log."""

    entry_id: UUID


@dataclass(frozen=True, kw_only=True, slots=True)
class FileKey:
    """An attachment."""

    attachment_id: UUID
    file_name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TicketKey:
    """A ticket of the complaint desk."""

    ticket_id: UUID


def story(
    card: Card,
    older: Sequence[Entry],
    changes: Sequence[Change],
    showing: Showing,
    tickets: Sequence[TicketLine] = (),
) -> list[Event]:
    """Everything known, newest first."""
    events = [
        *(_of_entry(entry, showing) for entry in (*card.entries, *older)),
        *(_of_file(file) for file in card.attachments),
        *(_of_consent(state) for state in card.consents),
        *(_of_ticket(ticket, showing) for ticket in tickets),
        *_of_changes(changes, showing),
        _of_creation(card),
    ]
    return sorted(events, key=lambda event: event.at, reverse=True)


def mark_words(mark: Mark) -> str:
    """Who, from which source and on which device."""
    source = label(mark.origin) if mark.origin is not None else ""
    if mark.reference:
        source = f"{source} {mark.reference}".strip()
    return " · ".join(part for part in (mark.by_name, source, mark.device_name) if part)


def _of_entry(entry: Entry, showing: Showing) -> Event:
    outcome = showing.choice(ChoiceList.OUTCOME, entry.outcome)
    rest = [
        (translate("customers", "Outcome"), "" if outcome == entry.result else outcome),
        (translate("customers", "Answer"), entry.answer),
        (translate("customers", "Result"), entry.result),
        (translate("customers", "Next step"), entry.next_step),
        (
            translate("customers", "Files"),
            translate("customers", ", ").join(file.file_name for file in entry.attachments),
        ),
    ]
    text = "\n".join(named(name, words) for name, words in rest if words)
    line = Happening(
        key=EntryKey(entry_id=entry.id),
        when=moment_text(entry.happened_at),
        title=f"{_how(entry)}  {entry.matter}",
        who=entry.by_name,
        text=text,
        icon=ICONS.get(entry.way, "note"),
    )
    return Event(kind=Kind.CONTACT, at=entry.happened_at, line=line)


def _how(entry: Entry) -> str:
    """By which way, who began, and how long it took."""
    minutes = entry.minutes
    more = []
    if entry.is_incoming is not None:
        came = translate("customers", "from the customer")
        more.append(came if entry.is_incoming else translate("customers", "from us"))
    if minutes:
        more.append(translate("customers", "%n minute(s)", "", minutes))
    way = label(entry.way)
    return translate("customers", "{way} ({more})").format(way=way, more=", ".join(more)) if more else way


def _of_file(file: AttachmentRecord) -> Event:
    line = Happening(
        key=FileKey(attachment_id=file.id, file_name=file.file_name),
        when=moment_text(file.created_at),
        title=file.file_name,
        text=translate("customers", "{size}. Enter saves a copy.").format(size=size_text(file.size)),
        icon="attach",
    )
    return Event(kind=Kind.FILE, at=file.created_at, line=line)


def _of_consent(state: ConsentState) -> Event:
    text = (
        translate("customers", "Agreed: {purpose}")
        if state.given
        else translate("customers", "Consent withdrawn: {purpose}")
    )
    line = Happening(
        key=None,
        when=moment_text(state.happened_at),
        title=text.format(purpose=label(state.purpose)),
        text=translate("customers", "Notice edition {edition}").format(edition=state.edition),
        icon="check" if state.given else "close",
    )
    return Event(kind=Kind.CONSENT, at=state.happened_at, line=line)


def _of_ticket(ticket: TicketLine, showing: Showing) -> Event:
    is_english = showing.language is Language.ENGLISH
    stage = ticket.stage_en if is_english else ticket.stage_zh
    line = Happening(
        key=TicketKey(ticket_id=ticket.id),
        when=moment_text(ticket.received_at),
        title=f"{label(ticket.kind)} {ticket.number}  {stage}",
        who=ticket.handler,
        text=" ".join(ticket.matter[:TICKET_WORDS].split())
        + "\n"
        + translate("customers", " Enter opens the ticket.").strip(),
        icon="complaints",
    )
    return Event(kind=Kind.TICKET, at=ticket.received_at, line=line)


def _of_creation(card: Card) -> Event:
    line = Happening(
        key=None,
        when=moment_text(card.created.at),
        title=translate("customers", "Card opened"),
        who=mark_words(card.created),
        icon="person-add",
    )
    return Event(kind=Kind.CHANGE, at=card.created.at, line=line)


def _of_changes(changes: Sequence[Change], showing: Showing) -> list[Event]:
    return [_of_batch(batch, showing) for batch in _together(changes)]


def _together(changes: Iterable[Change]) -> list[list[Change]]:
    """Changes of one person within two seconds are one action."""
    ordered = [change for change in changes if change.field not in _UNTOLD]
    if not ordered:
        return []
    batches = [[ordered[0]]]
    for before, change in pairwise(ordered):
        is_same = before.mark.by_name == change.mark.by_name and before.mark.at - change.mark.at < TOGETHER
        if is_same:
            batches[-1].append(change)
        else:
            batches.append([change])
    return batches


_UNTOLD = frozenset({"name_pinyin", "number", "tail", "kind", "phone", "position", "version"})
"""Columns that follow from others; only their source is told."""


def _of_batch(batch: Sequence[Change], showing: Showing) -> Event:
    mark = batch[0].mark
    lines = [change_words(change, showing) for change in batch[:CHANGES_SHOWN]]
    if len(batch) > CHANGES_SHOWN:
        lines.append(translate("customers", "and {count} more").format(count=len(batch) - CHANGES_SHOWN))
    line = Happening(
        key=None,
        when=moment_text(mark.at),
        title=translate("customers", "Changed"),
        who=mark_words(mark),
        text="\n".join(lines),
        icon="edit",
    )
    return Event(kind=Kind.CHANGE, at=mark.at, line=line)


def change_words(change: Change, showing: Showing) -> str:
    """意向级别：B → A; a removed or restored row says so."""
    if change.field == "deleted_at":
        text = (
            translate("customers", "{row} removed")
            if change.new_value
            else translate("customers", "{row} restored")
        )
        return text.format(row=part_label(change.part))
    name = field_label(change.part, change.field)
    if change.part is not Part.CUSTOMER:
        name = f"{part_label(change.part)} · {name}"
    old, new = (
        showing.past(change.part, change.field, value) for value in (change.old_value, change.new_value)
    )
    return named(name, f"{old} → {new}")


def named(name: str, words: str) -> str:
    """A name and what belongs to it, with the colon of the language."""
    return translate("customers", "{name}: {words}").format(name=name, words=words)
