"""
The company that this desk serves, brought in when a page first needs it.

What reads policies and speaks to databases takes half a second to import and tens of megabytes: no
module of the desk imports it at its top, so that the first page waits for none of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from nakomen import Company


def opened() -> Company:
    """
    To be used with ``with``: it closes its stores.

    Raises:
        NakomenError: the company's folder has faults.
    """
    from nakomen import Company

    return Company.open(settings.FOLDER)
