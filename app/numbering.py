"""Human numbers: branch, device and a sequence, unique with no coordination and never used again."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import Any, Final

from sqlalchemy import bindparam

from app.work import Work
from db import engine
from db.models.sync import NumberSequence


class NumberKind(StrEnum):
    """What is being numbered."""

    CUSTOMER = "customer"
    REGISTRATION_FORM = "registration-form"
    VISIT_FORM = "visit-form"
    COMPLAINT_FORM = "complaint-form"
    TICKET = "ticket"
    PROBLEM = "problem"


PATTERNS: Final = {
    NumberKind.CUSTOMER: "{stem}-{sequence:05d}",
    NumberKind.REGISTRATION_FORM: "{stem}R{sequence:05d}",
    NumberKind.VISIT_FORM: "{stem}V{sequence:05d}",
    NumberKind.COMPLAINT_FORM: "{stem}C{sequence:05d}",
    NumberKind.TICKET: "{stem}T{sequence:05d}",
    NumberKind.PROBLEM: "{stem}P{sequence:04d}",
}


def take_numbers(work: Work, kind: NumberKind, count: int = 1) -> list[str]:
    """The next `count` numbers of this device; given back only when the transaction fails."""
    given = {"device": work.actor.device_id, "kind": kind.value, "count": count}
    last: int = work.session.connection().execute(_next_of(engine.upsert(work.session)), given).scalar_one()
    pattern, stem = PATTERNS[kind], work.actor.number_stem
    return [pattern.format(stem=stem, sequence=sequence) for sequence in range(last - count + 1, last + 1)]


@cache
def _next_of(insert: Callable[..., Any]) -> Any:
    """Built once: two numbers are taken for each registration, and building costs more than asking."""
    statement = insert(NumberSequence).values(
        device_id=bindparam("device"), kind=bindparam("kind"), last=bindparam("count")
    )
    return statement.on_conflict_do_update(
        index_elements=[NumberSequence.device_id, NumberSequence.kind],
        set_={"last": NumberSequence.last + bindparam("count")},
    ).returning(NumberSequence.last)
