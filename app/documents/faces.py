"""Which font shows which character: Noto Sans SC, other letters, rare names, else the code point in brackets."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.documents.truetype import Face

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
_UNSEEN = re.compile(
    ""
    "[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)


_CHINESE = 0x2E80
"""Where letters end and Chinese characters begin."""


class Weight(StrEnum):
    """The faces at hand; LETTERS (ş, ř, Ж, λ) and RARE (𠮷) are opened only for a character the first two lack."""

    REGULAR = "NotoSansSC-Regular"
    BOLD = "NotoSansSC-Bold"
    LETTERS = "NotoSansLetters-Regular"
    LETTERS_BOLD = "NotoSansLetters-Bold"
    RARE = "RareNames"


@cache
def face(weight: Weight) -> Face:
    """The font, read once a process (0.15 s CPU for Noto Sans SC, so never before it is needed)."""
    from app.documents.truetype import Face

    return Face(weight.value, str(FONTS / f"{weight.value}.ttf"))


@cache
def _widths(weight: Weight) -> dict[str, float]:
    return {chr(code): width for code, width in face(weight).face.charWidths.items()}


def printable(text: str) -> str:
    """The text without marks that have no shape, and with line breaks and tabs as spaces."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSEEN.sub("", text.replace("\t", " ").replace("\n", " ").replace("\u00a0", " "))


def runs(text: str, *, bold: bool = False) -> list[tuple[Weight, str]]:
    """The text cut into stretches of one font; what no font holds becomes `[U+20BB7]`."""
    main = Weight.BOLD if bold else Weight.REGULAR
    known = _widths(main)
    if all(character in known for character in text):
        return [(main, text)]
    cut: list[tuple[Weight, str]] = []
    for character in text:
        weight, shown = _shown(character, main)
        if cut and cut[-1][0] is weight:
            cut[-1] = (weight, cut[-1][1] + shown)
        else:
            cut.append((weight, shown))
    return cut


def _shown(character: str, main: Weight) -> tuple[Weight, str]:
    if character in _widths(main):
        return main, character
    if ord(character) < _CHINESE:
        other = Weight.LETTERS_BOLD if main is Weight.BOLD else Weight.LETTERS
    else:
        other = Weight.RARE
    if character in _widths(other):
        return other, character
    return main, f"[U+{ord(character):04X}]"


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """The advance of a printable text in points at `size` points."""
    known = _widths(Weight.BOLD if bold else Weight.REGULAR)
    try:
        return sum([known[character] for character in text]) * size / 1000
    except KeyError:
        return (
            sum(sum(_widths(weight)[c] for c in run) for weight, run in runs(text, bold=bold)) * size / 1000
        )
