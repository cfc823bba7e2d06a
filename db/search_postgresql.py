"""The search index on PostgreSQL: one branch is read through, all branches are asked by hashed grams.

The all-branches question is one statement over `search_text` alone, so that a SECURITY DEFINER function can
take its place where row-level security would keep the planner from the GIN index.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Integer, Row, and_, case, cast, func, or_, select
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


def everywhere(connection: Connection, stage: Stage, limit: int) -> list[Row[Any]]:
    """The latest `limit` rows of all branches that answer a stage."""
    numbers = cast(sorted(map(number_of, stage.grams)), ARRAY(Integer()))
    question = (
        select(*_SHOWN)
        .where(SearchText.grams.contains(numbers), _contains(stage))
        .order_by(*_LATEST_FIRST)
        .limit(limit)
    )
    return list(connection.execute(question))


def _contains(stage: Stage) -> ColumnElement[bool]:
    return and_(*(func.strpos(SearchText.text, needle) > 0 for needle in stage.needles))


def _widest(stages: Sequence[Stage]) -> list[Stage]:
    """The stages that include all others: comparing a row with these alone settles whether it answers."""
    by_rank = {stage.rank: stage for stage in stages}
    inside = by_rank.get(Rank.INNER, by_rank[Rank.PREFIX])
    return [inside, *(stage for stage in stages if stage.rank is Rank.WORDS)]
