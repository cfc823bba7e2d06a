"""Who works here: sign-in name and password, the wait after failures counted down."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal

from app.errors import UserError
from ui.errors import sentence
from ui.start.panel import Panel
from ui.widgets.line import TextField
from ui.widgets.password import PasswordField


class SignInPanel(Panel):
    """`signed_in` carries sign-in name and password as typed."""

    signed_in = Signal(str, str)
    other_database_wanted = Signal()

    def __init__(self, login: str, *, place: str) -> None:
        super().__init__(self.tr("Sign in"), place)
        self.login = TextField("login", self.tr("Sign-in name"), required=True, limit=40)
        self.password = PasswordField("password", self.tr("Password"), required=True)
        self.form.add(self.login, self.password)
        self.login.set_value(login or None)
        for field in (self.login, self.password):
            self.body.addWidget(field)
        self.body.addStretch(1)
        self.enter = self.add_main(self.tr("Sign in"), "person")
        self.enter.clicked.connect(self.submit)
        self.form.finished.connect(self.submit)
        self.seconds_left = 0
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._on_second_passed)

    def begin(self) -> None:
        (self.password if self.login.value() else self.login).go()

    def submit(self) -> None:
        """Try to sign in, unless a wait is running."""
        if self.seconds_left == 0 and self.form.check():
            self.signed_in.emit(self.login.value(), self.password.value())

    def refuse(self, error: UserError) -> None:
        super().refuse(error)
        self.password.forget()
        self.password.go()
        if error.code == "sign-in-wait":
            self.seconds_left = int(str(error.facts["seconds"]))
            self._show_wait()
            self._clock.start()

    def _on_second_passed(self) -> None:
        self.seconds_left -= 1
        self._show_wait()

    def _show_wait(self) -> None:
        is_waiting = self.seconds_left > 0
        self.enter.setEnabled(not is_waiting)
        if is_waiting:
            self.trouble.say(sentence(UserError("sign-in-wait", seconds=self.seconds_left)))
        else:
            self._clock.stop()
            self.trouble.say("")
