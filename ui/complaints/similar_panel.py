"""Beside the intake: the limits that will hold, and earlier tickets that look like this one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.complaints.similar import Likeness, Similar
from app.states import Clock
from ui.complaints.words import moment_words, span_words
from ui.labels import label
from ui.messages import Tone
from ui.theme import GAP
from ui.widgets.marks import Badge
from ui.widgets.scrolling import ScrollColumn
from ui.widgets.surface import Surface, button, heading, quiet

WIDTH = 360
MATTER_MOST = 60


class SimilarPanel(Surface):
    """Says nothing while there is nothing to say but what it is for."""

    wanted = Signal(object)  # the id of an earlier ticket

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setFixedWidth(WIDTH)
        self.limits = quiet("")
        self.limits.setWordWrap(True)
        self.warning = Badge("", Tone.WARNING, "warning")
        self.warning.setVisible(False)
        self.advice = quiet(
            self.tr(
                "Earlier tickets of this customer, and those on the same matter, appear here while you type."
            )
        )
        self.advice.setWordWrap(True)
        self.lines: list[QPushButton] = []
        self._scroll = ScrollColumn()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GAP)
        self._scroll.column.addLayout(self._rows)
        self._scroll.column.addStretch(1)
        self.column.addWidget(heading(self.tr("Limits")))
        self.column.addWidget(self.limits)
        self.column.addWidget(heading(self.tr("Similar tickets")))
        self.column.addWidget(self.warning)
        self.column.addWidget(self.advice)
        self.column.addWidget(self._scroll, 1)

    def show_limits(self, minutes: Mapping[Clock, int]) -> None:
        """How long each clock of this kind and severity has."""
        said = [
            self.tr("{clock} within {span}").format(
                clock=label(clock), span=span_words(timedelta(minutes=amount))
            )
            for clock, amount in minutes.items()
        ]
        self.limits.setText(
            self.tr("{limits} of working time").format(limits=", ".join(said))
            if said
            else self.tr("No limit is set for this kind and severity.")
        )

    def show_similar(self, found: Sequence[Similar], *, escalates: bool) -> None:
        """The earlier tickets, each a button that opens it."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.lines = []
        for one in found:
            self._rows.addWidget(self._line(one))
        self.advice.setVisible(not found)
        self.warning.say(self.tr("With this one the matter is escalated") if escalates else "", Tone.WARNING)
        self.warning.setVisible(escalates)

    def _line(self, one: Similar) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        opener = button(f"{one.number}   {moment_words(one.received_at)}")
        opener.clicked.connect(lambda: self.wanted.emit(one.id))
        opener.setAccessibleName(self.tr("Open {number}").format(number=one.number))
        self.lines.append(opener)
        words = QLabel(one.matter[:MATTER_MOST])
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        state = self.tr("open") if one.is_open else self.tr("ended")
        why = quiet("  ".join([*map(self._why, one.why), state]))
        column.addWidget(opener)
        column.addWidget(words)
        column.addWidget(why)
        return holder

    def _why(self, likeness: Likeness) -> str:
        return {
            Likeness.SAME_PERSON: self.tr("the same customer"),
            Likeness.SAME_VEHICLE: self.tr("the same vehicle"),
            Likeness.SAME_MATTER: self.tr("the same matter"),
        }[likeness]
