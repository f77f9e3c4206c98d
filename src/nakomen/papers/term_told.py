"""How long records of one kind stay, as the statement and the law say it (AVG 15 lid 1 onder d)."""

from nakomen.law import holds_for
from nakomen.policy import Policy, RetentionRule
from nakomen.terms import Bound, Lang, RecordKind, Text
from nakomen.terms.labels import label

_BOUNDS = {
    Bound.EXACTLY: Text("{keep} vanaf {start}", "{keep} from {start}"),
    Bound.AT_LEAST: Text("ten minste {keep} vanaf {start}", "at least {keep} from {start}"),
    Bound.AT_MOST: Text("ten hoogste {keep} vanaf {start}", "at most {keep} from {start}"),
}


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
    told, start = _BOUNDS[rule.bound], label(rule.start)
    return Text(
        told.nl.format(keep=rule.keep.tell(Lang.NL), start=start.nl),
        told.en.format(keep=rule.keep.tell(Lang.EN), start=start.en),
    )
