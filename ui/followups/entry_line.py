"""The line under the views that makes something of what is typed into a day: "10:30 张三 试驾"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget

from app.errors import UserError
from app.followups.quick_entry import Person, QuickEntry, people_for, read_entry
from ui.errors import sentence
from ui.followups.labels import clock, day_words
from ui.labels import label
from ui.tasks import Tasks
from ui.theme import GAP, SMALL, font, theme
from ui.widgets.line import LineEdit
from ui.widgets.suggestions import Suggestion, Suggestions
from ui.widgets.surface import button


class EntryLine(QWidget):
    """Always there, so that it is found; the list of people hangs at it as at the search box."""

    entered = Signal(object, object)  # QuickEntry, Person or None
    form_wanted = Signal()
    escaped = Signal()

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._day = date.min
        self._minute: int | None = None
        self._chosen: Person | None = None
        self._found: dict[str, Sequence[Person]] = {}
        self._wants: str | None = None  # the word Enter is waiting for
        self._list: Suggestions | None = None
        self.edit = LineEdit()
        self.edit.setMaxLength(200)
        self.edit.setAccessibleName(self.tr("Add to the chosen day"))
        self.day = QLabel()
        self.day.setFont(font(bold=True))
        self.note = QLabel()
        self.note.setFont(font(SMALL))
        self.note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(GAP)
        row.addWidget(self.day)
        row.addWidget(self.edit, 3)
        row.addWidget(self.note, 2)
        self.more = button(self.tr("Appointment…"), "add")
        self.more.setToolTip(self.tr("New appointment  Ctrl+N"))
        row.addWidget(self.more)
        self.more.clicked.connect(self.form_wanted)
        self.edit.textChanged.connect(self._on_text)
        self.edit.entered.connect(self._on_entered)
        self.edit.escaped.connect(self._on_escaped)

    # Where ----------------------------------------------------------------------------------------

    def show_place(self, day: date, minute: int | None) -> None:
        """The day something is added to; a half hour chosen in the hours stands for a time not typed."""
        self._day, self._minute = day, minute
        self.day.setText(day_words(day) + (f" {clock(minute)}" if minute is not None else ""))
        self.edit.setPlaceholderText(self.tr("Add: 10:30 Zhang San test drive"))
        if self.edit.text():
            self._show_note()

    def begin(self, text: str) -> None:
        """Take over what was typed on a day."""
        self.edit.setFocus()
        if text:
            self.edit.setText(self.edit.text() + text)

    def compose(self, event: QInputMethodEvent) -> None:
        """Take over what an input method writes on a day; the focus comes when a candidate is chosen."""
        QApplication.sendEvent(self.edit, event)
        if event.commitString():
            self.edit.setFocus()

    def clear(self) -> None:
        self._chosen = None
        self._wants = None
        self.edit.clear()
        self.note.clear()

    def refuse(self, error: UserError) -> None:
        """Say at the line why nothing was made of it; the typing stays."""
        self.note.setForegroundRole(QPalette.ColorRole.BrightText)
        self.note.setText(sentence(error))
        self.note.setToolTip(self.note.text())

    # Typing ---------------------------------------------------------------------------------------

    @property
    def people(self) -> Suggestions:
        """The list at the line."""
        if self._list is None:
            self._list = Suggestions(self.edit, rows=8, name=self.tr("People the name may mean"))
            self._list.chosen.connect(self._on_chosen)
        return self._list

    def entry(self) -> QuickEntry:
        """What the line says, with the half hour of the cursor where it names no time."""
        read = read_entry(self.edit.text())
        return QuickEntry(
            minute=read.minute if read.minute is not None else self._minute,
            minutes=read.minutes,
            who=read.who,
            matter=read.matter,
            unit=read.unit,
            every=read.every,
        )

    def _on_text(self, _text: str) -> None:
        self.note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        entry = self.entry()
        if self._chosen is not None and entry.who != self._chosen.name:
            self._chosen = None
        self._wants = None
        self._show_note()
        if not entry.who or self._chosen is not None:
            self._hide_list()
            return
        if entry.who in self._found:
            self._offer(entry.who)
        else:
            self._ask(entry.who)

    def _ask(self, word: str) -> None:
        self._tasks.search(
            self,
            lambda work: people_for(work, word),
            lambda found: self._on_found(word, found),
            self._on_refused,
        )

    def _on_refused(self, error: UserError) -> None:
        self._wants = None
        self.refuse(error)

    def _on_found(self, word: str, found: Sequence[Person]) -> None:
        if len(self._found) > 200:
            self._found.clear()
        self._found[word] = found
        if word != self.entry().who:
            return
        self._show_note()
        if self._wants == word:
            self._wants = None
            self._finish()
        else:
            self._offer(word)

    def _offer(self, word: str) -> None:
        """The list is open as long as the name is being typed."""
        found = self._found.get(word, ())
        if self.edit.hasFocus() and found and not self._is_past_name():
            self.people.offer([_line(person) for person in found])
        else:
            self._hide_list()

    def _is_past_name(self) -> bool:
        entry = self.entry()
        return bool(entry.matter) or self.edit.text().endswith(" ")

    def _hide_list(self) -> None:
        if self._list is not None:
            self._list.hide()

    def _on_chosen(self, row: Suggestion) -> None:
        person = row.key
        if not isinstance(person, Person):
            return
        text, who = self.edit.text(), self.entry().who
        at = text.rfind(who)
        name = "".join(person.name.split())
        self._chosen = Person(
            id=person.id, name=name, phone=person.phone, number=person.number, is_exact=True
        )
        rest = text[at + len(who) :].strip()
        self.edit.setText(f"{text[:at]}{name} {rest}")
        self._show_note()

    # Finishing ------------------------------------------------------------------------------------

    def _on_entered(self) -> None:
        entry = self.entry()
        if not entry.who:
            return
        if self._chosen is None and entry.who not in self._found:
            self._wants = entry.who  # its answer is on the way
            self._ask(entry.who)
            return
        self._finish()

    def _finish(self) -> None:
        entry = self.entry()
        person = self._meant(entry)
        exact = [hit for hit in self._found.get(entry.who, ()) if hit.is_exact]
        if person is None and len(exact) > 1:
            self.note.setText(self.tr("%n people are called that: choose one", "", len(exact)))
            QTimer.singleShot(0, self, lambda: self.people.offer([_line(hit) for hit in exact]))
            return
        self.entered.emit(entry, person)

    def _meant(self, entry: QuickEntry) -> Person | None:
        if self._chosen is not None:
            return self._chosen
        exact = [hit for hit in self._found.get(entry.who, ()) if hit.is_exact]
        return exact[0] if len(exact) == 1 else None

    def _on_escaped(self) -> None:
        if self.edit.text():
            self.clear()
        self.escaped.emit()

    def _show_note(self) -> None:
        entry = self.entry()
        if not entry.who:
            self.note.clear()
            return
        person = self._meant(entry)
        time = clock(entry.minute) if entry.minute is not None else self.tr("no time")
        if entry.unit is not None:
            time += self.tr(" every {n} {unit}").format(n=entry.every, unit=label(entry.unit))
        if entry.minutes:
            time += self.tr(" for %n min", "", entry.minutes)
        if person is not None:
            who = f"{person.name} {person.phone}".strip()
            words = (time, who, entry.matter or self.tr("Follow-up"))
        else:
            words = (time, self.tr("appointment without a customer"), entry.words)
        self.note.setText(" · ".join(words))
        self.note.setToolTip(self.note.text())

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("surface"))
        painter.fillRect(0, 0, self.width(), 1, theme().color("line"))


def _line(person: Person) -> Suggestion:
    return Suggestion(key=person, text=person.name, detail=person.phone, side=person.number, icon="person")
