"""Whether somebody may be written to: one place says it, and says why not."""

from __future__ import annotations

from datetime import date

import pytest

from app.care.allowed import Recipient, Verdict, WhyNot, require_allowed, set_purpose, who_may
from app.customers.consents import record_consent
from app.customers.editing import add_row, delete_card
from app.customers.fields import Part
from app.errors import UserError
from app.lists import change_setting
from app.registration.walkin import WalkIn, register
from db.models.care import Occasion
from db.models.customers import ConsentPurpose, ContactWay, Customer, CustomerKind
from tests.builders.caring import friend, set_day
from tests.builders.databases import Founded

SMS, MAIL = ContactWay.SMS, ContactWay.EMAIL


def verdict(
    branch: Founded, who: Recipient, occasion: Occasion = Occasion.BIRTHDAY, way: ContactWay | None = SMS
) -> Verdict:
    with branch.read() as work:
        return who_may(work, [who], occasion, way)[who]


def test_whoever_agreed_is_reached_at_the_main_mobile(branch: Founded) -> None:
    who = Recipient(customer_id=friend(branch))
    assert verdict(branch, who) == Verdict(why_not=None, address="138 0013 8000")
    assert verdict(branch, who, way=None).is_allowed


@pytest.mark.parametrize(
    ("agreed", "occasion", "why_not"),
    [
        ((), Occasion.BIRTHDAY, WhyNot.NO_CONSENT),
        ((ConsentPurpose.SERVICE,), Occasion.BIRTHDAY, WhyNot.NO_CONSENT),
        ((ConsentPurpose.SERVICE,), Occasion.FESTIVAL, WhyNot.NO_CONSENT),
        ((ConsentPurpose.SERVICE,), Occasion.MAINTENANCE, None),
        ((ConsentPurpose.MARKETING,), Occasion.MAINTENANCE, WhyNot.NO_CONSENT),
        ((ConsentPurpose.MARKETING,), Occasion.FESTIVAL, None),
        ((ConsentPurpose.SHARING,), Occasion.THANKS, WhyNot.NO_CONSENT),
    ],
)
def test_each_occasion_asks_for_its_own_consent(
    branch: Founded, agreed: tuple[ConsentPurpose, ...], occasion: Occasion, why_not: WhyNot | None
) -> None:
    who = Recipient(customer_id=friend(branch, agreed=agreed))
    assert verdict(branch, who, occasion).why_not is why_not


def test_the_latest_word_counts_either_way(branch: Founded) -> None:
    who = Recipient(customer_id=friend(branch))
    for given, why_not in ((False, WhyNot.WITHDRAWN), (True, None), (False, WhyNot.WITHDRAWN)):
        with branch.change() as work:
            record_consent(work, who.customer_id, ConsentPurpose.MARKETING, given=given)
        assert verdict(branch, who).why_not is why_not
        assert verdict(branch, who, Occasion.MAINTENANCE).is_allowed


def test_a_manager_says_which_occasion_is_marketing(branch: Founded) -> None:
    who = Recipient(customer_id=friend(branch, agreed=[ConsentPurpose.SERVICE]))
    with branch.change() as work:
        set_purpose(work, Occasion.BIRTHDAY, ConsentPurpose.SERVICE)
        set_purpose(work, Occasion.MAINTENANCE, ConsentPurpose.MARKETING)
    assert verdict(branch, who).is_allowed
    assert verdict(branch, who, Occasion.MAINTENANCE).why_not is WhyNot.NO_CONSENT
    assert verdict(branch, who, Occasion.FESTIVAL).why_not is WhyNot.NO_CONSENT


@pytest.mark.parametrize(
    ("birth", "why_not"),
    [
        ("2012-11-23", None),
        ("2012-11-24", WhyNot.UNDER_AGE),
        ("2020-01-01", WhyNot.UNDER_AGE),
        ("农历2012年十月初十", None),
        ("农历2012年十月十一", WhyNot.UNDER_AGE),
        ("11-24", None),
        ("", None),
    ],
)
def test_children_are_left_alone_and_an_unknown_year_is_no_child(
    branch: Founded, birth: str, why_not: WhyNot | None
) -> None:
    set_day(branch)  # 2026-11-23; lunar 2012-10-10 was 2012-11-23
    who = Recipient(customer_id=friend(branch, birth=birth))
    assert verdict(branch, who).why_not is why_not
    assert verdict(branch, who, Occasion.MAINTENANCE).why_not is why_not


def test_of_a_year_alone_the_younger_age_counts(branch: Founded) -> None:
    set_day(branch)
    assert verdict(branch, Recipient(customer_id=friend(branch, birth_year=2012))).why_not is WhyNot.UNDER_AGE
    old = friend(branch, "李四", "13900139000", birth_year=2011)
    assert verdict(branch, Recipient(customer_id=old)).is_allowed


def test_the_age_is_a_setting(branch: Founded) -> None:
    set_day(branch, date(2026, 11, 23))
    who = Recipient(customer_id=friend(branch, birth="2010-01-01"))
    with branch.change() as work:
        change_setting(work, "under-age", 18)
    assert verdict(branch, who).why_not is WhyNot.UNDER_AGE


def test_do_not_contact_comes_before_everything_else(branch: Founded) -> None:
    who = Recipient(customer_id=friend(branch, do_not_contact=True))
    assert verdict(branch, who).why_not is WhyNot.DO_NOT_CONTACT
    with pytest.raises(UserError, match="care-not-allowed"), branch.read() as work:
        require_allowed(work, who, Occasion.MAINTENANCE)


def test_a_deleted_card_and_another_branchs_are_gone(branch: Founded) -> None:
    who = Recipient(customer_id=friend(branch))
    with branch.change() as work:
        delete_card(work, who.customer_id)
    assert verdict(branch, who).why_not is WhyNot.GONE


@pytest.mark.parametrize(
    ("way", "phone", "why_not"),
    [
        (SMS, "028-85001234", WhyNot.NO_MOBILE),
        (ContactWay.CALL, "028-85001234", None),
        (MAIL, "13800138000", WhyNot.NO_EMAIL),
        (ContactWay.WECHAT, "13800138000", WhyNot.NO_WECHAT),
        (ContactWay.LETTER, "13800138000", WhyNot.NO_ADDRESS),
        (ContactWay.FAX, "13800138000", WhyNot.NO_PHONE),
        (ContactWay.VISIT, "13800138000", None),
    ],
)
def test_a_way_needs_its_address(
    branch: Founded, way: ContactWay, phone: str, why_not: WhyNot | None
) -> None:
    who = Recipient(customer_id=friend(branch, phone=phone))
    assert verdict(branch, who, way=way).why_not is why_not


def test_a_contact_person_is_reached_at_the_own_number_or_not_at_all(branch: Founded) -> None:
    with branch.change() as work:
        firm = register(
            work,
            WalkIn(
                name="成都某某商贸有限公司",
                phone="13800138000",
                kind=CustomerKind.COMPANY,
                consents=frozenset({ConsentPurpose.MARKETING}),
            ),
            anyway=True,
        ).customer_id
        work.get(Customer, firm).email = "office@example.com"
        with_number, _ = add_row(
            work, firm, Part.PERSON, {"name": "王强", "phone_shown": "13900139000", "email": "w@example.com"}
        )
        without, _ = add_row(work, firm, Part.PERSON, {"name": "李梅"})
        child, _ = add_row(work, firm, Part.PERSON, {"name": "小王", "birth": "2020-01-01"})
    reached = Recipient(customer_id=firm, person_id=with_number)
    assert verdict(branch, reached).address == "139 0013 9000"
    assert verdict(branch, reached, way=MAIL).address == "w@example.com"
    lonely = Recipient(customer_id=firm, person_id=without)
    assert verdict(branch, lonely).why_not is WhyNot.NO_MOBILE
    assert verdict(branch, lonely, way=MAIL).why_not is WhyNot.NO_EMAIL
    assert verdict(branch, Recipient(customer_id=firm, person_id=child)).why_not is WhyNot.UNDER_AGE
    stranger = Recipient(customer_id=friend(branch, phone="13700137000"), person_id=with_number)
    assert verdict(branch, stranger).why_not is WhyNot.GONE
