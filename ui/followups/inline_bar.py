"""A bar over the views that says what is going on or asks one question: never a dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui.theme import GAP, theme


@dataclass(frozen=True, kw_only=True, slots=True)
class Option:
    """One answer; `key` is the figure that gives it."""

    text: str
    key: str
    run: Callable[[], object]


class InlineBar(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons: list[QPushButton] = []
        self.links: list[QPushButton] = []
        self._tone = "accent_soft"
        self._on_escape: Callable[[], object] | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 5, 12, 5)
        self._row.setSpacing(GAP)
        self._row.addWidget(self.words, 1)
        self.hide()

    @property
    def text(self) -> str:
        return self.words.text() if self.isVisible() else ""

    def say(self, text: str, *, tone: str = "accent_soft", links: Sequence[Option] = ()) -> None:
        """Show words, perhaps with where they lead; they are also read out, and take no focus."""
        self._drop_buttons()
        self._tone = tone
        self.links = [self._add(link) for link in links]
        if text != self.words.text() or self.isHidden():
            self.words.setText(text)
            self.setAccessibleName(text)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self.show()
        self.update()

    def ask(self, text: str, options: Sequence[Option], on_escape: Callable[[], object]) -> None:
        """A question with its answers; the focus goes to the first, Escape calls it off."""
        self.say(text)
        self.buttons = [self._add(option) for option in options]
        self._on_escape = on_escape
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, option: Option) -> QPushButton:
        made = QPushButton(f"{option.text}  {option.key}".strip())
        made.setAccessibleName(option.text)
        made.setMinimumHeight(28)
        made.setProperty("key", option.key)
        made.clicked.connect(lambda _checked=False, run=option.run: self._answer(run))
        self._row.addWidget(made)
        return made

    def clear(self) -> None:
        self._drop_buttons()
        self.words.clear()
        self.hide()

    def _answer(self, run: Callable[[], object]) -> None:
        self.clear()
        run()

    def _drop_buttons(self) -> None:
        for made in (*self.buttons, *self.links):
            self._row.removeWidget(made)
            made.hide()
            made.deleteLater()
        self.buttons, self.links = [], []
        self._on_escape = None

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        for made in self.buttons:
            if event.text() and event.text() == made.property("key"):
                made.click()
                return
        if event.key() == Qt.Key.Key_Escape and self._on_escape is not None:
            self._answer(self._on_escape)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color(self._tone))
