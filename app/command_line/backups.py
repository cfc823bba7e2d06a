"""Verbs of keeping safe: backup and restore."""

from __future__ import annotations

import argparse

from app import backup as backing_up
from app import server_backup
from app.command_line.output import tell
from app.command_line.session import Options, key_in, signed_in
from db import upgrade as schema
from db.models.access import Permission


def backup(given: Options, arguments: argparse.Namespace) -> None:
    """Write a backup that was read back; a shared database by pg_dump, and then it is not encrypted."""
    with signed_in(given) as session:
        with session.read() as work:
            work.require(Permission.MAINTAIN_DATABASE)
        desk = session.desk
        if desk.url is not None:
            out = server_backup.back_up_server(desk.url, arguments.out.absolute())
            tell({"backup": out, "encrypted": False}, [str(out)], as_json=given.as_json)
        elif desk.key is not None:
            made = backing_up.back_up(desk.folder, desk.key, arguments.out, head=schema.HEAD)
            told = {"backup": made.path, "encrypted": True, "bytes": made.length}
            tell(told, [str(made.path)], as_json=given.as_json)


def restore(given: Options, arguments: argparse.Namespace) -> None:
    """Put a backup in the place of the local database, with a secret that opens the backup.

    Nobody signs in: the accounts are in the backup, and there may be no database yet.
    """
    if given.url is not None:
        server_backup.refuse_server_restore()
    done = backing_up.restore(
        given.folder, arguments.file, lambda keys: key_in(given, keys), head=schema.HEAD
    )
    told = {"restored": arguments.file, "of": done.manifest.created_at.isoformat(), "aside": done.aside}
    lines = [str(given.folder.database), *([] if done.aside is None else [str(done.aside)])]
    tell(told, lines, as_json=given.as_json)
