"""The list under a line: typing keeps the focus, keys work the list, Chinese input is left alone."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widgets.test_line import compose, heard, shown
from ui.widgets.line import LineEdit
from ui.widgets.region import RegionField
from ui.widgets.suggestions import Suggestion, Suggestions

ROWS = [Suggestion(key=number, text=f"王{number}", marks=((0, 1),), detail="138") for number in range(12)]
REGIONS = {"510107": "四川省 成都市 武侯区", "510104": "四川省 成都市 锦江区"}


class Box(QWidget):
    """A line with its list and room below."""

    def __init__(self) -> None:
        super().__init__()
        self.edit = LineEdit()
        self.other = LineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.edit)
        column.addStretch()
        column.addWidget(self.other)
        self.resize(500, 600)
        self.list = Suggestions(self.edit)
        self.chosen: list[object] = []
        self.list.chosen.connect(lambda row: self.chosen.append(row.key))


def box(qtbot: QtBot) -> Box:
    made = Box()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.edit.setFocus()
    return made


def test_typing_goes_on_while_the_list_is_open(qtbot: QtBot) -> None:
    made = box(qtbot)
    qtbot.keyClicks(made.edit, "w")
    made.list.offer(ROWS)
    qtbot.keyClicks(QApplication.focusWidget(), "ang")
    assert made.edit.text() == "wang"
    assert made.list.isVisible()


def test_arrows_and_enter_choose(qtbot: QtBot) -> None:
    made = box(qtbot)
    made.list.offer(ROWS)
    qtbot.keyClick(made.edit, Qt.Key.Key_Down)
    qtbot.keyClick(made.edit, Qt.Key.Key_Down)
    qtbot.keyClick(made.edit, Qt.Key.Key_Up)
    qtbot.keyClick(made.edit, Qt.Key.Key_Return)
    assert made.chosen == [1]
    assert made.list.isHidden()


def test_up_from_the_first_is_the_last_and_pages_stop_at_the_ends(qtbot: QtBot) -> None:
    made = box(qtbot)
    made.list.offer(ROWS)
    qtbot.keyClick(made.edit, Qt.Key.Key_Up)
    last = made.list.current()
    qtbot.keyClick(made.edit, Qt.Key.Key_PageUp)
    qtbot.keyClick(made.edit, Qt.Key.Key_PageUp)
    first = made.list.current()
    assert last == ROWS[-1]
    assert first == ROWS[0]


def test_enter_for_a_candidate_chooses_no_row(qtbot: QtBot) -> None:
    made = box(qtbot)
    made.list.offer(ROWS)
    compose(made.edit, "wang")
    qtbot.keyClick(made.edit, Qt.Key.Key_Return)
    assert made.chosen == []
    assert made.list.isVisible()


def test_escape_closes_the_list_and_keeps_the_text(qtbot: QtBot) -> None:
    made = box(qtbot)
    qtbot.keyClicks(made.edit, "w")
    made.list.offer(ROWS)
    qtbot.keyClick(made.edit, Qt.Key.Key_Escape)
    assert made.list.isHidden()
    assert made.edit.text() == "w"


def test_a_click_chooses(qtbot: QtBot) -> None:
    made = box(qtbot)
    made.list.offer(ROWS)
    view = made.list.list
    spot = view.visualRect(made.list.model.index(2)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert made.chosen == [2]
    assert QApplication.focusWidget() is made.edit


def test_leaving_the_line_closes_the_list(qtbot: QtBot) -> None:
    made = box(qtbot)
    made.list.offer(ROWS)
    made.other.setFocus()
    assert made.list.isHidden()


def test_nothing_found_is_said(qtbot: QtBot) -> None:
    made = box(qtbot)
    made.list.offer((), "Nothing found")
    assert made.list.isVisible()
    assert made.list.current() is None
    made.list.offer(())
    assert made.list.isHidden()


def test_the_list_stays_inside_the_window(qtbot: QtBot) -> None:
    made = box(qtbot)
    made.list.offer(ROWS)
    assert made.rect().contains(made.list.geometry())
    low = Suggestions(made.other)
    made.other.setFocus()
    low.offer(ROWS)
    assert low.geometry().bottom() < made.other.geometry().top() + 2


def find(text: str) -> list[Suggestion]:
    return [Suggestion(key=code, text=name) for code, name in REGIONS.items() if text in name]


def region(qtbot: QtBot) -> RegionField:
    made = RegionField("region", "Region", find=find, name_of=REGIONS.__getitem__)
    shown(qtbot, made)
    return made


def type_chinese(field: Any, text: str) -> None:
    compose(field.edit, "x")
    compose(field.edit, "", text)


def test_a_region_is_picked_by_a_part_of_its_name(qtbot: QtBot) -> None:
    field = region(qtbot)
    told = heard(field)
    type_chinese(field, "成都")
    qtbot.keyClick(field.edit, Qt.Key.Key_Down)
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.value() == "510104"
    assert field.edit.text() == REGIONS["510104"]
    assert told[-2:] == ["committed", "advanced"]


def test_a_region_with_one_answer_needs_no_picking_and_an_unclear_one_is_refused(qtbot: QtBot) -> None:
    field = region(qtbot)
    type_chinese(field, "武侯")
    assert field.value() == "510107"
    field.edit.clear()
    type_chinese(field, "成都")
    qtbot.keyClick(field.edit, Qt.Key.Key_Escape)
    assert not field.check()


def test_a_stored_region_reads_as_its_name(qtbot: QtBot) -> None:
    field = region(qtbot)
    field.set_value("510107")
    assert field.edit.text() == "四川省 成都市 武侯区"
    assert field.value() == "510107"
