"""Every refusal has a sentence, in English and in Chinese, that says what is wrong and what to do."""

from __future__ import annotations

import ast
import enum
import importlib
import pkgutil
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from app.defaults import SETTINGS
from app.errors import UserError
from ui import error_texts, i18n
from ui.errors import CONTEXT, field_of, sentence, texts
from ui.i18n import Language


def codes_in(source: str) -> Iterator[str]:
    """The literal codes of all `UserError(...)` in a source text."""
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Call)
            and getattr(node.func, "id", getattr(node.func, "attr", "")) == "UserError"
        ):
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


SLUG = re.compile(r"[a-z]+(-[a-z0-9]+)+")


def codes_promised(source: str) -> Iterator[str]:
    """The codes in backticks after "Raises UserError" in docstrings: some are raised from variables."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module):
            told = (ast.get_docstring(node) or "").partition("Raises UserError")[2]
            slugs = (code for code in re.findall(r"`([^`]+)`", told) if SLUG.fullmatch(code))
            yield from (code for code in slugs if code not in SETTINGS)


def codes_told_by_faults(project: Path) -> set[str]:
    """The codes in the tables that translate what drivers and disks complain about."""
    tree = ast.parse((project / "db" / "faults.py").read_text(encoding="utf-8"))
    texts_there = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {text for text in texts_there if isinstance(text, str) and SLUG.fullmatch(text)}


def raised(project: Path) -> dict[str, str]:
    """Code → a file that raises it."""
    return dict.fromkeys(codes_told_by_faults(project), "db/faults.py") | {
        code: path.relative_to(project).as_posix()
        for floor in ("app", "db", "ui")
        for path in sorted((project / floor).rglob("*.py"))
        for read in (codes_in, codes_promised)
        for code in read(path.read_text(encoding="utf-8"))
    }


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    i18n.install(qapp, Language.CHINESE)
    yield
    i18n.remove(qapp)


def test_the_scan_sees_codes_however_they_are_raised() -> None:
    source = "raise errors.UserError('a-b', x=1)\nraise UserError('c')\nraise ValueError('d')"
    assert set(codes_in(source)) == {"a-b", "c"}


def test_every_code_raised_has_a_sentence(project: Path) -> None:
    silent = {code: where for code, where in raised(project).items() if code not in texts()}
    assert silent == {}


@pytest.mark.usefixtures("chinese")
def test_every_sentence_is_chinese_and_keeps_its_facts() -> None:
    wrong = {}
    for code, english in texts().items():
        translated = QCoreApplication.translate(CONTEXT, english)
        is_chinese = any("\u4e00" <= sign <= "\u9fff" for sign in translated)
        if not is_chinese or not placeholders(translated) <= placeholders(english):
            wrong[code] = translated
    assert wrong == {}


def test_a_sentence_shows_its_facts(qapp: QApplication) -> None:
    told = sentence(UserError("input-too-long", limit=10, length=12))
    assert "10" in told
    assert "12" in told


def test_an_unknown_code_is_a_clear_sentence_that_names_it(qapp: QApplication) -> None:
    told = sentence(UserError("no-such-code", secret="x"))
    assert "no-such-code" in told
    assert "{" not in told


def test_a_missing_fact_never_breaks_the_sentence(qapp: QApplication) -> None:
    assert "…" in sentence(UserError("input-too-long"))


def test_braces_in_what_a_person_typed_are_only_text(qapp: QApplication) -> None:
    assert "{limit}" in sentence(UserError("money-invalid", given="{limit}"))


def test_facts_read_as_people_write_them(qapp: QApplication) -> None:
    class Stage(enum.StrEnum):
        OPEN = "open"

    shown = [
        sentence(UserError("money-invalid", given=fact))
        for fact in (date(2026, 5, 6), datetime(2026, 5, 6, 12, tzinfo=UTC), Stage.OPEN, ["a", "b"], None)
    ]
    assert "2026-05-06" in shown[0]
    assert "2026-05-06 " in shown[1]
    assert "open" in shown[2]
    assert "a, b" in shown[3]
    assert "None" not in shown[4]


def test_the_field_of_a_refusal_is_the_fact_named_field() -> None:
    assert field_of(UserError("field-empty", field="phone")) == "phone"
    assert field_of(UserError("field-empty")) is None


def test_no_two_rooms_word_one_code(qapp: QApplication) -> None:
    homes: dict[str, list[str]] = {}
    for module in pkgutil.iter_modules(error_texts.__path__):
        for code in importlib.import_module(f"{error_texts.__name__}.{module.name}").TEXTS:
            homes.setdefault(code, []).append(module.name)
    assert {code: rooms for code, rooms in homes.items() if len(rooms) > 1} == {}
