"""The look: three palettes, the accent, the spacing, and switching between them while running."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from ui.assets import asset

GAP = 8  # the rhythm: every distance is a multiple or a half of it
CONTROL = 32  # height of a control
RADIUS = 6
TEXT = 14  # pixels
SMALL = 12
TITLE = 20
ICON = 18
FAMILY = "Noto Sans SC"
INPUTS = ("QLineEdit", "QComboBox", "QPlainTextEdit", "QAbstractSpinBox")
BOXES = ("QCheckBox", "QRadioButton")  # whose outline Fusion pales


class Look(StrEnum):
    """What a person chose; `SYSTEM` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "high-contrast"


@dataclass(frozen=True, kw_only=True, slots=True)
class Colors:
    """Every colour the program paints with, as `#rrggbb`; text on its ground keeps 4.5 : 1."""

    window: str
    surface: str
    sunken: str
    button: str
    text: str
    muted: str
    disabled: str
    line: str
    edge: str
    button_edge: str
    accent: str
    on_accent: str
    accent_soft: str
    accent_text: str
    mark: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    success: str
    success_soft: str


LIGHT = Colors(
    window="#f3f4f7",
    surface="#ffffff",
    sunken="#e9ebf0",
    button="#fafbfc",
    text="#1b1f27",
    muted="#5a6270",
    disabled="#9aa1ad",
    line="#dfe2e8",
    edge="#868e9b",
    button_edge="#b3bac4",
    accent="#2759c5",
    on_accent="#ffffff",
    accent_soft="#e3ebfb",
    accent_text="#1f4dae",
    mark="#ffe69a",
    danger="#b3261e",
    danger_soft="#fbe6e4",
    warning="#835000",
    warning_soft="#fdf0d3",
    success="#14693a",
    success_soft="#dff3e6",
)
DARK = Colors(
    window="#16181d",
    surface="#1f2229",
    sunken="#2a2e37",
    button="#2b2f38",
    text="#e7e9ee",
    muted="#a3abb9",
    disabled="#6a717e",
    line="#343944",
    edge="#7b8494",
    button_edge="#505868",
    accent="#7ea6ff",
    on_accent="#0b1838",
    accent_soft="#263657",
    accent_text="#a9c4ff",
    mark="#6b5414",
    danger="#ff9a8f",
    danger_soft="#4a2320",
    warning="#f2c063",
    warning_soft="#40321a",
    success="#7fd6a0",
    success_soft="#1d3a2a",
)
CONTRAST = Colors(
    window="#000000",
    surface="#000000",
    sunken="#1c1c1c",
    button="#101010",
    text="#ffffff",
    muted="#ffffff",
    disabled="#b0b0b0",
    line="#ffffff",
    edge="#ffffff",
    button_edge="#ffffff",
    accent="#ffe600",
    on_accent="#000000",
    accent_soft="#3b3600",
    accent_text="#ffe600",
    mark="#7a4b00",
    danger="#ff9d94",
    danger_soft="#330000",
    warning="#ffd56b",
    warning_soft="#332200",
    success="#7dffb0",
    success_soft="#003018",
)


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""

    def luminance(name: str) -> float:
        color = QColor(name)
        parts = (color.redF(), color.greenF(), color.blueF())
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def palette_of(colors: Colors) -> QPalette:
    """The Qt palette Fusion paints its controls with."""
    palette = QPalette(QColor(colors.button), QColor(colors.window))
    roles = {
        QPalette.ColorRole.Window: colors.window,
        QPalette.ColorRole.WindowText: colors.text,
        QPalette.ColorRole.Base: colors.surface,
        QPalette.ColorRole.AlternateBase: colors.window,
        QPalette.ColorRole.Text: colors.text,
        QPalette.ColorRole.Button: colors.button,
        QPalette.ColorRole.ButtonText: colors.text,
        QPalette.ColorRole.BrightText: colors.danger,
        QPalette.ColorRole.Highlight: colors.accent,
        QPalette.ColorRole.HighlightedText: colors.on_accent,
        QPalette.ColorRole.Accent: colors.accent,
        QPalette.ColorRole.Link: colors.accent_text,
        QPalette.ColorRole.LinkVisited: colors.accent_text,
        QPalette.ColorRole.PlaceholderText: colors.muted,
        QPalette.ColorRole.ToolTipBase: colors.surface,
        QPalette.ColorRole.ToolTipText: colors.text,
    }
    for role, name in roles.items():
        palette.setColor(role, QColor(name))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colors.disabled))
    # A list that lost the focus keeps showing which row is the one, only quieter.
    inactive = QPalette.ColorGroup.Inactive
    palette.setColor(inactive, QPalette.ColorRole.Highlight, QColor(colors.accent_soft))
    palette.setColor(inactive, QPalette.ColorRole.HighlightedText, QColor(colors.text))
    return palette


def edged(colors: Colors, edge: str) -> QPalette:
    """The palette for controls with an outline: Fusion draws it as the window's colour darkened by 1.4,
    which on a dark window is black on black."""
    palette = palette_of(colors)
    palette.setColor(QPalette.ColorRole.Window, QColor(edge).lighter(140))
    return palette


class Theme(QObject):
    """The one place that knows the present colours; paint code reads `colors` at every paint."""

    changed = Signal()

    def __init__(self, look: Look = Look.SYSTEM, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.colors = LIGHT
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)

    @property
    def is_dark(self) -> bool:
        return QColor(self.colors.window).lightness() < 128

    def choose(self, look: Look) -> None:
        """Switch at once; every open widget repaints."""
        self.look = look
        self._apply(self._resolve(look))

    def color(self, name: str) -> QColor:
        """One of the fields of `Colors` as a colour to paint with."""
        return QColor(str(getattr(self.colors, name)))

    def _resolve(self, look: Look) -> Colors:
        chosen = {Look.LIGHT: LIGHT, Look.DARK: DARK, Look.CONTRAST: CONTRAST}.get(look)
        if chosen is not None:
            return chosen
        hints = QGuiApplication.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return CONTRAST
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT

    def _apply(self, colors: Colors) -> None:
        self.colors = colors
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(palette_of(colors))
            outlines = dict.fromkeys(INPUTS, colors.edge) | dict.fromkeys(BOXES, colors.muted)
            for name, edge in (outlines | {"QPushButton": colors.button_edge}).items():
                # The stub asks for bytes, which the call then refuses.
                application.setPalette(edged(colors, edge), name)  # type: ignore[arg-type]
        self.changed.emit()

    def _on_system_changed(self) -> None:
        if self.look is Look.SYSTEM:
            self._apply(self._resolve(self.look))


@lru_cache(maxsize=1)
def theme() -> Theme:
    """The theme of this process; made on first use, so that a widget can be tried on its own."""
    return Theme(Look.LIGHT)


def dress(application: QApplication, look: Look) -> Theme:
    """Fusion, our fonts and the chosen palette for a fresh application."""
    application.setStyle(QStyleFactory.create("Fusion"))
    load_fonts()
    application.setFont(font())
    present = theme()
    present.choose(look)
    return present


def load_fonts() -> None:
    """Register the bundled faces, so that screen and paper look the same on every machine."""
    for name in ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"):
        path = asset("fonts", name)
        if path.exists():
            QFontDatabase.addApplicationFont(str(path))


def font(size: int = TEXT, *, bold: bool = False) -> QFont:
    """The program's face at a size in pixels."""
    made = QFont(FAMILY)
    made.setPixelSize(size)
    made.setBold(bold)
    return made


def color_names() -> tuple[str, ...]:
    """The names `Theme.color` takes."""
    return tuple(field.name for field in fields(Colors))
