"""Tables that run over pages: repeated head, rows as high as their text, no row left alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.documents.ink import MM, Align, Ink, leading, wrap

HEAD = 7.0
"""Height of a table's head in millimetres."""

_PAD = 1.4


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """A column: its title, its share of the table's width, and where its texts stand."""

    title: str
    share: float
    align: Align = Align.LEFT


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """Rows of texts under columns; `least` is the smallest row height in millimetres, 8 where people
    write.
    """

    columns: tuple[Column, ...]
    rows: Sequence[tuple[str, ...]]
    size: float = 8.5
    least: float = 6.4


@dataclass(frozen=True, kw_only=True, slots=True)
class _Line:
    """A row cut into lines of text, or a part of one that is higher than a page."""

    cells: tuple[tuple[str, ...], ...]
    height: float


def draw_table(
    table: Table,
    *,
    x: float,
    y: float,
    width: float,
    bottom: float,
    ink: Ink,
    turn: Callable[[], tuple[Ink, float]],
    after: float = 0.0,
) -> tuple[Ink, float]:
    """Draw a table from y down and on over further pages; returns the last ink and the y below the table.

    `turn` begins a new page and gives its ink and first y. A page never shows the head with a single
    row where two would have fitted on the next, and the last page never holds one row alone.
    `after` millimetres stay free below the last row, for signatures; else two rows go over to stand above.
    """
    widths = _widths(table, width)
    lines = _lines(table, widths, bottom - HEAD - 30)
    at, fresh = 0, False
    while at < len(lines):
        heights = [line.height for line in lines[at:]]
        count = rows_that_fit(heights, bottom - y - HEAD)
        if count == len(heights) > 3 and y + HEAD + sum(heights) + after > bottom:
            count -= 2
        if not count and fresh:
            count = 1
        if count:
            y = _draw_rows(ink, table, widths, lines[at : at + count], (x, y))
            at += count
        if at < len(lines):
            ink, y = turn()
            fresh = True
    return ink, y


def rows_that_fit(heights: Sequence[float], room: float) -> int:
    """How many rows go on this page so that neither it nor the next holds a lonely row; 0 to begin on
    the next.
    """
    count, used = 0, 0.0
    while count < len(heights) and used + heights[count] <= room:
        used += heights[count]
        count += 1
    if count == len(heights):
        return count
    if len(heights) - count == 1 and count > 1:
        count -= 1
    return 0 if count == 1 and len(heights) > 1 else count


def room_needed(table: Table, width: float) -> float:
    """The height a table needs at least to begin on a page: its head and the first two rows, or all three of three:
    the third is never left alone."""
    lines = _lines(table, _widths(table, width), 200)
    return HEAD + sum(line.height for line in (lines if len(lines) == 3 else lines[:2]))


def _widths(table: Table, width: float) -> list[float]:
    total = sum(column.share for column in table.columns)
    return [width * column.share / total for column in table.columns]


def _lines(table: Table, widths: list[float], highest: float) -> list[_Line]:
    step = leading(table.size) / MM
    most = max(1, int((highest - 2 * _PAD) / step))
    lines: list[_Line] = []
    for row in table.rows:
        cells = [
            tuple(wrap(text, width - 2 * _PAD, table.size)) if text else ()
            for text, width in zip(row, widths, strict=True)
        ]
        count = max(1, *map(len, cells))
        for start in range(0, count, most):
            part = tuple(cell[start : start + most] for cell in cells)
            height = max(1, *map(len, part)) * step + 2 * _PAD
            lines.append(_Line(cells=part, height=max(height, table.least)))
    return lines


def _draw_rows(
    ink: Ink, table: Table, widths: list[float], lines: list[_Line], place: tuple[float, float]
) -> float:
    x, y = place
    total = sum(widths)
    top = y
    ink.fill(x, y, total, HEAD, 0.92)
    left = x
    for column, width in zip(table.columns, widths, strict=True):
        align = Align.RIGHT if column.align is Align.RIGHT else Align.CENTRE
        ink.block(left + _PAD, y, width - 2 * _PAD, HEAD, column.title, table.size, bold=True, align=align)
        left += width
    y += HEAD
    ink.line(x, y, x + total, y, 0.7)
    for number, line in enumerate(lines):
        if number:
            ink.line(x, y, x + total, y, 0.3)
        _draw_row(ink, table, widths, line, (x, y))
        y += line.height
    left = x
    for width in widths[:-1]:
        left += width
        ink.line(left, top, left, y, 0.3)
    ink.box(x, top, total, y - top, 0.8)
    return y


def _draw_row(ink: Ink, table: Table, widths: list[float], line: _Line, place: tuple[float, float]) -> None:
    x, y = place
    step = leading(table.size) / MM
    for column, width, cell in zip(table.columns, widths, line.cells, strict=True):
        at = {Align.LEFT: x + _PAD, Align.CENTRE: x + width / 2, Align.RIGHT: x + width - _PAD}[column.align]
        single = all(len(other) <= 1 for other in line.cells)
        base = y + (line.height / 2 + 0.127 * table.size if single else _PAD + 0.95 * table.size / MM)
        for number, text in enumerate(cell):
            ink.text(at, base + number * step, text, table.size, align=column.align)
        x += width
