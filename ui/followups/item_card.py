"""One item in full: what, who, why it is due, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.followups.records import Item, ItemKind
from app.states import StepState
from ui.followups.labels import base_words, day_words, span_words, state_words
from ui.labels import label
from ui.messages import Tone
from ui.theme import GAP, font
from ui.widgets.line import LineEdit
from ui.widgets.marks import Badge
from ui.widgets.surface import PrimaryButton, button, quiet, tool


class ItemCard(QWidget):
    """Shows `item`; every button has a letter that works on the item in any view."""

    result_wanted = Signal(object)
    move_wanted = Signal(object)
    card_wanted = Signal(object)
    copied = Signal(str)
    assigned = Signal(object, object)  # Item, account id or None
    cancelled = Signal(object, str)  # Item, reason
    reopened = Signal(object)
    edit_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item: Item | None = None
        self.setAccessibleName(self.tr("Chosen item"))
        self.what = _wrapped("", 15, bold=True)
        self.state = Badge("")
        self.who = QPushButton()
        self.who.setFlat(True)
        self.who.setCursor(Qt.CursorShape.PointingHandCursor)
        self.phone = QLabel()
        self.phone.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy: QToolButton = tool("copy", self.tr("Copy the phone number  C"))
        self.when = quiet("", size=13)
        self.why = quiet("", size=13)
        self.points = _wrapped("", 13)
        self.result = PrimaryButton(self.tr("Record the result  R"), "check")
        self.move_button = button(self.tr("Move  M"), "calendar")
        self.assign_button = button(self.tr("Hand to  G"), "person")
        self.cancel_button = button(self.tr("Call off  Del"), "close")
        self.card_button = button(self.tr("Card  O"), "customers")
        self.reopen_button = button(self.tr("Open again"), "undo")
        self.edit_button = button(self.tr("Edit  E"), "edit")
        self.people = QComboBox()
        self.people.setAccessibleName(self.tr("Hand to"))
        self.reason = LineEdit()
        self.reason.setAccessibleName(self.tr("Reason for calling off"))
        self.reason.setPlaceholderText(self.tr("Reason, then Enter; Esc leaves it"))
        self.reason.setMaxLength(200)
        self._deeds = (
            self.edit_button, self.move_button, self.assign_button, self.cancel_button, self.card_button,
        )  # fmt: skip
        self._grid = QGridLayout()
        self._people: tuple[tuple[UUID | None, str], ...] = ()
        self._build()
        self._connect()
        self.show_item(None)

    # Showing --------------------------------------------------------------------------------------

    def show_item(self, item: Item | None) -> None:
        """Show an item, or nothing; typing in the reason stays while it is the same item."""
        is_same = item is not None and self.item is not None and item.key == self.item.key
        self.item = item
        self.setVisible(item is not None and self.parentWidget() is not None)
        if item is None:
            return
        self.what.setText(item.title or label(item.key.kind))
        self._show_state(item)
        self.who.setText(" ".join(part for part in (item.customer_name, item.customer_number) if part))
        self.who.setVisible(item.customer_id is not None)
        self.phone.setText(item.phone)
        self.phone.setVisible(bool(item.phone))
        self.copy.setVisible(bool(item.phone))
        self.when.setText(self._when(item))
        self.why.setText(base_words(item))
        self.why.setVisible(bool(base_words(item)))
        self.points.setText(item.points)
        self.points.setVisible(bool(item.points))
        self._show_buttons(item)
        if not is_same:
            self.people.hide()
            self.reason.hide()
            self.reason.clear()

    def _show_state(self, item: Item) -> None:
        words = state_words(item) or label(item.key.kind)
        tone = None
        if item.state is StepState.DONE:
            tone = Tone.SUCCESS
        elif item.is_overdue and item.state is StepState.OPEN:
            tone = Tone.DANGER
        self.state.say(words, tone)

    def _when(self, item: Item) -> str:
        day, times = day_words(item.due_on), span_words(item) if item.until_on in (None, item.due_on) else ""
        if item.until_on is not None and item.until_on > item.due_on:
            day = span_words(item)
        nobodys = (
            self.tr("whole branch") if item.key.kind is ItemKind.APPOINTMENT else self.tr("nobody's yet")
        )
        owner = item.owner_name or nobodys
        way = label(item.way) if item.way is not None else ""
        missed = self.tr("not reached on %n day(s) running", "", item.missed_days) if item.missed_days else ""
        return " · ".join(part for part in (day, times, way, owner, missed) if part)

    def _show_buttons(self, item: Item) -> None:
        is_open = item.state is StepState.OPEN
        is_contact = item.customer_id is not None and item.key.kind in (
            ItemKind.STEP,
            ItemKind.FOLLOWUP,
            ItemKind.VISIT,
        )
        self.result.setVisible(is_open and is_contact)
        self.move_button.setVisible(is_open and item.key.kind is not ItemKind.CARE)
        self.assign_button.setVisible(is_open and is_contact and len(self._people) > 1)
        self.cancel_button.setVisible(is_open and item.key.kind is not ItemKind.CARE)
        self.edit_button.setVisible(is_open and item.key.kind is ItemKind.APPOINTMENT)
        is_care = item.key.kind is ItemKind.CARE
        self.card_button.setText(self.tr("Care  O") if is_care else self.tr("Card  O"))
        self.card_button.setVisible(item.customer_id is not None or is_care)
        self.reopen_button.setVisible(not is_open and is_contact)
        shown = [part for part in self._deeds if not part.isHidden()]
        for number, part in enumerate(shown):
            self._grid.addWidget(part, 1 + number // 2, number % 2)

    def show_people(self, people: Sequence[tuple[UUID | None, str]]) -> None:
        """Who an item can be handed to; None is nobody in particular."""
        if tuple(people) == self._people:
            return
        self._people = tuple(people)
        self.people.clear()
        for key, name in people:
            self.people.addItem(name, key)

    # Acting ---------------------------------------------------------------------------------------

    def obey(self, letter: str) -> bool:
        """Carry out the letter pressed on the item; False for letters that mean nothing here."""
        buttons = {"r": self.result, "m": self.move_button, "g": self.assign_button, "o": self.card_button,
                   "c": self.copy, "e": self.edit_button, "delete": self.cancel_button}  # fmt: skip
        target = buttons.get(letter)
        if self.item is None or target is None or not target.isVisibleTo(self):
            return False
        target.click()
        return True

    def _on_assign(self) -> None:
        assert self.item is not None
        row = next((n for n, (key, _) in enumerate(self._people) if key == self.item.owner_id), 0)
        self.people.setCurrentIndex(row)
        self.people.show()
        self.people.setFocus()
        self.people.showPopup()

    def _on_person(self, row: int) -> None:
        self.people.hide()
        if self.item is not None and self._people[row][0] != self.item.owner_id:
            self.assigned.emit(self.item, self._people[row][0])

    def _on_cancel(self) -> None:
        if self.item is not None and self.item.key.kind is ItemKind.APPOINTMENT:
            self.cancelled.emit(self.item, "")
            return
        self.reason.show()
        self.reason.setFocus()

    def _on_reason(self) -> None:
        if self.item is not None and self.reason.text().strip():
            self.cancelled.emit(self.item, self.reason.text().strip())
            self.leave_reason()

    def leave_reason(self) -> None:
        self.reason.clear()
        self.reason.hide()

    # Building -------------------------------------------------------------------------------------

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.what, 1)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        self.who.setFont(font(14, bold=True))
        self.who.setStyleSheet("text-align: left; padding: 2px 0px")
        self.phone.setFont(font(14))
        phone = QHBoxLayout()
        phone.addWidget(self.phone)
        phone.addWidget(self.copy)
        phone.addStretch()
        self._grid.setSpacing(6)
        self._grid.addWidget(self.result, 0, 0, 1, 2)
        for number, part in enumerate(self._deeds):
            self._grid.addWidget(part, 1 + number // 2, number % 2)
        self._grid.addWidget(self.reopen_button, 4, 0, 1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(GAP // 2)
        column.addLayout(head)
        column.addWidget(self.who)
        column.addLayout(phone)
        for words in (self.when, self.why, self.points):
            column.addWidget(words)
        column.addSpacing(4)
        column.addLayout(self._grid)
        column.addWidget(self.people)
        column.addWidget(self.reason)

    def _connect(self) -> None:
        self.result.clicked.connect(lambda: self.result_wanted.emit(self.item))
        self.edit_button.clicked.connect(lambda: self.edit_wanted.emit(self.item))
        self.move_button.clicked.connect(lambda: self.move_wanted.emit(self.item))
        self.card_button.clicked.connect(lambda: self.card_wanted.emit(self.item))
        self.who.clicked.connect(lambda: self.card_wanted.emit(self.item))
        self.copy.clicked.connect(lambda: self.copied.emit(self.phone.text()))
        self.assign_button.clicked.connect(self._on_assign)
        self.people.activated.connect(self._on_person)
        self.cancel_button.clicked.connect(self._on_cancel)
        self.reopen_button.clicked.connect(lambda: self.reopened.emit(self.item))
        self.reason.entered.connect(self._on_reason)
        self.reason.escaped.connect(self.leave_reason)


def _wrapped(text: str, size: int, *, bold: bool = False) -> QLabel:
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setFont(font(size, bold=bold))
    made.setForegroundRole(QPalette.ColorRole.WindowText)
    return made
