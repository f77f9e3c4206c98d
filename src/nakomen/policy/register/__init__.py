"""The register of processing activities and of processors: register.yaml."""

from nakomen.policy.register.load import load_register
from nakomen.policy.register.model import Activity, Dpia, Processor, Register, Role, Status
from nakomen.policy.register.write import register_yaml

__all__ = [
    "Activity",
    "Dpia",
    "Processor",
    "Register",
    "Role",
    "Status",
    "load_register",
    "register_yaml",
]
