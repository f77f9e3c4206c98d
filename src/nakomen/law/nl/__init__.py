"""Norms of the Netherlands."""
