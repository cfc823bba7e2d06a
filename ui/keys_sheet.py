"""The overview of keys (F1), laid over the window until a key is pressed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QVBoxLayout, QWidget

from ui.theme import GAP, font
from ui.widgets.surface import heading


class KeysSheet(QDialog):
    """Two columns of key and meaning; any key closes it."""

    def __init__(self, keys: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, 3 * GAP)
        column.setSpacing(GAP)
        column.addWidget(heading(self.tr("Keys")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * GAP)
        grid.setVerticalSpacing(GAP)
        half = (len(keys) + 1) // 2
        for number, (key, meaning) in enumerate(keys):
            row, side = number % half, 2 * (number // half)
            cap = QLabel(key)
            cap.setFont(font(13, bold=True))
            grid.addWidget(cap, row, side)
            grid.addWidget(QLabel(meaning), row, side + 1)
        column.addLayout(grid)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.text() or event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F1):
            self.close()
            return
        super().keyPressEvent(event)
