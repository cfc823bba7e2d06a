"""Appointments and how they recur, and the calendar files that carry them to phones and back."""
