"""What gets installed: exact, hashed, and the same in every set."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

SETS = ("tools", "run", "test", "build")


def _name(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=!; ]", requirement, maxsplit=1)[0]).lower()


def _pins(project: Path, requirement_set: str) -> dict[str, str]:
    text = (project / "requirements" / f"{requirement_set}.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9][a-z0-9._-]*)==(\S+)", text, flags=re.MULTILINE))


@pytest.mark.parametrize("requirement_set", SETS)
def test_every_pin_has_hashes_and_no_address(project: Path, requirement_set: str) -> None:
    text = (project / "requirements" / f"{requirement_set}.txt").read_text(encoding="utf-8")
    assert "://" not in text
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert blocks
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("larger", ["test", "build"])
def test_the_larger_sets_hold_the_program_s_own_pins(project: Path, larger: str) -> None:
    assert _pins(project, "run").items() <= _pins(project, larger).items()


def test_every_dependency_of_the_project_is_pinned(project: Path) -> None:
    told = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = told["optional-dependencies"]
    for requirement_set, wanted in (
        ("run", told["dependencies"]),
        ("test", extras["dev"]),
        ("build", extras["build"]),
    ):
        assert {_name(line) for line in wanted} <= set(_pins(project, requirement_set))
