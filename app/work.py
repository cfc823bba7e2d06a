"""One user action as one transaction: the store opens and commits it, the work carries who, when and what."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, TypeVar
from uuid import UUID, uuid4

from sqlalchemy import event, insert, inspect, select
from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria

from app.access.actor import NOBODY, PROGRAM, Actor
from app.customers.search_text import search_entry
from app.errors import UserError
from db import faults, search_upkeep, wakeup
from db.base import new_key
from db.engine import Database
from db.mixins import BranchRow, Synced
from db.models.access import Permission
from db.models.customers import Origin, OriginKind
from db.search import Cancel

if TYPE_CHECKING:
    from app.worktime import WorkCalendar

Row = TypeVar("Row", bound=Synced)


class Topic(StrEnum):
    """What a page can listen to."""

    CUSTOMERS = "customers"
    FORMS = "forms"
    IMPORTS = "imports"
    ACCOUNTS = "accounts"
    LISTS = "lists"
    FOLLOWUPS = "followups"
    CARE = "care"
    DAYS = "days"
    TICKETS = "tickets"
    FLOWS = "flows"


TOPIC_OF: Final = {
    "customer": Topic.CUSTOMERS,
    "phone": Topic.CUSTOMERS,
    "contact_person": Topic.CUSTOMERS,
    "vehicle": Topic.CUSTOMERS,
    "need": Topic.CUSTOMERS,
    "contact_entry": Topic.CUSTOMERS,
    "consent": Topic.CUSTOMERS,
    "attachment": Topic.CUSTOMERS,
    "form": Topic.FORMS,
    "form_batch": Topic.FORMS,
    "import_batch": Topic.IMPORTS,
    "account": Topic.ACCOUNTS,
    "account_role": Topic.ACCOUNTS,
    "role": Topic.ACCOUNTS,
    "role_permission": Topic.ACCOUNTS,
    "branch": Topic.ACCOUNTS,
    "choice": Topic.LISTS,
    "setting": Topic.LISTS,
    "completeness_rule": Topic.LISTS,
    "service_record": Topic.CUSTOMERS,
    "mileage_reading": Topic.CUSTOMERS,
    "followup": Topic.FOLLOWUPS,
    "followup_rule": Topic.FOLLOWUPS,
    "visit": Topic.FOLLOWUPS,
    "appointment": Topic.FOLLOWUPS,
    "appointment_change": Topic.FOLLOWUPS,
    "festival": Topic.CARE,
    "template": Topic.CARE,
    "message": Topic.CARE,
    "gift": Topic.CARE,
    "care_act": Topic.CARE,
    "calendar_day": Topic.DAYS,
    "ticket": Topic.TICKETS,
    "ticket_step": Topic.TICKETS,
    "ticket_measure": Topic.TICKETS,
    "ticket_file": Topic.TICKETS,
    "ticket_mark": Topic.TICKETS,
    "problem": Topic.TICKETS,
    "improvement": Topic.TICKETS,
    "problem_event": Topic.TICKETS,
    "ticket_flow": Topic.FLOWS,
    "flow_stage": Topic.FLOWS,
    "flow_move": Topic.FLOWS,
    "ticket_category": Topic.FLOWS,
    "ticket_limit": Topic.FLOWS,
    "approval_limit": Topic.FLOWS,
    "substitute": Topic.FLOWS,
}

Listener = Callable[[frozenset[Topic]], None]
Reached = Callable[[bool], None]


def utc_now() -> datetime:
    """The present instant, aware."""
    return datetime.now(UTC)


class Work:
    """A transaction in progress, handed to every use case, which never commits it."""

    def __init__(self, session: Session, actor: Actor, clock: Callable[[], datetime]) -> None:
        self.session = session
        self.actor = actor
        self._clock = clock
        self._moment: datetime | None = None
        self._marked = 0
        self._origin_kind = OriginKind.COUNTER
        self._origin_reference: str | None = None
        self._origin_id: UUID | None = None
        self.topics: set[Topic] = set()
        self.settings: dict[str, Any] | None = None
        self.calendar: WorkCalendar | None = None
        self.cancel = Cancel()

    def now(self) -> datetime:
        """The moment of this action, the same for every row it writes."""
        if self._moment is None:
            self._moment = self._clock()
        return self._moment

    def interrupt(self) -> None:
        """Call off the search this work is busy with; safe from another thread."""
        self.cancel()

    def require(self, permission: Permission) -> None:
        """Raises UserError `not-allowed` unless one of the actor's roles carries the permission."""
        if not self.actor.may(permission):
            raise UserError("not-allowed", permission=permission.value)

    def get(self, model: type[Row], key: UUID) -> Row:
        """The row with this key, live and within the actor's branches; else UserError `row-gone`."""
        row = self.session.get(model, key)
        if row is None or row.deleted_at is not None or not self._reaches(row):
            raise UserError("row-gone", table=model.__tablename__)
        return row

    def hold(self, model: type[Row], key: UUID) -> Row:
        """As `get`, read anew and kept from all other writers until this action ends."""
        self.session.flush()
        row = self.session.get(model, key, with_for_update=True, populate_existing=True)
        if row is None or row.deleted_at is not None or not self._reaches(row):
            raise UserError("row-gone", table=model.__tablename__)
        return row

    def today(self) -> date:
        """The day of this action by the clock on the wall, which birthdays and deadlines are held against."""
        return self.now().astimezone().date()

    def _reaches(self, row: Synced) -> bool:
        own = not isinstance(row, BranchRow) or row.branch_id == self.actor.branch_id
        return own or self.actor.all_branches

    def changed(self, *topics: Topic) -> None:
        """Say what a bulk statement touched; rows written through the session are seen by themselves."""
        self.topics.update(topics)

    def comes_from(self, kind: OriginKind, reference: str | None = None, *, anew: bool = False) -> None:
        """State the source of what follows (A6): a paper form's serial, a call, a file.

        `anew` makes a source of its own even where one of that name exists: each import can be undone alone.
        """
        self._origin_kind, self._origin_reference, self._origin_id = kind, reference, None
        if anew:
            self._origin_id = self._make_origin()

    def origin_id(self) -> UUID | None:
        """The origin row of this source on this device, made when first needed."""
        if self.actor.account_id == NOBODY:
            return None
        if self._origin_id is None:
            self._origin_id = self._find_origin() or self._make_origin()
        return self._origin_id

    def _find_origin(self) -> UUID | None:
        with self.session.no_autoflush:
            return self.session.scalar(
                select(Origin.id).where(
                    Origin.branch_id == self.actor.branch_id,
                    Origin.kind == self._origin_kind,
                    Origin.reference.is_(self._origin_reference)
                    if self._origin_reference is None
                    else Origin.reference == self._origin_reference,
                    Origin.device_id == self.actor.device_id,
                )
            )

    def _make_origin(self) -> UUID:
        key = new_key()
        self.session.execute(
            insert(Origin).values(
                id=key,
                branch_id=self.actor.branch_id,
                kind=self._origin_kind,
                reference=self._origin_reference,
                device_id=self.actor.device_id,
                created_at=self.now(),
                created_by=self.actor.account_id,
                changed_at=self.now(),
                changed_by=self.actor.account_id,
            )
        )
        return key

    def change_marks(self) -> dict[str, Any]:
        """Who, when and from where a row is changed: for bulk statements.

        Each call is a microsecond later than the one before: the history's triggers know by a new `changed_at`
        that the writer said who they are.
        """
        self._marked += 1
        return {
            "changed_at": self.now() + timedelta(microseconds=self._marked),
            "changed_by": self.actor.account_id,
            "changed_from": self.origin_id(),
        }

    def creation_marks(self) -> dict[str, Any]:
        """As `change_marks`, for rows that are new."""
        changed = self.change_marks()
        return changed | {
            "created_at": changed["changed_at"],
            "created_by": changed["changed_by"],
            "created_from": changed["changed_from"],
            "branch_id": self.actor.branch_id,
        }


def _mark_rows(session: Session, _context: object, _instances: Sequence[object] | None) -> None:
    work: Work = session.info["work"]
    new = [row for row in session.new if isinstance(row, Synced)]
    dirty = [row for row in session.dirty if isinstance(row, Synced) and session.is_modified(row)]
    if not new and not dirty:
        return
    marks = work.creation_marks()
    branch_id = marks.pop("branch_id")
    for row in new:
        if isinstance(row, BranchRow) and inspect(row).dict.get("branch_id") is None:
            row.branch_id = branch_id
        _set(row, marks)
    for row in dirty:
        _set(row, {name: value for name, value in marks.items() if name.startswith("changed")})
    for row in (*new, *dirty):
        topic = TOPIC_OF.get(row.__tablename__)
        if topic is not None:
            work.topics.add(topic)


def _set(row: Synced, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(row, name, value)


def _narrow(state: ORMExecuteState) -> None:
    """Leave out marked-deleted rows and other branches' rows, unless a statement asks for them by option."""
    if not state.is_select or state.is_column_load or state.is_relationship_load:
        return
    actor: Actor = state.session.info["work"].actor
    options = state.execution_options
    if not options.get("with_deleted"):
        state.statement = state.statement.options(
            with_loader_criteria(Synced, lambda model: model.deleted_at.is_(None), include_aliases=True)
        )
    if not actor.all_branches and not options.get("across_branches"):
        branch_id = actor.branch_id
        state.statement = state.statement.options(
            with_loader_criteria(BranchRow, lambda model: model.branch_id == branch_id, include_aliases=True)
        )


class WorkSession(Session):
    """A session that marks what it writes and narrows what it reads."""


event.listen(WorkSession, "before_flush", _mark_rows)
event.listen(WorkSession, "do_orm_execute", _narrow)


class Store:
    """The one door to the database: reads cannot write, a change is one transaction and only it commits."""

    def __init__(self, database: Database, *, clock: Callable[[], datetime] = utc_now) -> None:
        self.database = database
        self.clock = clock
        self._listeners: list[Listener] = []
        self._on_reach: Reached | None = None
        self._lock = threading.Lock()
        self._bell: wakeup.Bell | None = None
        self._commits = 0
        self._name = uuid4().hex

    def on_commit(self, listener: Listener) -> None:
        """Have `listener` told the changed topics after each commit, from the committing thread."""
        with self._lock:
            self._listeners.append(listener)

    def forget(self, listener: Listener) -> None:
        """Stop telling `listener`."""
        with self._lock:
            self._listeners = [known for known in self._listeners if known != listener]

    def on_reach(self, told: Reached | None) -> None:
        """Have `told` hear, from the watching thread, when the database goes out of reach or is back."""
        self._on_reach = told

    def watch(self) -> None:
        """Also tell listeners what other windows commit (within a second)."""
        if self._bell is None:
            self._bell = wakeup.Bell(
                self.database,
                self._heard,
                own_name=self._name,
                own_commits=lambda: self._commits,
                reached=self._reached,
            )
            self._bell.start()

    def close(self) -> None:
        """Stop watching and give the connections back."""
        if self._bell is not None:
            self._bell.stop()
            self._bell = None
        self.database.close()

    @contextmanager
    def read(self, actor: Actor) -> Iterator[Work]:
        """A work that sees one state of the database and can write nothing."""
        with faults.refusing(), WorkSession(self.database.reader, autoflush=False) as session:
            yield self._work(session, actor)

    @contextmanager
    def change(self, actor: Actor) -> Iterator[Work]:
        """A work that is committed as a whole when the block ends well, and leaves nothing otherwise."""
        with faults.refusing(), WorkSession(self.database.writer) as session:
            work = self._work(session, actor)
            connection = session.connection()
            yield work
            session.flush()
            search_upkeep.drain(connection, search_entry)
            wakeup.ring(connection, [topic.value for topic in work.topics], self._name)
            session.commit()
            self._commits += 1
        self._tell(frozenset(work.topics))

    def _work(self, session: Session, actor: Actor) -> Work:
        work = Work(session, actor, self.clock)
        session.info["work"] = work
        return work

    def _reached(self, is_there: bool) -> None:
        if self._on_reach is not None:
            self._on_reach(is_there)

    def _heard(self, names: list[str]) -> None:
        known = set(Topic)
        self._tell(frozenset(Topic(name) for name in names if name in known) or frozenset(known))

    def _tell(self, topics: frozenset[Topic]) -> None:
        if not topics:
            return
        with self._lock:
            listeners = list(self._listeners)
        for listener in listeners:
            listener(topics)


__all__ = ["PROGRAM", "Actor", "Store", "Topic", "Work", "utc_now"]
