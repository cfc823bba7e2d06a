"""Picks a province, city, district or street by typing any part of its name or pinyin."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.errors import UserError
from ui.widgets.field import Side
from ui.widgets.line import LineField
from ui.widgets.suggestions import Suggestion, Suggestions

Find = Callable[[str], Sequence[Suggestion]]


class RegionField(LineField[str]):
    """Its value is the region's code. `find` answers typing with suggestions whose `key` is the code;
    `name_of` tells how a code reads (四川省 成都市 武侯区)."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        find: Find,
        name_of: Callable[[str], str],
        required: bool = False,
        hint: str = "",
        placeholder: str = "",
        side: Side = Side.TOP,
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._find = find
        self._name_of = name_of
        self._picked: str | None = None
        super().__init__(
            name,
            label,
            parse=self._read,
            show=name_of,
            required=required,
            hint=hint,
            placeholder=placeholder,
            side=side,
            quiet=quiet,
            parent=parent,
        )
        self._list: Suggestions | None = None
        self.edit.textEdited.connect(self._on_text)

    def _read(self, text: str) -> str:
        if self._picked is not None and text == self._name_of(self._picked):
            return self._picked
        hits = self._find(text)
        exact = [hit for hit in hits if hit.text == text]
        if len(exact) != 1 and len(hits) != 1:
            raise UserError("region-unknown", given=text, field=self.name)
        return str((exact or hits)[0].key)

    def _display(self, value: str | None) -> None:
        self._picked = value
        super()._display(value)

    def _on_text(self, text: str) -> None:
        self._picked = None
        if self._list is None:
            self._list = Suggestions(self.edit, rows=8, name=self.label)
            self._list.chosen.connect(self._on_chosen)
        typed = self.text()
        self._list.offer(self._find(typed) if typed else ())

    def _on_chosen(self, row: Suggestion) -> None:
        self._picked = str(row.key)
        self.type_text(self._name_of(self._picked))
        self._on_entered()
