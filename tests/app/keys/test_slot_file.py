"""The slot file: what is written is read, what is damaged is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.keys import slot_file
from app.keys.slot_file import SlotFile
from app.keys.slots import KdfCost, Slot, SlotKind, key_check, unwrap, wrap
from db.errors import UserError

CHEAP = KdfCost(passes=1, memory_kib=64, lanes=1)
KEY = bytes(range(32))
OWNER = "ab" * 16
NOWHERE = Path("keys.json")


def made() -> SlotFile:
    slots = (
        wrap(KEY, b"spoken", kind=SlotKind.PASSPHRASE, owner=OWNER, cost=CHEAP),
        wrap(KEY, bytes(20), kind=SlotKind.RECOVERY, owner=OWNER),
        wrap(KEY, bytes(32), kind=SlotKind.KEYRING, owner=OWNER),
    )
    return SlotFile(id=OWNER, check=key_check(KEY, OWNER), slots=slots)


MADE = made()
CONTENT = slot_file.composed(MADE)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    file = tmp_path / "keys.json"
    slot_file.write(file, MADE)
    assert slot_file.read(file) == MADE
    assert [unwrap(slot, secret, owner=OWNER) for slot, secret in zip(MADE.slots, SECRETS, strict=True)] == [
        KEY
    ] * 3


SECRETS = [b"spoken", bytes(20), bytes(32)]


def test_the_key_is_not_in_the_file() -> None:
    assert KEY.hex().encode() not in CONTENT.lower()
    assert b"spoken" not in CONTENT


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="keys-missing"):
        slot_file.read(tmp_path / "keys.json")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"format": "branchdesk-keys"}',
        b"1" * 300_000,
    ],
)
def test_what_is_no_slot_file_is_damaged(content: bytes) -> None:
    with pytest.raises(UserError, match="keys-damaged"):
        slot_file.parsed(content, NOWHERE)


def test_a_later_edition_is_left_to_its_program() -> None:
    content = CONTENT.replace(b'"version": 1', b'"version": 2')
    with pytest.raises(UserError, match="keys-newer"):
        slot_file.parsed(content, NOWHERE)


@given(st.integers(0, len(CONTENT) - 2))
def test_a_cut_file_is_damaged(length: int) -> None:
    with pytest.raises(UserError, match="keys-damaged"):
        slot_file.parsed(CONTENT[:length], NOWHERE)


def parsed_or_none(content: bytes) -> SlotFile | None:
    """None for a clear refusal; any other error is a bug and falls through."""
    try:
        return slot_file.parsed(content, NOWHERE)
    except UserError:
        return None


@given(st.integers(0, len(CONTENT) * 8 - 1))
def test_a_flipped_bit_is_noticed_and_never_gives_another_key(bit: int) -> None:
    content = bytearray(CONTENT)
    content[bit // 8] ^= 1 << bit % 8
    found = parsed_or_none(bytes(content))
    if found is None:
        return
    assert not found.intact or found == MADE
    for slot, secret in zip(found.slots, SECRETS, strict=True):
        assert unwrap(slot, secret, owner=found.id) in (KEY, None)


@pytest.mark.parametrize(
    "cost", [(0, 64, 1), (1, 2**30, 1), (1, 64, 0), (1, 64, 17), (1, 4, 1), (True, 64, 1)]
)
def test_a_cost_that_would_eat_the_machine_is_refused(cost: tuple[int, int, int]) -> None:
    document = json.loads(CONTENT)
    document["slots"][0]["argon2id"] = dict(zip(("passes", "memory_kib", "lanes"), cost, strict=True))
    with pytest.raises(UserError, match="keys-damaged"):
        slot_file.parsed(json.dumps(document).encode(), NOWHERE)


def slot_of(kind: SlotKind) -> Slot:
    return MADE.of_kind(kind)[0]


def test_a_slot_opens_in_its_own_file_only() -> None:
    assert unwrap(slot_of(SlotKind.RECOVERY), bytes(20), owner="cd" * 16) is None


@given(st.binary(max_size=40))
def test_another_secret_opens_nothing(secret: bytes) -> None:
    if secret != bytes(20):
        assert unwrap(slot_of(SlotKind.RECOVERY), secret, owner=OWNER) is None
