"""C8: how many follow-ups were due, done, in time and successful, and how late, for each person and the branch.

Follow-up on time = done within due day and days of grace / due; success = reached its stated aim / done. What a rule
asks for counts as due once its day and the grace have passed, whether or not anybody touched it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import and_, func, or_, select

from app.errors import UserError
from app.followups.derived import read_steps
from app.followups.figure_records import Figure, FigureLine, FigureRow, FigureTable
from app.followups.kept import has_visit
from app.followups.records import ItemKey, ItemKind, Scope
from app.followups.scopes import Staff, read_staff
from app.lists import all_choices, setting
from app.work import Work
from db.models.access import Permission
from db.models.customers import Customer, FieldHistory
from db.models.followups import FollowUp, StepState, Visit
from db.models.lists import ChoiceList

EDITION: Final = "2026-1"
LONGEST: Final = timedelta(days=3_660)
STEPS_MOST: Final = 10_000
SIX: Final = (
    Visit.needs,
    Visit.competitor_advantage,
    Visit.our_difference,
    Visit.next_improvement,
    Visit.feedback,
    Visit.next_strategy,
)


def figures(work: Work, first: date, last: date) -> FigureTable:
    """The figures of what was due from `first` to `last`, both included; without the right to read figures one's own.

    Raises UserError `not-allowed`, `period-wrong`.
    """
    rows, staff = _rows(work, first, last), read_staff(work)
    by_person: dict[UUID | None, list[FigureRow]] = {}
    for row in rows:
        by_person.setdefault(row.person_id, []).append(row)
    lines = [_line(person, staff.name(person), own) for person, own in by_person.items()]
    return FigureTable(
        first=first,
        last=last,
        edition=EDITION,
        grace_days=int(setting(work, "followup-grace-days")),
        lines=tuple(sorted(lines, key=lambda line: (line.person_id is None, line.name))),
        total=_line(None, "", rows),
    )


def figure_rows(
    work: Work,
    first: date,
    last: date,
    figure: Figure,
    *,
    person: UUID | None = None,
    everybody: bool = False,
) -> list[FigureRow]:
    """The rows one figure counts, of one person or (`everybody`) of all, by due day. Raises as `figures`."""
    rows = _rows(work, first, last)
    return [row for row in rows if figure in row.counts and (everybody or row.person_id == person)]


def _rows(work: Work, first: date, last: date) -> list[FigureRow]:
    work.require(Permission.PLAN_FOLLOWUPS)
    if first > last or last - first > LONGEST:
        raise UserError("period-wrong", first=first, last=last, most=LONGEST.days // 366)
    grace = timedelta(days=int(setting(work, "followup-grace-days")))
    measure = _Measure(work.today(), grace, frozenset(_unreached(work)))
    rows = [*_kept(work, measure, first, last), *_derived(work, measure, first, last)]
    if not work.actor.may(Permission.READ_FIGURES):
        rows = [row for row in rows if row.person_id == work.actor.account_id]
    return sorted(rows, key=lambda row: (row.first_due_on, row.customer_number, row.key.id))


def _line(person: UUID | None, name: str, rows: Sequence[FigureRow]) -> FigureLine:
    counts: Counter[Figure] = Counter()
    for row in rows:
        counts.update(row.counts)
    return FigureLine(
        person_id=person,
        name=name,
        counts=dict(counts),
        days_late=sum(row.days_late for row in rows),
        derived_waiting=sum(row.key.kind is ItemKind.STEP for row in rows),
    )


@dataclass(frozen=True, slots=True)
class _Measure:
    """What a follow-up counts as, given its first due day and how it ended."""

    today: date
    grace: timedelta
    unreached: frozenset[str]

    def days_late(self, due: date, closed: date | None) -> int:
        return max(0, ((closed or self.today) - due - self.grace).days)

    def counts(self, due: date, closed: date | None, outcome: str, success: bool | None) -> set[Figure]:
        late = self.days_late(due, closed) > 0
        if closed is None:
            return {Figure.DUE, Figure.WAITING} if late else set()
        found = {Figure.DUE, Figure.DONE, Figure.LATE if late else Figure.ON_TIME}
        if outcome not in self.unreached:
            found.add(Figure.REACHED)
        if success:
            found.add(Figure.SUCCEEDED)
        return found


def _unreached(work: Work) -> Iterable[str]:
    return (entry.code for entry in all_choices(work)[ChoiceList.OUTCOME] if entry.number == 0)


def _kept(work: Work, measure: _Measure, first: date, last: date) -> list[FigureRow]:
    """Rows that were due in the period by the day they are measured by; what was called off counts for nothing."""
    staff = read_staff(work)
    passed = _passed_days(work, first)
    due_now = and_(FollowUp.due_on >= first, FollowUp.due_on <= last)
    wanted = or_(due_now, FollowUp.id.in_(list(passed))) if passed else due_now
    answers = [func.coalesce(func.length(column), 0) > 0 for column in SIX]
    query = (
        select(
            FollowUp.id, FollowUp.customer_id, FollowUp.matter, FollowUp.owner_id, FollowUp.due_on,
            FollowUp.closed_at, FollowUp.closed_by, FollowUp.state, FollowUp.outcome, FollowUp.is_success,
            Customer.number, Customer.name, has_visit().label("is_visit"),
            select(func.count()).where(Visit.followup_id == FollowUp.id, Visit.deleted_at.is_(None), *answers)
            .scalar_subquery().label("complete"),
        )
        .join(Customer, Customer.id == FollowUp.customer_id)
        .where(FollowUp.state != StepState.CANCELLED, wanted)
    )  # fmt: skip
    rows = (_kept_row(row, staff, measure, passed) for row in work.session.execute(query))
    return [row for row in rows if row is not None and first <= row.first_due_on <= last]


def _kept_row(row: Any, staff: Staff, measure: _Measure, passed: dict[UUID, date]) -> FigureRow | None:
    due = min(passed.get(row.id, row.due_on), row.due_on)
    closed = _local_day(row.closed_at) if row.state is StepState.DONE else None
    counts = measure.counts(due, closed, row.outcome or "", row.is_success)
    if row.is_visit and closed is not None:
        counts |= {Figure.VISITS, Figure.VISITS_COMPLETE} if row.complete else {Figure.VISITS}
    if not counts:
        return None
    return FigureRow(
        key=ItemKey(kind=ItemKind.VISIT if row.is_visit else ItemKind.FOLLOWUP, id=row.id),
        customer_id=row.customer_id,
        customer_number=row.number,
        customer_name=row.name,
        matter=row.matter,
        person_id=(row.closed_by or row.owner_id) if closed else staff.holder(row.owner_id),
        first_due_on=due,
        closed_on=closed,
        days_late=measure.days_late(due, closed),
        outcome=row.outcome or "",
        state=row.state,
        counts=frozenset(counts),
    )


def _passed_days(work: Work, first: date) -> dict[UUID, date]:
    """Of rows moved only after their day had passed: that day, which moving does not wipe out."""
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
            FieldHistory.old_value >= first.isoformat(),
        )
    )
    found: dict[UUID, date] = {}
    for row_id, old_value, happened_at in history:
        due = date.fromisoformat(str(old_value))
        if _local_day(happened_at) > due:
            found[row_id] = min(due, found.get(row_id, due))
    return found


def _derived(work: Work, measure: _Measure, first: date, last: date) -> list[FigureRow]:
    """What rules asked for in the period and nobody touched, once the grace has passed as well."""
    until = min(last, measure.today - measure.grace - timedelta(days=1))
    if until < first:
        return []
    steps = read_steps(work, _scope(work), first, until, limit=STEPS_MOST)
    names = _names(work, {step.customer_id for step in steps})
    return [
        FigureRow(
            key=ItemKey(kind=ItemKind.STEP, id=step.subject_id, rule_id=step.rule.id),
            customer_id=step.customer_id,
            customer_number=names[step.customer_id][0],
            customer_name=names[step.customer_id][1],
            matter=step.rule.matter("zh"),
            person_id=step.owner_id,
            first_due_on=step.due.on,
            closed_on=None,
            days_late=measure.days_late(step.due.on, None),
            outcome="",
            state=StepState.OPEN,
            counts=frozenset({Figure.DUE, Figure.WAITING}),
        )
        for step in steps
        if step.customer_id in names
    ]


def _scope(work: Work) -> Scope:
    if work.actor.may(Permission.READ_FIGURES) and work.actor.may(Permission.ASSIGN_WORK):
        return Scope()
    return Scope(person=work.actor.account_id, unassigned=False)


def _names(work: Work, ids: set[UUID]) -> dict[UUID, tuple[str, str]]:
    rows = work.session.execute(
        select(Customer.id, Customer.number, Customer.name).where(Customer.id.in_(ids))
    )
    return {row.id: (row.number, row.name) for row in rows}


def _local_day(moment: datetime) -> date:
    return moment.astimezone().date()
