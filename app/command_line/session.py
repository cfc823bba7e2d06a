"""Open the database a command works on and sign its user in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from app import secrets, settings, wiring
from app.access.actor import Actor
from app.access.passwords import NO_PASSWORD
from app.access.signin import sign_in
from app.command_line.front import Front
from app.errors import UserError
from app.paths import DataFolder, data_folder
from app.work import PROGRAM, Store, Work
from db.models.access import Account


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """The options before the verb."""

    folder: DataFolder
    url: str | None
    user: str | None
    as_json: bool
    front: Front


@dataclass(frozen=True, kw_only=True, slots=True)
class Session:
    """An open desk with somebody signed in."""

    desk: wiring.Desk
    actor: Actor

    def read(self) -> AbstractContextManager[Work]:
        """A reading work of the signed-in person."""
        return self.desk.store.read(self.actor)

    def change(self) -> AbstractContextManager[Work]:
        """A changing work of the signed-in person."""
        return self.desk.store.change(self.actor)


def options(*, data: Path | None, url: str | None, user: str | None, as_json: bool, front: Front) -> Options:
    """Checked options; without `--database` the one this computer last joined."""
    folder = data_folder(data)
    chosen = wiring.shared_url(url) if url else wiring.chosen_database(folder)
    return Options(folder=folder, url=chosen, user=user, as_json=as_json, front=front)


@contextmanager
def open_desk(given: Options) -> Iterator[wiring.Desk]:
    """The open desk, closed at the end. Raises UserError `nothing-here` or `not-joined` before the first
    start."""
    if given.url is not None:
        desk = wiring.open_shared(given.folder, given.url)
    elif wiring.stage(given.folder) is wiring.Stage.NEW:
        raise UserError("nothing-here", path=given.folder.root)
    else:
        desk = wiring.open_local(given.folder, local_key(given))
    try:
        yield desk
    finally:
        desk.close()


def local_key(given: Options) -> bytes:
    """The key of the local file: keyring, BRANCHDESK_PASSPHRASE, or asked at the terminal."""
    return key_in(given, given.folder.keys)


def key_in(given: Options, keys: Path) -> bytes:
    """As `local_key`, from any slot file, such as that of a backup; the recovery key may be typed too."""
    typed = secrets.take_passphrase()
    try:
        return secrets.unlock(keys, keyring=given.front.keyring())
    except UserError as error:
        if error.code != "passphrase-needed":
            raise
        typed = typed or given.front.ask_secret("passphrase")
        if typed is None:
            raise
        return secrets.unlock_with_typed(keys, typed)


@contextmanager
def signed_in(given: Options) -> Iterator[Session]:
    """An open desk with the user of the options signed in."""
    with open_desk(given) as desk:
        login = given.user or _usual_login(given, desk.store)
        password = secrets.take_account_password() or given.front.ask_secret("password")
        if password is None:
            raise UserError("password-needed", login=login)
        actor = sign_in(desk.store, login=login, password=password, device_id=desk.device_id)
        yield Session(desk=desk, actor=actor)


def _usual_login(given: Options, store: Store) -> str:
    """Who signed in here last, or the only one who has a password; else UserError `user-needed`."""
    last = settings.load(given.folder.settings)[0].login
    if last:
        return last
    with store.read(PROGRAM) as work:
        logins = list(
            work.session.scalars(select(Account.login).where(Account.password_hash != NO_PASSWORD).limit(2))
        )
    if len(logins) != 1:
        raise UserError("user-needed")
    return logins[0]
