"""What a name typed at the counter tells."""

from __future__ import annotations

import pytest

from app.registration.naming import read_name
from app.states import Gender


@pytest.mark.parametrize(
    ("typed", "name", "gender", "is_full"),
    [
        ("王女士", "王女士", Gender.FEMALE, False),
        ("张伟先生", "张伟", Gender.MALE, True),
        ("李经理", "李经理", Gender.UNKNOWN, False),
        ("欧阳娜娜", "欧阳娜娜", Gender.UNKNOWN, True),
        ("张 三（男）", "张三", Gender.MALE, True),
    ],
)
def test_a_title_tells_the_sex_and_stays_with_a_bare_surname(
    typed: str, name: str, gender: Gender, is_full: bool
) -> None:
    found = read_name(typed)
    assert (found.name, found.gender, found.is_full) == (name, gender, is_full)
