"""Limits are checked before they are changed."""

from __future__ import annotations

import pytest

from app.defaults import SETTINGS
from app.errors import UserError
from app.limits import LIMITS, SCORES, Limit, Sort, change_limit, limit_value, read_limits
from app.lists import setting
from tests.builders.databases import Founded

KNOWN = {limit.name: limit for limit in LIMITS}


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("duplicate-stop", " 85 ", 85),
        ("import-most-rows", "300,000", 300_000),
        ("entry-deadline", "9:05", "09:05"),
        ("entry-deadline", "１８：３０", "18:30"),
        ("privacy-edition", "2027-1", "2027-1"),
        (f"{SCORES}.sex-differs", "-40", -40),
    ],
)
def test_what_people_type_is_read(name: str, typed: str, value: object) -> None:
    assert limit_value(KNOWN[name], typed) == value


@pytest.mark.parametrize(
    ("name", "typed", "code"),
    [
        ("duplicate-stop", "many", "limit-whole-wrong"),
        ("duplicate-stop", "0", "limit-out-of-range"),
        ("password-minimum", "5", "limit-out-of-range"),
        ("entry-deadline", "25:00", "clock-wrong"),
        ("privacy-edition", "x" * 21, "edition-wrong"),
    ],
)
def test_what_is_no_limit_is_refused_with_its_field(name: str, typed: str, code: str) -> None:
    with pytest.raises(UserError, match=code) as refused:
        limit_value(KNOWN[name], typed)
    assert refused.value.facts["field"] == name


def test_every_shipped_value_passes_its_own_check() -> None:
    for limit in LIMITS:
        name, _, criterion = limit.name.partition(".")
        shipped = SETTINGS[name]
        if isinstance(shipped, dict):
            shipped = shipped[criterion]
        shown = ", ".join(shipped) if isinstance(shipped, list) else shipped
        assert limit_value(limit, str(shown)) == shown


def test_every_plain_setting_can_be_edited() -> None:
    edited = {name.partition(".")[0] for name in KNOWN}
    editors_of_their_own = {"consent-default", "opening-hours", "care-marketing-occasions"}
    assert edited == set(SETTINGS) - editors_of_their_own


def test_a_changed_score_leaves_the_others(branch: Founded) -> None:
    with branch.change() as work:
        change_limit(work, f"{SCORES}.name", "30")
        change_limit(work, "duplicate-stop", "95")
    with branch.read() as work:
        values = read_limits(work)
        assert values[f"{SCORES}.name"] == 30
        assert values[f"{SCORES}.mobile"] == 60
        assert setting(work, "duplicate-stop") == 95


def test_an_unknown_limit_is_refused(branch: Founded) -> None:
    with branch.change() as work, pytest.raises(UserError, match="setting-unknown"):
        change_limit(work, "colour", "blue")


def test_a_limit_is_whole_unless_it_says_otherwise() -> None:
    assert Limit(name="x", least=1, most=2).sort is Sort.WHOLE


def test_codes_are_typed_by_code_or_by_words_and_unknown_ones_are_told(branch: Founded) -> None:
    with branch.change() as work:
        change_limit(work, "two-owner-classes", "重点客户，potential")
    with branch.read() as work:
        assert read_limits(work)["two-owner-classes"] == "key, potential"
    with pytest.raises(UserError, match="limit-code-unknown"), branch.change() as work:
        change_limit(work, "two-owner-classes", "key, golden")


def test_a_single_code_is_one_in_use_by_code_or_words(branch: Founded) -> None:
    with branch.change() as work:
        change_limit(work, "ticket-default-severity", " 紧急 ")
    with branch.read() as work:
        assert setting(work, "ticket-default-severity") == "urgent"
    for typed in ("dire", "", "high, normal"):
        with pytest.raises(UserError, match="limit-code-unknown"), branch.change() as work:
            change_limit(work, "ticket-default-severity", typed)
