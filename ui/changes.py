"""Tells pages which topics changed after a commit, here or in another window on the same database."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Protocol

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from app.work import Topic


class Announces(Protocol):
    """The part of the store that speaks after a commit; it may speak in any thread."""

    def on_commit(self, callback: Callable[[frozenset[Topic]], None], /) -> object: ...


class Changes(QObject):
    """`changed` carries the topics of one commit and is emitted in the UI thread."""

    changed = Signal(frozenset)
    reached = Signal(bool)  # the database is out of reach, or back

    _heard = Signal(frozenset)
    _reach_heard = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heard.connect(self.changed, Qt.ConnectionType.QueuedConnection)
        self._reach_heard.connect(self.reached, Qt.ConnectionType.QueuedConnection)

    def follow(self, store: Announces) -> None:
        """Pass on what the store announces."""
        store.on_commit(self.announce)

    def announce(self, topics: frozenset[Topic]) -> None:
        """Say from any thread that rows of these topics are no longer what they were."""
        if shiboken6.isValid(self):
            self._heard.emit(topics)

    def announce_reach(self, is_there: bool) -> None:
        """Say from any thread whether the database answers."""
        if shiboken6.isValid(self):
            self._reach_heard.emit(is_there)

    def listen(self, topics: Iterable[Topic], slot: Callable[[], None], owner: QObject) -> None:
        """Call `slot` after commits that touched one of `topics`, as long as `owner` lives."""
        _Listener(self, frozenset(topics), slot, owner)


class _Listener(QObject):
    def __init__(
        self, changes: Changes, topics: frozenset[Topic], slot: Callable[[], None], owner: QObject
    ) -> None:
        super().__init__(owner)
        self._topics = topics
        self._slot = slot
        changes.changed.connect(self._on_changed)

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if self._topics & topics:
            self._slot()
