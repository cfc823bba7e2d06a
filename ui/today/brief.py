"""Before the call: whom, by which number, what for, what to say, what was last and what to ask."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.customers.records import Card, Entry
from app.followups.records import Item
from app.states import ChoiceList, ContactWay
from ui.customers.labels import question
from ui.customers.outlook import need_title, need_words
from ui.customers.showing import Showing, digits_of
from ui.labels import label
from ui.messages import Tone
from ui.theme import CONTROL, GAP, font
from ui.today.words import clock_text, day_text, lateness_of, reason_of
from ui.widgets.marks import Badge
from ui.widgets.scrolling import ScrollColumn
from ui.widgets.surface import button, quiet, tool

ENTRIES = 3
NEEDS = 2
ASKS = 3
UNTOLD = (ContactWay.FORM_PRINTED,)


class Brief(QWidget):
    """The item at once, the rest when the card is read."""

    copy_wanted = Signal(str)  # digits
    card_wanted = Signal(object)  # customer id
    text_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: Item | None = None
        self.name = _words("", 17, bold=True)
        self.class_badge = Badge("", parent=self)
        self.level = Badge("", parent=self)
        self.stop = Badge("", Tone.DANGER, icon="warning", parent=self)
        self.phone = button("", "copy")
        self.phone.setMinimumHeight(CONTROL - 2)
        self.phone.clicked.connect(self.copy)
        self.text = button(self.tr("Text  T"), "chat")
        self.text.setMinimumHeight(CONTROL - 2)
        self.text.clicked.connect(self.text_wanted)
        self._may_text = False
        self.opener = tool("customers", self.tr("Open the card"), tip=self.tr("Open the card  O"))
        self.opener.clicked.connect(self.open_card)
        self.done = Badge("", Tone.SUCCESS, icon="check", parent=self)
        self.reason = _words("", 13)
        self.lateness = _words("", 13, bold=True)
        self.lateness.setForegroundRole(QPalette.ColorRole.BrightText)
        self._scroll = ScrollColumn()
        self._scroll.column.setSpacing(2)
        self._scroll.setMinimumHeight(28)  # the result below comes first where there is little room
        self._build()

    def show_item(self, item: Item, today: date, *, said: str = "") -> None:
        """What the list knows; the card follows. `said` is what became of it already."""
        is_another = self._item is None or self._item.customer_id != item.customer_id
        self._item = item
        self.name.setText(item.customer_name or item.title)
        self.name.setToolTip(item.customer_name)
        self.phone.setText(f"{item.phone}  C" if item.phone else "")
        self.phone.setToolTip(self.tr("Copy the phone  C"))
        self.phone.setAccessibleName(self.tr("Copy {phone}").format(phone=item.phone))
        self.phone.setVisible(bool(item.phone))
        self.opener.setVisible(item.customer_id is not None)
        self.text.setVisible(self._may_text and item.customer_id is not None)
        reason = [clock_text(item.starts_at), reason_of(item)]
        self.reason.setText("  ".join(part for part in reason if part))
        late = "" if said else lateness_of(item, today)
        self.done.say(said, Tone.SUCCESS)
        self.lateness.setText(late)
        self.lateness.setVisible(bool(late))
        if is_another:
            for badge in (self.class_badge, self.level, self.stop):
                badge.say("")
            self._fill(item, None, None, today)
        self._scroll.verticalScrollBar().setValue(0)

    def show_card(self, card: Card, showing: Showing, today: date) -> None:
        """The customer behind the item as they stand."""
        item = self._item
        if item is None or item.customer_id != card.id:
            return
        values = card.main.values
        self.class_badge.say(showing.choice(ChoiceList.CLASS, str(values.get("class_code") or "")))
        self.level.say(item.intent_level)
        self.stop.say(self.tr("Do not contact") if values.get("do_not_contact") else "", Tone.DANGER)
        self._fill(item, card, showing, today)

    def allow_text(self, may: bool) -> None:
        """Whether this person writes to customers at all."""
        self._may_text = may
        self.text.setEnabled(may)

    def copy(self) -> None:
        """C: the phone to the clipboard."""
        if self._item is not None and self._item.phone:
            self.copy_wanted.emit(digits_of(self._item.phone))

    def open_card(self) -> None:
        """O: the whole card."""
        if self._item is not None and isinstance(self._item.customer_id, UUID):
            self.card_wanted.emit(self._item.customer_id)

    def _fill(self, item: Item, card: Card | None, showing: Showing | None, today: date) -> None:
        column = self._scroll.column
        while column.count():
            entry = column.takeAt(0)
            widget = entry.widget() if entry is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if item.points:
            self._part(self.tr("To say"), [item.points])
        if card is not None and showing is not None:
            needs = [need for need in card.needs if need.values.get("is_open")][:NEEDS]
            words = [
                "  ".join((need_title(need, showing), need_words(need, showing))).strip() for need in needs
            ]
            self._part(self.tr("Wants"), words)
            asks = [question(missing) for missing in card.completeness.missing[:ASKS]]
            told = [entry for entry in card.entries if entry.way not in UNTOLD][:ENTRIES]
            self._part(self.tr("Last contacts"), [self._entry_words(entry, today) for entry in told])
            self._part(self.tr("To ask"), asks)
        column.addStretch(1)

    def _part(self, name: str, lines: list[str]) -> None:
        if not any(lines):
            return
        head = quiet(name)
        head.setContentsMargins(0, 4, 0, 0)
        self._scroll.column.addWidget(head)
        for line in lines:
            shown = _words(line, 13)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._scroll.column.addWidget(shown)

    def _entry_words(self, entry: Entry, today: date) -> str:
        parts = (
            day_text(entry.happened_at, today),
            label(entry.way),
            entry.matter,
            entry.answer or entry.result,
        )
        return "  ".join(part for part in parts if part)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GAP - 2)
        top.addWidget(self.name, 1)
        for badge in (self.class_badge, self.level, self.stop):
            top.addWidget(badge)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.phone)
        row.addWidget(self.text)
        row.addStretch(1)
        row.addWidget(self.opener)
        why = QHBoxLayout()
        why.setSpacing(GAP)
        why.addWidget(self.reason, 1)
        why.addWidget(self.lateness, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addLayout(why)
        column.addWidget(self.done)
        column.addLayout(row)
        column.addWidget(self._scroll, 1)


def _words(text: str, size: int, *, bold: bool = False) -> QLabel:
    made = QLabel(text)
    made.setFont(font(size, bold=bold))
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    return made
