"""A15: who is probably here already, by scores that are settings, across branches and masked where due."""

from __future__ import annotations

import pytest

from app.customers.duplicates import Probe, Reason, find_duplicates, mask_name, mask_phone
from app.customers.editing import add_row
from app.customers.fields import Part
from app.errors import UserError
from app.lists import change_setting
from db.models.access import Permission
from db.models.customers import CustomerKind, Gender
from tests.builders.cards import walk_in
from tests.builders.databases import Founded, found

PHONE = "13800138000"


def _hits(branch: Founded, probe: Probe) -> list[tuple[int, set[Reason]]]:
    with branch.read() as work:
        return [(hit.score, set(hit.reasons)) for hit in find_duplicates(work, probe)]


def test_the_scores_of_all_that_agrees_are_added(branch: Founded) -> None:
    walk_in(branch, "张伟", card={"gender": "男"})
    assert _hits(branch, Probe(phones=(PHONE,))) == [(60, {Reason.MOBILE})]
    assert _hits(branch, Probe(phones=(PHONE,), name="张伟")) == [
        (100, {Reason.MOBILE, Reason.NAME, Reason.PINYIN})
    ]
    assert _hits(branch, Probe(phones=(PHONE,), name="章伟", gender=Gender.FEMALE)) == []


def test_a_name_alone_warns_of_nobody(branch: Founded) -> None:
    walk_in(branch, "张伟")
    assert _hits(branch, Probe(name="张伟")) == []


def test_the_same_line_written_with_another_area_code_is_a_hint(branch: Founded) -> None:
    walk_in(branch, "天府商贸", "028-85551234", kind=CustomerKind.COMPANY)
    assert _hits(branch, Probe(phones=("01085551234",), name="天府商贸")) == [
        (80, {Reason.PHONE_TAIL, Reason.NAME, Reason.PINYIN})
    ]


def test_levels_and_scores_are_the_branch_s_own(branch: Founded) -> None:
    walk_in(branch)
    with branch.change() as work:
        change_setting(work, "duplicate-scores", {"mobile": 10})
    assert _hits(branch, Probe(phones=(PHONE,))) == []
    with branch.change() as work:
        change_setting(work, "duplicate-warn", 10)
    assert _hits(branch, Probe(phones=(PHONE,))) == [(10, {Reason.MOBILE})]


def test_a_phone_too_many_have_says_nothing(branch: Founded) -> None:
    with branch.change() as work:
        change_setting(work, "duplicate-criterion-most", 2)
    for name in ("张三", "李四"):
        walk_in(branch, name)
    assert len(_hits(branch, Probe(phones=(PHONE,)))) == 2
    walk_in(branch, "王五")
    assert _hits(branch, Probe(phones=(PHONE,))) == []


def test_a_card_is_no_duplicate_of_itself(branch: Founded) -> None:
    registered = walk_in(branch)
    with branch.read() as work:
        assert find_duplicates(work, Probe(phones=(PHONE,)), leave_out=registered.customer_id) == []


def test_a_contact_person_s_phone_leads_to_the_company(branch: Founded) -> None:
    firm = walk_in(branch, "天府商贸", "028-85551234", kind=CustomerKind.COMPANY)
    with branch.change() as work:
        add_row(work, firm.customer_id, Part.PERSON, {"name": "李经理", "phone_shown": PHONE})
        hits = find_duplicates(work, Probe(phones=(PHONE,)))
    assert [hit.customer_id for hit in hits] == [firm.customer_id]


@pytest.mark.parametrize(
    ("name", "masked"), [("张三", "张*"), ("欧阳娜娜", "欧***"), ("", "*"), ("王", "王*")]
)
def test_a_masked_name_keeps_its_first_character(name: str, masked: str) -> None:
    assert mask_name(name) == masked


@pytest.mark.parametrize("shown", ["138 0013 8000", "12", ""])
def test_a_masked_phone_shows_no_more_than_four_digits(shown: str) -> None:
    assert mask_phone(shown).lstrip("*") == shown[-4:]


def test_headquarters_read_what_a_clerk_of_another_branch_sees_masked(branch: Founded) -> None:
    walk_in(branch)
    elsewhere = found(branch.store, "BJ")
    clerk = elsewhere.actor_with(Permission.FIND_CUSTOMERS)
    for actor, name in ((elsewhere.actor, "张三"), (clerk, "张*")):
        with branch.store.read(actor) as work:
            (hit,) = find_duplicates(work, Probe(phones=(PHONE,)))
        assert (hit.name, hit.is_readable) == (name, name == "张三")


def test_looking_needs_its_permission(branch: Founded) -> None:
    with pytest.raises(UserError, match="not-allowed"), branch.store.read(branch.actor_with()) as work:
        find_duplicates(work, Probe(phones=(PHONE,)))
