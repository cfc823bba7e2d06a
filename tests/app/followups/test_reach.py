"""Nobody works on, or is shown, what is another branch's or another person's, by whatever key they hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from app.care.gifts import list_gifts
from app.care.occasions import occasions
from app.errors import UserError
from app.followups.handing_over import HandedOver, undo_hand_over
from app.followups.planning import find_overlaps
from app.followups.records import Scope
from app.work import Work
from db.models.access import Permission
from db.models.followups import FollowUp
from tests.builders.cards import walk_in
from tests.builders.databases import Founded, found
from tests.builders.plans import plan
from tests.builders.visits import colleague, in_hours

SOON = timedelta(days=1)


def _today() -> date:
    return datetime.now(UTC).astimezone().date()


@pytest.mark.parametrize("made", [False, True])
def test_no_row_of_another_branch_changes_hands(branch: Founded, made: bool) -> None:
    key = plan(branch, walk_in(branch).customer_id, _today() + SOON, owner_id=branch.actor.account_id).id
    other = found(branch.store, "BJ").actor
    manager = replace(other, permissions=frozenset(Permission), all_branches=False)
    keys: tuple[UUID, ...] = (key,)
    handed = HandedOver(
        giver=other.account_id,
        taker=branch.actor.account_id,
        rows=() if made else keys,
        pinned=keys if made else (),
    )
    with branch.change(manager) as work:
        assert undo_hand_over(work, handed) == 0
    with branch.read() as work:
        assert work.get(FollowUp, key).owner_id == branch.actor.account_id


def test_the_time_of_others_is_not_told_to_who_may_not_see_it(branch: Founded) -> None:
    owner, curious = colleague(branch), colleague(branch, "赵四")
    at = in_hours(30)
    plan(branch, walk_in(branch).customer_id, at.astimezone().date(), owner_id=owner.account_id, starts_at=at)
    with branch.store.read(curious) as work:
        assert find_overlaps(work, owner.account_id, at, 30) == []
    with branch.store.read(owner) as work:
        assert len(find_overlaps(work, owner.account_id, at, 30)) == 1


def _occasions(work: Work, scope: Scope) -> object:
    return occasions(work, scope, work.today(), work.today())


@pytest.mark.parametrize("ask", [_occasions, list_gifts])
def test_care_of_somebody_elses_customers_asks_for_the_right(branch: Founded, ask: object) -> None:
    owner, curious = colleague(branch), colleague(branch, "赵四")
    with branch.store.read(curious) as work, pytest.raises(UserError, match="not-allowed"):
        ask(work, Scope(person=owner.account_id))  # type: ignore[operator]
    with branch.store.read(owner) as work:
        ask(work, Scope(person=owner.account_id))  # type: ignore[operator]
