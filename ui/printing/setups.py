"""How a kind of document is put on paper on this device: remembered per printer and per kind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from app.documents.records import Language, PaperSize, Sheet
from app.errors import UserError
from app.settings import DeviceSettings, DocumentSettings, PrinterSettings, with_printer
from ui.printing.printers import Abilities


class Kind(StrEnum):
    """The kinds of documents that are printed here; also the keys of the settings file."""

    REGISTRATION = "registration"
    BOOKLET = "booklet"
    DOSSIER = "dossier"
    VISIT = "visit"
    VISIT_BOOKLET = "visit-booklet"
    PHONE_LOG = "phone-log"
    CONTACT_REPORT = "contact-report"
    FIGURES = "figures"
    COMPLAINT = "complaint"
    COMPLAINT_BOOKLET = "complaint-booklet"
    TICKET_DOSSIER = "ticket-dossier"


PAPERS = {
    Kind.REGISTRATION: (PaperSize.A4, PaperSize.A5),
    Kind.BOOKLET: (PaperSize.A4, PaperSize.A5),
    Kind.DOSSIER: (PaperSize.A4,),
    Kind.VISIT: (PaperSize.A4,),
    Kind.VISIT_BOOKLET: (PaperSize.A4,),
    Kind.PHONE_LOG: (PaperSize.A4,),
    Kind.CONTACT_REPORT: (PaperSize.A4,),
    Kind.FIGURES: (PaperSize.A4,),
    Kind.COMPLAINT: (PaperSize.A4,),
    Kind.COMPLAINT_BOOKLET: (PaperSize.A4,),
    Kind.TICKET_DOSSIER: (PaperSize.A4,),
}
BOUND = (Kind.BOOKLET, Kind.VISIT_BOOKLET, Kind.COMPLAINT_BOOKLET)
"""What a document can be printed on, the usual one first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Setup:
    """Everything a person can choose but the copies, which start at one each time."""

    printer: str
    paper: PaperSize = PaperSize.A4
    language: Language = Language.CHINESE
    duplex: bool = False
    tray: str | None = None
    right_mm: float = 0.0
    down_mm: float = 0.0

    def sheet(self) -> Sheet:
        """The same for the documents."""
        return Sheet(
            size=self.paper,
            language=self.language,
            offset_x_mm=self.right_mm,
            offset_y_mm=self.down_mm,
            duplex=self.duplex,
        )


def setup_of(settings: DeviceSettings, kind: Kind, printer: str) -> Setup:
    """What was chosen for this kind and this printer, with what suits the document for the rest.

    A booklet is bound, so both sides of its sheets are used where the printer can.
    """
    own = settings.printers.get(printer, PrinterSettings())
    told = settings.documents.get(kind, DocumentSettings())
    papers = PAPERS[kind]
    duplex = own.duplex or kind in BOUND if told.duplex is None else told.duplex
    return Setup(
        printer=printer,
        paper=next((paper for paper in papers if paper == told.paper), papers[0]),
        language=next((language for language in Language if language == told.language), Language.CHINESE),
        duplex=duplex,
        tray=own.tray,
        right_mm=own.right_mm,
        down_mm=own.down_mm,
    )


def possible(setup: Setup, able: Abilities) -> Setup:
    """The setup as far as the printer can: one side where it has no duplex.

    Raises UserError `tray-unknown`: pre-printed paper must not come out of another tray.
    """
    if setup.tray and setup.tray not in able.trays:
        raise UserError("tray-unknown", tray=setup.tray, printer=setup.printer)
    return replace(setup, duplex=setup.duplex and able.can_duplex)


def with_printer_of(settings: DeviceSettings, kind: Kind, printer: str) -> DeviceSettings:
    """The settings with a kind of document bound to a printer."""
    return replace(settings, printer_of={**settings.printer_of, kind.value: printer})


def remembering(settings: DeviceSettings, kind: Kind, setup: Setup) -> DeviceSettings:
    """The settings with a person's choices in them."""
    known = settings.printers.get(setup.printer, PrinterSettings())
    printer = replace(known, right_mm=setup.right_mm, down_mm=setup.down_mm, tray=setup.tray)
    document = DocumentSettings(paper=setup.paper.value, language=setup.language.value, duplex=setup.duplex)
    return replace(
        with_printer(with_printer_of(settings, kind, setup.printer), setup.printer, printer),
        documents={**settings.documents, kind.value: document},
    )
