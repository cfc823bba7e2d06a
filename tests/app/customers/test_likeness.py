"""How alike customers are, by the shipped scores."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.customers.likeness import Crowd, Traits, likeness
from app.customers.names import sort_key
from app.defaults import SETTINGS

SCORES: dict[str, int] = SETTINGS["duplicate-scores"]  # type: ignore[assignment]
STOP, WARN = 90, 50


def traits(name: str = "张三", **more: object) -> Traits:
    return replace(Traits(name=name, name_key=sort_key(name)), **more)  # type: ignore[arg-type]


def score(one: Traits, other: Traits) -> int:
    return likeness(one, other, SCORES)


PHONE = ("13800138000",)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (traits(phones=PHONE), traits(phones=PHONE), 100),
        (traits(phones=PHONE), traits("章三", phones=PHONE), 75),
        (traits(phones=PHONE), traits("李四", phones=PHONE), 60),
        (traits(phones=PHONE), traits(phones=("02800138000",)), 80),
        (traits(phones=PHONE, gender="male"), traits("王芳", phones=PHONE, gender="female"), 30),
        (traits(vehicles=("川A12345",)), traits(vehicles=("川A12345",)), 100),
        (traits(wechat="zs88"), traits("小张", wechat="zs88"), 50),
        (traits(birth=1, place="510107人民路1号"), traits(birth=1, place="510107人民路1号"), 65),
        (traits(birth=1), traits(birth=2), 15),
        (traits("甲公司", uscc="9"), traits("乙公司", uscc="9"), 90),
        (traits("大有（成都）", company_key="大有"), traits("成都大有", company_key="大有"), 90),
        (traits(), traits("李四"), 0),
    ],
)
def test_scores_of_what_agrees_and_differs(one: Traits, other: Traits, expected: int) -> None:
    assert score(one, other) == expected


def test_same_name_and_phone_stop_and_a_couple_does_not() -> None:
    assert score(traits(phones=PHONE), traits(phones=PHONE)) >= STOP
    couple = traits(phones=PHONE, gender="male"), traits("王芳", phones=PHONE, gender="female")
    assert score(*couple) < WARN


some = st.builds(
    Traits,
    name=st.sampled_from(["张三", "章三", "李四"]),
    name_key=st.sampled_from(["zhang san 张三", "zhang san 章三", "li si 李四"]),
    phones=st.lists(st.sampled_from(["13800138000", "02800138000", "10086"]), max_size=2).map(tuple),
    vehicles=st.lists(st.sampled_from(["川A1", "川B2"]), max_size=1).map(tuple),
    wechat=st.sampled_from(["", "a", "b"]),
    gender=st.sampled_from(["", "male", "female"]),
    birth=st.sampled_from([None, 1, 2]),
)


@given(some, some)
def test_likeness_goes_both_ways(one: Traits, other: Traits) -> None:
    assert score(one, other) == score(other, one)


@given(st.lists(some, max_size=8))
def test_a_crowd_finds_whoever_shares_a_criterion(people: list[Traits]) -> None:
    crowd = Crowd(most=20)
    for row, person in enumerate(people, start=1):
        earlier = [
            (score(person, other), -at)
            for at, other in enumerate(people[: row - 1], start=1)
            if set(person.criteria()) & set(other.criteria())
        ]
        found, best = crowd.meet(row, person, SCORES)
        assert (best, -found) == (max(earlier) if earlier else (0, 0))


def test_a_criterion_that_fits_too_many_says_nothing() -> None:
    crowd = Crowd(most=3)
    told = [crowd.meet(row, traits(f"客{row}", phones=PHONE), SCORES)[1] for row in range(1, 8)]
    assert told == [0, 60, 60, 60, 0, 0, 0]
