"""The figures of the complaint desk as a report on paper and as a table in a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.complaints.figures.reckoning import ticket_figures
from app.complaints.figures.records import LEAST, Grouping, Rate, TicketFigureLine, TicketFigureTable
from app.documents.records import Language
from app.documents.ticket_report import (
    COUNTS,
    TicketReport,
    TicketReportLine,
    TicketReportPart,
    column_titles,
)
from app.exchange.cells import Cell
from app.followups.figures.report import write_rows
from app.work import Work
from db.models.access import Permission


def read_ticket_report(work: Work, first: date, last: date, language: str) -> TicketReport:
    """The report of a period. Raises as `ticket_figures`."""
    work.require(Permission.READ_FIGURES)
    table = ticket_figures(work, first, last)
    return TicketReport(
        first=first,
        last=last,
        edition=table.edition,
        least=LEAST,
        parts=tuple(
            TicketReportPart(
                name=grouping.value, lines=tuple(_line(line, language) for line in table.groups[grouping])
            )
            for grouping in Grouping
        ),
        total=_line(table.total, language),
        printed_by=work.actor.name,
        printed_at=work.now().astimezone(),
    )


def _line(line: TicketFigureLine, language: str) -> TicketReportLine:
    return TicketReportLine(
        name=line.name(language),
        counts=tuple(line.counts.get(figure, 0) for figure in COUNTS),
        rates=tuple((line.share(rate), line.whole(rate)) for rate in Rate),
    )


def write_ticket_figures(path: Path, table: TicketFigureTable, language: str) -> int:
    """All groupings one under another as .xlsx or .csv; rates as parts of one, each with its number beside it.

    Raises UserError `export-kind-unknown`, `export-unwritable`.
    """
    titles = column_titles(Language(language))
    rows: list[tuple[Cell, ...]] = []
    for grouping in Grouping:
        rows += [_cells(titles.groups[grouping.value], line, language) for line in table.groups[grouping]]
    rows.append(_cells(titles.total, table.total, language))
    return write_rows(path, titles.columns, rows)


def _cells(group: str, line: TicketFigureLine, language: str) -> tuple[Cell, ...]:
    rates: list[Cell] = []
    for rate in Rate:
        rates += [line.share(rate), line.whole(rate)]
    return (group, line.name(language), *(line.counts.get(figure, 0) for figure in COUNTS), *rates)
