"""Signing in: right and wrong passwords, waits after failures, closed accounts, and what roles allow."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from app.access import accounts
from app.access.actor import Actor
from app.access.roles import MANAGING, ROLE_DEFAULTS
from app.access.signin import sign_in
from app.errors import UserError
from app.lists import change_setting
from app.work import Store
from db.base import new_key
from db.models.access import Permission
from tests.builders.databases import PASSWORD, Founded, found


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


def _manager(branch: Founded) -> Actor:
    """Somebody a branch lets manage its accounts, without being an administrator."""
    permissions = frozenset(MANAGING) | {Permission.MANAGE_ACCOUNTS}
    return replace(branch.actor, account_id=new_key(), permissions=permissions, all_branches=False)


def test_nobody_gives_more_than_they_have(branch: Founded) -> None:
    whole: dict[str, Any] = {"login": "li", "name": "李敏", "password": "lantern-rope-7"}
    for role in ("administrator", "headquarters"):
        with pytest.raises(UserError, match="role-beyond-own"), branch.change(_manager(branch)) as work:
            accounts.open_account(work, roles=[role], **whole)
    with branch.change(_manager(branch)) as work:
        accounts.open_account(work, roles=["clerk", "manager"], **whole)


def test_nobody_takes_over_the_account_of_somebody_who_may_more(branch: Founded) -> None:
    for act in (
        lambda work: accounts.set_password(work, branch.actor.account_id, "lantern-rope-7"),
        lambda work: accounts.give_roles(work, branch.actor.account_id, ["clerk"]),
        lambda work: accounts.close_account(work, branch.actor.account_id),
        lambda work: accounts.reopen_account(work, branch.actor.account_id),
    ):
        with pytest.raises(UserError, match="role-beyond-own"), branch.change(_manager(branch)) as work:
            act(work)


def test_accounts_of_another_branch_are_out_of_reach(branch: Founded) -> None:
    other = found(branch.store, "BJ")
    with branch.change(_manager(branch)) as work:
        assert {record.login for record in accounts.list_accounts(work)} == {"owner-CD"}
    with pytest.raises(UserError, match="row-gone"), branch.change(_manager(branch)) as work:
        accounts.set_password(work, other.actor.account_id, "lantern-rope-7")
    with pytest.raises(UserError, match="not-allowed"), branch.change(_manager(branch)) as work:
        accounts.open_account(
            work,
            login="li",
            name="李敏",
            password="lantern-rope-7",
            roles=["clerk"],
            branch_id=other.actor.branch_id,
        )


def test_the_last_administrator_cannot_lock_everybody_out(branch: Founded) -> None:
    with pytest.raises(UserError, match="own-account"), branch.change() as work:
        accounts.give_roles(work, branch.actor.account_id, ["clerk"])


def test_guesses_at_the_same_moment_are_all_counted(branch: Founded) -> None:
    together = threading.Barrier(3, timeout=30)
    told: list[str] = []

    def guess() -> None:
        together.wait()
        for _ in range(2):
            try:
                _sign_in(branch, password="wrong")
            except UserError as error:
                told.append(error.code)

    thieves = [threading.Thread(target=guess) for _ in range(3)]
    for thief in thieves:
        thief.start()
    for thief in thieves:
        thief.join()
    assert sorted(told) == ["sign-in-wait"] + ["sign-in-wrong"] * 5
    with pytest.raises(UserError, match="sign-in-wait"):
        _sign_in(branch)


def test_the_wait_a_branch_has_set_holds_for_its_accounts(branch: Founded) -> None:
    with branch.change() as work:
        change_setting(work, "sign-in-failures", 1)
    with pytest.raises(UserError, match="sign-in-wrong"):
        _sign_in(branch, password="wrong")
    with pytest.raises(UserError, match="sign-in-wait"):
        _sign_in(branch)


@pytest.mark.parametrize("login", ["owner\0-CD", "\udc80", "x" * 100_000])
def test_a_login_no_database_could_hold_is_merely_wrong(branch: Founded, login: str) -> None:
    with pytest.raises(UserError, match="sign-in-wrong"):
        _sign_in(branch, login)


def test_a_login_typed_in_full_width_letters_is_the_same(branch: Founded) -> None:
    assert _sign_in(branch, " ｏｗｎｅｒ－ＣＤ ") == branch.actor


def test_two_managers_cannot_open_one_login_twice(branch: Founded) -> None:
    """The second of them asked before the first had committed."""
    if branch.store.database.is_local:
        pytest.skip("SQLite has one writer at a time")
    together = threading.Barrier(2, timeout=20)
    told: list[str] = []

    def open_one() -> None:
        try:
            with branch.change() as work:
                together.wait()
                accounts.open_account(
                    work, login="li", name="李敏", password="lantern-rope-7", roles=["clerk"]
                )
                told.append("opened")
        except UserError as error:
            told.append(error.code)

    managers = [threading.Thread(target=open_one) for _ in range(2)]
    for manager in managers:
        manager.start()
    for manager in managers:
        manager.join()
    assert sorted(told) == ["login-taken", "opened"]
