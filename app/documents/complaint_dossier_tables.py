"""The tables of the complaint dossier: steps, clocks and how their deadlines came about, marks, files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from app.documents.complaint_records import ClockLine, ComplaintDossier
from app.documents.ink import Align
from app.documents.tables import Column, Table

Words = Mapping[str, str]


def tables_of(dossier: ComplaintDossier, words: Words) -> list[tuple[str, Table]]:
    """The tables in their order on paper, each with its title."""
    return [
        (words["steps"], _steps(dossier, words)),
        (words["clocks"], _clocks(dossier, words)),
        *(
            (words["way"].format(clock=clock.name), _way(clock, words))
            for clock in dossier.clocks
            if clock.stretches
        ),
        (words["marks"], _marks(dossier, words)),
        (words["files"], _files(dossier, words)),
    ]


def moment(at: datetime | None) -> str:
    """A moment as the branch writes it."""
    return "" if at is None else f"{at:%Y-%m-%d %H:%M}"


def _columns(words: Words, *columns: tuple[str, float] | tuple[str, float, Align]) -> tuple[Column, ...]:
    return tuple(
        Column(title=words[column[0]], share=column[1], align=column[2] if len(column) == 3 else Align.LEFT)
        for column in columns
    )


def _steps(dossier: ComplaintDossier, words: Words) -> Table:
    columns = _columns(
        words, ("no", 7, Align.CENTRE), ("at", 18), ("what", 20), ("moved", 21), ("by", 17), ("facts", 70)
    )
    rows = [
        (
            str(line.number),
            f"{line.at:%Y-%m-%d}\n{line.at:%H:%M}",
            line.what if line.round == 1 else f"{line.what}\n{words['round'].format(round=line.round)}",
            line.stage,
            line.by,
            "\n".join(line.facts),
        )
        for line in dossier.steps
    ]
    return Table(columns=columns, rows=rows, size=8.0)


def _clocks(dossier: ComplaintDossier, words: Words) -> Table:
    columns = _columns(
        words, ("clock", 20), ("limit", 20), ("start", 26), ("due_at", 26), ("met_at", 26),
        ("used", 14, Align.RIGHT), ("state", 20),
    )  # fmt: skip
    rows = [
        (
            clock.name,
            clock.limit,
            moment(clock.start),
            moment(clock.due_at),
            moment(clock.met_at),
            clock.used,
            clock.state,
        )
        for clock in dossier.clocks
    ]
    return Table(columns=columns, rows=rows)


def _way(clock: ClockLine, words: Words) -> Table:
    columns = _columns(
        words, ("from", 28), ("until", 28), ("why", 50), ("counted", 26, Align.RIGHT),
        ("left", 26, Align.RIGHT),
    )  # fmt: skip
    rows = [
        (moment(line.begin), moment(line.end), line.what, line.counted, line.left) for line in clock.stretches
    ]
    return Table(columns=columns, rows=rows, size=8.0, least=5.4)


def _marks(dossier: ComplaintDossier, words: Words) -> Table:
    columns = _columns(words, ("at", 28), ("mark", 34), ("clock", 22), ("due_at", 28), ("reason", 50))
    rows = [
        (moment(line.at), line.what, line.clock, moment(line.due_at), line.reason) for line in dossier.marks
    ]
    return Table(columns=columns, rows=rows)


def _files(dossier: ComplaintDossier, words: Words) -> Table:
    columns = _columns(
        words, ("file", 66), ("file_kind", 34), ("size", 18, Align.RIGHT), ("added", 28), ("by", 20)
    )
    rows = [(line.name, line.kind, line.size, moment(line.at), line.by) for line in dossier.files]
    return Table(columns=columns, rows=rows)
