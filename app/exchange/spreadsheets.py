"""Workbooks read with calamine; runs in the reading child only, where a crash or a bomb costs nothing."""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any

import python_calamine as calamine

from app.errors import UserError
from app.exchange.limits import Limits

MERGES_KEPT = 2_000
HEADER_REACH = 60
_HIDDEN_ROW = re.compile(rb'<row\b[^>]*?\bhidden="(?:1|true)"')
_DATE_1904 = re.compile(rb'\bdate1904="(?:1|true)"')
# A formula whose result was never stored; the formula text is then all the shop wrote into the cell.
_BARE_FORMULA = re.compile(rb"<f\b[^>]*>([^<]{1,8192})</f>\s*(?:<v\s*/>|<v></v>)?\s*</c>")
_CELL_PLACE = re.compile(rb'<c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"')
_FORMULAS_KEPT = 20_000
_OVERLAP = 16_384


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetFacts:
    """The chosen sheet before its rows; `merges` are (top row, first column, bottom row, last column)."""

    sheet: str
    sheets: list[str]
    rows: int
    columns: int
    hidden_rows: int = 0
    epoch_1904: bool = False
    merges: list[list[int]] = field(default_factory=list)


def read_workbook(path: Path, sheet: str | None, limits: Limits) -> Iterator[dict[str, Any]]:
    """First the facts, then `[row number, cells]` one by one. Raises UserError."""
    try:
        with calamine.load_workbook(path) as book:
            yield from _read(book, path, sheet, limits)
    except calamine.PasswordError:
        raise UserError("list-has-password", file=path.name) from None
    except (calamine.CalamineError, OSError, ValueError):
        raise UserError("list-damaged", file=path.name) from None


def _read(
    book: calamine.CalamineWorkbook, path: Path, sheet: str | None, limits: Limits
) -> Iterator[dict[str, Any]]:
    names = [
        one.name
        for one in book.sheets_metadata
        if one.typ is calamine.SheetTypeEnum.WorkSheet and one.visible is calamine.SheetVisibleEnum.Visible
    ]
    if not names:
        raise UserError("list-has-no-sheet", file=path.name)
    if sheet is not None and sheet not in names:
        raise UserError("list-sheet-missing", file=path.name, sheet=sheet)
    chosen = book.get_sheet_by_name(sheet) if sheet else _first_filled(book, names)
    rows = chosen.end[0] + 1 if chosen.end else 0  # total_height of calamine 0.9 is one row short
    if rows > limits.rows:
        raise UserError("list-too-long", file=path.name, rows=rows, limit=limits.rows)
    if chosen.width > limits.columns:
        raise UserError("list-too-wide", file=path.name, columns=chosen.width, limit=limits.columns)
    told = _scan(path, book.sheet_names.index(chosen.name))
    yield {"facts": asdict(_facts(chosen, names, told, rows))}
    left = chosen.start[1] if chosen.start else 0
    for number, cells in enumerate(chosen.iter_rows(), start=1):
        for column, formula in told.formulas.get(number, {}).items():
            if 0 <= column - left < len(cells) and cells[column - left] == "":
                cells[column - left] = formula
        yield {"row": [number, cells]}


def _first_filled(book: calamine.CalamineWorkbook, names: list[str]) -> calamine.CalamineSheet:
    for name in names:
        sheet = book.get_sheet_by_name(name)
        if sheet.height:
            return sheet
    return book.get_sheet_by_name(names[0])


def _facts(sheet: calamine.CalamineSheet, names: list[str], told: PackageFacts, rows: int) -> SheetFacts:
    left = sheet.start[1] if sheet.start else 0
    merges = [
        [top, first - left, bottom, last - left]
        for (top, first), (bottom, last) in (sheet.merged_cell_ranges or [])
        if top < HEADER_REACH
    ]
    return SheetFacts(
        sheet=sheet.name,
        sheets=names,
        rows=rows,
        columns=sheet.width,
        hidden_rows=told.hidden_rows,
        epoch_1904=told.epoch_1904,
        merges=merges[:MERGES_KEPT],
    )


@dataclass(slots=True)
class PackageFacts:
    """What calamine does not tell; `formulas` without a stored result by row and column."""

    hidden_rows: int = 0
    epoch_1904: bool = False
    formulas: dict[int, dict[int, str]] = field(default_factory=dict)


def _scan(path: Path, index: int) -> PackageFacts:
    """Read the sheet's own XML once, as text and in blocks; the old format has none."""
    told = PackageFacts()
    if not zipfile.is_zipfile(path):
        return told
    with zipfile.ZipFile(path) as package:
        told.epoch_1904 = _DATE_1904.search(package.read("xl/workbook.xml")) is not None
        part = _sheet_part(package, index)
        if part in package.namelist():
            with package.open(part) as stream:
                _scan_sheet(stream, told)
    return told


def _sheet_part(package: zipfile.ZipFile, index: int) -> str:
    """The part of the sheet at `index` by the workbook's relations, else the usual name."""
    book = package.read("xl/workbook.xml").decode("utf-8", errors="replace")
    relations = package.read("xl/_rels/workbook.xml.rels").decode("utf-8", errors="replace")
    keys = re.findall(r'<(?:\w+:)?sheet\b[^>]*?\b\w+:id="([^"]+)"', book)
    for relation in re.findall(r"<(?:\w+:)?Relationship\b[^>]*>", relations):
        key = re.search(r'\bId="([^"]+)"', relation)
        target = re.search(r'\bTarget="([^"]+)"', relation)
        if key and target and index < len(keys) and key[1] == keys[index]:
            return target[1].lstrip("/") if target[1].startswith("/") else f"xl/{target[1]}"
    return f"xl/worksheets/sheet{index + 1}.xml"


def _scan_sheet(stream: IO[bytes], told: PackageFacts) -> None:
    kept = b""
    while block := stream.read(1 << 20):
        text = kept + block
        done = 0
        for match in _HIDDEN_ROW.finditer(text):
            told.hidden_rows, done = told.hidden_rows + 1, match.end()
        for match in _BARE_FORMULA.finditer(text):
            _keep_formula(text, match, told.formulas)
            done = max(done, match.end())
        kept = text[max(done, len(text) - _OVERLAP) :]


def _keep_formula(text: bytes, match: re.Match[bytes], formulas: dict[int, dict[int, str]]) -> None:
    place = _CELL_PLACE.match(text, max(0, text.rfind(b"<c ", 0, match.start())))
    if place and len(formulas) < _FORMULAS_KEPT:
        column = 0
        for letter in place[1]:
            column = column * 26 + letter - 64
        written = "=" + html.unescape(match[1].decode("utf-8", errors="replace"))
        formulas.setdefault(int(place[2]), {})[column - 1] = written
