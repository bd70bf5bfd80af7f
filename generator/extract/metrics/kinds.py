"""Which metric a row is, once its name, unit and owner are known."""

from collections.abc import Sequence
from functools import partial

from generator import lexicon
from generator.columns import SUBJECTS
from generator.extract.metrics.assertion import nouns_behind
from generator.extract.metrics.background import Background
from generator.extract.metrics.beside import is_of_own_shares, metric_beside
from generator.extract.metrics.counted import metric_counted
from generator.extract.metrics.deeds import metric_of_deed
from generator.extract.metrics.earned import is_people, result_before
from generator.extract.metrics.entity import Owner
from generator.extract.metrics.figures import moving
from generator.extract.metrics.holdings import held_of_a_company, part_of
from generator.extract.metrics.named import Named
from generator.extract.metrics.names import Name
from generator.extract.metrics.quoted import is_quoted_share
from generator.extract.metrics.relatives import antecedent, is_relative
from generator.extract.metrics.rows import Row
from generator.extract.metrics.suits import BY_WEIGHT, moves_a_company
from generator.extract.metrics.things import Thing, counted_things
from generator.extract.metrics.words import REACH, Words

_listed = partial(lexicon.entries, "metric_kinds")
_MARKETS = ("markets", "stocks", "equities", "bourse", "bourses", "stock exchange", "stock market", "börse")
"""Owners that move as their index does."""
_ONE_SHARE = 1000
"""An amount of less than this without a currency is none of the sentence's other amounts of money."""
_HIGHEST_RATE = 30
"""A rate "at" which money is lent is less than this."""
_THING = 4
"""Words behind "4% fewer" in which the things stand."""
_PAID = ("at", "pay", "charge", "get", "earn", "offer")
"""What stands before the rate of a loan or an account."""
_DEAR = ("dearer", "cheaper", "costlier", "pricier")
_WHOLE = 10
"""Words behind "5% of" in which the market stands that it is a share of."""


def metric_of(words: Words, name: Name | None, row: Row, thing: Thing | None, owner: Owner | None, background: Background) -> str:
    """The metric of a row of figures.

    Args:
        name: the words that name it, where some do.
        thing: what its level counts and the metric of that, where it is a count.
        owner: whose number it is.
        background: what the document is about.
    """
    if thing:
        return metric_counted(words, row, thing, name)
    level = row.level.quantity if row.level else None
    if level and level.kind == "money" and level.per in BY_WEIGHT:
        return name.metric if name and name.metric in _listed("per_unit") else "price"
    if (name is None or name.metric in ("debt", "funding") or words.lemma[name.first] == "charge") and _is_lent_at(words, row):
        return "interest_rate"
    if name is None and moves_a_company(words, row):
        return "share_price"
    pumped = name is not None and name.is_verb and name.metric == "units" and level is not None and level.kind == "money"
    if name is None or pumped or (name.is_verb and is_quoted_share(words, row, owner)):
        return _unnamed(words, row, owner, coins=background.coins)
    shared = name.metric == "other" and words.is_one_of(name.last - 1, _listed("wholes"))  # "its reserves are 30% of the world's"
    return (part_of(words, row) if shared else None) or metric_beside(Named(words, name, row, owner, background))


def _is_lent_at(words: Words, row: Row) -> bool:
    """True of the rate in "loans at 5.99 per cent"."""
    level = row.level.quantity if row.level else None
    is_rate = level is not None and level.kind == "rate" and level.value < _HIGHEST_RATE
    charged = words.is_one_of(row.figures[0].governor, _PAID) or words.is_one_of(row.span[1], ("charge",))
    return is_rate and charged and not words.vocabulary.isdisjoint(_listed("lent"))


def _unnamed(words: Words, row: Row, owner: Owner | None, *, coins: bool) -> str:
    told = (_of_fewer_things(words, row) or _of_dear_goods(words, row) or _of_a_part(words, row)
            or _of_a_security(words, row, owner, coins=coins) or _of_a_business(words, row, owner)
            or part_of(words, row) or _of_its_share(words, row) or held_of_a_company(words, row)
            or metric_of_deed(words, row, owner))
    return told or ("gdp" if _is_growth_of_a_country(words, row, owner) else "other")


def _of_fewer_things(words: Words, row: Row) -> str | None:
    """What changed of "sold 4% fewer cars" and "has 12% more customers": the metric of the things."""
    change = row.change
    if change is None or row.level is not None or not words.is_one_of(change.last, ("fewer", "more")):
        return None
    noun = next((i for i in range(change.last + 1, min(change.last + _THING, len(words))) if words.tags[i] == "NNS"), -1)
    return counted_things().get(words.lemma[noun]) if noun > 0 else None


def _of_dear_goods(words: Words, row: Row) -> str | None:
    """What changed of "milk is 12% dearer" and "sells 5% cheaper": the price."""
    change = row.change
    if change is None or row.level is not None or change.quantity.kind != "rate":
        return None
    compared = words.is_one_of(change.last, ("more", "less")) and words.is_one_of(change.last + 1, ("expensive", "costly"))
    return "price" if compared or words.is_one_of(change.last, _DEAR) else None


def _of_its_share(words: Words, row: Row) -> str | None:
    """The market share of "its share fell to 12%": in the singular, and in percent."""
    level = row.level
    if level is None or level.quantity.kind != "rate":
        return None
    noun = words.subject_of(words.verb_above(level.first))
    held = noun is not None and noun.lower_ == "share" and words.tags[words.place_of(noun) - 1] in ("PRP$", "POS")
    return "market_share" if held else None


def _of_a_security(words: Words, row: Row, owner: Owner | None, *, coins: bool) -> str | None:
    if is_of_own_shares(words, row):
        return "buyback"
    if _is_value_lost(words, row):
        return "market_cap"
    if owner and row.change and (owner.text.casefold().endswith(_MARKETS) or _is_a_city_that_closed(words, row, owner)):
        return "index"
    if is_quoted_share(words, row, owner) or _is_brought_to_a_price(words, row):
        return "price" if coins else "share_price"
    return None


def _is_brought_to_a_price(words: Words, row: Row) -> bool:
    """True of "was down 3.8% at $149.50": a few units of money that a percentage leads to are the price of something traded."""
    level, change = row.level, row.change
    if level is None or level.quantity.kind != "money" or level.quantity.scaled or level.quantity.per or level.quantity.value >= _ONE_SHARE:
        return False
    if change is None:
        return level.lead == "of" and words.is_one_of(level.governor - 1, ("high", "low"))  # "hit a record high of 412p"
    return level.first > change.first and level.lead in ("at", "to") and change.quantity.unit == "percent"


def _is_a_city_that_closed(words: Words, row: Row, owner: Owner) -> bool:
    """True of "Oslo ended 1.2% higher": a place that closes or trades is its stock exchange."""
    if owner.entity is None or owner.entity.kind not in ("place", "country") or row.level is not None:
        return False
    verb = words.verb_above(row.span[0])
    subject = words.subject_of(verb) if words.is_one_of(verb, ("end", "close", "finish", "trade", "open")) else None
    return subject is not None and subject.text in owner.text.split()


def _is_value_lost(words: Words, row: Row) -> bool:
    """True of "$2bn wiped off its shares"."""
    lost = row.level is None and row.change is not None and row.change.quantity.kind == "money" and row.change.quantity.scaled
    behind = range(row.span[1], min(row.span[1] + _WHOLE, len(words)))
    return lost and any(words.is_one_of(i, ("value", "worth", "valuation")) for i in behind)


def _of_a_business(words: Words, row: Row, owner: Owner | None) -> str | None:
    if _is_size_of_a_business(words, row):
        return "revenue"
    if _is_subscription(row):
        return "price"
    return (result_before(words, row.span[1]) or "net_income") if _is_made(words, row, owner) else None


def _is_size_of_a_business(words: Words, row: Row) -> bool:
    """True of "a $40m-a-year business" and "grow it into a $2bn brand": a business is as large as what it sells."""
    level = row.level
    if level is None or level.quantity.kind != "money" or not level.quantity.scaled or not words.is_one_of(level.first - 1, ("a", "an")):
        return False
    return any(words.is_one_of(i, _listed("businesses")) for i in nouns_behind(words, level))


def _of_a_part(words: Words, row: Row) -> str | None:
    """The sales of "its cloud business grew 8%": a part of a company grows by what it sells."""
    change = row.change
    if change is None or row.level is not None or change.quantity.unit != "percent":
        return None
    verb = words.predicate_above(change.first)
    subject = words.subject_of(verb) if words.is_one_of(verb, moving()) else None
    if subject is None:
        return None
    place = words.place_of(subject)
    part = antecedent(words, place) if is_relative(subject) else place
    return "revenue" if words.is_one_of(part, _listed("parts")) else None


def _is_subscription(row: Row) -> bool:
    """True of "a $6-a-month service": a little money each month is what one customer pays."""
    level = row.level.quantity if row.level else None
    return level is not None and level.kind == "money" and not level.scaled and level.per in ("month", "week", "night") and (
        level.value < _ONE_SHARE)


def _is_made(words: Words, row: Row, owner: Owner | None) -> bool:
    """True of "the division made £340m": what a company makes, and nothing says of what, is its profit."""
    level = row.level
    if level is None or level.quantity.kind != "money" or not level.quantity.scaled or not words.is_one_of(level.governor, ("make",)):
        return False
    company = owner is not None and (owner.entity is None or owner.entity.kind == "company")
    timed = words.is_one_of(level.last, ("in",)) and words.ents[level.last + 1] == "DATE"  # "made $4m in the quarter"
    of_another = words.is_one_of(level.last, ("of", "in", "for", "to", "worth", "from")) and not timed
    people = owner is not None and is_people(owner.text)
    return company and not people and not of_another and not nouns_behind(words, level)


def _is_growth_of_a_country(words: Words, row: Row, owner: Owner | None) -> bool:
    first = row.span[0]
    near = (*range(max(0, first - 6), first), *words.ancestors(first)[:3])
    growing = [i for i in near if words.is_one_of(i, ("grow", "expand", "contract", "growth"))]
    clauses = {place for i in growing for place in (i, *words.ancestors(i)[:2])}  # "the market should grow"
    heads = [token for place in sorted(clauses) for token in words.tokens[place].lefts if token.dep_ in SUBJECTS]
    subjects = [token for token in heads if token.pos_ == "NOUN"]
    grows = bool(growing) and all(token.lemma_ in ("economy", "growth", "output") for token in subjects)
    return bool(owner and owner.entity and owner.entity.kind == "country" and row.change and grows)


def is_loss(words: Words, name: Name | None, metric: str, row: Row) -> bool:
    """True of a net loss and a loss per share, whose levels are negative."""
    counted = row.level is not None and row.level.quantity.kind == "count"  # "lost 4,000 customers"
    if name is None or counted or metric not in ("other", "net_income", "pre_tax_profit", "operating_income", "eps", "ebitda"):
        return False
    words_of_loss = ("lose",) if metric == "other" else ("loss", "lose")
    return any(lemma in words_of_loss for lemma in words.lemma[name.first:name.last])


def unit_in_context(words: Words, row: Row, rows: Sequence[Row]) -> str | None:
    """The currency of an amount that is given without one: that of the sentence's other figures, or of "in guilder terms"."""
    assert row.level is not None
    if not row.level.quantity.scaled and row.level.quantity.value < _ONE_SHARE:
        return None
    currencies = lexicon.load("currencies")["words"]
    for place in range(max(1, row.span[0] - REACH), row.span[0]):
        if words.lemma[place] == "term" and words.lemma[place - 1] in currencies:
            return str(currencies[words.lemma[place - 1]])
    figures = [*row.figures, *(figure for other in rows for figure in other.figures)]
    return next((figure.quantity.unit for figure in figures if figure.quantity.kind == "money"), None)
