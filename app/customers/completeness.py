"""A11: how complete a card is by the branch's rules, and what to ask the customer next."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.customers.records import Completeness, PartRow


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """One item the rules ask for, with its weight (any positive whole number)."""

    item: str
    weight: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Filled:
    """The parts of a card the rules look at."""

    main: Mapping[str, object]
    phones: Sequence[PartRow]
    people: Sequence[PartRow]
    vehicles: Sequence[PartRow]
    needs: Sequence[PartRow]


def _has(column: str) -> Callable[[Filled], bool]:
    return lambda card: card.main.get(column) not in (None, "")


def _need_has(column: str) -> Callable[[Filled], bool]:
    return lambda card: any(need.values.get(column) not in (None, "") for need in card.needs)


ITEMS: Final[Mapping[str, Callable[[Filled], bool]]] = {
    "phone": lambda card: bool(card.phones),
    "contact-person": lambda card: bool(card.people),
    "vehicle": lambda card: bool(card.vehicles),
    "need": lambda card: bool(card.needs),
    "intent": _need_has("intent_level"),
    "budget": _need_has("budget_max"),
    "expected-date": _need_has("expected_on"),
    "region": _has("region_code"),
    "source": _has("source_code"),
    "channel": _has("channel_code"),
    "class": _has("class_code"),
    "income": _has("income_band"),
    "company": _has("company_name"),
    "special-kind": _has("special_kind"),
    "company-type": _has("company_type"),
    "legal-representative": _has("legal_representative"),
    **{
        column: _has(column)
        for column in (
            "name", "gender", "birth", "wechat", "email", "occupation", "education", "address",
            "postcode", "uscc", "industry",
        )
    },
}  # fmt: skip
"""Every item a rule may name; rules naming others are passed over."""


def completeness(card: Filled, rules: Sequence[Rule]) -> Completeness:
    """Filled weight over required weight (facts: completeness = filled weight / required weight)."""
    known = [rule for rule in rules if rule.item in ITEMS and rule.weight > 0]
    total = sum(rule.weight for rule in known)
    missing = [rule for rule in known if not ITEMS[rule.item](card)]
    lacking = sum(rule.weight for rule in missing)
    percent = 100 if total == 0 else (total - lacking) * 100 // total
    ordered = sorted(missing, key=lambda rule: -rule.weight)
    return Completeness(percent=percent, missing=tuple(rule.item for rule in ordered))
