"""Who called whom: providers of public electronic communication."""

from nakomen.law.checked import Checked
from nakomen.law.retention import starts
from nakomen.law.retention.row import Force, Kept, Sector, Until
from nakomen.law.sources import TW
from nakomen.terms import Period, RecordKind, Text

_TRAFFIC = frozenset({RecordKind.TRAFFIC})

ROWS = (
    Kept(
        id="telecom-traffic-transmission",
        what=Text(
            "verkeersgegevens voor de verbinding zelf", "traffic data for the connection itself"
        ),
        most=Period(),
        start=Text(
            "zodra de verbinding ze niet meer nodig heeft",
            "as soon as the connection no longer needs them",
        ),
        basis="Telecommunicatiewet artikel 11.5 lid 1",
        force=Force.STATUTORY,
        sector=Sector.TELECOM,
        note=Text("Wissen of anoniem maken.", "Erase or make anonymous."),
        checked=Checked.READ,
        source=TW,
        records=_TRAFFIC,
        words=("verkeersgegevens", "sessiegegevens", "traffic data"),
    ),
    Kept(
        id="telecom-traffic-billing",
        what=Text("belgegevens voor de rekening", "call records for the bill"),
        most=Until.UNDISPUTABLE,
        start=Text(
            "de factuur; tot zij niet meer kan worden betwist of geïnd",
            "the invoice; until it can no longer be disputed or collected",
        ),
        basis="Telecommunicatiewet artikel 11.5 lid 2; BW 3:307 en 3:308",
        force=Force.STATUTORY,
        sector=Sector.TELECOM,
        note=Text(
            "Meestal enkele maanden, door de verjaring nooit meer dan 5 jaar. De bedragen vallen "
            "onder de 7 jaar van de AWR, de belgegevens niet.",
            "Mostly a few months, and by the limitation never over 5 years. The totals fall under "
            "the 7 years of the AWR, the call records do not.",
        ),
        checked=Checked.READ,
        source=TW,
        records=_TRAFFIC,
        words=("belgegevens", "call detail", "cdr ", "cdr-", "gespreksspecificatie"),
    ),
    Kept(
        id="telecom-traffic-marketing",
        what=Text(
            "verkeersgegevens voor verkoop of extra diensten",
            "traffic data for sales or added services",
        ),
        most=Until.CONSENT_WITHDRAWN,
        start=starts.CONSENT,
        basis="Telecommunicatiewet artikel 11.5 lid 3 en 4",
        force=Force.STATUTORY,
        sector=Sector.TELECOM,
        note=Text(
            "Alleen met toestemming vooraf, en met de duur erbij verteld.",
            "Only with consent in advance, told together with how long.",
        ),
        checked=Checked.OLDER,
        source=TW,
        records=_TRAFFIC,
    ),
    Kept(
        id="telecom-location",
        what=Text(
            "locatie van een toestel, buiten de verbinding om",
            "location of a device, apart from the connection",
        ),
        most=Until.SERVICE_ENDS,
        start=Text("de dienst waarvoor zij nodig is", "the service for which it is needed"),
        basis="Telecommunicatiewet artikel 11.5a lid 3 en 4",
        force=Force.STATUTORY,
        sector=Sector.TELECOM,
        note=Text(
            "Anoniem of met toestemming, en steeds even uit te zetten.",
            "Anonymous or with consent, and to be switched off at any time.",
        ),
        checked=Checked.READ,
        source=TW,
        records=_TRAFFIC,
        words=("locatiegegevens", "location data"),
    ),
    Kept(
        id="telecom-data-retention-act",
        what=Text(
            "de vroegere plicht om verkeersgegevens 12 of 6 maanden te bewaren",
            "the former duty to keep traffic data for 12 or 6 months",
        ),
        most=Period(),
        start=starts.NONE,
        basis="Telecommunicatiewet (oud) artikel 13.2a; ECLI:NL:RBDHA:2015:2498",
        force=Force.STATUTORY,
        sector=Sector.TELECOM,
        note=Text(
            "Sinds 11 maart 2015 buiten werking: wie haar nog noemt, noemt een reden die er niet "
            "is.",
            "Set aside since 11 March 2015: who still names it names a reason that is not there.",
        ),
        checked=Checked.REPORTED,
        source="inview.nl, vbk.nl, privacyfirst.nl",
        records=_TRAFFIC,
        words=("bewaarplicht telecom", "dataretentie", "data retention act"),
    ),
)
