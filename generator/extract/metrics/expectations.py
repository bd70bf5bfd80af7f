"""What is expected of a number, and by whom: forecasts as nouns, and the expectations of those whose trade it is."""

from collections.abc import Sequence
from functools import cache

from generator import lexicon
from generator.extract.metrics.cues import expecting
from generator.extract.metrics.figures import Figure, direction_words
from generator.extract.metrics.words import Match, Words

_SETTING_AGAINST = frozenset((",", ";", "beat", "beating", "above", "below", "than", "topping", "missing", "exceeded", "exceeding",
                              "exceeds", "surpassed", "surpassing", "ahead", "short", "behind", "beyond"))
"""Words between a figure and an expectation that say the expectation is another number."""
_LEADING_OFF = frozenset(("at", "by", "after", "and", "as", "when", "but", "or", "with", "on", "while"))
"""What leads from an expectation to another number: "in line with expectations at $5m"."""
_STATING = frozenset(("be", "stand", "remain", "call", "put", "show", "point", "assume", "suggest", "include", "indicate", "imply"))
"""Verbs that an expectation says its number with: "the forecast is for 5 percent"."""
_KEEPING = ("keep", "set", "maintain", "reaffirm", "leave", "hold", "revise", "change", "give", "issue")
_COMPARING = frozenset(("above", "below", "than", "of", "with", "against", "to", "versus", "vs", "vs.", "under", "over", "confound"))
"""What stands before the expectations that a number is compared with: "ahead of expectations of $5m"."""
_OWN = frozenset(("its", "their", "our", "own", "his", "her", "previous",
                  "earlier", "initial", "original", "government", "company", "official"))
_BEFORE, _BEHIND, _BESIDE = 14, 9, 7
"""Words between a cue and a figure before and behind it, and between two cues."""


def is_near(cue: Match, figure: Figure, window: tuple[int, int]) -> bool:
    """True of a cue in a row's own part of the sentence, and not far from its figure."""
    inside = window[0] <= cue.first < window[1]
    return inside and (figure.first - cue.first <= _BEFORE if cue.first < figure.first else cue.first - figure.first <= _BEHIND)


def is_expectation_of(words: Words, cue: Match, figure: Figure, window: tuple[int, int], above: frozenset[int]) -> bool:
    """True of a noun whose number a figure is: "a forecast of $5m", "the forecast was $5m", "$5m, according to forecasts"."""
    if "according" in words.lower[max(0, cue.first - 6):cue.first]:
        return is_near(cue, figure, window) or window[0] <= cue.first < figure.first
    if cue.first >= figure.first:
        return is_near(cue, figure, window) and _belongs_behind(words, cue, figure, window[1])
    noun = cue.last - 1
    if words.pos[noun] == "VERB":  # "the market expects"
        return is_near(cue, figure, window)
    verb = words.head(noun)
    if words.deps[noun] == "dobj" and verb == words.verb_above(figure.first) and words.is_one_of(verb, resetting()):
        return True
    if words.deps[noun] in ("nsubj", "nsubjpass", "attr") and verb in above:
        return words.is_one_of(verb, _STATING) or words.lemma[verb] in expecting()
    return _leads_to(words, cue, figure) and (noun in above or is_near(cue, figure, window))


@cache
def resetting() -> frozenset[str]:
    """Verbs that bring an expectation to another number, or leave it where it is."""
    return frozenset((*direction_words("acts"), *_KEEPING))


def _leads_to(words: Words, cue: Match, figure: Figure) -> bool:
    """True where nothing but the words of a phrase stands between an expectation and a figure: "a forecast for profit of $5m"."""
    if words.is_one_of(cue.last, _LEADING_OFF):
        return False
    return not any(words.pos[i] in ("VERB", "AUX") or words.lower[i] in ",;:()" for i in range(cue.last + 1, figure.first))


def _belongs_behind(words: Words, cue: Match, figure: Figure, end: int) -> bool:
    """True of a cue behind a figure that bears on it, and not on the next figure: "$2 that analysts had expected"."""
    if any(words.lower[i] in _SETTING_AGAINST for i in range(figure.first, cue.first)):
        return False
    return end >= len(words) or cue.first - figure.first < end - cue.last


def is_consensus(words: Words, live: Sequence[Match]) -> bool:
    """True where those expect whose trade it is: "analysts had expected", "a poll", "ahead of expectations of"."""
    expected = [cue for cue in live if (cue.meaning[0] == "forecast" and cue.meaning[1] in ("verbs", "nouns")) or (
        cue.meaning == ("target", "verbs") and words.lemma[cue.first] == "hope")]
    told = any(cue.meaning in (("consensus", "phrases"), ("consensus", "verbs")) for cue in live)
    if told or any(_is_set_against(words, cue.first) for cue in expected):
        return True
    holders = [cue.first for cue in live if cue.meaning in (("consensus", "holders"), ("consensus", "experts"))]
    sources = [holder for holder in holders if "according" in words.lower[max(0, holder - 4):holder]]
    return bool(sources and expected) or any(abs(holder - cue.first) <= _BESIDE for holder in holders for cue in expected)


@cache
def _open() -> frozenset[str]:
    return frozenset(lexicon.load("metric_status")["open"])


def _is_set_against(words: Words, place: int) -> bool:
    """True of the expectations of many that a number is compared with: "beat forecasts of", and not "below its forecast of"."""
    if words.lemma[place] not in _open() or words.tags[place] != "NNS":
        return False
    against = direction_words("against")
    for i in range(place - 1, max(-1, place - 5), -1):
        if words.lower[i] in _OWN or words.lower[i] in ("'s", "’s"):
            return False
        if words.lower[i] in _COMPARING or words.lemma[i] in against or words.lemma[i] in _COMPARING:
            return True
        if words.pos[i] in ("VERB", "AUX", "PUNCT"):
            return False
    return False


def is_missed(words: Words, live: Sequence[Match], figure: Figure) -> bool:
    """True of what was expected by nobody in particular, and reached or not: "missing the 3% rise that was expected"."""
    expected = any(cue.meaning == ("forecast", "verbs") and words.tags[cue.first] == "VBN" for cue in live)
    return expected and words.lemma[figure.governor] in direction_words("against")


def is_beat(words: Words, figure: Figure) -> bool:
    """True of the size of a surprise: "topped analysts' expectations by 14 cents"."""
    if figure.role != "change" or figure.lead != "by":
        return False
    noun = figure.governor - 1
    return words.lemma[noun] in _open() and (words.tags[noun] == "NNS" or words.is_one_of(noun - 1, ("consensus",))) and any(
        words.lemma[i] in direction_words("against") for i in range(max(0, noun - 5), noun)) and not any(
        words.lower[i] in _OWN for i in range(max(0, noun - 3), noun))
