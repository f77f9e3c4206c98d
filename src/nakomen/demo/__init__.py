"""What `nakomen demo` shows: a fictional company with a statement and systems that hold data."""
