"""The door to the key of the local database: make it, unlock it, and change what opens it.

The key is 32 random bytes that never change; each slot of the slot file wraps it under another secret.
Nothing here ever writes the key or a passphrase to a disk, and a wrong secret changes nothing.
"""

from __future__ import annotations

import hmac
import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from app.keys import recovery, slot_file
from app.keys.os_keyring import Keyring, OsKeyring
from app.keys.slot_file import SlotFile
from app.keys.slots import (
    KEY_BYTES,
    PASSPHRASE_COST,
    KdfCost,
    Slot,
    SlotKind,
    key_check,
    new_id,
    passphrase_bytes,
    unwrap,
    wrap,
)
from app.whole_files import locked
from db.errors import UserError
from db.faults import refusing

__all__ = [
    "Keyring",
    "NewKeys",
    "OsKeyring",
    "SlotKind",
    "SlotShown",
    "change_passphrase",
    "create_keys",
    "discard_unused",
    "forget_on_this_device",
    "key_belongs",
    "remember_on_this_device",
    "remove_slot",
    "renew_recovery_key",
    "slots",
    "take_account_password",
    "take_passphrase",
    "unlock",
    "unlock_with_keyring",
    "unlock_with_passphrase",
    "unlock_with_recovery_key",
    "unlock_with_typed",
]

PASSPHRASE_VARIABLE: Final = "BRANCHDESK_PASSPHRASE"
PASSWORD_VARIABLE: Final = "BRANCHDESK_PASSWORD"
SHORTEST_PASSPHRASE: Final = 8


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class NewKeys:
    """A new database key, and the recovery key to be shown once and printed."""

    key: bytes
    recovery_key: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SlotShown:
    """One way to open the database, as the settings page lists it."""

    id: str
    kind: SlotKind
    created_at: datetime


def create_keys(
    file: Path,
    *,
    passphrase: str | None = None,
    keyring: Keyring | None = None,
    shortest: int = SHORTEST_PASSPHRASE,
    cost: KdfCost = PASSPHRASE_COST,
) -> NewKeys:
    """Make the key of a new database and its slot file, with a recovery key and what else is given.

    A keyring that is missing or locked is left out when there is a passphrase. Raises UserError `keys-exist`,
    `passphrase-too-short` (needed), `passphrase-needed` when nothing but the recovery key would open it.
    """
    key, secret, owner = secrets.token_bytes(KEY_BYTES), secrets.token_bytes(recovery.SECRET_BYTES), new_id()
    made = [wrap(key, secret, kind=SlotKind.RECOVERY, owner=owner)]
    if passphrase is not None:
        made.append(_passphrase_slot(key, owner, passphrase, shortest, cost))
    with refusing(path=file), locked(file):
        if file.exists():
            raise UserError("keys-exist", path=file)
        made += _first_keyring_slot(key, owner, keyring, needed=passphrase is None)
        slot_file.write(file, SlotFile(id=owner, check=key_check(key, owner), slots=tuple(made)))
    return NewKeys(key=key, recovery_key=recovery.shown(secret))


def unlock(file: Path, *, keyring: Keyring | None = None, passphrase: str | None = None) -> bytes:
    """The key without asking anybody: from the keyring, else with the passphrase of the environment.

    Raises UserError `passphrase-needed` (why: the code of what the keyring said, or None) when a person has
    to be asked, `passphrase-wrong`, and what `slot_file.read` raises.
    """
    why = None
    if keyring is not None:
        try:
            return unlock_with_keyring(file, keyring)
        except UserError as error:
            if not error.code.startswith("keyring-"):
                raise
            why = error.code
    if passphrase is None:
        raise UserError("passphrase-needed", why=why)
    return unlock_with_passphrase(file, passphrase)


def unlock_with_keyring(file: Path, keyring: Keyring) -> bytes:
    """The key, with the secret this device keeps.

    Raises UserError `keyring-slot-none`, `keyring-missing`, `keyring-locked`, `keyring-entry-lost`.
    """
    found = slot_file.read(file)
    candidates = found.of_kind(SlotKind.KEYRING)
    if not candidates:
        raise UserError("keyring-slot-none")
    for slot in candidates:
        kept = keyring.get(_entry(found, slot))
        if kept is not None and (key := _opened(found, [slot], _from_entry(kept))) is not None:
            return key
    raise UserError("keyring-entry-lost")


def unlock_with_passphrase(file: Path, passphrase: str) -> bytes:
    """The key. Raises UserError `passphrase-wrong`, `passphrase-none`, `keys-damaged`."""
    found = slot_file.read(file)
    candidates = found.of_kind(SlotKind.PASSPHRASE)
    if not candidates:
        raise UserError("passphrase-none")
    return _required(found, candidates, passphrase_bytes(passphrase), "passphrase-wrong", file)


def unlock_with_recovery_key(file: Path, text: str) -> bytes:
    """The key, with the printed recovery key as typed.

    Raises UserError `recovery-key-group` (group), `recovery-key-length`, `recovery-key-other` when it is well
    typed and does not belong here, `recovery-key-none`, `keys-damaged`.
    """
    found = slot_file.read(file)
    candidates = found.of_kind(SlotKind.RECOVERY)
    if not candidates:
        raise UserError("recovery-key-none")
    return _required(found, candidates, recovery.typed(text), "recovery-key-other", file)


def unlock_with_typed(file: Path, text: str) -> bytes:
    """The key with whatever a person typed into one field: the passphrase, else a recovery key.

    Raises UserError as `unlock_with_recovery_key` when it looks like one, else as `unlock_with_passphrase`.
    """
    try:
        return unlock_with_passphrase(file, text)
    except UserError as error:
        if error.code not in ("passphrase-wrong", "passphrase-none") or not recovery.looks_like_one(text):
            raise
    return unlock_with_recovery_key(file, text)


def slots(file: Path) -> tuple[SlotShown, ...]:
    """What opens this database. Raises UserError as `slot_file.read`."""
    return tuple(
        SlotShown(id=slot.id, kind=slot.kind, created_at=slot.created_at)
        for slot in slot_file.read(file).slots
    )


def key_belongs(file: Path, key: bytes) -> bool:
    """Whether `key` is the one this slot file wraps."""
    return _belongs(slot_file.read(file), key)


def discard_unused(file: Path, database: Path) -> None:
    """Drop the slot file of a first start that never made its database; a database is never orphaned.

    Raises UserError `database-exists` when there is anything in the database file.
    """
    with refusing(path=file), locked(file):
        if database.exists() and database.stat().st_size:
            raise UserError("database-exists", path=database)
        file.unlink(missing_ok=True)


def change_passphrase(
    file: Path,
    key: bytes,
    passphrase: str,
    *,
    shortest: int = SHORTEST_PASSPHRASE,
    cost: KdfCost = PASSPHRASE_COST,
) -> None:
    """Set the passphrase, or replace it: afterwards only the new one opens.

    Raises UserError `passphrase-too-short`, `keys-other` when the key is not this file's, `keys-damaged`.
    """
    with refusing(path=file), locked(file):
        found = _for_change(file, key)
        new = _passphrase_slot(key, found.id, passphrase, shortest, cost)
        slot_file.write(file, found.without(*found.of_kind(SlotKind.PASSPHRASE)).having(new))


def renew_recovery_key(file: Path, key: bytes) -> str:
    """A new recovery key, to be shown once; the old paper opens nothing any more. Raises as above."""
    secret = secrets.token_bytes(recovery.SECRET_BYTES)
    with refusing(path=file), locked(file):
        found = _for_change(file, key)
        new = wrap(key, secret, kind=SlotKind.RECOVERY, owner=found.id)
        slot_file.write(file, found.without(*found.of_kind(SlotKind.RECOVERY)).having(new))
    return recovery.shown(secret)


def remember_on_this_device(file: Path, key: bytes, keyring: Keyring) -> None:
    """Let this device open the database without a passphrase; also mends a lost keyring entry.

    The secret goes into the keyring first: a crash between leaves an entry that opens nothing. Slots whose
    entry this keyring does not have stay, they may be another device's. Raises UserError `keyring-missing`,
    `keyring-locked`, `keys-other`, `keys-damaged`.
    """
    with refusing(path=file), locked(file):
        found = _for_change(file, key)
        if any(_opens(found, slot, keyring) for slot in found.of_kind(SlotKind.KEYRING)):
            return
        slot_file.write(file, found.having(_keyring_slot(key, found.id, keyring)))


def forget_on_this_device(file: Path, key: bytes, keyring: Keyring) -> None:
    """Ask for the passphrase from now on. Raises UserError `last-slot` when nothing typed would open it."""
    with refusing(path=file), locked(file):
        found = _for_change(file, key)
        mine = [slot for slot in found.of_kind(SlotKind.KEYRING) if _opens(found, slot, keyring)]
        _write_without(file, found, mine)
        for slot in mine:
            keyring.drop(_entry(found, slot))


def remove_slot(file: Path, key: bytes, slot_id: str) -> None:
    """Take one way in away. Raises UserError `last-slot`, `slot-missing`, `keys-other`, `keys-damaged`.

    What is left must hold a passphrase or a recovery key: a keyring dies with its device.
    """
    with refusing(path=file), locked(file):
        found = _for_change(file, key)
        unwanted = [slot for slot in found.slots if slot.id == slot_id]
        if not unwanted:
            raise UserError("slot-missing")
        _write_without(file, found, unwanted)


def take_passphrase() -> str | None:
    """BRANCHDESK_PASSPHRASE, for machines without a person; read once, so that no child inherits it."""
    return os.environ.pop(PASSPHRASE_VARIABLE, None) or None


def take_account_password() -> str | None:
    """BRANCHDESK_PASSWORD, the password of the account that signs in; read once."""
    return os.environ.pop(PASSWORD_VARIABLE, None) or None


def _write_without(file: Path, found: SlotFile, unwanted: list[Slot]) -> None:
    left = found.without(*unwanted)
    if not any(slot.kind is not SlotKind.KEYRING for slot in left.slots):
        raise UserError("last-slot")
    slot_file.write(file, left)


def _for_change(file: Path, key: bytes) -> SlotFile:
    found = slot_file.read(file)
    if not found.intact:
        raise UserError("keys-damaged", path=file)
    if not _belongs(found, key):
        raise UserError("keys-other", path=file)
    return found


def _belongs(found: SlotFile, key: bytes) -> bool:
    return hmac.compare_digest(found.check, key_check(key, found.id))


def _required(found: SlotFile, candidates: Iterable[Slot], secret: bytes, wrong: str, file: Path) -> bytes:
    """The key; in a damaged file a right secret may fail too, so that is said instead of "wrong"."""
    key = _opened(found, candidates, secret)
    if key is None:
        raise UserError(wrong) if found.intact else UserError("keys-damaged", path=file)
    return key


def _opened(found: SlotFile, candidates: Iterable[Slot], secret: bytes) -> bytes | None:
    tried = (unwrap(slot, secret, owner=found.id) for slot in candidates)
    return next((key for key in tried if key is not None), None)


def _passphrase_slot(key: bytes, owner: str, passphrase: str, shortest: int, cost: KdfCost) -> Slot:
    if len(passphrase) < shortest:
        raise UserError("passphrase-too-short", needed=shortest)
    return wrap(key, passphrase_bytes(passphrase), kind=SlotKind.PASSPHRASE, owner=owner, cost=cost)


def _first_keyring_slot(key: bytes, owner: str, keyring: Keyring | None, *, needed: bool) -> list[Slot]:
    if keyring is not None:
        try:
            return [_keyring_slot(key, owner, keyring)]
        except UserError as error:
            if needed:
                raise UserError("passphrase-needed", why=error.code) from error
    if needed:
        raise UserError("passphrase-needed", why=None)
    return []


def _keyring_slot(key: bytes, owner: str, keyring: Keyring) -> Slot:
    secret = secrets.token_bytes(KEY_BYTES)
    slot = wrap(key, secret, kind=SlotKind.KEYRING, owner=owner)
    keyring.put(f"{owner}/{slot.id}", secret.hex())
    return slot


def _opens(found: SlotFile, slot: Slot, keyring: Keyring) -> bool:
    kept = keyring.get(_entry(found, slot))
    return kept is not None and unwrap(slot, _from_entry(kept), owner=found.id) is not None


def _entry(found: SlotFile, slot: Slot) -> str:
    """The name of a keyring entry: data folder and slot, so that two folders or devices never meet."""
    return f"{found.id}/{slot.id}"


def _from_entry(kept: str) -> bytes:
    """What somebody else put under our name opens nothing; empty bytes do not either."""
    try:
        return bytes.fromhex(kept)
    except ValueError:
        return b""
