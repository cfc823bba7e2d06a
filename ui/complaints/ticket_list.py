"""The tickets as lines of two rows, each with its clock in words and as a bar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.complaints.records import TicketLine
from app.complaints.time_left import TimeLeft
from ui.complaints.words import Words, left_words, moment_words
from ui.labels import label
from ui.theme import GAP, RADIUS, SMALL, TEXT, font, theme
from ui.widgets.scrolling import slim

Index = QModelIndex | QPersistentModelIndex
HIGH = 68
NONE = QModelIndex()


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A ticket and what its line says besides itself."""

    line: TicketLine
    severity: str
    rank: int
    stage: str
    clock: str
    used: float | None

    @property
    def spoken(self) -> str:
        """Everything the line shows, for a screen reader."""
        line = self.line
        parts = (
            line.number,
            self.severity,
            line.customer_name,
            line.matter,
            self.stage,
            self.clock,
            line.handler,
        )
        return "  ".join(part for part in parts if part)


class TicketModel(QAbstractListModel):
    """The lines shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self._waiting = self.tr("waiting for the customer")
        self._ended = self.tr("ended {when}")
        self._clockless = self.tr("no limit runs")

    def show_lines(self, lines: Sequence[TicketLine], left: Mapping[UUID, TimeLeft], words: Words) -> None:
        self.beginResetModel()
        self.rows = [self._row(line, left.get(line.id), words) for line in lines]
        self.endResetModel()

    def _row(self, line: TicketLine, left: TimeLeft | None, words: Words) -> Row:
        clock, used = self._clockless, None
        if line.ended_at is not None:
            clock = self._ended.format(when=moment_words(line.ended_at))
        elif line.is_waiting:
            clock = self._waiting
        elif left is not None:
            name = label(line.next_clock) if line.next_clock is not None else ""
            clock, used = f"{name} {left_words(left.left)}".strip(), left.used
        return Row(
            line=line,
            severity=words.severity(line.severity_code),
            rank=words.rank(line.severity_code),
            stage=words.stage(line),
            clock=clock,
            used=used,
        )

    def rowCount(self, parent: Index = NONE, /) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole), /) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return row.spoken
        return row if role == Qt.ItemDataRole.UserRole else None


class TicketPainter(QStyledItemDelegate):
    """Above: severity, number, customer, clock; below: matter and stage; then the bar."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        return QSize(260, HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, Row):
            return
        colors = theme()
        area = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(colors.color("accent"), 1.4))
            painter.setBrush(colors.color("accent_soft"))
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.color("sunken"))
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        inner = area.adjusted(GAP, 6, -GAP, -6)
        self._paint_head(painter, QRectF(inner.left(), inner.top(), inner.width(), 20), row)
        self._paint_matter(painter, QRectF(inner.left(), inner.top() + 21, inner.width(), 18), row)
        self._paint_bar(painter, QRectF(inner.left(), inner.bottom() - 13, inner.width(), 13), row)
        painter.restore()

    def _paint_head(self, painter: QPainter, area: QRectF, row: Row) -> None:
        colors = theme()
        painter.setFont(font(SMALL, bold=True))
        tone = {1: "danger", 2: "danger", 3: "warning"}.get(row.rank, "muted")
        painter.setPen(colors.color(tone))
        wide = painter.fontMetrics().horizontalAdvance(row.severity) + GAP
        painter.drawText(area, _LEFT, row.severity)
        painter.setFont(font(SMALL))
        painter.setPen(colors.color("muted"))
        number = painter.fontMetrics().horizontalAdvance(row.line.number) + GAP
        painter.drawText(area, _RIGHT, row.line.number)
        painter.setFont(font(TEXT, bold=True))
        painter.setPen(colors.color("text"))
        _write(painter, area.adjusted(wide, 0, -number, 0), row.line.customer_name or "—")

    def _paint_matter(self, painter: QPainter, area: QRectF, row: Row) -> None:
        colors = theme()
        painter.setFont(font(SMALL))
        stage = painter.fontMetrics().elidedText(
            row.stage, Qt.TextElideMode.ElideRight, int(area.width() / 3)
        )
        wide = painter.fontMetrics().horizontalAdvance(stage) + GAP
        painter.setPen(colors.color("accent_text"))
        painter.drawText(area, _RIGHT, stage)
        painter.setPen(colors.color("text"))
        painter.setFont(font(SMALL + 1))
        _write(painter, area.adjusted(0, 0, -wide, 0), " ".join(row.line.matter.split()))

    def _paint_bar(self, painter: QPainter, area: QRectF, row: Row) -> None:
        colors = theme()
        late = row.line.is_breached and row.line.ended_at is None
        painter.setFont(font(SMALL, bold=late))
        words = painter.fontMetrics().horizontalAdvance(row.clock)
        tone = "danger" if late else "warning" if row.used is not None and row.used >= 0.8 else "muted"
        painter.setPen(colors.color(tone))
        painter.drawText(area.adjusted(0, -3, 0, 3), _RIGHT, row.clock)
        if row.used is None:
            return
        track = QRectF(area.left(), area.center().y() - 2, max(area.width() - words - GAP, 20), 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color("sunken"))
        painter.drawRoundedRect(track, 2, 2)
        painter.setBrush(colors.color("accent" if tone == "muted" else tone))
        painter.drawRoundedRect(QRectF(track.left(), track.top(), max(track.width() * row.used, 4), 4), 2, 2)


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def _write(painter: QPainter, area: QRectF, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, _LEFT, shown)


class TicketList(QListView):
    """Arrows go through the tickets, Enter opens one, a letter makes the move it stands for."""

    went = Signal(object)  # UUID of the ticket now current
    opened = Signal(object)
    letter = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_filling = False
        self._lines = TicketModel(self)
        self.setModel(self._lines)
        self.setItemDelegate(TicketPainter(self))
        self.setAccessibleName(self.tr("Tickets"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        slim(self)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(lambda _index: self.opened.emit(self.current()))

    @property
    def rows(self) -> list[Row]:
        return self._lines.rows

    def current(self) -> UUID | None:
        index = self.currentIndex()
        return self.rows[index.row()].line.id if index.isValid() else None

    def show_lines(self, lines: Sequence[TicketLine], left: Mapping[UUID, TimeLeft], words: Words) -> None:
        """Show lines; the current ticket stays the current one where it is still among them."""
        kept, top = self.current(), self.verticalScrollBar().value()
        self._is_filling = True
        self._lines.show_lines(lines, left, words)
        self.go_to(kept)
        self.verticalScrollBar().setValue(top)
        self._is_filling = False

    def go_to(self, ticket_id: UUID | None) -> None:
        """Make a ticket current without opening it."""
        keys = [row.line.id for row in self.rows]
        was, self._is_filling = self._is_filling, True
        if ticket_id in keys:
            self.setCurrentIndex(self._lines.index(keys.index(ticket_id)))
        else:
            self.setCurrentIndex(QModelIndex())
        self._is_filling = was

    def step(self, by: int) -> None:
        """The next or previous ticket."""
        row = self.currentIndex().row() + by if self.currentIndex().isValid() else 0
        if 0 <= row < len(self.rows):
            self.setCurrentIndex(self._lines.index(row))

    def currentChanged(self, current: Index, previous: Index, /) -> None:
        super().currentChanged(current, previous)
        if not self._is_filling and current.isValid():
            self.went.emit(self.rows[current.row()].line.id)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current() is not None:
            self.opened.emit(self.current())
        elif event.text().isalpha() and not event.modifiers():
            self.letter.emit(event.text().upper())
        else:
            super().keyPressEvent(event)
