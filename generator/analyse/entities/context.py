"""What stands around a name, and what that says of it: a title, an age, "shares", "who", "a maker of", a dateline's dash."""

from functools import cache
from itertools import takewhile

from generator.analyse.entities.edges import DASHES, PICTURED, TITLES_OF_TWO
from generator.analyse.entities.names import Name
from generator.analyse.entities.neighbours import beside
from generator.analyse.entities.words import POSSESSIVES, Words, named_places
from generator.analysis import EntityKind
from generator.lexicon import entries, load

MADE = frozenset({"reporting", "editing", "writing", "written", "founded", "led", "headed", "photograph", "photo"})
"""What is done by people: the words before "by NAME"."""
TRUST = frozenset({"invest", "invested", "investing", "investment", "investor", "investors", "confidence", "trust", "interest",
                   "faith", "analyst"})
"""What goes on with "in" and the name of a company."""
LED = frozenset({"market", "sector", "industry", "category", "segment", "technology"})
"""What companies lead."""
DATELINE = 12
"""Tokens of a day and an agency between the place of a dateline and its dash."""
HELD = frozenset({"stake", "stakes", "shares", "holding"})
"""What investors have in a company."""


CLOSED = frozenset({",", ".", ")", "-", "–", "—", "--", ";", ":"})
"""What stands behind the country or state of a town."""


def around(words: Words, name: Name) -> list[tuple[EntityKind, float]]:
    """The clues in front of a mention and behind it, each with its weight."""
    found = _in_front(words, name.first) + _behind(words, name.last, name.last - name.first > 1)
    nominal = words.before(name.first) in ("the", "a", "an")
    if nominal and name.last - name.first == 1:
        found.append(("person", -1.0))
    if words.before(name.first) == "at" and name.last - name.first == 1:
        found.append(("person", -2.0))
    if words.before(name.first) == "the" and _is_site(words, name.last):
        found.append(("place", 3.0))
    if words.before(name.first) == words.after(name.last) == "|" and words.dictionary.issuperset(name.key):
        found.append(("other", 3.0))
    if name.last - name.first > 1 and _is_employer(words, name.first):
        found += [("person", -6.0), ("company", 0.4)]
    if name.last - name.first > 1 and _is_work(words, name):
        found += [("person", -6.0), ("product", 1.0)]
    if name.key[-1] in _lexicon("indices") and words.after(name.last).isdigit():
        found.append(("other", 6.0))
    found += beside(words, name)
    if _is_town(words, name.last):
        found.append(("place", 3.0))
    if _is_dateline(words, name):
        found.append(("place", 6.0))
    return found


def _is_work(words: Words, name: Name) -> bool:
    """True of a full name alone in quotation marks: a film, a book or a programme."""
    behind = name.last + (words.after(name.last) == ",")
    return words.before(name.first) in ("“", '"', "``") and words.after(behind) in ("”", '"', "''")


def _is_employer(words: Words, first: int) -> bool:
    """True behind "of" and somebody's full name: nobody is "Ada Quill of Jane Roe"."""
    named = first > 2 and words.before(first) == "of" and words.pos[first - 2] == words.pos[first - 3] == "PROPN"
    return named and words.capital(first - 2) and words.lowers[first - 3] in words.GIVEN


def _is_site(words: Words, last: int) -> bool:
    """True of "plant" and "power station" behind a name: what somebody has built there."""
    return words.after(last) in _lexicon("sites") or (words.pos[last:last + 1] == ["NOUN"] and words.after(last, 1) in _lexicon("sites"))


def _is_town(words: Words, last: int) -> bool:
    """True in front of what tells where a town lies (", Ohio,", ", NE -", ", Peru."), and of "and Brackwater counties"."""
    if words.after(last) == ",":
        for end in range(last + 2, min(last + 5, len(words.texts))):
            where, code = " ".join(words.lowers[last + 1:end]).rstrip("."), words.texts[last + 1]
            coded = end == last + 2 and code.isupper() and len(code) == 2 and code.lower() in load("gazetteer")["state_codes"]
            if coded or where in named_places():
                return words.after(end) in CLOSED
        return False
    joined = words.after(last) == "and" and last + 1 < len(words.texts) and words.capital(last + 1)
    noun = words.after(last, 2 if joined else 0)
    return noun.endswith("s") and _singular(noun) in _lexicon("settlements")


def _singular(plural: str) -> str:
    return plural[:-3] + "y" if plural.endswith("ies") else plural[:-1]


def _is_dateline(words: Words, name: Name) -> bool:
    """True of a place in capitals in front of a dash with blanks around it: "OSLO - Norrland Bank", "OSLO, 4 May (Quill) - Norrland"."""
    last = name.last
    if words.after(last) in (",", "(") and (name.first == 0 or "\n" in words.texts[name.first - 1]):
        dated = takewhile(lambda i: not words.texts[i].islower(), range(last, min(last + DATELINE, len(words.texts))))
        last = next((i for i in dated if words.texts[i] in ("-", "–", "—", "--")), last)
    if last + 1 >= len(words.texts) or words.texts[last] not in ("-", "–", "—", "--") or not words.texts[name.first].isupper():
        return False
    apart = words.starts[last] > words.ends[last - 1] and words.starts[last + 1] > words.ends[last]
    return apart and len(words.texts[name.first]) > 2 and words.capital(last + 1) and not words.texts[last + 1].isupper()


def _in_front(words: Words, name_first: int) -> list[tuple[EntityKind, float]]:
    first = name_first - 1 if words.before(name_first) in ("“", '"', "‘") else name_first
    before = words.before(first)
    found: list[tuple[EntityKind, float]]
    found = [("company", 4.0)] if before == "leader" and words.before(first, 2) in LED else _titled(words, first)
    owned = before == "of" and words.before(first, 2) in _lexicon("belongings")
    if not found and (owned or (before == "in" and words.before(first, 2) in HELD)):
        found.append(("company", 2.0))
    elif not found and before == "in" and words.pos[name_first] == "PROPN":
        found.append(("place", 0.7 if words.before(first, 2) in TRUST else 1.2))
    elif not found and before == "of" and words.before(first, 2) in _lexicon("settlements"):
        found.append(("place", 4.0))
    if words.deps[name_first] in ("compound", "dobj") and words.lowers[_governor(words, name_first)] in _lexicon("traded"):
        found.append(("company", 2.5))
    return found


def _titled(words: Words, first: int) -> list[tuple[EntityKind, float]]:
    """What a title, a noun for a company, "-based" or a byline's "by" in front of a name say of it."""
    before, pos = words.before(first), words.pos[first - 1] if first else ""
    if before in words.HEADS and words.before(first, 2) == "," and words.before(first, 4) in words.GIVEN:
        return []
    two = (words.before(first, 2), before) in TITLES_OF_TWO or before in ("surnamed", "nicknamed")
    if two or (before in words.HONORIFICS and (before.rstrip(".") in ("mr", "mrs", "ms", "dr") or words.texts[first - 1][0].isupper())):
        return [("person", 5.0)]
    called = before not in _lexicon("nouns") or (before in _lexicon("relations") and words.lowers[first] in words.GIVEN)
    if before in words.HEADS and called and pos in ("NOUN", "PROPN"):
        return [("person", 3.0)]
    if (before == "," and words.before(first, 2) in words.HEADS) or (before.removesuffix("s") in words.HEADS and _is_paired(words, first)):
        return [("person", 2.0)]
    if before in _lexicon("nouns") or before in ("-based", "–based") or (before == "based" and words.before(first, 2) in ("-", "–")):
        return [("company", 2.5)]
    pictured = before == "/" and words.before(first, 2) in PICTURED and not words.texts[first].isupper()
    return [("person", 3.0)] if pictured or (before == "by" and words.before(first, 2) in MADE) else []


def _is_paired(words: Words, first: int) -> bool:
    """True of the first of two full names behind a title in the plural: "tycoons JP Quill and Ada Orrin"."""
    i = first + 2
    paired = words.after(i) == "and" and i + 2 < len(words.texts) and all(map(words.capital, (first, first + 1, i + 1, i + 2)))
    return paired and words.before(first).endswith("s") and words.before(first) not in _lexicon("practices")


def _governor(words: Words, i: int) -> int:
    """The word that a name's first token depends on, outside the name itself."""
    return words.heads[words.heads[i]] if words.deps[i] == "compound" and words.deps[words.heads[i]] == "dobj" else words.heads[i]


def _behind(words: Words, last: int, full: bool) -> list[tuple[EntityKind, float]]:
    after = words.after(last)
    step = 1 if after in POSSESSIVES else 0
    found: list[tuple[EntityKind, float]] = []
    noun = words.after(last, step)
    if noun in ("administration", "government", "campaign", "presidency") and not step:
        found.append(("other", 2.0))
    elif noun in _lexicon("belongings") or (step and full and noun in entries("people", "corporate")):
        found.append(("company", 1.5 if step else 2.0))
    elif (step and words.after(last, 2) in words.HEADS) or (full and not step and _is_sort(words, last)):
        found.append(("company", 1.5))
    if step and full and _is_own_firm(words, last + 1):
        found.append(("person", 2.5))
    if step and noun in _lexicon("national"):
        found.append(("country", 3.0))
    if after in ("of", "at", "with", "from") and full and _is_firm(words, last + 1):
        found.append(("person", 2.5))
    aged = after == "," and len(words.after(last, 1)) == 2 and words.after(last, 1).isdigit() and words.after(last, 2) == ","
    if aged or after == "who" or (after == "," and words.after(last, 1) == "who"):
        found.append(("person", 4.0 if aged or full else 3.0))
    elif after == "," or (after == "is" and full) or (after in DASHES and full and words.starts[last] > words.ends[last - 1]):
        found += _apposition(words, last + 1, full)
    elif after in ("(", "<"):
        found += _bracketed(words, last + 1, full)
    return found


def _bracketed(words: Words, i: int, full: bool) -> list[tuple[EntityKind, float]]:
    """What a bracket behind a name says of it: a title of a person, a code or an acronym of a company."""
    if full and words.after(i) in words.HEADS:
        return [("person", 3.0)]
    if i >= len(words.texts) or not words.texts[i].isupper():
        return []
    return [("company", 4.0 if words.after(i, 1) == ":" else 1.5)]


def _is_own_firm(words: Words, i: int) -> bool:
    """True of "company" and "toy company" behind a possessive: a company has no company."""
    return "company" in (words.after(i), words.after(i, 1)) and words.pos[i] in ("NOUN", "ADJ")


def _is_sort(words: Words, last: int) -> bool:
    """True of "bank" and "investment bank" behind a name."""
    return words.after(last) in _firms() or (words.after(last, 1) in _firms() and words.pos[last] in ("NOUN", "ADJ"))


def _is_firm(words: Words, i: int) -> bool:
    """True where a company's name begins: two or three words in capitals, the last of which only companies have."""
    for j in range(i, min(i + 4, len(words.texts))):
        if not words.capital(j):
            return False
        if j > i and words.lowers[j] in words.FIRM:
            return True
    return False


def _apposition(words: Words, i: int, full: bool) -> list[tuple[EntityKind, float]]:
    """What "X, a maker of ..." or "X, chief economist at ..." says of X: the first telling noun of the next phrase."""
    for j in range(i, min(i + 9, len(words.texts))):
        word, pos = words.lowers[j], words.pos[j]
        if j + 1 < len(words.texts) and words.pos[j + 1] == "NOUN" and pos == "NOUN":
            continue
        if word in words.HEADS and pos in ("NOUN", "PROPN") and words.after(j, 1) not in POSSESSIVES and word not in _lexicon("nouns"):
            spoken = words.before(i, 2) in words.SURNAME_FIRST and words.before(i, 3) in ("said", "says")
            return [("person", 3.0 if full or spoken else 1.0)]
        named = word in _lexicon("nouns") and pos in ("NOUN", "PROPN") and words.lowers[i] in ("a", "an", "the", "one")
        if named and words.after(j, 1) not in (*POSSESSIVES, "said", "says", "added"):
            return [("person" if word in words.HEADS and words.after(j, 1) == "who" else "company", 3.0)]
        if pos not in ("DET", "ADJ", "NOUN", "PROPN", "PART", "PUNCT", "ADV", "NUM", "CCONJ", "VERB") or word in (",", ".", "“", '"', "”"):
            return []
    return []


@cache
def _lexicon(name: str) -> frozenset[str]:
    return frozenset(load("organisations")[name])


@cache
def _firms() -> frozenset[str]:
    """Nouns for a company that are none for a person ("bank", but not "investor")."""
    return _lexicon("nouns") - Words.HEADS
