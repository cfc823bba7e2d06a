"""The walls of the house in plain words; each is also shown to notice the fault it is there for."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ("app", "db", "ui")
QT = {"PySide6", "shiboken6"}
DATABASE = {"db", "sqlalchemy", "alembic", "psycopg", "sqlcipher3"}
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "manager", "common", "data", "info", "misc"}
LONGEST = 400


def _modules(*floors: str) -> list[str]:
    return sorted(
        path.relative_to(ROOT).as_posix() for floor in floors for path in (ROOT / floor).rglob("*.py")
    )


def imports_of(source: str) -> Iterator[tuple[str, int]]:
    """Each imported module of a source text with its line; relative imports stay inside their room."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module, node.lineno


def forbidden_in(module: str) -> set[str]:
    """The packages a module of ours (as a path) may not name."""
    floor, *rest = Path(module).with_suffix("").parts
    if floor == "ui":
        return DATABASE
    if floor == "db":
        return QT | {"app", "ui"}
    if rest == ["__main__"]:
        return QT
    if rest[0] in ("documents", "exchange"):
        return QT | DATABASE | {"ui"}
    return QT | {"ui"}


def faults(module: str, source: str) -> list[str]:
    """Every import of a source text that goes through a wall."""
    return [
        f"{module}:{line} imports {name}"
        for name, line in imports_of(source)
        if name.split(".")[0] in forbidden_in(module)
    ]


def test_imports_only_go_down_and_qt_stays_upstairs() -> None:
    found = {
        module: faults(module, (ROOT / module).read_text(encoding="utf-8")) for module in _modules(*FLOORS)
    }
    assert {module: holes for module, holes in found.items() if holes} == {}


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("app/customers/cards.py", "from PySide6.QtCore import QDate"),
        ("app/customers/cards.py", "def paint():\n    import ui.theme"),
        ("app/__main__.py", "import shiboken6"),
        ("db/engine.py", "from app.errors import UserError"),
        ("ui/today/page.py", "from db.models.customers import Gender"),
        ("ui/today/page.py", "import sqlalchemy.orm"),
        ("app/documents/frame.py", "from db.models.customers import Customer"),
        ("app/exchange/tables.py", "from sqlalchemy.orm import Session"),
    ],
)
def test_a_hole_in_the_wall_is_noticed(module: str, source: str) -> None:
    assert len(faults(module, source)) == 1


def test_the_command_line_may_open_the_window() -> None:
    assert faults("app/__main__.py", "from ui.application import start") == []


def test_files_are_short_enough_to_be_one_room() -> None:
    lengths = {
        module: len((ROOT / module).read_text(encoding="utf-8").splitlines())
        for module in ["bootstrap.py", *_modules(*FLOORS, "tests")]
        if not module.startswith("db/migrations/")
    }
    assert {module: lines for module, lines in lengths.items() if lines > LONGEST} == {}


def test_every_name_says_what_the_module_is_for() -> None:
    vague = [
        module
        for module in _modules(*FLOORS, "tests")
        if NAMES_THAT_SAY_NOTHING & set(Path(module).with_suffix("").parts)
    ]
    assert vague == []


def test_no_import_at_run_time_reaches_the_tests() -> None:
    reaching = [
        module
        for module in _modules(*FLOORS)
        for name, _ in imports_of((ROOT / module).read_text(encoding="utf-8"))
        if name.split(".")[0] == "tests"
    ]
    assert reaching == []
