"""The parts a flow is drawn with: its stages as a path, the moves of one, and the fields of a move."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

import ui.complaints.labels  # noqa: F401 - registers how effects and states read
from app.complaints.facts import FACTS
from app.complaints.flow_drafts import NAME_MOST, FlowDraft, MoveWish
from app.complaints.records import Move
from app.states import MoveActor, MoveEffect, Permission, StageState
from ui.complaints.words import fact_name
from ui.labels import label
from ui.settings.flow_words import RIGHTS, actor_words, right_words
from ui.theme import GAP
from ui.widgets.choice import Choice, ChoiceField
from ui.widgets.form import Form
from ui.widgets.line import TextField
from ui.widgets.scrolling import slim
from ui.widgets.surface import quiet


class StageList(QListWidget):
    """The stages in their order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Stages"))
        self.setMinimumHeight(170)
        slim(self)

    def show_draft(self, draft: FlowDraft, language: str, chosen: str) -> None:
        """Fill it anew; `chosen` is the code of the line the cursor stands on."""
        self.blockSignals(True)
        self.clear()
        for number, stage in enumerate(draft.stages, 1):
            text = f"{number}  {stage.name(language)}"
            if stage.state is not StageState.OPEN:
                text += f"   ·  {label(stage.state)}"
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, stage.code)
            self.addItem(item)
            if stage.code == chosen:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def chosen(self) -> str:
        if self.currentRow() < 0:
            return ""
        return str(self.currentItem().data(Qt.ItemDataRole.UserRole))


class MoveTable(QTableWidget):
    """The ways out of a stage, the usual one first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        heads = (self.tr("Move"), self.tr("To"), self.tr("Who"), self.tr("Must be stated"))
        self.setHorizontalHeaderLabels(list(heads))
        self.setAccessibleName(self.tr("Moves of the stage"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        head.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.setMinimumHeight(170)
        slim(self)
        self.moves: tuple[Move, ...] = ()

    def show_moves(self, draft: FlowDraft, stage: str, language: str, chosen: str) -> None:
        """Fill it with the moves of a stage; `chosen` is the code of a move."""
        self.blockSignals(True)
        self.clearSelection()
        self.setCurrentCell(-1, -1)
        self.moves = draft.moves_of(stage)
        names = {each.code: each.name(language) for each in draft.stages}
        self.setRowCount(len(self.moves))
        for row, move in enumerate(self.moves):
            needed = "、" if language == "zh" else ", "
            texts = (
                move.name(language),
                names.get(move.to_stage, move.to_stage),
                _who(move),
                needed.join(map(fact_name, move.needs)),
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(row, column, item)
            if move.code == chosen:
                self.selectRow(row)
        for column in range(3):
            self.resizeColumnToContents(column)
        self.blockSignals(False)

    def chosen(self) -> Move | None:
        rows = {index.row() for index in self.selectedIndexes()}
        return self.moves[rows.pop()] if rows else None


def _who(move: Move) -> str:
    rights = {right.value: right for right in RIGHTS}
    if move.actor is not MoveActor.ANYONE or move.permission not in rights:
        return actor_words(move.actor)
    return right_words(rights[move.permission])


class FactList(QListWidget):
    """The facts of a move; Space or a click goes from not asked to asked to needed."""

    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What is stated with the move"))
        self.setMinimumHeight(120)
        slim(self)
        self._states = dict.fromkeys(FACTS, 0)
        for name in FACTS:
            self.addItem(QListWidgetItem(name))
        self.itemClicked.connect(lambda item: self.turn(list(FACTS)[self.row(item)]))
        self._paint()

    def show_facts(self, needs: tuple[str, ...], asks: tuple[str, ...]) -> None:
        self._states = {name: 2 if name in needs else 1 if name in asks else 0 for name in FACTS}
        self._paint()

    def turn(self, name: str) -> None:
        """To the next of not asked, asked, needed."""
        self._states[name] = (self._states[name] + 1) % 3
        self._paint()
        self.turned.emit()

    def needs(self) -> tuple[str, ...]:
        return tuple(name for name, state in self._states.items() if state == 2)

    def asks(self) -> tuple[str, ...]:
        return tuple(name for name, state in self._states.items() if state == 1)

    def _paint(self) -> None:
        words = ("", self.tr("asked"), self.tr("needed"))
        checks = (Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked)
        for row, (name, state) in enumerate(self._states.items()):
            item = self.item(row)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            item.setText("   ".join(part for part in (fact_name(name), words[state]) if part))
            item.setCheckState(checks[state])

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentRow() >= 0:
            self.turn(list(FACTS)[self.currentRow()])
            return
        super().keyPressEvent(event)


class MoveForm(QWidget):
    """The fields of the chosen move, or of a new one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Form(self)
        self.to: ChoiceField[str] = ChoiceField("to", self.tr("Leads to"), [], as_row=False, empty=None)
        self.effect = ChoiceField(
            "effect",
            self.tr("What it does"),
            [Choice(value=effect, text=label(effect)) for effect in MoveEffect],
            as_row=False,
            empty=None,
        )
        self.right = ChoiceField(
            "right",
            self.tr("Who may"),
            [Choice(value=right, text=right_words(right)) for right in RIGHTS],
            as_row=False,
            empty=None,
        )
        self.who = ChoiceField(
            "who",
            self.tr("Of them"),
            [Choice(value=actor, text=actor_words(actor)) for actor in MoveActor],
            as_row=False,
            empty=None,
        )
        self.form.add(
            TextField("zh", self.tr("Name in Chinese"), required=True, limit=NAME_MOST),
            TextField("en", self.tr("Name in English"), limit=NAME_MOST),
            self.to,
            self.effect,
            self.right,
            self.who,
        )
        self.facts = FactList()
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GAP)
        for number, field in enumerate(self.form.fields.values()):
            grid.addWidget(field, number // 2, number % 2, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid)
        column.addWidget(quiet(self.tr("What is stated with it: a click asks, another makes it needed.")))
        column.addWidget(self.facts)

    def show_move(self, move: Move | None, draft: FlowDraft, stage: str, language: str) -> None:
        """Show a move, or empty fields for a new one out of `stage`."""
        self.to.set_choices([Choice(value=each.code, text=each.name(language)) for each in draft.stages])
        values = {
            "zh": move.name_zh if move else None,
            "en": move.name_en if move else None,
            "to": move.to_stage if move else stage,
            "effect": move.effect if move else MoveEffect.NOTE,
            "right": Permission(move.permission) if move else Permission.HANDLE_TICKETS,
            "who": move.actor if move else MoveActor.ANYONE,
        }
        self.form.fill(values)
        self.facts.show_facts(move.needs if move else (), move.asks if move else ())

    def wish(self, stage: str) -> MoveWish:
        """The move as typed."""
        typed = self.form.values()
        return MoveWish(
            from_stage=stage,
            to_stage=typed["to"] or stage,
            name_zh=typed["zh"] or "",
            name_en=typed["en"] or "",
            effect=typed["effect"] or MoveEffect.NOTE,
            permission=(typed["right"] or Permission.HANDLE_TICKETS).value,
            actor=typed["who"] or MoveActor.ANYONE,
            needs=self.facts.needs(),
            asks=self.facts.asks(),
        )
