"""The clocks of a ticket: what each has left as words and a bar, and why its limit falls where it does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.complaints.records import ClockRecord
from app.worktime import Step, StepKind
from ui.complaints.words import moment_words, span_words
from ui.labels import label
from ui.messages import Tone
from ui.theme import GAP, font, theme
from ui.widgets.marks import Badge
from ui.widgets.surface import button, quiet

translate = QCoreApplication.translate

RESTING = (StepKind.NIGHT, StepKind.LUNCH)


def state_of(clock: ClockRecord) -> tuple[str, Tone | None, str]:
    """A clock in a word, with its tone and its icon."""
    if clock.met_at is not None:
        late = clock.is_breached
        return (
            (translate("complaints", "met too late"), Tone.WARNING, "warning")
            if late
            else (translate("complaints", "met in time"), Tone.SUCCESS, "check")
        )
    if clock.is_paused:
        return translate("complaints", "paused"), Tone.INFO, "clock"
    if clock.is_breached:
        return translate("complaints", "passed"), Tone.DANGER, "error"
    return (
        (translate("complaints", "soon"), Tone.WARNING, "warning")
        if clock.used >= 0.8
        else (translate("complaints", "runs"), None, "clock")
    )


def clock_words(clock: ClockRecord) -> str:
    """Due when, how much of how long is used, met when."""
    whole = span_words(timedelta(minutes=clock.minutes))
    parts = [
        translate("complaints", "{percent} % of {time} used").format(
            percent=round(clock.used * 100), time=whole
        )
    ]
    if clock.due_at is not None:
        parts.insert(0, translate("complaints", "due {when}").format(when=moment_words(clock.due_at)))
    if clock.met_at is not None:
        parts.append(translate("complaints", "met {when}").format(when=moment_words(clock.met_at)))
    return "  ·  ".join(parts)


def why_lines(clock: ClockRecord, language: str) -> list[str]:
    """The way of a limit, stretch by stretch; nights and lunches between working time are not told one by one."""
    found = [_step_line(step, language) for step in clock.deadline.steps if step.kind not in RESTING]
    rests = sum(1 for step in clock.deadline.steps if step.kind in RESTING)
    if rests:
        found.append(
            translate("complaints", "Left out: {count} nights and lunch breaks on the way").format(
                count=rests
            )
        )
    found += [
        translate("complaints", "The holidays of {year} are not known yet; the limit may still move.").format(
            year=year
        )
        for year in clock.deadline.unknown_years
    ]
    return found


def _step_line(step: Step, language: str) -> str:
    name = step.name(language)
    words = label(step.kind) + (f" ({name})" if name else "")
    begin = moment_words(step.begin)
    if step.kind in (StepKind.STARTS, StepKind.ENDS):
        return f"{begin}  {words}"
    end = translate("complaints", "still lasts") if step.end is None else moment_words(step.end)
    line = f"{begin} – {end}  {words}"
    return f"{line}  +{span_words(step.counted)}" if step.counted else line


class UsedBar(QWidget):
    """How much of a limit is used; the words beside it say the same."""

    def __init__(self, clock: ClockRecord) -> None:
        super().__init__()
        self._used = min(max(clock.used, 0.0), 1.0)
        self._tone = "danger" if clock.is_breached else "warning" if clock.used >= 0.8 else "accent"
        if clock.met_at is not None and not clock.is_breached:
            self._tone = "success"
        self.setFixedHeight(6)

    def sizeHint(self) -> QSize:
        return QSize(120, 6)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        painter.setBrush(theme().color(self._tone))
        painter.drawRoundedRect(QRectF(0, 0, max(self.width() * self._used, 6), 6), 3, 3)


class ClockPart(QWidget):
    """One clock; the button shows why its limit is what it is."""

    def __init__(self, clock: ClockRecord, language: str) -> None:
        super().__init__()
        name = QLabel(label(clock.clock))
        name.setFont(font(bold=True))
        words, tone, icon = state_of(clock)
        self.why_button = button(translate("complaints", "Why?"))
        self.why_button.setCheckable(True)
        self.why_button.setAccessibleName(f"{label(clock.clock)}: {translate('complaints', 'Why?')}")
        self.why = quiet("\n".join(why_lines(clock, language)))
        self.why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.why_button.toggled.connect(self.why.setVisible)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(name)
        head.addWidget(Badge(words, tone, icon))
        head.addWidget(quiet(clock_words(clock)), 1)
        head.addWidget(self.why_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(UsedBar(clock))
        column.addWidget(self.why)
        self.why.hide()


def clock_parts(clocks: Sequence[ClockRecord], language: str) -> list[ClockPart]:
    """A part for each clock."""
    return [ClockPart(clock, language) for clock in clocks]
