"""Credit codes: mended, checked against GB 32100 and against python-stdnum."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc as stdnum_uscc

from app.customers.numbers import parse_uscc, uscc_check_digit
from app.errors import UserError
from tests.app.customers.refusals import code_of

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
KNOWN = "91110000600037341L"


@st.composite
def valid_codes(draw: st.DrawFn) -> str:
    head = draw(st.sampled_from("123456789ANY")) + draw(st.sampled_from(ALPHABET))
    body = (
        head
        + draw(st.from_regex(r"[0-9]{6}", fullmatch=True))
        + draw(st.text(ALPHABET, min_size=9, max_size=9))
    )
    return body + uscc_check_digit(body)


@pytest.mark.parametrize(
    "written",
    [
        KNOWN,
        KNOWN.lower(),
        "9111 0000 6000 3734 1L",
        "91110000-600037341-L",
        "９１１１００００６０００３７３４１Ｌ",
    ],
)
def test_a_code_is_mended_to_one_form(written: Any) -> None:
    assert parse_uscc(written) == KNOWN


@pytest.mark.parametrize(
    ("written", "code", "facts"),
    [
        ("", "uscc-empty", {}),
        (9.1e17, "uscc-lossy", {}),
        ("9111000060003734", "uscc-length", {"found": 16, "needed": 18}),
        ("911100006O0037341L", "uscc-mistaken-letter", {"position": 10, "character": "O", "meant": "0"}),
        ("91110000600037341I", "uscc-mistaken-letter", {"position": 18, "character": "I", "meant": "1"}),
        ("911100006_0037341L", "uscc-character", {"position": 10, "character": "_"}),
        ("G1110000600037341L", "uscc-department", {"character": "G"}),
        ("9111A000600037341L", "uscc-region", {"position": 5, "character": "A"}),
        ("91110000600037342L", "uscc-check-digit", {"last": "L"}),
    ],
)
def test_a_wrong_code_says_where(written: Any, code: Any, facts: Any) -> None:
    with pytest.raises(UserError) as refused:
        parse_uscc(written)
    assert refused.value.code == code
    assert facts.items() <= refused.value.facts.items()


def test_village_organisations_have_codes_that_the_usual_library_refuses() -> None:
    body = "N2510107MF1234567"
    code = body + uscc_check_digit(body)
    assert parse_uscc(code) == code
    assert not stdnum_uscc.is_valid(code)


def test_a_code_that_looks_like_a_power_of_ten_is_none() -> None:
    assert parse_uscc("1E0000010000000002") == "1E0000010000000002"


@given(valid_codes())
def test_codes_agree_with_python_stdnum_where_it_knows_them(code: Any) -> None:
    assert parse_uscc(code) == code
    if code[:2].isdecimal():
        assert stdnum_uscc.is_valid(code)


@given(valid_codes(), st.integers(0, 17), st.sampled_from(ALPHABET))
def test_any_single_wrong_character_is_noticed(code: Any, position: Any, character: Any) -> None:
    wrong = code[:position] + character + code[position + 1 :]
    if wrong == code:
        return
    with pytest.raises(UserError):
        parse_uscc(wrong)


@given(st.one_of(st.text(), st.text(ALPHABET + "IOZSV_", min_size=18, max_size=18)))
def test_nothing_but_a_refusal_comes_of_arbitrary_text(text: Any) -> None:
    assert code_of(parse_uscc, text).startswith(("uscc-", "accepted"))
