"""A branch that has kept its cards for years: owners, classes, needs, services and what became of follow-ups."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, insert

from app.followups.rules.defaults import RULE_DEFAULTS
from db import upgrade
from db.base import new_key
from db.engine import Database
from db.models.access import Branch
from db.models.followups import FollowUpRule, RuleBasis
from db.search_upkeep import Source
from tests.benchmarks.made_customers import NEWEST, copy_rows, made_customers, put_sqlite, rest_triggers

CHUNK: Final = 10_000
PEOPLE: Final = [UUID(int=number) for number in range(1, 21)]
STAMPS: Final = ("created_at", "changed_at")

Table = tuple[str, tuple[str, ...]]
CUSTOMER: Final[Table] = (
    "customer",
    (
        "id", "branch_id", "number", "kind", "name", "class_code", "owner_id", "second_owner_id", "do_not_contact",
        "last_contact_at", *STAMPS,
    ),
)  # fmt: skip
PHONE: Final[Table] = ("phone", ("id", "branch_id", "customer_id", "kind", "number", "shown", *STAMPS))
NEED: Final[Table] = (
    "need", ("id", "branch_id", "customer_id", "intent_level", "expected_on", "is_open", *STAMPS),
)  # fmt: skip
SERVICE: Final[Table] = ("service_record", ("id", "branch_id", "customer_id", "served_on", "items", *STAMPS))
ROW: Final[Table] = (
    "followup",
    (
        "id", "branch_id", "customer_id", "rule_id", "subject_id", "base_at", "way", "matter", "due_on", "state",
        "closed_at", *STAMPS,
    ),
)  # fmt: skip
TABLES: Final = (CUSTOMER, PHONE, NEED, SERVICE, ROW)


def fill_branch(database: Database, count: int) -> UUID:
    """A branch of so many customers with the shipped rules; half of what could be due was done in time."""
    branch_id = new_key()
    with database.writer.begin() as connection:
        stamps = {"created_at": NEWEST, "changed_at": NEWEST}
        connection.execute(insert(Branch).values(id=branch_id, code="CD", name="分店", **stamps))
        rules = _rules(connection)
        rest_triggers(connection)
        chance = random.Random(3)
        made = (_made(source, rules, chance) for source in made_customers(count, [branch_id]))
        for chunk in _chunks(made):
            _put(connection, chunk)
        upgrade.install_triggers(connection)
    with database.writer.connect() as connection:
        connection.rollback()
        for table, _columns in TABLES:
            connection.exec_driver_sql(f"ANALYZE {table}")
        connection.commit()
    return branch_id


def _rules(connection: Connection) -> dict[str, UUID]:
    """The shipped rules, in force for ever; keys of those of classes by code."""
    keys: dict[str, UUID] = {}
    for default in RULE_DEFAULTS:
        key = new_key()
        values: dict[str, Any] = {field.name: getattr(default, field.name) for field in fields(default)}
        values |= {"id": key, "created_at": NEWEST, "changed_at": NEWEST}
        connection.execute(insert(FollowUpRule).values(**values))
        if default.basis is RuleBasis.CLASS and default.code:
            keys[default.code] = key
    return keys


def _made(source: Source, rules: dict[str, UUID], chance: random.Random) -> dict[str, list[tuple[Any, ...]]]:
    key, branch_id, met = source.customer_id, source.branch_id, source.last_contact
    made: dict[str, list[tuple[Any, ...]]] = {}
    created = met - timedelta(days=chance.randrange(1, 400))
    class_code = chance.choices(("key", "general", "potential"), (5, 60, 35))[0]
    contact = None if chance.random() < 0.05 else met
    second = chance.choice(PEOPLE) if chance.random() < 0.1 else None
    made["customer"] = [
        (
            key, branch_id, source.number, "person", source.name, class_code, chance.choice([*PEOPLE, None]), second,
            chance.random() < 0.02, contact, created, met,
        )
    ]  # fmt: skip
    phone = source.phones[0]
    made["phone"] = [(_near(key, 1), branch_id, key, "mobile", phone, phone, created, met)]
    if chance.random() < 0.1:
        level = chance.choices("OHABC", (1, 2, 10, 27, 60))[0]
        expected = (met + timedelta(days=chance.randrange(1, 200))).date() if chance.random() < 0.3 else None
        made["need"] = [(_near(key, 2), branch_id, key, level, expected, True, created, met)]
    if chance.random() < 0.2:
        served = (met - timedelta(days=chance.choice((0, 0, 5, 30)))).date()
        made["service_record"] = [(_near(key, 3), branch_id, key, served, "保养", met, met)]
    made["followup"] = list(_history(key, branch_id, rules[class_code], met, chance))
    return made


def _history(
    key: UUID, branch_id: UUID, rule_id: UUID, met: datetime, chance: random.Random
) -> Iterator[tuple[Any, ...]]:
    state = chance.choices(("", "done", "open", "cancelled"), (75, 20, 3, 2))[0]
    if state:
        closed = None if state == "open" else met + timedelta(days=1 if state == "cancelled" else 0)
        yield (
            _near(key, 4), branch_id, key, rule_id, key, met, "call", "联系", met.date(), state, closed, met, met,
        )  # fmt: skip


def _near(key: UUID, number: int) -> UUID:
    return UUID(int=key.int ^ number)


def _chunks(made: Iterator[dict[str, list[tuple[Any, ...]]]]) -> Iterator[dict[str, list[tuple[Any, ...]]]]:
    chunk: dict[str, list[tuple[Any, ...]]] = {}
    for at, one in enumerate(made, 1):
        for table, rows in one.items():
            chunk.setdefault(table, []).extend(rows)
        if at % CHUNK == 0:
            yield chunk
            chunk = {}
    yield chunk


def _put(connection: Connection, chunk: dict[str, list[tuple[Any, ...]]]) -> None:
    put = put_sqlite if connection.dialect.name == "sqlite" else copy_rows
    for table, columns in TABLES:
        rows: Sequence[tuple[Any, ...]] = chunk.get(table, ())
        if rows:
            put(connection, table, columns, rows)
