"""The offset of a printer really moves the page, and the test page names the number that mends it."""

from __future__ import annotations

import pytest

from app.documents.offset_page import REACH_MM, offset_page, reading
from app.documents.preview import page_count, page_sizes_mm, page_text, render
from app.documents.records import Language, PaperSize, Sheet
from app.documents.registration_form import registration_form
from tests.builders.papers import HOUSE, registration

DPI = 254  # ten dots to the millimetre


def moved(pdf: bytes, right: int, down: int) -> list[bytes]:
    """The rows of the first page, cut so that a page moved by so many dots shows the same."""
    picture = render(pdf, 0, dpi=DPI)
    wide = 3 * picture.width
    rows = [picture.rgb[row * wide : (row + 1) * wide] for row in range(picture.height)]
    return [row[3 * right : wide - 3 * (100 - right)] for row in rows[down : picture.height - (100 - down)]]


def different(first: list[bytes], second: list[bytes]) -> float:
    """The share of dots that are dark on one page and light on the other."""
    off = sum(
        abs(one - other) > 128
        for left, right in zip(first, second, strict=True)
        if left != right
        for one, other in zip(left, right, strict=True)
    )
    return off / sum(map(len, first))


@pytest.mark.parametrize("page", ["form", "test page"])
def test_the_offset_moves_everything_on_the_page_right_and_down(page: str) -> None:
    def made(sheet: Sheet) -> bytes:
        if page == "form":
            return registration_form(registration(), house=HOUSE, sheet=sheet)
        return offset_page(sheet)

    plain, shifted = made(Sheet()), made(Sheet(offset_x_mm=3.0, offset_y_mm=2.0))
    limit = 0.0005 if page == "form" else 0.002  # the numbers of the test page change with the offset
    assert different(moved(plain, 0, 0), moved(shifted, 30, 20)) < limit
    assert different(moved(plain, 0, 0), moved(shifted, 0, 0)) > 10 * limit


@pytest.mark.parametrize("size", list(PaperSize))
@pytest.mark.parametrize("language", list(Language))
def test_it_is_one_page_of_the_paper_in_the_printer(size: PaperSize, language: Language) -> None:
    pdf = offset_page(Sheet(size=size, language=language), printer="Counter")
    assert page_count(pdf) == 1
    assert "Counter" in page_text(pdf, 0)
    assert page_sizes_mm(pdf)[0][0] == pytest.approx(210 if size is PaperSize.A4 else 148, abs=0.1)


def test_the_number_at_the_crease_replaces_the_present_offset() -> None:
    assert reading(0.0, 2.5) == 2.5
    assert reading(1.5, -2.0) == -0.5
    told = page_text(offset_page(Sheet(offset_x_mm=1.5)), 0)
    for number in (1.5 + REACH_MM, 1.5 - REACH_MM):
        assert f"{number:g}" in told
