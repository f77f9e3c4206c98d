"""The few words around the text."""

from nakomen.terms import Lang, Text

IN_SHORT = Text("In het kort", "In short")
HISTORY = Text("Eerdere versies", "History")
VERSION = Text("Versie {number}, geldig vanaf {day}", "Version {number}, in force from {day}")
LINK = Text("Link naar deze zin", "Link to this sentence")
SKIP = Text("Naar de tekst", "To the text")
CONTENTS = Text("Inhoud", "Contents")
LANGUAGE = {Lang.NL: "Nederlands", Lang.EN: "English"}
PAGE = Text("pagina ", "page ")
OF = Text(" van ", " of ")
