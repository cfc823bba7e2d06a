"""Which rule governs whom: the rules in force, put as questions to the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import or_, select

from app.followups.rules.records import CYCLES, RuleRecord
from app.followups.rules.times import Moving, counts_days, day_as_moment, day_bases, midnight, moment_bases
from app.work import Work
from db.models.followups import FollowUpRule, RuleBasis, RuleUnit
from db.queries.step_asking import Asking, Levels

NO_LEVELS: Final = Levels()
_HOURS: Final = {RuleUnit.HOURS: 1, RuleUnit.DAYS: 24, RuleUnit.MONTHS: 730}


def rule_record(row: FollowUpRule) -> RuleRecord:
    """A row as a record."""
    return RuleRecord(
        id=row.id,
        name_zh=row.name_zh,
        name_en=row.name_en,
        basis=row.basis,
        code=row.code,
        amount=row.amount,
        unit=row.unit,
        event_on=row.event_on,
        way=row.way,
        owner=row.owner,
        matter_zh=row.matter_zh,
        matter_en=row.matter_en,
        points=row.points or "",
        since=row.since,
        active=row.active,
        position=row.position,
        is_shared=row.branch_id is None,
        version=row.changed_at,
    )


def stored_rules(work: Work) -> tuple[RuleRecord, ...]:
    """The rules of the actor's branch and those of all branches, by position; the permission is the caller's."""
    rows = work.session.scalars(
        select(FollowUpRule)
        .where(or_(FollowUpRule.branch_id.is_(None), FollowUpRule.branch_id == work.actor.branch_id))
        .where(FollowUpRule.deleted_at.is_(None))
        .order_by(FollowUpRule.position, FollowUpRule.id)
    )
    return tuple(rule_record(row) for row in rows)


def tightness(rule: RuleRecord) -> tuple[int, int, UUID]:
    """Orders cycles: the shorter one governs where two could."""
    return rule.amount * _HOURS[rule.unit], rule.position, rule.id


def rules_in_force(rules: Sequence[RuleRecord]) -> list[RuleRecord]:
    """The active ones, the tightest first, and no event without a name.

    Of several cycles for one class or level only one: the branch's own before that of all branches, then the shorter.
    """
    active = [rule for rule in rules if rule.active and (rule.basis is not RuleBasis.EVENT or rule.code)]
    cycles: dict[tuple[RuleBasis, str | None], RuleRecord] = {}
    for rule in sorted(active, key=lambda rule: (rule.is_shared, tightness(rule))):
        if rule.basis in CYCLES:
            cycles.setdefault((rule.basis, rule.code), rule)
    once = [rule for rule in active if rule.basis not in CYCLES]
    return sorted([*cycles.values(), *once], key=tightness)


def askings(
    rules: Sequence[RuleRecord], first: date | None, last: date, moving: Moving
) -> list[tuple[RuleRecord, Asking]]:
    """What each rule in force asks of the database for the days from `first` to `last`."""
    in_force = rules_in_force(rules)
    levels = tuple(rule.code for rule in in_force if rule.basis is RuleBasis.INTENT and rule.code)
    classes = tuple(rule.code for rule in in_force if rule.basis is RuleBasis.CLASS and rule.code)
    before = NO_LEVELS
    found = []
    for rule in in_force:
        if rule.basis is RuleBasis.INTENT:
            own = Levels(named=(rule.code,)) if rule.code else Levels(rest=True, known=levels)
            asking = _asking(rule, first, last, moving, levels=own, tighter=before)
            before = Levels(
                named=before.named + own.named, rest=before.rest or own.rest, known=own.known or before.known
            )
        elif rule.basis is RuleBasis.CLASS:
            asking = _asking(
                rule, first, last, moving, tighter=_all_levels(in_force, levels), classes=classes
            )
        else:
            asking = _asking(rule, first, last, moving)
        found.append((rule, asking))
    return found


def _all_levels(in_force: Sequence[RuleRecord], levels: tuple[str, ...]) -> Levels:
    rest = any(rule.basis is RuleBasis.INTENT and not rule.code for rule in in_force)
    return Levels(named=levels, rest=rest, known=levels)


def _asking(
    rule: RuleRecord,
    first: date | None,
    last: date,
    moving: Moving,
    *,
    levels: Levels = NO_LEVELS,
    tighter: Levels = NO_LEVELS,
    classes: tuple[str, ...] = (),
) -> Asking:
    on_days = counts_days(rule)
    days = day_bases(rule, first, last, moving) if on_days else None
    span = None if on_days else moment_bases(rule, first, last, moving)
    event = rule.event_on if rule.basis is RuleBasis.EVENT else None
    return Asking(
        rule_id=rule.id,
        basis=rule.basis,
        owner=rule.owner,
        code=rule.code,
        levels=levels,
        tighter=tighter,
        classes=classes,
        event_at=None if event is None else day_as_moment(event),
        contact_limit=None if event is None else midnight(event + timedelta(days=1)),
        amount=rule.amount,
        in_months=rule.unit is RuleUnit.MONTHS,
        ahead_seconds=moving.ahead_seconds,
        first=span.first if span else None,
        end=span.end if span else None,
        first_on=days.first if days else None,
        last_on=days.last if days else None,
    )
