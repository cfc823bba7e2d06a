"""Opening hours and special days with real keys: typed, refused at their field, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.calendar_days import change_day, work_calendar
from app.states import DayKind, Permission, RuleBasis
from app.worktime import WorkCalendar, read_hours
from tests.builders import followups as plant
from tests.builders.databases import Founded
from tests.ui.desks import real_desk
from ui.messages import Messages
from ui.settings.calendar import CalendarSection
from ui.settings.special_days import runs
from ui.widgets.line import LineField

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@dataclass
class Opened:
    """The section on the year 2026, and what stands behind it."""

    section: CalendarSection
    founded: Founded
    messages: Messages
    qtbot: QtBot

    def calendar(self) -> WorkCalendar:
        with self.founded.read() as work:
            return work_calendar(work)

    def type_in(self, **texts: str) -> None:
        for name, text in texts.items():
            field = self.section.day.form[name]
            assert isinstance(field, LineField)
            field.type_text(text)

    def save(self) -> None:
        self.qtbot.mouseClick(self.section.keep, Qt.MouseButton.LeftButton)
        self.rest()

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: not self.section.desk.tasks.is_busy, timeout=10_000)

    def choose(self, first: date) -> None:
        row = next(row for row, run in enumerate(self.section.table.runs) if run.first == first)
        self.section.table.selectRow(row)

    def undo(self) -> None:
        action = self.messages.history[-1].actions[0]
        action.run()
        self.rest()


@pytest.fixture
def opened(branch: Founded, messages: Messages, qtbot: QtBot) -> Iterator[Opened]:
    with real_desk(branch, messages) as desk:
        section = CalendarSection(desk)
        section.show()
        qtbot.waitExposed(section)
        section.activateWindow()
        made = Opened(section=section, founded=branch, messages=messages, qtbot=qtbot)
        section.show_year(2026)
        made.rest()
        yield made
        section.close()
        section.deleteLater()


def test_days_in_a_row_stand_in_one_line(opened: Opened) -> None:
    spring = next(run for run in opened.section.table.runs if run.first == date(2026, 2, 15))
    assert spring.last == date(2026, 2, 23)
    assert spring.record.special.name_zh == "春节"
    assert runs([]) == []
    opened.section.show_year(2027)
    opened.rest()
    assert opened.section.table.rowCount() == 0
    assert opened.section.known.text()


def test_hours_are_mended_saved_when_left_and_taken_back(opened: Opened) -> None:
    before = opened.calendar().week
    field = opened.section.hours.form["weekday-5"]
    field.go()
    opened.qtbot.keyClicks(QApplication.focusWidget(), "10.30-20")
    opened.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    opened.rest()
    assert opened.calendar().week[5] == read_hours("10:30-20:00")
    assert isinstance(field, LineField)
    assert field.edit.text() == "10:30–20:00"
    opened.undo()
    assert opened.calendar().week == before
    assert field.edit.text() == ""


def test_wrong_hours_are_refused_at_their_weekday_and_the_old_ones_stay(opened: Opened) -> None:
    before = opened.calendar().week
    opened.section.hours.form["weekday-0"].go()
    opened.qtbot.keyClicks(QApplication.focusWidget(), "18-9")
    opened.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    opened.rest()
    assert "18-9" in opened.section.hours.form["weekday-0"].error
    assert opened.calendar().week == before


def test_one_closed_week_is_refused_where_it_was_typed(opened: Opened) -> None:
    for number in range(5):
        field = opened.section.hours.form[f"weekday-{number}"]
        field.go()
        opened.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
        opened.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        opened.rest()
    assert opened.section.hours.form["weekday-4"].error
    assert opened.calendar().week[4] == read_hours("9-12 13-18")


def test_mondays_hours_go_to_friday_with_one_click(opened: Opened) -> None:
    monday = opened.section.hours.form["weekday-0"]
    assert isinstance(monday, LineField)
    monday.type_text("8-12 14-18")
    opened.qtbot.mouseClick(opened.section.hours.copy, Qt.MouseButton.LeftButton)
    opened.rest()
    assert opened.calendar().week == (*(read_hours("8-12 14-18"),) * 5, (), ())


def test_a_stretch_of_days_is_entered_without_the_year_and_taken_back(opened: Opened) -> None:
    opened.section.begin_new()
    opened.type_in(day="10-12", until="10-13", name="店庆", hours="9-24")
    opened.section.day.kind.pick(DayKind.SHORT)
    opened.save()
    assert opened.calendar().spans_on(date(2026, 10, 13)) == read_hours("9-24")
    assert any(run.first == date(2026, 10, 12) and run.record.is_own for run in opened.section.table.runs)
    opened.undo()
    assert date(2026, 10, 12) not in opened.calendar().days


def test_a_wrong_day_is_refused_at_its_field(opened: Opened) -> None:
    opened.section.begin_new()
    opened.type_in(day="2-30")
    opened.save()
    assert opened.section.day.form["day"].error
    opened.type_in(day="10-12", until="10-10")
    opened.save()
    assert "2026-10-10" in opened.section.day.form["until"].error
    opened.type_in(until="")
    opened.section.day.kind.pick(DayKind.SHORT)
    opened.save()
    assert opened.section.day.form["hours"].error
    assert date(2026, 10, 12) not in opened.calendar().days


def test_a_shorter_stretch_takes_the_days_it_leaves_back(opened: Opened) -> None:
    with opened.founded.change() as work:
        change_day(work, date(2026, 11, 2), DayKind.CLOSED, until=date(2026, 11, 6), name_zh="装修")
    opened.section.reload()
    opened.rest()
    opened.choose(date(2026, 11, 2))
    opened.type_in(day="11-3", until="11-4")
    opened.save()
    days = opened.calendar().days
    assert [day for day in sorted(days) if days[day].name_zh == "装修"] == [
        date(2026, 11, 3),
        date(2026, 11, 4),
    ]
    opened.undo()
    days = opened.calendar().days
    assert len([day for day in days if days[day].name_zh == "装修"]) == 5


def test_an_announced_day_keeps_its_english_name_when_only_its_hours_change(opened: Opened) -> None:
    opened.choose(date(2026, 5, 9))
    assert opened.section.day.for_all.value() is True
    opened.section.day.for_all.set_value(False)
    opened.type_in(hours="9-15")
    opened.save()
    own = opened.calendar().days[date(2026, 5, 9)]
    assert (own.name_en, own.spans) == ("Make-up day for Labour Day", read_hours("9-15"))


def test_delete_in_the_table_removes_and_undo_brings_back(opened: Opened) -> None:
    opened.choose(date(2026, 2, 15))
    opened.section.table.setFocus()
    opened.qtbot.keyClick(opened.section.table, Qt.Key.Key_Delete)
    opened.rest()
    assert date(2026, 2, 17) not in opened.calendar().days
    opened.undo()
    assert opened.calendar().days[date(2026, 2, 17)].name_zh == "春节"


def test_loading_tells_what_came_and_what_is_not_known(opened: Opened) -> None:
    opened.section.show_year(2024)
    opened.rest()
    assert opened.section.table.rowCount() == 0
    for _ in range(2):
        opened.qtbot.mouseClick(opened.section.load, Qt.MouseButton.LeftButton)
        opened.rest()
    assert opened.section.table.rowCount() > 0
    opened.section.show_year(2035)
    opened.rest()
    opened.qtbot.mouseClick(opened.section.load, Qt.MouseButton.LeftButton)
    opened.rest()
    loaded, again, unknown = [message.text for message in opened.messages.history][-3:]
    assert len({loaded, again}) == 2
    assert "2035" in unknown


def test_without_the_right_everything_is_shown_and_rests(
    branch: Founded, messages: Messages, qtbot: QtBot
) -> None:
    with real_desk(branch, messages, actor=branch.actor_with(Permission.READ_CARD)) as desk:
        section = CalendarSection(desk)
        qtbot.addWidget(section)
        section.show_year(2026)
        qtbot.waitUntil(lambda: section.table.rowCount() > 0)
        section.table.selectRow(0)
        for resting in (section.keep, section.remove, section.load, section.day.hours, section.hours.copy):
            assert not resting.isEnabled()


def test_closing_a_day_tells_how_many_follow_ups_move(opened: Opened) -> None:
    with opened.founded.change() as work:
        plant.clear_rules(work)
        plant.rule(work, RuleBasis.CLASS, 30, code="key")
        day = work_calendar(work).next_working_day(work.today() + timedelta(days=9))
        ago = timedelta(days=30 - (day - work.today()).days)
        plant.customer(work, class_code="key", last_contact_at=work.now() - ago)
    opened.section.show_year(day.year)
    opened.rest()
    opened.section.begin_new()
    opened.type_in(day=day.isoformat())
    opened.section.day.kind.pick(DayKind.CLOSED)
    opened.save()
    opened.qtbot.waitUntil(lambda: "1" in opened.section.moved.text(), timeout=10_000)
    opened.messages.history[-1].actions[0].run()
    opened.qtbot.waitUntil(lambda: opened.section.moved.text() == "", timeout=10_000)
