"""What a role belongs to where the text does not say so beside it: the company or the country that the passage is about."""

import re
from collections import Counter
from dataclasses import replace

from generator.analysis import Analysis, Entity, Mention
from generator.extract.people.affiliation import country_of, is_loud, organisation_after
from generator.extract.people.titles import Found, is_former, is_public
from generator.lexicon import load

HELM = frozenset({"helm", "rein", "reins", "charge", "control"})
"""What somebody takes who begins to lead an organisation."""


_CENTRAL_BANK = re.compile(r"\b(Central|Reserve|National) Bank\b|\b[Bb]ank of [A-Z]")
LOOKED_THROUGH = 50
"""Organisations of a document that are looked through for each role: those named most."""
NATIONAL = frozenset({"minister", "premier", "chancellor"})
"""Who serves a country."""
NATIONS = 300
"""Entities of a document that are looked through for its country."""
MOST = 3
"""Times that a document names the country that it is about."""
HOUSES = {"rep.": "House", "congressman": "House", "congresswoman": "House", "sen.": "Senate", "senator": "Senate"}
"""American lawmakers and where they sit."""
DEPARTMENTS = ("{} department", "department of {}", "{} ministry", "ministry of {}")
CHAIRS = frozenset({"chairman", "chairwoman", "chair", "chairperson"})
COMMITTEES = frozenset({"committee", "subcommittee", "panel", "commission"})
COMMERCIAL = frozenset({"founder", "co-founder", "cofounder", "partner", "manager", "boss"})
"""Who an institution does not have."""
OF_TREASURIES = frozenset({"secretary", "undersecretary", "minister", "official", "spokesman", "spokeswoman", "spokesperson"})
"""Whom a state's Treasury has, and a company's has not."""
ANALYSTS = frozenset({"analyst", "strategist", "economist"})
"""Who speaks for a research house."""


def completed(analysis: Analysis, role: Found, mention: Mention) -> Found:
    """The role with its organisation: a company officer's is the company that the passage is about."""
    if role.title and role.title.startswith("Treasury ") and role.title.split()[-1].lower() in OF_TREASURIES:
        return _of_treasury(analysis, role)
    if not role.title or (role.organisation and not _is_misplaced(analysis, role)):
        return role
    heads = [role.title.split()[-1], *re.findall(r"(\S+) (?:of|for) ", role.title)]
    if is_public(role.title) and mention.form == "name" and analysis.doc[min(mention.last, len(analysis.doc) - 1)].lower_ == "of":
        return replace(role, organisation=organisation_after(analysis, mention.last + 1, mention.last + 4))
    department = _department(analysis, role.title) if heads[0].lower() in ("minister", "secretary") else None
    if department:
        return replace(role, organisation=usual_form(analysis, department))
    if any(head.lower() in NATIONAL for head in heads):
        return replace(role, organisation=_country(analysis, role.start))
    body = _body_beside(analysis, role.start) if role.title.lower() in CHAIRS else None
    company = None if body else _company(analysis, role, mention, heads[0])
    return replace(role, organisation=usual_form(analysis, company) if company else body)


def _is_misplaced(analysis: Analysis, role: Found) -> bool:
    """True of a minister of a company: "its" and "the" mean somebody else there."""
    words = (role.title or "").lower().split()
    if "minister" not in (words[:1] + words[-1:]):
        return False
    firms = (entity for entity in analysis.organisations[:LOOKED_THROUGH] if entity.kind == "company")
    return any(role.organisation == entity.name or role.organisation in entity.aliases for entity in firms)


def _company(analysis: Analysis, role: Found, mention: Mention, head: str) -> Entity | None:
    """The company of an officer, the central bank of a governor, the research house of an analyst."""
    if is_officer(role.title or ""):
        company = _in_focus(analysis, role.start, mention)
        return company if company and _is_plainly(analysis, company, role) and _has_such(company, head) else None
    if head.lower() == "governor":
        return _central_bank(analysis)
    return _house(analysis, mention) if head.lower().removesuffix("s") in ANALYSTS else None


def _of_treasury(analysis: Analysis, role: Found) -> Found:
    """The Treasury with its country where that stands before it: "U.S. Treasury" for "U.S. Treasury Secretary"."""
    country = f"{role.organisation} " if role.organisation else ""
    apart = analysis.text[max(role.start - len(country), 0):role.start] != country
    return replace(role, organisation="Treasury" if apart else country + "Treasury")


def _department(analysis: Analysis, title: str) -> Entity | None:
    """The department or ministry that a text names beside its head: "Labor Department" for "Labor Secretary"."""
    portfolio = title.rpartition(" ")[0].lower()
    names = [name.format(portfolio) for name in DEPARTMENTS if portfolio]
    return next((entity for entity in analysis.organisations[:LOOKED_THROUGH] if entity.name.lower() in names), None)


def house_of(analysis: Analysis, title: str) -> str | None:
    """The House or the Senate of an American lawmaker, where the text names it by that word alone."""
    house = HOUSES.get(title.lower())
    named = house and any(entity.name == house or house in entity.aliases for entity in analysis.entities[:NATIONS])
    return house if named else None


def _body_beside(analysis: Analysis, place: int) -> str | None:
    """The committee that a sentence names before a chairman: "Speaking at a House glass subcommittee hearing, chairman NAME"."""
    doc, sentence = analysis.doc, analysis.sentence_at(place)
    first = sentence.first if sentence else len(doc)
    i = next((token.i for token in doc[first:] if token.idx >= place or token.lower_ in COMMITTEES), first)
    start = i
    while start > first and doc[start - 1].pos_ in ("NOUN", "PROPN", "ADJ"):
        start -= 1
    return doc[start:i + 1].text if start < i and doc[i].lower_ in COMMITTEES else None


def _country(analysis: Analysis, place: int) -> str | None:
    """The country that a minister serves where the text names no other: it names this one twice as often as any, and none beside it."""
    sentence = analysis.sentence_at(place)
    there = analysis.mention_at(sentence.first + 1) if sentence and analysis.doc[sentence.first].lower_ == "in" else None
    if there and analysis.entities[there.entity].kind == "country":
        return analysis.text[there.start:there.end]
    counts = Counter[str]()
    for entity in analysis.entities[:NATIONS]:
        if entity.kind in ("country", "group") and (country := country_of(analysis, entity.name)):
            counts[country] += len(entity.names)
    (country, most), (_, next_most) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    if sentence is None or most < max(MOST, 2 * next_most):
        return None
    beside = [analysis.entities[near.entity] for near in analysis.mentions_in(sentence.start, sentence.end)]
    named = [country_of(analysis, entity.name) for entity in beside if entity.kind in ("country", "group")]
    return country if all(other in (country, None) for other in named) else None


def called(analysis: Analysis, i: int) -> str | None:
    """The organisation that the document calls by the noun at token ``i``: Acme, in "bank spokesman" where "the bank" is Acme."""
    noun = analysis.doc[i].text
    if not noun.islower() or noun not in load("organisations")["nouns"]:
        return None
    for entity in analysis.organisations[:LOOKED_THROUGH]:
        nominals = (mention for mention in entity.mentions if mention.form == "nominal")
        if any(analysis.doc[mention.last - 1].text == noun for mention in nominals):
            return usual_form(analysis, entity)
    return None


def at_the_helm(analysis: Analysis, mention: Mention) -> Found | None:
    """The organisation that a person heads or took over ("Roe leads Acme", "Roe took the helm")."""
    token = analysis.doc[mention.last - 1]
    head = token.head if token.dep_ == "conj" else token
    verb, leads = head.head, load("people")["leads"]
    if head.dep_ != "nsubj" or (verb.lemma_ not in leads and verb.lemma_ != "take"):
        return None
    led = next((child for child in verb.children if child.dep_ == "dobj"), None)
    if led is not None and verb.lemma_ in leads:
        organisation = organisation_after(analysis, led.left_edge.i, led.i + 1, strictly=True)
        return Found(None, organisation, led.idx) if organisation else None
    company = _in_focus(analysis, mention.start, mention) if led is not None and led.lemma_ in HELM else None
    return Found(None, usual_form(analysis, company), mention.start) if company else None


def _central_bank(analysis: Analysis) -> Entity | None:
    """The central bank that a document is about, or the only one that it names."""
    subject = analysis.subject_entity
    banks = [entity for entity in analysis.organisations[:LOOKED_THROUGH] if _CENTRAL_BANK.search(entity.name)]
    return subject if subject in banks else banks[0] if len(banks) == 1 else None


def _house(analysis: Analysis, mention: Mention) -> Entity | None:
    """The research house that the passage quotes: an analyst named there without an employer speaks for it."""
    sentence = analysis.sentence_at(mention.start)
    if sentence is None:
        return None
    for near in reversed(analysis.sentences[max(sentence.index - 2, 0):sentence.index + 1]):
        if near.block != sentence.block:
            return None
        companies = [near_by for near_by in analysis.mentions_in(near.start, min(near.end, mention.start)) if _speaks(analysis, near_by)]
        if companies:
            return analysis.entities[companies[-1].entity]
    return None


def _speaks(analysis: Analysis, mention: Mention) -> bool:
    """True of a research house as the subject of a verb."""
    entity = analysis.entities[mention.entity]
    if mention.form != "name" or entity.kind != "company" or analysis.doc[mention.last - 1].dep_ != "nsubj":
        return False
    lists, names = load("organisations"), {entity.name.lower(), analysis.text[mention.start:mention.end].lower()}
    return any(name in lists["houses"] or name.split()[-1] in lists["house_words"] for name in names)


def usual_form(analysis: Analysis, entity: Entity) -> str:
    """The form under which the text names an organisation most."""
    forms = Counter(analysis.text[mention.start:mention.end] for mention in entity.names[:100])
    return next((name for name, _ in forms.most_common() if not is_loud(name)), entity.name)


def is_officer(title: str) -> bool:
    """True of titles that only a company gives; a "market analyst" or a "former minister" may be anybody's."""
    words = title.lower().replace("-", " ").split()
    lists = load("people")
    if not all(word in lists["modifiers"] or word in lists["heads"] or word in lists["business"] for word in words):
        return False
    if title.rsplit(maxsplit=1)[-1].istitle() and words[-1] in lists["political"] and "vice" not in words:
        return False
    return words[-1] in lists["corporate"] and not set(words) & set(lists["political"]) - {"president", "treasurer", "secretary"}


def is_current(title: str | None) -> bool:
    """True of what an officer or an analyst is, and not of what one was."""
    words = (title or "").lower().split()
    return bool(words) and not is_former(title) and (is_officer(title or "") or words[-1] in ANALYSTS)


def _has_such(body: Entity, head: str) -> bool:
    """False of the founder, the partner and the manager of an institution that a document is about: they are somebody else's."""
    return body.kind == "company" or head.lower().removeprefix("ex-") not in COMMERCIAL


def _is_plainly(analysis: Analysis, company: Entity, role: Found) -> bool:
    """False of a bare "president" where the passage does not name the company: countries have presidents too."""
    if (role.title or "").lower().rsplit(maxsplit=1)[-1] not in load("people")["political"]:
        return True
    sentence = analysis.sentence_at(role.start)
    if company.kind == "institution" or sentence is None:
        return False
    start = analysis.sentences[max(sentence.index - 1, 0)].start
    return " " in (role.title or "") or any(near.entity == company.index for near in analysis.mentions_in(start, sentence.end))


def _in_focus(analysis: Analysis, place: int, mention: Mention) -> Entity | None:
    """The subject of the document where it is an organisation; else the company named last before, in this sentence, or most."""
    subject = analysis.subject_entity
    if subject and subject.is_organisation:
        return subject
    sentence = analysis.sentence_at(mention.start)
    if sentence is None:
        return None
    start = analysis.sentences[max(sentence.index - 2, 0)].start
    before = [analysis.entities[near.entity] for near in reversed(analysis.mentions_in(start, place))]
    behind = [analysis.entities[near.entity] for near in analysis.mentions_in(max(place + 1, mention.end), sentence.end)]
    return next((entity for entity in before + behind if entity.kind == "company"), None) or _dominant(analysis)


def _dominant(analysis: Analysis) -> Entity | None:
    """The company that a document names at least three times, and twice as often as any other."""
    companies = [entity for entity in analysis.organisations[:LOOKED_THROUGH] if entity.kind == "company"]
    counts = [len(entity.names) for entity in companies] + [0, 0]
    return companies[0] if counts[0] >= max(3, 2 * counts[1]) else None
