"""The search index on PostgreSQL: hashed grams under GIN, all ranks of a question in one round trip.

One statement over `search_text` alone, so that a SECURITY DEFINER function can take its place: under row-level
security the planner may not use the GIN index, whose operators are not leakproof.
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
    Select,
    and_,
    cast,
    func,
    literal,
    not_,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.dialects.postgresql import ARRAY

from db.grams import Rank, Stage, branch_gram, number_of
from db.models.search import SearchText


def rows(
    connection: Connection, stages: Sequence[Stage], branches: Collection[UUID] | None, limit: int
) -> Iterator[tuple[Rank, Row[Any]]]:
    """The best rows with their ranks, of some branches or of all.

    Each stage leaves out what the stage before it took in, so that the rows of all need no comparing; the server
    appends them in this order and stops at the limit (subqueries with a limit are never given to parallel
    workers). The statistics of the grams tell the planner when walking the latest contacts is shorter than
    asking GIN.
    """
    parts = [
        _part(stage, before, branches, limit).subquery()
        for before, stage in zip([None, *stages], stages, strict=False)
    ]
    for row in connection.execute(union_all(*map(select, parts)).limit(limit)):
        yield Rank(row.rank), row


def _part(
    stage: Stage, before: Stage | None, branches: Collection[UUID] | None, limit: int
) -> Select[*tuple[Any, ...]]:
    wanted = list(stage.grams)
    if branches is not None and len(branches) == 1:
        wanted += [branch_gram(branch.hex) for branch in branches]
    numbers = cast(sorted(map(number_of, wanted)), ARRAY(Integer()))
    part = (
        select(
            SearchText.customer_id,
            SearchText.branch_id,
            SearchText.kinds,
            SearchText.text,
            literal(int(stage.rank)).label("rank"),
        )
        .where(type_coerce(SearchText.grams, ARRAY(Integer())).contains(numbers), _contains(stage))
        .order_by(SearchText.last_contact.desc(), SearchText.customer_id)
        .limit(limit)
    )
    if before is not None:
        part = part.where(not_(_contains(before)))
    return part if branches is None else part.where(SearchText.branch_id.in_(branches))


def _contains(stage: Stage) -> ColumnElement[bool]:
    return and_(*(func.strpos(SearchText.text, needle) > 0 for needle in stage.needles))
