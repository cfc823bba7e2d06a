"""The documents that can be printed: what is read for each, and the pages made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.documents import records as paper
from ui.marked import QT_TRANSLATE_NOOP
from ui.printing.setups import Kind

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
}


class Doors(Protocol):
    """The two doors to the store a job has (`ui.jobs.Job`)."""

    def read(self, fn: Callable[[Work], T]) -> T: ...

    def change(self, fn: Callable[[Work], T]) -> T: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """One document of a customer, or the booklet of a batch."""

    kind: Kind
    subject: UUID

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
    record: paper.RegistrationEntry | paper.Dossier | paper.BlankBatch
    head: Paper
    serials: tuple[str, ...] = ()

    def pages(self, sheet: paper.Sheet) -> bytes:
        """The document as PDF. Raises UserError `paper-too-small`, `batch-empty`."""
        from app.documents.booklet import blank_booklet
        from app.documents.dossier import customer_dossier
        from app.documents.registration_form import registration_form

        if isinstance(self.record, paper.Dossier):
            return customer_dossier(self.record, house=self.head.house, sheet=sheet)
        make = {"house": self.head.house, "sheet": sheet, "choices": self.head.choices}
        if isinstance(self.record, paper.BlankBatch):
            return blank_booklet(self.record, **make)  # type: ignore[arg-type]
        return registration_form(self.record, **make)  # type: ignore[arg-type]


def gather(doors: Doors, document: Document, language: paper.Language, *, to_print: bool) -> Gathered:
    """Read what a document needs. To be printed a form has its serial committed first: no sheet of paper
    without a row; only looked at, it takes no number."""
    if document.kind is Kind.BOOKLET:
        return doors.read(lambda work: _booklet(work, document.subject))
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


def _dossier(work: Work, key: UUID, language: paper.Language) -> Gathered:
    from app.customers.dossier import dossier
    from app.registration.paper import letterhead

    record = dossier(work, key, language.value)
    head = letterhead(work, language.value)
    return Gathered(about=record.name, number=record.number, language=language, record=record, head=head)


def _booklet(work: Work, key: UUID) -> Gathered:
    """A booklet speaks the language it was issued in: its serials are on paper of that language already."""
    from app.registration.forms import list_batches
    from app.registration.paper import blank_batch, letterhead

    record = blank_batch(work, key)
    language = next(
        (paper.Language(batch.language) for batch in list_batches(work) if batch.id == key),
        paper.Language.CHINESE,
    )
    return Gathered(
        about=record.number,
        number=record.number,
        language=language,
        record=record,
        head=letterhead(work, language.value),
        serials=record.serials,
    )
