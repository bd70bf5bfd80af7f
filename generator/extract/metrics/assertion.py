"""What a sentence takes for a fact, whatever it expects or plans beside it."""

from collections.abc import Iterator
from itertools import takewhile

from generator import lexicon
from generator.columns import SUBJECTS
from generator.extract.metrics.cues import expecting
from generator.extract.metrics.figures import Figure
from generator.extract.metrics.words import Words

_CONTRAST = frozenset(("although", "though", "while", "whereas", "after", "since", "despite", "because"))
"""What begins a clause that a forecast or a plan beside it does not speak of."""
_AFTER = frozenset(("after", "following"))
_OPENING = frozenset(("at", "with", "up", "down", "of"))
"""What begins an aside."""
DEFINITE = frozenset(("the", "its", "their", "his", "her", "our", "this", "that", "these", "those", "'s", "’s", "'", "’"))
_HAVE = frozenset(("have", "has", "having", "'ve", "’ve", "'s", "’s"))
_STOCKS = frozenset(("workforce", "staff", "payroll", "fleet", "network", "membership", "population", "debt"))
"""What there is a number of, whoever is to change it: "cut the workforce of 500"."""
_FORESEEN = frozenset(("targeted", "expected", "planned", "projected", "forecast", "estimated", "proposed", "intended"))
_NOW = frozenset(("current", "currently", "existing", "today", "present"))
_MARKS = frozenset(("mark", "level", "line", "range", "threshold", "barrier", "area", "figure", "rate"))
"""Nouns behind an amount that are nothing but the amount: "the $5m mark"."""
_TO_COME = frozenset(("next", "this", "coming", "forthcoming"))
_PHRASE = 6
"""Words of the phrase that an amount stands before."""
_BACK = 7
"""Words before a figure that can tell whose, or of when, it is."""


def governing(words: Words, anchor: int) -> Iterator[int]:
    """The position of an anchor and of what governs it, up to the end of the clause that states it as a fact.

    "The company, with assets of $9bn, may sell" and "profit rose 5% and will rise again" end at the aside and at "rose".
    """
    for place in (anchor, *words.ancestors(anchor)):
        yield place
        if words.deps[place] == "nsubj" and words.lemma[words.head(place)] in expecting():
            return  # "70% of firms plan to hire"
        if words.deps[place] in ("relcl", "appos") or is_aside(words, place) or states_a_fact(words, place) or words.lower[place] in _AFTER:
            return


def is_aside(words: Words, place: int) -> bool:
    """True of the "at" of "the rate, at 5%, may fall" and of the "with" of "with cash of $5m, it may buy": what there is already.

    So is what the "up" leads to of "exports, up 7% in 2004, may grow" and the "of" of "the loan, of $5m, will be repaid".
    """
    word = words.lower[place]
    if word not in _OPENING or not (place == 0 or words.is_one_of(place - 1, (",",))):
        return False
    above = words.head(place)
    if word not in ("with", "at"):
        return place > 0 and words.deps[above] in SUBJECTS and words.head(above) > place
    if words.pos[place] != "ADP":
        return False
    if word == "at":
        return above > place > 0
    return words.pos[above] in ("NOUN", "PROPN") or above > place


def states_a_fact(words: Words, place: int) -> bool:
    """True of the verb of a clause that is told as done ("rose", "has risen", "was cut"), or that only stands beside another."""
    if words.pos[place] not in ("VERB", "AUX") or words.lemma[place] in expecting():
        return False
    known = words.known_facts.get(place)
    if known is None:
        known = words.known_facts[place] = _states_a_fact(words, place)
    return known


def _states_a_fact(words: Words, place: int) -> bool:
    token = words.tokens[place]
    left = {child.dep_: child for child in token.lefts}
    mark = left["mark"].lower_ if "mark" in left else ""
    helpers = [child for child in token.lefts if child.dep_ in ("aux", "auxpass")]
    if mark in ("if", "unless") or any(helper.tag_ in ("MD", "TO") for helper in helpers):
        return False
    if token.dep_ == "conj" and token.head.tag_ == "VB" and words.lemma[place] == words.lower[place]:
        return False  # "will close two mills and shed 500 jobs": a form that is all that the verb has
    done = token.tag_ == "VBD" or (token.tag_ in ("VBN", "VBG") and any(
        helper.tag_ == "VBD" or (helper.lower_ in _HAVE and token.tag_ == "VBN") for helper in helpers))
    beside = token.tag_ == "VBG" and mark in ("while", "whilst") and "nsubj" not in left  # "would cut output, while raising prices by 3%"
    if done or (token.dep_ == "advcl" and mark in _CONTRAST and not beside):
        return True
    present = token.tag_ in ("VBZ", "VBP") or any(helper.tag_ in ("VBZ", "VBP") for helper in helpers)
    return token.dep_ == "conj" and "nsubj" in left and present


def is_given(words: Words, figure: Figure) -> bool:
    """True of an amount that a phrase takes for known: "its 12,000 employees", "the bank's $1.2bn facility", "last year's $25 million".

    What is going to happen to it says nothing of it.
    """
    if (figure.role == "level" or figure.lead == "of") and _is_of_the_past(words, figure.first):
        return True
    if figure.role != "level":
        return False
    place = next((i for i in range(figure.first - 1, max(-1, figure.first - 5), -1)
                  if words.lower[i] in DEFINITE or words.pos[i] not in ("ADJ", "ADV", "NUM", "ADP", "SYM", "PUNCT")), -1)
    if figure.lead == "of" and is_somebodys(words, figure.governor - 1):
        return True
    things = (i for i in nouns_behind(words, figure) if words.lemma[i] not in _MARKS)
    definite = place >= 0 and words.lower[place] in DEFINITE and words.pos[place] != "SCONJ"
    return definite and any(words.pos[i] in ("NOUN", "PROPN") for i in things)


def is_somebodys(words: Words, noun: int) -> bool:
    """True of the "sale" in "Kestle's sale of $5m" and the "staff" in "cut its staff of 500": what may become of it says nothing of it."""
    if noun < 0 or words.pos[noun] != "NOUN" or words.deps[noun] not in ("nsubj", "dobj"):
        return False
    if any(words.is_one_of(noun, lexicon.entries("metric_status", part)) for part in ("open", "plans")):
        return False  # "beat analysts' forecasts of $5m"
    lefts = list(words.tokens[noun].lefts)
    stock = words.is_one_of(noun, _STOCKS)
    known = any(token.dep_ == "poss" or (stock and token.lower_ == "the") for token in lefts)
    return known and not any(token.lower_ in _FORESEEN for token in lefts)


def nouns_behind(words: Words, figure: Figure) -> range:
    """The words of the phrase that an amount stands before: "contingency facility" behind "$1.2bn"."""
    behind = range(figure.last, min(figure.last + _PHRASE, len(words)))
    inside = list(takewhile(lambda i: words.pos[i] in ("NOUN", "PROPN", "ADJ", "NUM") or words.lower[i] in "-–" or (
        words.tags[i] in ("VBN", "VBG") and words.deps[i] in ("amod", "compound")), behind))
    nouns = [i for i in inside if words.pos[i] in ("NOUN", "PROPN") and words.ents[i] not in ("DATE", "TIME")]
    return range(figure.last, nouns[-1] + 1) if nouns else range(0)


def _is_of_the_past(words: Words, first: int) -> bool:
    """True behind "last year's", "September's" and "current", up to a verb or a mark."""
    for place in range(first - 1, max(-1, first - _BACK), -1):
        if words.pos[place] in ("VERB", "AUX") or words.lower[place] in ",;:()":
            return False
        if words.lemma[place] in _NOW and words.ents[place] != "DATE":
            return True
        if words.lower[place] == "now" and (place == first - 1 or words.lower[place + 1] in ("at", "of")):
            return True
        if words.lower[place] in ("'s", "’s") and place and words.ents[place - 1] == "DATE":
            return not any(words.lower[i] in _TO_COME for i in range(max(0, place - 3), place))
    return False


def plan_behind(words: Words, figure: Figure) -> bool:
    """True of the size of a plan: "a €65 billion package", "its $12-a-share offer", "the 2% target"."""
    plans = lexicon.entries("metric_status", "plans")
    near = not plans.isdisjoint(words.lemma[figure.last:figure.last + _PHRASE])
    return near and any(words.lemma[i] in plans and not _is_guess(words, i) for i in nouns_behind(words, figure))


def _is_guess(words: Words, place: int) -> bool:
    """True of an analyst's "price target", which nobody pursues."""
    return words.is_one_of(place - 1, ("price",)) or words.is_one_of(place + 1, ("price",))
