"""What the figures of a period are made of: rows somebody touched, and steps nobody did; each judged once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import Select, and_, func, or_, select

from app.followups.figures.records import Figure
from app.followups.kept import has_visit
from app.followups.records import Scope
from app.followups.rules.derived import Step, read_steps
from app.followups.scopes import Staff
from app.lists import all_choices
from app.work import Work
from db.models.access import Permission
from db.models.customers import Customer, FieldHistory
from db.models.followups import FollowUp, StepState, Visit
from db.models.lists import ChoiceList

STEPS_MOST: Final = 10_000
"""So many steps nobody touched are counted at most; a table beyond says that it was cut."""
_BATCH: Final = 500
_SIX: Final = (
    Visit.needs,
    Visit.competitor_advantage,
    Visit.our_difference,
    Visit.next_improvement,
    Visit.feedback,
    Visit.next_strategy,
)


class Judged(NamedTuple):
    """One follow-up as it counts; a tuple, because a year has a hundred thousand of them."""

    person_id: UUID | None
    due_on: date
    closed_on: date | None
    days_late: int
    counts: frozenset[Figure]


@dataclass(frozen=True, slots=True)
class Measure:
    """What a follow-up counts as, given its first due day and how it ended."""

    today: date
    grace: timedelta
    unreached: frozenset[str]
    _known: dict[tuple[bool, ...], frozenset[Figure]] = field(default_factory=dict)

    def days_late(self, due: date, closed: date | None) -> int:
        """Calendar days after the due day and the days of grace; of one still open until today."""
        return max(0, ((closed or self.today) - due - self.grace).days)

    def judge(self, row: Any, due: date, staff: Staff) -> Judged | None:
        """A row as it counts; None where it is open and its grace has not passed."""
        closed = local_day(row.closed_at) if row.state is StepState.DONE else None
        late = self.days_late(due, closed)
        if closed is None:
            counts = WAITING if late else frozenset()
            person = staff.holder(row.owner_id)
        else:
            is_visit = bool(row.is_visit)
            counts = self._done(
                late > 0,
                (row.outcome or "") not in self.unreached,
                bool(row.is_success),
                is_visit,
                is_visit and bool(row.complete),
            )
            person = row.closed_by or row.owner_id
        return Judged(person, due, closed, late, counts) if counts else None

    def _done(
        self, late: bool, reached: bool, success: bool, visit: bool, complete: bool
    ) -> frozenset[Figure]:
        key = (late, reached, success, visit, complete)
        if key not in self._known:
            also = (Figure.REACHED, Figure.SUCCEEDED, Figure.VISITS, Figure.VISITS_COMPLETE)
            found = {figure for figure, holds in zip(also, key[1:], strict=True) if holds}
            when = Figure.LATE if late else Figure.ON_TIME
            self._known[key] = frozenset({Figure.DUE, Figure.DONE, when, *found})
        return self._known[key]


WAITING: Final = frozenset({Figure.DUE, Figure.WAITING})


def measure_of(work: Work, grace: int) -> Measure:
    """What this branch measures by today."""
    work.require(Permission.PLAN_FOLLOWUPS)
    outcomes = all_choices(work)[ChoiceList.OUTCOME]
    unreached = frozenset(entry.code for entry in outcomes if entry.number == 0)
    return Measure(work.today(), timedelta(days=grace), unreached)


def kept_rows(
    work: Work, measure: Measure, staff: Staff, first: date, last: date, *, faces: bool
) -> Iterator[tuple[Any, Judged]]:
    """Rows due in the period by the day they are measured by; what was called off counts for nothing.

    With `faces` each row also has its customer and its matter.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    passed = _passed_days(work, first, last)
    away = [key for key, due in passed.items() if first <= due]
    due_now = and_(FollowUp.due_on >= first, FollowUp.due_on <= last)
    queries = [_kept(faces).where(due_now)]
    for start in range(0, len(away), _BATCH):
        outside = or_(FollowUp.due_on < first, FollowUp.due_on > last)
        queries.append(_kept(faces).where(FollowUp.id.in_(away[start : start + _BATCH]), outside))
    rows = (row for query in queries for row in work.session.execute(query))
    return _judged(rows, passed, measure, staff, first)


def _judged(
    rows: Iterable[Any], passed: dict[UUID, date], measure: Measure, staff: Staff, first: date
) -> Iterator[tuple[Any, Judged]]:
    for row in rows:
        due = min(passed.get(row.id, row.due_on), row.due_on)
        judged = measure.judge(row, due, staff) if due >= first else None
        if judged is not None:
            yield row, judged


def _kept(faces: bool) -> Select[Any]:
    answers = [func.coalesce(func.length(column), 0) > 0 for column in _SIX]
    complete = (
        select(func.count())
        .where(Visit.followup_id == FollowUp.id, Visit.deleted_at.is_(None), *answers)
        .scalar_subquery()
    )
    query = (
        select(
            FollowUp.id, FollowUp.owner_id, FollowUp.due_on, FollowUp.closed_at, FollowUp.closed_by, FollowUp.state,
            FollowUp.outcome, FollowUp.is_success, has_visit().label("is_visit"), complete.label("complete"),
        )
        .join(Customer, Customer.id == FollowUp.customer_id)
        .where(FollowUp.state != StepState.CANCELLED)
    )  # fmt: skip
    if faces:
        query = query.add_columns(FollowUp.customer_id, FollowUp.matter, Customer.number, Customer.name)
    return query


def _passed_days(work: Work, first: date, last: date) -> dict[UUID, date]:
    """Of rows moved only after their day had passed: the first such day, which moving does not wipe out."""
    history = work.session.execute(
        select(FieldHistory.row_id, FieldHistory.old_value, FieldHistory.happened_at)
        .join(
            FollowUp,
            and_(FollowUp.customer_id == FieldHistory.customer_id, FollowUp.id == FieldHistory.row_id),
        )
        .where(
            FieldHistory.row_table == "followup",
            FieldHistory.field == "due_on",
            FollowUp.due_on >= first,
            FieldHistory.old_value <= last.isoformat(),
        )
    )
    found: dict[UUID, date] = {}
    for row_id, old_value, happened_at in history:
        due = date.fromisoformat(str(old_value))
        if local_day(happened_at) > due:
            found[row_id] = min(due, found.get(row_id, due))
    return found


def waiting_steps(work: Work, measure: Measure, first: date, last: date) -> tuple[list[Step], bool]:
    """What rules asked for in the period and nobody touched, once the grace has passed; whether there is more."""
    work.require(Permission.PLAN_FOLLOWUPS)
    until = min(last, measure.today - measure.grace - timedelta(days=1))
    if until < first:
        return [], False
    steps = read_steps(work, _scope(work), first, until, limit=STEPS_MOST + 1)
    return steps[:STEPS_MOST], len(steps) > STEPS_MOST


def judged_steps(steps: Iterable[Step], measure: Measure) -> Iterator[Judged]:
    """Steps nobody touched, as they count."""
    for step in steps:
        yield Judged(step.owner_id, step.due.on, None, measure.days_late(step.due.on, None), WAITING)


def _scope(work: Work) -> Scope:
    if work.actor.may(Permission.READ_FIGURES) and work.actor.may(Permission.ASSIGN_WORK):
        return Scope()
    return Scope(person=work.actor.account_id, unassigned=False)


def local_day(moment: datetime) -> date:
    """The day on the wall calendar."""
    return moment.astimezone().date()
