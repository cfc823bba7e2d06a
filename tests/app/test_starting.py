"""The first start: one branch with all it needs, its code and logins its own, every computer its own letter."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from app import starting
from app.access.actor import PROGRAM
from app.access.signin import actor_of
from app.errors import UserError
from app.registration.walkin import WalkIn, register
from app.work import Store
from db.models.access import Branch, Device, Role
from tests.builders.databases import PASSWORD, Founded, found

GIVEN = starting.NewBranch(name="北京店", code="BJ", owner="李敏", login="li", password=PASSWORD)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"name": " \u200b\0 "}, "branch-name-empty"),
        ({"code": ""}, "branch-code-wrong"),
        ({"code": "成都"}, "branch-code-wrong"),
        ({"code": "ABCDE"}, "branch-code-wrong"),
        ({"owner": "\u3000"}, "owner-empty"),
        ({"login": "\t"}, "login-empty"),
        ({"password": "short"}, "password-too-short"),
        ({"password": "limin12345", "login": "limin"}, "password-own-name"),
    ],
)
def test_what_cannot_be_set_up_is_refused_before_anything_is_written(
    store: Store, given: dict[str, str], code: str
) -> None:
    with pytest.raises(UserError, match=code):
        starting.found_branch(store, replace(GIVEN, **given), "PC")
    assert not starting.has_branches(store)


def test_the_first_branch_brings_the_six_roles_and_the_second_none(branch: Founded) -> None:
    found(branch.store, "BJ")
    with branch.read() as work:
        assert work.session.scalar(select(func.count()).select_from(Role)) == 6
    assert starting.list_branches(branch.store) == [("BJ", "成都高新店"), ("CD", "成都高新店")]


@pytest.mark.parametrize(
    ("given", "code"), [({"code": "cd"}, "branch-code-taken"), ({"login": "owner-CD"}, "login-taken")]
)
def test_code_and_login_of_another_branch_are_refused(
    branch: Founded, given: dict[str, str], code: str
) -> None:
    with pytest.raises(UserError, match=code):
        starting.found_branch(branch.store, replace(GIVEN, **given), "PC")
    assert starting.list_branches(branch.store) == [("CD", "成都高新店")]


def test_computers_that_join_at_the_same_moment_get_letters_of_their_own(branch: Founded) -> None:
    together = threading.Barrier(3, timeout=20)

    def join() -> None:
        together.wait()
        starting.join_branch(branch.store, " cd ", "PC")

    desks = [threading.Thread(target=join) for _ in range(3)]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    with branch.read() as work:
        assert sorted(work.session.scalars(select(Device.code))) == ["A1", "A2", "A3", "A4"]


def test_nobody_joins_a_branch_that_is_not_there(branch: Founded) -> None:
    for code in ("XX", "\0", ""):
        with pytest.raises(UserError, match="branch-unknown"):
            starting.join_branch(branch.store, code, "PC")


def test_a_branch_runs_out_of_letters_with_a_sentence(branch: Founded) -> None:
    with branch.store.change(PROGRAM) as work:
        owner = work.session.scalars(select(Branch.id)).one()
        for letter in starting.DEVICE_LETTERS:
            for digit in range(1, 10):
                if f"{letter}{digit}" != "A1":
                    work.session.add(Device(branch_id=owner, code=f"{letter}{digit}", name="PC"))
    with pytest.raises(UserError, match="devices-full"):
        starting.join_branch(branch.store, "CD", "PC")


def test_somebody_of_another_branch_hands_out_the_numbers_of_the_desk(branch: Founded) -> None:
    """Both branches have a device A1: numbers would meet if they began with the code of the person's branch."""
    other = found(branch.store, "BJ")
    guest = actor_of(branch.store, account_id=other.actor.account_id, device_id=branch.device_id)
    numbers = []
    for actor in (branch.actor, other.actor, guest):
        with branch.store.change(actor) as work:
            numbers.append(register(work, WalkIn(name="张三", phone="13800138000"), anyway=True).number)
    assert numbers == ["CDA1-00001", "BJA1-00001", "CDA1-00002"]
