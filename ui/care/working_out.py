"""After the intervals of the settings changed: the due day of every car is worked out anew, in short steps."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from app.care.services import refresh_due_of_many

if TYPE_CHECKING:
    from ui.jobs import Job


def work_out_services(job: Job) -> None:
    """Go through all cars of the branch; clerks' saves go in between."""
    after: UUID | None = None
    while True:
        after = job.change(lambda work, after=after: refresh_due_of_many(work, after=after))  # type: ignore[misc]
        if after is None:
            return
