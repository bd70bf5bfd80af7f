"""What a number is set against: expectations that nobody in particular is named for are those of the market."""

from collections.abc import Sequence

from generator import lexicon
from generator.extract.metrics.words import Match, Words

_AGAINST = frozenset(("beat", "top", "exceed", "surpass", "miss", "above", "below", "ahead", "short", "than", "against", "compare",
                      "compared", "versus", "vs", "vs.", "trail", "outpace", "undershoot", "outstrip", "better"))
_OWN = frozenset(("its", "their", "his", "her", "our", "own", "'s", "’s", "previous", "earlier", "initial", "original", "government",
                  "company", "official"))
_BEFORE = 6
"""Words before "expectations" in which the verb stands that sets a number against them."""
_ENDS = frozenset(("with", "while", "whereas", "but", "after", "as", "because", "although", "when", "despite", "before", "since", "than",
                   ";"))


def is_bound(words: Words, cue: Match, figure: int) -> bool:
    """True of "forecasts for the index of 45%": nothing between an expectation and a figure begins another matter.

    In "topped expectations with sales of $340m" and "an outlook that is bright after a rise of 9%" something does.
    """
    between = range(cue.last, figure)
    if any(words.lower[i] in _ENDS for i in between) or (is_set_against(words, cue) and words.is_one_of(cue.last, ("at", "in", ","))):
        return False
    return not any(words.lower[i] in ("and", "or") and _acts(words, i + 1) for i in between)


def _acts(words: Words, place: int) -> bool:
    while place < len(words) and words.tokens[place].pos_ == "ADV":
        place += 1
    return place < len(words) and words.tokens[place].pos_ in ("VERB", "AUX")


def is_set_against(words: Words, cue: Match) -> bool:
    """True of an expectation that a number beat, missed or is compared with."""
    return any(words.is_one_of(i, _AGAINST) for i in range(max(0, cue.first - _BEFORE), cue.first))


def is_of_the_market(words: Words, cues: Sequence[Match], figure: int) -> bool:
    """True of a figure behind "beat expectations of" and "short of forecasts for": expectations that are nobody's in particular."""
    return any(cue.meaning == ("forecast", "nouns") and cue.last <= figure and _is_open(words, cue) and is_set_against(words, cue)
               for cue in cues)


def _is_open(words: Words, cue: Match) -> bool:
    """True of "expectations" and "average forecasts", but not of a firm's own guidance."""
    plural = words.lower[cue.last - 1] != words.lemma[cue.last - 1]
    own = any(words.lower[i] in _OWN for i in range(max(0, cue.first - 3), cue.first))
    return plural and not own and words.lemma[cue.last - 1] in lexicon.load("metric_status")["open"]
