"""Who tells a number: the source, who only says it, and the company that speaks of itself."""

from collections.abc import Sequence

from generator.analysis import Analysis, Mention
from generator.columns import Columns
from generator.extract.metrics.owners import Owner, Place, listed

_KNOWN, _MOSTLY = 3, 0.8
"""How often somebody is named at least, and the share of it that tells something, to be a source and nothing else."""
_DEPTH = 7
"""Words from a name up to the verb of whose subject it is part."""
_POLLING = frozenset(("poll", "survey", "compile", "collect", "gather", "publish"))
"""What a source does: "analysts polled by Acme"."""
_CLAUSE = 30
"""Words from "report" to the verb of what is reported."""


def self_told(place: Place) -> Owner | None:
    """The company that tells its own results: "Acme, based in Spain, said sales rose 5%"; never one that counts what others sell."""
    words, name = place.words, place.name
    if name is None:
        return None
    for position in words.ancestors(place.anchor):
        teller = words.columns.subjects.get(position + words.sentence.first, -1)
        entity = place.entity(teller - words.sentence.first) if teller >= 0 and _tells(words.columns, teller) else None
        if entity and entity.kind == "company":
            earned = place.of_a_company or name.metric == "revenue"
            return place.usual.owner(entity) if earned or not is_source(place.analysis, entity.names, known=1) else None
    return None


def is_source(analysis: Analysis, mentions: Sequence[Mention], known: int = _KNOWN) -> bool:
    """True of one who is mentioned, ``known`` times at least, for what it says alone: a pollster, a lender with its survey of prices."""
    heard = sum(is_heard(analysis.columns, mention.last - 1) for mention in mentions)
    return len(mentions) >= known and heard >= _MOSTLY * len(mentions)


def is_heard(columns: Columns, number: int) -> bool:
    """True of a name, by the number of its last token, that stands for who tells something."""
    for _ in range(_DEPTH):
        if columns.deps[number] == "relcl":
            return False
        if _tells(columns, number) or _is_of_a_source(columns, number):
            return True
        number = columns.heads[number]
    return False


def _tells(columns: Columns, number: int) -> bool:
    """True of the subject of a verb of telling, and of "report" with a clause."""
    if columns.deps[number] != "nsubj":
        return False
    verb = columns.heads[number]
    lemma = columns.lemmas[verb]
    return lemma in listed("reporters") or (lemma == "report" and any(
        columns.deps[i] == "ccomp" and columns.heads[i] == verb for i in range(verb + 1, min(verb + _CLAUSE, len(columns.deps)))))


def _is_of_a_source(columns: Columns, number: int) -> bool:
    """True of "according to Acme", "Acme's estimate", "Acme data", "a survey by Acme" and "analysts polled by Acme"."""
    dep, above = columns.deps[number], columns.heads[number]
    if dep in ("poss", "compound"):
        return columns.lemmas[above] in listed("sources")
    if dep != "pobj":
        return False
    word, whose = columns.lowers[above], columns.heads[above]
    said = (word == "to" and columns.lowers[whose] == "according") or (word == "by" and columns.lemmas[whose] in _POLLING)
    return said or (word in ("by", "from") and columns.lemmas[whose] in listed("sources"))
