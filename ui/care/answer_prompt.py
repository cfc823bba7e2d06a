"""The small forms of the message list: what was answered and what it asks to stop; why it did not arrive."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from app.care.answers import Stop, asks_to_stop
from ui.care.prompts import Prompt
from ui.labels import label
from ui.widgets.choice import Choice, ChoiceField
from ui.widgets.line import TextField


class AnswerPrompt(Prompt):
    """An answer that asks to stop (退订, T, TD) picks the stop by itself; the clerk may say otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("The customer's answer"), self.tr("Record the answer"), parent)
        self.form.add(
            TextField("answer", self.tr("Answer"), required=True, limit=500),
            ChoiceField(
                "stop",
                self.tr("Asks us to stop"),
                [Choice(value=stop, text=label(stop)) for stop in Stop],
                as_row=False,
                empty=None,
            ),
        )
        self.grid.addWidget(self.form["answer"], 0, 0)
        self.grid.addWidget(self.form["stop"], 1, 0)
        self.form.edited.connect(self._on_edited)

    def _start(self) -> dict[str, Any]:
        return {"stop": Stop.NOTHING}

    def _on_edited(self, name: str) -> None:
        if name == "answer":
            answer = self.form["answer"]
            assert isinstance(answer, TextField)
            stop = Stop.MARKETING if asks_to_stop(answer.text()) else Stop.NOTHING
            self.form["stop"].set_value(stop)

    def _value(self) -> tuple[str, Stop]:
        values = self.form.values()
        return values["answer"], values["stop"] or Stop.NOTHING


class FailPrompt(Prompt):
    """Why messages did not arrive."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Did not arrive"), self.tr("Mark as failed"), parent)
        self.form.add(TextField("reason", self.tr("Reason"), required=True, limit=200))
        self.grid.addWidget(self.form["reason"], 0, 0)

    def _value(self) -> str:
        reason: str = self.form.values()["reason"]
        return reason
