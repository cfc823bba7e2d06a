"""What a changed rule would do to the steps there are, counted from the indexes before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from app.followups.records import Item
from app.followups.rules.deriving import count_asking, items_of, moving_of, reach_of, read_asking
from app.followups.rules.governing import askings
from app.followups.rules.records import RuleEffect, RuleRecord
from app.work import Work
from db.models.followups import RuleOwner
from db.queries.step_asking import Asking, Levels

SOON: Final = timedelta(days=30)
EXAMPLES: Final = 5


@dataclass(frozen=True, slots=True)
class _Pair:
    """What one rule asks before and after; None where it did not or will not ask at all."""

    before: Asking | None
    after: Asking | None


def effect_of(
    work: Work, old: Sequence[RuleRecord], new: Sequence[RuleRecord], changed: RuleRecord
) -> RuleEffect:
    """What replacing the rules `old` by `new` does, which differ in `changed` (as it will be)."""
    today = work.today()
    pairs = _pairs(work, old, new, None, today)
    now_due = no_longer = 0
    for pair in pairs.values():
        if pair.before != pair.after:
            both = _count(work, _common(pair))
            now_due += _count(work, pair.after) - both
            no_longer += _count(work, pair.before) - both
    own = pairs.get(changed.id)
    return RuleEffect(
        now_due=now_due,
        due_soon=_asked(work, new, changed.id, today + timedelta(days=1), today + SOON),
        no_longer=no_longer,
        customers=_asked(work, new, changed.id, None, date.max),
        examples=() if own is None or own.after is None else _examples(work, changed, own, own.after),
    )


def newly_due(work: Work, old: Sequence[RuleRecord], new: Sequence[RuleRecord]) -> int:
    """How many steps are due today by the new rules that are not by the old ones."""
    pairs = _pairs(work, old, new, None, work.today()).values()
    return sum(
        _count(work, pair.after) - _count(work, _common(pair)) for pair in pairs if pair.before != pair.after
    )


def _pairs(
    work: Work, old: Sequence[RuleRecord], new: Sequence[RuleRecord], first: date | None, last: date
) -> dict[UUID, _Pair]:
    moving = moving_of(work)
    before = {rule.id: asking for rule, asking in askings(old, first, last, moving)}
    after = {rule.id: asking for rule, asking in askings(new, first, last, moving)}
    return {
        key: _Pair(_anybodys(before.get(key)), _anybodys(after.get(key)))
        for key in before.keys() | after.keys()
    }


def _anybodys(asking: Asking | None) -> Asking | None:
    """Whose task it is changes nothing about how many there are."""
    return None if asking is None else replace(asking, owner=RuleOwner.OWNER)


def _asked(work: Work, rules: Sequence[RuleRecord], rule_id: UUID, first: date | None, last: date) -> int:
    own = [asking for rule, asking in askings(rules, first, last, moving_of(work)) if rule.id == rule_id]
    return sum(_count(work, asking) for asking in own)


def _count(work: Work, asking: Asking | None) -> int:
    return 0 if asking is None else count_asking(work, asking, reach_of(work, None))


def _common(pair: _Pair) -> Asking | None:
    """What is asked for both before and after; None for nothing."""
    before, after = pair.before, pair.after
    if before is None or after is None:
        return None
    shape = ("basis", "code", "levels", "event_at", "in_months")
    if any(getattr(before, name) != getattr(after, name) for name in shape):
        return None
    return replace(
        after,
        tighter=_either(before.tighter, after.tighter),
        classes=tuple(dict.fromkeys((*before.classes, *after.classes))),
        amount=max(before.amount, after.amount),
        first=_later(before.first, after.first),
        end=_earlier(before.end, after.end),
        first_on=_later(before.first_on, after.first_on),
        last_on=_earlier(before.last_on, after.last_on),
    )


def _either(before: Levels, after: Levels) -> Levels:
    """Levels that are of the one or of the other."""
    known = tuple(code for code in before.known if code in after.known)
    if not (before.rest and after.rest):
        known = before.known if before.rest else after.known
    return Levels(
        named=tuple(dict.fromkeys((*before.named, *after.named))),
        rest=before.rest or after.rest,
        known=known,
    )


def _later(one: Any, other: Any) -> Any:
    return max((bound for bound in (one, other) if bound is not None), default=None)


def _earlier(one: Any, other: Any) -> Any:
    return min((bound for bound in (one, other) if bound is not None), default=None)


def _examples(work: Work, rule: RuleRecord, own: _Pair, after: Asking) -> tuple[Item, ...]:
    """Some of the steps that would be new: those beyond what was asked for before."""
    both = _common(own)
    asking = after
    if both is not None and both.end is not None and both.end != after.end:
        asking = replace(after, first=both.end)
    elif both is not None and both.last_on is not None and both.last_on != after.last_on:
        asking = replace(after, first_on=both.last_on + timedelta(days=1))
    elif both is not None and both == after:
        return ()
    steps = read_asking(work, rule, asking, reach_of(work, None), moving_of(work), limit=EXAMPLES)
    return tuple(items_of(work, sorted(steps, key=lambda step: step.order)[:EXAMPLES], "zh"))
