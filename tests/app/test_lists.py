"""Code lists, settings and rules as rows: the branch's own before those for all, and nothing that fits no program."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert

from app import lists
from app.defaults import CHOICES, COMPLETENESS, SETTINGS
from app.errors import UserError
from db.base import new_key
from db.models.lists import Choice, ChoiceList, CompletenessRule, Setting
from tests.builders.databases import Founded, found


def test_a_new_database_holds_the_shipped_lists_settings_and_rules(branch: Founded) -> None:
    with branch.read() as work:
        choices = lists.all_choices(work)
        assert {name: lists.setting(work, name) for name in SETTINGS} == SETTINGS
        rules = lists.completeness_rules(work, "person", None)
    assert [entry.code for entry in choices[ChoiceList.CLASS]] == [
        code for code, _, _ in CHOICES[ChoiceList.CLASS]
    ]
    assert tuple(rules) == COMPLETENESS["person"]
    assert all(lists.fits(name, value) for name, value in SETTINGS.items())


def test_a_setting_holds_for_its_branch_alone(branch: Founded) -> None:
    other = found(branch.store, "BJ")
    with branch.change() as work:
        lists.change_setting(work, "duplicate-stop", 100)
        assert lists.setting(work, "duplicate-stop") == 100
    with branch.change() as work:
        lists.change_setting(work, "duplicate-stop", 110)
    with branch.read() as work:
        assert lists.setting(work, "duplicate-stop") == 110
    with other.read() as work:
        assert lists.setting(work, "duplicate-stop") == SETTINGS["duplicate-stop"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("sign-in-failures", "five"),
        ("sign-in-failures", 0),
        ("sign-in-failures", True),
        ("sign-in-wait-seconds", 10**30),
        ("duplicate-stop", None),
        ("duplicate-scores", {"mobile": "much"}),
        ("duplicate-scores", {"nonsense": 1}),
        ("duplicate-scores", [1]),
        ("consent-default", ["everything"]),
        ("consent-default", "service"),
        ("entry-deadline", "25:00"),
        ("privacy-edition", ""),
        ("privacy-edition", "a\0b"),
        ("registration-form-edition", "x" * 1000),
    ],
)
def test_a_value_no_use_case_could_work_with_is_refused(branch: Founded, name: str, value: object) -> None:
    with pytest.raises(UserError, match="setting-wrong"), branch.change() as work:
        lists.change_setting(work, name, value)


@given(st.sampled_from(sorted(SETTINGS)), st.recursive(st.none() | st.integers() | st.text(), st.lists))
def test_whatever_a_person_enters_as_a_setting_is_told_apart(name: str, value: object) -> None:
    assert lists.fits(name, value) in (True, False)


def test_an_unknown_setting_is_refused(branch: Founded) -> None:
    with pytest.raises(UserError, match="setting-unknown"), branch.change() as work:
        lists.change_setting(work, "colour-of-the-walls", "red")


def test_a_damaged_row_never_locks_anybody_out(branch: Founded) -> None:
    with branch.change() as work:
        work.session.execute(
            insert(Setting),
            [{"id": new_key(), "name": "password-minimum", "value": "eight", **work.creation_marks()}],
        )
    with branch.read() as work:
        assert lists.setting(work, "password-minimum") == SETTINGS["password-minimum"]


def test_the_branch_s_own_entry_stands_in_place_of_the_shipped_one(branch: Founded) -> None:
    with branch.change() as work:
        for entry in (
            Choice(list="class", code="key", text_zh="大客户", text_en="Big", position=0),
            Choice(list="class", code="lost", text_zh="战败", text_en="Lost", position=9),
        ):
            entry.branch_id = work.actor.branch_id
            work.session.add(entry)
    with branch.read() as work:
        mine = [(entry.code, entry.text_zh) for entry in lists.all_choices(work)[ChoiceList.CLASS]]
    assert mine == [
        ("key", "大客户"),
        ("general", "一般客户"),
        ("potential", "潜在客户"),
        ("lost", "战败"),
    ]
    with found(branch.store, "BJ").read() as work:
        theirs = {entry.text_zh for entry in lists.all_choices(work)[ChoiceList.CLASS]}
    assert theirs == {"重点客户", "一般客户", "潜在客户"}


def test_a_retired_entry_still_says_what_an_old_card_means(branch: Founded) -> None:
    with branch.change() as work:
        entry = Choice(list="class", code="old", text_zh="老客户", text_en="Old", active=False)
        work.session.add(entry)
    with branch.read() as work:
        choices = lists.all_choices(work)
    assert lists.choice_text(choices, ChoiceList.CLASS, "old", "zh") == "老客户"
    assert lists.choice_text(choices, ChoiceList.CLASS, "gone", "en") == "gone"
    assert lists.choice_text(choices, ChoiceList.CLASS, None, "en") == ""


def test_rules_of_the_branch_and_of_the_class_come_first(branch: Founded) -> None:
    with branch.change() as work:
        for item, class_code in (("phone", None), ("uscc", "key")):
            work.session.add(
                CompletenessRule(
                    branch_id=work.actor.branch_id,
                    kind="person",
                    field=item,
                    weight=1,
                    class_code=class_code,
                )
            )
    with branch.read() as work:
        assert lists.completeness_rules(work, "person", None) == [("phone", 1)]
        assert lists.completeness_rules(work, "person", "key") == [("uscc", 1)]
        assert tuple(lists.completeness_rules(work, "company", None)) == COMPLETENESS["company"]
