"""Today: what waits for a person, gathered from follow-ups, cards and paper."""
