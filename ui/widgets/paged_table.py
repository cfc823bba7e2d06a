"""The view for `PagedModel`: quick at a million rows, worked by keys, sorted by its heads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import icons
from ui.theme import CONTROL, GAP, SMALL, font, theme
from ui.widgets.paged_model import WAITING, PagedModel
from ui.widgets.scrolling import slim
from ui.widgets.surface import faded

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex


class CellPainter(QStyledItemDelegate):
    """Text with room on both sides; a row that is not here yet shows quietly."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        colors = theme()
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            has_focus = bool(option.state & QStyle.StateFlag.State_Active) and self._view.hasFocus()
            painter.fillRect(option.rect, colors.color("accent" if has_focus else "accent_soft"))
            ink = "on_accent" if has_focus else "text"
        else:
            if index.row() % 2:
                painter.fillRect(option.rect, faded(colors.color("sunken"), 0.4))
            ink = "text"
        text = str(index.data() or "")
        painter.setPen(colors.color("muted" if text == WAITING and not is_chosen else ink))
        painter.setFont(option.font)
        room = option.rect.adjusted(GAP, 0, -GAP, 0)
        shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        side = index.data(Qt.ItemDataRole.TextAlignmentRole)
        painter.drawText(room, side if isinstance(side, int) else 0x81, shown)


class Head(QHeaderView):
    """A flat head: quiet text, a line below, an arrow where the list is sorted."""

    def paintSection(self, painter: QPainter, rect: QRect, section: int, /) -> None:
        colors = theme()
        painter.save()
        painter.fillRect(rect, colors.color("surface"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colors.color("line"))
        model = self.model()
        side = model.headerData(section, self.orientation(), int(Qt.ItemDataRole.TextAlignmentRole))
        title = str(model.headerData(section, self.orientation(), int(Qt.ItemDataRole.DisplayRole)))
        is_sorted = self.sortIndicatorSection() == section
        painter.setFont(font(SMALL, bold=True))
        painter.setPen(colors.color("text" if is_sorted else "muted"))
        room = rect.adjusted(GAP, 0, -GAP, 0)
        painter.drawText(room, side if isinstance(side, int) else 0x81, title)
        if is_sorted:
            is_up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            spot = QRectF(rect.right() - 18, rect.center().y() - 6, 12, 12)
            icons.paint(painter, "chevron-up" if is_up else "chevron-down", spot, colors.color("accent_text"))
        painter.restore()


class PagedTable(QTableView, Generic[R]):
    """Rows are chosen as wholes; the vertical head is not there, for Qt asks every one of its
    sections whether it is selected (28 s for a million)."""

    opened = Signal(object)  # id: Enter or double click
    current_changed = Signal(object)  # id or None
    sort_wanted = Signal(str, bool)  # key, descending
    chosen_changed = Signal(int)  # how many rows are chosen

    def __init__(self, model: PagedModel[R], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paged = model
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        side = self.verticalHeader()
        side.setVisible(False)
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(CONTROL + 2)
        side.setHighlightSections(False)
        self.setItemDelegate(CellPainter(self))
        slim(self)
        self._set_head()
        self.activated.connect(self._on_activated)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.selectionModel().selectionChanged.connect(self._on_selection)

    def _set_head(self) -> None:
        head = Head(Qt.Orientation.Horizontal, self)
        self.setHorizontalHeader(head)
        head.setHighlightSections(False)
        head.setMinimumHeight(CONTROL)
        head.setStretchLastSection(True)
        head.setSectionsMovable(True)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.sectionClicked.connect(self._on_head_clicked)
        for number, column in enumerate(self.paged.columns):
            self.setColumnWidth(number, column.width)

    def selectAll(self) -> None:
        """One range, whatever the length of the list."""
        last = self.paged.index(self.paged.rowCount() - 1, self.paged.columnCount() - 1)
        whole = QItemSelection(self.paged.index(0, 0), last)
        self.selectionModel().select(whole, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def chosen_count(self) -> int:
        return sum(bottom - top + 1 for top, bottom in self._spans())

    def chosen_ids(self) -> Sequence[UUID]:
        """The ids of the chosen rows in the order of the list."""
        return [one for top, bottom in self._spans() for one in self.paged.ids[top : bottom + 1]]

    def _spans(self) -> list[tuple[int, int]]:
        selection = self.selectionModel().selection()
        parts = [selection.at(number) for number in range(selection.count())]
        return sorted((part.top(), part.bottom()) for part in parts)

    def current_id(self) -> UUID | None:
        number = self.currentIndex().row()
        return self.paged.ids[number] if 0 <= number < len(self.paged.ids) else None

    def go_to(self, number: int) -> None:
        """Make a row the current one and bring it into sight."""
        index = self.paged.index(number, 0)
        self.selectionModel().setCurrentIndex(
            index,
            QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
        )
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            event.accept()
            self._on_activated(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _on_activated(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self.paged.ids):
            self.opened.emit(self.paged.ids[index.row()])

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.current_changed.emit(self.current_id() if current.isValid() else None)

    def _on_selection(self) -> None:
        self.chosen_changed.emit(self.chosen_count())

    def _on_head_clicked(self, section: int) -> None:
        key = self.paged.columns[section].sort
        head = self.horizontalHeader()
        if not key:
            head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            return
        self.sort_wanted.emit(key, head.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder)
