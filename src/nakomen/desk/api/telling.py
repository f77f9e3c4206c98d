"""Messages leave, signed, until they arrive: at least once, with a name to know them again by."""

import base64
import hashlib
import hmac
import secrets
from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from nakomen.desk.accounts.sealing import sealing
from nakomen.desk.api import once
from nakomen.desk.api.calling import HTTPException, NotThere, post
from nakomen.desk.api.models import Delivery, Hook
from nakomen.desk.api.news import gather
from nakomen.desk.kit.beside import Beside

EVERY_S = 2.0
PREFIX = "whsec_"
PAUSES = tuple(
    timedelta(minutes=m) for m in (0.1, 1, 5, 15, 60, 3 * 60, 6 * 60, 12 * 60, 24 * 60, 24 * 60)
)
"""How long after each try the next one comes; after the last nobody tries by itself."""
UNDER_WAY = timedelta(minutes=2)
"""So long a message that is leaving is left alone; was the desk killed, it goes again then."""
KEPT = timedelta(days=30)


def new_secret() -> str:
    return PREFIX + base64.b64encode(secrets.token_bytes(32)).decode()


def sealed(secret: str) -> str:
    return sealing("webhook").encrypt(secret.encode()).decode()


def signature(secret: str, name: str, at: int, body: str) -> str:
    """As the Standard Webhooks specification has it: over name, seconds since 1970 and body."""
    key = base64.b64decode(secret.removeprefix(PREFIX))
    made = hmac.new(key, f"{name}.{at}.{body}".encode(), hashlib.sha256).digest()
    return "v1," + base64.b64encode(made).decode()


def tell() -> None:
    """Make what is new, and send what is due; an address that is down holds up no other."""
    for hook in Hook.objects.all():
        gather(hook)
        due = hook.deliveries.filter(again_at__lte=timezone.now()).order_by("pk")
        for delivery in due:
            if _mine(delivery) and not _send(hook, delivery):
                break


def _mine(delivery: Delivery) -> bool:
    """Of two workers one sends it."""
    waits = Delivery.objects.filter(pk=delivery.pk, again_at=delivery.again_at)
    later = timezone.now() + UNDER_WAY
    return bool(waits.update(again_at=later, tries=F("tries") + 1))


def _send(hook: Hook, delivery: Delivery) -> bool:
    now = timezone.now()
    secret = sealing("webhook").decrypt(hook.secret.encode()).decode()
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "nakomen",
        "webhook-id": delivery.name,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": signature(secret, delivery.name, int(now.timestamp()), delivery.body),
    }
    try:
        status = post(hook.url, delivery.body.encode(), headers, near=hook.near)
        how, good = str(status), 200 <= status < 300
    except NotThere as why:
        how, good = str(why), False
    except (OSError, HTTPException):
        how, good = "silent", False
    _note(delivery, how, good)
    return good


def _note(delivery: Delivery, how: str, good: bool) -> None:
    now, tries = timezone.now(), delivery.tries + 1
    pause = PAUSES[tries - 1] if tries <= len(PAUSES) else None
    Delivery.objects.filter(pk=delivery.pk).update(
        last=how,
        arrived_at=now if good else None,
        again_at=None if good or pause is None else now + pause,
    )


def clear() -> None:
    """What was told long ago is not kept."""
    Delivery.objects.filter(made_at__lt=timezone.now() - KEPT).delete()
    once.clear()


TELLING = Beside("telling", EVERY_S, tell)
CLEARING = Beside("clearing", 3600.0, clear)
