"""Dates, notes and phones."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.errors import UserError
from tests.ui.widgets.test_line import compose, heard, shown
from ui.widgets.date_field import DateField
from ui.widgets.note import NoteField
from ui.widgets.phones import PhoneEntry, PhonesField


def read_date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UserError("number-invalid", given=text) from None


def date_field(qtbot: QtBot) -> DateField[date]:
    made = DateField(
        "born", "Born", parse=read_date, show=str, to_date=lambda day: day, from_date=lambda day: day
    )
    shown(qtbot, made)
    return made


def test_a_date_is_one_tab_stop(qtbot: QtBot) -> None:
    field = date_field(qtbot)
    qtbot.keyClicks(field.edit, "2026-05-06")
    qtbot.keyClick(field.edit, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is field.sheet_of_the_test.other  # type: ignore[attr-defined]
    assert field.value() == date(2026, 5, 6)


def test_the_calendar_starts_at_the_typed_day_and_gives_the_picked_one(qtbot: QtBot) -> None:
    field = date_field(qtbot)
    qtbot.keyClicks(field.edit, "2026-05-06")
    qtbot.mouseClick(field.opener, Qt.MouseButton.LeftButton)
    shown_day = field.calendar.month.selectedDate()
    assert (shown_day.year(), shown_day.month(), shown_day.day()) == (2026, 5, 6)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert field.value() == date(2026, 5, 14)
    assert field.is_edited
    assert QApplication.focusWidget() is field.edit


def test_escape_leaves_the_calendar_without_a_change(qtbot: QtBot) -> None:
    field = date_field(qtbot)
    field.set_value(date(2026, 5, 6))
    qtbot.mouseClick(field.opener, Qt.MouseButton.LeftButton)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is field.edit
    assert field.value() == date(2026, 5, 6)
    assert not field.is_edited


def test_without_dates_there_is_no_calendar(qtbot: QtBot) -> None:
    field = DateField("born", "Born", parse=read_date, show=str)
    shown(qtbot, field)
    assert not hasattr(field, "opener")


def test_a_note_grows_with_its_text_up_to_its_limit(qtbot: QtBot) -> None:
    field = NoteField("note", "Note", lines=2, most_lines=5)
    shown(qtbot, field)
    heights = []
    for _ in range(8):
        heights.append(field.edit.height())
        qtbot.keyClicks(field.edit, "x")
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert heights[0] < heights[3] < heights[5]
    assert heights[6] == heights[7]


def test_enter_makes_a_line_and_ctrl_enter_goes_on(qtbot: QtBot) -> None:
    field = NoteField("note", "Note")
    shown(qtbot, field)
    told = heard(field)
    qtbot.keyClicks(field.edit, "a")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    qtbot.keyClicks(field.edit, "b")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert field.value() == "a\nb"
    assert told[-2:] == ["committed", "advanced"]


def test_a_candidates_enter_makes_no_line_in_a_note(qtbot: QtBot) -> None:
    field = NoteField("note", "Note")
    shown(qtbot, field)
    compose(field.edit, "ni")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    compose(field.edit, "", "你")
    assert field.value() == "你"


def test_a_note_is_guarded_and_escape_brings_the_saved_one(qtbot: QtBot) -> None:
    field = NoteField("note", "Note")
    field.set_value("saved")
    shown(qtbot, field)
    qtbot.keyClicks(field.edit, "more")
    assert field.refresh("newer") is False
    qtbot.keyClick(field.edit, Qt.Key.Key_Escape)
    assert field.value() == "newer"


def read_phone(text: str) -> PhoneEntry:
    digits = "".join(sign for sign in text if sign.isdigit())
    if len(digits) != 11:
        raise UserError("number-invalid", given=text)
    return PhoneEntry(shown=f"{digits[:3]} {digits[3:7]} {digits[7:]}", number=digits, kind="mobile")


def phones(qtbot: QtBot) -> PhonesField:
    made = PhonesField("phones", "Phones", parse=read_phone)
    shown(qtbot, made)
    return made


def test_the_only_phone_is_the_main_one(qtbot: QtBot) -> None:
    field = phones(qtbot)
    qtbot.keyClicks(field.edits[0], "13800138000")
    qtbot.keyClick(field.edits[0], Qt.Key.Key_Return)
    assert field.value() == (
        PhoneEntry(shown="138 0013 8000", number="13800138000", kind="mobile", is_main=True),
    )
    assert field.edits[0].text() == "138 0013 8000"


def test_a_wrong_phone_is_named_and_the_typing_stays(qtbot: QtBot) -> None:
    field = phones(qtbot)
    told = heard(field)
    qtbot.keyClicks(field.edits[0], "138")
    field.sheet_of_the_test.other.setFocus()  # type: ignore[attr-defined]
    assert "138" in field.error
    assert field.edits[0].text() == "138"
    assert "committed" not in told


def test_phones_are_added_made_main_and_removed(qtbot: QtBot) -> None:
    field = phones(qtbot)
    field.set_value((read_phone("13800138000"),))
    qtbot.mouseClick(field.adder, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(field.edits[1], "13900139000")
    qtbot.keyClick(field.edits[1], Qt.Key.Key_Return)
    field.rows[1].main.click()
    assert [(entry.number, entry.is_main) for entry in field.value() or ()] == [
        ("13800138000", False),
        ("13900139000", True),
    ]
    field.rows[0].drop.click()
    assert [(entry.number, entry.is_main) for entry in field.value() or ()] == [("13900139000", True)]
    assert QApplication.focusWidget() is field.edits[0]


def test_a_refresh_spares_phones_being_typed(qtbot: QtBot) -> None:
    field = phones(qtbot)
    field.set_value((read_phone("13800138000"),))
    qtbot.keyClicks(field.edits[0], "1")
    assert field.refresh((read_phone("13900139000"),)) is False
    assert "13800138000" not in [entry.text() for entry in field.edits]
    qtbot.keyClick(field.edits[0], Qt.Key.Key_Escape)
    assert field.edits[0].text() == "139 0013 9000"


def test_no_phone_is_no_value(qtbot: QtBot) -> None:
    assert phones(qtbot).value() is None
