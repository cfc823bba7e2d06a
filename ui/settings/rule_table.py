"""The rules in their order, a line each; Space or a click switches one on and off."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

import ui.customers.labels  # noqa: F401 - registers how ways of contact read
from app.followups.rules.records import RuleRecord
from app.lists import Choices
from ui.labels import label
from ui.settings.rule_words import owner_words, when_words, whom_words
from ui.theme import CONTROL, GAP
from ui.widgets.scrolling import slim

ACTIVE = 0
NAME = 1
NARROWEST, WIDEST = 130, 170


class RuleTable(QTableWidget):
    """`toggle_wanted` carries the rule whose switch was pressed."""

    toggle_wanted = Signal(object)  # RuleRecord
    removal_wanted = Signal()  # Delete was pressed on the chosen line
    entered = Signal()  # Enter was pressed on it: to its fields

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 6, parent)
        self.rules: list[RuleRecord] = []
        heads = (
            self.tr("On"),
            self.tr("Rule"),
            self.tr("Whom"),
            self.tr("When"),
            self.tr("By"),
            self.tr("Who"),
        )
        self.setHorizontalHeaderLabels(list(heads))
        self.setAccessibleName(self.tr("Follow-up rules"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(CONTROL - 2)
        self.setMinimumHeight(200)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        slim(self)
        self.cellClicked.connect(self._on_clicked)

    def show_rules(self, rules: Sequence[RuleRecord], choices: Choices, language: str) -> None:
        """Fill it anew; the line that was chosen stays chosen."""
        chosen = self.chosen()
        self.blockSignals(True)
        self.rules = list(rules)
        self.setRowCount(len(self.rules))
        for row, rule in enumerate(self.rules):
            self._fill(row, rule, choices, language)
        for column in range(self.columnCount()):
            if column != NAME:
                self.resizeColumnToContents(column)
                self.setColumnWidth(column, min(self.columnWidth(column) + GAP // 2, WIDEST))
        self.setColumnWidth(NAME, max(self._room(), NARROWEST))
        self.clearSelection()
        self.setCurrentCell(-1, -1)
        self.blockSignals(False)
        if chosen is not None:
            self.choose(chosen.id)

    def choose(self, rule_id: UUID) -> None:
        """Put the cursor on a rule."""
        for row, rule in enumerate(self.rules):
            if rule.id == rule_id:
                self.selectRow(row)

    def chosen(self) -> RuleRecord | None:
        """The rule of the chosen line."""
        rows = {index.row() for index in self.selectedIndexes()}
        return self.rules[rows.pop()] if rows else None

    def _room(self) -> int:
        """What the other columns leave to the names."""
        others = sum(self.columnWidth(column) for column in range(self.columnCount()) if column != NAME)
        return self.viewport().width() - others

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.setColumnWidth(NAME, max(self._room(), NARROWEST))

    def _fill(self, row: int, rule: RuleRecord, choices: Choices, language: str) -> None:
        texts = (
            "",
            rule.name(language),
            whom_words(rule, choices, language),
            when_words(rule),
            label(rule.way),
            owner_words(rule.owner),
        )
        state = self.tr("on") if rule.active else self.tr("off")
        muted = self.palette().color(QPalette.ColorRole.PlaceholderText)
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(text or state)
            if not rule.active:
                item.setForeground(muted)
            self.setItem(row, column, item)
        switch = self.item(row, ACTIVE)
        assert switch is not None
        switch.setFlags(switch.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)  # the store is asked first
        switch.setCheckState(Qt.CheckState.Checked if rule.active else Qt.CheckState.Unchecked)
        switch.setData(Qt.ItemDataRole.AccessibleTextRole, f"{rule.name(language)}  {state}")

    def _on_clicked(self, row: int, column: int) -> None:
        if column == ACTIVE and 0 <= row < len(self.rules):
            self.toggle_wanted.emit(self.rules[row])

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        rule = self.chosen()
        if rule is not None and event.key() == Qt.Key.Key_Space:
            self.toggle_wanted.emit(rule)
        elif rule is not None and event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        elif rule is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
