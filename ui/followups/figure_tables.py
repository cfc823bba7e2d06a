"""The two tables of the figures: a line for each person, and the follow-ups one cell counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.followups.figures.records import FigureLine, FigureRow, FigureTable
from ui.followups.figure_words import COLUMNS, number_words, person_words, title_of
from ui.followups.labels import day_words
from ui.theme import CONTROL, font, theme
from ui.widgets.scrolling import slim

Index = QModelIndex | QPersistentModelIndex
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
DISPLAY, ALIGNMENT, FONT = (
    int(Qt.ItemDataRole.DisplayRole),
    int(Qt.ItemDataRole.TextAlignmentRole),
    int(Qt.ItemDataRole.FontRole),
)
SPOKEN, HINT, INK = (
    int(Qt.ItemDataRole.AccessibleTextRole),
    int(Qt.ItemDataRole.ToolTipRole),
    int(Qt.ItemDataRole.ForegroundRole),
)


class TextModel(QAbstractTableModel):
    """Rows of texts that were prepared before; some columns stand at the right."""

    def __init__(self, titles: Sequence[str], right: frozenset[int], parent: QWidget) -> None:
        super().__init__(parent)
        self.titles = list(titles)
        self.right = right
        self.texts: list[tuple[str, ...]] = []
        self.strong: int = -1

    def show_texts(self, texts: Sequence[tuple[str, ...]], strong: int = -1) -> None:
        """Other rows; that number `strong` is bold."""
        self.beginResetModel()
        self.texts, self.strong = list(texts), strong
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.texts)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == ALIGNMENT:
            return RIGHT if section in self.right else LEFT
        return self.titles[section] if role == DISPLAY else None

    def data(self, index: Index, role: int = DISPLAY) -> object:
        row, column = index.row(), index.column()
        text = self.texts[row][column]
        if role == DISPLAY:
            return text
        if role == ALIGNMENT:
            return RIGHT if column in self.right else LEFT
        if role == FONT and row == self.strong:
            return font(bold=True)
        if role == SPOKEN:
            return f"{self.texts[row][0]}  {self.titles[column]} {text}"
        if role == HINT:
            return text
        if role == INK and text in ("0", "–"):
            return theme().color("muted")
        return None


class FigureGrid(QTableView):
    """A table whose cells are opened by Enter, a double click or, where asked, a click."""

    opened = Signal(int, int)  # row, column
    moved = Signal(int, int)  # row, column, of the cursor
    escaped = Signal()

    def __init__(self, titles: Sequence[str], right: frozenset[int], name: str) -> None:
        super().__init__()
        self.texts = TextModel(titles, right, self)
        self.setModel(self.texts)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(CONTROL - 2)
        self.horizontalHeader().setHighlightSections(False)
        slim(self)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row(), index.column()))
        self.selectionModel().currentChanged.connect(self._on_current)

    def put_cursor(self, row: int, column: int) -> None:
        """Go to a cell that is there."""
        if 0 <= row < self.texts.rowCount():
            self.setCurrentIndex(self.texts.index(row, column))

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.moved.emit(current.row(), current.column())

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.opened.emit(index.row(), index.column())
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class PeopleGrid(FigureGrid):
    """A line for each person and, below them, one for all."""

    def __init__(self) -> None:
        titles = [self.tr("Who"), *(title_of(column) for column in COLUMNS)]
        super().__init__(titles, frozenset(range(1, len(titles))), self.tr("Figures"))
        self.lines: list[FigureLine] = []
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        head.setMinimumSectionSize(62)
        self.setColumnWidth(0, 150)

    def show_table(self, table: FigureTable) -> None:
        """Show figures; the cursor stays where it was."""
        at = self.currentIndex()
        row, column = (at.row(), at.column()) if at.isValid() else (0, 1)
        only_one = len(table.lines) == 1
        self.lines = [*table.lines] if only_one else [*table.lines, table.total]
        texts = [
            (
                self.tr("Branch") if line is table.total else person_words(line),
                *(number_words(column, line) for column in COLUMNS),
            )
            for line in self.lines
        ]
        self.texts.show_texts(texts, strong=-1 if only_one else len(texts) - 1)
        self.put_cursor(min(row, len(texts) - 1), column)


class RowsGrid(FigureGrid):
    """The follow-ups a cell counts; Enter opens the customer's card."""

    def __init__(self) -> None:
        titles = (
            self.tr("Customer"),
            self.tr("No."),
            self.tr("Matter"),
            self.tr("Who"),
            self.tr("Due on"),
            self.tr("Done on"),
            self.tr("Days late"),
            self.tr("Result"),
        )
        super().__init__(titles, frozenset({6}), self.tr("Follow-ups"))
        self.rows: list[FigureRow] = []
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        head = self.horizontalHeader()
        for column, width in enumerate((200, 140, 0, 110, 150, 150, 90, 120)):
            self.setColumnWidth(column, width)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)

    def show_rows(
        self, rows: Sequence[FigureRow], who: Callable[[UUID | None], str], result: Callable[[str], str]
    ) -> None:
        """Show follow-ups, the first of them chosen."""
        self.rows = list(rows)
        self.texts.show_texts(
            [
                (
                    row.customer_name,
                    row.customer_number,
                    row.matter,
                    who(row.person_id),
                    day_words(row.first_due_on),
                    day_words(row.closed_on) if row.closed_on is not None else "",
                    f"{row.days_late:,}" if row.days_late else "",
                    result(row.outcome),
                )
                for row in rows
            ]
        )
        self.scrollToTop()
        self.put_cursor(0, 0)
