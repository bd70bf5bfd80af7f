"""The cues of a sentence that say that a number is expected or planned, and whether each is used as one."""

from functools import cache

from generator import lexicon
from generator.clauses import FINITE
from generator.extract.metrics.words import Match, Phrases, Words

_AT_A_LEVEL = frozenset(("at", "to", "rising", "growing", "falling", "reaching", "coming", "between", "around", "about", "above", "below"))
_USUAL = frozenset(("cost", "start", "range", "charge", "fetch", "hold", "carry", "seat"))
"""What something "can" do at any time: no guess at the future."""
_PRESENT = frozenset(("VBP", "VBZ", "VB"))
_TENSED = FINITE - {"MD"}


@cache
def _cues() -> Phrases:
    """The cues, each with all that it can be: "forecast" is a noun and a verb."""
    options: dict[str, list[tuple[str, str]]] = {}
    for status in ("forecast", "consensus", "target"):
        for kind, phrases in lexicon.load("metric_status")[status].items():
            for phrase in phrases:
                options.setdefault(phrase, []).append((status, kind))
    return Phrases(options.items())


@cache
def expecting() -> frozenset[str]:
    """The verbs that tell expectations and plans, whatever their tense."""
    book = lexicon.load("metric_status")
    return frozenset((*book["forecast"]["verbs"], *book["target"]["verbs"]))


def find_cues(words: Words) -> list[Match]:
    """The cues of a sentence that tell a number's status, each with the status and the kind of cue that it is."""
    return [Match(match.first, match.last, meaning) for match in _cues().find(words) for meaning in match.meaning
            if _is_used_as(words, match.first, meaning[1])]


def _is_used_as(words: Words, place: int, kind: str) -> bool:
    if kind in ("verbs", "acts"):
        compared = words.is_one_of(place - 1, ("than",))  # "better than expected at $5m"
        return words.pos[place] in ("VERB", "AUX") and not (compared or _is_perceived(words, place))
    if kind == "phrases" and words.lemma[place] == "need":
        return words.tags[place] in FINITE
    if kind == "arranged":
        return "VB" in words.tags[place + 2:place + 4]  # "due to open", and not "due to rain"
    if kind in ("modals", "doubts"):
        ruled_out = words.is_one_of(place, ("can", "ca")) and (
            words.is_one_of(place + 1, ("not", "n't", "n’t")) or words.is_one_of(words.head(place), _USUAL))
        softens = words.tags[place] == "RB" and words.tags[place + 1:place + 2] == ["CD"]  # "lost perhaps 4,000 customers"
        return words.tags[place] in ("MD", "RB") and not (ruled_out or softens or _is_counterfactual(words, place))
    if kind == "experts":
        return words.tags[place] == "NNS"  # one analyst is no consensus
    return kind not in ("nouns", "leads") or words.pos[place] != "VERB"


def _is_counterfactual(words: Words, place: int) -> bool:
    """True of "would" in "would have been $5m": what was not, and will not be."""
    have = next((i for i in (place + 1, place + 2) if words.is_one_of(i, ("have",))), -1)
    return words.is_one_of(place, ("would", "could", "should")) and have > 0 and "VBN" in words.tags[have + 1:have + 3]


def _is_perceived(words: Words, place: int) -> bool:
    """True of "saw" and "seen" where something was noticed and not foreseen: "which saw revenues rise", "the $3bn seen in July".

    So is "needed", which was needed then.
    """
    if words.lemma[place] == "need":
        return words.tags[place] not in _PRESENT
    if words.lemma[place] != "see" or words.tags[place] in _PRESENT:
        return False
    dated = place + 2 < len(words) and words.ents[place + 2] == "DATE"  # "seen between April and June"
    return dated or not (words.tags[place] == "VBN" and words.is_one_of(place + 1, _AT_A_LEVEL))


def is_guess_at_a_fact(words: Words, cue: int, anchor: int) -> bool:
    """True of "estimated that 33% were in foreign hands": how much there is or was, and not how much there will be."""
    if words.lemma[cue] not in lexicon.load("metric_status")["guesses"]:
        return False
    for place in words.ancestors(anchor):
        if place == cue:
            return False
        token = words.tokens[place]
        if token.dep_ == "xcomp" and any(child.lower_ == "have" for child in token.lefts):
            return True  # "is estimated to have cost $5m"
        if token.pos_ in ("VERB", "AUX") and token.dep_ == "ccomp":
            tags = {token.tag_, *(child.tag_ for child in token.lefts if child.dep_ in ("aux", "auxpass"))}
            return bool(tags & _TENSED) and "MD" not in tags
    return False
