"""A field for secrets: dots instead of signs, kept as typed, nothing mended."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.widgets.field import Side
from ui.widgets.line import LineField
from ui.widgets.surface import tool


class PasswordField(LineField[str]):
    """The eye shows what was typed; spaces count."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        required: bool = False,
        hint: str = "",
        placeholder: str = "",
        side: Side = Side.TOP,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            name,
            label,
            parse=str,
            required=required,
            hint=hint,
            placeholder=placeholder,
            side=side,
            parent=parent,
        )

    def text(self) -> str:
        return self.edit.text()

    def forget(self) -> None:
        """Empty it, so that the secret stands nowhere on the screen."""
        self.set_value(None)

    def _build(self) -> None:
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.edit, 1)
        self.eye = tool("eye", self.tr("Show what is typed"))
        self.eye.setCheckable(True)
        self.eye.setFocusPolicy(self.eye.focusPolicy().NoFocus)
        self.eye.toggled.connect(self._show_signs)
        row.addWidget(self.eye)
        self._show_signs(False)
        self._place(self.edit, body)

    def _show_signs(self, shown: bool) -> None:
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
