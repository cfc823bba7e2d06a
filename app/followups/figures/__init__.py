"""What was due, done, in time and successful, for each person and period."""
