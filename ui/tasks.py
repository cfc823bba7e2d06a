"""Runs reads, changes and long jobs off the UI thread and brings the answers back into it.

Four lanes: one thread writes, one reads, one answers searches (so that typing never waits for a
list or an import), and a small pool does long jobs. A worker is handed a number only; everything
that may refer to a widget stays in a table here, so that no widget ever dies in a worker.
"""

from __future__ import annotations

import itertools
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from app.errors import UserError
from ui.jobs import Job, JobCancelledError

if TYPE_CHECKING:
    from app.access.actor import Actor
    from app.work import Work

T = TypeVar("T")
Failed = Callable[[UserError], object]


class Doors(Protocol):
    """The part of `app.work.Store` used here."""

    def read(self, actor: Any, /) -> AbstractContextManager[Any]: ...

    def change(self, actor: Any, /) -> AbstractContextManager[Any]: ...


class Lane(Enum):
    """Where a task runs; the value is how many threads serve it."""

    WRITE = ("write", 1)
    READ = ("read", 1)
    SEARCH = ("search", 1)
    LONG = ("long", 2)


@dataclass(kw_only=True, eq=False)
class Ticket:
    """One task under way; `cancel` is safe at any time and from any thread."""

    number: int
    lane: Lane
    owner: QObject
    fn: Callable[[Any], Any]
    done: Callable[[Any], object]
    failed: Failed | None
    stopped: Callable[[], object] | None = None
    always: Callable[[], object] | None = None
    job: Job | None = None
    is_cancelled: bool = False
    _work: object = None
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def cancel(self) -> None:
        """Forget the answer; a running query is interrupted, a waiting one never starts."""
        if self.lane is Lane.WRITE:
            return  # what a person saved is carried out
        self.is_cancelled = True
        if self.job is not None:
            self.job.cancel()
        with self._guard:
            interrupt = getattr(self._work, "interrupt", None)
            if interrupt is not None:
                interrupt()

    def _lend(self, work: object) -> None:
        with self._guard:
            self._work = work


class Tasks(QObject):
    """The only way pages reach the store; every method returns at once, answers come in the UI thread."""

    changes_pending = Signal(int)
    change_failed = Signal()  # a user action was refused or broke, whoever was told about it

    _arrived = Signal()

    def __init__(
        self,
        store: Doors,
        actor: Actor,
        *,
        refuse: Callable[[UserError], object] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`refuse` shows a refusal that no caller took; without it the refusal is raised."""
        super().__init__(parent)
        self.store = store
        self.actor = actor
        self._show_refusal = refuse
        self._numbers = itertools.count(1)
        self._tickets: dict[int, Ticket] = {}
        self._latest: dict[tuple[int, str], int] = {}
        self._pools: dict[Lane, ThreadPoolExecutor] = {}
        self._outbox: deque[tuple[int, bool, Any]] = deque()
        self._is_closing = False
        self._arrived.connect(self._deliver_one, Qt.ConnectionType.QueuedConnection)

    def read(
        self,
        owner: QObject,
        fn: Callable[[Work], T],
        done: Callable[[T], object],
        failed: Failed | None = None,
        *,
        always: Callable[[], object] | None = None,
    ) -> Ticket:
        """Ask the store something; `done` gets the answer unless `owner` is gone by then."""
        return self._start(Lane.READ, owner, fn, done, failed, always=always)

    def change(
        self,
        owner: QObject,
        fn: Callable[[Work], T],
        done: Callable[[T], object],
        failed: Failed | None = None,
        *,
        always: Callable[[], object] | None = None,
    ) -> Ticket:
        """Carry out one user action; `done` means it is committed. A refusal goes to `failed`; what
        `failed` answers with False, or a refusal whose owner is gone, is shown as a message."""
        return self._start(Lane.WRITE, owner, fn, done, failed, always=always)

    def search(
        self,
        owner: QObject,
        fn: Callable[[Work], T],
        done: Callable[[T], object],
        failed: Failed | None = None,
        *,
        stream: str = "",
    ) -> Ticket:
        """A read of which only the latest counts: an older one of the same owner and stream is cancelled."""
        key = (id(owner), stream)
        older = self._tickets.get(self._latest.get(key, 0))
        if older is not None:
            older.cancel()
        ticket = self._start(Lane.SEARCH, owner, fn, done, failed)
        self._latest[key] = ticket.number
        return ticket

    def run(
        self,
        owner: QObject,
        fn: Callable[[Job], T],
        done: Callable[[T], object],
        failed: Failed | None = None,
        *,
        progress: Callable[[float, str], object] | None = None,
        stopped: Callable[[], object] | None = None,
        always: Callable[[], object] | None = None,
    ) -> Ticket:
        """A long job in the pool. `progress` hears of 0..1 and a text at most 20 times a second;
        `stopped` is called when it ended because of `Ticket.cancel`."""
        job = Job(self._read_here, self._change_and_wait, parent=self)
        if progress is not None:
            job.progressed.connect(_Guarded(owner, progress, job).told, Qt.ConnectionType.QueuedConnection)
        self._pool(Lane.WRITE)  # made here, so that no worker makes one
        return self._start(Lane.LONG, owner, fn, done, failed, job=job, stopped=stopped, always=always)

    @property
    def pending_changes(self) -> int:
        """How many user actions are not yet committed or refused."""
        return sum(ticket.lane is Lane.WRITE for ticket in self._tickets.values())

    @property
    def is_busy(self) -> bool:
        return bool(self._tickets)

    def close(self) -> None:
        """Stop reads and jobs, finish every change that was asked for, then end the threads."""
        self._is_closing = True
        for ticket in tuple(self._tickets.values()):
            ticket.cancel()
        for lane in (Lane.LONG, Lane.SEARCH, Lane.READ, Lane.WRITE):
            pool = self._pools.pop(lane, None)
            if pool is not None:
                pool.shutdown(wait=True, cancel_futures=lane is not Lane.WRITE)
        while self._outbox:
            self._deliver_one()
        self._tickets.clear()
        self._latest.clear()

    # In the UI thread ---------------------------------------------------------------------------

    def _start(
        self,
        lane: Lane,
        owner: QObject,
        fn: Callable[[Any], Any],
        done: Callable[[Any], object],
        failed: Failed | None,
        *,
        job: Job | None = None,
        stopped: Callable[[], object] | None = None,
        always: Callable[[], object] | None = None,
    ) -> Ticket:
        number = next(self._numbers)
        ticket = Ticket(
            number=number,
            lane=lane,
            owner=owner,
            fn=fn,
            done=done,
            failed=failed,
            job=job,
            stopped=stopped,
            always=always,
        )
        if self._is_closing:
            ticket.is_cancelled = True
            return ticket
        self._tickets[number] = ticket
        self._pool(lane).submit(self._carry_out, number)
        if lane is Lane.WRITE:
            self.changes_pending.emit(self.pending_changes)
        return ticket

    def _pool(self, lane: Lane) -> ThreadPoolExecutor:
        if lane not in self._pools:
            name, size = lane.value
            self._pools[lane] = ThreadPoolExecutor(max_workers=size, thread_name_prefix=name)
        return self._pools[lane]

    def _deliver_one(self) -> None:
        if not self._outbox:
            return
        number, is_answer, outcome = self._outbox.popleft()
        ticket = self._tickets.pop(number, None)
        if ticket is None:
            return
        is_alive = shiboken6.isValid(ticket.owner)
        try:
            if is_alive and ticket.always is not None:
                ticket.always()
            self._hand_over(ticket, is_answer, outcome, is_alive=is_alive)
        finally:
            if ticket.job is not None:
                ticket.job.deleteLater()
            if ticket.lane is Lane.WRITE:
                self.changes_pending.emit(self.pending_changes)

    def _hand_over(self, ticket: Ticket, is_answer: bool, outcome: object, *, is_alive: bool) -> None:
        if ticket.is_cancelled:
            if is_alive and ticket.stopped is not None:
                ticket.stopped()
        elif is_answer:
            if is_alive:
                ticket.done(outcome)
        else:
            self._tell_failure(ticket, outcome, is_alive=is_alive)

    def _tell_failure(self, ticket: Ticket, outcome: object, *, is_alive: bool) -> None:
        if ticket.lane is Lane.WRITE:
            self.change_failed.emit()
        if isinstance(outcome, UserError):
            self._refuse(ticket, outcome, is_alive=is_alive)
        elif isinstance(outcome, BaseException):
            raise outcome  # a bug: the exception hook reports it, with the worker's traceback

    def _refuse(self, ticket: Ticket, error: UserError, *, is_alive: bool) -> None:
        if is_alive and ticket.failed is not None and ticket.failed(error) is not False:
            return
        if not is_alive and ticket.lane is not Lane.WRITE:
            return
        if self._show_refusal is None:
            raise error
        self._show_refusal(error)

    # In the workers -----------------------------------------------------------------------------

    def _carry_out(self, number: int) -> None:
        try:
            self._outbox.append((number, True, self._answer(number)))
        except BaseException as error:  # delivered, and shown there
            self._outbox.append((number, False, error))
        if shiboken6.isValid(self):
            self._arrived.emit()

    def _answer(self, number: int) -> object:
        ticket = self._tickets[number]
        if ticket.is_cancelled or not (ticket.lane is Lane.WRITE or shiboken6.isValid(ticket.owner)):
            return None
        if ticket.job is not None:
            try:
                return ticket.fn(ticket.job)
            except JobCancelledError:
                ticket.is_cancelled = True
                return None
        door = self.store.change if ticket.lane is Lane.WRITE else self.store.read
        with door(self.actor) as work:
            ticket._lend(work)
            try:
                return ticket.fn(work)
            finally:
                ticket._lend(None)

    def _read_here(self, fn: Callable[[Work], T]) -> T:
        with self.store.read(self.actor) as work:
            return fn(work)

    def _change_and_wait(self, fn: Callable[[Work], T]) -> T:
        def carry_out() -> T:
            with self.store.change(self.actor) as work:
                return fn(work)

        return self._pools[Lane.WRITE].submit(carry_out).result()


class _Guarded(QObject):
    """Passes progress on while the owner of the job lives."""

    def __init__(self, owner: QObject, told: Callable[[float, str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._owner = owner
        self._told = told

    def told(self, fraction: float, text: str) -> None:
        if shiboken6.isValid(self._owner):
            self._told(fraction, text)
