"""The corner of a day: figure, lunar day or festival, and the sign of a day off or a make-up day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale, QRectF, Qt
from PySide6.QtGui import QPainter

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


def paint_corner(
    painter: QPainter,
    area: QRectF,
    day: date,
    facts: DayFacts,
    *,
    is_today: bool,
    is_pale: bool,
    with_lunar: bool = True,
) -> None:
    """The figure at the left (today on a disc), small type at the right."""
    colors = theme()
    figure = str(day.day) if day.day > 1 else f"{day.month}/1"
    painter.setFont(font(13, bold=is_today or not is_pale))
    width = painter.fontMetrics().horizontalAdvance(figure)
    spot = QRectF(area.left() + 7, area.top() + 2, width, area.height() - 3)
    if is_today:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color("accent"))
        disc = QRectF(0, 0, max(width + 8, 19), 19)
        disc.moveCenter(spot.center())
        painter.drawRoundedRect(disc, 9.5, 9.5)
    painter.setPen(colors.color("on_accent" if is_today else "muted" if is_pale else "text"))
    painter.drawText(spot, CENTRE, figure)
    left = spot.right() + 6
    if facts.mark is not None:
        left = _paint_mark(painter, left, area, facts.mark)
    if with_lunar and (facts.festival or facts.lunar):
        painter.setFont(font(11))
        painter.setPen(colors.color("accent_text" if facts.festival else "muted"))
        room = QRectF(left, area.top() + 2, area.right() - left - 6, area.height() - 3)
        shown = painter.fontMetrics().elidedText(
            facts.festival or facts.lunar, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, RIGHT, shown)


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
