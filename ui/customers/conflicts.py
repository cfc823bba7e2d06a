"""Somebody else changed the same field meanwhile: both values side by side, a person chooses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from app.customers.editing import Conflict
from app.customers.fields import FIELD
from ui.customers.labels import field_label
from ui.customers.showing import Showing
from ui.theme import GAP, font
from ui.widgets.surface import Surface, button, heading, quiet


class Conflicts(Surface):
    """One line for each field; it goes when the last is settled. Nothing is lost until then."""

    mine_wanted = Signal(object)  # Conflict
    theirs_wanted = Signal(object)  # Conflict

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.column.setContentsMargins(2 * GAP, 12, 2 * GAP, 12)
        self.setAccessibleName(self.tr("Changed meanwhile"))
        self.column.addWidget(heading(self.tr("Somebody else changed the same field meanwhile")))
        self.column.addWidget(
            quiet(self.tr("Choose which value stays. The other one is kept in the history."))
        )
        self.open: list[Conflict] = []
        self.buttons: list[tuple[QPushButton, QPushButton]] = []
        self._body = QWidget()
        self.column.addWidget(self._body)

    def add(self, conflicts: Sequence[Conflict], showing: Showing) -> None:
        """Show these as well; a field that is here already shows its newer state."""
        new = {_place(conflict) for conflict in conflicts}
        self.open = [known for known in self.open if _place(known) not in new] + list(conflicts)
        self._fill(showing)
        if self.buttons:
            self.buttons[0][0].setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Another card is shown."""
        self.open = []
        self.hide()

    def settle(self, conflict: Conflict, showing: Showing) -> None:
        """A person has chosen."""
        self.open = [known for known in self.open if _place(known) != _place(conflict)]
        self._fill(showing)

    def _fill(self, showing: Showing) -> None:
        self.column.removeWidget(self._body)
        self._body.hide()
        self._body.deleteLater()
        self._body = QWidget()
        self.buttons = []
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for row, conflict in enumerate(self.open):
            self._add(grid, row, conflict, showing)
        self.column.addWidget(self._body)
        self.setVisible(bool(self.open))

    def _add(self, grid: QGridLayout, row: int, conflict: Conflict, showing: Showing) -> None:
        known = FIELD[conflict.part, conflict.field]
        name = QLabel(field_label(conflict.part, conflict.field))
        name.setFont(font(bold=True))
        theirs = button(self.tr("Theirs: {value}").format(value=showing.value(known, conflict.theirs) or "—"))
        mine = button(self.tr("Mine: {value}").format(value=showing.value(known, conflict.mine) or "—"))
        theirs.clicked.connect(lambda: self.theirs_wanted.emit(conflict))
        mine.clicked.connect(lambda: self.mine_wanted.emit(conflict))
        for column, part in enumerate((name, theirs, mine)):
            grid.addWidget(part, row, column)
        self.buttons.append((theirs, mine))


def _place(conflict: Conflict) -> tuple[object, object, str]:
    return (conflict.part, conflict.row_id, conflict.field)
