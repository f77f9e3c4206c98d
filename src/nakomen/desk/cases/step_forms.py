"""What staff fill in about the clock, the address, the price, a complaint and the others."""

from __future__ import annotations

from django import forms
from django.utils import timezone

from nakomen import verbs
from nakomen.desk.cases.forms import grounds_told
from nakomen.desk.cases.told import HOW, JUDGED, LONGER
from nakomen.desk.dossiers.models import Judged, Longer, Shown
from nakomen.desk.kit.words import chosen, lazily


class Doubt(forms.Form):
    """What more she must tell, because it is in doubt who asks; she reads it."""

    doubt = forms.CharField(
        label=lazily("Waarom twijfelt u, en wat vraagt u?", "Why do you doubt, what do you ask?"),
        help_text=lazily(
            "Dit leest zij. Vraag zo weinig mogelijk, en nooit een kopie van een "
            "identiteitsbewijs.",
            "She reads this. Ask as little as possible, and never a copy of an identity card.",
        ),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class Settled(forms.Form):
    """The day on which her answer came."""

    settled_on = forms.DateField(
        label=lazily("Op welke dag kwam haar antwoord?", "On which day did her answer come?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        initial=timezone.localdate,
    )


class Extension(forms.Form):
    """Why it takes longer."""

    extended_for = forms.ChoiceField(
        label=lazily("Waarom duurt het langer?", "Why does it take longer?"),
        help_text=lazily("De wet kent twee redenen.", "The law knows two reasons."),
    )
    extended_because = forms.CharField(
        label=lazily("In uw woorden", "In your words"),
        help_text=lazily("Dit leest zij op haar pagina.", "She reads this on her page."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["extended_for"].choices = [(w.value, chosen(*LONGER[w])) for w in Longer]


class Identified(forms.Form):
    """How somebody saw who she is."""

    how = forms.ChoiceField(
        label=lazily("Hoe zag u wie zij is?", "How did you see who she is?"),
        help_text=lazily(
            "Bewaar geen kopie van een identiteitsbewijs.", "Keep no copy of an identity card."
        ),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["how"].choices = [("", "—"), *((w.value, chosen(*HOW[w])) for w in Shown)]


class Charge(forms.Form):
    """Money for an answer: never without a ground of the law and a reason."""

    amount = forms.DecimalField(
        label=lazily("Bedrag in euro", "Amount in euro"),
        min_value=0,
        max_value=1000,
        decimal_places=2,
        help_text=lazily("0: toch niets vragen.", "0: ask nothing after all."),
    )
    ground = forms.ChoiceField(
        label=lazily("Welke grond geeft de wet?", "Which ground does the law give?"),
        required=False,
    )
    because = forms.CharField(
        label=lazily("Waaruit blijkt dat?", "What shows that?"),
        help_text=lazily("Dit leest zij.", "She reads this."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "charge_%s"
        self.fields["ground"].choices = [("", "—"), *grounds_told(verbs.fee_grounds())]


class Judgement(forms.Form):
    """What came of a complaint, as she reads it."""

    judged = forms.ChoiceField(label=lazily("Heeft zij gelijk?", "Is she right?"))
    outcome = forms.CharField(
        label=lazily("Wat vond u, en wat doet u eraan?", "What did you find, what do you do?"),
        help_text=lazily(
            "Dit leest zij in het antwoord, met waar zij verder kan klagen.",
            "She reads this in the answer, with where she can complain further.",
        ),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["judged"].choices = [
            ("", "—"),
            *((w.value, chosen(*JUDGED[w])) for w in Judged),
        ]


class Answered(forms.Form):
    """What a processor or receiver said."""

    ask = forms.CharField(max_length=60)
    state = forms.ChoiceField(choices=[(w, w) for w in ("sent", "done", "refused")])
    said = forms.CharField(max_length=1000, required=False)


class Handing(forms.Form):
    """How her copy comes to her whom no mail reaches."""

    how = forms.ChoiceField(
        label=lazily("Hoe krijgt zij hem?", "How does she get it?"),
        choices=[
            ("", "—"),
            ("given", lazily("ik geef hem aan haar zelf", "I give it to her in person")),
            (
                "posted",
                lazily("ik stuur hem naar het bekende adres", "I send it to the known address"),
            ),
        ],
    )
