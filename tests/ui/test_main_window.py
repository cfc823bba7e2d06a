"""The window: pages by keys, built when first shown; the search box; nothing lost at closing."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.work import Work
from tests.ui.conftest import Ledger, sheet
from tests.ui.widgets.test_line import compose
from ui.crash import Report
from ui.desk import Desk
from ui.kept import Layout
from ui.main_window import MainWindow
from ui.messages import Messages
from ui.page import Page, PageSpec
from ui.status import Connection
from ui.widgets.suggestions import Suggestion

CARD = uuid4()


class Plain(Page):
    """A page that notes what it was asked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.asked: list[object] = []
        self.may_leave = True
        self.unsaved = False
        self.line = QLineEdit()
        QVBoxLayout(self).addWidget(self.line)

    def open_subject(self, subject: object) -> None:
        self.asked.append(subject)

    def save(self) -> None:
        self.asked.append("save")

    def can_leave(self) -> bool:
        return self.may_leave

    def has_unsaved(self) -> bool:
        return self.unsaved


SPECS = (
    PageSpec(name="today", title="Today", icon="today", build=Plain),
    PageSpec(name="registration", title="Register", icon="register", build=Plain),
    PageSpec(name="customers", title="Customers", icon="customers", build=Plain),
    PageSpec(name="settings", title="Settings", icon="settings", build=Plain, at_foot=True, key="Ctrl+,"),
)
MakeWindow = Callable[[], MainWindow]


@pytest.fixture
def make_window(qtbot: QtBot, desk: Desk, screen_file: Path) -> MakeWindow:
    def make() -> MainWindow:
        made = MainWindow(desk, SPECS, Layout(screen_file))
        qtbot.addWidget(made)
        with qtbot.waitActive(made):
            made.show()
        return made

    return make


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    return make_window()


def page(window: MainWindow, name: str) -> Plain:
    found = window.pages[name]
    assert isinstance(found, Plain)
    return found


def found(text: str) -> list[Suggestion]:
    return [Suggestion(key=CARD, text="欧阳晓燕", detail="138")] if text in "欧阳晓燕ouyang" else []


def test_pages_are_built_when_first_shown(window: MainWindow) -> None:
    assert set(window.pages) == {"today"}
    window.open_page("customers")
    assert set(window.pages) == {"today", "customers"}
    assert window.rail.buttons["customers"].isChecked()


@pytest.mark.parametrize(
    ("key", "modifier", "name"),
    [
        (Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier, "customers"),
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, "registration"),
        (Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier, "settings"),
    ],
)
def test_keys_open_pages(
    qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier, name: str
) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)
    assert window.current_page is window.pages[name]
    assert QApplication.focusWidget() is page(window, name).line


def test_the_rail_opens_pages_by_mouse(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.mouseClick(window.rail.buttons["customers"], Qt.MouseButton.LeftButton)
    assert window.current_page is window.pages["customers"]


def test_f9_saves_on_the_page_in_sight(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F9)
    assert page(window, "today").asked == ["save"]


def test_navigation_hands_over_the_subject(window: MainWindow, desk: Desk) -> None:
    desk.navigation.open("customers", CARD)
    assert page(window, "customers").asked == [CARD]


def test_a_page_with_unsaved_work_is_not_left(window: MainWindow) -> None:
    page(window, "today").may_leave = False
    window.open_page("customers")
    assert window.current_page is window.pages["today"]
    assert window.rail.buttons["today"].isChecked()
    assert not window.close()


def test_ctrl_k_finds_and_enter_opens(qtbot: QtBot, window: MainWindow) -> None:
    window.search.use(lambda _work, text: found(text))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(QApplication.focusWidget(), "ouy")
    qtbot.waitUntil(lambda: window.search.hits.current() is not None)
    assert QApplication.focusWidget() is window.search
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert page(window, "customers").asked == [CARD]
    assert window.search.text() == ""


def test_a_chinese_candidate_is_searched_for_when_chosen_and_not_opened_by_its_enter(
    qtbot: QtBot, window: MainWindow
) -> None:
    asked: list[str] = []

    def source(_work: Work, text: str) -> list[Suggestion]:
        asked.append(text)
        return found(text)

    window.search.use(source)
    window.search.go()
    compose(window.search, "ou")
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    compose(window.search, "", "欧")
    qtbot.waitUntil(lambda: window.search.hits.current() is not None)
    assert asked == ["欧"]
    assert "customers" not in window.pages


def test_enter_with_nothing_found_asks_everywhere(qtbot: QtBot, window: MainWindow) -> None:
    window.search.use(lambda _work, text: found(text))
    window.search.go()
    qtbot.keyClicks(window.search, "zzz")
    qtbot.waitUntil(window.search.hits.isVisible)
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert page(window, "customers").asked == ["zzz"]


def test_a_refused_search_says_so_under_the_box(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    def refuse(_work: Work, _text: str) -> list[Suggestion]:
        raise UserError("server-unreachable")

    window.search.use(refuse)
    window.search.go()
    qtbot.keyClicks(window.search, "a")
    qtbot.waitUntil(window.search.hits.isVisible)
    assert window.search.hits.note.text()
    assert not desk.messages.history


def test_hits_that_come_late_do_not_open_over_other_work(qtbot: QtBot, window: MainWindow) -> None:
    gate = threading.Event()

    def late(_work: Work, text: str) -> list[Suggestion]:
        gate.wait(10)
        return found(text)

    window.search.use(late)
    window.search.go()
    qtbot.keyClicks(window.search, "o")
    page(window, "today").line.setFocus()
    gate.set()
    qtbot.waitUntil(lambda: not window.desk.tasks.is_busy)
    assert window.search.hits.isHidden()


def test_the_size_is_remembered_and_the_start_is_always_today(make_window: MakeWindow) -> None:
    first = make_window()
    first.resize(960, 640)
    first.open_page("customers")
    assert first.close()
    second = make_window()
    assert (second.width(), second.height()) == (960, 640)
    assert second.current_page is second.pages["today"]


def test_closing_waits_for_a_save_on_its_way(qtbot: QtBot, window: MainWindow, ledger: Ledger) -> None:
    gate = threading.Event()

    def save(work: Work) -> None:
        gate.wait(10)
        sheet(work).rows.append("kept")

    window.desk.tasks.change(window, save, lambda _: None)
    assert not window.close()
    assert window.isVisible()
    gate.set()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert ledger.rows == ["kept"]


def test_a_refused_save_stops_the_closing_so_that_it_can_be_read(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    gate = threading.Event()

    def refuse(_work: Work) -> None:
        gate.wait(10)
        raise UserError("disk-full")

    told: list[str] = []
    desk.tasks.change(window, refuse, lambda _: None, failed=lambda error: told.append(error.code))
    assert not window.close()
    gate.set()
    qtbot.waitUntil(lambda: told == ["disk-full"])
    QTest.qWait(0)
    assert window.isVisible()
    assert window.close()


def test_typing_nobody_saved_holds_the_window_once(window: MainWindow, messages: Messages) -> None:
    window.open_page("registration")
    page = window.pages["registration"]
    assert isinstance(page, Plain)
    page.unsaved = True
    window.open_page("today")
    assert not window.close()
    assert window.current_page is page
    assert "F9" in messages.history[-1].text
    assert window.close()


def test_a_shared_database_out_of_reach_is_said_until_it_is_back(
    qtbot: QtBot, window: MainWindow, desk: Desk, messages: Messages
) -> None:
    window.show_connection(Connection(place="PostgreSQL", is_shared=True))
    desk.changes.announce_reach(False)
    qtbot.waitUntil(lambda: "offline" in messages.banners)
    assert window.status.place.text.text() == "PostgreSQL (offline)"
    desk.changes.announce_reach(True)
    qtbot.waitUntil(lambda: "offline" not in messages.banners)
    assert window.status.place.text.text() == "PostgreSQL"


def test_f1_shows_the_keys_and_any_key_takes_them_away(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
    dialogs = [top for top in QApplication.topLevelWidgets() if isinstance(top, QDialog) and top.isVisible()]
    assert len(dialogs) == 1
    qtbot.keyClick(dialogs[0], Qt.Key.Key_X)
    assert not dialogs[0].isVisible()


def test_the_status_line_says_who_and_where(window: MainWindow) -> None:
    window.show_people("城南店", "李娜")
    window.show_connection(Connection(place="PostgreSQL", is_shared=True, is_online=False, unshared=3))
    assert window.status.branch.text.text() == "城南店"
    assert window.status.clerk.text.text() == "李娜"
    assert "PostgreSQL" in window.status.place.text.text()
    assert "3" in window.status.unshared.text.text()
    assert "城南店" in window.windowTitle()


def test_a_bug_is_shown_once_and_then_only_mentioned(window: MainWindow, desk: Desk) -> None:
    window.show_crash(Report(path=None, text="report", is_repeat=False))
    dialogs = [top for top in QApplication.topLevelWidgets() if isinstance(top, QDialog) and top.isVisible()]
    assert len(dialogs) == 1
    dialogs[0].close()
    window.show_crash(Report(path=None, text="report", is_repeat=True))
    assert len(desk.messages.history) == 1


def test_every_control_of_the_window_has_a_name(window: MainWindow) -> None:
    controls = [
        part
        for part in window.findChildren(QLineEdit)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(part.parent(), Plain)
    ]
    assert controls
    assert [part for part in (*controls, *window.rail.buttons.values()) if not part.accessibleName()] == []


def test_a_page_can_say_how_much_waits(window: MainWindow, desk: Desk) -> None:
    desk.navigation.show_count("customers", 7)
    desk.navigation.show_count("no such page", 7)
    assert window.rail.buttons["customers"].accessibleName().endswith(" 7")
    desk.navigation.show_count("customers", 0)
    assert "7" not in window.rail.buttons["customers"].accessibleName()


def test_an_id_is_what_the_pages_get(window: MainWindow, desk: Desk) -> None:
    desk.navigation.open("customers", CARD)
    assert isinstance(page(window, "customers").asked[0], UUID)
