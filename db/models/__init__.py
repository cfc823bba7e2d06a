"""All tables, imported so that one metadata knows them."""

from db.models import (
    access,
    care,
    complaints,
    customers,
    days,
    exchange,
    followups,
    lists,
    registration,
    search,
    services,
    sync,
    ticket_flows,
)

__all__ = [
    "access",
    "care",
    "complaints",
    "customers",
    "days",
    "exchange",
    "followups",
    "lists",
    "registration",
    "search",
    "services",
    "sync",
    "ticket_flows",
]
