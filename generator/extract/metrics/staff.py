"""Numbers of people: a company's staff, those it hires or dismisses, and those who use what it offers."""

from functools import partial

from generator import lexicon
from generator.extract.metrics.things import Thing
from generator.extract.metrics.words import Words

_words = partial(lexicon.entries, "not_metrics")
_WORK_FORCE = frozenset(("work", "force"))


def a_staff(words: Words, first: int) -> Thing | None:
    """The people of "a staff of 1,900"."""
    staff = words.is_one_of(first - 1, ("of",)) and words.is_one_of(first - 2, _words("staff"))
    return ("employee", "headcount") if staff else None


def of_people(words: Words, first: int, *, scaled: bool) -> str | None:
    """What a number of people is: of customers where the sentence is about a utility, of staff where it is about staff."""
    verb = words.verb_above(first)
    using = words.is_one_of(verb, _words("using")) and verb > first
    if (using or not words.vocabulary.isdisjoint(_words("served"))) and (scaled or is_many(words, first)):
        return "users"
    told = words.vocabulary >= _WORK_FORCE or not words.vocabulary.isdisjoint(_words("staff"))
    staff = told or words.is_one_of(verb, _words("employing"))
    return "other" if scaled else "headcount" if staff else None


def is_many(words: Words, first: int) -> bool:
    """True of thousands, which nobody counts one by one: "375,000 people"."""
    return "," in words.lower[first] or words.is_one_of(first + 1, lexicon.load("units")["scales"])


def hired(words: Words, last: int) -> Thing | None:
    """The people of any trade that somebody hires or dismisses: "hired 400 welders", "we recruited 300"."""
    token = words.tokens[last - 1]
    noun = token.head if token.dep_ == "nummod" else token
    verb = noun.head.lemma_.lower()
    taken_on = verb in ("take", "let") and any(child.lower_ in ("on", "go") for child in noun.head.children)
    if noun.dep_ != "dobj" or not (taken_on or verb in _words("hiring")):
        return None
    return (noun.lemma_.lower() if noun.tag_ == "NNS" else "worker"), "headcount"
