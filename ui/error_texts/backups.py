"""Refusals of backing up and restoring."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "backup-missing": QT_TRANSLATE_NOOP("errors", "There is no backup {path}. Check the name."),
    "backup-foreign": QT_TRANSLATE_NOOP(
        "errors", "{path} is not a backup of BranchDesk. Choose a file that ends in .bdbackup."
    ),
    "backup-damaged": QT_TRANSLATE_NOOP(
        "errors", "The backup {path} is damaged or not whole. Use another one; nothing was changed."
    ),
    "backup-newer": QT_TRANSLATE_NOOP(
        "errors",
        "The backup {path} was made by a newer BranchDesk. Update this program; nothing was changed.",
    ),
    "backup-running": QT_TRANSLATE_NOOP(
        "errors", "Another window is backing up or restoring this database. Wait until it has finished."
    ),
    "backup-would-overwrite": QT_TRANSLATE_NOOP(
        "errors", "{path} is not a backup and would be overwritten. Choose another name."
    ),
    "database-missing": QT_TRANSLATE_NOOP(
        "errors", "There is no database {path}. Check the data folder, or restore a backup."
    ),
    "folder-missing": QT_TRANSLATE_NOOP("errors", "There is no folder {path}. Make it, or choose another."),
    "restore-on-server": QT_TRANSLATE_NOOP(
        "errors", "A shared database is restored on its server. Ask its administrator to use pg_restore."
    ),
    "pg-dump-missing": QT_TRANSLATE_NOOP(
        "errors",
        "Backing up a shared database needs PostgreSQL's program pg_dump. Install the PostgreSQL client programs, "
        "or back up on the server.",
    ),
    "pg-dump-older": QT_TRANSLATE_NOOP(
        "errors",
        "The pg_dump of this computer is older than the server. Install the client programs of the server's "
        "version, or back up on the server.",
    ),
    "pg-dump-failed": QT_TRANSLATE_NOOP(
        "errors", "The server could not be backed up ({told}). Ask its administrator; nothing was changed."
    ),
}
