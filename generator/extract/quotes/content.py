"""What was said: the spans of a cue's content, in front of it, behind it, or on both sides.

`place` decides on which side the content stands. Where the cue follows a comma or a closing mark and nothing of substance
comes behind it, the content is in front; a cue between two commas interrupts it; otherwise the content is what follows.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from generator.analysis import Analysis
from generator.extract.quotes.cues import Cue
from generator.extract.quotes.marks import Marks, Quoted
from generator.extract.quotes.passages import Passage, token_from
from generator.extract.quotes.words import CONNECTIVES, DIRECT_ONLY, GROUPS, INVERTED, LOOSE, OBJECT, REPORT, SAY, THINK
from generator.models import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Lead = Literal["that", "quote", "plain", "comma", "end"]
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
STATEMENT_WORDS = 6
"""Words that make a quotation behind a few loose words a statement of its own."""


@dataclass(frozen=True)
class Reading:
    """What the rules look at: the analysis, its marks, the passage, and the offset up to which content is already taken."""

    analysis: Analysis
    marks: Marks
    passage: Passage
    floor: int
    ceiling: int

    @property
    def doc(self) -> "Doc":
        """The tokens of the document."""
        return self.analysis.doc


def place(reading: Reading, cue: Cue, particular: bool) -> tuple[Span, ...]:
    """The spans of what a cue reports, none where it reports nothing.

    Args:
        reading: where the cue stands.
        cue: a cue of the passage.
        particular: whether somebody in particular speaks; only then do "expects" and "believes" report.
    """
    if cue.form == "according" or cue.parenthetical:
        return () if cue.lemma(reading.doc) in DIRECT_ONLY else _around(reading, cue)
    if cue.form in ("passive", "noun"):
        return _forward(reading, cue, cue.last + (cue.form == "passive" or reading.doc[cue.last].lower_ == "that"))
    lead, begin = _lead(reading, cue)
    if _interrupts(reading, cue, lead, begin):
        return _inverted(reading, cue, begin)
    if lead in ("that", "quote"):
        return _forward(reading, cue, begin) if _takes_clause(reading, cue, lead, particular) else ()
    clause = _has_clause(reading, cue, begin)
    if _follows_content(reading, cue) and (lead in ("end", "comma") or not clause):
        front = _inverted(reading, cue, begin if lead == "comma" else None)
        firm = lead != "plain" and cue.lemma(reading.doc) not in LOOSE
        if front and (firm or not _is_adverbial(reading, front[0])):
            return front
    spoken = lead == "plain" and clause and _takes_clause(reading, cue, lead, particular)
    return _forward(reading, cue, begin) if spoken else _object(reading, cue, particular)


def _interrupts(reading: Reading, cue: Cue, lead: Lead, begin: int) -> bool:
    """True where a cue stands between two quotations that are one: "A," said X, "and B."."""
    if lead != "quote" or reading.doc[begin - 1].text != "," or not _follows_content(reading, cue):
        return False
    front = reading.marks.at(reading.doc[cue.first - 1].idx)
    return front is not None and front.inner.of(reading.analysis.text)[-1] not in ".!?"


# --- which side -------------------------------------------------------------------------------------------------------------------

def _takes_clause(reading: Reading, cue: Cue, lead: Lead, particular: bool) -> bool:
    lemma = cue.lemma(reading.doc)
    if lead == "quote" and not (lemma in REPORT or lemma in THINK):
        return True
    if lemma in THINK:
        return particular
    return (lemma in SAY or lemma in REPORT) and lemma not in DIRECT_ONLY


def _lead(reading: Reading, cue: Cue) -> tuple[Lead, int]:
    """What comes behind a cue, once adverbials and addressees are skipped, and the token where content could begin."""
    i, limit = cue.last, reading.passage.last
    while i < limit:
        lead = _lead_at(reading, i)
        if lead:
            return lead
        skipped = _skipped(reading, cue, i)
        if skipped == i:
            return "plain", i
        i = skipped
    return "end", limit


def _lead_at(reading: Reading, i: int) -> tuple[Lead, int] | None:
    """What a token behind a cue tells by itself: a mark, a colon, a comma, "that", the end of the sentence."""
    token = reading.doc[i]
    region = reading.marks.at(token.idx)
    if region and region.start == token.idx:
        return "quote", i
    if token.text in (":", "–", "—"):
        return ("quote" if token.text == ":" else "comma"), i + 1
    if token.text == ",":
        return _behind_comma(reading, i + 1)
    if token.lower_ == "that" and (token.dep_ == "mark" or token.tag_ == "IN"):
        return "that", i + 1
    return ("end", i) if token.text in (".", ";", "!", "?", ")", "(") or token.is_space else None


def _behind_comma(reading: Reading, i: int) -> tuple[Lead, int]:
    doc, limit = reading.doc, reading.passage.last
    region = reading.marks.at(doc[i].idx) if i < limit else None
    if region and region.start == doc[i].idx:
        return "quote", i
    end = next((j for j in range(i, min(i + 14, limit)) if doc[j].text == ","), None)
    if end and end + 1 < limit and doc[end + 1].lower_ == "that":
        return "that", end + 2
    return "comma", i


def _skipped(reading: Reading, cue: Cue, i: int) -> int:
    """The token behind an adverbial or an addressee at ``i``, or ``i`` where there is none."""
    doc, verb, limit = reading.doc, reading.doc[cue.verb], reading.passage.last
    token = doc[i]
    dated = _behind_date(doc, i, limit)
    if dated > i:
        return dated
    if token.head.i == verb.i and token.dep_ in ("advmod", "prt", "agent", "npadvmod") and token.right_edge.i < i + 6:
        return token.right_edge.i + 1
    if token.pos_ == "ADP" and token.head.i == verb.i and token.lower_ not in ("of", "against", "for", "as"):
        return _phrase_end(doc, token, limit)
    if verb.lemma_ in ("tell", "assure", "remind", "inform", "notify", "warn", "advise", "reassure"):
        return _addressee(reading, verb, i)
    return i


def _behind_date(doc: "Doc", i: int, limit: int) -> int:
    """The token behind "on Monday" or "last week" at ``i``; ``i`` where there is none, or where it belongs to the content."""
    first = i + 1 if doc[i].pos_ == "ADP" and i + 1 < limit else i
    if doc[first].ent_type_ not in ("DATE", "TIME"):
        return i
    end = first + 1
    while end < limit and doc[end].ent_iob_ == "I":
        end += 1
    held = any(doc[j].dep_ in ("nsubj", "nsubjpass", "poss") for j in range(first, end))
    return i if held else end


def _phrase_end(doc: "Doc", token: "Token", limit: int) -> int:
    """The token behind a prepositional phrase, not farther than a "that", a comma or a mark."""
    end = token.i + 1
    limit = min(limit, token.right_edge.i + 1)
    while end < limit and doc[end].lower_ != "that" and doc[end].text not in (",", ":") and not doc[end].is_quote:
        end += 1
    return end


def _addressee(reading: Reading, verb: "Token", i: int) -> int:
    doc, limit = reading.doc, reading.passage.last
    token = doc[i]
    if token.lower_ in ("him", "her", "them", "us", "me", "you"):
        return i + 1
    children = [child for child in verb.children if child.dep_ in ("dobj", "dative") and child.i >= i and child.left_edge.i <= i]
    if children:
        return _phrase_end(doc, children[0], limit) if children[0].left_edge.i == i else i
    mention = reading.analysis.mention_of(token)
    if mention and mention.form == "name" and verb.lemma_ == "tell":
        return mention.last
    return i + 1 if token.lower_ in GROUPS and verb.lemma_ == "tell" else i


def _has_clause(reading: Reading, cue: Cue, begin: int) -> bool:
    """True where the words behind a cue hold a clause that can be its content."""
    doc, verb = reading.doc, reading.doc[cue.verb]
    lemma = cue.lemma(doc)
    for child in verb.children:
        if child.dep_ == "ccomp" and child.i >= begin and (lemma in SAY or _is_finite(child)):
            return True
    if lemma in LOOSE or lemma not in SAY or begin >= reading.passage.last:
        return False
    stop = reading.analysis.sentence_at(doc[begin].idx)
    last = stop.last if stop else reading.passage.last
    subject = next((j for j in range(begin, last) if doc[j].dep_ in ("nsubj", "nsubjpass", "expl")), None)
    introduced = doc[begin].dep_ == "mark" or doc[begin].lower_ in ("as", "while", "after", "because", "when", "who", "which", "and", "but")
    return subject is not None and not introduced and any(doc[j].tag_ in FINITE for j in range(subject, last))


def _is_finite(verb: "Token") -> bool:
    """True of a verb with a subject and a tense: "found that it was", not "found it guilty"."""
    return verb.tag_ in FINITE or any(child.dep_ in ("aux", "auxpass") and child.tag_ in FINITE for child in verb.children)


def _follows_content(reading: Reading, cue: Cue) -> bool:
    """True where a comma, a closing mark or a question mark stands in front of the cue, and words before it."""
    doc, i = reading.doc, cue.first - 1
    if cue.shared or i <= reading.passage.first or doc[i].idx < reading.floor:
        return False
    region = reading.marks.at(doc[i].idx)
    if region is not None:
        return region.end >= doc[i].idx + len(doc[i])
    return doc[i].text in (",", "?", "!", "—", "–", "...", "…")


# --- content in front ----------------------------------------------------------------------------------------------------------------

def _inverted(reading: Reading, cue: Cue, rest: int | None) -> tuple[Span, ...]:
    """The content in front of a cue, and, where a comma behind the cue leads it on, the rest of it."""
    front = _backward(reading, cue.first)
    if not front and rest is not None and _leads_on(reading, rest):
        front = _backward_loose(reading, cue.first - 1)
    quoted = bool(front) and reading.marks.at(front[-1].end - 1) is not None
    if not front or not (quoted or cue.lemma(reading.doc) in INVERTED):
        return ()
    if rest is None or not _leads_on(reading, rest):
        return front
    behind = _forward(reading, cue, rest)
    region = reading.marks.at(front[-1].start)
    if region and reading.analysis.text[front[-1].end - 1] in ".!?":
        return front
    return (*front, *behind)


def _is_adverbial(reading: Reading, front: Span) -> bool:
    """True of "While sales fall" and "In a letter": words in front of a cue that only say when, where or although what."""
    first = reading.doc[token_from(reading.analysis, front.start)]
    return reading.marks.at(front.start) is None and (first.pos_ in ("SCONJ", "ADP") or first.tag_ == "WRB")


def _leads_on(reading: Reading, i: int) -> bool:
    """True where what follows a comma goes on with the content: no participle, relative clause, apposition or adverbial."""
    doc = reading.doc
    if i >= reading.passage.last or doc[i].idx >= reading.ceiling:
        return False
    token = doc[i]
    region = reading.marks.at(token.idx)
    if region and region.start == token.idx:
        return True
    if token.tag_ in ("VBG", "WDT", "WP", "WRB", "WP$") or token.pos_ == "SCONJ" or token.dep_ in ("mark", "prep"):
        return False
    sentence = reading.analysis.sentence_at(token.idx)
    last = sentence.last if sentence else reading.passage.last
    return any(doc[j].tag_ in FINITE for j in range(i, last))


def _backward(reading: Reading, end: int) -> tuple[Span, ...]:
    """The content that ends in front of token ``end``: a quotation, or the sentence so far."""
    doc, analysis, passage = reading.doc, reading.analysis, reading.passage
    last = end - 1
    region = reading.marks.at(doc[last].idx)
    if region is not None:
        lead = _lead_in(reading, region)
        if lead is None:
            return (region.inner,)
        return (Span(start=lead, end=_trim_end(analysis.text, lead, region.end)),)
    sentence = analysis.sentence_at(doc[last].idx)
    first = max(passage.first, sentence.first if sentence else passage.first)
    opened = reading.marks.at(doc[first].idx)
    if opened and opened.start < doc[first].idx:
        first = max(passage.first, token_from(analysis, opened.start))
    start = max(_without_connectives(reading, first, last), reading.floor)
    stop = _trim_end(analysis.text, start, doc[last].idx + (len(doc[last]) if doc[last].text in "?!" else 0))
    if stop <= start or not _is_clause(doc, first, last):
        return ()
    return _unquoted(reading, start, stop)


def _lead_in(reading: Reading, region: Quoted) -> int | None:
    """Where the content starts that a quotation ends: None for the quotation itself, else the start of its sentence."""
    analysis, text = reading.analysis, reading.analysis.text
    sentence = analysis.sentence_at(region.start)
    if sentence is None or sentence.start >= region.start:
        return None
    start = max(sentence.start, reading.floor)
    lead = text[start:region.start].strip()
    if not any(letter.isalpha() for letter in lead):
        return None
    capital = region.inner.of(text)[:1].isupper()
    if capital and (lead[-1] in ".!?:" or (len(region.inner.of(text).split()) >= STATEMENT_WORDS and len(lead.split()) < 4)):
        return None
    first = token_from(analysis, start)
    return _without_connectives(reading, first, sentence.last)


def _without_connectives(reading: Reading, first: int, last: int) -> int:
    doc = reading.doc
    while first < last and (doc[first].lower_ in CONNECTIVES or doc[first].text in (",", "-", "–", "—", "*", "•", "...", "…")):
        first += 1
    return doc[min(first, last)].idx


def _is_clause(doc: "Doc", first: int, last: int) -> bool:
    return any(doc[j].tag_ in FINITE or (doc[j].pos_ == "VERB" and last - first > 5) for j in range(first, last))


# --- content behind ------------------------------------------------------------------------------------------------------------------

def _forward(reading: Reading, cue: Cue, begin: int) -> tuple[Span, ...]:
    """The content that begins at token ``begin``: a quotation, or the words up to the end of the sentence or the next cue."""
    doc, analysis = reading.doc, reading.analysis
    while begin < reading.passage.last and (doc[begin].text in (",", ":", "-", "–", "—") or doc[begin].is_space):
        begin += 1
    if begin >= reading.passage.last or doc[begin].idx >= reading.ceiling:
        return ()
    start = doc[begin].idx
    region = reading.marks.at(start)
    sentence = analysis.sentence_at(start)
    end = min(sentence.end if sentence else reading.passage.end, reading.ceiling)
    if region and region.start == start:
        behind = analysis.text[region.end:end]
        if region.end >= end or not any(letter.isalnum() for letter in behind):
            return (region.inner,)
    end = _before_consequence(reading, cue, start, end)
    last = reading.marks.at(end - 1)
    if last and last.end > end and last.start >= start:
        end = min(last.end, reading.ceiling)
    end = _trim_end(analysis.text, start, end)
    return _unquoted(reading, start, end) if end > start else ()


def _before_consequence(reading: Reading, cue: Cue, start: int, end: int) -> int:
    """``end`` moved in front of a participle that tells what the saying did, not what was said (", making it ...")."""
    for child in reading.doc[cue.verb].children:
        comma = child.left_edge.i - 1
        if child.dep_ == "advcl" and child.tag_ == "VBG" and start < child.idx < end and comma > 0 and reading.doc[comma].text == ",":
            return reading.doc[comma].idx
    return end


def _unquoted(reading: Reading, start: int, end: int) -> tuple[Span, ...]:
    """The span, without the marks where one quotation is all of it."""
    region = reading.marks.at(start)
    if region and region.start == start and region.end >= end:
        return (region.inner,)
    return (Span(start=start, end=end),)


def _trim_end(text: str, start: int, end: int) -> int:
    """``end`` moved in front of the blanks, stops, commas and dashes at the end of a span; marks and brackets stay."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:–—-"):
        if text[end - 1] == "." and end - start > 3 and (text[end - 3] == "." or text[end - 3:end - 1].istitle()) and text[end - 3] in ". ":
            break
        end -= 1
    return end


# --- around a parenthesis ------------------------------------------------------------------------------------------------------------

def _around(reading: Reading, cue: Cue) -> tuple[Span, ...]:
    """The content of "according to X" and "as X put it": what follows, what precedes, or both where the phrase cuts a sentence."""
    doc, passage = reading.doc, reading.passage
    end = cue.last
    comma = end < passage.last and doc[end].text == ","
    complement = next((child for child in doc[cue.verb].children if child.dep_ == "ccomp" and child.i > cue.verb), None)
    if cue.parenthetical and complement is not None and not comma:
        last = doc[complement.right_edge.i]
        start = max(complement.left_edge.i, end)
        return _unquoted(reading, doc[start].idx, _trim_end(reading.analysis.text, doc[start].idx, last.idx + len(last)))
    if not comma and cue.parenthetical and end < passage.last and doc[end].text not in (".", ";") and not doc[end].is_quote:
        end = next((j for j in range(end, min(end + 4, passage.last)) if doc[j].text in (",", ".")), -1)
        if end < 0:
            return ()
        comma = doc[end].text == ","
    sentence = reading.analysis.sentence_at(doc[cue.first].idx)
    opening = sentence is None or not _has_words(doc, max(sentence.first, passage.first), cue.first)
    if opening:
        return _forward(reading, cue, end + comma)
    before = cue.first - 1 if doc[cue.first - 1].text == "," else cue.first
    front = _backward_loose(reading, before)
    if comma and front and (_needs_rest(reading, cue, end + 1)):
        return (*front, *_forward(reading, cue, end + 1))
    return front


def _has_words(doc: "Doc", first: int, last: int) -> bool:
    return any(doc[j].is_alpha and doc[j].lower_ not in CONNECTIVES for j in range(first, last))


def _needs_rest(reading: Reading, cue: Cue, i: int) -> bool:
    """True where the words in front of a parenthesis are no sentence without those behind it."""
    doc = reading.doc
    sentence = reading.analysis.sentence_at(doc[cue.first].idx)
    first, last = (sentence.first, sentence.last) if sentence else (reading.passage.first, reading.passage.last)
    finite = [j for j in range(first, last) if doc[j].tag_ in FINITE and not cue.first <= j < cue.last]
    return bool(finite) and finite[0] >= i


def _backward_loose(reading: Reading, end: int) -> tuple[Span, ...]:
    """As `_backward`, for content that need not be a clause."""
    doc, analysis = reading.doc, reading.analysis
    if end <= reading.passage.first:
        return ()
    if reading.marks.at(doc[end - 1].idx):
        return _backward(reading, end)
    sentence = analysis.sentence_at(doc[end - 1].idx)
    first = max(reading.passage.first, sentence.first if sentence else reading.passage.first)
    start = max(_without_connectives(reading, first, end - 1), reading.floor)
    stop = _trim_end(analysis.text, start, doc[end - 1].idx + len(doc[end - 1]))
    return _unquoted(reading, start, stop) if stop > start else ()


# --- things instead of clauses -------------------------------------------------------------------------------------------------------

def _object(reading: Reading, cue: Cue, particular: bool) -> tuple[Span, ...]:
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
            return _forward(reading, cue, child.i + 1)
        named = child.dep_ == "dobj" and (particular or lemma in ("allege", "blame"))
        if named and "" in patterns and not (lemma in THINK and verb.tag_ == "VBG"):
            return _forward(reading, cue, child.left_edge.i)
        if child.dep_ == "oprd" and "oprd" in patterns:
            return _forward(reading, cue, cue.last)
        asked = particular and verb.tag_ in FINITE
        if asked and child.dep_ in ("ccomp", "xcomp") and (doc[child.left_edge.i].lower_ in patterns or "" in patterns):
            return _forward(reading, cue, max(child.left_edge.i, cue.last))
    return ()
