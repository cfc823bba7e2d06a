"""What a move can state: each fact by name, its sort, and the check before it is kept with the step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from app.complaints.records import Facts, Move
from app.customers.cleaning import mend_lines
from app.customers.values import LONG_TEXT_MOST
from app.errors import UserError
from app.lists import choice_of
from app.work import Work
from db.models.access import Account
from db.models.customers import ContactWay
from db.models.lists import ChoiceList

SHORT_MOST: Final = 200
MEASURES_MOST: Final = 30
COST_MOST: Final = Decimal(100_000_000)


class FactSort(StrEnum):
    """What a fact is, and so how it is asked for."""

    TEXT = "text"
    LONG = "long"
    CODE = "code"
    VERDICT = "verdict"
    ACCOUNT = "account"
    MOMENT = "moment"
    MONEY = "money"
    WAY = "way"
    MEASURES = "measures"
    AMENDED = "amended"


class Verdict(StrEnum):
    """D7: what became of a suggestion."""

    ADOPTED = "adopted"
    PARTLY = "partly"
    DECLINED = "declined"


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """A fact by name; CODE is an entry of the code list `of`."""

    name: str
    sort: FactSort
    of: ChoiceList | None = None


def _facts() -> dict[str, Fact]:
    texts = {"liable": FactSort.TEXT, "liable_person": FactSort.TEXT, "waiting_for": FactSort.TEXT}
    longs = (
        "note", "reason", "cause", "course", "extent", "evidence", "words", "objection", "done", "told", "why",
        "summary",
    )  # fmt: skip
    sorts = {
        **texts,
        **dict.fromkeys(longs, FactSort.LONG),
        "handler": FactSort.ACCOUNT,
        "how": FactSort.WAY,
        "moment": FactSort.MOMENT,
        "cost": FactSort.MONEY,
        "cost_spent": FactSort.MONEY,
        "measures": FactSort.MEASURES,
        "verdict": FactSort.VERDICT,
        "amended": FactSort.AMENDED,
    }
    codes = {
        "department": ChoiceList.DEPARTMENT,
        "cause_code": ChoiceList.CAUSE,
        "satisfaction": ChoiceList.SATISFACTION,
    }
    found = {name: Fact(name=name, sort=sort) for name, sort in sorts.items()}
    return found | {name: Fact(name=name, sort=FactSort.CODE, of=of) for name, of in codes.items()}


FACTS: Final[Mapping[str, Fact]] = _facts()
"""Every fact a flow may ask for."""


def check_facts(work: Work, move: Move, facts: Facts, *, since: datetime) -> dict[str, Any]:
    """The facts of a move as they are stored; what the move does not ask for is left out.

    `since` is when the ticket came in or was opened again: a `moment`
    lies between then and now. Raises UserError `fact-missing`,
    `fact-wrong`, `text-too-long`, `code-unknown`, `account-closed`, `moment-wrong`, `cost-wrong`, `measure-wrong`,
    each with the fact's name as `field`.
    """
    stored: dict[str, Any] = {}
    for name in (*move.needs, *move.asks):
        fact = FACTS.get(name, Fact(name=name, sort=FactSort.LONG))
        value = _stored(work, fact, facts.get(name), since)
        if value is not None:
            stored[name] = value
        elif name in move.needs:
            raise UserError("fact-missing", fact=name, field=name)
    return stored


def _stored(work: Work, fact: Fact, given: object, since: datetime) -> Any:
    if given is None or given in ("", [], ()):
        return None
    match fact.sort:
        case FactSort.TEXT | FactSort.LONG:
            return _text(fact, given)
        case FactSort.CODE:
            return _code(work, fact, str(given))
        case FactSort.VERDICT | FactSort.WAY:
            return _member(Verdict if fact.sort is FactSort.VERDICT else ContactWay, fact, str(given))
        case FactSort.ACCOUNT:
            return str(_account(work, fact, given))
        case FactSort.MOMENT:
            return _moment(work, fact, given, since)
        case FactSort.MONEY:
            return str(money(given, fact.name))
        case FactSort.MEASURES:
            return _measures(work, fact, given)
        case FactSort.AMENDED:
            return _amended(fact, given)


def _text(fact: Fact, given: object) -> str | None:
    mended = mend_lines(str(given))
    most = SHORT_MOST if fact.sort is FactSort.TEXT else LONG_TEXT_MOST
    if len(mended) > most:
        raise UserError("text-too-long", found=len(mended), most=most, field=fact.name)
    return mended or None


def _code(work: Work, fact: Fact, given: str) -> str:
    if fact.of is None:
        raise UserError("fact-wrong", fact=fact.name, given=given, field=fact.name)
    try:
        choice_of(work, fact.of, given, "code-unknown")
    except UserError as error:
        raise UserError("code-unknown", given=given, field=fact.name) from error
    return given


def _member(kind: type[StrEnum], fact: Fact, given: str) -> str:
    if given not in set(kind):
        raise UserError("fact-wrong", fact=fact.name, given=given, field=fact.name)
    return str(kind(given).value)


def _account(work: Work, fact: Fact, given: object) -> UUID:
    """Somebody of the actor's own branch who still works there."""
    try:
        key = given if isinstance(given, UUID) else UUID(str(given))
    except ValueError:
        raise UserError("fact-wrong", fact=fact.name, given=given, field=fact.name) from None
    query = select(Account.name, Account.closed_at).where(Account.id == key)
    row = work.session.execute(query.where(Account.branch_id == work.actor.branch_id)).first()
    if row is None and work.actor.all_branches:
        row = work.session.execute(query).first()
    if row is None:
        raise UserError("fact-wrong", fact=fact.name, given=given, field=fact.name)
    if row.closed_at is not None:
        raise UserError("account-closed", name=row.name, field=fact.name)
    return key


def _moment(work: Work, fact: Fact, given: object, since: datetime) -> str:
    if isinstance(given, str):
        try:
            given = datetime.fromisoformat(given)
        except ValueError:
            raise UserError("fact-wrong", fact=fact.name, given=given, field=fact.name) from None
    if not isinstance(given, datetime) or given.tzinfo is None:
        raise UserError("fact-wrong", fact=fact.name, given=given, field=fact.name)
    # Typed to the minute: the minute in which the ticket came is not before it.
    if not since.replace(second=0, microsecond=0) <= given <= work.now():
        raise UserError("moment-wrong", given=given, since=since, field=fact.name)
    return given.astimezone(UTC).isoformat()


def money(given: object, field: str) -> Decimal:
    """An amount in yuan, none or more. Raises UserError `cost-wrong`."""
    try:
        amount = Decimal(str(given))
    except InvalidOperation:
        raise UserError("cost-wrong", given=given, field=field) from None
    if not amount.is_finite() or not 0 <= amount <= COST_MOST:
        raise UserError("cost-wrong", given=given, field=field)
    return amount.quantize(Decimal("0.01"))


def _measures(work: Work, fact: Fact, given: object) -> list[dict[str, str | None]] | None:
    if not isinstance(given, (list, tuple)) or len(given) > MEASURES_MOST:
        raise UserError("measure-wrong", most=MEASURES_MOST, field=fact.name)
    return [_measure(work, fact, row) for row in given] or None


def _measure(work: Work, fact: Fact, row: object) -> dict[str, str | None]:
    if not isinstance(row, Mapping):
        raise UserError("measure-wrong", most=MEASURES_MOST, field=fact.name)
    what = mend_lines(str(row.get("measure") or ""))
    if not what or len(what) > LONG_TEXT_MOST:
        raise UserError("measure-wrong", most=MEASURES_MOST, field=fact.name)
    person, due = row.get("person_id"), row.get("due_on")
    return {
        "measure": what,
        "person_id": str(_account(work, fact, person)) if person else None,
        "due_on": _day(fact, due).isoformat() if due else None,
    }


def _day(fact: Fact, given: object) -> date:
    try:
        return given if isinstance(given, date) else date.fromisoformat(str(given))
    except ValueError:
        raise UserError("fact-wrong", fact=fact.name, given=given, field=fact.name) from None


def _amended(fact: Fact, given: object) -> dict[str, Any]:
    if not isinstance(given, Mapping):
        raise UserError("fact-wrong", fact=fact.name, given=given, field=fact.name)
    return {str(name): value for name, value in given.items()}
