"""The ground of the tests notices what it is there to notice; shown by a run of faulty tests of its own."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

FAULTY = """
import logging
import warnings

import pytest

from tests import postgres

postgres.find_binaries = lambda: None


def test_log_warning():
    logging.getLogger("app.somewhere").warning("nobody looked at this")


@pytest.mark.allow_warnings
def test_log_warning_allowed():
    logging.getLogger("app.somewhere").warning("this is what the test is about")


def test_python_warning():
    warnings.warn("old way", DeprecationWarning)


def test_qt_warning(qapp):
    from PySide6.QtCore import qWarning
    qWarning("a connection that does not exist")


def test_on_postgres(postgres_url):
    raise AssertionError("never reached")


def test_keyring_is_out_of_reach():
    import keyring
    with pytest.raises(keyring.errors.NoKeyringError):
        keyring.get_password("branchdesk", "anybody")
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The output of a test run over the faulty tests."""
    project = Path(__file__).resolve().parent.parent
    file = tmp_path_factory.mktemp("faulty") / "test_faulty.py"
    file.write_text(FAULTY, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-rA", "-p", "tests.conftest", "-p", "no:cacheprovider"]
    options = ["-c", str(project / "pyproject.toml"), "--color=no", "--no-header", "--tb=short", str(file)]
    return subprocess.run(
        [*command, *options], capture_output=True, text=True, check=False, cwd=project
    ).stdout


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("test_log_warning", "ERROR"),
        ("test_log_warning_allowed", "PASSED"),
        ("test_python_warning", "FAILED"),
        ("test_qt_warning", "FAILED"),
        ("test_keyring_is_out_of_reach", "PASSED"),
    ],
)
def test_a_warning_anywhere_fails_the_test(told: str, name: str, outcome: str) -> None:
    outcomes = re.findall(rf"^(PASSED|FAILED|ERROR) \S*::{name}\b", told, flags=re.MULTILINE)
    assert outcome in outcomes, told


def test_skipped_postgresql_is_said_loudly(told: str) -> None:
    assert "POSTGRESQL NOT TESTED" in told, told
    assert "SKIPPED tests: 1 - no PostgreSQL server programs" in told
