"""Turn a ticket into the record its handling form is made from (H3): whatever its stage, as far as it has come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select

from app.complaints.categories import Category, read_categories
from app.complaints.paper_words import said, ticket_word
from app.complaints.reading import read_ticket
from app.complaints.records import MeasureRecord, StepRecord, TicketCard
from app.customers.regions import full_name
from app.documents import complaint_records as paper
from app.lists import Choices, all_choices, choice_text, setting
from app.wording import word
from app.work import Work
from db.models.access import Permission
from db.models.complaints import Approval
from db.models.customers import ContactWay, Customer
from db.models.lists import ChoiceList
from db.models.ticket_flows import Clock, MoveEffect, StageState, TicketKind

E = MoveEffect


@dataclass(frozen=True, kw_only=True, slots=True)
class Ground:
    """What a ticket's codes are put into words with."""

    language: str
    choices: Choices
    categories: Mapping[UUID, Category] = field(default_factory=dict)

    def text(self, of: ChoiceList, code: object) -> str:
        """A code of a list in words."""
        return choice_text(self.choices, of, code, self.language)


def ground_of(work: Work, language: str) -> Ground:
    """The branch's lists and its tree of categories."""
    work.require(Permission.PRINT_FORMS)
    return Ground(
        language=language,
        choices=all_choices(work),
        categories={category.id: category for category in read_categories(work)},
    )


def complaint_entry(work: Work, ticket_id: UUID, serial: str, language: str) -> paper.ComplaintEntry:
    """The handling form of a ticket as far as it is filled, under a serial (see `ticket_sheets.sheet_for`)."""
    work.require(Permission.PRINT_FORMS)
    card = read_ticket(work, ticket_id)
    return replace(
        entry_of(card, ground_of(work, language)),
        serial=serial,
        edition=str(setting(work, "complaint-form-edition")),
        address=address_of(work, card),
    )


def complaint_choices(work: Work, language: str) -> paper.ComplaintChoices:
    """The words beside the boxes of the form, from the branch's own lists."""
    ground = ground_of(work, language)

    def texts(of: ChoiceList) -> tuple[str, ...]:
        return tuple(entry.text(language) for entry in ground.choices[of] if entry.active)

    return paper.ComplaintChoices(
        kinds=tuple(ticket_word(kind, language) for kind in TicketKind),
        channels=texts(ChoiceList.TICKET_CHANNEL),
        natures=texts(ChoiceList.NATURE),
        severities=texts(ChoiceList.SEVERITY),
        categories=tuple(
            each.path(language)
            for each in ground.categories.values()
            if each.active and each.parent_id is None
        ),
        graves=texts(ChoiceList.GRAVE),
        wishes=texts(ChoiceList.WISH),
        causes=texts(ChoiceList.CAUSE),
        satisfactions=texts(ChoiceList.SATISFACTION),
    )


def address_of(work: Work, card: TicketCard) -> str:
    """Where the customer lives, "" for somebody without a card."""
    work.require(Permission.PRINT_FORMS)
    if card.line.customer_id is None:
        return ""
    customer = work.session.scalar(select(Customer).where(Customer.id == card.line.customer_id))
    if customer is None:
        return ""
    region = full_name(customer.region_code) if customer.region_code else ""
    return f"{region} {customer.address or ''}".strip()


def entry_of(card: TicketCard, ground: Ground) -> paper.ComplaintEntry:
    """A ticket in words; its serial and edition are still to be put on it."""
    line, language = card.line, ground.language
    category = ground.categories.get(card.category_id) if card.category_id else None
    told = _Told(card, ground)
    is_over = line.state is not StageState.OPEN
    ending = card.steps[-1] if is_over and card.steps else None
    return paper.ComplaintEntry(
        serial=card.form_serial,
        number=line.number,
        kind_text=ticket_word(line.kind, language),
        complainant=line.customer_name,
        phone=line.phone,
        customer_number=card.customer_number,
        received_at=local(line.received_at),
        happened_on=card.happened_on,
        channel_text=ground.text(ChoiceList.TICKET_CHANNEL, line.channel_code),
        nature_text=ground.text(ChoiceList.NATURE, card.nature_code),
        severity_text=ground.text(ChoiceList.SEVERITY, line.severity_code),
        category_top=_top(category, ground),
        category_text="" if category is None else category.path(language),
        grave_text=ground.text(ChoiceList.GRAVE, card.grave_code),
        vehicle=card.vehicle,
        order_no=card.order_no,
        fair=card.fair,
        matter=line.matter,
        wish_text=ground.text(ChoiceList.WISH, card.wish_code),
        wish=card.wish,
        amount=card.amount,
        taken_by=card.taken_by,
        department=ground.text(ChoiceList.DEPARTMENT, line.department_code),
        handler=line.handler,
        due=_due(card, language),
        answers=tuple(told.answers),
        findings=tuple(told.findings),
        solutions=tuple(told.solutions),
        carried=tuple(told.carried),
        asked=tuple(told.asked),
        summary="\n".join(told.summaries),
        closed=True if is_over else None,
        closed_at=local(line.ended_at),
        closed_by=ending.by_name if ending else "",
    )


def local(at: datetime | None) -> datetime | None:
    """A moment on the branch's own clock."""
    return None if at is None else at.astimezone()


def _top(category: Category | None, ground: Ground) -> str:
    while category is not None and category.parent_id is not None:
        category = ground.categories.get(category.parent_id)
    return "" if category is None else category.path(ground.language)


def _due(card: TicketCard, language: str) -> tuple[str, str, str]:
    """Until when each clock runs; of a ticket opened again the last resolution."""
    found = dict.fromkeys(Clock, "")
    for record in card.clocks:
        at = record.deadline.at
        rest = said("paused" if record.met_at is None else "met", language)
        found[record.clock] = rest if at is None else f"{at.astimezone():%Y-%m-%d %H:%M}"
    return (found[Clock.ACCEPTANCE], found[Clock.ANSWER], found[Clock.RESOLUTION])


class _Told:
    """What the steps of a ticket tell, sorted into the parts of the form."""

    def __init__(self, card: TicketCard, ground: Ground) -> None:
        self.answers: list[paper.Talk] = []
        self.findings: list[paper.Finding] = []
        self.solutions: list[paper.Solution] = []
        self.carried: list[paper.Carried] = []
        self.asked: list[paper.Asked] = []
        self.summaries: list[str] = []
        self._card, self._ground = card, ground
        for step in card.steps:
            self._add(step)
        if self.solutions and card.approval is Approval.WANTED:
            self._change_solution(needs_approval=True)

    def _add(self, step: StepRecord) -> None:
        match step.effect:
            case E.ANSWER:
                self.answers.append(self._talk(step))
            case E.INVESTIGATE:
                self.findings.append(self._finding(step))
            case E.PROPOSE:
                self.solutions.append(self._solution(step))
            case E.APPROVE | E.REFUSE:
                self._decide(step)
            case E.AGREE | E.OBJECT:
                self._discuss(step)
            case E.CARRY_OUT:
                done = _text(step, "done")
                cost = _amount(step, "cost_spent")
                self.carried.append(
                    paper.Carried(at=local(step.happened_at), by=step.by_name, done=done, cost=cost)
                )
            case E.TELL:
                last = self.carried.pop() if self.carried else paper.Carried()
                self.carried.append(replace(last, told=(*last.told, self._talk(step))))
            case E.ASK | E.CLOSE | E.WITHDRAW | E.UNFOUND | E.REOPEN:
                self._end(step)
            case _ if "verdict" in step.facts:
                self.findings.append(self._finding(step))
            case _:
                pass

    def _end(self, step: StepRecord) -> None:
        if "satisfaction" in step.facts:
            self.asked.append(
                paper.Asked(
                    at=local(step.happened_at),
                    how=self._way(step),
                    by=step.by_name,
                    satisfaction_text=self._ground.text(
                        ChoiceList.SATISFACTION, step.facts.get("satisfaction")
                    ),
                    words=_text(step, "words"),
                    why=_text(step, "why"),
                )
            )
        if summary := _text(step, "summary"):
            self.summaries.append(summary)
        if reason := _text(step, "reason"):
            name = step.name(self._ground.language)
            self.summaries.append(f"{name}{said('colon', self._ground.language)}{reason}")

    def _finding(self, step: StepRecord) -> paper.Finding:
        return paper.Finding(
            at=local(step.happened_at),
            by=step.by_name,
            cause=_text(step, "cause") or _text(step, "note"),
            course=_text(step, "course"),
            extent=_text(step, "extent"),
            evidence=_text(step, "evidence"),
            cause_text=self._ground.text(ChoiceList.CAUSE, step.facts.get("cause_code")),
            liable=_text(step, "liable"),
            liable_person=_text(step, "liable_person"),
        )

    def _solution(self, step: StepRecord) -> paper.Solution:
        number = len(self.solutions) + 1
        mine = [measure for measure in self._card.measures if measure.solution == number]
        return paper.Solution(
            at=local(step.happened_at),
            by=step.by_name,
            cost=_amount(step, "cost"),
            note=_text(step, "note"),
            measures=tuple(_measures(mine)),
        )

    def _decide(self, step: StepRecord) -> None:
        verdict = paper.Verdict(
            at=local(step.happened_at),
            by=step.by_name,
            for_whom=step.on_behalf_of,
            given=step.effect is E.APPROVE,
            text=_text(step, "note") or _text(step, "reason"),
        )
        if self.solutions:
            last = self.solutions[-1]
            self._change_solution(verdicts=(*last.verdicts, verdict), needs_approval=True)

    def _discuss(self, step: StepRecord) -> None:
        if not self.solutions:
            self.solutions.append(paper.Solution())
        last = self.solutions[-1]
        accepted = step.effect is E.AGREE
        words = _text(step, "words") if accepted else _text(step, "objection")
        talk = replace(self._talk(step), accepted=accepted, words=words)
        needs = False if accepted and not last.verdicts else last.needs_approval
        self._change_solution(talks=(*last.talks, talk), needs_approval=needs)

    def _change_solution(self, **values: object) -> None:
        self.solutions[-1] = replace(self.solutions[-1], **values)  # type: ignore[arg-type]

    def _talk(self, step: StepRecord) -> paper.Talk:
        stated = step.facts.get("moment")
        at = datetime.fromisoformat(stated) if isinstance(stated, str) else step.happened_at
        return paper.Talk(
            at=local(at),
            how=self._way(step),
            by=step.by_name,
            told=_text(step, "told"),
            words=_text(step, "words"),
        )

    def _way(self, step: StepRecord) -> str:
        return way_text(step.facts.get("how"), self._ground.language)


def way_text(code: object, language: str) -> str:
    """A way of contact in words; one the program does not know prints as itself."""
    known = str(code) in set(ContactWay)
    return word(ContactWay(str(code)), language) if known else str(code or "")


def _measures(rows: Iterable[MeasureRecord]) -> Iterable[paper.MeasureLine]:
    for row in rows:
        yield paper.MeasureLine(
            measure=row.measure, person=row.person, due_on=row.due_on, done_on=row.done_on, note=row.note
        )


def _text(step: StepRecord, name: str) -> str:
    value = step.facts.get(name)
    return value if isinstance(value, str) else ""


def _amount(step: StepRecord, name: str) -> Decimal | None:
    value = step.facts.get(name)
    return Decimal(str(value)) if value not in (None, "") else None
