"""All tables, imported so that one metadata knows them."""

from db.models import (
    access,
    care,
    customers,
    days,
    exchange,
    followups,
    lists,
    registration,
    search,
    services,
    sync,
)

__all__ = [
    "access",
    "care",
    "customers",
    "days",
    "exchange",
    "followups",
    "lists",
    "registration",
    "search",
    "services",
    "sync",
]
