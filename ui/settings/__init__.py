"""The settings at the foot of the rail."""
