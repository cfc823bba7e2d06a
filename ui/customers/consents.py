"""Consent by purpose on the card: what holds now, given or withdrawn with one press."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from app.customers.records import ConsentState
from app.states import ConsentPurpose
from ui.customers.showing import moment_text
from ui.labels import label
from ui.messages import Tone
from ui.theme import GAP, SMALL, font
from ui.widgets.marks import Badge
from ui.widgets.surface import button


class ConsentRows(QWidget):
    """Withdrawing is as easy as giving (Personal Information Protection Law, art. 15)."""

    change_wanted = Signal(object, bool)  # purpose, given

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[ConsentPurpose, QPushButton] = {}
        self._badges: dict[ConsentPurpose, Badge] = {}
        self._details: dict[ConsentPurpose, QLabel] = {}
        self._given: dict[ConsentPurpose, bool] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(4, 2, 0, 2)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        for row, purpose in enumerate(ConsentPurpose):
            self._build(grid, row, purpose)

    def show_states(self, states: Sequence[ConsentState]) -> None:
        """What holds for each purpose; a purpose never asked is open."""
        known = {state.purpose: state for state in states}
        for purpose in ConsentPurpose:
            self._show(purpose, known.get(purpose))

    def _build(self, grid: QGridLayout, row: int, purpose: ConsentPurpose) -> None:
        badge = Badge("", parent=self)
        detail = QLabel()
        detail.setFont(font(SMALL))
        detail.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        press = button("")
        press.setMinimumHeight(28)
        press.clicked.connect(lambda: self.change_wanted.emit(purpose, not self._given.get(purpose, False)))
        self._badges[purpose], self._details[purpose], self.buttons[purpose] = badge, detail, press
        for column, part in enumerate((QLabel(label(purpose)), badge, detail, press)):
            grid.addWidget(part, row, column)

    def _show(self, purpose: ConsentPurpose, state: ConsentState | None) -> None:
        given = state is not None and state.given
        self._given[purpose] = given
        if state is None:
            self._badges[purpose].say(self.tr("not asked"))
            self._details[purpose].setText("")
        else:
            text = self.tr("agreed") if given else self.tr("withdrawn")
            self._badges[purpose].say(text, Tone.SUCCESS if given else Tone.DANGER)
            self._details[purpose].setText(
                self.tr("{when}, notice edition {edition}").format(
                    when=moment_text(state.happened_at), edition=state.edition
                )
            )
        press = self.buttons[purpose]
        press.setText(self.tr("Withdraw") if given else self.tr("Agrees"))
        press.setAccessibleName(f"{press.text()}: {label(purpose)}")
