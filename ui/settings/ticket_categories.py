"""Ticket categories: the tree, and the chosen one beside it; a branch adds its own beneath the shared ones."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout

from app.complaints.categories import (
    NAME_MOST,
    CategoryDraft,
    CategoryRow,
    CategorySaved,
    move_category,
    read_category_rows,
    save_category,
)
from app.lists import Choices, all_choices
from app.states import ChoiceList, Permission
from app.work import Work
from ui.desk import Desk
from ui.followups.inline_bar import InlineBar, Option
from ui.i18n import Language
from ui.messages import Action
from ui.settings.section import Section, needs
from ui.theme import GAP
from ui.widgets.choice import CheckField, Choice, ChoiceField
from ui.widgets.line import TextField
from ui.widgets.scrolling import slim
from ui.widgets.surface import PrimaryButton, button, heading, quiet

FIELDS_WIDTH = 330
Read = tuple[tuple[CategoryRow, ...], Choices]


class TicketCategoriesSection(Section):
    """Everything saved can be taken back; a node is switched off, never deleted."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            QCoreApplication.translate("settings", "Ticket categories"),
            QCoreApplication.translate(
                "settings",
                "What tickets are sorted by. One switched off is no longer offered; old tickets keep it.",
            ),
        )
        self._language = "en" if desk.screen.language is Language.ENGLISH else "zh"
        self.rows: dict[UUID, CategoryRow] = {}
        self.items: dict[UUID | None, QTreeWidgetItem] = {}
        self.draft: CategoryDraft | None = None
        self._make_tree()
        self._make_fields()
        self.bar = InlineBar()
        self._lay_out()
        buttons = (self.keep, self.discard, self.add_top, self.add_below, self.up, self.down)
        self._is_allowed = needs(self.actor, Permission.EDIT_RULES, *buttons, *self.form.fields.values())
        self.form.finished.connect(self.save)
        self.form.edited.connect(lambda _: self.discard.setEnabled(True))
        self._edit(None)

    def _make_tree(self) -> None:
        self.tree = QTreeWidget()
        self.tree.setColumnCount(3)
        self.tree.setHeaderLabels([self.tr("Category"), self.tr("Department"), self.tr("For")])
        self.tree.setAccessibleName(self.heading)
        self.tree.setUniformRowHeights(True)
        self.tree.setMinimumHeight(260)
        head = self.tree.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        slim(self.tree)
        self.tree.currentItemChanged.connect(self._on_chosen)

    def _make_fields(self) -> None:
        self.parent_field: ChoiceField[UUID] = ChoiceField(
            "parent_id", self.tr("Beneath"), [], as_row=False, empty=self.tr("(at the top)")
        )
        self.department: ChoiceField[str] = ChoiceField(
            "department_code", self.tr("Department"), [], as_row=False, empty=self.tr("(as the one above)")
        )
        self.severity: ChoiceField[str] = ChoiceField(
            "severity_code", self.tr("Severity"), [], as_row=False, empty=self.tr("(as the one above)")
        )
        self.for_all = CheckField("for_all", self.tr("For all branches"))
        self.form.add(
            TextField("name_zh", self.tr("Name in Chinese"), required=True, limit=NAME_MOST),
            TextField("name_en", self.tr("Name in English"), limit=NAME_MOST),
            self.parent_field,
            self.department,
            self.severity,
            CheckField("active", self.tr("Offered for new tickets")),
            self.for_all,
        )
        self.keep = PrimaryButton(self.tr("Save  F9"), "check")
        self.discard = button(self.tr("Discard"), "undo")
        self.add_top = button(self.tr("Add at the top"), "add")
        self.add_below = button(self.tr("Add beneath"), "add")
        self.up = button(self.tr("Up"), "chevron-up")
        self.down = button(self.tr("Down"), "chevron-down")
        self.keep.clicked.connect(self.save)
        self.discard.clicked.connect(self._discard)
        self.add_top.clicked.connect(partial(self.begin_new, beneath=False))
        self.add_below.clicked.connect(partial(self.begin_new, beneath=True))
        self.up.clicked.connect(partial(self._move, -1))
        self.down.clicked.connect(partial(self._move, 1))

    def _lay_out(self) -> None:
        left, below, right, keys = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self.tree, 1)
        for made in (self.add_below, self.add_top, self.up, self.down):
            below.addWidget(made)
        below.addStretch(1)
        left.addLayout(below)
        right.setSpacing(GAP)
        self.who, self.why = heading(""), quiet("")
        right.addWidget(self.who)
        right.addWidget(self.why)
        for field in self.form.fields.values():
            field.setFixedWidth(FIELDS_WIDTH)
            right.addWidget(field)
        right.addStretch(1)
        keys.addWidget(self.keep)
        keys.addWidget(self.discard)
        keys.addStretch(1)
        right.addLayout(keys)
        row = QHBoxLayout()
        row.setSpacing(2 * GAP)
        row.addLayout(left, 1)
        row.addLayout(right)
        self.column.addWidget(self.bar)
        self.column.addLayout(row, 1)

    # What the page uses ---------------------------------------------------------------------------

    def reload(self) -> None:
        if self._is_allowed:
            self.desk.tasks.read(self, _read, self._show)

    def has_unsaved(self) -> bool:
        return self._is_allowed and self.form.is_edited

    def begin_new(self, *_: object, beneath: bool) -> None:
        """Empty fields for one beneath the chosen one, or at the top."""
        if self.has_unsaved():
            self.form["name_zh"].go()
            self.desk.messages.say(self.tr("Save or discard the changes first."))
            return
        above = self.draft.id if beneath and self.draft is not None else None
        self._edit(CategoryDraft(parent_id=above, name_zh=""))
        self.form["name_zh"].go()

    def save(self) -> None:
        if self.draft is None or not self.keep.isEnabled() or not self.form.check():
            return
        typed = self.form.values()
        draft = replace(
            self.draft,
            parent_id=typed["parent_id"],
            name_zh=typed["name_zh"],
            name_en=typed["name_en"] or "",
            department_code=typed["department_code"] or "",
            severity_code=typed["severity_code"] or "",
            active=bool(typed["active"]),
            for_all=bool(typed["for_all"]),
            position=self.draft.position if typed["parent_id"] == self.draft.parent_id else None,
        )

        def done(saved: CategorySaved) -> None:
            self.bar.clear()
            self.form.mark_saved()
            self.draft = replace(draft, id=saved.id)
            undo = partial(save_category, draft=saved.before)
            told = self.tr("Saved: {name}").format(name=draft.name_zh)
            self.desk.messages.say(told, Action(text=self.tr("Undo"), run=lambda: self._change(undo)))
            self.reload()

        self.desk.tasks.change(self, partial(save_category, draft=draft), done, self.form.show_error)

    # Showing --------------------------------------------------------------------------------------

    def _show(self, read: Read) -> None:
        rows, choices = read
        self.rows = {row.draft.id: row for row in rows if row.draft.id is not None}
        departments = {entry.code: entry.text(self._language) for entry in choices[ChoiceList.DEPARTMENT]}
        for field, of in ((self.department, ChoiceList.DEPARTMENT), (self.severity, ChoiceList.SEVERITY)):
            field.set_choices(
                [
                    Choice(value=entry.code, text=entry.text(self._language))
                    for entry in choices[of]
                    if entry.active
                ]
            )
        self.parent_field.set_choices(
            [
                Choice(value=key, text="　" * row.depth + self._name(row.draft))
                for key, row in self.rows.items()
            ]
        )
        self._fill_tree(departments)
        shown = None if self.draft is None or self.draft.id is None else self.rows.get(self.draft.id)
        if not self.has_unsaved() and (self.draft is None or self.draft.id is not None):
            self._edit(shown.draft if shown is not None else None)

    def _fill_tree(self, departments: dict[str, str]) -> None:
        muted = self.palette().color(QPalette.ColorRole.PlaceholderText)
        self.items.clear()
        items = self.items
        self.tree.blockSignals(True)
        self.tree.clear()
        for key, row in self.rows.items():
            draft = row.draft
            name = (
                self._name(draft) if draft.active else self.tr("{name} (off)").format(name=self._name(draft))
            )
            whose = self.tr("all branches") if draft.for_all else self.tr("this branch")
            item = QTreeWidgetItem([name, departments.get(draft.department_code, ""), whose])
            item.setData(0, Qt.ItemDataRole.UserRole, key)
            item.setToolTip(0, name)
            for column in range(3):
                if not draft.active or column == 2:
                    item.setForeground(column, muted)
            items[key] = item
            above = items.get(draft.parent_id)
            if above is None:
                self.tree.addTopLevelItem(item)
            else:
                above.addChild(item)
        self.tree.expandAll()
        if self.draft is not None and self.draft.id in items:
            self.tree.setCurrentItem(items[self.draft.id])
        self.tree.blockSignals(False)

    def _name(self, draft: CategoryDraft) -> str:
        return draft.name_en if self._language == "en" else draft.name_zh

    def _edit(self, draft: CategoryDraft | None) -> None:
        self.draft = draft
        row = None if draft is None or draft.id is None else self.rows.get(draft.id)
        is_new = draft is not None and draft.id is None
        may = self._is_allowed and (is_new or (row is not None and row.is_changeable))
        self.who.setText(
            self.tr("New category")
            if is_new
            else self.tr("Choose a category")
            if draft is None
            else self._name(draft)
        )
        self.why.setText(
            self.tr("It belongs to all branches; add one of your own beneath it.") if row and not may else ""
        )
        self.why.setVisible(bool(row and not may))
        shown = draft or CategoryDraft(name_zh="")
        self.form.fill({name: getattr(shown, name) or None for name in self.form.fields})
        for field in self.form.fields.values():
            field.setEnabled(may)
        self.for_all.setVisible(is_new and self.actor.all_branches)
        self.keep.setEnabled(may)
        self.discard.setEnabled(is_new)
        self.add_below.setEnabled(self._is_allowed and row is not None)
        for mover in (self.up, self.down):
            mover.setEnabled(may and row is not None)

    def _on_chosen(self, item: QTreeWidgetItem | None) -> None:
        row = None if item is None else self.rows.get(item.data(0, Qt.ItemDataRole.UserRole))
        if row is None:
            return
        if not self.has_unsaved():
            self.bar.clear()
            self._edit(row.draft)
            return
        self.bar.ask(
            self.tr("“{name}” has changes that are not saved.").format(name=self.who.text()),
            [
                Option(text=self.tr("Save"), key="1", run=self.save),
                Option(text=self.tr("Discard"), key="2", run=lambda: self._edit(row.draft)),
            ],
            self._stay,
        )

    def _stay(self) -> None:
        """Back to the one being edited."""
        self.tree.blockSignals(True)
        shown = self.items.get(self.draft.id) if self.draft is not None else None
        if shown is None:
            self.tree.clearSelection()
        else:
            self.tree.setCurrentItem(shown)
        self.tree.blockSignals(False)
        self.form["name_zh"].go()

    # Deeds ----------------------------------------------------------------------------------------

    def _discard(self) -> None:
        self.bar.clear()
        row = self.rows.get(self.draft.id) if self.draft is not None and self.draft.id is not None else None
        self._edit(row.draft if row is not None else None)

    def _move(self, step: int) -> None:
        if self.draft is None or self.draft.id is None or self.has_unsaved():
            return
        key, name = self.draft.id, self._name(self.draft)

        def done(moved: bool) -> None:
            if moved:
                undo = partial(move_category, category_id=key, step=-step)
                told = self.tr("Moved: {name}").format(name=name)
                self.desk.messages.say(told, Action(text=self.tr("Undo"), run=lambda: self._change(undo)))
                self.reload()

        self.desk.tasks.change(self, partial(move_category, category_id=key, step=step), done)

    def _change(self, deed: partial[CategorySaved] | partial[bool]) -> None:
        self.desk.tasks.change(self, deed, lambda _: self.reload())


def _read(work: Work) -> Read:
    return read_category_rows(work), all_choices(work)
