"""Measures of security that a statement may name (AVG artikel 32)."""

from enum import StrEnum


class Measure(StrEnum):
    TLS = "tls"
    TWO_FACTOR = "two_factor"
    FIREWALL = "firewall"
    ANTIVIRUS = "antivirus"
    ENCRYPTION = "encryption"
    ACCESS_CONTROL = "access_control"
    BACKUPS = "backups"
    CONFIDENTIALITY = "confidentiality"
    LOGGING = "logging"
    MONITORING = "monitoring"
    DKIM_SPF_DMARC = "dkim_spf_dmarc"
    DNSSEC = "dnssec"
    PSEUDONYMISATION = "pseudonymisation"
    PHYSICAL = "physical"
    UPDATES = "updates"
    AUDITS = "audits"
    TRAINING = "training"
    PASSWORD_MANAGER = "password_manager"
