"""Going about in the calendar: views, keys, panel, lists, and what a screen reader is told."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.followups.records import ItemKey, ItemKind
from tests.builders.cards import walk_in
from tests.builders.caring import friend
from tests.ui.followups.conftest import Calendar
from ui.followups.page import CalendarPage
from ui.followups.periods import ViewKind, shown_days, stepped

ONE_DAY = timedelta(days=1)


def test_arrows_go_by_day_and_week_and_turn_the_page_at_its_end(calendar: Calendar) -> None:
    page = calendar.page
    calendar.key(Qt.Key.Key_Right)
    calendar.key(Qt.Key.Key_Down)
    assert page.cursor_at.day == calendar.today + timedelta(days=8)
    for _ in range(6):
        calendar.key(Qt.Key.Key_Down)
    assert page.cursor_at.day == calendar.today + timedelta(days=50)
    assert page.days.row_of(page.cursor_at.day) >= 0
    calendar.key(Qt.Key.Key_PageUp)
    assert page.cursor_at.day == stepped(ViewKind.MONTH, calendar.today + timedelta(days=50), -1)
    calendar.key(Qt.Key.Key_Home)
    assert page.cursor_at.day == calendar.today


def test_the_keys_of_the_views(calendar: Calendar) -> None:
    for number, kind in enumerate(ViewKind, 1):
        QTest.keyClick(calendar.page.canvas, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)
        assert calendar.page.kind is kind
        assert calendar.page.canvas.isVisible()
        assert calendar.page.days.days == shown_days(kind, calendar.today)


def test_enter_goes_into_the_day_and_escape_out_of_it(calendar: Calendar) -> None:
    calendar.plan(matter="试驾", days=1, hour=9)
    calendar.plan(name="李四", matter="交车", days=1, hour=10, phone="13700137000")
    calendar.wait_items(2)
    calendar.key(Qt.Key.Key_Return)
    item = calendar.page.current_item()
    assert item is not None
    assert item.title == "试驾"
    assert calendar.page.panel.card.what.text() == "试驾"
    assert not calendar.page.canvas.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    calendar.key(Qt.Key.Key_Down)
    after = calendar.page.current_item()
    assert after is not None
    assert after.title == "交车"
    calendar.key(Qt.Key.Key_Escape)
    assert calendar.page.current_item() is None
    assert calendar.page.cursor_at.day == calendar.today + ONE_DAY


def test_the_item_of_the_cursor_is_among_those_shown_however_many_there_are(calendar: Calendar) -> None:
    customer_id = walk_in(calendar.founded).customer_id
    for number in range(12):
        calendar.plan_for(customer_id, f"第{number:02}项")
    calendar.wait_items(12)
    day = calendar.today + ONE_DAY
    last = calendar.page.days.items_on(day)[-1]
    view = calendar.page.canvas
    assert view.area_of(day, last).isEmpty()
    calendar.choose(last)
    assert not view.area_of(day, last).isEmpty()
    calendar.page.cursor_at.go(day)
    more = view.area_of(day, None).bottomLeft().toPoint()
    calendar.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=more + more.__class__(20, -8))
    assert calendar.page.kind is ViewKind.DAY
    assert calendar.page.cursor_at.day == day
    assert all(
        not calendar.page.canvas.area_of(day, item).isEmpty() for item in calendar.page.days.items_on(day)
    )


@pytest.mark.parametrize("kind", list(ViewKind))
def test_a_screen_reader_is_given_days_and_items_with_words_and_places(
    calendar: Calendar, kind: ViewKind
) -> None:
    calendar.plan(days=0)
    calendar.page.show_view(kind)
    calendar.wait_items(1)
    item = calendar.the_item()
    calendar.choose(item)
    canvas = calendar.page.canvas
    told = QAccessible.queryAccessibleInterface(canvas)
    assert told.role() == QAccessible.Role.List
    assert told.text(QAccessible.Text.Name) == canvas.accessibleName() != ""
    assert told.childCount() == len(calendar.page.days.items)
    row = told.child(calendar.page.days.row_of(item.due_on, item.key))
    words = row.text(QAccessible.Text.Name)
    assert "张三" in words
    assert "试驾" in words
    assert row.state().focused
    assert row.rect().isValid()
    assert canvas.rect().contains(canvas.mapFromGlobal(row.rect().center()))


def test_every_control_has_a_name(calendar: Calendar) -> None:
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit

    for kind in (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit):
        for part in calendar.page.findChildren(kind):
            if part.isVisibleTo(calendar.page) and part.focusPolicy() != Qt.FocusPolicy.NoFocus:
                told = QAccessible.queryAccessibleInterface(part)
                assert told.text(QAccessible.Text.Name), part


def test_kinds_are_switched_off_and_on_at_once(calendar: Calendar) -> None:
    calendar.plan()
    calendar.wait_items(1)
    toggle = calendar.page.toolbar.kinds[ItemKind.FOLLOWUP]
    toggle.click()
    assert calendar.page.days.count == 0
    toggle.click()
    assert calendar.page.days.count == 1


def test_copying_the_phone_and_calling_off_with_a_reason_and_undo(calendar: Calendar) -> None:
    customer_id = calendar.plan()
    calendar.wait_items(1)
    calendar.choose(calendar.the_item())
    calendar.qtbot.keyClicks(calendar.page.canvas, "c")
    assert QApplication.clipboard().text() == "13800138000"
    calendar.key(Qt.Key.Key_Delete)
    reason = calendar.page.panel.card.reason
    assert reason.hasFocus()
    calendar.qtbot.keyClicks(reason, "sold")
    calendar.key(Qt.Key.Key_Return, reason)
    calendar.wait_for(lambda: calendar.stored(customer_id)[0].state.value == "cancelled")
    calendar.messages.history[-1].actions[0].run()
    calendar.wait_for(lambda: calendar.stored(customer_id)[0].state.value == "open")


def test_a_result_is_written_down_beside_the_calendar(calendar: Calendar) -> None:
    customer_id = calendar.plan(days=0)
    calendar.wait_items(1)
    calendar.choose(calendar.the_item())
    calendar.qtbot.keyClicks(calendar.page.canvas, "r")
    side = calendar.page.side.currentWidget()
    assert side is not calendar.page.panel
    calendar.wait_for(lambda: bool(side.panel.grid.isVisible()))  # type: ignore[union-attr]
    calendar.page.leave_result()
    assert calendar.page.side.currentWidget() is calendar.page.panel
    assert calendar.stored(customer_id)[0].state.value == "open"


def test_overdue_stays_in_the_rail_whatever_the_views_show(calendar: Calendar) -> None:
    calendar.page.toolbar.kinds[ItemKind.STEP].setChecked(True)
    with calendar.founded.change() as work:
        from app.followups.rules.editing import read_rules

        assert read_rules(work)
    calendar.plan(days=0)
    calendar.wait_for(lambda: bool(calendar.page.rail.today.list.rows.items))
    calendar.page.page_by(5)
    calendar.wait_for(lambda: calendar.page.sheet is not None and calendar.page.days.count == 0)
    assert calendar.page.rail.today.list.rows.items


def test_an_occasion_stands_on_its_day_and_leads_to_whom_it_concerns(
    calendar: Calendar, qtbot: QtBot
) -> None:
    calendar.page.show_view(ViewKind.DAY)
    calendar.page.toolbar.kinds[ItemKind.CARE].setChecked(True)
    friend(calendar.founded, "苏林", birth=f"1990-{calendar.today:%m-%d}")
    calendar.wait_items(1)
    item = calendar.the_item()
    assert (item.key.kind, item.title) == (ItemKind.CARE, "生日 1 苏林")
    calendar.choose(item)
    with qtbot.waitSignal(calendar.page.desk.navigation.wanted) as asked:
        calendar.key(Qt.Key.Key_O)
    assert asked.args is not None
    assert asked.args[0] == "care"
    assert asked.args[1].on == calendar.today


def test_a_reminder_leads_to_its_day_and_not_to_the_visits(calendar: Calendar, qtbot: QtBot) -> None:
    on = calendar.today + timedelta(days=3)
    calendar.plan(days=3)
    page = calendar.page.parentWidget()
    while not isinstance(page, CalendarPage):
        assert page is not None
        page = page.parentWidget()
    page.open_tab("visits")
    calendar.page.go_to(calendar.today)
    page.open_subject((ItemKey(kind=ItemKind.FOLLOWUP, id=uuid4()), on))
    assert page.tab is calendar.page
    assert calendar.page.cursor_at.day == on
