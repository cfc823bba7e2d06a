"""A form: Enter walks through it, refusals find their field, a reload spares what is typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.errors import UserError
from tests.ui.widgets.test_line import Sheet, shown
from ui.widgets.choice import CheckField, Choice, ChoiceField
from ui.widgets.form import Form
from ui.widgets.line import TextField
from ui.widgets.note import NoteField


def built(qtbot: QtBot) -> tuple[Form, Sheet]:
    form = Form()
    form.add(
        TextField("phone", "Phone", required=True),
        TextField("name", "Name", required=True),
        ChoiceField("gender", "Gender", [Choice(value=1, text="Male"), Choice(value=2, text="Female")]),
        NoteField("note", "Note"),
        CheckField("consent", "Agrees"),
    )
    return form, shown(qtbot, *form.fields.values())


def press(qtbot: QtBot, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, *modifiers)


def test_enter_walks_through_every_kind_of_field_to_the_end(qtbot: QtBot) -> None:
    form, _sheet = built(qtbot)
    ended: list[bool] = []
    form.finished.connect(lambda: ended.append(True))
    qtbot.keyClicks(QApplication.focusWidget(), "138")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "Li")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Right)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "likes red")
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Return)
    assert ended == [True]
    assert form.values() == {"phone": "138", "name": "Li", "gender": 2, "note": "likes red", "consent": True}


def test_hidden_and_disabled_fields_are_passed_over(qtbot: QtBot) -> None:
    form, _sheet = built(qtbot)
    form["name"].hide()
    form["gender"].setEnabled(False)
    qtbot.keyClicks(QApplication.focusWidget(), "138")
    press(qtbot, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is form["note"].editor()


def test_checking_goes_to_the_first_wrong_field(qtbot: QtBot) -> None:
    form, _sheet = built(qtbot)
    form["consent"].go()
    assert not form.check()
    assert QApplication.focusWidget() is form["phone"].editor()
    assert form["phone"].error
    assert form["name"].error


def test_a_refusal_is_put_at_its_field(qtbot: QtBot) -> None:
    form, _sheet = built(qtbot)
    assert form.show_error(UserError("number-invalid", field="name", given="7")) is True
    assert "7" in form["name"].error
    assert form.show_error(UserError("disk-full")) is False
    assert form.show_error(UserError("number-invalid", field="elsewhere", given="7")) is False


def test_a_reload_spares_the_field_being_typed_in(qtbot: QtBot) -> None:
    form, _sheet = built(qtbot)
    form.fill({"phone": "138", "name": "Li"})
    form["name"].go()
    qtbot.keyClicks(QApplication.focusWidget(), "Li N")
    kept = form.refresh({"phone": "139", "name": "Wang"})
    assert kept == ["name"]
    assert form.values()["phone"] == "139"
    assert form.values()["name"] == "Li N"
    assert form.is_edited
    form.mark_saved()
    assert not form.is_edited


def test_two_fields_of_one_name_are_a_mistake(qtbot: QtBot) -> None:
    form = Form()
    form.add(TextField("name", "Name"))
    with pytest.raises(ValueError, match="name"):
        form.add(TextField("name", "Name again"))
