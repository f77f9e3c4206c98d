"""A whole policy of a fictional provider, and small ones written in a line."""

from nakomen.policy import Policy, load_policy

WHOLE = """
statement: {file: statement.nl.md, language: nl, version: "2.1", date: 2026-03-01}
controller:
  name: Otterloo Hosting B.V.
  kvk: "12345678"
  address: Havenkade 3
  postcode: 1234 AB
  city: Delft
  emails: [privacy@otterloo.example]
  phones: ["015 123 45 67"]
promises:
  - id: contact-1
    kind: contact
    control: privacy-desk-routing
    contact: {name: Chaima Bos, role: directeur, email: privacy@otterloo.example}
  - id: purpose-1
    kind: purpose
    control: purpose-binding
    purpose: {label: facturen sturen, bases: [contract]}
  - id: purpose-2
    kind: purpose
    control: purpose-binding
    purpose: {label: nieuwsbrief sturen, bases: [consent]}
  - {id: data-1, kind: data_category, control: customer-crm, data: [name, address, email]}
  - {id: group-1, kind: data_subject_group, control: processing-register, groups: [klanten]}
  - id: processor-1
    kind: processor
    control: processor-register
    recipient: {name: Mollie, role: processor, purpose: betalingen, country: NL}
  - {id: recipient-1, kind: recipient, control: processor-register, receivers: [accountant]}
  - {id: disclosure-1, kind: authority_disclosure, control: authority-order-register}
  - id: transfer-1
    kind: transfer
    control: transfer-gate
    transfer: {outside_eea: true, countries: [US], safeguards: [adequacy]}
  - id: retention-1
    kind: retention
    control: invoice-seven-years
    retention: {records: billing, keep: 7 jaar, bound: at_least, from: calendar_year_end}
  - id: right-1
    kind: right
    control: rights-request-desk
    rights: [access, rectification, erasure, restriction, portability, objection]
  - {id: deadline-1, kind: deadline, control: rights-deadline, within: 30 dagen}
  - id: complaint-1
    kind: complaint
    control: complaint-desk
    authority: Autoriteit Persoonsgegevens
  - {id: automated-1, kind: automated_decision, control: automated-decision-guard, automated: false}
  - {id: special-1, kind: special_category, control: special-category-gate, special: {status: none}}
  - id: children-1
    kind: children
    control: minors-gate
    children: {age: 16, consent: true, written: true}
  - id: cookie-1
    kind: cookie
    control: cookie-inventory
    cookies: {used: true, kinds: [functional, analytical], tools: [Matomo], consent: false}
  - id: marketing-1
    kind: direct_marketing
    control: marketing-preference-gate
    marketing: {ground: consent, channels: [email]}
  - {id: security-1, kind: security_measure, control: encrypted-transport, measures: [tls, backups]}
  - {id: breach-1, kind: breach, control: breach-72h}
  - id: notice-1
    kind: change_notice
    control: statement-version-notice
    notice: {channels: [email, website], material: true, before: 30 dagen}
  - id: liability-1
    kind: liability
    control: informational
    says: Voor wat u zelf plaatst bent u verantwoordelijk.
"""


def policy(text: str) -> Policy:
    """The policy of a file's text, which must be without a fault."""
    loaded, findings = load_policy(text, "policy.yaml", None)
    assert loaded is not None, [finding.message.en for finding in findings]
    return loaded


def with_promises(*promises: str, head: str = "") -> Policy:
    """A policy of these promises; each is the inside of a YAML mapping on one line."""
    lines = [f"  - {{{promise}}}" for promise in promises]
    return policy("\n".join(["statement: {file: s.md}", head, "promises:", *lines]))
