"""The left half of the card: every field of its kind in groups, edited in place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLabel, QWidget

from app.customers.fields import FIELD, Part, fields_of
from app.customers.records import Card
from app.states import CustomerKind
from ui.care.service_block import ServiceBlock
from ui.customers.consents import ConsentRows
from ui.customers.labels import Group, adder_label, field_label
from ui.customers.rows import INDENT, TOOL, Block, PhoneBlock, Rows
from ui.customers.showing import Showing
from ui.customers.slots import LEAP, Slot, is_lunar, is_wide, make_slot
from ui.labels import label
from ui.theme import GAP, font
from ui.widgets.scrolling import ScrollColumn
from ui.widgets.surface import tool

GROUPS: Final[dict[Group, tuple[str, ...]]] = {
    Group.IDENTITY: (
        "name", "gender", "birth", "occupation", "company_name", "education", "income_band",
        "birth_leap_policy",
        "uscc", "company_type", "special_kind", "legal_representative", "registered_capital", "industry",
        "business_scope",
    ),
    Group.CONTACT: ("wechat", "email", "do_not_contact"),
    Group.STANDING: ("class_code", "reception_level", "source_code", "channel_code", "campaign"),
    Group.ADDRESS: ("region_code", "address", "postcode"),
    Group.NOTE: ("note",),
}  # fmt: skip
ROWS: Final = {
    Group.CONTACT: Part.PHONE,
    Group.PEOPLE: Part.PERSON,
    Group.NEEDS: Part.NEED,
    Group.VEHICLES: Part.VEHICLE,
}
ORDER: Final = {
    True: (
        Group.IDENTITY, Group.CONTACT, Group.STANDING, Group.NEEDS, Group.ADDRESS, Group.VEHICLES,
        Group.PEOPLE, Group.CONSENT, Group.NOTE,
    ),
    False: (
        Group.IDENTITY, Group.CONTACT, Group.PEOPLE, Group.STANDING, Group.NEEDS, Group.ADDRESS,
        Group.VEHICLES, Group.CONSENT, Group.NOTE,
    ),
}  # fmt: skip


class CardSheet(ScrollColumn):
    """Built once for a kind of customer and filled for each card."""

    slot_made = Signal(object)
    add_wanted = Signal(object)  # Part
    remove_wanted = Signal(object)  # Block
    main_wanted = Signal(object)  # Block
    copy_wanted = Signal(str)

    def __init__(
        self, kind: CustomerKind, showing: Showing, services: ServiceBlock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self.services = services
        self._showing = showing
        self.slots: dict[str, Slot] = {}
        self.rows: dict[Part, Rows] = {}
        self.consents = ConsentRows()
        self.column.setContentsMargins(2 * GAP, GAP, GAP, 2 * GAP)
        self.column.setSpacing(GAP // 2)
        mine = {known.name for known in fields_of(Part.CUSTOMER, kind)}
        for group in ORDER[kind is CustomerKind.PERSON]:
            self._build(group, [name for name in GROUPS.get(group, ()) if name in mine])
        self.column.addStretch()

    def show_card(self, card: Card) -> None:
        """Another card of the same kind."""
        for name, slot in self.slots.items():
            slot.show(card.id, card.main.values.get(name))
        self._show_asked(card)
        for part, rows in self.rows.items():
            rows.show_rows(card.rows(part))
        self.consents.show_states(card.consents)
        self.services.show_customer(card.id)
        self.verticalScrollBar().setValue(0)

    def refresh(self, card: Card) -> None:
        """The same card as it stands now; what is being typed stays."""
        for name, slot in self.slots.items():
            slot.refresh(card.main.values.get(name))
        self._show_asked(card)
        for part, rows in self.rows.items():
            rows.refresh(card.rows(part))
        self.consents.show_states(card.consents)

    def save_service(self) -> bool:
        """F9 in the form of a service or a mileage; False when the focus is elsewhere."""
        focus = QApplication.focusWidget()
        for car in self.services.cars:
            if focus is not None and car.isAncestorOf(focus):
                if car.service_form["items"].isVisible():
                    car.save_service()
                elif car.mileage_form["mileage_km"].isVisible():
                    car.save_mileage()
                return True
        return False

    def all_slots(self) -> Iterator[Slot]:
        """Every editor on the card."""
        yield from self.slots.values()
        for block in self.blocks():
            yield from block.slots.values()

    def blocks(self) -> Iterator[Block]:
        """Every row of every part."""
        for rows in self.rows.values():
            yield from rows.blocks

    def block_of(self, slot: Slot) -> Block | None:
        """The row a slot stands in; None for a field of the customer."""
        return next((block for block in self.blocks() if slot in block.slots.values()), None)

    def go(self, part: Part, name: str) -> None:
        """Put the focus at a field; where its row is missing, a new one is begun."""
        slots = self.slots if part is Part.CUSTOMER else {}
        if part is not Part.CUSTOMER:
            blocks = self.rows[part].blocks
            if not blocks:
                self.rows[part].add(name)
                return
            slots = blocks[0].slots
        if name in slots:
            self.go_to(slots[name])

    def go_to(self, slot: Slot) -> None:
        """Put the focus into a field and bring it into sight."""
        slot.editor.go()
        self.ensureWidgetVisible(slot.editor, 0, 3 * GAP)

    def go_on(self, slot: Slot) -> None:
        """Enter: to the next field as the eye goes."""

        def place(each: Slot) -> tuple[int, int]:
            corner = each.editor.mapTo(self, QPoint(0, 0))
            return corner.y(), corner.x()

        ordered = sorted((each for each in self.all_slots() if each.editor.isVisible()), key=place)
        following = ordered[ordered.index(slot) + 1 :] if slot in ordered else []
        if following:
            self.go_to(following[0])

    def _show_asked(self, card: Card) -> None:
        leap = self.slots.get(LEAP)
        if leap is not None:
            leap.editor.setVisible(is_lunar(card.main.values.get("birth")))

    def _build(self, group: Group, names: list[str]) -> None:
        part = ROWS.get(group)
        self.column.addWidget(self._head(group, part))
        if part is not None:
            rows = Rows(part, lambda: self._showing)
            rows.block_made.connect(self._on_block)
            rows.begun.connect(lambda block: self.ensureWidgetVisible(block, 0, 3 * GAP))
            self.rows[part] = rows
            self.column.addWidget(rows)
        if part is Part.VEHICLE:
            self.services.setContentsMargins(2, 0, TOOL + GAP, 0)
            self.column.addWidget(self.services)
            self.services.hide()  # until a car is shown
        if names:
            self.column.addLayout(self._grid(names))
        if group is Group.CONSENT:
            self.column.addWidget(self.consents)

    def _head(self, group: Group, part: Part | None) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(2, GAP // 2, 0, 0)
        row.setSpacing(GAP // 2)
        name = QLabel(label(group))
        name.setFont(font(13, bold=True))
        row.addWidget(name)
        if part is not None:
            adder = tool("add", adder_label(part))
            adder.setFixedSize(24, 24)
            adder.clicked.connect(lambda: self.add_wanted.emit(part))
            row.addWidget(adder)
        row.addStretch()
        return head

    def _grid(self, names: list[str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(2, TOOL + GAP)  # where rows have their tool, so that columns align
        place = 0
        for name in names:
            known = FIELD[Part.CUSTOMER, name]
            text = field_label(Part.CUSTOMER, name, self.kind)
            slot = make_slot(known, self._showing, label_text=text)
            self.slots[name] = slot
            self._take(slot)
            span = 2 if is_wide(known) or self._is_firm_name(name) else 1
            place += place % 2 if span == 2 else 0
            if name == "do_not_contact":
                slot.editor.setContentsMargins(INDENT, 0, 0, 0)
            grid.addWidget(slot.editor, place // 2, place % 2, 1, span, Qt.AlignmentFlag.AlignTop)
            place += span
        return grid

    def _is_firm_name(self, name: str) -> bool:
        return name == "name" and self.kind is not CustomerKind.PERSON

    def _on_block(self, block: Block) -> None:
        block.remove_wanted.connect(self.remove_wanted)
        if isinstance(block, PhoneBlock):
            block.main_wanted.connect(self.main_wanted)
            block.copy_wanted.connect(self.copy_wanted)
        for slot in block.slots.values():
            self._take(slot)

    def _take(self, slot: Slot) -> None:
        slot.editor.advanced.connect(lambda: self.go_on(slot))
        self.slot_made.emit(slot)
