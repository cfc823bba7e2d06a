"""The contact report of a period out of the log, and the periods people name."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.customers.log import NewEntry, log_contact
from app.errors import UserError
from app.followups.contact_paper import period_days, quarter_of, read_contact_report
from db.models.customers import ContactWay, Customer
from tests.builders.cards import walk_in
from tests.builders.databases import Founded
from tests.builders.visits import colleague


def test_each_owner_has_ones_own_last_contact_and_breaches_come_first(branch: Founded) -> None:
    good = walk_in(branch, "张三", card={"class_code": "key"})
    alone = walk_in(branch, "李四", "13900139000", card={"class_code": "key"})
    walk_in(branch, "王五", "13900139001")
    second = colleague(branch)
    with branch.change() as work:
        work.get(Customer, good.customer_id).second_owner_id = second.account_id
    with branch.change(second) as work:
        log_contact(work, good.customer_id, NewEntry(way=ContactWay.CALL, matter="回访"))
    today = date.today()  # noqa: DTZ011 (the shop's own wall clock)
    with branch.read() as work:
        report = read_contact_report(work, today - timedelta(days=1), today, "zh")
    assert [(line.number, line.is_breach) for line in report.lines] == [
        (alone.number, True),
        (good.number, False),
    ]
    line = report.lines[1]
    assert (line.first, line.second, line.second_on, line.by_second) == ("王芳", "李静", today, 1)
    assert (line.class_text, report.lines[0].second, report.lines[0].second_on) == ("重点客户", "", None)


def test_a_period_that_ends_before_it_begins_is_refused(branch: Founded) -> None:
    with pytest.raises(UserError, match="period-reversed"), branch.read() as work:
        read_contact_report(work, date(2026, 2, 1), date(2026, 1, 1), "zh")


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("2026", (date(2026, 1, 1), date(2026, 12, 31))),
        ("2026Q1", (date(2026, 1, 1), date(2026, 3, 31))),
        ("2028q1", (date(2028, 1, 1), date(2028, 3, 31))),
        ("2026Q4", (date(2026, 10, 1), date(2026, 12, 31))),
        ("2028-02", (date(2028, 2, 1), date(2028, 2, 29))),
        (" 2026-9 ", (date(2026, 9, 1), date(2026, 9, 30))),
    ],
)
def test_periods_have_their_days(typed: str, days: tuple[date, date]) -> None:
    assert period_days(typed) == days


@pytest.mark.parametrize("typed", ["", "26", "2026Q5", "2026-13", "2026-0", "Q3", "0000", "9999"])
def test_what_is_no_period_is_refused(typed: str) -> None:
    with pytest.raises(UserError, match="period-unclear"):
        period_days(typed)


def test_a_quarter_runs_up_to_the_day() -> None:
    assert quarter_of(date(2026, 11, 23)) == (date(2026, 10, 1), date(2026, 11, 23))
    assert quarter_of(date(2026, 1, 1)) == (date(2026, 1, 1), date(2026, 1, 1))
