"""The list of today, read in one go: what is due, whose card has gaps, which paper waits, who has one owner only."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from app.care.answers import count_due_answers
from app.care.occasions import care_groups
from app.care.records import CareGroup
from app.complaints.due import due_tickets
from app.complaints.problem_reading import checks_due, overdue
from app.complaints.problem_records import WaitingImprovement
from app.complaints.records import TicketLine
from app.followups.items import count_due, due_items
from app.followups.owners import missing_second_owner
from app.followups.records import Scope
from app.followups.visits.lists import count_visits
from app.followups.visits.records import VisitFilter, VisitGroup
from app.lists import setting
from app.today.came import incomplete_cards
from app.today.records import Waiting
from app.today.sheets import booklets_with_gaps
from app.work import Work
from db.models.access import Permission

MOST: Final = 500
ALONE_MOST: Final = 10
CARDS_MOST: Final = 10
LATELY_DAYS: Final = 31


def read_today(work: Work, scope: Scope, *, language: str = "zh") -> Waiting:
    """Everything that waits; parts the actor may not see are left out, not refused."""
    work.require(Permission.PLAN_FOLLOWUPS)
    may = work.actor.may
    return Waiting(
        day=work.today(),
        items=tuple(due_items(work, scope, limit=MOST, language=language)),
        cards=incomplete_cards(work, scope, limit=CARDS_MOST) if may(Permission.READ_CARD) else (),
        booklets=booklets_with_gaps(work) if may(Permission.PRINT_FORMS) else (),
        alone=tuple(missing_second_owner(work, scope, limit=ALONE_MOST)) if may(Permission.READ_CARD) else (),
        care=_care(work, scope),
        answers=count_due_answers(work, scope),
        visits=_visits_with_gaps(work, scope),
        tickets=_tickets(work),
        improvements=_improvements(work, scope),
        tomorrow=count_due(work, scope).tomorrow,
        deadline=str(setting(work, "entry-deadline")),
    )


def _visits_with_gaps(work: Work, scope: Scope) -> int:
    """Forms of the last weeks only: nobody remembers what an older one lacks."""
    since = work.today() - timedelta(days=LATELY_DAYS)
    return count_visits(work, VisitFilter(scope=scope, first=since))[VisitGroup.INCOMPLETE]


def _tickets(work: Work) -> tuple[TicketLine, ...]:
    """Whom the clocks of the desk call does not hang on whose list is looked at."""
    may = work.actor.may
    if not (may(Permission.TAKE_TICKETS) or may(Permission.HANDLE_TICKETS)):
        return ()
    return due_tickets(work)


def _improvements(work: Work, scope: Scope) -> tuple[WaitingImprovement, ...]:
    """One's own; who solves problems may ask for those of all."""
    may = work.actor.may
    solves = may(Permission.SOLVE_PROBLEMS)
    if not (solves or may(Permission.TAKE_TICKETS) or may(Permission.HANDLE_TICKETS)):
        return ()
    if scope.person not in (None, work.actor.account_id) and not solves:
        return ()
    person = None if scope.person == work.actor.account_id else scope.person
    everybody = scope.person is None and solves
    return (
        *overdue(work, person=person, everybody=everybody),
        *checks_due(work, person=person, everybody=everybody),
    )


def _care(work: Work, scope: Scope) -> tuple[CareGroup, ...]:
    """The occasions of the day somebody is still to be greeted on."""
    today = work.today()
    return tuple(group for group in care_groups(work, scope, today, today) if group.count > group.done)
