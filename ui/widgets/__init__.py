"""Reused parts of the screens: fields, lists, states and marks."""
