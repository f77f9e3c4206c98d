"""A small provider's database with English names: the sample schema, with values of its kind."""

from datetime import UTC, date, datetime

from tests.detect.seen import column, survey, table

from nakomen.records import Survey

MANY = range(1, 201)
STAMP = "TIMESTAMP WITH TIME ZONE"
WHEN = [datetime(2024, 1, 1, tzinfo=UTC)]
CUSTOMER_ID = column("customer_id", "BIGINT", [1, 1, 2])
TO_CUSTOMER = {"customer_id": "customer.id"}


def bench() -> Survey:
    """Eleven tables; the IBANs are made without regard to check digits."""
    return survey(
        table(
            "call_detail_record",
            column("subscription_id", "BIGINT", [1, 1, 2]),
            column("caller", values=[f"+316{i * 7:08d}" for i in MANY]),
            column("callee", values=[f"+3110{i * 13:07d}" for i in MANY]),
            column("started_at", STAMP, WHEN),
            column("seconds", "INTEGER", [1, 60, 60]),
            links={"subscription_id": "subscription.id"},
        ),
        table(
            "customer",
            column("email", values=[f"klant{i}@example.nl" for i in MANY]),
            column("name", values=[f"Sanne Smit {i}" for i in MANY]),
            column("phone", values=[f"+316{i * 7919 % 10**8:08d}" for i in MANY]),
            column("address", values=[f"Dorpsstraat {i}, {1000 + i} AB Utrecht" for i in MANY]),
            column("iban", values=[f"NL{i % 97:02d}INGB{i:010d}" for i in MANY]),
            column("created_at", STAMP, WHEN),
            column("cancelled_at", STAMP, [*WHEN, None]),
        ),
        table(
            "contact",
            CUSTOMER_ID,
            column("name", values=["Contact 1 van klant 1"]),
            column("email", values=[f"contact{i}@example.nl" for i in MANY]),
            column("phone", values=[f"+3120{i * 31:07d}" for i in MANY]),
            links=TO_CUSTOMER,
        ),
        table(
            "invoice",
            CUSTOMER_ID,
            column("issued_on", "DATE", [date(2024, 1, 31)]),
            column("total", "NUMERIC(10, 2)"),
            column("bill_name", values=["Factuurnaam 1", "Factuurnaam 1"]),
            column("bill_address", values=["Dorpsstraat 7", "Dorpsstraat 8"]),
            links=TO_CUSTOMER,
        ),
        table(
            "invoice_line",
            column("invoice_id", "BIGINT", [1, 1]),
            column("description", values=["Dienst 1 periode 1"]),
            column("amount", "NUMERIC(10, 2)"),
            links={"invoice_id": "invoice.id"},
        ),
        table(
            "login_event",
            CUSTOMER_ID,
            column("ip", values=[f"10.{i}.{i % 9}.0" for i in MANY]),
            column("at", STAMP, WHEN),
            links=TO_CUSTOMER,
        ),
        table(
            "newsletter_subscription",
            column("email", values=[f"klant{i}@example.nl" for i in (*MANY, 1)]),
            column("list", values=["nieuwsbrief"] * 3),
            column("subscribed_at", STAMP, WHEN),
        ),
        table(
            "payment",
            column("invoice_id", "BIGINT", [1, 2]),
            column("paid_on", "DATE", [date(2024, 2, 14)]),
            column("amount", "NUMERIC(10, 2)"),
            column("iban", values=[f"NL{i % 97:02d}INGB{i:010d}" for i in MANY]),
            links={"invoice_id": "invoice.id"},
        ),
        table(
            "subscription",
            CUSTOMER_ID,
            column("product", values=["Fiber 1000", "VoIP Zakelijk", "Fiber 1000"]),
            column("msisdn", values=[f"+316{i * 104729 % 10**8:08d}" for i in MANY]),
            column("started_at", STAMP, WHEN),
            column("ended_at", STAMP, [None]),
            links=TO_CUSTOMER,
        ),
        table(
            "ticket",
            CUSTOMER_ID,
            column("subject", values=["Storing 1", "Storing 2"]),
            column("opened_at", STAMP, WHEN),
            links=TO_CUSTOMER,
        ),
        table(
            "ticket_message",
            column("ticket_id", "BIGINT", [1, 1]),
            column("body", values=[f"U bent bereikbaar op klant{i}@example.nl." for i in MANY]),
            column("at", STAMP, WHEN),
            links={"ticket_id": "ticket.id"},
        ),
    )
