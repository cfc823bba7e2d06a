"""What a file is, told before any parser touches it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import UserError
from app.exchange.limits import MEGABYTE, Limits
from app.exchange.look import FileKind, look
from tests.builders import lists


@pytest.mark.parametrize(
    ("name", "kind", "named_otherwise"),
    [
        ("01_numbers_as_floats.xlsx", FileKind.XLSX, False),
        ("13_biff8.xls", FileKind.XLS, False),
        ("16_gbk.csv", FileKind.TEXT, False),
        ("23_csv_named.xls", FileKind.TEXT, True),
        ("John_Doe_IPHONE.vcf", FileKind.VCARD, False),
    ],
)
def test_real_files_are_told_by_content(name: str, kind: FileKind, named_otherwise: bool) -> None:
    seen = look(lists.FILES / name)
    assert (seen.kind, seen.named_otherwise) == (kind, named_otherwise)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "list-empty"),
        (b"\xef\xbb\xbf \r\n\t\r\n", "list-empty"),
        (b"%PDF-1.7\n", "list-is-pdf"),
        (b"\x89PNG\r\n\x1a\n" + bytes(30), "list-is-image"),
        (b"\xff\xd8\xff\xe0" + bytes(30), "list-is-image"),
        (b"MZ" + bytes(100), "list-is-program"),
        (b"\x7fELF" + bytes(100), "list-is-program"),
        (b"Rar!\x1a\x07\x01\x00", "list-is-archive"),
        (b"SQLite format 3\x00" + bytes(50), "list-is-database"),
        (b"{\\rtf1\\ansi", "list-is-document"),
        (b"\x09\x08\x10\x00\x00\x05", "list-is-old-spreadsheet"),
        (b"a,b\x00,c\n", "list-is-binary"),
        ("<html><table><tr><td>姓名</td></tr></table></html>".encode("gbk"), "list-is-web-page"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>', "list-is-web-page"),
        (b"PK\x03\x04 broken", "list-damaged"),
        (b"\xd0\xcf\x11\xe0" + bytes(20), "list-damaged"),
    ],
)
def test_what_is_no_list_is_named(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "客户.xlsx"
    path.write_bytes(content)
    with pytest.raises(UserError, match=f"^{code} ") as refusal:
        look(path)
    assert refusal.value.facts["file"] == "客户.xlsx"


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="list-not-found"):
        look(tmp_path / "gone.xlsx")
    with pytest.raises(UserError, match="list-is-folder"):
        look(tmp_path)


@pytest.mark.parametrize(
    ("streams", "code"),
    [
        (("EncryptionInfo", "EncryptedPackage"), "list-has-password"),
        (("Workbook", "_VBA_PROJECT_CUR"), "list-has-macros"),
        (("WordDocument", "1Table"), "list-is-document"),
        (("Something",), "list-damaged"),
    ],
)
def test_ole_containers_are_told_by_their_streams(
    tmp_path: Path, streams: tuple[str, ...], code: str
) -> None:
    with pytest.raises(UserError, match=code):
        look(lists.ole(tmp_path / "a.xls", *streams))


def test_an_ole_directory_bent_into_a_ring_ends(tmp_path: Path) -> None:
    path = lists.ole(tmp_path / "ring.xls", "a", "b", "c", "d", "e")
    data = bytearray(path.read_bytes())
    data[512 + 8 : 512 + 12] = (1).to_bytes(4, "little")
    path.write_bytes(bytes(data))
    with pytest.raises(UserError, match="list-damaged"):
        look(path)


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"xl/vbaProject.bin": b"x"}, "list-has-macros"),
        (
            {"[Content_Types].xml": '<Types x="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>'},
            "list-has-macros",
        ),
        ({"xl/workbook.bin": b"x"}, "list-is-xlsb"),
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, "list-is-opendocument"),
        ({"word/document.xml": "<x/>"}, "list-is-document"),
        (
            {"xl/sharedStrings.xml": "<!-- -->\n<!DOCTYPE sst SYSTEM 'file:///etc/passwd'><sst/>"},
            "list-has-dtd",
        ),
        ({"xl/styles.xml": '<?xml version="1.0"?><!DOCTYPE a><a/>'.encode("utf-16")}, "list-has-dtd"),
    ],
)
def test_packages_that_are_refused(tmp_path: Path, parts: dict[str, str | bytes], code: str) -> None:
    with pytest.raises(UserError, match=code):
        look(lists.package(tmp_path / "a.xlsx", parts))


def test_an_entity_bomb_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="list-has-dtd"):
        look(lists.entity_bomb(tmp_path / "a.xlsx"))


def test_an_ordinary_archive_and_a_locked_one(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="list-has-password"):
        look(lists.encrypted_zip(tmp_path / "a.xlsx"))
    archive = lists.package(tmp_path / "b.zip", {})
    archive.write_bytes(archive.read_bytes().replace(b"xl/workbook.xml", b"yl/workbook.xml"))
    with pytest.raises(UserError, match="list-is-archive"):
        look(archive)


def test_a_bomb_is_told_by_its_ratio_before_it_is_unpacked(tmp_path: Path) -> None:
    path = lists.bomb(tmp_path / "a.xlsx", 40)
    assert path.stat().st_size < MEGABYTE
    with pytest.raises(UserError, match="list-swells"):
        look(path)
    assert look(path, Limits(ratio=10_000)).kind is FileKind.XLSX
    with pytest.raises(UserError, match="list-swells"):
        look(path, Limits(ratio=10_000, unpacked_bytes=39 * MEGABYTE))


def test_a_truncated_workbook_is_damaged(tmp_path: Path) -> None:
    whole = (lists.FILES / "01_numbers_as_floats.xlsx").read_bytes()
    path = tmp_path / "half.xlsx"
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UserError, match="list-damaged"):
        look(path)


def test_size_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "big.csv"
    path.write_bytes(b"a,b\n" * 1_000_000)
    with pytest.raises(UserError, match="list-too-large") as refusal:
        look(path, Limits(file_bytes=MEGABYTE))
    assert refusal.value.facts["limit"] == 1
