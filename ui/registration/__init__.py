"""The counter: registering walk-ins and numbered paper forms."""
