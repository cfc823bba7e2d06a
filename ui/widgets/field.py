"""The frame every field shares: label, editor, hint or error, and the guard against refreshes."""

from __future__ import annotations

from enum import Enum
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.errors import UserError
from ui.errors import sentence
from ui.theme import RADIUS, SMALL, font, theme

T = TypeVar("T")
LABEL_WIDTH = 92


class Side(Enum):
    """Where the label stands: above in forms, at the left in dense cards."""

    TOP = "top"
    LEFT = "left"


class Field(QWidget, Generic[T]):
    """A value with a name. What a person types is safe here: `refresh` never overwrites it, a refused
    value stays to be mended, Escape brings back the last saved one."""

    edited = Signal()  # a person changed it
    committed = Signal()  # left, or Enter pressed, with a valid value other than the saved one
    advanced = Signal()  # Enter pressed on a valid value: go on

    def __init__(
        self,
        name: str,
        label: str,
        *,
        required: bool = False,
        hint: str = "",
        side: Side = Side.TOP,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.name = name
        self.required = required
        self._hint = hint
        self._side = side
        self._saved: T | None = None
        self._is_edited = False
        self._is_told = False
        self._error = ""
        self._text = label
        self.caption = QLabel(f"{label} *" if required else label)
        self.caption.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.caption.setFont(font(SMALL if side is Side.TOP else SMALL + 1))
        self.note = QLabel(hint, self)
        self.note.setFont(font(SMALL))
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self._editor: QWidget | None = None
        # A crowded form scrolls: fields never shrink to slits, and grow for an error of several lines.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._show_note()

    # What pages use -----------------------------------------------------------------------------

    def value(self) -> T | None:
        """The value as typed, None when empty; raises UserError when it cannot be read."""
        raise NotImplementedError

    def set_value(self, value: T | None) -> None:
        """Show a saved value; what was typed and not saved is gone."""
        self._saved = value
        self._is_edited = False
        self.show_error(None)
        self._display(value)

    def refresh(self, value: T | None) -> bool:
        """Show a newer saved value unless a person is in the middle of changing this field. False when
        it kept the typing."""
        if self._is_edited:
            self._saved = value
            return False
        if value != self._saved:
            self.set_value(value)
        return True

    @property
    def is_edited(self) -> bool:
        """Whether it holds typing that was not saved."""
        return self._is_edited

    @property
    def saved(self) -> T | None:
        return self._saved

    def mark_saved(self) -> None:
        """What is shown is now what is stored."""
        self._saved = self.value()
        self._is_edited = False

    def revert(self) -> None:
        """Back to the last saved value."""
        self.set_value(self._saved)

    def check(self) -> bool:
        """Read the value and show what is wrong with it, if anything."""
        try:
            value = self.value()
            if self.required and value in (None, "", ()):
                raise UserError("field-empty", field=self.name)
        except UserError as error:
            self.show_error(sentence(error))
            return False
        self.show_error(None)
        return True

    def show_error(self, text: str | None) -> None:
        """Show a sentence under the field, or take it away with None; typing goes on either way."""
        self._error = text or ""
        self._show_note()
        if self._editor is not None:
            self._editor.setAccessibleDescription(self._error or self._hint)
        self.update()

    @property
    def error(self) -> str:
        return self._error

    def set_hint(self, hint: str) -> None:
        self._hint = hint
        self._show_note()

    @property
    def label(self) -> str:
        return self._text

    def set_label(self, label: str) -> None:
        self._text = label
        self.caption.setText(f"{label} *" if self.required else label)
        if self._editor is not None:
            self._editor.setAccessibleName(label)

    def editor(self) -> QWidget:
        """The control that takes the focus."""
        if self._editor is None:
            raise RuntimeError(f"field {self.name} has no editor yet")
        return self._editor

    def go(self) -> None:
        """Put the focus here, with the text selected where there is some."""
        self.editor().setFocus(Qt.FocusReason.TabFocusReason)

    # What kinds of fields use -------------------------------------------------------------------

    def _display(self, value: T | None) -> None:
        raise NotImplementedError

    def _place(self, editor: QWidget, body: QWidget | None = None) -> None:
        """Build the frame around `editor`; `body` is the widget to place when it is more than that."""
        self._editor = editor
        self.setFocusProxy(editor)
        self.caption.setBuddy(editor)
        editor.setAccessibleName(self._text)
        editor.setAccessibleDescription(self._hint)
        self._body = body or editor
        column = QVBoxLayout()
        column.setSpacing(2)
        column.setContentsMargins(0, 0, 0, 0)
        outer: QBoxLayout
        if self._side is Side.TOP:
            outer = QVBoxLayout(self)
            outer.setSpacing(2)
            outer.addWidget(self.caption)
        else:
            outer = QHBoxLayout(self)
            outer.setSpacing(8)
            self.caption.setFixedWidth(LABEL_WIDTH)
            self.caption.setWordWrap(True)
            self.caption.setAlignment(Qt.AlignmentFlag.AlignTop)
            self.caption.setContentsMargins(0, 7, 0, 0)
            outer.addWidget(self.caption)
        outer.setContentsMargins(2, 2, 2, 2)
        column.addWidget(self._body)
        column.addWidget(self.note)
        column.addStretch(1)
        outer.addLayout(column, 1)

    def _on_typed(self) -> None:
        self._is_edited = True
        self._is_told = False
        if self._error:
            self.show_error(None)
        self.edited.emit()

    def _on_left(self) -> None:
        if not self._is_edited or self._is_told or not self.check():
            return
        if self.value() == self._saved:
            self._is_edited = False
        else:
            self._is_told = True
            self.committed.emit()

    def _on_entered(self) -> None:
        if self.check():
            self._on_left()
            self.advanced.emit()

    def _show_note(self) -> None:
        self.note.setText(self._error or self._hint)
        role = QPalette.ColorRole.BrightText if self._error else QPalette.ColorRole.PlaceholderText
        self.note.setForegroundRole(role)
        self.note.setVisible(bool(self._error or self._hint) or self._keeps_room())

    def _keeps_room(self) -> bool:
        return False

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        if self._error and self._editor is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().color("danger"), 2))
            top_left = self._editor.mapTo(self, self._editor.rect().topLeft())
            area = QRectF(self._editor.rect()).translated(top_left.x(), top_left.y())
            painter.drawRoundedRect(area.adjusted(-1, -1, 1, 1), RADIUS - 2, RADIUS - 2)
