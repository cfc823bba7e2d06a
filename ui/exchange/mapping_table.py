"""The preview of a list: its rows with what is wrong, and a choice box for the meaning of each column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.exchange.cells import cell_text
from app.exchange.fields import Field
from app.exchange.mapping import Mapping
from app.exchange.records import CheckedRow, RowState
from ui import icons
from ui.exchange.bringing_in import reasons
from ui.exchange.meanings import MEANINGS, meaning
from ui.theme import CONTROL, GAP, SMALL, font, theme
from ui.widgets.choice import Combo
from ui.widgets.scrolling import slim
from ui.widgets.surface import faded

Index = QModelIndex | QPersistentModelIndex
OWN: Final = 2
"""Columns of ours before those of the list: the row number and what is wrong."""
STATE: Final = int(Qt.ItemDataRole.UserRole)
FLAWED: Final = STATE + 1
MOST_COLUMNS: Final = 80
_WIDTH = 148
_HEAD = 68


class CheckedRows(QAbstractTableModel):
    """Prepared rows; `data` only indexes them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[CheckedRow] = []
        self.titles: list[str] = []
        self._texts: list[list[str]] = []
        self._flawed: list[dict[int, str]] = []

    def show_rows(self, rows: Sequence[CheckedRow], mapping: Mapping) -> None:
        """Other rows, or the same under another mapping."""
        self.beginResetModel()
        columns = mapping.columns[:MOST_COLUMNS]
        places = {column.title: number for number, column in enumerate(columns)}
        self.rows = list(rows)
        self.titles = [column.title for column in columns]
        self._texts = [
            [str(row.number), reasons(row.flaws)]
            + [
                cell_text(row.cells[column.index]) if column.index < len(row.cells) else ""
                for column in columns
            ]
            for row in rows
        ]
        self._flawed = [
            {
                places[flaw.column] + OWN: "danger" if flaw.fatal else "warning"
                for flaw in sorted(row.flaws, key=lambda one: one.fatal)
                if flaw.column in places
            }
            for row in rows
        ]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._texts)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.titles) + OWN

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts[row][column].replace("\n", " ")
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._texts[row][1] if column == 1 or column in self._flawed[row] else None
        if role == STATE:
            return self.rows[row].state
        if role == FLAWED:
            return self._flawed[row].get(column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        own = (self.tr("Row"), self.tr("Check"))
        return own[section] if section < OWN else self.titles[section - OWN]


class _Cells(QStyledItemDelegate):
    """Rows in their colour, flawed cells in a stronger one, and a sign where colour alone would speak."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        colors = theme()
        state = index.data(STATE)
        of_row = {RowState.REJECTED: "danger", RowState.WARNED: "warning"}.get(state)
        tone = of_row if index.column() < OWN else index.data(FLAWED)
        area = option.rect
        if tone is not None:
            painter.fillRect(area, colors.color(f"{tone}_soft"))
        elif index.row() % 2:
            painter.fillRect(area, faded(colors.color("sunken"), 0.4))
        room = area.adjusted(GAP, 0, -GAP, 0)
        if index.column() == 0:
            icon = {"danger": "error", "warning": "warning"}.get(tone or "", "check")
            spot = QRect(area.left() + GAP, area.center().y() - 8, 16, 16)
            icons.paint(painter, icon, spot.toRectF(), colors.color(tone or "success"))
            room = room.adjusted(22, 0, 0, 0)
        painter.setPen(colors.color(tone or "text"))
        painter.setFont(option.font)
        text = option.fontMetrics.elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, 0x81, text)


class MappingHead(QHeaderView):
    """The titles of the list, and under each the choice of what it means; Tab goes from one to the next."""

    picked = Signal(int, object)  # column of the list, Field or None
    reached = Signal(object)  # the box that got the focus

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.boxes: list[Combo] = []
        self._columns: list[int] = []
        self._fields = list(MEANINGS)
        self.setMinimumHeight(_HEAD)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.sectionResized.connect(self._place)
        parent.horizontalScrollBar().valueChanged.connect(self._place)

    def show_mapping(self, mapping: Mapping) -> None:
        """The boxes for these columns."""
        columns = mapping.columns[:MOST_COLUMNS]
        while len(self.boxes) > len(columns):
            self.boxes.pop().deleteLater()
        while len(self.boxes) < len(columns):
            self.boxes.append(self._box(len(self.boxes)))
        self._columns = [column.index for column in columns]
        for box, column in zip(self.boxes, columns, strict=True):
            box.setAccessibleName(self.tr("Meaning of “{title}”").format(title=column.title))
            box.setCurrentIndex(self._fields.index(column.field) + 1 if column.field else 0)
        self._place()

    def paintSection(self, painter: QPainter, rect: QRect, section: int, /) -> None:
        colors = theme()
        painter.save()
        painter.fillRect(rect, colors.color("surface"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colors.color("line"))
        painter.setFont(font(SMALL, bold=True))
        painter.setPen(colors.color("muted"))
        model = self.model()
        title = str(model.headerData(section, self.orientation(), int(Qt.ItemDataRole.DisplayRole)))
        room = QRect(rect.left() + GAP, rect.top() + 4, rect.width() - 2 * GAP, 24)
        if section < OWN:
            room = rect.adjusted(GAP, 0, -GAP, 0)
        shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, 0x81, shown)
        painter.restore()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        empty = self.length() - self.offset()
        painter.fillRect(empty, 0, self.width(), self.height(), theme().color("surface"))

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place()

    def _box(self, number: int) -> Combo:
        box = Combo(self.viewport())
        box.addItem(self.tr("(not taken over)"))
        box.addItems([meaning(field) for field in self._fields])
        box.activated.connect(lambda index: self._on_picked(number, index))
        box.installEventFilter(self)
        box.show()
        return box

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.FocusIn and watched in self.boxes:
            self.reached.emit(watched)
        return super().eventFilter(watched, event)

    def _on_picked(self, number: int, index: int) -> None:
        self.picked.emit(self._columns[number], self._fields[index - 1] if index else None)

    def _place(self) -> None:
        for number, box in enumerate(self.boxes):
            left = self.sectionViewportPosition(number + OWN)
            box.setGeometry(left + 4, _HEAD - CONTROL - 6, self.sectionSize(number + OWN) - 8, CONTROL)


class MappingTable(QTableView):
    """The rows under their heads; the boxes are reached with Tab and scroll into sight."""

    picked = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = CheckedRows(self)
        self.setModel(self.rows)
        self.head = MappingHead(self)
        self.setHorizontalHeader(self.head)
        self.head.picked.connect(self.picked)
        self.head.reached.connect(self._bring_into_sight)
        self.setItemDelegate(_Cells(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Rows of the list"))
        side = self.verticalHeader()
        side.setVisible(False)
        side.setDefaultSectionSize(CONTROL)
        slim(self)
        self.setCornerWidget(QWidget())

    def show_list(self, rows: Sequence[CheckedRow], mapping: Mapping) -> None:
        """Rows with the boxes above them."""
        is_new = len(self.rows.titles) != len(mapping.columns[:MOST_COLUMNS])
        self.rows.show_rows(rows, mapping)
        self.head.show_mapping(mapping)
        if is_new:
            self.setColumnWidth(0, 76)
            for column in range(OWN, self.rows.columnCount()):
                self.setColumnWidth(column, _WIDTH)
        has_flaws = any(row.flaws for row in rows)
        self.setColumnHidden(1, not has_flaws)
        if has_flaws:
            self.setColumnWidth(1, 300)
        self.head.show_mapping(mapping)

    def _bring_into_sight(self, box: QWidget) -> None:
        """Scroll sideways until a choice box is seen."""
        bar = self.horizontalScrollBar()
        left, right = box.geometry().left(), box.geometry().right()
        if left < 0:
            bar.setValue(bar.value() + left - GAP)
        elif right > self.viewport().width():
            bar.setValue(bar.value() + right - self.viewport().width() + GAP)


def field_of(value: object) -> Field | None:
    """What a `picked` signal carried."""
    return value if isinstance(value, Field) else None
