"""One slot: the database key wrapped (AES-256-GCM) under a passphrase, a recovery key or the OS keyring."""

from __future__ import annotations

import hashlib
import hmac
import os
import unicodedata
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES: Final = 32
_NONCE_BYTES: Final = 12
_SALT_BYTES: Final = 16


class SlotKind(StrEnum):
    """Where the secret that opens a slot lives."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"
    RECOVERY = "recovery"


@dataclass(frozen=True, kw_only=True, slots=True)
class KdfCost:
    """What one guess at a passphrase costs: Argon2id passes, KiB of memory and lanes."""

    passes: int
    memory_kib: int
    lanes: int

    def is_sane(self) -> bool:
        """Within what any of our programs writes, so that a tampered file cannot eat the memory."""
        return (
            1 <= self.passes <= 64
            and 1 <= self.lanes <= 16
            and 8 * self.lanes <= self.memory_kib <= 1024 * 1024
        )


PASSPHRASE_COST: Final = KdfCost(passes=4, memory_kib=128 * 1024, lanes=4)
"""Twice the memory of RFC 9106's second recommendation: 0.45 s on one 2026 core, once per start at most."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Slot:
    """The key as one secret opens it; `cost` is set for passphrases only."""

    id: str
    kind: SlotKind
    created_at: datetime
    cost: KdfCost | None
    salt: bytes
    nonce: bytes
    wrapped: bytes


def wrap(
    key: bytes,
    secret: bytes,
    *,
    kind: SlotKind,
    owner: str,
    cost: KdfCost | None = None,
    slot_id: str | None = None,
) -> Slot:
    """A new slot of the slot file `owner` from which `secret` gives `key` back."""
    bare = Slot(
        id=slot_id or new_id(),
        kind=kind,
        created_at=datetime.now(UTC).replace(microsecond=0),
        cost=cost,
        salt=os.urandom(_SALT_BYTES),
        nonce=os.urandom(_NONCE_BYTES),
        wrapped=b"",
    )
    return replace(bare, wrapped=_cipher(bare, secret).encrypt(bare.nonce, key, _bound(bare, owner)))


def unwrap(slot: Slot, secret: bytes, *, owner: str) -> bytes | None:
    """The key, or None when the secret is wrong or the slot was altered."""
    from cryptography.exceptions import InvalidTag

    try:
        key = _cipher(slot, secret).decrypt(slot.nonce, slot.wrapped, _bound(slot, owner))
    except InvalidTag:
        return None
    return key if len(key) == KEY_BYTES else None


def passphrase_bytes(passphrase: str) -> bytes:
    """NFKC, so that full-width figures from a Chinese input method open what half-width ones closed."""
    return unicodedata.normalize("NFKC", passphrase).encode()


def new_id() -> str:
    """A random name for a slot or a slot file."""
    return os.urandom(16).hex()


def key_check(key: bytes, owner: str) -> str:
    """Says whether a key belongs to the slot file `owner` without telling anything about the key."""
    return hmac.new(key, b"BranchDesk key check " + owner.encode(), hashlib.sha256).hexdigest()[:32]


def _cipher(slot: Slot, secret: bytes) -> AESGCM:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(_wrapping_key(slot, secret))


def _wrapping_key(slot: Slot, secret: bytes) -> bytes:
    """Argon2id for what people think up; HKDF (RFC 5869) for what is random already."""
    if slot.kind is SlotKind.PASSPHRASE:
        from argon2.low_level import Type, hash_secret_raw

        cost = slot.cost or PASSPHRASE_COST
        return hash_secret_raw(
            secret,
            slot.salt,
            time_cost=cost.passes,
            memory_cost=cost.memory_kib,
            parallelism=cost.lanes,
            hash_len=KEY_BYTES,
            type=Type.ID,
        )
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    label = f"BranchDesk {slot.kind.value}".encode()
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=slot.salt, info=label).derive(secret)


def _bound(slot: Slot, owner: str) -> bytes:
    """What the wrapping vouches for besides the key: a slot moved or altered does not open."""
    cost = "-" if slot.cost is None else f"{slot.cost.passes}/{slot.cost.memory_kib}/{slot.cost.lanes}"
    return f"branchdesk-keys/1 {owner} {slot.id} {slot.kind.value} {cost} {slot.salt.hex()}".encode()
