"""What in a sentence speaks for a risk, or against: numbers by name, from the words, the structure and what it is about."""

import math
from functools import cache
from typing import TYPE_CHECKING

from generator import lexicon
from generator.analysis import Analysis, Sentence
from generator.extract.risks.phrases import Lexicon, Match

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

MOST = 2
"""A signal's words count up to that often: the fifth "fall" of a sentence adds nothing."""
CONTINUES = frozenset({"this", "that", "these", "those", "such", "it", "they", "moreover", "also", "furthermore", "in", "the"})
FIGURES = frozenset({"MONEY", "PERCENT", "CARDINAL", "QUANTITY"})
DEGREES = ("threat", "strain", "topic")


@cache
def signal_words() -> Lexicon:
    """The phrases of every signal, and of every category as ``category:degree``."""
    data = lexicon.load("risks")
    groups = dict(data["signals"])
    for category, degrees in data["categories"].items():
        groups |= {f"{category}:{degree}": entries for degree, entries in degrees.items()}
    return Lexicon(groups)


def signals(analysis: Analysis, sentence: Sentence, matches: list[Match]) -> dict[str, float]:
    """The signals of one sentence by name, each between 0 and `MOST`.

    Args:
        analysis: the document.
        sentence: one of its sentences.
        matches: the lexicon's phrases in it.
    """
    tokens = analysis.tokens(sentence)
    found = {name: float(min(MOST, len(_places(matches, name)))) for name in lexicon.load("risks")["signals"]}
    for degree in DEGREES:
        found[degree] = float(min(MOST, len(_places(matches, f":{degree}"))))
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
    return found | _structure(analysis, sentence, tokens) | _aboutness(analysis, sentence)


def _places(matches: list[Match], name: str) -> set[int]:
    """The different places at which a group's phrases begin."""
    return {match.first for match in matches if match.group == name or (name[0] == ":" and match.group.endswith(name))}


def _structure(analysis: Analysis, sentence: Sentence, tokens: "Tokens") -> dict[str, float]:
    words = sum(token.is_alpha for token in tokens)
    figures = sum(token.ent_type_ in FIGURES and token.like_num for token in tokens)
    return {
        "length": min(MOST, math.log(max(words, 1)) / 2),
        "short": float(words < 8),
        "figures": float(min(MOST, figures)),
        "heading": float(sentence.heading),
        "no verb": float(not any(token.pos_ in ("VERB", "AUX") for token in tokens)),
        "question": float(tokens[-1].text == "?"),
        "quoted": float(any(token.text in "\"“”" for token in tokens)),
        "continues": float(tokens[0].lower_ in CONTINUES),
        "lead": float(sentence.index < 3),
    }


def _aboutness(analysis: Analysis, sentence: Sentence) -> dict[str, float]:
    """Whether the sentence names the subject, or only other organisations."""
    mentioned = [analysis.entities[mention.entity] for mention in analysis.mentions_in(sentence.start, sentence.end)]
    subject = analysis.subject_entity
    named = subject is not None and any(entity.index == subject.index for entity in mentioned)
    return {"names subject": float(named),
            "names others only": float(not named and any(entity.is_organisation for entity in mentioned))}
