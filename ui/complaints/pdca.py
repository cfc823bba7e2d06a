"""Plan, do, check, act: where a common problem stands, as four marks."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.states import ProblemState
from ui import icons
from ui.labels import label
from ui.theme import font, theme

LETTERS: Final = "PDCA"
SIZE: Final = 20
STEP: Final = 24
STANDS: Final = {
    ProblemState.FOUND: 0,
    ProblemState.IMPROVING: 1,
    ProblemState.CHECKING: 2,
    ProblemState.RETURNED: 3,
    ProblemState.SETTLED: 4,
}


def paint_pdca(painter: QPainter, left: float, middle: float, state: ProblemState) -> None:
    """What is behind is filled, where it stands is framed; what came back is red, what is settled green."""
    colors, stands = theme(), STANDS[state]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font(11, bold=True))
    for place, letter in enumerate(LETTERS):
        area = QRectF(left + place * STEP + 1, middle - SIZE / 2, SIZE, SIZE)
        ground, ink, edge = "sunken", "muted", "sunken"
        if state is ProblemState.SETTLED:
            ground, ink, edge = "success_soft", "success", "success_soft"
        elif place < stands:
            ground, ink, edge = "accent_soft", "accent_text", "accent_soft"
        elif place == stands:
            tone = "danger" if state is ProblemState.RETURNED else "accent"
            ground, ink, edge = (
                ("danger_soft", "danger", tone) if tone == "danger" else ("surface", "accent_text", tone)
            )
        painter.setBrush(colors.color(ground))
        painter.setPen(QPen(colors.color(edge), 1.6))
        painter.drawEllipse(area)
        if state is ProblemState.SETTLED and place == 3:
            icons.paint(painter, "check", area.adjusted(3, 3, -3, -3), colors.color(ink))
            continue
        painter.setPen(colors.color(ink))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), letter)
    painter.restore()


class PdcaMark(QWidget):
    """The four marks of one problem."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = ProblemState.FOUND
        self.setFixedSize(QSize(4 * STEP, SIZE + 4))

    def show_state(self, state: ProblemState) -> None:
        self.state = state
        self.setAccessibleName(label(state))
        self.setToolTip(label(state))
        self.update()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        paint_pdca(QPainter(self), 0, self.height() / 2, self.state)


class PdcaPainter(QStyledItemDelegate):
    """The marks in a column whose `UserRole` is the state; its text is what a screen reader says."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /
    ) -> None:
        silent = QStyleOptionViewItem(option)
        self.initStyleOption(silent, index)
        silent.text = ""
        widget = silent.widget
        widget.style().drawControl(widget.style().ControlElement.CE_ItemViewItem, silent, painter, widget)
        state = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(state, str):  # Qt hands members of a StrEnum back as plain text
            paint_pdca(painter, option.rect.left() + 6, option.rect.center().y(), ProblemState(state))
