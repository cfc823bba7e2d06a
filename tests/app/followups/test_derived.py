"""What the rules ask for, by cards, needs, services and the rows that stand for steps."""

from __future__ import annotations

from datetime import date, timedelta

from app.followups.derived import count_steps, due_steps, steps_between, steps_of
from app.followups.records import Scope
from db.models.followups import RuleBasis
from tests.builders import followups as make
from tests.builders.databases import Founded

EVERYBODY = Scope()


def test_a_class_asks_again_after_its_cycle(branch: Founded) -> None:
    with branch.change() as work:
        make.clear_rules(work)
        rule_id = make.rule(work, RuleBasis.CLASS, 30, code="key")
        met = work.now() - timedelta(days=40)
        key = make.customer(work, "张三", class_code="key", last_contact_at=met)
        make.customer(work, "李四", class_code="general", last_contact_at=met)
    with branch.read() as work:
        due = work.today() - timedelta(days=10)
        found = due_steps(work, EVERYBODY, work.today())
        assert [(item.customer_id, item.key.rule_id, item.due_on) for item in found] == [(key, rule_id, due)]
        assert found[0].customer_name == "张三"
        assert found[0].is_overdue
        assert count_steps(work, EVERYBODY, None, work.today()) == 1
        assert count_steps(work, EVERYBODY, due, work.today()) == {due: 1}
        assert [item.customer_id for item in steps_of(work, key)] == [key]
        assert steps_between(work, EVERYBODY, date(2000, 1, 1), due - timedelta(days=1)) == []
