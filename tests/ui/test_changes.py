"""Commits wake the pages that listen to their topics, in the screen's thread, as long as they live."""

from __future__ import annotations

import threading

import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.work import Topic
from tests.ui.conftest import Ledger
from ui.changes import Changes


def test_a_commit_in_another_thread_is_heard_in_the_screens(qtbot: QtBot, ledger: Ledger) -> None:
    changes, owner = Changes(), QObject()
    heard: list[str] = []
    changes.follow(ledger)
    changes.listen({Topic.CUSTOMERS}, lambda: heard.append(threading.current_thread().name), owner)

    def commit() -> None:
        with ledger.change(None):
            pass

    worker = threading.Thread(target=commit)
    worker.start()
    worker.join()
    assert heard == []
    qtbot.waitUntil(lambda: heard == [threading.main_thread().name])


def test_other_topics_wake_nobody(qtbot: QtBot) -> None:
    changes, owner = Changes(), QObject()
    heard: list[str] = []
    changes.listen({Topic.FORMS}, lambda: heard.append("forms"), owner)
    changes.listen({Topic.CUSTOMERS, Topic.LISTS}, lambda: heard.append("customers"), owner)
    changes.announce(frozenset({Topic.LISTS}))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["customers"]


def test_a_closed_listener_is_not_called(qtbot: QtBot) -> None:
    changes, closed, alive = Changes(), QObject(), QObject()
    heard: list[str] = []
    changes.listen({Topic.FORMS}, lambda: heard.append("closed"), closed)
    changes.listen({Topic.FORMS}, lambda: heard.append("alive"), alive)
    shiboken6.delete(closed)
    changes.announce(frozenset({Topic.FORMS}))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["alive"]
