"""Bars and squares are read back from the rendered page, as a scanner would."""

from __future__ import annotations

from io import BytesIO
from itertools import groupby

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st
from reportlab.graphics.barcode.code128 import _patterns

from app.documents import preview
from app.documents.ink import Ink
from app.documents.marks import (
    QR_MASK,
    code128,
    code128_codes,
    code128_width,
    code128_widths,
    qr_code,
    tick,
    tick_box,
)
from app.documents.pdf import Pdf
from app.documents.records import Sheet

DPI = 508
"""20 pixels to the millimetre."""


def _drawn(draw: object) -> preview.Picture:
    out = BytesIO()
    pdf = Pdf(out, Sheet(), title="", author="")
    ink: Ink = pdf.ink()
    assert callable(draw)
    draw(ink)
    pdf.page(ink)
    pdf.save()
    return preview.render(out.getvalue(), 0, dpi=DPI)


def _dark(picture: preview.Picture, x_mm: float, y_mm: float) -> bool:
    at = (int(y_mm * 20) * picture.width + int(x_mm * 20)) * 3
    return picture.rgb[at] < 128


SERIAL = "CD01-26-000123"


def test_the_bars_on_paper_spell_the_serial() -> None:
    picture = _drawn(lambda ink: code128(ink, 20, 30, 10, SERIAL))
    row = [_dark(picture, 15 + step / 20, 35) for step in range(60 * 20)]
    runs = [(dark, len(list(same)) / 5) for dark, same in groupby(row)][1:-1]
    modules = [round(length) for _, length in runs]
    expected = [width for code in code128_codes(SERIAL) for width in code128_widths(code)]
    assert modules == expected
    assert sum(modules) * 0.25 == pytest.approx(code128_width(SERIAL))


def test_the_qr_code_on_paper_is_the_one_meant() -> None:
    matrix = segno.make(SERIAL, error="m", mask=QR_MASK, micro=False, boost_error=False).matrix
    side = 0.75 * len(matrix)
    picture = _drawn(lambda ink: qr_code(ink, 20, 30, side, SERIAL))
    read = [
        [_dark(picture, 20 + 0.75 * (column + 0.5), 30 + 0.75 * (row + 0.5)) for column in range(len(matrix))]
        for row in range(len(matrix))
    ]
    assert read == [[bool(module) for module in row] for row in matrix]


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=20))
def test_the_check_symbol_follows_the_standard(content: str) -> None:
    *codes, check, stop = code128_codes(content)
    assert stop == 106
    assert check == (codes[0] + sum(place * code for place, code in enumerate(codes[1:], 1))) % 103


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=20))
def test_a_reader_of_the_standard_gets_the_text_back(content: str) -> None:
    assert _read(code128_codes(content)) == content


def _read(codes: list[int]) -> str:
    """Code sets B and C of ISO/IEC 15417."""
    pairs = {104: False, 105: True}[codes[0]]
    shown = ""
    for code in codes[1:-2]:
        if code in {99, 100}:
            pairs = code == 99
        else:
            shown += f"{code:02d}" if pairs else chr(code + 32)
    return shown


def test_the_symbols_are_those_of_the_standard() -> None:
    other = [[ord(letter.lower()) - ord("a") + 1 for letter in _patterns[code]] for code in range(106)]
    assert [list(code128_widths(code)) for code in range(106)] == other
    assert code128_widths(106) == (2, 3, 3, 1, 1, 1, 2)


@pytest.mark.parametrize("content", ["", "编号", "a\n"])
def test_what_the_bars_cannot_hold_is_refused(content: str) -> None:
    with pytest.raises(ValueError, match="not printable ASCII"):
        code128_codes(content)


def test_a_tick_fills_its_box_and_an_empty_box_is_white_inside() -> None:
    def draw(ink: Ink) -> None:
        tick_box(ink, 20, 20)
        tick_box(ink, 40, 20)
        tick(ink, 40, 20)

    picture = _drawn(draw)
    inside = [(0.3 + 0.1 * i, 0.3 + 0.1 * j) for i in range(26) for j in range(26)]
    assert not any(_dark(picture, 20 + x, 20 + y) for x, y in inside)
    assert sum(_dark(picture, 40 + x, 20 + y) for x, y in inside) > 60
