"""A11: what a card lacks by weight, and what to ask next."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.customers.completeness import ITEMS, Filled, Rule, completeness
from app.customers.fields import Part
from app.customers.records import PartRow
from app.defaults import COMPLETENESS
from app.wording import missing_word
from tests.builders.cards import card_of, walk_in
from tests.builders.databases import Founded

EMPTY = Filled(main={}, phones=(), people=(), vehicles=(), needs=())


def _row(part: Part, **values: object) -> PartRow:
    return PartRow(part=part, id=UUID(int=1), values=values)


def test_the_weight_of_what_is_there_over_the_weight_of_all() -> None:
    rules = [Rule(item="name", weight=30), Rule(item="phone", weight=50), Rule(item="birth", weight=20)]
    filled = Filled(
        main={"name": "张三", "birth": ""}, phones=(_row(Part.PHONE),), people=(), vehicles=(), needs=()
    )
    found = completeness(filled, rules)
    assert (found.percent, found.missing) == (80, ("birth",))


def test_the_weightiest_gap_is_asked_first_and_equal_ones_in_their_order() -> None:
    rules = [Rule(item=item, weight=weight) for item, weight in (("uscc", 1), ("phone", 5), ("name", 5))]
    assert completeness(EMPTY, rules).missing == ("phone", "name", "uscc")


@pytest.mark.parametrize("rules", [[], [Rule(item="shoe-size", weight=5)], [Rule(item="name", weight=0)]])
def test_rules_that_ask_for_nothing_are_met(rules: list[Rule]) -> None:
    assert completeness(EMPTY, rules).percent == 100


def test_an_intent_counts_wherever_a_need_states_it() -> None:
    needs = (_row(Part.NEED, intent_level=None), _row(Part.NEED, intent_level="A"))
    filled = Filled(main={}, phones=(), people=(), vehicles=(), needs=needs)
    assert completeness(filled, [Rule(item="intent", weight=1)]).percent == 100


def test_every_shipped_rule_is_known_and_has_words() -> None:
    for rules in COMPLETENESS.values():
        assert sum(weight for _, weight in rules) == 100
        for item, _ in rules:
            assert item in ITEMS
            assert missing_word(item, "zh") != item


@given(st.lists(st.builds(Rule, item=st.sampled_from(sorted(ITEMS)), weight=st.integers(-5, 100))))
def test_a_percentage_is_one_and_full_means_nothing_missing(rules: list[Rule]) -> None:
    found = completeness(EMPTY, rules)
    assert 0 <= found.percent <= 100
    assert (found.percent == 100) is (found.missing == ())


def test_the_card_tells_what_to_ask_next(branch: Founded) -> None:
    card = card_of(branch, walk_in(branch))
    assert card.completeness.missing[:2] == ("birth", "region")
    assert card.completeness.percent == 45
