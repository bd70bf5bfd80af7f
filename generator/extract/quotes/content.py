"""What was said: the spans of a cue's content, in front of it, behind it, or on both sides.

`place` decides on which side the content stands. Where the cue follows a comma or a closing mark and nothing of substance
comes behind it, the content is in front; a cue between two commas interrupts it; otherwise the content is what follows.
"""

from generator.extract.quotes.cues import Cue
from generator.extract.quotes.lead import Lead, follows_content, has_clause, lead_of
from generator.extract.quotes.reading import FINITE, Reading
from generator.extract.quotes.sides import around, behind, inverted, is_adverbial
from generator.extract.quotes.words import DIRECT_ONLY, LOOSE, OBJECT, REPORT, SAY, THINK
from generator.models import Span


def place(reading: Reading, cue: Cue, particular: bool) -> tuple[Span, ...]:
    """The spans of what a cue reports, none where it reports nothing.

    Args:
        reading: where the cue stands.
        cue: a cue of the passage.
        particular: whether somebody in particular speaks; only then do "expects" and "believes" report.
    """
    if cue.form == "according" or cue.parenthetical:
        return () if cue.lemma(reading.doc) in DIRECT_ONLY else around(reading, cue)
    if cue.form in ("passive", "noun"):
        return behind(reading, cue, cue.last + (cue.form == "passive" or reading.doc[cue.last].lower_ == "that"))
    lead, begin = lead_of(reading, cue)
    if _interrupts(reading, cue, lead, begin):
        return inverted(reading, cue, begin)
    if lead in ("that", "quote"):
        return behind(reading, cue, begin) if _takes_clause(reading, cue, lead, particular) else ()
    clause = has_clause(reading, cue, begin)
    if follows_content(reading, cue) and (lead in ("end", "comma") or not clause):
        front = inverted(reading, cue, begin if lead == "comma" else None)
        firm = lead != "plain" and cue.lemma(reading.doc) not in LOOSE
        if front and (firm or not is_adverbial(reading, front[0])):
            return front
    spoken = lead == "plain" and clause and _takes_clause(reading, cue, lead, particular)
    return behind(reading, cue, begin) if spoken else named_thing(reading, cue, particular)


def _interrupts(reading: Reading, cue: Cue, lead: Lead, begin: int) -> bool:
    """True where a cue stands between two quotations that are one: "A," said X, "and B."."""
    if lead != "quote" or reading.doc[begin - 1].text != "," or not follows_content(reading, cue):
        return False
    front = reading.marks.at(reading.doc[cue.first - 1].idx)
    return front is not None and front.inner.of(reading.analysis.text)[-1] not in ".!?"


def _takes_clause(reading: Reading, cue: Cue, lead: Lead, particular: bool) -> bool:
    lemma = cue.lemma(reading.doc)
    if lead == "quote" and not (lemma in REPORT or lemma in THINK):
        return True
    if lemma in THINK:
        return particular
    return (lemma in SAY or lemma in REPORT) and lemma not in DIRECT_ONLY


def named_thing(reading: Reading, cue: Cue, particular: bool) -> tuple[Span, ...]:
    """The content of "warned of X", "called for X", "described Y as X", "alleges X", by the verb's own pattern."""
    doc, lemma = reading.doc, cue.lemma(reading.doc)
    patterns = OBJECT.get(lemma, [])
    if not patterns or (lemma in THINK and not particular):
        return ()
    verb = doc[cue.verb]
    for child in verb.children:
        if child.i < cue.verb or child.idx < reading.floor:
            continue
        if child.dep_ == "prep" and child.lower_ in patterns:
            return behind(reading, cue, child.i + 1)
        named = child.dep_ == "dobj" and (particular or lemma in ("allege", "blame"))
        if named and "" in patterns and not (lemma in THINK and verb.tag_ == "VBG"):
            return behind(reading, cue, child.left_edge.i)
        if child.dep_ == "oprd" and "oprd" in patterns:
            return behind(reading, cue, cue.last)
        asked = particular and verb.tag_ in FINITE
        if asked and child.dep_ in ("ccomp", "xcomp") and (doc[child.left_edge.i].lower_ in patterns or "" in patterns):
            return behind(reading, cue, max(child.left_edge.i, cue.last))
    return ()
