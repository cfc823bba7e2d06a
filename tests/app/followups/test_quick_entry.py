"""What is typed into a day of the calendar, taken apart."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.followups.dates.occurrences import occurrences
from app.followups.dates.recurrence import RecurrenceUnit
from app.followups.quick_entry import QuickEntry, appoint_typed, people_for, plan_typed, read_entry, way_of
from app.followups.records import Scope
from app.states import ContactWay
from tests.builders.cards import walk_in
from tests.builders.databases import Founded


@pytest.mark.parametrize(
    ("text", "minute", "minutes", "who", "matter"),
    [
        ("10:30 张三 试驾", 630, None, "张三", "试驾"),
        ("10：30 张三 试驾", 630, None, "张三", "试驾"),
        ("下午3点 张三 看车 谈价", 900, None, "张三", "看车 谈价"),
        ("9点半 13800138000 回访", 570, None, "13800138000", "回访"),
        ("10:30-12:00 张三 方案", 630, 90, "张三", "方案"),
        ("14点 90分钟 张三 方案", 840, 90, "张三", "方案"),
        ("pm 3:15 Zhang visit", 915, None, "Zhang", "visit"),
        ("张三 试驾", None, None, "张三", "试驾"),
        ("25:00 张三", None, None, "25:00", "张三"),
        ("10:75 张三", None, None, "10:75", "张三"),
        ("12:00-11:00 张三", 720, None, "-11:00", "张三"),
        ("13800138000 回访", None, None, "13800138000", "回访"),
        ("", None, None, "", ""),
    ],
)
def test_time_length_and_words(
    text: str, minute: int | None, minutes: int | None, who: str, matter: str
) -> None:
    assert read_entry(text) == QuickEntry(minute=minute, minutes=minutes, who=who, matter=matter)


@given(st.text(max_size=60))
def test_every_text_has_an_answer_within_a_day(text: str) -> None:
    entry = read_entry(text)
    assert entry.minute is None or 0 <= entry.minute < 24 * 60
    assert entry.minutes is None or 0 < entry.minutes <= 12 * 60


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_time_is_read_back(hour: int, minute: int) -> None:
    assert read_entry(f"{hour}:{minute:02} 张三").minute == hour * 60 + minute


@pytest.mark.parametrize(
    ("text", "unit", "every", "words"),
    [
        ("9:00 例会 每周", RecurrenceUnit.WEEK, 1, "例会"),
        ("每两周 例会 东区", RecurrenceUnit.WEEK, 2, "例会 东区"),
        ("盘点 每3个月", RecurrenceUnit.MONTH, 3, "盘点"),
        ("15:00 training daily", RecurrenceUnit.DAY, 1, "training"),
        ("每周报表 张三", None, 1, "每周报表 张三"),
    ],
)
def test_how_it_recurs(text: str, unit: RecurrenceUnit | None, every: int, words: str) -> None:
    entry = read_entry(text)
    assert (entry.unit, entry.every, entry.words) == (unit, every, words)


def test_a_line_without_a_customer_is_an_appointment_that_may_recur(branch: Founded) -> None:
    with branch.change() as work:
        day = work.today() + timedelta(days=3)
        appoint_typed(work, read_entry("9:00-9:30 例会 每周"), day, branch.actor.account_id)
        appoint_typed(work, read_entry("请假"), day, branch.actor.account_id)
    with branch.read() as work:
        found = occurrences(work, Scope(), day, day + timedelta(days=13))
    assert sorted((item.title, item.minutes, item.is_recurring) for item in found) == [
        ("例会", 30, True),
        ("例会", 30, True),
        ("请假", None, False),
    ]


def test_the_matter_says_how_the_customer_is_met() -> None:
    assert way_of("上门看场地") is ContactWay.VISIT
    assert way_of("谈价") is ContactWay.CALL


def test_the_first_word_finds_people_as_the_search_box_does(branch: Founded) -> None:
    walk_in(branch, name="张三", phone="13800138000")
    walk_in(branch, name="张三丰", phone="13900139000")
    with branch.read() as work:
        found = people_for(work, "张三")
        assert [(person.name, person.is_exact) for person in found] == [("张三", True), ("张三丰", False)]
        assert [person.is_exact for person in people_for(work, "13800138000")] == [True]
        assert people_for(work, "") == []


def test_what_overlaps_is_told_and_planned_all_the_same(branch: Founded) -> None:
    customer_id = walk_in(branch).customer_id
    entry = QuickEntry(minute=630, minutes=60, who="张三", matter="试驾")
    with branch.change() as work:
        day = work.today() + timedelta(days=3)
        first = plan_typed(work, customer_id, entry, day, branch.actor.account_id)
        later = QuickEntry(minute=660, who="张三", matter="谈价")
        second = plan_typed(work, customer_id, later, day, branch.actor.account_id)
    assert first.overlaps == ()
    assert [item.title for item in second.overlaps] == ["试驾"]
