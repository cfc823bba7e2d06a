"""Setting up: an environment is rebuilt exactly when it must be, and every refusal is one plain sentence."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

import bootstrap

LISTING = """2 libs found in cache
\tlibGL.so.1 (libc6,x86-64) => /usr/lib/x86_64-linux-gnu/libGL.so.1
\tlibEGL.so.1 (libc6,x86-64) => /usr/lib/x86_64-linux-gnu/libEGL.so.1
"""


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder of its own whose environment is this test's Python."""
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(bootstrap, "READY", tmp_path / ".venv" / "ready.json")
    monkeypatch.setattr(bootstrap, "REQUIREMENTS", tmp_path / "requirements")
    monkeypatch.setattr(bootstrap, "venv_program", lambda name: Path(sys.executable))
    (tmp_path / "requirements").mkdir()
    for name in ("tools", "run", "test", "build"):
        (tmp_path / "requirements" / f"{name}.txt").write_text(f"{name}==1\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def steps(house: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What setting up did, in place of doing it."""
    done: list[str] = []

    def create() -> None:
        done.append("create")
        bootstrap.VENV.mkdir(exist_ok=True)
        bootstrap.READY.unlink(missing_ok=True)

    monkeypatch.setattr(bootstrap, "create_venv", create)
    monkeypatch.setattr(bootstrap, "install", done.append)
    return done


def _change_ready(**facts: Any) -> None:
    told = json.loads(bootstrap.READY.read_text(encoding="utf-8"))
    bootstrap.READY.write_text(json.dumps({**told, **facts}), encoding="utf-8")


def test_the_second_start_installs_nothing(steps: list[str]) -> None:
    bootstrap.ensure_environment("run")
    bootstrap.ensure_environment("run")
    assert steps == ["create", "run"]


def test_the_tests_are_added_to_what_is_there_and_hold_what_run_needs(steps: list[str]) -> None:
    bootstrap.ensure_environment("run")
    bootstrap.ensure_environment("test")
    bootstrap.ensure_environment("run")
    assert steps == ["create", "run", "test"]


def test_running_after_the_tests_needs_nothing_more(steps: list[str]) -> None:
    bootstrap.ensure_environment("test")
    bootstrap.ensure_environment("run")
    assert steps == ["create", "test"]


@pytest.mark.parametrize("changed", ["run", "tools"])
def test_changed_requirements_build_it_anew(steps: list[str], house: Path, changed: str) -> None:
    bootstrap.ensure_environment("run")
    (house / "requirements" / f"{changed}.txt").write_text("other==2\n", encoding="utf-8")
    bootstrap.ensure_environment("run")
    assert steps == ["create", "run"] * 2


def test_windows_line_ends_are_no_change(steps: list[str], house: Path) -> None:
    bootstrap.ensure_environment("run")
    (house / "requirements" / "run.txt").write_bytes(b"run==1\r\n")
    bootstrap.ensure_environment("run")
    assert steps == ["create", "run"]


@pytest.mark.parametrize("facts", [{"python": [3, 11, 0, 0]}, {"root": "elsewhere"}, {"run": None}])
def test_another_python_or_a_moved_folder_builds_it_anew(steps: list[str], facts: dict[str, Any]) -> None:
    bootstrap.ensure_environment("run")
    _change_ready(**facts)
    bootstrap.ensure_environment("run")
    assert steps == ["create", "run"] * 2


@pytest.mark.parametrize("left_over", ["", "{", "[]"])
def test_a_half_written_stamp_builds_it_anew(steps: list[str], left_over: str) -> None:
    bootstrap.ensure_environment("run")
    bootstrap.READY.write_text(left_over, encoding="utf-8")
    bootstrap.ensure_environment("run")
    assert steps == ["create", "run"] * 2


def test_an_interrupted_installation_is_redone(steps: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(name: str) -> None:
        raise KeyboardInterrupt

    bootstrap.ensure_environment("run")
    with monkeypatch.context() as patch:
        patch.setattr(bootstrap, "install", interrupted)
        with pytest.raises(KeyboardInterrupt):
            bootstrap.ensure_environment("test")
    bootstrap.ensure_environment("run")
    assert steps == ["create", "run", "create", "run"]


@pytest.mark.parametrize(
    ("version", "expected"),
    [((3, 10, 13), False), ((3, 11, 0), True), ((3, 14, 2), True), ((3, 15, 0), False), ((2, 7), False)],
)
def test_the_range_of_pythons(version: tuple[int, ...], expected: bool) -> None:
    assert bootstrap.is_suitable(version) is expected


def test_too_old_a_python_is_told_what_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(bootstrap, "version_of", lambda python: None)
    with pytest.raises(bootstrap.SetupRefused, match=r"^Python 3\.11 to 3\.14 is needed and this is 3\.9;"):
        bootstrap.suitable_python()


def test_the_newest_suitable_python_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {"python3.13": [3, 13, 1], "python3.12": [3, 12, 9]}
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(bootstrap, "WINDOWS", False)
    monkeypatch.setattr(bootstrap, "version_of", lambda python: answers.get(python[0]))
    assert bootstrap.suitable_python() == ["python3.13"]


def test_a_python_that_does_not_start_has_no_version(tmp_path: Path) -> None:
    assert bootstrap.version_of([str(tmp_path / "nothing")]) is None
    assert bootstrap.version_of([sys.executable]) == list(sys.version_info[:3])


def test_missing_libraries_are_named_by_their_package() -> None:
    missing = bootstrap.missing_libraries(bootstrap.OFFSCREEN_LIBRARIES, LISTING)
    assert missing == ["libglib2.0-0", "libfontconfig1", "libxkbcommon0", "libdbus-1-3"]


def test_without_the_linker_s_list_nothing_is_called_missing() -> None:
    assert bootstrap.missing_libraries(bootstrap.OFFSCREEN_LIBRARIES, "") == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux leaves these to the system")
def test_who_may_not_install_is_told_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "installed_libraries", lambda: LISTING)
    monkeypatch.setattr(bootstrap, "is_root", lambda: False)
    with pytest.raises(bootstrap.SetupRefused, match=r"sudo apt-get install libglib2\.0-0 libfontconfig1"):
        bootstrap.need_libraries(bootstrap.OFFSCREEN_LIBRARIES)


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", "differs from the one"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("Failed to establish a new connection: NewConnectionError", "network"),
        ("Temporary failure in name resolution", "network"),
        ("ERROR: something else", "reason is above"),
    ],
)
def test_pip_s_many_lines_become_one_sentence(output: str, sentence: str) -> None:
    told = bootstrap.why_pip_failed(output)
    assert sentence in told
    assert "\n" not in told


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_what_counts_as_a_display(platform: str, environment: dict[str, str], expected: bool) -> None:
    assert bootstrap.has_display(environment, platform) is expected


class Started:
    """Records the programs that would have been started."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, codes: dict[str, int] | None = None) -> None:
        self.commands: list[list[str]] = []
        self._codes = codes or {}
        monkeypatch.setattr(bootstrap, "call", self)
        for name in ("need_libraries", "ensure_environment"):
            monkeypatch.setattr(bootstrap, name, lambda *_: None)
        monkeypatch.setattr(bootstrap, "want_postgresql", lambda: None)

    def __call__(self, command: list[str], **_: Any) -> int:
        self.commands.append(command[1:])
        return next((code for part, code in self._codes.items() if part in command), 0)


def test_run_passes_arguments_on(monkeypatch: pytest.MonkeyPatch) -> None:
    started = Started(monkeypatch)
    assert bootstrap.main(["run", "find", "张"]) == 0
    assert started.commands == [["-m", "app", "find", "张"]]


def test_without_a_display_run_is_the_tour(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    started = Started(monkeypatch)
    monkeypatch.setattr(bootstrap, "has_display", lambda environment: False)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    bootstrap.main(["run"])
    assert started.commands == [["-m", "app", "tour", "--out", str(bootstrap.ROOT / "tour")]]
    assert "no display" in capsys.readouterr().out


def test_the_first_failing_check_is_named_and_ends_the_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    started = Started(monkeypatch, {"mypy": 2})
    assert bootstrap.main(["test"]) == 2
    assert [command[1:2] for command in started.commands] == [["ruff"], ["ruff"], ["mypy"]]
    assert "FAILED: types" in capsys.readouterr().out


def test_arguments_narrow_the_tests_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    started = Started(monkeypatch)
    bootstrap.main(["test", "-n0", "tests/app"])
    assert [command[1:] for command in started.commands if "tests/app" in command] == [
        ["pytest", "-n0", "tests/app"]
    ]
    assert len(started.commands) == 5


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["nonsense"], 2), (["--help"], 0)])
def test_wrong_usage_shows_the_commands(
    arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bootstrap.main(arguments) == code
    assert "python3 bootstrap.py COMMAND" in capsys.readouterr().out


def test_a_refusal_is_one_line_and_exit_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(wanted: object) -> None:
        raise bootstrap.SetupRefused("no way.")

    monkeypatch.setattr(bootstrap, "need_libraries", refuse)
    assert bootstrap.main(["run"]) == 1
    assert capsys.readouterr() == ("", "bootstrap: no way.\n")
