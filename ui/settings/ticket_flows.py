"""The way of tickets: stages and moves are drawn as the next edition, checked while drawing, released as a whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.complaints import flow_drafts as drawing
from app.complaints.flow_drafts import NAME_MOST, FlowDraft, draft_of
from app.complaints.flow_editing import (
    NOTE_MOST,
    Edition,
    Released,
    read_editions,
    release_flow,
    switch_edition,
)
from app.complaints.flow_faults import flow_faults
from app.errors import UserError
from app.states import Permission, StageState, TicketKind
from ui.desk import Desk
from ui.i18n import Language
from ui.labels import label
from ui.messages import Action
from ui.settings.flow_parts import MoveForm, MoveTable, StageList
from ui.settings.flow_words import fault_words
from ui.settings.section import Section, needs
from ui.theme import GAP
from ui.widgets.choice import Choice, ChoiceField
from ui.widgets.line import TextField
from ui.widgets.surface import PrimaryButton, Rule, button, heading, quiet

FAULTS_SHOWN = 4


class TicketFlowsSection(Section):
    """Nothing holds before it is released; what is released can be taken back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            QCoreApplication.translate("settings", "Ticket flow"),
            QCoreApplication.translate(
                "settings", "Changes become a new edition for new tickets; those under way go on in theirs."
            ),
        )
        self._language = "en" if desk.screen.language is Language.ENGLISH else "zh"
        self.editions: tuple[Edition, ...] = ()
        self.drafts: dict[TicketKind, FlowDraft] = {}
        self.stage = ""
        self._make_parts()
        self._lay_out()
        self._connect()
        self._is_allowed = needs(self.actor, Permission.EDIT_FLOWS, self.kind, *self._tools)

    def _make_parts(self) -> None:
        kinds = [Choice(value=kind, text=label(kind)) for kind in TicketKind]
        self.kind = ChoiceField("kind", self.tr("Kind"), kinds, empty=None)
        self.kind.set_value(TicketKind.COMPLAINT)
        self.standing = quiet("")
        self.stages = StageList()
        self.moves = MoveTable()
        self.move_form = MoveForm()
        states = [Choice(value=state, text=label(state)) for state in StageState]
        self.state = ChoiceField("state", self.tr("What it is"), states, as_row=False, empty=None)
        self.form.add(
            TextField("zh", self.tr("Name in Chinese"), limit=NAME_MOST),
            TextField("en", self.tr("Name in English"), limit=NAME_MOST),
            self.state,
        )
        self.note = TextField("note", self.tr("What changed, for the record"), limit=NOTE_MOST)
        self.faults = QLabel()
        self.faults.setWordWrap(True)
        self.faults.setForegroundRole(QPalette.ColorRole.BrightText)
        self.add_stage = button(self.tr("Add behind"), "add")
        self.rename_stage = button(self.tr("Rename"), "edit")
        self.up = button(self.tr("Up"), "chevron-up")
        self.down = button(self.tr("Down"), "chevron-down")
        self.remove_stage = button(self.tr("Remove"), "delete")
        self.add_move = button(self.tr("Add move"), "add")
        self.change_move = button(self.tr("Take over"), "check")
        self.first_move = button(self.tr("Up"), "chevron-up")
        self.remove_move = button(self.tr("Remove"), "delete")
        self.release = PrimaryButton(self.tr("Release  F9"), "check")
        self.discard = button(self.tr("Discard"), "undo")
        self.back = button(self.tr("Back to the edition before"), "history")

    @property
    def _tools(self) -> tuple[QWidget, ...]:
        fields = (*self.form.fields.values(), *self.move_form.form.fields.values(), self.note)
        stage = (self.add_stage, self.rename_stage, self.up, self.down, self.remove_stage)
        move = (self.add_move, self.change_move, self.first_move, self.remove_move, self.move_form.facts)
        return (*fields, *stage, *move, self.release, self.discard, self.back)

    def _lay_out(self) -> None:
        left, right, both = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        left.addWidget(heading(self.tr("Stages")))
        left.addWidget(self.stages, 1)
        left.addLayout(_row(self.up, self.down, self.remove_stage))
        for field in self.form.fields.values():
            left.addWidget(field)
        left.addLayout(_row(self.add_stage, self.rename_stage))
        self.moves_of = heading(self.tr("Moves"))
        right.addWidget(self.moves_of)
        right.addWidget(self.moves, 1)
        right.addLayout(_row(self.first_move, self.remove_move))
        right.addWidget(self.move_form)
        right.addLayout(_row(self.change_move, self.add_move))
        both.setSpacing(2 * GAP)
        both.addLayout(left, 2)
        both.addLayout(right, 5)
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self.kind)
        top.addWidget(self.note, 1)
        for key in (self.release, self.discard, self.back):
            top.addWidget(key, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(top)
        for part in (self.standing, self.faults, Rule()):
            self.column.addWidget(part)
        self.column.addLayout(both, 1)

    def _connect(self) -> None:
        self.kind.edited.connect(self._on_kind)
        self.stages.currentRowChanged.connect(lambda _row: self._choose(self.stages.chosen()))
        self.moves.itemSelectionChanged.connect(self._on_move)
        deeds: list[tuple[QPushButton, Callable[[], object]]] = [
            (self.add_stage, self._add_stage),
            (self.rename_stage, self._rename_stage),
            (self.up, lambda: self._draw(drawing.shift_stage, self.stage, -1)),
            (self.down, lambda: self._draw(drawing.shift_stage, self.stage, 1)),
            (self.remove_stage, lambda: self._draw(drawing.remove_stage, self.stage)),
            (self.add_move, self._add_move),
            (self.change_move, self._change_move),
            (self.first_move, lambda: self._on_chosen_move(drawing.shift_move, -1)),
            (self.remove_move, lambda: self._on_chosen_move(drawing.remove_move)),
            (self.release, self.save),
            (self.discard, self._discard),
            (self.back, self._go_back),
        ]
        for pressed, run in deeds:
            pressed.clicked.connect(lambda _checked=False, run=run: run())

    # What the page uses ---------------------------------------------------------------------------

    @property
    def draft(self) -> FlowDraft | None:
        """What is being drawn of the chosen kind."""
        return self.drafts.get(self.kind.value() or TicketKind.COMPLAINT)

    def current(self) -> Edition | None:
        """The edition in force of the chosen kind."""
        kind = self.kind.value() or TicketKind.COMPLAINT
        return next((e for e in self.editions if e.flow.kind is kind and e.is_current), None)

    def reload(self) -> None:
        if self._is_allowed:
            self.desk.tasks.read(self, read_editions, self._show)

    def has_unsaved(self) -> bool:
        """Whether a drawn edition would be lost."""
        drawn = {edition.flow.kind: draft_of(edition.flow) for edition in self.editions if edition.is_current}
        return any(draft != drawn.get(kind) for kind, draft in self.drafts.items())

    def save(self) -> None:
        draft = self.draft
        if draft is None or not self._is_allowed or not self.release.isEnabled():
            return
        kind, note = draft.kind, self.note.value() or ""

        def done(released: Released) -> None:
            self.drafts.pop(kind, None)
            self.note.set_value(None)
            text = self.tr("Edition {edition} takes new tickets.").format(edition=released.edition)
            for edition, count in released.staying:
                text += "  " + self.tr("%n open ticket(s) stay in edition {edition}.", "", count).format(
                    edition=edition
                )
            undo = partial(switch_edition, flow_id=released.flow_id, active=False)
            self.desk.messages.say(text, Action(text=self.tr("Undo"), run=lambda: self._switch(undo)))
            self.reload()

        self.desk.tasks.change(self, partial(release_flow, draft=draft, note=note), done)

    # Showing --------------------------------------------------------------------------------------

    def _show(self, editions: tuple[Edition, ...]) -> None:
        kept = {kind: draft for kind, draft in self.drafts.items() if self._is_drawn(draft)}
        self.editions = editions
        self.drafts = {e.flow.kind: draft_of(e.flow) for e in editions if e.is_current} | kept
        self._refresh()

    def _is_drawn(self, draft: FlowDraft) -> bool:
        """Whether it differs from the edition it begins from."""
        return any(e.flow.id == draft.based_on and draft_of(e.flow) != draft for e in self.editions)

    def _on_kind(self) -> None:
        kind = self.kind.value()
        self.kind.set_value(kind)
        self.stage = ""
        self._refresh()

    def _refresh(self, move: str = "") -> None:
        draft, current = self.draft, self.current()
        if draft is None or current is None:
            return
        codes = [stage.code for stage in draft.stages]
        if self.stage not in codes:
            self.stage = codes[0] if codes else ""
        self.stages.show_draft(draft, self._language, self.stage)
        self._show_stage(draft, move)
        text = self.tr("Edition {edition} is in force.").format(edition=current.flow.edition)
        for edition in self.editions:
            if edition.flow.kind is draft.kind and edition.open_tickets:
                told = self.tr("%n open ticket(s) in edition {edition}", "", edition.open_tickets)
                text += "  " + told.format(edition=edition.flow.edition)
        self.standing.setText(text)
        faults = flow_faults(draft)
        words = [fault_words(fault, draft, self._language) for fault in faults[:FAULTS_SHOWN]]
        if len(faults) > FAULTS_SHOWN:
            words.append(self.tr("and %n more", "", len(faults) - FAULTS_SHOWN))
        self.faults.setText("\n".join(words))
        self.faults.setVisible(bool(words))
        drawn = self._is_drawn(draft)
        others = [e for e in self.editions if e.flow.kind is draft.kind and e.active and not e.is_current]
        self.release.setEnabled(self._is_allowed and drawn and not faults)
        self.discard.setEnabled(self._is_allowed and drawn)
        self.back.setEnabled(self._is_allowed and bool(others) and not drawn)

    def _show_stage(self, draft: FlowDraft, move: str = "") -> None:
        if not self.stage:
            return
        stage = draft.stage(self.stage)
        self.form.fill({"zh": stage.name_zh, "en": stage.name_en, "state": stage.state})
        self.moves_of.setText(self.tr("Moves out of “{stage}”").format(stage=stage.name(self._language)))
        self.moves.show_moves(draft, self.stage, self._language, move)
        self._on_move()

    def _choose(self, stage: str) -> None:
        if stage and self.draft is not None:
            self.stage = stage
            self._show_stage(self.draft)

    def _on_move(self) -> None:
        draft, move = self.draft, self.moves.chosen()
        if draft is not None:
            self.move_form.show_move(move, draft, self.stage, self._language)
        for tool in (self.change_move, self.first_move, self.remove_move):
            tool.setEnabled(self._is_allowed and move is not None)

    # Drawing --------------------------------------------------------------------------------------

    def _draw(self, edit: Callable[..., FlowDraft], *given: object, move: str = "", **named: object) -> None:
        draft = self.draft
        if draft is None or not self._is_allowed:
            return
        try:
            self.drafts[draft.kind] = edit(draft, *given, **named)
        except UserError as error:
            self.desk.messages.refuse(error)
            return
        self._refresh(move)

    def _names(self) -> dict[str, str]:
        typed = self.form.values()
        return {"name_zh": typed["zh"] or "", "name_en": typed["en"] or ""}

    def _add_stage(self) -> None:
        """As typed, behind the chosen one."""
        names, state = self._names(), self.state.value() or StageState.OPEN
        shown = self.draft.stage(self.stage) if self.draft and self.stage else None
        if shown is not None and names["name_zh"] != shown.name_zh and names["name_en"] == shown.name_en:
            names["name_en"] = ""  # only the name in Chinese was typed over that of the chosen stage
        before = {stage.code for stage in self.draft.stages} if self.draft else set()
        self._draw(drawing.add_stage, after=self.stage or None, state=state, **names)
        draft = self.draft
        made = [stage.code for stage in draft.stages if stage.code not in before] if draft else []
        if made:
            self.stage = made[0]
            self._refresh()

    def _rename_stage(self) -> None:
        self._draw(drawing.rename_stage, self.stage, **self._names())

    def _add_move(self) -> None:
        wish, shown = self.move_form.wish(self.stage), self.moves.chosen()
        if shown is not None and wish.name_zh != shown.name_zh and wish.name_en == shown.name_en:
            wish = replace(wish, name_en="")
        self._draw(drawing.add_move, wish)

    def _change_move(self) -> None:
        move = self.moves.chosen()
        if move is not None:
            wish = self.move_form.wish(self.stage)
            self._draw(drawing.change_move, self.stage, move.code, wish, move=move.code)

    def _on_chosen_move(self, edit: Callable[..., FlowDraft], *given: object) -> None:
        move = self.moves.chosen()
        if move is not None:
            self._draw(edit, self.stage, move.code, *given, move=move.code)

    def _discard(self) -> None:
        current = self.current()
        if current is not None:
            self.drafts[current.flow.kind] = draft_of(current.flow)
            self._refresh()

    def _go_back(self) -> None:
        current = self.current()
        if current is None:
            return
        off = partial(switch_edition, flow_id=current.flow.id, active=False)
        on = partial(switch_edition, flow_id=current.flow.id, active=True)

        def done(_: None) -> None:
            text = self.tr("Edition {edition} takes no new tickets.").format(edition=current.flow.edition)
            self.desk.messages.say(text, Action(text=self.tr("Undo"), run=lambda: self._switch(on)))
            self._forget(current)

        self.desk.tasks.change(self, off, done)

    def _switch(self, deed: Callable[..., None]) -> None:
        self.desk.tasks.change(self, deed, lambda _: self._forget(self.current()))

    def _forget(self, edition: Edition | None) -> None:
        """Begin from what is in force now."""
        if edition is not None:
            self.drafts.pop(edition.flow.kind, None)
        self.reload()


def _row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP)
    for made in buttons:
        row.addWidget(made)
    row.addStretch(1)
    return row
