"""The region table answers as the map does, its known traps included."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.customers.regions import (
    RegionLevel,
    children,
    full_name,
    is_place,
    path,
    region,
    search_regions,
    short_name,
)


def names(code: str = "") -> list[str]:
    return [each.name for each in children(code)]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("510000", "四川省"),
        ("510100", "四川省成都市"),
        ("510107", "四川省成都市武侯区"),
        ("510107064", "四川省成都市武侯区桂溪街道"),
        ("110105", "北京市朝阳区"),
        ("500230", "重庆市丰都县"),
        ("441900003", "广东省东莞市东城街道"),
        ("460400100", "海南省儋州市那大镇"),
        ("620201001", "甘肃省嘉峪关市雄关街道"),
        ("620201", "甘肃省嘉峪关市"),
        ("419001001", "河南省济源市沁园街道"),
        ("710101", "台湾省台北市大安区"),
        ("999999", ""),
        ("", ""),
        ("51", ""),
    ],
)
def test_full_names_leave_the_stand_ins_out(code: str, name: str) -> None:
    assert full_name(code) == name


def test_all_provinces_are_there() -> None:
    assert len(children()) == 34
    assert {each.level for each in children()} == {RegionLevel.PROVINCE}


def test_counties_of_a_great_city_hang_on_it() -> None:
    assert len(names("110000")) == 16
    assert names("110000")[:2] == ["东城区", "西城区"]
    assert len(names("500000")) == 38


def test_counties_without_a_city_hang_on_their_province() -> None:
    assert names("420000")[-4:] == ["仙桃市", "潜江市", "天门市", "神农架林区"]


@pytest.mark.parametrize(
    ("code", "street"),
    [("441900", "东城街道"), ("442000", "石岐街道"), ("460400", "那大镇"), ("620200", "雄关街道")],
)
def test_cities_without_counties_have_streets(code: str, street: str) -> None:
    assert street in names(code)
    assert {each.level for each in children(code)} == {RegionLevel.STREET}


def test_every_region_down_to_the_county_is_reached_once_from_the_top() -> None:
    seen: list[str] = []
    waiting = list(children())
    while waiting:
        each = waiting.pop()
        seen.append(each.code)
        if each.level is not RegionLevel.STREET:
            waiting.extend(children(each.code))
            assert region(each.code) == each
            assert path(each.code)[-1] == each
    assert len(seen) == len(set(seen))
    assert sum(len(code) == 9 for code in seen) == 41_352


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("成都", "四川省成都市"),
        ("成都武侯", "四川省成都市武侯区"),
        ("四川成都桂溪", "四川省成都市武侯区桂溪街道"),
        ("四川省 成都市", "四川省成都市"),
        ("武侯", "四川省成都市武侯区"),
        ("北京朝阳", "北京市朝阳区"),
        ("东莞长安", "广东省东莞市长安镇"),
        ("chengdu", "四川省成都市"),
        ("bjs", "北京市"),
        ("chongqing", "重庆市"),
        ("xiamen", "福建省厦门市"),
        ("济源", "河南省济源市"),
        ("中关村", "北京市海淀区中关村街道"),
    ],
)
def test_what_is_typed_finds_the_place_first(typed: str, first: str) -> None:
    assert search_regions(typed)[0].full_name == first


def test_initials_find_every_city_they_fit() -> None:
    found = [each.region.name for each in search_regions("cd", 10)]
    assert {"成都市", "承德市", "常德市"} <= set(found)


@pytest.mark.parametrize("typed", ["", " ", "没有这个地方", "qqqq"])
def test_what_is_nowhere_finds_nothing(typed: str) -> None:
    assert search_regions(typed) == ()


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("四川省", "四川"),
        ("新疆维吾尔自治区", "新疆"),
        ("香港特别行政区", "香港"),
        ("恩施土家族苗族自治州", "恩施"),
        ("巴音郭楞蒙古自治州", "巴音郭楞"),
        ("鄂伦春自治旗", "鄂伦春"),
        ("大兴安岭地区", "大兴安岭"),
        ("浦东新区", "浦东"),
        ("东区", "东区"),
    ],
)
def test_short_names_are_what_people_say(name: str, short: str) -> None:
    assert short_name(name) == short


def test_stand_ins_are_no_places() -> None:
    assert is_place("成都市")
    assert not is_place("市辖区")
    assert not is_place("大润发超市")


@given(st.text())
def test_any_text_may_be_searched(text: str) -> None:
    assert len(search_regions(text, 5)) <= 5
