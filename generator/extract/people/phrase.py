"""A title as a noun phrase, with what it belongs to: "a partner at Acme", "Acme's chairman", "head of sales at Acme"."""

from typing import TYPE_CHECKING

from generator.analysis import Analysis, Mention
from generator.extract.people.affiliation import beyond_base, form, is_country, organisation_after, organisation_before
from generator.extract.people.titles import LONGEST, Found, ends_title, is_civic, is_public, title_end, title_start, title_words
from generator.extract.people.words import POSSESSIVES, is_head, lexicon
from generator.lexicon import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BELONGS = frozenset({"of", "at", "for", "with", "in", "from", "to", "on", "behind", "representing"})
"""Between a title and its organisation."""
PLACING = frozenset({"in", "from", "to", "on"})
"""Those of them that lead to a place as well."""
WATCHES = frozenset({"follow", "cover", "track"})
"""What analysts do for the house that they work for."""
POINTING = frozenset({"this", "these", "those"})
"""Behind "of" where an organisation is described and not named: "president of this maker of valves"."""
LONGEST_FUNCTION = 6
"""Words of what somebody is head of."""


def phrase(analysis: Analysis, i: int) -> Found | None:
    """The title that begins at token ``i`` (an article or an owner may stand first), with its organisation."""
    doc = analysis.doc
    limit = min(i + 14, len(doc))
    start, owner, j = i, None, i
    while j < limit and not _ends(doc, j, limit):
        based = beyond_base(doc, j)
        if based:
            start = j = based
            continue
        if doc[j].text in POSSESSIVES:
            owner, start = organisation_before(analysis, j + 1, civic=True) or owner, j + 1
        elif is_appointment(doc[j]):
            start = j + 1
        elif _breaks(doc[j]) or _is_person(analysis, j):
            return None
        j += 1
    if j >= limit or (doc[j].pos_ not in ("NOUN", "PROPN", "ADJ") and doc[j].lower_ != "lead"):
        return None
    end = title_end(doc, j, limit)
    if doc[end - 1].lower_ in lexicon("kin"):
        return None
    bearer = _named_next(analysis, end)
    if bearer is not None:
        return phrase(analysis, bearer.last + 1) if bearer.last + 1 < len(doc) and doc[bearer.last].text in POSSESSIVES else None
    first = max(start, title_start(analysis, j))
    civic = is_civic(title_words(analysis, first, end))
    organisation = owner or (organisation_before(analysis, first, civic=civic) if first > i else None)
    extended, after = _extension(analysis, end, owned=organisation is not None)
    if organisation and not owner and not civic and _is_nations(analysis, first, title_words(analysis, first, end), after):
        organisation = None
    return Found(title_words(analysis, first, extended), organisation or after, doc[first].idx)


def _ends(doc: "Doc", j: int, limit: int) -> bool:
    """True of the end of a title; "manager" in "the fund manager's chief" and "veteran" in "veteran steel analyst" are none."""
    if not ends_title(doc, j) or (j + 1 < limit and doc[j + 1].text in POSSESSIVES):
        return False
    narrows = j + 2 < limit and doc[j].lower_ in lexicon("modifiers") and doc[j + 1].pos_ == "NOUN" and not is_head(doc[j + 1].text)
    return not (narrows and is_head(doc[j + 2].text))


def is_appointment(token: "Token") -> bool:
    """True of "named" and "appointed", between a name and a title."""
    return token.pos_ == "VERB" and token.lower_.endswith("ed") and token.lemma_ in load("people")["appoints"]


def _is_nations(analysis: Analysis, first: int, title: str | None, after: str | None) -> bool:
    """True of a country in front of a title that tells what somebody studies, or where somebody is from, and gives no office."""
    i = first - 1 - (first > 1 and analysis.doc[first - 1].text == "-")
    return (bool(after) or not is_public(title)) and analysis.doc[i].text not in POSSESSIVES and is_country(analysis, i)


def _is_person(analysis: Analysis, i: int) -> bool:
    """True of somebody else's name, unless the title is theirs ("NAME, Ada Roe's lawyer")."""
    mention = analysis.mention_of(analysis.doc[i])
    if mention is None or mention.form != "name" or analysis.entities[mention.entity].kind != "person":
        return False
    if mention.last >= len(analysis.doc):
        return True
    behind = analysis.doc[mention.last]
    modifies = behind.pos_ == "NOUN" and analysis.doc[mention.last - 1].dep_ == "compound" and not ends_title(analysis.doc, behind.i)
    return behind.text not in POSSESSIVES and not modifies


def _named_next(analysis: Analysis, end: int) -> Mention | None:
    """The person whose name follows a title at once: in "NAME, President Roe's adviser" the first title is Roe's."""
    mention = analysis.mention_of(analysis.doc[end]) if end < len(analysis.doc) else None
    if mention is None or mention.form != "name" or mention.first != end:
        return None
    return mention if analysis.entities[mention.entity].kind == "person" else None


def _breaks(token: "Token") -> bool:
    """True of a token that no title holds before its head."""
    if token.lower_ in lexicon("modifiers") or token.lower_ in ("its", "his", "her", "their", "our") or token.text in ("-", "–", "&", "/"):
        return False
    compound = token.pos_ == "VERB" and ((token.i > 0 and token.nbor(-1).text == "-") or token.lower_ in lexicon("business"))
    return token.pos_ in ("VERB", "AUX", "SPACE", "PRON", "ADP", "PUNCT") and not compound


def _extension(analysis: Analysis, end: int, *, owned: bool) -> tuple[int, str | None]:
    """Where a title ends that goes on with "of sales", and the organisation behind "of", "at", "for" or a comma."""
    doc = analysis.doc
    beside = _beside(analysis, end)
    if beside:
        return end, beside
    function = _function_end(doc, end)
    title_stop, end = function, function + (function > end and doc[function].text == "," and doc[function + 1].lower_ in BELONGS)
    described = _described(analysis, end)
    if described:
        return end, described
    while end < len(doc) - 1 and doc[end].lower_ in BELONGS and doc[end + 1].lower_ not in POINTING:
        stop = _function_stop(analysis, end, _listed_stop(doc, _phrase_stop(doc, end + 1)))
        placing = doc[end].lower_ in PLACING
        organisation = _body_of(analysis, end + 1, stop) or organisation_after(analysis, end + 1, stop, strictly=placing)
        organisation = organisation or _unnamed_body(analysis, end, stop)
        organisation = organisation or _unknown(analysis, end, stop)
        whose = _at_organisation(analysis, stop) if doc[end].lower_ == "of" or _is_charge(analysis, end, stop) else None
        if owned and organisation and doc[end].lower_ == "for" and not organisation_after(analysis, end + 1, stop, strictly=True):
            return stop, None
        if organisation and not whose and not (doc[end].lower_ == "for" and doc[end - 1].lower_ in ("minister", "secretary")):
            return title_stop, organisation
        too_long = stop - end - 2 * doc[end:stop].text.count("-") > LONGEST_FUNCTION
        if stop == end + 1 or too_long or not (placing or doc[end].lower_ in ("of", "for")):
            return title_stop, None
        narrowed = not placing and doc[end + 1].lower_ not in ("a", "an") and doc[stop - 1].lower_ not in load("organisations")["nouns"]
        title_stop, end = (stop if narrowed else title_stop), stop
    return title_stop, listed(analysis, end) or _served(analysis, end)


def _served(analysis: Analysis, end: int) -> str | None:
    """The organisation in "an analyst who covers steel for Acme"."""
    doc = analysis.doc
    if end + 2 >= len(doc) or doc[end].lower_ != "who" or doc[end + 1].lemma_ not in WATCHES:
        return None
    link = next((i for i in range(end + 2, min(end + LONGEST, len(doc) - 1)) if doc[i].lower_ in ("for", "at") or doc[i].is_punct), end)
    return None if doc[link].is_punct else organisation_after(analysis, link + 1, link + 3, strictly=True)


def _is_charge(analysis: Analysis, link: int, stop: int) -> bool:
    """True of "for Latin America", what somebody is in charge of, where no organisation is named there."""
    return analysis.doc[link].lower_ in ("for", "in") and not organisation_after(analysis, link + 1, stop, strictly=True)


def _listed_stop(doc: "Doc", stop: int) -> int:
    """The end of "sales, marketing and planning" where a function ends at the first comma, and an organisation follows; else ``stop``."""
    i, joined = stop, False
    while i + 1 < len(doc) and i - stop < LONGEST and doc[i].lower_ in (",", "and") and doc[i + 1].pos_ in ("NOUN", "PROPN"):
        joined = doc[i].lower_ == "and"
        i += 2
        while i < len(doc) and doc[i].pos_ == "NOUN":
            i += 1
    return i if joined and i < len(doc) and doc[i].lower_ in ("at", "of", "for", "with") else stop


def _unknown(analysis: Analysis, link: int, stop: int) -> str | None:
    """The word behind "founder of" that the model took for no name: nobody is founder of a function."""
    doc = analysis.doc
    if stop != link + 2 or doc[link].lower_ != "of" or doc[link - 1].lower_ not in lexicon("founders") or _is_person(analysis, link + 1):
        return None
    text = doc[link + 1].text
    return text if text[0].isalnum() and (not text.islower() or any(letter.isdigit() for letter in text)) else None


def _unnamed_body(analysis: Analysis, link: int, stop: int) -> str | None:
    """The words of a body without a name behind "of the": "Danish central bank", "local glass union"."""
    doc, first = analysis.doc, link + 1
    if doc[link].lower_ not in ("of", "at") or doc[first].lower_ != "the" or doc[stop - 1].lower_ not in load("organisations")["nouns"]:
        return None
    plain = stop - first > 2 and all(token.pos_ in ("ADJ", "NOUN", "PROPN") for token in doc[first + 1:stop])
    return doc[first + 1:stop].text if plain else None


def _body_of(analysis: Analysis, first: int, stop: int) -> str | None:
    """The words of a body without a name behind whose it is: "Denmark's finance ministry", "the House wheat subcommittee"."""
    doc = analysis.doc
    first += first < stop and doc[first].pos_ == "DET"
    mention = analysis.mention_at(first)
    if mention is None or stop > len(doc) or mention.first != first or mention.form != "name":
        return None
    owns = mention.last < stop and doc[mention.last].text in POSSESSIVES
    rest = mention.last + owns
    if rest >= stop or analysis.entities[mention.entity].kind == "person" or (owns and not is_country(analysis, first)):
        return None
    lists = load("organisations")
    body = doc[stop - 1].lower_ in (*lists["institution"], *lexicon("bodies"), *(lists["nouns"] if owns else ()))
    return doc[mention.first:stop].text if body and all(token.is_lower for token in doc[rest:stop]) else None


def _beside(analysis: Analysis, end: int) -> str | None:
    """The organisation directly behind a title in capitals, as company news has it: "NAME, President Acme North America,"."""
    mention = analysis.mention_of(analysis.doc[end]) if end < len(analysis.doc) else None
    if mention is None or mention.form != "name" or mention.first != end or not analysis.doc[end - 1].is_title:
        return None
    closed = mention.last >= len(analysis.doc) or analysis.doc[mention.last].text in (",", ".", ";", ")", ":")
    return form(analysis, mention) if closed and analysis.entities[mention.entity].kind in ("company", "institution", "other") else None


def _function_end(doc: "Doc", end: int) -> int:
    """The token behind "Head, Equity Research" and "Head Equity Research": a function behind a title in capitals."""
    words, formal = lexicon("business") | lexicon("functions"), doc[end - 1].is_title
    while formal and end < len(doc) - 1 and doc[end].lower_ in words and not doc[end].is_lower:
        end += 1
    if end >= len(doc) or not (doc[end].text == "," or (doc[end].text in ("-", "–") and doc[end - 1].lower_ == "head")):
        return end
    i = end + 1
    while i < len(doc) and doc[i].lower_ in words and (doc[i].is_title or not formal or doc[i].lower_ in ("and", "of")):
        i += 1
    if not formal and i + 1 < len(doc) and i > end + 1:
        return i if doc[i].text == "," and doc[i + 1].lower_ in ("of", "at") else end
    return i if i > end + 1 and i < len(doc) and (doc[i].lower_ in BELONGS or doc[i].text == ",") else end


def _at_organisation(analysis: Analysis, i: int) -> str | None:
    """The organisation behind "at" where that follows "head of research"."""
    doc = analysis.doc
    if i >= len(doc) - 1 or doc[i].lower_ not in ("at", "with", "for"):
        return None
    return organisation_after(analysis, i + 1, _phrase_stop(doc, i + 1), strictly=True)


def listed(analysis: Analysis, end: int) -> str | None:
    """The organisation that stands alone between the comma behind a title and the next one: "NAME, director, Acme,"."""
    doc = analysis.doc
    mention = analysis.mention_of(doc[end + 1]) if end + 1 < len(doc) and doc[end].text == "," else None
    if mention is None or mention.form != "name" or mention.first != end + 1:
        return None
    entity = analysis.entities[mention.entity]
    if not entity.is_organisation and not (entity.kind == "country" and doc[end - 1].is_title):
        return None
    closed = mention.last >= len(doc) or doc[mention.last].text in (",", ".", ";", ")", ":") or doc[mention.last].is_space
    return form(analysis, mention) if closed else None


def _described(analysis: Analysis, end: int) -> str | None:
    """The organisation behind the comma of "chief of a small Danish bank, Halden," and "chief of Denmark's largest bank, Halden,"."""
    doc = analysis.doc
    if end + 2 >= len(doc) or doc[end].lower_ not in ("of", "at", "for", "with"):
        return None
    stop = next((i for i in range(end + 2, min(end + 12, len(doc))) if doc[i].text == ","), 0)
    article = stop and stop + 2 < len(doc) and doc[stop + 1].lower_ == "the"
    mention = analysis.mention_at(stop + 1 + article) if stop else None
    if mention is None or mention.form != "name" or doc[stop - 1].lower_ not in load("organisations")["nouns"]:
        return None
    if doc[end + 1].lower_ not in ("a", "an") and mention.last < len(doc) and not doc[mention.last].is_punct:
        return None
    return form(analysis, mention) if analysis.entities[mention.entity].kind in ("company", "institution", "other") else None


def _function_stop(analysis: Analysis, end: int, stop: int) -> int:
    """The token of "for" in "head of Glass Solutions for Acme", or ``stop``: what is named behind it is an organisation of its own."""
    doc = analysis.doc
    if doc[end].lower_ != "of" or doc[end - 1].lower_ not in lexicon("functionaries"):
        return stop
    for i in range(end + 2, min(stop, len(doc) - 1)):
        mention = analysis.mention_of(doc[i + 1]) if doc[i].lower_ == "for" else None
        if mention and mention.first == i + 1 and analysis.entities[mention.entity].is_organisation:
            return i
    return stop


def _phrase_stop(doc: "Doc", i: int) -> int:
    """The token behind a noun phrase: at the next comma, verb or preposition (other than the "of" of a name)."""
    first = i
    while i < len(doc) and i - first < 14:
        token, based = doc[i], beyond_base(doc, i)
        if based:
            i = based
            continue
        modifies = token.pos_ == "VERB" and token.dep_ in ("amod", "compound") and token.head.i > i
        if token.pos_ in ("VERB", "AUX", "PUNCT", "SPACE", "PRON", "SCONJ") and token.text not in ("-", "–") and not modifies:
            break
        body = i > first and doc[i - 1].is_lower and doc[i - 1].lower_ in lexicon("bodies")
        inner = token.lower_ == "of" or (token.lower_ == "for" and doc[i - 1].is_title)
        if token.pos_ == "ADP" and i > first and (body or not inner) and doc[i - 1].text != "-":
            break
        i += 1
    return i
