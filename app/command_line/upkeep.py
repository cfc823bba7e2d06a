"""Verbs around the database: init, upgrade, sample, tour, check."""

from __future__ import annotations

import argparse

from app import secrets, starting, wiring
from app.command_line.output import tell
from app.command_line.session import Options, open_desk, signed_in
from app.customers.search_care import rebuild_search
from app.errors import UserError
from db import upgrade as schema


def init(given: Options, arguments: argparse.Namespace) -> None:
    """A new data folder, or joining a shared database (then `--code` names the branch to join)."""
    if given.url is not None and not arguments.name and wiring.is_founded(given.url):
        _join(given, given.url, arguments.code)
        return
    if not arguments.name or not arguments.admin:
        raise UserError("init-needs-names")
    login = arguments.login or arguments.admin
    password = secrets.take_account_password() or given.front.ask_secret("new-password")
    if password is None:
        raise UserError("password-needed", login=login)
    new = starting.NewBranch(
        name=arguments.name,
        code=arguments.code or starting.suggested_code(arguments.name),
        owner=arguments.admin,
        login=login,
        password=password,
    )
    recovery_key = None
    if given.url is not None:
        wiring.found_shared(given.folder, given.url, new).close()
    else:
        recovery_key = _found_local(given, new)
    told = {"branch": new.name, "code": new.code.upper(), "login": login, "folder": given.folder.root}
    lines = [f"{new.name} ({new.code.upper()})", str(given.folder.root)]
    if recovery_key:
        told["recovery_key"] = recovery_key
        lines += [
            "恢复密钥 (只显示这一次，请抄写或打印后妥善保管) / Recovery key, shown only now:",
            recovery_key,
        ]
    tell(told, lines, as_json=given.as_json)


def _found_local(given: Options, new: starting.NewBranch) -> str:
    keyring, passphrase = given.front.keyring(), secrets.take_passphrase()
    try:
        desk, recovery_key = wiring.found_local(given.folder, new, keyring=keyring, passphrase=passphrase)
    except UserError as error:
        typed = given.front.ask_secret("new-passphrase") if error.code == "passphrase-needed" else None
        if typed is None:
            raise
        desk, recovery_key = wiring.found_local(given.folder, new, keyring=keyring, passphrase=typed)
    desk.close()
    return recovery_key


def _join(given: Options, url: str, code: str | None) -> None:
    branches = wiring.branches_at(url)
    chosen = code or (branches[0][0] if len(branches) == 1 else None)
    if chosen is None:
        raise UserError("branch-needed", known=", ".join(f"{known} {name}" for known, name in branches))
    wiring.join_shared(given.folder, url, chosen).close()
    tell({"joined": chosen.upper()}, [chosen.upper()], as_json=given.as_json)


def upgrade(given: Options, _arguments: argparse.Namespace) -> None:
    """Bring the database to this program's schema; opening a local one does it by itself."""
    if given.url is not None:
        wiring.upgrade_shared(given.url)
    else:
        with open_desk(given):
            pass
    tell({"schema": schema.HEAD}, [schema.HEAD], as_json=given.as_json)


def sample(given: Options, arguments: argparse.Namespace) -> None:
    """Fill the branch with made-up customers to try things on."""
    from app.sample import make_sample

    with signed_in(given) as session, session.change() as work:
        made = make_sample(work, customers=arguments.customers, seed=arguments.seed)
    tell({"customers": made}, [str(made)], as_json=given.as_json)


def tour(given: Options, arguments: argparse.Namespace) -> None:
    """Walk the main job on the real screens without a display; screenshots and PDFs stay in the folder."""
    made = given.front.tour(arguments.out)
    tell({"files": made}, [str(path) for path in made], as_json=given.as_json)


def check(given: Options, arguments: argparse.Namespace) -> None:
    """Look for damage: the file, references, search index, attachments. Refuses with `check-failed`."""
    from app.checking import faults_of

    with signed_in(given) as session:
        if arguments.rebuild_search:
            with session.change() as work:
                rebuild_search(work)
        found = faults_of(session.desk, session.actor)
    if found:
        raise UserError("check-failed", faults="; ".join(found))
    tell({"faults": []}, ["ok"], as_json=given.as_json)
