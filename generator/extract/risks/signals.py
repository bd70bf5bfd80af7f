"""What in a sentence speaks for a risk, or against: numbers by name, from the words, the structure and what it is about."""

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from generator import lexicon
from generator.analysis import Analysis, Sentence
from generator.boilerplate import is_boilerplate
from generator.extract.risks.phrases import Lexicon, Match, Word
from generator.extract.risks.scope import in_main_clause, is_ahead, is_taken_back, only_expects
from generator.extract.risks.senses import is_harmless

MOST = 2
"""A signal's words count up to that often: the fifth "fall" of a sentence adds nothing."""
ADVERSE = ("alarm", "damage", "threat", "unease", "setback", "decline", "negated gain")
ILL = frozenset({"alarm", "damage", "threat", "unease", "setback"})
"""The signals whose words speak ill wherever they stand; a decline may be a mere figure."""
CONTINUES = frozenset({"this", "that", "these", "those", "such", "it", "they", "moreover", "also", "furthermore", "in", "the"})
FIGURE = re.compile(r"\d[\d.,]*")
DEGREES = ("threat", "strain", "topic")


@cache
def signal_words() -> Lexicon:
    """The phrases of every signal, and of every category as ``category:degree``."""
    data = lexicon.load("risks")
    groups = dict(data["signals"])
    for category, degrees in data["categories"].items():
        groups |= {f"{category}:{degree}": entries for degree, entries in degrees.items()}
    return Lexicon(groups)


def phrases_in(analysis: Analysis, sentence: Sentence, words: list[Word]) -> list[Match]:
    """The lexicon's phrases in a sentence, without those of another sense: "Norrland Gulf" is about no gulf.

    Args:
        analysis: the document.
        sentence: one of its sentences.
        words: those of the whole document.
    """
    return [match for match in signal_words().find(words, sentence.first, sentence.last)
            if not _is_in_name(analysis, match) and not is_harmless(analysis.columns, match)]


def _is_in_name(analysis: Analysis, match: Match) -> bool:
    name = analysis.mention_at(match.first)
    return (name is not None and name.form == "name" and match.last <= name.last
            and match.last - match.first < name.last - name.first)


def signals(analysis: Analysis, sentence: Sentence, matches: Sequence[Match]) -> dict[str, float]:
    """The signals of one sentence by name, each between 0 and `MOST`.

    Args:
        analysis: the document.
        sentence: one of its sentences.
        matches: the lexicon's phrases in it.
    """
    counts = _counts(matches)
    found = {name: counts[name] for name in (*lexicon.load("risks")["signals"], *DEGREES)}
    adverse = min(MOST, found["alarm"] + found["damage"] + found["threat"])
    found |= {
        "adverse": adverse,
        "adverse and open": float(adverse > 0 and found["hedge"] + found["condition"] + found["outlook"] > 0),
        "decline and open": float(found["decline"] > 0 and found["hedge"] + found["outlook"] > 0),
        "decline with cause": float(found["decline"] > 0 and found["cause"] > 0),
        "adverse with relief": float(adverse > 0 and found["relief"] > 0),
        "gain only": float(found["gain"] > 0 and adverse == 0),
        "negated gain": float(found["gain"] > 0 and found["negation"] > 0),
    }
    return found | _scope(analysis, matches) | _structure(analysis, sentence) | _aboutness(analysis, sentence)


def is_adverse(signals: Mapping[str, float]) -> bool:
    """True of a sentence with a word that speaks ill and stands: without one it is no risk, whatever is around it."""
    return not signals["all taken back"] and any(signals[name] > 0 for name in ADVERSE)


def is_told(analysis: Analysis, sentence: Sentence) -> bool:
    """True of a sentence of the story: the headline says again what follows, and boilerplate nothing."""
    title = analysis.header.title_span
    in_title = title is not None and title.start <= sentence.start < title.end
    return not in_title and not is_boilerplate(analysis.text[sentence.start:sentence.end])


def _counts(matches: Sequence[Match]) -> dict[str, float]:
    """How many places each signal has, and each degree over all categories, up to `MOST`."""
    places: dict[str, set[int]] = defaultdict(set)
    for match in matches:
        places[match.group.rpartition(":")[2]].add(match.first)
    return defaultdict(float, {name: float(min(MOST, len(found))) for name, found in places.items()})


def _scope(analysis: Analysis, matches: Sequence[Match]) -> dict[str, float]:
    """How many places speak ill or of a decline, and how those that speak ill stand in the sentence."""
    kinds = [(match.group.rpartition(":")[2], match) for match in matches]
    places = {match.first for kind, match in kinds if kind in ADVERSE}
    spans = dict.fromkeys((match.first, match.last) for kind, match in kinds if kind in ILL)
    ill = [analysis.doc[first:last] for first, last in spans]
    ahead = list(map(is_ahead, ill))
    return {"adverse places": float(min(2 * MOST, len(places))),
            "in main clause": float(any(map(in_main_clause, ill))), "ahead": float(any(ahead)),
            "stands": float(any(not known and not only_expects(words) for known, words in zip(ahead, ill, strict=True))),
            "all taken back": float(bool(ill) and all(map(is_taken_back, ill)))}


def _structure(analysis: Analysis, sentence: Sentence) -> dict[str, float]:
    text = analysis.text[sentence.start:sentence.end]
    words = text.split()
    first = words[0].casefold().strip("\"“‘'")
    return {
        "length": min(MOST, math.log(len(words)) / 2),
        "short": float(len(words) < 8),
        "figures": float(min(MOST, len(FIGURE.findall(text)))),
        "heading": float(sentence.heading),
        "question": float(text.endswith("?")),
        "quoted": float(any(mark in text for mark in "\"“”")),
        "continues": float(first in CONTINUES),
        "lead": float(sentence.index < 3),
    }


def _aboutness(analysis: Analysis, sentence: Sentence) -> dict[str, float]:
    """Whether the sentence names the subject, or only other organisations."""
    mentioned = [analysis.entities[mention.entity] for mention in analysis.mentions_in(sentence.start, sentence.end)]
    subject = analysis.subject_entity
    named = subject is not None and any(entity.index == subject.index for entity in mentioned)
    return {"names subject": float(named),
            "names others only": float(not named and any(entity.is_organisation for entity in mentioned))}
