"""
Wet op de omzetbelasting 1968 artikel 35a: wat een factuur moet noemen.

Holds for: records of kind `billing`.
Demands:   an invoice names, among other things, the name and address of the customer. It sets no
           term of its own: AWR artikel 52 keeps the invoice, and with it what it must name. Where
           the invoice in the database does not hold the name and address itself, those of the
           customer it points to stay with the books.
Example:   Anna's account is erased. Her invoices hold only her customer number, so her name and
           address stay readable for the books; her e-mail address does not:

    >>> Category.NAME in RULE.needs, Category.EMAIL in RULE.needs
    (True, False)

Source:    wetten.overheid.nl, BWBR0002629. Not read.
Checked:   not verified: article number, wording and BWBR number are from memory.
"""

from nakomen.law.model import LegalRule
from nakomen.law.sources import OB
from nakomen.terms import Category, RecordKind, Text

RULE = LegalRule(
    id="ob-35a",
    article="Wet OB 1968 artikel 35a",
    records=frozenset({RecordKind.BILLING}),
    text=Text(
        "een factuur noemt naam en adres van de klant, wat is geleverd en het bedrag",
        "an invoice names the customer's name and address, what was supplied and the amount",
    ),
    needs=frozenset(
        {
            Category.NAME,
            Category.ADDRESS,
            Category.VAT_KVK_NUMBER,
            Category.PURCHASE_HISTORY,
            Category.PAYMENT,
        }
    ),
    source=OB,
    verified=False,
    checked=Text(
        "Niet nagelezen: artikelnummer en inhoud zijn uit het geheugen opgeschreven.",
        "Not verified: article number and content were written from memory.",
    ),
)
