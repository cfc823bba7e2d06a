"""A page of the window: loads when first shown, reloads when its topics changed, keeps typing safe."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.work import Topic

CONTEXT = "pages"


class Page(QWidget):
    """Subclasses fill themselves in `reload`, which runs at the first show, after commits that touched
    `topics`, and at the next show when such a commit came while the page was hidden."""

    topics: ClassVar[frozenset[Topic]] = frozenset()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._is_stale = True
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._reload_now)
        desk.changes.changed.connect(self._on_changed)

    def reload(self) -> None:
        """Read what is shown; use `Field.refresh` so that nothing typed is lost."""

    def open_subject(self, subject: object) -> None:
        """Show this customer, that search: what `Navigation.open` was given."""

    def save(self) -> None:
        """F9 was pressed on this page."""

    def can_leave(self) -> bool:
        """False keeps the page when another one is asked for or the window is to close."""
        return True

    def has_unsaved(self) -> bool:
        """Whether closing the window would lose typing that leaving the page does not."""
        return False

    def focus_first(self) -> None:
        """Put the focus where work on this page begins."""
        for part in self.findChildren(QWidget):
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisibleTo(self) and part.isEnabled():
                part.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._soon.start()

    def hideEvent(self, event: QHideEvent, /) -> None:
        super().hideEvent(event)
        self._soon.stop()

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if topics & self.topics:
            self._is_stale = True
            if self.isVisible():
                self._soon.start()

    def _reload_now(self) -> None:
        self._is_stale = False
        self.reload()


@dataclass(frozen=True, kw_only=True, slots=True)
class PageSpec:
    """A page the window can build; `title` is marked with QT_TRANSLATE_NOOP("pages", …)."""

    name: str
    title: str
    icon: str
    build: Callable[[Desk], Page]
    at_foot: bool = False
    key: str = ""

    @property
    def shown_title(self) -> str:
        return QCoreApplication.translate(CONTEXT, self.title)


TITLES = (
    QT_TRANSLATE_NOOP("pages", "Today"),
    QT_TRANSLATE_NOOP("pages", "Register"),
    QT_TRANSLATE_NOOP("pages", "Customers"),
    QT_TRANSLATE_NOOP("pages", "Calendar"),
    QT_TRANSLATE_NOOP("pages", "Care"),
    QT_TRANSLATE_NOOP("pages", "Complaints"),
    QT_TRANSLATE_NOOP("pages", "Import"),
    QT_TRANSLATE_NOOP("pages", "Forms"),
    QT_TRANSLATE_NOOP("pages", "Settings"),
)
