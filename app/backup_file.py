"""The backup file: a ZIP, not compressed, of the encrypted database, its slot file and their digests."""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, Final

from db.errors import UserError
from db.faults import refusing

FORMAT: Final = "branchdesk-backup"
VERSION: Final = 1
DATABASE: Final = "branchdesk.db"
KEYS: Final = "keys.json"
_MANIFEST: Final = "backup.json"
_MEMBERS: Final = frozenset({DATABASE, KEYS})
_BLOCK: Final = 1024 * 1024
_LARGEST_MANIFEST: Final = 64 * 1024

Progress = Callable[[int, int], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Member:
    """One file inside: its length in bytes and its SHA-256."""

    length: int
    digest: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Manifest:
    """What a backup says about itself; `schema` is the edition of the database in it."""

    created_at: datetime
    schema: str
    members: Mapping[str, Member]


def write(target: Path, files: Mapping[str, Path], *, schema: str) -> Manifest:
    """Write the new file `target` and read it back; on return it is on the disk and as it should be.

    Raises OSError, UserError `backup-damaged` when the disk gave back something else.
    """
    members = {}
    with target.open("xb") as raw:
        with zipfile.ZipFile(raw, "w", zipfile.ZIP_STORED) as archive:
            for name, path in files.items():
                members[name] = _add(archive, name, path)
            manifest = Manifest(
                created_at=datetime.now(UTC).replace(microsecond=0), schema=schema, members=members
            )
            archive.writestr(_MANIFEST, _composed(manifest))
        raw.flush()
        os.fsync(raw.fileno())
    for name in files:
        copy_out(target, name, None)
    return manifest


def inspect(file: Path) -> Manifest:
    """What this backup is.

    Raises UserError `backup-missing`, `backup-foreign`, `backup-damaged`, `backup-newer`.
    """
    with _opened(file) as archive:
        return _manifest(archive, file)


def copy_out(file: Path, name: str, target: Path | None, *, progress: Progress | None = None) -> None:
    """Copy one member to the new file `target` (None: read it only) and compare its digest.

    Raises UserError as `inspect`; a target that is not whole is removed.
    """
    with _opened(file) as archive:
        member = _manifest(archive, file).members[name]
        try:
            with archive.open(name) as source:
                if target is None:
                    found = _pour(source, None, member.length, progress)
                else:
                    with target.open("xb") as sink:
                        found = _pour(source, sink, member.length, progress)
                        sink.flush()
                        os.fsync(sink.fileno())
        except (zipfile.BadZipFile, EOFError) as error:
            raise _dropped(target, file) from error
    if found != member:
        raise _dropped(target, file)


def _add(archive: zipfile.ZipFile, name: str, path: Path) -> Member:
    with path.open("rb") as source, archive.open(name, "w", force_zip64=True) as sink:
        return _pour(source, sink, path.stat().st_size, None)


def _pour(source: IO[bytes], sink: IO[bytes] | None, total: int, progress: Progress | None) -> Member:
    """Never more than `total` bytes and one block: a member that lies about its length fills no disk."""
    digest, length = hashlib.sha256(), 0
    while length <= total and (block := source.read(_BLOCK)):
        digest.update(block)
        length += len(block)
        if sink is not None:
            sink.write(block)
        if progress is not None:
            progress(length, total)
    return Member(length=length, digest=digest.hexdigest())


def _dropped(target: Path | None, file: Path) -> UserError:
    if target is not None:
        target.unlink(missing_ok=True)
    return UserError("backup-damaged", path=file)


def _opened(file: Path) -> zipfile.ZipFile:
    with refusing(path=file):
        if not file.exists():
            raise UserError("backup-missing", path=file)
        try:
            return zipfile.ZipFile(file)
        except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError) as error:
            with file.open("rb") as opened:
                cut = opened.read(4) == b"PK\x03\x04"
            raise UserError("backup-damaged" if cut else "backup-foreign", path=file) from error


def _manifest(archive: zipfile.ZipFile, file: Path) -> Manifest:
    names = archive.namelist()
    if _MANIFEST not in names:
        raise UserError("backup-foreign", path=file)
    try:
        with archive.open(_MANIFEST) as opened:
            document = json.loads(opened.read(_LARGEST_MANIFEST))
        return _parsed(document, names, file)
    except (zipfile.BadZipFile, EOFError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError("backup-damaged", path=file) from error


def _parsed(document: dict[str, Any], names: list[str], file: Path) -> Manifest:
    if document["format"] != FORMAT:
        raise UserError("backup-foreign", path=file)
    if document["version"] > VERSION:
        raise UserError("backup-newer", path=file)
    members = {
        name: Member(length=int(entry["length"]), digest=str(entry["sha256"]))
        for name, entry in document["files"].items()
    }
    if members.keys() != _MEMBERS or not members.keys() <= set(names):
        raise ValueError("other members than a backup has")
    return Manifest(
        created_at=datetime.fromisoformat(document["created"]),
        schema=str(document["schema"]),
        members=members,
    )


def _composed(manifest: Manifest) -> bytes:
    files = {
        name: {"length": member.length, "sha256": member.digest} for name, member in manifest.members.items()
    }
    document = {
        "format": FORMAT,
        "version": VERSION,
        "created": manifest.created_at.isoformat(),
        "schema": manifest.schema,
        "files": files,
    }
    return json.dumps(document, indent=1).encode()
