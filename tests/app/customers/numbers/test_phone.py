"""Phones are mended to one form, or refused with the reason."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.customers.numbers import Phone, parse_phone, split_phones
from app.errors import UserError
from db.models.customers import PhoneKind
from tests.app.customers.refusals import code_of

MOBILE = Phone(kind=PhoneKind.MOBILE, number="13800138000", shown="138 0013 8000")
LANDLINE = Phone(kind=PhoneKind.LANDLINE, number="02885551234", shown="028-85551234")


@pytest.mark.parametrize(
    "written",
    [
        13800138000,
        13800138000.0,
        "13800138000.0",
        "138 0013 8000",
        "138-0013-8000",
        "１３８００１３８０００",
        "138\u200b00138000",
        "\u202a13800138000\u202c",
        "+86 138 0013 8000",
        "+86-13800138000",
        "0086 13800138000",
        "8613800138000",
        "(+86)13800138000",
        "013800138000",
        "手机：13800138000",
        "Tel: 138 0013 8000",
        "'13800138000",
        "　13800138000 ",
    ],
)
def test_a_mobile_is_mended_to_one_form(written: Any) -> None:
    assert parse_phone(written) == MOBILE


@pytest.mark.parametrize(
    "written", ["028-85551234", "(028) 8555 1234", "+86 28 8555 1234", "02885551234", 2885551234]
)
def test_a_landline_is_mended_to_one_form(written: Any) -> None:
    assert parse_phone(written) == LANDLINE


@pytest.mark.parametrize(
    "written",
    [
        "028-85551234-801",
        "02885551234转801",
        "028-85551234 ext. 801",
        "(028)85551234#801",
        "028-85551234 分机 801",
    ],
)
def test_an_extension_is_kept_apart(written: Any) -> None:
    phone = parse_phone(written)
    assert (phone.number, phone.extension, phone.shown) == ("02885551234", "801", "028-85551234 转 801")


@pytest.mark.parametrize(
    ("written", "kind", "number", "shown"),
    [
        ("010-88888888", PhoneKind.LANDLINE, "01088888888", "010-88888888"),
        ("0755-26001234", PhoneKind.LANDLINE, "075526001234", "0755-26001234"),
        ("0831-2345678", PhoneKind.LANDLINE, "08312345678", "0831-2345678"),
        ("400-800-1234", PhoneKind.SERVICE, "4008001234", "400-800-1234"),
        (8008001234.0, PhoneKind.SERVICE, "8008001234", "800-800-1234"),
        ("95588", PhoneKind.SERVICE, "95588", "95588"),
        ("+852 2345 6789", PhoneKind.INTERNATIONAL, "+85223456789", "+852 2345 6789"),
        ("00886 912 345 678", PhoneKind.INTERNATIONAL, "+886912345678", "+886 912 345 678"),
        ("+49 151 12345678", PhoneKind.INTERNATIONAL, "+4915112345678", "+49 1511 2345678"),
    ],
)
def test_other_kinds_of_numbers(written: Any, kind: Any, number: Any, shown: Any) -> None:
    assert parse_phone(written) == Phone(kind=kind, number=number, shown=shown)


def test_the_branchs_area_code_completes_a_short_landline() -> None:
    assert parse_phone("85551234", area_code="028") == LANDLINE


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "phone-empty"),
        (None, "phone-empty"),
        ("手机：", "phone-empty"),
        ("1.38E+10", "phone-lossy"),
        ("1.3800138E+10", "phone-lossy"),
        ("1.3800138E10", "phone-lossy"),
        ("1E+10", "phone-lossy"),
        (1380013800.5, "phone-lossy"),
        (float("nan"), "phone-lossy"),
        ("138****8000", "phone-masked"),
        ("13800138000/13900139000", "phone-several"),
        ("13800138000\n13900139000", "phone-several"),
        ("没有", "phone-letters"),
        ("1380013800", "phone-too-short"),
        ("138001380001", "phone-too-long"),
        ("12800138000", "phone-bad-mobile"),
        ("85551234", "phone-no-area-code"),
        ("0755-1234567", "phone-bad-area-code"),
        ("020-123", "phone-too-short"),
        ("3800138000", "phone-bad-area-code"),
        ("028-85551234567", "phone-too-long"),
        ("+1 999", "phone-bad-foreign"),
        ("+999 123456789", "phone-bad-foreign"),
    ],
)
def test_what_cannot_be_mended_is_refused_with_its_reason(written: Any, code: Any) -> None:
    with pytest.raises(UserError) as refused:
        parse_phone(written)
    assert refused.value.code == code


def test_a_missing_digit_is_counted() -> None:
    with pytest.raises(UserError) as refused:
        parse_phone("1380013800")
    assert refused.value.facts == {"given": "1380013800", "needed": 11, "found": 10}


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("13800138000/13900139000", ("13800138000", "13900139000")),
        ("13800138000\n13900139000", ("13800138000", "13900139000")),
        ("13800138000 13900139000", ("13800138000", "13900139000")),
        ("13800138000、028-85551234转801", ("13800138000", "028-85551234转801")),
        ("+86 13800138000", ("+86 13800138000",)),
        ("028-85551234/35", ("028-85551234/35",)),
        (13800138000.0, ("13800138000",)),
        ("", ()),
        (None, ()),
    ],
)
def test_several_numbers_in_a_cell_are_told_apart(cell: Any, numbers: Any) -> None:
    assert split_phones(cell) == numbers


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True))
def test_every_mobile_reads_back_from_what_is_shown(number: Any) -> None:
    phone = parse_phone(number)
    assert phone.number == number
    assert parse_phone(phone.shown) == phone


@given(st.from_regex(r"(010|02[0-57-9]|0[3-9][0-9]{2})[2-8][0-9]{6,7}", fullmatch=True), st.integers(1, 9999))
def test_every_landline_reads_back_from_what_is_shown(number: Any, extension: Any) -> None:
    phone = parse_phone(f"{number}转{extension}")
    assert parse_phone(phone.shown) == phone


@given(st.one_of(st.text(), st.from_regex(r"[0-9+()\- 转x/]{1,25}"), st.floats(), st.integers()))
def test_nothing_but_a_refusal_comes_of_arbitrary_text(value: Any) -> None:
    assert code_of(parse_phone, value).startswith(("phone-", "accepted"))
    assert code_of(split_phones, value) in {"phone-lossy", "accepted"}
