"""The calendar as rows: the branch's own day first, holidays loaded once, and nothing a person entered lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import insert

from app import calendar_days as days
from app.access.actor import PROGRAM
from app.announced_days import announced_days, announced_years
from app.defaults import SETTINGS
from app.errors import UserError
from app.lists import change_setting
from app.planting import plant_missing
from app.work import Store, Topic, Work
from app.worktime import DayKind, read_hours
from db.base import new_key
from db.models.access import Permission
from db.models.days import CalendarDay
from db.models.lists import Setting
from tests.builders.databases import Founded, found

FIRST = date(2026, 10, 1)
MAKE_UP_2026 = [date(2026, *day) for day in ((1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10))]
OFFICE = (*(read_hours("9-12 13-18"),) * 5, (), ())


def test_a_new_branch_knows_the_holidays_and_make_up_days(branch: Founded) -> None:
    with branch.read() as work:
        calendar = days.work_calendar(work)
        listed = days.read_days(work, 2026)
    assert calendar.week == OFFICE
    made_up = [day for day, special in calendar.days.items() if special.kind is DayKind.WORKDAY]
    assert [day for day in sorted(made_up) if day.year == 2026] == MAKE_UP_2026
    assert all(calendar.is_working_day(day) for day in MAKE_UP_2026)
    assert not calendar.is_working_day(FIRST)
    assert [calendar.name_of(FIRST, language) for language in ("zh", "en")] == ["国庆节", "National Day"]
    assert calendar.name_of(date(2026, 2, 14), "zh") == "春节调休上班"
    assert calendar.is_known(2026)
    assert not calendar.is_known(2027)
    assert [record.day for record in listed] == [day for day in sorted(calendar.days) if day.year == 2026]
    assert not any(record.is_own for record in listed)


def test_every_announced_year_is_known_once_it_is_loaded(branch: Founded) -> None:
    with branch.change() as work:
        days.seed_years(work, announced_years())
        calendar = days.work_calendar(work)
        assert calendar.known_years == set(announced_years())
    assert {2004, 2026} <= set(announced_years())


def test_loading_twice_changes_nothing(branch: Founded) -> None:
    with branch.read() as work:
        before = days.work_calendar(work).days
    with branch.change() as work:
        assert days.seed_years(work, [2025, 2026, 2031]) == 0
        assert days.ensure_seeded(work) == 0
    plant_missing(branch.store)
    with branch.read() as work:
        assert days.work_calendar(work).days == before


def test_an_upgraded_database_gets_its_days_at_once(store: Store) -> None:
    with store.change(PROGRAM) as work:
        count = days.ensure_seeded(work)
        assert count == sum(1 for year in (2025, 2026) for _ in announced_days(year))


def test_what_people_changed_survives_the_next_loading(branch: Founded) -> None:
    with branch.change() as work:
        days.change_day(
            work, FIRST, DayKind.SHORT, name_zh="国庆值班", spans=read_hours("10-16"), for_all=True
        )
        days.remove_day(work, date(2026, 10, 2), for_all=True)
        days.change_day(work, date(2026, 10, 3), DayKind.CLOSED)
    with branch.change() as work:
        assert days.seed_years(work, [2026]) == 0
    with branch.read() as work:
        calendar = days.work_calendar(work)
        assert calendar.spans_on(FIRST) == read_hours("10-16")
        assert date(2026, 10, 2) not in calendar.days
        assert calendar.days[date(2026, 10, 3)].kind is DayKind.CLOSED


def test_the_own_day_comes_before_the_one_for_all_and_only_here(branch: Founded) -> None:
    other = found(branch.store, "BJ")
    with branch.change() as work:
        days.change_day(work, FIRST, DayKind.SHORT, name_zh="国庆营业", spans=read_hours("10-16"))
        assert days.work_calendar(work).name_of(FIRST, "en") == "国庆营业"
    with branch.read() as work:
        record = next(record for record in days.read_days(work, 2026) if record.day == FIRST)
    assert record.is_own
    assert record.covers is not None
    assert record.covers.name_zh == "国庆节"
    with other.read() as work:
        assert days.work_calendar(work).name_of(FIRST, "zh") == "国庆节"
        assert not days.work_calendar(work).is_working_day(FIRST)
    with branch.change() as work:
        days.remove_day(work, FIRST)
        assert days.work_calendar(work).name_of(FIRST, "zh") == "国庆节"


def test_a_day_for_all_needs_all_branches(branch: Founded) -> None:
    actor = branch.actor_with(Permission.EDIT_CALENDAR)
    with pytest.raises(UserError, match="all-branches-needed"), branch.change(actor) as work:
        days.change_day(work, FIRST, DayKind.CLOSED, for_all=True)
    with pytest.raises(UserError, match="all-branches-needed"), branch.change(actor) as work:
        days.remove_day(work, FIRST, for_all=True)
    with pytest.raises(UserError, match="day-announced"), branch.change(actor) as work:
        days.remove_day(work, FIRST)
    with pytest.raises(UserError, match="row-gone"), branch.change(actor) as work:
        days.remove_day(work, date(2026, 3, 3))
    with branch.change(actor) as work:
        days.change_day(work, FIRST, DayKind.WORKDAY)
        assert days.work_calendar(work).is_working_day(FIRST)


def test_a_range_of_days_is_entered_at_once_and_undone_at_once(branch: Founded) -> None:
    with branch.read() as work:
        before = days.work_calendar(work).days
    with branch.change() as work:
        days.change_day(work, date(2026, 10, 8), DayKind.CLOSED, name_zh="盘点")
    with branch.change() as work:
        change = days.change_day(work, FIRST, DayKind.CLOSED, until=date(2026, 10, 8), name_zh="装修")
    assert len(change.edits) == 8
    assert change.after.name_of(date(2026, 10, 8), "zh") == "装修"
    with branch.change() as work:
        days.undo_change(work, change)
        calendar = days.work_calendar(work)
        assert calendar.name_of(date(2026, 10, 8), "zh") == "盘点"
        assert calendar.name_of(FIRST, "zh") == "国庆节"
        days.remove_day(work, date(2026, 10, 8))
        assert days.work_calendar(work).days == before


def test_a_day_taken_back_comes_again_by_undo_and_that_can_be_undone_too(branch: Founded) -> None:
    day = date(2026, 11, 11)
    with branch.change() as work:
        days.change_day(work, day, DayKind.SHORT, name_zh="双十一", spans=read_hours("9-24"))
        removed = days.remove_day(work, day)
    with branch.change() as work:
        undone = days.undo_change(work, removed)
        assert days.work_calendar(work).spans_on(day) == read_hours("9-24")
        days.undo_change(work, undone)
        assert day not in days.work_calendar(work).days


def test_undo_does_not_take_back_what_somebody_did_since(branch: Founded) -> None:
    with branch.change() as work:
        change = days.change_day(work, FIRST, DayKind.CLOSED, until=date(2026, 10, 2))
    with branch.change() as work:
        days.change_day(work, date(2026, 10, 2), DayKind.WORKDAY)
    with pytest.raises(UserError, match="day-changed-since"), branch.change() as work:
        days.undo_change(work, change)
    with branch.read() as work:
        assert days.work_calendar(work).days[FIRST].kind is DayKind.CLOSED


def test_opening_hours_hold_for_the_branch_and_can_be_undone(branch: Founded) -> None:
    other = found(branch.store, "BJ")
    shop = (read_hours("10-22"),) * 7
    with branch.change() as work:
        change = days.change_opening_hours(work, shop)
        assert days.work_calendar(work).week == shop
    with branch.read() as work:
        assert days.work_calendar(work).week == shop
    with other.read() as work:
        assert days.work_calendar(work).week == OFFICE
    with branch.change() as work:
        days.undo_change(work, change)
        assert days.work_calendar(work).week == OFFICE


@pytest.mark.parametrize(
    ("arguments", "code", "field"),
    [
        ({"kind": DayKind.SHORT}, "day-hours-needed", "hours"),
        ({"kind": DayKind.CLOSED, "spans": read_hours("9-12")}, "day-closed-hours", "hours"),
        ({"until": date(2026, 9, 30)}, "day-range-wrong", "until"),
        ({"until": date(2026, 11, 1)}, "day-range-long", "until"),
        ({"day": date(1900, 1, 1)}, "day-out-of-range", "day"),
        ({"day": date(2101, 1, 1)}, "day-out-of-range", "day"),
        ({"name_zh": "节" * 41}, "day-name-long", "name"),
        ({"spans": (*read_hours("9-12"), *read_hours("11-13"))}, "hours-wrong", None),
    ],
)
def test_a_wrong_day_is_refused_at_its_field(
    branch: Founded, arguments: dict[str, object], code: str, field: str | None
) -> None:
    given = {"day": FIRST, "kind": DayKind.HOLIDAY, **arguments}
    with pytest.raises(UserError, match=code) as refused, branch.change() as work:
        days.change_day(work, **given)  # type: ignore[arg-type]
    assert refused.value.facts.get("field") == field
    with branch.read() as work:
        assert not any(record.is_own for record in days.read_days(work, 2026))


@pytest.mark.parametrize(
    ("week", "code"),
    [
        (((),) * 7, "working-hours-none"),
        (OFFICE[:6], "hours-wrong"),
        ((*OFFICE[:6], read_hours("9-12") * 2), "hours-wrong"),
    ],
)
def test_a_wrong_week_is_refused(branch: Founded, week: tuple, code: str) -> None:
    with pytest.raises(UserError, match=code), branch.change() as work:
        days.change_opening_hours(work, week)


def _on(branch: Founded, day: date) -> Founded:
    clock = datetime(day.year, day.month, day.day, 4, tzinfo=UTC)
    return replace(branch, store=Store(branch.store.database, clock=lambda: clock))


def test_next_year_is_missed_from_october_and_this_one_always(branch: Founded) -> None:
    def missing(day: date) -> tuple[int, ...]:
        with _on(branch, day).read() as work:
            return days.missing_years(work)

    assert missing(date(2026, 9, 29)) == ()
    assert missing(date(2026, 10, 2)) == (2027,)
    assert missing(date(2027, 1, 2)) == (2027,)
    assert missing(date(2027, 12, 1)) == (2027, 2028)


def test_a_year_entered_by_hand_is_known(branch: Founded) -> None:
    with branch.change() as work:
        days.change_day(work, date(2027, 1, 1), DayKind.HOLIDAY, until=date(2027, 1, 3), name_zh="元旦")
        assert not days.work_calendar(work).is_known(2027)
        days.change_day(work, date(2027, 2, 5), DayKind.HOLIDAY, until=date(2027, 2, 12), name_zh="春节")
        assert days.work_calendar(work).is_known(2027)


def test_pages_of_days_hear_of_days_and_hours(branch: Founded) -> None:
    heard: list[frozenset[Topic]] = []
    branch.store.on_commit(heard.append)
    with branch.change() as work:
        days.change_day(work, FIRST, DayKind.CLOSED)
    with branch.change() as work:
        days.change_opening_hours(work, (read_hours("10-22"),) * 7)
    assert [Topic.DAYS in topics for topics in heard] == [True, True]


def test_rows_no_program_of_ours_wrote_bend_no_deadline(branch: Founded) -> None:
    with branch.change() as work:
        _insert(work, day=date(2026, 12, 1), spans=[["18:00", "09:00"]])
        _insert(work, day=date(2026, 12, 2), spans="always")
        work.session.add(Setting(name="opening-hours", value=[["x"]], branch_id=work.actor.branch_id))
    with branch.read() as work:
        calendar = days.work_calendar(work)
    assert calendar.week == OFFICE
    assert not {date(2026, 12, 1), date(2026, 12, 2)} & calendar.days.keys()
    with branch.change() as work:
        with pytest.raises(UserError, match="setting-wrong"):
            change_setting(work, "opening-hours", [["x"]])
        change_setting(work, "opening-hours", SETTINGS["opening-hours"])


def _insert(work: Work, **values: object) -> None:
    marks = {
        **work.creation_marks(),
        "id": new_key(),
        "kind": DayKind.SHORT,
        "name_zh": "坏",
        "name_en": "bad",
    }
    work.session.execute(insert(CalendarDay).values(**marks, **values))


def test_the_same_rows_are_laid_out_once_for_all_actions(branch: Founded) -> None:
    with branch.read() as work:
        first = days.work_calendar(work)
        assert days.work_calendar(work) is first
    with branch.read() as work:
        assert days.work_calendar(work) is first
