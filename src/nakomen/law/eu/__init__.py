"""Norms of the European Union."""
