"""Appointments entered and changed beside the calendar, by keys; and its file written and read."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.followups.dates.calendar_files import calendar_file
from app.followups.dates.occurrences import occurrences
from app.followups.dates.recurrence import Recurrence, RecurrenceUnit
from app.followups.records import Item, Scope
from app.lists import write_setting
from tests.builders.appointments import meeting
from tests.ui.followups.conftest import Calendar
from ui.followups.appointment_panel import AppointmentPanel
from ui.followups.recurrence_words import recurrence_words, skipped_words
from ui.followups.repeat_part import read_end

DAY = timedelta(days=1)


def stored(calendar: Calendar) -> list[Item]:
    with calendar.founded.read() as work:
        return occurrences(work, Scope(), calendar.today, calendar.today + 20 * DAY)


def panel_of(calendar: Calendar) -> AppointmentPanel:
    panel = calendar.page.side.currentWidget()
    assert isinstance(panel, AppointmentPanel)
    return panel


def test_a_weekly_one_is_entered_by_keys_alone_and_undone(calendar: Calendar) -> None:
    tomorrow = calendar.today + DAY
    calendar.page.cursor_at.go(tomorrow)
    calendar.page.canvas.setFocus()
    calendar.page.new_appointment()
    panel = panel_of(calendar)
    assert panel.form["title"].editor().hasFocus()
    panel.form["title"].type_text("销售例会")  # type: ignore[attr-defined]
    for name in ("title", "on"):
        calendar.key(Qt.Key.Key_Return, panel.form[name].editor())
    assert panel.form["at"].editor().hasFocus()
    calendar.qtbot.keyClicks(panel.form["at"].editor(), "1030")
    panel.form["ends"].type_text("11:30")  # type: ignore[attr-defined]
    calendar.qtbot.keyClicks(panel.repeat.unit.control.buttons[0], "w")  # type: ignore[union-attr]
    assert panel.repeat.recurrence() == Recurrence(unit=RecurrenceUnit.WEEK, weekdays=(tomorrow.weekday(),))
    calendar.key(Qt.Key.Key_F9, panel)
    calendar.wait_for(lambda: len(stored(calendar)) == 3)
    assert [item.due_on for item in stored(calendar)] == [tomorrow + 7 * number * DAY for number in range(3)]
    assert {item.minutes for item in stored(calendar)} == {60}
    calendar.wait_for(lambda: calendar.page.side.currentWidget() is calendar.page.panel)
    calendar.messages.history[-1].actions[0].run()
    calendar.wait_for(lambda: stored(calendar) == [])


def test_what_is_wrong_is_said_at_its_field(calendar: Calendar) -> None:
    calendar.page.new_appointment()
    panel = panel_of(calendar)
    panel.save()
    assert panel.form["title"].error
    panel.form["title"].type_text("培训")  # type: ignore[attr-defined]
    panel.form["ends"].type_text("08:00")  # type: ignore[attr-defined]
    panel.save()
    calendar.wait_for(lambda: bool(panel.form["ends"].error))
    panel.repeat.unit.pick(RecurrenceUnit.DAY)
    panel.repeat.ends.type_text("bald")
    panel.save()
    assert "bald" in panel.repeat.ends.error
    assert stored(calendar) == []


def test_a_series_is_changed_as_a_whole_from_its_card(calendar: Calendar) -> None:
    start = datetime.combine(calendar.today + DAY, datetime.min.time()).astimezone() + timedelta(hours=10)
    daily = Recurrence(unit=RecurrenceUnit.DAY, count=3)
    meeting(
        calendar.founded, start, title="晨会", recurrence=daily, owner_id=calendar.founded.actor.account_id
    )
    calendar.page.reload()
    calendar.wait_for(
        lambda: any(item is not None and item.title == "晨会" for item in calendar.page.days.items)
    )
    calendar.choose(stored(calendar)[1])
    calendar.wait_for(lambda: calendar.page.panel.card.edit_button.isVisibleTo(calendar.page))
    calendar.page.panel.card.obey("e")
    panel = panel_of(calendar)
    calendar.wait_for(lambda: panel.record is not None)
    assert panel.repeat.recurrence() == daily
    panel.form["title"].type_text("早会")  # type: ignore[attr-defined]
    panel.save()
    calendar.wait_for(lambda: {item.title for item in stored(calendar)} == {"早会"})
    assert len(stored(calendar)) == 3


def test_a_rule_of_a_file_is_kept_until_another_is_chosen(calendar: Calendar) -> None:
    start = datetime.combine(calendar.today + DAY, datetime.min.time()).astimezone() + timedelta(hours=10)
    rule = "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR"
    key = meeting(calendar.founded, start, rule=rule)
    panel = calendar.page._appointment_side()
    panel.open_item(key)
    calendar.wait_for(lambda: panel.record is not None)
    assert (panel.repeat.kept_rule, panel.repeat.recurrence()) == (rule, None)
    assert rule in panel.repeat.words.text()
    panel.repeat.unit.pick("never")
    assert (panel.repeat.kept_rule, panel.repeat.recurrence()) == ("", None)


def test_what_a_file_moved_can_be_moved_back(calendar: Calendar, tmp_path: Path) -> None:
    customer_id = calendar.plan("张三", "试驾", days=1)
    before, after = (calendar.today + DAY, calendar.today + 5 * DAY)
    with calendar.founded.read() as work:
        text = calendar_file(work, Scope(), before, before).decode()
    path, at = tmp_path / "日程.ics", "DTSTART;VALUE=DATE:"
    path.write_bytes(text.replace(f"{at}{before:%Y%m%d}", f"{at}{after:%Y%m%d}").encode())
    calendar.page.phone.take(path)
    calendar.wait_for(lambda: [item.due_on for item in calendar.stored(customer_id)] == [after])
    calendar.wait_for(lambda: bool(calendar.messages.history))
    calendar.messages.history[-1].actions[0].run()
    calendar.wait_for(lambda: [item.due_on for item in calendar.stored(customer_id)] == [before])


def test_a_flood_is_read_only_when_it_is_wanted(calendar: Calendar, tmp_path: Path) -> None:
    with calendar.founded.change() as work:
        write_setting(work, "followup-flood", 2)
    day = f"{calendar.today + DAY:%Y%m%d}"
    events = (f"BEGIN:VEVENT\r\nUID:{n}\r\nDTSTART;VALUE=DATE:{day}\r\nEND:VEVENT\r\n" for n in range(3))
    path = tmp_path / "many.ics"
    path.write_bytes(f"BEGIN:VCALENDAR\r\n{''.join(events)}END:VCALENDAR\r\n".encode())
    calendar.page.phone.take(path)
    calendar.wait_for(lambda: bool(calendar.messages.history))
    assert stored(calendar) == []
    calendar.messages.history[-1].actions[0].run()
    calendar.wait_for(lambda: len(stored(calendar)) == 3)


@pytest.mark.parametrize(
    ("typed", "end"), [("10次", 10), ("10 times", 10), ("3x", 3), ("2027-01-31", date(2027, 1, 31))]
)
def test_an_end_is_a_day_or_a_number_of_times(typed: str, end: int | date) -> None:
    assert read_end(typed) == end


def test_rules_read_as_people_say_them(qtbot: object) -> None:
    first = date(2026, 12, 31)
    weekly = Recurrence(unit=RecurrenceUnit.WEEK, every=2, weekdays=(1, 3), until=date(2027, 1, 31))
    assert recurrence_words(weekly, first) == "every 2 weeks on Tue, Thu, until 2027-01-31"
    monthly = Recurrence(unit=RecurrenceUnit.MONTH, month_day=31)
    assert recurrence_words(monthly, first) == "every month on day 31"
    assert "31" in skipped_words(monthly, first)
    last = Recurrence(unit=RecurrenceUnit.MONTH, nth=-1, weekday=4, count=5)
    assert recurrence_words(last, first) == "every month on the last Friday, 5 times"
    assert skipped_words(last, first) == ""
    assert skipped_words(Recurrence(unit=RecurrenceUnit.YEAR), date(2028, 2, 29))
