"""The rules of follow-up with real keys: shown before saved, asked at a flood, taken back, two managers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.followups.rules.editing import RuleRecord, draft_of, read_rules, save_rule
from app.lists import write_setting
from app.states import Permission, RuleBasis, RuleUnit
from tests.builders import followups as plant
from tests.builders.databases import Founded
from tests.ui.desks import real_desk
from ui.messages import Messages
from ui.settings.rules import RulesSection
from ui.widgets.line import LineField
from ui.widgets.note import NoteField

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@dataclass
class Opened:
    """The section, and what stands behind it."""

    section: RulesSection
    founded: Founded
    messages: Messages
    qtbot: QtBot

    def rules(self) -> tuple[RuleRecord, ...]:
        with self.founded.read() as work:
            return read_rules(work)

    def general(self) -> RuleRecord:
        return next(rule for rule in self.rules() if rule.code == "general")

    def choose(self, rule: RuleRecord) -> None:
        row = next(row for row, known in enumerate(self.section.table.rules) if known.id == rule.id)
        self.section.table.selectRow(row)

    def type_in(self, **texts: str) -> None:
        """Type as a person would, figures key by key."""
        for name, text in texts.items():
            field = self.section.fields.form[name]
            assert isinstance(field, LineField | NoteField)
            field.go()
            field.edit.selectAll()
            if text.isascii():
                self.qtbot.keyClicks(field.edit, text)
            elif isinstance(field, LineField):
                field.type_text(text)  # what an input method brings
            else:
                field.edit.insertPlainText(text)

    def save(self) -> None:
        self.qtbot.mouseClick(self.section.keep, Qt.MouseButton.LeftButton)
        self.rest()

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: not self.section.desk.tasks.is_busy, timeout=10_000)

    def answer(self, key: str) -> None:
        self.qtbot.keyClick(self.section.bar.buttons[0], key)
        self.rest()

    def undo(self) -> None:
        self.messages.history[-1].actions[0].run()
        self.rest()


@pytest.fixture
def opened(branch: Founded, messages: Messages, qtbot: QtBot) -> Iterator[Opened]:
    with branch.change() as work:
        for days in (50, 60, 100):
            plant.customer(
                work, f"客户{days}", class_code="general", last_contact_at=work.now() - timedelta(days=days)
            )
    with real_desk(branch, messages) as desk:
        section = RulesSection(desk)
        section.resize(1100, 640)
        section.show()
        qtbot.waitExposed(section)
        section.activateWindow()
        made = Opened(section=section, founded=branch, messages=messages, qtbot=qtbot)
        section.reload()
        made.rest()
        yield made
        section.close()
        section.deleteLater()


def test_what_an_edit_makes_due_is_shown_before_it_is_saved(opened: Opened) -> None:
    rule = opened.general()
    opened.choose(rule)
    opened.type_in(amount="40")
    opened.qtbot.waitUntil(lambda: "客户60" in opened.section.effect.text, timeout=10_000)
    assert "2" in opened.section.effect.words.text()
    assert "客户100" not in opened.section.effect.text
    assert opened.general().amount == rule.amount


def test_an_edit_is_saved_and_taken_back(opened: Opened) -> None:
    before = opened.general()
    opened.choose(before)
    opened.type_in(amount="40", name="一般客户40天", points="近况\n新需求")
    opened.save()
    after = opened.general()
    assert (after.amount, after.name_zh, after.points) == (40, "一般客户40天", "近况\n新需求")
    assert not opened.section.has_unsaved()
    opened.undo()
    taken_back = opened.general()
    assert replace(taken_back, version=None) == replace(before, version=None)


def test_space_switches_a_rule_off_and_on_and_undo_keeps_the_day_it_counts_from(opened: Opened) -> None:
    rule = next(rule for rule in opened.rules() if rule.basis is RuleBasis.NEW)
    with opened.founded.change() as work:
        save_rule(work, replace(draft_of(rule), since=work.today() - timedelta(days=200)))
        rule = next(known for known in read_rules(work) if known.id == rule.id)
    opened.section.reload()
    opened.rest()
    opened.choose(rule)
    opened.qtbot.keyClick(opened.section.table, Qt.Key.Key_Space)
    opened.rest()
    assert not next(known for known in opened.rules() if known.id == rule.id).active
    opened.undo()
    again = next(known for known in opened.rules() if known.id == rule.id)
    assert (again.active, again.since) == (True, rule.since)


def test_a_flood_is_asked_about_in_place(opened: Opened) -> None:
    with opened.founded.change() as work:
        write_setting(work, "followup-flood", 1)
    opened.choose(opened.general())
    opened.type_in(amount="40")
    opened.save()
    assert opened.general().amount == 90
    assert len(opened.section.bar.buttons) == 2
    assert "2" in opened.section.bar.buttons[1].text()
    opened.answer("2")
    assert opened.general().amount == 40


def test_a_flood_left_keeps_what_was_typed(opened: Opened) -> None:
    with opened.founded.change() as work:
        write_setting(work, "followup-flood", 1)
    opened.choose(opened.general())
    opened.type_in(amount="40")
    opened.save()
    opened.qtbot.keyClick(opened.section.bar.buttons[0], Qt.Key.Key_Escape)
    opened.rest()
    assert opened.general().amount == 90
    assert opened.section.fields.form["amount"].value() == 40


def test_of_two_managers_the_second_is_told(opened: Opened) -> None:
    opened.choose(opened.general())
    opened.type_in(amount="45")
    with opened.founded.change() as work:
        save_rule(work, replace(draft_of(opened.general()), amount=60))
    opened.save()
    assert opened.general().amount == 60
    assert len(opened.section.bar.buttons) == 2
    opened.answer("1")
    assert opened.section.fields.form["amount"].value() == 60


def test_a_new_rule_is_made_and_undo_removes_it(opened: Opened) -> None:
    count = len(opened.rules())
    opened.qtbot.mouseClick(opened.section.new, Qt.MouseButton.LeftButton)
    opened.section.fields.basis.pick(RuleBasis.EVENT)
    opened.type_in(
        name="车展回访", event="成都车展", event_on="2026-11-20", amount="3", matter="回访车展客户"
    )
    opened.save()
    made = next(rule for rule in opened.rules() if rule.basis is RuleBasis.EVENT)
    assert (made.code, made.amount, made.unit, made.name_en) == ("成都车展", 3, RuleUnit.DAYS, "车展回访")
    opened.undo()
    assert len(opened.rules()) == count


def test_a_rule_is_removed_by_key_and_brought_back(opened: Opened) -> None:
    rule = opened.general()
    opened.choose(rule)
    opened.qtbot.keyClick(opened.section.table, Qt.Key.Key_Delete)
    opened.rest()
    assert all(known.id != rule.id for known in opened.rules())
    opened.undo()
    assert opened.general().id == rule.id


def test_enter_goes_from_the_list_to_the_fields(opened: Opened) -> None:
    opened.choose(opened.general())
    opened.section.table.setFocus()
    opened.qtbot.keyClick(opened.section.table, Qt.Key.Key_Return)
    assert opened.section.fields.form["name"].editor().hasFocus()


def test_a_refusal_stands_at_its_field(opened: Opened) -> None:
    opened.choose(opened.general())
    opened.type_in(amount="99999")
    opened.save()
    assert "99999" in opened.section.fields.form["amount"].error.replace(",", "")


def test_typing_is_not_lost_by_choosing_another_rule(opened: Opened) -> None:
    opened.choose(opened.general())
    opened.type_in(amount="45")
    opened.section.table.selectRow(0)
    assert opened.section.fields.form["amount"].value() == 45
    opened.answer("2")
    rule = opened.section.fields.rule
    assert rule is not None
    assert rule.id == opened.section.table.rules[0].id


def test_without_the_right_everything_is_shown_and_rests(
    branch: Founded, messages: Messages, qtbot: QtBot
) -> None:
    clerk = replace(branch.actor, permissions=frozenset({Permission.PLAN_FOLLOWUPS}))
    with real_desk(branch, messages, actor=clerk) as desk:
        section = RulesSection(desk)
        qtbot.addWidget(section)
        section.reload()
        qtbot.waitUntil(lambda: len(section.table.rules) > 0, timeout=10_000)
        section.table.selectRow(0)
        assert not section.keep.isEnabled()
        assert not section.remove.isEnabled()
        assert all(not field.isEnabled() for field in section.fields.fields)
        section._toggle(section.table.rules[0])
        qtbot.waitUntil(lambda: not desk.tasks.is_busy)
        assert not messages.history
