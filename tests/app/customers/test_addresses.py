"""Addresses fall into region and rest, and what is doubtful stays in the rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.customers.addresses import ParsedAddress, parse_address
from app.customers.cleaning import mend
from app.customers.regions import Region, children, full_name


@pytest.mark.parametrize(
    ("address", "code", "rest"),
    [
        ("成都市武侯区人民路1号", "510107", "人民路1号"),
        ("北京,朝阳", "110105", ""),
        ("四川省成都市武侯区桂溪街道天府大道1号", "510107064", "天府大道1号"),
        ("成都 武侯 人民路", "510107", "人民路"),
        ("中国四川成都市", "510100", ""),
        ("北京北京市朝阳区建国路", "110105", "建国路"),
        ("北京市市辖区朝阳区", "110105", ""),
        ("重庆市县丰都县", "500230", ""),
        ("东莞市南城街道鸿福路", "441900004", "鸿福路"),
        ("儋州市那大镇", "460400100", ""),
        ("甘肃省嘉峪关市雄关街道", "620201001", ""),
        ("河南省济源市沁园街道", "419001001", ""),
        ("新疆石河子市", "659001", ""),
        ("广东省番禺区", "440113", ""),
        ("苏州昆山", "320583", ""),
        ("武侯区一环路", "510107", "一环路"),
        ("恩施州利川市", "422802", ""),
        ("吉林市昌邑区", "220202", ""),
        ("海南藏族自治州共和县", "632521", ""),
        ("朝阳市双塔区", "211302", ""),
        ("上海浦东", "310115", ""),
        ("香港特别行政区九龙油尖旺区", "810201", ""),
        ("成都市高新区天府大道", "510100", "高新区天府大道"),
        ("成都市武侯大道1号", "510100", "武侯大道1号"),
        ("朝阳区建国路", None, "朝阳区建国路"),
        ("北京路1号", None, "北京路1号"),
        ("上海东路", None, "上海东路"),
        ("中国路1号", None, "中国路1号"),
        ("幸福小区3栋", None, "幸福小区3栋"),
        ("", None, ""),
    ],
)
def test_addresses_as_lists_hold_them(address: str, code: str | None, rest: str) -> None:
    assert parse_address(address) == ParsedAddress(region_code=code, rest=rest)


@pytest.mark.parametrize("province", children(), ids=lambda each: each.name)
def test_every_full_name_leads_back_to_its_region(province: Region) -> None:
    for city in children(province.code):
        for each in (city, *children(city.code)):
            assert full_name(parse_address(full_name(each.code)).region_code or "") == full_name(each.code)


@given(st.text())
def test_nothing_is_lost_of_text_that_names_no_place(text: str) -> None:
    found = parse_address(text)
    assert found.region_code or found.rest == mend(text)
