"""Machine-readable statements in formats of others: TILT and the Data Privacy Vocabulary."""
