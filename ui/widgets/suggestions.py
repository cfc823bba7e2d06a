"""A list under a line edit: the typed line keeps the focus, arrows and Enter work the list.

It is a child of the window and not a popup window, so that Chinese input goes on undisturbed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from ui import icons
from ui.theme import GAP, ICON, RADIUS, SMALL, font, theme
from ui.widgets.line import LineEdit
from ui.widgets.scrolling import slim

ROW = 44
PLAIN_ROW = 32
Index = QModelIndex | QPersistentModelIndex
Marks = tuple[tuple[int, int], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggestion:
    """One row; marks are (start, length) of the matched parts, `key` is what the page gets back."""

    key: object
    text: str
    marks: Marks = ()
    detail: str = ""
    detail_marks: Marks = ()
    side: str = ""
    icon: str = ""


class SuggestionModel(QAbstractListModel):
    """The rows on offer."""

    def __init__(self, parent: Suggestions) -> None:
        super().__init__(parent)
        self.rows: list[Suggestion] = []

    def offer(self, rows: Sequence[Suggestion]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole), /) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return "  ".join(part for part in (row.text, row.detail, row.side) if part)
        return row if role == Qt.ItemDataRole.UserRole else None


class SuggestionPainter(QStyledItemDelegate):
    """Icon, text with the matched part marked, detail below, a side note at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        row = index.data(Qt.ItemDataRole.UserRole)
        return QSize(200, ROW if isinstance(row, Suggestion) and row.detail else PLAIN_ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, Suggestion):
            return
        colors = theme()
        area = QRectF(option.rect)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.color("accent_soft"))
            painter.drawRoundedRect(area.adjusted(4, 1, -4, -1), RADIUS - 2, RADIUS - 2)
            painter.setBrush(colors.color("accent"))
            painter.drawRoundedRect(QRectF(area.left() + 4, area.top() + 8, 3, area.height() - 16), 1.5, 1.5)
        inner = area.adjusted(2 * GAP, 0, -2 * GAP, 0)
        if row.icon:
            spot = QRectF(inner.left(), inner.center().y() - ICON / 2, ICON, ICON)
            icons.paint(painter, row.icon, spot, colors.color("muted"))
            inner.setLeft(inner.left() + ICON + GAP + 2)
        if row.side:
            painter.setFont(font(SMALL))
            painter.setPen(colors.color("muted"))
            painter.drawText(
                inner, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), row.side
            )
            inner.setRight(inner.right() - painter.fontMetrics().horizontalAdvance(row.side) - GAP)
        painter.setFont(font())
        if row.detail:
            paint_marked(
                painter, QRectF(inner.left(), area.top() + 4, inner.width(), 20), row.text, row.marks
            )
            painter.setFont(font(SMALL))
            lower = QRectF(inner.left(), area.top() + 23, inner.width(), 17)
            paint_marked(painter, lower, row.detail, row.detail_marks, "muted")
        else:
            paint_marked(painter, inner, row.text, row.marks)
        painter.restore()


def paint_marked(painter: QPainter, area: QRectF, text: str, marks: Marks, tone: str = "text") -> None:
    """One line of text with the marked parts on the colour of a marker pen, bold in high contrast."""
    colors = theme()
    metrics = QFontMetrics(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
    middle = area.center().y()
    for start, length in marks:
        if start >= len(shown):
            continue
        left = area.left() + metrics.horizontalAdvance(shown[:start])
        width = metrics.horizontalAdvance(shown[start : start + length])
        spot = QRectF(left - 1, middle - metrics.height() / 2, width + 2, metrics.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color("mark"))
        painter.drawRoundedRect(spot, 3, 3)
    left_middle = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    painter.setPen(colors.color(tone))
    painter.drawText(area, left_middle, shown)
    if tone == "text":
        return
    painter.setPen(colors.color("text"))  # quiet ink would not be read on the marker's colour
    for start, length in marks:
        part = area.adjusted(metrics.horizontalAdvance(shown[:start]), 0, 0, 0)
        painter.drawText(part, left_middle, shown[start : start + length])


class Suggestions(QFrame):
    """Shown by `offer`, gone with Escape, a choice, an empty offer or when the line loses the focus."""

    chosen = Signal(object)  # Suggestion

    def __init__(self, edit: LineEdit, *, rows: int = 8, name: str = "") -> None:
        super().__init__(edit.window())
        self._edit = edit
        self._most = rows
        self.setObjectName("suggestions")
        self.setAutoFillBackground(False)
        self.model = SuggestionModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(SuggestionPainter(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(name or edit.accessibleName())
        self.list.viewport().setAutoFillBackground(False)
        slim(self.list)
        self.list.clicked.connect(self._on_clicked)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.note = QLabel()
        self.note.setFont(font(SMALL))
        self.note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.note.setContentsMargins(2 * GAP, 4, 2 * GAP, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 6, 1, 6)
        column.setSpacing(0)
        column.addWidget(self.list)
        column.addWidget(self.note)
        self.hide()
        edit.installEventFilter(self)

    def offer(self, rows: Sequence[Suggestion], note: str = "", *, first_is_chosen: bool = True) -> None:
        """Show these rows under the line; with none, only the note; with neither, nothing."""
        self.model.offer(rows)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.list.setVisible(bool(rows))
        if not rows and not note:
            self.hide()
            return
        self._place()
        if rows and first_is_chosen:
            self.list.setCurrentIndex(self.model.index(0))
        self.show()
        self.raise_()

    def current(self) -> Suggestion | None:
        """The row Enter would take."""
        row = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        return row if isinstance(row, Suggestion) and self.isVisible() else None

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme().color("window"))
        painter.setPen(QPen(theme().color("edge"), 1))
        painter.setBrush(theme().color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def eventFilter(self, watched: object, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.isVisible():
            return self._take_key(Qt.Key(event.key()))
        return False

    def _take_key(self, key: Qt.Key) -> bool:
        if self._edit.is_composing:
            return False
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: self._most,
            Qt.Key.Key_PageUp: -self._most,
        }
        if key in steps and self.model.rows:
            self._step(steps[key])
            return True
        if key == Qt.Key.Key_Escape:
            self.hide()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            row = self.current()
            if row is not None:
                self._choose(row)
                return True
        return False

    def _step(self, by: int) -> None:
        count = len(self.model.rows)
        row = self.list.currentIndex().row()
        target = (row + by) % count if abs(by) == 1 else min(max(row + by, 0), count - 1)
        self.list.setCurrentIndex(self.model.index(target))

    def _on_clicked(self, index: QModelIndex) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(row, Suggestion):
            self._choose(row)

    def _choose(self, row: Suggestion) -> None:
        self.hide()
        self.chosen.emit(row)

    def _place(self) -> None:
        window = self._edit.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        wanted = sum(ROW if row.detail else PLAIN_ROW for row in self.model.rows[: self._most])
        self.list.setFixedHeight(wanted)
        height = (wanted if self.model.rows else 0) + 12
        if self.note.text():
            height += self.note.sizeHint().height()
        below = self._edit.mapTo(window, QPoint(0, self._edit.height() + 3))
        if below.y() + height > window.height() - 4:
            above = self._edit.mapTo(window, QPoint(0, 0)).y() - height - 3
            below.setY(above if above >= 0 else below.y())
        self.setGeometry(below.x(), below.y(), max(self._edit.width(), 280), height)
