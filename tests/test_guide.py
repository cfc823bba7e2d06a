"""README and users' guide name only what the program has: verbs, keys, pictures, headings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.command_line.parser import _parser

ROOT = Path(__file__).resolve().parent.parent
README, GUIDE = ROOT / "README.md", ROOT / "docs/users-guide.md"
PAGES = pytest.mark.parametrize("page", [README, GUIDE], ids=["README", "guide"])
KEY = re.compile(r"`((?:(?:Ctrl|Alt|Shift)\+)+\S+?|F\d+|PgUp|PgDown)`")
NOT_THERE = {"sync", "conflicts", "replicas"}


def verbs() -> set[str]:
    """Every verb the command line knows."""
    return set(re.findall(r"^ {4}([a-z]+) ", _parser().format_help(), re.MULTILINE))


@PAGES
def test_every_verb_named_exists(page: Path) -> None:
    named = set(re.findall(r"branchdesk(?: --database \S+)? ([a-z]+)", page.read_text("utf-8")))
    assert named - verbs() == set()


def test_the_readme_names_every_verb() -> None:
    named = set(re.findall(r"branchdesk ([a-z]+)", README.read_text("utf-8")))
    assert verbs() - named == set()


@PAGES
def test_what_is_said_to_be_missing_is_missing(page: Path) -> None:
    assert all(f"`{verb}`" in page.read_text("utf-8") for verb in NOT_THERE)
    assert NOT_THERE & verbs() == set()


def test_every_key_of_the_guide_is_bound_in_the_program() -> None:
    program = "\n".join(path.read_text("utf-8") for path in (ROOT / "ui").rglob("*.py"))
    unbound = [
        key
        for key in KEY.findall(GUIDE.read_text("utf-8"))
        if f'"{key}"' not in program
        and f"Key.Key_{key}" not in program
        and not re.fullmatch(r"Ctrl\+[1-9]", key)  # counted out over the pages of the rail
    ]
    assert unbound == []


@PAGES
def test_every_link_leads_somewhere(page: Path) -> None:
    text = page.read_text("utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert (page.parent / target).is_file(), target
    headings = {
        re.sub(r"[（），。]", "", head).strip() for head in re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    }
    for anchor in re.findall(r"\]\(#([^)]+)\)", text):
        assert anchor in headings, anchor
