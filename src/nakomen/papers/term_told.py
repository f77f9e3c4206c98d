"""How long records of one kind stay, as the statement and the law say it (AVG 15 lid 1 onder d)."""

from nakomen.law import holds_for
from nakomen.policy import Policy, RetentionRule
from nakomen.terms import Bound, Lang, RecordKind, Take, Text
from nakomen.terms.labels import label

_BOUNDS = {
    Bound.EXACTLY: Text("{keep} vanaf {start}", "{keep} from {start}"),
    Bound.AT_LEAST: Text("ten minste {keep} vanaf {start}", "at least {keep} from {start}"),
    Bound.AT_MOST: Text("ten hoogste {keep} vanaf {start}", "at most {keep} from {start}"),
}
_BETWEEN = Text(
    "ten minste {keep} en ten hoogste {most} vanaf {start}",
    "at least {keep} and at most {most} from {start}",
)
_TAKEN = {
    Take.EARLIEST: Text("het eerste van", "the earliest of"),
    Take.LATEST: Text("het laatste van", "the latest of"),
}
_OR = Text(" of ", " or ")


def term_told(policy: Policy, records: RecordKind) -> Text | None:
    """
    The promise nearest to these records, else the norm that holds them; None when there is neither.
    """
    for kind in records.promised_as:
        for promise in policy.retention:
            if promise.retention and promise.retention.records is kind:
                return _promised(promise.retention)
    norm = next(iter(holds_for(records)), None)
    return Text(*(f"{norm.text.in_(lang)} ({norm.article})" for lang in Lang)) if norm else None


def _promised(rule: RetentionRule) -> Text | None:
    if rule.keep is None:
        return label(rule.criterion) if rule.criterion else None
    told = _BETWEEN if rule.at_most else _BOUNDS[rule.bound]
    return Text(*(told.in_(lang).format(**_facts(rule, lang)) for lang in Lang))


def _facts(rule: RetentionRule, lang: Lang) -> dict[str, str]:
    starts = _OR.in_(lang).join(label(moment).in_(lang) for moment in rule.moments)
    if rule.others:
        starts = f"{_TAKEN[rule.take].in_(lang)} {starts}"
    return {
        "keep": rule.keep.tell(lang) if rule.keep else "",
        "most": rule.at_most.tell(lang) if rule.at_most else "",
        "start": starts,
    }
