"""The one box that finds everything: typed text is searched at every stroke, the hits hang below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from ui import icons
from ui.errors import sentence
from ui.tasks import Tasks
from ui.theme import CONTROL, SMALL, font, theme
from ui.widgets.line import LineEdit
from ui.widgets.suggestions import Suggestion, Suggestions

if TYPE_CHECKING:
    from app.work import Work

Source = Callable[["Work", str], Sequence[Suggestion]]


class SearchBox(LineEdit):
    """`source` is asked in the searching thread; a keystroke cancels the question before."""

    opened = Signal(object)  # key of the chosen hit
    asked_for_all = Signal(str)  # Enter with no hit: search everywhere

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._source: Source | None = None
        self._list: Suggestions | None = None
        self.setAccessibleName(self.tr("Find a customer"))
        self.setPlaceholderText(self.tr("Find: name, pinyin, phone, company, plate, number"))
        self.setMinimumHeight(CONTROL + 4)
        self.setTextMargins(30, 0, 64, 0)
        self.setClearButtonEnabled(False)
        self.textChanged.connect(self._ask)
        self.entered.connect(self._on_entered)
        self.escaped.connect(self.clear)

    def use(self, source: Source) -> None:
        """Say who finds: a use case that answers with suggestions."""
        self._source = source

    def go(self) -> None:
        """Ctrl+K."""
        self.setFocus()
        self.selectAll()

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        if self.text():
            self._ask(self.text())

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        colors = theme()
        icons.paint(painter, "search", QRectF(9, self.height() / 2 - 9, 18, 18), colors.color("muted"))
        if self.text():
            return
        painter.setFont(font(SMALL))
        painter.setPen(colors.color("muted"))
        key = QRectF(self.width() - 60, self.height() / 2 - 10, 50, 20)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colors.color("sunken"))
        painter.drawRoundedRect(key.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.drawText(key, 0x84, "Ctrl+K")

    def _ask(self, text: str) -> None:
        typed = text.strip()
        if self._source is None or not typed:
            self.hits.offer(())
            return
        source = self._source
        self._tasks.search(
            self, lambda work: source(work, typed), lambda hits: self._show(typed, hits), self._on_refused
        )

    def _show(self, typed: str, hits: Sequence[Suggestion]) -> None:
        if typed != self.text().strip() or not self.hasFocus():
            return
        note = (
            ""
            if hits
            else self.tr("Nothing found for “{text}”. Enter searches all branches.").format(text=typed)
        )
        self.hits.offer(hits, note)

    def _on_refused(self, error: UserError) -> None:
        self.hits.offer((), sentence(error))

    def _on_entered(self) -> None:
        if self.text().strip():
            self.asked_for_all.emit(self.text().strip())

    def _on_chosen(self, hit: Suggestion) -> None:
        self.clear()
        self.opened.emit(hit.key)

    @property
    def hits(self) -> Suggestions:
        """The list below the box."""
        if self._list is None:
            self._list = Suggestions(self, rows=10, name=self.tr("Found customers"))
            self._list.chosen.connect(self._on_chosen)
        return self._list
