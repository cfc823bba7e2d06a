"""Accounts, roles, branch scope and who may do what."""
