"""Schema editions; frozen once released."""
