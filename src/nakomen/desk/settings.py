"""
Django's settings, made from the folder of the one company that this desk serves.

``NAKOMEN_FOLDER`` names the folder and ``NAKOMEN_ADDRESS`` where people reach the desk; both are
set by `desk.start`.
"""

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from nakomen.desk.database import database
from nakomen.desk.known import known
from nakomen.desk.secret import derived, secret

FOLDER = Path(os.environ["NAKOMEN_FOLDER"])
STATE = FOLDER / ".nakomen"
ADDRESS = os.environ["NAKOMEN_ADDRESS"]
_HERE = urlsplit(ADDRESS)
_SAFE = _HERE.scheme == "https"
_KNOWN = known(FOLDER)

SECRET_KEY = derived(secret(STATE), "django").hex()
DEBUG = False
ALLOWED_HOSTS = [_HERE.hostname or "localhost", "localhost", "127.0.0.1"]
CSRF_TRUSTED_ORIGINS = [f"{_HERE.scheme}://{_HERE.netloc}"]
ROOT_URLCONF = "nakomen.desk.urls"
WSGI_APPLICATION = None
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "nakomen.desk.kit",
    "nakomen.desk.accounts",
    "nakomen.desk.promises",
    "nakomen.desk.plans",
    "nakomen.desk.dossiers",
    "nakomen.desk.mailbox",
    "nakomen.desk.portal",
    "nakomen.desk.customers",
    "nakomen.desk.cases",
    "nakomen.desk.agenda",
    "nakomen.desk.support",
    "nakomen.desk.api",
    "nakomen.desk.notices",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "nakomen.desk.kit.access.PlacesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "nakomen.desk.kit.access.AccessMiddleware",
]
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "nakomen.desk.kit.words.company",
            ],
        },
    }
]
CACHES = {
    # In the database, so that limits hold for every process and after a restart.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "kit_cached",
        "KEY_FUNCTION": "nakomen.desk.kit.cached.name",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
DATABASES = {"default": database(_KNOWN.address("database", FOLDER), STATE)}

# ── who gets in ─────────────────────────────────────────────────────────────────────────────────

AUTH_USER_MODEL = "accounts.Colleague"
AUTHENTICATION_BACKENDS = ["nakomen.desk.accounts.doors.Signed"]
# Each guess costs memory as well as time.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
ACCOUNT_ADAPTER = "nakomen.desk.accounts.adapters.ClosedDoor"
ACCOUNT_FORMS = {
    "login": "nakomen.desk.accounts.door_forms.Login",
    "reauthenticate": "nakomen.desk.accounts.door_forms.PasswordAgain",
    "change_password": "nakomen.desk.accounts.door_forms.NewPassword",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "10/m/ip,5/5m/key"}
MFA_ADAPTER = "nakomen.desk.accounts.adapters.Sealed"
MFA_FORMS = {
    "authenticate": "nakomen.desk.accounts.door_forms.Code",
    "reauthenticate": "nakomen.desk.accounts.door_forms.CodeAgain",
    "activate_totp": "nakomen.desk.accounts.door_forms.FirstCode",
    "add_webauthn": "nakomen.desk.accounts.door_forms.NewKey",
    "edit_webauthn": "nakomen.desk.accounts.door_forms.OldKey",
}
# A clock of half a minute slow or fast; `door_forms` sees to it that each code is good once.
MFA_TOTP_TOLERANCE = 1
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "nakomen"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _SAFE
USERSESSIONS_TRACK_ACTIVITY = True
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},
    },
    # Twenty thousand passwords that leaked most often, offline, also when dressed up.
    {"NAME": "nakomen.desk.accounts.passwords.Dressed"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 3 * 24 * 60 * 60
SESSION_ENGINE = "nakomen.desk.accounts.sealing"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _SAFE
CSRF_FAILURE_VIEW = "nakomen.desk.kit.views.stale"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"

# ── letters ─────────────────────────────────────────────────────────────────────────────────────

MAIL_SERVER = _KNOWN.address("mail", FOLDER)
MAIL_SENDER = _KNOWN.sender
MAILBOX_SERVER = _KNOWN.address("mailbox", FOLDER)
COMPANY_NAME = _KNOWN.name
PUBLISHED_ADDRESS = _KNOWN.published

# ── what a browser may do ───────────────────────────────────────────────────────────────────────

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "script-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
# The web server before it says with X-Forwarded-Proto how a visitor came.
SECURE_SSL_REDIRECT = _SAFE
SECURE_REDIRECT_EXEMPT = [r"^(gezond|metingen)/$"]  # asked on this machine, past that server
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if _SAFE else 0
X_FRAME_OPTIONS = "DENY"

# ── words and files ─────────────────────────────────────────────────────────────────────────────

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"
STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    # A failed login or an odd address names a person; what broke is told without her.
    "formatters": {"bare": {"()": "nakomen.desk.kit.logs.Bare"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "bare"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django": {"level": "ERROR"}, "waitress": {"level": "ERROR"}},
}
