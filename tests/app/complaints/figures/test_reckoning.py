"""The figures of the desk against a plain count of the same tickets, and each figure against the tickets it opens."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from app.complaints.figures.reckoning import figure_ticket_ids, ticket_figures
from app.complaints.figures.records import RATES, Grouping, Rate, TicketFigure
from app.complaints.figures.report import read_ticket_report, write_ticket_figures
from app.documents.records import House
from app.documents.ticket_report import rate_text, ticket_report
from app.errors import UserError
from app.work import Work
from db.models.access import Permission
from db.models.complaints import MarkKind, Ticket, TicketMark
from db.models.ticket_flows import Clock, TicketKind
from tests.builders.databases import Founded
from tests.builders.tickets import taken

F = TicketFigure
ANSWERS = {"very-satisfied": 2, "satisfied": 2, "ordinary": 1, "accepts": 1, "dissatisfied": 0}


def _fill(work: Work, dice: random.Random, count: int) -> None:
    """Tickets in every state a ticket's own columns can tell."""
    now = work.now()
    for _ in range(count):
        received = now - timedelta(days=dice.randrange(0, 80), minutes=dice.randrange(1, 600))
        kind = dice.choice(tuple(TicketKind))
        ticket = work.get(Ticket, taken(work, kind=kind, received_at=received))
        ticket.channel_code = dice.choice(("phone", "wechat"))
        ticket.department_code = dice.choice(("service", None))
        for name in ("accepted_at", "answered_at", "resolved_at"):
            setattr(ticket, name, received if dice.random() < 0.5 else None)
        ticket.round = dice.choice((1, 1, 2))
        code = dice.choice((*ANSWERS, "not-stated", "unreachable", None))
        ticket.satisfaction_code = code
        ticket.ended_at = received if dice.random() < 0.5 else None
        for name in ("accept_due_at", "answer_due_at", "resolve_due_at"):
            shift = timedelta(hours=dice.choice((-1, 1)))
            setattr(ticket, name, now + shift if dice.random() < 0.3 else None)


def _plain(ticket: Ticket, marks: set[Clock | None], now: object) -> set[TicketFigure]:
    found = {F.TAKEN}
    if ticket.ended_at is None:
        found.add(F.OPEN)
    has_acceptance = ticket.kind is TicketKind.COMPLAINT
    for clock, met, due, wanted, good in (
        (Clock.ACCEPTANCE, ticket.accepted_at, ticket.accept_due_at, F.ACCEPT_DUE, F.ACCEPT_IN_TIME),
        (Clock.ANSWER, ticket.answered_at, ticket.answer_due_at, F.ANSWER_DUE, F.ANSWER_IN_TIME),
        (Clock.RESOLUTION, ticket.resolved_at, ticket.resolve_due_at, F.RESOLVE_DUE, F.RESOLVE_IN_TIME),
    ):
        late = clock in marks or (due is not None and due < now)  # type: ignore[operator]
        if late:
            found.add(wanted)
        elif met is not None and (has_acceptance or clock is not Clock.ACCEPTANCE):
            found |= {wanted, good}
    if ticket.resolved_at or ticket.round > 1:
        found.add(F.SOLVED)
    if ticket.round > 1:
        found.add(F.REOPENED)
    if ticket.satisfaction_code in ANSWERS:
        found.add(F.ANSWERED)
        if ANSWERS[ticket.satisfaction_code] == 2:
            found.add(F.SATISFIED)
    return found


@pytest.mark.parametrize("seed", [1, 2])
def test_every_figure_is_the_plain_count_and_opens_its_tickets(branch: Founded, seed: int) -> None:
    dice = random.Random(seed)
    with branch.change() as work:
        _fill(work, dice, 40)
    with branch.read() as work:
        last, first = work.today(), work.today() - timedelta(days=65)
        table = ticket_figures(work, first, last)
        marks: dict[object, set[Clock | None]] = {}
        for mark in work.session.scalars(select(TicketMark).where(TicketMark.kind == MarkKind.BREACHED)):
            marks.setdefault(mark.ticket_id, set()).add(mark.clock)
        rows = [
            (ticket, _plain(ticket, marks.get(ticket.id, set()), work.now()))
            for ticket in work.session.scalars(select(Ticket))
            if first <= ticket.received_at.astimezone().date() <= last
        ]
        assert 0 < len(rows) < 40
        for figure in TicketFigure:
            wanted = {ticket.id for ticket, counts in rows if figure in counts}
            assert table.total.count(figure) == len(wanted), figure
            assert set(figure_ticket_ids(work, first, last, figure)) == wanted
            for grouping in Grouping:
                assert sum(line.count(figure) for line in table.groups[grouping]) == len(wanted)
        for line in table.groups[Grouping.DEPARTMENT]:
            of = {t.id for t, counts in rows if (t.department_code or "") == line.code and F.SOLVED in counts}
            ids = figure_ticket_ids(work, first, last, F.SOLVED, by=Grouping.DEPARTMENT, code=line.code)
            assert set(ids) == of
            assert line.count(F.SOLVED) == len(of)


def test_a_rate_of_few_is_hidden_and_its_number_told(branch: Founded) -> None:
    with branch.change() as work:
        for number in range(6):
            ticket = work.get(Ticket, taken(work))
            ticket.satisfaction_code = "satisfied" if number < 4 else "unreachable"
    with branch.read() as work:
        day = work.today()
        line = ticket_figures(work, day, day).total
    assert (line.share(Rate.SATISFIED), line.whole(Rate.SATISFIED)) == (None, 4)
    assert rate_text(None, 4) == "– (4)"
    assert set(RATES) == set(Rate)


def test_an_empty_period_and_the_report_of_one(branch: Founded, tmp_path: Path) -> None:
    with branch.change() as work:
        taken(work)
    with branch.read() as work:
        day = work.today() - timedelta(days=400)
        table = ticket_figures(work, day, day + timedelta(days=90))
        made = read_ticket_report(work, day, day, "zh")
        full = read_ticket_report(work, work.today(), work.today(), "en")
    assert table.total.counts == {}
    assert all(not lines for lines in table.groups.values())
    for report in (made, full):
        assert ticket_report(report, house=House(company="凌云")).startswith(b"%PDF")
    assert write_ticket_figures(tmp_path / "a.xlsx", table, "zh") == 1


def test_figures_ask_their_right_and_a_period(branch: Founded) -> None:
    nobody = replace(branch.actor, permissions=frozenset({Permission.TAKE_TICKETS}), all_branches=False)
    with branch.change(nobody) as work, pytest.raises(UserError, match="not-allowed"):
        ticket_figures(work, work.today(), work.today())
    with branch.read() as work, pytest.raises(UserError, match="period-wrong"):
        ticket_figures(work, work.today(), work.today() - timedelta(days=1))
    for day in (date.min, date.max):
        with branch.read() as work, pytest.raises(UserError, match="period-wrong"):
            ticket_figures(work, day, day)
