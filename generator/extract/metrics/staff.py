"""Numbers of people: a company's staff, those it hires or dismisses, and those who use what it offers; great numbers of anything."""

from functools import partial

from generator import lexicon
from generator.extract.metrics.quantities import Quantity
from generator.extract.metrics.things import Thing
from generator.extract.metrics.words import Words

_words = partial(lexicon.entries, "not_metrics")
_WORK_FORCE = frozenset(("work", "force"))
_OUT_OF_WORK = frozenset(("out", "work"))
_AXING = ("axe", "shed", "cut", "fire", "lose", "eliminate")
_PUTTING = ("put", "throw", "leave", "push")


def a_staff(words: Words, first: int) -> Thing | None:
    """The people of "a staff of 1,900"."""
    staff = words.is_one_of(first - 1, ("of",)) and words.is_one_of(first - 2, _words("staff"))
    return ("employee", "headcount") if staff else None


def of_people(words: Words, first: int, place: int, *, scaled: bool) -> str | None:
    """What a number of people is: of customers where the sentence is about a utility, of staff where it is about staff.

    Args:
        first: the first token of the number.
        place: the token "people".
    """
    verb = words.verb_above(place)
    using = words.is_one_of(verb, _words("using")) and (verb > first or words.is_one_of(first - 1, ("by",)))
    using = using or (words.is_one_of(verb, _words("serving")) and verb < first)
    if (using or not words.vocabulary.isdisjoint(_words("served"))) and (scaled or is_many(words, first)):
        return "users"
    told = words.vocabulary >= _WORK_FORCE or puts_out_of_work(words, verb) or not words.vocabulary.isdisjoint(_words("staff"))
    staff = told or words.is_one_of(verb, _words("employing")) or (verb > place and words.is_one_of(verb, ("work",)))
    return "other" if scaled else "headcount" if staff else None


def puts_out_of_work(words: Words, verb: int) -> bool:
    """True of the verb of "will put 900 people out of work", who lose their jobs and are not counted among the unemployed."""
    return words.is_one_of(verb, _PUTTING) and words.vocabulary >= _OUT_OF_WORK


def is_many(words: Words, first: int) -> bool:
    """True of thousands, which nobody counts one by one: "375,000 people"."""
    return "," in words.lower[first] or words.is_one_of(first + 1, lexicon.load("units")["scales"])


def hired(words: Words, last: int) -> Thing | None:
    """The people of any trade that somebody hires or dismisses: "hired 400 welders", "we recruited 300"."""
    token = words.tokens[last - 1]
    if words.is_one_of(token.head.i - words.sentence.first, ("redundant",)) and words.is_one_of(words.verb_above(last - 1), ("make",)):
        return "worker", "headcount"  # "made 60 of its engineers redundant"
    noun = token.head if token.dep_ == "nummod" else token
    verb = noun.head.lemma_.lower()
    taken_on = verb in ("take", "let") and any(child.lower_ in ("on", "go") for child in noun.head.children)
    axed = verb in _AXING and noun.lemma_.lower() in lexicon.entries("metric_kinds", "paid_people")
    if noun.dep_ != "dobj" or not (taken_on or axed or verb in _words("hiring")):
        return None
    return (noun.lemma_.lower() if noun.tag_ == "NNS" else "worker"), "headcount"


def a_great_many(words: Words, quantity: Quantity, first: int, last: int) -> Thing | None:
    """Things of any kind that nobody counts one by one: "24 million card holders", "makes 120,000 ladders a year"."""
    if not (quantity.scaled or is_many(words, first)):
        return None
    number = words.tokens[last - 1]
    while number.dep_ == "conj" and number.head.like_num:  # "between 1,200 and 1,500 ladders"
        number = number.head
    noun, lemma = number.head, number.head.lemma_.lower()
    if number.dep_ not in ("nummod", "amod", "compound") or noun.tag_ != "NNS" or noun.i < words.tokens[last - 1].i:
        return None
    if lemma in _words("people") or lemma in lexicon.load("currencies")["words"]:  # "several hundred million" dollars
        return None
    made = noun.dep_ == "dobj" and noun.head.lemma_.lower() in _words("making")
    return lemma, "units" if made else "other"
