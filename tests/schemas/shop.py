"""django-oscar, a web shop: orders with and without an account, and addresses beside the order."""

from collections.abc import Iterator

from tests.schemas.load import insert, script
from tests.schemas.people import Person, day, people, person
from tests.schemas.programs import made
from tests.schemas.whole import whole

ACCOUNTS = (*people(20), person(31))
"""Number 31 bears the name of number 1; 2 and 3 live together."""
GUESTS = tuple(person(number) for number in range(21, 27))
CLERK = person(101)
ANNAS_GUEST_ORDER = 50
"""Anna once ordered without logging in."""

Row = dict[str, object]


def build(url: str) -> None:
    """The PostgreSQL tables of django-oscar, with a small catalogue."""
    script(url, (made("django") / "shop.sql").read_text("utf-8"))
    insert(url, whole(url, {**_catalogue(), **_people(), **_orders(), **_behaviour()}))


def _catalogue() -> dict[str, list[Row]]:
    names = ("Modem AX-1200", "Netwerkkabel 10 m", "Webcam", "Toetsenbord", "Switch 8 poorten")
    return {
        "django_content_type": [{"id": 1, "app_label": "catalogue", "model": "product"}],
        "django_site": [{"id": 1, "domain": "winkel.example", "name": "Winkel"}],
        "address_country": [
            {"iso_3166_1_a2": code, "printable_name": name, "name": name, "display_order": 1}
            | {"is_shipping_country": True}
            for code, name in (("NL", "Nederland"), ("BE", "België"))
        ],
        "catalogue_productclass": [{"id": 1, "name": "Apparaat", "slug": "apparaat"}],
        "catalogue_product": [
            {"id": n, "title": name, "slug": f"artikel-{n}", "upc": f"87{n:010d}"}
            | {"product_class_id": 1, "structure": "standalone"}
            for n, name in enumerate(names, 1)
        ],
        "partner_partner": [{"id": 1, "code": "magazijn", "name": "Magazijn"}],
        "partner_stockrecord": [
            {
                "id": n,
                "product_id": n,
                "partner_id": 1,
                "partner_sku": f"M-{n:04d}",
                "price": 40 + n,
            }
            for n in range(1, 6)
        ],
        "communication_communicationeventtype": [
            {"id": 1, "code": "ORDER_PLACED", "name": "Bestelling geplaatst"}
        ],
        "payment_sourcetype": [{"id": 1, "name": "iDEAL", "code": "ideal"}],
        "order_shippingeventtype": [{"id": 1, "name": "Verzonden", "code": "verzonden"}],
        "voucher_voucher": [{"id": 1, "name": "Welkom", "code": "WELKOM", "usage": "Once"}],
    }


def _people() -> dict[str, list[Row]]:
    return {
        "auth_user": [*map(_account, ACCOUNTS), _account(CLERK) | {"is_staff": True}],
        "django_admin_log": [
            {"user_id": 101, "content_type_id": 1, "object_id": f"{n}", "object_repr": "Webcam"}
            for n in range(1, 6)
        ],
        "address_useraddress": [
            _place(p)
            | {
                "user_id": p.number,
                "phone_number": f"+31{p.phone[1:]}",
                "hash": f"{p.number * 7919}",
            }
            for p in ACCOUNTS
        ],
        "payment_bankcard": [
            {
                "id": p.number,
                "user_id": p.number,
                "card_type": "Visa",
                "name": p.name,
                "number": f"XXXX-XXXX-XXXX-{p.number * 97 % 10000:04d}",
            }
            for p in ACCOUNTS[:10]
        ],
    }


def _account(who: Person) -> Row:
    return {
        "id": who.number,
        "password": f"pbkdf2_sha256$600000${who.number:022x}${who.number * 7919:043x}=",
        "last_login": day(who.number + 40),
        "username": who.user,
        "first_name": who.first,
        "last_name": who.last,
        "email": who.email,
        "is_active": True,
        "date_joined": day(who.number),
    }


def _place(who: Person) -> Row:
    return {
        "id": who.number,
        "first_name": who.first,
        "last_name": who.last,
        "line1": who.address,
        "line4": who.city,
        "postcode": who.postcode,
        "country_id": "NL",
        "search_text": f"{who.name} {who.address} {who.postcode} {who.city} Nederland",
    }


def _orders() -> dict[str, list[Row]]:
    """One of each account and guest, the number of the order being that of the person."""
    buyers = [(p.number, p) for p in (*ACCOUNTS, *GUESTS)] + [(ANNAS_GUEST_ORDER, person(1))]
    numbers = [number for number, _ in buyers]
    return {
        "basket_basket": [
            {"id": n, "owner_id": n if _has_account(n) else None, "status": "Submitted"}
            for n in numbers
        ],
        "basket_line": [
            {"id": n, "basket_id": n, "line_reference": f"{n}_1", "product_id": n % 5 + 1}
            | {"stockrecord_id": n % 5 + 1, "quantity": 1, "price_currency": "EUR"}
            for n in numbers
        ],
        "order_billingaddress": [_place(p) | {"id": 500 + n} for n, p in buyers],
        "order_shippingaddress": [
            _place(p) | {"id": 700 + n, "phone_number": f"+31{p.phone[1:]}"} for n, p in buyers
        ],
        "order_order": [_order(n, p) for n, p in buyers],
        "order_line": [
            {
                "id": n,
                "order_id": n,
                "partner_id": 1,
                "partner_name": "Magazijn",
                "partner_sku": f"M-{n % 5 + 1:04d}",
                "stockrecord_id": n % 5 + 1,
                "product_id": n % 5 + 1,
                "title": "Webcam",
                "quantity": 1,
            }
            for n in numbers
        ],
        "order_lineprice": [
            {"id": n, "order_id": n, "line_id": n, "quantity": 1, "price_incl_tax": 40}
            for n in numbers
        ],
        "order_ordernote": [
            {"id": n, "order_id": n, "user_id": 101, "note_type": "Info"}
            | {"message": "Klant belde over de levertijd."}
            for n in numbers
        ],
        "order_orderstatuschange": [
            {"id": n, "order_id": n, "old_status": "Nieuw", "new_status": "Verzonden"}
            for n in numbers
        ],
        "order_shippingevent": [
            {"id": n, "order_id": n, "event_type_id": 1, "notes": "Bij de buren bezorgd"}
            for n in numbers
        ],
        "payment_source": [
            {
                "id": n,
                "order_id": n,
                "source_type_id": 1,
                "currency": "EUR",
                "amount_debited": 40,
                "reference": f"tr_{n * 7919:x}",
            }
            for n in numbers
        ],
        "payment_transaction": [
            {"id": n, "source_id": n, "txn_type": "Debit", "amount": 40, "reference": f"tr_{n:x}"}
            for n in numbers
        ],
        "voucher_voucherapplication": [
            {"id": n, "voucher_id": 1, "user_id": n, "order_id": n} for n in numbers if n < 10
        ],
    }


def _has_account(number: int) -> bool:
    return number in {p.number for p in ACCOUNTS}


def _order(number: int, who: Person) -> Row:
    account = _has_account(number)
    return {
        "id": number,
        "number": f"{100_000 + number}",
        "site_id": 1,
        "basket_id": number,
        "user_id": number if account else None,
        "guest_email": "" if account else who.email,
        "billing_address_id": 500 + number,
        "shipping_address_id": 700 + number,
        "currency": "EUR",
        "total_incl_tax": 40 + number,
        "shipping_method": "Standaard",
        "status": "Verzonden",
        "date_placed": day(number),
    }


def _behaviour() -> dict[str, list[Row]]:
    some = ACCOUNTS[:8]
    return {
        "reviews_productreview": [
            {"id": p.number, "product_id": p.number % 5 + 1, "user_id": p.number, "score": 4}
            | {"title": "Doet wat hij moet doen", "body": "Snel geleverd, werkt meteen."}
            for p in some
        ]
        + [
            {"id": p.number, "product_id": 1, "score": 5, "title": "Prima", "body": "Aanrader!"}
            | {"name": p.name, "email": p.email}
            for p in GUESTS
        ],
        "reviews_vote": [
            {"id": p.number, "review_id": p.number % 8 + 1, "user_id": p.number, "delta": 1}
            for p in some
        ],
        "communication_email": [
            {"id": p.number, "user_id": p.number, "email": p.email, "subject": "Uw bestelling"}
            | {"body_text": f"Beste {p.first}, uw bestelling is verzonden."}
            for p in ACCOUNTS
        ]
        + [
            {
                "id": p.number,
                "email": p.email,
                "subject": "Uw bestelling",
                "body_text": "Beste klant",
            }
            for p in GUESTS
        ],
        "communication_notification": [
            {"id": p.number, "recipient_id": p.number, "sender_id": 101, "location": "Inbox"}
            | {"subject": "Weer op voorraad", "body": "De webcam is er weer."}
            for p in ACCOUNTS
        ],
        "customer_productalert": [
            {"id": p.number, "product_id": 3, "user_id": p.number, "status": "Active"} for p in some
        ]
        + [
            {"id": p.number, "product_id": 3, "email": p.email, "key": f"{p.number * 7919:x}"}
            for p in GUESTS
        ],
        "wishlists_wishlist": [
            {"id": p.number, "owner_id": p.number, "name": "Verjaardag", "key": f"{p.number:06d}"}
            for p in some
        ],
        "wishlists_line": [
            {"id": p.number, "wishlist_id": p.number, "product_id": 2, "title": "Netwerkkabel"}
            for p in some
        ],
        "wishlists_wishlistsharedemail": [*_shared()],
        "analytics_userrecord": [
            {"id": p.number, "user_id": p.number, "num_orders": 1, "total_spent": 40}
            for p in ACCOUNTS
        ],
        "analytics_userproductview": [
            {"id": p.number, "user_id": p.number, "product_id": p.number % 5 + 1} for p in ACCOUNTS
        ],
        "analytics_usersearch": [
            {"id": p.number, "user_id": p.number, "query": "webcam zwart"} for p in ACCOUNTS
        ],
    }


def _shared() -> Iterator[Row]:
    """Anna shows her list to a guest, the others to persons that the shop does not know."""
    for number in range(1, 9):
        mail = GUESTS[0].email if number == 1 else person(number + 60).email
        yield {"id": number, "wishlist_id": number, "email": mail}
