"""Numbers of lines: given once, kept while one works, given anew at rest."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.today.lines import Head, Line, Section, Sheet

SECTIONS = list(Section)
KEYS = st.lists(st.integers(0, 40), unique=True, max_size=20)


def line(key: int) -> Line:
    return Line(key=key, section=SECTIONS[key % len(SECTIONS)], name=f"客户{key}")


@given(KEYS, st.lists(KEYS, max_size=5))
def test_a_number_never_names_another_line(first: list[int], later: list[list[int]]) -> None:
    sheet = Sheet()
    sheet.lay_out([line(key) for key in first])
    known = {each.number: each.key for each in sheet.lines}
    for keys in later:
        sheet.renew([line(key) for key in keys])
        now = {each.number: each.key for each in sheet.lines}
        assert all(now[number] == key for number, key in known.items())
        assert {each.key for each in sheet.lines if not each.is_done} == set(keys)
        assert len(now) == len(sheet.lines)
        known = now


@given(KEYS)
def test_laid_out_the_numbers_run_from_one_through_the_sections(keys: list[int]) -> None:
    sheet = Sheet()
    sheet.lay_out([line(key) for key in keys])
    shown = [row for row in sheet.rows() if isinstance(row, Line)]
    assert [each.number for each in shown] == list(range(1, len(keys) + 1))
    heads = [row.section for row in sheet.rows() if isinstance(row, Head)]
    assert heads == sorted({line(key).section for key in keys}, key=SECTIONS.index)


def test_what_became_of_a_line_is_told_until_it_comes_back() -> None:
    sheet = Sheet()
    sheet.lay_out([line(1), line(2)])
    sheet.say(1, "满意")
    sheet.renew([line(2)])
    first = sheet.with_key(1)
    assert first is not None
    assert first.is_done
    assert first.said == "满意"
    sheet.unsay(1)
    sheet.renew([line(1), line(2)])
    first = sheet.with_key(1)
    assert first is not None
    assert not first.is_done
    assert not first.said
