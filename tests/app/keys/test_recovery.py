"""The printed recovery key: what is typed wrong is found, to the group."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.keys import recovery
from db.errors import UserError

SECRETS = st.binary(min_size=20, max_size=20)
PLACES = st.integers(0, 7), st.integers(0, 4)


def group_named(text: str) -> int:
    with pytest.raises(UserError, match="recovery-key-group") as caught:
        recovery.typed(text)
    group = caught.value.facts["group"]
    assert isinstance(group, int)
    return group


@given(SECRETS)
def test_what_was_shown_can_be_typed(secret: bytes) -> None:
    shown = recovery.shown(secret)
    assert len(shown) == 47
    assert recovery.typed(shown) == secret


@pytest.mark.parametrize(
    "dress",
    [
        str.lower,
        lambda text: text.replace("-", ""),
        lambda text: text.replace("-", " "),
        lambda text: f"  {text}\n",
        lambda text: text.replace("0", "O").replace("1", "l"),
        lambda text: text.replace("-", "—"),
        lambda text: "".join(chr(ord(c) + 0xFEE0) if c.isalnum() else c for c in text),
    ],
)
def test_case_separators_and_look_alikes_do_not_matter(dress: Callable[[str], str]) -> None:
    secret = bytes(range(0, 200, 10))
    assert recovery.typed(dress(recovery.shown(secret))) == secret


@given(SECRETS, *PLACES, st.sampled_from(recovery.ALPHABET))
def test_one_wrong_character_names_its_group(secret: bytes, group: int, place: int, wrong: str) -> None:
    groups = recovery.shown(secret).split("-")
    right = groups[group][place]
    if wrong == right:
        return
    groups[group] = groups[group][:place] + wrong + groups[group][place + 1 :]
    assert group_named("-".join(groups)) == group + 1


@given(SECRETS, st.integers(0, 7), st.integers(0, 4), st.integers(0, 4))
def test_two_swapped_characters_name_their_group(secret: bytes, group: int, one: int, other: int) -> None:
    groups = recovery.shown(secret).split("-")
    letters = list(groups[group])
    if letters[one] == letters[other]:
        return
    letters[one], letters[other] = letters[other], letters[one]
    groups[group] = "".join(letters)
    assert group_named("-".join(groups)) == group + 1


@given(SECRETS, st.integers(0, 7), st.integers(0, 7))
def test_two_swapped_groups_are_noticed(secret: bytes, one: int, other: int) -> None:
    if one == other:
        return
    groups = recovery.shown(secret).split("-")
    groups[one], groups[other] = groups[other], groups[one]
    assert group_named("-".join(groups)) == min(one, other) + 1


def test_a_group_with_a_missing_character_is_named() -> None:
    groups = recovery.shown(bytes(20)).split("-")
    groups[4] = groups[4][:-1]
    assert group_named("-".join(groups)) == 5


def test_a_letter_that_is_never_used_is_named() -> None:
    assert group_named("U" + recovery.shown(bytes(20))[1:]) == 1


@pytest.mark.parametrize("text", ["", "7ZK0Q", "-", "0" * 39, "0" * 41, "０" * 39])
def test_a_wrong_length_says_how_many_characters(text: str) -> None:
    with pytest.raises(UserError, match="recovery-key-length") as caught:
        recovery.typed(text)
    assert caught.value.facts["needed"] == 40


@given(st.text(max_size=60))
def test_any_text_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(UserError, match="recovery-key-"):
        recovery.typed(text)


def test_groups_keep_their_form_for_ever() -> None:
    """Paper lies in safes for years: this text must open for ever."""
    secret = bytes.fromhex("00112233445566778899aabbccddeeff01234567")
    assert recovery.typed(FOREVER) == secret
    assert recovery.shown(secret) == FOREVER


FOREVER = "008J3-4CT4V-ANK7T-F24SY-NAXW7-SQFEB-ZW0JB-6HB77"
