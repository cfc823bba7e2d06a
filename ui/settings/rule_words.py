"""How rules of follow-up read: what they count from, for whom, when, and what an edit of one would do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.followups.records import Item
from app.followups.rules.records import CYCLES, RuleDraft, RuleEffect, RuleRecord
from app.lists import Choices, choice_text
from app.states import ChoiceList, RuleBasis, RuleOwner, RuleUnit
from ui.marked import QT_TRANSLATE_NOOP

BASES: Final = {
    RuleBasis.CLASS: QT_TRANSLATE_NOOP("settings", "Customer class"),
    RuleBasis.INTENT: QT_TRANSLATE_NOOP("settings", "Intent level"),
    RuleBasis.NEW: QT_TRANSLATE_NOOP("settings", "New registration"),
    RuleBasis.SERVICE: QT_TRANSLATE_NOOP("settings", "Service"),
    RuleBasis.EVENT: QT_TRANSLATE_NOOP("settings", "Event"),
    RuleBasis.EXPECTED: QT_TRANSLATE_NOOP("settings", "Expected purchase"),
}
OWNERS: Final = {
    RuleOwner.OWNER: QT_TRANSLATE_NOOP("settings", "First owner"),
    RuleOwner.SECOND: QT_TRANSLATE_NOOP("settings", "Second owner"),
    RuleOwner.OTHER: QT_TRANSLATE_NOOP("settings", "Not who served"),
}
UNITS: Final = {
    RuleUnit.HOURS: QT_TRANSLATE_NOOP("settings", "hours"),
    RuleUnit.DAYS: QT_TRANSLATE_NOOP("settings", "days"),
    RuleUnit.MONTHS: QT_TRANSLATE_NOOP("settings", "months"),
}
LISTS: Final = {
    RuleBasis.CLASS: ChoiceList.CLASS,
    RuleBasis.INTENT: ChoiceList.INTENT,
    RuleBasis.EXPECTED: ChoiceList.INTENT,
}
"""The code list a basis is narrowed to an entry of."""


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("settings", text, "", count)


def basis_words(basis: RuleBasis) -> str:
    """What a rule counts from."""
    return _tr(BASES[basis])


def owner_words(owner: RuleOwner) -> str:
    """Who is to do it."""
    return _tr(OWNERS[owner])


def unit_words(unit: RuleUnit) -> str:
    """Hours, days or months."""
    return _tr(UNITS[unit])


def whom_words(rule: RuleRecord | RuleDraft, choices: Choices, language: str) -> str:
    """What a rule counts from, and the class, level or event it is narrowed to."""
    of = LISTS.get(rule.basis)
    code = rule.code if of is None else choice_text(choices, of, rule.code, language)
    return f"{basis_words(rule.basis)}  {code}" if code else basis_words(rule.basis)


def when_words(rule: RuleRecord | RuleDraft) -> str:
    """Every 30 days, 24 hours later, 7 days before."""
    translate, count = QCoreApplication.translate, rule.amount
    if rule.basis in CYCLES:
        texts = {
            RuleUnit.HOURS: translate("settings", "every %n hour(s)", "", count),
            RuleUnit.DAYS: translate("settings", "every %n day(s)", "", count),
            RuleUnit.MONTHS: translate("settings", "every %n month(s)", "", count),
        }
    elif rule.basis is RuleBasis.EXPECTED:
        texts = {
            RuleUnit.HOURS: translate("settings", "%n hour(s) before", "", count),
            RuleUnit.DAYS: translate("settings", "%n day(s) before", "", count),
            RuleUnit.MONTHS: translate("settings", "%n month(s) before", "", count),
        }
    else:
        texts = {
            RuleUnit.HOURS: translate("settings", "%n hour(s) later", "", count),
            RuleUnit.DAYS: translate("settings", "%n day(s) later", "", count),
            RuleUnit.MONTHS: translate("settings", "%n month(s) later", "", count),
        }
    return texts[rule.unit]


def effect_words(effect: RuleEffect) -> str:
    """What saving would do, in one or two sentences."""
    translate = QCoreApplication.translate
    # lupdate passes over counts that are not plain names.
    now, soon, gone, reached = effect.now_due, effect.due_soon, effect.no_longer, effect.customers
    if not (now or soon or gone):
        told = translate("settings", "Nothing becomes due at once, nothing in the next 30 days.")
    else:
        parts = [
            translate("settings", "%n due at once", "", now),
            translate("settings", "%n in the next 30 days", "", soon),
        ]
        if gone:
            parts.append(translate("settings", "%n due now would fall away", "", gone))
        told = translate("settings", ", ").join(parts) + translate("settings", ".")
    reach = translate("settings", "It reaches %n customer(s).", "", reached)
    return f"{told} {reach}"


def example_words(examples: Sequence[Item]) -> str:
    """Some of those who would be due, with the day."""
    translate = QCoreApplication.translate
    names = [f"{item.customer_name} {_day(item)}" for item in examples]
    return (
        translate("settings", "For example: {names}").format(names=translate("settings", ", ").join(names))
        if names
        else ""
    )


def _day(item: Item) -> str:
    day = item.due_on
    pattern = QCoreApplication.translate("settings", "d MMM")
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
