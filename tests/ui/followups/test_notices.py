"""Holidays that should be entered by now: told in the calendar, with the way to enter them."""

from __future__ import annotations

from PySide6.QtCore import Qt

from db.models.days import CalendarDay
from tests.ui.followups.conftest import Calendar


def _forget_holidays(calendar: Calendar) -> None:
    with calendar.founded.change() as work:
        for row in work.session.query(CalendarDay).all():
            row.deleted_at = work.now()


def test_unknown_holidays_are_told_and_lead_to_the_settings(calendar: Calendar) -> None:
    opened: list[tuple[str, object]] = []
    calendar.page.desk.navigation.wanted.connect(lambda page, subject: opened.append((page, subject)))
    _forget_holidays(calendar)
    calendar.page.reload()
    calendar.wait_for(lambda: str(calendar.today.year) in calendar.page.bar.text)
    enter, _later = calendar.page.bar.links
    assert not calendar.page.bar.buttons
    calendar.qtbot.mouseClick(enter, Qt.MouseButton.LeftButton)
    assert opened == [("settings", "holidays")]


def test_put_off_it_is_not_told_again(calendar: Calendar) -> None:
    _forget_holidays(calendar)
    calendar.page.reload()
    calendar.wait_for(lambda: str(calendar.today.year) in calendar.page.bar.text)
    calendar.qtbot.mouseClick(calendar.page.bar.links[1], Qt.MouseButton.LeftButton)
    before = calendar.page.sheet
    calendar.page.reload()
    calendar.wait_for(lambda: calendar.page.sheet is not before)
    assert not calendar.page.bar.text
