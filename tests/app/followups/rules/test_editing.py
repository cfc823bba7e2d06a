"""Rules as rows: what is refused, what an edit would do, and two managers at one rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from app.errors import UserError
from app.followups.records import Scope
from app.followups.rules.defaults import RULE_DEFAULTS
from app.followups.rules.derived import count_steps, due_steps
from app.followups.rules.editing import (
    RuleDraft,
    draft_of,
    preview_rule,
    read_rules,
    remove_rule,
    restore_rule,
    save_rule,
)
from app.lists import change_setting
from app.work import Work
from db.models.access import Branch, Permission
from db.models.customers import ContactWay
from db.models.followups import RuleBasis, RuleOwner, RuleUnit
from tests.builders import followups as make
from tests.builders.databases import Founded

KEY = RuleDraft(name_zh="重点客户", basis=RuleBasis.CLASS, code="key", amount=30, matter_zh="定期联系")


def _keys(work: Work, *days: int) -> list[UUID]:
    """Customers of the class last met so many days ago."""
    make.clear_rules(work)
    make.open_every_day(work)
    return [
        make.customer(work, class_code="key", last_contact_at=work.now() - timedelta(days=ago))
        for ago in days
    ]


def test_a_new_branch_has_the_shipped_rules(branch: Founded) -> None:
    with branch.read() as work:
        rules = read_rules(work)
    assert [rule.name_zh for rule in rules] == [default.name_zh for default in RULE_DEFAULTS]
    assert all(rule.active and rule.is_shared and rule.points for rule in rules)


def test_every_shipped_rule_passes_the_checks(branch: Founded) -> None:
    with branch.change() as work:
        for rule in read_rules(work):
            assert save_rule(work, draft_of(rule)) == rule.id


def test_a_saved_rule_reads_back_mended(branch: Founded) -> None:
    with branch.change() as work:
        make.clear_rules(work)
        key = save_rule(work, replace(KEY, name_zh=" 重点　客户 ", points="一\r\n二 "))
        (rule,) = read_rules(work)
    assert (rule.id, rule.name_zh, rule.name_en, rule.points) == (key, "重点 客户", "重点 客户", "一\n二")
    assert not rule.is_shared


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("rule-name-empty", {"name_zh": " "}),
        ("rule-matter-empty", {"matter_zh": ""}),
        ("text-too-long", {"name_zh": "名" * 501}),
        ("rule-way-no-contact", {"way": ContactWay.NOTE}),
        ("rule-amount-wrong", {"amount": 0}),
        ("rule-amount-wrong", {"amount": -3}),
        ("rule-too-far", {"amount": 3_661}),
        ("rule-too-far", {"amount": 121, "unit": RuleUnit.MONTHS}),
        ("rule-cycle-too-short", {"amount": 11, "unit": RuleUnit.HOURS}),
        ("rule-hours-of-day", {"basis": RuleBasis.SERVICE, "unit": RuleUnit.HOURS}),
        ("rule-hours-of-day", {"basis": RuleBasis.EXPECTED, "code": None, "unit": RuleUnit.HOURS}),
        ("rule-code-unknown", {"code": "no-such"}),
        ("rule-code-unknown", {"basis": RuleBasis.INTENT, "code": "key"}),
        ("rule-event-empty", {"basis": RuleBasis.EVENT, "code": " "}),
        ("text-too-long", {"basis": RuleBasis.EVENT, "code": "车" * 2_001}),
        ("rule-other-no-service", {"owner": RuleOwner.OTHER}),
        ("row-gone", {"id": UUID(int=5)}),
    ],
)
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_rule_that_cannot_be_is_refused(branch: Founded, code: str, given: dict[str, Any]) -> None:
    for do in (save_rule, preview_rule):
        with pytest.raises(UserError) as refused, branch.change() as work:
            do(work, replace(KEY, **given))
        assert refused.value.code == code


def test_a_preview_tells_what_an_edit_does_and_writes_nothing(branch: Founded) -> None:
    with branch.change() as work:
        old = _keys(work, 100, 50, 35, 10)
        assert preview_rule(work, KEY).now_due == 3
        key = save_rule(work, KEY)
        rule = draft_of(read_rules(work)[0])
        shorter = preview_rule(work, replace(rule, amount=7))
        assert (shorter.now_due, shorter.no_longer, shorter.customers) == (1, 0, 4)
        assert [item.customer_id for item in shorter.examples] == [old[3]]
        longer = preview_rule(work, replace(rule, amount=45))
        assert (longer.now_due, longer.no_longer, longer.due_soon) == (0, 1, 1)
        other = preview_rule(work, replace(rule, code="general"))
        assert (other.now_due, other.no_longer, other.customers) == (0, 3, 0)
        assert preview_rule(work, replace(rule, active=False)).no_longer == 3
        assert read_rules(work)[0].amount == 30
        assert count_steps(work, Scope(), None, work.today()) == 3
        assert key == rule.id


def test_a_level_takes_its_customers_from_the_class(branch: Founded) -> None:
    with branch.change() as work:
        first, _second = _keys(work, 40, 40)
        make.need(work, first, "H")
        save_rule(work, KEY)
        hot = replace(KEY, basis=RuleBasis.INTENT, code="H", amount=60)
        effect = preview_rule(work, hot)
        assert (effect.now_due, effect.no_longer, effect.due_soon) == (0, 1, 1)


def test_a_flood_is_asked_about_first(branch: Founded) -> None:
    with branch.change() as work:
        change_setting(work, "followup-flood", 2)
        _keys(work, 100, 100, 100)
        with pytest.raises(UserError) as refused:
            save_rule(work, KEY)
        assert (refused.value.code, refused.value.facts) == ("rule-floods", {"due": 3, "most": 2})
        assert read_rules(work) == ()
        save_rule(work, KEY, anyway=True)
        again = draft_of(read_rules(work)[0])
        save_rule(work, replace(again, matter_zh="换个说法"))
        assert count_steps(work, Scope(), None, work.today()) == 3


def test_of_two_managers_the_second_is_told(branch: Founded) -> None:
    with branch.change() as work:
        make.clear_rules(work)
        save_rule(work, KEY)
    with branch.read() as work:
        seen = draft_of(read_rules(work)[0])
    with branch.change() as work:
        save_rule(work, replace(seen, amount=20))
    with pytest.raises(UserError, match="rule-changed"), branch.change() as work:
        save_rule(work, replace(seen, amount=60))
    with branch.read() as work:
        assert read_rules(work)[0].amount == 20


def test_a_removed_rule_asks_nothing_until_it_is_restored(branch: Founded) -> None:
    with branch.change() as work:
        _keys(work, 40)
        key = save_rule(work, KEY)
        remove_rule(work, key)
        assert due_steps(work, Scope(), work.today()) == []
        with pytest.raises(UserError, match="row-gone"):
            save_rule(work, replace(KEY, id=key))
        restore_rule(work, key)
        assert len(due_steps(work, Scope(), work.today())) == 1


def test_a_rule_that_asks_once_begins_the_day_it_is_made_active(branch: Founded) -> None:
    once = RuleDraft(name_zh="首次", basis=RuleBasis.NEW, amount=1, matter_zh="致谢")
    with branch.change() as work:
        make.clear_rules(work)
        make.open_every_day(work)
        old = make.customer(work, created_at=work.now() - timedelta(days=9))
        save_rule(work, once)
        rule = draft_of(read_rules(work)[0])
        assert rule.since == work.today()
        assert due_steps(work, Scope(), work.today()) == []
        save_rule(work, replace(rule, since=work.today() - timedelta(days=10)))
        assert [item.customer_id for item in due_steps(work, Scope(), work.today())] == [old]


def test_a_rule_of_all_branches_is_headquarters_to_change(branch: Founded) -> None:
    manager = branch.actor_with(Permission.EDIT_RULES, Permission.PLAN_FOLLOWUPS)
    with branch.read() as work:
        shared = draft_of(read_rules(work)[0])
    with branch.change(manager) as work:
        save_rule(work, shared)
    with branch.change() as work:
        work.session.add(Branch(code="ZZ", name="二店"))
        rule = read_rules(work)[0]
    with pytest.raises(UserError, match="all-branches-needed"), branch.change(manager) as work:
        save_rule(work, draft_of(rule))
    with pytest.raises(UserError, match="all-branches-needed"), branch.change(manager) as work:
        remove_rule(work, rule.id)
    with branch.change(manager) as work:
        save_rule(work, KEY)
