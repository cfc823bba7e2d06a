"""Drawing in millimetres from the top left corner, straight into PDF operators."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.documents.breaking import break_lines
from app.documents.faces import Weight, face, printable, runs, width_of

MM = 72 / 25.4
"""Points in a millimetre."""

_PLAIN = re.compile(rb"[ !-'*-\[\]-~]*")
_ELLIPSIS = "…"
_SHORT = 8
_ONE_LINE = 0.8
"""A text is made this much smaller before it is cut into lines, so that a name or address stays in one
piece.
"""


class Align(StrEnum):
    """Where a text stands against its x."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, kw_only=True, slots=True)
class Fitted:
    """A text cut and, if need be, made smaller for its cell; `cut` when even so something had to be left
    out.
    """

    lines: tuple[str, ...]
    size: float
    cut: bool = False


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width in millimetres of a text at `size` points."""
    return width_of(printable(text), size, bold=bold) / MM


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """The lines of a text in a cell `width` millimetres wide; the text's own line breaks are kept."""
    limit = width * MM
    paragraphs = [printable(part) for part in text.splitlines()] or [""]
    return break_lines("\n".join(paragraphs), limit, lambda part: width_of(part, size, bold=bold))


def fit(
    text: str, width: float, height: float, size: float, *, smallest: float = 6.5, bold: bool = False
) -> Fitted:
    """The largest size from `size` down to `smallest` points at which a text fills its cell and no more.

    Width and height in millimetres. What does not fit at the smallest size ends in an ellipsis.
    """
    limit = width * MM
    if "\n" not in text:
        shown = printable(text)
        natural = width_of(shown, size, bold=bold)
        if natural <= limit:
            return Fitted(lines=(shown,), size=size)
        tighter = int(size * limit / natural * 10) / 10
        if tighter >= max(_ONE_LINE * size, smallest):
            return Fitted(lines=(shown,), size=tighter)
    at = size
    while True:
        lines = wrap(text, width, at, bold=bold)
        room = max(1, int((height * MM - 1.5) / leading(at)))
        if len(lines) <= room:
            return Fitted(lines=tuple(lines), size=at)
        if at <= smallest:
            return Fitted(lines=_cut(lines, room, limit, at, bold=bold), size=at, cut=True)
        at = max(smallest, at - 0.5)


def _cut(lines: list[str], room: int, limit: float, size: float, *, bold: bool) -> tuple[str, ...]:
    kept = lines[:room]
    last = kept[-1]
    while last and width_of(last + _ELLIPSIS, size, bold=bold) > limit:
        last = last[:-1]
    return (*kept[:-1], last + _ELLIPSIS)


def leading(size: float) -> float:
    """The distance in points from one line to the next."""
    return size * 1.28


class Ink:
    """The operators of one page, or of a part used on many pages.

    Sizes of type and weights of lines are in points, everything else in millimetres.
    """

    def __init__(self, document: Any, height: float, known: dict[tuple[str, float, bool], str]) -> None:
        """`known` keeps the operators of short texts, shared by all pages of one document."""
        self._document = document
        self._height = height * MM
        self._known = known
        self.operators: list[str] = []

    def text(
        self, x: float, y: float, text: str, size: float, *, bold: bool = False, align: Align = Align.LEFT
    ) -> None:
        """One line with its baseline at `y`."""
        shown = printable(text)
        if not shown:
            return
        left = x * MM
        if align is not Align.LEFT:
            left -= width_of(shown, size, bold=bold) / (2 if align is Align.CENTRE else 1)
        strokes = self._strokes(shown, size, bold=bold)
        self.operators.append(f"BT {left:.2f} {self._height - y * MM:.2f} Td {strokes} ET")

    def spread(self, x: float, y: float, step: float, text: str, size: float) -> None:
        """Printable ASCII, each character centred in a cell `step` wide: the first cell begins at x."""
        pitch = step * MM * 1000 / size
        widths = [width_of(character, 1000) for character in text]
        shown = "".join(
            f"{(before + width) / 2 - pitch:.0f}{_string(character.encode('ascii'))}"
            for before, width, character in zip(widths, widths[1:], text[1:], strict=False)
        )
        left = x * MM + (pitch - widths[0]) / 2 * size / 1000
        name = face(Weight.REGULAR).getSubsetInternalName(0, self._document)
        shown = _string(text[:1].encode("ascii")) + shown
        base = self._height - y * MM
        self.operators.append(f"BT {left:.2f} {base:.2f} Td {name} {size:g} Tf [{shown}] TJ ET")

    def turned(self, x: float, y: float, text: str, size: float, *, bold: bool = False) -> None:
        """One line read upwards, centred on `y`, its baseline at `x`."""
        shown = printable(text)
        low = self._height - y * MM - width_of(shown, size, bold=bold) / 2
        strokes = self._strokes(shown, size, bold=bold)
        self.operators.append(f"BT 0 1 -1 0 {x * MM:.2f} {low:.2f} Tm {strokes} ET")

    def block(  # noqa: PLR0917 (a place takes four numbers)
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        align: Align = Align.LEFT,
        smallest: float = 6.5,
    ) -> Fitted:
        """A text fitted into a box and centred on its height."""
        fitted = fit(text, width, height, size, smallest=smallest, bold=bold)
        step = leading(fitted.size) / MM
        first = y + height / 2 - step * (len(fitted.lines) - 1) / 2 + 0.36 * fitted.size / MM
        at = {Align.LEFT: x, Align.CENTRE: x + width / 2, Align.RIGHT: x + width}[align]
        for number, line in enumerate(fitted.lines):
            self.text(at, first + number * step, line, fitted.size, bold=bold, align=align)
        return fitted

    def line(
        self, x1: float, y1: float, x2: float, y2: float, weight: float = 0.4, *, dash: str = ""
    ) -> None:
        """A straight line; `dash` in points, like "1 2"."""
        path = f"{x1 * MM:.2f} {self._height - y1 * MM:.2f} m {x2 * MM:.2f} {self._height - y2 * MM:.2f} l S"
        self.operators.append(f"{weight} w [{dash}] 0 d {path} [] 0 d" if dash else f"{weight} w {path}")

    def box(
        self, x: float, y: float, width: float, height: float, weight: float = 0.4, *, dash: str = ""
    ) -> None:
        """The outline of a rectangle."""
        path = f"{self._rectangle(x, y, width, height)} S"
        self.operators.append(f"{weight} w [{dash}] 0 d {path} [] 0 d" if dash else f"{weight} w {path}")

    def fill(self, x: float, y: float, width: float, height: float, grey: float = 0.93) -> None:
        """A grey rectangle, 0 black to 1 white; light enough that a laser printer keeps the text readable."""
        self.operators.append(f"{grey} g {self._rectangle(x, y, width, height)} f 0 g")

    def path(self, points: Iterable[tuple[float, float]], weight: float) -> None:
        """A broken line with round joins, as a tick is made."""
        steps = " ".join(
            f"{x * MM:.2f} {self._height - y * MM:.2f} {'l' if number else 'm'}"
            for number, (x, y) in enumerate(points)
        )
        self.operators.append(f"{weight} w 1 J 1 j {steps} S 0 J 0 j")

    def cells(self, x: float, y: float, unit: float, rectangles: str, *, bleed: float = 0.0) -> None:
        """Black rectangles given as `column row width height re` in units of `unit` millimetres downwards.

        `bleed` (in units) closes the hairlines that some viewers show between neighbours.
        """
        scale = unit * MM
        ending = f"{bleed} w B" if bleed else "f"
        place = f"{scale:.4f} 0 0 {-scale:.4f} {x * MM:.2f} {self._height - y * MM:.2f} cm"
        self.operators.append(f"q {place} {rectangles} {ending} Q")

    def _rectangle(self, x: float, y: float, width: float, height: float) -> str:
        return f"{x * MM:.2f} {self._height - (y + height) * MM:.2f} {width * MM:.2f} {height * MM:.2f} re"

    def _strokes(self, text: str, size: float, *, bold: bool) -> str:
        """The operators that show a printable text; a rare character in a bold line is thickened by a
        stroke.
        """
        key = (text, size, bold)
        if (known := self._known.get(key)) is not None:
            return known
        shown: list[str] = []
        for weight, run in runs(text, bold=bold):
            fat = bold and weight is Weight.RARE
            for subset, codes in face(weight).splitString(run, self._document):
                name = face(weight).getSubsetInternalName(subset, self._document)
                shown.append(
                    f"{name} {size:g} Tf {f'{size * 0.035:.2f} w 2 Tr ' if fat else ''}{_string(codes)} Tj"
                )
            if fat:
                shown.append("0 Tr")
        strokes = " ".join(shown)
        if len(text) <= _SHORT:
            self._known[key] = strokes
        return strokes


def _string(codes: bytes) -> str:
    return f"({codes.decode('ascii')})" if _PLAIN.fullmatch(codes) else f"<{codes.hex()}>"
