"""The settings of a device: kept whole, forgiving to read, and never a reason not to start."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import settings
from app.settings import DeviceSettings, PrinterSettings, Theme
from db.errors import UserError

NAMES = st.text(max_size=12)
OFFSETS = st.floats(-50, 50)
PRINTERS = st.builds(
    PrinterSettings, right_mm=OFFSETS, down_mm=OFFSETS, tray=st.none() | NAMES, duplex=st.booleans()
)
SETTINGS = st.builds(
    DeviceSettings,
    language=st.none() | NAMES,
    theme=st.sampled_from(Theme),
    printers=st.dictionaries(NAMES, PRINTERS, max_size=3),
    printer_of=st.dictionaries(NAMES, NAMES, max_size=3),
    layout=st.dictionaries(NAMES, NAMES, max_size=3),
    unknown=st.dictionaries(
        st.text(min_size=1, max_size=5).map("later_".__add__), st.integers() | NAMES, max_size=3
    ),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


@given(SETTINGS)
def test_what_is_kept_comes_back(made: DeviceSettings) -> None:
    content = settings.composed(made)
    assert settings._settings(settings._document(content)) == made


def test_a_change_is_written_and_the_rest_stays(file: Path) -> None:
    settings.change(file, lambda old: replace(old, language="en"))
    settings.change(file, lambda old: settings.with_printer(old, "柜台", PrinterSettings(right_mm=1.5)))
    assert settings.load(file) == (
        DeviceSettings(language="en", printers={"柜台": PrinterSettings(right_mm=1.5)}),
        None,
    )


def test_without_a_file_the_defaults_hold(file: Path) -> None:
    assert settings.load(file) == (DeviceSettings(), None)
    assert not file.exists()


def test_what_a_newer_program_wrote_is_kept(file: Path) -> None:
    file.write_text('{"theme": "dark", "voice": {"speed": 2}}')
    settings.change(file, lambda old: replace(old, language="en"))
    assert json.loads(file.read_text())["voice"] == {"speed": 2}
    assert settings.load(file)[0].theme is Theme.DARK


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"\xff\xfe\x00", b"[" * 100_000, b'"' * 2_000_000, b'{"theme": "da'],
)
def test_a_damaged_file_is_set_aside_and_told(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    found, told = settings.load(file)
    assert found == DeviceSettings()
    assert isinstance(told, UserError)
    assert told.code == "settings-damaged"
    aside = told.facts["aside"]
    assert isinstance(aside, Path)
    assert aside.read_bytes() == content
    assert not file.exists()


@pytest.mark.parametrize(
    "document",
    [
        {"language": 7, "theme": "pink", "printers": [], "printer_of": 1, "layout": {"main": 3}},
        {"theme": ["dark"], "printers": {"a": 1}},
        {"theme": None, "language": None},
    ],
)
def test_a_single_wrong_value_is_the_default(file: Path, document: dict[str, object]) -> None:
    file.write_text(json.dumps(document))
    assert settings.load(file) == (DeviceSettings(), None)


@pytest.mark.parametrize("offset", [True, "3", None, 51, -1e300, "NaN"])
def test_an_offset_beyond_reason_is_none(file: Path, offset: object) -> None:
    file.write_text(json.dumps({"printers": {"a": {"right_mm": offset, "down_mm": 2}}}))
    assert settings.load(file)[0].printers == {"a": PrinterSettings(down_mm=2.0)}


def test_an_offset_that_is_no_number_is_none(file: Path) -> None:
    file.write_text('{"printers": {"a": {"right_mm": NaN, "down_mm": Infinity}}}')
    assert settings.load(file)[0].printers == {"a": PrinterSettings()}


def test_a_full_disk_keeps_the_old_settings(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.change(file, lambda old: replace(old, language="en"))

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.whole_files.os.fsync", full)
    with pytest.raises(UserError, match="disk-full"):
        settings.change(file, lambda old: replace(old, language="zh"))
    assert settings.load(file)[0].language == "en"


def test_a_folder_in_the_file_s_place_costs_the_settings_only(file: Path) -> None:
    file.mkdir()
    found, told = settings.load(file)
    assert found == DeviceSettings()
    assert told is not None
    assert told.code == "settings-unreadable"
