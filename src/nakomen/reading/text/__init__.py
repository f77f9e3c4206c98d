"""A file as the text of a statement, and a text as sentences with their offsets."""
