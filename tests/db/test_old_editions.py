"""What an earlier edition of the program wrote is still there after the upgrade, and the new parts work on it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, select, text

from app.access.signin import actor_of
from app.customers.cards import open_card
from app.customers.finding import find_customers
from app.customers.records import Card
from app.followups.rules.defaults import RULE_DEFAULTS
from app.lists import all_choices, setting
from app.planting import plant_missing
from app.work import Store
from db import files, upgrade
from db.base import Base
from db.engine import Database, open_postgresql, open_sqlite
from db.models.access import Permission
from db.models.care import Template
from db.models.followups import FollowUpRule
from db.models.lists import ChoiceList
from db.models.ticket_flows import TicketFlow, TicketKind
from tests import postgres
from tests.builders.databases import KEY

EDITIONS = sorted((Path(__file__).parent.parent / "files" / "editions").glob("*.json.gz"))


def _rows(edition: Path) -> dict[str, list[dict[str, Any]]]:
    read: dict[str, list[dict[str, Any]]] = json.loads(gzip.decompress(edition.read_bytes()))
    return read


def _fill(connection: Connection, edition: Path) -> None:
    """The schema of that edition by its own migrations, then its rows as they were."""
    config = Config()
    config.set_main_option("script_location", str(upgrade._MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, edition.name.split(".")[0])
    stored = _rows(edition)
    for table in (table.name for table in Base.metadata.sorted_tables if table.name in stored):
        place = _place(connection, table)
        for row in stored[table]:
            values = ", ".join(map(place, row))
            connection.execute(
                text(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({values})"),
                {name: _stored(value) for name, value in row.items()},
            )


def _place(connection: Connection, table: str) -> Callable[[str], str]:
    """How a value as SQLite kept it is handed to this engine."""
    if connection.dialect.name == "sqlite":
        return lambda name: f":{name}"
    known = connection.execute(
        text("SELECT column_name, udt_name FROM information_schema.columns WHERE table_name = :table"),
        {"table": table},
    )
    kinds = {str(name): str(kind) for name, kind in known}
    return lambda name: (
        f":{name}" if kinds[name] == "bytea" else f"CAST(CAST(:{name} AS text) AS {kinds[name]})"
    )


def _stored(value: object) -> object:
    return bytes.fromhex(value["hex"]) if isinstance(value, dict) else value


@pytest.fixture(params=["sqlite", "postgresql"])
def old(request: pytest.FixtureRequest, tmp_path: Path, edition: Path) -> Iterator[Database]:
    if request.param == "sqlite":
        made = open_sqlite(tmp_path / "branchdesk.db", KEY)
        with made.writer.begin() as connection:
            _fill(connection, edition)
        yield made
        made.close()
        return
    server: postgres.Server = request.getfixturevalue("postgres_server")
    with server.database() as url:
        made = open_postgresql(url)
        with made.writer.begin() as connection:
            connection.execute(text("SET LOCAL TimeZone TO 'UTC'"))
            _fill(connection, edition)
        yield made
        made.close()


@pytest.mark.filterwarnings("ignore:Did not recognize type 'xid8'")
@pytest.mark.parametrize("edition", EDITIONS, ids=[path.name.split(".")[0] for path in EDITIONS])
def test_an_old_database_keeps_its_cards_and_gains_what_is_new(old: Database, edition: Path) -> None:
    rows = _rows(edition)
    upgrade.upgrade(old, KEY if old.is_local else None)
    upgrade.require_current(old)
    store = Store(old)
    plant_missing(store)
    plant_missing(store)
    if old.path is not None:
        assert files.faults_in(old.path, KEY, thorough=True) == ()
    actor = actor_of(
        store, account_id=UUID(rows["account"][0]["id"]), device_id=UUID(rows["device"][0]["id"])
    )
    assert actor.permissions == frozenset(Permission)
    with store.read(actor) as work:
        cards = {card.number: card for card in (open_card(work, UUID(row["id"])) for row in rows["customer"])}
        outcomes = all_choices(work)[ChoiceList.OUTCOME]
        assert setting(work, "followup-missed-days") == 5
        rules = work.session.scalars(select(FollowUpRule)).all()
        greetings = work.session.scalars(select(Template)).all()
        flows = work.session.scalars(select(TicketFlow)).all()
    assert set(cards) == {row["number"] for row in rows["customer"]}
    assert len(outcomes) == 12
    assert {flow.kind: flow.edition for flow in flows} == dict.fromkeys(TicketKind, 1)
    assert len(rules) == len(RULE_DEFAULTS)
    assert greetings
    known = next(card for card in cards.values() if card.name == "单雄信")
    assert known.entries[0].matter == "约周末试驾"
    _edit_and_find(store, actor, known)


def _edit_and_find(store: Store, actor: Any, known: Card) -> None:
    """The search index and the history are those of the new edition."""
    with store.change(actor) as work:
        work.session.execute(text("UPDATE customer SET name = '仇英' WHERE number = :n"), {"n": known.number})
    with store.read(actor) as work:
        assert [hit.name for hit in find_customers(work, "qiuying")] == ["仇英"]
