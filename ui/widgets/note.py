"""A field of several lines that grows with its text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.errors import UserError
from ui.widgets.field import Field, Side
from ui.widgets.scrolling import slim


class NoteEdit(QPlainTextEdit):
    """Tab leaves it, Enter makes a line, Ctrl+Enter goes on."""

    entered = Signal()
    left = Signal()
    escaped = Signal()
    typed = Signal()

    def __init__(self, lines: int, most_lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        slim(self)
        self._lines = lines
        self._most = most_lines
        self._is_filling = False
        self._is_composing = False
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def fill(self, text: str) -> None:
        self._is_filling = True
        self.setPlainText(text)
        self._is_filling = False

    def inputMethodEvent(self, event: QInputMethodEvent, /) -> None:
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self._is_composing:
            event.accept()
            return
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.accept()
            self.entered.emit()
            return
        if event.key() == Qt.Key.Key_Escape and not self._is_composing:
            self.escaped.emit()
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self._is_composing = False
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()

    def _on_text_changed(self) -> None:
        if not self._is_filling:
            self.typed.emit()

    def _fit(self) -> None:
        lines = min(max(self.document().size().height(), self._lines), self._most)
        room = 2 * self.frameWidth() + 2 * self.document().documentMargin()
        height = round(lines * self.fontMetrics().lineSpacing() + room)
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)


class NoteField(Field[str]):
    """Free text of at most `limit` characters, from `lines` up to `most_lines` tall."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        limit: int = 4000,
        lines: int = 2,
        most_lines: int = 8,
        required: bool = False,
        hint: str = "",
        placeholder: str = "",
        side: Side = Side.TOP,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, label, required=required, hint=hint, side=side, parent=parent)
        self._limit = limit
        self.edit = NoteEdit(lines, most_lines)
        self.edit.setPlaceholderText(placeholder)
        self.edit.typed.connect(self._on_typed)
        self.edit.left.connect(self._on_left)
        self.edit.entered.connect(self._on_entered)
        self.edit.escaped.connect(self._on_escaped)
        self._place(self.edit)

    def value(self) -> str | None:
        text = self.edit.toPlainText().strip()
        if len(text) > self._limit:
            raise UserError("input-too-long", limit=self._limit, length=len(text), field=self.name)
        return text or None

    def _display(self, value: str | None) -> None:
        if self.edit.toPlainText() != (value or ""):
            self.edit.fill(value or "")

    def _on_escaped(self) -> None:
        if self.is_edited:
            self.revert()
