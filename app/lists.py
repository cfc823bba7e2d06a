"""Code lists, settings and rules as rows: the branch's own entry comes before the one for all branches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import or_, select

from app.defaults import SETTINGS
from app.errors import UserError
from app.work import Work
from db.models.access import Permission
from db.models.lists import Choice, ChoiceList, CompletenessRule, Setting


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
        select(Choice.list, Choice.code, Choice.text_zh, Choice.text_en, Choice.active, Choice.number)
        .where(or_(Choice.branch_id.is_(None), Choice.branch_id == work.actor.branch_id))
        .where(Choice.deleted_at.is_(None))
        .order_by(Choice.list, Choice.position, Choice.code)
    ).all()
    found: dict[ChoiceList, list[ChoiceRecord]] = {known: [] for known in ChoiceList}
    for name, code, text_zh, text_en, active, number in rows:
        if name in found:
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


def setting(work: Work, name: str) -> Any:
    """The value in force for the actor's branch; the shipped default where no row states one.

    Read once for each work. Raises KeyError for a name the program does not know.
    """
    if work.settings is None:
        work.settings = _settings(work)
    return work.settings[name]


def _settings(work: Work) -> dict[str, Any]:
    rows = work.session.execute(
        select(Setting.branch_id, Setting.name, Setting.value)
        .where(Setting.deleted_at.is_(None))
        .where(or_(Setting.branch_id.is_(None), Setting.branch_id == work.actor.branch_id))
    ).all()
    shared = {name: value for branch_id, name, value in rows if branch_id is None}
    own = {name: value for branch_id, name, value in rows if branch_id is not None}
    return {**SETTINGS, **shared, **own}


def change_setting(work: Work, name: str, value: object) -> None:
    """Set a value for the actor's branch. Raises UserError `setting-unknown` or `not-allowed`."""
    work.require(Permission.EDIT_SETTINGS)
    if name not in SETTINGS:
        raise UserError("setting-unknown", name=name)
    row = work.session.scalar(
        select(Setting).where(Setting.name == name, Setting.branch_id == work.actor.branch_id)
    )
    if row is None:
        work.session.add(Setting(name=name, value=value, branch_id=work.actor.branch_id))
    else:
        row.value = value
    work.settings = None


def completeness_rules(work: Work, kind: str, class_code: str | None) -> list[tuple[str, int]]:
    """Items and weights that count for a kind and class; rules of the class replace those for all classes."""
    rows = work.session.execute(
        select(CompletenessRule.class_code, CompletenessRule.field, CompletenessRule.weight)
        .where(CompletenessRule.kind == kind, CompletenessRule.deleted_at.is_(None))
        .where(or_(CompletenessRule.branch_id.is_(None), CompletenessRule.branch_id == work.actor.branch_id))
        .order_by(CompletenessRule.position)
    ).all()
    own = [(item, weight) for owner, item, weight in rows if owner is not None and owner == class_code]
    return own or [(item, weight) for owner, item, weight in rows if owner is None]
