"""What a field shows can be typed in again, and the history reads as people speak."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.customers.fields import FIELD, FIELDS, Part, Value
from app.customers.numbers import PartialDate, parse_amount, parse_birth_date
from app.defaults import CHOICES, COMPLETENESS
from app.errors import UserError
from app.lists import ChoiceRecord
from app.lunar import leap_month
from app.states import BirthCalendar, CustomerKind
from ui.customers.contact_form import read_moment, show_moment
from ui.customers.labels import field_label, item_label, question, target
from ui.customers.showing import Showing, birthday_text, digits_of, moment_text, plain_text
from ui.i18n import Language

TODAY = date(2026, 11, 23)
CHOICE_RECORDS = {
    name: tuple(
        ChoiceRecord(code=code, text_zh=zh, text_en=en, active=True, number=None) for code, zh, en in entries
    )
    for name, entries in CHOICES.items()
}
CHINESE = Showing(choices=CHOICE_RECORDS, language=Language.CHINESE)
ENGLISH = Showing(choices=CHOICE_RECORDS, language=Language.ENGLISH)


@given(
    st.builds(
        PartialDate,
        calendar=st.just(BirthCalendar.LUNAR),
        year=st.none() | st.integers(1901, 2020),
        month=st.integers(1, 12),
        day=st.integers(1, 30),
    ),
    st.booleans(),
    st.sampled_from(Language),
)
def test_a_lunar_birthday_can_be_typed_as_it_is_shown(
    plain: PartialDate, wants_leap: bool, language: Language
) -> None:
    may_leap = plain.year is None or leap_month(plain.year) == plain.month
    birthday = replace(plain, leap=wants_leap and may_leap)
    assert parse_birth_date(birthday_text(birthday, language), today=TODAY) == birthday


def test_a_lunar_birthday_is_read_in_the_language_of_the_screen() -> None:
    birthday = PartialDate(calendar=BirthCalendar.LUNAR, year=1990, month=5, day=1, leap=True)
    field = FIELD[Part.CUSTOMER, "birth"]
    assert CHINESE.value(field, birthday) == "农历1990年闰五月初一"
    assert ENGLISH.value(field, birthday) == "lunar 1990 leap 05-01"
    assert ENGLISH.past(Part.CUSTOMER, "birth_calendar", "lunar") == "lunar"
    do_not_contact = FIELD[Part.CUSTOMER, "do_not_contact"]
    assert ENGLISH.past(Part.CUSTOMER, "birth_leap", "1") == ENGLISH.value(do_not_contact, True)


@given(st.dates(date(1900, 1, 1), date(2026, 11, 22)), st.booleans(), st.sampled_from(Language))
def test_a_solar_birthday_can_be_typed_as_it_is_shown(day: date, has_year: bool, language: Language) -> None:
    birthday = PartialDate(
        calendar=BirthCalendar.SOLAR, year=day.year if has_year else None, month=day.month, day=day.day
    )
    assert parse_birth_date(birthday_text(birthday, language), today=TODAY) == birthday


@given(st.decimals(0, 99_999_999, places=2))
def test_an_amount_can_be_typed_as_it_is_shown(amount: Decimal) -> None:
    assert parse_amount(plain_text(amount)) == amount


def test_the_history_speaks_of_amounts_choices_and_states() -> None:
    assert CHINESE.past(Part.NEED, "budget_max", "12000050") == "120,000.50"
    assert CHINESE.past(Part.CUSTOMER, "class_code", "key") == "重点客户"
    assert CHINESE.past(Part.CUSTOMER, "region_code", "510107") == "四川省成都市武侯区"
    assert CHINESE.past(Part.CUSTOMER, "birth_calendar", "lunar") == "农历"
    assert CHINESE.past(Part.CUSTOMER, "do_not_contact", "1") == CHINESE.past(
        Part.CUSTOMER, "do_not_contact", "true"
    )


def test_a_code_that_left_its_list_is_shown_as_it_is() -> None:
    assert CHINESE.value(FIELD[Part.CUSTOMER, "class_code"], "platinum") == "platinum"


def test_lists_are_read_in_the_language_of_the_screen() -> None:
    assert ENGLISH.value(FIELD[Part.CUSTOMER, "source_code"], "walk-in") == "Walk-in"
    assert CHINESE.value(FIELD[Part.CUSTOMER, "source_code"], "walk-in") == "上门"


@pytest.mark.parametrize("known", FIELDS, ids=lambda known: f"{known.part}-{known.name}")
def test_every_field_of_the_card_has_a_label(known: object) -> None:
    assert field_label(known.part, known.name) != known.name  # type: ignore[attr-defined]


@pytest.mark.parametrize("item", sorted({item for rules in COMPLETENESS.values() for item, _ in rules}))
def test_every_item_of_completeness_has_a_question_and_a_field(item: str) -> None:
    assert question(item) != item
    assert target(item) in FIELD
    assert item_label(item)


def test_a_company_is_not_asked_for_its_full_name() -> None:
    person = field_label(Part.CUSTOMER, "name", CustomerKind.PERSON)
    assert field_label(Part.CUSTOMER, "name", CustomerKind.COMPANY) != person


def test_times_are_short_when_they_are_near() -> None:
    now = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    assert moment_text(now, now=now).count(":") == 1
    assert moment_text(now - timedelta(days=20), now=now).startswith("11-")
    assert moment_text(now - timedelta(days=400), now=now) == "2025-10-19"


@given(st.integers(0, 3_000_000))
def test_the_time_of_a_contact_can_be_typed_as_it_is_shown(minutes: int) -> None:
    moment = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    assert read_moment(show_moment(moment)) == moment


@pytest.mark.parametrize("typed", ["gestern", "25:10", "13-40 10:00"])
def test_a_time_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(UserError, match="date-"):
        read_moment(typed)


def test_a_phone_is_copied_without_its_spaces() -> None:
    assert digits_of("+49 151 2345-678") == "+491512345678"


def test_every_kind_of_value_has_an_editor() -> None:
    assert {known.value for known in FIELDS} <= set(Value)
