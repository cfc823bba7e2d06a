"""Appointments: entered, changed, moved and called off in one occurrence or all, with a way back each time."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from app.errors import UserError
from app.followups.dates.appointments import read_appointment, save_appointment
from app.followups.dates.records import Draft, Which
from app.followups.dates.recurrence import Recurrence, RecurrenceUnit
from app.followups.dates.rescheduling import cancel_occurrence, move_occurrence
from app.followups.dates.undoing import restore
from app.followups.items import due_items, items_between
from app.followups.records import Item, ItemKey, ItemKind, Scope
from app.work import Store
from db.engine import is_postgresql
from db.models.access import Permission
from db.models.followups import Appointment, AppointmentChange, StepState
from tests.builders.appointments import WEEKLY, days_shown, meeting, shown
from tests.builders.cards import walk_in
from tests.builders.databases import Founded
from tests.builders.plans import SetClock
from tests.builders.visits import colleague

NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)  # a Monday, nine in China
TODAY = NOW.astimezone().date()
DAY = timedelta(days=1)
COUNTER = (Permission.PLAN_FOLLOWUPS,)
TUESDAY = datetime(2026, 11, 24, 6, tzinfo=UTC)
LATER = date(2026, 12, 31)


@pytest.fixture(autouse=True)
def clock(branch: Founded) -> SetClock:
    made = SetClock(NOW)
    branch.store.clock = made
    return made


def item_on(branch: Founded, day: date) -> Item:
    (found,) = shown(branch, day, day)
    return found


def test_an_appointment_is_seen_with_its_customer_and_time(branch: Founded) -> None:
    customer = walk_in(branch).customer_id
    key = meeting(branch, TUESDAY, customer_id=customer, place="二号展厅", note="带资料")
    item = item_on(branch, TODAY + DAY)
    assert (item.key, item.title, item.customer_name) == (key, "销售例会", "张三")
    assert (item.starts_at, item.minutes, item.points) == (TUESDAY, 60, "二号展厅\n带资料")
    assert not item.is_recurring
    with branch.read() as work:
        assert key in [each.key for each in items_between(work, Scope(), TODAY, LATER)]
        assert key in [each.key for each in due_items(work, Scope(), TODAY + DAY)]
        assert key not in [each.key for each in due_items(work, Scope(), TODAY)]
        assert items_between(work, Scope(), TODAY, LATER, kinds={ItemKind.VISIT}) == []


def test_a_series_is_kept_as_one_row_and_seen_on_its_days(branch: Founded) -> None:
    key = meeting(branch, NOW + timedelta(hours=2), recurrence=WEEKLY)
    assert key.on == date(2026, 11, 24)  # begun on a Monday, the first day of its rule is Tuesday
    assert days_shown(branch, TODAY, date(2026, 12, 6)) == [date(2026, 11, 24 + add) for add in (0, 2)] + [
        date(2026, 12, 1),
        date(2026, 12, 3),
    ]
    assert len(days_shown(branch, date(2126, 1, 1), date(2126, 12, 31))) in (104, 105)
    with branch.read() as work:
        assert work.session.scalar(select(func.count()).select_from(Appointment)) == 1
        assert work.session.scalar(select(func.count()).select_from(AppointmentChange)) == 0


def test_all_day_over_some_days_is_seen_from_each_of_them(branch: Founded) -> None:
    meeting(branch, TUESDAY, title="请假", all_day=True, first_on=TODAY + DAY, last_on=TODAY + 3 * DAY)
    for day in (TODAY + DAY, TODAY + 2 * DAY, TODAY + 3 * DAY):
        assert (item_on(branch, day).due_on, item_on(branch, day).until_on) == (TODAY + DAY, TODAY + 3 * DAY)
    assert shown(branch, TODAY + 4 * DAY, LATER) == []


def test_summer_time_keeps_the_hour_on_the_wall(branch: Founded) -> None:
    daily = Recurrence(unit=RecurrenceUnit.DAY)
    start = datetime(2027, 3, 26, 1, 30, tzinfo=UTC)  # 02:30 in Berlin, an hour that 28 March does not have
    meeting(branch, start, zone="Europe/Berlin", recurrence=daily)
    found = [item.starts_at for item in shown(branch, date(2027, 3, 26), date(2027, 3, 29))]
    assert [moment and moment.hour for moment in found] == [1, 1, 1, 0]
    assert {item.minutes for item in shown(branch, date(2027, 3, 26), date(2027, 3, 29))} == {60}


def test_one_occurrence_is_moved_and_put_back(branch: Founded) -> None:
    key = replace(meeting(branch, TUESDAY, recurrence=WEEKLY), on=date(2026, 12, 1))
    to = datetime(2026, 12, 2, 7, tzinfo=UTC)
    with branch.change() as work:
        moved = move_occurrence(work, key, to=to.date(), starts_at=to, seen=date(2026, 12, 1))
    assert days_shown(branch, date(2026, 11, 29), date(2026, 12, 5)) == [date(2026, 12, 2), date(2026, 12, 3)]
    assert item_on(branch, date(2026, 12, 2)).key == key == moved.key
    with branch.change() as work:
        restore(work, moved.undo)
    assert days_shown(branch, date(2026, 11, 29), date(2026, 12, 5)) == [date(2026, 12, 1), date(2026, 12, 3)]


def test_an_occurrence_moved_far_away_is_found_there(branch: Founded) -> None:
    short = Recurrence(unit=RecurrenceUnit.WEEK, weekdays=(1,), count=2)
    key = meeting(branch, TUESDAY, recurrence=short)
    far = date(2027, 6, 1)
    with branch.change() as work:
        move_occurrence(work, key, to=far, seen=TODAY + DAY)
    assert days_shown(branch, far, far) == [far]
    assert days_shown(branch, TODAY, LATER) == [date(2026, 12, 1)]


@pytest.mark.parametrize(
    ("on", "to", "which", "days"),
    [
        (date(2026, 11, 24), date(2026, 11, 25), Which.ALL, [25, 26, 32, 33, 39, 40]),
        (date(2026, 11, 26), date(2026, 11, 24), Which.ALL, [24, 31, 38]),
        (date(2026, 12, 1), date(2026, 12, 2), Which.FOLLOWING, [24, 26, 32, 33, 39, 40]),
        (date(2026, 12, 3), date(2026, 12, 4), Which.FOLLOWING, [24, 26, 31, 34, 38, 41]),
    ],
)
def test_a_series_moves_with_the_day_that_was_moved(
    branch: Founded, on: date, to: date, which: Which, days: list[int]
) -> None:
    key = replace(meeting(branch, TUESDAY, recurrence=WEEKLY), on=on)
    with branch.change() as work:
        moved = move_occurrence(work, key, to=to, which=which, seen=on)
    last = date(2026, 12, 12)
    expected = [date(2026, 11, 1) + timedelta(days=day - 1) for day in days]
    assert days_shown(branch, TODAY, last) == expected
    assert item_on(branch, to).key == moved.key
    with branch.change() as work:
        restore(work, moved.undo)
    before = [date(2026, 11, 1) + timedelta(days=day - 1) for day in (24, 26, 31, 33, 38, 40)]
    assert days_shown(branch, TODAY, last) == before


def test_a_counted_series_keeps_its_count_when_it_is_cut_in_two(branch: Founded) -> None:
    key = meeting(branch, TUESDAY, recurrence=replace(WEEKLY, count=6))
    with branch.change() as work:
        move_occurrence(
            work,
            replace(key, on=date(2026, 12, 1)),
            to=date(2026, 12, 2),
            which=Which.FOLLOWING,
            seen=date(2026, 12, 1),
        )
    assert len(days_shown(branch, TODAY, date(2027, 12, 31))) == 6


def test_what_was_called_off_stays_off_when_the_series_moves_to_another_hour(branch: Founded) -> None:
    key = meeting(branch, TUESDAY, recurrence=WEEKLY)
    with branch.change() as work:
        cancel_occurrence(work, replace(key, on=date(2026, 12, 1)), seen=date(2026, 12, 1))
    with branch.change() as work:
        move_occurrence(
            work,
            key,
            to=TODAY + DAY,
            starts_at=TUESDAY + timedelta(hours=1),
            which=Which.ALL,
            seen=TODAY + DAY,
        )
    assert date(2026, 12, 1) not in days_shown(branch, TODAY, LATER)
    assert item_on(branch, date(2026, 12, 3)).starts_at == datetime(2026, 12, 3, 7, tzinfo=UTC)
    called_off = [
        item for item in shown(branch, TODAY, LATER, cancelled=True) if item.state is StepState.CANCELLED
    ]
    assert [item.due_on for item in called_off] == [date(2026, 12, 1)]


@pytest.mark.parametrize(("which", "left"), [(Which.THIS, 9), (Which.FOLLOWING, 2), (Which.ALL, 0)])
def test_calling_off_takes_as_much_as_was_said_and_is_undone(
    branch: Founded, which: Which, left: int
) -> None:
    key = replace(meeting(branch, TUESDAY, recurrence=replace(WEEKLY, count=10)), on=date(2026, 12, 1))
    with branch.change() as work:
        undo = cancel_occurrence(work, key, which=which, seen=date(2026, 12, 1))
    assert len(days_shown(branch, TODAY, LATER)) == left
    with branch.change() as work:
        restore(work, undo)
    assert len(days_shown(branch, TODAY, LATER)) == 10


def test_a_series_from_a_file_is_moved_to_other_hours_but_not_to_other_days(branch: Founded) -> None:
    key = meeting(branch, TUESDAY, rule="FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1")
    assert key.on == date(2026, 11, 30)
    with pytest.raises(UserError, match="recurrence-edit-needed"), branch.change() as work:
        move_occurrence(work, key, to=date(2026, 12, 2), which=Which.ALL, seen=date(2026, 11, 30))
    with branch.read() as work:
        record = read_appointment(work, key)
    assert record.draft.recurrence is None
    assert record.draft.rule == "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1"


def test_a_changed_rule_lets_go_of_days_it_no_longer_has(branch: Founded) -> None:
    key = meeting(branch, TUESDAY, recurrence=WEEKLY)
    with branch.change() as work:
        move_occurrence(
            work, replace(key, on=date(2026, 12, 1)), to=date(2026, 12, 4), seen=date(2026, 12, 1)
        )
    with branch.change() as work:
        record = read_appointment(work, key)
        draft = replace(record.draft, recurrence=Recurrence(unit=RecurrenceUnit.WEEK, weekdays=(3,)))
        saved = save_appointment(work, key.id, draft, seen_version=record.version)
    assert days_shown(branch, TODAY, date(2026, 12, 5)) == [date(2026, 11, 26), date(2026, 12, 3)]
    with branch.change() as work:
        restore(work, saved.undo)
    assert days_shown(branch, TODAY, date(2026, 12, 5)) == [
        date(2026, 11, 24), date(2026, 11, 26), date(2026, 12, 3), date(2026, 12, 4),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"title": " \u200b"}, "appointment-title-empty"),
        ({"title": "x" * 501}, "text-too-long"),
        ({"starts_at": None}, "appointment-time-missing"),
        ({"all_day": True}, "appointment-time-missing"),
        ({"ends_at": TUESDAY - DAY}, "appointment-ends-first"),
        ({"ends_at": TUESDAY + 400 * DAY}, "appointment-too-long"),
        ({"starts_at": TUESDAY - 30 * DAY, "ends_at": TUESDAY - 30 * DAY}, "appointment-in-past"),
        ({"all_day": True, "first_on": date(1969, 1, 1)}, "appointment-year-wrong"),
        ({"rule": "FREQ=HOURLY"}, "recurrence-floods"),
        ({"rule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"}, "recurrence-never"),
        ({"recurrence": replace(WEEKLY, until=TODAY - DAY)}, "recurrence-ends-first"),
        ({"customer_id": uuid4()}, "row-gone"),
        ({"owner_id": uuid4()}, "row-gone"),
    ],
)
def test_what_cannot_take_place_is_refused(branch: Founded, given: dict[str, object], code: str) -> None:
    plain = {"title": "例会", "starts_at": TUESDAY, "ends_at": TUESDAY}
    with pytest.raises(UserError, match=code), branch.change() as work:
        save_appointment(work, None, Draft(**(plain | given)))  # type: ignore[arg-type]
    assert shown(branch, date(1969, 1, 1), LATER) == []


def test_nothing_is_moved_into_the_past(branch: Founded) -> None:
    key = meeting(branch, TUESDAY)
    with pytest.raises(UserError, match="followup-in-past"), branch.change() as work:
        move_occurrence(work, key, to=TODAY - DAY, seen=TODAY + DAY)
    with pytest.raises(UserError, match="followup-in-past"), branch.change() as work:
        move_occurrence(work, key, to=TODAY, starts_at=NOW - timedelta(hours=1), seen=TODAY + DAY)


def test_somebody_elses_appointment_is_neither_seen_nor_touched(branch: Founded) -> None:
    clerk = colleague(branch, "李静", "clerk")
    mine = meeting(branch, TUESDAY, owner_id=branch.actor.account_id)
    everybodys = meeting(branch, TUESDAY + DAY)
    assert [item.key for item in shown(branch, TODAY, LATER, clerk)] == [everybodys]
    with pytest.raises(UserError, match="item-of-other"), branch.change(clerk) as work:
        move_occurrence(work, mine, to=LATER, seen=TODAY + DAY)
    with pytest.raises(UserError, match="not-allowed"):
        shown(branch, TODAY, LATER, clerk, Scope(person=branch.actor.account_id))
    with pytest.raises(UserError, match="not-allowed"):
        meeting(branch, TUESDAY, clerk, owner_id=branch.actor.account_id)
    theirs = Scope(person=clerk.account_id, unassigned=False)
    assert shown(branch, TODAY, LATER, scope=theirs) == []


def test_who_comes_second_is_told_who_was_first(branch: Founded) -> None:
    other = colleague(branch, "李静")
    key = meeting(branch, TUESDAY, recurrence=WEEKLY)
    with branch.read() as work:
        before = read_appointment(work, key)
    with branch.change(other) as work:
        first = move_occurrence(work, key, to=TODAY + 2 * DAY, seen=TODAY + DAY)
    with pytest.raises(UserError, match="item-moved") as refused, branch.change() as work:
        move_occurrence(work, key, to=TODAY + 4 * DAY, seen=TODAY + DAY)
    assert refused.value.facts == {"by": "李静", "to": TODAY + 2 * DAY}
    with pytest.raises(UserError, match="appointment-changed") as refused, branch.change() as work:
        save_appointment(work, key.id, replace(before.draft, title="改"), seen_version=before.version)
    assert refused.value.facts == {"by": "李静", "title": "销售例会"}
    with branch.change() as work:
        cancel_occurrence(work, replace(key, on=date(2026, 12, 1)))
    with pytest.raises(UserError, match="appointment-changed"), branch.change(other) as work:
        restore(work, first.undo)
    with pytest.raises(UserError, match="item-gone"), branch.change() as work:
        move_occurrence(work, replace(key, on=date(2026, 12, 1)), to=LATER, seen=date(2026, 12, 1))


def test_two_people_at_one_appointment_at_the_same_moment(branch: Founded, store: Store) -> None:
    """Both have seen it where it was; one moves it, the other is told, and the series has one change only."""
    if not is_postgresql(str(store.database.writer.url)):
        pytest.skip("SQLite lets one writer in at a time anyway")
    other = colleague(branch, "李静")
    key = meeting(branch, TUESDAY, recurrence=WEEKLY)
    barrier, outcomes = threading.Barrier(2), []

    def move(actor: object, to: date) -> None:
        barrier.wait(10)
        try:
            with branch.change(actor) as work:  # type: ignore[arg-type]
                move_occurrence(work, key, to=to, seen=TODAY + DAY)
            outcomes.append("moved")
        except UserError as error:
            outcomes.append(error.code)

    for round_ in range(5):
        with branch.change() as work:
            for change in work.session.scalars(select(AppointmentChange)):
                change.deleted_at = work.now()
        threads = [
            threading.Thread(target=move, args=(actor, TODAY + (add + round_) * DAY))
            for actor, add in ((branch.actor, 2), (other, 10))
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
    assert sorted(outcomes) == ["item-moved"] * 5 + ["moved"] * 5


def test_every_day_of_a_year_is_not_too_much(branch: Founded) -> None:
    for number in range(20):
        meeting(branch, TUESDAY, title=f"晨会{number}", recurrence=Recurrence(unit=RecurrenceUnit.DAY))
    assert len(shown(branch, date(2027, 1, 1), date(2027, 12, 31))) == 20 * 365


def test_a_key_of_an_appointment_names_an_occurrence(branch: Founded) -> None:
    key = meeting(branch, TUESDAY, recurrence=WEEKLY)
    assert key == ItemKey(kind=ItemKind.APPOINTMENT, id=key.id, on=TODAY + DAY)
    with pytest.raises(UserError, match="item-gone"), branch.read() as work:
        read_appointment(work, ItemKey(kind=ItemKind.APPOINTMENT, id=uuid4()))
