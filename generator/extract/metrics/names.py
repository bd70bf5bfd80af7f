"""What a number is of: the words of a sentence that name a metric, and which of them a row of figures belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from generator import lexicon
from generator.extract.metrics.quantities import Quantity
from generator.extract.metrics.words import Phrases, Words

RATE_METRICS = frozenset(("gross_margin", "operating_margin", "margin", "market_share", "interest_rate", "unemployment", "inflation"))
"""Metrics whose level is a rate."""
COUNTED_METRICS = frozenset(("headcount", "stores", "users", "units", "orders", "funding", "other", "index"))
"""Metrics whose level can be a count of things."""
SHARE_METRICS = frozenset(("deal_value", "other", "debt", "market_share", "price", "cost", "index", "funding", "gdp"))
"""Metrics of money that are also stated as a percentage: a stake, a gearing ratio, a fee."""
_STRENGTH = {"nouns": 10.0, "verbs": 8.0, "weak": 4.0}


@dataclass(frozen=True)
class Name:
    """Words that name a metric: tokens ``first`` .. ``last`` - 1; a verb names it by what it does ("spent")."""

    first: int
    last: int
    metric: str
    strength: float

    @property
    def is_verb(self) -> bool:
        """True of "spent", "employs": what the number is of is told by what somebody did."""
        return self.strength == _STRENGTH["verbs"]


@cache
def _phrases() -> Phrases:
    book = lexicon.load("metric_names")
    return Phrases((phrase, (metric, kind)) for metric, kinds in book.items() for kind, phrases in kinds.items() for phrase in phrases)


@cache
def metrics() -> frozenset[str]:
    """The names of all metrics that the lexicon knows."""
    return frozenset(lexicon.load("metric_names")) - {"none"}


def find_names(words: Words) -> list[Name]:
    """The names of metrics in a sentence, in its order."""
    found = []
    for match in _phrases().find(words):
        metric, kind = match.meaning
        is_verb = words.tokens[match.first].pos_ in ("VERB", "AUX")
        if metric == "none" or ((kind == "verbs") != is_verb and match.last - match.first == 1):
            continue
        found.append(Name(match.first, match.last, metric, _STRENGTH[kind]))
    return found


def fits(metric: str, quantity: Quantity) -> bool:
    """True where a level of this metric can be stated in such a unit."""
    if quantity.kind == "rate":
        return metric in RATE_METRICS or metric in SHARE_METRICS
    if quantity.kind == "money":
        return metric not in RATE_METRICS and metric not in ("headcount", "stores", "users", "market_share", "gdp", "unemployment")
    return metric in COUNTED_METRICS or (quantity.scaled and metric not in RATE_METRICS)


def name_for(words: Words, names: Sequence[Name], span: tuple[int, int], level: Quantity | None, walls: Sequence[int]) -> Name | None:
    """The name that a row of figures belongs to, or None.

    Args:
        names: the names of the sentence, in its order.
        span: the tokens of the row's figures, first and end.
        level: the row's level, where it has one: its unit must suit the metric.
        walls: positions of other rows' figures; a name behind one of them is less likely.
    """
    best: tuple[float, Name] | None = None
    for name in names:
        if level is not None and not fits(name.metric, level):
            continue
        score = _score(words, name, span, walls)
        if score is not None and (best is None or score > best[0]):
            best = score, name
    return best[1] if best else None


def _score(words: Words, name: Name, span: tuple[int, int], walls: Sequence[int]) -> float | None:
    first, end = span
    if name.last <= first:
        between = range(name.last, first)
        crossed = sum(name.last <= wall < first for wall in walls)
        breaks = sum(words.lower[i] in (";", ":") for i in between)
        return name.strength - 0.3 * len(between) - 1.5 * crossed - 4 * breaks - _clause_breaks(words, name.last, first)
    if name.first >= end:
        between = range(end, name.first)
        if len(between) > 8 or any(_stops(words, i) for i in between):
            return None
        joint = words.lower[end] if end < len(words) else ""
        return name.strength + (2.0 if len(between) <= 1 or joint in ("of", "in", "worth") else 0.5) - 0.5 * len(between)
    return name.strength + 3 if first <= name.first else None


def _clause_breaks(words: Words, start: int, end: int) -> float:
    """What it costs that a new clause begins between a name and a figure."""
    return 1.5 * sum(words.lower[i] in ("while", "whereas", "but", "after", "as", "because", "although") for i in range(start, end))


def _stops(words: Words, place: int) -> bool:
    token = words.tokens[place]
    return token.pos_ in ("VERB", "AUX", "SCONJ", "CCONJ", "NUM") or words.lower[place] in ",;:()$£€"
