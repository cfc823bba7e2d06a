"""Buttons side by side that go on in the next row where the width ends."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import CONTROL

SPACE = 6


class FlowRow(QWidget):
    """Takes the height its rows need at the width it has."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def add(self, part: QWidget) -> None:
        """Append a part."""
        part.setParent(self)
        part.show()
        self._parts.append(part)
        self._arrange()

    def clear(self) -> None:
        """Take all parts out."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(200, self._height(self.width(), place=False))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        height = self._height(self.width(), place=True)
        if height != self.height():
            self.setFixedHeight(height)

    def _height(self, width: int, *, place: bool) -> int:
        left, top, high = 0, 0, CONTROL
        for part in self._parts:
            hint = part.sizeHint()
            if left and left + hint.width() > width:
                left, top, high = 0, top + high + SPACE, CONTROL
            high = max(high, hint.height(), part.minimumHeight())
            if place:
                part.setGeometry(left, top, min(hint.width(), max(width, 1)), high)
            left += hint.width() + SPACE
        return top + high if self._parts else 0
