"""Ways in which a company reaches a person."""

from enum import StrEnum


class Channel(StrEnum):
    EMAIL = "email"
    PHONE = "phone"
    SMS = "sms"
    APP = "app"
    POST = "post"
    SOCIAL_MEDIA = "social_media"
    ONLINE_ADVERTISING = "online_advertising"
    WEBSITE = "website"
    PORTAL = "portal"
    STATEMENT = "statement"
    """The privacy statement itself."""
    IN_PERSON = "in_person"
