"""Templates are rows a manager edits; what cannot be filled is refused before it is sent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.care.facts import called
from app.care.services import refresh_due_of_many
from app.care.templates import (
    TemplateDraft,
    preview,
    read_templates,
    remove_template,
    restore_template,
    save_template,
    templates_for,
)
from app.errors import UserError
from db.models.access import Branch, Permission
from db.models.care import Occasion
from db.models.customers import ContactWay, Gender
from tests.builders.caring import about, car_of, friend, set_day, template
from tests.builders.databases import Founded

DRAFT = TemplateDraft(name="问候", way=ContactWay.SMS, occasion=Occasion.BIRTHDAY, body="{称呼}，生日快乐")


def test_every_shipped_template_fills_for_a_customer_with_everything(branch: Founded) -> None:
    set_day(branch)
    with branch.change() as work:
        work.get(Branch, branch.actor.branch_id).phone = "028-85001234"
    who = friend(
        branch,
        "欧阳静",
        car={"model": "速腾", "plate": "川A12345", "bought_on": "2026-06-20"},
        gender=Gender.FEMALE,
    )
    with branch.change() as work:
        refresh_due_of_many(work)
    with branch.read() as work:
        filled = [
            preview(work, known, [about(who, car_of(branch, who))], festival="中秋节")[0]
            for known in read_templates(work)
        ]
    assert [(one.flaw, "{" in one.body) for one in filled] == [(None, False)] * len(filled)
    assert "欧阳女士，您的速腾预计于12月20日到期保养" in next(
        one.body for one in filled if "预计于" in one.body
    )
    assert all(one.parts <= 2 for one in filled)


def test_a_missing_value_is_told_of_this_customer_alone(branch: Founded) -> None:
    with_car = friend(branch, "张三", car={"model": "速腾"})
    without = friend(branch, "李四", "13900139000")
    draft = replace(DRAFT, body="您的{车型}")
    with branch.read() as work:
        good, bad = preview(work, draft, [about(with_car), about(without)])
    assert (good.body, good.flaw) == ("您的速腾", None)
    assert bad.flaw is not None
    assert (bad.flaw.code, bad.flaw.facts["place"]) == ("template-value-missing", "车型")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"name": " "}, "template-name-empty"),
        ({"body": "\n \n"}, "template-body-empty"),
        ({"body": "{您}好"}, "template-place-unknown"),
        ({"body": "好" * 202}, "sms-too-long"),
        ({"way": ContactWay.EMAIL}, "template-subject-empty"),
        ({"way": ContactWay.EMAIL, "subject": "{谁}"}, "template-place-unknown"),
        ({"way": ContactWay.CALL}, "template-way-wrong"),
        ({"answer_days": 0}, "template-days-wrong"),
        ({"subject": "x" * 201}, "text-too-long"),
    ],
)
def test_a_template_nobody_could_send_is_not_kept(
    branch: Founded, change: dict[str, object], code: str
) -> None:
    with pytest.raises(UserError, match=code), branch.change() as work:
        save_template(work, None, replace(DRAFT, **change))  # type: ignore[arg-type]


def test_a_branch_edits_a_copy_of_the_shared_one_and_can_go_back(branch: Founded) -> None:
    shared = template(branch, "birthday-sms")
    manager = branch.actor_with(Permission.EDIT_TEMPLATES, Permission.READ_CARD)
    with branch.change(manager) as work:
        own = save_template(work, shared, DRAFT)
        assert own != shared
    with branch.read() as work:
        (mine,) = [known for known in read_templates(work) if known.code == "birthday-sms"]
        assert (mine.id, mine.body, mine.is_shared) == (own, DRAFT.body, False)
    with branch.change(manager) as work:
        remove_template(work, own)
        (theirs,) = [known for known in read_templates(work) if known.code == "birthday-sms"]
        assert theirs.id == shared
        with pytest.raises(UserError, match="template-shared"):
            remove_template(work, shared)
        restore_template(work, own)
    with branch.read() as work:
        assert template(branch, "birthday-sms") == own


def test_two_managers_do_not_overwrite_each_other(branch: Founded) -> None:
    set_day(branch)
    with branch.change() as work:
        made = save_template(work, None, DRAFT)
        seen = next(known.changed_at for known in read_templates(work) if known.id == made)
    set_day(branch, hour=5)
    with branch.change() as work:
        save_template(work, made, replace(DRAFT, name="一"), seen=seen)
    with pytest.raises(UserError, match="changed-meanwhile"), branch.change() as work:
        save_template(work, made, replace(DRAFT, name="二"), seen=seen)


def test_those_for_this_very_festival_come_first_and_others_not_at_all(branch: Founded) -> None:
    with branch.read() as work:
        codes = [known.code for known in templates_for(work, Occasion.FESTIVAL, "mid-autumn")]
    assert codes[0] == "mid-autumn-sms"
    assert "spring-festival-sms" not in codes
    assert "festival-sms" in codes


@pytest.mark.parametrize(
    ("name", "gender", "post", "said"),
    [
        ("张伟", Gender.MALE, "", "张先生"),
        ("欧阳静", Gender.FEMALE, "", "欧阳女士"),
        ("王强", None, "经理", "王经理"),
        ("王强", None, "华北区销售总监", "王强"),
        ("张伟", Gender.UNKNOWN, "", "张伟"),
        ("John Smith", Gender.MALE, "", "John Smith"),
        ("成都某某商贸有限公司", None, "", "成都某某商贸有限公司"),
    ],
)
def test_how_people_are_addressed(name: str, gender: Gender | None, post: str, said: str) -> None:
    assert called(name, gender, post) == said
