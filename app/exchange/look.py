"""Tells what a file really is, by content and not by name, before any parser touches it."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.errors import UserError
from app.exchange.limits import MEGABYTE, Limits
from app.exchange.old_office import ole_names

HEAD_BYTES = 8_192
PROLOG_BYTES = 65_536


class FileKind(StrEnum):
    """What can be read as a list."""

    XLSX = "xlsx"
    XLS = "xls"
    TEXT = "text"
    VCARD = "vcard"


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """The outcome of a first look; `named_otherwise` says that the extension promises another kind."""

    path: Path
    kind: FileKind
    size: int
    named_otherwise: bool = False


# First bytes of what people pick by mistake; the value names the kind in the refusal.
_FOREIGN = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"RIFF", "media"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"#!", "program"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"SQLite format 3", "database"),
    (b"{\\rtf", "document"),
    (b"\x09\x08\x10\x00", "old-spreadsheet"),
    (b"\x09\x08\x08\x00", "old-spreadsheet"),
    (b"\x09\x04\x06\x00", "old-spreadsheet"),
    (b"\x09\x02\x06\x00", "old-spreadsheet"),
)
_EXTENSIONS = {
    ".xlsx": FileKind.XLSX,
    ".xls": FileKind.XLS,
    ".csv": FileKind.TEXT,
    ".tsv": FileKind.TEXT,
    ".txt": FileKind.TEXT,
    ".vcf": FileKind.VCARD,
    ".vcard": FileKind.VCARD,
}
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def look(path: Path, limits: Limits | None = None) -> Look:
    """What the file is. Raises UserError `list-…` when it cannot be read as a list of customers."""
    limits = limits or Limits()
    size, head = _head(path, limits)
    kind = _kind(path, head, limits)
    expected = _EXTENSIONS.get(path.suffix.lower())
    return Look(
        path=path, kind=kind, size=size, named_otherwise=expected is not None and expected is not kind
    )


def _head(path: Path, limits: Limits) -> tuple[int, bytes]:
    try:
        if path.is_dir():
            raise UserError("list-is-folder", file=path.name)
        size = path.stat().st_size
        with path.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
    except FileNotFoundError:
        raise UserError("list-not-found", file=str(path)) from None
    except OSError as error:
        raise UserError("list-unreadable", file=path.name, reason=error.strerror or "") from error
    if not head.strip(b"\x00\r\n\t \xef\xbb\xbf"):
        raise UserError("list-empty", file=path.name)
    if size > limits.file_bytes:
        raise UserError(
            "list-too-large", file=path.name, size=size // MEGABYTE, limit=limits.file_bytes // MEGABYTE
        )
    return size, head


def _kind(path: Path, head: bytes, limits: Limits) -> FileKind:
    if head.startswith(b"PK"):
        return _kind_of_zip(path, limits)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return _kind_of_ole(path)
    for magic, found in _FOREIGN:
        if head.startswith(magic):
            raise UserError(f"list-is-{found}", file=path.name)
    return _kind_of_text(path, head)


def _kind_of_text(path: Path, head: bytes) -> FileKind:
    if head.startswith(_UTF16_MARKS):
        text = head[: len(head) // 2 * 2].decode("utf-16", errors="replace")
    else:
        if b"\x00" in head:
            raise UserError("list-is-binary", file=path.name)
        text = head.decode("latin-1").removeprefix("ï»¿")
    start = text.lstrip("\ufeff \t\r\n").lower()
    if start.startswith("begin:vcard"):
        return FileKind.VCARD
    if start.startswith(("<!doctype", "<html", "<table", "<head", "<meta", "<style", "<?xml", "<!--")):
        raise UserError("list-is-web-page", file=path.name)
    if start.startswith(("mime-version:", "begin:vcalendar")):
        raise UserError("list-is-document", file=path.name)
    return FileKind.TEXT


def _kind_of_ole(path: Path) -> FileKind:
    names = ole_names(path)
    if "encryptedpackage" in names:
        raise UserError("list-has-password", file=path.name)
    if "_vba_project_cur" in names:
        raise UserError("list-has-macros", file=path.name)
    if "workbook" in names or "book" in names:
        return FileKind.XLS
    if names & {"worddocument", "powerpoint document", "__properties_version1.0"}:
        raise UserError("list-is-document", file=path.name)
    raise UserError("list-damaged", file=path.name)


def _kind_of_zip(path: Path, limits: Limits) -> FileKind:
    try:
        with zipfile.ZipFile(path) as package:
            parts = package.infolist()
            _refuse_bomb(path, parts, limits)
            _refuse_foreign_package(path, package, {part.filename.lower() for part in parts})
            for part in parts:
                _refuse_unsafe_part(path, package, part)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, KeyError, zlib.error):
        raise UserError("list-damaged", file=path.name) from None
    return FileKind.XLSX


def _refuse_bomb(path: Path, parts: list[zipfile.ZipInfo], limits: Limits) -> None:
    unpacked = sum(part.file_size for part in parts)
    packed = max(1, sum(part.compress_size for part in parts))
    if len(parts) > limits.parts or unpacked > limits.unpacked_bytes:
        raise UserError("list-swells", file=path.name, size=unpacked // MEGABYTE)
    if unpacked > limits.ratio_from_bytes and unpacked / packed > limits.ratio:
        raise UserError("list-swells", file=path.name, size=unpacked // MEGABYTE)


def _refuse_foreign_package(path: Path, package: zipfile.ZipFile, names: set[str]) -> None:
    if any(part.flag_bits & 0x1 for part in package.infolist()):
        raise UserError("list-has-password", file=path.name)
    if "mimetype" in names and b"opendocument" in package.read("mimetype")[:200]:
        raise UserError("list-is-opendocument", file=path.name)
    if "xl/workbook.bin" in names:
        raise UserError("list-is-xlsb", file=path.name)
    if any(name.startswith(("word/", "ppt/", "visio/")) for name in names):
        raise UserError("list-is-document", file=path.name)
    if "xl/workbook.xml" not in names:
        raise UserError("list-is-archive", file=path.name)
    if any(name.endswith("vbaproject.bin") or name.startswith("xl/macrosheets/") for name in names):
        raise UserError("list-has-macros", file=path.name)


def _refuse_unsafe_part(path: Path, package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """A DTD has no place in a workbook (ECMA-376 forbids it) and is how entity bombs travel."""
    name = part.filename.lower()
    if not name.endswith((".xml", ".rels", ".vml")):
        return
    with package.open(part) as stream:
        prolog = stream.read(PROLOG_BYTES).replace(b"\x00", b"")
    if b"<!DOCTYPE" in prolog or b"<!ENTITY" in prolog:
        raise UserError("list-has-dtd", file=path.name)
    if name == "[content_types].xml" and b"macroEnabled" in prolog:
        raise UserError("list-has-macros", file=path.name)
