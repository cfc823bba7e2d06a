"""The figures of a period as a report: the table, how each figure is defined, and what was or is late."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Final

from app.documents.figure_report import FIGURES, FigureReport, LateRow, ReportLine, column_titles
from app.documents.records import Language
from app.errors import UserError
from app.exchange.cells import Cell
from app.exchange.writing import write_table
from app.followups.figures.reckoning import figure_rows, figures
from app.followups.figures.records import Figure, FigureLine, FigureRow, FigureTable
from app.followups.scopes import read_staff
from app.lists import all_choices, choice_text
from app.work import Work
from db.models.access import Permission
from db.models.lists import ChoiceList

LATE_MOST: Final = 300
"""So many late follow-ups a report lists; the rest is counted."""
_ROW_TITLES: Final = {
    "zh": ("客户编号", "客户", "事由", "跟进人", "应跟进日", "完成日", "逾期天数", "结果"),
    "en": ("Customer no.", "Customer", "Matter", "Who", "Due", "Done", "Days late", "Result"),
}
_NOBODY: Final = {"zh": "未分配", "en": "Nobody's"}
_TOTAL: Final = {"zh": "合计", "en": "Total"}


def read_report(work: Work, first: date, last: date, language: str) -> FigureReport:
    """The report of a period, of oneself without the right to read figures. Raises as `figures`."""
    work.require(Permission.PLAN_FOLLOWUPS)
    table = figures(work, first, last)
    late = [
        row
        for figure in (Figure.LATE, Figure.WAITING)
        for row in figure_rows(work, first, last, figure, everybody=True, language=language)
    ]
    late.sort(key=lambda row: (-row.days_late, row.first_due_on, row.customer_number))
    names, choices = read_staff(work), all_choices(work)
    return FigureReport(
        first=first,
        last=last,
        edition=table.edition,
        grace_days=table.grace_days,
        lines=report_lines(table, language),
        late=tuple(
            LateRow(
                customer=row.customer_name,
                number=row.customer_number,
                matter=row.matter,
                person=names.name(row.person_id) or _NOBODY[language],
                due_on=row.first_due_on,
                closed_on=row.closed_on,
                days_late=row.days_late,
                outcome=choice_text(choices, ChoiceList.OUTCOME, row.outcome, language),
            )
            for row in late[:LATE_MOST]
        ),
        late_count=len(late),
        is_cut=table.is_cut,
        printed_by=work.actor.name,
        printed_at=work.now().astimezone(),
    )


def report_lines(table: FigureTable, language: str) -> tuple[ReportLine, ...]:
    """A line for each person and one for all."""
    found = [ReportLine(name=line.name or _NOBODY[language], values=_values(line)) for line in table.lines]
    return (*found, ReportLine(name=_TOTAL[language], values=_values(table.total), is_total=True))


def _values(line: FigureLine) -> tuple[float | None, ...]:
    shares = {
        "on_time_share": line.on_time_share,
        "success_share": line.success_share,
        "visit_share": line.visit_share,
        "mean_days_late": line.mean_days_late,
    }
    return tuple(shares[name] if name in shares else line.count(Figure(name)) for name in FIGURES)


def write_figures(path: Path, table: FigureTable, language: str) -> int:
    """The table as .xlsx or .csv; shares as parts of one. Raises as `write_rows`."""
    titles = column_titles(Language(language))
    rows = [(line.name, *line.values) for line in report_lines(table, language)]
    return _write(path, titles, rows)


def read_rows(
    work: Work, rows: Sequence[FigureRow], language: str
) -> tuple[tuple[str, ...], list[tuple[Cell, ...]]]:
    """Titles and cells of rows to be written to a file. Raises UserError `not-allowed`."""
    work.require(Permission.EXPORT_CUSTOMERS)
    names, choices = read_staff(work), all_choices(work)
    cells: list[tuple[Cell, ...]] = [
        (
            row.customer_number,
            row.customer_name,
            row.matter,
            names.name(row.person_id),
            row.first_due_on,
            row.closed_on,
            row.days_late,
            choice_text(choices, ChoiceList.OUTCOME, row.outcome, language),
        )
        for row in rows
    ]
    return _ROW_TITLES[language], cells


def write_rows(path: Path, titles: Sequence[str], rows: Sequence[Sequence[Cell]]) -> int:
    """Rows as .xlsx or .csv; the file appears when it is whole.

    Raises UserError `export-kind-unknown`, `export-unwritable`.
    """
    return _write(path, titles, rows)


def _write(path: Path, titles: Sequence[str], rows: Sequence[Sequence[Cell]]) -> int:
    suffix = path.suffix.lower()
    if suffix not in (".xlsx", ".csv"):
        raise UserError("export-kind-unknown", given=path.suffix or path.name)
    part = path.with_name(f".{secrets.token_hex(6)}{suffix}")
    try:
        count = write_table(part, titles, rows)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise UserError("export-unwritable", file=str(path), reason=error.strerror or "") from error
    return count
