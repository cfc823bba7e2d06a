"""Finds, for many customers at once, the kept card each is most like; across branches, since people change shops."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from app.customers.cards import birthday
from app.customers.companies import company_key
from app.customers.duplicates import mask_name
from app.customers.fields import BIRTH_COLUMNS
from app.customers.likeness import Traits, likeness
from app.work import Work
from db.models.customers import ContactPerson, Customer, CustomerKind, Phone, Vehicle

_EVERYWHERE = {"across_branches": True}
_COMPARED: Final = tuple(
    getattr(Customer, name)
    for name in (
        *("id", "branch_id", "number", "kind", "name", "name_pinyin", "gender"),
        *("wechat", "uscc", "region_code", "address", *BIRTH_COLUMNS),
    )
)


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownCard:
    """A kept card like a listed customer; `name` is masked where the actor may not read the card."""

    id: UUID
    number: str
    name: str
    is_readable: bool
    score: int


class KnownCards:
    """The cards that were there before; those made from `origin_id` (this very import) do not count."""

    def __init__(self, work: Work, scores: Mapping[str, int], *, most: int, origin_id: UUID | None) -> None:
        self._work = work
        self._scores = scores
        self._most = most
        self._origin_id = origin_id
        self._is_anybody_here = self._look_once()

    def likest(self, wanted: Sequence[Traits]) -> list[KnownCard | None]:
        """The best card for each, or None; a handful of queries however many are asked for."""
        if not self._is_anybody_here:
            return [None] * len(wanted)
        keys = self._keys(wanted)
        cards = self._cards({key for found in keys.values() for key in found})
        return [self._best(traits, keys, cards) for traits in wanted]

    def _look_once(self) -> bool:
        """Whether there is any card to compare with: a first import need not ask."""
        query = select(Customer.id).where(*self._not_ours(Customer)).limit(1)
        return self._work.session.scalar(query, execution_options=_EVERYWHERE) is not None

    def _best(
        self,
        traits: Traits,
        keys: Mapping[tuple[str, str], set[UUID]],
        cards: Mapping[UUID, tuple[Mapping[str, Any], Traits]],
    ) -> KnownCard | None:
        near = {key for criterion in traits.criteria() for key in keys.get(criterion, ()) if key in cards}
        scored = [
            (likeness(traits, cards[key][1], self._scores), cards[key][0]["number"], key) for key in near
        ]
        if not scored:
            return None
        score, number, key = max(scored)
        row = cards[key][0]
        actor = self._work.actor
        readable = actor.all_branches or row["branch_id"] == actor.branch_id
        name = row["name"] if readable else mask_name(row["name"])
        return KnownCard(id=key, number=number, name=name, is_readable=readable, score=score)

    def _keys(self, wanted: Sequence[Traits]) -> dict[tuple[str, str], set[UUID]]:
        asked: defaultdict[str, set[str]] = defaultdict(set)
        for traits in wanted:
            for criterion, value in traits.criteria():
                asked[criterion].add(value)
        found: defaultdict[tuple[str, str], set[UUID]] = defaultdict(set)
        for criterion, owner, column in (
            ("mobile", Phone.customer_id, Phone.number),
            ("mobile", ContactPerson.customer_id, ContactPerson.phone),
            ("phone-tail", Phone.customer_id, Phone.tail),
            ("vehicle", Vehicle.customer_id, Vehicle.plate),
            ("vehicle", Vehicle.customer_id, Vehicle.vin),
            ("wechat", Customer.id, Customer.wechat),
            ("uscc", Customer.id, Customer.uscc),
            ("name", Customer.id, Customer.name_pinyin),
        ):
            if asked[criterion]:
                for key, value in self._owners(owner, column, asked[criterion]):
                    found[criterion, value].add(key)
        return found

    def _owners(self, owner: Any, column: Any, values: Iterable[str]) -> Iterable[tuple[UUID, str]]:
        """Owners of rows with these values; a value with more rows than `most` says nothing."""
        table = column.class_
        told = (column.in_(list(values)), table.deleted_at.is_(None), *self._not_ours(table))
        telling = select(column).where(*told).group_by(column).having(func.count() <= self._most)
        query = select(owner, column).where(column.in_(telling), *told[1:])
        return [
            (key, value) for key, value in self._work.session.execute(query, execution_options=_EVERYWHERE)
        ]

    def _not_ours(self, table: Any) -> list[ColumnElement[bool]]:
        return [] if self._origin_id is None else [table.created_from.is_distinct_from(self._origin_id)]

    def _cards(self, keys: set[UUID]) -> dict[UUID, tuple[Mapping[str, Any], Traits]]:
        if not keys:
            return {}
        rows = self._work.session.execute(
            select(*_COMPARED).where(Customer.id.in_(keys), Customer.deleted_at.is_(None)),
            execution_options=_EVERYWHERE,
        ).mappings()
        phones = self._children(Phone, keys, Phone.number)
        people = self._children(ContactPerson, keys, ContactPerson.phone)
        plates = self._children(Vehicle, keys, Vehicle.plate)
        vins = self._children(Vehicle, keys, Vehicle.vin)
        return {
            row["id"]: (
                row,
                traits_of_card(
                    row, (*phones[row["id"]], *people[row["id"]]), (*plates[row["id"]], *vins[row["id"]])
                ),
            )
            for row in map(dict, rows)
        }

    def _children(self, model: Any, keys: set[UUID], column: Any) -> defaultdict[UUID, list[str]]:
        found: defaultdict[UUID, list[str]] = defaultdict(list)
        query = select(model.customer_id, column).where(
            model.customer_id.in_(keys), model.deleted_at.is_(None), column.is_not(None)
        )
        for key, value in self._work.session.execute(query, execution_options=_EVERYWHERE):
            found[key].append(value)
        return found


def traits_of_card(row: Mapping[str, Any], phones: Sequence[str], vehicles: Sequence[str]) -> Traits:
    """What of a kept card is compared."""
    is_person = row["kind"] is CustomerKind.PERSON
    place = f"{row['region_code'] or ''}{row['address'] or ''}" if row["address"] else ""
    return Traits(
        name=row["name"],
        name_key=row["name_pinyin"],
        company_key="" if is_person else company_key(row["name"]),
        phones=tuple(phones),
        vehicles=tuple(vehicles),
        wechat=row["wechat"] or "",
        uscc=row["uscc"] or "",
        birth=birthday(row),
        gender=row["gender"].value if row["gender"] else "",
        place=place,
    )
