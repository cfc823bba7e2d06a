"""The desk with real keys and clicks: the list by its clocks, the card, moves made, refused and overtaken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from app.complaints.reading import read_ticket
from app.complaints.records import TicketCard
from app.states import Permission
from tests.builders.databases import Founded
from tests.builders.tickets import move, taken, walk
from tests.ui.care.conftest import press, type_text
from tests.ui.desks import real_desk
from ui import i18n
from ui.complaints.clock_part import ClockPart
from ui.complaints.desk_view import DeskView
from ui.complaints.fact_fields import AmendedField, MeasuresField
from ui.complaints.page import ComplaintsPage
from ui.complaints.path_bar import Place, stops_of
from ui.desk import Desk
from ui.i18n import Language
from ui.messages import Messages

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
DOWN, ENTER, ESCAPE = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape
CONTROL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Shown:
    """The view before a clerk, and the tickets behind it in the order of their clocks."""

    view: DeskView
    page: ComplaintsPage
    founded: Founded
    qtbot: QtBot
    messages: Messages
    tickets: list[UUID]

    def wait(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=6000)

    @property
    def card(self) -> TicketCard:
        assert self.view.card.card is not None
        return self.view.card.card

    def open(self, ticket: UUID) -> None:
        self.view.open_ticket(ticket)
        self.wait(lambda: self.view.card.card is not None and self.card.line.id == ticket)

    def stored(self, ticket: UUID) -> TicketCard:
        with self.founded.read() as work:
            return read_ticket(work, ticket)

    def begin(self, code: str) -> None:
        self.qtbot.mouseClick(self.view.card.buttons[code], Qt.MouseButton.LeftButton)
        assert self.view.card.form is not None


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, branch: Founded, messages: Messages) -> Iterator[Desk]:
    i18n.install(qapp, Language.CHINESE)
    with real_desk(branch, messages) as made:
        yield made


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk, branch: Founded, messages: Messages) -> Shown:
    with branch.change() as work:
        hour = timedelta(hours=1)
        late = taken(work, complainant="张三", severity_code="critical", received_at=work.now() - 200 * hour)
        soon = taken(work, complainant="李四", severity_code="urgent")
        far = taken(work, complainant="欧阳修")
    page = ComplaintsPage(desk)
    qtbot.addWidget(page)
    page.resize(1260, 680)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    view = page.made["desk"]
    assert isinstance(view, DeskView)
    found = Shown(view, page, branch, qtbot, messages, [late, soon, far])
    found.wait(lambda: len(view.list.rows) == 3)
    return found


def test_the_list_runs_by_the_clock_and_says_it_in_words(shown: Shown) -> None:
    rows = shown.view.list.rows
    assert [row.line.id for row in rows] == shown.tickets
    assert "超时" in rows[0].clock
    assert rows[0].severity == "!!! 重大"
    assert "剩余" in rows[1].clock
    assert "张三" in rows[0].spoken


def test_arrows_show_tickets_enter_goes_to_what_can_be_done(shown: Shown) -> None:
    shown.view.focus_first()
    press(shown.qtbot, DOWN)
    shown.wait(lambda: shown.view.card.card is not None)
    press(shown.qtbot, DOWN)
    current = shown.view.list.current()
    shown.wait(lambda: shown.card.line.id == current)
    press(shown.qtbot, ENTER)
    assert QApplication.focusWidget() is shown.view.card.buttons["assign"]
    press(shown.qtbot, ESCAPE)
    assert QApplication.focusWidget() is shown.view.list


def test_control_and_arrows_go_through_the_list_from_within_the_card(shown: Shown) -> None:
    shown.open(shown.tickets[0])
    shown.view.card.focus_first()
    press(shown.qtbot, DOWN, CONTROL)
    shown.wait(lambda: shown.card.line.id == shown.tickets[1])
    press(shown.qtbot, Qt.Key.Key_Up, CONTROL)
    shown.wait(lambda: shown.card.line.id == shown.tickets[0])


def test_a_letter_begins_a_move_and_f9_makes_it(shown: Shown) -> None:
    ticket = shown.tickets[1]
    with shown.founded.change() as work:
        walk(work, ticket, "accept")
    shown.open(ticket)
    shown.view.focus_first()
    press(shown.qtbot, Qt.Key.Key_Q)
    form = shown.view.card.form
    assert form is not None
    assert form.move_code == "investigate"
    for text in ("压缩机故障", "上周换过冷媒", "仅此一台", "检测单"):
        type_text(shown.qtbot, text)
        press(shown.qtbot, Qt.Key.Key_Tab)
    shown.page.save()
    assert "liable" in form.form.fields
    assert form.form["liable"].error  # what is needed and missing is said at its field
    type_text(shown.qtbot, "售后服务部")
    shown.page.save()
    shown.wait(lambda: shown.view.card.form is None)
    assert shown.stored(ticket).line.stage == "investigated"
    assert shown.stored(ticket).steps[-1].facts["course"] == "上周换过冷媒"
    shown.wait(lambda: shown.card.line.stage == "investigated")


def test_moves_that_are_not_allowed_are_shown_and_say_why(shown: Shown) -> None:
    ticket = shown.tickets[1]
    with shown.founded.change() as work:
        walk(work, ticket, "accept")
        move(work, ticket, "wait")
    shown.open(ticket)
    shown.wait(lambda: shown.card.line.is_waiting)
    part = shown.view.card.buttons["investigate"]
    assert not part.isEnabled()
    assert "等待" in part.toolTip()
    assert part.accessibleDescription() == part.toolTip()
    assert shown.view.card.buttons["resume"].isEnabled()
    assert shown.view.list.rows[-1].clock == "等待客户"


def test_a_refresh_keeps_what_is_typed(shown: Shown) -> None:
    ticket = shown.tickets[1]
    shown.open(ticket)
    shown.begin("note")
    type_text(shown.qtbot, "客户又来电")
    with shown.founded.change() as work:
        taken(work, complainant="新来的")
    shown.wait(lambda: len(shown.view.list.rows) == 4)
    form = shown.view.card.form
    assert form is not None
    assert form.form["note"].value() == "客户又来电"
    assert not shown.page.can_leave()
    assert shown.messages.history


def test_who_is_overtaken_is_told_by_whom_and_goes_on(shown: Shown) -> None:
    ticket = shown.tickets[1]
    shown.open(ticket)
    shown.begin("note")
    type_text(shown.qtbot, "我的记录")
    with shown.founded.change() as work:
        move(work, ticket, "assign")
    form = shown.view.card.form
    assert form is not None
    shown.wait(lambda: shown.card.line.stage == "assigned")
    assert shown.founded.actor.name in form.notice.text()
    assert "分派" in form.notice.text()
    shown.page.save()  # seen was the step before: refused once, and said so
    shown.wait(lambda: any(shown.founded.actor.name in said.text for said in shown.messages.history))
    shown.wait(lambda: form.seen == shown.stored(ticket).steps_count)
    assert form.form["note"].value() == "我的记录"
    shown.page.save()
    shown.wait(lambda: shown.view.card.form is None)
    assert shown.stored(ticket).steps[-1].facts["note"] == "我的记录"


def test_measures_are_proposed_row_by_row_and_ticked_off(shown: Shown) -> None:
    ticket = shown.tickets[1]
    with shown.founded.change() as work:
        walk(work, ticket, "investigate")
    shown.open(ticket)
    shown.wait(lambda: "propose" in shown.view.card.buttons)
    shown.begin("propose")
    form = shown.view.card.form
    assert form is not None
    rows = form.form["measures"]
    assert isinstance(rows, MeasuresField)
    rows.rows[0].what.go()
    type_text(shown.qtbot, "更换压缩机")
    rows.rows[0].due.type_text("明天")
    rows.add_row().what.type_text("电话致歉")
    form.form["cost"].go()
    type_text(shown.qtbot, "120")
    shown.page.save()
    shown.wait(lambda: len(shown.stored(ticket).measures) == 2)
    shown.wait(lambda: len(shown.view.card.findChildren(QCheckBox)) >= 2)
    assert shown.stored(ticket).measures[0].due_on is not None
    box = next(part for part in shown.view.card.findChildren(QCheckBox) if part.text() == "更换压缩机")
    box.click()
    shown.wait(lambda: shown.stored(ticket).measures[0].done_on is not None)


def test_corrections_send_only_what_differs(shown: Shown) -> None:
    ticket = shown.tickets[2]
    shown.open(ticket)
    shown.begin("amend")
    form = shown.view.card.form
    assert form is not None
    amended = form.form["amended"]
    assert isinstance(amended, AmendedField)
    assert amended.value() is None
    amended.fields["complainant"].go()
    type_text(shown.qtbot, "O")
    assert list(amended.value() or {}) == ["complainant"]
    shown.page.save()
    shown.wait(lambda: shown.stored(ticket).line.customer_name != "欧阳修")


def test_every_clock_says_why(shown: Shown) -> None:
    shown.open(shown.tickets[0])
    parts = shown.view.card.findChildren(ClockPart)
    assert len(parts) == 3
    for part in parts:
        assert part.why.isHidden()
        shown.qtbot.mouseClick(part.why_button, Qt.MouseButton.LeftButton)
        assert "开始计时" in part.why.text()
        assert "时限到期" in part.why.text()


def test_the_way_shows_what_is_done_and_what_lies_ahead(shown: Shown) -> None:
    ticket = shown.tickets[1]
    with shown.founded.change() as work:
        walk(work, ticket, "accept")
    stops = stops_of(shown.stored(ticket), "zh")
    assert [stop.name for stop in stops] == [
        "受理", "分派", "接收", "调查", "方案", "沟通", "实施", "反馈", "回访", "关闭",
    ]  # fmt: skip
    assert [stop.place for stop in stops][:4] == [Place.DONE, Place.DONE, Place.HERE, Place.AHEAD]
    with shown.founded.change() as work:
        move(work, ticket, "unfound")
    assert [stop.name for stop in stops_of(shown.stored(ticket), "zh")] == ["受理", "分派", "接收", "不成立"]


def test_escape_puts_an_untouched_form_away(shown: Shown) -> None:
    shown.open(shown.tickets[1])
    shown.begin("note")
    press(shown.qtbot, ESCAPE)
    assert shown.view.card.form is None
    press(shown.qtbot, ESCAPE)
    assert QApplication.focusWidget() is shown.view.list


def test_the_page_tells_who_may_not_use_it(qtbot: QtBot, branch: Founded, messages: Messages) -> None:
    with real_desk(branch, messages, actor=branch.actor_with(Permission.FIND_CUSTOMERS)) as desk:
        page = ComplaintsPage(desk)
        qtbot.addWidget(page)
        page.reload()
        page.open_subject(branch.actor.account_id)
        assert page.tab is None
        assert page.can_leave()


def test_who_only_handles_reads_the_desk(
    qtbot: QtBot, branch: Founded, messages: Messages, shown: Shown
) -> None:
    with real_desk(branch, messages, actor=branch.actor_with(Permission.HANDLE_TICKETS)) as desk:
        view = DeskView(desk)
        qtbot.addWidget(view)
        view.open_subject(shown.tickets[0])
        shown.wait(lambda: view.card.card is not None)
        assert not view.card.buttons["assign"].isEnabled()
