"""The repeated parts of a card: phones, contact people, vehicles, needs; each row edited, added and removed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.customers.fields import FIELD, Part, Value, fields_of
from app.customers.records import PartRow
from app.states import PhoneKind
from ui.customers.labels import field_label, remover_label
from ui.customers.showing import Showing, digits_of
from ui.customers.slots import LEAP, Slot, is_lunar, is_wide, make_slot
from ui.labels import label
from ui.widgets.surface import Rule, tool

TOOL = 28  # the width of a small tool
INDENT = 106  # where values begin: the width of a label at the left and its distance


class Block(QWidget):
    """One row of a part. A draft has no `row_id` yet; it is added with its first valid value."""

    slot_made = Signal(object)
    remove_wanted = Signal(object)  # the block

    def __init__(self, part: Part, showing: Showing) -> None:
        super().__init__()
        self.part = part
        self.row_id: UUID | None = None
        self.is_adding = False
        self.slots: dict[str, Slot] = {}
        self.remover = tool("close", remover_label(part))
        self.remover.clicked.connect(lambda: self.remove_wanted.emit(self))
        self._build(showing)

    def _build(self, showing: Showing) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        place = 0
        for known in fields_of(self.part):
            slot = make_slot(known, showing)
            self.slots[known.name] = slot
            span = 2 if is_wide(known) else 1
            place += place % 2 if span == 2 else 0
            if known.value is Value.FLAG:
                slot.editor.setContentsMargins(INDENT, 0, 0, 0)
            grid.addWidget(slot.editor, place // 2, place % 2, 1, span, Qt.AlignmentFlag.AlignTop)
            place += span
        grid.addWidget(self.remover, 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Rule(), place // 2 + 1, 0, 1, 3)

    def show_row(self, row: PartRow | None) -> None:
        """Another row, or an empty draft."""
        self.row_id = None if row is None else row.id
        self.is_adding = False
        for name, slot in self.slots.items():
            slot.show(self.row_id, self._value(name, {} if row is None else row.values))
        self._dress({} if row is None else row.values)

    def refresh(self, row: PartRow) -> None:
        """Newer values of the same row."""
        for name, slot in self.slots.items():
            slot.refresh(self._value(name, row.values))
        self._dress(row.values)

    def become(self, row_id: UUID) -> None:
        """The draft is stored now."""
        self.row_id = row_id
        self.is_adding = False
        for slot in self.slots.values():
            slot.row_id = row_id

    @property
    def is_edited(self) -> bool:
        return any(slot.is_edited for slot in self.slots.values())

    def given(self) -> dict[str, object]:
        """What a draft holds, without what cannot be read yet; empty when its required field is missing."""
        values: dict[str, object] = {}
        for name, slot in self.slots.items():
            if slot.is_edited and slot.editor.check():
                values[name] = slot.editor.value()
        filled = {name: value for name, value in values.items() if value not in (None, "")}
        missing = [known for known in fields_of(self.part) if known.required and known.name not in filled]
        return {} if missing else filled

    def go(self, name: str = "") -> None:
        """Put the focus into a field, the first one by default."""
        slot = self.slots.get(name) or next(iter(self.slots.values()))
        slot.editor.go()

    def show_company(self, count: int) -> None:
        """Told how many rows the part has."""

    def _value(self, name: str, values: Mapping[str, object]) -> object:
        """A new need is open until somebody says it is not."""
        return True if not values and name == "is_open" else values.get(name)

    def _dress(self, values: Mapping[str, object]) -> None:
        """Show what hangs on the values of the row."""
        leap = self.slots.get(LEAP)
        if leap is not None:
            leap.editor.setVisible(is_lunar(values.get("birth")))


class PhoneBlock(Block):
    """A phone in one line: number, remark, main mark, copy, remove."""

    main_wanted = Signal(object)  # the block
    copy_wanted = Signal(str)  # digits
    is_main = False
    digits = ""

    def _build(self, showing: Showing) -> None:
        self.main = tool("star", field_label(Part.PHONE, "is_main"))
        self.main.setCheckable(True)
        self.main.clicked.connect(self._on_main)
        self.copier = tool("copy", self.tr("Copy this number"))
        self.copier.clicked.connect(lambda: self.copy_wanted.emit(self.digits))
        self.slots = {name: make_slot(FIELD[Part.PHONE, name], showing) for name in ("shown", "label")}
        remark = self.slots["label"].editor
        remark.caption.hide()
        number = self.slots["shown"].editor
        number.required = False  # every phone has one; the star would only be noise
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.slots["shown"].editor, 3, Qt.AlignmentFlag.AlignTop)
        row.addWidget(remark, 2, Qt.AlignmentFlag.AlignTop)
        for part in (self.main, self.copier, self.remover):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)

    def _dress(self, values: Mapping[str, object]) -> None:
        kind = values.get("kind")
        self.is_main = bool(values.get("is_main"))
        self.digits = digits_of(str(values.get("shown") or ""))
        self.main.setChecked(self.is_main)
        self.main.setEnabled(self.row_id is not None)
        self.copier.setEnabled(bool(self.digits))
        text = label(kind) if isinstance(kind, PhoneKind) else field_label(Part.PHONE, "shown")
        self.slots["shown"].editor.set_label(text)

    def show_company(self, count: int) -> None:
        self.main.setVisible(count > 1)

    def _on_main(self) -> None:
        self.main.setChecked(self.is_main)
        if not self.is_main:
            self.main_wanted.emit(self)


class Rows(QWidget):
    """All rows of one part, with drafts at the end."""

    block_made = Signal(object)
    begun = Signal(object)  # a draft that has the focus now

    def __init__(self, part: Part, showing: Callable[[], Showing], parent: QObject | None = None) -> None:
        super().__init__()
        self.part = part
        self._showing = showing
        self.blocks: list[Block] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_rows(self, rows: Sequence[PartRow]) -> None:
        """Another card."""
        while len(self.blocks) > len(rows):
            self._drop(self.blocks[-1])
        for number, row in enumerate(rows):
            block = self.blocks[number] if number < len(self.blocks) else self._make()
            block.show_row(row)
        self._show_rows()

    def refresh(self, rows: Sequence[PartRow]) -> None:
        """The same card as it stands now; typing and drafts stay."""
        known = {row.id for row in rows}
        for block in [b for b in self.blocks if b.row_id is not None and b.row_id not in known]:
            if not block.is_edited:
                self._drop(block)
        mine = {block.row_id: block for block in self.blocks}
        for row in rows:
            if row.id in mine:
                mine[row.id].refresh(row)
            elif not any(block.is_adding for block in self.blocks):
                self._make(before_drafts=True).show_row(row)
        self._show_rows()

    def add(self, name: str = "") -> Block:
        """A draft with the focus in it."""
        drafts = [block for block in self.blocks if block.row_id is None and not block.is_edited]
        block = drafts[0] if drafts else self._make()
        if not drafts:
            block.show_row(None)
        self._show_rows()
        # The new widgets get their place first, or there is nothing to scroll to.
        QTimer.singleShot(0, block, lambda: self._begin(block, name))
        return block

    def _begin(self, block: Block, name: str) -> None:
        block.go(name)
        self.begun.emit(block)

    def drop(self, block: Block) -> None:
        """Take a block off the screen."""
        if block in self.blocks:
            self._drop(block)
            self._show_rows()

    def _make(self, *, before_drafts: bool = False) -> Block:
        block = (
            PhoneBlock(self.part, self._showing())
            if self.part is Part.PHONE
            else Block(self.part, self._showing())
        )
        place = len(self.blocks)
        if before_drafts:
            place = next((n for n, other in enumerate(self.blocks) if other.row_id is None), place)
        self.blocks.insert(place, block)
        self._column.insertWidget(place, block)
        self.block_made.emit(block)
        return block

    def _drop(self, block: Block) -> None:
        self.blocks.remove(block)
        self._column.removeWidget(block)
        block.hide()
        block.deleteLater()

    def _show_rows(self) -> None:
        self.setVisible(bool(self.blocks))
        for block in self.blocks:
            block.show_company(len(self.blocks))
