"""The file for phones, read by a plain reader of our own that knows nothing of the library that wrote it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.errors import UserError
from app.followups.dates.calendar_files import calendar_file
from app.followups.dates.rescheduling import cancel_occurrence, move_occurrence
from app.followups.records import Scope
from db.models.access import Permission
from db.models.customers import Customer
from db.models.followups import FollowUpRule
from tests.builders.appointments import WEEKLY, meeting
from tests.builders.cards import walk_in
from tests.builders.databases import Founded
from tests.builders.plans import SetClock, plan
from tests.builders.visits import colleague, planned

NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)
TODAY = NOW.astimezone().date()
DAY = timedelta(days=1)
LAST = date(2027, 1, 31)
Line = tuple[str, str]


@pytest.fixture(autouse=True)
def clock(branch: Founded) -> SetClock:
    made = SetClock(NOW)
    branch.store.clock = made
    with branch.change() as work:
        for rule in work.session.query(FollowUpRule):
            rule.active = False
    return made


def written(branch: Founded, *, with_phones: bool = False) -> bytes:
    with branch.read() as work:
        return calendar_file(work, Scope(), TODAY, LAST, with_phones=with_phones)


def lines_of(content: bytes) -> list[Line]:
    """Unfolded lines as name with parameters, and value without its escapes."""
    assert content.endswith(b"\r\n")
    rows = content[:-2].split(b"\r\n")
    assert all(len(row) <= 75 and b"\n" not in row and b"\r" not in row for row in rows)
    joined: list[bytes] = []
    for row in rows:
        if row.startswith(b" "):
            joined[-1] += row[1:]
        else:
            joined.append(row)
    found = []
    for text in (row.decode("utf-8") for row in joined):
        name, _, value = text.partition(":")
        for escape, sign in (("\\n", "\n"), ("\\,", ","), ("\\;", ";"), ("\\\\", "\\")):
            value = value.replace(escape, sign)
        found.append((name, value))
    return found


def events_of(content: bytes) -> list[list[Line]]:
    """The lines of each VEVENT, those of its alarm among them."""
    events: list[list[Line]] = []
    inside, alarm = False, ""
    for line in lines_of(content):
        if line == ("BEGIN", "VEVENT"):
            inside = True
            events.append([])
        elif line == ("END", "VEVENT"):
            inside = False
        elif inside:
            alarm = {("BEGIN", "VALARM"): "alarm ", ("END", "VALARM"): ""}.get(line, alarm)
            events[-1].append((alarm + line[0], line[1]))
    return events


def test_each_item_is_one_event_with_what_a_calendar_needs(branch: Founded) -> None:
    customer = walk_in(branch, "欧阳修文").customer_id
    plan(branch, customer, TODAY + DAY, matter="回访，问车况; 约试驾, 带资料")
    plan(branch, customer, TODAY + 2 * DAY, starts_at=datetime(2026, 11, 25, 6, 30, tzinfo=UTC), minutes=45)
    planned(branch, customer, on=TODAY + 3 * DAY)
    meeting(branch, datetime(2026, 11, 27, 2, tzinfo=UTC), place="会议室", note="一\n二", kind_code="meeting")
    meeting(branch, NOW, title="请假", all_day=True, first_on=TODAY + 7 * DAY, last_on=TODAY + 8 * DAY)
    content = written(branch)
    lines = lines_of(content)
    assert lines[0] == ("BEGIN", "VCALENDAR")
    assert ("VERSION", "2.0") in lines
    events = [dict(event) for event in events_of(content)]
    assert [event["SUMMARY"] for event in events] == [
        "欧阳修文 回访，问车况; 约试驾, 带资料", "欧阳修文 回访", "欧阳修文 了解换车打算", "销售例会", "请假",
    ]  # fmt: skip
    assert len({event["UID"] for event in events}) == 5
    for event in events:
        assert event["DTSTAMP"] == "20261123T010000Z"
        assert event["SEQUENCE"].isdigit()
        assert event["STATUS"] == "CONFIRMED"
        assert event["alarm ACTION"] == "DISPLAY"
    call, timed, _, conference, leave = events
    assert (call["DTSTART;VALUE=DATE"], call["DTEND;VALUE=DATE"]) == ("20261124", "20261125")
    assert call["CATEGORIES"] == "跟进"
    assert instant(timed, "DTSTART") == datetime(2026, 11, 25, 6, 30, tzinfo=UTC)
    assert instant(timed, "DTEND") == datetime(2026, 11, 25, 7, 15, tzinfo=UTC)
    assert timed["alarm TRIGGER"] == "-PT15M"
    assert (conference["LOCATION"], conference["DESCRIPTION"], conference["CATEGORIES"]) == (
        "会议室",
        "一\n二",
        "会议",
    )
    assert (leave["DTSTART;VALUE=DATE"], leave["DTEND;VALUE=DATE"]) == ("20261130", "20261202")


def instant(event: dict[str, str], name: str) -> datetime:
    """UTC, or the clock of this computer named by TZID."""
    (key,) = [each for each in event if each.partition(";")[0] == name]
    value = event[key]
    if value.endswith("Z"):
        return datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    assert key.startswith(f"{name};TZID=")
    return datetime.strptime(value, "%Y%m%dT%H%M%S").astimezone().astimezone(UTC)


def test_the_uid_of_an_item_stays_and_its_sequence_grows_when_it_moves(branch: Founded) -> None:
    key = meeting(branch, datetime(2026, 11, 24, 2, tzinfo=UTC))
    before = dict(events_of(written(branch))[0])
    with branch.change() as work:
        move_occurrence(work, key, to=TODAY + 2 * DAY, seen=TODAY + DAY)
    after = dict(events_of(written(branch))[0])
    assert after["UID"] == before["UID"]
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])
    assert events_of(written(branch)) == events_of(written(branch))


def test_a_series_goes_out_as_a_series_with_its_zone(branch: Founded) -> None:
    start = datetime(2026, 11, 24, 8, tzinfo=UTC)
    rule = replace(WEEKLY, until=date(2026, 12, 31))
    key = meeting(branch, start, zone="Europe/Berlin", recurrence=rule)
    with branch.change() as work:
        move_occurrence(
            work, replace(key, on=date(2026, 12, 1)), to=date(2026, 12, 2), seen=date(2026, 12, 1)
        )
    with branch.change() as work:
        cancel_occurrence(work, replace(key, on=date(2026, 12, 3)))
    content = written(branch)
    whole, moved = (dict(event) for event in events_of(content))
    assert whole["RRULE"].split(";") == ["FREQ=WEEKLY", "UNTIL=20261231T080000Z", "BYDAY=TU,TH"]
    assert whole["DTSTART;TZID=Europe/Berlin"] == "20261124T090000"
    assert whole["EXDATE;TZID=Europe/Berlin"] == "20261203T090000"
    assert moved["RECURRENCE-ID;TZID=Europe/Berlin"] == "20261201T090000"
    assert moved["DTSTART;TZID=Europe/Berlin"] == "20261202T090000"
    assert moved["UID"] == whole["UID"]
    zone = content[content.index(b"BEGIN:VTIMEZONE") : content.index(b"END:VTIMEZONE")].decode()
    assert "TZID:Europe/Berlin" in zone
    assert "TZOFFSETTO:+0200" in zone


def test_no_phone_number_leaves_the_house_unasked(branch: Founded) -> None:
    plan(branch, walk_in(branch, phone="13800138000").customer_id, TODAY + DAY, points="很在意价格")
    content = written(branch).decode()
    assert "138" not in content.replace(" ", "")
    assert "价格" not in content
    assert "13800138000" in written(branch, with_phones=True).decode().replace(" ", "")
    with (
        pytest.raises(UserError, match="not-allowed"),
        branch.store.read(branch.actor_with(Permission.PLAN_FOLLOWUPS)) as work,
    ):
        calendar_file(work, Scope(), TODAY, LAST, with_phones=True)


def test_the_number_of_who_wants_to_be_left_alone_stays_in_the_house(branch: Founded) -> None:
    customer_id = walk_in(branch, phone="13800138000").customer_id
    plan(branch, customer_id, TODAY + DAY)
    with branch.change() as work:
        work.get(Customer, customer_id).do_not_contact = True
    content = written(branch, with_phones=True).decode()
    assert "BEGIN:VEVENT" in content
    assert "138" not in content.replace(" ", "")


def test_only_what_a_person_may_see_goes_out(branch: Founded) -> None:
    clerk = colleague(branch, "李静", "clerk")
    plan(branch, walk_in(branch).customer_id, TODAY + DAY, owner_id=branch.actor.account_id)
    meeting(branch, datetime(2026, 11, 24, 2, tzinfo=UTC), owner_id=branch.actor.account_id, title="面谈")
    meeting(
        branch,
        datetime(2026, 11, 24, 2, tzinfo=UTC),
        owner_id=clerk.account_id,
        actor=branch.actor,
        title="培训",
    )
    with branch.store.read(clerk) as work:
        mine = calendar_file(work, Scope(person=clerk.account_id), TODAY, LAST)
        assert [dict(event)["SUMMARY"] for event in events_of(mine)] == ["培训"]
        with pytest.raises(UserError, match="not-allowed"):
            calendar_file(work, Scope(person=branch.actor.account_id), TODAY, LAST)


def test_long_chinese_texts_are_folded_between_characters(branch: Founded) -> None:
    title = "季度销售培训与新车型讲解，" * 20
    meeting(branch, datetime(2026, 11, 24, 2, tzinfo=UTC), title=title, note="\\;,：\n" * 50)
    event = dict(events_of(written(branch))[0])
    assert event["SUMMARY"] == title


def test_an_empty_calendar_is_a_calendar(branch: Founded) -> None:
    assert events_of(written(branch)) == []
