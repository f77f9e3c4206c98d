"""What people call each kind of promise."""

from nakomen.policy.kind import PromiseKind
from nakomen.terms import Text

_LABELS = {
    PromiseKind.ACCESS_CONTROL: Text("wie erbij mag", "who has access"),
    PromiseKind.ACCOUNT_BLOCKING: Text("blokkeren van een account", "blocking of an account"),
    PromiseKind.ANALYTICS: Text("statistieken", "statistics"),
    PromiseKind.ANONYMISATION: Text("anoniem maken", "anonymisation"),
    PromiseKind.AUTHORITY_DISCLOSURE: Text(
        "verstrekken aan de overheid", "disclosure to authorities"
    ),
    PromiseKind.AUTOMATED_DECISION: Text("besluiten door een computer", "automated decisions"),
    PromiseKind.BACKUP: Text("reservekopieën", "backups"),
    PromiseKind.BREACH: Text("datalekken", "data breaches"),
    PromiseKind.CAMERA: Text("camera's", "cameras"),
    PromiseKind.CHANGE_NOTICE: Text("bericht bij wijziging", "notice of change"),
    PromiseKind.CHILDREN: Text("kinderen", "children"),
    PromiseKind.COMPLAINT: Text("klachten", "complaints"),
    PromiseKind.CONFIDENTIALITY: Text("geheimhouding", "confidentiality"),
    PromiseKind.CONSENT: Text("toestemming", "consent"),
    PromiseKind.CONTACT: Text("contact", "contact"),
    PromiseKind.CONTROLLER_IDENTITY: Text("wie verantwoordelijk is", "who is responsible"),
    PromiseKind.CONTROLLER_PROCESSOR_ROLE: Text(
        "verantwoordelijke of verwerker", "controller or processor"
    ),
    PromiseKind.COOKIE: Text("cookies", "cookies"),
    PromiseKind.DATA_CATEGORY: Text("welke gegevens", "which data"),
    PromiseKind.DATA_SUBJECT_GROUP: Text("van wie", "whose data"),
    PromiseKind.DEADLINE: Text("termijn voor antwoord", "term for an answer"),
    PromiseKind.DEBT_BLOCK: Text("gevolgen van niet betalen", "consequences of non-payment"),
    PromiseKind.DELETION_TRIGGER: Text("wanneer gegevens weggaan", "when data goes"),
    PromiseKind.DIRECT_MARKETING: Text("reclame", "advertising"),
    PromiseKind.DPIA: Text("beoordeling van risico's", "impact assessment"),
    PromiseKind.DPO: Text("functionaris gegevensbescherming", "data protection officer"),
    PromiseKind.FEE: Text("kosten", "fee"),
    PromiseKind.IDENTITY_VERIFICATION: Text("vaststellen wie u bent", "identity check"),
    PromiseKind.LEGAL_BASIS: Text("grondslag", "legal basis"),
    PromiseKind.LIABILITY: Text("aansprakelijkheid", "liability"),
    PromiseKind.LOGGING_MONITORING: Text("logboeken en bewaking", "logging and monitoring"),
    PromiseKind.OTHER: Text("overig", "other"),
    PromiseKind.PORTAL: Text("klantportaal", "customer portal"),
    PromiseKind.PROCESSOR: Text("verwerker", "processor"),
    PromiseKind.PROFILING: Text("profielen", "profiling"),
    PromiseKind.PURPOSE: Text("doel", "purpose"),
    PromiseKind.RECIPIENT: Text("ontvanger", "recipient"),
    PromiseKind.REFUSAL_GROUND: Text("reden om te weigeren", "ground to refuse"),
    PromiseKind.REGISTER: Text("register", "register"),
    PromiseKind.RESELLER: Text("wederverkoop", "resellers"),
    PromiseKind.RETENTION: Text("bewaartermijn", "retention term"),
    PromiseKind.RIGHT: Text("recht", "right"),
    PromiseKind.RIGHT_PROCEDURE: Text("hoe een verzoek gaat", "how a request goes"),
    PromiseKind.SCOPE: Text("waarover dit gaat", "scope"),
    PromiseKind.SECURITY_MEASURE: Text("beveiliging", "security"),
    PromiseKind.SOURCE: Text("waar gegevens vandaan komen", "source of data"),
    PromiseKind.SPECIAL_CATEGORY: Text("bijzondere gegevens", "special categories"),
    PromiseKind.STATEMENT_VERSION: Text("versie van de verklaring", "version of the statement"),
    PromiseKind.TELEPHONY: Text("telefonie", "telephony"),
    PromiseKind.TRANSFER: Text("buiten de EER", "outside the EEA"),
    PromiseKind.WITHDRAWAL: Text("intrekken of afmelden", "withdrawal or opt-out"),
}


def kind_label(kind: str) -> Text:
    """
    The label of a kind of promise.

    Raises:
        ValueError: no such kind.

    >>> kind_label("retention").nl
    'bewaartermijn'
    """
    return _LABELS[PromiseKind(kind)]
