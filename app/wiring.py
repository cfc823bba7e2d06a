"""From a data folder to an open store: founding, joining, unlocking, upgrading, one way for every front."""

from __future__ import annotations

import platform
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from app import secrets, settings, starting
from app.backup import finish_restore
from app.errors import UserError
from app.paths import DataFolder, prepare
from app.secrets import Keyring
from app.work import Store
from db import faults, files, upgrade
from db.engine import Database, is_postgresql, open_postgresql, open_sqlite

LOCAL: Final = settings.LOCAL


class Stage(StrEnum):
    """How far a data folder has come."""

    NEW = "new"
    HALF_MADE = "half-made"
    READY = "ready"


@dataclass(frozen=True, kw_only=True, slots=True)
class Desk:
    """An open database and the device it is used from; `key` is None for a shared one."""

    folder: DataFolder
    store: Store
    device_id: UUID
    key: bytes | None
    url: str | None

    def close(self) -> None:
        """Close the store."""
        self.store.close()


def stage(folder: DataFolder, url: str | None = None) -> Stage:
    """Whether there is something to open, by the files of the folder alone; a restore cut short is finished."""
    if url is not None:
        return Stage.READY if _device(folder, url) is not None else Stage.NEW
    finish_restore(folder)
    if not folder.keys.exists():
        if folder.database.exists() and folder.database.stat().st_size:
            raise UserError("keys-missing", path=folder.keys)
        return Stage.NEW
    return Stage.READY if _device(folder, LOCAL) is not None or _has_content(folder) else Stage.HALF_MADE


def shared_url(text: str) -> str:
    """A checked address of a shared database.

    Raises UserError `url-wrong`, or `url-has-password`: a password belongs in PGPASSWORD or the password file,
    where other people of this computer cannot read it.
    """
    if not is_postgresql(text):
        raise UserError("url-wrong", given=text.partition("@")[2] or text)
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise UserError("url-wrong", given="postgresql://…") from None
    if url.password or any("password" in name.lower() for name in url.query):
        raise UserError("url-has-password")
    if not url.database:
        raise UserError("url-without-database", given=text)
    return url.set(drivername="postgresql").render_as_string()


def found_local(
    folder: DataFolder,
    given: starting.NewBranch,
    *,
    keyring: Keyring | None,
    passphrase: str | None = None,
) -> tuple[Desk, str]:
    """Make the encrypted local database with its first branch; returns the recovery key, to be shown once.

    A first start cut short before the branch was in the database is begun anew. Raises UserError
    `passphrase-needed` where no keyring is to be had, `already-founded`, and what `starting.check_new_branch`
    raises.
    """
    starting.check_new_branch(given)
    prepare(folder)
    found = stage(folder)
    if found is Stage.READY and not _is_hollow(folder, keyring, passphrase):
        raise UserError("already-founded", path=folder.root)
    if found is not Stage.NEW:
        _drop_database(folder)
        secrets.discard_unused(folder.keys, folder.database)
    made = secrets.create_keys(folder.keys, passphrase=passphrase, keyring=keyring)
    database = open_sqlite(folder.database, made.key)
    try:
        upgrade.upgrade(database, made.key)
        store = Store(database)
        device_id = starting.found_branch(store, given, platform.node() or "PC")
    except BaseException:
        _take_back(folder, database)
        raise
    _remember_device(folder, LOCAL, device_id)
    return Desk(folder=folder, store=store, device_id=device_id, key=made.key, url=None), made.recovery_key


def _take_back(folder: DataFolder, database: Database) -> None:
    """Nothing of a first start that failed stays: it held no customer yet."""
    database.close()
    _drop_database(folder)
    folder.keys.unlink(missing_ok=True)


def _drop_database(folder: DataFolder) -> None:
    for path in (folder.database, *(Path(f"{folder.database}{end}") for end in ("-wal", "-shm"))):
        path.unlink(missing_ok=True)


def _has_content(folder: DataFolder) -> bool:
    return folder.database.exists() and folder.database.stat().st_size > 0


def _is_hollow(folder: DataFolder, keyring: Keyring | None, passphrase: str | None) -> bool:
    """Whether a first start was killed after its tables and before its branch; proved by looking inside."""
    try:
        key = secrets.unlock(folder.keys, keyring=keyring, passphrase=passphrase)
        state = files.look_at(folder.database, key, head=upgrade.HEAD)
    except UserError:
        return False
    if state is not files.FileState.CURRENT:
        return state is files.FileState.EMPTY
    database = open_sqlite(folder.database, key)
    try:
        return not starting.has_branches(Store(database))
    finally:
        database.close()


def open_local(folder: DataFolder, key: bytes) -> Desk:
    """Open the local database with its key, upgrading it first where it is older (a copy is kept).

    A file without a device of this computer (restored, or its settings were lost) gets a new one, so that human
    numbers written since the backup are never given twice. Raises UserError `database-…` where the file must
    not be touched.
    """
    prepare(folder)
    finish_restore(folder)
    found = files.look_at(folder.database, key, head=upgrade.HEAD)
    if found in {files.FileState.MISSING, files.FileState.EMPTY}:
        raise UserError("database-missing", path=folder.database)
    database = open_sqlite(folder.database, key)
    with _closing_on_failure(database), faults.refusing(path=folder.database):
        store = Store(database)
        if found is files.FileState.OLDER:
            upgrade.upgrade(database, key)
            _plant_missing(store)
        device_id = _device(folder, LOCAL)
        if device_id is None:
            device_id = _new_device(folder, store)
    return Desk(folder=folder, store=store, device_id=device_id, key=key, url=None)


def found_shared(
    folder: DataFolder, url: str, given: starting.NewBranch, *, password: str | None = None
) -> Desk:
    """Set up an empty shared database, or add a branch to one, and make this computer its device."""
    starting.check_new_branch(given)
    prepare(folder)
    database = _reach(url, password)
    with _closing_on_failure(database):
        with faults.refusing():
            upgrade.upgrade(database)
        store = Store(database)
        _plant_missing(store)
        device_id = starting.found_branch(store, given, platform.node() or "PC")
    _remember_device(folder, url, device_id)
    return Desk(folder=folder, store=store, device_id=device_id, key=None, url=url)


def join_shared(folder: DataFolder, url: str, branch_code: str, *, password: str | None = None) -> Desk:
    """Make this computer a device of a branch of a shared database. Raises UserError `branch-unknown`."""
    prepare(folder)
    database = _reach(url, password)
    with _closing_on_failure(database):
        upgrade.require_current(database)
        store = Store(database)
        device_id = starting.join_branch(store, branch_code, platform.node() or "PC")
    _remember_device(folder, url, device_id)
    return Desk(folder=folder, store=store, device_id=device_id, key=None, url=url)


def open_shared(folder: DataFolder, url: str, *, password: str | None = None) -> Desk:
    """Open a shared database this computer has joined. Raises UserError `not-joined`, `database-newer`, …"""
    device_id = _device(folder, url)
    if device_id is None:
        raise UserError("not-joined", url=url)
    database = _reach(url, password)
    with _closing_on_failure(database):
        upgrade.require_current(database)
    return Desk(folder=folder, store=Store(database), device_id=device_id, key=None, url=url)


def upgrade_shared(url: str, *, password: str | None = None) -> None:
    """Bring a shared database to this program's schema; other computers are then told to update."""
    database = _reach(url, password)
    try:
        with faults.refusing():
            upgrade.upgrade(database)
        _plant_missing(Store(database))
    finally:
        database.close()


def _plant_missing(store: Store) -> None:
    from app.planting import plant_missing  # an ordinary start has nothing to plant

    plant_missing(store)


def is_founded(url: str, *, password: str | None = None) -> bool:
    """Whether a shared database already holds branches. Raises UserError `server-…` when it is out of reach."""
    database = _reach(url, password)
    try:
        found = upgrade.revision(database)
        return found is not None and starting.has_branches(Store(database))
    finally:
        database.close()


def branches_at(url: str, *, password: str | None = None) -> list[tuple[str, str]]:
    """Codes and names of the branches of a shared database."""
    database = _reach(url, password)
    try:
        upgrade.require_current(database)
        return starting.list_branches(Store(database))
    finally:
        database.close()


def _reach(url: str, password: str | None) -> Database:
    """The database at an address; without a password libpq looks for PGPASSWORD and the password file."""
    target = make_url(url) if password is None else make_url(url).set(password=password)
    database = open_postgresql(target.render_as_string(hide_password=False))
    with _closing_on_failure(database), faults.refusing(), database.reader.connect():
        return database


class _closing_on_failure:  # noqa: N801 - read as a statement
    """Give a database's connections back when the block fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        if kind is not None:
            self._database.close()


def _device(folder: DataFolder, name: str) -> UUID | None:
    known = settings.load(folder.settings)[0].devices.get(name)
    try:
        return None if known is None else UUID(known)
    except ValueError:
        return None


def _new_device(folder: DataFolder, store: Store) -> UUID:
    taken = settings.load(folder.settings)[0].codes
    device_id, code = starting.renew_device(store, platform.node() or "PC", avoid=taken)
    _remember_device(folder, LOCAL, device_id)
    settings.change(folder.settings, lambda known: replace(known, codes=(*known.codes, code)))
    return device_id


def _remember_device(folder: DataFolder, name: str, device_id: UUID) -> None:
    def edit(current: settings.DeviceSettings) -> settings.DeviceSettings:
        database = None if name == LOCAL else name
        return replace(current, devices={**current.devices, name: str(device_id)}, database=database)

    settings.change(folder.settings, edit)


def chosen_database(folder: DataFolder) -> str | None:
    """The shared database this computer last joined; None for the local file."""
    return settings.load(folder.settings)[0].database


def unlock_local(folder: DataFolder, *, keyring: Keyring | None, passphrase: str | None = None) -> bytes:
    """The key of the local database without asking anybody; raises `passphrase-needed` when one must."""
    return secrets.unlock(folder.keys, keyring=keyring, passphrase=passphrase)
