"""The direction that the words around a level give to it."""

from functools import cache

from generator.extract.metrics.figures import AS_FAR_AS, Figure, count_nouns, count_words, direction_words, moving
from generator.extract.metrics.particles import phrasal
from generator.extract.metrics.words import Words
from generator.models import Direction

_KEPT = frozenset(("hold", "keep"))
_HELD = frozenset(("keep", "hold", "maintain", "remain", "stay", "leave"))
"""Verbs that leave a level as it was."""
_REACHED = frozenset(("hit", "reach", "touch", "scale", "set", "notch", "climb", "rise", "soar", "jump", "plumb",
                      "fall", "drop", "sink", "slide",
                      "plunge"))
_EXTREMES: dict[str, Direction] = {"high": "up", "peak": "up", "record": "up", "low": "down", "trough": "down"}
_LEADS = ("to", "at", "above", "below")
_BROUGHT = frozenset(("get", "bring", "push", "take", "send", "drive", "force"))
"""Verbs that only "above" and "below" give a direction to."""
_PASSING = frozenset(("break", "cross", "burst", "push", "climb", "jump", "leap"))
"""Verbs of passing a mark."""
_TURNED = frozenset(("up", "down", "higher", "lower", "upward", "upwards", "downward", "downwards"))
_BOUNDS: dict[str, Direction] = {"under": "down", "below": "down", "above": "up", "over": "up", "through": "up"}
_OVERTAKING = frozenset(("top", "pass", "surpass", "cross"))
"""Verbs that have the mark that is passed as their object."""
_HOPES = frozenset(("forecast", "estimate", "expectation", "target", "projection", "consensus", "guidance"))
_HARDLY = frozenset(("little", "hardly", "barely", "scarcely", "not", "n't", "n’t"))
_ASIDE = 12
"""Tokens between a number and the comma behind which "little changed" stands."""


def direction_of(words: Words, figure: Figure) -> Direction | None:
    """The direction that the words around give to a level: "raised its dividend to 5p", "closed 75 stores", "81 pence, flat on the day"."""
    if _is_flat(words, figure):
        return "flat"
    done = _of_what_is_done(words, figure) if figure.quantity.kind == "count" else (False, None)
    if done[0]:
        return done[1]
    if words.lower[max(0, figure.first - 3):figure.first] in AS_FAR_AS:
        return "up" if words.lower[figure.first - 2] == "high" else "down"
    brought = _extreme(words, figure) or _brought(words, figure) or _overtaken(words, figure)
    return brought or ((_turned(words, figure) or _governing(words, figure)) if figure.lead in _LEADS else None)


def _of_what_is_done(words: Words, figure: Figure) -> tuple[bool, Direction | None]:
    """Whether something is done to counted things, and the direction that it gives: "laid off 60", "the loss of 500 jobs"."""
    before = words.lemma[figure.governor - 1]
    parted = words.tags[figure.governor] == "RP"
    particle = phrasal().get((before, figure.lead)) if parted else None
    if particle:
        return True, particle
    done = figure.governor - parted  # "laid off 60"
    if figure.governor > 0 and _is_done(words, done):
        return True, count_words().get(words.lemma[done])
    if figure.lead == "of" and before in count_nouns():
        return True, count_nouns()[before]
    verb = _verb_of(words, figure)
    return verb >= 0, count_words().get(words.lemma[verb]) if verb >= 0 else None


def _verb_of(words: Words, figure: Figure) -> int:
    """The position of what is done to a counted thing that is the subject: "88,000 positions were added"; -1 for nothing."""
    noun = words.head(figure.last - 1)
    if words.is_one_of(words.head(noun), ("between", "around")) and words.head(noun) < figure.first:
        noun = words.head(noun)  # "between 300 and 400 jobs were lost"
    if not 0 <= noun < len(words):
        return -1
    if words.lower[figure.governor] == "between" and words.deps[noun] == "prep":
        return words.head(noun)
    lost = words.deps[noun] == "nsubj" and words.is_one_of(words.head(noun), ("lose", "close")) and (
        "job" in words.vocabulary or words.is_one_of(words.head(noun), ("close",)))
    return words.head(noun) if lost or words.deps[noun] == "nsubjpass" else -1


def _is_done(words: Words, place: int) -> bool:
    """True of a verb, also of one that is taken for something else behind "to": "to close 150 stores"."""
    return words.pos[place] == "VERB" or words.is_one_of(place - 1, ("to", "will"))


def _is_flat(words: Words, figure: Figure) -> bool:
    """True of a level that stays: "unchanged at 5%", "kept its rate at 5%", "$5m, flat on the day", "900 barrels a day, little changed"."""
    told = not _flat_words().isdisjoint(words.lower)
    if told and (_is_flat_behind(words, figure.last) or words.is_one_of(figure.first - 1, ("unchanged",))):
        return True
    if figure.lead not in ("at", "around", "to"):
        return False
    verb = words.verb_above(figure.first)
    held = _KEPT if figure.lead == "to" else _HELD
    return (told and _says_flat(words, figure.governor - 1)) or (verb >= 0 and words.lemma[verb] in held and verb < figure.governor)


def _is_flat_behind(words: Words, last: int) -> bool:
    """True of a level that is called flat right behind it, or behind the next comma."""
    if any(_says_flat(words, i) for i in range(last, last + 3)):
        return True
    behind = range(last, min(last + _ASIDE, len(words)))
    comma = next((i for i in behind if words.lower[i] == "," or words.pos[i] in ("VERB", "AUX")), last)
    return words.is_one_of(comma, (",",)) and (_says_flat(words, comma + 1) or _says_flat(words, comma + 2))


def _says_flat(words: Words, place: int) -> bool:
    if not 0 <= place < len(words) or words.lower[place] not in _flat_words():
        return False
    return words.lower[place] != "changed" or words.is_one_of(place - 1, _HARDLY)  # and not "changed hands"


@cache
def _flat_words() -> frozenset[str]:
    return frozenset(word for word, direction in direction_words("adverbs").items() if direction == "flat")


def _extreme(words: Words, figure: Figure) -> Direction | None:
    """The direction of "hit a record high of 40,816" and "sank to a two-year low of 3%"."""
    place = figure.first - 1
    if place < 1 or not words.is_one_of(place, ("of",)) or words.lower[place - 1] not in _EXTREMES:
        return None
    if any(words.is_one_of(i, ("its", "their")) for i in range(place - 6, place)):  # "its all-time high" was reached before
        return None
    verb = words.verb_above(figure.first)
    return _EXTREMES[words.lower[place - 1]] if verb >= 0 and words.lemma[verb] in _REACHED else None


def _governing(words: Words, figure: Figure) -> Direction | None:
    """The direction of the verb that brings a number to a level, before it or above it in the sentence."""
    governor = figure.governor
    for i in (governor - 1, governor - 2):  # "edged lower, to $5m", "take it much higher to $5m", "slow it again to 4%"
        if words.is_one_of(i, _TURNED) and all(token.pos_ in ("ADV", "PUNCT") for token in words.tokens[i + 1:governor]):
            return direction_words("adverbs").get(words.lower[i]) or direction_words("adverbs").get(words.lemma[i])
    if figure.lead == "to" and words.pos[governor - 1] == "NOUN" and words.lemma[governor - 1] in direction_words("nouns"):
        return direction_words("nouns")[words.lemma[governor - 1]]  # "the need for a rise to 5%"
    if figure.lead != "to" and words.is_one_of(governor - 1, (",",)):
        return None  # "rose to $5m, above the $4m expected"
    verb = _mover_above(words, figure)
    return direction_words("moves", "acts")[words.lemma[verb]] if verb >= 0 else None


def _mover_above(words: Words, figure: Figure) -> int:
    """The position of the verb that moves a number, above it or else before it in its clause; -1 for none."""
    moves, governor = direction_words("moves", "acts"), figure.governor
    for i in words.ancestors(governor if figure.lead == "to" else figure.first)[:4]:
        if words.lemma[i] in moves and words.pos[i] == "VERB":
            return i
        if figure.lead != "to" and words.pos[i] == "VERB" and words.lemma[i] not in moving():
            return -1  # "sales rose, and profit is seen at $5m"
    for i in range(governor - 1, max(-1, governor - 9), -1):
        if words.lower[i] in ",;:" or (words.lemma[i] in moves and words.pos[i] != "NOUN"):
            return i if words.lemma[i] in moves else -1
    return -1


def _turned(words: Words, figure: Figure) -> Direction | None:
    """The direction of "bringing down its stake to 52%": that of a verb's particle."""
    verb = words.verb_above(figure.governor)
    if verb < 0 or words.lemma[verb] not in _BROUGHT:
        return None
    particle = next((token.lower_ for token in words.tokens[verb].rights if token.lower_ in _TURNED), "")
    return direction_words("adverbs").get(particle)


def _brought(words: Words, figure: Figure) -> Direction | None:
    """The direction of "get inflation under 6%": of a verb that has none of its own."""
    bound = _BOUNDS.get(words.lower[figure.first - 1])
    if bound is None:
        return None
    verb = words.verb_above(figure.first)
    first_time = words.lower[figure.last:figure.last + _ASIDE]
    passed = verb >= 0 and (words.lemma[verb] in _PASSING or ("first" in first_time and "time" in first_time))
    return bound if passed or (verb >= 0 and words.lemma[verb] in _BROUGHT and words.lower[figure.first - 1] != "through") else None


def _overtaken(words: Words, figure: Figure) -> Direction | None:
    """The direction of "topped $50 a barrel"."""
    if not words.is_one_of(figure.governor, _OVERTAKING) or words.pos[figure.governor] != "VERB":
        return None
    return None if words.is_one_of(figure.last, _HOPES) else "up"
