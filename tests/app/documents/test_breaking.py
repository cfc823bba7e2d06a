"""Chinese line breaking: what may stand at the edges of a line, for any text and any width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.breaking import NEVER_FIRST, NEVER_LAST, break_lines, pieces


def width(text: str) -> float:
    """A measure like a real font's: an ideograph one em, a latin letter half."""
    return sum(0.5 if character < "\u0250" else 1.0 for character in text)


texts = st.text(
    st.one_of(
        st.sampled_from("新顾客登记表成都高新分店，。、；：？！）》」』”…—（《「『“￥·"),
        st.sampled_from("abcXYZ0123456789 .,-@()%"),
        st.sampled_from("𠮷䶮㛃𬱖"),
    ),
    max_size=80,
)
widths = st.floats(min_value=2.0, max_value=30.0)


@given(texts, widths)
def test_no_line_is_wider_than_its_cell(text: str, limit: float) -> None:
    assert all(width(line) <= limit for line in break_lines(text, limit, width))


@given(texts, widths)
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(text: str, limit: float) -> None:
    lines = break_lines(text, limit, width)
    if any(width(piece.rstrip()) > limit for piece in pieces(text)):
        return
    assert not [line for line in lines[1:] if line and line[0] in NEVER_FIRST]
    assert not [line for line in lines[:-1] if line and line[-1] in NEVER_LAST]


@given(texts, widths)
def test_every_character_but_the_spaces_at_the_breaks_is_kept(text: str, limit: float) -> None:
    joined = "".join(break_lines(text, limit, width))
    assert joined.replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        ("请于当日十八点前，录入系统。", 8, ["请于当日十八点", "前，录入系统。"]),
        ("客户（成都）有限公司", 3, ["客户", "（成", "都）有", "限公司"]),
        ("联系电话13880001234周末", 7, ["联系电话", "13880001234周", "末"]),
        ("BranchDesk 2026 版", 5.5, ["BranchDesk", "2026 版"]),
        ("privacy@example.com", 6, ["privacy@exam", "ple.com"]),
        ("他说——好", 3, ["他说", "——好"]),
        ("第一行\n第二行", 10, ["第一行", "第二行"]),
        ("男/女", 2, ["男/", "女"]),
        ("", 5, [""]),
    ],
)
def test_breaks_where_a_printer_would(text: str, limit: float, lines: list[str]) -> None:
    assert break_lines(text, limit, width) == lines


def test_a_row_of_closing_marks_longer_than_the_line_is_cut_rather_than_lost() -> None:
    assert "".join(break_lines("。" * 9, 4, width)) == "。" * 9


def test_a_character_wider_than_the_cell_still_gets_its_line() -> None:
    assert break_lines("登记", 0.5, width) == ["登", "记"]
