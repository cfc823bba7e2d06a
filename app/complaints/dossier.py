"""LC-05: everything of a ticket as the record the complaint dossier is printed from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from app.complaints.facts import FACTS, FactSort, Verdict
from app.complaints.paper import Ground, address_of, entry_of, ground_of, local, way_text
from app.complaints.paper_words import (
    TAKEN_LISTS,
    fact_word,
    in_order,
    length,
    said,
    taken_word,
    ticket_word,
)
from app.complaints.people import names_of
from app.complaints.reading import read_ticket
from app.complaints.records import ClockRecord, MarkRecord, StepRecord, TicketCard
from app.documents import complaint_records as paper
from app.documents.money import money
from app.lists import setting
from app.work import Work
from app.worktime import StepKind
from db.models.access import Permission
from db.models.complaints import MarkKind
from db.models.lists import ChoiceList
from db.models.ticket_flows import StageState

_MINUTE = timedelta(minutes=1)
_KILO = 1024


def ticket_dossier(work: Work, ticket_id: UUID, language: str) -> paper.ComplaintDossier:
    """The whole file of a ticket in a language."""
    work.require(Permission.PRINT_FORMS)
    card = read_ticket(work, ticket_id)
    ground = ground_of(work, language)
    entry = replace(
        entry_of(card, ground),
        edition=str(setting(work, "complaint-form-edition")),
        address=address_of(work, card),
    )
    return replace(
        dossier_of(card, ground, names_of(work, _people(card))),
        entry=entry,
        printed_at=local(work.now()),
        printed_by=work.actor.name,
    )


def dossier_of(card: TicketCard, ground: Ground, names: Mapping[UUID, str]) -> paper.ComplaintDossier:
    """A ticket in words; `names` are of the people its facts point at."""
    line, language = card.line, ground.language
    flow_name = card.flow.name_en if language == "en" else card.flow.name_zh
    return paper.ComplaintDossier(
        entry=entry_of(card, ground),
        stage=line.stage_en if language == "en" else line.stage_zh,
        level=ticket_word(line.level, language),
        flow=said("flow", language, name=flow_name, edition=card.flow.edition),
        is_open=line.state is StageState.OPEN,
        steps=tuple(_way(step, card, ground, names) for step in card.steps),
        clocks=tuple(_clock(record, line.state, language) for record in card.clocks),
        marks=tuple(_mark(mark, ground) for mark in card.marks),
        files=tuple(
            paper.FileLine(
                name=file.file_name,
                kind=file.media_type,
                size=_size(file.size),
                at=file.created_at.astimezone(),
                by=file.by_name,
            )
            for file in card.files
        ),
        problem=card.problem,
    )


def _people(card: TicketCard) -> set[UUID]:
    """Who the facts of the steps point at."""
    return {UUID(key) for step in card.steps for key in _keys(step)}


def _keys(step: StepRecord) -> Iterator[str]:
    if isinstance(handler := step.facts.get("handler"), str):
        yield handler
    measures = step.facts.get("measures")
    for measure in measures if isinstance(measures, list) else []:
        if measure.get("person_id"):
            yield measure["person_id"]


def _way(step: StepRecord, card: TicketCard, ground: Ground, names: Mapping[UUID, str]) -> paper.WayLine:
    language = ground.language
    stages = {stage.code: stage.name(language) for stage in card.flow.stages}
    before, after = (stages.get(code, code) for code in (step.from_stage, step.to_stage))
    by = step.by_name
    if step.on_behalf_of:
        by = f"{by}\n{said('for', language, name=step.on_behalf_of)}"
    return paper.WayLine(
        number=step.number,
        at=step.happened_at.astimezone(),
        what=step.name(language),
        stage=after if before == after else f"{before} → {after}",
        by=by,
        facts=tuple(_facts(step, ground, names)),
        round=step.round,
    )


def _facts(step: StepRecord, ground: Ground, names: Mapping[UUID, str]) -> Iterator[str]:
    """The facts of a step as lines."""
    colon = said("colon", ground.language)
    for name, value in in_order(step.facts):
        if value in (None, "", [], {}):
            continue
        label = fact_word(name, ground.language)
        if name == "measures" and isinstance(value, list):
            for number, measure in enumerate(value, 1):
                yield f"{label} {number}{colon}{_measure(measure, ground.language, names)}"
        elif name == "amended" and isinstance(value, dict):
            for field, pair in value.items():
                yield f"{label} {taken_word(field, ground.language)}{colon}{_pair(field, pair, ground)}"
        else:
            yield f"{label}{colon}{_value(name, value, ground, names)}"


def _value(name: str, value: object, ground: Ground, names: Mapping[UUID, str]) -> str:
    fact, language = FACTS.get(name), ground.language
    match fact.sort if fact else None:
        case FactSort.CODE if fact is not None and fact.of is not None:
            return ground.text(fact.of, value)
        case FactSort.VERDICT if str(value) in set(Verdict):
            return ticket_word(Verdict(str(value)), language)
        case FactSort.ACCOUNT:
            return names.get(UUID(str(value)), "")
        case FactSort.WAY:
            return way_text(value, language)
        case FactSort.MOMENT:
            return f"{datetime.fromisoformat(str(value)).astimezone():%Y-%m-%d %H:%M}"
        case FactSort.MONEY:
            return said("yuan", language, amount=money(Decimal(str(value))))
        case _:
            return str(value)


def _measure(measure: Mapping[str, str | None], language: str, names: Mapping[UUID, str]) -> str:
    person = measure.get("person_id")
    parts = (
        measure.get("measure"),
        names.get(UUID(person), "") if person else "",
        measure.get("due_on"),
    )
    return said("comma", language).join(filter(None, parts))


def _pair(field: str, pair: object, ground: Ground) -> str:
    """What a corrected field was and is."""
    old, new = pair if isinstance(pair, (list, tuple)) and len(pair) == 2 else (None, pair)
    return f"{_taken(field, old, ground)} → {_taken(field, new, ground)}"


def _taken(field: str, value: object, ground: Ground) -> str:
    if value in (None, ""):
        return said("nothing", ground.language)
    if field in TAKEN_LISTS:
        return ground.text(TAKEN_LISTS[field], value)
    if field == "category_id":
        category = ground.categories.get(UUID(str(value)))
        return "" if category is None else category.path(ground.language)
    if field.endswith("_id"):
        return said("changed", ground.language)
    return str(value)


def _clock(record: ClockRecord, state: StageState, language: str) -> paper.ClockLine:
    if record.is_breached:
        told = "late"
    elif record.met_at is not None:
        told = "in-time"
    elif state is not StageState.OPEN:
        told = "ended"
    else:
        told = "paused" if record.is_paused else "running"
    return paper.ClockLine(
        name=ticket_word(record.clock, language),
        limit=length(record.minutes, language),
        start=record.deadline.start.astimezone(),
        due_at=local(record.deadline.at),
        met_at=local(record.met_at),
        used=f"{record.used:.0%}",
        state=said(told, language),
        stretches=tuple(_stretches(record, language)),
    )


def _stretches(record: ClockRecord, language: str) -> Iterator[paper.StretchLine]:
    for step in record.deadline.steps:
        is_point = step.kind in (StepKind.STARTS, StepKind.ENDS)
        what = ticket_word(step.kind, language)
        if special := step.name(language):
            what = f"{what}{said('colon', language)}{special}"
        yield paper.StretchLine(
            begin=step.begin.astimezone(),
            end=None if is_point else local(step.end),
            what=what,
            counted=length(round(step.counted / _MINUTE), language) if step.counted else "",
            left=length(round(step.remaining / _MINUTE), language),
        )


def _mark(mark: MarkRecord, ground: Ground) -> paper.MarkLine:
    language, reason = ground.language, mark.reason
    if reason.isdecimal():
        reason = said("repeats", language, count=reason)
    elif mark.kind in (MarkKind.HEADQUARTERS, MarkKind.ESCALATED):
        reason = ground.text(ChoiceList.GRAVE, reason)
    return paper.MarkLine(
        at=mark.happened_at.astimezone(),
        what=ticket_word(mark.kind, language),
        clock="" if mark.clock is None else ticket_word(mark.clock, language),
        due_at=local(mark.due_at),
        reason=reason,
    )


def _size(amount: int) -> str:
    if amount < _KILO:
        return f"{amount} B"
    return f"{amount / _KILO:.0f} KB" if amount < _KILO**2 else f"{amount / _KILO**2:.1f} MB"
