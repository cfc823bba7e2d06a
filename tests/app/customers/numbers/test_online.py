"""E-mail addresses and WeChat ids."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.customers.numbers import parse_email, parse_wechat
from app.errors import UserError
from tests.app.customers.refusals import code_of


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("Zhang.San@Example.COM", "Zhang.San@example.com"),
        ("123456@qq。com", "123456@qq.com"),
        ("１２３＠ｑｑ．ｃｏｍ", "123@qq.com"),
        (" zhang @ qq.com ", "zhang@qq.com"),
        ("mailto:a@b.cn", "a@b.cn"),
        ("邮箱:a@b.cn", "a@b.cn"),
        ("''a@b.cn", "a@b.cn"),
        ("a+tag@sub.example.com.cn", "a+tag@sub.example.com.cn"),
    ],
)
def test_an_address_is_mended(written: Any, address: Any) -> None:
    assert parse_email(written) == address


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "email-empty"),
        ("zhang.qq.com", "email-no-at"),
        ("@qq.com", "email-name"),
        ("张三@qq.com", "email-name"),
        ("a..b@qq.com", "email-name"),
        ("a" * 65 + "@qq.com", "email-name"),
        ("a@qq", "email-domain"),
        ("a@-qq.com", "email-domain"),
        ("a@qq.c", "email-domain"),
    ],
)
def test_what_is_no_address_is_refused_with_its_reason(written: Any, code: Any) -> None:
    with pytest.raises(UserError) as refused:
        parse_email(written)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("wx_abc123", "wx_abc123"),
        ("微信号：abc-def", "abc-def"),
        ("13800138000", "13800138000"),
        (10001.0, "10001"),
    ],
)
def test_a_wechat_id_or_the_number_behind_it(written: Any, found: Any) -> None:
    assert parse_wechat(written) == found


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "wechat-empty"),
        ("abc", "wechat-wrong"),
        ("1abcdef", "wechat-wrong"),
        ("同手机", "wechat-wrong"),
        (0.5, "wechat-lossy"),
    ],
)
def test_what_is_no_wechat_id_is_refused(written: Any, code: Any) -> None:
    with pytest.raises(UserError) as refused:
        parse_wechat(written)
    assert refused.value.code == code


@given(st.one_of(st.text(), st.emails()))
def test_nothing_but_a_refusal_comes_of_arbitrary_text(text: Any) -> None:
    assert code_of(parse_email, text).startswith(("email-", "accepted"))
    assert code_of(parse_wechat, text).startswith(("wechat-", "accepted"))


@given(st.emails(domains=st.just("example.com")))
def test_an_accepted_address_is_accepted_again_as_it_is(text: Any) -> None:
    if code_of(parse_email, text) == "accepted":
        assert parse_email(parse_email(text)) == parse_email(text)
