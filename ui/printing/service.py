"""What pages ask for paper: printed with no dialog on the remembered printer, or looked at first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from app.errors import UserError
from app.settings import DeviceSettings, change, load
from app.whole_files import save_file
from ui.errors import sentence
from ui.messages import Action, Messages
from ui.printing import printers
from ui.printing.papers import Document, gather, note_printed
from ui.printing.printers import Order, Queue, printer_for
from ui.printing.setups import BOUND, Kind, Setup, possible, remembering, setup_of, with_printer_of
from ui.tasks import Tasks

if TYPE_CHECKING:
    from ui.jobs import Job

OF_THE_PRINTER: Final = frozenset(
    {
        "printer-none",
        "printer-unknown",
        "printer-not-chosen",
        "printer-refused",
        "printer-silent",
        "tray-unknown",
    }
)
"""Refusals that another printer or a PDF helps against."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Printed:
    """What the printing system took."""

    document: Document
    about: str
    printer: str


class Printing(QObject):
    """Prints and previews; nothing here is modal but the preview, and nothing printed is lost: what a
    document is about was committed before."""

    printed = Signal(object)  # Printed

    def __init__(
        self,
        tasks: Tasks,
        messages: Messages,
        settings_file: Path,
        *,
        queue: Callable[[], Queue] = printers.queue,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.tasks = tasks
        self.messages = messages
        self.queue = queue
        self._file = settings_file
        self._dialog: QDialog | None = None

    # What pages use -----------------------------------------------------------------------------

    def print_form(self, customer_id: UUID) -> None:
        """The registration form of a customer."""
        self.print_document(Document(kind=Kind.REGISTRATION, subject=customer_id))

    def print_dossier(self, customer_id: UUID) -> None:
        """Everything on the card of a customer."""
        self.print_document(Document(kind=Kind.DOSSIER, subject=customer_id))

    def print_booklet(self, batch_id: UUID) -> None:
        """The blank forms of a batch."""
        self.print_document(Document(kind=Kind.BOOKLET, subject=batch_id))

    def print_visit(self, followup_id: UUID) -> None:
        """The form of a visit, as far as it is filled."""
        self.print_document(Document(kind=Kind.VISIT, subject=followup_id))

    def print_visit_booklet(self, batch_id: UUID) -> None:
        """The blank visit forms of a batch."""
        self.print_document(Document(kind=Kind.VISIT_BOOKLET, subject=batch_id))

    def preview_visit(self, followup_id: UUID) -> None:
        """Look at the form of a visit first."""
        self.preview(Document(kind=Kind.VISIT, subject=followup_id))

    def preview_visit_booklet(self, batch_id: UUID) -> None:
        """Look at the blank visit forms first."""
        self.preview(Document(kind=Kind.VISIT_BOOKLET, subject=batch_id))

    def print_complaint(self, ticket_id: UUID) -> None:
        """The handling form of a ticket, as far as it has come."""
        self.print_document(Document(kind=Kind.COMPLAINT, subject=ticket_id))

    def preview_complaint(self, ticket_id: UUID) -> None:
        """Look at the handling form of a ticket first."""
        self.preview(Document(kind=Kind.COMPLAINT, subject=ticket_id))

    def print_ticket_dossier(self, ticket_id: UUID) -> None:
        """The whole file of a ticket."""
        self.print_document(Document(kind=Kind.TICKET_DOSSIER, subject=ticket_id))

    def preview_ticket_dossier(self, ticket_id: UUID) -> None:
        """Look at the whole file of a ticket first."""
        self.preview(Document(kind=Kind.TICKET_DOSSIER, subject=ticket_id))

    def print_complaint_booklet(self, batch_id: UUID) -> None:
        """The blank handling forms of a batch."""
        self.print_document(Document(kind=Kind.COMPLAINT_BOOKLET, subject=batch_id))

    def preview_complaint_booklet(self, batch_id: UUID) -> None:
        """Look at the blank handling forms first."""
        self.preview(Document(kind=Kind.COMPLAINT_BOOKLET, subject=batch_id))

    def preview_phone_log(self, account_id: UUID, day: date) -> None:
        """Look at the calls a person noted on a day."""
        self.preview(Document(kind=Kind.PHONE_LOG, subject=account_id, day=day))

    def preview_contact_report(self, account_id: UUID, day: date) -> None:
        """Look at who was in contact with the customers who need two owners, in the quarter up to a day."""
        self.preview(Document(kind=Kind.CONTACT_REPORT, subject=account_id, day=day))

    def preview_figures(self, account_id: UUID, first: date, last: date) -> None:
        """Look at the follow-up figures of a period, and print them or save them as PDF."""
        self.preview(Document(kind=Kind.FIGURES, subject=account_id, day=first, until=last))

    def preview_form(self, customer_id: UUID) -> None:
        """Look at the registration form first."""
        self.preview(Document(kind=Kind.REGISTRATION, subject=customer_id))

    def preview_dossier(self, customer_id: UUID) -> None:
        """Look at the dossier first."""
        self.preview(Document(kind=Kind.DOSSIER, subject=customer_id))

    def preview_booklet(self, batch_id: UUID) -> None:
        """Look at the blank forms first."""
        self.preview(Document(kind=Kind.BOOKLET, subject=batch_id))

    # What the preview uses ----------------------------------------------------------------------

    def settings(self) -> DeviceSettings:
        """The present settings of this device."""
        return load(self._file)[0]

    def print_document(self, document: Document, setup: Setup | None = None, copies: int = 1) -> None:
        """Print; with a `setup` a person chose, which is then remembered."""
        self.tasks.run(
            self,
            partial(self._carry_out, document, setup, copies),
            self._on_printed,
            partial(self._on_refused, document, setup, copies),
        )

    def print_test_page(self, setup: Setup) -> None:
        """The page a clerk reads the offset of a printer from."""

        def carry_out(job: Job) -> str:
            from app.documents.offset_page import offset_page

            queue = self.queue()
            chosen = possible(setup, queue.abilities(setup.printer))
            order = Order(title="offset", paper=chosen.paper, tray=chosen.tray)
            content = offset_page(replace(chosen, duplex=False).sheet(), printer=setup.printer)
            queue.send(setup.printer, content, order, job.check)
            return setup.printer

        self.tasks.run(self, carry_out, self._on_tested, self.messages.refuse)

    def preview(self, document: Document) -> None:
        """Open the preview over the window in use; a preview already open gives way."""
        from ui.printing.preview import PreviewDialog

        if self._dialog is not None:
            self._dialog.close()
        self._dialog = PreviewDialog(self, document, _window())
        self._dialog.destroyed.connect(self._on_preview_gone)
        self._dialog.open()

    def save_pdf(self, document: Document, setup: Setup | None = None) -> None:
        """Ask where, then write the document there as PDF."""
        dialog = QFileDialog(_window(), self.tr("Save as PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{document.name}.pdf")
        dialog.fileSelected.connect(lambda chosen: self._write_pdf(document, setup, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # Inside -------------------------------------------------------------------------------------

    def _carry_out(self, document: Document, setup: Setup | None, copies: int, job: Job) -> Printed:
        """In a worker: everything up to the moment the printing system has the document."""
        queue = self.queue()
        settings = self.settings()
        wanted = setup.printer if setup else settings.printer_of.get(document.kind)
        printer = printer_for(queue.printers(), wanted)
        chosen = setup or setup_of(settings, document.kind, printer.name)
        able = queue.abilities(printer.name)
        gathered = gather(job, document, chosen.language, to_print=True)
        chosen = possible(replace(chosen, language=gathered.language), able)
        content = gathered.pages(chosen.sheet())
        order = Order(
            title=f"{document.name} {gathered.number}",
            paper=chosen.paper,
            copies=copies,
            duplex=chosen.duplex,
            tray=chosen.tray,
        )
        queue.send(printer.name, content, order, job.check)
        note_printed(job, gathered)
        if setup is not None:
            change(self._file, lambda known: remembering(known, document.kind, setup))
        elif document.kind.value not in settings.printer_of:
            change(self._file, lambda known: with_printer_of(known, document.kind, printer.name))
        return Printed(document=document, about=gathered.about, printer=printer.name)

    def _on_printed(self, done: Printed) -> None:
        told = self.tr("{document} of {customer}: sent to {printer}")
        if done.document.kind in BOUND:
            told = self.tr("{document} {customer}: sent to {printer}")
        self.messages.say(told.format(document=done.document.name, customer=done.about, printer=done.printer))
        self.printed.emit(done)

    def _on_tested(self, printer: str) -> None:
        self.messages.say(self.tr("Test page sent to {printer}").format(printer=printer))

    def _on_refused(self, document: Document, setup: Setup | None, copies: int, error: UserError) -> object:
        if error.code not in OF_THE_PRINTER:
            return False
        again = Action(text=self.tr("Try again"), run=lambda: self.print_document(document, setup, copies))
        choose = Action(text=self.tr("Choose printer"), run=lambda: self.preview(document))
        look = Action(text=self.tr("Preview"), run=lambda: self.preview(document))
        save = Action(text=self.tr("Save as PDF"), run=lambda: self.save_pdf(document, setup))
        actions = (look, save, again) if error.code == "printer-none" else (choose, save, again)
        self.messages.warn(
            self.tr("{document} not printed. {reason}").format(
                document=document.name, reason=sentence(error)
            ),
            *actions,
        )
        return True

    def _write_pdf(self, document: Document, setup: Setup | None, path: Path) -> None:
        def write(job: Job) -> Path:
            settings = self.settings()
            wanted = setup or setup_of(settings, document.kind, settings.printer_of.get(document.kind, ""))
            gathered = gather(job, document, wanted.language, to_print=True)
            # The offset mends a printer; a file is as the form was drawn.
            plain = replace(wanted, language=gathered.language, right_mm=0.0, down_mm=0.0)
            save_file(path, gathered.pages(plain.sheet()))
            return path

        self.tasks.run(self, write, self._on_written)

    def _on_written(self, path: Path) -> None:
        self.messages.say(self.tr("Saved as {path}").format(path=path))

    def _on_preview_gone(self) -> None:
        self._dialog = None


def _window() -> QWidget | None:
    active = QApplication.activeWindow()
    return active.window() if active is not None else None
