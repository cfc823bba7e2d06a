"""What comes back from phones and from other calendars: moved once, entered once, and refused with a reason."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from app.errors import UserError
from app.followups.dates.calendar_files import calendar_file
from app.followups.dates.calendar_import import CalendarResult, read_calendar
from app.followups.dates.rescheduling import cancel_occurrence, move_occurrence
from app.followups.items import open_item
from app.followups.planning import move_item
from app.followups.records import Item, ItemKey, Scope
from db.models.customers import ContactWay
from db.models.followups import Appointment, FollowUp, FollowUpRule, RuleBasis, RuleUnit
from tests.builders.appointments import WEEKLY, days_shown, meeting, shown
from tests.builders.cards import walk_in
from tests.builders.databases import Founded
from tests.builders.plans import SetClock, plan
from tests.builders.visits import colleague

NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)
TODAY = NOW.astimezone().date()
DAY = timedelta(days=1)
LATER = date(2027, 1, 31)
HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n"


@pytest.fixture(autouse=True)
def clock(branch: Founded) -> SetClock:
    made = SetClock(NOW)
    branch.store.clock = made
    with branch.change() as work:
        for rule in work.session.query(FollowUpRule):
            rule.active = False
    return made


def file_of(branch: Founded, last: date = LATER) -> str:
    with branch.read() as work:
        return calendar_file(work, Scope(), TODAY, last).decode()


def read(branch: Founded, content: str | bytes, **given: bool) -> CalendarResult:
    told = content.encode() if isinstance(content, str) else content
    with branch.change() as work:
        return read_calendar(work, told, **given)


def counts(result: CalendarResult) -> tuple[int, int, int, int, int]:
    return result.created, result.changed, result.moved, result.unchanged, len(result.refused)


def codes(result: CalendarResult) -> list[str]:
    return [each.error.code for each in result.refused]


def event(*lines: str, **given: str) -> str:
    told = {
        "UID": "e1@phone",
        "SUMMARY": "牙医",
        "DTSTART": "20261125T020000Z",
        "DTEND": "20261125T030000Z",
    } | given
    body = [f"{name.replace('_', '-')}:{value}" for name, value in told.items() if value]
    return "\r\n".join(["BEGIN:VEVENT", *body, *lines, "END:VEVENT"]) + "\r\n"


def calendar(*events: str) -> str:
    return HEAD + "".join(events) + "END:VCALENDAR\r\n"


def seen(branch: Founded, key: ItemKey) -> Item:
    with branch.read() as work:
        return open_item(work, key)


def test_a_follow_up_moved_on_the_phone_is_moved_here_once(branch: Founded) -> None:
    key = plan(branch, walk_in(branch).customer_id, TODAY + DAY)
    sent = file_of(branch)
    assert counts(read(branch, sent)) == (0, 0, 0, 1, 0)
    back = sent.replace("DTSTART;VALUE=DATE:20261124", "DTSTART;VALUE=DATE:20261127").replace(
        "DTEND;VALUE=DATE:20261125", "DTEND;VALUE=DATE:20261128"
    )
    assert back != sent
    result = read(branch, back)
    assert counts(result) == (0, 0, 1, 0, 0)
    assert seen(branch, key).due_on == TODAY + 4 * DAY
    assert counts(read(branch, back)) == (0, 0, 0, 1, 0)
    assert counts(read(branch, sent)) == (0, 0, 0, 1, 0)  # the old file says nothing was moved out there
    assert seen(branch, key).due_on == TODAY + 4 * DAY


def test_without_our_mark_the_sequence_tells_an_old_file(branch: Founded) -> None:
    key = plan(branch, walk_in(branch).customer_id, TODAY + DAY)
    sent = re.sub(r"X-BRANCHDESK-SEEN[^\r]*\r\n", "", file_of(branch))
    back = sent.replace("DTSTART;VALUE=DATE:20261124", "DTSTART:20261126T020000Z").replace(
        "DTEND;VALUE=DATE:20261125", "DTEND:20261126T030000Z"
    )
    with branch.change() as work:
        move_item(work, key, to=TODAY + 3 * DAY, seen=TODAY + DAY)
    assert codes(read(branch, back)) == ["calendar-older"]
    bumped = back.replace("SEQUENCE:1", "SEQUENCE:9")
    assert counts(read(branch, bumped)) == (0, 0, 1, 0, 0)
    assert seen(branch, key).starts_at == datetime(2026, 11, 26, 2, tzinfo=UTC)


def test_moved_here_and_there_the_person_is_told_who_moved_it(branch: Founded) -> None:
    key = plan(branch, walk_in(branch).customer_id, TODAY + DAY)
    back = file_of(branch).replace("VALUE=DATE:20261124", "VALUE=DATE:20261130")
    other = colleague(branch, "李静")
    with branch.change(other) as work:
        move_item(work, key, to=TODAY + 2 * DAY, seen=TODAY + DAY)
    result = read(branch, back)
    assert codes(result) == ["item-moved"]
    assert result.refused[0].error.facts == {"by": "李静", "to": TODAY + 2 * DAY}
    assert seen(branch, key).due_on == TODAY + 2 * DAY


def test_a_step_of_a_rule_becomes_a_row_by_being_moved_and_keeps_its_uid(branch: Founded) -> None:
    with branch.change() as work:
        work.session.add(
            FollowUpRule(
                name_zh="新客电话", name_en="First call", basis=RuleBasis.NEW, amount=2, unit=RuleUnit.DAYS,
                way=ContactWay.CALL, matter_zh="首次电话", matter_en="First call", active=True,
            )
        )  # fmt: skip
    walk_in(branch)
    sent = file_of(branch)
    uid = re.search(r"UID:(step-[^\r]*(?:\r\n [^\r]*)*)", sent)
    assert uid is not None
    back = sent.replace("VALUE=DATE:20261125", "VALUE=DATE:20261201")
    assert counts(read(branch, back)) == (0, 0, 1, 0, 0)
    assert counts(read(branch, back)) == (0, 0, 0, 1, 0)
    assert uid[1] in file_of(branch)
    with branch.read() as work:
        assert work.session.scalar(select(func.count()).select_from(FollowUp)) == 1


def test_what_was_called_off_out_there_is_told_and_stays(branch: Founded) -> None:
    key = plan(branch, walk_in(branch).customer_id, TODAY + DAY)
    back = file_of(branch).replace("STATUS:CONFIRMED", "STATUS:CANCELLED")
    result = read(branch, back)
    assert result.cancelled == ("张三 回访",)
    assert seen(branch, key).due_on == TODAY + DAY


def test_somebody_elses_item_is_not_moved_by_a_file(branch: Founded) -> None:
    plan(branch, walk_in(branch).customer_id, TODAY + DAY, owner_id=branch.actor.account_id)
    back = file_of(branch).replace("VALUE=DATE:20261124", "VALUE=DATE:20261130")
    clerk = colleague(branch, "李静", "clerk")
    with branch.change(clerk) as work:
        assert codes(read_calendar(work, back.encode())) in (["item-of-other"], ["not-allowed"])


def test_a_foreign_event_becomes_an_appointment_once_and_follows_its_calendar(branch: Founded) -> None:
    first = calendar(event("SEQUENCE:0"))
    assert counts(read(branch, first)) == (1, 0, 0, 0, 0)
    assert counts(read(branch, first)) == (0, 0, 0, 1, 0)
    later = calendar(
        event("SEQUENCE:0", SUMMARY="牙医复诊", DTSTART="20261126T020000Z", DTEND="20261126T030000Z")
    )
    assert counts(read(branch, later)) == (0, 1, 0, 0, 0)
    (item,) = shown(branch, TODAY, LATER)
    assert (item.title, item.due_on, item.owner_id) == (
        "牙医复诊",
        date(2026, 11, 26),
        branch.actor.account_id,
    )
    with branch.change() as work:
        move_occurrence(work, item.key, to=date(2026, 11, 27), seen=item.due_on)
    assert codes(read(branch, later)) == ["calendar-older"]
    newest = later.replace("SEQUENCE:0", "SEQUENCE:5")
    assert counts(read(branch, newest)) == (0, 1, 0, 0, 0)
    gone = newest.replace("SEQUENCE:5", "SEQUENCE:6\r\nSTATUS:CANCELLED")
    assert read(branch, gone).cancelled == ("牙医复诊",)
    assert shown(branch, TODAY, LATER) == []
    assert counts(read(branch, newest)) == (0, 0, 0, 1, 0)  # it does not come back by itself


def test_a_series_comes_with_what_was_left_out_and_what_was_moved(branch: Founded) -> None:
    start = {"DTSTART;TZID=China Standard Time": "20261124T090000", "DTSTART": "", "DTEND": ""}
    master = event(
        "RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20261229T010000Z",
        "EXDATE;TZID=China Standard Time:20261208T090000",
        "DURATION:PT1H",
        **start,
    )
    moved = event(
        "RECURRENCE-ID;TZID=China Standard Time:20261201T090000",
        DTSTART="20261202T060000Z", DTEND="20261202T070000Z", SUMMARY="改期",
    )  # fmt: skip
    content = calendar(moved, master)
    assert counts(read(branch, content)) == (1, 0, 0, 0, 0)
    expected = [date(2026, 11, 24), date(2026, 12, 2), *(date(2026, 12, day) for day in (15, 22, 29))]
    assert days_shown(branch, TODAY, LATER) == expected
    assert [item.title for item in shown(branch, TODAY, LATER)][1] == "改期"
    assert counts(read(branch, content)) == (0, 0, 0, 1, 0)
    less = calendar(master.replace("20261208", "20261215"))
    assert counts(read(branch, less)) == (0, 1, 0, 0, 0)
    assert days_shown(branch, TODAY, LATER) == [
        date(2026, 11, 24),
        *(date(2026, 12, day) for day in (1, 8, 22, 29)),
    ]


def test_our_own_series_comes_back_unchanged_and_moved_it_moves(branch: Founded) -> None:
    key = meeting(
        branch,
        datetime(2026, 11, 24, 6, tzinfo=UTC),
        recurrence=WEEKLY,
        customer_id=walk_in(branch).customer_id,
    )
    with branch.change() as work:
        cancel_occurrence(work, replace(key, on=date(2026, 12, 3)))
    with branch.change() as work:
        move_occurrence(
            work, replace(key, on=date(2026, 12, 1)), to=date(2026, 12, 2), seen=date(2026, 12, 1)
        )
    before = days_shown(branch, TODAY, LATER)
    sent = file_of(branch)
    again = read(branch, sent)
    assert (again.refused, counts(again)) == ((), (0, 0, 0, 1, 0))
    assert days_shown(branch, TODAY, LATER) == before
    with branch.read() as work:
        assert work.session.scalar(select(func.count()).select_from(Appointment)) == 1
    back = re.sub(
        r"SEQUENCE:\d+", "SEQUENCE:50", sent.replace("T060000", "T070000").replace("T080000", "T090000")
    )
    assert counts(read(branch, back)) == (0, 1, 0, 0, 0)


def test_a_dry_run_says_what_would_happen_and_changes_nothing(branch: Founded) -> None:
    key = plan(branch, walk_in(branch).customer_id, TODAY + DAY)
    back = file_of(branch).replace("VALUE=DATE:20261124", "VALUE=DATE:20261130")
    both = back.replace("END:VCALENDAR", event() + "END:VCALENDAR")
    tried = read(branch, both, dry=True)
    assert counts(tried) == (1, 0, 1, 0, 0)
    assert (seen(branch, key).due_on, shown(branch, TODAY, LATER)) == (TODAY + DAY, [])
    assert counts(read(branch, both)) == counts(tried)


def test_a_broken_event_costs_itself_and_not_the_file(branch: Founded) -> None:
    content = calendar(
        event(UID="a", DTSTART="nonsense"),
        event(UID="b", DTSTART=""),
        event("RRULE:FREQ=SECONDLY", UID="c"),
        event("RRULE:FREQ=YEARLY;BYEASTER=1", UID="d"),
        event("RDATE:20270101T000000Z", UID="e"),
        event(UID="f", **{"DTSTART;TZID=Mars/Olympus": "20261125T090000", "DTSTART": ""}),
        event("RECURRENCE-ID:20261125T020000Z", UID="g"),
        event("RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", UID="h"),
        event(UID="i", DTEND="20261125T010000Z"),
        event(UID="j", DTSTART="99991231T235959Z"),
        event(UID="step-1-2-3@branchdesk"),
        event(UID="followup-00000000-0000-0000-0000-000000000000@branchdesk"),
        event(UID="fine"),
    )
    result = read(branch, content)
    assert codes(result) == [
        "calendar-event-unreadable", "calendar-event-unreadable", "recurrence-floods", "recurrence-unknown",
        "calendar-event-unreadable", "calendar-event-unreadable", "calendar-series-missing", "recurrence-never",
        "appointment-ends-first", "calendar-event-unreadable", "item-gone", "item-gone",
    ]  # fmt: skip
    assert [item.title for item in shown(branch, TODAY, LATER)] == ["牙医"]
    assert counts(read(branch, content)) == (0, 0, 0, 1, 12)


def test_what_is_over_is_not_entered(branch: Founded) -> None:
    old = event(DTSTART="20200101T020000Z", DTEND="20200101T030000Z")
    ended = event("RRULE:FREQ=DAILY;COUNT=5", UID="x", DTSTART="20200101T020000Z", DTEND="20200101T030000Z")
    running = event("RRULE:FREQ=YEARLY", UID="y", DTSTART="20200101T020000Z", DTEND="20200101T030000Z")
    result = read(branch, calendar(old, ended, running))
    assert (result.past, result.created, result.refused) == (2, 1, ())


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "calendar-no-file"),
        (b"\x00" * 1000, "calendar-no-file"),
        ("姓名,电话\r\n张三,138".encode(), "calendar-no-file"),
        (b"\xff\xfe\x00", "calendar-encoding"),
        (b"BEGIN:VCALENDAR\r\n\xff\xff\x80END:VCALENDAR", "calendar-encoding"),
        (b"BEGIN:VCALENDAR\r\n" * 20, "calendar-no-file"),
        (b"BEGIN:VCALENDAR\r\n" + b"X" * (21 * 1024 * 1024), "calendar-too-large"),
        (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 50_001, "calendar-too-many"),
    ],
)
def test_what_is_no_calendar_is_refused_with_a_sentence(branch: Founded, content: bytes, code: str) -> None:
    with pytest.raises(UserError, match=code):
        read(branch, content)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_files_of_all_makers_are_read(branch: Founded, codec: str, end: str) -> None:
    text = calendar(event(SUMMARY="季度\r\n 培训\\, 早\\;上\\n第二行"))
    assert counts(read(branch, text.replace("\r\n", end).encode(codec))) == (1, 0, 0, 0, 0)
    assert shown(branch, TODAY, LATER)[0].title == "季度培训, 早;上 第二行"


def test_a_fold_between_the_bytes_of_one_character_is_healed(branch: Founded) -> None:
    raw = calendar(event(SUMMARY="培训会议")).encode()
    at = raw.index("训".encode()) + 1
    assert counts(read(branch, raw[:at] + b"\r\n " + raw[at:])) == (1, 0, 0, 0, 0)
    assert shown(branch, TODAY, LATER)[0].title == "培训会议"


def test_ten_thousand_events_are_asked_about_first(branch: Founded) -> None:
    with branch.change() as work:
        from app.lists import write_setting

        write_setting(work, "followup-flood", 20)
    content = calendar(*(event(UID=f"u{number}") for number in range(21)))
    with pytest.raises(UserError, match="calendar-floods") as refused:
        read(branch, content)
    assert refused.value.facts == {"count": 21, "most": 20}
    assert read(branch, content, anyway=True).created == 21


def test_an_event_without_a_uid_is_the_same_the_next_time(branch: Founded) -> None:
    content = calendar(event(UID=""))
    assert counts(read(branch, content)) == (1, 0, 0, 0, 0)
    assert counts(read(branch, content.replace("END:VEVENT", "DTSTAMP:20261111T000000Z\r\nEND:VEVENT"))) == (
        0,
        0,
        0,
        1,
        0,
    )


def test_floating_times_and_unknown_zones_with_one_offset(branch: Founded) -> None:
    zone = (
        "BEGIN:VTIMEZONE\r\nTZID:我的时区\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0800\r\n"
        "TZOFFSETTO:+0800\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )
    told = {"DTSTART;TZID=我的时区": "20261125T090000", "DTSTART": "", "DTEND": ""}
    assert counts(read(branch, HEAD + zone + event(**told) + "END:VCALENDAR")) == (1, 0, 0, 0, 0)
    floating = event(UID="z", DTSTART="20261126T090000", DTEND="20261126T100000")
    assert counts(read(branch, calendar(floating))) == (1, 0, 0, 0, 0)
    one, two = shown(branch, TODAY, LATER)
    assert one.starts_at == datetime(2026, 11, 25, 1, tzinfo=UTC)
    assert two.starts_at is not None
    assert two.starts_at.astimezone().replace(tzinfo=None) == datetime(2026, 11, 26, 9)  # noqa: DTZ001


@pytest.mark.parametrize("zone", ["Asia", "A" * 5_000, "../../etc/passwd"])
def test_a_zone_that_names_a_folder_costs_its_event_and_not_the_file(branch: Founded, zone: str) -> None:
    odd = event(f"DTSTART;TZID={zone}:20270105T100000", UID="odd@x", DTSTART="", DTEND="")
    good = event(UID="good\0@x", SUMMARY="会\0议")
    result = read(branch, calendar(odd, good))
    assert counts(result) == (1, 0, 0, 0, 1)
    assert codes(result) == ["calendar-event-unreadable"]
