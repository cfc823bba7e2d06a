"""Backups of the local database: made while people work, proved by opening, restored wholly or not at all."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from app import backup_file, paths, secrets, settings
from app.backup_file import DATABASE, KEYS, Manifest, Progress
from app.keys import slot_file
from app.paths import DataFolder
from app.whole_files import locked, sync_folder, write_whole
from db import files
from db.copying import copy_database, mark_as_copy
from db.errors import UserError
from db.faults import refusing
from db.files import FileState

SUFFIX: Final = ".bdbackup"
_STAGE: Final = "restoring"
_JOURNAL: Final = "restore.json"
_SCRATCH: Final = ".backing-up-"

OpenKey = Callable[[Path], bytes]
"""Given the slot file of a backup, the key: from the keyring, a passphrase or the recovery key."""


@dataclass(frozen=True, kw_only=True, slots=True)
class BackupMade:
    """A backup that was read back and found whole."""

    path: Path
    length: int
    manifest: Manifest


@dataclass(frozen=True, kw_only=True, slots=True)
class Restored:
    """A finished restore; `aside` is the folder with the database that was there before, None without one."""

    manifest: Manifest
    aside: Path | None


def back_up(
    folder: DataFolder, key: bytes, out: Path, *, head: str, progress: Progress | None = None
) -> BackupMade:
    """Back the open database up into the file `out` (or into a new file in the folder `out`).

    The copy is of one moment, stays encrypted, is opened and checked, and takes its name only then; an
    earlier backup of that name stays until it does. Works on a database that others are writing to.
    Raises UserError `database-missing`, `database-corrupt`, `keys-damaged`, `keys-missing`, `keys-other`,
    `backup-would-overwrite`, `backup-damaged`, `backup-running`, `folder-missing`, `disk-full` and the disk's
    own faults.
    """
    if not folder.database.exists():
        raise UserError("database-missing", path=folder.database)
    target = _target(out)
    _require_whole_keys(folder.keys, key)
    needed = sum(path.stat().st_size for path in _database_files(folder.root) if path.exists())
    paths.require_space(folder.root, needed)
    with refusing(path=target), _alone(folder), _scratch(folder) as scratch:
        if target.parent == folder.backups:
            target.parent.mkdir(mode=0o700, exist_ok=True)
        if not target.parent.is_dir():
            raise UserError("folder-missing", path=target.parent)
        paths.require_space(target.parent, needed)
        copy_database(folder.database, key, scratch / DATABASE, progress=progress)
        (scratch / KEYS).write_bytes(folder.keys.read_bytes())
        _require_whole_keys(scratch / KEYS, key)
        if faults := files.faults_in(scratch / DATABASE, key):
            raise UserError("database-corrupt", path=folder.database, faults=len(faults))
        manifest = _write(scratch, target, files.revision(scratch / DATABASE, key) or head)
    return BackupMade(path=target, length=target.stat().st_size, manifest=manifest)


def rehearse(file: Path, open_key: OpenKey, scratch: Path, *, head: str) -> Manifest:
    """Prove that a backup restores: unpack it under `scratch`, open it, check every page, and clear away.

    Raises UserError as `restore`.
    """
    place = scratch / f"{_SCRATCH}rehearsal"
    try:
        return _unpack(file, place, open_key, head, None)[0]
    finally:
        shutil.rmtree(place, ignore_errors=True)


def restore(
    folder: DataFolder, file: Path, open_key: OpenKey, *, head: str, progress: Progress | None = None
) -> Restored:
    """Put a backup in the place of the database; what was there is kept aside in a folder beside it.

    The store of this process must be closed. Until everything is unpacked and checked nothing is touched;
    from then on a crash is finished by `finish_restore` at the next start. When the folder already holds the
    same key, its slot file stays: a passphrase that was replaced since does not come back.
    Raises UserError `backup-missing`, `backup-foreign`, `backup-damaged`, `backup-newer`, `database-in-use`,
    `backup-running`, what `open_key` raises, `disk-full`, `folder-on-network` and the disk's own faults.
    """
    paths.prepare(folder)
    with _alone(folder):
        _finish(folder)
        return _restore(folder, file, open_key, head, progress)


def finish_restore(folder: DataFolder) -> bool:
    """Finish a restore that a crash cut short after its point of no return; True when there was one.

    Called before every opening of the database. Raises UserError `backup-running` when another process is at
    it right now, and for a disk that still refuses.
    """
    if not (folder.root / _JOURNAL).exists():
        return False
    with _alone(folder):
        return _finish(folder)


def _finish(folder: DataFolder) -> bool:
    journal = folder.root / _JOURNAL
    if not journal.exists():
        return False
    with refusing(path=folder.root):
        told = json.loads(journal.read_bytes())
        aside = None if told["aside"] is None else folder.root / Path(told["aside"]).name
        _swap(folder, aside, keep_keys=told["keep_keys"] is True)
    return True


def _restore(
    folder: DataFolder, file: Path, open_key: OpenKey, head: str, progress: Progress | None
) -> Restored:
    stage = folder.root / _STAGE
    shutil.rmtree(stage, ignore_errors=True)
    try:
        manifest, key = _unpack(file, stage, open_key, head, progress)
        with refusing(path=folder.root):
            mark_as_copy(stage / DATABASE, key)
            aside = _aside(folder) if _anything_there(folder) else None
            with files.held_alone(folder.database):
                _commit(folder, aside, keep_keys=_same_key(folder.keys, key))
    except BaseException:
        if not (folder.root / _JOURNAL).exists():
            shutil.rmtree(stage, ignore_errors=True)
        raise
    return Restored(manifest=manifest, aside=aside)


def _write(scratch: Path, target: Path, schema: str) -> Manifest:
    part = target.with_name(f".{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        inside = {DATABASE: scratch / DATABASE, KEYS: scratch / KEYS}
        manifest = backup_file.write(part, inside, schema=schema)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(target.parent)
    return manifest


@contextmanager
def _alone(folder: DataFolder) -> Iterator[None]:
    """One backup or restore of a folder at a time."""
    with ExitStack() as held:
        try:
            held.enter_context(locked(folder.root / "backup", wait=False))
        except UserError as error:
            raise UserError("backup-running", path=folder.root) from error
        yield


def _target(out: Path) -> Path:
    """A file of any other kind is never overwritten."""
    out = out.expanduser().absolute()
    if out.is_dir():
        return out / f"branchdesk-{datetime.now().astimezone():%Y%m%d-%H%M%S}{SUFFIX}"
    if out.exists():
        try:
            backup_file.inspect(out)
        except UserError as error:
            raise UserError("backup-would-overwrite", path=out) from error
    return out


def _require_whole_keys(file: Path, key: bytes) -> None:
    """A backup with a slot file that does not open would be worth nothing."""
    if not slot_file.read(file).intact:
        raise UserError("keys-damaged", path=file)
    if not secrets.key_belongs(file, key):
        raise UserError("keys-other", path=file)


@contextmanager
def _scratch(folder: DataFolder) -> Iterator[Path]:
    """A folder on the local disk, since a backup may go to a network drive, where no database is opened."""
    place = folder.root / f"{_SCRATCH}copy"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(mode=0o700)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _unpack(
    file: Path, place: Path, open_key: OpenKey, head: str, progress: Progress | None
) -> tuple[Manifest, bytes]:
    """Keys first: whoever has no secret for this backup is told before gigabytes are copied."""
    manifest = backup_file.inspect(file)
    if manifest.schema > head:
        raise UserError("backup-newer", path=file)
    with refusing(path=place):
        paths.require_space(place.parent, manifest.members[DATABASE].length)
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(mode=0o700)
        backup_file.copy_out(file, KEYS, place / KEYS)
        key = open_key(place / KEYS)
        backup_file.copy_out(file, DATABASE, place / DATABASE, progress=progress)
        _require_openable(file, place / DATABASE, key, head)
    return manifest, key


def _require_openable(file: Path, database: Path, key: bytes, head: str) -> None:
    try:
        state = files.look_at(database, key, head=head)
    except UserError as error:
        code = "backup-newer" if error.code == "database-newer" else "backup-damaged"
        raise UserError(code, path=file) from error
    if state not in (FileState.CURRENT, FileState.OLDER) or files.faults_in(database, key):
        raise UserError("backup-damaged", path=file)


def _same_key(file: Path, key: bytes) -> bool:
    try:
        return slot_file.read(file).intact and secrets.key_belongs(file, key)
    except UserError:
        return False


def _commit(folder: DataFolder, aside: Path | None, *, keep_keys: bool) -> None:
    """The journal is the point of no return: without it nothing happened, with it everything will."""
    told = {"aside": None if aside is None else aside.name, "keep_keys": keep_keys}
    write_whole(folder.root / _JOURNAL, json.dumps(told).encode())
    _swap(folder, aside, keep_keys=keep_keys)


def _swap(folder: DataFolder, aside: Path | None, *, keep_keys: bool) -> None:
    """Each file leaves the stage as the last step for it: doing this again goes on where it stopped."""
    stage = folder.root / _STAGE
    _forget_device(folder)
    if aside is not None:
        aside.mkdir(mode=0o700, exist_ok=True)
        if folder.keys.exists() and (stage / DATABASE).exists():
            write_whole(aside / KEYS, folder.keys.read_bytes())
    if (stage / DATABASE).exists():
        for old in _database_files(folder.root):
            if aside is not None and old.exists():
                old.replace(aside / old.name)
        sync_folder(folder.root)
        (stage / DATABASE).replace(folder.database)
    if not keep_keys and (stage / KEYS).exists():
        (stage / KEYS).replace(folder.keys)
    for changed in (folder.root, *([] if aside is None else [aside])):
        sync_folder(changed)
    (folder.root / _JOURNAL).unlink()
    shutil.rmtree(stage, ignore_errors=True)


def _forget_device(folder: DataFolder) -> None:
    """The next opening makes a new device: numbers given since the backup are on paper and not given again."""
    if settings.LOCAL in settings.load(folder.settings)[0].devices:
        settings.change(
            folder.settings,
            lambda old: replace(
                old, devices={name: key for name, key in old.devices.items() if name != settings.LOCAL}
            ),
        )


def _anything_there(folder: DataFolder) -> bool:
    return folder.keys.exists() or any(path.exists() for path in _database_files(folder.root))


def _aside(folder: DataFolder) -> Path:
    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    return folder.root / f"replaced-{moment}"


def _database_files(root: Path) -> tuple[Path, Path, Path]:
    """The database with its write-ahead log, which holds the latest work of a killed program."""
    return root / DATABASE, root / f"{DATABASE}-wal", root / f"{DATABASE}-shm"
