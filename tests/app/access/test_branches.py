"""The letterhead of a branch."""

from __future__ import annotations

import pytest

from app.access.branches import edit_branch, read_branch
from app.errors import UserError
from app.registration.paper import letterhead
from app.states import Permission
from tests.builders.databases import Founded

GIVEN = {
    "name": "成都天府店",
    "company": "四川天府汽车有限公司",
    "address": "成都市武侯区人民南路四段1号",
    "phone": "028 8555 1234",
    "privacy_contact": "李娜 privacy@example.cn",
}


def test_what_is_saved_stands_on_the_forms(branch: Founded) -> None:
    with branch.change() as work:
        edit_branch(work, **GIVEN)
    with branch.read() as work:
        house = letterhead(work, "zh").house
        assert read_branch(work).phone == "028-85551234"
    assert (house.company, house.branch) == (GIVEN["company"], GIVEN["name"])
    assert house.privacy_contact == GIVEN["privacy_contact"]


@pytest.mark.parametrize(
    ("field", "value", "code"), [("name", "  ", "branch-name-empty"), ("phone", "123", "phone-too-short")]
)
def test_what_is_wrong_is_refused_with_its_field(branch: Founded, field: str, value: str, code: str) -> None:
    with branch.change() as work, pytest.raises(UserError, match=code) as refused:
        edit_branch(work, **{**GIVEN, field: value})
    assert refused.value.facts["field"] == field


def test_only_who_manages_branches_may_change_one(branch: Founded) -> None:
    actor = branch.actor_with(Permission.EDIT_SETTINGS)
    with branch.change(actor) as work, pytest.raises(UserError, match="not-allowed"):
        edit_branch(work, **GIVEN)
