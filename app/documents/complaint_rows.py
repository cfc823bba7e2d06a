"""The rows of the complaint handling form: what is known in its place, the rest ruled to be written on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from app.documents.complaint_records import (
    Asked,
    Carried,
    ComplaintChoices,
    ComplaintEntry,
    Finding,
    MeasureLine,
    Solution,
    Talk,
    Verdict,
)
from app.documents.form_pages import Entry, Part
from app.documents.grid import LINE, Blank, Box, Cell, Piece, Row, Word
from app.documents.money import money

_MEASURES = 3
_TALKS = 2
_SIGN = 11.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Maker:
    """Rows in one language, with the branch's own lists beside the boxes."""

    words: Mapping[str, str]
    choices: ComplaintChoices

    def parts(self, entry: ComplaintEntry) -> tuple[Part, ...]:
        """The whole form, part after part: stages not reached yet are there to be written on."""
        ahead = replace(
            entry,
            findings=entry.findings or (Finding(),),
            solutions=entry.solutions or (Solution(),),
            carried=entry.carried or (Carried(),),
            asked=entry.asked or (Asked(),),
        )
        return (
            *self.reached(ahead),
            self.ended(entry),
            Part(title=self.words["signatures"], entries=tuple(self._signatures()), whole=True, pulls=True),
        )

    def reached(self, entry: ComplaintEntry) -> tuple[Part, ...]:
        """The intake and every stage something is known of."""
        words = self.words
        return (
            Part(title=words["intake"], entries=tuple(self._intake(entry))),
            *(
                Part(title=words["findings"], entries=tuple(self._finding(each, f"f{number}")))
                for number, each in enumerate(entry.findings)
            ),
            *(
                Part(title=words["solution"], entries=tuple(self._solution(each, number)))
                for number, each in enumerate(entry.solutions, 1)
            ),
            *(
                Part(title=words["carried"], entries=tuple(self._carried(each, f"c{number}")))
                for number, each in enumerate(entry.carried)
            ),
            *(
                Part(title=words["asked"], entries=tuple(self._asked(each, f"q{number}")), whole=True)
                for number, each in enumerate(entry.asked)
            ),
        )

    def ended(self, entry: ComplaintEntry) -> Part:
        """What was learnt of it, and whether it is over."""
        return Part(title=self.words["closing"], entries=tuple(self._closing(entry)))

    # Parts ----------------------------------------------------------------------------------------

    def _intake(self, entry: ComplaintEntry) -> Iterator[Entry]:
        choices = self.choices
        yield self._row(
            self._cell("number", 4, entry.number), self._boxes("kind", 8, choices.kinds, entry.kind_text)
        )
        yield self._row(self._cell("complainant", 8, entry.complainant), self._cell("phone", 4, entry.phone))
        yield self._row(
            self._cell("address", 8, entry.address), self._cell("customer_number", 4, entry.customer_number)
        )
        yield self._row(
            self._received(entry.received_at), self._cell("happened_on", 4, _day(entry.happened_on))
        )
        yield self._row(self._boxes("channel", 12, choices.channels, entry.channel_text))
        yield self._row(
            self._boxes("nature", 6, choices.natures, entry.nature_text),
            self._boxes("severity", 6, choices.severities, entry.severity_text),
        )
        yield self._row(self._category(entry))
        yield self._row(self._boxes("grave", 12, choices.graves, entry.grave_text))
        yield self._row(
            self._cell("vehicle", 4, entry.vehicle),
            self._cell("order_no", 4, entry.order_no),
            self._cell("fair", 4, entry.fair),
        )
        yield self._long("matter", entry.matter, lines=3, rank=1)
        yield self._row(self._boxes("wish", 12, choices.wishes, entry.wish_text))
        yield self._row(
            self._cell("wish_words", 8, entry.wish),
            self._cell("amount", 4, self._yuan(entry.amount)),
        )
        yield self._row(
            self._cell("taken_by", 4, entry.taken_by),
            self._cell("department", 4, entry.department),
            self._cell("handler", 4, entry.handler),
        )
        names = ("due_acceptance", "due_answer", "due_resolution")
        yield self._row(*(self._cell(name, 4, due) for name, due in zip(names, entry.due, strict=True)))
        yield self._long(
            "first_answer", "\n".join(self._talk_line(talk) for talk in entry.answers), lines=1, rank=4
        )

    def _finding(self, found: Finding, key: str) -> Iterator[Entry]:
        ahead = found.at is None
        yield self._long("cause", found.cause, key=key, lines=2, rank=2 * ahead)
        yield self._long("course", found.course, key=key, lines=2, rank=3 * ahead)
        yield self._long("extent", found.extent, key=key, rank=6 * ahead)
        yield self._long("evidence", found.evidence, key=key, rank=5 * ahead)
        yield self._row(self._boxes("cause_class", 12, self.choices.causes, found.cause_text, key=key))
        yield self._row(
            self._cell("liable", 8, found.liable, key=key),
            self._cell("liable_person", 4, found.liable_person, key=key),
        )
        yield self._row(
            self._cell("found_by", 6, found.by, key=key),
            self._cell("found_at", 6, _moment(found.at), key=key),
        )

    def _solution(self, solution: Solution, number: int) -> Iterator[Entry]:
        words, key = self.words, f"s{number}"
        yield self._row(
            self._cell("solution_n", 4, solution.by, key=key, label=words["solution_n"].format(n=number)),
            self._cell("proposed_at", 4, _moment(solution.at), key=key),
            self._cell("cost", 4, self._yuan(solution.cost), key=key),
            with_next=True,
        )
        lines = solution.measures or (MeasureLine(measure=""),) * _MEASURES
        for place, line in enumerate(lines, 1):
            yield self._measure(line, f"{key}m{place}", place)
        if solution.note:
            yield self._long("solution_note", solution.note, key=key)
        for place, verdict in enumerate(self._verdicts(solution)):
            yield from self._verdict(solution, verdict, f"{key}v{place}")
        talks = solution.talks or (Talk(),) * _TALKS
        for place, talk in enumerate(talks, 1):
            yield from self._talk(talk, f"{key}t{place}", place)

    def _measure(self, line: MeasureLine, key: str, place: int) -> Entry:
        due = _day(line.due_on)
        if line.done_on is not None:
            due = f"{due}\n{self.words['done_on'].format(day=f'{line.done_on:%m-%d}')}".strip()
        measure = "\n".join(filter(None, (line.measure, line.note)))
        return self._row(
            self._cell("measure", 6, measure, key=key, label=self.words["measure_n"].format(n=place)),
            self._cell("person", 3, line.person, key=key),
            self._cell("due_on", 3, due, key=key),
        )

    @staticmethod
    def _verdicts(solution: Solution) -> tuple[Verdict, ...]:
        return solution.verdicts or (Verdict(),)

    def _verdict(self, solution: Solution, verdict: Verdict, key: str) -> Iterator[Entry]:
        words = self.words
        options = (words["approval_none"], words["approval_given"], words["approval_refused"])
        ticked = ""
        if verdict.given is not None:
            ticked = options[1] if verdict.given else options[2]
        elif solution.needs_approval is False:
            ticked = options[0]
        by = verdict.by + (words["for_whom"].format(name=verdict.for_whom) if verdict.for_whom else "")
        if ticked == options[0]:
            yield self._row(self._boxes("approval", 12, options, ticked, key=key))
            return
        yield self._row(self._boxes("approval", 12, options, ticked, key=key), with_next=True)
        yield replace(self._long("opinion", verdict.text, key=key, rank=3 * (not ticked)), with_next=True)
        yield self._row(
            self._cell("approved_by", 6, by, key=key),
            self._cell("approved_at", 6, _moment(verdict.at), key=key),
        )

    def _talk(self, talk: Talk, key: str, place: int) -> Iterator[Entry]:
        words = self.words
        options = (words["accepted"], words["objected"])
        ticked = "" if talk.accepted is None else options[0 if talk.accepted else 1]
        yield self._row(
            self._cell("talk_n", 4, _moment(talk.at), key=key, label=words["talk_n"].format(n=place)),
            self._cell("talk_how", 4, talk.how, key=key),
            self._cell("talk_by", 4, talk.by, key=key),
            with_next=True,
        )
        yield self._row(
            self._boxes("result", 5, options, ticked, key=key), self._cell("words", 7, talk.words, key=key)
        )

    def _carried(self, carried: Carried, key: str) -> Iterator[Entry]:
        yield self._long("done", carried.done, key=key, lines=2, rank=2 * (carried.at is None))
        yield self._row(
            self._cell("done_by", 4, carried.by, key=key),
            self._cell("done_at", 4, _moment(carried.at), key=key),
            self._cell("cost_spent", 4, self._yuan(carried.cost), key=key),
        )
        for place, talk in enumerate(carried.told or (Talk(),)):
            yield from self._told(talk, f"{key}t{place}")

    def _told(self, talk: Talk, key: str) -> Iterator[Entry]:
        yield replace(
            self._long("told", talk.told, key=key, rank=4 * (talk.at is None)), with_next=not talk.told
        )
        yield self._row(
            self._cell("told_how", 4, talk.how, key=key),
            self._cell("told_at", 4, _moment(talk.at), key=key),
            self._cell("told_by", 4, talk.by, key=key),
        )
        if talk.words:
            yield self._long("told_words", talk.words, key=key)

    def _asked(self, asked: Asked, key: str) -> Iterator[Entry]:
        yield self._row(
            self._boxes("satisfaction", 12, self.choices.satisfactions, asked.satisfaction_text, key=key)
        )
        yield self._row(
            self._cell("asked_how", 4, asked.how, key=key),
            self._cell("asked_at", 4, _moment(asked.at), key=key),
            self._cell("asked_by", 4, asked.by, key=key),
        )
        yield self._long("asked_words", asked.words, key=key, rank=5 * (asked.at is None))
        yield self._long("why", asked.why, key=key, rank=6 * (asked.at is None))

    def _closing(self, entry: ComplaintEntry) -> Iterator[Entry]:
        options = (self.words["yes"], self.words["no"])
        ticked = "" if entry.closed is None else options[0 if entry.closed else 1]
        yield self._long("summary", entry.summary, lines=2, rank=1 * (not entry.closed))
        yield self._row(
            self._boxes("closed", 4, options, ticked),
            self._cell("closed_at", 4, _moment(entry.closed_at)),
            self._cell("closed_by", 4, entry.closed_by),
        )

    def _signatures(self) -> Iterator[Entry]:
        for names in (("sign_handler", "sign_department"), ("sign_manager", "sign_customer")):
            yield Entry(row=Row(cells=tuple(self._signer(name) for name in names), height=_SIGN))

    def _signer(self, name: str) -> Cell:
        """Room to sign, and the day."""
        words = self.words
        date_pieces: tuple[Piece, ...] = (
            Blank(answer=f"{name}_year", width=9.0),
            Word(text=words["year"]),
            Blank(answer=f"{name}_month", width=6.0),
            Word(text=words["month"]),
            Blank(answer=f"{name}_day", width=6.0),
            Word(text=words["day"]),
        )
        return Cell(label=words[name], span=6, pieces=(Blank(answer=name, width=24.0), *date_pieces))

    # Cells ----------------------------------------------------------------------------------------

    @staticmethod
    def _row(*entries: Entry, with_next: bool = False) -> Entry:
        """Cells side by side, with what is in each of them."""
        texts: dict[str, str] = {}
        for entry in entries:
            texts |= entry.texts
        return Entry(
            row=Row(cells=tuple(cell for entry in entries for cell in entry.row.cells)),
            texts=texts,
            ticks=tuple(tick for entry in entries for tick in entry.ticks),
            with_next=with_next,
        )

    def _cell(self, name: str, span: int, text: str, *, key: str = "", label: str = "") -> Entry:
        answer = f"{key}{name}"
        cell = Cell(label=label or self.words[name], span=span, answer=answer)
        return Entry(row=Row(cells=(cell,)), texts={answer: text} if text else {})

    def _long(self, name: str, text: str, *, key: str = "", lines: int = 1, rank: int = 0) -> Entry:
        """A text as long as it likes; so many lines of handwriting where it is empty."""
        answer = f"{key}{name}"
        cell = Cell(label=self.words[name], span=12, answer=answer)
        height = LINE if text else lines * LINE
        return Entry(row=Row(cells=(cell,), height=height), texts={answer: text} if text else {}, rank=rank)

    def _boxes(self, name: str, span: int, options: tuple[str, ...], ticked: str, *, key: str = "") -> Entry:
        """Boxes to tick; a word that is on the list no more stands behind the others."""
        answer = f"{key}{name}"
        shown = (*options, ticked) if ticked and ticked not in options else options
        pieces = tuple(Box(answer=answer, option=option) for option in shown)
        cell = Cell(label=self.words[name], span=span, pieces=pieces)
        return Entry(row=Row(cells=(cell,)), ticks=((answer, ticked),) if ticked else ())

    def _category(self, entry: ComplaintEntry) -> Entry:
        boxes = self._boxes("category", 12, self.choices.categories, entry.category_top)
        pieces: tuple[Piece, ...] = (
            *boxes.row.cells[0].pieces,
            Word(text=" " + self.words["category_detail"]),
            Blank(answer="category_detail"),
        )
        cell = Cell(label=self.words["category"], span=12, pieces=pieces)
        texts = {"category_detail": entry.category_text} if entry.category_text else {}
        return Entry(row=Row(cells=(cell,)), texts=texts, ticks=boxes.ticks)

    def _received(self, at: datetime | None) -> Entry:
        words = self.words
        pieces: tuple[Piece, ...] = (
            Blank(answer="received_year", width=12.0),
            Word(text=words["year"]),
            Blank(answer="received_month", width=9.0),
            Word(text=words["month"]),
            Blank(answer="received_day", width=9.0),
            Word(text=words["day"]),
            Blank(answer="received_hour", width=9.0),
            Word(text=":"),
            Blank(answer="received_minute", width=9.0),
        )
        texts: dict[str, str] = {}
        if at is not None:
            texts = {f"received_{part}": str(getattr(at, part)) for part in ("year", "month", "day", "hour")}
            texts["received_minute"] = f"{at.minute:02d}"
        cell = Cell(label=words["received_at"], span=8, pieces=pieces)
        return Entry(row=Row(cells=(cell,)), texts=texts)

    def _yuan(self, amount: Decimal | None) -> str:
        return "" if amount is None else self.words["yuan"].format(amount=money(amount))

    def _talk_line(self, talk: Talk) -> str:
        head = "  ".join(filter(None, (_moment(talk.at), talk.how, talk.by)))
        said = f"{head}{self.words['colon']}{talk.told}"
        return f"{said}\n{self.words['words']}{self.words['colon']}{talk.words}" if talk.words else said


def _moment(at: datetime | None) -> str:
    return "" if at is None else f"{at:%Y-%m-%d %H:%M}"


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
