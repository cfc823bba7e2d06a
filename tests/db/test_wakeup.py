"""Hearing of other windows: on both engines, never of oneself, and again after the line was cut."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest
from sqlalchemy import text

from app.work import Store, Topic
from db import wakeup
from db.engine import Database, open_postgresql, open_sqlite
from db.wakeup import Bell
from tests.builders.cards import walk_in
from tests.builders.databases import KEY, Founded

PATIENCE = 15.0


class _Ear:
    """Remembers what was heard."""

    def __init__(self) -> None:
        self.heard: list[frozenset[Topic]] = []
        self.rung = threading.Event()

    def __call__(self, topics: frozenset[Topic]) -> None:
        self.heard.append(topics)
        self.rung.set()


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wakeup, "POLL_SECONDS", 0.05)
    monkeypatch.setattr(wakeup, "RETRY_SECONDS", 0.1)


@contextmanager
def _second_window(database: Database) -> Iterator[tuple[Store, _Ear]]:
    if database.path is not None:
        store = Store(open_sqlite(database.path, KEY))
    else:
        store = Store(open_postgresql(database.writer.url.render_as_string(hide_password=False)))
    ear = _Ear()
    store.on_commit(ear)
    store.watch()
    try:
        yield store, ear
    finally:
        store.close()


def _until_heard(branch: Founded, ear: _Ear) -> None:
    """The listener needs a moment to begin: commit until it hears."""
    for turn in range(100):
        walk_in(branch, phone=f"138001{turn:05d}")
        if ear.rung.wait(PATIENCE / 100):
            return
    pytest.fail("nothing was heard")


def test_another_window_hears_what_changed(branch: Founded) -> None:
    with _second_window(branch.store.database) as (_, ear):
        _until_heard(branch, ear)
    told = ear.heard[0]
    assert told == (frozenset(Topic) if branch.store.database.is_local else {Topic.CUSTOMERS, Topic.FORMS})


def test_nobody_is_woken_by_the_own_commits(branch: Founded) -> None:
    with _second_window(branch.store.database) as (second, ear):
        _until_heard(branch, ear)
        own = Founded(store=second, actor=branch.actor, device_id=branch.device_id)
        walk_in(own)
        before = len(ear.heard)
        ear.rung.clear()
        ear.rung.wait(0.3)
        assert ear.heard[before:] == []


def test_a_line_cut_by_the_server_is_taken_up_again(branch: Founded) -> None:
    database = branch.store.database
    if database.is_local:
        pytest.skip("there is no server between")
    with _second_window(database) as (_, ear):
        _until_heard(branch, ear)
        with database.writer.begin() as connection:
            cut = connection.execute(
                text(
                    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                    " WHERE query LIKE 'LISTEN%' AND pid <> pg_backend_pid()"
                )
            )
            assert cut.scalar_one() == 1
        ear.rung.clear()
        assert ear.rung.wait(PATIENCE), "what was missed meanwhile is told as: anything may have changed"
        assert ear.heard[-1] == frozenset(Topic)
        ear.rung.clear()
        _until_heard(branch, ear)


class _Unreachable:
    """A server that is away when the listener comes back to it."""

    path = None

    def __init__(self, *, local: bool) -> None:
        self.is_local = local
        self.writer = self.reader = self
        self.tries = threading.Semaphore(0)

    def raw_connection(self) -> Any:
        self.tries.release()
        if self.is_local:
            from sqlcipher3 import dbapi2

            raise dbapi2.OperationalError("unable to open database file")
        raise psycopg.OperationalError("connection refused")


@pytest.mark.parametrize("local", [True, False])
def test_the_listener_outlives_a_database_out_of_reach(local: bool) -> None:
    away = _Unreachable(local=local)
    heard: list[bool] = []
    bell = Bell(
        away,  # type: ignore[arg-type]
        lambda _names: None,
        own_name="me",
        own_commits=lambda: 0,
        reached=heard.append,
    )
    bell.start()
    try:
        for _ in range(3):
            assert away.tries.acquire(timeout=PATIENCE)
    finally:
        bell.stop()
    assert heard == [False], "once, not at each try"
