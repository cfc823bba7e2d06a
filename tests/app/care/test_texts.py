"""Texts with places: filled once, refused with a reason, counted as the network counts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.care.texts import PLACES, bare, check_length, fill, mended_text, places_in, sms_parts
from app.errors import UserError
from db.models.customers import ContactWay

PLAIN = st.text(st.characters(exclude_characters="{}｛｝", exclude_categories=("Cs", "Cc")), max_size=30)
VALUES = st.fixed_dictionaries({name: PLAIN.filter(bool) for name in PLACES})


def test_places_are_filled_and_spaces_inside_the_braces_do_not_matter() -> None:
    assert fill("{ 称呼 }，{节日}快乐", {"称呼": "张先生", "节日": "中秋"}) == "张先生，中秋快乐"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{称乎}好", "template-place-unknown"),
        ("{}好", "template-place-unknown"),
        ("{0}", "template-place-unknown"),
        ("{称呼.__class__}", "template-place-unknown"),
        ("{称呼", "template-brace-open"),
        ("称呼}", "template-brace-open"),
        ("{{称呼}}", "template-brace-open"),
    ],
)
def test_what_is_no_place_is_refused(text: str, code: str) -> None:
    with pytest.raises(UserError, match=code):
        places_in(text)


def test_a_missing_value_names_its_place() -> None:
    with pytest.raises(UserError, match="template-value-missing") as refused:
        fill("您的{车型}", {"车型": ""})
    assert refused.value.facts["place"] == "车型"


def test_full_width_braces_are_meant_as_plain_ones() -> None:
    assert places_in(mended_text("｛称呼｝好")) == ("称呼",)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", 1),
        ("好" * 70, 1),
        ("好" * 71, 2),
        ("好" * 134, 2),
        ("好" * 135, 3),
        ("😀" * 35, 1),
        ("😀" * 36, 2),
    ],
)
def test_short_messages_are_counted_as_the_network_does(text: str, parts: int) -> None:
    assert sms_parts(text) == parts


def test_only_an_sms_is_held_to_its_parts() -> None:
    check_length("好" * 500, ContactWay.EMAIL, most_parts=1)
    with pytest.raises(UserError, match="sms-too-long") as refused:
        check_length("好" * 135, ContactWay.SMS, most_parts=2)
    assert (refused.value.facts["found"], refused.value.facts["parts"]) == (135, 3)
    with pytest.raises(UserError, match="template-too-long"):
        check_length("x" * 5_001, ContactWay.LETTER, most_parts=1)


@given(pieces=st.lists(st.one_of(PLAIN, st.sampled_from([f"{{{name}}}" for name in PLACES]))), values=VALUES)
def test_each_place_gets_its_value_and_the_rest_stays(pieces: list[str], values: dict[str, str]) -> None:
    filled = fill("".join(pieces), values)
    assert filled == "".join(values[piece[1:-1]] if piece[:1] == "{" else piece for piece in pieces)


@given(value=st.sampled_from([f"{{{name}}}" for name in PLACES] + ["{", "}", "{x}"]))
def test_a_value_is_never_taken_for_a_place(value: str) -> None:
    assert fill("{姓名}", {"姓名": value, "称呼": "错"}) == value


@given(text=st.text(max_size=300))
def test_any_text_is_measured(text: str) -> None:
    assert 1 <= sms_parts(text) <= 20
    assert len(bare(text)) <= len(text)
