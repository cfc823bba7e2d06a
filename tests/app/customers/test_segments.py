"""A mobile prefix tells where it was issued."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.customers.regions import full_name, region
from app.customers.segments import Segment, segment_of


@pytest.mark.parametrize(
    ("number", "segment"),
    [
        (
            "13800138000",
            Segment(province="北京", city="北京", area_code="010", region_code="110000", carrier="移动"),
        ),
        (
            "1300002",
            Segment(province="安徽", city="合肥", area_code="0551", region_code="340100", carrier="联通"),
        ),
        (
            "19200001234",
            Segment(province="广东", city="佛山", area_code="0757", region_code="440600", carrier="广电"),
        ),
    ],
)
def test_known_prefixes(number: str, segment: Segment) -> None:
    assert segment_of(number) == segment


@pytest.mark.parametrize(
    "number", ["19999999999", "12345", "", "2000000", "0000000", "138001٣8000", "abcdefg"]
)
def test_unknown_prefixes_say_nothing(number: str) -> None:
    assert segment_of(number) is None


def test_every_place_of_the_table_is_a_region_we_know() -> None:
    places = {
        found.region_code for prefix in range(1_300_000, 2_000_000, 7) if (found := segment_of(str(prefix)))
    }
    assert len(places) > 300
    assert all(region(code) for code in places)


@pytest.mark.parametrize(
    ("city", "name"),
    [("西昌", "四川省凉山彝族自治州"), ("临河", "内蒙古自治区巴彦淖尔市"), ("仙桃", "湖北省仙桃市")],
)
def test_places_named_after_their_seat_lie_where_they_are_today(city: str, name: str) -> None:
    found = (segment_of(str(prefix)) for prefix in range(1_300_000, 2_000_000))
    assert full_name(next(each.region_code for each in found if each and each.city == city)) == name


@given(st.text())
def test_any_text_may_be_asked_about(text: str) -> None:
    assert segment_of(text) is None or text[:7].isdecimal()
