"""The figures of the complaint desk saved to a file."""

from __future__ import annotations

from pathlib import Path

from app.complaints.figures.records import TicketFigureTable
from app.complaints.figures.report import read_ticket_report, write_ticket_figures
from app.documents.records import Language, Sheet
from app.documents.ticket_report import ticket_report
from app.registration.paper import letterhead
from app.whole_files import save_file
from app.work import Work
from db.models.access import Permission


def save_ticket_figures(work: Work, *, path: Path, table: TicketFigureTable, language: str) -> Path:
    """A .pdf is the report of the table's period, .xlsx and .csv are the table; who saves a table may export."""
    work.require(Permission.READ_FIGURES)
    if path.suffix.lower() == ".pdf":
        made, head = (
            read_ticket_report(work, table.first, table.last, language),
            letterhead(work, language),
        )
        save_file(path, ticket_report(made, house=head.house, sheet=Sheet(language=Language(language))))
    else:
        work.require(Permission.EXPORT_CUSTOMERS)
        write_ticket_figures(path, table, language)
    return path
