"""Follow-up: what is to be done next for whom, by rules and by hand, and what came of it."""
