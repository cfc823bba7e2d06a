"""How alike two customers are, by the branch's scores: pure, for comparing many at once."""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from sys import intern
from typing import Final

from app.customers.values import TAIL

COMPANY_SCORE: Final = 90
"""Two organisations whose names agree but for legal form and brackets; no setting of its own."""

Criterion = tuple[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Traits:
    """What of a customer is compared, in stored (normalised) forms; empty for unknown.

    `name_key` is `names.sort_key`: the reading, then the name.
    """

    name: str
    name_key: str
    company_key: str = ""
    phones: tuple[str, ...] = ()
    vehicles: tuple[str, ...] = ()
    wechat: str = ""
    uscc: str = ""
    birth: Hashable = None
    gender: str = ""
    place: str = ""

    def criteria(self) -> Iterator[Criterion]:
        """What another customer may be looked up by."""
        for phone in self.phones:
            yield "mobile", phone
            if len(phone) >= TAIL:
                yield "phone-tail", phone[-TAIL:]
        for vehicle in self.vehicles:
            yield "vehicle", vehicle
        if self.wechat:
            yield "wechat", self.wechat
        if self.uscc:
            yield "uscc", self.uscc
        yield "name", self.name_key

    @property
    def reading(self) -> str:
        """How the name sounds."""
        return self.name_key.removesuffix(self.name).strip()


@dataclass(frozen=True, kw_only=True, slots=True)
class _Compared:
    """The traits as likeness wants them, most as hashes: a third of the memory, and empty stays empty."""

    name: int
    pinyin: int
    company: int
    wechat: int
    uscc: int
    street: int
    birth: int | None
    gender: str
    phones: tuple[str, ...]
    vehicles: tuple[str, ...]


def _compared(traits: Traits) -> _Compared:
    return _Compared(
        name=hash(traits.name),
        pinyin=hash(traits.reading),
        company=hash(traits.company_key),
        wechat=hash(traits.wechat),
        uscc=hash(traits.uscc),
        street=hash(traits.place),
        birth=None if traits.birth is None else hash(traits.birth),
        gender=intern(traits.gender),
        phones=traits.phones,
        vehicles=traits.vehicles,
    )


def likeness(one: Traits, other: Traits, scores: Mapping[str, int]) -> int:
    """The sum of the scores of what agrees and what differs.

    An equal name also sounds equal, so that both scores count; a whole number counts once, its tail not again.
    """
    return _likeness(_compared(one), _compared(other), scores)


def _likeness(one: _Compared, other: _Compared, scores: Mapping[str, int]) -> int:
    return sum(
        scores.get(reason, COMPANY_SCORE if reason == "company" else 0) for reason in _reasons(one, other)
    )


def _reasons(one: _Compared, other: _Compared) -> Iterator[str]:
    if set(one.phones) & set(other.phones):
        yield "mobile"
    elif _tails(one.phones) & _tails(other.phones):
        yield "phone-tail"
    if set(one.vehicles) & set(other.vehicles):
        yield "vehicle"
    for reason in ("wechat", "uscc", "name", "pinyin", "company", "street"):
        value = getattr(one, reason)
        if value and value == getattr(other, reason):
            yield reason
    if one.birth is not None and other.birth is not None:
        yield "birth" if one.birth == other.birth else "birth-differs"
    if {one.gender, other.gender} == {"male", "female"}:
        yield "sex-differs"


def _tails(phones: tuple[str, ...]) -> set[str]:
    return {phone[-TAIL:] for phone in phones if len(phone) >= TAIL}


class Crowd:
    """The customers of one list, looked up by any criterion that does not fit more than `most` of them.

    Criteria are kept as their hashes: two that collide only make one comparison too many.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._people: list[_Compared] = []
        self._rows = array("q")
        self._places: dict[int, int | list[int]] = {}

    def meet(self, row: int, traits: Traits, scores: Mapping[str, int]) -> tuple[int, int]:
        """The row of the customer most like this one and its score, or (0, 0); then remember this one."""
        found: set[int] = set()
        here = len(self._people)
        for key in map(hash, traits.criteria()):
            there = self._places.setdefault(key, here)
            if isinstance(there, list):
                if len(there) <= self._most:
                    found.update(there)
                    there.append(here)
            elif there != here:
                found.add(there)
                self._places[key] = [there, here]
        found.discard(here)
        mine = _compared(traits)
        likest = best((_likeness(mine, self._people[at], scores), self._rows[at]) for at in found)
        self._people.append(mine)
        self._rows.append(row)
        return likest


def best(scored: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """Row and score of the highest score, the earlier row of equal ones; (0, 0) of nothing."""
    score, row = max(scored, key=lambda pair: (pair[0], -pair[1]), default=(0, 0))
    return row, score
