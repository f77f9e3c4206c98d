"""A field that stands encrypted in the table."""

from typing import Any

from django.db import models

from nakomen.desk.accounts.sealing import sealing


class Sealed(models.TextField):
    """Text; *use* is what it was sealed for, and nothing else opens it."""

    def __init__(self, use: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.use = use

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, [self.use, *args], kwargs

    def get_prep_value(self, value: Any) -> Any:
        return None if value is None else sealing(self.use).encrypt(value.encode()).decode()

    def from_db_value(self, value: Any, *_: Any) -> Any:
        return None if value is None else sealing(self.use).decrypt(value.encode()).decode()
