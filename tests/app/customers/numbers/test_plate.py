"""Licence plates of every kind of GA 36."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.customers.numbers import parse_plate
from app.customers.numbers.plate import PROVINCES, PlateKind
from app.errors import UserError
from tests.app.customers.refusals import code_of


@pytest.mark.parametrize(
    "written",
    ["川A12345", "川a12345", "川Ａ·12345", "川A•12345", "川A 12345", "川A-12345", " 川Ａ．１２３４５"],
)
def test_a_plate_is_mended_to_one_form(written: Any) -> None:
    plate = parse_plate(written)
    assert (plate.number, plate.shown) == ("川A12345", "川A·12345")


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("京O12345", PlateKind.ORDINARY),
        ("川A8B8C8", PlateKind.ORDINARY),
        ("京AD12345", PlateKind.NEW_ENERGY),
        ("京AFB1234", PlateKind.NEW_ENERGY),
        ("京A12345D", PlateKind.NEW_ENERGY),
        ("粤B1234挂", PlateKind.TRAILER),
        ("川A1234学", PlateKind.LEARNER),
        ("川A1234警", PlateKind.POLICE),
        ("粤Z1234港", PlateKind.HONG_KONG),
        ("粤ZAB12澳", PlateKind.MACAU),
        ("使014578", PlateKind.EMBASSY),
        ("沪A0023领", PlateKind.CONSULATE),
        ("京X0001应急", PlateKind.EMERGENCY),
        ("WJ京12345", PlateKind.ARMED_POLICE),
    ],
)
def test_each_kind_of_plate_is_known(number: Any, kind: Any) -> None:
    assert (parse_plate(number).number, parse_plate(number).kind) == (number, kind)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "plate-empty"),
        (1.5, "plate-lossy"),
        ("A12345", "plate-province"),
        ("台A12345", "plate-province"),
        ("川112345", "plate-office"),
        ("川I12345", "plate-office"),
        ("川A1234", "plate-length"),
        ("川A1234567", "plate-length"),
        ("京A1234O", "plate-mistaken-letter"),
        ("京AI2345", "plate-mistaken-letter"),
        ("川AABC12", "plate-shape"),
        ("川A12ABC", "plate-shape"),
        ("川A1234港", "plate-shape"),
        ("京AL12345", "plate-shape"),
        ("川A１２３４٥", "plate-shape"),
    ],
)
def test_what_is_no_plate_is_refused_with_its_reason(written: Any, code: Any) -> None:
    with pytest.raises(UserError) as refused:
        parse_plate(written)
    assert refused.value.code == code


@given(st.sampled_from(PROVINCES), st.from_regex("[A-HJ-NP-Z][0-9]{5}", fullmatch=True))
def test_every_plain_plate_reads_back_from_what_is_shown(province: Any, serial: Any) -> None:
    plate = parse_plate(province + serial)
    assert parse_plate(plate.shown.lower()) == plate


@given(st.one_of(st.text(), st.text(PROVINCES + "使领警学挂AIO01·", min_size=7, max_size=8)))
def test_nothing_but_a_refusal_comes_of_arbitrary_text(text: Any) -> None:
    assert code_of(parse_plate, text).startswith(("plate-", "accepted"))
