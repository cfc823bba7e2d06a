"""Scroll bars in the program's look, and the column every long page stands in."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QScrollArea,
    QScrollBar,
    QStyle,
    QStyleOptionSlider,
    QVBoxLayout,
    QWidget,
)

from ui.theme import GAP, theme
from ui.widgets.surface import faded

WIDE = 12


class SlimScrollBar(QScrollBar):
    """A thumb and nothing else; it works as every other scroll bar does."""

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        upright = self.orientation() == Qt.Orientation.Vertical
        return QSize(WIDE, hint.height()) if upright else QSize(hint.width(), WIDE)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("surface"))
        if self.maximum() <= self.minimum():
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        thumb = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        strength = 1.0 if self.isSliderDown() else 0.8 if self.underMouse() else 0.55
        painter.setBrush(faded(theme().color("edge"), strength))
        painter.drawRoundedRect(QRectF(thumb).adjusted(3, 3, -3, -3), 3, 3)


def slim(area: QAbstractScrollArea) -> None:
    """Give an area our scroll bars."""
    area.setVerticalScrollBar(SlimScrollBar(Qt.Orientation.Vertical, area))
    area.setHorizontalScrollBar(SlimScrollBar(Qt.Orientation.Horizontal, area))


class ScrollColumn(QScrollArea):
    """A column that scrolls when the window is too low for it; add to `column`. The field with the
    focus is brought into sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        slim(self)
        body = QWidget()
        body.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP)
        self.setWidget(body)
        body.setAutoFillBackground(False)
