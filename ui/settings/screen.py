"""Look, language and reminders of this computer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.desk import Desk
from ui.i18n import Language
from ui.settings.section import Section
from ui.theme import Look
from ui.widgets.choice import CheckField, Choice, ChoiceField


class ScreenSection(Section):
    """Changes at once; the language at the next start."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, QCoreApplication.translate("settings", "Look and language"))
        self.look = ChoiceField(
            "look",
            self.tr("Look"),
            [
                Choice(value=Look.SYSTEM, text=self.tr("As the system"), key="s"),
                Choice(value=Look.LIGHT, text=self.tr("Light"), key="l"),
                Choice(value=Look.DARK, text=self.tr("Dark"), key="d"),
                Choice(value=Look.CONTRAST, text=self.tr("High contrast"), key="h"),
            ],
        )
        self.language = ChoiceField(
            "language",
            self.tr("Language"),
            [
                Choice(value=Language.CHINESE, text="中文", key="c"),
                Choice(value=Language.ENGLISH, text="English", key="e"),
            ],
            hint=self.tr("Another language holds from the next start."),
        )
        self.reminders = CheckField("reminders", self.tr("Remind me on this computer of what begins soon"))
        self.form.add(self.look, self.language, self.reminders)
        for field in (self.look, self.language, self.reminders):
            self.column.addWidget(field)
        self.column.addStretch(1)
        self.look.edited.connect(self._on_look_chosen)
        self.language.edited.connect(self._on_language_chosen)
        self.reminders.edited.connect(self._on_reminders_chosen)

    def reload(self) -> None:
        self.look.set_value(self.desk.screen.look)
        self.language.set_value(self.desk.screen.language)
        self.reminders.set_value(self.desk.screen.reminds)

    def _on_look_chosen(self) -> None:
        look = self.look.value()
        if look is not None:
            self.desk.screen.choose_look(look)
            self.look.set_value(look)

    def _on_language_chosen(self) -> None:
        language = self.language.value()
        if language is not None:
            self.desk.screen.choose_language(language)
            self.language.set_value(language)
            self.desk.messages.say(self.tr("The language changes when the program starts the next time."))

    def _on_reminders_chosen(self) -> None:
        self.desk.screen.choose_reminders(self.reminders.value())
        self.reminders.set_value(self.desk.screen.reminds)
