"""What the shop does: use cases and rules, free of Qt and of SQL text."""
