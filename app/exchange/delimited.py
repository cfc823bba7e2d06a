"""CSV and its kin: comma, tab, semicolon or bar; quotes, line breaks inside cells, Excel's ="0012"."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.errors import UserError
from app.exchange.encodings import encoding_of
from app.exchange.limits import Limits

DELIMITERS = (",", "\t", ";", "|", "，")
SAMPLE_CHARACTERS = 65_536
SAMPLE_ROWS = 60
# Excel writes ="0012" to keep leading zeros; the wrapper is not part of what the shop typed.
_MADE_HARMLESS = frozenset("=+-@\t\r＝＋－＠")
_TEXT_FORMULA = re.compile(r'="((?:[^"]|"")*)"')


def read_delimited(path: Path, limits: Limits) -> Iterator[dict[str, Any]]:
    """First the facts (encoding, delimiter), then `[line number, cells]`. Raises UserError."""
    encoding = encoding_of(path)
    csv.field_size_limit(limits.cell_characters)
    with path.open(encoding=encoding, newline="") as stream:
        delimiter = sniffed(stream.read(SAMPLE_CHARACTERS))
        stream.seek(0)
        yield {"facts": {"encoding": encoding, "delimiter": delimiter}}
        reader = csv.reader(stream, delimiter=delimiter)
        begins, count = 1, 0
        try:
            for cells in reader:
                count += 1
                if count > limits.rows:
                    raise UserError("list-too-long", file=path.name, rows=count, limit=limits.rows)
                if len(cells) > limits.columns:
                    raise UserError("list-too-wide", file=path.name, columns=len(cells), limit=limits.columns)
                yield {"row": [begins, [unwrapped(cell) for cell in cells]]}
                begins = reader.line_num + 1
        except csv.Error:
            raise UserError("list-quote-open", file=path.name, line=begins) from None


def sniffed(sample: str) -> str:
    """The delimiter that cuts the sample into the most even rows; a comma when none does."""
    best: str = ","
    best_score = 0.0
    for delimiter in DELIMITERS:
        score = _evenness(sample, delimiter)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _evenness(sample: str, delimiter: str) -> float:
    widths: Counter[int] = Counter()
    try:
        for cells in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter):
            if any(cell.strip() for cell in cells):
                widths[len(cells)] += 1
            if widths.total() >= SAMPLE_ROWS:
                break
    except csv.Error:
        return 0.0
    if not widths:
        return 0.0
    width, rows = widths.most_common(1)[0]
    if width == 1 and len(widths) > 1:
        width, rows = max(widths), widths[max(widths)] // 2
    return 0.0 if width == 1 else rows / widths.total() + min(width, 20) / 100


def unwrapped(cell: str) -> str:
    """`="0012"` becomes 0012, and '=1+1 (made harmless by whoever wrote the file) becomes the text =1+1 again."""
    if cell[:1] == "'" and cell[1:2] in _MADE_HARMLESS:
        return cell[1:]
    match = _TEXT_FORMULA.fullmatch(cell)
    return match[1].replace('""', '"') if match else cell
