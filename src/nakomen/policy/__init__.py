"""The statement as a policy: its model, its files, their findings and their edits."""

from nakomen.placeholders import SecretMissing, resolve
from nakomen.policy.codes import CODES, Code
from nakomen.policy.control import Control
from nakomen.policy.edit import CannotConfirm, OtherAddress, UnknownEntry, add_store, confirm
from nakomen.policy.kind import PromiseKind
from nakomen.policy.load import load_policy, no_statement, statement_file
from nakomen.policy.load_map import load_map
from nakomen.policy.model import Confirmation, Policy, Promise, RetentionRule, Statement
from nakomen.policy.role import RecipientRole
from nakomen.policy.schema import schema_texts
from nakomen.policy.settings import (
    Settings,
    UnknownStore,
    anchored,
    load_settings,
    split_secret,
    unmapped,
)
from nakomen.policy.stated import (
    Children,
    ContactPoint,
    Cookies,
    Marketing,
    Notice,
    Purpose,
    SpecialData,
    Stated,
    Transfer,
)
from nakomen.policy.write import map_yaml, policy_yaml, settings_yaml
from nakomen.policy.yaml import decode

__all__ = [
    "CODES",
    "CannotConfirm",
    "Children",
    "Code",
    "Confirmation",
    "ContactPoint",
    "Control",
    "Cookies",
    "Marketing",
    "Notice",
    "OtherAddress",
    "Policy",
    "Promise",
    "PromiseKind",
    "Purpose",
    "RecipientRole",
    "RetentionRule",
    "SecretMissing",
    "Settings",
    "SpecialData",
    "Stated",
    "Statement",
    "Transfer",
    "UnknownEntry",
    "UnknownStore",
    "add_store",
    "anchored",
    "confirm",
    "decode",
    "load_map",
    "load_policy",
    "load_settings",
    "map_yaml",
    "no_statement",
    "policy_yaml",
    "resolve",
    "schema_texts",
    "settings_yaml",
    "split_secret",
    "statement_file",
    "unmapped",
]
