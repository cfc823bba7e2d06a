"""Typing into a day makes a follow-up; names are found as in the search box, candidates never submit."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tests.builders.cards import walk_in
from tests.ui.followups.conftest import Calendar
from ui.followups.periods import ViewKind


def _commit(calendar: Calendar, text: str) -> None:
    """What an input method does: a candidate, then its choice."""
    target = QApplication.focusWidget()
    assert target is not None
    QApplication.sendEvent(target, QInputMethodEvent("zhang", []))
    target = QApplication.focusWidget()
    assert target is not None
    chosen = QInputMethodEvent()
    chosen.setCommitString(text)
    QApplication.sendEvent(target, chosen)


def test_a_line_typed_on_a_day_plans_a_follow_up_there(calendar: Calendar) -> None:
    customer_id = walk_in(calendar.founded, name="张三").customer_id
    day = calendar.today + timedelta(days=2)
    calendar.page.go_to(day)
    calendar.page.canvas.setFocus()
    edit = calendar.page.entry.edit
    calendar.qtbot.keyClicks(calendar.page.canvas, "1")
    assert edit.hasFocus()
    calendar.qtbot.keyClicks(edit, "0:30 ")
    _commit(calendar, "张三 试驾")
    assert calendar.stored(customer_id) == []
    calendar.key(Qt.Key.Key_Return, edit)
    calendar.wait_for(lambda: len(calendar.stored(customer_id)) == 1)
    (item,) = calendar.stored(customer_id)
    assert item.due_on == day
    assert item.title == "试驾"
    assert item.starts_at is not None
    assert item.starts_at.astimezone().strftime("%H:%M") == "10:30"
    calendar.wait_for(lambda: edit.text() == "" and calendar.page.canvas.hasFocus())
    calendar.messages.history[-1].actions[0].run()
    calendar.wait_for(lambda: calendar.stored(customer_id)[0].state.value == "cancelled")


def test_chinese_typed_on_a_day_reaches_the_line_as_a_whole(calendar: Calendar) -> None:
    calendar.page.canvas.setFocus()
    assert calendar.page.canvas.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    QApplication.sendEvent(calendar.page.canvas, QInputMethodEvent("zhang", []))
    assert calendar.page.canvas.hasFocus()
    assert calendar.page.entry.edit.is_composing
    chosen = QInputMethodEvent()
    chosen.setCommitString("张")
    QApplication.sendEvent(calendar.page.canvas, chosen)
    assert calendar.page.entry.edit.text() == "张"
    assert calendar.page.entry.edit.hasFocus()


def test_enter_that_confirms_a_candidate_makes_nothing(calendar: Calendar) -> None:
    customer_id = walk_in(calendar.founded, name="张三").customer_id
    edit = calendar.page.entry.edit
    edit.setFocus()
    _commit(calendar, "张三 试驾")
    QApplication.sendEvent(edit, QInputMethodEvent("shi", []))
    calendar.key(Qt.Key.Key_Return, edit)
    calendar.qtbot.wait(50)
    assert calendar.stored(customer_id) == []
    assert "张三 试驾" in edit.text()


def test_the_list_of_people_hangs_at_the_name_and_enter_takes_the_first(calendar: Calendar) -> None:
    customer_id = walk_in(calendar.founded, name="张三丰", phone="13900139000").customer_id
    edit, people = calendar.page.entry.edit, calendar.page.entry.people
    edit.setFocus()
    calendar.qtbot.keyClicks(edit, "9:00 zhangsan")
    calendar.wait_for(people.isVisible)
    calendar.key(Qt.Key.Key_Return, edit)
    assert edit.text() == "9:00 张三丰 "
    assert not people.isVisible()
    calendar.page.go_to(calendar.today + timedelta(days=1))
    _commit(calendar, "回访")
    calendar.key(Qt.Key.Key_Return, edit)
    calendar.wait_for(lambda: [item.title for item in calendar.stored(customer_id)] == ["回访"])


def test_two_people_of_one_name_are_asked_about(calendar: Calendar) -> None:
    first = walk_in(calendar.founded, name="张三", phone="13800138000").customer_id
    second = walk_in(calendar.founded, name="张三", phone="13900139000").customer_id
    calendar.page.go_to(calendar.today + timedelta(days=1))
    edit, people = calendar.page.entry.edit, calendar.page.entry.people
    edit.setFocus()
    _commit(calendar, "张三 试驾")
    calendar.key(Qt.Key.Key_Return, edit)
    calendar.wait_for(people.isVisible)
    assert calendar.stored(first) == calendar.stored(second) == []
    calendar.key(Qt.Key.Key_Return, edit)
    assert edit.text() == "张三 试驾"
    calendar.key(Qt.Key.Key_Return, edit)
    calendar.wait_for(lambda: len(calendar.stored(first)) + len(calendar.stored(second)) == 1)


def test_a_past_day_is_refused_at_the_line_and_the_typing_stays(calendar: Calendar) -> None:
    walk_in(calendar.founded, name="张三")
    calendar.page.go_to(calendar.today - timedelta(days=3))
    edit = calendar.page.entry.edit
    edit.setFocus()
    _commit(calendar, "张三 试驾")
    calendar.key(Qt.Key.Key_Return, edit)
    calendar.wait_for(
        lambda: bool(calendar.page.entry.note.text()) and "试驾" not in calendar.page.entry.note.text()
    )
    assert edit.text() == "张三 试驾"


def test_a_half_hour_chosen_in_the_week_stands_for_the_time(calendar: Calendar) -> None:
    customer_id = walk_in(calendar.founded, name="张三").customer_id
    calendar.page.go_to(calendar.today + timedelta(days=7))
    calendar.page.show_view(ViewKind.WEEK)
    calendar.page.cursor_at.go(calendar.today + timedelta(days=7), None, 14 * 60)
    calendar.page.entry.edit.setFocus()
    _commit(calendar, "张三 试驾")
    calendar.key(Qt.Key.Key_Return, calendar.page.entry.edit)
    calendar.wait_for(lambda: len(calendar.stored(customer_id)) == 1)
    (item,) = calendar.stored(customer_id)
    assert item.starts_at is not None
    assert item.starts_at.astimezone().hour == 14


def test_a_reading_that_comes_in_between_eats_no_typing(calendar: Calendar) -> None:
    edit = calendar.page.entry.edit
    edit.setFocus()
    calendar.qtbot.keyClicks(edit, "10:30 zh")
    calendar.plan(name="李四", phone="13700137000")
    calendar.wait_items(1)
    assert edit.text() == "10:30 zh"
    assert edit.hasFocus()
