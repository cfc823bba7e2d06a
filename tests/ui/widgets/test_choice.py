"""Choices by mouse, arrows and letters; a stored code that left the list is not lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.widgets.test_line import heard, shown
from ui.widgets.choice import CheckField, Choice, ChoiceField, Combo, Segments

SOURCES = [
    Choice(value="walk-in", text="上门", key="s"),
    Choice(value="phone", text="电话", key="d"),
    Choice(value="fair", text="展会", key="z"),
]


def field(qtbot: QtBot, *, as_row: bool) -> ChoiceField[str]:
    made = ChoiceField("source", "Source", SOURCES, as_row=as_row)
    shown(qtbot, made)
    return made


@pytest.mark.parametrize("as_row", [True, False])
def test_a_letter_picks(qtbot: QtBot, *, as_row: bool) -> None:
    made = field(qtbot, as_row=as_row)
    told = heard(made)
    qtbot.keyClicks(QApplication.focusWidget(), "z")
    assert made.value() == "fair"
    assert told == ["edited", "committed"]


@pytest.mark.parametrize("as_row", [True, False])
def test_enter_goes_on(qtbot: QtBot, *, as_row: bool) -> None:
    made = field(qtbot, as_row=as_row)
    told = heard(made)
    qtbot.keyClicks(QApplication.focusWidget(), "d")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert told[-1] == "advanced"


@pytest.mark.parametrize("as_row", [True, False])
def test_a_code_that_left_the_list_is_still_shown_and_kept(qtbot: QtBot, *, as_row: bool) -> None:
    made = field(qtbot, as_row=as_row)
    made.set_value("retired-code")
    assert made.value() == "retired-code"


@pytest.mark.parametrize("as_row", [True, False])
def test_another_list_keeps_the_value(qtbot: QtBot, *, as_row: bool) -> None:
    made = field(qtbot, as_row=as_row)
    made.set_value("phone")
    made.set_choices([*reversed(SOURCES)])
    assert made.value() == "phone"


def test_a_row_is_one_tab_stop_and_arrows_move_in_it(qtbot: QtBot) -> None:
    made = ChoiceField("source", "Source", SOURCES, as_row=True)
    sheet = shown(qtbot, made)
    made.set_value("walk-in")
    made.go()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert made.value() == "phone"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is sheet.other


def test_a_click_picks(qtbot: QtBot) -> None:
    made = field(qtbot, as_row=True)
    assert isinstance(made.control, Segments)
    qtbot.mouseClick(made.control.buttons[2], Qt.MouseButton.LeftButton)
    assert made.value() == "fair"


def test_few_are_a_row_and_many_are_a_list(qtbot: QtBot) -> None:
    many = [Choice(value=str(number), text=str(number)) for number in range(9)]
    few, lot = ChoiceField("a", "A", SOURCES), ChoiceField("b", "B", many)
    shown(qtbot, few, lot)
    assert isinstance(few.control, Segments)
    assert isinstance(lot.control, Combo)


def test_the_wheel_does_not_change_a_list_in_passing(qtbot: QtBot) -> None:
    made = ChoiceField("source", "Source", SOURCES, as_row=False)
    sheet = shown(qtbot, made)
    made.set_value("phone")
    sheet.other.setFocus()
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(made.control.mapToGlobal(QPoint(5, 5))),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(made.control, turn)
    assert made.value() == "phone"


def test_none_can_be_chosen_again_in_a_list(qtbot: QtBot) -> None:
    made = field(qtbot, as_row=False)
    made.set_value("phone")
    made.pick(None)
    assert made.value() is None


def test_a_refresh_spares_a_choice_not_saved_yet(qtbot: QtBot) -> None:
    made = field(qtbot, as_row=True)
    made.set_value("phone")
    made.pick("fair")
    assert made.refresh("walk-in") is False
    assert made.value() == "fair"


def test_one_key_gives_consent(qtbot: QtBot) -> None:
    consent = CheckField("consent", "Agrees", key="F4")
    sheet = shown(qtbot, consent)
    sheet.other.setFocus()
    qtbot.keyClick(sheet.other, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: consent.value() is True)
    assert QApplication.focusWidget() is sheet.other
    assert consent.is_edited
