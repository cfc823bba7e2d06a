"""The command line: one verb, one job, a sentence when refused."""
