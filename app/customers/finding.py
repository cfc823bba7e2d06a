"""Find anybody while typing: one box for every part of a customer, within reach of the person who asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import BindParameter, Connection, Select, and_, bindparam, select

from app.customers.marking import Span, span_in
from app.customers.search_text import words_of
from app.work import Work
from db import search
from db.grams import Rank
from db.models.access import Branch, Permission
from db.models.customers import ContactPerson, Customer, CustomerKind, Phone, Vehicle
from db.models.search import FieldKind
from db.search import Cancel, Hit, Match, SearchCancelled

SCORES: Final = {Rank.EXACT: 100, Rank.PREFIX: 80, Rank.INNER: 60, Rank.WORDS: 40}


@dataclass(frozen=True, kw_only=True, slots=True)
class Marked:
    """A text of the customer in which the searched part stands, and where."""

    kind: FieldKind
    shown: str
    span: Span


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """A customer found. `phone` is the one that matched, else the main one; `score` is 100 for an exact match.

    `marks` holds what matched, one entry for each word typed where each stands in a field of its own.
    """

    id: UUID
    number: str
    kind: CustomerKind
    name: str
    phone: str
    company: str
    branch_id: UUID
    branch: str
    score: int
    marks: tuple[Marked, ...]

    def span_of(self, *kinds: FieldKind) -> Span | None:
        """Where to mark a column that shows one of these kinds."""
        return next((mark.span for mark in self.marks if mark.kind in kinds), None)


def find_customers(
    work: Work, text: str, *, limit: int = 50, everywhere: bool = False, cancel: Cancel | None = None
) -> list[Found]:
    """The best `limit` customers for what was typed: exact, then beginning, then inside; the latest contact first.

    The own branch is searched; the others too where that finds nobody or when asked for `everywhere`, if a role of
    the person reaches over all branches. Raises SearchCancelled when `cancel` is called meanwhile.
    """
    work.require(Permission.FIND_CUSTOMERS)
    words, cancel = words_of(text), cancel or work.cancel
    connection = work.session.connection()
    hits: list[Hit] = []
    scope: list[UUID] | None = [work.actor.branch_id]
    if not (everywhere and work.actor.all_branches):
        hits = search.find(connection, words, branches=scope, limit=limit, cancel=cancel)
    if not hits and work.actor.all_branches:
        scope = None
        hits = search.find(connection, words, branches=scope, limit=limit, cancel=cancel)
    return _described(connection, hits, scope)


def _described(connection: Connection, hits: Sequence[Hit], scope: Sequence[UUID] | None) -> list[Found]:
    """The hits with what people read of them; who was deleted or moved away meanwhile is left out."""
    if not hits:
        return []
    cards: dict[UUID, Any] = {}
    texts: Texts = {}
    for card in connection.execute(_CARDS, {"ids": [hit.customer_id for hit in hits]}):
        if scope is None or card.branch_id in scope:
            cards[card.id] = card
            texts.setdefault((card.id, FieldKind.PHONE), []).append(card.phone or "")
    _add_texts(connection, hits, texts)
    return [_found(hit, cards[hit.customer_id], texts) for hit in hits if hit.customer_id in cards]


Texts = dict[tuple[UUID, FieldKind], list[str]]

_IDS: Final[BindParameter[Any]] = bindparam("ids", expanding=True)
_CARDS: Final = (
    select(
        Customer.id,
        Customer.number,
        Customer.kind,
        Customer.name,
        Customer.company_name,
        Customer.wechat,
        Customer.branch_id,
        Branch.name.label("branch"),
        Phone.shown.label("phone"),
    )
    .join(Branch, Branch.id == Customer.branch_id)
    .outerjoin(Phone, and_(Phone.customer_id == Customer.id, Phone.deleted_at.is_(None)))
    .where(Customer.id.in_(_IDS), Customer.deleted_at.is_(None))
    .order_by(Phone.is_main.desc(), Phone.position, Phone.id)
)
"""A row for each phone of each customer: one question, as a shared database may be a network away."""
_CARS: Final = select(Vehicle.customer_id, Vehicle.plate, Vehicle.vin).where(
    Vehicle.customer_id.in_(_IDS), Vehicle.deleted_at.is_(None)
)
_PEOPLE: Final = select(ContactPerson.customer_id, ContactPerson.name, ContactPerson.phone_shown).where(
    ContactPerson.customer_id.in_(_IDS), ContactPerson.deleted_at.is_(None)
)
_CAR: Final = (FieldKind.PLATE, FieldKind.VIN)
_CONTACT: Final = (
    FieldKind.CONTACT,
    FieldKind.CONTACT_PINYIN,
    FieldKind.CONTACT_INITIALS,
    FieldKind.CONTACT_PHONE,
)


def _add_texts(connection: Connection, hits: Sequence[Hit], texts: Texts) -> None:
    """What people read of cars and contact people, where one of these matched."""

    def read(question: Select[*tuple[Any, ...]], ids: Sequence[UUID], *kinds: FieldKind) -> None:
        for row in connection.execute(question, {"ids": ids}) if ids else ():
            for kind, shown in zip(kinds, row[1:], strict=True):
                texts.setdefault((row[0], kind), []).append(shown or "")

    def having(*kinds: FieldKind) -> list[UUID]:
        return [hit.customer_id for hit in hits if any(match.kind in kinds for match in hit.matches)]

    read(_CARS, having(*_CAR), *_CAR)
    read(_PEOPLE, having(*_CONTACT), FieldKind.CONTACT, FieldKind.CONTACT_PHONE)


_STANDS_IN: Final = {
    FieldKind.PINYIN: FieldKind.NAME,
    FieldKind.INITIALS: FieldKind.NAME,
    FieldKind.COMPANY_PINYIN: FieldKind.COMPANY,
    FieldKind.COMPANY_INITIALS: FieldKind.COMPANY,
    FieldKind.CONTACT_PINYIN: FieldKind.CONTACT,
    FieldKind.CONTACT_INITIALS: FieldKind.CONTACT,
}
"""The kind of the text in which a reading is marked."""


def _found(hit: Hit, card: Any, texts: Texts) -> Found:
    own = {
        FieldKind.NAME: [card.name],
        FieldKind.NUMBER: [card.number],
        FieldKind.COMPANY: [card.company_name or ""],
        FieldKind.WECHAT: [card.wechat or ""],
    }
    marks: list[Marked] = []
    for match in hit.matches:
        kind = _STANDS_IN.get(match.kind, match.kind)
        marks += _marked(kind, own.get(kind) or texts.get((card.id, kind), []), match)
    phones = [mark.shown for mark in marks if mark.kind is FieldKind.PHONE]
    phones += texts.get((card.id, FieldKind.PHONE), [])
    return Found(
        id=card.id,
        number=card.number,
        kind=card.kind,
        name=card.name,
        phone=phones[0] if phones else "",
        company=card.company_name or "",
        branch_id=card.branch_id,
        branch=card.branch,
        score=SCORES[hit.rank],
        marks=tuple(marks),
    )


def _marked(kind: FieldKind, candidates: Sequence[str], match: Match) -> list[Marked]:
    """The first of the texts that holds the match, if any does still."""
    for shown in candidates:
        span = span_in(shown, match)
        if span is not None:
            return [Marked(kind=kind, shown=shown, span=span)]
    return []


__all__ = [
    "SCORES", "Cancel", "FieldKind", "Found", "Marked", "SearchCancelled", "find_customers",
]  # fmt: skip
