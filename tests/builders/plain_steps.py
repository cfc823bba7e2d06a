"""What the rules ask for, said once more in plain loops over everything: the yardstick of the derivation."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

ONE_DAY = timedelta(days=1)
HOURS_OF = {"hours": 1, "days": 24, "months": 730}


@dataclass(slots=True)
class PlainCard:
    """A card as far as rules look at it."""

    id: UUID
    created: datetime
    met: datetime | None
    class_code: str | None
    owner: UUID | None
    second: UUID | None
    campaign: str | None
    stopped: bool
    deleted: bool
    imported: bool


@dataclass(slots=True)
class PlainRule:
    """A rule by its words."""

    id: UUID
    basis: str
    code: str | None
    amount: int
    unit: str
    owner: str
    since: date | None
    active: bool
    own: bool
    event_on: date | None
    position: int


@dataclass(slots=True)
class PlainNeed:
    """A need that was not taken back."""

    id: UUID
    card: PlainCard
    level: str | None
    is_open: bool
    expected: date | None


@dataclass(slots=True)
class PlainService:
    """A service that was not taken back."""

    id: UUID
    card: PlainCard
    served_on: date
    served_by: UUID | None


@dataclass(slots=True)
class PlainRow:
    """A row of a step."""

    rule: UUID
    subject: UUID
    state: str
    closed: datetime | None
    base: datetime | None


@dataclass(slots=True)
class Shop:
    """Everything there is."""

    cards: list[PlainCard] = field(default_factory=list)
    needs: list[PlainNeed] = field(default_factory=list)
    services: list[PlainService] = field(default_factory=list)
    rows: list[PlainRow] = field(default_factory=list)
    rules: list[PlainRule] = field(default_factory=list)
    closed_days: frozenset[date] = frozenset()
    left: frozenset[UUID] = frozenset()


Found = tuple[date, UUID, UUID, UUID | None]
"""The day, the rule, the subject and whose it is."""


def steps(shop: Shop) -> Iterator[Found]:
    """Every step there is, however far ahead."""
    for card in shop.cards:
        if card.stopped or card.deleted:
            continue
        for rule in _cycles(shop, card):
            base = _cycle_base(shop, rule, card)
            if base is not None:
                yield from _due(shop, rule, card.id, base, _owner(rule, card))
        for rule in shop.rules:
            if rule.active:
                yield from _once(shop, rule, card)


def _cycles(shop: Shop, card: PlainCard) -> Iterator[PlainRule]:
    """The one cycle that governs a card."""
    levels = {need.level for need in shop.needs if need.card is card and need.is_open and need.level}
    of_levels = [_of(shop, "intent", level) for level in levels]
    of_class = _of(shop, "class", card.class_code)
    intents = [rule for rule in of_levels if rule is not None]
    if intents:
        yield min(intents, key=_length)
    elif of_class is not None:
        yield of_class


def _of(shop: Shop, basis: str, code: str | None) -> PlainRule | None:
    """The rule of a class or level: one of its own first, then the branch's before the shared, then the shorter."""
    there = [rule for rule in shop.rules if rule.active and rule.basis == basis]
    named = [rule for rule in there if rule.code is not None and rule.code == code]
    named = named or [rule for rule in there if rule.code is None]
    named = [rule for rule in named if rule.own] or named
    return min(named, key=_length, default=None)


def _length(rule: PlainRule) -> tuple[int, int, UUID]:
    return rule.amount * HOURS_OF[rule.unit], rule.position, rule.id


def _rows(shop: Shop, rule: PlainRule, subject: UUID, *states: str) -> list[PlainRow]:
    return [
        row for row in shop.rows if row.rule == rule.id and row.subject == subject and row.state in states
    ]


def _cycle_base(shop: Shop, rule: PlainRule, card: PlainCard) -> datetime | None:
    if _rows(shop, rule, card.id, "open"):
        return None
    base = card.met or card.created
    skipped = [row.closed for row in _rows(shop, rule, card.id, "cancelled") if row.closed is not None]
    return max([base, *skipped])


def _once(shop: Shop, rule: PlainRule, card: PlainCard) -> Iterator[Found]:
    if rule.basis == "new" and not card.imported:
        yield from _since_registration(shop, rule, card)
    elif rule.basis == "event" and rule.code is not None and card.campaign == rule.code:
        yield from (
            _since_registration(shop, rule, card) if rule.event_on is None else _event(shop, rule, card)
        )
    elif rule.basis == "service":
        yield from _services(shop, rule, card)
    elif rule.basis == "expected":
        yield from _expected(shop, rule, card)


def _spoken(card: PlainCard) -> date:
    return _day(card.met) if card.met else date.min


def _since_registration(shop: Shop, rule: PlainRule, card: PlainCard) -> Iterator[Found]:
    if (card.met is None or card.met <= card.created) and not _rows(shop, rule, card.id, *ANY):
        yield from _due(shop, rule, card.id, card.created, _owner(rule, card))


def _event(shop: Shop, rule: PlainRule, card: PlainCard) -> Iterator[Found]:
    on = rule.event_on
    if on is not None and _spoken(card) <= on and not _touched(shop, rule, card.id, on):
        yield from _due(shop, rule, card.id, on, _owner(rule, card))


def _services(shop: Shop, rule: PlainRule, card: PlainCard) -> Iterator[Found]:
    for service in shop.services:
        spoken = _spoken(card) > service.served_on
        if service.card is card and not spoken and not _rows(shop, rule, service.id, *ANY):
            yield from _due(shop, rule, service.id, service.served_on, _other(rule, card, service))


def _expected(shop: Shop, rule: PlainRule, card: PlainCard) -> Iterator[Found]:
    for need in shop.needs:
        of_level = rule.code is None or need.level == rule.code
        if need.card is card and need.is_open and need.expected is not None and of_level:
            near = _spoken(card) >= _later(need.expected, -rule.amount, rule.unit)
            if not near and not _touched(shop, rule, need.id, need.expected):
                yield from _due(shop, rule, need.id, need.expected, _owner(rule, card))


ANY = ("open", "done", "cancelled")


def _touched(shop: Shop, rule: PlainRule, subject: UUID, base: date) -> bool:
    closed = _rows(shop, rule, subject, "done", "cancelled")
    same = any(row.base is not None and row.base.astimezone(UTC).date() == base for row in closed)
    return same or bool(_rows(shop, rule, subject, "open"))


def _owner(rule: PlainRule, card: PlainCard) -> UUID | None:
    return card.owner if rule.owner == "owner" else card.second


def _other(rule: PlainRule, card: PlainCard, service: PlainService) -> UUID | None:
    if rule.owner != "other":
        return _owner(rule, card)
    return None if card.second == service.served_by else card.second


def _due(
    shop: Shop, rule: PlainRule, subject: UUID, base: datetime | date, owner: UUID | None
) -> Iterator[Found]:
    began = _day(base) if isinstance(base, datetime) else base
    if rule.since is not None and began < rule.since:
        return
    if rule.unit == "hours" and isinstance(base, datetime):
        day = _day(base + timedelta(hours=rule.amount))
    else:
        day = _later(began, -rule.amount if rule.basis == "expected" else rule.amount, rule.unit)
    while day in shop.closed_days:
        day += ONE_DAY
    yield day, rule.id, subject, None if owner in shop.left else owner


def _later(day: date, amount: int, unit: str) -> date:
    if unit != "months":
        return day + timedelta(days=amount)
    month = day.year * 12 + day.month - 1 + amount
    year, month = month // 12, month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _day(moment: datetime) -> date:
    return moment.astimezone().date()


def noon(day: date) -> datetime:
    """What a row keeps as the moment of a base that is a day."""
    return datetime.combine(day, time(12), UTC)
