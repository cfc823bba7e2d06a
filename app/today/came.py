"""A11: the cards with gaps of people who came these days, while there is still somebody who remembers them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, func, or_, select

from app.customers.cards import MODEL, birthday
from app.customers.completeness import Filled, Rule, completeness
from app.customers.fields import Part, Value, fields_of
from app.customers.records import PartRow
from app.followups.records import Scope
from app.lists import completeness_rules, setting
from app.today.records import CameCard
from app.work import Work
from db.models.access import Permission
from db.models.customers import ContactEntry, ContactWay, Customer

MOST: Final = 100
_CHILDREN: Final = (Part.PHONE, Part.PERSON, Part.VEHICLE, Part.NEED)

Row = Mapping[str, Any]


def incomplete_cards(work: Work, scope: Scope, *, limit: int = 20) -> tuple[CameCard, ...]:
    """Cards with gaps of who came within the setting `today-came-days`, the latest first.

    A person's scope holds the customers they own and those of nobody.
    """
    work.require(Permission.READ_CARD)
    rows = [dict(row) for row in work.session.execute(_came(work, scope)).mappings()]
    keys = [row["id"] for row in rows]
    parts = {part: _rows_of(work, part, keys) for part in _CHILDREN}
    rules: dict[tuple[str, str | None], list[Rule]] = {}
    found = []
    for row in rows:
        kind = (row["kind"].value, row["class_code"])
        if kind not in rules:
            rules[kind] = [Rule(item=item, weight=weight) for item, weight in completeness_rules(work, *kind)]
        state = completeness(_filled(row, parts), rules[kind])
        if state.missing:
            found.append(_card(row, parts[Part.PHONE][row["id"]], state.percent, state.missing))
    return tuple(found[:limit])


def _came(work: Work, scope: Scope) -> Select[Any]:
    since = work.now() - timedelta(days=int(setting(work, "today-came-days")))
    entry = ContactEntry
    latest = (
        select(func.max(entry.happened_at))
        .where(entry.customer_id == Customer.id, entry.way == ContactWay.COUNTER, entry.deleted_at.is_(None))
        .scalar_subquery()
    )
    query = (
        select(*Customer.__table__.columns, latest.label("came_at"))
        .where(
            Customer.branch_id == work.actor.branch_id,
            Customer.deleted_at.is_(None),
            Customer.last_contact_at >= since,
            latest >= since,
        )
        .order_by(Customer.last_contact_at.desc(), Customer.id)
        .limit(MOST)
    )
    if scope.person is None:
        return query
    mine = Customer.owner_id == scope.person
    return query.where(or_(mine, Customer.owner_id.is_(None)) if scope.unassigned else mine)


def _rows_of(work: Work, part: Part, keys: Sequence[UUID]) -> Mapping[UUID, list[PartRow]]:
    found: dict[UUID, list[PartRow]] = defaultdict(list)
    table: Any = MODEL[part].__table__
    query = select(*table.columns).where(table.c.customer_id.in_(keys), table.c.deleted_at.is_(None))
    for row in work.session.execute(query).mappings():
        values = {
            known.name: row[known.name] for known in fields_of(part) if known.value is not Value.BIRTHDAY
        }
        found[row["customer_id"]].append(PartRow(part=part, id=row["id"], values=MappingProxyType(values)))
    return found


def _filled(row: Row, parts: Mapping[Part, Mapping[UUID, list[PartRow]]]) -> Filled:
    key = row["id"]
    return Filled(
        main={**row, "birth": birthday(row)},
        phones=parts[Part.PHONE].get(key, []),
        people=parts[Part.PERSON].get(key, []),
        vehicles=parts[Part.VEHICLE].get(key, []),
        needs=parts[Part.NEED].get(key, []),
    )


def _card(row: Row, phones: Sequence[PartRow], percent: int, missing: tuple[str, ...]) -> CameCard:
    main = sorted(phones, key=lambda phone: not phone.values.get("is_main"))
    return CameCard(
        customer_id=row["id"],
        number=row["number"],
        name=row["name"],
        phone=str(main[0].values["shown"]) if main else "",
        class_code=row["class_code"] or "",
        came_at=row["came_at"],
        percent=percent,
        missing=missing,
    )
