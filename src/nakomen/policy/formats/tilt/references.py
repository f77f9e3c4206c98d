"""Legal bases as TILT writes them: ``GDPR-6-1-b``."""

import re

from nakomen.terms import Basis

REFERENCES = {basis: f"GDPR-6-1-{letter}" for basis, letter in zip(Basis, "abcdef", strict=True)}
_WRITTEN = re.compile(r"(?:GDPR|DSGVO|AVG|RGPD)-6-1-([a-f])", re.IGNORECASE)


def basis_of(reference: str) -> Basis | None:
    """
    The basis that a reference names, in the spellings of several countries.

    >>> basis_of("DSGVO-6-1-f"), basis_of("BDSG-42-5")
    (<Basis.LEGITIMATE_INTERESTS: 'legitimate_interests'>, None)
    """
    found = _WRITTEN.match(reference)
    return list(Basis)["abcdef".index(found[1].lower())] if found else None
