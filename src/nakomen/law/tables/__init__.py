"""Decision tables: what follows from a right or a breach, one file a table."""
