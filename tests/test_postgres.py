"""The ground under every test on PostgreSQL: databases are fresh, separate, and copied from templates."""

from __future__ import annotations

import psycopg
import pytest

from tests.postgres import Server


def _connect(url: str) -> psycopg.Connection:
    return psycopg.connect(url.replace("+psycopg", ""), autocommit=True)


def _tables(url: str) -> list[str]:
    with _connect(url) as connection:
        rows = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
    return [row[0] for row in rows]


def test_what_one_database_holds_the_next_does_not(postgres_server: Server) -> None:
    with postgres_server.database() as first:
        with _connect(first) as connection:
            connection.execute("CREATE TABLE here (id int)")
        with postgres_server.database() as second:
            assert _tables(second) == []
        assert _tables(first) == ["here"]


def test_a_template_is_filled_once_and_copied(postgres_server: Server) -> None:
    filled = []

    def fill(url: str) -> None:
        filled.append(url)
        with _connect(url) as connection:
            connection.execute("CREATE TABLE card (name text)")

    for _ in range(2):
        with postgres_server.database(postgres_server.template("cards", fill)) as url:
            assert _tables(url) == ["card"]
    assert len(filled) == 1


def test_a_database_goes_even_while_somebody_is_connected(postgres_server: Server) -> None:
    with postgres_server.database() as url:
        left_open = _connect(url)
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        _connect(url)
    left_open.close()


def test_chinese_and_utc_are_the_ground(postgres_url: str) -> None:
    with _connect(postgres_url) as connection:
        row = connection.execute("SELECT '𠮷田' || '店', current_setting('TimeZone')").fetchone()
    assert row == ("𠮷田店", "UTC")
