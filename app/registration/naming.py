"""What a typed name tells the counter: the name to keep, the sex its title gives away, whether to ask for more."""

from __future__ import annotations

from dataclasses import dataclass

from app.customers.person_names import parse_person_name
from db.models.customers import Gender


@dataclass(frozen=True, kw_only=True, slots=True)
class NameRead:
    """`name` is what goes on the card: a surname alone keeps its title, or nobody would know who it was."""

    name: str
    gender: Gender
    title: str
    is_full: bool


def read_name(text: str) -> NameRead:
    """张伟先生 becomes 张伟 (male); 王女士 stays 王女士 (female). Raises UserError as `parse_person_name`."""
    found = parse_person_name(text)
    return NameRead(
        name=found.name if found.is_full else f"{found.name}{found.title}",
        gender=found.gender,
        title=found.title,
        is_full=found.is_full,
    )
