"""The one exception for what a person can mend, on the lowest floor so that every floor may raise it."""

from __future__ import annotations


class UserError(Exception):
    """A refusal with a code and the facts of the case; the sentence for people lives in `ui.errors`."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        if not self.facts:
            return self.code
        told = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.code} ({told})"
