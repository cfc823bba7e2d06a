"""Writing a result down beside the calendar, in the place of the day's panel."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.followups.records import Item
from ui.desk import Desk
from ui.followups.labels import chip_words
from ui.theme import GAP
from ui.today.result_panel import ResultPanel
from ui.widgets.surface import button

WIDTH = 400


class ResultSide(QWidget):
    """`left` leads back to the calendar; what was typed stays until another item is shown."""

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.panel = ResultPanel(desk)
        self.back = button(self.tr("Back to the day  Esc"), "chevron-left")
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.addWidget(self.back)
        column.addWidget(self.panel, 1)
        self.back.clicked.connect(self.left)
        self.panel.left.connect(self.left)
        self.panel.recorded.connect(lambda _recorded: self.left.emit())

    def show_item(self, item: Item) -> None:
        self.setAccessibleName(chip_words(item))
        self.panel.show_item(item)
        self.panel.go()
