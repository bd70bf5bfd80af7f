"""What stands beside a cue: what comes behind it once adverbials and addressees are skipped, and whether content ends in front of it."""

from typing import TYPE_CHECKING, Literal

from generator.clauses import FINITE
from generator.extract.quotes.cue import Cue
from generator.extract.quotes.passages import token_from
from generator.extract.quotes.reading import Reading, is_finite
from generator.extract.quotes.words import GROUPS, LOOSE, SAY

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FEWEST = 6
"""Words behind "said" that are a statement whatever they are."""
Lead = Literal["that", "quote", "plain", "comma", "end"]


def lead_of(reading: Reading, cue: Cue) -> tuple[Lead, int]:
    """What comes behind a cue, once adverbials and addressees are skipped, and the token where content could begin."""
    i, limit = cue.last, reading.passage.last
    while i < limit:
        i = _behind_title(reading, i)
        lead = _lead_at(reading, i) if i < limit else None
        if lead:
            return _behind_adverb(reading, cue, *lead)
        skipped = _skipped(reading, cue, i)
        if skipped == i:
            return "plain", i
        i = skipped
    return "end", limit


def _behind_title(reading: Reading, i: int) -> int:
    """The token behind the marks in "said on “Morning Trade” on Monday", else ``i``: where something was said, and not what."""
    region = reading.marks.at(reading.doc[i].idx)
    if region is None or region.start != reading.doc[i].idx or i == 0 or reading.doc[i - 1].pos_ != "ADP":
        return i
    words = region.inner.of(reading.analysis.text)
    return token_from(reading.analysis, region.end) if words[-1] not in ".,!?…" and words.istitle() else i


def _behind_adverb(reading: Reading, cue: Cue, lead: Lead, begin: int) -> tuple[Lead, int]:
    """For "X said, however, he was sure": the clause behind the adverb, where no content stands in front of the cue."""
    doc = reading.doc
    apart = lead == "comma" and begin + 2 < reading.passage.last and doc[begin].pos_ == "ADV" and doc[begin + 1].text == ","
    return ("that", begin + 2) if apart and not follows_content(reading, cue) else (lead, begin)


def _lead_at(reading: Reading, i: int) -> tuple[Lead, int] | None:
    """What a token behind a cue tells by itself: a mark, a colon, a comma, "that", the end of the sentence."""
    token = reading.doc[i]
    region = reading.marks.at(token.idx)
    if region and region.start == token.idx:
        end = token_from(reading.analysis, region.end)
        return ("that", end + 1) if end < reading.passage.last and reading.doc[end].lower_ == "that" else ("quote", i)
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
        return phrase_end(doc, token, limit)
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


def phrase_end(doc: "Doc", token: "Token", limit: int) -> int:
    """The token behind a prepositional phrase, not farther than a "that", a comma or a mark."""
    end = token.i + 1
    limit = min(limit, token.right_edge.i + 1)
    while end < limit and doc[end].text not in (",", ":") and not doc[end].is_quote:
        if doc[end].lower_ == "that" and doc[end].dep_ != "det":
            break
        end += 1
    return end


def _addressee(reading: Reading, verb: "Token", i: int) -> int:
    doc, limit = reading.doc, reading.passage.last
    token = doc[i]
    if token.lower_ in ("him", "her", "them", "us", "me", "you"):
        return i + 1
    children = [child for child in verb.children if child.dep_ in ("dobj", "dative") and child.i >= i and child.left_edge.i <= i]
    if children:
        told = next((child.left_edge.i for child in children[0].children if child.dep_ == "relcl"), limit)
        told = told if told < limit and doc[told].tag_ == "PRP" else limit
        return phrase_end(doc, children[0], told) if children[0].left_edge.i == i else i
    mention = reading.analysis.mention_of(token)
    if mention and mention.form == "name" and verb.lemma_ == "tell":
        return mention.last
    return i + 1 if token.lower_ in GROUPS and verb.lemma_ == "tell" else i


def has_clause(reading: Reading, cue: Cue, begin: int) -> bool:
    """True where the words behind a cue hold a clause that can be its content."""
    doc, verb = reading.doc, reading.doc[cue.verb]
    lemma = cue.lemma(doc)
    for child in verb.children:
        if child.dep_ == "ccomp" and child.i >= begin and (lemma in SAY or (is_finite(child) and child.left_edge.i <= begin + 1)):
            return True
    if lemma == "say" and verb.tag_ in FINITE and _says_thing(doc, begin, reading.passage.last) and not follows_content(reading, cue):
        return True
    if verb.lower_ == "adding" and _adds_clause(doc, begin, reading.passage.last):
        return True
    if lemma in LOOSE or lemma not in SAY or begin >= reading.passage.last:
        return False
    stop = reading.analysis.sentence_at(doc[begin].idx)
    last = stop.last if stop else reading.passage.last
    subject = next((j for j in range(begin, last) if doc[j].dep_ in ("nsubj", "nsubjpass", "expl")), None)
    introduced = doc[begin].dep_ == "mark" or doc[begin].lower_ in ("as", "while", "after", "because", "when", "who", "which", "and", "but")
    if subject is None or doc[subject].tag_ in ("WDT", "WP"):
        return False
    return not introduced and any(doc[j].tag_ in FINITE for j in range(subject, last))


def _says_thing(doc: "Doc", begin: int, limit: int) -> bool:
    """True of words behind "said" in which the parser finds no verb, and that are too many to be a greeting."""
    return begin + FEWEST < limit and doc[begin].pos_ in ("DET", "PRON", "PROPN", "NOUN", "ADJ")


def _adds_clause(doc: "Doc", begin: int, limit: int) -> bool:
    """True of "adding sales would rise", and not of "adding 40 shops": a noun and a verb with a tense before the next comma."""
    for i in range(begin, limit):
        if doc[i].text in (",", ".", ";") or doc[i].tag_ in ("WDT", "WP") or (i == begin and doc[i].pos_ in ("NUM", "SYM")):
            return False
        if doc[i].tag_ in FINITE:
            return i > begin
    return False


def follows_content(reading: Reading, cue: Cue) -> bool:
    """True where a comma, a closing mark or a question mark stands in front of the cue, and words before it."""
    doc, i = reading.doc, cue.first - 1
    if cue.shared or i <= reading.passage.first or doc[i].idx < reading.floor:
        return False
    region = reading.marks.at(doc[i].idx)
    if region is not None:
        return region.end >= doc[i].idx + len(doc[i])
    return doc[i].text in (",", "?", "!", "—", "–", "...", "…")
