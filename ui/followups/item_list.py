"""A plain list of items beside the views: arrows, Enter, M, and dragging onto a day."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.followups.records import Item, ItemKey
from ui.customers.slots import local_today
from ui.followups.chips import ChipPainter
from ui.followups.day_corner import RIGHT
from ui.followups.labels import chip_words, spoken
from ui.theme import SMALL, font, theme
from ui.widgets.scrolling import slim

Index = QModelIndex | QPersistentModelIndex
ROW = 25
DAY_WIDTH = 48


class ItemsModel(QAbstractListModel):
    """The items shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.items: list[Item] = []

    def show_items(self, items: Sequence[Item]) -> None:
        self.beginResetModel()
        self.items = list(items)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole), /) -> object:
        if not index.isValid() or index.row() >= len(self.items):
            return None
        item = self.items[index.row()]
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return spoken(item)
        return item if role == Qt.ItemDataRole.UserRole else None


class RowPainter(QStyledItemDelegate):
    """A chip, with the day it was due at the right where `with_day`."""

    def __init__(self, view: QListView, *, with_day: bool) -> None:
        super().__init__(view)
        self._view = view
        self._with_day = with_day
        self.chips = ChipPainter()
        theme().changed.connect(self._on_theme)

    def _on_theme(self) -> None:
        self.chips.fit()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        return QSize(80, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        item = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(item, Item):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect).adjusted(6, 2, -6, -2)
        if self._with_day:
            painter.setFont(font(SMALL - 1))
            painter.setPen(theme().color("muted"))
            painter.drawText(area, RIGHT, _short_day(item))
            area.setRight(area.right() - DAY_WIDTH)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        self.chips.paint(painter, area, item, chip_words(item), is_current=is_current)
        painter.restore()


def _short_day(item: Item) -> str:
    """11/9, and 25/11/9 for another year."""
    words = f"{item.due_on.month}/{item.due_on.day}"
    return words if item.due_on.year == local_today().year else f"{item.due_on.year % 100}/{words}"


class ItemList(QListView):
    """Its row is kept by key when the items are read anew."""

    chosen = Signal(object)  # Item, when the cursor comes to it
    opened = Signal(object)  # Item: Enter, double click
    pick_up_wanted = Signal(object)
    command_wanted = Signal(object, str)
    drag_begun = Signal(object, QPoint)

    def __init__(self, name: str, *, with_day: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ItemsModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(RowPainter(self, with_day=with_day))
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        slim(self)
        self._pressed: QPoint | None = None
        self._is_filling = False
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_items(self, items: Sequence[Item]) -> None:
        """Show these; place and chosen row stay where they can."""
        if self.rows.items == list(items):
            return
        present, place = self.current_item(), self.verticalScrollBar().value()
        self._is_filling = True
        self.rows.show_items(items)
        self.go_to(present.key if present is not None else None)
        self._is_filling = False
        self.verticalScrollBar().setValue(place)

    def current_item(self) -> Item | None:
        item = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        return item if isinstance(item, Item) else None

    def go_to(self, key: ItemKey | None) -> None:
        """Make the row of a key the current one, silently."""
        was, self._is_filling = self._is_filling, True
        row = next((n for n, item in enumerate(self.rows.items) if item.key == key), -1)
        self.setCurrentIndex(self.rows.index(row, 0) if row >= 0 else QModelIndex())
        self._is_filling = was

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        item = current.data(Qt.ItemDataRole.UserRole)
        if isinstance(item, Item) and not self._is_filling:
            self.chosen.emit(item)

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.items and event.reason() in (
            Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason,
        ):  # fmt: skip
            self.setCurrentIndex(self.rows.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        item, key = self.current_item(), Qt.Key(event.key())
        has_modifier = bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        if item is None or has_modifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(item)
        elif key == Qt.Key.Key_M:
            self.pick_up_wanted.emit(item)
        elif key == Qt.Key.Key_Delete or event.text().isalpha():
            self.command_wanted.emit(item, "delete" if key == Qt.Key.Key_Delete else event.text().lower())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        item = self.current_item()
        point = event.position().toPoint()
        if self._pressed is None or item is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if (point - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self.drag_begun.emit(item, self.viewport().mapToGlobal(point))

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        self._pressed = None
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        item = self.current_item()
        if item is not None:
            self.opened.emit(item)
