"""The table of detectors: by name the question, the form that may pass it, and what chance does."""

import re
from collections.abc import Callable, Mapping
from types import ModuleType

from nakomen.detect import (
    address,
    bic,
    birth,
    bsn,
    btw,
    card,
    coordinates,
    digest,
    email,
    full_name,
    iban,
    imei,
    imsi,
    inside,
    ip,
    kvk,
    mac,
    moment,
    passport,
    password_hash,
    phone,
    plate,
    postcode,
    sip,
    user_agent,
)

_MODULES: Mapping[str, ModuleType] = {
    "email": email,
    "phone": phone,
    "iban": iban,
    "bic": bic,
    "postcode": postcode,
    "address": address,
    "name": full_name,
    "birth": birth,
    "ip": ip,
    "mac": mac,
    "sip": sip,
    "bsn": bsn,
    "btw": btw,
    "kvk": kvk,
    "card": card,
    "passport": passport,
    "plate": plate,
    "imei": imei,
    "imsi": imsi,
    "coordinates": coordinates,
    "user_agent": user_agent,
    "password_hash": password_hash,
    "digest": digest,
    "moment": moment,
}
_GIVEN_FORM = re.compile(rb"[Aa]+(?:[ -][Aa]+){0,2}")
_SURNAME_FORM = re.compile(rb"['Aa][Aa']*(?:[ -][Aa']+){0,4}")
_STREET_FORM = re.compile(rb"['Aa][Aa'.]*(?:[ -][Aa'.]+){0,5}")
FORMS: Mapping[str, re.Pattern[bytes]] = {
    **{name: module.FORM for name, module in _MODULES.items()},
    "given_name": _GIVEN_FORM,
    "surname": _SURNAME_FORM,
    "street": _STREET_FORM,
}
"""Name of the detector → what values are made of that may pass it; see `forms`."""
DETECTORS: Mapping[str, Callable[[str], bool]] = {
    **{name: module.passes for name, module in _MODULES.items()},
    "given_name": full_name.is_given_name,
    "surname": full_name.is_surname,
    "street": address.is_street,
}
"""Name of the detector → the question it asks of one value."""
PLAIN: Mapping[str, re.Pattern[str]] = {
    name: re.compile(rf"\n({module.PLAIN.pattern})(?=\n)", module.PLAIN.flags)
    for name, module in _MODULES.items()
    if hasattr(module, "PLAIN")
}
"""Name of the detector → how most that pass are written, found on the lines of one text."""
INSIDE = tuple(f"{name}_inside" for name in inside.NAMES)
"""What is found within values that are no such thing as a whole."""
CHANCE: Mapping[str, float] = {"bsn": bsn.CHANCE, "card": card.CHANCE, "imei": imei.CHANCE}
"""Of arbitrary numbers of the same form, the share that passes."""
FORMED = (*(f"{name}_form" for name in CHANCE), "bsn_inside_form")
"""How many have the form of a number with a check digit, right or wrong."""
MEASURES = (*DETECTORS, *INSIDE, *FORMED)
