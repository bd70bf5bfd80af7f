"""What is earned or lost and is no net income: by people or a country, for one piece, on a sale, from something that is sold."""

from functools import partial

from generator import lexicon
from generator.extract.metrics.named import FAR, NEAR, Named, Rule
from generator.extract.metrics.words import Words

_listed = partial(lexicon.entries, "metric_kinds")
_VERBS = ("earn", "lose")
_PRE_TAX = ("pre", "-", "tax")
_LEFT_IN = 8
"""Words behind "before" in which stands what is still to be taken off."""
_RESULTS = (("profit",), ("profits",), ("loss",), ("losses",), ("gain",), ("gains",))
_ON_A_SALE = frozenset(("sale", "disposal", "divestiture", "divestment"))
_PERIODS = frozenset(("hour", "day", "week", "month", "night"))


def result_before(words: Words, end: int) -> str | None:
    """The result that the words behind a figure tell by what is still to be taken off it: "$5m before interest and tax"."""
    if "before" not in words.vocabulary:
        return None
    place = next((i for i in range(end, min(end + NEAR, len(words))) if words.lower[i] == "before"), -1)
    if place < 0:
        return None
    left = words.lemma[place + 1:place + _LEFT_IN]
    if left[:1] == ("interest",):
        return "ebitda" if "depreciation" in left else "operating_income" if "tax" in left else None
    return "pre_tax_profit" if words.is_one_of(place + 1, ("tax", "taxation")) or left[:2] == ("income", "tax") else None


def _before_tax(named: Named) -> str | None:
    """A profit that is told "before tax", or with a word between "pretax" and its name, is a pre-tax profit."""
    words = named.words
    apart = range(max(0, named.name.first - NEAR), named.name.first)
    if any(words.lower[i] == "pretax" or words.lower[i:i + 3] == _PRE_TAX for i in apart):
        return "pre_tax_profit"
    return result_before(words, named.row.span[1])


def _in_cash(named: Named) -> str | None:
    """Cash that a business makes is its cash flow: "generated $5m of cash"."""
    words, end = named.words, named.row.span[1]
    cash = named.level is not None and words.is_one_of(end, ("of", "in")) and "cash" in words.lower[end + 1:end + NEAR]
    return "cash_flow" if cash and named.name.is_verb else None


def _of_people(named: Named) -> str | None:
    """What people, a state or an institution earn and lose is no result of a company."""
    owner, lemma = named.owner, named.words.lemma[named.name.first]
    if owner is None or not (named.name.is_verb and lemma in _VERBS):
        return None
    kinds = ("person", "institution", "group", "country") if lemma == "lose" else ("person", "country")
    person = owner.entity is not None and owner.entity.kind in kinds
    return "other" if person or is_people(owner.text) else None


def is_people(owner: str) -> bool:
    """True of an owner who is called by a noun for people: "retail investors", "the average household"."""
    return owner.casefold().split()[-1] in _listed("people")


def _for_a_piece(named: Named) -> str | None:
    """What is earned on each piece or each hour is no result of a year: "profit per car", "earn $9 an hour"; but a share is."""
    words, last, level = named.words, named.name.last, named.level
    if words.is_one_of(last, ("per",)) and not words.is_one_of(last + 1, ("share", "unit", "ordinary")):
        return "other"
    return "other" if level is not None and level.per in _PERIODS and not level.scaled and named.name.is_verb else None


def _on_a_sale(named: Named) -> str | None:
    """A profit "on the sale of" something is a gain."""
    words, name = named.words, named.name
    if words.lower[name.first:name.last] not in _RESULTS or words.vocabulary.isdisjoint(_ON_A_SALE):
        return None
    behind = (i for end in (name.last, named.row.span[1]) if words.is_one_of(end, ("on", "from")) for i in range(end, end + NEAR))
    return "other" if any(words.is_one_of(i, _ON_A_SALE) for i in behind) else None


def _income_from(named: Named) -> str | None:
    """What comes in from something that is sold is no profit: "income from advertising", "oil income"; that of households is neither."""
    words, name = named.words, named.name
    if words.lemma[name.first] != "income" or name.last - name.first > 1:
        return None
    before = name.first - 1
    if before >= 0 and words.deps[before] == "compound" and words.pos[before] == "NOUN" and words.ents[before] in ("", "PERSON"):
        if words.lemma[before] in lexicon.entries("metric_owners", "no_segments"):
            return None
        return "other" if words.is_one_of(before, _listed("people")) else "revenue"
    if not words.is_one_of(name.last, ("from",)):
        return None
    source = next((i for i in range(name.last, min(name.last + FAR, len(words))) if words.deps[i] == "pobj"), name.last)
    return None if words.is_one_of(source, lexicon.entries("metric_owners", "segments")) else "revenue"


RULES: dict[Rule, tuple[str, ...] | None] = {
    _before_tax: ("net_income", "operating_income"), _in_cash: ("revenue", "units"),
    _of_people: None, _for_a_piece: ("net_income",), _on_a_sale: ("net_income",), _income_from: ("net_income",)}
"""The rules with the metrics whose names each reads, None for all."""
