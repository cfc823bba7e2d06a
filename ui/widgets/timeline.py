"""What happened, newest first: a line with a mark for each entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import icons
from ui.theme import GAP, RADIUS, SMALL, font, theme
from ui.widgets.scrolling import slim

Index = QModelIndex | QPersistentModelIndex
LEFT = 44


@dataclass(frozen=True, kw_only=True, slots=True)
class Happening:
    """One entry: `when` and `who` as people read them, `title` in bold, `text` wrapped below."""

    key: object
    when: str
    title: str
    who: str = ""
    text: str = ""
    icon: str = "note"


class TimelineModel(QAbstractListModel):
    """The entries shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: list[Happening] = []

    def show_entries(self, entries: Sequence[Happening]) -> None:
        self.beginResetModel()
        self.entries = list(entries)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole), /) -> object:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return "  ".join(part for part in (entry.when, entry.title, entry.who, entry.text) if part)
        return entry if role == Qt.ItemDataRole.UserRole else None


class TimelinePainter(QStyledItemDelegate):
    """Draws the line, the mark and the words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        entry = index.data(Qt.ItemDataRole.UserRole)
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else 400
        height = 44
        if isinstance(entry, Happening) and entry.text:
            box = QFontMetrics(font(13)).boundingRect(
                0, 0, width - LEFT - 2 * GAP, 1000, _wrapped(), entry.text
            )
            height += box.height() + 4
        return QSize(width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        entry = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(entry, Happening):
            return
        colors = theme()
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.color("accent_soft"))
            painter.drawRoundedRect(area.adjusted(2, 1, -2, -1), RADIUS, RADIUS)
        middle = area.left() + 22
        painter.setPen(QPen(colors.color("line"), 1.5))
        top = area.top() + (22 if index.row() == 0 else 0)
        is_last = index.row() == index.model().rowCount() - 1
        painter.drawLine(
            QRectF(middle, top, 0, 0).topLeft(),
            QRectF(middle, area.top() + 22 if is_last else area.bottom() + 1, 0, 0).topLeft(),
        )
        painter.setBrush(colors.color("sunken"))
        painter.setPen(QPen(colors.color("surface"), 3))
        painter.drawEllipse(QRectF(middle - 14, area.top() + 7, 28, 28))
        icons.paint(painter, entry.icon, QRectF(middle - 8, area.top() + 13, 16, 16), colors.color("muted"))
        self._paint_words(painter, area.adjusted(LEFT, 0, -GAP, 0), entry)
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRectF, entry: Happening) -> None:
        colors = theme()
        painter.setFont(font(SMALL))
        when = entry.when + (f" · {entry.who}" if entry.who else "")
        width = painter.fontMetrics().horizontalAdvance(when)
        painter.setPen(colors.color("muted"))
        head = QRectF(area.left(), area.top() + 10, area.width(), 22)
        painter.drawText(head, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), when)
        painter.setFont(font(bold=True))
        painter.setPen(colors.color("text"))
        title = painter.fontMetrics().elidedText(
            entry.title, Qt.TextElideMode.ElideRight, int(area.width() - width - GAP)
        )
        painter.drawText(head, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), title)
        if entry.text:
            painter.setFont(font(13))
            painter.drawText(area.adjusted(0, 34, 0, 0), _wrapped(), entry.text)


def _wrapped() -> int:
    return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWrapAnywhere)


class Timeline(QListView):
    """Arrow keys go through the entries, Enter opens one."""

    opened = Signal(object)  # key of the entry

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = TimelineModel(self)
        self.setModel(self.entries)
        self.setItemDelegate(TimelinePainter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        slim(self)
        self.setAccessibleName(self.tr("What happened"))
        self.activated.connect(self._on_activated)

    def show_entries(self, entries: Sequence[Happening]) -> None:
        """Show these; the place in the list is kept where it can be."""
        place = self.verticalScrollBar().value()
        self.entries.show_entries(entries)
        self.verticalScrollBar().setValue(place)

    def _on_activated(self, index: QModelIndex) -> None:
        entry = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(entry, Happening):
            self.opened.emit(entry.key)
