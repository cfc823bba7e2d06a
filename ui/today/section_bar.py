"""The sections above the list, each with how much is left in it; a press goes there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.labels import label
from ui.theme import SMALL, font
from ui.today.lines import Head, Section
from ui.widgets.surface import button

HEIGHT = 28


class SectionBar(QWidget):
    """One flat button for each section that has lines."""

    wanted = Signal(object)  # Section

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[Section, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for section in Section:
            made = button("")
            made.setFlat(True)
            made.setFont(font(SMALL + 1))
            made.setMinimumHeight(HEIGHT)
            made.setToolTip(self.tr("Go to this part  Ctrl+Down"))
            made.clicked.connect(partial(self.wanted.emit, section))
            row.addWidget(made)
            made.hide()
            self.buttons[section] = made
        row.addStretch()

    def show_heads(self, heads: Sequence[Head]) -> None:
        """How much is left in each."""
        known = {head.section: head for head in heads}
        for section, made in self.buttons.items():
            head = known.get(section)
            made.setVisible(head is not None)
            if head is not None:
                made.setText(f"{label(section)}  {head.count}")
                made.setAccessibleName(f"{label(section)} {head.count}")
