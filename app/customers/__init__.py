"""Customer cards: what is on them, who wrote it, and how they are found."""
