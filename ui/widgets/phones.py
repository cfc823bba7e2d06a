"""Any number of phones, one of them the main one, each read by the parser given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.errors import UserError
from ui.errors import sentence
from ui.theme import SMALL, font
from ui.widgets.field import Field, Side
from ui.widgets.line import LineEdit
from ui.widgets.surface import button, tool
from ui.widgets.typed import mended


@dataclass(frozen=True, kw_only=True, slots=True)
class PhoneEntry:
    """One phone as people read it; `number` is the normalised one, `kind` how the parser named it."""

    shown: str
    number: str = ""
    kind: str = ""
    is_main: bool = False


Phones = tuple[PhoneEntry, ...]


class _Row(QWidget):
    def __init__(self, owner: PhonesField) -> None:
        super().__init__()
        self.entry: PhoneEntry | None = None
        self.edit = LineEdit()
        self.edit.setAccessibleName(owner.label)
        self.kind = QLabel()
        self.kind.setFont(font(SMALL))
        self.kind.setMinimumWidth(34)
        self.main = tool("star", owner.tr("Main phone"))
        self.main.setCheckable(True)
        self.main.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.drop = tool("close", owner.tr("Remove this phone"))
        self.drop.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.edit, 1)
        row.addWidget(self.kind)
        row.addWidget(self.main)
        row.addWidget(self.drop)


class PhonesField(Field[Phones]):
    """Its value is a tuple of `PhoneEntry`. `parse` turns what is typed into one, or raises UserError;
    `kind_text` names a kind for people."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        parse: Callable[[str], PhoneEntry],
        kind_text: Callable[[str], str] = str,
        most: int = 8,
        required: bool = False,
        hint: str = "",
        side: Side = Side.TOP,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, label, required=required, hint=hint, side=side, parent=parent)
        self._parse = parse
        self._kind_text = kind_text
        self._most = most
        self.rows: list[_Row] = []
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.adder = button(self.tr("Add a phone"), "add")
        self.adder.setFlat(True)
        self.adder.clicked.connect(self._on_add)
        self._column.addWidget(self.adder, 0, Qt.AlignmentFlag.AlignLeft)
        first = self._new_row()
        self._place(first.edit, body)

    def value(self) -> Phones | None:
        entries: list[PhoneEntry] = []
        for row in self.rows:
            text = mended(row.edit.text())
            if not text:
                continue
            is_same = row.entry is not None and row.entry.shown == text
            entry = row.entry if is_same and row.entry is not None else self._parse(text)
            entries.append(replace(entry, is_main=row.main.isChecked()))
        if entries and not any(entry.is_main for entry in entries):
            entries[0] = replace(entries[0], is_main=True)
        return tuple(entries) or None

    @property
    def edits(self) -> list[LineEdit]:
        """The lines, top to bottom."""
        return [row.edit for row in self.rows]

    def _display(self, value: Phones | None) -> None:
        entries = value or ()
        while len(self.rows) > max(len(entries), 1):
            self._take_out(self.rows[-1])
        while len(self.rows) < len(entries):
            self._new_row()
        for number, row in enumerate(self.rows):
            entry = entries[number] if number < len(entries) else None
            row.entry = entry
            row.edit.setText(entry.shown if entry is not None else "")
            row.main.setChecked(bool(entry is not None and entry.is_main))
            row.kind.setText(self._kind_text(entry.kind) if entry is not None and entry.kind else "")
        self._show_tools()

    def _new_row(self) -> _Row:
        row = _Row(self)
        row.edit.textEdited.connect(self._on_typed)
        row.edit.left.connect(lambda: self._on_row_left(row))
        row.edit.entered.connect(lambda: self._on_row_entered(row))
        row.edit.escaped.connect(self._on_escaped)
        row.main.clicked.connect(lambda: self._on_main(row))
        row.drop.clicked.connect(lambda: self._on_drop(row))
        self._column.insertWidget(len(self.rows), row)
        self.rows.append(row)
        self._show_tools()
        return row

    def _show_tools(self) -> None:
        for row in self.rows:
            row.main.setVisible(len(self.rows) > 1)
            row.drop.setVisible(len(self.rows) > 1)
        self.adder.setVisible(len(self.rows) < self._most)

    def _take_out(self, row: _Row) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        if self.rows:
            self._editor = self.rows[0].edit
            self.setFocusProxy(self._editor)
            self.caption.setBuddy(self._editor)

    def _on_add(self) -> None:
        row = self._new_row()
        row.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_drop(self, row: _Row) -> None:
        self._take_out(row)
        self._show_tools()
        self.rows[0].edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_typed()
        self._on_left()

    def _on_main(self, row: _Row) -> None:
        for other in self.rows:
            other.main.setChecked(other is row)
        self._on_typed()
        self._on_left()

    def _on_row_left(self, row: _Row) -> None:
        text = mended(row.edit.text())
        if text and self.is_edited:
            try:
                row.entry = self._parse(text)
            except UserError as error:
                self.show_error(sentence(error))
                return
            row.edit.setText(row.entry.shown)
            row.kind.setText(self._kind_text(row.entry.kind) if row.entry.kind else "")
        self._on_left()

    def _on_row_entered(self, row: _Row) -> None:
        if self.check():
            self._on_row_left(row)
            self.advanced.emit()

    def _on_escaped(self) -> None:
        if self.is_edited:
            self.revert()
