"""What saving the rule being edited would do, kept in sight while it is edited."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.errors import UserError
from app.followups.rules.records import RuleEffect
from ui.errors import sentence
from ui.settings.rule_words import effect_words, example_words
from ui.theme import GAP, RADIUS, SMALL, font, theme

LEAST = 92  # as high as its texts usually are, so that the form above does not jump while one types


class EffectPanel(QWidget):
    """A sunken box: one sentence of counts, one of examples."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = QLabel(self.tr("If saved now"))
        self.head.setFont(font(SMALL, bold=True))
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.examples = QLabel()
        self.examples.setFont(font(SMALL))
        self.examples.setWordWrap(True)
        self.examples.setTextFormat(Qt.TextFormat.PlainText)
        self.examples.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, GAP, 12, GAP)
        column.setSpacing(2)
        for part in (self.head, self.words, self.examples):
            column.addWidget(part)
        column.addStretch(1)
        self.setMinimumHeight(LEAST)
        self._tone = "sunken"

    @property
    def text(self) -> str:
        return f"{self.words.text()} {self.examples.text()}".strip()

    def rest(self, *, is_new: bool) -> None:
        """Nothing is being edited."""
        if is_new:
            text = self.tr("Fill in the fields; what the rule would make due is counted here first.")
        else:
            text = self.tr("Nothing is changed yet; what an edit would make due is counted here first.")
        self._tell(text, "", muted=True)

    def wait(self) -> None:
        """The counts on show are of another draft."""
        self.words.setForegroundRole(QPalette.ColorRole.PlaceholderText)

    def show_effect(self, effect: RuleEffect) -> None:
        self._tell(effect_words(effect), example_words(effect.examples), muted=False)
        self._tone = "warning_soft" if effect.now_due or effect.no_longer else "sunken"
        self.update()

    def show_refusal(self, error: UserError) -> bool:
        """Why it could not be saved like this."""
        self._tell(sentence(error), "", muted=True)
        return True

    def _tell(self, text: str, examples: str, *, muted: bool) -> None:
        role = QPalette.ColorRole.PlaceholderText if muted else QPalette.ColorRole.WindowText
        self.words.setForegroundRole(role)
        self.words.setText(text)
        self.examples.setText(examples)
        self.examples.setVisible(bool(examples))
        self.setAccessibleName(f"{self.head.text()}: {self.text}")
        self._tone = "sunken"
        self.update()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color(self._tone))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
