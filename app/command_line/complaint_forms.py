"""The complaint handling form and dossier on the command line: of a ticket, or blank."""

from __future__ import annotations

import argparse

from app.command_line.session import Session
from app.complaints.paper import complaint_choices, complaint_entry
from app.complaints.reading import find_ticket
from app.complaints.sheets import sheet_for
from app.documents.records import Language, Sheet
from app.registration.forms import issue_batch
from app.registration.paper import blank_batch, letterhead
from db.models.registration import FormKind


def complaint(session: Session, arguments: argparse.Namespace) -> bytes:
    """The handling form of a ticket, as far as it has come; its serial is committed before it is printed."""
    from app.documents.complaint_form import complaint_form

    language = arguments.language
    with session.change() as work:
        ticket_id = find_ticket(work, arguments.number)
        serial = sheet_for(work, ticket_id)
    with session.read() as work:
        entry = complaint_entry(work, ticket_id, serial, language)
        head, lists = letterhead(work, language), complaint_choices(work, language)
    return complaint_form(entry, house=head.house, sheet=Sheet(language=Language(language)), choices=lists)


def dossier(session: Session, arguments: argparse.Namespace) -> bytes:
    """The whole file of a ticket."""
    from app.complaints.dossier import ticket_dossier
    from app.documents.complaint_dossier import complaint_dossier

    language = arguments.language
    with session.read() as work:
        record = ticket_dossier(work, find_ticket(work, arguments.number), language)
        head = letterhead(work, language)
    return complaint_dossier(record, house=head.house, sheet=Sheet(language=Language(language)))


def booklet(session: Session, arguments: argparse.Namespace) -> bytes:
    """A booklet of numbered blank handling forms, its numbers committed before anything is printed."""
    from app.documents.booklet import blank_booklet, complaint_forms

    language = arguments.language
    with session.change() as work:
        batch = issue_batch(
            work,
            sheets=arguments.blank,
            language=language,
            kind=FormKind.COMPLAINT,
            issued_to=arguments.to,
        )
    with session.read() as work:
        record = blank_batch(work, batch.id)
        head, lists = letterhead(work, language), complaint_choices(work, language)
    sheet = Sheet(language=Language(language), duplex=True)
    return blank_booklet(record, house=head.house, sheet=sheet, form=complaint_forms(lists))
