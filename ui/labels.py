"""How stored states read on screen; every room registers the enums it shows."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

CONTEXT = "labels"

Member = TypeVar("Member", bound=Enum)

_texts: dict[type[Enum], dict[str, str]] = {}


def register(kind: type[Member], texts: Mapping[Member, str]) -> None:
    """Say how the members of an enum read; texts are marked with QT_TRANSLATE_NOOP("labels", …)."""
    _texts[kind] = {member.name: text for member, text in texts.items()}


def label(member: Enum) -> str:
    """The member as people read it in the language of the program."""
    text = _texts.get(type(member), {}).get(member.name)
    if text is None:
        return str(member.value)
    return QCoreApplication.translate(CONTEXT, text)
