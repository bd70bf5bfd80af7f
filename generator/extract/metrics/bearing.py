"""Which cues of a sentence bear on a number: those that govern it, that describe it, or whose number it is."""

from collections.abc import Callable, Sequence
from dataclasses import field

from generator.extract.metrics.assertion import DEFINITE, governing, is_aside, is_given, is_somebodys, nouns_behind
from generator.extract.metrics.cues import expecting, is_guess_at_a_fact
from generator.extract.metrics.expectations import is_expectation_of, is_near
from generator.extract.metrics.figures import Figure
from generator.extract.metrics.words import Match, Words
from generator.records import record

_COMPARED = frozenset(("than", "below", "above", "versus", "against", "compared"))
_HAD_BEEN = frozenset(("had", "been"))
_PHRASE = 3
"""Words before an amount in which the article of its phrase stands."""
_KEEPING = ("raise", "increase", "boost", "lift", "keep", "retain", "reduce", "hold")
"""What is done to a stake that somebody has."""


@record
class Setting:
    """A figure in its sentence: ``window`` are the tokens that its row has for itself, ``name`` is where the name of its metric begins."""

    words: Words
    figure: Figure
    name: int | None
    window: tuple[int, int]
    _above: list[frozenset[int]] = field(default_factory=list, compare=False, repr=False)

    @property
    def above(self) -> frozenset[int]:
        """What governs the figure in its own clause; where no verb does, what governs its name, too."""
        if not self._above:
            above = frozenset(governing(self.words, self.figure.first))
            apart = self.figure.lead == "after" or is_aside(self.words, self.figure.governor)
            if self.name is not None and not apart and not any(self.words.pos[place] in ("VERB", "AUX") for place in above):
                above = above.union(governing(self.words, self.name))
            self._above.append(above)
        return self._above[0]

    def is_under(self, place: int) -> bool:
        """True where the word at a position governs the figure, or what governs the word does."""
        return place in self.above or self.words.head(place) in self.above


def bearing(setting: Setting, cues: Sequence[Match], *, deal: bool) -> list[Match]:
    """The cues that bear on a figure; on an amount that is taken for known, only those in its own phrase.

    Args:
        deal: whether it is the size of a deal, which nobody takes for known before it is done.
    """
    live = [cue for cue in cues if _RULES.get(cue.meaning[1], _phrase)(setting, cue) and not _is_of_what_is_compared(setting, cue)]
    if deal and live:
        return [] if _is_there(setting) else live
    if not live or not is_given(setting.words, setting.figure):
        return live
    return [cue for cue in live if cue.meaning[1] in ("holders", "experts") or _is_inside(setting, cue)]


def _is_of_what_is_compared(setting: Setting, cue: Match) -> bool:
    """True of the verb in "$5m, less than the $6m that analysts had expected", which is of the other number."""
    if cue.first < setting.figure.last or cue.meaning[1] not in ("verbs", "holders", "experts"):
        return False
    return not _COMPARED.isdisjoint(setting.words.lower[setting.figure.last:cue.first])


def _is_there(setting: Setting) -> bool:
    """True of a stake or a deal that is spoken of as done: "raise its 4% stake", "Kestle's sale of $5m should help"."""
    words, figure = setting.words, setting.figure
    held = figure.quantity.kind == "rate" and words.tags[figure.first - 1] == "PRP$"
    kept = held and words.is_one_of(words.verb_above(figure.first), _KEEPING)
    return kept or (figure.lead == "of" and is_somebodys(words, figure.governor - 1))


def _is_inside(setting: Setting, cue: Match) -> bool:
    """True of a cue in the phrase of the amount itself: "its expected $5m profit", "the $5m profit expected"."""
    words, first = setting.words, setting.figure.first
    stop = nouns_behind(words, setting.figure).stop or setting.figure.last
    start = next((i for i in range(first - 1, max(-1, first - 4), -1) if words.lower[i] in DEFINITE), first - 4)
    return start <= cue.first < stop or (cue.first == stop and cue.meaning[1] == "verbs")


def _modal(setting: Setting, cue: Match) -> bool:
    return setting.is_under(cue.first)


def _verb(setting: Setting, cue: Match) -> bool:
    """One that governs the figure or describes it: "the $2 that analysts had expected", "a planned $5m plant", "the 3% rise forecast"."""
    words, figure = setting.words, setting.figure
    if cue.first in setting.above:
        if _has_come(setting, cue.first):
            return False
        return not is_guess_at_a_fact(words, cue.first, figure.first)
    own = {*range(figure.first, figure.last), *nouns_behind(words, figure)}
    described = figure.lead == "of" and words.head(cue.first) == figure.governor - 1 and words.deps[cue.first] == "amod"
    if described and not words.is_one_of(cue.first, ("estimate",)):
        return True  # "a proposed sale of $5m"
    return not own.isdisjoint(words.ancestors(cue.first)[:2]) and words.deps[cue.first] in ("relcl", "acl", "amod", "ccomp", "advcl")


def _has_come(setting: Setting, verb: int) -> bool:
    """True of "the 3% fall had been expected": what is spoken of has come about."""
    words, figure = setting.words, setting.figure
    definite = figure.role == "change" and not DEFINITE.isdisjoint(words.lower[max(0, figure.first - _PHRASE):figure.first])
    lefts = {token.lower_ for token in words.tokens[verb].lefts}
    if not definite or figure.first > verb or not lefts >= _HAD_BEEN or not words.is_one_of(verb, ("expect", "predict", "forecast")):
        return False
    return not any(token.dep_ in ("xcomp", "ccomp") for token in words.tokens[verb].rights)


def _act(setting: Setting, cue: Match) -> bool:
    """One that its subject does, and that is not done to it."""
    return cue.first in setting.above and not any(child.dep_ == "auxpass" for child in setting.words.tokens[cue.first].lefts)


def _holder(setting: Setting, cue: Match) -> bool:
    """Those who expect: near the figure, the subject of what governs it, or its source ("according to")."""
    if "according" in setting.words.lower[max(0, cue.first - 4):cue.first]:
        return True
    verb = setting.words.head(cue.first)
    if verb in setting.above and setting.words.lemma[verb] in expecting() and cue.first < verb < setting.figure.first:
        return True  # "analysts were expecting $2 a share on sales of $5m"
    before = setting.window[0] <= cue.first < setting.figure.first
    return is_near(cue, setting.figure, setting.window) or (before and setting.is_under(cue.first))


def _noun(setting: Setting, cue: Match) -> bool:
    """An expectation or a target whose number the figure is; commitments that were secured are no plan."""
    if setting.words.is_one_of(cue.first - 1, ("secure", "receive", "obtain", "win")):
        return False
    if cue.meaning[0] == "target":
        return _phrase(setting, cue)
    return is_expectation_of(setting.words, cue, setting.figure, setting.window, setting.above)


def _lead(setting: Setting, cue: Match) -> bool:
    return cue.first < setting.figure.first and is_expectation_of(setting.words, cue, setting.figure, setting.window, setting.above)


def _phrase(setting: Setting, cue: Match) -> bool:
    """Any other words: of a plan right before the figure, of a forecast somewhere before it."""
    if cue.meaning[0] == "consensus":
        return is_expectation_of(setting.words, cue, setting.figure, setting.window, setting.above)
    if cue.meaning[0] == "forecast":
        near = is_near(cue, setting.figure, setting.window) and cue.first < setting.figure.first
        return setting.is_under(cue.first) or (near and setting.words.deps[cue.first] != "amod")
    states = setting.words.deps[cue.first] in ("attr", "nsubj") and setting.is_under(cue.first)
    return cue.first in setting.above or states or 0 <= setting.figure.first - cue.last <= 4


_RULES: dict[str, Callable[[Setting, Match], bool]] = {
    "modals": _modal, "doubts": _modal, "verbs": _verb, "acts": _act, "holders": _holder, "experts": _holder,
    "nouns": _noun, "leads": _lead}
"""The rule for each kind of cue; the other kinds are phrases."""
