"""Names of people: mended, titles told apart, half names noticed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.customers.person_names import PersonName, parse_person_name
from db.models.customers import Gender
from tests.app.customers.refusals import code_of


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("　张　三 ", PersonName(name="张三")),
        ("张\n三", PersonName(name="张三")),
        ("John  Smith", PersonName(name="John Smith")),
        ("阿卜杜拉•买买提", PersonName(name="阿卜杜拉·买买提")),
        ("阿卜杜拉．买买提", PersonName(name="阿卜杜拉·买买提")),
        ("张三先生", PersonName(name="张三", title="先生", gender=Gender.MALE)),
        ("张三(女士)", PersonName(name="张三", title="女士", gender=Gender.FEMALE)),
        ("李四（女）", PersonName(name="李四", gender=Gender.FEMALE)),
        ("王女士", PersonName(name="王", title="女士", gender=Gender.FEMALE, is_full=False)),
        ("王总", PersonName(name="王", title="总", is_full=False)),
        ("欧阳老师", PersonName(name="欧阳", title="老师", is_full=False)),
        ("陈总经理", PersonName(name="陈", title="总经理", is_full=False)),
        ("王", PersonName(name="王", is_full=False)),
        ("王\ue863", PersonName(name="王䶮")),
    ],
)
def test_a_name_and_what_stood_around_it(written: str, found: PersonName) -> None:
    assert parse_person_name(written) == found


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "name-empty"),
        (" \u200b", "name-empty"),
        ("女士", "name-empty"),
        ("13800138000", "name-not-a-name"),
        ("a@b.cn", "name-not-a-name"),
        ("=1+1", "name-not-a-name"),
        ("---", "name-not-a-name"),
        ("啊" * 61, "name-too-long"),
    ],
)
def test_what_is_no_name_is_refused_with_its_reason(written: str, code: str) -> None:
    assert code_of(parse_person_name, written) == code


@given(st.text())
def test_nothing_but_a_refusal_comes_of_arbitrary_text(text: str) -> None:
    assert code_of(parse_person_name, text).startswith(("name-", "accepted"))
