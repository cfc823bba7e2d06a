"""The panel at the right: the chosen day with all its items, and the chosen item below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.followups.records import Item
from ui.followups.days_model import DayFacts
from ui.followups.item_card import ItemCard
from ui.followups.item_list import ROW, ItemList
from ui.followups.labels import day_words, facts_words
from ui.theme import theme
from ui.widgets.scrolling import ScrollColumn
from ui.widgets.surface import Rule, heading, quiet

WIDTH = 272


class DayPanel(QWidget):
    """`list` and `card` speak for themselves; the page listens to them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(self.tr("Chosen day"))
        self.head = heading("")
        self.facts = quiet("")
        self.list = ItemList(self.tr("Items of the chosen day"))
        self.empty = quiet(
            self.tr("Nothing on this day. Type a time, a name and what it is about, and press Enter."),
            size=13,
        )
        self.card = ItemCard()
        self.keys = quiet(
            self.tr(
                "Enter goes into the day, arrows move, M moves an item, Home is today, PgUp and PgDn turn the page."
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        for part in (self.head, self.facts, self.empty):
            part.setContentsMargins(12, 0, 12, 0)
            column.addWidget(part)
        column.addWidget(self.list, 2)
        column.addWidget(Rule())
        scroll = ScrollColumn()
        scroll.column.addWidget(self.card)
        scroll.column.addStretch()
        self.sheet = scroll
        column.addWidget(scroll, 5)
        self.keys.setContentsMargins(12, 0, 12, 8)
        column.addWidget(self.keys)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 400)

    def show_day(self, day: date, facts: DayFacts, items: Sequence[Item], item: Item | None) -> None:
        """The day of the cursor, and the item it is on."""
        self.head.setText(day_words(day))
        self.facts.setText(facts_words(facts))
        self.facts.setVisible(bool(facts_words(facts)))
        self.list.show_items(items)
        self.list.go_to(item.key if item is not None else None)
        self.list.setVisible(bool(items))
        self.list.setMinimumHeight(min(len(items), 4) * ROW)
        self.list.setMaximumHeight(len(items) * ROW + 4)
        self.empty.setVisible(not items)
        self.keys.setVisible(item is None)
        self.card.show_item(item)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("surface"))
        painter.fillRect(0, 0, 1, self.height(), theme().color("line"))
