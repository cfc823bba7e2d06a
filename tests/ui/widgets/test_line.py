"""One-line fields: Chinese input keeps its Enter, slips are mended, typing is never lost."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.errors import UserError
from ui.widgets.field import Field, Side
from ui.widgets.line import LineEdit, LineField, MoneyField, NumberField, TextField


def compose(edit: QWidget, preedit: str, commit: str = "") -> None:
    """What an input method sends while a candidate list is open (preedit) and when one is chosen."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(edit, event)


def even(text: str) -> int:
    if not text.isdigit() or int(text) % 2:
        raise UserError("number-invalid", given=text)
    return int(text)


class Sheet(QWidget):
    """Fields below each other, and a line that is none of ours."""

    def __init__(self, *fields: Field[Any]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        for field in fields:
            column.addWidget(field)
            field.sheet_of_the_test = self  # type: ignore[attr-defined]  # lives as long as its fields
        self.other = QLineEdit()
        column.addWidget(self.other)


def shown(qtbot: QtBot, *fields: Field[Any]) -> Sheet:
    made = Sheet(*fields)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    fields[0].go()
    return made


def heard(field: Field[Any]) -> list[str]:
    """What the field says, in order."""
    told: list[str] = []
    field.edited.connect(lambda: told.append("edited"))
    field.committed.connect(lambda: told.append("committed"))
    field.advanced.connect(lambda: told.append("advanced"))
    return told


def test_enter_that_confirms_a_candidate_does_not_go_on(qtbot: QtBot) -> None:
    field = TextField("name", "Name")
    shown(qtbot, field)
    told = heard(field)
    compose(field.edit, "ouyang")
    assert field.edit.is_composing
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert "advanced" not in told
    compose(field.edit, "", "欧阳")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.value() == "欧阳"
    assert told[-2:] == ["committed", "advanced"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_goes_on_with_either_key(qtbot: QtBot, key: Qt.Key) -> None:
    field = TextField("name", "Name")
    shown(qtbot, field)
    told = heard(field)
    qtbot.keyClicks(field.edit, "Li")
    qtbot.keyClick(field.edit, key)
    assert told == ["edited", "edited", "committed", "advanced"]


def test_escape_while_choosing_a_candidate_keeps_the_typing(qtbot: QtBot) -> None:
    field = TextField("name", "Name")
    shown(qtbot, field)
    qtbot.keyClicks(field.edit, "Li")
    compose(field.edit, "na")
    qtbot.keyClick(field.edit, Qt.Key.Key_Escape)
    assert field.edit.text().startswith("Li")


def test_full_width_figures_and_stray_spaces_are_mended_on_leaving(qtbot: QtBot) -> None:
    field = TextField("plate", "Plate")
    sheet = shown(qtbot, field)
    compose(field.edit, "", "　川Ａ１２３４５ ")
    sheet.other.setFocus()
    assert field.edit.text() == "川A12345"


def test_a_wrong_value_shows_its_sentence_and_typing_goes_on(qtbot: QtBot) -> None:
    field = LineField("even", "Even", parse=even)
    sheet = shown(qtbot, field)
    told = heard(field)
    qtbot.keyClicks(field.edit, "13")
    sheet.other.setFocus()
    assert "13" in field.error
    assert field.editor().accessibleDescription() == field.error
    assert field.edit.text() == "13"
    field.go()
    field.edit.end(False)
    qtbot.keyClicks(field.edit, "8")
    assert field.error == ""
    sheet.other.setFocus()
    assert told.count("committed") == 1
    assert field.value() == 138


def test_a_value_is_committed_once_however_one_leaves(qtbot: QtBot) -> None:
    field = TextField("name", "Name")
    sheet = shown(qtbot, field)
    told = heard(field)
    qtbot.keyClicks(field.edit, "Li")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    sheet.other.setFocus()
    assert told.count("committed") == 1


def test_typing_the_saved_value_again_commits_nothing(qtbot: QtBot) -> None:
    field = TextField("name", "Name")
    field.set_value("Li")
    sheet = shown(qtbot, field)
    told = heard(field)
    qtbot.keyClicks(field.edit, "Li")
    sheet.other.setFocus()
    assert "committed" not in told
    assert not field.is_edited


def test_a_refresh_never_eats_what_is_being_typed(qtbot: QtBot) -> None:
    field = TextField("note", "Note")
    field.set_value("old")
    shown(qtbot, field)
    qtbot.keyClicks(field.edit, "half a sen")
    assert field.refresh("from another window") is False
    assert field.edit.text() == "half a sen"
    qtbot.keyClick(field.edit, Qt.Key.Key_Escape)
    assert field.value() == "from another window"


def test_a_refresh_shows_a_newer_value_where_nobody_types(qtbot: QtBot) -> None:
    field = TextField("note", "Note")
    field.set_value("old")
    shown(qtbot, field)
    assert field.refresh("new") is True
    assert field.edit.text() == "new"


def test_a_refresh_to_the_same_value_leaves_the_cursor_alone(qtbot: QtBot) -> None:
    field = TextField("note", "Note")
    field.set_value("some text")
    shown(qtbot, field)
    field.edit.setCursorPosition(4)
    field.refresh("some text")
    assert field.edit.cursorPosition() == 4


def test_saved_typing_is_no_longer_guarded(qtbot: QtBot) -> None:
    field = TextField("name", "Name")
    shown(qtbot, field)
    qtbot.keyClicks(field.edit, "Li")
    field.mark_saved()
    assert not field.is_edited
    assert field.saved == "Li"
    assert field.refresh("Li Na") is True


def test_a_required_field_says_so(qtbot: QtBot) -> None:
    field = TextField("name", "Name", required=True)
    shown(qtbot, field)
    told = heard(field)
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.error
    assert told == []


def test_a_text_may_be_too_long(qtbot: QtBot) -> None:
    field = TextField("name", "Name", limit=3)
    shown(qtbot, field)
    qtbot.keyClicks(field.edit, "abcd")
    assert not field.check()
    with pytest.raises(UserError, match="input-too-long"):
        field.value()


def test_amounts_and_numbers_are_shown_in_their_form(qtbot: QtBot) -> None:
    money, number = MoneyField("budget", "Budget"), NumberField("mileage", "Mileage")
    shown(qtbot, money, number)
    qtbot.keyClicks(money.edit, "1.25")
    compose(money.edit, "", "万")
    qtbot.keyClick(money.edit, Qt.Key.Key_Return)
    number.go()
    qtbot.keyClicks(number.edit, "45000")
    qtbot.keyClick(number.edit, Qt.Key.Key_Return)
    assert (money.value(), money.edit.text()) == (Decimal("12500.00"), "12,500")
    assert (number.value(), number.edit.text()) == (45000, "45,000")


def test_a_quiet_line_shows_its_frame_only_when_worked_with(qtbot: QtBot) -> None:
    field = TextField("name", "Name", quiet=True, side=Side.LEFT)
    sheet = shown(qtbot, field)
    assert field.edit.hasFrame()
    sheet.other.setFocus()
    assert not field.edit.hasFrame()


def test_a_screen_reader_hears_label_and_hint(qtbot: QtBot) -> None:
    field = TextField("name", "Name", hint="as on the card")
    shown(qtbot, field)
    assert field.edit.accessibleName() == "Name"
    assert field.edit.accessibleDescription() == "as on the card"
    assert field.caption.buddy() is field.edit


def test_ctrl_enter_is_left_to_the_page(qtbot: QtBot) -> None:
    edit = LineEdit()
    qtbot.addWidget(edit)
    entered: list[bool] = []
    edit.entered.connect(lambda: entered.append(True))
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert entered == []


@pytest.mark.parametrize("side", [Side.TOP, Side.LEFT])
def test_a_long_error_is_shown_whole_in_a_narrow_field(qtbot: QtBot, side: Side) -> None:
    field = TextField("name", "Name", side=side)
    sheet = shown(qtbot, field)
    sheet.resize(230, 400)
    field.show_error("这是一个很长的说明，需要换行显示，不能被截断，否则看不到该怎么办。")
    qtbot.waitUntil(lambda: field.note.height() >= field.note.heightForWidth(field.note.width()) > 30)
    assert field.edit.height() >= 32


def test_a_field_is_never_squeezed_to_a_slit(qtbot: QtBot) -> None:
    fields = [TextField(str(number), "Name") for number in range(12)]
    sheet = shown(qtbot, *fields)
    sheet.resize(300, 100)
    assert min(field.edit.height() for field in fields) >= 32
