"""What every test stands on: no screen, no keyring, no warnings, and a real PostgreSQL for those who ask."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from app.work import Store
from db.engine import Database
from tests import postgres
from tests.builders import databases

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

hypothesis.settings.register_profile("dev", deadline=None, max_examples=50)
hypothesis.settings.register_profile("ci", deadline=None, max_examples=100, print_blob=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "dev")


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.seen.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_logged_warnings(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the log is a fault nobody looked at; a test about one says `allow_warnings`."""
    if request.node.get_closest_marker("allow_warnings"):
        yield
        return
    handler = _Warnings()
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)
    if handler.seen:
        pytest.fail("logged in this test: " + "; ".join(handler.seen))


@pytest.fixture(autouse=True, scope="session")
def _home_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing of the person who runs the tests is read or written, even where a test forgets its folder."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        for name in [name for name in os.environ if name.startswith("BRANCHDESK_")]:
            patch.delenv(name)
        yield


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    """The PostgreSQL server of this test process."""
    with postgres.running_server() as server:
        if server is None:
            pytest.skip(postgres.SKIPPED)
        yield server


@pytest.fixture
def postgres_url(postgres_server: postgres.Server) -> Iterator[str]:
    """An empty database of this test's own."""
    with postgres_server.database() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database of its own with the newest schema, on each engine in turn."""
    with databases.fresh(request, tmp_path) as made:
        yield made


@pytest.fixture
def store(database: Database) -> Iterator[Store]:
    """An empty store on each engine."""
    made = Store(database)
    yield made
    made.close()


@pytest.fixture
def branch(store: Store) -> databases.Founded:
    """A founded branch with its owner as actor."""
    return databases.found(store)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """`-m postgres` picks every test that reaches the server, marked by hand or not."""
    for item in items:
        if "postgres_server" in getattr(item, "fixturenames", ()):
            item.add_marker("postgres")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = [
        report
        for report in terminalreporter.stats.get("skipped", [])
        if postgres.SKIPPED in str(report.longrepr)
    ]
    if skipped:
        terminalreporter.section("POSTGRESQL NOT TESTED", sep="!", red=True, bold=True)
        terminalreporter.line(f"SKIPPED tests: {len(skipped)} - {postgres.SKIPPED}.", red=True)
        terminalreporter.line(
            "The shared database is untested in this run. Debian: apt-get install postgresql"
        )


@pytest.fixture(scope="session")
def project() -> Path:
    """The folder of the project."""
    return Path(__file__).resolve().parent.parent
