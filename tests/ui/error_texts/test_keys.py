"""Every refusal of keys, folders and backups has a sentence, and none speaks of facts it is not given."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

from ui.errors import texts

MODULES = (
    "app/secrets.py",
    "app/paths.py",
    "app/whole_files.py",
    "app/keys/*.py",
    "app/*backup*.py",
    "db/f*.py",
)
RAISED = re.compile(r"UserError\(\s*\"([a-z-]+)\"")
FACTS = {
    *("path", "needed", "given", "group", "shown", "told", "found", "known", "free", "faults", "why"),
}


def test_every_refusal_has_a_sentence(project: Path) -> None:
    sources = [path.read_text(encoding="utf-8") for pattern in MODULES for path in project.glob(pattern)]
    raised = {code for source in sources for code in RAISED.findall(source)}
    assert len(raised) > 30
    assert raised - texts().keys() == set()


def test_the_sentences_use_known_facts_only() -> None:
    from ui.error_texts import backups, keys

    for template in (*keys.TEXTS.values(), *backups.TEXTS.values()):
        used = {name for _, name, _, _ in Formatter().parse(template) if name}
        assert used <= FACTS, template


def test_every_raised_path_is_given(project: Path) -> None:
    """A sentence that names a path would else show dots."""
    from ui.error_texts import backups, keys

    with_path = {code for code, text in {**keys.TEXTS, **backups.TEXTS}.items() if "{path}" in text}
    sources = [path.read_text(encoding="utf-8") for pattern in MODULES for path in project.glob(pattern)]
    bare = {code for source in sources for code in re.findall(r"UserError\(\"([a-z-]+)\"\)", source)}
    assert with_path & bare == set()
