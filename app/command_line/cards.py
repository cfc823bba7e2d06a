"""Verbs about customers: find, form."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from app.command_line import complaint_forms, visit_forms
from app.command_line.output import columns, tell
from app.command_line.session import Options, Session, signed_in
from app.customers.dossier import dossier
from app.customers.finding import find_customers
from app.documents.records import Language, Sheet
from app.errors import UserError
from app.registration.forms import form_for, issue_batch
from app.registration.paper import blank_batch, customer_by_number, letterhead, registration_entry
from app.whole_files import require_writable, save_file


def find(given: Options, arguments: argparse.Namespace) -> None:
    """Customers by any part of name, pinyin, initials, phone, company, plate, number."""
    with signed_in(given) as session, session.read() as work:
        found = find_customers(work, arguments.text, limit=arguments.limit, everywhere=True)
    told = [
        {
            "id": hit.id,
            "number": hit.number,
            "name": hit.name,
            "phone": hit.phone,
            "company": hit.company,
            "score": hit.score,
            "matched": [{"field": mark.kind.name.lower(), "text": mark.shown} for mark in hit.marks],
        }
        for hit in found
    ]
    lines = columns([(hit.number, hit.name, hit.phone, hit.company) for hit in found]) if found else []
    tell(told, lines, as_json=given.as_json)


def form(given: Options, arguments: argparse.Namespace) -> None:
    """A form as PDF: of a customer, or a booklet of numbered blank sheets."""
    if arguments.name in _ONE and arguments.number is None:
        raise UserError(_ONE[arguments.name])
    if arguments.day is not None and arguments.name != "phone-log":
        raise UserError("form-without-day")
    require_writable(arguments.out)
    make = (_FORMS if arguments.blank is None else _BLANK)[arguments.name]
    with signed_in(given) as session:
        content = make(session, arguments)
    save_file(arguments.out, content)
    tell({"file": arguments.out, "bytes": len(content)}, [str(arguments.out)], as_json=given.as_json)


def _registration(session: Session, arguments: argparse.Namespace) -> bytes:
    from app.documents.registration_form import registration_form

    with session.change() as work:
        customer_id = customer_by_number(work, arguments.number)
        serial = form_for(work, customer_id)
    with session.read() as work:
        entry = registration_entry(work, customer_id, serial, arguments.language)
        head = letterhead(work, arguments.language)
    sheet = Sheet(language=Language(arguments.language))
    return registration_form(entry, house=head.house, sheet=sheet, choices=head.choices)


def _dossier(session: Session, arguments: argparse.Namespace) -> bytes:
    from app.documents.dossier import customer_dossier

    with session.read() as work:
        record = dossier(work, customer_by_number(work, arguments.number), arguments.language)
        head = letterhead(work, arguments.language)
    return customer_dossier(record, house=head.house, sheet=Sheet(language=Language(arguments.language)))


def _booklet(session: Session, arguments: argparse.Namespace) -> bytes:
    """Numbers are taken and committed before anything is printed: a sheet on paper always has its row."""
    from app.documents.booklet import blank_booklet

    with session.change() as work:
        batch = issue_batch(work, sheets=arguments.blank, language=arguments.language, issued_to=arguments.to)
    with session.read() as work:
        record = blank_batch(work, batch.id)
        head = letterhead(work, arguments.language)
    sheet = Sheet(language=Language(arguments.language), duplex=True)
    return blank_booklet(record, house=head.house, sheet=sheet, choices=head.choices)


_ONE = {"dossier": "dossier-needs-number", "complaint-dossier": "complaint-dossier-needs-number"}
"""Papers that are never blank, and the refusal."""
_FORMS: dict[str, Callable[[Session, argparse.Namespace], bytes]] = {
    "registration": _registration,
    "dossier": _dossier,
    "visit": visit_forms.visit,
    "phone-log": visit_forms.phone_log,
    "complaint": complaint_forms.complaint,
    "complaint-dossier": complaint_forms.dossier,
}
_BLANK: dict[str, Callable[[Session, argparse.Namespace], bytes]] = {
    "registration": _booklet,
    "visit": visit_forms.visit_booklet,
    "phone-log": visit_forms.phone_log,
    "complaint": complaint_forms.booklet,
}
