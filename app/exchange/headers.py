"""Finds the header of a list: not always the first row, sometimes two rows with merged cells, or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.exchange.cells import Cell, RawRow, cell_text, is_blank
from app.exchange.fields import field_for

SEARCHED_ROWS = 25
Merges = Sequence[tuple[int, int, int, int]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Header:
    """Where the titles stand and what they are; `row` 0 means the list begins with its first record.

    `groups` are the words of merged cells above (联系方式 over 手机 and 地址), blank where there are none.
    """

    row: int
    titles: tuple[str, ...]
    groups: tuple[str, ...]

    def shown(self, column: int) -> str:
        """The title as people name it, with its group in front: 联系方式 手机."""
        return " ".join(part for part in (self.groups[column], self.titles[column]) if part)


def find_header(rows: Sequence[RawRow], merges: Merges = ()) -> Header:
    """The row with most words we know among the first ones; equal counts go to the upper row."""
    width = max((len(row.cells) for row in rows), default=0)
    best, best_hits = -1, 0
    for index, row in enumerate(rows[:SEARCHED_ROWS]):
        hits = _known_words(row)
        if hits > best_hits:
            best, best_hits = index, hits
    if best < 0:
        return Header(row=0, titles=("",) * width, groups=("",) * width)
    above = rows[best - 1] if best and rows[best - 1].number == rows[best].number - 1 else None
    return _joined(rows[best], above, merges, width)


def _known_words(row: RawRow) -> int:
    """How many cells are titles; a row with a long text or a number in it is hardly a header."""
    hits = 0
    for cell in row.cells:
        if is_blank(cell):
            continue
        if not isinstance(cell, str) or len(cell) > 40:
            return 0
        found = field_for(cell)
        hits += 0 if found is None else (3 if found[1] else 1)
    return hits


def _joined(row: RawRow, above: RawRow | None, merges: Merges, width: int) -> Header:
    titles = [_title(_at(row.cells, column)) for column in range(width)]
    groups = [""] * width
    if above is not None and _is_group_row(above):
        spread = _spread(above, merges, width)
        for column in range(width):
            if not titles[column]:
                titles[column] = spread[column]
            elif spread[column] != titles[column]:
                groups[column] = spread[column]
    return Header(row=row.number, titles=tuple(titles), groups=tuple(groups))


def _is_group_row(above: RawRow) -> bool:
    """Several short texts above belong to the header; a single one is the title of the sheet."""
    texts = [cell for cell in above.cells if not is_blank(cell)]
    return len(texts) >= 2 and all(isinstance(cell, str) and len(cell) <= 40 for cell in texts)


def _spread(above: RawRow, merges: Merges, width: int) -> list[str]:
    """The texts of the upper row, each carried over all columns its merged cell covers."""
    texts = [_title(_at(above.cells, column)) for column in range(width)]
    for top, first, bottom, last in merges:
        if top <= above.number - 1 <= bottom and 0 <= first < width:
            for column in range(first, min(last, width - 1) + 1):
                texts[column] = texts[first]
    return texts


def _at(cells: Sequence[Cell], column: int) -> Cell:
    return cells[column] if column < len(cells) else None


def _title(cell: Cell) -> str:
    return " ".join(cell_text(cell).replace("\ufeff", "").split())
