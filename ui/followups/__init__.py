"""The calendar: follow-ups, visits, appointments and occasions by month, week, day and as a list."""
