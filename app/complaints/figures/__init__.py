"""The figures of the complaint desk: how many, how quickly, how often again, and what customers say."""
