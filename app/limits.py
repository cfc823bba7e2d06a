"""The editable limits: which sort of value each setting holds, and the check before it is changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.customers.cleaning import mend
from app.errors import UserError
from app.lists import all_choices, change_setting, setting
from app.work import Work
from db.models.access import Permission
from db.models.lists import ChoiceList

SCORES: Final = "duplicate-scores"
WEIGHTS: Final = "visit-weights"
_CLOCK: Final = re.compile(r"([01]?\d|2[0-3])[:.]?([0-5]\d)")
EDITION_MOST: Final = 20


class Sort(StrEnum):
    """What a limit is."""

    WHOLE = "whole"
    CLOCK = "clock"
    EDITION = "edition"
    CODE = "code"
    CODES = "codes"


class Group(StrEnum):
    """What a limit is about: the headings they are edited under."""

    DESK = "desk"
    FOLLOWUPS = "followups"
    VISITS = "visits"
    CARE = "care"
    TICKETS = "tickets"
    SCORES = "scores"


@dataclass(frozen=True, kw_only=True, slots=True)
class Limit:
    """One editable value; a score is named `duplicate-scores.name`, a weight `visit-weights.name`.

    A CODE is an entry of the code list `of`, CODES are entries parted by commas.
    """

    name: str
    sort: Sort = Sort.WHOLE
    least: int = 0
    most: int = 0
    group: Group = Group.DESK
    of: ChoiceList | None = None


LIMITS: Final = (
    Limit(name="entry-deadline", sort=Sort.CLOCK),
    Limit(name="registration-form-edition", sort=Sort.EDITION),
    Limit(name="privacy-edition", sort=Sort.EDITION),
    Limit(name="password-minimum", least=6, most=64),
    Limit(name="sign-in-failures", least=1, most=50),
    Limit(name="sign-in-wait-seconds", least=1, most=3_600),
    Limit(name="sign-in-wait-most-seconds", least=1, most=86_400),
    Limit(name="attachment-most-megabytes", least=1, most=500),
    Limit(name="import-most-megabytes", least=1, most=2_000),
    Limit(name="import-most-rows", least=1, most=5_000_000),
    Limit(name="duplicate-stop", least=1, most=1_000),
    Limit(name="duplicate-warn", least=1, most=1_000),
    Limit(name="duplicate-criterion-most", least=1, most=1_000),
    Limit(name="visit-form-edition", sort=Sort.EDITION, group=Group.FOLLOWUPS),
    Limit(name="phone-log-edition", sort=Sort.EDITION, group=Group.FOLLOWUPS),
    Limit(name="followup-closes-ahead-days", least=1, most=60, group=Group.FOLLOWUPS),
    Limit(name="followup-flood", least=1, most=1_000_000, group=Group.FOLLOWUPS),
    Limit(name="followup-missed-days", least=1, most=60, group=Group.FOLLOWUPS),
    Limit(name="followup-grace-days", least=1, most=60, group=Group.FOLLOWUPS),
    Limit(name="followup-horizon-days", least=31, most=1_500, group=Group.FOLLOWUPS),
    Limit(name="visit-minutes", least=5, most=1_440, group=Group.FOLLOWUPS),
    Limit(name="reminder-lead-minutes", least=1, most=1_440, group=Group.FOLLOWUPS),
    Limit(name="two-owner-classes", sort=Sort.CODES, of=ChoiceList.CLASS, group=Group.FOLLOWUPS),
    Limit(name="two-owner-levels", sort=Sort.CODES, of=ChoiceList.INTENT, group=Group.FOLLOWUPS),
    Limit(name="two-owner-new-days", least=1, most=3_650, group=Group.FOLLOWUPS),
    Limit(name="second-owner-contact-days", least=1, most=3_650, group=Group.FOLLOWUPS),
    Limit(name="today-came-days", least=1, most=60, group=Group.FOLLOWUPS),
    Limit(name="service-months", least=1, most=120, group=Group.CARE),
    Limit(name="service-km", least=100, most=200_000, group=Group.CARE),
    Limit(name="service-km-a-day-most", least=1, most=2_000, group=Group.CARE),
    Limit(name="service-remind-days", least=1, most=365, group=Group.CARE),
    Limit(name="care-ahead-days", least=1, most=365, group=Group.CARE),
    Limit(name="message-answer-days", least=1, most=365, group=Group.CARE),
    Limit(name="under-age", least=1, most=100, group=Group.CARE),
    Limit(name="sms-most-parts", least=1, most=10, group=Group.CARE),
    Limit(name="complaint-form-edition", sort=Sort.EDITION, group=Group.TICKETS),
    Limit(name="ticket-default-severity", sort=Sort.CODE, of=ChoiceList.SEVERITY, group=Group.TICKETS),
    Limit(name="ticket-warn-handler-percent", least=1, most=99, group=Group.TICKETS),
    Limit(name="ticket-warn-manager-percent", least=1, most=99, group=Group.TICKETS),
    Limit(name="ticket-headquarters-minutes", least=1, most=100_000, group=Group.TICKETS),
    Limit(name="ticket-repeat-count", least=2, most=100, group=Group.TICKETS),
    Limit(name="ticket-repeat-days", least=1, most=3_650, group=Group.TICKETS),
    Limit(name="ticket-similar-days", least=1, most=3_650, group=Group.TICKETS),
    Limit(name="problem-check-days", least=1, most=365, group=Group.TICKETS),
    *(
        Limit(name=f"{WEIGHTS}.{answer}", least=0, most=100, group=Group.VISITS)
        for answer in (
            "needs", "competitor_advantage", "our_difference", "next_improvement", "feedback", "next_strategy",
        )
    ),
    *(
        Limit(name=f"{SCORES}.{criterion}", least=-200, most=200, group=Group.SCORES)
        for criterion in (
            "mobile", "vehicle", "wechat", "uscc", "phone-tail", "name", "pinyin", "birth", "street",
            "sex-differs", "birth-differs",
        )
    ),
)  # fmt: skip


def read_limits(work: Work) -> dict[str, object]:
    """The values in force, by name."""
    work.require(Permission.EDIT_SETTINGS)
    return {limit.name: _value_of(work, limit.name) for limit in LIMITS}


def _value_of(work: Work, name: str) -> object:
    scores, _, score = name.partition(".")
    if score:
        told: Mapping[str, int] = setting(work, scores)
        return told.get(score, 0)
    return _shown(setting(work, name))


def _shown(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, list) else value


def limit_value(limit: Limit, typed: str) -> int | str:
    """The value typed for a limit; of codes the text, mended.

    Raises UserError `limit-whole-wrong`, `limit-out-of-range`, `clock-wrong`, `edition-wrong`.
    """
    text = mend(typed)
    if limit.sort is Sort.CLOCK:
        found = _CLOCK.fullmatch(text.replace("：", ":"))
        if found is None:
            raise UserError("clock-wrong", given=text, field=limit.name)
        return f"{int(found[1]):02d}:{found[2]}"
    if limit.sort is Sort.CODES:
        return ", ".join(_codes(text))
    if limit.sort is Sort.CODE:
        return text
    if limit.sort is Sort.EDITION:
        if not 1 <= len(text) <= EDITION_MOST:
            raise UserError("edition-wrong", most=EDITION_MOST, field=limit.name)
        return text
    bare = text.replace(",", "")
    if not re.fullmatch(r"-?[0-9]{1,9}", bare):
        raise UserError("limit-whole-wrong", given=text, field=limit.name)
    number = int(bare)
    if not limit.least <= number <= limit.most:
        raise UserError(
            "limit-out-of-range", given=number, least=limit.least, most=limit.most, field=limit.name
        )
    return number


def change_limit(work: Work, name: str, typed: str) -> None:
    """Set one limit for the actor's branch. Raises as `limit_value`, `setting-unknown`, `limit-code-unknown`."""
    work.require(Permission.EDIT_SETTINGS)
    limit = next((known for known in LIMITS if known.name == name), None)
    if limit is None:
        raise UserError("setting-unknown", name=name)
    value = limit_value(limit, typed)
    scores, _, score = name.partition(".")
    if score:
        change_setting(work, scores, {**setting(work, scores), score: value})
    elif limit.of is not None:
        known = _known_codes(work, limit, limit.of, str(value))
        change_setting(work, name, known[0] if limit.sort is Sort.CODE else known)
    else:
        change_setting(work, name, value)


def _codes(text: str) -> list[str]:
    return [code for code in re.split(r"[\s,，、;；]+", text) if code]


def _known_codes(work: Work, limit: Limit, of: ChoiceList, text: str) -> list[str]:
    """The codes typed, each by its code or its words. Raises UserError `limit-code-unknown`."""
    entries = [entry for entry in all_choices(work)[of] if entry.active or limit.sort is not Sort.CODE]
    found = []
    for typed in [text] if limit.sort is Sort.CODE else _codes(text):
        entry = next((e for e in entries if typed in (e.code, e.text_zh, e.text_en)), None)
        if entry is None:
            raise UserError(
                "limit-code-unknown", given=typed, known=", ".join(e.code for e in entries), field=limit.name
            )
        found.append(entry.code)
    return found
