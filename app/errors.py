"""The one exception for what a person can mend; everything else is a bug."""

from db.errors import UserError

__all__ = ["UserError"]
