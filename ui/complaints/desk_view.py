"""The tickets of the branch by their clocks."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.widgets.states import Loading


class DeskView(QWidget):
    """The list and the card of a ticket."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        QVBoxLayout(self).addWidget(Loading())

    def reload(self) -> None:
        """Read the tickets."""

    def focus_first(self) -> None:
        """The list."""

    def can_leave(self) -> bool:
        """Nothing is typed here yet."""
        return True
