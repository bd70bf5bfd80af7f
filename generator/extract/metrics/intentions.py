"""What somebody means to do and has not done: "a move announced in May to close 50 stores", "is considering closing 50 stores"."""

from functools import cache, partial

from generator import lexicon
from generator.columns import SUBJECTS
from generator.extract.metrics.assertion import is_given, nouns_behind
from generator.extract.metrics.figures import Figure
from generator.extract.metrics.phrases import antecedent, is_relative
from generator.extract.metrics.words import Words

_listed = partial(lexicon.entries, "metric_status")
_CONCLUDING = ("finalise", "finalize", "complete", "conclude", "seal", "close")
"""What is done to a deal with which the act itself is done."""
_FAILING = ("collapse", "failure")
_OFFERS = frozenset(("bid", "offer", "approach", "proposal"))
_VALUING = frozenset(("value", "be", "pitch", "stand", "amount"))
"""Verbs that tell what an offer is worth."""
_NEAR = 4
"""Words up from the size of a deal to what tells that it came to nothing."""


def is_intended(words: Words, figure: Figure) -> bool:
    """True of a number that an act would bring which is only spoken of: behind a noun or a verb of intentions."""
    plain, gerund = _listed("intentions"), _listed("deliberations")
    if plain.isdisjoint(words.vocabulary) and gerund.isdisjoint(words.vocabulary):
        return False
    act = _act_above(words, figure.first)
    if act < 0:
        return False
    meant = _is_meant(words, act) if words.tags[act] == "VB" else _is_deliberated(words, act)
    return meant and "," not in words.lower[act:figure.first] and not is_given(words, figure)


@cache
def _acts() -> frozenset[str]:
    """The lemmas of what somebody does of their own will."""
    return frozenset(phrase.split()[0] for phrase in lexicon.load("metric_status")["target"]["acts"])


def _act_above(words: Words, first: int) -> int:
    """The position of the infinitive or the gerund that governs a number before any verb with a tense does; -1 for none."""
    for place in words.ancestors(first):
        gerund = words.lower[place].endswith("ing") and words.deps[place] in ("pcomp", "pobj", "xcomp", "dobj", "conj")
        if words.tags[place] == "VB" or (words.tags[place] in ("VBG", "NN") and gerund):
            return place if words.is_one_of(place, _acts()) or words.tags[place] == "NN" else -1
        if words.pos[place] in ("VERB", "AUX") and not (words.tags[place] == "VBG" and words.lemma[place] == "cost"):
            return -1
    return -1


def _is_meant(words: Words, act: int) -> bool:
    """True of "a deal to buy it", "an agreement with Tarn to buy it" and "a move announced in May to close it"."""
    to = next((place for place in range(act - 1, max(-1, act - 3), -1) if words.lower[place] == "to"), -1)
    above = words.head(act)
    if words.deps[act] == "xcomp" and words.tags[above] == "VBN" and words.deps[above] == "acl":
        above = words.head(above)
    nouns = [place for place in (to - 1, above) if to > 0 and words.pos[place] in ("NOUN", "PROPN")]
    return any(words.is_one_of(place, _listed("intentions")) and not words.is_one_of(words.head(place), _CONCLUDING) for place in nouns)


def _is_deliberated(words: Words, act: int) -> bool:
    """True of "talks on closing it", "is committed to closing it" and "considers closing it"."""
    above = words.head(act)
    if words.pos[above] == "ADP":
        above = words.head(above)
    return above < act and words.is_one_of(above, _listed("deliberations"))


def _is_on_offer(words: Words, figure: Figure) -> bool:
    """True of "an offering of 5 million shares, via two banks", of which no verb tells that it is done."""
    led = figure.lead == "of" and words.is_one_of(figure.governor - 1, ("offering",))
    return led and words.predicate_above(figure.first) < 0


def is_of_an_offer(words: Words, figure: Figure) -> bool:
    """True of what an offer is told to be worth: "the bid values Tarn at $5m", "pitched at $5 a share", "the offer price is $5"."""
    if figure.quantity.kind != "money" or figure.role != "level" or _OFFERS.isdisjoint(words.vocabulary):
        return False
    verb = words.predicate_above(figure.first)
    if not words.is_one_of(verb, _VALUING):
        return False
    subject = words.subject_of(verb)
    if subject is None:
        return words.is_one_of(verb, ("pitch",))
    place = words.place_of(subject)
    noun = antecedent(words, place) if is_relative(subject) else place
    return noun >= 0 and (words.is_one_of(noun, _OFFERS) or any(token.lemma_ in _OFFERS for token in words.tokens[noun].lefts))


def is_pending(words: Words, figure: Figure) -> bool:
    """True of the size of a deal that its sentence tells to be open: "may block the $5m merger", "the deal values Tarn at $5m"."""
    if _is_on_offer(words, figure) or any(words.is_one_of(place, _FAILING) for place in words.ancestors(figure.first)[:_NEAR]):
        return True
    if _listed("transactions").isdisjoint(words.vocabulary):
        return False
    above = words.verb_above(figure.first)
    if words.is_one_of(above, ("value",)) and words.tags[above] == "VBZ":
        return any(token.dep_ in SUBJECTS and token.lemma_.lower() in _listed("transactions") for token in words.tokens[above].lefts)
    if _listed("pending").isdisjoint(words.vocabulary) or words.is_one_of(above, _CONCLUDING):
        return False
    worth = figure.governor - (words.lower[figure.governor] == "at")  # "a merger valued at $5m"
    nouns = [*nouns_behind(words, figure), *([worth - 1] if words.is_one_of(worth, ("worth", "value")) else [])]
    return any(words.is_one_of(place, _listed("transactions")) for place in nouns)
