"""Complaints in time by each clock, reopened, satisfied: over the tickets received in a period.

In time = met without its limit having been passed / due. A clock is due once it was met or its limit passed; a
mark of a passed limit stays, so that a ticket opened again does not become one in time. Reopened = opened again /
solved at least once. Satisfied = satisfied / answered; who says nothing or was not reached has not answered.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, select

from app.complaints.categories import Category, read_categories
from app.complaints.clocks import Limits, limits_of
from app.complaints.figures.records import Grouping, TicketFigure, TicketFigureLine, TicketFigureTable
from app.errors import UserError
from app.lists import Choices, all_choices
from app.work import Work
from db.models.access import Permission
from db.models.complaints import MarkKind, Ticket, TicketMark
from db.models.lists import ChoiceList
from db.models.ticket_flows import Clock, TicketKind

EDITION: Final = "2026-1"
LONGEST: Final = timedelta(days=3_660)
EARLIEST: Final = 1970
LATEST: Final = 9999
"""Years between which a day has a midnight to count from and a day after."""
MONTHLY_FROM: Final = timedelta(days=62)
"""Over so long a period the trend goes by months, below by weeks."""
IDS_MOST: Final = 200
KIND_NAMES: Final = {
    TicketKind.COMPLAINT: ("投诉", "Complaint"),
    TicketKind.INQUIRY: ("咨询", "Inquiry"),
    TicketKind.SUGGESTION: ("建议", "Suggestion"),
}
_NOT_STATED: Final = ("未填写", "Not stated")
_LISTS: Final = {
    Grouping.CHANNEL: ChoiceList.TICKET_CHANNEL,
    Grouping.DEPARTMENT: ChoiceList.DEPARTMENT,
    Grouping.SEVERITY: ChoiceList.SEVERITY,
}
F = TicketFigure
_CLOCKS: Final = (
    (Clock.ACCEPTANCE, "accepted_at", "accept_due_at", F.ACCEPT_DUE, F.ACCEPT_IN_TIME),
    (Clock.ANSWER, "answered_at", "answer_due_at", F.ANSWER_DUE, F.ANSWER_IN_TIME),
    (Clock.RESOLUTION, "resolved_at", "resolve_due_at", F.RESOLVE_DUE, F.RESOLVE_IN_TIME),
)
Judged = tuple[Any, frozenset[TicketFigure]]
Breached = dict[UUID, set[Clock | None]]


def ticket_figures(
    work: Work, first: date, last: date, *, kind: TicketKind | None = None
) -> TicketFigureTable:
    """The figures of tickets received from `first` to `last`, both included.

    Raises UserError `not-allowed`, `period-wrong`.
    """
    _require(work, first, last)
    names = _Names(work, first, last)
    tallies: dict[Grouping, dict[str, Counter[TicketFigure]]] = {
        grouping: defaultdict(Counter) for grouping in Grouping
    }
    total: Counter[TicketFigure] = Counter()
    keys = [(tallies[grouping], names.keys[grouping]) for grouping in Grouping]
    for row, counts in _judged(work, first, last, kind):
        total.update(counts)
        for tally, key in keys:
            tally[key(row)].update(counts)
    for code in names.times() if total else ():
        tallies[Grouping.TIME].setdefault(code, Counter())
    return TicketFigureTable(
        first=first,
        last=last,
        edition=EDITION,
        groups={grouping: names.lines(grouping, tallies[grouping]) for grouping in Grouping},
        total=TicketFigureLine(code="", name_zh="合计", name_en="Total", counts=dict(total)),
    )


def figure_ticket_ids(
    work: Work,
    first: date,
    last: date,
    figure: TicketFigure,
    *,
    by: Grouping | None = None,
    code: str = "",
    kind: TicketKind | None = None,
    most: int = IDS_MOST,
) -> tuple[UUID, ...]:
    """The tickets one figure counts, the newest first: of the group `code` of `by`, or of all.

    Raises UserError `not-allowed`, `period-wrong`.
    """
    _require(work, first, last)
    key = None if by is None else _Names(work, first, last).keys[by]
    found: list[UUID] = []
    for row, counts in _judged(work, first, last, kind):
        if figure in counts and (key is None or key(row) == code):
            found.append(row.id)
            if len(found) == most:
                break
    return tuple(found)


def _require(work: Work, first: date, last: date) -> None:
    work.require(Permission.READ_FIGURES)
    if first > last or last - first > LONGEST or not EARLIEST <= first.year <= last.year < LATEST:
        raise UserError("period-wrong", first=first, last=last, most=LONGEST.days // 366)


def _judged(work: Work, first: date, last: date, kind: TicketKind | None) -> Iterator[Judged]:
    asked = _conditions(work, first, last, kind)
    breached = _breached(work, asked)
    limits: dict[UUID, Limits] = {}
    answers = {entry.code: entry.number for entry in all_choices(work)[ChoiceList.SATISFACTION]}
    now = work.now()
    for row in work.session.execute(_ROWS.where(*asked).order_by(Ticket.received_at.desc(), Ticket.id)):
        if row.branch_id not in limits:
            limits[row.branch_id] = limits_of(work, row.branch_id)
        past: set[Clock | None] = breached.get(row.id, set())
        yield row, frozenset(_counts(row, past, limits[row.branch_id], answers, now))


_ROWS: Final = select(
    Ticket.id, Ticket.branch_id, Ticket.kind, Ticket.channel_code, Ticket.department_code, Ticket.severity_code,
    Ticket.category_id, Ticket.received_at, Ticket.accepted_at, Ticket.answered_at, Ticket.resolved_at,
    Ticket.ended_at, Ticket.accept_due_at, Ticket.answer_due_at, Ticket.resolve_due_at, Ticket.round,
    Ticket.satisfaction_code,
)  # fmt: skip


def _counts(
    row: Any,
    breached: set[Clock | None],
    limits: Limits,
    answers: dict[str, int | None],
    now: datetime,
) -> Iterator[TicketFigure]:
    yield F.TAKEN
    if row.ended_at is None:
        yield F.OPEN
    for clock, met, due, is_due, in_time in _CLOCKS:
        due_at = getattr(row, due)
        is_past = clock in breached or (due_at is not None and due_at < now)
        is_met = getattr(row, met) is not None and (row.kind, row.severity_code, clock) in limits
        if is_past or is_met:
            yield is_due
        if is_met and not is_past:
            yield in_time
    if row.resolved_at is not None or row.round > 1:
        yield F.SOLVED
    if row.round > 1:
        yield F.REOPENED
    said = answers.get(row.satisfaction_code) if row.satisfaction_code else None
    if said is not None:
        yield F.ANSWERED
        if said >= _SATISFIED:
            yield F.SATISFIED


_SATISFIED: Final = 2


def _conditions(work: Work, first: date, last: date, kind: TicketKind | None) -> list[ColumnElement[bool]]:
    found = [Ticket.received_at >= _begin_of(first), Ticket.received_at < _begin_of(last + timedelta(days=1))]
    if not work.actor.all_branches:
        found.append(Ticket.branch_id == work.actor.branch_id)
    if kind is not None:
        found.append(Ticket.kind == kind)
    return found


def _begin_of(day: date) -> datetime:
    return datetime.combine(day, time.min).astimezone()


def _breached(work: Work, asked: list[ColumnElement[bool]]) -> Breached:
    query = (
        select(TicketMark.ticket_id, TicketMark.clock)
        .join(Ticket, Ticket.id == TicketMark.ticket_id)
        .where(TicketMark.kind == MarkKind.BREACHED, *asked)
    )
    found: Breached = defaultdict(set)
    for row in work.session.execute(query):
        found[row.ticket_id].add(row.clock)
    return found


class _Names:
    """To which group a ticket belongs, and how groups are called and ordered."""

    def __init__(self, work: Work, first: date, last: date) -> None:
        self._first, self._last = first, last
        self._monthly = last - first >= MONTHLY_FROM
        self._choices: Choices = all_choices(work)
        self._categories: dict[UUID, Category] = {node.id: node for node in read_categories(work)}
        self.keys: dict[Grouping, Callable[[Any], str]] = {
            Grouping.TIME: lambda row: self._time(row.received_at.astimezone().date()),
            Grouping.KIND: lambda row: str(row.kind.value),
            Grouping.CATEGORY: lambda row: self._category(row.category_id),
            Grouping.SEVERITY: lambda row: row.severity_code or "",
            Grouping.DEPARTMENT: lambda row: row.department_code or "",
            Grouping.CHANNEL: lambda row: row.channel_code or "",
        }

    def _time(self, day: date) -> str:
        begin = day.replace(day=1) if self._monthly else day - timedelta(days=day.weekday())
        return begin.isoformat()

    def times(self) -> Iterator[str]:
        """Every month or week of the period: one without tickets is told too."""
        seen, day = "", self._first
        while day <= self._last:
            if self._time(day) != seen:
                seen = self._time(day)
                yield seen
            day += timedelta(days=1)

    def _category(self, key: UUID | None) -> str:
        """The root it belongs to."""
        node = self._categories.get(key) if key is not None else None
        while node is not None and node.parent_id is not None and node.parent_id in self._categories:
            node = self._categories[node.parent_id]
        return "" if node is None else node.code

    def lines(
        self, grouping: Grouping, tallies: dict[str, Counter[TicketFigure]]
    ) -> tuple[TicketFigureLine, ...]:
        """Times in order, other groups the largest first; what is stated nowhere comes last."""
        found = []
        for code, counts in tallies.items():
            zh, en = self._name(grouping, code)
            found.append(TicketFigureLine(code=code, name_zh=zh, name_en=en, counts=dict(counts)))
        if grouping is Grouping.TIME:
            return tuple(sorted(found, key=lambda line: line.code))
        return tuple(sorted(found, key=lambda line: (not line.code, -line.count(F.TAKEN), line.code)))

    def _name(self, grouping: Grouping, code: str) -> tuple[str, str]:
        if not code:
            return _NOT_STATED
        if grouping is Grouping.TIME:
            return (code[:7], code[:7]) if self._monthly else (f"{code[5:]} 起", f"from {code[5:]}")
        if grouping is Grouping.KIND:
            return KIND_NAMES[TicketKind(code)]
        if grouping is Grouping.CATEGORY:
            node = next(n for n in self._categories.values() if n.code == code and n.parent_id is None)
            return node.name_zh, node.name_en
        entry = next((entry for entry in self._choices[_LISTS[grouping]] if entry.code == code), None)
        return (code, code) if entry is None else (entry.text("zh"), entry.text("en"))
