"""The one door for telling people something: toasts with actions, and banners for states that last."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from ui.errors import sentence

SHORT = 6.0  # seconds a plain message stays
LONG = 12.0  # seconds one with something to press stays


class Tone(StrEnum):
    """What kind of message it is; also its colour and its icon."""

    SUCCESS = "success"
    INFO = "info"
    WARNING = "warning"
    DANGER = "danger"


@dataclass(frozen=True, kw_only=True, slots=True)
class Action:
    """A button of a message: Undo, Print again."""

    text: str
    run: Callable[[], object]


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """Something told; `seconds` is None when it stays until somebody closes it."""

    number: int
    text: str
    tone: Tone = Tone.INFO
    actions: tuple[Action, ...] = ()
    seconds: float | None = SHORT
    detail: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Banner:
    """A state that lasts, such as working offline; one per `state`."""

    state: str
    text: str
    tone: Tone = Tone.WARNING
    actions: tuple[Action, ...] = field(default=())


class Messages(QObject):
    """Never modal, never takes the focus; the window shows what is said here."""

    said = Signal(object)  # Message
    withdrawn = Signal(int)  # number of the message
    banner_changed = Signal(str, object)  # state, Banner or None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = count(1)
        self.history: deque[Message] = deque(maxlen=100)
        self.banners: dict[str, Banner] = {}

    def say(
        self,
        text: str,
        *actions: Action,
        tone: Tone = Tone.SUCCESS,
        seconds: float | None = None,
        detail: str = "",
    ) -> int:
        """Show a toast and return its number. It stays 6 s, 12 s with actions, unless `seconds` says
        else; the time stands still while the pointer or the focus is on it."""
        stay = seconds if seconds is not None else (LONG if actions else SHORT)
        return self._tell(
            Message(
                number=next(self._numbers),
                text=text,
                tone=tone,
                actions=actions,
                seconds=stay,
                detail=detail,
            )
        )

    def warn(self, text: str, *actions: Action, detail: str = "") -> int:
        """A toast that something is not as it should be; it stays until closed."""
        return self._tell(
            Message(
                number=next(self._numbers),
                text=text,
                tone=Tone.WARNING,
                actions=actions,
                seconds=None,
                detail=detail,
            )
        )

    def refuse(self, error: UserError, *actions: Action) -> int:
        """Show why something was not done; stays until closed."""
        return self._tell(
            Message(
                number=next(self._numbers),
                text=sentence(error),
                tone=Tone.DANGER,
                actions=actions,
                seconds=None,
            )
        )

    def withdraw(self, number: int) -> None:
        """Take a message back, for example an Undo that is no longer possible."""
        self.withdrawn.emit(number)

    def state(self, state: str, text: str | None, *actions: Action, tone: Tone = Tone.WARNING) -> None:
        """Show the banner of a lasting state, or remove it with None."""
        if text is None:
            if self.banners.pop(state, None) is not None:
                self.banner_changed.emit(state, None)
            return
        banner = Banner(state=state, text=text, tone=tone, actions=actions)
        if self.banners.get(state) != banner:
            self.banners[state] = banner
            self.banner_changed.emit(state, banner)

    def _tell(self, message: Message) -> int:
        self.history.append(message)
        self.said.emit(message)
        return message.number
