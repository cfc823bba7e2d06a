"""One-line fields: text, anything with a parser, money and whole numbers."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QInputMethodEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from app.errors import UserError
from ui.theme import CONTROL
from ui.widgets.field import Field, Side
from ui.widgets.typed import mended, money_from, money_text, whole_number

T = TypeVar("T")
INSET = 4
# Empties a page; on X11 Qt would take it as a second Delete (QKeySequence, KB_X11).
PAGE_KEY = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_D)


class LineEdit(QLineEdit):
    """A line edit that knows when a Chinese candidate is open: Enter then belongs to the candidate."""

    entered = Signal()
    left = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(CONTROL)
        self._is_composing = False
        self._is_quiet = False
        self.setTextMargins(INSET, 0, INSET, 0)

    @property
    def is_composing(self) -> bool:
        """Whether an input method shows text that is not chosen yet."""
        return self._is_composing

    def set_quiet(self, quiet: bool) -> None:
        """Look like plain text until the pointer or the focus is here."""
        self._is_quiet = quiet
        self._show_frame(bool(self.hasFocus()))

    def inputMethodEvent(self, event: QInputMethodEvent, /) -> None:
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.keyCombination() == PAGE_KEY:
            event.ignore()
            return
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self._is_composing:
            event.accept()
            return
        if is_enter and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            event.accept()
            self.entered.emit()
            return
        if event.key() == Qt.Key.Key_Escape and not self._is_composing:
            self.escaped.emit()
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self._show_frame(True)

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self._is_composing = False
        self._show_frame(False)
        # Opening a menu or another window is not leaving the field.
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.MenuBarFocusReason,
        ):
            self.left.emit()

    def enterEvent(self, event: QEnterEvent, /) -> None:
        super().enterEvent(event)
        self._show_frame(True)

    def leaveEvent(self, event: QEvent, /) -> None:
        super().leaveEvent(event)
        self._show_frame(bool(self.hasFocus()))

    def _show_frame(self, shown: bool) -> None:
        has_frame = shown or not self._is_quiet
        if self.hasFrame() == has_frame:
            return
        self.setFrame(has_frame)
        inset = INSET if has_frame else INSET + 2  # Fusion's frame is two pixels wide
        self.setTextMargins(inset, 0, inset, 0)
        palette = QPalette()
        if not has_frame:
            palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)


class LineField(Field[T]):
    """A line of text read by `parse` (which raises UserError) and shown by `show`."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        parse: Callable[[str], T],
        show: Callable[[T], str] = str,
        required: bool = False,
        hint: str = "",
        placeholder: str = "",
        side: Side = Side.TOP,
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, label, required=required, hint=hint, side=side, parent=parent)
        self._parse = parse
        self._show = show
        self.edit = LineEdit()
        self.edit.setPlaceholderText(placeholder)
        self.edit.set_quiet(quiet)
        self.edit.textEdited.connect(self._on_typed)
        self.edit.left.connect(self._on_edit_left)
        self.edit.entered.connect(self._on_entered)
        self.edit.escaped.connect(self._on_escaped)
        self._build()

    def _build(self) -> None:
        self._place(self.edit)

    def text(self) -> str:
        """What stands in the line, full-width figures and stray spaces mended."""
        return mended(self.edit.text())

    def value(self) -> T | None:
        text = self.text()
        return self._parse(text) if text else None

    def type_text(self, text: str) -> None:
        """Put in text as if a person had typed it, to be mended or saved."""
        self.edit.setText(text)
        self._on_typed()

    def check(self) -> bool:
        """Besides checking, a valid text is shown in its proper form."""
        is_good = super().check()
        if is_good and self._is_edited:
            value = self.value()
            self.edit.setText("" if value is None else self._show(value))
        return is_good

    def go(self) -> None:
        super().go()
        self.edit.selectAll()

    def _display(self, value: T | None) -> None:
        text = "" if value is None else self._show(value)
        if self.edit.text() != text:
            self.edit.setText(text)
            self.edit.setCursorPosition(0)

    def _on_edit_left(self) -> None:
        self._on_left()

    def _on_escaped(self) -> None:
        if self._is_edited:
            self.revert()


class TextField(LineField[str]):
    """Plain text of at most `limit` characters."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        limit: int = 200,
        parse: Callable[[str], str] | None = None,
        required: bool = False,
        hint: str = "",
        placeholder: str = "",
        side: Side = Side.TOP,
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._limit = limit
        self._check_text = parse
        super().__init__(
            name,
            label,
            parse=self._read,
            required=required,
            hint=hint,
            placeholder=placeholder,
            side=side,
            quiet=quiet,
            parent=parent,
        )

    def _read(self, text: str) -> str:
        if len(text) > self._limit:
            raise UserError("input-too-long", limit=self._limit, length=len(text), field=self.name)
        return self._check_text(text) if self._check_text is not None else text


class MoneyField(LineField[Decimal]):
    """An amount in yuan, such as 12000, 12,000.50 or 1.2万."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        required: bool = False,
        hint: str = "",
        placeholder: str = "",
        side: Side = Side.TOP,
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            name,
            label,
            parse=money_from,
            show=money_text,
            required=required,
            hint=hint,
            placeholder=placeholder,
            side=side,
            quiet=quiet,
            parent=parent,
        )
        if not quiet:
            self.edit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class NumberField(LineField[int]):
    """A whole number, such as a mileage."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        required: bool = False,
        hint: str = "",
        placeholder: str = "",
        side: Side = Side.TOP,
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            name,
            label,
            parse=whole_number,
            show=lambda number: f"{number:,}",
            required=required,
            hint=hint,
            placeholder=placeholder,
            side=side,
            quiet=quiet,
            parent=parent,
        )
        if not quiet:
            self.edit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
