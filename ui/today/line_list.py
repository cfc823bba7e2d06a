"""The numbered list: painted lines under the heads of their sections, worked by keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
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
from ui.labels import label
from ui.theme import GAP, RADIUS, SMALL, font, theme
from ui.today.lines import Head, Line, Section
from ui.widgets.scrolling import slim

Index = QModelIndex | QPersistentModelIndex
LINE = 36
HEAD = 32
WIDE = 760  # from here on the last contact is shown as well
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class LineModel(QAbstractListModel):
    """Heads and lines in one column."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[Head | Line] = []

    def show_rows(self, rows: Sequence[Head | Line]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index, /) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.rows[index.row()], Head):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole), /) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Line):
            return "  ".join(part for part in (row.name, row.reason, row.rule, row.said) if part)
        return None

    def _spoken(self, row: Head | Line) -> str:
        if isinstance(row, Head):
            return f"{label(row.section)} {row.count}"
        state = self.tr("done: {what}").format(what=row.said) if row.is_done else row.lateness
        parts = (
            str(row.number),
            row.name,
            row.phone,
            row.class_text,
            row.level,
            row.clock,
            row.reason,
            state,
        )
        return "  ".join(part for part in parts if part)


class LinePainter(QStyledItemDelegate):
    """Columns that line up: number, name, phone, class and level, why, how late, when last."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        row = index.data(Qt.ItemDataRole.UserRole)
        return QSize(200, HEAD if isinstance(row, Head) else LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        if isinstance(row, Head):
            self._paint_head(painter, area, row)
        elif isinstance(row, Line):
            view = self.parent()
            has_focus = isinstance(view, QListView) and view.hasFocus()
            if option.state & QStyle.StateFlag.State_Selected:
                self._paint_choice(painter, area, has_focus=has_focus)
            self._paint_line(painter, area.adjusted(GAP, 0, -2 * GAP, 0), row)
        painter.restore()

    def _paint_head(self, painter: QPainter, area: QRectF, head: Head) -> None:
        colors = theme()
        area = area.adjusted(2 * GAP, 6, -2 * GAP, 0)
        painter.setFont(font(13, bold=True))
        painter.setPen(colors.color("danger" if head.section is Section.OVERDUE else "text"))
        text = f"{label(head.section)}  {head.count}"
        painter.drawText(area, LEFT, text)
        if head.done:
            area.setLeft(area.left() + painter.fontMetrics().horizontalAdvance(text) + 2 * GAP)
            painter.setFont(font(SMALL))
            painter.setPen(colors.color("muted"))
            painter.drawText(area, LEFT, self.tr("{count} done").format(count=head.done))

    def _paint_choice(self, painter: QPainter, area: QRectF, *, has_focus: bool) -> None:
        colors = theme()
        painter.setPen(QPen(colors.color("accent"), 1.4) if has_focus else Qt.PenStyle.NoPen)
        painter.setBrush(colors.color("accent_soft"))
        painter.drawRoundedRect(area.adjusted(5, 1.5, -5, -1.5), RADIUS, RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color("accent"))
        painter.drawRoundedRect(QRectF(area.left() + 5, area.top() + 9, 3, area.height() - 18), 1.5, 1.5)

    def _paint_line(self, painter: QPainter, area: QRectF, line: Line) -> None:
        pen = _Columns(painter, area, is_quiet=line.is_done)
        pen.number(str(line.number), is_done=line.is_done)
        is_person = line.item is not None or bool(line.phone or line.class_text)
        pen.text(line.name, 124 if is_person else 220, bold=True)
        if is_person:
            pen.text(line.phone, 118)
            pen.badge(line.class_text, 68)
            pen.badge(line.level, 28, is_strong=True)
        if line.is_done:
            pen.rest(line.said, "success", "check")
            return
        if area.width() >= WIDE and line.last:
            pen.at_right(line.last, 78, "muted")
        if line.owner:
            pen.at_right(line.owner, 56, "muted")
        if line.lateness:
            pen.at_right(line.lateness, 0, "danger", bold=True)
        if line.clock:
            pen.text(line.clock, 46, bold=True)
        pen.rest(line.reason, "text" if line.item is not None else "muted", line.icon, line.rule)


class _Columns:
    """Goes through a line from left to right, and from right to left for what stands at the end."""

    def __init__(self, painter: QPainter, area: QRectF, *, is_quiet: bool) -> None:
        self._painter = painter
        self._area = QRectF(area)
        self._is_quiet = is_quiet

    def number(self, text: str, *, is_done: bool) -> None:
        self._painter.setFont(font(13, bold=True))
        self._painter.setPen(theme().color("muted" if is_done else "accent_text"))
        spot = QRectF(self._area.left(), self._area.top(), 32, self._area.height())
        self._painter.drawText(spot, RIGHT, text)
        self._area.setLeft(spot.right() + GAP + 2)

    def text(self, text: str, width: float, *, bold: bool = False) -> None:
        self._painter.setFont(font(bold=bold) if bold else font(13))
        spot = QRectF(self._area.left(), self._area.top(), width, self._area.height())
        shown = self._fitted(text, width)
        self._painter.setPen(theme().color("muted" if self._is_quiet else "text"))
        self._painter.drawText(spot, LEFT, shown)
        if self._is_quiet and bold:
            middle = spot.center().y() + 1
            end = spot.left() + self._painter.fontMetrics().horizontalAdvance(shown)
            self._painter.drawLine(QPointF(spot.left(), middle), QPointF(end, middle))
        self._area.setLeft(spot.right() + GAP)

    def badge(self, text: str, width: float, *, is_strong: bool = False) -> None:
        left = self._area.left()
        self._area.setLeft(left + width + 6)
        if not text:
            return
        colors, painter = theme(), self._painter
        painter.setFont(font(SMALL, bold=is_strong))
        shown = self._fitted(text, width - 10)
        spot = QRectF(left, 0, min(painter.fontMetrics().horizontalAdvance(shown) + 12, width), 20)
        spot.moveTop(self._area.center().y() - 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color("sunken"))
        painter.drawRoundedRect(spot, 10, 10)
        painter.setPen(colors.color("muted" if self._is_quiet else "text"))
        painter.drawText(spot, int(Qt.AlignmentFlag.AlignCenter), shown)

    def at_right(self, text: str, width: float, tone: str, *, bold: bool = False) -> None:
        self._painter.setFont(font(SMALL, bold=bold))
        wanted = width or self._painter.fontMetrics().horizontalAdvance(text) + 2
        spot = QRectF(self._area.right() - wanted, self._area.top(), wanted, self._area.height())
        self._painter.setPen(theme().color(tone))
        self._painter.drawText(spot, RIGHT, text)
        self._area.setRight(spot.left() - GAP)

    def rest(self, text: str, tone: str, icon: str, more: str = "") -> None:
        if icon and text:
            spot = QRectF(self._area.left(), self._area.center().y() - 7, 14, 14)
            icons.paint(self._painter, icon, spot, theme().color("muted" if tone == "text" else tone))
            self._area.setLeft(spot.right() + 6)
        self._painter.setFont(font(13))
        self._painter.setPen(theme().color(tone))
        shown = self._fitted(text, self._area.width())
        self._painter.drawText(self._area, LEFT, shown)
        if more:
            self._area.setLeft(self._area.left() + self._painter.fontMetrics().horizontalAdvance(shown) + GAP)
            self._painter.setFont(font(SMALL))
            self._painter.setPen(theme().color("muted"))
            self._painter.drawText(self._area, LEFT, self._fitted(more, self._area.width()))

    def _fitted(self, text: str, width: float) -> str:
        metrics = self._painter.fontMetrics()
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(int(width), 0))


class LineList(QListView):
    """Arrows go from line to line past the heads; digits, letters, Space and Enter are told to the page."""

    picked = Signal(object)  # Line or None: the line under the cursor
    opened = Signal(object)  # Line: Enter, Space or a double click
    typed = Signal(str)  # a digit: the typed line takes it
    pressed_letter = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LineModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(LinePainter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(self.tr("What is to be done today"))
        slim(self)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(self._on_opened)

    def show_rows(self, rows: Sequence[Head | Line]) -> None:
        """Show these; the cursor stays on its line, or where it was, and the list does not jump."""
        before = self.current()
        place = self.verticalScrollBar().value()
        row = self.currentIndex().row()
        self.lines.show_rows(rows)
        found = self._row_of(before.key) if before is not None else -1
        row = found if found >= 0 else self._nearest(max(row, 0))
        if row < 0:
            self.picked.emit(None)
        self._go(row)
        self.verticalScrollBar().setValue(place)

    def current(self) -> Line | None:
        """The line under the cursor."""
        row = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        return row if isinstance(row, Line) else None

    def go_to(self, key: object) -> None:
        """Put the cursor on a line and bring it into sight."""
        row = self._row_of(key)
        if row >= 0:
            self._go(row)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key, text = event.key(), event.text()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and plain:
            self._on_opened(self.currentIndex())
        elif key == Qt.Key.Key_Up and plain:
            self._step(-1)
        elif key == Qt.Key.Key_Down and plain:
            self._step(1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and event.modifiers() & CTRL:
            self._leap(-1 if key == Qt.Key.Key_Up else 1)
        elif plain and text.isdigit():
            self.typed.emit(text)
        elif plain and text.isalpha():
            self.pressed_letter.emit(text.lower())
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        row = self.currentIndex().row() + by
        while 0 <= row < len(self.lines.rows):
            if isinstance(self.lines.rows[row], Line):
                self._go(row)
                return
            row += by
        if row < 0:
            self.scrollToTop()

    def _leap(self, by: int) -> None:
        """To the first line of the section before or after."""
        current = self.current()
        heads = [row.section for row in self.lines.rows if isinstance(row, Head)]
        if current is None or not heads:
            return
        place = heads.index(current.section) + by
        if 0 <= place < len(heads):
            self.go_to_section(heads[place])

    def go_to_section(self, section: Section) -> None:
        """Put the cursor on the first line of a section, with its head in sight."""
        rows = self.lines.rows
        found = next(
            (n for n, row in enumerate(rows) if isinstance(row, Head) and row.section is section), -1
        )
        if found >= 0:
            self._go(found + 1)
            self.scrollTo(self.lines.index(found), QAbstractItemView.ScrollHint.PositionAtTop)

    def _go(self, row: int) -> None:
        if 0 <= row < len(self.lines.rows):
            self.setCurrentIndex(self.lines.index(row))
            if row <= 1:
                self.scrollToTop()

    def _row_of(self, key: object) -> int:
        rows = self.lines.rows
        return next((n for n, row in enumerate(rows) if isinstance(row, Line) and row.key == key), -1)

    def _nearest(self, row: int) -> int:
        places = [n for n, each in enumerate(self.lines.rows) if isinstance(each, Line)]
        return min(places, key=lambda place: abs(place - row), default=-1)

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = current.data(Qt.ItemDataRole.UserRole)
        self.picked.emit(row if isinstance(row, Line) else None)

    def _on_opened(self, index: QModelIndex) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(row, Line):
            self.opened.emit(row)
