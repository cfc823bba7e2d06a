"""The care page: occasions, messages, templates, gifts; and the services block of the card."""
