"""A desk on a real store, for the tests of pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from app.access.actor import Actor
from app.wiring import Desk as OpenDesk
from tests.builders.databases import Founded
from tests.ui.conftest import Screen
from ui.changes import Changes
from ui.desk import Desk, Navigation
from ui.messages import Messages
from ui.tasks import Tasks
from ui.theme import theme


@contextmanager
def real_desk(
    founded: Founded, messages: Messages, *, actor: Actor | None = None, opened: OpenDesk | None = None
) -> Iterator[Desk]:
    """The desk of the owner, or of somebody else; its threads are ended at the close."""
    tasks = Tasks(founded.store, actor or founded.actor, refuse=messages.refuse)
    changes, navigation = Changes(), Navigation()
    changes.follow(founded.store)
    yield Desk(
        tasks=tasks,
        messages=messages,
        changes=changes,
        navigation=navigation,
        theme=theme(),
        screen=Screen(),
        opened=opened,
    )
    tasks.close()
    founded.store.forget(changes.announce)
    for part in (tasks, changes, navigation):
        part.deleteLater()
