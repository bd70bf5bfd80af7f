"""The cues of a passage: reporting verbs and phrases outside quotation marks."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.analysis import Analysis
from generator.extract.quotes.cue import Cue
from generator.extract.quotes.marks import Marks
from generator.extract.quotes.passages import Passage
from generator.extract.quotes.phrases import (
    according,
    as_before,
    disposed,
    in_view,
    is_parenthetical,
    nominal,
    per,
    quoted_as,
    quotes_saying,
)
from generator.extract.quotes.verbs import forecast, is_taken_for_noun, verb_cue
from generator.extract.quotes.words import DISPOSED, NOMINAL, VERBS, VIEWS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_TELLING = VERBS | {f"{verb}s" for verb in VERBS} | DISPOSED | NOMINAL | VIEWS | {"according", "forecast", "per", "put", "saying"}
"""The forms and the lemmas of all words that can report."""


def find_cues(analysis: Analysis, passage: Passage, marks: Marks) -> list[Cue]:
    """The cues of a passage that stand outside quotation marks, in its order."""
    return list(_cues(analysis, passage, marks))


def _cues(analysis: Analysis, passage: Passage, marks: Marks) -> Iterator[Cue]:
    doc, lowers, lemmas = analysis.doc, analysis.columns.lowers, analysis.columns.lemmas
    for i in range(passage.first, passage.last):
        if lowers[i] not in _TELLING and lemmas[i] not in _TELLING:
            continue
        cue = _phrase(doc, i, passage) or _verb(doc, doc[i], passage, marks) or _noun(doc, doc[i], passage)
        if cue and not marks.spoken(doc[i].idx):
            yield cue


def _phrase(doc: "Doc", i: int, passage: Passage) -> Cue | None:
    token = doc[i]
    if token.lower_ == "according" and i + 2 < passage.last and doc[i + 1].lower_ == "to":
        return according(doc, i, passage)
    if token.lower_ == "per" and i + 1 < passage.last:
        return per(doc, i, passage)
    if token.lower_ == "saying" and doc[i - 1].lower_ == "as" and i - 1 > passage.first:
        return quoted_as(doc, i, passage)
    if token.lemma_ == "put" and i + 1 < passage.last and doc[i + 1].lower_ == "it" and as_before(doc, i, passage.first) >= 0:
        return Cue("verb", i, as_before(doc, i, passage.first), i + 2, (i, i + 2), i - 1, parenthetical=True)
    if is_parenthetical(doc, i, passage):
        return Cue("verb", i, as_before(doc, i, passage.first), i + 1, (i, i + 1), i - 1, parenthetical=True)
    return None


def _verb(doc: "Doc", token: "Token", passage: Passage, marks: Marks) -> Cue | None:
    if token.lower_ == "forecast" and token.pos_ not in ("VERB", "AUX"):
        return forecast(doc, token, passage)
    verb = token.pos_ in ("VERB", "AUX") or is_taken_for_noun(token)
    reports = verb and token.lemma_.lower() in VERBS and not quotes_saying(doc, token, passage)
    return verb_cue(doc, token, passage, marks) if reports and not _is_in_name(doc, token, passage) else None


def _is_in_name(doc: "Doc", token: "Token", passage: Passage) -> bool:
    """True of a capital in the middle of a sentence, as in "Profit Whispers": part of a name."""
    return token.is_title and token.i > max(passage.first, token.sent.start) and doc[token.i - 1].is_alpha


def _noun(doc: "Doc", token: "Token", passage: Passage) -> Cue | None:
    cue = in_view(doc, token.i, passage) if token.lower_ in VIEWS and token.i > passage.first + 1 else None
    if cue is None and token.lemma_.lower() in NOMINAL:
        cue = nominal(doc, token, passage)
    return disposed(doc, token, passage) if cue is None and token.lower_ in DISPOSED else cue
