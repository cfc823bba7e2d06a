"""The two lists of the view of common problems, and the lines that suggest what belongs together."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.complaints.problem_records import GroupLine, ProblemLine, Suggestion
from app.states import ChoiceList
from ui.complaints.pdca import PdcaPainter
from ui.customers.showing import Showing
from ui.labels import label
from ui.theme import GAP
from ui.widgets.scrolling import slim
from ui.widgets.surface import button


class Rows(QTableWidget):
    """Rows with a key each; 0 in `widths` is the column that takes what is left."""

    opened = Signal(object)  # key

    def __init__(self, heads: Sequence[str], widths: Sequence[int], *, many: bool = False) -> None:
        super().__init__(0, len(heads))
        self.keys: list[UUID] = []
        mode = QAbstractItemView.SelectionMode
        self.setHorizontalHeaderLabels(list(heads))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column, width in enumerate(widths):
            if width:
                self.setColumnWidth(column, width)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        slim(self)
        self.activated.connect(lambda index: self.opened.emit(self.keys[index.row()]))

    def show_rows(self, keys: Sequence[UUID], rows: Sequence[Sequence[str]]) -> None:
        """Show these; what was chosen and is still there stays chosen."""
        chosen = set(self.chosen())
        current = self.currentRow()
        was_blocked = self.blockSignals(True)
        self.keys = list(keys)
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(number, column, item)
        self.clearSelection()
        if 0 <= current < len(rows):
            self.selectionModel().setCurrentIndex(
                self.model().index(current, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        self.choose([key for key in keys if key in chosen])
        self.blockSignals(was_blocked)

    def chosen(self) -> list[UUID]:
        """The keys of the rows chosen, in their order."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        return [self.keys[row] for row in rows if row < len(self.keys)]

    def choose(self, keys: Sequence[UUID]) -> None:
        """Choose these rows as well."""
        flags = QItemSelectionModel.SelectionFlag
        for key in keys:
            if key in self.keys:
                index = self.model().index(self.keys.index(key), 0)
                self.selectionModel().select(index, flags.Select | flags.Rows)


class ProblemTable(Rows):
    """The problems, each with its four marks."""

    def __init__(self) -> None:
        super().__init__(
            [
                self.tr("Stands"),
                self.tr("Problem"),
                self.tr("Tickets"),
                self.tr("Seen to by"),
                self.tr("Next"),
            ],
            (108, 0, 64, 92, 92),
        )
        self.setAccessibleName(self.tr("Common problems"))
        self.setItemDelegateForColumn(0, PdcaPainter(self))

    def show_problems(self, lines: Sequence[ProblemLine]) -> None:
        self.show_rows(
            [line.id for line in lines],
            [
                (
                    label(line.state),
                    line.title,
                    str(line.tickets),
                    line.owner,
                    "" if line.next_on is None else f"{line.next_on}",
                )
                for line in lines
            ],
        )
        for number, line in enumerate(lines):
            item = self.item(number, 0)
            if item is not None:
                item.setData(Qt.ItemDataRole.UserRole, line.state)


class FreeTable(Rows):
    """Tickets without a problem; several can be chosen with Ctrl, Shift or Ctrl+A."""

    def __init__(self) -> None:
        super().__init__(
            [
                self.tr("Received"),
                self.tr("Number"),
                self.tr("Customer"),
                self.tr("Matter"),
                self.tr("Category"),
                self.tr("Cause"),
            ],
            (72, 112, 84, 0, 150, 100),
            many=True,
        )
        self.setAccessibleName(self.tr("Tickets without a problem"))

    def show_tickets(self, lines: Sequence[GroupLine], showing: Showing, language: str) -> None:
        self.show_rows(
            [line.id for line in lines],
            [
                (
                    f"{line.received_at.astimezone():%m-%d}",
                    line.number,
                    line.customer_name,
                    line.matter,
                    line.category(language),
                    showing.choice(ChoiceList.CAUSE, line.cause_code),
                )
                for line in lines
            ],
        )


class SuggestionRow(QWidget):
    """5 tickets on 维修质量 / 钣金: group them, or add them to the problem there is."""

    def __init__(self, suggestion: Suggestion, showing: Showing, language: str, *, may_change: bool) -> None:
        super().__init__()
        self.suggestion = suggestion
        place = suggestion.category(language)
        if suggestion.cause_code:
            cause = showing.choice(ChoiceList.CAUSE, suggestion.cause_code)
            place = QCoreApplication.translate("complaints", "{place}, cause {cause}").format(
                place=place, cause=cause
            )
        told = QLabel(
            QCoreApplication.translate("complaints", "{count} tickets in {days} days on {place}").format(
                count=len(suggestion.ticket_ids), days=suggestion.days, place=place
            )
        )
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setWordWrap(True)
        self.group: QPushButton = button(QCoreApplication.translate("complaints", "Group them"), "merge")
        self.add: QPushButton = button(
            QCoreApplication.translate("complaints", "Add to {number}").format(
                number=suggestion.problem_number
            ),
            "add",
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(told, 1)
        row.addWidget(self.add)
        row.addWidget(self.group)
        self.group.setVisible(may_change)
        self.add.setVisible(may_change and suggestion.problem_id is not None)
