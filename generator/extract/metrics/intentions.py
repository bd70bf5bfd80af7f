"""What somebody means to do and has not done: "a move announced in May to close 50 stores", "is considering closing 50 stores"."""

from functools import cache, partial

from generator import lexicon
from generator.columns import SUBJECTS
from generator.extract.metrics.assertion import is_given, nouns_behind
from generator.extract.metrics.expectations import resetting
from generator.extract.metrics.figures import Figure, direction_words
from generator.extract.metrics.relatives import antecedent, is_relative
from generator.extract.metrics.words import Words

_listed = partial(lexicon.entries, "metric_status")
_CONCLUDING = ("finalise", "finalize", "complete", "conclude", "seal", "close")
"""What is done to a deal with which the act itself is done."""
_FAILING = ("collapse", "failure")
_OFFERS = frozenset(("bid", "offer", "approach", "proposal"))
_SETTINGS = frozenset(("target", "goal", "package", "budget"))
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


def is_of_a_plan(words: Words, figure: Figure) -> bool:
    """True of the size that an offer or a target is told to have: "the bid values Tarn at $5m", "raised its target to 5%"."""
    if figure.role != "level" or words.vocabulary.isdisjoint(_OFFERS | _SETTINGS):
        return False
    verb = words.predicate_above(figure.first)
    if not words.is_one_of(verb, _VALUING):
        moved = words.is_one_of(verb, resetting()) or words.is_one_of(verb, direction_words("moves"))
        return moved and figure.lead in ("to", "at") and any(_is_size(words, noun) for noun in _nouns_of(words, verb))
    offered = figure.quantity.kind == "money" and any(_is_offer(words, noun) for noun in _nouns_of(words, verb))
    return offered or (figure.quantity.kind == "money" and words.is_one_of(verb, ("pitch",)))


def _nouns_of(words: Words, verb: int) -> list[int]:
    """The positions of the subject of a verb, or of what a relative pronoun stands for, and of its object."""
    subject = words.subject_of(verb)
    places = [] if subject is None else [words.place_of(subject)]
    found = [antecedent(words, place) if is_relative(words.tokens[place]) else place for place in places if place >= 0]
    found += [words.place_of(token) for token in words.tokens[verb].rights if token.dep_ == "dobj"]
    return [place for place in found if place >= 0]


def _is_offer(words: Words, noun: int) -> bool:
    return words.is_one_of(noun, _OFFERS) or any(token.lemma_ in _OFFERS for token in words.tokens[noun].lefts)


def _is_size(words: Words, noun: int) -> bool:
    """True of the "target" of "the output target was raised", and not of an analyst's "price target"."""
    return words.is_one_of(noun, _SETTINGS | _OFFERS) and not words.is_one_of(noun - 1, ("price",))


def is_pending(words: Words, figure: Figure) -> bool:
    """True of the size of a deal that its sentence tells to be open: "may block the $5m merger", "the deal values Tarn at $5m"."""
    if _is_on_offer(words, figure) or any(words.is_one_of(place, _FAILING) for place in words.ancestors(figure.first)[:_NEAR]):
        return True
    if _listed("transactions").isdisjoint(words.vocabulary):
        return False
    above = words.verb_above(figure.first)
    if words.is_one_of(above, ("value",)) and words.tags[above] == "VBZ":
        return any(token.dep_ in SUBJECTS and token.lemma_.lower() in _listed("transactions") for token in words.tokens[above].lefts)
    to_be_closed = words.is_one_of(above, ("expect", "due", "schedule", "set"))
    if not to_be_closed and (_listed("pending").isdisjoint(words.vocabulary) or words.is_one_of(above, _CONCLUDING)):
        return False
    worth = figure.governor - (words.lower[figure.governor] == "at")  # "a merger valued at $5m"
    valued = words.is_one_of(worth, ("worth", "value", "for")) and worth - 1 - words.is_one_of(worth - 1, (",",))
    nouns = [*nouns_behind(words, figure), *([valued] if valued else [])]
    return any(words.is_one_of(place, _listed("transactions")) for place in nouns)
