"""What a number can be of: the words of a sentence that name a metric."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import zip_longest

from generator import lexicon
from generator.extract.metrics.figures import direction_words
from generator.extract.metrics.words import Match, Phrases, Words, near
from generator.records import record

STRENGTH = {"nouns": 10.0, "verbs": 8.5, "weak": 5.0, "faint": 4.5, "hints": 2.0}
_VERBS = ("verbs", "faint", "hints")
_PACES = frozenset(("at", "annual", "annualized", "adjusted", "monthly", "target"))
_PROFITS = frozenset(("pre_tax_profit", "operating_income", "ebitda"))
_BARE_RESULTS = frozenset(("profit", "loss"))
_BARE_BALANCES = frozenset(("deficit", "gap", "surplus"))
_FUTURES = frozenset(("future", "futures"))
_RELATIVE = _BARE_RESULTS | _BARE_BALANCES | _FUTURES
"""Names that mean what the name before them means."""
_ON_MARKETS = frozenset(("recover", "recoup", "erase", "pare", "trim", "extend", "reverse", "shake", "wipe"))
"""Verbs whose "losses" are those of a market."""
_ADJECTIVES = frozenset(("VBN", "VBD", "JJ"))
_PHRASE = 7
"""Tokens behind "share" in which the market stands that it is one of."""
_BEHIND, _OF_A_PART, _OF_AN_INDEX = 4, 6, 10
"""Tokens behind "growth" in which what grows and which part of a company stands, and behind "futures" in which the index does."""
_SHOWING = frozenset(("show", "post", "see", "record", "report", "register", "enjoy", "achieve", "deliver", "to"))
_WITHOUT, _UP = frozenset(("before", "excluding", "except")), 4
"""What leads to what a result is told without, among the words above it."""
_PLACES = frozenset(("GPE", "LOC", "DATE"))
_INTO = frozenset(("into", "to", "from", "after", "against", "versus", "vs", "compared", "show", "swing", "turn", "than"))
"""Words between two results of one kind: "an operating loss of $5m into a profit of $2m"."""


@record
class Name:
    """Words that name a metric: tokens ``first`` .. ``last`` - 1, of which ``head`` governs the others.

    ``modifies`` is true of a name that only says what another thing is: "investment" in "an investment bank"; ``is_verb`` of "spent" and
    "employs": what the number is of is told by what somebody did.
    """

    first: int
    last: int
    head: int
    metric: str
    strength: float
    modifies: bool = False
    is_verb: bool = False


@cache
def _phrases() -> Phrases:
    kinds_of: dict[str, dict[str, str]] = {}
    for metric in (*sorted(metrics()), "none"):
        for kind, phrases in lexicon.load("metric_names")[metric].items():
            for phrase in phrases:
                kinds_of.setdefault(phrase, {}).setdefault(kind, metric)
    return Phrases(kinds_of.items())


@cache
def metrics() -> frozenset[str]:
    """The names of all metrics that the lexicon knows."""
    return frozenset(lexicon.load("metric_names")) - {"none", "in_percent", "transparent"}


@cache
def nouns() -> frozenset[str]:
    """The nouns that name metrics."""
    return frozenset(noun for metric in metrics() for noun in lexicon.load("metric_names")[metric].get("nouns", ()))


def find_names(words: Words, taken: Sequence[tuple[int, int]], *, economy: bool = False) -> list[Name]:
    """The names of metrics in a sentence, in its order, those inside of ``taken`` (the tokens of quantities) left out.

    Args:
        economy: whether the document is of an economy, whose "growth" is that of its output.
    """
    found: list[Name] = []
    inside, ends = {place for first, last in taken for place in range(first + 1, last)}, dict(taken)
    for match in _phrases().find(words):
        kind = _kind(words, match)
        if kind is None or match.meaning[kind] == "none":
            continue
        if match.first in inside or match.last <= ends.get(match.first, 0):
            continue  # "yen" in "150 yen"; but "one-time charge" only begins with a number
        if words.lemma[match.first] == "loss" and words.is_one_of(words.head(match.first), _ON_MARKETS):
            continue  # "shook off those losses"
        if (match.meaning[kind] == "cost" or words.lemma[match.first] == "tax") and _is_left_out(words, match.first):
            continue
        if _is_no_currency(words, match):
            continue
        to_do = kind == "weak" and words.lower[match.last:match.last + 1] == ("to",) and words.tags[match.last + 1:match.last + 2] == ["VB"]
        if _is_compounded(words, match.last) or (to_do and words.lemma[match.first] == "plan"):
            continue  # "oil-related"; "a plan to return $5m" is of what is planned
        if words.lower[match.first] == "rate" and _is_of_something(words, match.first):
            continue
        head = words.head_of(match.first, match.last)
        name = Name(match.first, match.last, head, match.meaning[kind], STRENGTH[kind], _is_modifier(words, head, match.last),
                    kind in _VERBS)
        found.append(_of_a_market(words, _as_before(words, name, found)))
    found = _without_futures(words, found)
    return sorted([*found, *_growths(words, found, economy=economy)], key=lambda name: name.first)


def _is_no_currency(words: Words, match: Match) -> bool:
    """True of the words of "rose a real 2%" and "has won $5m"."""
    place = match.first
    real = match.meaning.get("nouns") == "exchange_rate" and words.lower[place] == "real"
    return (real and not words.is_one_of(place - 1, ("the", "brazilian"))) or (words.lower[place] == "won" and words.lemma[place] == "win")


def _is_left_out(words: Words, place: int) -> bool:
    """True of the charges of "profit before tax and exceptional charges": what a result is told without."""
    if words.lower[place] == "tax":
        return words.is_one_of(place - 1, ("before", "after"))
    return any(words.lower[i] in _WITHOUT for i in words.ancestors(place)[:_UP])


def _is_of_something(words: Words, place: int) -> bool:
    """True of the "rate" of "grew at an annual rate of" and "the dropout rate"."""
    paced = any(words.lower[i] in _PACES for i in range(max(0, place - 4), place))
    return paced or (
        place > 0 and words.deps[place - 1] == "compound" and words.pos[place - 1] == "NOUN" and words.ents[place - 1] != "DATE")


def _is_compounded(words: Words, last: int) -> bool:
    """True of words that only make an adjective: "oil-related", "mortgage-backed", "debt-laden"."""
    return last + 1 < len(words) and words.lower[last] == "-" and words.tags[last + 1] in _ADJECTIVES and (
        words.starts[last + 1] == words.end_of(last) == words.starts[last] + 1 == words.end_of(last - 1) + 1)


def _without_futures(words: Words, found: Sequence[Name]) -> list[Name]:
    """The names without the first of "futures on the Tarn 100 index", which are ones of the index."""
    if _FUTURES.isdisjoint(words.vocabulary):
        return list(found)
    return [name for name, other in zip_longest(found, found[1:])
            if not (other and other.metric == "index" and other.first - name.last <= _OF_AN_INDEX
                    and words.lemma[name.first] in _FUTURES and words.is_one_of(name.last, ("on", "for", "in", "of")))]


def _growths(words: Words, found: Sequence[Name], *, economy: bool) -> list[Name]:
    """The bare "growth" of an economy, and "Kestle growth" of a business, which is that of its sales; "growth in exports" is of exports."""
    growths: list[Name] = []
    if "growth" not in words.vocabulary:
        return growths
    told = economy or not words.vocabulary.isdisjoint(_economists())
    for place, lemma in enumerate(words.lemma):
        if lemma != "growth" or words.pos[place] != "NOUN":
            continue
        beside = near(found, place)
        led = words.is_one_of(place + 1, ("in", "of", "at"))
        of_another = led and any(place < name.first < place + _BEHIND for name in beside)
        if led and not of_another and any(words.is_one_of(i, _parts()) for i in range(place + 2, place + _OF_A_PART)):
            growths.append(Name(place, place + 1, place, "revenue", STRENGTH["nouns"]))  # "growth in the cloud business"
            continue
        if of_another or any(name.first <= place < name.last for name in beside):
            continue
        before = words.tokens[place - 1] if place else None
        if before is not None and before.dep_ == "compound" and before.pos_ == "PROPN" and before.ent_type_ not in _PLACES and not economy:
            growths.append(Name(place - 1, place + 1, words.head_of(place - 1, place + 1), "revenue", STRENGTH["nouns"]))
            continue
        of_a_noun = before is not None and before.pos_ == "NOUN" and before.ent_type_ != "DATE"
        owned = before is not None and not economy and before.tag_ in ("PRP$", "POS")
        if told and not (of_a_noun or owned or _is_shown(words, place, found)):
            growths.append(Name(place, place + 1, place, "gdp", STRENGTH["nouns"]))
    return growths


@cache
def _parts() -> frozenset[str]:
    return lexicon.entries("metric_kinds", "parts")


@cache
def _economists() -> frozenset[str]:
    return lexicon.entries("metric_kinds", "economists")


def _is_shown(words: Words, place: int, found: Sequence[Name]) -> bool:
    """True of "the shares showed growth" and "spending to a growth rate of": growth of what is named before."""
    above = words.ancestors(place)
    return bool(found) and found[0].last <= place and any(words.is_one_of(i, _SHOWING) for i in above[:2])


def _is_modifier(words: Words, own: int, last: int) -> bool:
    """True of "investment" in "an investment bank", but not of "dividend" in "the dividend payment" and "sales" in "a sales rise"."""
    head = words.head(own)
    if words.deps[own] not in ("compound", "nmod") or not last <= head < min(last + 4, len(words)) or words.pos[head] != "NOUN":
        return False
    lemma = words.lemma[head]
    return not (lemma in _heads() or lemma in direction_words("nouns") or lemma in _plain_names())


@cache
def _heads() -> frozenset[str]:
    return frozenset(lexicon.load("metric_kinds")["heads"])


@cache
def _plain_names() -> frozenset[str]:
    book = lexicon.load("metric_names")
    return frozenset(phrase for metric in metrics() for kind in ("nouns", "weak") for phrase in book[metric].get(kind, ()))


def _of_a_market(words: Words, name: Name) -> Name:
    """A "share of the van market" as a market share."""
    if words.lower[name.last - 1] != "share" or not words.is_one_of(name.last, ("of",)) or "market" not in words.vocabulary:
        return name
    behind = range(name.last + 1, min(name.last + _PHRASE, len(words)))
    market = next((i for i in behind if words.lemma[i] == "market" or words.pos[i] in ("VERB", "AUX")), -1)
    return replace(name, metric="market_share") if words.is_one_of(market, ("market",)) else name


def _as_before(words: Words, name: Name, found: Sequence[Name]) -> Name:
    """A bare "profit" or "deficit" as of the kind that it is set beside: "turned an operating loss into a profit"."""
    lemma = words.lemma[name.first]
    if lemma not in _RELATIVE:
        return name
    before = next((other for other in reversed(found) if not other.is_verb), None)
    if before is None or name.is_verb or name.last - name.first > 1:
        return name
    if lemma in _FUTURES and before.metric == "index" and name.first - before.last <= 1:
        return replace(name, metric="index")  # "Nikkei futures"
    result = lemma in _BARE_RESULTS and before.metric in _PROFITS
    balance = lemma in _BARE_BALANCES and before.metric == "trade_balance"
    between = range(before.last, name.first)
    if balance:
        return replace(name, metric=before.metric)
    if not result or not any(words.is_one_of(i, _INTO) for i in between):
        return name
    apart = any(words.lower[i] in (";", "and", "while", "but", "whereas") for i in between)
    return name if apart else replace(name, metric=before.metric)


def _kind(words: Words, match: Match) -> str | None:
    """As what a phrase is used here: a verb where it is tagged as one, else a noun."""
    kinds = match.meaning
    tag = words.tags[match.first]
    if tag.startswith("VB") or tag == "MD":
        verb = next((kind for kind in _VERBS if kind in kinds), None)
        if verb:
            return verb
        whole = match.last - match.first > 1 or words.lower[match.first] != words.lemma[match.first]
        told = tag in ("VBZ", "VBG", "VBN") or "-" in words.lower[match.first:match.last]  # "a buy-back plan"
        named = "nouns" in kinds or match.last - match.first > 1  # "it plans to" names nothing
        return next((kind for kind in ("nouns", "weak") if kind in kinds), None) if whole and told and named else None
    return "nouns" if "nouns" in kinds else "weak" if "weak" in kinds else None
