"""Rules of follow-up: the list, the chosen one beside it, and what an edit would do before it is saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.errors import UserError
from app.followups.rules.editing import (
    RuleDraft,
    RuleEffect,
    RuleRecord,
    draft_of,
    preview_rule,
    put_back_rule,
    read_rules,
    remove_rule,
    restore_rule,
    save_rule,
)
from app.lists import Choices, all_choices
from app.states import Permission
from app.work import Work
from ui.desk import Desk
from ui.errors import sentence
from ui.followups.inline_bar import InlineBar, Option
from ui.i18n import Language
from ui.messages import Action
from ui.settings.rule_effect import EffectPanel
from ui.settings.rule_form import RuleForm
from ui.settings.rule_table import RuleTable
from ui.settings.section import Section, needs
from ui.theme import GAP
from ui.widgets.scrolling import ScrollColumn
from ui.widgets.surface import PrimaryButton, button, heading

PAUSE = 200  # milliseconds after the last key before the effect is asked for
FORM_WIDTH = 376


class FieldsScroll(ScrollColumn):
    """Asks for little height: it scrolls by itself, so that effect and buttons below it stay in sight."""

    def sizeHint(self) -> QSize:
        return QSize(FORM_WIDTH, 160)


@dataclass(frozen=True, kw_only=True, slots=True)
class Saved:
    """A rule as it became, what it was before, and what that makes due where it was asked."""

    before: RuleRecord | None
    after: RuleRecord
    effect: RuleEffect | None = None


class RulesSection(Section):
    """C1: nothing is saved before its effect was shown; everything saved can be taken back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            QCoreApplication.translate("settings", "Follow-up rules"),
            QCoreApplication.translate(
                "settings",
                "Follow-ups plan themselves by these rules; a contact closes the step and plans the next.",
            ),
        )
        english = desk.screen.language is Language.ENGLISH
        self._language = "en" if english else "zh"
        self.table = RuleTable()
        self.who = heading("")
        self.fields = RuleForm(english=english, offers_all=self.actor.all_branches)
        self.effect = EffectPanel()
        self.bar = InlineBar()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE)
        self._make_buttons()
        self._lay_out()
        self._connect()
        buttons = (self.keep, self.discard, self.remove, self.new)
        self._is_allowed = needs(self.actor, Permission.EDIT_RULES, *buttons, *self.fields.fields)
        self._show_rule(None)

    def _make_buttons(self) -> None:
        self.keep = PrimaryButton(self.tr("Save  F9"), "check")
        self.discard = button(self.tr("Discard"), "undo")
        self.remove = button(self.tr("Remove"), "delete")
        self.new = button(self.tr("New rule"), "add")

    def _lay_out(self) -> None:
        left, below = QVBoxLayout(), QHBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self.table, 1)
        below.addWidget(self.new)
        below.addWidget(self.remove)
        below.addStretch(1)
        left.addLayout(below)
        scroll = FieldsScroll()
        scroll.column.addWidget(self.fields)
        right, keys = QVBoxLayout(), QHBoxLayout()
        right.setSpacing(GAP)
        right.addWidget(self.who)
        right.addWidget(scroll, 1)
        right.addWidget(self.effect)
        keys.addWidget(self.keep)
        keys.addWidget(self.discard)
        keys.addStretch(1)
        right.addLayout(keys)
        scroll.setFixedWidth(FORM_WIDTH)
        self.effect.setFixedWidth(FORM_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(2 * GAP)
        row.addLayout(left, 1)
        row.addLayout(right)
        self.column.addWidget(self.bar)
        self.column.addLayout(row, 1)

    def _connect(self) -> None:
        self.table.itemSelectionChanged.connect(self._on_chosen)
        self.table.toggle_wanted.connect(self._toggle)
        self.table.removal_wanted.connect(self._remove)
        self.table.entered.connect(self.fields.form["name"].go)
        self.keep.clicked.connect(self.save)
        self.discard.clicked.connect(self._discard)
        self.remove.clicked.connect(self._remove)
        self.new.clicked.connect(self.begin_new)
        self.fields.form.finished.connect(self.save)
        self.fields.form.edited.connect(self._on_edited)
        for field in self.fields.fields:
            edit = getattr(field, "edit", None)
            if edit is not None:
                edit.escaped.connect(self._soon.start)  # typing taken back changes the effect as well
        self._soon.timeout.connect(self._preview)

    # What the page uses ---------------------------------------------------------------------------

    def reload(self) -> None:
        if self.actor.may(Permission.PLAN_FOLLOWUPS):
            self.desk.tasks.read(self, _read, self._show)

    def has_unsaved(self) -> bool:
        """Whether a rule is being edited."""
        return self._is_allowed and self.fields.form.is_edited

    def begin_new(self) -> None:
        """Empty fields for another rule."""
        self.bar.clear()
        self.table.clearSelection()
        self._show_rule(None)
        self.fields.form["name"].go()

    def save(self) -> None:
        if not self._is_allowed or not self.fields.form.check():
            return
        try:
            draft = self.fields.draft()
        except UserError as error:
            self._refuse(error)
            return
        self._save(draft)

    # Showing --------------------------------------------------------------------------------------

    def _show(self, read: tuple[tuple[RuleRecord, ...], Choices]) -> None:
        rules, choices = read
        self.fields.take_choices(choices)
        shown = self.fields.rule
        self.table.blockSignals(True)
        self.table.show_rules(rules, choices, self._language)
        if shown is not None:
            self.table.choose(shown.id)
        self.table.blockSignals(False)
        if not self.has_unsaved():
            self._show_rule(next((rule for rule in rules if shown and rule.id == shown.id), None))

    def _show_rule(self, rule: RuleRecord | None) -> None:
        self.who.setText(self.tr("New rule") if rule is None else rule.name(self._language))
        self.remove.setEnabled(rule is not None and self._is_allowed)
        self.fields.show_rule(rule)
        self._show_edited()

    def _show_edited(self) -> None:
        self._soon.stop()
        self.effect.rest(is_new=self.fields.rule is None)
        self.discard.setEnabled(self.has_unsaved())

    def _on_chosen(self) -> None:
        rule, shown = self.table.chosen(), self.fields.rule
        if rule is None or (shown is not None and rule.id == shown.id):
            return
        if not self.has_unsaved():
            self.bar.clear()
            self._show_rule(rule)
            return
        self.bar.ask(
            self.tr("“{name}” has changes that are not saved.").format(name=self.who.text()),
            [
                Option(text=self.tr("Save"), key="1", run=self.save),
                Option(text=self.tr("Discard"), key="2", run=lambda: self._show_rule(rule)),
            ],
            self._stay,
        )

    def _stay(self) -> None:
        """Back to the rule being edited."""
        self.table.blockSignals(True)
        self.table.clearSelection()
        if self.fields.rule is not None:
            self.table.choose(self.fields.rule.id)
        self.table.blockSignals(False)
        self.fields.form["name"].go()

    def _discard(self) -> None:
        self.bar.clear()
        self._show_rule(self.fields.rule)
        self.reload()

    # The effect before saving ---------------------------------------------------------------------

    def _on_edited(self, _name: str) -> None:
        self.discard.setEnabled(True)
        self._soon.start()

    def _preview(self) -> None:
        if not self.has_unsaved():
            self._show_edited()
            return
        try:
            draft = self.fields.draft()
        except UserError:
            self.effect.rest(is_new=self.fields.rule is None)
            return
        self.effect.wait()
        self.desk.tasks.search(
            self,
            partial(preview_rule, draft=draft),
            self.effect.show_effect,
            self.effect.show_refusal,
            stream="effect",
        )

    # Deeds ----------------------------------------------------------------------------------------

    def _save(self, draft: RuleDraft, *, anyway: bool = False) -> None:
        def done(saved: Saved) -> None:
            self.bar.clear()
            self.fields.form.mark_saved()
            self._show_rule(saved.after)
            self._say(self.tr("Saved: {name}"), saved)

        self.desk.tasks.change(
            self,
            partial(_write, draft=draft, anyway=anyway),
            done,
            lambda error: self._on_refused(error, draft),
        )

    def _toggle(self, rule: RuleRecord) -> None:
        if not self._is_allowed:
            return
        if self.has_unsaved() and self.fields.rule is not None and self.fields.rule.id == rule.id:
            self.fields.active.box.click()  # it is being edited: the switch is one of its fields
            return
        self._switch(replace(draft_of(rule), active=not rule.active))

    def _switch(self, draft: RuleDraft, *, anyway: bool = False) -> None:
        def done(saved: Saved) -> None:
            self.bar.clear()
            if self.fields.rule is not None and self.fields.rule.id == saved.after.id:
                self._show_rule(saved.after)
            text = self.tr("Switched on: {name}") if saved.after.active else self.tr("Switched off: {name}")
            self._say(text, saved)

        def refused(error: UserError) -> bool:
            return self._ask(error, draft, lambda anew: self._switch(anew, anyway=True))

        self.desk.tasks.change(
            self, partial(_write, draft=draft, anyway=anyway, with_effect=True), done, refused
        )

    def _say(self, text: str, saved: Saved) -> None:
        told = text.format(name=saved.after.name(self._language))
        if saved.effect is not None and saved.effect.now_due:
            told += self.tr("  %n due at once", "", saved.effect.now_due)
        if saved.effect is not None and saved.effect.no_longer:
            told += self.tr("  %n no longer due", "", saved.effect.no_longer)
        self.desk.messages.say(told, Action(text=self.tr("Undo"), run=lambda: self._undo(saved)))
        self.reload()

    def _undo(self, saved: Saved) -> None:
        before, after = saved.before, saved.after
        if before is None:
            self._change(partial(remove_rule, rule_id=after.id))
        else:
            self._change(partial(put_back_rule, before=before, seen_version=after.version))

    def _remove(self) -> None:
        rule = self.table.chosen() or self.fields.rule
        if rule is None or not self._is_allowed:
            return

        def done(_: None) -> None:
            self.bar.clear()
            self._show_rule(None)
            told = self.tr("Removed: {name}").format(name=rule.name(self._language))
            back = partial(restore_rule, rule_id=rule.id)
            self.desk.messages.say(told, Action(text=self.tr("Undo"), run=lambda: self._change(back)))
            self.reload()

        self.desk.tasks.change(self, partial(remove_rule, rule_id=rule.id), done)

    def _change(self, fn: Callable[[Work], None]) -> None:
        def done(_: None) -> None:
            self.desk.messages.say(self.tr("Taken back"))
            self.reload()

        self.desk.tasks.change(self, fn, done)

    # Refusals -------------------------------------------------------------------------------------

    def _on_refused(self, error: UserError, draft: RuleDraft) -> bool:
        return self._ask(error, draft, lambda anew: self._save(anew, anyway=True)) or self._refuse(error)

    def _refuse(self, error: UserError) -> bool:
        if not self.fields.show_error(error):
            self.bar.say(sentence(error), tone="danger_soft")
        return True

    def _ask(self, error: UserError, draft: RuleDraft, again: Callable[[RuleDraft], object]) -> bool:
        """A flood, or somebody else's change, is for a person to decide; False for anything else."""
        if error.code == "rule-floods":
            yes = self.tr("Make %n due at once anyway", "", int(str(error.facts["due"])))
            run = partial(again, draft)
        elif error.code == "rule-changed":
            yes, run = self.tr("Save mine over it"), partial(again, replace(draft, seen_version=None))
        else:
            return False
        is_flood = error.code == "rule-floods"
        no = self.tr("Go on editing") if is_flood else self.tr("Show it as it is now")
        leave = self.bar.clear if is_flood else self._discard
        options = [Option(text=no, key="1", run=leave), Option(text=yes, key="2", run=run)]
        self.bar.ask(sentence(error), options, self.bar.clear)
        return True


def _read(work: Work) -> tuple[tuple[RuleRecord, ...], Choices]:
    return read_rules(work), all_choices(work)


def _write(work: Work, *, draft: RuleDraft, anyway: bool, with_effect: bool = False) -> Saved:
    before = next((rule for rule in read_rules(work) if rule.id == draft.id), None)
    effect = preview_rule(work, draft) if with_effect else None
    rule_id = save_rule(work, draft, anyway=anyway)
    after = next(rule for rule in read_rules(work) if rule.id == rule_id)
    return Saved(before=before, after=after, effect=effect)
