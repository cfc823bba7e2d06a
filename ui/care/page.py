"""The care page: occasions, messages and their answers, templates, gifts."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from app.care.records import CareKey
from app.work import Topic
from ui.care.gifts_view import GiftsView
from ui.care.messages_view import MessagesView
from ui.care.occasions_view import OccasionsView
from ui.care.templates_view import TemplatesView
from ui.desk import Desk
from ui.page import Page
from ui.theme import GAP
from ui.widgets.choice import Choice, Segments
from ui.widgets.surface import title

KEYS = ("Alt+1", "Alt+2", "Alt+3", "Alt+4")


class CarePage(Page):
    """Four views under one row of names; Alt+1 to Alt+4 go to them."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.CARE, Topic.CUSTOMERS, Topic.LISTS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.occasions = OccasionsView(desk)
        self.messages = MessagesView(desk)
        self.templates = TemplatesView(desk)
        self.gifts = GiftsView(desk)
        self._views = (self.occasions, self.messages, self.templates, self.gifts)
        self.names = Segments()
        self._stack = QStackedWidget()
        self._build()

    def reload(self) -> None:
        self._view().reload()

    def open_subject(self, subject: object) -> None:
        """A customer: a message to them; an occasion: who it concerns; else the days to come."""
        if isinstance(subject, CareKey):
            self.occasions.go_to(subject)
        elif isinstance(subject, UUID):
            self.occasions.write_to(subject)
        self.show_view(0)

    def show_view(self, number: int) -> None:
        """Go to one of the four."""
        self.names.set_index(number)
        self._stack.setCurrentIndex(number)
        self._view().reload()

    def focus_first(self) -> None:
        self._view().focus_first()

    def save(self) -> None:
        self._view().save()

    def has_unsaved(self) -> bool:
        return self.templates.has_unsaved()

    def _view(self) -> OccasionsView | MessagesView | TemplatesView | GiftsView:
        return self._views[self._stack.currentIndex()]

    def _build(self) -> None:
        names = (self.tr("Occasions"), self.tr("Messages"), self.tr("Templates"), self.tr("Gifts"))
        self.names.fill([Choice(value=number, text=text) for number, text in enumerate(names)])
        self.names.set_index(0)
        self.names.picked.connect(lambda: self.show_view(self.names.index()))
        for number, (view, keys) in enumerate(zip(self._views, KEYS, strict=True)):
            self._stack.addWidget(view)
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda number=number: self._go(number))
        head = QHBoxLayout()
        head.setSpacing(2 * GAP)
        head.addWidget(title(self.tr("Care")))
        head.addWidget(self.names)
        head.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 12, 2 * GAP, 12)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _go(self, number: int) -> None:
        self.show_view(number)
        self._view().focus_first()
