"""VINs: mended, and checked against GB 16735."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.customers.numbers import parse_vin, vin_check_digit
from app.errors import UserError
from tests.app.customers.refusals import code_of

ALPHABET = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ"
KNOWN = "LSVAM4187C2184847"
TRANSLITERATED = dict(
    zip(ALPHABET, [*range(10), *range(1, 9), *range(1, 6), 7, 9, *range(2, 10)], strict=True)
)
VALUES = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]


@st.composite
def valid_vins(draw: st.DrawFn) -> str:
    head = draw(st.text(ALPHABET, min_size=8, max_size=8))
    tail = draw(st.text(ALPHABET, min_size=4, max_size=4)) + draw(st.from_regex("[0-9]{4}", fullmatch=True))
    return head + vin_check_digit(f"{head}0{tail}") + tail


@pytest.mark.parametrize(
    "written",
    [KNOWN, KNOWN.lower(), "LSVAM418 7C2184847", "*LSVAM4187C2184847*", "ＬＳＶＡＭ４１８７Ｃ２１８４８４７"],
)
def test_a_vin_is_mended_to_one_form(written: Any) -> None:
    assert parse_vin(written) == KNOWN


@pytest.mark.parametrize(
    ("written", "code", "facts"),
    [
        ("", "vin-empty", {}),
        (1.5e16, "vin-lossy", {}),
        ("LSVAM4187C218484", "vin-length", {"found": 16, "needed": 17}),
        ("LSVAM4187C218484I", "vin-mistaken-letter", {"position": 17, "character": "I", "meant": "1"}),
        ("LSVAM4187Q2184847", "vin-mistaken-letter", {"position": 10, "character": "Q", "meant": "0"}),
        ("LSVAM4187C21848_7", "vin-character", {"position": 16}),
        ("LSVAM4187C218A847", "vin-tail", {"tail": "A847"}),
        ("LSVAM4186C2184847", "vin-check-digit", {"character": "6"}),
    ],
)
def test_a_wrong_vin_says_where(written: Any, code: Any, facts: Any) -> None:
    with pytest.raises(UserError) as refused:
        parse_vin(written)
    assert refused.value.code == code
    assert facts.items() <= refused.value.facts.items()


def test_the_worked_example_of_the_american_rule_passes() -> None:
    assert vin_check_digit("1M8GDM9AXKP042788") == "X"


def test_a_privately_imported_car_may_lack_the_check_digit_but_one_made_in_china_may_not() -> None:
    assert parse_vin("WBAZZZ1234567890A", imported=True) == "WBAZZZ1234567890A"
    with pytest.raises(UserError, match="vin-check-digit"):
        parse_vin("LSVAM4186C2184847", imported=True)


@given(valid_vins())
def test_the_check_digit_follows_the_standards_own_table(vin: Any) -> None:
    assert parse_vin(vin) == vin
    total = sum(TRANSLITERATED[letter] * weight for letter, weight in zip(vin, VALUES, strict=True))
    assert "0123456789X"[total % 11] == vin[8]


@given(valid_vins(), st.integers(0, 16), st.sampled_from(ALPHABET))
def test_a_single_wrong_character_is_noticed_wherever_the_standard_can(
    vin: Any, position: Any, character: Any
) -> None:
    wrong = vin[:position] + character + vin[position + 1 :]
    if TRANSLITERATED[character] == TRANSLITERATED[vin[position]] and position != 8:
        return
    if wrong == vin:
        return
    with pytest.raises(UserError):
        parse_vin(wrong)


@given(st.one_of(st.text(), st.text(ALPHABET + "IOQ", min_size=17, max_size=17)), st.booleans())
def test_nothing_but_a_refusal_comes_of_arbitrary_text(text: Any, imported: Any) -> None:
    assert code_of(parse_vin, text, imported=imported).startswith(("vin-", "accepted"))
