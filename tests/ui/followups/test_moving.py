"""Moving by mouse and by keys, its way back, and two people moving the same thing."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt

from app.followups.planning import move_item
from tests.ui.followups.conftest import Calendar
from ui.followups.periods import ViewKind


def _due(calendar: Calendar, customer_id: object) -> object:
    (item,) = calendar.stored(customer_id)  # type: ignore[arg-type]
    return item.due_on


def test_a_chip_dragged_to_another_day_lies_there_and_undo_brings_it_back(calendar: Calendar) -> None:
    customer_id = calendar.plan()
    calendar.wait_items(1)
    item = calendar.the_item()
    target = item.due_on + timedelta(days=1)
    view = calendar.page.canvas
    calendar.drag(view.viewport(), calendar.centre(item.due_on, item), calendar.centre(target))
    calendar.wait_for(lambda: _due(calendar, customer_id) == target)
    said = calendar.messages.history[-1]
    assert "张三 试驾" in said.text
    calendar.wait_for(
        lambda: calendar.page.current_item() is not None and calendar.page.cursor_at.day == target
    )
    said.actions[0].run()
    calendar.wait_for(lambda: _due(calendar, customer_id) == item.due_on)


def test_m_arrows_and_enter_move_an_item_by_a_day_and_a_week(calendar: Calendar) -> None:
    customer_id = calendar.plan()
    calendar.wait_items(1)
    item = calendar.the_item()
    calendar.choose(item)
    calendar.key(Qt.Key.Key_M)
    assert calendar.page.bar.isVisible()
    calendar.key(Qt.Key.Key_Right)
    calendar.key(Qt.Key.Key_Down)
    assert calendar.page.canvas.target is not None
    calendar.key(Qt.Key.Key_Return)
    calendar.wait_for(lambda: _due(calendar, customer_id) == item.due_on + timedelta(days=8))
    calendar.wait_for(lambda: calendar.page.carrier.item is None)


def test_escape_leaves_a_carried_item_where_it_lay(calendar: Calendar) -> None:
    customer_id = calendar.plan()
    calendar.wait_items(1)
    item = calendar.the_item()
    calendar.choose(item)
    for key in (Qt.Key.Key_M, Qt.Key.Key_Right, Qt.Key.Key_Escape):
        calendar.key(key)
    assert calendar.page.canvas.target is None
    assert calendar.page.carrier.item is None
    assert _due(calendar, customer_id) == item.due_on
    assert not calendar.messages.history


def test_in_the_week_down_is_half_an_hour_and_the_band_above_takes_the_time_away(calendar: Calendar) -> None:
    customer_id = calendar.plan(hour=10)
    calendar.page.go_to(calendar.today + timedelta(days=1))
    calendar.page.show_view(ViewKind.WEEK)
    calendar.wait_items(1)
    item = calendar.the_item()
    calendar.choose(item)
    for key in (Qt.Key.Key_M, Qt.Key.Key_Down, Qt.Key.Key_Return):
        calendar.key(key)

    def start() -> str:
        (stored,) = calendar.stored(customer_id)
        return "" if stored.starts_at is None else stored.starts_at.astimezone().strftime("%H:%M")

    calendar.wait_for(lambda: start() == "10:30")
    calendar.wait_for(lambda: calendar.page.current_item() is not None)
    calendar.wait_for(lambda: calendar.the_item().starts_at != item.starts_at)
    view = calendar.page.canvas
    moved = calendar.the_item()
    calendar.drag(view.viewport(), calendar.centre(moved.due_on, moved), calendar.centre(moved.due_on))
    calendar.wait_for(lambda: start() == "")


def test_a_move_to_a_day_without_work_is_said(calendar: Calendar) -> None:
    calendar.plan()
    calendar.wait_items(1)
    item = calendar.the_item()
    saturday = item.due_on + timedelta(days=(5 - item.due_on.weekday()) % 7 or 7)
    calendar.page.doing.is_rest_day = lambda day: day == saturday
    if calendar.page.days.row_of(saturday) < 0:
        calendar.page.page_by(1)
    view = calendar.page.canvas
    calendar.wait_for(lambda: calendar.page.days.row_of(saturday) >= 0)
    calendar.choose(item)
    calendar.key(Qt.Key.Key_M)
    for _ in range((saturday - item.due_on).days):
        calendar.key(Qt.Key.Key_Right)
    assert view.target is not None
    calendar.key(Qt.Key.Key_Return)
    calendar.wait_for(lambda: bool(calendar.messages.history))
    assert "without work" in calendar.messages.history[-1].text


def test_what_somebody_else_moved_first_is_refused_and_shown_where_it_is(calendar: Calendar) -> None:
    customer_id = calendar.plan()
    calendar.wait_items(1)
    item = calendar.the_item()
    elsewhere = item.due_on + timedelta(days=2)
    calendar.choose(item)
    calendar.key(Qt.Key.Key_M)
    calendar.key(Qt.Key.Key_Right)
    with calendar.founded.change() as work:
        move_item(work, item.key, to=elsewhere, seen=item.due_on)
    calendar.key(Qt.Key.Key_Return)
    calendar.wait_for(lambda: any(said.seconds is None for said in calendar.messages.history))
    calendar.wait_for(lambda: calendar.the_item().due_on == elsewhere)
    assert _due(calendar, customer_id) == elsewhere


def test_something_of_the_rail_is_dragged_onto_a_day(calendar: Calendar) -> None:
    customer_id = calendar.plan(days=0)
    calendar.wait_for(lambda: bool(calendar.page.rail.today.list.rows.items))
    rows = calendar.page.rail.today.list
    calendar.page.go_to(calendar.today + timedelta(days=2))
    calendar.wait_items(1)
    start = rows.visualRect(rows.rows.index(0, 0)).center()
    target = calendar.today + timedelta(days=2)
    calendar.drag(rows.viewport(), start, calendar.centre(target))
    calendar.wait_for(lambda: _due(calendar, customer_id) == target)
