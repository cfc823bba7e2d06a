"""All tables, imported so that one metadata knows them."""

from db.models import access, customers, exchange, lists, registration, search, sync

__all__ = ["access", "customers", "exchange", "lists", "registration", "search", "sync"]
