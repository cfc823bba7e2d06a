"""C8: how many follow-ups were due, done, in time and successful, and how late, for each person and the branch.

Follow-up on time = done within due day and days of grace / due; success = reached its stated aim / done. What a rule
asks for counts as due once its day and the grace have passed, whether or not anybody touched it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from app.errors import UserError
from app.followups.figures.reading import (
    WAITING,
    Judged,
    Measure,
    judged_steps,
    kept_rows,
    measure_of,
    waiting_steps,
)
from app.followups.figures.records import Figure, FigureLine, FigureRow, FigureTable
from app.followups.records import ItemKey, ItemKind
from app.followups.rules.derived import Step
from app.followups.scopes import read_staff
from app.lists import setting
from app.work import Work
from db.models.access import Permission
from db.models.customers import Customer
from db.models.followups import StepState

EDITION: Final = "2026-1"
LONGEST: Final = timedelta(days=3_660)
_BATCH: Final = 500


def figures(work: Work, first: date, last: date) -> FigureTable:
    """The figures of what was due from `first` to `last`, both included; without the right to read figures one's own.

    Raises UserError `not-allowed`, `period-wrong`.
    """
    measure, staff = _measure(work, first, last), read_staff(work)
    tallies: dict[UUID | None, _Tally] = {}
    kept = kept_rows(work, measure, staff, first, last, faces=False)
    only = _only(work)
    _count(tallies, (judged for _row, judged in kept), only)
    steps, is_cut = waiting_steps(work, measure, first, last)
    _count(tallies, judged_steps(steps, measure), only, derived=True)
    lines = [tally.line(person, staff.name(person)) for person, tally in tallies.items()]
    total = _Tally()
    for tally in tallies.values():
        total.add(tally)
    return FigureTable(
        first=first,
        last=last,
        edition=EDITION,
        grace_days=measure.grace.days,
        lines=tuple(sorted(lines, key=lambda line: (line.person_id is None, line.name))),
        total=total.line(None, ""),
        is_cut=is_cut,
    )


def figure_rows(
    work: Work,
    first: date,
    last: date,
    figure: Figure,
    *,
    person: UUID | None = None,
    everybody: bool = False,
    language: str = "zh",
) -> list[FigureRow]:
    """The rows one figure counts, of one person or (`everybody`) of all, by due day. Raises as `figures`."""
    measure, staff = _measure(work, first, last), read_staff(work)
    wish = _Wish(figure=figure, person=person, everybody=everybody, only=_only(work))
    kept = kept_rows(work, measure, staff, first, last, faces=True)
    rows = [_kept_row(row, judged) for row, judged in kept if wish.takes(judged)]
    if figure in WAITING:
        steps, _is_cut = waiting_steps(work, measure, first, last)
        rows += _step_rows(work, wish, steps, measure, language)
    return sorted(rows, key=lambda row: (row.first_due_on, row.customer_number, row.key.id))


def _measure(work: Work, first: date, last: date) -> Measure:
    work.require(Permission.PLAN_FOLLOWUPS)
    if first > last or last - first > LONGEST:
        raise UserError("period-wrong", first=first, last=last, most=LONGEST.days // 366)
    return measure_of(work, int(setting(work, "followup-grace-days")))


@dataclass(slots=True)
class _Tally:
    """The figures of one person as they are counted: how many rows count as each set of figures."""

    sets: Counter[frozenset[Figure]] = field(default_factory=Counter)
    days_late: int = 0
    derived: int = 0

    def add(self, other: _Tally) -> None:
        self.sets.update(other.sets)
        self.days_late += other.days_late
        self.derived += other.derived

    def line(self, person: UUID | None, name: str) -> FigureLine:
        counts: Counter[Figure] = Counter()
        for some, number in self.sets.items():
            counts.update(dict.fromkeys(some, number))
        return FigureLine(
            person_id=person,
            name=name,
            counts=dict(counts),
            days_late=self.days_late,
            derived_waiting=self.derived,
        )


def _count(
    tallies: dict[UUID | None, _Tally], found: Iterable[Judged], only: UUID | None, *, derived: bool = False
) -> None:
    for judged in found:
        if only is None or judged.person_id == only:
            tally = tallies.setdefault(judged.person_id, _Tally())
            tally.sets[judged.counts] += 1
            tally.days_late += judged.days_late
            tally.derived += derived


def _only(work: Work) -> UUID | None:
    """The one person whose figures the actor may read; None for everybody's."""
    return None if work.actor.may(Permission.READ_FIGURES) else work.actor.account_id


@dataclass(frozen=True, kw_only=True, slots=True)
class _Wish:
    """Which rows are asked for."""

    figure: Figure
    person: UUID | None
    everybody: bool
    only: UUID | None

    def takes(self, judged: Judged) -> bool:
        is_allowed = self.only is None or judged.person_id == self.only
        is_theirs = self.everybody or judged.person_id == self.person
        return is_allowed and is_theirs and self.figure in judged.counts


def _kept_row(row: Any, judged: Judged) -> FigureRow:
    return FigureRow(
        key=ItemKey(kind=ItemKind.VISIT if row.is_visit else ItemKind.FOLLOWUP, id=row.id),
        customer_id=row.customer_id,
        customer_number=row.number,
        customer_name=row.name,
        matter=row.matter,
        person_id=judged.person_id,
        first_due_on=judged.due_on,
        closed_on=judged.closed_on,
        days_late=judged.days_late,
        outcome=row.outcome or "",
        state=row.state,
        counts=judged.counts,
    )


def _step_rows(
    work: Work, wish: _Wish, steps: Sequence[Step], measure: Measure, language: str
) -> list[FigureRow]:
    wanted = [
        (step, judged)
        for step, judged in zip(steps, judged_steps(steps, measure), strict=True)
        if wish.takes(judged)
    ]
    names = _names(work, {step.customer_id for step, _judged in wanted})
    return [
        FigureRow(
            key=ItemKey(kind=ItemKind.STEP, id=step.subject_id, rule_id=step.rule.id),
            customer_id=step.customer_id,
            customer_number=names[step.customer_id][0],
            customer_name=names[step.customer_id][1],
            matter=step.rule.matter(language),
            person_id=judged.person_id,
            first_due_on=judged.due_on,
            closed_on=None,
            days_late=judged.days_late,
            outcome="",
            state=StepState.OPEN,
            counts=judged.counts,
        )
        for step, judged in wanted
        if step.customer_id in names
    ]


def _names(work: Work, ids: set[UUID]) -> dict[UUID, tuple[str, str]]:
    wanted, found = sorted(ids), {}
    for start in range(0, len(wanted), _BATCH):
        some = wanted[start : start + _BATCH]
        query = select(Customer.id, Customer.number, Customer.name).where(Customer.id.in_(some))
        found.update({row.id: (row.number, row.name) for row in work.session.execute(query)})
    return found
