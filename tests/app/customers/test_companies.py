"""Spellings of one company meet under one key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.customers.companies import company_key, company_root, mend_company_name, parse_company_name
from tests.app.customers.refusals import code_of


@pytest.mark.parametrize(
    "written",
    [
        "成都大有商贸有限公司",
        "成都大有商贸有限责任公司",
        "成都大有商贸(有限)公司",
        "成都市大有商贸有限公司",
        "四川省成都市大有商贸有限公司",
        " 成都 大有 商贸　有限公司",
        "成都大有商贸",
    ],
)
def test_spellings_of_one_company_share_a_key(written: str) -> None:
    assert company_key(written) == "成都大有商贸"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("大润发超市有限公司", "大润发超有限公司"),
        ("成都大有商贸有限公司", "重庆大有商贸有限公司"),
        ("中国石油股份有限公司四川分公司", "中国石油股份有限公司云南分公司"),
        ("海尔集团有限公司", "海尔有限公司"),
    ],
)
def test_different_companies_keep_different_keys(one: str, other: str) -> None:
    assert company_key(one) != company_key(other)


@pytest.mark.parametrize(
    ("written", "root"),
    [
        ("华为技术（成都）有限公司", "华为技术成都"),
        ("ABC Trading Co., Ltd.", "ABC Trading"),
        ("中国石油天然气股份有限公司四川销售分公司", "中国石油天然气四川销售分公司"),
        ("某某投资合伙企业（有限合伙）", "某某投资合伙企业"),
        ("公司", "公司"),
        ("张记面馆", "张记面馆"),
    ],
)
def test_the_legal_form_is_left_out_of_search(written: str, root: str) -> None:
    assert company_root(written) == root


def test_brackets_become_chinese_beside_chinese_only() -> None:
    assert mend_company_name("华为技术(成都)有限公司") == "华为技术（成都）有限公司"
    assert mend_company_name("ABC (Asia) Ltd") == "ABC (Asia) Ltd"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "company-empty"),
        ("12345", "company-not-a-name"),
        ("长" * 121, "company-too-long"),
        ("张记面馆", "accepted"),
    ],
)
def test_what_is_no_company_is_refused(written: str, code: str) -> None:
    assert code_of(parse_company_name, written) == code


@given(st.text())
def test_any_text_has_a_key(text: str) -> None:
    assert company_key(mend_company_name(text)) == company_key(text)
