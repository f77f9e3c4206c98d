"""What the oracle asks, in plain SQL that all three databases read alike."""

from typing import Final

HERS: Final = {
    "customer": "SELECT id FROM customer WHERE number = :number",
    "contact": """
        SELECT k.id FROM contact k JOIN customer c ON c.id = k.customer_id
        WHERE c.number = :number AND lower(k.email) = lower(c.email)""",
    "subscription": """
        SELECT s.id FROM subscription s JOIN customer c ON c.id = s.customer_id
        WHERE c.number = :number""",
    "call_record": """
        SELECT r.id FROM call_record r JOIN subscription s ON s.id = r.subscription_id
        JOIN customer c ON c.id = s.customer_id WHERE c.number = :number""",
    "invoice": """
        SELECT i.id FROM invoice i JOIN customer c ON c.id = i.customer_id
        WHERE c.number = :number""",
    "invoice_line": """
        SELECT l.id FROM invoice_line l JOIN invoice i ON i.id = l.invoice_id
        JOIN customer c ON c.id = i.customer_id WHERE c.number = :number""",
    "payment": """
        SELECT p.id FROM payment p JOIN invoice i ON i.id = p.invoice_id
        JOIN customer c ON c.id = i.customer_id WHERE c.number = :number""",
    "login_event": """
        SELECT e.id FROM login_event e JOIN customer c ON c.id = e.customer_id
        WHERE c.number = :number""",
    "ticket": """
        SELECT t.id FROM ticket t JOIN customer c ON c.id = t.customer_id
        WHERE c.number = :number""",
    "ticket_message": """
        SELECT m.id FROM ticket_message m JOIN ticket t ON t.id = m.ticket_id
        JOIN customer c ON c.id = t.customer_id WHERE c.number = :number""",
}

SHARED: Final = {
    "contact": """
        SELECT k.id FROM contact k JOIN customer c ON c.id = k.customer_id
        WHERE c.number = :number AND lower(k.email) <> lower(c.email)""",
    "call_record": """
        SELECT r.id FROM customer c JOIN subscription s ON s.customer_id = c.id
        JOIN call_record r ON r.callee = s.msisdn
        JOIN subscription o ON o.id = r.subscription_id
        WHERE c.number = :number AND o.customer_id <> c.id
        UNION
        SELECT r.id FROM customer c JOIN subscription s ON s.customer_id = c.id
        JOIN call_record r ON r.caller = s.msisdn
        JOIN subscription o ON o.id = r.subscription_id
        WHERE c.number = :number AND o.customer_id <> c.id""",
}

HELD: Final = {
    "invoice": """
        SELECT i.id FROM invoice i JOIN customer c ON c.id = i.customer_id
        WHERE c.number = :number AND (i.issued_on >= :line
        OR EXISTS (SELECT 1 FROM payment y WHERE y.invoice_id = i.id AND y.paid_on >= :line))""",
    "invoice_line": """
        SELECT l.id FROM invoice_line l JOIN invoice i ON i.id = l.invoice_id
        JOIN customer c ON c.id = i.customer_id
        WHERE c.number = :number AND (i.issued_on >= :line
        OR EXISTS (SELECT 1 FROM payment y WHERE y.invoice_id = i.id AND y.paid_on >= :line))""",
    "payment": """
        SELECT p.id FROM payment p JOIN invoice i ON i.id = p.invoice_id
        JOIN customer c ON c.id = i.customer_id
        WHERE c.number = :number AND (i.issued_on >= :line
        OR EXISTS (SELECT 1 FROM payment y WHERE y.invoice_id = i.id AND y.paid_on >= :line))""",
}

EXPIRED: Final = {
    "call_record": "SELECT id FROM call_record WHERE started_at < :year_ago",
    "login_event": "SELECT id FROM login_event WHERE at < :half_year_ago",
    "ticket": "SELECT id FROM ticket WHERE opened_at < :two_years_ago",
    "ticket_message": """
        SELECT m.id FROM ticket_message m JOIN ticket t ON t.id = m.ticket_id
        WHERE t.opened_at < :two_years_ago""",
    "invoice": """
        SELECT i.id FROM invoice i WHERE i.issued_on < :line
        AND NOT EXISTS
        (SELECT 1 FROM payment y WHERE y.invoice_id = i.id AND y.paid_on >= :line)""",
    "invoice_line": """
        SELECT l.id FROM invoice_line l JOIN invoice i ON i.id = l.invoice_id
        WHERE i.issued_on < :line
        AND NOT EXISTS
        (SELECT 1 FROM payment y WHERE y.invoice_id = i.id AND y.paid_on >= :line)""",
    "payment": """
        SELECT p.id FROM payment p JOIN invoice i ON i.id = p.invoice_id
        WHERE i.issued_on < :line
        AND NOT EXISTS
        (SELECT 1 FROM payment y WHERE y.invoice_id = i.id AND y.paid_on >= :line)""",
}


def _of_who_left(queries: dict[str, str]) -> dict[str, str]:
    """In the place of one customer: all who left before a day."""
    one, many = "c.number = :number", "c.cancelled_on < :left_before"
    return {table: query.replace(one, many) for table, query in queries.items()}


LEAVERS: Final = _of_who_left(HERS) | {
    "customer": "SELECT c.id FROM customer c WHERE c.cancelled_on < :left_before",
    "contact": """
        SELECT k.id FROM contact k JOIN customer c ON c.id = k.customer_id
        WHERE c.cancelled_on < :left_before""",
}
HELD_OF_LEAVERS: Final = _of_who_left(HELD) | {
    "customer": """
        SELECT DISTINCT c.id FROM customer c JOIN invoice i ON i.customer_id = c.id
        WHERE c.cancelled_on < :left_before AND (i.issued_on >= :line
        OR EXISTS (SELECT 1 FROM payment y WHERE y.invoice_id = i.id AND y.paid_on >= :line))""",
}

OVERDUE: Final = "SELECT id FROM customer WHERE cancelled_on < :ninety_days_ago"
SUBSCRIBER: Final = "SELECT id FROM subscriber WHERE lower(email) = lower(:email)"
OWN_CALLS: Final = "SELECT id FROM calls WHERE caller = :msisdn"
CALLS_OF_OTHERS: Final = """
    SELECT id FROM calls WHERE callee = :msisdn AND (caller <> :msisdn OR caller IS NULL)"""
"""Without an owner in the row, the caller's line is all that says whose call it is."""
