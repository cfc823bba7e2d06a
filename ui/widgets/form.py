"""Several fields as one: Enter goes from one to the next, refusals find their field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from app.errors import UserError
from ui.errors import field_of, sentence
from ui.widgets.field import Field


class Form(QObject):
    """The fields of a page in the order of typing."""

    finished = Signal()  # Enter on the last field
    edited = Signal(str)  # name of the field
    committed = Signal(str)  # name of the field, to be saved by itself in cards edited in place

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field[Any]] = {}

    def add(self, *fields: Field[Any]) -> None:
        """Append fields; their names must differ."""
        for field in fields:
            if field.name in self.fields:
                raise ValueError(f"two fields named {field.name}")
            self.fields[field.name] = field
            field.advanced.connect(lambda name=field.name: self._on_advanced(name))
            field.edited.connect(lambda name=field.name: self.edited.emit(name))
            field.committed.connect(lambda name=field.name: self.committed.emit(name))

    def __getitem__(self, name: str) -> Field[Any]:
        return self.fields[name]

    def values(self) -> dict[str, Any]:
        """All values by name; call after `check` said True. Half-chosen Chinese input is taken in."""
        return {name: field.value() for name, field in self.fields.items()}

    def fill(self, values: Mapping[str, Any]) -> None:
        """Show saved values; fields not named are emptied."""
        for name, field in self.fields.items():
            field.set_value(values.get(name))

    def refresh(self, values: Mapping[str, Any]) -> list[str]:
        """Show newer saved values where nobody is typing; returns the names that kept their typing."""
        return [
            name for name, field in self.fields.items() if name in values and not field.refresh(values[name])
        ]

    def check(self) -> bool:
        """Check every visible field; the focus goes to the first wrong one."""
        QGuiApplication.inputMethod().commit()
        wrong = [field for field in self.fields.values() if not field.isHidden() and not field.check()]
        if wrong:
            wrong[0].go()
        return not wrong

    def show_error(self, error: UserError) -> bool:
        """Put a refusal at its field (fact `field`); False when it names none of ours, so that it can be
        given to `Tasks.change(failed=…)` as it is."""
        field = self.fields.get(field_of(error) or "")
        if field is None:
            return False
        field.show_error(sentence(error))
        field.go()
        return True

    @property
    def is_edited(self) -> bool:
        return any(field.is_edited for field in self.fields.values())

    def mark_saved(self) -> None:
        for field in self.fields.values():
            field.mark_saved()

    def _on_advanced(self, name: str) -> None:
        names = list(self.fields)
        for following in names[names.index(name) + 1 :]:
            field = self.fields[following]
            if not field.isHidden() and field.isEnabled():
                field.go()
                return
        self.finished.emit()
