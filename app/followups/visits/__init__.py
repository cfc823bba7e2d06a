"""Visits: planned, entered from the paper in its order, and what became of each numbered sheet."""
