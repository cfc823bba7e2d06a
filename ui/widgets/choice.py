"""One out of a few: a row of segments for up to six choices, a list for more, letters for both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QCheckBox, QComboBox, QHBoxLayout, QWidget

from ui.theme import CONTROL, GAP, RADIUS, theme
from ui.widgets.field import Field, Side
from ui.widgets.surface import paint_focus

T = TypeVar("T")
EMPTY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, kw_only=True)  # with slots, Python 3.11 refuses the call of Name[type](…)
class Choice(Generic[T]):
    """One choice; `key` is the letter or figure that picks it, shown beside it."""

    value: T
    text: str
    key: str = ""


class Segment(QAbstractButton):
    """One part of a row of choices; painted, for speed and for its look."""

    def __init__(self, text: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.key = key
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(CONTROL)
        if key:
            self.setToolTip(f"{text}  ({key.upper()})")

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + 3 * GAP
        if self.key:
            width += self.fontMetrics().horizontalAdvance(self.key) + 6
        return QSize(max(width, 44), CONTROL)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = theme()
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground = "accent_soft" if self.isChecked() else "button"
        edge = "accent" if self.isChecked() else "button_edge"
        painter.setBrush(colors.color("sunken" if self.underMouse() and not self.isChecked() else ground))
        painter.setPen(colors.color(edge))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS - 2, RADIUS - 2)
        self._paint_text(painter, area)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), RADIUS - 1)

    def _paint_text(self, painter: QPainter, area: QRectF) -> None:
        colors = theme()
        face = self.font()
        face.setBold(self.isChecked())
        painter.setFont(face)
        tone = "disabled" if not self.isEnabled() else "accent_text" if self.isChecked() else "text"
        painter.setPen(colors.color(tone))
        centre = int(Qt.AlignmentFlag.AlignCenter)
        if not self.key:
            painter.drawText(area, centre, self.text())
            return
        key_width = self.fontMetrics().horizontalAdvance(self.key) + 6
        painter.drawText(area.adjusted(0, 0, -key_width, 0), centre, self.text())
        face.setBold(False)
        face.setPixelSize(max(face.pixelSize() - 3, 9))
        painter.setFont(face)
        painter.setPen(colors.color("muted"))
        corner = area.adjusted(0, 0, -GAP, 0)
        painter.drawText(
            corner, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self.key.upper()
        )

    def event(self, event: QEvent, /) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)


class Segments(QWidget):
    """The row: one Tab stop, arrows move, letters pick, Enter goes on."""

    picked = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(4)
        self.group = QButtonGroup(self)
        self.buttons: list[Segment] = []

    def fill(self, choices: Sequence[Choice[T]]) -> None:
        """Offer these choices and nothing else."""
        for old in self.buttons:
            self.group.removeButton(old)
            old.deleteLater()
        self.buttons = []
        while self.row.count():
            self.row.takeAt(0)
        for number, choice in enumerate(choices):
            part = Segment(choice.text, choice.key)
            part.installEventFilter(self)
            part.clicked.connect(self.picked)
            self.group.addButton(part, number)
            self.row.addWidget(part)
            self.buttons.append(part)
        self.row.addStretch()
        if self.buttons:
            self.setFocusProxy(self.buttons[0])

    def index(self) -> int:
        return self.group.checkedId()

    def set_index(self, index: int) -> None:
        self.group.setExclusive(False)
        for number, part in enumerate(self.buttons):
            part.setChecked(number == index)
        self.group.setExclusive(True)
        if self.buttons:
            self.setFocusProxy(self.buttons[max(index, 0)])

    def eventFilter(self, watched: object, event: QEvent, /) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.entered.emit()
                return True
            return self._move(Qt.Key(event.key())) or self._pick_by_letter(event.text())
        by_tab = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() in by_tab:
            self.left.emit()
        return False

    def _move(self, key: Qt.Key) -> bool:
        """Arrows choose the neighbour; Qt's own only move the focus while nothing is chosen yet."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        if key not in steps:
            return False
        present = [number for number, part in enumerate(self.buttons) if part.hasFocus()]
        target = self.buttons[((present or [0])[0] + steps[key]) % len(self.buttons)]
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        target.click()
        return True

    def _pick_by_letter(self, text: str) -> bool:
        for part in self.buttons:
            if text and part.key and part.key.lower() == text.lower():
                part.setFocus(Qt.FocusReason.ShortcutFocusReason)
                part.click()
                return True
        return False


class Combo(QComboBox):
    """A list that the wheel does not change in passing, and that letters pick from."""

    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(CONTROL)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(14)
        self.keys: list[str] = []
        self._is_quiet = False

    def set_quiet(self, quiet: bool) -> None:
        """Look like plain text until the pointer or the focus is here."""
        self._is_quiet = quiet
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.update()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        if not self._is_quiet or self.hasFocus() or self.underMouse():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        is_empty = self.currentData(EMPTY) is True
        painter.setPen(theme().color("disabled" if not self.isEnabled() else "muted" if is_empty else "text"))
        room = self.rect().adjusted(GAP, 0, -GAP, 0)
        shown = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.entered.emit()
            return
        letter = event.text().lower()
        hits = [number for number, key in enumerate(self.keys) if letter and key == letter]
        if hits:
            later = [number for number in hits if number > self.currentIndex()]
            self.setCurrentIndex((later or hits)[0])
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()


class ChoiceField(Field[T]):
    """One of a code list. `as_row` decides between segments and a list; left open, up to six are a row."""

    def __init__(
        self,
        name: str,
        label: str,
        choices: Sequence[Choice[T]],
        *,
        as_row: bool | None = None,
        empty: str | None = "",
        required: bool = False,
        hint: str = "",
        side: Side = Side.TOP,
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`empty` is the text of "none chosen" in a list; None when there is always one. `quiet` lists show
        their frame only on hover and focus."""
        super().__init__(name, label, required=required, hint=hint, side=side, parent=parent)
        self._choices: list[Choice[T]] = []
        self._empty = empty
        is_row = len(choices) <= 6 if as_row is None else as_row
        self.control: Segments | Combo = Segments() if is_row else Combo()
        self.control.entered.connect(self._on_entered)
        if isinstance(self.control, Segments):
            self.control.picked.connect(self._on_picked)
        else:
            self.control.activated.connect(self._on_picked)
            self.control.set_quiet(quiet)
        self.set_choices(choices)
        self._place(self.control)

    def set_choices(self, choices: Sequence[Choice[T]]) -> None:
        """Offer another list; the value stays, even one that is no longer offered."""
        self._choices = list(choices)
        if isinstance(self.control, Segments):
            self.control.fill(self._choices)
        else:
            self.control.clear()
            if self._empty is not None:
                self.control.addItem(self._empty or self.tr("(none)"))
                self.control.setItemData(0, True, EMPTY)
            self.control.addItems([choice.text for choice in self._choices])
            offset = [""] if self._empty is not None else []
            self.control.keys = offset + [choice.key.lower() for choice in self._choices]
        if not self.is_edited:
            self._display(self.saved)

    def value(self) -> T | None:
        index = self._index()
        return self._choices[index].value if 0 <= index < len(self._choices) else None

    def pick(self, value: T | None) -> None:
        """Choose as if a person had."""
        self._display(value)
        self._on_picked()

    def _index(self) -> int:
        if isinstance(self.control, Segments):
            return self.control.index()
        return self.control.currentIndex() - (1 if self._empty is not None else 0)

    def _display(self, value: T | None) -> None:
        found = [number for number, choice in enumerate(self._choices) if choice.value == value]
        if not found and value not in (None, ""):
            self._add_retired(value)
            found = [len(self._choices) - 1]
        index = found[0] if found else -1
        if isinstance(self.control, Segments):
            self.control.set_index(index)
        else:
            self.control.setCurrentIndex(index + (1 if self._empty is not None else 0))

    def _add_retired(self, value: T | None) -> None:
        """A stored code that left the list is still shown, or saving would lose it."""
        if value is None:
            return
        retired = Choice(value=value, text=str(value))
        self._choices.append(retired)
        if isinstance(self.control, Segments):
            self.control.fill(self._choices)
        else:
            self.control.addItem(retired.text)
            self.control.keys.append("")

    def _on_picked(self) -> None:
        self._on_typed()
        self._on_left()


class CheckField(Field[bool]):
    """Yes or no, with the sentence beside the box; `key` toggles it from anywhere in the window."""

    def __init__(
        self, name: str, text: str, *, key: str = "", hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(name, "", hint=hint, side=Side.TOP, parent=parent)
        self.box = QCheckBox(f"{text}  ({key})" if key else text)
        self.box.setMinimumHeight(CONTROL - 4)
        if key:
            # A shortcut of the box itself would take the focus from the field being typed in.
            QShortcut(QKeySequence(key), self).activated.connect(self.box.click)
        self.box.clicked.connect(self._on_clicked)
        self.box.installEventFilter(self)
        self.caption.hide()
        self._place(self.box)
        self.caption.hide()
        self.box.setAccessibleName(text)

    def value(self) -> bool:
        return self.box.isChecked()

    def eventFilter(self, watched: object, event: QEvent, /) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_entered()
            return True
        return False

    def _display(self, value: bool | None) -> None:
        self.box.setChecked(bool(value))

    def _on_clicked(self) -> None:
        self._on_typed()
        self._on_left()
