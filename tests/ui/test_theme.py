"""Every pair of ink and ground people read keeps its contrast; a switch reaches open widgets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui import icons
from ui.assets import asset
from ui.theme import CONTRAST, DARK, FAMILY, LIGHT, Colors, Look, contrast, font, theme
from ui.widgets.choice import Combo
from ui.widgets.line import LineEdit

READ = [
    *(
        (ink, ground)
        for ink in ("text", "muted")
        for ground in ("window", "surface", "sunken", "accent_soft")
    ),
    ("text", "mark"),
    ("text", "button"),
    ("on_accent", "accent"),
    *(("accent_text", ground) for ground in ("window", "surface", "accent_soft")),
    *((ink, ground) for ink in ("danger", "warning", "success") for ground in ("surface", f"{ink}_soft")),
    ("danger", "window"),
]


@pytest.fixture
def _light_again() -> Iterator[None]:
    yield
    theme().choose(Look.LIGHT)


def test_contrast_is_the_ratio_of_the_accessibility_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colors", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_all_text_is_readable(colors: Colors) -> None:
    ratios = {pair: contrast(getattr(colors, pair[0]), getattr(colors, pair[1])) for pair in READ}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("colors", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_edges_and_focus_are_seen(colors: Colors) -> None:
    assert contrast(colors.edge, colors.surface) >= 3
    assert contrast(colors.accent, colors.surface) >= 3


@pytest.mark.usefixtures("_light_again")
@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.CONTRAST])
@pytest.mark.parametrize("kind", [LineEdit, Combo, QCheckBox])
def test_the_outline_of_an_input_is_seen(qtbot: QtBot, look: Look, kind: type[QWidget]) -> None:
    theme().choose(look)
    control = kind()
    qtbot.addWidget(control)
    control.resize(200, 32)
    image = control.grab().toImage()
    middle = image.height() // 2
    down = {image.pixelColor(image.width() // 2, y).name() for y in range(image.height())}
    across = {image.pixelColor(x, middle).name() for x in range(image.width())}
    assert max(contrast(color, theme().colors.surface) for color in down | across) >= 3


@pytest.mark.usefixtures("_light_again")
def test_a_switch_reaches_palette_and_icons_of_open_widgets(qtbot: QtBot, qapp: QApplication) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    icons.wear(button, "print")
    before = button.icon().pixmap(16, 16).toImage()
    theme().choose(Look.DARK)
    assert theme().is_dark
    assert qapp.palette().color(QPalette.ColorRole.Base).name() == DARK.surface
    assert button.icon().pixmap(16, 16).toImage() != before


def test_the_bundled_face_is_the_one_in_use(qapp: QApplication) -> None:
    from PySide6.QtGui import QFontInfo

    assert QFontInfo(font()).family() == FAMILY
    assert QFontInfo(font(bold=True)).bold()


def ink_of(name: str) -> float:
    """The share of a drawing's pixels that are painted."""
    image = icons.pixmap(name, "#000000", 24).toImage()
    painted = sum(image.pixelColor(x, y).alpha() > 0 for x in range(24) for y in range(24))
    return painted / (24 * 24)


def test_every_drawing_can_be_drawn(qapp: QApplication) -> None:
    names = [path.stem for path in asset("icons").glob("*.svg")]
    assert len(names) > 40
    assert {name: ink_of(name) for name in names if not 0.005 < ink_of(name) < 0.75} == {}
