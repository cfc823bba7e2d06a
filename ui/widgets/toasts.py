"""Shows what `ui.messages` says: toasts in the corner of the window, banners under its top."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import icons
from ui.messages import Action, Banner, Message, Messages, Tone
from ui.theme import GAP, RADIUS, SMALL, font, theme
from ui.widgets.surface import tool

WIDTH = 400
MOST = 4


class Toast(QWidget):
    """One message. Its time stands still while the pointer or the focus is on it."""

    closed = Signal(int)

    def __init__(self, message: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = message
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(message.text)
        self._left = round((message.seconds or 0) * 1000)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self.buttons = [self._button(action) for action in message.actions]
        self.close_button = tool("close", self.tr("Close message"))
        self.close_button.clicked.connect(self.dismiss)
        self._build()
        for part in (*self.buttons, self.close_button):
            part.installEventFilter(self)
        self._go_on()

    def dismiss(self) -> None:
        self._timer.stop()
        self.closed.emit(self.message.number)

    @property
    def is_running_out(self) -> bool:
        """Whether the time to its end is running."""
        return self._timer.isActive()

    def _build(self) -> None:
        text = QLabel(self.message.text)
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(text)
        if self.message.detail:
            detail = QLabel(self.message.detail)
            detail.setWordWrap(True)
            detail.setTextFormat(Qt.TextFormat.PlainText)
            detail.setFont(font(SMALL))
            words.addWidget(detail)
        if self.buttons:
            row = QHBoxLayout()
            row.setSpacing(GAP)
            for made in self.buttons:
                row.addWidget(made)
            row.addStretch()
            words.addLayout(row)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(48, 12, 8, 12)
        outer.setSpacing(GAP)
        outer.addLayout(words, 1)
        outer.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)

    def _button(self, action: Action) -> QPushButton:
        made = QPushButton(action.text)
        made.setMinimumHeight(28)
        made.clicked.connect(lambda: self._on_action(action))
        return made

    def _on_action(self, action: Action) -> None:
        self.dismiss()
        action.run()

    def _pause(self) -> None:
        if self._timer.isActive():
            self._left = max(self._timer.remainingTime(), 1500)
            self._timer.stop()

    def _go_on(self) -> None:
        focus = QApplication.focusWidget()
        has_focus = focus is not None and self.isAncestorOf(focus)
        if self.message.seconds is not None and not has_focus and not self.underMouse():
            self._timer.start(self._left)

    def event(self, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Enter:
            self._pause()
        elif event.type() == QEvent.Type.Leave:
            QTimer.singleShot(0, self, self._go_on)
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._pause()
        elif event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._go_on)
        return False

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        paint_ground(painter, QRectF(self.rect()), self.message.tone)
        icons.paint(
            painter,
            self.message.tone.value if self.message.tone is not Tone.DANGER else "error",
            QRectF(16, 14, 20, 20),
            theme().color(_ink(self.message.tone)),
        )


class ToastStack(QWidget):
    """The toasts of a window, newest below; F8 goes to the newest, Escape back to the work."""

    def __init__(self, messages: Messages, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._toasts: list[Toast] = []
        self._before: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self.setAccessibleName(self.tr("Messages"))
        messages.said.connect(self.show_message)
        messages.withdrawn.connect(self.remove)
        window.installEventFilter(self)
        self.hide()

    @property
    def toasts(self) -> tuple[Toast, ...]:
        return tuple(self._toasts)

    def show_message(self, message: Message) -> None:
        """Add a toast; the oldest that would go by itself makes room, and a trouble told again takes the
        place of the first."""
        if message.seconds is None:
            for told in [toast.message for toast in self._toasts]:
                if (told.tone, told.text) == (message.tone, message.text):
                    self.remove(told.number)
        toast = Toast(message, self)
        toast.closed.connect(self.remove)
        self._toasts.append(toast)
        self._column.addWidget(toast)
        passing = [old for old in self._toasts if old.message.seconds is not None and old is not toast]
        if len(self._toasts) > MOST:
            self.remove((passing or self._toasts)[0].message.number)
        self._place()
        self._announce(message)

    def remove(self, number: int) -> None:
        for toast in [old for old in self._toasts if old.message.number == number]:
            had_focus = toast.isAncestorOf(QApplication.focusWidget() or self)
            self._toasts.remove(toast)
            self._column.removeWidget(toast)
            toast.hide()
            toast.deleteLater()
            if had_focus:
                self._return_focus()
        self._place()

    def go(self) -> None:
        """Put the focus on the newest toast, remembering where it was."""
        if not self._toasts:
            return
        self._before = QApplication.focusWidget()
        newest = self._toasts[-1]
        target = newest.buttons[0] if newest.buttons else newest.close_button
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._return_focus()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _return_focus(self) -> None:
        before, self._before = self._before, None
        if before is not None:
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        if not self._toasts:
            self.hide()
            return
        for toast in self._toasts:
            toast.setFixedHeight(max(toast.heightForWidth(WIDTH), 48))
        height = sum(toast.height() for toast in self._toasts) + GAP * (len(self._toasts) - 1)
        left = self._window.width() - WIDTH - 20
        self.setGeometry(left, self._window.height() - height - 44, WIDTH, height)
        self.show()
        self.raise_()

    def _announce(self, message: Message) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, message.text))


class BannerBar(QWidget):
    """The lasting states of a window, one line each."""

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[str, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        messages.banner_changed.connect(self._on_changed)
        for banner in messages.banners.values():
            self._on_changed(banner.state, banner)
        self.setVisible(bool(self._lines))

    def _on_changed(self, state: str, banner: Banner | None) -> None:
        old = self._lines.pop(state, None)
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        if banner is not None:
            line = BannerLine(banner)
            self._lines[state] = line
            self._column.addWidget(line)
        self.setVisible(bool(self._lines))


class BannerLine(QWidget):
    """One state, with what can be done about it."""

    def __init__(self, banner: Banner) -> None:
        super().__init__()
        self.banner = banner
        self.setAccessibleName(banner.text)
        text = QLabel(banner.text)
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(48, 6, 16, 6)
        row.addWidget(text, 1)
        for action in banner.actions:
            made = QPushButton(action.text)
            made.clicked.connect(action.run)
            row.addWidget(made)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color(_ground(self.banner.tone)))
        name = self.banner.tone.value if self.banner.tone is not Tone.DANGER else "error"
        spot = QRectF(16, self.height() / 2 - 9, 18, 18)
        icons.paint(painter, name, spot, theme().color(_ink(self.banner.tone)))


def paint_ground(painter: QPainter, area: QRectF, tone: Tone) -> None:
    """A raised card with a strip in the colour of the tone."""
    colors = theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    body = area.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(colors.color("edge"), 1))
    painter.setBrush(colors.color("surface"))
    painter.drawRoundedRect(body, RADIUS, RADIUS)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.color(_ink(tone)))
    painter.drawRoundedRect(QRectF(0, 8, 4, area.height() - 16), 2, 2)


def _ink(tone: Tone) -> str:
    return "accent" if tone is Tone.INFO else tone.value


def _ground(tone: Tone) -> str:
    return "accent_soft" if tone is Tone.INFO else f"{tone.value}_soft"
