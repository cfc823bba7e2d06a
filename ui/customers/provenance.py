"""Who entered the value under the cursor, when and from where, and what stood there before (A6)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout, QWidget

from app.customers import history
from app.customers.records import Card, Change, Mark
from ui.customers.labels import field_label
from ui.customers.showing import Showing, moment_text
from ui.customers.slots import Slot
from ui.customers.story import mark_words, named
from ui.desk import Desk
from ui.theme import GAP, SMALL, font
from ui.widgets.surface import heading

SHOWN = 8
WIDTH = 380


class CardFields(Protocol):
    """The card, as far as this line asks it."""

    def focused_slot(self) -> Slot | None: ...


class MarkLine(QLabel):
    """The foot of the card: follows the cursor and tells for each field who entered it."""

    def __init__(self, desk: Desk, card_view: CardFields) -> None:
        super().__init__()
        self._desk = desk
        self._view = card_view
        self._card: Card | None = None
        self._showing = Showing(choices={}, language=desk.screen.language)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(SMALL))
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setContentsMargins(2 * GAP, 4, GAP, 2)
        self.setMinimumWidth(10)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def show_card(self, card: Card, showing: Showing) -> None:
        """Another card: nothing is focused on it yet."""
        self._card, self._showing = card, showing
        self._show_hint()

    def open_note(self) -> None:
        """Ctrl+I: the whole history of the field under the cursor."""
        slot, card = self._view.focused_slot(), self._card
        if slot is None or slot.row_id is None or card is None:
            return
        part, row_id, name = slot.known.part, slot.row_id, slot.known.name
        text = field_label(part, name, card.kind)
        self._desk.tasks.read(
            slot,
            lambda work: (
                history.value_mark(work, card.id, part, row_id, name),
                history.field_history(work, card.id, part, row_id, name),
            ),
            lambda found: Provenance(text, found[0], found[1], self._showing, self).open_at(slot.editor),
        )

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self.isVisible() or now.window() is not self.window():
            return
        slot, card = self._view.focused_slot(), self._card
        if slot is None or slot.row_id is None or card is None or slot.shown in (None, ""):
            self._show_hint()
            return
        part, row_id, name = slot.known.part, slot.row_id, slot.known.name
        text = field_label(part, name, card.kind)
        self._desk.tasks.search(
            self,
            lambda work: history.value_mark(work, card.id, part, row_id, name),
            lambda mark: self.setText(named(text, when_and_who(mark))),
            lambda _error: self._show_hint(),
            stream="mark",
        )

    def _show_hint(self) -> None:
        self.setText(self.tr("Ctrl+I shows who entered a value, when and from where."))


class Provenance(QFrame):
    """A note below the field; Esc or a click elsewhere closes it."""

    def __init__(
        self, name: str, mark: Mark, changes: Sequence[Change], showing: Showing, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 12, 2 * GAP, 12)
        column.setSpacing(4)
        column.addWidget(heading(name))
        column.addWidget(_words(self.tr("Entered {words}").format(words=when_and_who(mark))))
        for change in changes[:SHOWN]:
            old, new = (
                showing.past(change.part, change.field, value)
                for value in (change.old_value, change.new_value)
            )
            column.addWidget(_words(f"{old} → {new}"))
            column.addWidget(_words(when_and_who(change.mark), is_quiet=True))
        if not changes:
            column.addWidget(_words(self.tr("Unchanged since it was first entered."), is_quiet=True))
        self.setFixedWidth(WIDTH)

    def open_at(self, field: QWidget) -> None:
        """Show it right below a field."""
        self.adjustSize()
        self.move(field.mapToGlobal(QPoint(0, field.height() + 2)))
        self.show()


def when_and_who(mark: Mark) -> str:
    """11-20 10:32 · 王芳 · 纸质登记表 CD-A1-00012 · 前台一号机"""
    return " · ".join(part for part in (moment_text(mark.at), mark_words(mark)) if part)


def _words(text: str, *, is_quiet: bool = False) -> QLabel:
    made = QLabel(text)
    made.setWordWrap(True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if is_quiet:
        made.setFont(font(SMALL))
        made.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return made
