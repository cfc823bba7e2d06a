"""The sentence a person reads for a refusal: what is wrong and what to do."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from pathlib import Path
from string import Formatter

from PySide6.QtCore import QCoreApplication

from app.errors import UserError
from ui import error_texts

CONTEXT = "errors"


@lru_cache(maxsize=1)
def texts() -> dict[str, str]:
    """Code → English template, gathered from every module of `ui.error_texts`."""
    found: dict[str, str] = {}
    for name in _rooms():
        module = importlib.import_module(f"{error_texts.__name__}.{name}")
        found.update(module.TEXTS)
    return found


def sentence(error: UserError) -> str:
    """The refusal in the language of the program; an unknown code still gives a clear sentence."""
    template = texts().get(error.code)
    if template is None:
        unknown = texts()["unknown"]
        translated = QCoreApplication.translate(CONTEXT, unknown)
        return translated.format_map({"code": error.code})
    translated = QCoreApplication.translate(CONTEXT, template)
    return Formatter().vformat(translated, (), _Facts(error.facts))


def field_of(error: UserError) -> str | None:
    """The name of the field a refusal is about, when it says so with the fact `field`."""
    name = error.facts.get("field")
    return str(name) if name is not None else None


class _Facts(dict[str, object]):
    """The facts as people read them; a missing one shows as dots rather than failing."""

    def __init__(self, facts: dict[str, object]) -> None:
        super().__init__({name: shown(value) for name, value in facts.items()})

    def __missing__(self, key: str) -> object:
        return "…"


def shown(value: object) -> object:
    """A fact as text for people; numbers stay numbers, so that templates can format them."""
    if isinstance(value, datetime):
        return value.astimezone().strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        from ui.labels import label

        return label(value)
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, Decimal | int | float):
        return value
    if isinstance(value, list | tuple | set | frozenset):
        return QCoreApplication.translate(CONTEXT, ", ").join(str(shown(part)) for part in value)
    return "…" if value is None else str(value)


def _rooms() -> Iterator[str]:
    for module in pkgutil.iter_modules(error_texts.__path__):
        yield module.name
