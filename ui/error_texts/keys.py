"""Refusals of the database key: passphrase, keyring, recovery key, and where the data folder may be."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "passphrase-wrong": QT_TRANSLATE_NOOP(
        "errors", "This is not the passphrase of this database. Type it again; nothing was changed."
    ),
    "passphrase-none": QT_TRANSLATE_NOOP(
        "errors", "This database has no passphrase. Open it with the recovery key printed at the first start."
    ),
    "passphrase-needed": QT_TRANSLATE_NOOP(
        "errors",
        "This computer does not keep the key of the database. Type the passphrase or the recovery key.",
    ),
    "passphrase-too-short": QT_TRANSLATE_NOOP(
        "errors", "The passphrase is too short. Choose one with at least {needed} characters."
    ),
    "keyring-missing": QT_TRANSLATE_NOOP(
        "errors", "This computer has no keyring that could keep the key. Use the passphrase."
    ),
    "keyring-locked": QT_TRANSLATE_NOOP(
        "errors", "The keyring of this computer is locked. Unlock it and try again, or use the passphrase."
    ),
    "keyring-entry-lost": QT_TRANSLATE_NOOP(
        "errors",
        "The keyring of this computer no longer holds the key. Open the database with the passphrase or the "
        "recovery key.",
    ),
    "keyring-slot-none": QT_TRANSLATE_NOOP(
        "errors", "This database is not remembered on any computer. Use the passphrase or the recovery key."
    ),
    "recovery-key-group": QT_TRANSLATE_NOOP(
        "errors", "Group {group} of the recovery key is wrong: “{shown}”. Compare it with the paper."
    ),
    "recovery-key-length": QT_TRANSLATE_NOOP(
        "errors",
        "The recovery key has {needed} letters and digits, {given} were typed. Compare it with the paper.",
    ),
    "recovery-key-other": QT_TRANSLATE_NOOP(
        "errors", "This recovery key is of another database, or was replaced. Look for the newest paper."
    ),
    "recovery-key-none": QT_TRANSLATE_NOOP(
        "errors", "This database has no recovery key. Open it with the passphrase."
    ),
    "keys-missing": QT_TRANSLATE_NOOP(
        "errors",
        "The key file {path} is missing. Copy it back, or restore the latest backup, which holds one.",
    ),
    "keys-damaged": QT_TRANSLATE_NOOP(
        "errors", "The key file {path} is damaged. Restore the latest backup, which holds a whole one."
    ),
    "keys-newer": QT_TRANSLATE_NOOP(
        "errors", "The key file {path} was written by a newer BranchDesk. Update this program."
    ),
    "keys-other": QT_TRANSLATE_NOOP(
        "errors", "The key file {path} belongs to another database. Restore database and key from one backup."
    ),
    "keys-exist": QT_TRANSLATE_NOOP(
        "errors", "There is already a key file {path}. Open that database, or choose another folder."
    ),
    "slot-missing": QT_TRANSLATE_NOOP(
        "errors", "This way of opening the database has been removed already. Look at the list again."
    ),
    "last-slot": QT_TRANSLATE_NOOP(
        "errors",
        "Nothing that a person can type would open the database any more. Set a passphrase or print a new "
        "recovery key first.",
    ),
    "folder-on-network": QT_TRANSLATE_NOOP(
        "errors",
        "{path} is on another computer's disk, where a local database would be damaged. Choose a folder of this "
        "computer, or share a PostgreSQL server (--database).",
    ),
    "folder-is-file": QT_TRANSLATE_NOOP(
        "errors", "{path} is a file, not a folder. Choose another data folder."
    ),
}
