"""The way of a ticket: the stages of its flow in order, done, present and ahead, drawn as one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.complaints.records import TicketCard
from app.states import StageState
from ui import icons
from ui.theme import SMALL, font, theme

HIGH = 54
DOT = 18


class Place(Enum):
    """Where a stage lies on the way."""

    DONE = "done"
    HERE = "here"
    AHEAD = "ahead"


@dataclass(frozen=True, kw_only=True, slots=True)
class Stop:
    """A stage on the way."""

    name: str
    place: Place


def stops_of(card: TicketCard, language: str) -> list[Stop]:
    """The stages from the first to a good end; another end takes the good one's place once it is reached."""
    present = next((stage for stage in card.flow.stages if stage.code == card.line.stage), None)
    ended_otherwise = present is not None and present.state not in (StageState.OPEN, StageState.CLOSED)
    way = [stage for stage in card.flow.stages if stage.state is StageState.OPEN]
    if not ended_otherwise:
        way += [stage for stage in card.flow.stages if stage.state is StageState.CLOSED]
    gone = {step.to_stage for step in card.steps if step.round == card.line.round} | {
        way[0].code if way else ""
    }
    if ended_otherwise and present is not None:
        passed = [Stop(name=stage.name(language), place=Place.DONE) for stage in way if stage.code in gone]
        return [*passed, Stop(name=present.name(language), place=Place.HERE)]
    here = next((number for number, stage in enumerate(way) if stage.code == card.line.stage), 0)
    return [
        Stop(
            name=stage.name(language),
            place=Place.HERE if number == here else Place.DONE if number < here else Place.AHEAD,
        )
        for number, stage in enumerate(way)
    ]


class PathBar(QWidget):
    """Done stages bear a tick, the present one is filled and bold, those ahead are empty rings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stops: list[Stop] = []
        self.setFixedHeight(HIGH)
        self.setFont(font(SMALL))

    def show_stops(self, stops: Sequence[Stop]) -> None:
        """Show a way."""
        self.stops = list(stops)
        words = {
            Place.DONE: self.tr("{stage}: done"),
            Place.HERE: self.tr("{stage}: here"),
            Place.AHEAD: self.tr("{stage}: ahead"),
        }
        self.setAccessibleName(self.tr("Way of the ticket"))
        self.setAccessibleDescription(", ".join(words[s.place].format(stage=s.name) for s in self.stops))
        self.setToolTip(self.accessibleDescription())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, HIGH)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        if not self.stops:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self.width() / len(self.stops)
        for number, stop in enumerate(self.stops):
            centre = wide * (number + 0.5)
            if number:
                self._paint_line(painter, centre - wide, centre, stop)
        for number, stop in enumerate(self.stops):
            self._paint_stop(painter, QRectF(wide * number, 0, wide, HIGH), stop)

    def _paint_line(self, painter: QPainter, left: float, right: float, stop: Stop) -> None:
        ahead = stop.place is Place.AHEAD
        pen = QPen(theme().color("edge" if ahead else "accent"), 1.4 if ahead else 2)
        if ahead:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(round(left + DOT / 2 + 3), DOT // 2 + 4, round(right - DOT / 2 - 3), DOT // 2 + 4)

    def _paint_stop(self, painter: QPainter, area: QRectF, stop: Stop) -> None:
        colors = theme()
        ring = QRectF(area.center().x() - DOT / 2, 4, DOT, DOT)
        ahead = stop.place is Place.AHEAD
        painter.setPen(QPen(colors.color("edge" if ahead else "accent"), 1.6))
        fill = {Place.DONE: "accent_soft", Place.HERE: "accent", Place.AHEAD: "surface"}[stop.place]
        painter.setBrush(colors.color(fill))
        painter.drawEllipse(ring)
        if stop.place is Place.DONE:
            icons.paint(painter, "check", ring.adjusted(3, 3, -3, -3), colors.color("accent_text"))
        elif stop.place is Place.HERE:
            painter.setBrush(colors.color("on_accent"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(ring.adjusted(6, 6, -6, -6))
        painter.setFont(font(SMALL, bold=stop.place is Place.HERE))
        painter.setPen(colors.color("muted" if ahead else "text"))
        text = painter.fontMetrics().elidedText(stop.name, Qt.TextElideMode.ElideRight, int(area.width()) - 2)
        words = QRectF(area.left(), DOT + 8, area.width(), HIGH - DOT - 8)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), text)
