"""The search index on PostgreSQL: hashed grams under GIN, all ranks of a question in one round trip.

One statement over `search_text` alone, so that a SECURITY DEFINER function can take its place: under row-level
security the planner may not use the GIN index, whose operators are not leakproof.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, TextClause, text

from db.grams import Rank, Stage, branch_gram, number_of


def rows(
    connection: Connection, stages: Sequence[Stage], branches: Collection[UUID] | None, limit: int
) -> Iterator[tuple[Rank, Row[Any]]]:
    """The best rows with their ranks, of some branches or of all."""
    values: dict[str, Any] = {"most": limit}
    own = [branch_gram(branch.hex) for branch in branches or ()]
    if branches is not None:
        values["branches"] = list(branches)
    for number, stage in enumerate(stages):
        wanted = [*stage.grams, *(own if len(own) == 1 else ())]
        values[f"grams{number}"] = sorted(map(number_of, wanted))
        values |= {f"needle{number}_{at}": needle for at, needle in enumerate(stage.needles)}
    shape = tuple((int(stage.rank), len(stage.needles)) for stage in stages)
    for row in connection.execute(_question(shape, branches is not None), values):
        yield Rank(row.rank), row


@lru_cache(maxsize=64)
def _question(shape: tuple[tuple[int, int], ...], within: bool) -> TextClause:
    """The stages, given as (rank, number of needles), one after the other.

    Each leaves out what the one before took in, so that the rows of all need no comparing; the server appends
    them in this order and stops at the limit (subqueries with a limit are never given to parallel workers). The
    statistics of the grams tell the planner when walking the latest contacts is shorter than asking GIN.
    """
    parts = []
    before = ""
    for number, (rank, needles) in enumerate(shape):
        contains = " AND ".join(f"strpos(text, :needle{number}_{at}) > 0" for at in range(needles))
        parts.append(
            f"(SELECT customer_id, branch_id, kinds, text, {rank} AS rank FROM search_text "
            f"WHERE grams @> CAST(:grams{number} AS int[]) AND {contains}{before}"
            f"{' AND branch_id = ANY(:branches)' if within else ''} "
            "ORDER BY last_contact DESC, customer_id LIMIT :most)"
        )
        before = f" AND NOT ({contains})"
    return text(" UNION ALL ".join(parts) + " LIMIT :most")
