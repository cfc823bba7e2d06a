"""The special days of a year as a table: days in a row that are the same stand in one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from app.calendar_days import DayRecord
from app.states import DayKind
from app.worktime import hours_text
from ui.labels import label, register
from ui.marked import QT_TRANSLATE_NOOP
from ui.theme import GAP
from ui.widgets.scrolling import slim

register(
    DayKind,
    {
        DayKind.HOLIDAY: QT_TRANSLATE_NOOP("labels", "Holiday"),
        DayKind.WORKDAY: QT_TRANSLATE_NOOP("labels", "Make-up day"),
        DayKind.CLOSED: QT_TRANSLATE_NOOP("labels", "Closed"),
        DayKind.SHORT: QT_TRANSLATE_NOOP("labels", "Special hours"),
    },
)


_SHORT: Final = (
    QT_TRANSLATE_NOOP("settings", "Mon"),
    QT_TRANSLATE_NOOP("settings", "Tue"),
    QT_TRANSLATE_NOOP("settings", "Wed"),
    QT_TRANSLATE_NOOP("settings", "Thu"),
    QT_TRANSLATE_NOOP("settings", "Fri"),
    QT_TRANSLATE_NOOP("settings", "Sat"),
    QT_TRANSLATE_NOOP("settings", "Sun"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """Days in a row with the same entry."""

    first: date
    last: date
    record: DayRecord


def runs(days: Sequence[DayRecord]) -> list[Run]:
    """Special days in order, those in a row that are the same put together."""
    found: list[Run] = []
    for record in days:
        last = found[-1] if found else None
        if (
            last is not None
            and last.last + timedelta(days=1) == record.day
            and (last.record.special, last.record.is_own) == (record.special, record.is_own)
        ):
            found[-1] = Run(first=last.first, last=record.day, record=last.record)
        else:
            found.append(Run(first=record.day, last=record.day, record=record))
    return found


class DaysTable(QTableWidget):
    """One line for each run of days."""

    removal_wanted = Signal()  # Delete was pressed on the chosen line

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self.setHorizontalHeaderLabels([self.tr("Days"), self.tr("What"), self.tr("Name"), self.tr("For")])
        self.setAccessibleName(self.tr("Special days"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setMinimumHeight(200)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        head.setHighlightSections(False)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        slim(self)
        self.runs: list[Run] = []

    def show_days(self, days: Sequence[DayRecord], language: str, reveal: date | None = None) -> None:
        """Fill it anew; the line that was chosen stays chosen, and that of `reveal` comes into sight."""
        chosen = self.chosen()
        self.blockSignals(True)
        self.runs = runs(days)
        self.setRowCount(len(self.runs))
        for row, run in enumerate(self.runs):
            for column, text in enumerate(self._texts(run, language)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(row, column, item)
        for column in (0, 1, 3):
            self.resizeColumnToContents(column)
            self.setColumnWidth(column, self.columnWidth(column) + GAP)
        self.clearSelection()
        self.setCurrentCell(-1, -1)
        for row, run in enumerate(self.runs):
            if chosen is not None and run.first <= chosen.first <= run.last:
                self.selectRow(row)
        self.blockSignals(False)
        if chosen is None:
            self._bring_into_sight(reveal or datetime.now().astimezone().date())

    def _bring_into_sight(self, day: date) -> None:
        """The line of a day or, where it has none, of the next one."""
        row = next((row for row, run in enumerate(self.runs) if run.last >= day), None)
        if row is not None:
            self.scrollTo(self.model().index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)

    def chosen(self) -> Run | None:
        """The run of the chosen line."""
        rows = {index.row() for index in self.selectedIndexes()}
        return self.runs[rows.pop()] if rows else None

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Delete and self.chosen() is not None:
            self.removal_wanted.emit()
            return
        super().keyPressEvent(event)

    def _texts(self, run: Run, language: str) -> tuple[str, ...]:
        special = run.record.special
        owner = self.tr("own") if run.record.is_own else self.tr("all")
        name = "  ".join(part for part in (special.name(language), hours_text(special.spans or ())) if part)
        return self._days_text(run), label(special.kind), name, owner

    def _days_text(self, run: Run) -> str:
        first = f"{run.first:%m-%d} {_short_weekday(run.first)}"
        if run.first == run.last:
            return first
        count = self.tr("%n day(s)", "", (run.last - run.first).days + 1)
        return f"{first} – {run.last:%m-%d} {_short_weekday(run.last)}   {count}"


def _short_weekday(day: date) -> str:
    return QCoreApplication.translate("settings", _SHORT[day.weekday()])
