"""What one follow-up rule asks of the database, and whose steps are wanted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from db.models.followups import RuleBasis, RuleOwner


@dataclass(frozen=True, kw_only=True, slots=True)
class Reach:
    """Whose steps are read: everybody's, or those of `person` and of nobody.

    `visible_to`: of everybody's only those of this account, of nobody, and of the customers it owns. `gone` are
    accounts that were closed; what was theirs is nobody's.
    """

    person: UUID | None = None
    unassigned: bool = True
    visible_to: UUID | None = None
    gone: tuple[UUID, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Levels:
    """Intent levels: those named, and with `rest` all that are not among `known`."""

    named: tuple[str, ...] = ()
    rest: bool = False
    known: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.named) or self.rest


@dataclass(frozen=True, kw_only=True, slots=True)
class Asking:
    """What one rule asks of the database.

    `levels` are the intent levels a cycle by intent is for, `tighter` those whose customers another rule governs.
    `classes` are classes with a rule of their own, which a rule for all classes leaves out. `first`, `end` bound
    bases that are moments, `first_on`, `last_on` those that are days. `has_skips`: some turn of it was skipped once.
    `by_contact`: a cycle by intent is read from the few customers within the bounds, not from its needs.
    """

    rule_id: UUID
    basis: RuleBasis
    owner: RuleOwner
    code: str | None = None
    levels: Levels = Levels()
    tighter: Levels = Levels()
    classes: tuple[str, ...] = ()
    event_at: datetime | None = None
    contact_limit: datetime | None = None
    amount: int = 0
    in_months: bool = False
    ahead_seconds: int = 0
    first: datetime | None = None
    end: datetime | None = None
    first_on: date | None = None
    last_on: date | None = None
    has_skips: bool = True
    by_contact: bool = False
