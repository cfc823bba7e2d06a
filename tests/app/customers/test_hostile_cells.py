"""A cell of 32,767 characters, the most a spreadsheet holds, costs no check more than a moment."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

import pytest

from app.customers import numbers
from app.customers.addresses import parse_address
from app.customers.cleaning import mend, mend_lines, search_form
from app.customers.companies import company_key, parse_company_name
from app.customers.names import name_readings, sort_key, text_readings
from app.customers.person_names import parse_person_name
from app.customers.regions import search_regions
from app.customers.segments import segment_of
from tests.app.customers.refusals import code_of

TODAY = date(2026, 11, 23)
LONGEST = 32_767


def birth_date(text: str) -> object:
    return numbers.parse_birth_date(text, today=TODAY, excel_serial=True)


def id_card(text: str) -> object:
    return numbers.parse_id_card(text, today=TODAY)


CHECKS: list[Callable[[str], object]] = [
    *(numbers.parse_phone, numbers.split_phones, numbers.parse_uscc, numbers.parse_vin, numbers.parse_plate),
    *(
        numbers.parse_postcode,
        numbers.parse_email,
        numbers.parse_wechat,
        numbers.parse_amount,
        numbers.parse_date,
    ),
    *(
        numbers.parse_amount_range,
        birth_date,
        id_card,
        parse_address,
        mend,
        mend_lines,
        search_form,
        segment_of,
    ),
    *(
        company_key,
        parse_company_name,
        name_readings,
        text_readings,
        sort_key,
        parse_person_name,
        search_regions,
    ),
]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize(
    "pattern", [*"a1 :,-.·乐市年闰转\n_", "1-", ", ", "万-", "公司", "a@", "1年", "乐重", "成都市", "\n "]
)
def test_the_longest_cell_is_answered_at_once(check: Callable[[str], object], pattern: str) -> None:
    text = f"x{pattern * (LONGEST // len(pattern) - 2)}y"
    started = time.process_time()
    code_of(check, text)
    assert time.process_time() - started < 1.0
