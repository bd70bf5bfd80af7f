"""What was said: the spans of a cue's content, in front of it, behind it, or on both sides.

`place` decides on which side the content stands. Where the cue follows a comma or a closing mark and nothing of substance
comes behind it, the content is in front; a cue between two commas interrupts it; otherwise the content is what follows.
"""

import re
from typing import TYPE_CHECKING

from generator.extract.quotes.cue import Cue
from generator.extract.quotes.lead import Lead, follows_content, has_clause, lead_of
from generator.extract.quotes.marks import Quoted
from generator.extract.quotes.passages import token_from
from generator.extract.quotes.reading import Reading, cut, is_finite
from generator.extract.quotes.sides import around, behind, inverted, is_adverbial
from generator.extract.quotes.words import DIRECT_ONLY, DOCUMENTS, GROUPS, LOOSE, NOMINAL, OBJECT, QUESTIONS, REPORT, SAY, THINK
from generator.lexicon import load
from generator.models import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

GOES_ON = re.compile(r"\s(?:despite|of|for|than|that|which|who)\b")
LONGEST_EPITHET = 3
"""Words in marks that can describe the noun behind them."""
CLAUSE_MARKS = re.compile("[,;:–—]| - ")


def place(reading: Reading, cue: Cue, particular: bool) -> tuple[Span, ...]:
    """The spans of what a cue reports, none where it reports nothing.

    Args:
        reading: where the cue stands.
        cue: a cue of the passage.
        particular: whether somebody in particular speaks; only then do "expects" and "believes" report.
    """
    doc = reading.doc
    if cue.form == "according" or cue.parenthetical:
        told = cue.lemma(doc) not in DIRECT_ONLY and (particular or cue.lemma(doc) not in THINK)
        return around(reading, cue) if told else ()
    opens = cue.shared and cue.subject is not None and cue.subject > cue.verb
    if not particular and (opens or (cue.form == "noun" and cue.subject is not None and doc[cue.verb].pos_ == "ADJ")):
        return ()
    if cue.form in ("passive", "noun"):
        return behind(reading, cue, cue.last + 1)
    lead, begin = lead_of(reading, cue)
    if _interrupts(reading, cue, lead, begin):
        return inverted(reading, cue, begin)
    if lead in ("that", "quote"):
        told = _takes_clause(reading, cue, lead, particular) and not (lead == "quote" and _is_epithet(reading, cue, begin))
        return behind(reading, cue, begin) if told else ()
    clause = has_clause(reading, cue, begin) and not opens
    return _front(reading, cue, lead, begin, clause) or _back(reading, cue, begin, lead == "plain" and clause, particular)


def _front(reading: Reading, cue: Cue, lead: Lead, begin: int, clause: bool) -> tuple[Span, ...]:
    """The content in front of a cue that no "that" and no mark follows."""
    if not follows_content(reading, cue) or (lead not in ("end", "comma") and clause):
        return ()
    front = inverted(reading, cue, begin if lead == "comma" else None)
    firm = lead != "plain" and cue.lemma(reading.doc) not in LOOSE
    return front if front and (firm or not is_adverbial(reading, front[0])) else ()


def _back(reading: Reading, cue: Cue, begin: int, clause: bool, particular: bool) -> tuple[Span, ...]:
    """The clause behind a cue, or the thing that its verb takes instead of one."""
    taken_for_noun = reading.doc[cue.verb].pos_ not in ("VERB", "AUX") and particular
    if taken_for_noun or (clause and _takes_clause(reading, cue, "plain", particular)):
        return behind(reading, cue, begin)
    return _thing(reading, cue, particular)


def _interrupts(reading: Reading, cue: Cue, lead: Lead, begin: int) -> bool:
    """True where a cue stands between two quotations that are one: "A," said X, "and B."."""
    if lead != "quote" or reading.doc[begin - 1].text != "," or not follows_content(reading, cue):
        return False
    front = reading.marks.at(reading.doc[cue.first - 1].idx)
    return front is not None and front.inner.of(reading.analysis.text)[-1] not in ".!?"


def _is_epithet(reading: Reading, cue: Cue, begin: int) -> bool:
    """True of the marks in "reported “weak” earnings for May": a word for the thing that was reported, and no statement."""
    region = reading.marks.at(reading.doc[begin].idx)
    if cue.lemma(reading.doc) not in REPORT or region is None or len(region.inner.of(reading.analysis.text).split()) > LONGEST_EPITHET:
        return False
    noun = token_from(reading.analysis, region.end)
    return noun < reading.passage.last and reading.doc[noun].pos_ == "NOUN" and not has_clause(reading, cue, begin)


def _takes_clause(reading: Reading, cue: Cue, lead: Lead, particular: bool) -> bool:
    lemma = cue.lemma(reading.doc)
    if lead == "quote" and not (lemma in REPORT or lemma in THINK):
        return True
    if lemma in THINK:
        return particular
    return (lemma in SAY or lemma in REPORT) and lemma not in DIRECT_ONLY


def _thing(reading: Reading, cue: Cue, particular: bool) -> tuple[Span, ...]:
    """The content of "warned of X", "called for X", "described Y as X", "alleges X", by the verb's own pattern."""
    doc, lemma = reading.doc, cue.lemma(reading.doc)
    patterns = OBJECT.get(lemma, [])
    if not patterns or (lemma in THINK and not particular):
        return ()
    for child in doc[cue.verb].children:
        if child.i < cue.verb or child.idx < reading.floor:
            continue
        if child.dep_ in ("dobj", "oprd", "ccomp") and "named" in patterns:
            return _named(reading, cue, child)
        begin = _begins_at(doc, cue, child, particular)
        if begin is not None:
            return behind(reading, cue, begin)
    return ()


def _begins_at(doc: "Doc", cue: Cue, child: "Token", particular: bool) -> int | None:
    """The token where the content begins, if it is a phrase that hangs on the cue's verb by ``child``."""
    lemma, verb, first = cue.lemma(doc), doc[cue.verb], child.left_edge.i
    patterns = OBJECT[lemma]
    if child.dep_ == "prep":
        return child.i + 1 if child.lower_ in patterns else None
    if child.dep_ == "dobj":
        if _is_told_by(child, lemma):
            return None
        asked = lemma in QUESTIONS and doc[first].lower_ in patterns
        told = "" in patterns and (particular or lemma in ("allege", "blame")) and not (lemma in THINK and verb.tag_ == "VBG")
        return first if asked or told else None
    clause = child.dep_ in ("ccomp", "xcomp") and (doc[first].lower_ in patterns or "" in patterns)
    return max(first, cue.last) if clause and (particular or lemma in QUESTIONS) and is_finite(verb) else None


def _is_told_by(thing: "Token", lemma: str) -> bool:
    """True of "citing a source" and "denied the claims": who else said something, or that it was said, without what."""
    word, clause = thing.lemma_.lower(), any(child.dep_ in ("acl", "ccomp") for child in thing.children)
    source = word in DOCUMENTS or word in load("people")["heads"] or thing.lower_ in GROUPS or thing.ent_type_ == "PERSON"
    return (lemma == "cite" and source) or (lemma == "deny" and not clause and (word in NOMINAL or word in DOCUMENTS))


def _named(reading: Reading, cue: Cue, child: "Token") -> tuple[Span, ...]:
    """The content of "called Y X", "termed Y as X": what is named and its name, where there is both."""
    doc, last = reading.doc, child.right_edge.i
    names = [other for other in child.head.children if other.i > cue.verb and other.dep_ in ("oprd", "prep", "ccomp")]
    name = next((other for other in names if other.dep_ != "prep" or other.lower_ == "as"), None) or _beside(child)
    if name is not None:
        last = max(last, name.right_edge.i)
    marked = reading.marks.within(doc[cue.verb].idx, min(reading.passage.end, reading.ceiling))
    if name is None and not marked and not any(doc[i].lower_ == "as" for i in range(child.left_edge.i, last + 1)):
        return ()
    stop = doc[last].idx + len(doc[last])
    if marked:
        stop = _up_to_marks(reading, stop, marked[0])
    return cut(reading, max(doc[child.left_edge.i].idx, doc[cue.last].idx), min(stop, reading.ceiling))


def _beside(thing: "Token") -> "Token | None":
    """The name that the parser takes for an apposition: "called the ruling on steel a landmark"."""
    return next((part for part in thing.subtree if part.dep_ == "appos" and part.left_edge.lower_ in ("a", "an")
                 and part.left_edge.nbor(-1).text.isalpha()), None)


def _up_to_marks(reading: Reading, stop: int, region: Quoted) -> int:
    """``stop`` moved to the end of a quotation that the name stands in, or of what belongs to it; a comma or a dash parts the two."""
    text = reading.analysis.text
    if CLAUSE_MARKS.search(text, stop, max(stop, region.start)):
        return stop
    sentence = reading.analysis.sentence_at(region.end - 1)
    if sentence and GOES_ON.match(text, region.end):
        return sentence.end
    return region.end if region.end >= stop or CLAUSE_MARKS.search(text, region.end, stop) else stop
