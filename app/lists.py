"""Code lists, settings and rules as rows: the branch's own entry comes before the one for all branches."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import or_, select

from app.customers.cleaning import mend
from app.customers.values import TEXT_MOST
from app.defaults import SETTINGS
from app.errors import UserError
from app.work import Work
from app.worktime.hours import is_week
from db.models.access import Permission
from db.models.customers import ConsentPurpose
from db.models.lists import Choice, ChoiceList, CompletenessRule, Setting

LARGEST: Final = 1_000_000_000
"""Beyond any limit a shop could mean: what is larger was a slip of the keyboard."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ChoiceRecord:
    """One entry of a code list; `number` is its figure where it has one."""

    code: str
    text_zh: str
    text_en: str
    active: bool
    number: int | None

    def text(self, language: str) -> str:
        """The entry in a language: "zh" or "en"."""
        return self.text_en if language == "en" else self.text_zh


Choices = Mapping[ChoiceList, tuple[ChoiceRecord, ...]]


def all_choices(work: Work) -> Choices:
    """Every code list in its order; inactive entries stay so that old cards can still be read."""
    rows = work.session.execute(
        select(
            Choice.list,
            Choice.code,
            Choice.text_zh,
            Choice.text_en,
            Choice.active,
            Choice.number,
            Choice.branch_id,
        )
        .where(or_(Choice.branch_id.is_(None), Choice.branch_id == work.actor.branch_id))
        .where(Choice.deleted_at.is_(None))
        .order_by(Choice.list, Choice.position, Choice.code)
    ).all()
    found: dict[ChoiceList, list[ChoiceRecord]] = {known: [] for known in ChoiceList}
    own = {(row.list, row.code) for row in rows if row.branch_id is not None}
    for name, code, text_zh, text_en, active, number, branch_id in rows:
        if name in found and (branch_id is not None or (name, code) not in own):
            found[ChoiceList(name)].append(
                ChoiceRecord(code=code, text_zh=text_zh, text_en=text_en, active=active, number=number)
            )
    return {name: tuple(entries) for name, entries in found.items()}


def choice_text(choices: Choices, of: ChoiceList, code: object, language: str) -> str:
    """A code of a list in words; a code no list knows any more prints as itself."""
    if not code:
        return ""
    known = next((entry for entry in choices[of] if entry.code == code), None)
    return str(code) if known is None else known.text(language)


def choice_of(work: Work, of: ChoiceList, code: str | None, refusal: str) -> ChoiceRecord | None:
    """The entry of a code in use; None for no code. Raises UserError of the name `refusal` (fact given)."""
    if not code:
        return None
    for entry in all_choices(work)[of]:
        if entry.code == code and entry.active:
            return entry
    raise UserError(refusal, given=code)


def setting(work: Work, name: str) -> Any:
    """The value in force for the actor's branch; the shipped default where no row states one.

    Read once for each work. Raises KeyError for a name the program does not know.
    """
    if work.settings is None:
        work.settings = settings_of(work, work.actor.branch_id)
    return work.settings[name]


def settings_of(work: Work, branch_id: UUID) -> dict[str, Any]:
    """All values in force for a branch. A row that no program of ours could have written is passed over."""
    rows = work.session.execute(
        select(Setting.branch_id, Setting.name, Setting.value)
        .where(Setting.deleted_at.is_(None))
        .where(or_(Setting.branch_id.is_(None), Setting.branch_id == branch_id))
        .order_by(Setting.changed_at)
    ).all()
    fitting = [row for row in rows if row.name not in SETTINGS or fits(row.name, row.value)]
    shared = {name: value for owner, name, value in fitting if owner is None}
    own = {name: value for owner, name, value in fitting if owner is not None}
    return {**SETTINGS, **shared, **own}


def fits(name: str, value: object) -> bool:
    """Whether a value is of the sort the shipped one is: numbers above nothing, the same scores, known consents."""
    shipped = SETTINGS[name]
    if isinstance(shipped, int):
        return isinstance(value, int) and not isinstance(value, bool) and 0 < value <= LARGEST
    if isinstance(shipped, dict):
        return isinstance(value, dict) and all(_is_score(key, score, shipped) for key, score in value.items())
    if name == "opening-hours":
        return is_week(value)
    if name == "consent-default":
        return isinstance(value, list) and set(map(str, value)) <= {
            purpose.value for purpose in ConsentPurpose
        }
    if isinstance(shipped, list):
        return isinstance(value, list) and all(isinstance(code, str) and code for code in value)
    if name == "entry-deadline":
        return isinstance(value, str) and re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value) is not None
    return isinstance(value, str) and 0 < len(value) <= TEXT_MOST and value == mend(value)


def _is_score(key: object, score: object, shipped: Mapping[str, int]) -> bool:
    whole = isinstance(score, int) and not isinstance(score, bool)
    return key in shipped and whole and abs(cast("int", score)) <= LARGEST


def change_setting(work: Work, name: str, value: object) -> None:
    """Set a value for the actor's branch. Raises UserError `setting-unknown`, `setting-wrong` or `not-allowed`."""
    work.require(Permission.EDIT_SETTINGS)
    write_setting(work, name, value)


def write_setting(work: Work, name: str, value: object) -> None:
    """As `change_setting`, within a use case that has asked for its own permission."""
    if name not in SETTINGS:
        raise UserError("setting-unknown", name=name)
    if not fits(name, value):
        raise UserError("setting-wrong", name=name, given=value)
    row = work.session.scalars(
        select(Setting)
        .where(Setting.name == name, Setting.branch_id == work.actor.branch_id)
        .order_by(Setting.changed_at.desc())
    ).first()
    if row is None:
        work.session.add(Setting(name=name, value=value, branch_id=work.actor.branch_id))
    else:
        row.value = value
    work.settings = work.calendar = None


def completeness_rules(work: Work, kind: str, class_code: str | None) -> list[tuple[str, int]]:
    """Items and weights that count for a kind and class.

    Rules of the branch replace those for all branches, rules of the class those for all classes.
    """
    rows = work.session.execute(
        select(
            CompletenessRule.branch_id,
            CompletenessRule.class_code,
            CompletenessRule.field,
            CompletenessRule.weight,
        )
        .where(CompletenessRule.kind == kind, CompletenessRule.deleted_at.is_(None))
        .where(or_(CompletenessRule.branch_id.is_(None), CompletenessRule.branch_id == work.actor.branch_id))
        .order_by(CompletenessRule.position)
    ).all()
    rules = [row[1:] for row in rows if row.branch_id is not None] or [row[1:] for row in rows]
    own = [(item, weight) for owner, item, weight in rules if owner is not None and owner == class_code]
    return own or [(item, weight) for owner, item, weight in rules if owner is None]
