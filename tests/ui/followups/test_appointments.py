"""Appointments in the calendar: typed, recurring, moved and called off as one, the rest or all."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.followups.dates.occurrences import occurrences
from app.followups.quick_entry import appoint_typed, read_entry
from app.followups.records import Item, Scope
from tests.ui.followups.conftest import Calendar

TWO_WEEKS = timedelta(days=20)


def _enter(calendar: Calendar, text: str, days: int = 1) -> None:
    with calendar.founded.change() as work:
        day = calendar.today + timedelta(days=days)
        appoint_typed(work, read_entry(text), day, calendar.founded.actor.account_id)


def _stored(calendar: Calendar) -> list[Item]:
    with calendar.founded.read() as work:
        return occurrences(work, Scope(), calendar.today, calendar.today + TWO_WEEKS)


def _choose_first(calendar: Calendar) -> Item:
    calendar.wait_for(lambda: any(item is not None for item in calendar.page.days.items))
    item = next(item for item in calendar.page.days.items if item is not None)
    calendar.choose(item)
    return item


def test_a_line_without_a_customer_is_an_appointment_with_undo(calendar: Calendar) -> None:
    calendar.page.go_to(calendar.today + timedelta(days=1))
    edit = calendar.page.entry.edit
    edit.setFocus()
    calendar.qtbot.keyClicks(edit, "9:30 meeting")
    calendar.key(Qt.Key.Key_Return, edit)
    calendar.wait_for(lambda: [item.title for item in _stored(calendar)] == ["meeting"])
    calendar.wait_for(lambda: bool(calendar.messages.history))
    calendar.messages.history[-1].actions[0].run()
    calendar.wait_for(lambda: _stored(calendar) == [])


@pytest.mark.parametrize(("answer", "days"), [("1", [2, 8, 15]), ("3", [2, 9, 16])])
def test_moving_one_of_a_series_asks_how_much_without_a_dialog(
    calendar: Calendar, answer: str, days: list[int]
) -> None:
    _enter(calendar, "9:00 例会 每周")
    item = _choose_first(calendar)
    for key in (Qt.Key.Key_M, Qt.Key.Key_Right, Qt.Key.Key_Return):
        calendar.key(key)
    assert len(calendar.page.bar.buttons) == 3
    calendar.qtbot.keyClicks(calendar.page.bar.buttons[0], answer)
    moved = [calendar.today + timedelta(days=number) for number in days]
    calendar.wait_for(lambda: [found.due_on for found in _stored(calendar)] == moved)
    calendar.wait_for(lambda: bool(calendar.messages.history))
    calendar.messages.history[-1].actions[0].run()
    weekly = [item.due_on + timedelta(days=7 * number) for number in range(3)]
    calendar.wait_for(lambda: [found.due_on for found in _stored(calendar)] == weekly)


def test_escape_at_the_question_moves_nothing(calendar: Calendar) -> None:
    _enter(calendar, "9:00 例会 每周")
    before = [found.due_on for found in _stored(calendar)]
    _choose_first(calendar)
    for key in (Qt.Key.Key_M, Qt.Key.Key_Right, Qt.Key.Key_Return):
        calendar.key(key)
    calendar.key(Qt.Key.Key_Escape, calendar.page.bar.buttons[0])
    assert not calendar.page.bar.isVisible()
    assert calendar.page.canvas.hasFocus()
    assert [found.due_on for found in _stored(calendar)] == before


def test_calling_off_the_rest_of_a_series(calendar: Calendar) -> None:
    _enter(calendar, "9:00 例会 每周")
    _choose_first(calendar)
    calendar.key(Qt.Key.Key_Delete)
    calendar.qtbot.keyClicks(calendar.page.bar.buttons[0], "2")
    calendar.wait_for(lambda: _stored(calendar) == [])
