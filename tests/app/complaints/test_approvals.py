"""Solutions that cost more than their author may decide: limits by role, substitutes while an approver is away."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from app.access.actor import Actor
from app.complaints import approvals
from app.complaints.reading import read_ticket
from app.errors import UserError
from db.models.access import Account, Permission
from db.models.complaints import Approval
from tests.builders.databases import Founded
from tests.builders.plans import SetClock
from tests.builders.tickets import move, taken, walk
from tests.builders.visits import colleague

NOW = datetime(2026, 3, 4, 2, tzinfo=UTC)
TODAY = NOW.astimezone().date()
DAY = timedelta(days=1)


@pytest.fixture
def clock(branch: Founded) -> SetClock:
    made = SetClock(NOW)
    branch.store.clock = made
    return made


@pytest.fixture
def handler(branch: Founded, clock: SetClock) -> Actor:
    return colleague(branch, "李静")


@pytest.fixture
def manager(branch: Founded, clock: SetClock) -> Actor:
    return colleague(branch, "周洋", role="manager")


def _proposed(branch: Founded, handler: Actor, cost: str) -> UUID:
    with branch.change(handler) as work:
        ticket_id = taken(work)
        walk(work, ticket_id, "investigate")
        move(work, ticket_id, "propose", cost=cost)
    return ticket_id


def _stand_in(branch: Founded, manager: Actor, substitute: Actor, first: int = 0, last: int = 3) -> UUID:
    with branch.change(manager) as work:
        return approvals.save_substitute(
            work,
            manager.account_id,
            substitute.account_id,
            first_on=TODAY + first * DAY,
            last_on=TODAY + last * DAY,
            reason="出差",
        )


@pytest.mark.parametrize(
    ("cost", "state"),
    [("0", Approval.NONE), ("200", Approval.NONE), ("200.01", Approval.WANTED), ("5000", Approval.WANTED)],
)
def test_up_to_one_s_own_limit_nobody_is_asked(
    branch: Founded, handler: Actor, cost: str, state: Approval
) -> None:
    ticket_id = _proposed(branch, handler, cost)
    with branch.read() as work:
        assert read_ticket(work, ticket_id).approval is state


def test_a_manager_approves_up_to_their_limit(branch: Founded, handler: Actor, manager: Actor) -> None:
    dear, cheap = _proposed(branch, handler, "5000.01"), _proposed(branch, handler, "5000")
    with pytest.raises(UserError, match="approval-beyond") as told, branch.change(manager) as work:
        move(work, dear, "approve")
    assert told.value.facts == {"cost": Decimal("5000.01"), "limit": Decimal(5_000)}
    with branch.change(manager) as work:
        move(work, cheap, "approve")
        card = read_ticket(work, cheap)
    assert (card.approval, card.steps[-1].on_behalf_of) == (Approval.GIVEN, "")


def test_who_has_no_right_approves_nothing(branch: Founded, handler: Actor) -> None:
    ticket_id = _proposed(branch, handler, "300")
    other = colleague(branch, "陈晨")
    for who in (handler, other):
        for code in ("approve", "refuse"):
            with pytest.raises(UserError, match="not-allowed"), branch.change(who) as work:
                move(work, ticket_id, code)


def test_a_substitute_approves_in_the_place_of_who_is_away(
    branch: Founded, handler: Actor, manager: Actor, clock: SetClock
) -> None:
    ticket_id = _proposed(branch, handler, "4000")
    substitute = colleague(branch, "陈晨")
    _stand_in(branch, manager, substitute, first=1)
    with pytest.raises(UserError, match="not-allowed"), branch.change(substitute) as work:
        move(work, ticket_id, "approve")
    clock.on(days=1)
    with branch.change(substitute) as work:
        move(work, ticket_id, "approve")
        step = read_ticket(work, ticket_id).steps[-1]
    assert (step.by_name, step.on_behalf_of) == ("陈晨", "周洋")


def test_a_substitute_approves_no_more_than_who_is_away(
    branch: Founded, handler: Actor, manager: Actor
) -> None:
    substitute = colleague(branch, "陈晨")
    _stand_in(branch, manager, substitute)
    ticket_id = _proposed(branch, handler, "6000")
    with pytest.raises(UserError, match="not-allowed"), branch.change(substitute) as work:
        move(work, ticket_id, "approve")


def test_nobody_approves_their_own_in_somebody_s_place(
    branch: Founded, handler: Actor, manager: Actor
) -> None:
    _stand_in(branch, manager, handler)
    ticket_id = _proposed(branch, handler, "3000")
    with pytest.raises(UserError, match="not-allowed"), branch.change(handler) as work:
        move(work, ticket_id, "approve")
    with branch.read() as work:
        assert read_ticket(work, ticket_id).approval is Approval.WANTED


@pytest.mark.parametrize("away", ["after", "ended", "left"])
def test_a_substitute_is_one_only_as_long_as_it_was_said(
    branch: Founded, handler: Actor, manager: Actor, clock: SetClock, away: str
) -> None:
    substitute = colleague(branch, "陈晨")
    row = _stand_in(branch, manager, substitute)
    ticket_id = _proposed(branch, handler, "3000")
    with branch.change() as work:
        if away == "after":
            clock.on(days=4)
        elif away == "ended":
            approvals.end_substitute(work, row)
        else:
            work.get(Account, manager.account_id).closed_at = NOW
    with pytest.raises(UserError, match="not-allowed"), branch.change(substitute) as work:
        move(work, ticket_id, "approve")


def test_who_takes_whose_place_is_listed_and_checked(branch: Founded, manager: Actor, handler: Actor) -> None:
    _stand_in(branch, manager, handler)
    with branch.read() as work:
        (record,) = approvals.read_substitutes(work)
    assert (record.account, record.substitute, record.reason) == ("周洋", "李静", "出差")
    with pytest.raises(UserError, match="substitute-self"):
        _stand_in(branch, manager, manager)
    with pytest.raises(UserError, match="substitute-days-wrong"):
        _stand_in(branch, manager, handler, first=2, last=1)
    with pytest.raises(UserError, match="substitute-days-wrong"):
        _stand_in(branch, manager, handler, first=-3, last=-1)
    with pytest.raises(UserError, match="not-allowed"):
        _stand_in(branch, handler, manager)


def test_a_limit_changed_holds_from_the_next_solution(branch: Founded, handler: Actor) -> None:
    before = _proposed(branch, handler, "900")
    with branch.change() as work:
        approvals.save_approval_limit(work, "representative", Decimal(1_000))
        found = {limit.role_code: limit for limit in approvals.read_approval_limits(work)}
    assert (found["representative"].amount, found["representative"].is_own) == (Decimal(1_000), True)
    after = _proposed(branch, handler, "900")
    with branch.read() as work:
        states = [read_ticket(work, key).approval for key in (before, after)]
    assert states == [Approval.WANTED, Approval.NONE]
    with pytest.raises(UserError, match="cost-wrong"), branch.change() as work:
        approvals.save_approval_limit(work, "representative", Decimal(-1))
    with pytest.raises(UserError, match="not-allowed"), branch.change(handler) as work:
        approvals.save_approval_limit(work, "representative", None)


def test_a_solution_refused_or_taken_away_waits_for_no_approval(
    branch: Founded, handler: Actor, manager: Actor
) -> None:
    for code in ("refuse", "reassign"):
        ticket_id = _proposed(branch, handler, "3000")
        with branch.change(manager) as work:
            move(work, ticket_id, code)
            assert read_ticket(work, ticket_id).approval is Approval.NONE


def test_whoever_handles_reads_the_desk_without_taking(branch: Founded, handler: Actor) -> None:
    ticket_id = _proposed(branch, handler, "900")
    only = replace(handler, permissions=frozenset({Permission.HANDLE_TICKETS}))
    with branch.change(only) as work:
        assert read_ticket(work, ticket_id).line.handler == "李静"
