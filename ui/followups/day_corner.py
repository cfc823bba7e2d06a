"""The corner of a day: figure, lunar day or festival, and the sign of a day off or a make-up day."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QStaticText

from ui.followups.days_model import DayFacts, DayMark
from ui.labels import label
from ui.theme import SMALL, font, theme

LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
CENTRE = int(Qt.AlignmentFlag.AlignCenter)
TONES = {DayMark.REST: "success", DayMark.WORK: "warning", DayMark.CLOSED: "danger", DayMark.SHORT: "warning"}


def paint_weekdays(painter: QPainter, area: QRectF) -> None:
    """Mon to Sun over the columns; the weekend quieter."""
    names = weekday_names()
    painter.setFont(font(SMALL))
    for number, name in enumerate(names):
        left, right = area.width() * number // 7, area.width() * (number + 1) // 7
        painter.setPen(theme().color("muted" if number > 4 else "text"))
        painter.drawText(
            QRectF(area.left() + left + 8, area.top(), right - left - 8, area.height()), LEFT, name
        )


def weekday_names() -> list[str]:
    """周一 to 周日, in the language of the screen."""
    locale = QLocale()
    return [locale.standaloneDayName(number, QLocale.FormatType.ShortFormat) for number in range(1, 8)]


@lru_cache(maxsize=2000)
def _words(text: str, size: int, bold: bool, most: int) -> tuple[QStaticText, QFont, float, float]:
    """Elided words with their face and their size, laid out once."""
    face = font(size, bold=bold)
    metrics = QFontMetricsF(face)
    shown = text if most < 0 else metrics.elidedText(text, Qt.TextElideMode.ElideRight, most)
    made = QStaticText(shown)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made, face, metrics.horizontalAdvance(shown), metrics.height()


def write(
    painter: QPainter, area: QRectF, text: str, size: int, *, bold: bool = False, align: int = LEFT
) -> float:
    """A line of words, quicker than QPainter lays it out each time; returns its width."""
    words, face, width, height = _words(text, size, bold, int(area.width()))
    painter.setFont(face)
    left = area.left()
    if align == RIGHT:
        left = area.right() - width
    elif align == CENTRE:
        left = area.center().x() - width / 2
    painter.drawStaticText(QPointF(left, area.center().y() - height / 2), words)
    return width


def paint_corner(
    painter: QPainter, area: QRectF, day: date, facts: DayFacts, *, is_today: bool, is_pale: bool
) -> None:
    """The figure at the left (today on a disc), small type at the right."""
    colors = theme()
    figure = str(day.day) if day.day > 1 else f"{day.month}/1"
    is_bold = is_today or not is_pale
    width = _words(figure, 13, is_bold, -1)[2]
    spot = QRectF(area.left() + 7, area.top() + 2, width, area.height() - 3)
    if is_today:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color("accent"))
        disc = QRectF(0, 0, max(width + 8, 19), 19)
        disc.moveCenter(spot.center())
        painter.drawRoundedRect(disc, 9.5, 9.5)
    painter.setPen(colors.color("on_accent" if is_today else "muted" if is_pale else "text"))
    write(painter, spot.adjusted(0, 0, 2, 0), figure, 13, bold=is_bold)
    left = spot.right() + 6
    if facts.mark is not None:
        left = _paint_mark(painter, left, area, facts.mark)
    if facts.festival or facts.lunar:
        painter.setPen(colors.color("accent_text" if facts.festival else "muted"))
        room = QRectF(left, area.top() + 2, area.right() - left - 6, area.height() - 3)
        write(painter, room, facts.festival or facts.lunar, 11, align=RIGHT)


def _paint_mark(painter: QPainter, left: float, area: QRectF, mark: DayMark) -> float:
    """休 on a square or 班 in an outline: the shape says it as well as the colour."""
    tone = theme().color(TONES[mark])
    painter.setFont(font(10, bold=True))
    word = label(mark)
    box = QRectF(left, area.top() + 4, painter.fontMetrics().horizontalAdvance(word) + 5, 15)
    if mark in (DayMark.REST, DayMark.CLOSED):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color(f"{TONES[mark]}_soft"))
    else:
        painter.setPen(tone)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(tone)
    painter.drawText(box, CENTRE, word)
    return box.right() + 4
