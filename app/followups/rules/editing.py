"""C1: the rules by which follow-ups plan themselves, as rows a manager edits; their effect is told first."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from app.errors import UserError
from app.followups.rules.checks import checked
from app.followups.rules.effects import effect_of, newly_due
from app.followups.rules.governing import stored_rules
from app.followups.rules.records import CYCLES, RuleDraft, RuleEffect, RuleRecord
from app.lists import all_choices, setting
from app.work import Work
from db.base import new_key
from db.models.access import Branch, Permission
from db.models.followups import FollowUpRule

FLOOD: Final = "followup-flood"
STEP: Final = 10
"""Positions lie this far apart, so that a rule can be put between two."""


def read_rules(work: Work) -> tuple[RuleRecord, ...]:
    """The rules of the branch and those of all branches, by position. Raises UserError `not-allowed`."""
    work.require(Permission.PLAN_FOLLOWUPS)
    return stored_rules(work)


def preview_rule(work: Work, draft: RuleDraft) -> RuleEffect:
    """What saving the rule would do, with nothing written. Raises as `save_rule`, but never for a flood."""
    work.require(Permission.EDIT_RULES)
    old = stored_rules(work)
    wanted = _wanted(work, draft, old)
    return effect_of(work, old, _replaced(old, wanted), wanted)


def save_rule(work: Work, draft: RuleDraft, *, anyway: bool = False) -> UUID:
    """Write a new rule or change one; returns its key.

    A rule that asks once and is made active begins today, unless the draft names another day. Raises UserError
    `not-allowed`, `all-branches-needed` for a rule of all branches, `rule-changed` where somebody else changed it
    since `seen_version`, `row-gone`, `rule-floods` (`due`, `most`) for more steps due at once than the setting
    allows unless `anyway`, and what `checked` does.
    """
    work.require(Permission.EDIT_RULES)
    row = None if draft.id is None else _held(work, draft.id)
    if row is not None and draft.seen_version is not None and row.changed_at != draft.seen_version:
        raise UserError("rule-changed", name=row.name_zh)
    _require_reach(work, is_shared=draft.is_shared if row is None else row.branch_id is None)
    old = stored_rules(work)
    wanted = _wanted(work, draft, old)
    if not anyway:
        _refuse_flood(work, old, wanted)
    if row is None:
        row = FollowUpRule(id=wanted.id, branch_id=None if wanted.is_shared else work.actor.branch_id)
        work.session.add(row)
    _write(row, wanted)
    work.session.flush()
    return row.id


def remove_rule(work: Work, rule_id: UUID) -> None:
    """Take a rule away; what was planned by it stays planned. Raises as `save_rule`."""
    work.require(Permission.EDIT_RULES)
    row = _held(work, rule_id)
    _require_reach(work, is_shared=row.branch_id is None)
    row.deleted_at = work.now()
    work.session.flush()


def restore_rule(work: Work, rule_id: UUID) -> None:
    """Bring a removed rule back as it was. Raises as `remove_rule`."""
    work.require(Permission.EDIT_RULES)
    row = work.session.scalar(
        select(FollowUpRule).where(FollowUpRule.id == rule_id).execution_options(with_deleted=True)
    )
    if row is None or row.branch_id not in (None, work.actor.branch_id):
        raise UserError("row-gone", table="followup_rule")
    _require_reach(work, is_shared=row.branch_id is None)
    row.deleted_at = None
    work.session.flush()


def put_back_rule(work: Work, before: RuleRecord, seen_version: datetime | None) -> None:
    """Take a change of a rule back, to the day it counts from. Raises as `save_rule`, but never for a flood."""
    work.require(Permission.EDIT_RULES)
    row = _held(work, before.id)
    if row.changed_at != seen_version:
        raise UserError("rule-changed", name=row.name_zh)
    _require_reach(work, is_shared=row.branch_id is None)
    _write(row, before)
    work.session.flush()


def _write(row: FollowUpRule, rule: RuleRecord) -> None:
    for name in _COLUMNS:
        setattr(row, name, getattr(rule, name))
    row.points = rule.points or None


_COLUMNS: Final = (
    "name_zh", "name_en", "basis", "code", "amount", "unit", "event_on", "way", "owner", "matter_zh", "matter_en",
    "since", "active", "position",
)  # fmt: skip


def _held(work: Work, rule_id: UUID) -> FollowUpRule:
    """The rule, kept from other writers until this action ends, so that of two managers the second is told."""
    row = work.hold(FollowUpRule, rule_id)
    if row.branch_id not in (None, work.actor.branch_id):
        raise UserError("row-gone", table="followup_rule")
    return row


def _require_reach(work: Work, *, is_shared: bool) -> None:
    """A rule of all branches is headquarters' to change, unless there is only this branch."""
    if is_shared and not work.actor.all_branches:
        branches = select(func.count()).select_from(Branch)
        if int(work.session.scalar(branches) or 0) > 1:
            raise UserError("all-branches-needed")


def _wanted(work: Work, draft: RuleDraft, old: tuple[RuleRecord, ...]) -> RuleRecord:
    """The rule as it will be."""
    draft = checked(draft, all_choices(work))
    known = next((rule for rule in old if rule.id == draft.id), None)
    if draft.id is not None and known is None:
        raise UserError("row-gone", table="followup_rule")
    last = max((rule.position for rule in old), default=0)
    position = draft.position if draft.position is not None else known.position if known else last + STEP
    return RuleRecord(
        id=known.id if known else new_key(),
        name_zh=draft.name_zh,
        name_en=draft.name_en,
        basis=draft.basis,
        code=draft.code,
        amount=draft.amount,
        unit=draft.unit,
        event_on=draft.event_on,
        way=draft.way,
        owner=draft.owner,
        matter_zh=draft.matter_zh,
        matter_en=draft.matter_en,
        points=draft.points,
        since=_since(draft, known, work.today()),
        active=draft.active,
        position=position,
        is_shared=known.is_shared if known else draft.is_shared,
    )


def _since(draft: RuleDraft, known: RuleRecord | None, today: date) -> date | None:
    """The day a rule that asks once was made active, so that a new one does not call up the past."""
    begins = draft.active and (known is None or not known.active)
    untouched = draft.since is None or (known is not None and draft.since == known.since)
    if begins and untouched and draft.basis not in CYCLES:
        return today
    return draft.since


def _replaced(old: tuple[RuleRecord, ...], wanted: RuleRecord) -> tuple[RuleRecord, ...]:
    return (*(rule for rule in old if rule.id != wanted.id), wanted)


def _refuse_flood(work: Work, old: tuple[RuleRecord, ...], wanted: RuleRecord) -> None:
    most = int(setting(work, FLOOD))
    due = newly_due(work, old, _replaced(old, wanted))
    if due > most:
        raise UserError("rule-floods", due=due, most=most)


def draft_of(rule: RuleRecord) -> RuleDraft:
    """A rule to be edited, with the version that was seen."""
    fields = {name: getattr(rule, name) for name in (*_COLUMNS, "id", "points", "is_shared")}
    return RuleDraft(**fields, seen_version=rule.version)


__all__ = [
    "RuleDraft",
    "RuleEffect",
    "RuleRecord",
    "draft_of",
    "preview_rule",
    "put_back_rule",
    "read_rules",
    "remove_rule",
    "restore_rule",
    "save_rule",
]
