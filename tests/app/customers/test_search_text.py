"""The normal form of what is searched and of what is typed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.customers.search_text import normal, search_entry, words_of
from db.grams import BORDER
from db.models.customers import CustomerKind
from db.models.search import FieldKind
from db.search_upkeep import Source


def source(**fields: Any) -> Source:
    usual: dict[str, Any] = {
        "customer_id": UUID(int=1),
        "branch_id": UUID(int=2),
        "kind": CustomerKind.PERSON,
        "number": "CD-1",
        "name": "张伟",
        "company_name": None,
        "wechat": None,
        "last_contact": datetime(2026, 3, 2, tzinfo=UTC),
    }
    return Source(**(usual | fields))


def fields_of(made: Source) -> list[tuple[FieldKind, str]]:
    entry = search_entry(made)
    values = entry.text.split(BORDER)
    assert values[0] == values[-1] == ""
    return [(FieldKind(kind), value) for kind, value in zip(entry.kinds, values[1:-1], strict=True)]


def values_of(made: Source, kind: FieldKind) -> list[str]:
    return [value for own, value in fields_of(made) if own is kind]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("ＺＨＡＮＧ　Ｗｅｉ", ["zhang", "wei"]),
        ("138-0013 8000", ["1380013", "8000"]),
        ("+86 138-0013-8000", ["13800138000"]),
        ("008613800138000", ["13800138000"]),
        ("8613", ["8613"]),
        ("川A·12345", ["川a12345"]),
        ("xi'an", ["xian"]),
        ("zhāng lǚ", ["zhang", "lu"]),
        ("Müller", ["muller"]),
        ("ﬁ㎏", ["fikg"]),
        ("\u200b张\u3000", ["张"]),
        ("⽂", ["文"]),
        ("—— …", []),
    ],
)
def test_what_is_typed_is_brought_into_the_form_of_the_index(typed: str, words: list[str]) -> None:
    assert words_of(typed) == words


@given(st.text())
def test_the_normal_form_is_final_and_holds_no_border(text: str) -> None:
    form = normal(text)
    assert normal(form) == form
    assert not any(char.isspace() or char in '"^=@' for char in form)


@pytest.mark.parametrize(
    ("name", "readings"),
    [
        ("单雄信", {"shanxiongxin", "danxiongxin"}),
        ("尉迟恭", {"yuchigong"}),
        ("曾国藩", {"zengguofan"}),
        ("吕布", {"lvbu", "lubu"}),
    ],
)
def test_a_name_is_searched_by_every_reading(name: str, readings: set[str]) -> None:
    assert readings <= set(values_of(source(name=name), FieldKind.PINYIN))


def test_a_foreign_name_is_searched_without_its_marks() -> None:
    assert values_of(source(name="Jürgen Müller"), FieldKind.NAME) == ["jurgenmuller"]
    assert values_of(source(name="Jürgen Müller"), FieldKind.PINYIN) == []
    assert values_of(source(name="Jürgen Müller"), FieldKind.INITIALS) == ["jm"]


def test_a_company_is_searched_with_and_without_its_ending() -> None:
    company = source(kind=CustomerKind.COMPANY, name="成都华盛商贸有限公司")
    assert values_of(company, FieldKind.NAME) == ["成都华盛商贸有限公司", "成都华盛商贸"]
    assert values_of(company, FieldKind.PINYIN) == ["chengduhuashengshangmao"]
    assert values_of(company, FieldKind.INITIALS) == ["cdhssm"]


def test_every_field_stands_once_and_empty_ones_not_at_all() -> None:
    made = source(
        phones=("13800138000", "13800138000", ""),
        vehicles=((None, None), ("川A 12345", "lsvaa4182e2184847")),
        contacts=(("王芳", None), ("王芳", "13900139000")),
        wechat="  ",
    )
    assert fields_of(made) == [
        (FieldKind.NAME, "张伟"),
        (FieldKind.PINYIN, "zhangwei"),
        (FieldKind.INITIALS, "zw"),
        (FieldKind.PHONE, "13800138000"),
        (FieldKind.NUMBER, "cd1"),
        (FieldKind.PLATE, "川a12345"),
        (FieldKind.VIN, "lsvaa4182e2184847"),
        (FieldKind.CONTACT, "王芳"),
        (FieldKind.CONTACT_PINYIN, "wangfang"),
        (FieldKind.CONTACT_INITIALS, "wf"),
        (FieldKind.CONTACT_PHONE, "13900139000"),
    ]


@given(st.text(), st.text(), st.lists(st.text(), max_size=3))
def test_any_name_makes_a_text_whose_fields_keep_apart(name: str, company: str, phones: list[str]) -> None:
    for kind in CustomerKind:
        fields = fields_of(source(kind=kind, name=name, company_name=company, phones=tuple(phones)))
        assert all(value for _kind, value in fields)
        assert len(set(fields)) == len(fields)
