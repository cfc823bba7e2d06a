"""What the rules ask for, by cards, needs, services and the rows that stand for steps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from app.errors import UserError
from app.followups.records import Scope
from app.followups.rules.derived import count_steps, due_steps, steps_between, steps_of
from app.work import Work
from db.base import new_key
from db.models.access import Account, Branch, Permission
from db.models.customers import ContactEntry, ContactWay, Customer, Phone, PhoneKind
from db.models.followups import FollowUp, RuleBasis, StepState
from tests.builders import followups as make
from tests.builders.databases import Founded

EVERYBODY = Scope()
ME, OTHER = UUID(int=11), UUID(int=12)


@pytest.fixture
def work(branch: Founded) -> Iterator[Work]:
    """A change with no rules and no closed days."""
    with branch.change() as work:
        make.clear_rules(work)
        make.open_every_day(work)
        yield work


def key(work: Work, days_ago: int = 40, **given: object) -> UUID:
    """A customer of the class, met so many days ago."""
    met = work.now() - timedelta(days=days_ago)
    columns: dict[str, Any] = {"class_code": "key", "last_contact_at": met} | given
    return make.customer(work, **columns)


def due(work: Work, scope: Scope = EVERYBODY) -> set[UUID | None]:
    return {item.customer_id for item in due_steps(work, scope, work.today())}


def test_a_class_asks_again_after_its_cycle(work: Work) -> None:
    rule_id = make.rule(work, RuleBasis.CLASS, 30, code="key")
    found_in = key(work, name="张三")
    key(work, class_code="general")
    day = work.today() - timedelta(days=10)
    found = due_steps(work, EVERYBODY, work.today())
    assert [(item.customer_id, item.key.rule_id, item.due_on) for item in found] == [(found_in, rule_id, day)]
    assert found[0].customer_name == "张三"
    assert found[0].is_overdue
    assert count_steps(work, EVERYBODY, None, work.today()) == 1
    assert count_steps(work, EVERYBODY, day, work.today()) == {day: 1}
    assert [item.customer_id for item in steps_of(work, found_in)] == [found_in]
    assert steps_between(work, EVERYBODY, date(2000, 1, 1), day - timedelta(days=1)) == []


def test_a_line_tells_who_it_is_about(work: Work) -> None:
    make.rule(work, RuleBasis.CLASS, 30, code="key", points="问近况", name_en="Key")
    found_in = key(work, owner_id=work.actor.account_id)
    make.need(work, found_in, "A")
    for shown, main in (("028 1111 1111", False), ("138 0013 8000", True)):
        number = shown.replace(" ", "")
        row = {"customer_id": found_in, "kind": PhoneKind.MOBILE, "number": number, "is_main": main}
        work.session.add(Phone(shown=shown, **row))
    met = work.now() - timedelta(days=3)
    for hours in (0, 1, 24):
        at = met + timedelta(hours=hours)
        row = {"customer_id": found_in, "way": ContactWay.CALL, "happened_at": at, "outcome": "no-answer"}
        work.session.add(ContactEntry(matter="未接", **row))
    work.session.flush()
    (item,) = due_steps(work, EVERYBODY, work.today(), language="en")
    assert (item.title, item.rule_name, item.points) == ("Contact", "Key", "问近况")
    assert (item.phone, item.intent_level, item.class_code) == ("138 0013 8000", "A", "key")
    assert item.owner_name == "王芳"
    assert item.missed_days in (2, 3)


def test_a_planned_step_stands_for_the_derived_one_until_it_is_closed(work: Work) -> None:
    rule_id = make.rule(work, RuleBasis.CLASS, 30, code="key")
    found_in = key(work)
    row = make.step_row(work, found_in, rule_id)
    assert due(work) == set()
    work.get(FollowUp, row).state = StepState.DONE
    work.session.flush()
    assert due(work) == {found_in}


def test_a_skipped_turn_counts_from_the_skip(work: Work) -> None:
    rule_id = make.rule(work, RuleBasis.CLASS, 30, code="key")
    found_in = key(work, 100)
    make.step_row(work, found_in, rule_id, StepState.CANCELLED, closed_at=work.now() - timedelta(days=10))
    assert due(work) == set()
    (item,) = steps_of(work, found_in)
    assert item.due_on == (work.now() - timedelta(days=10)).astimezone().date() + timedelta(days=30)


def test_who_is_not_to_be_contacted_or_gone_is_not_asked_for(work: Work) -> None:
    make.rule(work, RuleBasis.CLASS, 30, code="key")
    key(work, do_not_contact=True)
    merged = key(work)
    work.get(Customer, merged).deleted_at = work.now()
    work.session.flush()
    assert due(work) == set()
    with pytest.raises(UserError, match="row-gone"):
        steps_of(work, merged)


def test_what_a_leaver_owned_is_nobodys(work: Work) -> None:
    make.rule(work, RuleBasis.CLASS, 30, code="key")
    left = Account(id=new_key(), login="left", name="赵离", password_hash="x", closed_at=work.now())
    work.session.add(left)
    work.session.flush()
    found_in = key(work, owner_id=left.id)
    (item,) = due_steps(work, EVERYBODY, work.today())
    assert (item.owner_id, item.owner_name) == (None, "")
    assert due(work, Scope(person=ME)) == {found_in}
    assert due(work, Scope(person=left.id, unassigned=False)) == set()


def test_a_return_call_is_for_somebody_who_did_not_serve(work: Work) -> None:
    make.rule(work, RuleBasis.SERVICE, 3, owner="other")
    served = work.today() - timedelta(days=5)
    by_second, by_other = (
        key(work, 30, owner_id=ME, second_owner_id=OTHER),
        key(work, 30, owner_id=ME, second_owner_id=OTHER),
    )
    make.service(work, by_second, served, served_by=OTHER)
    make.service(work, by_other, served, served_by=ME)
    owners = {item.customer_id: item.owner_id for item in due_steps(work, EVERYBODY, work.today())}
    assert owners == {by_second: None, by_other: OTHER}


def test_a_closed_day_moves_a_step_to_the_next_open_one(work: Work) -> None:
    make.rule(work, RuleBasis.CLASS, 30, code="key")
    key(work, 30)
    today = work.today()
    make.open_every_day(work, today, today + timedelta(days=1))
    assert due(work) == set()
    (item,) = due_steps(work, EVERYBODY, today + timedelta(days=2))
    assert item.due_on == today + timedelta(days=2)


def test_rules_of_another_branch_are_not_asked(work: Work) -> None:
    other = Branch(id=new_key(), code="ZZ", name="二店")
    work.session.add(other)
    work.session.flush()
    make.rule(work, RuleBasis.CLASS, 30, code="key", branch_id=other.id)
    key(work)
    assert due(work) == set()
    make.rule(work, RuleBasis.CLASS, 30, code="key", branch_id=None)
    key(work, branch_id=other.id)
    assert len(due(work)) == 1


def test_without_the_right_to_assign_one_sees_ones_own(branch: Founded) -> None:
    clerk = branch.actor_with(Permission.PLAN_FOLLOWUPS)
    with branch.change() as work:
        make.clear_rules(work)
        make.open_every_day(work)
        make.rule(work, RuleBasis.CLASS, 30, code="key", owner="second")
        mine = key(work, second_owner_id=clerk.account_id)
        nobodys = key(work)
        of_my_customer = key(work, owner_id=clerk.account_id, second_owner_id=OTHER)
        key(work, owner_id=ME, second_owner_id=OTHER)
    with branch.store.read(clerk) as work:
        assert due(work) == {mine, nobodys, of_my_customer}
        assert count_steps(work, EVERYBODY, None, work.today()) == 3
        assert due(work, Scope(person=clerk.account_id)) == {mine, nobodys}
        with pytest.raises(UserError, match="not-allowed"):
            due_steps(work, Scope(person=OTHER), work.today())
        with pytest.raises(UserError, match="not-allowed"):
            count_steps(work, Scope(person=OTHER), None, work.today())
