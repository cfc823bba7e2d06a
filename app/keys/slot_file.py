"""The slot file beside the database: versioned JSON with a checksum, replaced wholly or not at all."""

from __future__ import annotations

import hashlib
import json
from base64 import b64decode, b64encode
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from app.keys.slots import KEY_BYTES, KdfCost, Slot, SlotKind
from app.whole_files import write_whole
from db.errors import UserError
from db.faults import refusing

FORMAT: Final = "branchdesk-keys"
VERSION: Final = 1
_LARGEST: Final = 256 * 1024
_WRAPPED_BYTES: Final = KEY_BYTES + 16


@dataclass(frozen=True, kw_only=True, slots=True)
class SlotFile:
    """All slots of one database key; `intact` is False when the checksum does not fit what was read."""

    id: str
    check: str
    slots: tuple[Slot, ...]
    intact: bool = True

    def of_kind(self, kind: SlotKind) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.slots if slot.kind is kind)

    def without(self, *unwanted: Slot) -> SlotFile:
        ids = {slot.id for slot in unwanted}
        return replace(self, slots=tuple(slot for slot in self.slots if slot.id not in ids))

    def having(self, slot: Slot) -> SlotFile:
        return replace(self, slots=(*self.slots, slot))


def read(path: Path) -> SlotFile:
    """The slot file at `path`. Raises UserError `keys-missing`, `keys-damaged`, `keys-newer`."""
    try:
        with refusing(path=path), path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except UserError as error:
        if error.code == "file-missing":
            raise UserError("keys-missing", path=path) from error
        raise
    return parsed(content, path)


def parsed(content: bytes, path: Path) -> SlotFile:
    """The slot file with this content; `path` is for the sentence. Raises as `read`."""
    try:
        if len(content) > _LARGEST:
            raise ValueError("too large for a slot file")
        document = json.loads(content)
        if document["format"] != FORMAT:
            raise ValueError("another format")
        if type(document["version"]) is int and document["version"] > VERSION:
            raise UserError("keys-newer", path=path)
        return _slot_file(document)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise UserError("keys-damaged", path=path) from error


def write(path: Path, slot_file: SlotFile) -> None:
    """Replace the slot file. Raises UserError for a full or read-only disk; the old file then stays."""
    with refusing(path=path):
        write_whole(path, composed(slot_file))


def composed(slot_file: SlotFile) -> bytes:
    """The content of a slot file."""
    document: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "id": slot_file.id,
        "check": slot_file.check,
        "slots": [_document(slot) for slot in slot_file.slots],
    }
    return json.dumps({**document, "sum": _sum(document)}, indent=1).encode() + b"\n"


def _document(slot: Slot) -> dict[str, Any]:
    document: dict[str, Any] = {
        "id": slot.id,
        "kind": slot.kind.value,
        "created": slot.created_at.isoformat(),
        "salt": b64encode(slot.salt).decode(),
        "nonce": b64encode(slot.nonce).decode(),
        "wrapped": b64encode(slot.wrapped).decode(),
    }
    if slot.cost is not None:
        document["argon2id"] = {
            "passes": slot.cost.passes,
            "memory_kib": slot.cost.memory_kib,
            "lanes": slot.cost.lanes,
        }
    return document


def _slot_file(document: dict[str, Any]) -> SlotFile:
    told = document.pop("sum")
    return SlotFile(
        id=_hex(document["id"]),
        check=_hex(document["check"]),
        slots=tuple(_slot(slot) for slot in document["slots"]),
        intact=told == _sum(document),
    )


def _slot(document: dict[str, Any]) -> Slot:
    cost = document.get("argon2id")
    slot = Slot(
        id=_hex(document["id"]),
        kind=SlotKind(document["kind"]),
        created_at=datetime.fromisoformat(document["created"]),
        cost=None if cost is None else _cost(cost),
        salt=_bytes(document["salt"], 16),
        nonce=_bytes(document["nonce"], 12),
        wrapped=_bytes(document["wrapped"], _WRAPPED_BYTES),
    )
    if slot.created_at.tzinfo is None or (slot.kind is SlotKind.PASSPHRASE) != (slot.cost is not None):
        raise ValueError("a slot that no program of ours wrote")
    return slot


def _cost(document: dict[str, Any]) -> KdfCost:
    numbers = [document[name] for name in ("passes", "memory_kib", "lanes")]
    if any(type(number) is not int for number in numbers):
        raise TypeError("a cost is three whole numbers")
    cost = KdfCost(passes=numbers[0], memory_kib=numbers[1], lanes=numbers[2])
    if not cost.is_sane():
        raise ValueError("a cost beyond reason")
    return cost


def _bytes(text: str, length: int) -> bytes:
    found = b64decode(text, validate=True)
    if len(found) != length:
        raise ValueError(f"{len(found)} bytes where {length} belong")
    return found


def _hex(text: str) -> str:
    if len(bytes.fromhex(text)) != 16:
        raise ValueError("an id has 32 hexadecimal digits")
    return text


def _sum(document: dict[str, Any]) -> str:
    plain = json.dumps(document, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()
