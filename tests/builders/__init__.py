"""Builders of what tests stand on: databases, branches, people, cards."""
