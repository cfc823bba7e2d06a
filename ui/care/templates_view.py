"""Templates and festivals as rows a manager edits; others read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QWidget,
)

from app.care.allowed import purpose_of, set_purpose
from app.care.festivals import FestivalRecord, read_festivals, save_festival
from app.care.templates import (
    TemplateRecord,
    read_templates,
    remove_template,
    restore_template,
    save_template,
)
from app.lists import Choices, all_choices
from app.states import ChoiceList, ConsentPurpose, Occasion, Permission
from app.work import Work
from ui.care.festival_editor import FestivalEditor
from ui.care.template_editor import TemplateEditor
from ui.desk import Desk
from ui.i18n import Language
from ui.labels import label
from ui.messages import Action, Tone
from ui.theme import GAP
from ui.widgets.choice import Choice, ChoiceField
from ui.widgets.scrolling import ScrollColumn, slim
from ui.widgets.surface import PrimaryButton, Surface, button, heading, quiet

KEY = Qt.ItemDataRole.UserRole
R = TypeVar("R", TemplateRecord, FestivalRecord)


@dataclass(frozen=True, kw_only=True, slots=True)
class Texts:
    """One reading of everything this view edits."""

    templates: tuple[TemplateRecord, ...]
    festivals: tuple[FestivalRecord, ...]
    purposes: dict[Occasion, ConsentPurpose]
    choices: Choices


class TemplatesView(QWidget):
    """Two lists at the left, the chosen row at the right; while something is typed the lists wait."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._texts: Texts | None = None
        self._seen: TemplateRecord | FestivalRecord | None = None
        self._wanted: UUID | None = None
        self._may = desk.tasks.actor.may(Permission.EDIT_TEMPLATES)
        language = desk.screen.language
        self.templates, self.festivals = _list(self.tr("Templates")), _list(self.tr("Festivals"))
        self.new_template = button(self.tr("New template"), "add")
        self.new_festival = button(self.tr("New festival"), "add")
        self.editor, self.festival = TemplateEditor(language), FestivalEditor(language)
        self.title, self.note = heading(""), quiet("")
        self.keep = PrimaryButton(self.tr("Save  F9"), "check")
        self.discard = button(self.tr("Discard"), "undo")
        self.remove = button(self.tr("Remove"), "delete")
        self.purpose: ChoiceField[ConsentPurpose] = ChoiceField(
            "purpose",
            self.tr("This occasion asks for consent to"),
            [
                Choice(value=one, text=label(one))
                for one in (ConsentPurpose.SERVICE, ConsentPurpose.MARKETING)
            ],
        )
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    # What the page uses -------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the rows anew; what is being typed stays."""

        def read(work: Work) -> Texts:
            return Texts(
                templates=read_templates(work),
                festivals=read_festivals(work),
                purposes={one: purpose_of(work, one) for one in Occasion},
                choices=all_choices(work),
            )

        self._desk.tasks.read(self, read, self._on_read)

    def focus_first(self) -> None:
        self.templates.setFocus(Qt.FocusReason.OtherFocusReason)

    def has_unsaved(self) -> bool:
        return self.editor.form.is_edited or self.festival.form.is_edited

    def save(self) -> None:
        """Keep what is typed."""
        if not self._may:
            return
        seen = self._seen
        key, when = (None, None) if seen is None else (seen.id, seen.changed_at)
        if self._is_festival():
            if self.festival.form.check():
                festival = self.festival.draft()
                self._desk.tasks.change(
                    self,
                    lambda work: save_festival(work, key, festival, seen=when),
                    self._on_saved,
                    self.festival.form.show_error,
                )
        elif self.editor.form.check():
            draft = self.editor.draft()
            self._desk.tasks.change(
                self,
                lambda work: save_template(work, key, draft, seen=when),
                self._on_saved,
                self.editor.form.show_error,
            )

    # Showing ------------------------------------------------------------------------------------

    def _on_read(self, texts: Texts) -> None:
        self._texts = texts
        if self.has_unsaved():
            return
        self.editor.show_festivals(texts.festivals)
        self.festival.show_classes([c for c in texts.choices[ChoiceList.CLASS] if c.active])
        wanted = self._wanted or (None if self._seen is None else self._seen.id)
        is_english = self._desk.screen.language is Language.ENGLISH
        aside = self.tr("{name} (not in use)")
        rows = [(one.id, one.name if one.active else aside.format(name=one.name)) for one in texts.templates]
        _fill(self.templates, rows)
        names = [(one, one.name_en if is_english else one.name_zh) for one in texts.festivals]
        _fill(
            self.festivals,
            [(one.id, name if one.active else aside.format(name=name)) for one, name in names],
        )
        self._wanted = None
        if not self._choose(self.templates, wanted) and not self._choose(self.festivals, wanted):
            self.templates.setCurrentRow(0)
        self._show()

    def _choose(self, rows: QListWidget, key: UUID | None) -> bool:
        for place in range(rows.count()):
            if rows.item(place).data(KEY) == key:
                rows.setCurrentRow(place)
                return True
        return False

    def _on_template(self, place: int) -> None:
        if place >= 0:
            self.festivals.blockSignals(True)
            self.festivals.setCurrentRow(-1)
            self.festivals.blockSignals(False)
            self._show()

    def _on_festival(self, place: int) -> None:
        if place >= 0:
            self.templates.blockSignals(True)
            self.templates.setCurrentRow(-1)
            self.templates.blockSignals(False)
            self._show()

    def _show(self) -> None:
        texts = self._texts
        if texts is None:
            return
        festival = _found(texts.festivals, self.festivals)
        template = _found(texts.templates, self.templates)
        self._seen = festival or template
        if festival is not None:
            self.festival.show_festival(festival)
            self._stack.setCurrentWidget(self.festival)
        else:
            self.editor.show_template(template)
            self._stack.setCurrentWidget(self.editor)
        self._show_head()

    def _show_head(self) -> None:
        is_new = self._seen is None
        kind = self.tr("Festival") if self._is_festival() else self.tr("Template")
        self.title.setText(self.tr("New: {kind}").format(kind=kind) if is_new else kind)
        shared = self._seen is not None and self._seen.is_shared
        own_copy = shared and not self._desk.tasks.actor.all_branches
        note = self.tr("Shared by all branches; saving makes a copy for this branch.") if own_copy else ""
        if not self._may:
            note = self.tr("A manager edits templates and festivals.")
        self.note.setText(note)
        self.note.setVisible(bool(note))
        is_template = isinstance(self._seen, TemplateRecord)
        self.remove.setVisible(self._may and is_template and not shared)
        self.purpose.setVisible(is_template)
        if isinstance(self._seen, TemplateRecord) and self._texts is not None:
            self.purpose.set_value(self._texts.purposes[self._seen.occasion])
        self._on_edited()

    def _on_edited(self) -> None:
        typed = self.has_unsaved()
        for rows in (self.templates, self.festivals):
            rows.setEnabled(not typed)
        for key in (self.new_template, self.new_festival):
            key.setEnabled(self._may and not typed)
        self.keep.setEnabled(self._may and typed)
        self.discard.setVisible(typed)

    def _is_festival(self) -> bool:
        return self._stack.currentWidget() is self.festival

    # What is done -------------------------------------------------------------------------------

    def _new_template(self) -> None:
        self._clear()
        self.editor.show_template(None)
        self._stack.setCurrentWidget(self.editor)
        self._show_head()
        self.editor.form["name"].go()

    def _new_festival(self) -> None:
        self._clear()
        self.festival.show_festival(None)
        self._stack.setCurrentWidget(self.festival)
        self._show_head()
        self.festival.form["name_zh"].go()

    def _clear(self) -> None:
        self._seen = None
        for rows in (self.templates, self.festivals):
            rows.blockSignals(True)
            rows.setCurrentRow(-1)
            rows.blockSignals(False)

    def _discard(self) -> None:
        if self._seen is None:
            self.templates.setCurrentRow(0)
        self._show()
        self.focus_first()

    def _on_saved(self, key: UUID) -> None:
        self._wanted = key
        self.editor.form.mark_saved()
        self.festival.form.mark_saved()
        self._desk.messages.say(self.tr("Saved"), tone=Tone.SUCCESS)
        self.reload()

    def _remove(self) -> None:
        seen = self._seen
        if not isinstance(seen, TemplateRecord):
            return
        back = Action(text=self.tr("Undo"), run=lambda: self._restore(seen.id))
        self._desk.tasks.change(
            self,
            lambda work: remove_template(work, seen.id),
            lambda _none: self._desk.messages.say(
                self.tr("Template “{name}” removed").format(name=seen.name), back
            ),
        )

    def _restore(self, key: UUID) -> None:
        self._wanted = key
        self._desk.tasks.change(self, lambda work: restore_template(work, key), lambda _none: None)

    def _on_purpose(self) -> None:
        seen, purpose = self._seen, self.purpose.value()
        if isinstance(seen, TemplateRecord) and purpose is not None:
            self._desk.tasks.change(
                self,
                lambda work: set_purpose(work, seen.occasion, purpose),
                lambda _none: self._desk.messages.say(
                    self.tr("{occasion}: asks for consent to {purpose}").format(
                        occasion=label(seen.occasion), purpose=label(purpose)
                    ),
                    tone=Tone.SUCCESS,
                ),
            )

    # Building -----------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.templates.currentRowChanged.connect(self._on_template)
        self.festivals.currentRowChanged.connect(self._on_festival)
        self.new_template.clicked.connect(self._new_template)
        self.new_festival.clicked.connect(self._new_festival)
        self.keep.clicked.connect(self.save)
        self.discard.clicked.connect(self._discard)
        self.remove.clicked.connect(self._remove)
        self.editor.edited.connect(self._on_edited)
        self.festival.edited.connect(self._on_edited)
        self.purpose.committed.connect(self._on_purpose)

    def _build(self) -> None:
        left = Surface()
        left.setFixedWidth(268)
        for name, rows, new in (
            (self.tr("Templates"), self.templates, self.new_template),
            (self.tr("Festivals"), self.festivals, self.new_festival),
        ):
            left.column.addWidget(heading(name))
            left.column.addWidget(rows, 1)
            left.column.addWidget(new)
        self._stack.addWidget(self.editor)
        self._stack.addWidget(self.festival)
        keys = QHBoxLayout()
        keys.setSpacing(GAP)
        for key in (self.keep, self.discard, self.remove):
            keys.addWidget(key)
        keys.addStretch()
        area = ScrollColumn()
        for part in (self.title, self.note, self._stack):
            area.column.addWidget(part)
        area.column.addLayout(keys)
        area.column.addSpacing(GAP)
        area.column.addWidget(self.purpose)
        area.column.addStretch()
        right = Surface()
        right.column.addWidget(area)
        self._stack.setEnabled(self._may)
        self.purpose.setEnabled(self._desk.tasks.actor.may(Permission.EDIT_SETTINGS))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(left)
        row.addWidget(right, 1)


def _list(name: str) -> QListWidget:
    made = QListWidget()
    made.setAccessibleName(name)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setSpacing(1)
    slim(made)
    return made


def _fill(rows: QListWidget, texts: Sequence[tuple[UUID, str]]) -> None:
    rows.blockSignals(True)
    rows.clear()
    for key, text in texts:
        item = QListWidgetItem(text)
        item.setData(KEY, key)
        item.setToolTip(text)
        rows.addItem(item)
    rows.blockSignals(False)


def _found(records: Sequence[R], rows: QListWidget) -> R | None:
    if rows.currentRow() < 0:
        return None
    item = rows.currentItem()
    return next((one for one in records if one.id == item.data(KEY)), None)
