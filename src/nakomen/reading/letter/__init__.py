"""A letter of a person to which right she asks for. Pure; text in, a value out."""

from nakomen.reading.letter.recognise import Recognised, recognise

__all__ = ["Recognised", "recognise"]
