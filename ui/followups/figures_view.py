"""The figures of follow-up (C8): who did how much in time and with what success, each figure opening its rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt

from app.errors import UserError
from app.followups.figures.periods import Period, period_days
from app.followups.figures.reckoning import figure_rows, figures
from app.followups.figures.records import Figure, FigureRow, FigureTable
from app.followups.scopes import read_staff
from app.lists import Choices, all_choices, choice_text
from app.states import ChoiceList
from app.work import Work
from ui.customers.files import BY_DIALOG, Paths
from ui.customers.slots import local_today
from ui.desk import Desk
from ui.errors import sentence
from ui.followups.figure_words import COLUMNS, FigureColumn, meaning_of, person_words, title_of
from ui.followups.figures_frame import FiguresFrame, OwnDays
from ui.i18n import Language
from ui.tasks import Ticket

STATES = LOADING, FULL, EMPTY = 0, 1, 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Opened:
    """The rows one cell counts, and the words they are shown with."""

    rows: list[FigureRow]
    names: dict[UUID, str]
    choices: Choices


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """A cell whose rows are asked for."""

    column: FigureColumn
    who: str
    person: UUID | None
    everybody: bool


class FiguresView(FiguresFrame):
    """Arrows go through the figures, Enter opens the rows of one, Enter there the card; Escape goes back."""

    def __init__(self, desk: Desk, paths: Paths = BY_DIALOG) -> None:
        super().__init__(desk)
        self._paths = paths
        self._language = "en" if desk.screen.language is Language.ENGLISH else "zh"
        self.table: FigureTable | None = None
        self.opened: Opened | None = None
        self._cell: Cell | None = None
        self._counting: Ticket | None = None
        self._listing: Ticket | None = None
        self.periods.picked.connect(self._on_period)
        self.days.committed.connect(lambda _name: self.reload())
        self.days.finished.connect(self.reload)
        self.people.moved.connect(self._on_moved)
        self.people.opened.connect(self._on_cell)
        self.rows.opened.connect(self._on_row)
        self.rows.escaped.connect(self.close_list)
        self.people.escaped.connect(self.close_list)
        self.close_rows.clicked.connect(self.close_list)
        self.export.clicked.connect(self._export)
        self.export_rows.clicked.connect(self._export_rows)
        self.print.clicked.connect(self._print)

    # What the page asks ---------------------------------------------------------------------------

    def reload(self) -> None:
        """Count anew what is shown, and the rows that are open."""
        days = self.chosen_days()
        if days is None:
            return
        self.shown_days.setText("" if self._is_own else _span_words(*days))
        if self._counting is not None:
            self._counting.cancel()
        # Not as a search: a long count must not hold up the box on top.
        self._counting = self.desk.tasks.read(
            self, lambda work: figures(work, *days), self._show, self._on_refused
        )

    def open_subject(self, subject: object) -> None:
        """Nothing is opened from outside."""

    def focus_first(self) -> None:
        target = self.people if self.states.currentIndex() == FULL else self.periods
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def can_leave(self) -> bool:
        return True

    # The period -----------------------------------------------------------------------------------

    @property
    def _is_own(self) -> bool:
        return self.choices[self.periods.index()] is OwnDays.OWN

    def chosen_days(self) -> tuple[date, date] | None:
        """First and last day; None while the typed ones cannot be read, which is shown at their field."""
        kind = self.choices[self.periods.index()]
        if isinstance(kind, Period):
            return period_days(kind, local_today())
        if not self.days.check():
            return None
        typed = self.days.values()
        return typed["first"], typed["last"]

    def _on_period(self) -> None:
        is_own = self._is_own
        for field in self.days.fields.values():
            field.setVisible(is_own)
        if is_own:
            first, last = (
                (self.table.first, self.table.last)
                if self.table is not None
                else period_days(Period.THIS_MONTH, local_today())
            )
            self.days.fill({"first": first, "last": last})
        self.close_list()
        self.reload()

    # Figures --------------------------------------------------------------------------------------

    def _show(self, table: FigureTable) -> None:
        self.table = table
        had_focus = self.people.hasFocus()
        self.bar.clear()
        if table.is_cut:
            self.bar.say(
                self.tr(
                    "More than 10,000 steps wait that nobody touched: only the earliest 10,000 are counted. "
                    "Choose a shorter period, or see to the rules."
                ),
                tone="warning_soft",
            )
        self.states.setCurrentIndex(FULL if table.lines else EMPTY)
        self.people.show_table(table)
        self.fit_people()
        if had_focus:
            self.people.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._cell is not None:
            self._read_rows(self._cell)

    def _on_refused(self, error: UserError) -> bool:
        if self._is_own and error.code == "period-wrong":
            self.days["last"].show_error(sentence(error))
            return True
        return False

    def _on_moved(self, _row: int, column: int) -> None:
        figure = COLUMNS[max(column - 1, 0)]
        if self.table is not None:
            self.meaning.setText(meaning_of(figure, self.table.edition, self.table.grace_days))

    # Rows -----------------------------------------------------------------------------------------

    def _on_cell(self, row: int, column: int) -> None:
        if self.table is None or not 0 <= row < len(self.people.lines):
            return
        line = self.people.lines[row]
        everybody = line is self.table.total
        cell = Cell(
            column=COLUMNS[max(column - 1, 0)],
            who=self.tr("Branch") if everybody else person_words(line),
            person=line.person_id,
            everybody=everybody,
        )
        self._read_rows(cell, go=True)

    def _read_rows(self, cell: Cell, *, go: bool = False) -> None:
        if self.table is None:
            return
        self._cell = cell
        days = self.table.first, self.table.last
        if self._listing is not None:
            self._listing.cancel()
        self._listing = self.desk.tasks.read(
            self,
            partial(_rows_of, days=days, cell=cell, language=self._language),
            lambda opened: self._show_rows(cell, opened, go=go),
        )

    def _show_rows(self, cell: Cell, opened: Opened, *, go: bool) -> None:
        if cell is not self._cell:
            return  # closed, or another one was asked for meanwhile
        self.opened = opened
        count = len(opened.rows)
        told = self.tr("%n follow-up(s)", "", count)
        self.rows_title.setText(f"{cell.who}  {title_of(cell.column)}  {told}")
        self.rows.setAccessibleName(self.rows_title.text())
        self.rows.show_rows(
            opened.rows,
            lambda person: "" if person is None else opened.names.get(person, ""),
            lambda code: choice_text(opened.choices, ChoiceList.OUTCOME, code, self._language),
        )
        self.below.setCurrentIndex(1)
        if go:
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_list(self) -> None:
        """Back to the figures."""
        had_focus = self.rows.hasFocus() or self.close_rows.hasFocus()
        self._cell = self.opened = None
        self.below.setCurrentIndex(0)
        if had_focus:
            self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_row(self, row: int, _column: int) -> None:
        if 0 <= row < len(self.rows.rows):
            self.desk.navigation.open("customers", self.rows.rows[row].customer_id)

    # Out ------------------------------------------------------------------------------------------

    def _export(self) -> None:
        table, language = self.table, self._language
        path = self._path(self.tr("Follow-up figures")) if table is not None else None
        if table is None or path is None:
            return

        def carry_out(_job: object) -> Path:
            from app.followups.figures.report import write_figures

            write_figures(path, table, language)
            return path

        self.desk.tasks.run(self, carry_out, self._on_written)

    def _export_rows(self) -> None:
        opened, language = self.opened, self._language
        path = self._path(self.rows_title.text()) if opened is not None else None
        if opened is None or path is None:
            return

        def read(work: Work) -> object:
            from app.followups.figures.report import read_rows

            return read_rows(work, opened.rows, language)

        def carry_out(job: object) -> Path:
            from app.followups.figures.report import write_rows

            titles, cells = job.read(read)  # type: ignore[attr-defined]
            write_rows(path, titles, cells)
            return path

        self.desk.tasks.run(self, carry_out, self._on_written)

    def _path(self, name: str) -> Path | None:
        days = "" if self.table is None else f" {self.table.first}_{self.table.last}"
        clean = "".join(sign for sign in name if sign not in '<>:"/\\|?*%')
        path = self._paths.to_save(self, self.tr("Save as a table"), f"{clean}{days}.xlsx")
        return path.with_suffix(".xlsx") if path is not None and not path.suffix else path

    def _on_written(self, path: Path) -> None:
        self.desk.messages.say(self.tr("Saved: {name}").format(name=path.name), detail=str(path))

    def _print(self) -> None:
        if self.desk.paper is not None and self.table is not None:
            self.desk.paper.preview_figures(
                self.desk.tasks.actor.account_id, self.table.first, self.table.last
            )


def _rows_of(work: Work, *, days: tuple[date, date], cell: Cell, language: str) -> Opened:
    found: dict[object, FigureRow] = {}
    for figure in cell.column.opens:
        for row in figure_rows(
            work, *days, Figure(figure), person=cell.person, everybody=cell.everybody, language=language
        ):
            found[row.key] = row
    rows = sorted(found.values(), key=lambda row: (row.first_due_on, row.customer_number))
    return Opened(rows=rows, names=read_staff(work).names, choices=all_choices(work))


def _span_words(first: date, last: date) -> str:
    pattern = QCoreApplication.translate("followups", "d MMM yyyy")
    locale = QLocale()
    ends = [locale.toString(QDate(day.year, day.month, day.day), pattern) for day in (first, last)]
    return " – ".join(ends)
