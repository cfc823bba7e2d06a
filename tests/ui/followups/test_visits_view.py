"""The view of visits with real keys: plan, find a form by its serial, enter it in the order of the paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.followups.visits import visiting as visits
from app.followups.visits.lists import list_visits
from app.followups.visits.records import ANSWERS, VisitFilter, VisitGroup, VisitRecord, VisitResults
from app.followups.visits.sheets import sheet_for, sheet_for_customer
from app.registration.forms import issue_batch
from app.states import FormKind, StepState
from tests.builders.cards import walk_in
from tests.builders.databases import Founded
from tests.builders.visits import clock_at, colleague, entered, in_hours, planned, visit_now
from tests.ui.desks import real_desk
from ui.customers.slots import local_today
from ui.followups.page import CalendarPage
from ui.followups.visit_frame import PLAN, RESULTS, Mode
from ui.followups.visit_words import ORDER
from ui.followups.visits_view import VisitsView
from ui.messages import Messages

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@dataclass
class Shown:
    """The view as a clerk has it before them, and the store behind it."""

    view: VisitsView
    founded: Founded
    qtbot: QtBot
    messages: Messages

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(QApplication.focusWidget(), key, modifier)

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(QApplication.focusWidget(), text)

    def line(self, text: str) -> None:
        """Type into the field with the focus and go on."""
        self.type(text)
        self.press(Qt.Key.Key_Return)

    def reload(self, group: VisitGroup) -> None:
        self.view.groups.set_index(ORDER.index(group))
        self.view._on_filter()
        self.qtbot.waitUntil(lambda: self.view.group is group and not self.view.desk.tasks._tickets)

    def all(self) -> list[UUID]:
        with self.founded.read() as work:
            return [line.id for line in list_visits(work, VisitFilter())]

    def open(self, key: UUID) -> None:
        self.view.open_subject(key)
        self.qtbot.waitUntil(lambda: self.view.form.visit is not None and self.view.form.visit.id == key)

    def saved(self, key: UUID, state: StepState = StepState.DONE) -> VisitRecord:
        self.qtbot.waitUntil(lambda: visit_now(self.founded, key).state is state)
        return visit_now(self.founded, key)


@pytest.fixture
def shown(branch: Founded, messages: Messages, qtbot: QtBot) -> Iterator[Shown]:
    """The view of the owner of the branch."""
    with real_desk(branch, messages) as desk:
        view = VisitsView(desk)
        view.resize(1280, 680)
        view.show()
        qtbot.waitExposed(view)
        view.activateWindow()
        view.reload()
        qtbot.waitUntil(lambda: bool(view.counts))
        yield Shown(view, branch, qtbot, messages)
        view.close()
        view.deleteLater()


def test_a_visit_is_planned_with_keys_alone(shown: Shown) -> None:
    walk_in(shown.founded, "欧阳婉清", "13880001234")
    shown.view.focus_first()
    shown.view.plan_button.click()
    shown.type("1388000")
    field = shown.view.form.plan.customer
    shown.qtbot.waitUntil(lambda: field._list is not None and field._list.isVisible())
    shown.press(Qt.Key.Key_Return)
    shown.qtbot.waitUntil(lambda: shown.view.form.plan.form["on"].editor().hasFocus())
    day = local_today() + timedelta(days=3)
    shown.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    shown.line(day.isoformat())
    shown.line("1430")
    shown.press(Qt.Key.Key_Return)  # minutes
    shown.press(Qt.Key.Key_Return)  # representative
    shown.line("office")
    shown.line("offer")
    shown.line("bring samples")
    shown.press(Qt.Key.Key_Return)
    assert shown.view.form.save_button.hasFocus()
    shown.view.save()
    shown.qtbot.waitUntil(lambda: len(shown.all()) == 1)
    visit = visit_now(shown.founded, shown.all()[0])
    assert (visit.customer_name, visit.on, visit.aim, visit.points) == (
        "欧阳婉清",
        day,
        "offer",
        "bring samples",
    )
    assert visit.starts_at is not None
    assert f"{visit.starts_at.astimezone():%H:%M}" == "14:30"
    assert visit.place == "office"


def test_two_visits_at_one_time_are_planned_and_told(shown: Shown) -> None:
    card, other = walk_in(shown.founded), walk_in(shown.founded, "李四", "13900139000")
    at = in_hours(50)
    planned(shown.founded, other.customer_id, starts_at=at, on=at.astimezone().date())
    key = planned(shown.founded, card.customer_id)
    shown.open(key)
    form = shown.view.form.plan.form
    form["on"].type_text(at.astimezone().date().isoformat())  # type: ignore[attr-defined]
    form["at"].type_text(f"{at.astimezone():%H:%M}")  # type: ignore[attr-defined]
    shown.view.save()
    shown.qtbot.waitUntil(lambda: any("李四" in one.text for one in shown.messages.history))
    assert visit_now(shown.founded, key).starts_at == at


def test_a_name_nobody_chose_is_no_customer(shown: Shown) -> None:
    shown.view.form.begin_plan()
    shown.view.form.plan.customer.edit.setText("nobody")
    shown.view.form.plan.form["aim"].set_value("x")
    shown.view.save()
    assert shown.view.form.plan.customer.error
    assert shown.all() == []


def test_the_serial_finds_the_visit_and_the_answers_are_typed_in_the_papers_order(shown: Shown) -> None:
    key = planned(shown.founded, walk_in(shown.founded).customer_id, on=local_today())
    with shown.founded.change() as work:
        serial = sheet_for(work, key)
    shown.view.focus_first()
    shown.line(serial.lower())
    results = shown.view.form.results
    shown.qtbot.waitUntil(lambda: results.form["serial"].editor().hasFocus())
    assert results.form["serial"].value() == serial
    shown.press(Qt.Key.Key_Return)
    shown.line("Mr Zhao")
    shown.line("0001")
    shown.line("0002")
    for name in ANSWERS:
        assert results.form[name].editor().hasFocus()
        shown.line(f"about {name}")
    assert results.answered.text().startswith("6")
    shown.press(Qt.Key.Key_Return)
    assert shown.view.form.save_button.hasFocus()
    shown.view.save()
    visit = shown.saved(key)
    assert dict(visit.answers) == {name: f"about {name}" for name in ANSWERS}
    assert (visit.serial, visit.met, visit.completeness.percent) == (serial, "Mr Zhao", 100)
    assert (visit.started_at is not None, visit.ended_at is not None) == (True, True)
    shown.qtbot.waitUntil(lambda: shown.view.serial.editor().hasFocus())


def test_a_visit_opened_from_elsewhere_is_found_in_its_list(shown: Shown) -> None:
    key = planned(shown.founded, walk_in(shown.founded).customer_id)
    entered(shown.founded, key)
    shown.reload(VisitGroup.PLANNED)
    shown.open(key)
    assert shown.view.group is VisitGroup.INCOMPLETE
    assert [index.row() for index in shown.view.table.selectedIndexes()][:1] == [0]


def test_an_end_before_the_start_is_told_at_its_field_and_nothing_is_lost(shown: Shown) -> None:
    key = planned(shown.founded, walk_in(shown.founded).customer_id)
    shown.open(key)
    shown.view.form._go(RESULTS)
    form = shown.view.form.results.form
    today = local_today().isoformat()
    form["started_at"].type_text(f"{today} 00:02")  # type: ignore[attr-defined]
    form["ended_at"].type_text(f"{today} 00:01")  # type: ignore[attr-defined]
    form["needs"].edit.insertPlainText("七座")  # type: ignore[attr-defined]
    shown.view.save()
    shown.qtbot.waitUntil(lambda: bool(form["ended_at"].error))
    assert form["needs"].value() == "七座"
    assert visit_now(shown.founded, key).state is StepState.OPEN


def test_who_saves_second_is_told_keeps_the_typing_and_may_save_knowingly(shown: Shown) -> None:
    other = colleague(shown.founded, "李静", "manager")
    key = planned(shown.founded, walk_in(shown.founded).customer_id)
    shown.open(key)
    shown.view.form._go(RESULTS)
    form = shown.view.form.results.form
    form["needs"].edit.insertPlainText("mine")  # type: ignore[attr-defined]
    with shown.founded.change(other) as work:
        visits.enter_results(
            work, key, VisitResults(feedback="theirs"), seen=visit_now(shown.founded, key).seen
        )
    shown.view.save()
    shown.qtbot.waitUntil(lambda: any("李静" in one.text for one in shown.messages.history))
    shown.qtbot.waitUntil(lambda: form["feedback"].value() == "theirs")
    assert form["needs"].value() == "mine"
    shown.view.save()
    shown.qtbot.waitUntil(lambda: visit_now(shown.founded, key).answers["needs"] == "mine")
    assert visit_now(shown.founded, key).answers["feedback"] == "theirs"


def test_a_blank_sheet_waits_for_its_visit_in_the_list(shown: Shown) -> None:
    key = planned(shown.founded, walk_in(shown.founded).customer_id)
    with shown.founded.change() as work:
        serial = issue_batch(work, sheets=2, issued_to="王芳", kind=FormKind.VISIT).first_serial
    shown.reload(VisitGroup.PLANNED)
    shown.qtbot.waitUntil(lambda: shown.view.table.rowCount() == 1)
    shown.view.focus_first()
    shown.line(serial)
    shown.qtbot.waitUntil(lambda: shown.view.form.mode is Mode.UNPLANNED)
    shown.view.table.selectRow(0)
    shown.qtbot.waitUntil(lambda: shown.view.form.mode is Mode.VISIT)
    form = shown.view.form.results.form
    assert (form["serial"].value(), shown.view.form.tabs.index()) == (serial, RESULTS)
    form["needs"].edit.insertPlainText("七座")  # type: ignore[attr-defined]
    shown.view.save()
    assert shown.saved(key).serial == serial


def test_a_sheet_printed_for_a_card_is_entered_as_a_visit_nobody_planned(shown: Shown) -> None:
    card = walk_in(shown.founded, "仇䶮")
    with shown.founded.change() as work:
        serial = sheet_for_customer(work, card.customer_id)
    shown.view.focus_first()
    shown.line(serial)
    plan = shown.view.form.plan
    shown.qtbot.waitUntil(lambda: plan.customer.edit.text() == "仇䶮")
    plan.form["aim"].type_text("passing by")  # type: ignore[attr-defined]
    shown.view.form.results.form["feedback"].edit.insertPlainText("good")  # type: ignore[attr-defined]
    shown.view.save()
    shown.qtbot.waitUntil(lambda: len(shown.all()) == 1)
    visit = visit_now(shown.founded, shown.all()[0])
    assert (visit.state, visit.serial, visit.aim) == (StepState.DONE, serial, "passing by")


def test_a_sheet_of_somebody_elses_booklet_is_asked_about_and_then_taken(shown: Shown) -> None:
    key = planned(shown.founded, walk_in(shown.founded).customer_id)
    with shown.founded.change() as work:
        serial = issue_batch(work, sheets=1, issued_to="李静", kind=FormKind.VISIT).first_serial
    shown.open(key)
    shown.view.form._go(RESULTS)
    form = shown.view.form.results.form
    form["serial"].type_text(serial)  # type: ignore[attr-defined]
    form["needs"].edit.insertPlainText("七座")  # type: ignore[attr-defined]
    shown.view.save()
    shown.qtbot.waitUntil(lambda: "李静" in form["serial"].error)
    shown.view.save()
    assert shown.saved(key).serial == serial


def test_an_unknown_serial_is_told_at_its_field(shown: Shown) -> None:
    shown.view.focus_first()
    shown.line("CDA1V99999")
    shown.qtbot.waitUntil(lambda: "CDA1V99999" in shown.view.serial.error)


def _drop(target: Any, path: Path) -> None:
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(path))])
    target.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            given,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def test_dropped_photos_are_kept_with_the_results_and_added_later(shown: Shown, tmp_path: Path) -> None:
    key = planned(shown.founded, walk_in(shown.founded).customer_id)
    first, second = tmp_path / "名片.jpg", tmp_path / "现场.jpg"
    first.write_bytes(b"card")
    second.write_bytes(b"scene")
    shown.open(key)
    shown.view.form._go(RESULTS)
    results = shown.view.form.results
    _drop(results, first)
    shown.qtbot.waitUntil(lambda: "名片.jpg" in results.files.text())
    assert results.is_edited
    results.form["needs"].edit.insertPlainText("七座")  # type: ignore[attr-defined]
    shown.view.save()
    shown.saved(key)
    shown.qtbot.waitUntil(lambda: shown.view.form.visit is not None and bool(shown.view.form.visit.files))
    _drop(results, second)
    shown.qtbot.waitUntil(lambda: len(visit_now(shown.founded, key).files) == 2)


def test_a_visit_is_called_off_with_its_reason_and_taken_up_again(shown: Shown) -> None:
    key = planned(shown.founded, walk_in(shown.founded).customer_id)
    shown.open(key)
    shown.view.form.off_button.click()
    shown.line("moved away")
    assert shown.saved(key, StepState.CANCELLED).reason == "moved away"
    shown.qtbot.waitUntil(lambda: bool(shown.messages.history))
    shown.messages.history[-1].actions[0].run()
    shown.saved(key, StepState.OPEN)


def test_typing_that_is_not_saved_holds_the_view_until_it_is_saved_or_thrown_away(shown: Shown) -> None:
    key = planned(shown.founded, walk_in(shown.founded).customer_id)
    shown.open(key)
    assert shown.view.can_leave()
    shown.view.form._go(RESULTS)
    shown.view.form.results.form["needs"].edit.insertPlainText("七座")  # type: ignore[attr-defined]
    assert not shown.view.can_leave()
    shown.messages.history[-1].actions[1].run()
    assert shown.view.can_leave()
    assert shown.view.form.mode is Mode.NOTHING


def test_each_group_tells_how_many_wait_in_it(shown: Shown) -> None:
    card = walk_in(shown.founded)
    done = planned(shown.founded, card.customer_id)
    with clock_at(shown.founded, in_hours(-24 * 9)):
        planned(shown.founded, card.customer_id, on=in_hours(-24 * 5).date())
    entered(shown.founded, done)
    shown.reload(VisitGroup.INCOMPLETE)
    shown.qtbot.waitUntil(lambda: shown.view.counts[VisitGroup.TO_ENTER] == 1)
    assert shown.view.groups.buttons[ORDER.index(VisitGroup.TO_ENTER)].text().endswith(" 1")
    cell = shown.view.table.item(0, 5)
    assert cell is not None
    assert cell.text() == "2/6"


def test_a_plan_is_moved_to_another_day_in_place(shown: Shown) -> None:
    key = planned(shown.founded, walk_in(shown.founded).customer_id)
    shown.open(key)
    assert shown.view.form.tabs.index() == PLAN
    later = local_today() + timedelta(days=8)
    shown.view.form.plan.form["on"].type_text(later.isoformat())  # type: ignore[attr-defined]
    shown.view.save()
    shown.qtbot.waitUntil(lambda: visit_now(shown.founded, key).on == later)


def test_the_calendar_has_the_visits_as_a_tab_saves_them_with_f9_and_leads_to_the_card(
    branch: Founded, messages: Messages, qtbot: QtBot
) -> None:
    card = walk_in(branch)
    key = planned(branch, card.customer_id)
    with real_desk(branch, messages) as desk:
        wanted: list[tuple[str, object]] = []
        desk.navigation.wanted.connect(lambda page, subject: wanted.append((page, subject)))
        page = CalendarPage(desk)
        page.resize(1280, 700)
        page.show()
        qtbot.waitExposed(page)
        page.open_subject("visits")
        view = page.tab
        assert isinstance(view, VisitsView)
        view.open_subject(key)
        qtbot.waitUntil(lambda: view.form.visit is not None)
        view.form.plan.form["aim"].type_text("another aim")  # type: ignore[attr-defined]
        page.save()
        qtbot.waitUntil(lambda: visit_now(branch, key).aim == "another aim")
        qtbot.waitUntil(lambda: view.form.visit is not None and view.form.visit.aim == "another aim")
        view.form.head.card_button.click()
        assert wanted == [("customers", card.customer_id)]
        page.close()
        page.deleteLater()
