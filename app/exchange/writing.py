"""Writes tables of any length in constant memory; every text stays text, whatever it begins with."""

from __future__ import annotations

import csv
import io
import math
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import IO, Protocol, Self
from xml.sax.saxutils import escape

from app.exchange.cells import Cell, cell_text, number_text

NUMBER_STYLE, TEXT_STYLE, HEADER_STYLE, DATE_STYLE = 0, 1, 2, 3
EPOCH = date(1899, 12, 30)
MOST_CELL_CHARACTERS = 32_767
MOST_ROWS = 1_048_576
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_PLAIN_NUMBER = re.compile(r"[+-]?\d[\d .()-]*")

_TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" \
ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
ContentType="application/xml"/><Override PartName="/xl/workbook.xml" \
ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
<Override PartName="/xl/worksheets/sheet1.xml" \
ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>\
<Override PartName="/xl/styles.xml" \
ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>"""
_ROOT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
Target="xl/workbook.xml"/></Relationships>"""
_BOOK = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>\
<sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>"""
_BOOK_PARTS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" \
Target="worksheets/sheet1.xml"/><Relationship Id="rId2" \
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>\
</Relationships>"""
# Number format 49 is "@", text: a cell that begins with = stays text even when somebody edits it.
_STYLES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1">\
<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/>\
<name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts><fills count="3"><fill>\
<patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill>\
<patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/></patternFill></fill></fills><borders count="1">\
<border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>\
</cellStyleXfs>\
<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" \
applyFill="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""
_SHEET_HEAD = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView \
workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>\
</sheetViews><cols>{columns}</cols><sheetData>"""


class TableWriter(Protocol):
    """A table being written: rows in order, one header row first."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def write(self, cells: Sequence[Cell]) -> None: ...


class XlsxWriter:
    """One sheet streamed into the package; openpyxl would keep every text in memory and run those with =."""

    def __init__(
        self, path: Path, titles: Sequence[str], *, sheet: str = "Sheet1", widths: Sequence[float] = ()
    ) -> None:
        self._package = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6)
        for name, text in (
            ("[Content_Types].xml", _TYPES),
            ("_rels/.rels", _ROOT),
            ("xl/workbook.xml", _BOOK.format(name=escape(sheet_name(sheet), {'"': "&quot;"}))),
            ("xl/_rels/workbook.xml.rels", _BOOK_PARTS),
            ("xl/styles.xml", _STYLES),
        ):
            self._package.writestr(name, text)
        self._sheet: IO[bytes] = self._package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True)
        self._row = 0
        wide = list(widths) + [_width(title) for title in titles[len(widths) :]]
        columns = "".join(
            f'<col min="{place}" max="{place}" width="{width:g}" customWidth="1"/>'
            for place, width in enumerate(wide, start=1)
        )
        self._sheet.write(_SHEET_HEAD.format(columns=columns).encode())
        self._add(titles, HEADER_STYLE)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._sheet.write(b"</sheetData></worksheet>")
        self._sheet.close()
        self._package.close()

    def write(self, cells: Sequence[Cell]) -> None:
        """One row; numbers and dates keep their kind, all else is text."""
        self._add(cells, TEXT_STYLE)

    def _add(self, cells: Sequence[Cell], style: int) -> None:
        self._row += 1
        if self._row > MOST_ROWS:
            raise OverflowError("a sheet holds 1,048,576 rows")
        parts = [_cell_xml(cell, style) for cell in cells]
        self._sheet.write(f'<row r="{self._row}">{"".join(parts)}</row>'.encode())


def _cell_xml(cell: Cell, style: int) -> str:
    if cell is None or cell == "":
        return f'<c s="{style}"/>'
    if isinstance(cell, bool):
        return f'<c t="b"><v>{int(cell)}</v></c>'
    if isinstance(cell, (int, float)) and math.isfinite(cell):
        return f'<c s="{NUMBER_STYLE}"><v>{number_text(cell)}</v></c>'
    if isinstance(cell, date) and not isinstance(cell, datetime):
        return f'<c s="{DATE_STYLE}"><v>{(cell - EPOCH).days}</v></c>'
    text = clean(cell_text(cell))
    return f'<c s="{style}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def clean(text: str) -> str:
    """Text that XML can hold and Excel will not read as an escape; over-long text is cut at Excel's bound."""
    text = _LOOKS_ESCAPED.sub("_x005F_", _ILLEGAL.sub("", text)) if "_x" in text else _ILLEGAL.sub("", text)
    return text[:MOST_CELL_CHARACTERS]


def sheet_name(name: str) -> str:
    """A name Excel accepts: at most 31 characters without []:*?/\\ and not quoted."""
    return re.sub(r"[\[\]:*?/\\]", " ", clean(name)).strip("' ")[:31] or "Sheet1"


def _width(title: str) -> float:
    return min(40.0, max(10.0, sum(2 if ord(sign) > 0x2E80 else 1 for sign in title) + 4))


class CsvWriter:
    """UTF-8 with a mark, so that Excel shows Chinese; what a spreadsheet would run is made harmless."""

    def __init__(self, path: Path, titles: Sequence[str]) -> None:
        self._stream: io.TextIOWrapper = path.open("w", encoding="utf-8-sig", newline="", errors="replace")
        self._writer = csv.writer(self._stream, lineterminator="\r\n")
        self.write(titles)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stream.close()

    def write(self, cells: Sequence[Cell]) -> None:
        """One row of texts."""
        self._writer.writerow([harmless(cell_text(cell)) for cell in cells])


def harmless(text: str) -> str:
    """An apostrophe before what would be a formula (OWASP, CSV injection); -3 and +86 138 stay."""
    if text.startswith(_DANGEROUS) and not _PLAIN_NUMBER.fullmatch(text):
        return "'" + text
    return text


def write_table(
    path: Path, titles: Sequence[str], rows: Iterable[Sequence[Cell]], *, sheet: str = "Sheet1"
) -> int:
    """Write a whole table, .csv or .xlsx by the name; returns the number of rows."""
    count = 0
    writer: TableWriter = (
        CsvWriter(path, titles) if path.suffix.lower() == ".csv" else XlsxWriter(path, titles, sheet=sheet)
    )
    with writer:
        for row in rows:
            writer.write(row)
            count += 1
    return count
