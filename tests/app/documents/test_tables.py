"""Tables over several pages: no lonely rows, no lost rows, the head on every page."""

from __future__ import annotations

from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from app.documents import preview
from app.documents.ink import Ink
from app.documents.pdf import Pdf
from app.documents.records import Sheet
from app.documents.tables import Column, Table, draw_table, rows_that_fit

heights = st.lists(st.floats(min_value=6, max_value=40), min_size=1, max_size=40)


@given(heights, st.floats(min_value=0, max_value=250))
def test_neither_this_page_nor_the_next_holds_a_lonely_row(rows: list[float], room: float) -> None:
    count = rows_that_fit(rows, room)
    assert sum(rows[:count]) <= room
    if len(rows) > 1:
        assert count != 1
        assert len(rows) - count != 1 or count == 0


@given(heights)
def test_all_rows_go_on_a_page_that_holds_them(rows: list[float]) -> None:
    assert rows_that_fit(rows, sum(rows) + 0.01) == len(rows)


def _pages(rows: list[tuple[str, str]], *, start: float = 30.0, after: float = 0.0) -> list[str]:
    out = BytesIO()
    pdf = Pdf(out, Sheet(), title="", author="")
    inks = [pdf.ink()]

    def turn() -> tuple[Ink, float]:
        inks.append(pdf.ink())
        return inks[-1], 20.0

    table = Table(columns=(Column(title="编号", share=1), Column(title="事项", share=4)), rows=rows)
    draw_table(table, x=15, y=start, width=180, bottom=280, ink=inks[0], turn=turn, after=after)
    for ink in inks:
        pdf.page(ink)
    pdf.save()
    return [preview.page_text(out.getvalue(), page) for page in range(len(inks))]


def test_the_head_stands_on_every_page_and_every_row_once() -> None:
    pages = _pages([(f"第{number}行", "电话回访") for number in range(100)])
    assert len(pages) == 3
    assert all("编号" in page and "事项" in page for page in pages)
    shown = " ".join(pages).split()
    assert [word for word in shown if word.startswith("第")] == [f"第{number}行" for number in range(100)]


def test_a_row_higher_than_a_page_runs_on_over_pages() -> None:
    pages = _pages([("1", "来店看车。" * 3000), ("2", "完")])
    assert "".join(pages).replace("\r\n", "").count("来店看车") >= 2990
    assert "完" in pages[-1]


def test_a_table_that_begins_too_low_begins_on_the_next_page() -> None:
    pages = _pages([("1", "甲"), ("2", "乙")], start=266.0)
    assert pages[0].strip() == ""
    assert "甲" in pages[1]
    assert "乙" in pages[1]


def test_two_rows_go_over_to_stand_above_the_signatures() -> None:
    rows = [(str(number), f"第{number}行") for number in range(36)]
    alone, kept = _pages(rows, start=30.0), _pages(rows, start=30.0, after=40.0)
    assert len(alone) == 1
    assert "第34行" in kept[1]
    assert "第33行" in kept[0]
