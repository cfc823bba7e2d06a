"""The visit form and the telephone log on the command line: of a customer, a day, or blank."""

from __future__ import annotations

import argparse

from app.command_line.session import Session
from app.documents.records import Language, Sheet
from app.registration.forms import issue_batch
from app.registration.paper import blank_batch, customer_by_number, letterhead
from db.models.registration import FormKind


def visit(session: Session, arguments: argparse.Namespace) -> bytes:
    """The form of the next visit planned for a customer; without a plan, with the customer's part filled."""
    from app.documents.visit_form import visit_form
    from app.followups.visits.paper import unplanned_entry, visit_entry
    from app.followups.visits.sheets import next_visit, sheet_for, sheet_for_customer

    with session.change() as work:
        customer_id = customer_by_number(work, arguments.number)
        followup_id = next_visit(work, customer_id)
        serial = sheet_for(work, followup_id) if followup_id else sheet_for_customer(work, customer_id)
    with session.read() as work:
        language = arguments.language
        entry = (
            visit_entry(work, followup_id, serial, language)
            if followup_id
            else unplanned_entry(work, customer_id, serial, language)
        )
        head = letterhead(work, language)
    return visit_form(entry, house=head.house, sheet=Sheet(language=Language(language)))


def visit_booklet(session: Session, arguments: argparse.Namespace) -> bytes:
    """A booklet of numbered blank visit forms, its numbers committed before anything is printed."""
    from app.documents.booklet import VISIT_FORM, blank_booklet

    with session.change() as work:
        batch = issue_batch(
            work,
            sheets=arguments.blank,
            language=arguments.language,
            kind=FormKind.VISIT,
            issued_to=arguments.to,
        )
    with session.read() as work:
        record = blank_batch(work, batch.id)
        head = letterhead(work, arguments.language)
    sheet = Sheet(language=Language(arguments.language), duplex=True)
    return blank_booklet(record, house=head.house, sheet=sheet, form=VISIT_FORM)


def phone_log(session: Session, arguments: argparse.Namespace) -> bytes:
    """The calls of a customer or of a day, or blank sheets."""
    from app.documents.phone_log import phone_log as made
    from app.followups.phone_log import Calls, blank_phone_log, read_phone_log

    with session.read() as work:
        head = letterhead(work, arguments.language)
        if arguments.blank is not None:
            log = blank_phone_log(work, arguments.blank)
        else:
            customer_id = customer_by_number(work, arguments.number) if arguments.number else None
            wanted = Calls(first=arguments.day, last=arguments.day, customer_id=customer_id)
            log = read_phone_log(work, wanted, arguments.language)
    return made(log, house=head.house, sheet=Sheet(language=Language(arguments.language)))
