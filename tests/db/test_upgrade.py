"""Schema and models are one, a newer database is left alone, an older one is copied first and never half changed."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from app.customers.finding import find_customers
from app.work import Store
from db import files, upgrade
from db.base import Base
from db.comparing import include_object
from db.engine import Database, open_sqlite
from db.errors import UserError
from tests.builders.cards import card_of, walk_in
from tests.builders.databases import KEY, Founded, found

ADDS = """
    op.add_column("customer", sa.Column("nickname", sa.Text(), nullable=True))
"""
REBUILDS = """
    anew = "always" if op.get_bind().dialect.name == "sqlite" else "never"
    with op.batch_alter_table("customer", recreate=anew) as batch:
        batch.add_column(sa.Column("nickname", sa.Text(), nullable=True))
"""
FAILS = """
    op.add_column("customer", sa.Column("nickname", sa.Text(), nullable=True))
    op.execute("UPDATE customer SET nickname = name")
    op.create_table("half", sa.Column("made", sa.Integer()))
    raise RuntimeError("the power went")
"""


@pytest.fixture
def next_edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """Makes this program one that knows one migration more."""

    known = upgrade.HEAD

    def know(steps: str) -> None:
        folder = tmp_path / "migrations"
        shutil.copytree(Path(upgrade.__file__).parent / "migrations", folder, dirs_exist_ok=True)
        head = (
            f'import sqlalchemy as sa\nfrom alembic import op\nrevision = "9000"\ndown_revision = "{known}"\n'
        )
        (folder / "versions" / "9000_next.py").write_text(f"{head}def upgrade() -> None:{steps}")
        monkeypatch.setattr(upgrade, "_MIGRATIONS", folder)
        monkeypatch.setattr(upgrade, "HEAD", "9000")

    return know


def _key(database: Database) -> bytes | None:
    return KEY if database.is_local else None


def _columns(database: Database) -> set[str]:
    with database.reader.connect() as connection:
        return set(connection.execute(text("SELECT * FROM customer WHERE 1 = 0")).keys())


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.filterwarnings("ignore:Did not recognize type 'xid8'")
def test_the_migrated_tables_are_those_of_the_models(database: Database) -> None:
    with database.reader.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": include_object, "compare_server_default": False}
        )
        assert compare_metadata(context, Base.metadata) == []


def test_the_newest_migration_is_the_one_the_start_asks_for() -> None:
    config = Config()
    config.set_main_option("script_location", str(upgrade._MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == upgrade.HEAD


def test_upgrading_what_is_current_changes_nothing(branch: Founded) -> None:
    registered = walk_in(branch)
    database = branch.store.database
    assert upgrade.upgrade(database, _key(database)) is None
    assert card_of(branch, registered).name == "张三"
    upgrade.require_current(database)


def test_a_newer_database_is_refused(branch: Founded) -> None:
    database = branch.store.database
    with database.writer.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for refusing in (upgrade.require_current, lambda made: upgrade.upgrade(made, _key(made))):
        with pytest.raises(UserError, match="database-newer"):
            refusing(database)


def test_a_newer_file_stays_as_it_is_to_the_byte(tmp_path: Path) -> None:
    path = tmp_path / "branchdesk.db"
    made = open_sqlite(path, KEY)
    upgrade.upgrade(made, KEY)
    with made.writer.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    made.close()
    before = _digest(path)
    with pytest.raises(UserError, match="database-newer"):
        files.look_at(path, KEY, head=upgrade.HEAD)
    assert _digest(path) == before
    assert [found.name for found in tmp_path.iterdir()] == ["branchdesk.db"]


def test_an_empty_database_is_not_taken_for_ours(tmp_path: Path) -> None:
    made = open_sqlite(tmp_path / "new.db", KEY)
    with pytest.raises(UserError, match="database-empty"):
        upgrade.require_current(made)
    made.close()


@pytest.mark.parametrize("steps", [ADDS, REBUILDS])
def test_an_older_database_is_copied_and_brought_up(
    branch: Founded, next_edition: object, steps: str
) -> None:
    registered = walk_in(branch)
    database = branch.store.database
    before = upgrade.HEAD
    next_edition(steps)  # type: ignore[operator]
    with pytest.raises(UserError, match="database-older"):
        upgrade.require_current(database)
    copy = upgrade.upgrade(database, _key(database))
    upgrade.require_current(database)
    assert "nickname" in _columns(database)
    card = card_of(branch, registered)
    assert [phone.values["number"] for phone in card.phones] == ["13800138000"]
    assert [entry.matter for entry in card.entries] == ["来店登记"]
    with branch.change() as work:
        work.session.execute(text("UPDATE customer SET name = '李四'"))
    with branch.read() as work:
        assert [hit.name for hit in find_customers(work, "lisi")] == ["李四"]
    assert (copy is not None) is database.is_local
    if copy is not None:
        old = open_sqlite(copy, KEY)
        assert upgrade.revision(old) == before
        assert "nickname" not in _columns(old)
        old.close()


def test_an_upgrade_that_fails_midway_leaves_the_old_database_in_use(
    branch: Founded, next_edition: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    registered = walk_in(branch)
    database = branch.store.database
    before = upgrade.HEAD
    with monkeypatch.context():
        next_edition(FAILS)  # type: ignore[operator]
        with pytest.raises(RuntimeError, match="the power went"):
            upgrade.upgrade(database, _key(database))
    assert upgrade.revision(database) == before
    assert "nickname" not in _columns(database)
    again = walk_in(branch, "李四", "13900139000")
    assert card_of(branch, registered).name == "张三"
    assert card_of(branch, again).name == "李四"
    if database.path is not None:
        assert files.faults_in(database.path, KEY, thorough=True) == ()


def test_two_programs_may_upgrade_at_the_same_moment(branch: Founded, next_edition: object) -> None:
    database = branch.store.database
    next_edition(ADDS)  # type: ignore[operator]
    second = open_sqlite(database.path, KEY) if database.path is not None else branch.store.database
    for one in (database, second):
        upgrade.upgrade(one, _key(one))
    assert "nickname" in _columns(second)
    assert found(Store(second), "BJ").actor.branch_code == "BJ"
    if second is not database:
        second.close()
