"""Consent by purpose: the last word holds, and every word stays (art. 14-16)."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from app.customers.consents import record_consent
from app.errors import UserError
from app.lists import change_setting
from db.models.access import Permission
from db.models.customers import Consent, ConsentPurpose
from tests.builders.cards import card_of, walk_in
from tests.builders.databases import Founded, found


def test_a_withdrawal_holds_and_the_consent_stays_in_the_history(branch: Founded) -> None:
    registered = walk_in(branch)
    for given in (True, False):
        with branch.change() as work:
            record_consent(work, registered.customer_id, ConsentPurpose.MARKETING, given=given, way="call")
    (state,) = card_of(branch, registered).consents
    assert (state.purpose, state.given) == (ConsentPurpose.MARKETING, False)
    with branch.read() as work:
        assert work.session.scalar(select(func.count()).select_from(Consent)) == 2


def test_a_consent_names_the_edition_of_the_notice_in_force(branch: Founded) -> None:
    registered = walk_in(branch)
    with branch.change() as work:
        change_setting(work, "privacy-edition", "2027-2")
        record_consent(work, registered.customer_id, ConsentPurpose.SERVICE, given=True)
    assert [state.edition for state in card_of(branch, registered).consents] == ["2027-2"]


def test_purposes_are_told_apart_in_their_order(branch: Founded) -> None:
    registered = walk_in(branch)
    with branch.change() as work:
        for purpose in reversed(ConsentPurpose):
            record_consent(work, registered.customer_id, purpose, given=True)
    assert [state.purpose for state in card_of(branch, registered).consents] == list(ConsentPurpose)


def test_another_branch_can_say_nothing_for_this_customer(branch: Founded) -> None:
    registered = walk_in(branch)
    clerk = found(branch.store, "BJ").actor_with(Permission.EDIT_CARD)
    with pytest.raises(UserError, match="row-gone"), branch.store.change(clerk) as work:
        record_consent(work, registered.customer_id, ConsentPurpose.SERVICE, given=True)
