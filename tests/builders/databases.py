"""Fresh databases on either engine, copied from one migrated template, and a founded branch on them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from uuid import UUID

import pytest

from app import starting
from app.access.actor import Actor
from app.access.passwords import hash_password
from app.access.signin import actor_of
from app.work import PROGRAM, Store, Work
from db import upgrade
from db.engine import Database, open_postgresql, open_sqlite
from db.models.access import Account, Permission
from tests import postgres

KEY = bytes(range(32))
PASSWORD = "peony-kettle-42"


@cache
def _sqlite_template() -> Path:
    path = Path(tempfile.mkdtemp(prefix="branchdesk-template-")) / "template.db"
    made = open_sqlite(path, KEY)
    upgrade.upgrade(made, KEY)
    with made.writer.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")
    made.close()
    return path


def _fill(url: str) -> None:
    made = open_postgresql(url)
    upgrade.upgrade(made)
    made.close()


@contextmanager
def fresh(request: pytest.FixtureRequest, folder: Path) -> Iterator[Database]:
    """An empty database of the newest schema, on the engine the test was parametrised with."""
    if request.param == "sqlite":
        path = folder / "branchdesk.db"
        shutil.copyfile(_sqlite_template(), path)
        made = open_sqlite(path, KEY)
        yield made
        made.close()
        return
    server: postgres.Server = request.getfixturevalue("postgres_server")
    with server.database(server.template("schema", _fill)) as url:
        made = open_postgresql(url)
        yield made
        made.close()


@dataclass(frozen=True, kw_only=True, slots=True)
class Founded:
    """A store with one branch and the actor of its owner."""

    store: Store
    actor: Actor
    device_id: UUID

    def read(self) -> AbstractContextManager[Work]:
        """A reading work of the owner."""
        return self.store.read(self.actor)

    def change(self, actor: Actor | None = None) -> AbstractContextManager[Work]:
        """A changing work of the owner, or of somebody else."""
        return self.store.change(actor or self.actor)

    def actor_with(self, *permissions: Permission) -> Actor:
        """The owner with just these permissions and no other branch."""
        return replace(self.actor, permissions=frozenset(permissions), all_branches=False)


@cache
def _hashed(password: str) -> str:
    """Argon2id takes a fifth of a second; one branch after the other has the same password."""
    return hash_password(password)


def found(store: Store, code: str = "CD") -> Founded:
    """Found a branch and become its owner, without the cost of a password check."""
    given = starting.NewBranch(
        name="成都高新店", code=code, owner="王芳", login=f"owner-{code}", password=PASSWORD
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(starting, "hash_password", _hashed)
        device_id = starting.found_branch(store, given, "前台一号机")
    with store.read(PROGRAM) as work:
        from sqlalchemy import select

        account_id = work.session.scalars(select(Account.id).where(Account.login == given.login)).one()
    return Founded(
        store=store, actor=actor_of(store, account_id=account_id, device_id=device_id), device_id=device_id
    )
