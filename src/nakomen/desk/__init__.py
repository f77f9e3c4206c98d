"""
The desk: where staff see what the statement promises and whether it is kept.

Django lives here and nowhere else. What happens to data goes through the verbs of `nakomen`; what
the desk keeps itself (people, logins, counts) stands in tables of its own.
"""
