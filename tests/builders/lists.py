"""Lists to import: ordinary ones by the row, and the hostile ones a desk must survive."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl

from app.exchange import child
from app.exchange.cells import RawRow
from app.exchange.headers import find_header
from app.exchange.limits import Limits
from app.exchange.look import look
from app.exchange.mapping import Mapping, guess

FILES = Path(__file__).resolve().parents[1] / "files" / "contacts"

_BOOK = (
    '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
    'Target="worksheets/sheet1.xml"/></Relationships>'
)
_ROOT = _RELATIONS.replace("/worksheet", "/officeDocument").replace("worksheets/sheet1", "xl/workbook")
_SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'


def workbook(path: Path, *rows: Sequence[object]) -> Path:
    """An .xlsx of these rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def mapping_of(path: Path) -> Mapping:
    """The guessed mapping of a harmless list, read here: a child process costs a second on a busy machine."""
    items = child._items(path, look(path).kind, None, Limits())
    told = [item["row"] for item in items if "row" in item]
    rows = [RawRow(number, tuple(cells)) for number, cells in told if any(cells)]
    return guess(find_header(rows), rows)


def csv_file(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def package(path: Path, parts: dict[str, str | bytes], *, sheet: str = "") -> Path:
    """A hand-made .xlsx; `parts` are added to or replace the usual ones."""
    whole: dict[str, str | bytes] = {
        "[Content_Types].xml": '<?xml version="1.0"?><Types/>',
        "_rels/.rels": _ROOT,
        "xl/workbook.xml": _BOOK,
        "xl/_rels/workbook.xml.rels": _RELATIONS,
        "xl/worksheets/sheet1.xml": _SHEET.format(sheet),
        **parts,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in whole.items():
            archive.writestr(name, content)
    return path


def cell_at_the_end_of_the_world(path: Path) -> Path:
    """Two cells, the second at XFD1048576: calamine asks for 17 thousand million cells and aborts."""
    far = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    )
    return package(path, {}, sheet=far)


def bomb(path: Path, megabytes: int) -> Path:
    """A sheet of so many megabytes of one and the same row, a thousandth of it packed."""
    row = '<row><c t="inlineStr"><is><t>' + "中" * 300 + "</t></is></c></row>"
    blob = row * (megabytes * 1024 * 1024 // len(row.encode()))
    return package(path, {}, sheet=blob)


def entity_bomb(path: Path) -> Path:
    """A billion laughs in the workbook part."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))
    return package(path, {"xl/workbook.xml": f'<?xml version="1.0"?><!DOCTYPE x [{entities}]><x>&l9;</x>'})


def ole(path: Path, *streams: str) -> Path:
    """An OLE container with empty streams of these names (MS-CFB, version 3)."""
    header = bytearray(512)
    header[:8] = bytes.fromhex("d0cf11e0a1b11ae1")
    struct.pack_into("<HHH", header, 24, 0x3E, 3, 0xFFFE)
    struct.pack_into("<HH", header, 30, 9, 6)
    struct.pack_into("<I", header, 44, 1)
    struct.pack_into("<I", header, 48, 1)
    struct.pack_into("<III", header, 56, 4096, 0xFFFFFFFE, 0)
    struct.pack_into("<II", header, 68, 0xFFFFFFFE, 0)
    struct.pack_into("<109I", header, 76, 0, *[0xFFFFFFFF] * 108)
    sectors = 1 + (len(streams) + 4) // 4
    chain = [0xFFFFFFFD, *range(2, sectors), 0xFFFFFFFE]
    table = struct.pack("<128I", *chain, *[0xFFFFFFFF] * (128 - len(chain)))
    directory = b"".join(
        _entry(name, 5 if place == 0 else 2) for place, name in enumerate(("Root Entry", *streams))
    )
    path.write_bytes(bytes(header) + table + directory.ljust((sectors - 1) * 512, b"\x00"))
    return path


def _entry(name: str, kind: int) -> bytes:
    coded = name.encode("utf-16-le") + b"\x00\x00"
    return struct.pack("<64sHBB", coded, len(coded), kind, 1).ljust(128, b"\x00")


def encrypted_zip(path: Path) -> Path:
    """A package whose parts carry the encryption flag."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/workbook.xml", _BOOK)
    data = bytearray(buffer.getvalue())
    for place in (6, data.index(b"PK\x01\x02") + 8):
        data[place] |= 1
    path.write_bytes(bytes(data))
    return path
