"""Prove the search index true and mend it, for the check of the whole database."""

from __future__ import annotations

from app.customers.search_text import search_entry
from app.work import Work
from db import search_upkeep
from db.models.access import Permission
from db.search_upkeep import Faults


def check_search(work: Work) -> Faults:
    """Who is missing from the index, stale in it or left over; falsy when all is well."""
    work.require(Permission.MAINTAIN_DATABASE)
    return search_upkeep.check(work.session.connection(), search_entry)


def mend_search(work: Work, faults: Faults) -> None:
    """Index anew those a check found, and them alone."""
    work.require(Permission.MAINTAIN_DATABASE)
    search_upkeep.repair(work.session.connection(), search_entry, faults)


def rebuild_search(work: Work) -> int:
    """Make the whole index anew; returns the number of customers. About 4,000 a second."""
    work.require(Permission.MAINTAIN_DATABASE)
    return search_upkeep.rebuild(work.session.connection(), search_entry)


__all__ = ["Faults", "check_search", "mend_search", "rebuild_search"]
