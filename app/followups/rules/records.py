"""What a rule is, outside the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from app.followups.records import Item
from db.models.customers import ContactWay
from db.models.followups import RuleBasis, RuleOwner, RuleUnit

CYCLES: Final = frozenset({RuleBasis.CLASS, RuleBasis.INTENT})
"""Bases that ask again and again, counted from the last contact; the others ask once."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleRecord:
    """A rule as it stands; `is_shared`: it holds for all branches. `version` is what a later save must have seen."""

    id: UUID
    name_zh: str
    name_en: str
    basis: RuleBasis
    code: str | None
    amount: int
    unit: RuleUnit
    event_on: date | None
    way: ContactWay
    owner: RuleOwner
    matter_zh: str
    matter_en: str
    points: str
    since: date | None
    active: bool
    position: int
    is_shared: bool
    version: datetime | None = None

    def name(self, language: str) -> str:
        """Its name in a language: "zh" or "en"."""
        return self.name_en if language == "en" else self.name_zh

    def matter(self, language: str) -> str:
        """What it is about in a language: "zh" or "en"."""
        return self.matter_en if language == "en" else self.matter_zh


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleDraft:
    """A rule as a person wants it; without `id` a new one.

    `seen_version` is the version the person looked at: another one by now is somebody else's change. A rule that
    asks once and has no `since` begins on the day it is made active.
    """

    id: UUID | None = None
    name_zh: str
    name_en: str = ""
    basis: RuleBasis
    code: str | None = None
    amount: int
    unit: RuleUnit = RuleUnit.DAYS
    event_on: date | None = None
    way: ContactWay = ContactWay.CALL
    owner: RuleOwner = RuleOwner.OWNER
    matter_zh: str
    matter_en: str = ""
    points: str = ""
    since: date | None = None
    active: bool = True
    position: int | None = None
    is_shared: bool = False
    seen_version: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleEffect:
    """What a rule would do if it were saved now, against how things stand; counts of steps.

    `now_due` by today and due by no rule before, `due_soon` within the next thirty days, `no_longer` due today
    that would cease to be; `customers` within its reach; `examples` the first that would be new.
    """

    now_due: int
    due_soon: int
    no_longer: int
    customers: int
    examples: tuple[Item, ...] = ()
