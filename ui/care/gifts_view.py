"""The gifts given: a list, newest first; a slip is taken back with an undo."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.care import gifts
from app.care.gifts import GiftLine
from app.followups.records import Scope
from app.states import Permission
from app.work import Work
from ui.desk import Desk
from ui.labels import label
from ui.messages import Action, Tone
from ui.theme import GAP
from ui.widgets.paged_model import Column, PackedIds, PagedModel
from ui.widgets.paged_table import PagedTable
from ui.widgets.states import EmptyState
from ui.widgets.surface import Surface, button
from ui.widgets.typed import money_text


class GiftsView(QWidget):
    """Enter opens the customer's card."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model: PagedModel[GiftLine] = PagedModel(
            desk.tasks, self._columns(), fetch=gifts.read_gifts, id_of=lambda line: line.id, parent=self
        )
        self.table: PagedTable[GiftLine] = PagedTable(self.model)
        self.table.setAccessibleName(self.tr("Gifts"))
        self.withdraw = button(self.tr("Take back"), "undo")
        self.card = button(self.tr("Open the card"), "person")
        self._stack = QStackedWidget()
        self._build()

    def reload(self) -> None:
        """Read the list anew."""
        self._desk.tasks.read(self, lambda work: gifts.list_gifts(work, Scope()), self._on_read)

    def focus_first(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Nothing is typed here."""

    def _on_read(self, packed: bytes) -> None:
        ids = PackedIds(packed)
        self.model.refresh(ids)
        self._stack.setCurrentIndex(0 if ids else 1)
        for part in (self.withdraw, self.card):
            part.setEnabled(bool(ids))

    def _current(self) -> GiftLine | None:
        return self.model.row(self.table.currentIndex().row())

    def _withdraw(self) -> None:
        line = self._current()
        if line is None:
            return
        back = Action(text=self.tr("Undo"), run=lambda: self._restore(line.id))
        self._desk.tasks.change(
            self,
            lambda work: gifts.withdraw_gift(work, line.id),
            lambda _none: self._desk.messages.say(
                self.tr("Gift to {name} taken back").format(name=line.name), back, tone=Tone.SUCCESS
            ),
        )

    def _restore(self, gift_id: UUID) -> None:
        def restore(work: Work) -> None:
            gifts.restore_gift(work, gift_id)

        self._desk.tasks.change(self, restore, lambda _none: None)

    def _open(self) -> None:
        line = self._current()
        if line is not None:
            self._desk.navigation.open("customers", line.customer_id)

    def _columns(self) -> list[Column[GiftLine]]:
        return [
            Column(
                title=self.tr("Day"), text=lambda line: f"{line.given_at.astimezone():%Y-%m-%d}", width=110
            ),
            Column(title=self.tr("Customer"), text=lambda line: line.name, width=180),
            Column(title=self.tr("Occasion"), text=lambda line: label(line.occasion), width=110),
            Column(
                title=self.tr("What"), text=lambda line: line.item, width=220, hint=lambda line: line.item
            ),
            Column(title=self.tr("Pieces"), text=lambda line: f"{line.pieces:,}", width=70, is_right=True),
            Column(
                title=self.tr("Value of one (yuan)"),
                text=lambda line: "" if line.value is None else money_text(line.value),
                width=130,
                is_right=True,
            ),
            Column(title=self.tr("Serial"), text=lambda line: line.serial, width=130),
            Column(
                title=self.tr("Note"), text=lambda line: line.note, width=160, hint=lambda line: line.note
            ),
        ]

    def _build(self) -> None:
        ground = Surface()
        ground.column.setContentsMargins(1, 4, 1, 4)
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState(
                "gift",
                self.tr("No gift yet"),
                self.tr(
                    "Choose customers under Occasions and press Gift; it is listed here with its serial."
                ),
            )
        )
        ground.column.addWidget(self._stack)
        keys = QHBoxLayout()
        keys.setSpacing(GAP)
        keys.addWidget(self.withdraw)
        keys.addWidget(self.card)
        keys.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ground, 1)
        column.addLayout(keys)
        self.withdraw.clicked.connect(self._withdraw)
        self.card.clicked.connect(self._open)
        self.table.opened.connect(lambda _id: self._open())
        self.withdraw.setVisible(self._desk.tasks.actor.may(Permission.SEND_MESSAGES))
