"""The search index on PostgreSQL: one branch is read through, all branches are asked by hashed grams.

The all-branches question is one statement over `search_text` alone, so that a SECURITY DEFINER function can
take its place where row-level security would keep the planner from the GIN index.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Row,
    and_,
    case,
    cast,
    func,
    literal,
    not_,
    or_,
    select,
    union_all,
)
from sqlalchemy.dialects.postgresql import ARRAY

from db.grams import Rank, Stage, number_of
from db.models.search import SearchText

_SHOWN = (SearchText.customer_id, SearchText.branch_id, SearchText.kinds, SearchText.text)
_LATEST_FIRST = (SearchText.last_contact.desc(), SearchText.customer_id)


def within(
    connection: Connection, stages: Sequence[Stage], branches: Collection[UUID], limit: int
) -> Iterator[tuple[Rank, Row[Any]]]:
    """The best rows of some branches, each row of them compared once."""
    rank = case(*((_contains(stage), int(stage.rank)) for stage in stages)).label("rank")
    question = (
        select(*_SHOWN, rank)
        .where(SearchText.branch_id.in_(branches), or_(*(_contains(stage) for stage in _widest(stages))))
        .order_by(rank, *_LATEST_FIRST)
        .limit(limit)
    )
    for row in connection.execute(question):
        yield Rank(row.rank), row


def everywhere(
    connection: Connection, stages: Sequence[Stage], limit: int
) -> Iterator[tuple[Rank, Row[Any]]]:
    """The best rows of all branches, in one round trip.

    Each stage leaves out what the stage before it took in, so that the rows of all need no comparing; the server
    appends them in this order and stops at the limit (subqueries with a limit are never given to parallel
    workers). The statistics of the grams tell the planner when walking the latest contacts is shorter than
    asking GIN.
    """
    parts = []
    for before, stage in zip([None, *stages], stages, strict=False):
        numbers = cast(sorted(map(number_of, stage.grams)), ARRAY(Integer()))
        part = select(*_SHOWN, literal(int(stage.rank)).label("rank"))
        part = part.where(SearchText.grams.contains(numbers), _contains(stage))
        if before is not None:
            part = part.where(not_(_contains(before)))
        parts.append(part.order_by(*_LATEST_FIRST).limit(limit).subquery())
    for row in connection.execute(union_all(*map(select, parts)).limit(limit)):
        yield Rank(row.rank), row


def _contains(stage: Stage) -> ColumnElement[bool]:
    return and_(*(func.strpos(SearchText.text, needle) > 0 for needle in stage.needles))


def _widest(stages: Sequence[Stage]) -> list[Stage]:
    """The stages that include all others: comparing a row with these alone settles whether it answers."""
    by_rank = {stage.rank: stage for stage in stages}
    inside = by_rank.get(Rank.INNER, by_rank[Rank.PREFIX])
    return [inside, *(stage for stage in stages if stage.rank is Rank.WORDS)]
