"""Marks that are drawn, never typed: tick boxes, ticks, QR codes and Code 128 bars."""

from __future__ import annotations

import re
from functools import lru_cache

from app.documents.ink import Ink

BOX = 3.2
"""The side of a tick box in millimetres, large enough for a pen."""

QR_MASK = 2
"""One fixed mask pattern: trying all eight costs eight times as much and any of them reads."""

_RUN = re.compile(b"\x01+")
_WIDTHS = (
    "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 "
    "122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 "
    "322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 "
    "112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 "
    "331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 "
    "112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 "
    "124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 "
    "411311 113141 114131 311141 411131 211412 211214 211232 2331112 "
)
_PATTERNS = tuple(_WIDTHS.split())
_START_B, _START_C, _CODE_C, _CODE_B, _STOP = 104, 105, 99, 100, 106


def tick_box(ink: Ink, x: float, y: float, side: float = BOX) -> None:
    """An empty box whose top left corner is at x, y (millimetres)."""
    ink.box(x, y, side, side, 0.6)


def tick(ink: Ink, x: float, y: float, side: float = BOX) -> None:
    """A bold tick over the box at x, y, reaching out of it a little, as a hand makes it."""
    ink.path(
        (
            (x + 0.16 * side, y + 0.5 * side),
            (x + 0.42 * side, y + 0.8 * side),
            (x + 1.0 * side, y - 0.06 * side),
        ),
        1.4,
    )


def qr_code(ink: Ink, x: float, y: float, side: float, content: str) -> None:
    """A QR code (error level M) filling a square, quiet zone not included: leave four modules around it."""
    import segno

    rows = segno.make(content, error="m", mask=QR_MASK, micro=False, boost_error=False).matrix
    unit = side / len(rows)
    rectangles = " ".join(
        f"{run.start()} {number} {run.end() - run.start()} 1 re"
        for number, row in enumerate(rows)
        for run in _RUN.finditer(row)
    )
    ink.cells(x, y, unit, rectangles, bleed=0.04)


def code128(ink: Ink, x: float, y: float, height: float, content: str, *, module: float = 0.25) -> float:
    """Code 128 bars from x rightwards, `module` millimetres the thinnest bar; returns the width drawn.

    Ten modules of white are needed on either side (ISO/IEC 15417).
    """
    ink.cells(x, y, module, _bars(content, f"{height / module:g}"))
    return code128_width(content, module=module)


def code128_width(content: str, *, module: float = 0.25) -> float:
    """The width in millimetres the bars of a content take."""
    return module * sum(sum(map(int, _PATTERNS[code])) for code in code128_codes(content))


@lru_cache(maxsize=64)
def _bars(content: str, height: str) -> str:
    at = 0
    bars: list[str] = []
    for code in code128_codes(content):
        for number, digit in enumerate(_PATTERNS[code]):
            if number % 2 == 0:
                bars.append(f"{at} 0 {digit} {height} re")
            at += int(digit)
    return " ".join(bars)


def code128_widths(code: int) -> tuple[int, ...]:
    """The widths in modules of a symbol's bars and spaces, a bar first."""
    return tuple(map(int, _PATTERNS[code]))


def code128_codes(content: str) -> list[int]:
    """The symbols of a printable ASCII text with start, check and stop; runs of digits go two to a symbol.

    ValueError for a text Code 128 set B cannot hold.
    """
    if not content or any(not " " <= character <= "~" for character in content):
        raise ValueError(f"not printable ASCII: {content!r}")
    codes: list[int] = []
    for number, part in enumerate(re.findall(r"(?:\d\d){2,}|(?:(?!(?:\d\d){2}).)+", content)):
        pairs = part.isdigit() and len(part) >= 4
        if number == 0:
            codes.append(_START_C if pairs else _START_B)
        else:
            codes.append(_CODE_C if pairs else _CODE_B)
        if pairs:
            codes += [int(part[at : at + 2]) for at in range(0, len(part), 2)]
        else:
            codes += [ord(character) - 32 for character in part]
    check = codes[0] + sum(place * code for place, code in enumerate(codes[1:], 1))
    return [*codes, check % 103, _STOP]
