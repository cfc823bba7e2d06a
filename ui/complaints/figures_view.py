"""The figures of the complaint desk: in time, opened again, satisfied; each figure opens the tickets it counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final
from uuid import UUID

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

import ui.followups.figure_words  # noqa: F401 - the periods have their words there
from app.complaints.figures.reckoning import IDS_MOST, figure_ticket_ids, ticket_figures
from app.complaints.figures.records import (
    LEAST,
    RATES,
    Grouping,
    Rate,
    TicketFigure,
    TicketFigureLine,
    TicketFigureTable,
)
from app.complaints.listing import TicketFilter, list_tickets
from app.complaints.records import TicketLine
from app.errors import UserError
from app.followups.figures.periods import Period, period_days, read_period
from app.states import Permission
from app.work import Work
from ui.complaints.figure_parts import Bars
from ui.customers.files import BY_DIALOG, Paths
from ui.customers.slots import local_today
from ui.desk import Desk
from ui.errors import sentence
from ui.followups.figure_tables import FigureGrid
from ui.followups.inline_bar import InlineBar
from ui.i18n import Language
from ui.labels import label
from ui.tasks import Ticket
from ui.theme import CONTROL, GAP, SMALL, font
from ui.widgets.choice import Choice, Segments
from ui.widgets.states import EmptyState, Loading
from ui.widgets.surface import button, heading

LOADING, FULL, EMPTY = 0, 1, 2
MOST_LINES: Final = 9
COUNTS: Final = (TicketFigure.TAKEN, TicketFigure.OPEN)


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """A figure whose tickets are asked for."""

    figure: TicketFigure
    by: Grouping | None
    code: str
    title: str


class FiguresView(QWidget):
    """Arrows go through the figures, Enter opens the tickets of one, Enter there the ticket; Escape goes back."""

    ticket_wanted = Signal(object)  # UUID

    def __init__(self, desk: Desk, paths: Paths = BY_DIALOG) -> None:
        super().__init__()
        self.desk = desk
        self._paths = paths
        self._language = "en" if desk.screen.language is Language.ENGLISH else "zh"
        self.table: TicketFigureTable | None = None
        self.lines: list[TicketFigureLine] = []
        self.tickets: tuple[TicketLine, ...] = ()
        self._cell: Cell | None = None
        self._counting: Ticket | None = None
        self._make()
        self._lay_out()
        self.periods.picked.connect(self._on_period)
        self.own.returnPressed.connect(self.reload)
        self.groupings.picked.connect(self._show_lines)
        self.figures.opened.connect(self._on_cell)
        self.figures.escaped.connect(self.close_list)
        self.rows.opened.connect(self._on_row)
        self.rows.escaped.connect(self.close_list)
        self.pdf.clicked.connect(lambda: self._save(".pdf"))
        self.excel.clicked.connect(lambda: self._save(".xlsx"))

    # What the page asks ---------------------------------------------------------------------------

    def reload(self) -> None:
        """Count anew what is shown."""
        days = self.chosen_days()
        if days is None:
            return
        if self._counting is not None:
            self._counting.cancel()
        self._counting = self.desk.tasks.read(self, lambda work: ticket_figures(work, *days), self._show)

    def focus_first(self) -> None:
        target = self.figures if self.states.currentIndex() == FULL else self.periods
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def can_leave(self) -> bool:
        return True

    # Parts ----------------------------------------------------------------------------------------

    def _make(self) -> None:
        self.periods = Segments()
        self.periods.setAccessibleName(self.tr("Period"))
        self.choices: tuple[Period | None, ...] = (*Period, None)
        names = [*(label(period) for period in Period), self.tr("Other")]
        self.periods.fill(
            [Choice(value=number, text=name) for number, name in enumerate(names)],
        )
        self.periods.set_index(self.choices.index(Period.THIS_QUARTER))
        self.own = QLineEdit()
        self.own.setAccessibleName(self.tr("Period, such as 2026-11, 2026Q3 or 2026"))
        self.own.setPlaceholderText("2026Q3")
        self.own.setToolTip(self.own.accessibleName())
        self.own.setFixedWidth(200)
        self.own.hide()
        self.groupings = Segments()
        self.groupings.setAccessibleName(self.tr("Lines"))
        self.groupings.fill([Choice(value=grouping, text=label(grouping)) for grouping in Grouping])
        self.groupings.set_index(0)
        self.pdf = button(self.tr("PDF"), "print")
        self.pdf.setAccessibleName(self.tr("Save the report as PDF"))
        self.excel = button(self.tr("Excel"), "export")
        self.excel.setAccessibleName(self.tr("Save the figures as a table"))
        may = self.desk.tasks.actor.may(Permission.EXPORT_CUSTOMERS)
        self.excel.setEnabled(may)
        if not may:
            self.excel.setToolTip(self.tr("Your role does not allow this; ask an administrator."))
        self.bar = InlineBar()
        titles = [self.tr("Group"), self.tr("Taken"), self.tr("Open"), *(label(rate) for rate in Rate)]
        self.figures = FigureGrid(titles, frozenset(range(1, len(titles))), self.tr("Figures"))
        head = self.figures.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.bars = Bars(self.figures)
        self.figures.setItemDelegateForColumn(1, self.bars)
        self._make_rows()

    def _make_rows(self) -> None:
        titles = [
            self.tr("Number"), self.tr("Received"), self.tr("Customer"), self.tr("Matter"), self.tr("Stage"),
            self.tr("Handler"),
        ]  # fmt: skip
        self.rows = FigureGrid(titles, frozenset(), self.tr("Tickets"))
        self.rows.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        for column, width in enumerate((150, 150, 160, 0, 120, 110)):
            self.rows.setColumnWidth(column, width)
        self.rows.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.rows_title = heading("")
        self.meaning = QLabel(
            self.tr(
                "In time: of those met or past their limit. Satisfied: of those who said. In brackets: of how "
                "many; a rate of fewer than {least} is not shown. Enter on a figure lists its tickets."
            ).format(least=LEAST)
        )
        self.meaning.setWordWrap(True)
        self.meaning.setFont(font(SMALL + 1))
        self.meaning.setForegroundRole(QPalette.ColorRole.PlaceholderText)

    def _lay_out(self) -> None:
        head, second = QHBoxLayout(), QHBoxLayout()
        for part in (self.periods, self.own):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self.excel)
        head.addWidget(self.pdf)
        second.addWidget(self.groupings)
        second.addStretch(1)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self.below = QWidget()
        under = QVBoxLayout(self.below)
        under.setContentsMargins(0, 0, 0, 0)
        under.addWidget(self.rows_title)
        under.addWidget(self.rows, 1)
        self.below.hide()
        column.addLayout(second)
        column.addWidget(self.figures)
        column.addWidget(self.meaning)
        column.addWidget(self.below, 1)
        column.addStretch()
        empty = EmptyState(
            "complaints", self.tr("Nothing was received in this period"), self.tr("Choose another period.")
        )
        self.states = QStackedWidget()
        for state in (Loading(), full, empty):
            self.states.addWidget(state)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(GAP)
        outer.addLayout(head)
        outer.addWidget(self.bar)
        outer.addWidget(self.states, 1)

    # The period -----------------------------------------------------------------------------------

    def chosen_days(self) -> tuple[date, date] | None:
        """First and last day; None while what is typed is no period, which is said."""
        self.bar.clear()
        kind = self.choices[self.periods.index()]
        if kind is not None:
            return period_days(kind, local_today())
        if not self.own.text().strip():
            return None
        try:
            return read_period(self.own.text())
        except UserError as error:
            self.bar.say(sentence(error), tone="warning_soft")
            return None

    def _on_period(self) -> None:
        is_own = self.choices[self.periods.index()] is None
        self.own.setVisible(is_own)
        self.close_list()
        if is_own:
            self.own.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reload()

    # Figures --------------------------------------------------------------------------------------

    @property
    def grouping(self) -> Grouping:
        """What the lines stand for."""
        return tuple(Grouping)[self.groupings.index()]

    def _show(self, table: TicketFigureTable) -> None:
        self.table = table
        self._show_lines()
        self.states.setCurrentIndex(FULL if self.lines else EMPTY)
        if self._cell is not None:
            self._read(self._cell)

    def _show_lines(self) -> None:
        if self.table is None:
            return
        lines = self.table.groups[self.grouping]
        self.lines = [*lines, self.table.total] if lines else []
        most = max((line.count(TicketFigure.TAKEN) for line in lines), default=0) or 1
        self.bars.shares = tuple(line.count(TicketFigure.TAKEN) / most for line in lines)
        at = self.figures.currentIndex()
        self.figures.texts.show_texts([self._texts(line) for line in self.lines], strong=len(self.lines) - 1)
        self.figures.put_cursor(max(0, min(at.row(), len(self.lines) - 1)), max(at.column(), 1))
        row = self.figures.verticalHeader().defaultSectionSize()
        high = max(self.figures.horizontalHeader().sizeHint().height(), CONTROL - 6)
        self.figures.setFixedHeight(
            high + min(len(self.lines), MOST_LINES) * row + 2 * self.figures.frameWidth()
        )

    def _texts(self, line: TicketFigureLine) -> tuple[str, ...]:
        is_total = self.table is not None and line is self.table.total
        name = self.tr("Total") if is_total else line.name(self._language)
        rates = []
        for rate in Rate:
            share, whole = line.share(rate), line.whole(rate)
            rates.append(f"{'–' if share is None else f'{share:.0%}'} ({whole:,})" if whole else "–")
        return (name, *(f"{line.count(figure):,}" for figure in COUNTS), *rates)

    # Tickets --------------------------------------------------------------------------------------

    def _on_cell(self, row: int, column: int) -> None:
        if self.table is None or not 0 <= row < len(self.lines):
            return
        line, at = self.lines[row], max(column, 1) - 1
        rate = None if at < len(COUNTS) else tuple(Rate)[at - len(COUNTS)]
        figure = COUNTS[at] if rate is None else _opens(rate)
        is_total = line is self.table.total
        title = f"{self._texts(line)[0]}  {self.figures.texts.titles[max(column, 1)]}"
        by = None if is_total else self.grouping
        self._read(Cell(figure=figure, by=by, code=line.code, title=title), go=True)

    def _read(self, cell: Cell, *, go: bool = False) -> None:
        if self.table is None:
            return
        self._cell = cell
        read = partial(_tickets_of, days=(self.table.first, self.table.last), cell=cell)
        self.desk.tasks.read(self, read, lambda found: self._show_rows(cell, found, go=go))

    def _show_rows(self, cell: Cell, found: tuple[TicketLine, ...], *, go: bool) -> None:
        if cell is not self._cell:
            return
        self.tickets = found
        told = self.tr("%n ticket(s)", "", len(found))
        if len(found) == IDS_MOST:
            told = self.tr("the newest {count} tickets").format(count=IDS_MOST)
        self.rows_title.setText(f"{cell.title}  {told}")
        self.rows.texts.show_texts([self._row(line) for line in found])
        self.rows.put_cursor(0, 0)
        self.below.show()
        if go:
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, line: TicketLine) -> tuple[str, ...]:
        received = line.received_at.astimezone()
        stage = line.stage_en if self._language == "en" else line.stage_zh
        day = QLocale().toString(
            QDate(received.year, received.month, received.day), QLocale.FormatType.ShortFormat
        )
        return (line.number, f"{day} {received:%H:%M}", line.customer_name, line.matter, stage, line.handler)

    def close_list(self) -> None:
        """Back to the figures."""
        had_focus = self.rows.hasFocus()
        self._cell = None
        self.below.hide()
        if had_focus:
            self.figures.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_row(self, row: int, _column: int) -> None:
        if 0 <= row < len(self.tickets):
            key: UUID = self.tickets[row].id
            self.ticket_wanted.emit(key)
            self.desk.navigation.open("complaints", key)

    # Out ------------------------------------------------------------------------------------------

    def _save(self, kind: str) -> None:
        table, language = self.table, self._language
        if table is None:
            return
        name = f"{self.tr('Complaint figures')} {table.first}_{table.last}{kind}"
        path = self._paths.to_save(self, self.tr("Save"), name)
        if path is None:
            return
        whole = path if path.suffix.lower() == kind else path.with_suffix(kind)

        def carry_out(job: object) -> Path:
            from app.complaints.figures.files import save_ticket_figures

            read = partial(save_ticket_figures, path=whole, table=table, language=language)
            return job.read(read)  # type: ignore[attr-defined,no-any-return]

        self.desk.tasks.run(self, carry_out, self._on_written)

    def _on_written(self, path: Path) -> None:
        self.desk.messages.say(self.tr("Saved: {name}").format(name=path.name), detail=str(path))


def _opens(rate: Rate) -> TicketFigure:
    """Of those opened again these; of the others everything the rate is of."""
    return RATES[rate][0 if rate is Rate.REOPENED else 1]


def _tickets_of(work: Work, *, days: tuple[date, date], cell: Cell) -> tuple[TicketLine, ...]:
    ids = figure_ticket_ids(work, *days, cell.figure, by=cell.by, code=cell.code)
    return list_tickets(work, TicketFilter(ids=ids)) if ids else ()
