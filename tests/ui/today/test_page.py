"""The start page: numbers that hold, results by keys and by typing, each with its way back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.followups.items import due_items
from app.followups.records import Scope
from app.followups.results import Result, record_result
from app.states import ConsentPurpose, Permission
from tests.ui.today.conftest import MATTER, MakeMorning, Morning
from ui.today.lines import Section


def test_what_is_overdue_comes_first_and_everything_is_numbered(morning: Morning) -> None:
    morning.planned("李娜")
    morning.planned("张伟", late=3)
    morning.show("张伟", "李娜")
    late, due = morning.line("张伟"), morning.line("李娜")
    assert (late.section, due.section) == (Section.OVERDUE, Section.TODAY)
    assert late.number < due.number
    assert "3" in late.lateness
    shown = [line.number for line in morning.lines]
    assert shown == list(range(1, len(shown) + 1))
    assert morning.counts[-1] == len([line for line in morning.lines if line.item is not None])


def test_a_letter_picks_the_outcome_and_enter_saves_it_and_goes_on(morning: Morning) -> None:
    customer_id = morning.planned("张伟", late=2)
    morning.planned("李娜", late=1)
    morning.show("张伟", "李娜")
    morning.go_to("张伟")
    number = morning.line("张伟").number
    morning.type("m")
    panel = morning.page.panel
    assert panel.grid.code() == "satisfied"
    morning.press(Qt.Key.Key_Return)
    morning.wait_for(lambda: morning.line("张伟").is_done)
    entry = morning.card(customer_id).entries[0]
    assert (entry.outcome, entry.matter) == ("satisfied", MATTER)
    assert morning.line("张伟").number == number
    morning.wait_for(lambda: panel.item is not None and panel.item.customer_name != "张伟")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert panel.isAncestorOf(focus)


def test_the_toast_takes_a_result_back(morning: Morning) -> None:
    customer_id = morning.planned("张伟", late=2)
    morning.show("张伟")
    morning.go_to("张伟")
    morning.type("m")
    morning.press(Qt.Key.Key_Return)
    morning.wait_for(lambda: morning.line("张伟").is_done)
    morning.undo()
    morning.wait_for(lambda: not morning.line("张伟").is_done)
    assert not any(entry.outcome for entry in morning.card(customer_id).entries)


def test_who_was_not_reached_is_called_again_on_the_next_working_day(morning: Morning) -> None:
    morning.planned("张伟", late=1)
    morning.show("张伟")
    morning.go_to("张伟")
    morning.type("j")
    panel = morning.page.panel
    assert panel.grid.code() == "no-answer"
    morning.wait_for(lambda: panel.form["next_on"].value() is not None)
    proposed = panel.form["next_on"].value()
    morning.page.save()
    morning.wait_for(lambda: morning.line("张伟").is_done)
    with morning.founded.read() as work:
        waiting = [item for item in due_items(work, Scope(), proposed) if item.title == MATTER]
    assert [item.due_on for item in waiting] == [proposed]


def test_a_number_and_a_word_write_the_result_down(morning: Morning) -> None:
    morning.planned("张伟", late=2)
    customer_id = morning.planned("李娜", late=1)
    morning.show("张伟", "李娜")
    number = morning.line("李娜").number
    morning.type(f"{number} 通 满意")
    line = morning.page.line
    assert line.edit.hasFocus()
    assert "李娜" in line.meaning.text()
    assert not morning.line("李娜").is_done
    morning.press(Qt.Key.Key_Return)
    morning.wait_for(lambda: morning.line("李娜").is_done)
    assert morning.card(customer_id).entries[0].outcome == "satisfied"
    assert morning.line("李娜").number == number
    assert line.edit.text() == ""
    assert line.edit.hasFocus()


def test_what_is_not_understood_says_so_and_stays_to_be_mended(morning: Morning) -> None:
    morning.planned("张伟")
    morning.show("张伟")
    morning.type("1 xyz")
    morning.press(Qt.Key.Key_Return)
    assert morning.page.line.edit.text() == "1 xyz"
    assert morning.page.line.meaning.text()
    assert not morning.messages.history
    morning.press(Qt.Key.Key_Escape)
    assert morning.page.line.edit.text() == ""
    assert morning.page.list.hasFocus()


def test_a_number_that_is_not_there_is_refused(morning: Morning) -> None:
    morning.planned("张伟")
    morning.show("张伟")
    morning.type("99")
    morning.press(Qt.Key.Key_Return)
    assert "99" in morning.page.line.meaning.text()
    assert not morning.opened


def test_numbers_hold_when_somebody_else_takes_a_line_away(morning: Morning) -> None:
    for late, name in enumerate(("王强", "李娜", "张伟"), 1):
        morning.planned(name, late=late)
    morning.show("张伟", "李娜", "王强")
    before = {line.key: line.number for line in morning.lines}
    morning.go_to("王强")
    number = str(morning.line("王强").number)
    morning.type(number)
    taken = morning.line("张伟").item
    assert taken is not None
    with morning.founded.change() as work:
        record_result(work, taken.key, Result(outcome="satisfied"))
    morning.wait_for(lambda: morning.line("张伟").is_done)
    assert {key: number for key, number in _numbers(morning).items() if key in before} == before
    assert morning.page.line.edit.text() == number
    current = morning.page.list.current()
    assert current is not None
    assert current.name == "王强"


def test_coming_back_leaves_out_what_is_done_and_numbers_anew(morning: Morning) -> None:
    morning.planned("张伟", late=3)
    morning.planned("李娜", late=2)
    morning.show("张伟", "李娜")
    morning.go_to("张伟")
    morning.type("m")
    morning.press(Qt.Key.Key_Return)
    morning.wait_for(lambda: morning.line("张伟").is_done)
    morning.page.hide()
    morning.page.show()
    morning.wait_for(lambda: not any(line.is_done for line in morning.lines))
    shown = [line.number for line in morning.lines]
    assert shown == list(range(1, len(shown) + 1))


def test_c_copies_the_phone_and_o_opens_the_card(morning: Morning) -> None:
    customer_id = morning.planned("张伟", late=1)
    morning.show("张伟")
    morning.go_to("张伟")
    item = morning.page.panel.item
    assert item is not None
    morning.type("c")
    assert QApplication.clipboard().text() == item.phone.replace(" ", "")
    morning.type("o")
    assert morning.opened == [("customers", customer_id)]


def test_typing_in_the_panel_outlives_a_reload(morning: Morning) -> None:
    morning.planned("张伟", late=2)
    morning.show("张伟")
    morning.go_to("张伟")
    morning.type("m")
    answer = morning.page.panel.form["answer"]
    answer.go()
    morning.type("很满意")
    morning.planned("李娜", late=1)
    morning.wait_for(lambda: any(line.name == "李娜" for line in morning.lines))
    assert answer.value() == "很满意"
    assert morning.page.panel.grid.code() == "satisfied"
    assert answer.editor().hasFocus()


def test_leaving_out_asks_for_a_reason_and_can_be_taken_back(morning: Morning) -> None:
    morning.planned("张伟", late=2)
    morning.show("张伟")
    morning.go_to("张伟")
    panel = morning.page.panel
    panel.skipper.click()
    assert panel.form["answer"].error
    morning.type("已在店里见过")
    panel.skipper.click()
    morning.wait_for(lambda: morning.line("张伟").is_done)
    morning.undo()
    morning.wait_for(lambda: not morning.line("张伟").is_done)


def test_who_may_not_assign_work_sees_no_choice_of_scope(make_morning: MakeMorning, morning: Morning) -> None:
    actor = morning.founded.actor
    clerk = make_morning(replace(actor, permissions=actor.permissions - {Permission.ASSIGN_WORK}))
    assert clerk.page.scope.isHidden()
    assert not morning.page.scope.isHidden()


def _numbers(morning: Morning) -> dict[object, int]:
    return {line.key: line.number for line in morning.lines}


def test_control_and_an_arrow_go_from_section_to_section(morning: Morning) -> None:
    morning.planned("张伟", late=2)
    morning.planned("李娜")
    morning.show("张伟", "李娜")
    morning.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    current = morning.page.list.current()
    assert current is not None
    assert current.section is Section.TODAY
    morning.press(Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    current = morning.page.list.current()
    assert current is not None
    assert current.section is Section.OVERDUE


def test_a_line_without_a_result_leads_to_where_it_is_worked_on(morning: Morning) -> None:
    customer_id = morning.planned("张伟", card={"class_code": "key"})
    morning.show("张伟")
    alone = next(line for line in morning.lines if line.section is Section.OWNERS)
    morning.type(f"{alone.number} 满意")
    morning.press(Qt.Key.Key_Return)
    assert not morning.opened
    morning.press(Qt.Key.Key_Escape)
    morning.type(str(alone.number))
    morning.press(Qt.Key.Key_Return)
    assert morning.opened == [("customers", customer_id)]


def test_t_writes_to_the_customer_on_the_page_of_care(morning: Morning) -> None:
    customer_id = morning.planned("张伟", late=1)
    morning.show("张伟")
    morning.go_to("张伟")
    morning.type("t")
    assert morning.opened == [("care", customer_id)]


def test_a_birthday_of_the_day_stands_under_care(morning: Morning) -> None:
    today = morning.founded.store.clock().astimezone().date()
    morning.planned(
        "张伟", card={"birth": f"1990-{today:%m-%d}"}, consents=frozenset({ConsentPurpose.MARKETING})
    )
    morning.show("张伟")
    care = [line for line in morning.lines if line.section is Section.CARE]
    assert [line.rule for line in care] == ["张伟"]
    assert care[0].goal is not None
    assert care[0].goal.page == "care"


def test_control_z_takes_back_what_was_typed_last(morning: Morning) -> None:
    morning.planned("张伟", late=2)
    morning.show("张伟")
    morning.type(f"{morning.line('张伟').number} 满意")
    morning.press(Qt.Key.Key_Return)
    morning.wait_for(lambda: bool(morning.messages.history))
    assert morning.page.line.edit.hasFocus()
    morning.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    morning.wait_for(lambda: not morning.line("张伟").is_done)
