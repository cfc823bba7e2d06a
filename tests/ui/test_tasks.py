"""Tasks: answers come in the screen's thread, to living owners, in the right lane, and no save is lost."""

from __future__ import annotations

import threading
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from app.access.actor import PROGRAM
from app.errors import UserError
from app.work import Store, Work
from tests.builders.databases import Founded
from tests.ui.conftest import Ledger, sheet
from ui.jobs import Job
from ui.messages import Messages
from ui.tasks import Tasks


def _add(work: Work, row: object) -> int:
    sheet(work).rows.append(row)
    return len(sheet(work).rows)


def _refuse(work: Work) -> None:
    sheet(work).rows.append("half done")
    raise UserError("field-empty", field="name")


def test_an_answer_comes_in_the_screens_thread(qtbot: QtBot, tasks: Tasks) -> None:
    owner = QObject()
    heard: list[tuple[int, str]] = []
    tasks.change(
        owner, lambda work: _add(work, "Li"), lambda n: heard.append((n, threading.current_thread().name))
    )
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(1, threading.main_thread().name)]


def test_all_changes_are_made_by_one_thread_and_in_their_order(
    qtbot: QtBot, tasks: Tasks, ledger: Ledger
) -> None:
    owner = QObject()
    for number in range(50):
        tasks.change(owner, partial(_add, row=number), lambda _: None)
    qtbot.waitUntil(lambda: tasks.pending_changes == 0)
    assert ledger.rows == list(range(50))
    assert len(ledger.threads["change"]) == 1


def test_a_search_is_not_queued_behind_a_long_change_or_a_long_read(qtbot: QtBot, tasks: Tasks) -> None:
    owner, gate = QObject(), threading.Event()
    found: list[str] = []
    tasks.change(owner, lambda _: gate.wait(10), lambda _: None)
    tasks.read(owner, lambda _: gate.wait(10), lambda _: None)
    tasks.search(owner, lambda _: "hit", found.append)
    qtbot.waitUntil(lambda: found == ["hit"])
    assert not gate.is_set()
    gate.set()


def test_only_the_latest_search_is_answered_and_the_running_one_is_interrupted(
    qtbot: QtBot, tasks: Tasks, ledger: Ledger
) -> None:
    owner, started = QObject(), threading.Event()
    heard: list[str] = []

    def slow(_: Work) -> str:
        started.set()
        ledger.interrupted.wait(10)
        return "old"

    tasks.search(owner, slow, heard.append)
    assert started.wait(5)
    tasks.search(owner, lambda _: "never looked for", heard.append)
    tasks.search(owner, lambda _: "new", heard.append)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert heard == ["new"]


def test_two_streams_of_one_owner_do_not_cancel_each_other(qtbot: QtBot, tasks: Tasks) -> None:
    owner = QObject()
    heard: list[object] = []
    tasks.search(owner, lambda _: "name", heard.append, stream="name")
    tasks.search(owner, lambda _: "phone", heard.append, stream="phone")
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert set(heard) == {"name", "phone"}


def test_an_answer_for_a_closed_dialog_is_dropped(qtbot: QtBot, tasks: Tasks) -> None:
    import shiboken6

    dialog, gate = QWidget(), threading.Event()
    heard: list[object] = []
    tasks.read(dialog, lambda _: gate.wait(10), heard.append, always=lambda: heard.append("always"))
    shiboken6.delete(dialog)
    gate.set()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert heard == []


def test_a_refused_save_of_a_closed_dialog_is_still_told(
    qtbot: QtBot, tasks: Tasks, messages: Messages, ledger: Ledger
) -> None:
    import shiboken6

    dialog, gate = QWidget(), threading.Event()

    def late_refusal(work: Work) -> None:
        gate.wait(10)
        _refuse(work)

    tasks.change(dialog, late_refusal, lambda _: None)
    shiboken6.delete(dialog)
    gate.set()
    qtbot.waitUntil(lambda: bool(messages.history))
    assert ledger.rows == []


def test_a_refusal_goes_to_the_caller_and_only_what_it_leaves_becomes_a_message(
    qtbot: QtBot, tasks: Tasks, messages: Messages
) -> None:
    owner = QObject()
    taken: list[str] = []
    tasks.change(owner, _refuse, lambda _: None, failed=lambda error: taken.append(error.code))
    tasks.change(owner, _refuse, lambda _: None, failed=lambda _: False)
    qtbot.waitUntil(lambda: bool(taken) and bool(messages.history))
    assert taken == ["field-empty"]
    assert len(messages.history) == 1


def test_always_is_called_after_success_and_after_refusal(qtbot: QtBot, tasks: Tasks) -> None:
    owner = QObject()
    calls: list[str] = []
    tasks.change(owner, lambda _: None, lambda _: calls.append("done"), always=lambda: calls.append("always"))
    tasks.change(
        owner,
        _refuse,
        lambda _: None,
        lambda _: calls.append("refused"),
        always=lambda: calls.append("always"),
    )
    qtbot.waitUntil(lambda: len(calls) == 4)
    assert calls == ["always", "done", "always", "refused"]


def test_a_bug_in_a_worker_reaches_the_exception_hook(qtbot: QtBot, tasks: Tasks) -> None:
    owner = QObject()
    with capture_exceptions() as caught:
        tasks.read(owner, lambda _: 1 / 0, lambda _: None)
        qtbot.waitUntil(lambda: not tasks.is_busy)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]


def test_a_bug_in_one_answer_does_not_swallow_the_next(qtbot: QtBot, tasks: Tasks) -> None:
    owner = QObject()
    heard: list[object] = []
    with capture_exceptions() as caught:
        tasks.read(owner, lambda _: 0, lambda number: 1 // number)
        tasks.read(owner, lambda _: "second", heard.append)
        qtbot.waitUntil(lambda: heard == ["second"])
    assert len(caught) == 1


def test_closing_waits_for_every_save_that_was_asked_for(qtbot: QtBot, ledger: Ledger) -> None:
    tasks, owner, gate = Tasks(ledger, PROGRAM), QObject(), threading.Event()
    tasks.change(owner, lambda work: (gate.wait(10), _add(work, 0)), lambda _: None)
    for number in range(1, 20):
        tasks.change(owner, partial(_add, row=number), lambda _: None)
    threading.Timer(0.05, gate.set).start()
    tasks.close()
    assert ledger.rows == list(range(20))


def test_after_closing_nothing_is_started(qtbot: QtBot, ledger: Ledger) -> None:
    tasks = Tasks(ledger, PROGRAM)
    tasks.close()
    ticket = tasks.change(QObject(), lambda work: _add(work, 1), lambda _: None)
    assert ticket.is_cancelled
    assert ledger.rows == []


def test_a_save_cannot_be_cancelled(qtbot: QtBot, tasks: Tasks, ledger: Ledger) -> None:
    owner = QObject()
    heard: list[object] = []
    tasks.change(owner, lambda work: _add(work, "kept"), heard.append).cancel()
    qtbot.waitUntil(lambda: heard == [1])
    assert ledger.rows == ["kept"]


def test_a_job_reports_and_writes_in_between_the_saves_of_the_clerk(
    qtbot: QtBot, tasks: Tasks, ledger: Ledger
) -> None:
    owner, half, go_on = QObject(), threading.Event(), threading.Event()
    reports: list[tuple[float, str]] = []
    done: list[int] = []

    def bring_in(job: Job) -> int:
        job.change(lambda work: _add(work, "first half"))
        half.set()
        go_on.wait(10)
        job.report(1.0, "all")
        return job.change(lambda work: _add(work, "second half"))

    tasks.run(owner, bring_in, done.append, progress=lambda part, text: reports.append((part, text)))
    assert half.wait(5)
    tasks.change(owner, lambda work: _add(work, "walk-in"), lambda _: go_on.set())
    qtbot.waitUntil(lambda: done == [3])
    qtbot.waitUntil(lambda: reports == [(1.0, "all")])
    assert ledger.rows == ["first half", "walk-in", "second half"]
    assert len(ledger.threads["change"]) == 1


def test_a_cancelled_job_stops_at_its_next_report(qtbot: QtBot, tasks: Tasks, ledger: Ledger) -> None:
    owner, started, go_on = QObject(), threading.Event(), threading.Event()
    heard: list[object] = []

    def endless(job: Job) -> None:
        started.set()
        go_on.wait(10)
        while True:
            job.report(0.5)

    ticket = tasks.run(owner, endless, heard.append, stopped=lambda: heard.append("stopped"))
    assert started.wait(5)
    ticket.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: heard == ["stopped"])


def test_no_worker_ever_holds_the_last_reference_to_a_widget(qtbot: QtBot, tasks: Tasks) -> None:
    died_in: list[str] = []

    class Page(QWidget):
        def __del__(self) -> None:
            died_in.append(threading.current_thread().name)

        def ask(self) -> None:
            tasks.read(self, lambda _: self.windowTitle, self.show_answer)

        def show_answer(self, answer: Any) -> None:
            pass

    for _ in range(200):
        Page().ask()
    qtbot.waitUntil(lambda: len(died_in) == 200)
    assert set(died_in) == {threading.main_thread().name}


@pytest.mark.parametrize("kind", ["read", "change", "search"])
def test_the_real_store_is_reached_through_every_lane(
    qtbot: QtBot, store: Store, branch: Founded, kind: str
) -> None:
    tasks, owner = Tasks(store, branch.actor), QObject()
    heard: list[object] = []
    getattr(tasks, kind)(owner, lambda work: work.actor.branch_name, heard.append)
    qtbot.waitUntil(lambda: heard == [branch.actor.branch_name])
    tasks.close()


def test_the_real_store_answers_a_search_while_a_read_and_a_change_are_under_way(
    qtbot: QtBot, store: Store, branch: Founded
) -> None:
    tasks, owner, gate = Tasks(store, branch.actor), QObject(), threading.Event()
    heard: list[object] = []

    def slowly(work: Work) -> str:
        name = str(work.actor.branch_name)
        gate.wait(10)
        return name

    tasks.change(owner, slowly, heard.append)
    tasks.read(owner, slowly, heard.append)
    tasks.search(owner, lambda work: len(branches(work)), heard.append)
    qtbot.waitUntil(lambda: heard == [1])
    gate.set()
    qtbot.waitUntil(lambda: len(heard) == 3)
    tasks.close()


def branches(work: Work) -> list[object]:
    """One question of this test to the real store."""
    from sqlalchemy import text

    return list(work.session.execute(text("SELECT id FROM branch")))
