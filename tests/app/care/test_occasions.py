"""Who is to be thought of on which day, in both calendars, found by index and never kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from app.care.acts import skip
from app.care.allowed import WhyNot
from app.care.facts import About
from app.care.festivals import FestivalDraft, read_festivals, save_festival
from app.care.finding import _customers, _due, _people
from app.care.gifts import GiftDraft, give_gifts
from app.care.lines import abouts, read_lines
from app.care.occasions import care_groups, occasions, people_of
from app.care.records import CareKey
from app.care.services import refresh_due_of_many
from app.customers.consents import record_consent
from app.customers.editing import add_row
from app.customers.fields import Part
from app.followups.records import Scope
from app.registration.walkin import WalkIn, register
from db.base import new_key
from db.models.access import Permission
from db.models.care import CareHow, Occasion
from db.models.customers import BirthCalendar, ConsentPurpose, CustomerKind, LeapPolicy
from tests.builders.caring import TODAY, about, birthday_key, friend, set_day
from tests.builders.databases import Founded

ALL = Scope()


def names(branch: Founded, first: date, last: date | None = None) -> list[str]:
    with branch.read() as work:
        found = occasions(work, ALL, first, last or first)
    return [item.name for item in found if item.key.occasion is Occasion.BIRTHDAY]


def unpacked(packed: bytes) -> list[UUID]:
    return [UUID(bytes=packed[at : at + 16]) for at in range(0, len(packed), 16)]


@pytest.mark.parametrize(
    ("birth", "policy", "days"),
    [
        ("1990-11-23", None, ["2026-11-23", "2027-11-23"]),
        ("11-23", None, ["2026-11-23", "2027-11-23"]),
        ("2000-02-29", None, ["2026-02-28", "2027-02-28", "2028-02-29"]),
        ("农历1990年闰五月初一", LeapPolicy.BOTH, ["2026-06-15", "2028-05-24", "2028-06-23"]),
        ("农历1990年闰五月初一", LeapPolicy.LEAP, ["2028-06-23"]),
        ("农历1996年腊月三十", None, ["2027-02-05", "2028-01-25"]),
    ],
)
def test_birthdays_of_both_calendars_come_on_their_days(
    branch: Founded, birth: str, policy: LeapPolicy | None, days: list[str]
) -> None:
    friend(branch, birth=birth, birth_leap_policy=policy)
    for told in days:
        day = date.fromisoformat(told)
        assert names(branch, day) == ["张三"], told
        assert names(branch, day - timedelta(days=1)) == []
        assert names(branch, day + timedelta(days=1)) == []


def test_a_line_says_age_lunar_day_and_firm(branch: Founded) -> None:
    set_day(branch)
    solar = friend(branch, birth="1990-11-23")
    lunar = friend(branch, "李四", "13900139000", birth="农历1986年十月十五")
    with branch.read() as work:
        first, second = read_lines(work, birthday_key(), [solar, lunar])
    assert (first.age, first.lunar) == (36, "")
    assert (second.age, second.lunar) == (40, "十月十五")


def test_contact_people_have_birthdays_too(branch: Founded) -> None:
    set_day(branch)
    with branch.change() as work:
        firm = register(
            work,
            WalkIn(name="成都某某商贸有限公司", phone="02885001234", kind=CustomerKind.COMPANY),
            anyway=True,
        ).customer_id
        record_consent(work, firm, ConsentPurpose.MARKETING, given=True)
        person, _ = add_row(work, firm, Part.PERSON, {"name": "王强", "birth": "1980-11-23"})
    with branch.read() as work:
        (item,) = [one for one in occasions(work, ALL, TODAY, TODAY) if one.person_id]
        (line,) = read_lines(work, birthday_key(), [person])
    assert (item.customer_id, item.person_id, item.name, item.firm) == (
        firm,
        person,
        "王强",
        "成都某某商贸有限公司",
    )
    assert (line.name, line.firm, line.about.recipient.customer_id) == ("王强", "成都某某商贸有限公司", firm)


def test_whoever_may_not_be_greeted_is_on_no_list_of_the_day_and_named_with_the_reason(
    branch: Founded,
) -> None:
    set_day(branch)
    good = friend(branch, "甲", birth="1990-11-23")
    stop = friend(branch, "乙", "13900139000", birth="1990-11-23", do_not_contact=True)
    silent = friend(branch, "丙", "13700137000", birth="1990-11-23", agreed=())
    assert names(branch, TODAY) == ["甲"]
    with branch.read() as work:
        people = people_of(work, ALL, birthday_key())
    assert unpacked(people.ready) == [good]
    assert sorted(unpacked(people.refused)) == sorted([stop, silent])
    assert dict(people.why) == {WhyNot.DO_NOT_CONTACT: 1, WhyNot.NO_CONSENT: 1}


@pytest.mark.parametrize("counted_most", [2_000, 0])
def test_a_day_of_nobody_who_may_be_greeted_names_nobody(
    branch: Founded, counted_most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.care.occasions.COUNTED_MOST", counted_most)
    set_day(branch)
    friend(branch, "乙", birth="1990-11-23", do_not_contact=True)
    friend(branch, "丙", "13700137000", birth="2015-11-23")
    with branch.read() as work:
        found = [one.names for one in care_groups(work, ALL, TODAY, TODAY) if one.key == birthday_key()]
    assert found == [()]


def test_what_was_done_or_passed_over_is_asked_for_no_more(branch: Founded) -> None:
    set_day(branch)
    first, second = friend(branch, "甲", birth="11-23"), friend(branch, "乙", "13900139000", birth="11-23")
    with branch.change() as work:
        give_gifts(work, birthday_key(), [about(first)], GiftDraft(item="茶叶"))
        skip(work, birthday_key(), [about(second)], reason="出国")
    assert names(branch, TODAY) == []
    with branch.read() as work:
        people = people_of(work, ALL, birthday_key())
        assert sorted(unpacked(people.done)) == sorted([first, second])
        (group,) = [one for one in care_groups(work, ALL, TODAY, TODAY) if one.key == birthday_key()]
        assert (group.count, group.done) == (2, 2)
        lines = read_lines(work, birthday_key(), [first, second])
    assert [line.done_how for line in lines] == [CareHow.GIFT, CareHow.SKIPPED]
    assert names(branch, TODAY.replace(year=2027)) == ["乙", "甲"]


def test_last_years_gift_stands_beside(branch: Founded) -> None:
    set_day(branch, TODAY.replace(year=2025))
    who = friend(branch, birth="11-23")
    with branch.change() as work:
        give_gifts(work, birthday_key(TODAY.replace(year=2025)), [about(who)], GiftDraft(item="茶叶"))
    set_day(branch)
    with branch.read() as work:
        (line,) = read_lines(work, birthday_key(), [who])
    assert line.last_time is not None
    assert (line.last_time.what, line.last_time.on) == ("茶叶", date(2025, 11, 23))
    assert line.done_how is None


def test_a_festival_is_one_line_with_a_count_and_opens_its_customers(branch: Founded) -> None:
    set_day(branch, date(2026, 9, 23))
    key_customer = friend(branch, class_code="key")
    friend(branch, "李四", "13900139000", class_code="general")
    with branch.read() as work:
        (item,) = [one for one in occasions(work, ALL, date(2026, 9, 23), date(2026, 9, 23)) if one.title_zh]
        assert (item.title_zh, item.on, item.count) == ("中秋节", date(2026, 9, 25), 2)
        people = people_of(work, ALL, item.key)
        assert len(unpacked(people.ready)) == 2
        assert key_customer in unpacked(people.ready)


def test_a_festival_of_a_class_concerns_nobody_else(branch: Founded) -> None:
    set_day(branch, date(2026, 9, 23))
    friend(branch, class_code="key")
    friend(branch, "李四", "13900139000", class_code="general")
    with branch.change() as work:
        known = next(one for one in read_festivals(work) if one.code == "mid-autumn")
        draft = FestivalDraft(
            name_zh="中秋节", name_en="", calendar=known.calendar, month=8, day=15, class_code="key"
        )
        save_festival(work, known.id, draft)
    with branch.read() as work:
        (item,) = [one for one in occasions(work, ALL, date(2026, 9, 25), date(2026, 9, 25)) if one.title_zh]
    assert item.count == 1


def test_cars_due_soon_and_overdue_stand_under_today(branch: Founded) -> None:
    set_day(branch)
    soon = friend(branch, "甲", car={"model": "速腾", "bought_on": "2026-06-01"})
    late = friend(branch, "乙", "13900139000", car={"model": "帕萨特", "bought_on": "2025-01-01"})
    friend(branch, "丙", "13700137000", car={"model": "朗逸", "bought_on": "2026-11-01"})
    with branch.change() as work:
        refresh_due_of_many(work)
    with branch.read() as work:
        items = [one for one in occasions(work, ALL, TODAY, TODAY) if one.vehicle_id]
        assert [(one.name, one.on) for one in items] == [("乙", date(2025, 7, 1)), ("甲", date(2026, 12, 1))]
        (group,) = [
            one for one in care_groups(work, ALL, TODAY, TODAY) if one.key.occasion is Occasion.MAINTENANCE
        ]
        assert (group.count, group.done) == (2, 0)
        people = people_of(work, ALL, group.key)
        lines = read_lines(work, group.key, unpacked(people.ready))
        assert [line.car for line in lines] == ["帕萨特", "速腾"]
        assert [line.about.recipient.customer_id for line in lines] == [late, soon]
    with branch.change() as work:
        (one,) = abouts(work, group.key, unpacked(people.ready)[:1]).values()
        skip(work, group.key, [one], reason="已卖车")
    set_day(branch, TODAY + timedelta(days=1))
    with branch.read() as work:
        items = [one for one in occasions(work, ALL, TODAY, TODAY + timedelta(days=1)) if one.vehicle_id]
        assert [one.name for one in items] == ["甲"]


def test_a_person_sees_the_own_customers_and_nobodys(branch: Founded) -> None:
    set_day(branch)
    friend(branch, "我的", birth="11-23")
    friend(branch, "别人的", "13900139000", birth="11-23", owner_id=new_key())
    friend(branch, "没人的", "13700137000", birth="11-23", owner_id=None)
    friend(
        branch,
        "第二",
        "13600136000",
        birth="11-23",
        owner_id=new_key(),
        second_owner_id=branch.actor.account_id,
    )
    clerk = replace(
        branch.actor_with(Permission.PLAN_FOLLOWUPS, Permission.READ_CARD), account_id=branch.actor.account_id
    )
    with branch.store.read(clerk) as work:
        assert {item.name for item in occasions(work, ALL, TODAY, TODAY)} == {"我的", "没人的", "第二"}
        only = Scope(person=clerk.account_id, unassigned=False)
        assert {item.name for item in occasions(work, only, TODAY, TODAY)} == {"我的", "第二"}
    assert len(names(branch, TODAY)) == 4


def test_an_occasion_of_long_lists_is_judged_as_messages_are_made(
    branch: Founded, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.care.occasions.JUDGED_MOST", 1)
    set_day(branch, date(2026, 9, 25))
    friend(branch, "甲", do_not_contact=True)
    friend(branch, "乙", "13900139000")
    key = CareKey(occasion=Occasion.FESTIVAL, on=date(2026, 9, 25), code="mid-autumn")
    with branch.read() as work:
        people = people_of(work, ALL, key)
    assert (len(unpacked(people.ready)), people.is_judged) == (2, False)


def test_about_of_a_stranger_is_nobody(branch: Founded) -> None:
    set_day(branch)
    with branch.read() as work:
        gone = new_key()
        assert read_lines(work, birthday_key(), [gone]) == []
        assert abouts(work, birthday_key(), [gone]) == {gone: About(recipient=about(gone).recipient)}


def test_birthdays_and_cars_are_found_by_index(branch: Founded) -> None:
    """A million cards are not looked through for the birthdays of a week."""
    if not branch.store.database.is_local:
        pytest.skip("the small tables of a test are read whole by PostgreSQL")
    with branch.read() as work:
        queries = [
            _customers(work, ALL, BirthCalendar.LUNAR, frozenset({(10, 15), (10, 30), (11, 1)})),
            _people(work, ALL, BirthCalendar.SOLAR, frozenset({(11, 23), (11, 24)})),
            _due(work, ALL, None, TODAY),
        ]
        plans = []
        for query in queries:
            told = query.compile(work.session.connection(), compile_kwargs={"literal_binds": True})
            rows = work.session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {told}")
            plans.append(" ".join(str(row[-1]) for row in rows))
    assert "ix_customer_branch_birthday" in plans[0]
    assert "ix_contact_person_branch_birthday" in plans[1]
    assert "ix_vehicle_branch_service_due" in plans[2]
    assert not [plan for plan in plans if "SCAN" in plan]
