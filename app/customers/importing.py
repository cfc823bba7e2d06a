"""B5: a list becomes cards in one transaction: checked, held against what is there, told row by row, undoable."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select

from app.customers.collecting import young_only
from app.customers.filling import fill_card
from app.customers.known_cards import KnownCard, KnownCards
from app.customers.likeness import Crowd, Traits
from app.customers.listed_rows import INDEX_EVERY, Prepared, RowBatch, prepare, traits_of_listed
from app.customers.numbers import parse_phone
from app.errors import UserError
from app.exchange.checking import CheckRules, Checks
from app.exchange.choices import Choices, choice_words
from app.exchange.error_workbook import RefusedRows
from app.exchange.fields import Field
from app.exchange.limits import MEGABYTE, Limits
from app.exchange.mapping import Mapping as ColumnMapping
from app.exchange.reading import ListReader
from app.exchange.records import CheckedRow, Flaw, ListedCustomer, RowState
from app.lists import all_choices, setting
from app.numbering import NumberKind, take_numbers
from app.work import Topic, Work
from db.models.access import Branch, Permission
from db.models.customers import OriginKind, PhoneKind
from db.models.exchange import ImportBatch, ImportMapping, ImportState
from db.models.lists import ChoiceList

_LISTS: Final = {
    Field.CUSTOMER_CLASS: ChoiceList.CLASS,
    Field.SOURCE: ChoiceList.SOURCE,
    Field.CHANNEL: ChoiceList.CHANNEL,
    Field.INTENT_LEVEL: ChoiceList.INTENT,
    Field.RECEPTION_LEVEL: ChoiceList.RECEPTION,
    Field.EDUCATION: ChoiceList.EDUCATION,
    Field.INCOME: ChoiceList.INCOME,
    Field.PURPOSE: ChoiceList.PURPOSE,
}

Told = Callable[[int, int | None], bool]
"""Told rows done and rows in all (if known); answers whether to go on."""


class Policy(StrEnum):
    """What becomes of a listed customer who is here already."""

    SKIP = "skip"
    UPDATE = "update"
    CREATE = "create"


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportResult:
    """What an import did, or a dry run would do: every row is exactly one of the four kinds.

    `similar` of the created are like another card without being surely the same; `warned` had cells that went
    into the note. `batch_id` is the handle for undoing, None after a dry run.
    """

    batch_id: UUID | None
    rows: int
    created: int
    updated: int
    duplicates: int
    rejected: int
    similar: int
    warned: int


def check_rules(work: Work) -> CheckRules:
    """What the checks of a list need to know of this branch."""
    work.require(Permission.IMPORT_CUSTOMERS)
    lists = all_choices(work)
    words = {
        field: choice_words([(one.code, one.text_zh, one.text_en) for one in lists[name] if one.active])
        for field, name in _LISTS.items()
    }
    today = work.now().astimezone().date()
    return CheckRules(today=today, choices=Choices(by_field=words), area_code=_area_code(work))


def import_limits(work: Work) -> Limits:
    """The bounds the settings put on a list."""
    work.require(Permission.IMPORT_CUSTOMERS)
    return Limits(
        file_bytes=int(setting(work, "import-most-megabytes")) * MEGABYTE,
        rows=int(setting(work, "import-most-rows")),
    )


def recall_mapping(work: Work, signature: str) -> str | None:
    """The choices a person made for lists with these titles, newest first, or None."""
    work.require(Permission.IMPORT_CUSTOMERS)
    kept = work.session.scalar(
        select(ImportMapping.mapping)
        .where(ImportMapping.signature == signature)
        .order_by(ImportMapping.changed_at.desc())
        .limit(1)
    )
    return None if kept is None else json.dumps(kept)


def import_customers(
    work: Work,
    path: Path,
    mapping: ColumnMapping,
    *,
    sheet: str | None = None,
    policy: Policy = Policy.SKIP,
    dry_run: bool = False,
    errors: RefusedRows | None = None,
    told: Told | None = None,
) -> ImportResult:
    """Bring a list in, all or nothing; a dry run gives the same counts and writes nothing.

    Rows refused and rows of customers who are here already go to `errors` with their reasons. A listed customer
    counts as here already from the setting `duplicate-stop` on. Raises UserError `list-…`, `not-allowed`, and
    `import-cancelled` when `told` answers no.
    """
    work.require(Permission.IMPORT_CUSTOMERS)
    mapping.require_usable()
    checks = Checks(mapping=mapping, rules=check_rules(work), prepare=prepare)
    run = _Run(work, path, policy=policy, dry_run=dry_run, errors=errors)
    with (
        young_only() as sweep,
        ListReader(path, sheet=sheet, limits=import_limits(work), checks=checks) as reader,
    ):
        for rows in reader.checked_rows():
            run.take(rows)
            sweep()
            if told is not None and not told(run.tally.rows, reader.facts.rows):
                raise UserError("import-cancelled")
    return run.finish(mapping)


@dataclass(slots=True)
class _Tally:
    rows: int = 0
    created: int = 0
    updated: int = 0
    duplicates: int = 0
    rejected: int = 0
    similar: int = 0
    warned: int = 0


@dataclass(slots=True)
class _Candidate:
    """A checked row on its way: whom it is like in the list, whom among the cards."""

    row: CheckedRow
    listed: ListedCustomer
    traits: Traits
    prepared: Prepared
    list_row: int = 0
    list_score: int = 0
    card: KnownCard | None = None
    flaws: list[Flaw] = field(default_factory=list)


class _Run:
    """One import under way."""

    def __init__(
        self, work: Work, path: Path, *, policy: Policy, dry_run: bool, errors: RefusedRows | None
    ) -> None:
        self._work = work
        self._path = path
        self._policy = policy
        self._dry_run = dry_run
        self._errors = errors
        self._stop = int(setting(work, "duplicate-stop"))
        self._warn = int(setting(work, "duplicate-warn"))
        self._scores: Mapping[str, int] = setting(work, "duplicate-scores")
        most = int(setting(work, "duplicate-criterion-most"))
        self._crowd = Crowd(most)
        self._origin_id: UUID | None = None
        marks: dict[str, Any] = {}
        if not dry_run:
            work.comes_from(OriginKind.IMPORT, path.name, anew=True)
            self._origin_id = work.origin_id()
            marks = work.creation_marks()
        self._batch = RowBatch(marks, marks.get("created_at", work.now()))
        self._cards = KnownCards(work, self._scores, most=most, origin_id=self._origin_id)
        self._filled: set[UUID] = set()
        self.tally = _Tally()

    def take(self, rows: Sequence[CheckedRow]) -> None:
        """Sort the rows of a chunk out and write what is to be written."""
        candidates = [found for row in rows if (found := self._candidate(row)) is not None]
        self._look_around(candidates)
        new = [one for one in candidates if self._is_new(one)]
        self._create(new)

    def finish(self, mapping: ColumnMapping) -> ImportResult:
        """The result; the batch row and the remembered mapping complete the transaction."""
        tally = self.tally
        counts = {
            "rows": tally.rows,
            "created": tally.created,
            "updated": tally.updated,
            "duplicates": tally.duplicates,
            "rejected": tally.rejected,
        }
        if not self._dry_run:
            self._batch.index(self._work)
        batch_id = None if self._dry_run else self._keep_batch(mapping, counts)
        return ImportResult(batch_id=batch_id, **counts, similar=tally.similar, warned=tally.warned)

    def _candidate(self, row: CheckedRow) -> _Candidate | None:
        self.tally.rows += 1
        if row.customer is None:
            self.tally.rejected += 1
            self._tell(row, row.flaws)
            return None
        self.tally.warned += row.state is RowState.WARNED
        prepared = Prepared.of(row.prepared)
        traits = traits_of_listed(row.customer, prepared.name_key)
        return _Candidate(row=row, listed=row.customer, traits=traits, prepared=prepared)

    def _look_around(self, candidates: Sequence[_Candidate]) -> None:
        cards = self._cards.likest([one.traits for one in candidates])
        for one, card in zip(candidates, cards, strict=True):
            one.card = card
            one.list_row, one.list_score = self._crowd.meet(one.row.number, one.traits, self._scores)

    def _is_new(self, one: _Candidate) -> bool:
        """Whether a card is to be made; else the row is counted as what it is."""
        card = one.card
        highest = max(one.list_score, card.score if card else 0)
        if highest < self._stop or self._policy is Policy.CREATE:
            self.tally.similar += highest >= self._warn
            return True
        if card is not None and card.score >= self._stop:
            if self._policy is Policy.UPDATE and self._fill(card, one.listed):
                self.tally.updated += 1
                return False
            facts: dict[str, object] = {"number": card.number, "name": card.name, "score": card.score}
            flaw = Flaw(field=None, column="", code="list-duplicate-card", facts=facts)
        else:
            facts = {"row": one.list_row, "score": one.list_score}
            flaw = Flaw(field=None, column="", code="list-duplicate-row", facts=facts)
        self.tally.duplicates += 1
        self._tell(one.row, (flaw,))
        return False

    def _fill(self, card: KnownCard, listed: ListedCustomer) -> bool:
        """Fill the gaps of a card, once per import, so that a dry run counts the same."""
        if card.id in self._filled or not card.is_readable:
            return False
        self._filled.add(card.id)
        return fill_card(self._work, card.id, listed, self._batch, dry_run=self._dry_run)

    def _create(self, new: Sequence[_Candidate]) -> None:
        self.tally.created += len(new)
        if self._dry_run:
            return
        if new:
            for one, number in zip(new, take_numbers(self._work, NumberKind.CUSTOMER, len(new)), strict=True):
                self._batch.add_customer(one.listed, number, one.prepared)
        self._batch.write(self._work)
        if self._batch.unindexed >= INDEX_EVERY:
            self._batch.index(self._work)

    def _tell(self, row: CheckedRow, flaws: Sequence[Flaw]) -> None:
        if self._errors is not None:
            self._errors.add(row.number, row.original, flaws)

    def _keep_batch(self, mapping: ColumnMapping, counts: Mapping[str, int]) -> UUID:
        work = self._work
        with self._path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        batch = ImportBatch(
            file_name=self._path.name,
            sha256=digest,
            state=ImportState.DONE,
            origin_id=self._origin_id,
            imported_at=work.now(),
            **counts,
        )
        work.session.add(batch)
        remember_mapping(work, mapping)
        work.session.flush()
        work.changed(Topic.CUSTOMERS, Topic.IMPORTS)
        return batch.id


def remember_mapping(work: Work, mapping: ColumnMapping) -> None:
    """Keep the choices for lists with these titles, in place of earlier ones."""
    work.require(Permission.IMPORT_CUSTOMERS)
    kept = work.session.scalar(
        select(ImportMapping)
        .where(ImportMapping.signature == mapping.signature)
        .order_by(ImportMapping.changed_at.desc())
        .limit(1)
    )
    choices = json.loads(mapping.remembered())
    if kept is None:
        work.session.add(ImportMapping(signature=mapping.signature, mapping=choices))
    elif kept.mapping != choices:
        kept.mapping = choices


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportRecord:
    """An import as the list of imports shows it; `imported_at` is UTC."""

    batch_id: UUID
    file_name: str
    state: ImportState
    imported_at: datetime
    rows: int
    created: int
    updated: int
    duplicates: int
    rejected: int


def list_imports(work: Work, *, limit: int = 100) -> tuple[ImportRecord, ...]:
    """The imports of this branch, newest first."""
    work.require(Permission.IMPORT_CUSTOMERS)
    one = ImportBatch
    rows = work.session.execute(
        select(
            one.id.label("batch_id"), one.file_name, one.state, one.imported_at, one.rows, one.created,
            one.updated, one.duplicates, one.rejected,
        )
        .order_by(one.imported_at.desc(), one.id.desc())
        .limit(limit)
    ).mappings()  # fmt: skip
    return tuple(ImportRecord(**row) for row in rows)


def _area_code(work: Work) -> str:
    """The area code of the branch's own line, for numbers written without one."""
    line = work.session.scalar(select(func.max(Branch.phone)).where(Branch.id == work.actor.branch_id))
    try:
        phone = parse_phone(line or "")
    except UserError:
        return ""
    return phone.shown.partition("-")[0] if phone.kind is PhoneKind.LANDLINE else ""
