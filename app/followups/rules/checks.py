"""What a rule may be: nothing that loops, reaches beyond a working life or counts from what it has not."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from app.customers.cleaning import mend, mend_lines
from app.customers.values import LONG_TEXT_MOST, TEXT_MOST
from app.errors import UserError
from app.followups.rules.records import CYCLES, RuleDraft
from app.lists import Choices
from db.models.customers import ContactWay
from db.models.followups import RuleBasis, RuleOwner, RuleUnit
from db.models.lists import ChoiceList

CYCLE_LEAST_HOURS: Final = 12
"""A cycle shorter than half a day asks again before anybody could have slept over it."""

YEARS_MOST: Final = 10
_MOST: Final = {
    RuleUnit.HOURS: YEARS_MOST * 366 * 24,
    RuleUnit.DAYS: YEARS_MOST * 366,
    RuleUnit.MONTHS: YEARS_MOST * 12,
}
_LISTS: Final = {
    RuleBasis.CLASS: ChoiceList.CLASS,
    RuleBasis.INTENT: ChoiceList.INTENT,
    RuleBasis.EXPECTED: ChoiceList.INTENT,
}
_NO_CONTACT: Final = frozenset({ContactWay.FORM_PRINTED, ContactWay.NOTE})
EVENT_YEARS: Final = range(1990, 2101)


def checked(draft: RuleDraft, choices: Choices) -> RuleDraft:
    """The draft with its texts mended and without what its basis has no use for.

    Raises UserError `rule-name-empty`, `rule-matter-empty`, `text-too-long`, `rule-way-no-contact`,
    `rule-amount-wrong`, `rule-too-far`, `rule-cycle-too-short`, `rule-hours-of-day`, `rule-code-unknown`,
    `rule-event-empty`, `rule-event-day-wrong` or `rule-other-no-service`.
    """
    draft = _texts(draft)
    if draft.way in _NO_CONTACT:
        raise UserError("rule-way-no-contact")
    _check_owner(draft)
    draft = _subject(draft, choices)
    _check_amount(draft)
    return draft


def _texts(draft: RuleDraft) -> RuleDraft:
    name, matter = mend(draft.name_zh) or mend(draft.name_en), mend(draft.matter_zh) or mend(draft.matter_en)
    if not name:
        raise UserError("rule-name-empty")
    if not matter:
        raise UserError("rule-matter-empty")
    mended = replace(
        draft,
        name_zh=name,
        name_en=mend(draft.name_en) or name,
        matter_zh=matter,
        matter_en=mend(draft.matter_en) or matter,
        points=mend_lines(draft.points),
    )
    for text in (mended.name_zh, mended.name_en, mended.matter_zh, mended.matter_en):
        if len(text) > TEXT_MOST:
            raise UserError("text-too-long", found=len(text), most=TEXT_MOST)
    if len(mended.points) > LONG_TEXT_MOST:
        raise UserError("text-too-long", found=len(mended.points), most=LONG_TEXT_MOST)
    return mended


def _check_owner(draft: RuleDraft) -> None:
    if draft.owner is RuleOwner.OTHER and draft.basis is not RuleBasis.SERVICE:
        raise UserError("rule-other-no-service")


def _subject(draft: RuleDraft, choices: Choices) -> RuleDraft:
    """What it narrows to: a known class or level or none, the name of an event, nothing."""
    code = mend(draft.code or "") or None
    if draft.basis is RuleBasis.EVENT:
        if code is None:
            raise UserError("rule-event-empty")
        if len(code) > TEXT_MOST:
            raise UserError("text-too-long", found=len(code), most=TEXT_MOST)
        if draft.event_on is not None and draft.event_on.year not in EVENT_YEARS:
            raise UserError("rule-event-day-wrong", given=draft.event_on)
        return replace(draft, code=code)
    of = _LISTS.get(draft.basis)
    if of is None:
        return replace(draft, code=None, event_on=None)
    if code is not None and code not in {entry.code for entry in choices[of]}:
        raise UserError("rule-code-unknown", given=code)
    return replace(draft, code=code, event_on=None)


def _check_amount(draft: RuleDraft) -> None:
    if draft.amount < 1:
        raise UserError("rule-amount-wrong", given=draft.amount)
    if draft.amount > _MOST[draft.unit]:
        raise UserError("rule-too-far", given=draft.amount, years=YEARS_MOST)
    if draft.unit is not RuleUnit.HOURS:
        return
    if draft.basis in CYCLES and draft.amount < CYCLE_LEAST_HOURS:
        raise UserError("rule-cycle-too-short", given=draft.amount, least=CYCLE_LEAST_HOURS)
    on_day = draft.basis is RuleBasis.EVENT and draft.event_on is not None
    if on_day or draft.basis in (RuleBasis.SERVICE, RuleBasis.EXPECTED):
        raise UserError("rule-hours-of-day")
