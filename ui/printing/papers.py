"""The documents that can be printed: what is read for each, and the pages made of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.documents import records as paper
from app.documents.complaint_records import ComplaintChoices, ComplaintDossier, ComplaintEntry
from app.documents.contact_report import ContactReport
from app.documents.figure_report import FigureReport
from app.documents.visit_records import PhoneLog, VisitEntry
from ui.marked import QT_TRANSLATE_NOOP
from ui.printing.setups import BOUND, Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.registration.paper import Paper
    from app.work import Work

T = TypeVar("T")
CONTEXT = "printing"
NAMES = {
    Kind.REGISTRATION: QT_TRANSLATE_NOOP("printing", "Registration form"),
    Kind.BOOKLET: QT_TRANSLATE_NOOP("printing", "Booklet of blank forms"),
    Kind.DOSSIER: QT_TRANSLATE_NOOP("printing", "Customer dossier"),
    Kind.VISIT: QT_TRANSLATE_NOOP("printing", "Visit form"),
    Kind.VISIT_BOOKLET: QT_TRANSLATE_NOOP("printing", "Booklet of visit forms"),
    Kind.PHONE_LOG: QT_TRANSLATE_NOOP("printing", "Telephone log"),
    Kind.CONTACT_REPORT: QT_TRANSLATE_NOOP("printing", "Contact report"),
    Kind.FIGURES: QT_TRANSLATE_NOOP("printing", "Follow-up figures"),
    Kind.COMPLAINT: QT_TRANSLATE_NOOP("printing", "Complaint handling form"),
    Kind.COMPLAINT_BOOKLET: QT_TRANSLATE_NOOP("printing", "Booklet of complaint forms"),
    Kind.TICKET_DOSSIER: QT_TRANSLATE_NOOP("printing", "Complaint dossier"),
}


class Doors(Protocol):
    """The two doors to the store a job has (`ui.jobs.Job`)."""

    def read(self, fn: Callable[[Work], T]) -> T: ...

    def change(self, fn: Callable[[Work], T]) -> T: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """One document of a customer, a visit or a person's day, or the booklet of a batch."""

    kind: Kind
    subject: UUID
    day: date | None = None
    until: date | None = None

    @property
    def name(self) -> str:
        """What people call it."""
        return QCoreApplication.translate(CONTEXT, NAMES[self.kind])


@dataclass(frozen=True, kw_only=True, slots=True)
class Gathered:
    """What was read for a document, in one language."""

    about: str
    number: str
    language: paper.Language
    record: (
        paper.RegistrationEntry
        | paper.Dossier
        | paper.BlankBatch
        | VisitEntry
        | PhoneLog
        | ContactReport
        | FigureReport
        | ComplaintEntry
        | ComplaintDossier
    )
    head: Paper
    serials: tuple[str, ...] = ()
    is_visits: bool = False
    lists: ComplaintChoices | None = None

    def pages(self, sheet: paper.Sheet) -> bytes:
        """The document as PDF. Raises UserError `paper-too-small`, `batch-empty`."""
        from app.documents.booklet import REGISTRATION_FORM, VISIT_FORM, blank_booklet, complaint_forms
        from app.documents.complaint_dossier import complaint_dossier
        from app.documents.complaint_form import complaint_form
        from app.documents.contact_report import contact_report
        from app.documents.dossier import customer_dossier
        from app.documents.figure_report import figure_report
        from app.documents.phone_log import phone_log
        from app.documents.registration_form import registration_form
        from app.documents.visit_form import visit_form

        if isinstance(self.record, VisitEntry):
            return visit_form(self.record, house=self.head.house, sheet=sheet)
        if isinstance(self.record, ComplaintEntry):
            return complaint_form(self.record, house=self.head.house, sheet=sheet, choices=self.lists)
        if isinstance(self.record, ComplaintDossier):
            return complaint_dossier(self.record, house=self.head.house, sheet=sheet)
        if isinstance(self.record, ContactReport):
            return contact_report(self.record, house=self.head.house, sheet=sheet)
        if isinstance(self.record, FigureReport):
            return figure_report(self.record, house=self.head.house, sheet=sheet)
        if isinstance(self.record, PhoneLog):
            return phone_log(self.record, house=self.head.house, sheet=sheet)
        if isinstance(self.record, paper.Dossier):
            return customer_dossier(self.record, house=self.head.house, sheet=sheet)
        make = {"house": self.head.house, "sheet": sheet, "choices": self.head.choices}
        if isinstance(self.record, paper.BlankBatch):
            form = VISIT_FORM if self.is_visits else REGISTRATION_FORM
            form = form if self.lists is None else complaint_forms(self.lists)
            return blank_booklet(self.record, form=form, **make)  # type: ignore[arg-type]
        return registration_form(self.record, **make)  # type: ignore[arg-type]


def gather(doors: Doors, document: Document, language: paper.Language, *, to_print: bool) -> Gathered:
    """Read what a document needs. To be printed a form has its serial committed first: no sheet of paper
    without a row; only looked at, it takes no number."""
    if document.kind in BOUND:
        return doors.read(lambda work: _booklet(work, document.subject))
    if document.kind is Kind.PHONE_LOG:
        return doors.read(lambda work: _phone_log(work, document, language))
    if document.kind is Kind.FIGURES:
        return doors.read(lambda work: _figures(work, document, language))
    if document.kind is Kind.CONTACT_REPORT:
        return doors.read(lambda work: _contact_report(work, document, language))
    if document.kind is Kind.VISIT:
        return _visit(doors, document.subject, language, to_print=to_print)
    if document.kind is Kind.COMPLAINT:
        return _complaint(doors, document.subject, language, to_print=to_print)
    if document.kind is Kind.TICKET_DOSSIER:
        return doors.read(lambda work: _ticket_dossier(work, document.subject, language))
    if document.kind is Kind.DOSSIER:
        return doors.read(lambda work: _dossier(work, document.subject, language))
    return _registration(doors, document.subject, language, to_print=to_print)


def note_printed(doors: Doors, gathered: Gathered) -> None:
    """Count the print of each form, once the printer has it."""
    from app.registration.forms import note_printed as note

    def count(work: Work) -> None:
        for serial in gathered.serials:
            note(work, serial)

    if gathered.serials:
        doors.change(count)


def _registration(doors: Doors, key: UUID, language: paper.Language, *, to_print: bool) -> Gathered:
    from app.registration.forms import form_for, serial_of
    from app.registration.paper import letterhead, registration_entry

    serial = doors.change(lambda work: form_for(work, key)) if to_print else None

    def read(work: Work) -> Gathered:
        shown = serial or serial_of(work, key) or ""
        entry = registration_entry(work, key, shown, language.value)
        return Gathered(
            about=entry.company_name or entry.name,
            number=shown or entry.customer_number,
            language=language,
            record=entry,
            head=letterhead(work, language.value),
            serials=(shown,) if shown else (),
        )

    return doors.read(read)


def _visit(doors: Doors, key: UUID, language: paper.Language, *, to_print: bool) -> Gathered:
    from app.followups.visits.paper import visit_entry
    from app.followups.visits.reading import read_visit
    from app.followups.visits.sheets import sheet_for
    from app.registration.paper import letterhead

    serial = doors.change(lambda work: sheet_for(work, key)) if to_print else None

    def read(work: Work) -> Gathered:
        shown = serial or read_visit(work, key).serial
        entry = visit_entry(work, key, shown, language.value)
        return Gathered(
            about=entry.customer_name,
            number=shown or entry.customer_number,
            language=language,
            record=entry,
            head=letterhead(work, language.value),
            serials=(shown,) if shown else (),
        )

    return doors.read(read)


def _complaint(doors: Doors, key: UUID, language: paper.Language, *, to_print: bool) -> Gathered:
    from app.complaints.paper import complaint_choices, complaint_entry
    from app.complaints.reading import read_ticket
    from app.complaints.sheets import sheet_for
    from app.registration.paper import letterhead

    serial = doors.change(lambda work: sheet_for(work, key)) if to_print else None

    def read(work: Work) -> Gathered:
        shown = serial or read_ticket(work, key).form_serial
        entry = complaint_entry(work, key, shown, language.value)
        return Gathered(
            about=entry.complainant or entry.number,
            number=entry.number,
            language=language,
            record=entry,
            head=letterhead(work, language.value),
            serials=(shown,) if shown else (),
            lists=complaint_choices(work, language.value),
        )

    return doors.read(read)


def _ticket_dossier(work: Work, key: UUID, language: paper.Language) -> Gathered:
    from app.complaints.dossier import ticket_dossier
    from app.registration.paper import letterhead

    record = ticket_dossier(work, key, language.value)
    return Gathered(
        about=record.entry.complainant or record.entry.number,
        number=record.entry.number,
        language=language,
        record=record,
        head=letterhead(work, language.value),
    )


def _contact_report(work: Work, document: Document, language: paper.Language) -> Gathered:
    """The quarter of the document's day, up to that day."""
    from app.followups.contact_paper import quarter_of, read_contact_report
    from app.registration.paper import letterhead

    days = quarter_of(document.day or work.today())
    record = read_contact_report(work, *days, language.value)
    about = f"{record.first} – {record.last}"
    head = letterhead(work, language.value)
    return Gathered(about=about, number=about, language=language, record=record, head=head)


def _phone_log(work: Work, document: Document, language: paper.Language) -> Gathered:
    from app.followups.phone_log import Calls, read_phone_log
    from app.registration.paper import letterhead

    wanted = Calls(first=document.day, last=document.day, person=document.subject)
    record = read_phone_log(work, wanted, language.value)
    about = "  ".join(value for _, value in record.about)
    number = document.day.isoformat() if document.day else ""  # no name: it shows in the list of processes
    head = letterhead(work, language.value)
    return Gathered(about=about, number=number, language=language, record=record, head=head)


def _dossier(work: Work, key: UUID, language: paper.Language) -> Gathered:
    from app.customers.dossier import dossier
    from app.registration.paper import letterhead

    record = dossier(work, key, language.value)
    head = letterhead(work, language.value)
    return Gathered(about=record.name, number=record.number, language=language, record=record, head=head)


def _booklet(work: Work, key: UUID) -> Gathered:
    """A booklet speaks the language it was issued in: its serials are on paper of that language already."""
    from app.complaints.paper import complaint_choices
    from app.registration.forms import list_batches
    from app.registration.paper import blank_batch, letterhead
    from app.states import FormKind  # the tables load with the first paper, not with the window

    record = blank_batch(work, key)
    batch = next(batch for batch in list_batches(work) if batch.id == key)
    language = paper.Language(batch.language)
    return Gathered(
        about=record.number,
        number=record.number,
        language=language,
        record=record,
        head=letterhead(work, language.value),
        serials=record.serials,
        is_visits=batch.kind is FormKind.VISIT,
        lists=complaint_choices(work, language.value) if batch.kind is FormKind.COMPLAINT else None,
    )


def _figures(work: Work, document: Document, language: paper.Language) -> Gathered:
    from app.followups.figures.report import read_report
    from app.registration.paper import letterhead

    first = document.day or work.today()
    last = document.until or first
    record = read_report(work, first, last, language.value)
    about = f"{record.first} – {record.last}"
    head = letterhead(work, language.value)
    return Gathered(about=about, number=about, language=language, record=record, head=head)
