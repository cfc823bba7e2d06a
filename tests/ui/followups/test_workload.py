"""The strip of the workload, handing a day over with undo, and the tabs of the page."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt

from app.access.accounts import open_account
from app.followups.items import items_between
from app.followups.records import ItemKind, Scope
from tests.ui.followups.conftest import Calendar
from ui.followups.page import CalendarPage


def test_a_day_of_somebody_is_handed_over_and_taken_back(calendar: Calendar) -> None:
    calendar.plan(days=1)
    calendar.plan(name="李四", phone="13700137000", days=1)
    with calendar.founded.change() as work:
        taker = open_account(work, login="lilei", name="李雷", password="peony-kettle-42", roles=["manager"])
    giver, day = calendar.founded.actor.account_id, calendar.today + timedelta(days=1)
    page = calendar.page
    page.reload()
    page.toolbar.load.click()
    strip = page.load
    calendar.wait_for(lambda: strip.model.rowCount() == 2)
    assert not strip.give.isEnabled()
    strip.choose(giver, day, day)
    strip.taker.setCurrentIndex(strip.taker.findText("李雷"))
    calendar.qtbot.mouseClick(strip.give, Qt.MouseButton.LeftButton)

    def owners() -> set[object]:
        with calendar.founded.read() as work:
            found = items_between(work, Scope(), day, day, kinds={ItemKind.FOLLOWUP})
            return {item.owner_id for item in found}

    calendar.wait_for(lambda: owners() == {taker})
    calendar.wait_for(lambda: bool(calendar.messages.history))
    calendar.messages.history[-1].actions[0].run()
    calendar.wait_for(lambda: owners() == {giver})


def test_the_visits_are_a_tab_of_the_page(calendar: Calendar) -> None:
    page = calendar.page.parentWidget()
    while not isinstance(page, CalendarPage):
        assert page is not None
        page = page.parentWidget()
    page.open_tab("visits")
    assert not calendar.page.isVisible()
    page.open_subject(calendar.today + timedelta(days=3))
    assert calendar.page.isVisible()
    assert calendar.page.cursor_at.day == calendar.today + timedelta(days=3)
