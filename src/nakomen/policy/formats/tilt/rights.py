"""The rights that a policy grants, in the blocks that TILT has for them."""

from typing import Any

from nakomen.policy.model import Policy, Promise
from nakomen.terms import Right

Json = dict[str, Any]
BLOCKS: dict[str, tuple[Right, ...]] = {
    "accessAndDataPortability": (Right.ACCESS, Right.PORTABILITY),
    "rightToInformation": (Right.ACCESS,),
    "rightToRectificationOrDeletion": (Right.RECTIFICATION, Right.ERASURE),
    "rightToDataPortability": (Right.PORTABILITY,),
    "rightToWithdrawConsent": (Right.WITHDRAW_CONSENT,),
}


def rights(policy: Policy) -> Json:
    """Each block; a right that the policy does not name is not available."""
    blocks = {name: _block(policy, wanted) for name, wanted in BLOCKS.items()}
    return {**blocks, "rightToComplain": _complaint(policy)}


def _block(policy: Policy, wanted: tuple[Right, ...]) -> Json:
    granting = [promise for promise in policy.promises if set(wanted) & set(promise.rights)]
    if not granting:
        return {"available": False}
    mail = next(iter(policy.controller.get("emails") or ()), None)
    told = {"available": True, "description": _told(granting[0])}
    return told | ({"email": mail} if mail else {})


def _complaint(policy: Policy) -> Json:
    for promise in policy.promises:
        if promise.authority or Right.COMPLAINT in promise.rights:
            name = promise.authority or "Autoriteit Persoonsgegevens"
            authority = {"name": name}
            return {
                "available": True,
                "description": _told(promise),
                "supervisoryAuthority": authority,
            }
    return {"available": False}


def _told(promise: Promise) -> str:
    return promise.says or ", ".join(right.value for right in promise.rights) or promise.kind
