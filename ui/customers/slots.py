"""One field of the card on screen: which stored value it edits and what its person had seen before typing."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QSizePolicy

from app.customers import regions
from app.customers.editing import Edit
from app.customers.fields import Field as Known
from app.customers.fields import Part, Value
from app.customers.numbers import PartialDate
from app.customers.values import check
from app.errors import UserError
from app.states import BirthCalendar, Gender, LeapPolicy
from ui.customers.labels import field_label
from ui.customers.showing import Showing
from ui.labels import label
from ui.widgets.choice import CheckField, Choice, ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.field import Field, Side
from ui.widgets.line import LineField
from ui.widgets.note import NoteField
from ui.widgets.region import RegionField
from ui.widgets.suggestions import Suggestion

NOTHING = "—"
LEAP = "birth_leap_policy"
LONG = 12
GENDER_KEYS = {Gender.MALE: "m", Gender.FEMALE: "f", Gender.UNKNOWN: "u"}


class Slot(QObject):
    """Editor, field and row together. `seen` is the value on screen when typing began: what another clerk
    saved since then shows as a conflict instead of being lost."""

    committed = Signal(object)  # the slot itself: left with a new valid value
    undo_wanted = Signal()

    def __init__(self, known: Known, editor: Field[Any]) -> None:
        super().__init__(editor)
        self.known = known
        self.editor = editor
        self.row_id: UUID | None = None
        self._shown: object = None
        self._seen: object = None
        self._is_typing = False
        editor.edited.connect(self._on_edited)
        editor.committed.connect(lambda: self.committed.emit(self))
        editor.editor().installEventFilter(self)

    @property
    def is_edited(self) -> bool:
        return self.editor.is_edited

    @property
    def shown(self) -> object:
        """The stored value last shown."""
        return self._shown

    def show(self, row_id: UUID | None, value: object) -> None:
        """Another row, or a value that replaces whatever stood here."""
        self.row_id = row_id
        self._shown = value
        self._is_typing = False
        self.editor.set_value(value)
        self._show_tip()

    def refresh(self, value: object) -> None:
        """A newer stored value, shown unless somebody is typing here."""
        if self.editor.refresh(value):
            self._shown = value
            self._is_typing = False
            self._show_tip()

    def edit(self) -> Edit:
        """The change to save. Raises UserError when what is typed cannot be read."""
        if self.row_id is None:
            raise RuntimeError("a new row is added, not edited")
        return Edit(
            part=self.known.part,
            row_id=self.row_id,
            field=self.known.name,
            seen=self._seen if self._is_typing else self._shown,
            given=self.editor.value(),
        )

    def settle(self, given: object) -> None:
        """`given` is stored now; what was typed after it was sent stays and is still to be saved."""
        self._shown = given
        try:
            is_same = self.editor.value() == given
        except UserError:
            is_same = False
        if is_same:
            self._is_typing = False
            self.editor.set_value(given)
        else:
            self._seen = given

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and not self.is_edited and event.matches(QKeySequence.StandardKey.Undo):
            # The line's own undo is for its typing; without any, Ctrl+Z takes back the last save.
            event.ignore()
            return True
        if (
            event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
            and self.is_edited
            and not getattr(watched, "is_composing", False)
        ):
            self.revert()
            return True
        return False

    def revert(self) -> None:
        """Back to the stored value."""
        self.editor.revert()
        self._shown = self.editor.saved
        self._is_typing = False

    def _show_tip(self) -> None:
        """A long value is cut off by its line; pointing at it shows the whole."""
        if isinstance(self.editor, LineField):
            text = self.editor.edit.text()
            self.editor.edit.setToolTip(text if len(text) > LONG else "")

    def _on_edited(self) -> None:
        if not self._is_typing:
            self._is_typing = True
            self._seen = self._shown


def make_slot(known: Known, showing: Showing, *, label_text: str = "") -> Slot:
    """The editor for a field of the registry, quiet until it is hovered or focused."""
    editor = _editor(known, showing, label_text or field_label(known.part, known.name))
    # Columns of the card are equally wide whatever stands in them.
    editor.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return Slot(known, editor)


def local_today() -> date:
    """Today in the shop."""
    return datetime.now(UTC).astimezone().date()


def _editor(known: Known, showing: Showing, text: str) -> Field[Any]:
    if known.value is Value.FLAG:
        return CheckField(known.name, text)
    if known.value is Value.LONG_TEXT:
        return NoteField(
            known.name,
            text,
            limit=20_000,
            lines=1,
            most_lines=6,
            placeholder=NOTHING,
            side=Side.LEFT,
            quiet=True,
        )
    if known.value is Value.GENDER:
        genders = [Choice(value=each, text=label(each), key=GENDER_KEYS[each]) for each in Gender]
        return ChoiceField(known.name, text, genders, as_row=False, empty=NOTHING, side=Side.LEFT, quiet=True)
    if known.value is Value.LEAP:
        policies = [Choice(value=each, text=label(each)) for each in LeapPolicy]
        return ChoiceField(
            known.name, text, policies, as_row=False, empty=NOTHING, side=Side.LEFT, quiet=True
        )
    if known.value is Value.CHOICE:
        return ChoiceField(
            known.name,
            text,
            _entries(known, showing),
            as_row=False,
            empty=NOTHING,
            side=Side.LEFT,
            quiet=True,
        )
    if known.value is Value.REGION:
        return RegionField(
            known.name,
            text,
            find=find_regions,
            name_of=lambda code: regions.full_name(code) or code,
            placeholder=NOTHING,
            side=Side.LEFT,
            quiet=True,
        )
    return _line(known, showing, text)


def _line(known: Known, showing: Showing, text: str) -> Field[Any]:
    def parse(typed: str) -> object:
        return check(known, typed, today=local_today())

    def show(value: object) -> str:
        return showing.value(known, value)

    if known.value is Value.DATE:
        return DateField(
            known.name,
            text,
            parse=parse,
            show=show,
            to_date=lambda value: value if isinstance(value, date) else None,
            from_date=lambda day: day,
            required=known.required,
            placeholder=NOTHING,
            side=Side.LEFT,
            quiet=True,
        )
    return LineField(
        known.name,
        text,
        parse=parse,
        show=show,
        required=known.required,
        placeholder=NOTHING,
        side=Side.LEFT,
        quiet=True,
    )


def _entries(known: Known, showing: Showing) -> list[Choice[str]]:
    if known.choices is None:
        raise ValueError(f"field {known.name} names no list")
    texts = [
        (entry.code, showing.choice(known.choices, entry.code))
        for entry in showing.choices.get(known.choices, ())
        if entry.active
    ]
    return [Choice(value=code, text=text, key=text[:1] if text[:1].isascii() else "") for code, text in texts]


def is_lunar(birth: object) -> bool:
    """Whether it is to be asked in which of two months of one name a birthday is kept."""
    return isinstance(birth, PartialDate) and birth.calendar is BirthCalendar.LUNAR


def find_regions(typed: str) -> list[Suggestion]:
    """Regions for the picker, the matched part unmarked as pinyin may have matched."""
    return [
        Suggestion(key=hit.region.code, text=hit.full_name) for hit in regions.search_regions(typed, limit=20)
    ]


def is_wide(known: Known) -> bool:
    """Whether a field takes the whole width of the card."""
    return (known.part, known.name) in {
        (Part.CUSTOMER, "region_code"),
        (Part.CUSTOMER, "address"),
        (Part.CUSTOMER, "business_scope"),
        (Part.CUSTOMER, "note"),
        (Part.PERSON, "note"),
    }
