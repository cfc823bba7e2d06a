"""Passwords of accounts: hashes, weakness and the wait after failures."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.access import passwords
from app.access.passwords import StrengthRule, ThrottleRule, wait_left, weaknesses

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
RULE = ThrottleRule()


def test_a_hash_opens_with_its_password_only() -> None:
    stored = passwords.hash_password("蓝马 four horses")
    assert stored.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert passwords.verify_password(stored, "蓝马 four horses")
    assert not passwords.verify_password(stored, "蓝马 four horse")
    assert not passwords.needs_rehash(stored)


def test_two_hashes_of_one_password_differ() -> None:
    assert passwords.hash_password("four horses") != passwords.hash_password("four horses")


def test_full_width_typing_is_the_same_password() -> None:
    assert passwords.verify_password(passwords.hash_password("ab123456"), "ａｂ１２３４５６")


@pytest.mark.parametrize(
    "stored", [None, "", "plain", "$argon2id$v=19$m=65536,t=3,p=4$x", "$2b$12$abcdefghijkl"]
)
def test_no_account_or_no_hash_of_ours_lets_nobody_in(stored: str | None) -> None:
    assert not passwords.verify_password(stored, "")
    assert not passwords.verify_password(stored, "four horses")


def test_the_missing_account_costs_the_guesser_a_whole_hash() -> None:
    """The stand-in hash must be one the library really computes, or names could be told by the clock."""
    from argon2 import extract_parameters

    decoy = extract_parameters(passwords._DECOY)
    assert (decoy.time_cost, decoy.memory_cost, decoy.parallelism) == (
        passwords.PASSES,
        passwords.MEMORY_KIB,
        passwords.LANES,
    )


def test_a_hash_of_other_costs_is_made_anew() -> None:
    from argon2 import PasswordHasher

    cheap = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1).hash("four horses")
    assert passwords.verify_password(cheap, "four horses")
    assert passwords.needs_rehash(cheap)


@pytest.mark.parametrize(
    ("password", "codes"),
    [
        ("four horses", ()),
        ("蓝马跑过草原上的河", ()),
        ("short", ("password-too-short",)),
        ("", ("password-too-short", "password-too-plain")),
        ("aaaaaaaaaa", ("password-too-plain",)),
        ("abcdefgh", ("password-too-plain",)),
        ("87654321", ("password-too-plain", "password-common")),
        ("Woaini1314", ("password-common",)),
        ("ＷＯＡＩＮＩ１３１４", ("password-common",)),
        ("zhanghong1", ("password-own-name",)),
        ("x" * 300 + "abcdef", ("password-too-long",)),
    ],
)
def test_weak_passwords_are_told_why(password: str, codes: tuple[str, ...]) -> None:
    assert weaknesses(password, StrengthRule(), own_names=("ZhangHong", "张红")) == codes


def test_the_strength_rule_is_a_setting() -> None:
    lenient = StrengthRule(shortest=4, fewest_different=1, refuse_common=False, refuse_own_name=False)
    assert weaknesses("aaaa", lenient, own_names=("aaaa",)) == ()
    assert weaknesses("four horses", StrengthRule(shortest=14)) == ("password-too-short",)


@pytest.mark.parametrize(
    ("failures", "seconds"),
    [(0, 0), (4, 0), (5, 30), (6, 60), (7, 120), (8, 240), (9, 480), (10, 900), (11, 900), (10**9, 900)],
)
def test_five_failures_then_thirty_seconds_doubling_to_a_quarter_of_an_hour(
    failures: int, seconds: int
) -> None:
    assert wait_left(failures, NOW, NOW, RULE) == timedelta(seconds=seconds)


def test_the_wait_runs_off() -> None:
    assert wait_left(5, NOW, NOW + timedelta(seconds=29), RULE) == timedelta(seconds=1)
    assert wait_left(5, NOW, NOW + timedelta(seconds=30), RULE) == timedelta(0)


@given(st.integers(0, 60), st.timedeltas(timedelta(days=-900), timedelta(days=900)))
def test_a_turned_clock_neither_frees_nor_locks_out(failures: int, turned: timedelta) -> None:
    left = wait_left(failures, NOW, NOW + turned, RULE)
    assert timedelta(0) <= left <= RULE.longest_wait
    if failures >= 5 and turned <= timedelta(0):
        assert left == wait_left(failures, NOW, NOW, RULE)
