"""What a change of special days moves, told as a number."""

from __future__ import annotations

from datetime import date, timedelta

from app.calendar_days import change_day, remove_day, work_calendar
from app.followups.calendar_effect import count_moved
from app.followups.records import Scope
from app.followups.rules.derived import count_steps
from app.work import Work
from db.models.days import DayKind
from db.models.followups import RuleBasis
from tests.builders.databases import Founded
from tests.builders.followups import clear_rules, customer, rule


def _working_day(work: Work, after: int) -> date:
    return work_calendar(work).next_working_day(work.today() + timedelta(days=after))


def _plant(work: Work, day: date, count: int) -> None:
    for _ in range(count):
        ago = timedelta(days=30 - (day - work.today()).days)
        customer(work, class_code="key", last_contact_at=work.now() - ago)


def test_closing_a_day_moves_what_is_due_on_it_and_opening_it_moves_it_back(branch: Founded) -> None:
    with branch.change() as work:
        clear_rules(work)
        rule(work, RuleBasis.CLASS, 30, code="key")
        day = _working_day(work, 9)
        later = work_calendar(work).next_working_day(day + timedelta(days=1))
        _plant(work, day, 3)
        _plant(work, later, 2)
    with branch.change() as work:
        change = change_day(work, day, DayKind.CLOSED)
        assert count_moved(work, [change]) == 3
        assert count_steps(work, Scope(), day, later) == {later: 5}
    with branch.change() as work:
        assert count_moved(work, [remove_day(work, day)]) == 3
        assert count_steps(work, Scope(), day, later) == {day: 3, later: 2}


def test_other_hours_on_a_working_day_move_nothing(branch: Founded) -> None:
    with branch.change() as work:
        clear_rules(work)
        rule(work, RuleBasis.CLASS, 30, code="key")
        day = _working_day(work, 9)
        _plant(work, day, 3)
    with branch.change() as work:
        spans = work_calendar(work).spans_on(day)[:1]
        assert count_moved(work, [change_day(work, day, DayKind.SHORT, spans=spans)]) == 0
