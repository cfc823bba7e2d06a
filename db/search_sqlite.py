"""The search index on SQLite: an FTS5 table of grams whose row numbers run with the last contact."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Row, TextualSelect, Uuid, bindparam, func, select, text

from db.grams import Stage, branch_gram, grams
from db.models.search import SearchText

_MOST_GRAMS: Final = 4
_SAMPLE_PLACES: Final = 24
_SAMPLE_RUN: Final = 16
_SAMPLE_AGE: Final = 600.0
_COMMON: Final = 0.5


def rows(
    connection: Connection, stage: Stage, branches: Collection[UUID] | None, limit: int
) -> Sequence[Row[Any]]:
    """The latest `limit` rows that answer a stage: FTS5 hands them out by descending row number.

    `db.search_upkeep` lets row numbers run with the last contact, so the walk ends at the limit.
    """
    shares = _shares(connection)
    wanted = " ".join(f'"{gram}"' for gram in _rarest(stage.grams, shares))
    if branches is not None:
        own = [branch_gram(branch.hex) for branch in branches]
        if sum(shares.get(gram, 0.0) for gram in own) < _COMMON:
            scope = " OR ".join(f'"{gram}"' for gram in own)
            wanted = f"({wanted}) AND ({scope})"
    values: dict[str, Any] = {f"needle{at}": needle for at, needle in enumerate(stage.needles)}
    values |= {"wanted": wanted, "most": limit}
    if branches is not None:
        values["branches"] = list(branches)
    return connection.execute(_question(len(stage.needles), branches is not None), values).all()


@lru_cache(maxsize=32)
def _question(needles: int, within: bool) -> TextualSelect:
    contains = " ".join(f"AND instr(t.text, :needle{at}) > 0" for at in range(needles))
    question = text(
        "SELECT t.customer_id, t.branch_id, t.kinds, t.text FROM search_grams g "
        f"CROSS JOIN search_text t ON t.slot = g.rowid WHERE g.search_grams MATCH :wanted {contains} "
        f"{'AND t.branch_id IN :branches' if within else ''} ORDER BY g.rowid DESC LIMIT :most"
    )
    if within:
        question = question.bindparams(bindparam("branches", expanding=True, type_=Uuid()))
    return question.columns(customer_id=Uuid(), branch_id=Uuid())


def _rarest(wanted: Sequence[str], shares: dict[str, float]) -> list[str]:
    """The few grams worth intersecting: one that everybody has costs a walk over all of them.

    Among the unknown the later ones, as beginnings repeat more than ends; what they let through, `instr`
    removes.
    """
    order = sorted((shares.get(gram, 0.0), -at) for at, gram in enumerate(wanted))
    return [wanted[-at] for _share, at in order[:_MOST_GRAMS]]


def _shares(connection: Connection) -> dict[str, float]:
    """What part of the customers has a gram, by a sample kept for a while with the driver's connection."""
    kept = connection.info.get("gram shares")
    now = time.monotonic()
    if kept is not None and now - kept[0] < _SAMPLE_AGE:
        shares: dict[str, float] = kept[1]
        return shares
    shares = _sample(connection)
    connection.info["gram shares"] = (now, shares)
    return shares


def _sample(connection: Connection) -> dict[str, float]:
    """Some runs of neighbouring rows, as a page read holds several of them."""
    lowest = connection.scalar(select(func.min(SearchText.slot))) or 0
    highest = connection.scalar(select(func.max(SearchText.slot))) or 0
    counted: Counter[str] = Counter()
    size = 0
    for place in range(_SAMPLE_PLACES):
        begin = lowest + (highest - lowest) * place // _SAMPLE_PLACES
        run = select(SearchText.text, SearchText.branch_id).where(SearchText.slot >= begin)
        for row in connection.execute(run.order_by(SearchText.slot).limit(_SAMPLE_RUN)):
            counted.update(grams(row.text) | {branch_gram(row.branch_id.hex)})
            size += 1
    return {gram: count / size for gram, count in counted.items()}
