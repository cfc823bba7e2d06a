"""Signs, states and the time line: each is read aloud as it is seen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.messages import Tone
from ui.widgets.marks import Badge, Ring
from ui.widgets.states import EmptyState, Loading
from ui.widgets.surface import PrimaryButton, button, tool
from ui.widgets.timeline import Happening, Timeline


def painted(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_a_badge_is_as_wide_as_its_word_and_hides_without_one(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    short, long = Badge("H", parent=parent), Badge("key customer", Tone.INFO, "star", parent)
    assert short.sizeHint().width() < long.sizeHint().width()
    assert long.accessibleName() == "key customer"
    short.say("")
    assert short.isHidden()
    short.say("A")
    assert not short.isHidden()


def test_a_ring_says_its_figure_and_stays_in_bounds(qtbot: QtBot) -> None:
    ring = Ring()
    qtbot.addWidget(ring)
    empty = painted(ring)
    ring.show_percent(72)
    assert "72" in ring.accessibleName()
    assert painted(ring) != empty
    ring.show_percent(130)
    assert "100" in ring.accessibleName()


def test_an_empty_state_offers_what_to_do(qtbot: QtBot) -> None:
    pressed: list[bool] = []
    action = PrimaryButton("Register", "person-add")
    action.clicked.connect(lambda: pressed.append(True))
    state = EmptyState("customers", "No customers", "Press F2", action)
    qtbot.addWidget(state)
    state.resize(600, 400)
    state.show()
    qtbot.mouseClick(action, Qt.MouseButton.LeftButton)
    assert pressed == [True]
    assert state.accessibleName() == "No customers"


def test_a_quick_answer_shows_no_loading_bars(qtbot: QtBot) -> None:
    loading = Loading()
    qtbot.addWidget(loading)
    loading.resize(300, 200)
    loading.show()
    blank = painted(loading)
    qtbot.waitUntil(lambda: painted(loading) != blank)
    loading.hide()
    assert not loading._beat.isActive()


def test_buttons_name_themselves_and_their_keys(qtbot: QtBot) -> None:
    save, copy = button("Save", "check", key="F9"), tool("copy", "Copy the number")
    qtbot.addWidget(save)
    qtbot.addWidget(copy)
    assert "F9" in save.toolTip()
    assert copy.accessibleName() == "Copy the number"


def entries(count: int) -> list[Happening]:
    return [
        Happening(key=number, when="2026-05-06", title=f"Call {number}", text="long " * 30)
        for number in range(count)
    ]


def test_the_time_line_opens_an_entry_by_keys_and_reads_it_aloud(qtbot: QtBot) -> None:
    line = Timeline()
    qtbot.addWidget(line)
    line.resize(400, 300)
    with qtbot.waitActive(line):
        line.show()
    opened: list[object] = []
    line.opened.connect(opened.append)
    line.show_entries(entries(5))
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert opened == [line.currentIndex().row()]
    spoken = line.entries.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Call 0" in spoken
    assert "2026-05-06" in spoken


def test_new_entries_do_not_move_the_place(qtbot: QtBot) -> None:
    line = Timeline()
    qtbot.addWidget(line)
    line.resize(400, 300)
    line.show()
    line.show_entries(entries(40))
    qtbot.waitUntil(lambda: line.verticalScrollBar().maximum() > 500)
    line.verticalScrollBar().setValue(500)
    line.show_entries(entries(41))
    qtbot.waitUntil(lambda: line.verticalScrollBar().value() == 500)
