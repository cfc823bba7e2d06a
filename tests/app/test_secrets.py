"""The door to the database key: what opens, what does not, and that nothing is lost on the way."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from app import secrets
from app.keys.slots import KdfCost
from app.secrets import NewKeys, OsKeyring, SlotKind
from db.errors import UserError
from tests.keyrings import MemoryKeyring

CHEAP = KdfCost(passes=1, memory_kib=64, lanes=1)
SPOKEN = "four blue horses"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "keys.json"


@pytest.fixture
def keyring() -> MemoryKeyring:
    return MemoryKeyring()


@pytest.fixture
def new(file: Path, keyring: MemoryKeyring) -> NewKeys:
    return secrets.create_keys(file, passphrase=SPOKEN, keyring=keyring, cost=CHEAP)


def kinds(file: Path) -> list[SlotKind]:
    return sorted(slot.kind for slot in secrets.slots(file))


def test_every_way_in_gives_the_same_key(file: Path, keyring: MemoryKeyring, new: NewKeys) -> None:
    assert len(new.key) == 32
    assert secrets.unlock_with_keyring(file, keyring) == new.key
    assert secrets.unlock_with_passphrase(file, SPOKEN) == new.key
    assert secrets.unlock_with_recovery_key(file, new.recovery_key) == new.key
    assert kinds(file) == [SlotKind.KEYRING, SlotKind.PASSPHRASE, SlotKind.RECOVERY]


def test_two_databases_have_nothing_in_common(tmp_path: Path, keyring: MemoryKeyring) -> None:
    one = secrets.create_keys(tmp_path / "one.json", keyring=keyring)
    two = secrets.create_keys(tmp_path / "two.json", keyring=keyring)
    assert one.key != two.key
    assert len(keyring.entries) == 2
    with pytest.raises(UserError, match="recovery-key-other"):
        secrets.unlock_with_recovery_key(tmp_path / "one.json", two.recovery_key)


def test_without_a_keyring_a_passphrase_is_needed(file: Path) -> None:
    with pytest.raises(UserError, match="passphrase-needed") as caught:
        secrets.create_keys(file, keyring=MemoryKeyring("keyring-missing"))
    assert caught.value.facts == {"why": "keyring-missing"}
    assert not file.exists()


def test_a_locked_keyring_does_not_stop_a_start_with_a_passphrase(file: Path) -> None:
    new = secrets.create_keys(file, passphrase=SPOKEN, keyring=MemoryKeyring("keyring-locked"), cost=CHEAP)
    assert kinds(file) == [SlotKind.PASSPHRASE, SlotKind.RECOVERY]
    assert secrets.unlock_with_passphrase(file, SPOKEN) == new.key


def test_keys_are_never_made_twice(file: Path, new: NewKeys) -> None:
    before = file.read_bytes()
    with pytest.raises(UserError, match="keys-exist"):
        secrets.create_keys(file, passphrase=SPOKEN, cost=CHEAP)
    assert file.read_bytes() == before


@pytest.mark.parametrize("wrong", ["", "four blue horse", SPOKEN.upper(), SPOKEN + " ", "马" * 500])
def test_a_wrong_passphrase_changes_nothing(file: Path, new: NewKeys, wrong: str) -> None:
    before = file.read_bytes()
    with pytest.raises(UserError, match="passphrase-wrong"):
        secrets.unlock_with_passphrase(file, wrong)
    assert file.read_bytes() == before
    assert secrets.unlock_with_passphrase(file, SPOKEN) == new.key


def test_full_width_typing_opens_too(file: Path) -> None:
    new = secrets.create_keys(file, passphrase="ab123456", cost=CHEAP)
    assert secrets.unlock_with_passphrase(file, "ａｂ１２３４５６") == new.key


def test_unlocking_asks_the_keyring_first_and_then_the_passphrase(
    file: Path, keyring: MemoryKeyring, new: NewKeys
) -> None:
    assert secrets.unlock(file, keyring=keyring) == new.key
    assert secrets.unlock(file, keyring=MemoryKeyring(), passphrase=SPOKEN) == new.key


@pytest.mark.parametrize("why", ["keyring-missing", "keyring-locked"])
def test_a_person_is_asked_when_the_keyring_cannot_help(file: Path, new: NewKeys, why: str) -> None:
    with pytest.raises(UserError, match="passphrase-needed") as caught:
        secrets.unlock(file, keyring=MemoryKeyring(why))
    assert caught.value.facts == {"why": why}


def test_a_lost_keyring_entry_is_told_and_mended(file: Path, keyring: MemoryKeyring, new: NewKeys) -> None:
    keyring.entries.clear()
    with pytest.raises(UserError, match="passphrase-needed") as caught:
        secrets.unlock(file, keyring=keyring)
    assert caught.value.facts == {"why": "keyring-entry-lost"}
    secrets.remember_on_this_device(file, secrets.unlock_with_passphrase(file, SPOKEN), keyring)
    assert secrets.unlock(file, keyring=keyring) == new.key


@pytest.mark.parametrize("entry", ["", "zz", "ab" * 32, "ab"])
def test_a_foreign_keyring_entry_opens_nothing(
    file: Path, keyring: MemoryKeyring, new: NewKeys, entry: str
) -> None:
    keyring.entries = dict.fromkeys(keyring.entries, entry)
    with pytest.raises(UserError, match="keyring-entry-lost"):
        secrets.unlock_with_keyring(file, keyring)


def test_remembering_twice_adds_no_second_slot(file: Path, keyring: MemoryKeyring, new: NewKeys) -> None:
    secrets.remember_on_this_device(file, new.key, keyring)
    assert len(keyring.entries) == 1
    assert len(secrets.slots(file)) == 3


def test_a_folder_on_a_stick_is_remembered_by_two_devices(
    file: Path, keyring: MemoryKeyring, new: NewKeys
) -> None:
    other = MemoryKeyring()
    secrets.remember_on_this_device(file, new.key, other)
    assert secrets.unlock(file, keyring=keyring) == secrets.unlock(file, keyring=other) == new.key
    secrets.forget_on_this_device(file, new.key, other)
    assert other.entries == {}
    assert secrets.unlock(file, keyring=keyring) == new.key


def test_a_changed_passphrase_replaces_the_old_one(file: Path, new: NewKeys) -> None:
    secrets.change_passphrase(file, new.key, "five red cows", cost=CHEAP)
    assert secrets.unlock_with_passphrase(file, "five red cows") == new.key
    with pytest.raises(UserError, match="passphrase-wrong"):
        secrets.unlock_with_passphrase(file, SPOKEN)
    assert secrets.unlock_with_recovery_key(file, new.recovery_key) == new.key


def test_a_short_passphrase_is_refused_and_the_old_one_stays(file: Path, new: NewKeys) -> None:
    with pytest.raises(UserError, match="passphrase-too-short") as caught:
        secrets.change_passphrase(file, new.key, "short", shortest=6)
    assert caught.value.facts == {"needed": 6}
    assert secrets.unlock_with_passphrase(file, SPOKEN) == new.key


def test_a_renewed_recovery_key_makes_the_old_paper_worthless(file: Path, new: NewKeys) -> None:
    paper = secrets.renew_recovery_key(file, new.key)
    assert secrets.unlock_with_recovery_key(file, paper) == new.key
    with pytest.raises(UserError, match="recovery-key-other"):
        secrets.unlock_with_recovery_key(file, new.recovery_key)


def test_a_stranger_with_another_key_changes_no_slot(
    file: Path, keyring: MemoryKeyring, new: NewKeys
) -> None:
    before = file.read_bytes()
    for attempt in (
        lambda: secrets.change_passphrase(file, bytes(32), "five red cows", cost=CHEAP),
        lambda: secrets.renew_recovery_key(file, bytes(32)),
        lambda: secrets.remember_on_this_device(file, bytes(32), keyring),
        lambda: secrets.remove_slot(file, bytes(32), secrets.slots(file)[0].id),
    ):
        with pytest.raises(UserError, match="keys-other"):
            attempt()
    assert file.read_bytes() == before
    assert secrets.key_belongs(file, new.key)
    assert not secrets.key_belongs(file, bytes(32))


def test_the_last_slot_a_person_can_type_stays(file: Path, keyring: MemoryKeyring, new: NewKeys) -> None:
    by_kind = {slot.kind: slot.id for slot in secrets.slots(file)}
    secrets.remove_slot(file, new.key, by_kind[SlotKind.RECOVERY])
    with pytest.raises(UserError, match="last-slot"):
        secrets.remove_slot(file, new.key, by_kind[SlotKind.PASSPHRASE])
    secrets.remove_slot(file, new.key, by_kind[SlotKind.KEYRING])
    with pytest.raises(UserError, match="last-slot"):
        secrets.remove_slot(file, new.key, by_kind[SlotKind.PASSPHRASE])
    with pytest.raises(UserError, match="slot-missing"):
        secrets.remove_slot(file, new.key, by_kind[SlotKind.RECOVERY])
    assert secrets.unlock_with_passphrase(file, SPOKEN) == new.key


def test_missing_kinds_are_named(file: Path, keyring: MemoryKeyring) -> None:
    new = secrets.create_keys(file, keyring=keyring)
    with pytest.raises(UserError, match="passphrase-none"):
        secrets.unlock_with_passphrase(file, SPOKEN)
    secrets.change_passphrase(file, new.key, SPOKEN, cost=CHEAP)
    secrets.forget_on_this_device(file, new.key, keyring)
    with pytest.raises(UserError, match="keyring-slot-none"):
        secrets.unlock_with_keyring(file, keyring)
    by_kind = {slot.kind: slot.id for slot in secrets.slots(file)}
    secrets.remove_slot(file, new.key, by_kind[SlotKind.RECOVERY])
    with pytest.raises(UserError, match="recovery-key-none"):
        secrets.unlock_with_recovery_key(file, new.recovery_key)


def test_in_a_damaged_file_the_right_passphrase_is_not_called_wrong(file: Path, new: NewKeys) -> None:
    content = file.read_text()
    slots = content.split('"kind": "passphrase"')
    start = slots[1].index('"wrapped": "') + len('"wrapped": "')
    broken = "B" if slots[1][start] == "A" else "A"
    slots[1] = slots[1][:start] + broken + slots[1][start + 1 :]
    file.write_text('"kind": "passphrase"'.join(slots))
    with pytest.raises(UserError, match="keys-damaged"):
        secrets.unlock_with_passphrase(file, SPOKEN)
    assert secrets.unlock_with_recovery_key(file, new.recovery_key) == new.key
    with pytest.raises(UserError, match="keys-damaged"):
        secrets.change_passphrase(file, new.key, SPOKEN, cost=CHEAP)


def test_the_environment_is_read_once_and_no_child_inherits_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRANCHDESK_PASSPHRASE", SPOKEN)
    monkeypatch.setenv("BRANCHDESK_PASSWORD", "")
    assert secrets.take_passphrase() == SPOKEN
    assert secrets.take_passphrase() is None
    assert secrets.take_account_password() is None
    assert not {"BRANCHDESK_PASSPHRASE", "BRANCHDESK_PASSWORD"} & set(os.environ)


def test_new_keys_do_not_print_themselves(new: NewKeys) -> None:
    assert new.recovery_key not in repr(new)
    assert repr(new.key) not in repr(new)


@pytest.mark.skipif(os.name == "nt", reason="Windows protects the folder by its own lists")
def test_only_the_owner_may_read_the_slot_file(file: Path, new: NewKeys) -> None:
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_slot_file_without_a_database_can_be_dropped_and_never_with_one(file: Path, new: NewKeys) -> None:
    database = file.with_name("branchdesk.db")
    database.write_bytes(b"x")
    with pytest.raises(UserError, match="database-exists"):
        secrets.discard_unused(file, database)
    database.write_bytes(b"")
    secrets.discard_unused(file, database)
    assert not file.exists()


def test_a_machine_without_a_keyring_says_so() -> None:
    """The tests run with the backend that headless Linux gets."""
    keyring = OsKeyring()
    with pytest.raises(UserError, match="keyring-missing"):
        keyring.get("a")
    with pytest.raises(UserError, match="keyring-missing"):
        keyring.put("a", "b")
    with pytest.raises(UserError, match="keyring-missing"):
        keyring.drop("a")


def test_one_field_takes_the_passphrase_or_the_paper(file: Path, new: NewKeys) -> None:
    assert secrets.unlock_with_typed(file, SPOKEN) == new.key
    assert secrets.unlock_with_typed(file, new.recovery_key.lower()) == new.key
    with pytest.raises(UserError, match="passphrase-wrong"):
        secrets.unlock_with_typed(file, "wrong horses")
    with pytest.raises(UserError, match="recovery-key-group"):
        secrets.unlock_with_typed(file, "U" + new.recovery_key[1:])
    with pytest.raises(UserError, match="recovery-key-length"):
        secrets.unlock_with_typed(file, new.recovery_key.replace("-", "")[:-1])
