"""Refusals of databases, servers, disks and files."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "disk-full": QT_TRANSLATE_NOOP(
        "errors", "The disk is full. Free some space and try again; nothing was changed."
    ),
    "disk-fault": QT_TRANSLATE_NOOP(
        "errors", "The disk reports a fault. Save your work elsewhere and have the disk checked."
    ),
    "memory-full": QT_TRANSLATE_NOOP(
        "errors", "The computer is out of memory. Close other programs and try again."
    ),
    "database-read-only": QT_TRANSLATE_NOOP(
        "errors", "The database cannot be written to. Check the rights of its folder and try again."
    ),
    "database-corrupt": QT_TRANSLATE_NOOP(
        "errors", "The database is damaged. Stop working with it and restore the latest backup."
    ),
    "database-unreadable": QT_TRANSLATE_NOOP(
        "errors",
        "This file is no BranchDesk database, or its key is another one. Check which file was chosen.",
    ),
    "database-busy": QT_TRANSLATE_NOOP(
        "errors", "The database is busy with another action. Try again in a moment."
    ),
    "database-cannot-open": QT_TRANSLATE_NOOP(
        "errors", "The database cannot be opened. Check that its folder exists and may be written to."
    ),
    "database-empty": QT_TRANSLATE_NOOP("errors", "This database is still empty. Set it up first."),
    "database-newer": QT_TRANSLATE_NOOP(
        "errors",
        "A newer BranchDesk has worked with this database. Update this program to open it; the data is untouched.",
    ),
    "database-older": QT_TRANSLATE_NOOP(
        "errors", "This database is of an older edition. Upgrade it first; a copy is made before."
    ),
    "database-exists": QT_TRANSLATE_NOOP(
        "errors", "There is a database in this folder already. Open it, or choose another folder."
    ),
    "folder-denied": QT_TRANSLATE_NOOP(
        "errors", "The folder may not be written to. Ask for the right, or choose another one."
    ),
    "folder-read-only": QT_TRANSLATE_NOOP("errors", "The folder is read-only. Choose another one."),
    "file-too-large-for-disk": QT_TRANSLATE_NOOP(
        "errors", "The file is too large for this disk. Choose another one."
    ),
    "file-missing": QT_TRANSLATE_NOOP("errors", "The file or folder is not there any more. Check the path."),
    "file-is-folder": QT_TRANSLATE_NOOP("errors", "This is a folder, not a file. Choose a file in it."),
    "file-in-use": QT_TRANSLATE_NOOP(
        "errors", "Another program is using the file. Close it there and try again."
    ),
    "text-unreadable": QT_TRANSLATE_NOOP(
        "errors", "The text holds characters that cannot be stored; type it instead of pasting it."
    ),
    "changed-meanwhile": QT_TRANSLATE_NOOP(
        "errors",
        "Somebody else changed the same record at this moment. Look at it again and repeat your change.",
    ),
    "query-cancelled": QT_TRANSLATE_NOOP("errors", "The search was stopped. Try again."),
    "server-password-wrong": QT_TRANSLATE_NOOP(
        "errors", "The server refuses the password. Check the user and the password of the shared database."
    ),
    "server-refuses-user": QT_TRANSLATE_NOOP(
        "errors", "The server does not let this user in from here. Ask your administrator."
    ),
    "server-database-missing": QT_TRANSLATE_NOOP(
        "errors", "There is no database or user of this name on the server. Check the address."
    ),
    "server-not-trusted": QT_TRANSLATE_NOOP(
        "errors",
        "The server cannot prove who it is, so nothing was sent. Ask your administrator for its certificate.",
    ),
    "server-starting": QT_TRANSLATE_NOOP("errors", "The server is starting. Try again in a minute."),
    "server-full": QT_TRANSLATE_NOOP(
        "errors", "The server has no free connection. Try again in a moment, or ask your administrator."
    ),
    "server-disk-full": QT_TRANSLATE_NOOP(
        "errors", "The server's disk is full; nothing was changed. Tell your administrator."
    ),
    "server-forbids": QT_TRANSLATE_NOOP(
        "errors", "The server does not allow this action to your account. Ask your administrator."
    ),
    "server-read-only": QT_TRANSLATE_NOOP(
        "errors", "The server accepts no changes at present. Try again later; nothing was changed."
    ),
    "server-connection-lost": QT_TRANSLATE_NOOP(
        "errors",
        "The connection to the server was lost. Check the network and try again; unsaved input stays on the screen.",
    ),
    "server-unreachable": QT_TRANSLATE_NOOP(
        "errors", "The server cannot be reached. Check the network and the address."
    ),
    "database-is-folder": QT_TRANSLATE_NOOP(
        "errors", "This is a folder, not a database. Choose the file in it."
    ),
    "database-foreign": QT_TRANSLATE_NOOP(
        "errors", "This database belongs to another program. Choose one of BranchDesk, or make a new one."
    ),
    "database-in-use": QT_TRANSLATE_NOOP(
        "errors", "The database is open in another window. Close it there and try again."
    ),
    "database-not-encrypted": QT_TRANSLATE_NOOP(
        "errors",
        "This database is not encrypted, so it is none of ours. Choose another file, or make a new database.",
    ),
    "database-other-key": QT_TRANSLATE_NOOP(
        "errors",
        "This database has another key. Choose the key file that belongs to it, or restore both from a backup.",
    ),
    "settings-unreadable": QT_TRANSLATE_NOOP(
        "errors",
        "The settings cannot be read; the usual ones are in force. Check the rights of the data folder.",
    ),
    "settings-damaged": QT_TRANSLATE_NOOP(
        "errors",
        "The settings were damaged and set aside; the usual ones are in force. Look through them once.",
    ),
}
