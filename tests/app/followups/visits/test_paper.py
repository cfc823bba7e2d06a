"""What the visit form and the telephone log are told of cards, visits and calls."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from app.customers.log import NewEntry, log_contact, withdraw_entry
from app.errors import UserError
from app.followups.phone_log import Calls, blank_phone_log, read_phone_log
from app.followups.visits.paper import unplanned_entry, visit_entry
from app.followups.visits.sheets import next_visit
from db.models.customers import ContactWay, CustomerKind
from tests.builders.cards import walk_in
from tests.builders.databases import Founded
from tests.builders.visits import colleague, entered, in_hours, planned


def test_a_form_tells_customer_plan_last_contacts_and_open_needs(branch: Founded) -> None:
    card = walk_in(
        branch, "锦绣汽贸有限公司", "02885551234", kind=CustomerKind.COMPANY,
        card={"class_code": "key", "address": "人民南路1号"},
        need={"product": "凌云", "budget_max": Decimal(220000), "competitor": "途观L", "intent_level": "A"},
        person={"name": "仇䶮", "post": "采购"},
    )  # fmt: skip
    at = in_hours(30)
    key = planned(branch, card.customer_id, points="带样本", starts_at=at, place="三楼", minutes=45)
    with branch.change() as work:
        log_contact(
            work, card.customer_id, NewEntry(way=ContactWay.CALL, matter="约时间", next_step="发报价")
        )
        log_contact(work, card.customer_id, NewEntry(way=ContactWay.NOTE, matter="内部备忘"))
    with branch.read() as work:
        entry = visit_entry(work, key, "CDAV00001", "zh")
    assert (entry.customer_name, entry.customer_number, entry.contact_name) == (
        "锦绣汽贸有限公司",
        card.number,
        "仇䶮（采购）",
    )
    assert entry.class_text == "重点客户 · A 1个月内"
    assert entry.open_needs == ("凌云，预算 ≤ 220,000 元，对比 途观L",)
    assert (entry.planned_on, entry.planned_at, entry.minutes) == (
        at.astimezone().date(),
        f"{at.astimezone():%H:%M}",
        45,
    )
    assert (entry.aim, entry.points, entry.place, entry.representative) == (
        "了解换车打算",
        "带样本",
        "三楼",
        "王芳",
    )
    assert entry.last_contacts[0].endswith("电话 王芳：约时间；下一步：发报价")
    assert not any("内部备忘" in line for line in entry.last_contacts)
    assert (entry.needs, entry.started_at) == ("", None)


def test_an_entered_visit_prints_its_answers_but_not_itself_as_the_last_contact(branch: Founded) -> None:
    key = planned(branch, walk_in(branch).customer_id)
    begun = in_hours(-2)
    entered(branch, key, started_at=begun)
    entered(branch, key, started_at=begun, needs="七座")
    with branch.read() as work:
        entry = visit_entry(work, key, "1", "en")
    assert (entry.needs, entry.started_at) == ("七座", begun.astimezone())
    assert [line for line in entry.last_contacts if "Visit" in line] == []


def test_the_next_visit_of_a_customer_is_the_earliest_open_one(branch: Founded) -> None:
    card = walk_in(branch)
    with branch.read() as work:
        assert next_visit(work, card.customer_id) is None
        entry = unplanned_entry(work, card.customer_id, "1", "zh")
    assert (entry.customer_name, entry.phone, entry.aim) == ("张三", "138 0013 8000", "")
    later = planned(branch, card.customer_id, on=in_hours(24 * 9).date())
    sooner = planned(branch, card.customer_id)
    with branch.read() as work:
        assert next_visit(work, card.customer_id) == sooner
    entered(branch, sooner)
    with branch.read() as work:
        assert next_visit(work, card.customer_id) == later


def _called(branch: Founded, customer_id: object, matter: str, **given: object) -> object:
    with branch.change() as work:
        entry = NewEntry(way=ContactWay.CALL, matter=matter, **given)  # type: ignore[arg-type]
        return log_contact(work, customer_id, entry)  # type: ignore[arg-type]


def test_the_log_of_a_day_holds_its_calls_and_no_other_contact(branch: Founded) -> None:
    card = walk_in(branch)
    today = in_hours(0)
    yesterday = today - timedelta(days=1)
    first = _called(branch, card.customer_id, "今天", happened_at=today)
    _called(branch, card.customer_id, "更正", happened_at=today, replaces_id=first)
    _called(branch, card.customer_id, "昨天", happened_at=yesterday)
    gone = _called(branch, card.customer_id, "误记", happened_at=today)
    with branch.change() as work:
        withdraw_entry(work, gone)  # type: ignore[arg-type]
    day = today.astimezone().date()
    with branch.read() as work:
        log = read_phone_log(work, Calls(first=day, last=day), "zh")
        both = read_phone_log(work, Calls(first=day - timedelta(days=1), last=day), "zh")
    assert [(call.matter, call.phone, call.by) for call in log.calls] == [("更正", "138 0013 8000", "王芳")]
    assert [call.matter for call in both.calls] == ["昨天", "更正"]
    assert log.about == (("日期", day.isoformat()),)


def test_the_log_of_a_person_and_of_a_customer(branch: Founded) -> None:
    card, other = walk_in(branch), walk_in(branch, "李四", "13900139000")
    clerk = colleague(branch)
    _called(branch, card.customer_id, "甲")
    with branch.change(clerk) as work:
        log_contact(work, other.customer_id, NewEntry(way=ContactWay.CALL, matter="乙"))
    with branch.read() as work:
        hers = read_phone_log(work, Calls(person=clerk.account_id), "zh")
        of_card = read_phone_log(work, Calls(customer_id=card.customer_id), "en")
    assert ([call.matter for call in hers.calls], hers.about) == (["乙"], (("记录人", "李静"),))
    assert [call.matter for call in of_card.calls] == ["甲"]


@pytest.mark.parametrize("sheets", [0, 101])
def test_blank_sheets_have_a_limit(branch: Founded, sheets: int) -> None:
    with pytest.raises(UserError, match="sheets-out-of-range"), branch.read() as work:
        blank_phone_log(work, sheets)
