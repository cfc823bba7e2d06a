"""Names are read as their bearers say them, and as a stranger would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import lazy_pinyin

from app.customers.names import name_readings, sort_key, split_name, text_readings


@pytest.mark.parametrize(
    ("name", "full", "initials"),
    [
        ("单雄信", ("shanxiongxin", "danxiongxin"), ("sxx", "dxx")),
        ("仇英", ("qiuying", "chouying"), ("qy", "cy")),
        ("曾国藩", ("zengguofan", "cengguofan"), ("zgf", "cgf")),
        ("解珍", ("xiezhen", "jiezhen"), ("xz", "jz")),
        ("区伟", ("ouwei", "quwei"), ("ow", "qw")),
        ("查良", ("zhaliang", "chaliang"), ("zl", "cl")),
        ("乐嘉", ("yuejia", "lejia"), ("yj", "lj")),
        ("翟天", ("zhaitian", "ditian"), ("zt", "dt")),
        ("朴树", ("piaoshu", "pushu"), ("ps",)),
        ("盖聂", ("genie", "gainie"), ("gn",)),
        ("尉迟恭", ("yuchigong",), ("ycg",)),
        ("万俟卨", ("moqixie",), ("mqx",)),
        ("欧阳修", ("ouyangxiu",), ("oyx",)),
        ("吕布", ("lvbu", "lubu"), ("lb",)),
        ("张乐", ("zhangle", "zhangyue"), ("zl", "zy")),
        ("刘䶮", ("liuyan",), ("ly",)),
        ("阿卜杜拉·买买提", ("abodulamaimaiti",), ("abdlmmt",)),
        ("王Anna", ("wanganna",), ("wa",)),
        ("John Smith", ("johnsmith",), ("js",)),
        ("", (), ()),
        ("··", (), ()),
    ],
)
def test_names_read_first_as_surnames_do(name: str, full: tuple[str, ...], initials: tuple[str, ...]) -> None:
    readings = name_readings(name)
    assert (readings.full, readings.initials) == (full, initials)


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("重庆长安汽车", "chongqingchanganqiche"),
        ("中国银行", "zhongguoyinhang"),
        ("朝阳区4S店", "chaoyangqu4sdian"),
        ("厦门航空", "xiamenhangkong"),
    ],
)
def test_companies_read_by_their_phrases(text: str, full: str) -> None:
    assert text_readings(text).full[0] == full


@pytest.mark.parametrize(
    ("name", "surname", "given_name"),
    [
        ("欧阳娜娜", "欧阳", "娜娜"),
        ("司马光", "司马", "光"),
        ("司马", "司", "马"),
        ("爱新觉罗溥仪", "爱新觉罗", "溥仪"),
        ("张三", "张", "三"),
        ("阿卜杜拉·买买提", "", "阿卜杜拉·买买提"),
        ("John Smith", "", "John Smith"),
        ("", "", ""),
    ],
)
def test_a_name_is_split_after_its_surname(name: str, surname: str, given_name: str) -> None:
    parts = split_name(name)
    assert (parts.surname, parts.given) == (surname, given_name)


def test_people_stand_in_the_order_of_their_own_sound() -> None:
    assert sorted(["曾国藩", "单雄信", "白居易", "张三"], key=sort_key) == [
        "白居易",
        "单雄信",
        "曾国藩",
        "张三",
    ]


@pytest.mark.parametrize(
    "text", ["行长", "音乐会", "便宜行事", "重庆市江北区", "都江堰", "长春市朝阳区", "单位", "参差不齐"]
)
def test_the_packed_table_reads_as_its_source_does(text: str) -> None:
    assert text_readings(text).full[0] == "".join(lazy_pinyin(text, v_to_u=False)).replace("ü", "v")


@given(st.text())
def test_readings_are_plain_letters_and_never_many(text: str) -> None:
    readings = name_readings(text)
    for reading in (*readings.full, *readings.initials, *text_readings(text).full):
        assert reading.isascii()
        assert reading.isalnum()
        assert reading == reading.lower()
    assert len(readings.full) == len(set(readings.full)) <= 12
