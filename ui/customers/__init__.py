"""The customer card, the list of customers, and finding them."""
