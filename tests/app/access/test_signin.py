"""Signing in: right and wrong passwords, waits after failures, closed accounts, and what roles allow."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from app.access import accounts
from app.access.roles import ROLE_DEFAULTS
from app.access.signin import sign_in
from app.errors import UserError
from app.work import Store
from db.models.access import Permission
from tests.builders.databases import PASSWORD, Founded


def _sign_in(
    branch: Founded, login: str = "owner-CD", password: str = PASSWORD, store: Store | None = None
) -> object:
    return sign_in(store or branch.store, login=login, password=password, device_id=branch.device_id)


def test_the_right_password_gives_the_rights_of_all_roles(branch: Founded) -> None:
    actor = _sign_in(branch)
    assert actor == branch.actor
    assert branch.actor.permissions == frozenset(Permission)


@pytest.mark.parametrize(("login", "password"), [("owner-CD", "wrong"), ("nobody", PASSWORD), ("", "")])
def test_a_wrong_sign_in_says_the_same_whoever_it_was(branch: Founded, login: str, password: str) -> None:
    with pytest.raises(UserError, match=r"^sign-in-wrong$"):
        _sign_in(branch, login, password)


def test_five_failures_make_even_the_right_password_wait(branch: Founded) -> None:
    for _ in range(5):
        with pytest.raises(UserError, match="sign-in-wrong"):
            _sign_in(branch, password="wrong")
    with pytest.raises(UserError, match="sign-in-wait"):
        _sign_in(branch)

    def later() -> datetime:
        return branch.store.clock() + timedelta(seconds=31)

    _sign_in(branch, store=Store(branch.store.database, clock=later))


def test_a_closed_account_cannot_come_in(branch: Founded) -> None:
    with branch.change() as work:
        other = accounts.open_account(
            work, login="li", name="李敏", password="lantern-rope-7", roles=["clerk"]
        )
    _sign_in(branch, "li", "lantern-rope-7")
    with branch.change() as work:
        accounts.close_account(work, other)
    with pytest.raises(UserError, match="account-closed"):
        _sign_in(branch, "li", "lantern-rope-7")


def test_nobody_closes_the_own_account(branch: Founded) -> None:
    with pytest.raises(UserError, match="own-account"), branch.change() as work:
        accounts.close_account(work, branch.actor.account_id)


@pytest.mark.parametrize("default", ROLE_DEFAULTS, ids=lambda default: default.code.value)
def test_a_role_allows_what_its_rows_say(branch: Founded, default: object) -> None:
    code = default.code.value  # type: ignore[attr-defined]
    with branch.change() as work:
        accounts.open_account(work, login="li", name="李敏", password="lantern-rope-7", roles=[code])
    actor = _sign_in(branch, "li", "lantern-rope-7")
    assert actor.permissions == frozenset(default.permissions)  # type: ignore[attr-defined]
    assert actor.all_branches == default.all_branches  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"login": " "}, "login-empty"),
        ({"login": "owner-CD"}, "login-taken"),
        ({"name": ""}, "owner-empty"),
        ({"roles": []}, "roles-empty"),
        ({"roles": ["king"]}, "role-unknown"),
        ({"password": "short"}, "password-too-short"),
        ({"password": "12345678"}, "password-"),
    ],
)
def test_an_account_is_refused_with_its_reason(branch: Founded, given: dict[str, object], code: str) -> None:
    whole = {"login": "li", "name": "李敏", "password": "lantern-rope-7", "roles": ["clerk"], **given}
    with pytest.raises(UserError, match=code), branch.change() as work:
        accounts.open_account(work, **whole)  # type: ignore[arg-type]


def test_only_who_may_manages_accounts(branch: Founded) -> None:
    clerk = replace(branch.actor, permissions=branch.actor.permissions - {Permission.MANAGE_ACCOUNTS})
    for act in (
        accounts.list_accounts,
        lambda work: accounts.set_password(work, branch.actor.account_id, "lantern-rope-7"),
        lambda work: accounts.give_roles(work, branch.actor.account_id, ["clerk"]),
        lambda work: accounts.close_account(work, branch.actor.account_id),
    ):
        with pytest.raises(UserError, match="not-allowed"), branch.change(clerk) as work:
            act(work)
