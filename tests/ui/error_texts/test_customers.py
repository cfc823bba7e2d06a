"""Every refusal of the value checks has a sentence that its own facts complete."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from string import Formatter

import pytest

import app
from app.customers import numbers
from app.customers.companies import parse_company_name
from app.customers.person_names import parse_person_name
from app.errors import UserError
from ui.error_texts.customers import TEXTS

APP = Path(app.__file__).parent
TODAY = date(2026, 11, 23)


def birth(value: object) -> object:
    return numbers.parse_birth_date(value, today=TODAY)  # type: ignore[arg-type]


def id_card(value: object) -> object:
    return numbers.parse_id_card(value, today=TODAY)  # type: ignore[arg-type]


REFUSED: dict[Callable[..., object], tuple[object, ...]] = {
    numbers.parse_phone: (
        *(
            "",
            1.5,
            "138****8000",
            "13800138000/13900139000",
            "没有",
            "1380013800",
            "138001380001",
            "12800138000",
        ),
        *("85551234", "0755-1234567", "+1 999"),
    ),
    numbers.parse_uscc: (
        *(
            "",
            9.1e17,
            "9",
            "911100006O0037341L",
            "911100006_0037341L",
            "G1110000600037341L",
            "9111A000600037341L",
        ),
        "91110000600037342L",
    ),
    numbers.parse_vin: (
        *(
            "",
            1.5e16,
            "L",
            "LSVAM4187C218484I",
            "LSVAM4187C21848_7",
            "LSVAM4187C218A847",
            "LSVAM4186C2184847",
        ),
    ),
    numbers.parse_plate: ("", 1.5, "A12345", "川112345", "川A1234", "京A1234O", "川AABC12"),
    numbers.parse_postcode: ("", "1"),
    numbers.parse_email: ("", "qq.com", "@qq.com", "a@qq"),
    numbers.parse_wechat: ("", 0.5, "同手机"),
    id_card: (
        *(
            "",
            1.1e17,
            "110105491231002",
            "1",
            "a",
            "00010519491231002X",
            "11010519491331002X",
            "110105194912310021",
        ),
    ),
    numbers.parse_date: (
        *("", "不详", time(9, 30), "1990-13-40", "15/08/1990", "90.3.5", "八月十五", "1991年闰五月初一"),
    ),
    numbers.parse_day: ("08-15", "农历2026年八月十五"),
    birth: ("2030-1-1", "1800-1-1"),
    numbers.parse_amount: ("", "很多", "$100", 1e15),
    numbers.parse_amount_range: ("15-10万",),
    parse_person_name: ("", "13800138000", "啊" * 61),
    parse_company_name: ("", "12345", "长" * 121),
}
CASES = [(check, value) for check, values in REFUSED.items() for value in values]


def refusal(check: Callable[..., object], value: object) -> UserError:
    with pytest.raises(UserError) as refused:
        check(value)
    return refused.value


@pytest.mark.parametrize(("check", "value"), CASES)
def test_the_facts_of_a_refusal_complete_its_sentence(check: Callable[..., object], value: object) -> None:
    refused = refusal(check, value)
    sentence = TEXTS[refused.code].format(**refused.facts)
    assert sentence.endswith((".", "?"))


def test_every_sentence_belongs_to_a_refusal() -> None:
    sources = "".join(file.read_text(encoding="utf-8") for file in APP.rglob("*.py"))
    assert [code for code in TEXTS if f'"{code}"' not in sources] == []


def test_sentences_ask_for_facts_by_name() -> None:
    fields = {
        field for text in TEXTS.values() for _, field, _, _ in Formatter().parse(text) if field is not None
    }
    assert all(field.isidentifier() for field in fields)
