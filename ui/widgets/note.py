"""A field of several lines that grows with its text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QInputMethodEvent, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from app.errors import UserError
from ui.widgets.field import Field, Side
from ui.widgets.scrolling import slim

MARGIN = 5.0
FRAME = 1.0


class NoteEdit(QPlainTextEdit):
    """Tab leaves it, Enter makes a line, Ctrl+Enter goes on; with `enter_goes_on` Shift+Enter makes the line."""

    entered = Signal()
    left = Signal()
    escaped = Signal()
    typed = Signal()

    def __init__(
        self, lines: int, most_lines: int, *, enter_goes_on: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._enter_goes_on = enter_goes_on
        self.setTabChangesFocus(True)
        slim(self)
        self._lines = lines
        self._most = most_lines
        self._is_filling = False
        self._is_composing = False
        self._is_quiet = False
        self.document().setDocumentMargin(MARGIN)
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
        makes_line = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        goes_on = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if is_enter and (goes_on or (self._enter_goes_on and not makes_line)):
            event.accept()
            self.entered.emit()
            return
        if event.key() == Qt.Key.Key_Escape and not self._is_composing:
            self.escaped.emit()
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self._is_composing = False
        self._show_frame(False)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # Not at once: a layout at work forgets a wish for another height.
            QTimer.singleShot(0, self, self._fit)

    def set_quiet(self, quiet: bool) -> None:
        """Look like plain text until the pointer or the focus is here."""
        self._is_quiet = quiet
        self._show_frame(self.hasFocus())

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self._show_frame(True)

    def enterEvent(self, event: QEnterEvent, /) -> None:
        super().enterEvent(event)
        self._show_frame(True)

    def leaveEvent(self, event: QEvent, /) -> None:
        super().leaveEvent(event)
        self._show_frame(self.hasFocus())

    def _show_frame(self, shown: bool) -> None:
        palette = QPalette()
        if self._is_quiet and not shown:
            palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        is_framed = shown or not self._is_quiet
        # The frame gives its place to the margin, so that the text stands still.
        self.setFrameShape(QFrame.Shape.StyledPanel if is_framed else QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(MARGIN if is_framed else MARGIN + FRAME)
        self.setPalette(palette)
        self._fit()

    def _on_text_changed(self) -> None:
        if not self._is_filling:
            self.typed.emit()

    def _fit(self) -> None:
        layout, block, tall = self.document().documentLayout(), self.document().begin(), 0.0
        while block.isValid():
            tall += layout.blockBoundingRect(block).height()  # asks for the wrapping, which is done late
            block = block.next()
        lines = min(max(tall / self.fontMetrics().lineSpacing(), self._lines), self._most)
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
        quiet: bool = False,
        enter_goes_on: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, label, required=required, hint=hint, side=side, parent=parent)
        self._limit = limit
        self.edit = NoteEdit(lines, most_lines, enter_goes_on=enter_goes_on)
        self.edit.setPlaceholderText(placeholder)
        self.edit.set_quiet(quiet)
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
