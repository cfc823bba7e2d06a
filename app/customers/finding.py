"""Find anybody while typing: one box for every part of a customer, within reach of the person who asks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

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
    words = words_of(text)
    connection = work.session.connection()
    hits: list[Hit] = []
    if not (everywhere and work.actor.all_branches):
        own = [work.actor.branch_id]
        hits = search.find(connection, words, branches=own, limit=limit, cancel=cancel)
    if not hits and work.actor.all_branches:
        hits = search.find(connection, words, branches=None, limit=limit, cancel=cancel)
    return _described(work, hits)


def _described(work: Work, hits: Sequence[Hit]) -> list[Found]:
    """The hits with what people read of them; who was deleted meanwhile is left out."""
    if not hits:
        return []
    ids = [hit.customer_id for hit in hits]
    cards = {
        row.id: row
        for row in work.session.execute(
            select(
                Customer.id, Customer.number, Customer.kind, Customer.name, Customer.company_name,
                Customer.wechat, Customer.branch_id, Branch.name.label("branch"),
            )
            .join(Branch, Branch.id == Customer.branch_id)
            .where(Customer.id.in_(ids), Customer.deleted_at.is_(None))
        )
    }  # fmt: skip
    texts = _texts(work, hits)
    return [_found(hit, cards[hit.customer_id], texts) for hit in hits if hit.customer_id in cards]


Texts = dict[tuple[UUID, FieldKind], list[str]]


def _texts(work: Work, hits: Sequence[Hit]) -> Texts:
    """What people read of the rows that hang on the cards: phones always, the rest where it matched."""
    texts: Texts = {}

    def keep(rows: Iterable[Any], *kinds: FieldKind) -> None:
        for row in rows:
            for kind, shown in zip(kinds, row[1:], strict=True):
                texts.setdefault((row[0], kind), []).append(shown or "")

    def having(*kinds: FieldKind) -> list[UUID]:
        return [hit.customer_id for hit in hits if any(match.kind in kinds for match in hit.matches)]

    phones = select(Phone.customer_id, Phone.shown).where(
        Phone.customer_id.in_([hit.customer_id for hit in hits]), Phone.deleted_at.is_(None)
    )
    in_order = phones.order_by(Phone.is_main.desc(), Phone.position, Phone.id)
    keep(work.session.execute(in_order), FieldKind.PHONE)
    if ids := having(FieldKind.PLATE, FieldKind.VIN):
        cars = select(Vehicle.customer_id, Vehicle.plate, Vehicle.vin)
        found = cars.where(Vehicle.customer_id.in_(ids), Vehicle.deleted_at.is_(None))
        keep(work.session.execute(found), FieldKind.PLATE, FieldKind.VIN)
    if ids := having(*_CONTACT):
        people = select(ContactPerson.customer_id, ContactPerson.name, ContactPerson.phone_shown)
        found = people.where(ContactPerson.customer_id.in_(ids), ContactPerson.deleted_at.is_(None))
        keep(work.session.execute(found), FieldKind.CONTACT, FieldKind.CONTACT_PHONE)
    return texts


_CONTACT: Final = (
    FieldKind.CONTACT,
    FieldKind.CONTACT_PINYIN,
    FieldKind.CONTACT_INITIALS,
    FieldKind.CONTACT_PHONE,
)
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
