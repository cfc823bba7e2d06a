"""The one door: what is said is kept, shown without stealing the focus, and reachable by keys."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from app.errors import UserError
from ui.messages import LONG, SHORT, Action, Messages, Tone
from ui.widgets.toasts import MOST, BannerBar, Toast, ToastStack


class Window(QMainWindow):
    """A window with a line being typed in."""

    def __init__(self, messages: Messages) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.setCentralWidget(self.line)
        self.toasts = ToastStack(messages, self)
        self.resize(900, 600)


@pytest.fixture
def window(qtbot: QtBot, messages: Messages) -> Window:
    made = Window(messages)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.line.setFocus()
    return made


def shown(window: Window) -> list[str]:
    return [toast.message.text for toast in window.toasts.toasts]


def test_a_plain_message_stays_shorter_than_one_to_act_on(messages: Messages) -> None:
    messages.say("saved")
    messages.say("saved", Action(text="Undo", run=list))
    messages.warn("the printer is out of paper")
    assert [message.seconds for message in messages.history] == [SHORT, LONG, None]


def test_a_refusal_is_said_as_its_sentence_and_stays(messages: Messages) -> None:
    messages.refuse(UserError("money-negative"))
    told = messages.history[-1]
    assert told.tone is Tone.DANGER
    assert told.seconds is None
    assert told.text != "money-negative"


def test_a_message_does_not_take_the_focus_from_typing(
    qtbot: QtBot, window: Window, messages: Messages
) -> None:
    qtbot.keyClicks(window.line, "13")
    messages.say("saved", Action(text="Undo", run=list))
    qtbot.keyClicks(QApplication.focusWidget(), "8")
    assert window.line.text() == "138"
    assert shown(window) == ["saved"]


def test_a_message_goes_when_its_time_is_over(qtbot: QtBot, window: Window, messages: Messages) -> None:
    messages.say("saved", seconds=0.05)
    qtbot.waitUntil(lambda: shown(window) == [])
    assert window.toasts.isHidden()


def test_the_same_trouble_stands_there_once(window: Window, messages: Messages) -> None:
    tried: list[str] = []
    for name in ("first", "second"):
        messages.warn("no printer", Action(text="Retry", run=partial(tried.append, name)))
        messages.say("registered")
    assert shown(window).count("no printer") == 1
    toast = next(toast for toast in window.toasts.toasts if toast.message.text == "no printer")
    toast.buttons[0].click()
    assert tried == ["second"]


def test_time_stands_still_under_the_pointer(qtbot: QtBot, window: Window, messages: Messages) -> None:
    messages.say("saved", seconds=60)
    toast = window.toasts.toasts[0]
    assert toast.is_running_out
    QTest.mouseMove(toast, QPoint(100, 20))
    qtbot.waitUntil(lambda: not toast.is_running_out)
    QTest.mouseMove(window.line, QPoint(10, 10))
    qtbot.waitUntil(lambda: toast.is_running_out)


def test_undo_by_keys_and_back_to_the_work(qtbot: QtBot, window: Window, messages: Messages) -> None:
    undone: list[str] = []
    messages.say("saved", Action(text="Undo", run=lambda: undone.append("undone")), seconds=60)
    toast: Toast = window.toasts.toasts[0]
    window.toasts.go()
    assert QApplication.focusWidget() is toast.buttons[0]
    assert not toast.is_running_out
    qtbot.keyClick(toast.buttons[0], Qt.Key.Key_Space)
    assert undone == ["undone"]
    assert shown(window) == []
    assert QApplication.focusWidget() is window.line


def test_escape_leaves_the_message_standing(qtbot: QtBot, window: Window, messages: Messages) -> None:
    messages.say("saved", Action(text="Undo", run=list), seconds=60)
    window.toasts.go()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is window.line
    assert shown(window) == ["saved"]


def test_many_messages_push_out_the_oldest_that_would_go_by_itself(
    window: Window, messages: Messages
) -> None:
    messages.warn("stays")
    for number in range(MOST):
        messages.say(f"saved {number}", seconds=60)
    assert shown(window) == ["stays", *(f"saved {number}" for number in range(1, MOST))]


def test_a_message_can_be_taken_back(window: Window, messages: Messages) -> None:
    number = messages.say("saved", Action(text="Undo", run=list))
    messages.withdraw(number)
    assert shown(window) == []


def test_a_long_message_is_shown_whole_inside_the_window(window: Window, messages: Messages) -> None:
    messages.warn("很长的消息，" * 30)
    toast = window.toasts.toasts[0]
    assert toast.height() >= toast.heightForWidth(toast.width())
    assert window.rect().contains(window.toasts.geometry())


def test_a_state_is_one_banner_until_it_is_over(qtbot: QtBot, messages: Messages) -> None:
    bar = BannerBar(messages)
    qtbot.addWidget(bar)
    assert bar.isHidden()
    messages.state("offline", "Working offline")
    messages.state("offline", "Working offline since 14:05")
    assert [banner.text for banner in messages.banners.values()] == ["Working offline since 14:05"]
    assert not bar.isHidden()
    messages.state("offline", None)
    assert bar.isHidden()
