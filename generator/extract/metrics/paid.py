"""What is paid, by whom and for what, as a metric: a stake that money is spent on, a plant, one thing, one's own shares."""

from functools import partial
from itertools import takewhile

from generator import lexicon
from generator.extract.metrics.deeds import is_price_of_a_thing
from generator.extract.metrics.named import FAR, NEAR, Named, Rule
from generator.extract.metrics.relatives import antecedent, is_relative
from generator.extract.metrics.suits import BY_WEIGHT
from generator.extract.metrics.words import Words

_listed = partial(lexicon.entries, "metric_kinds")
_SPENDING = ("spend", "spending", "expenditure", "allocate", "earmark", "commit", "outlay", "set")
_SHARES = ("share", "stock")
_SECURITIES = ("bond", "bill", "gilt", "note")
_A_MONTH = 1000
"""What one customer pays each month is less than this."""
_CLAUSE = frozenset((";", "while", "but", "whereas", "that"))
"""Words that begin another clause."""
_PERIODS = ("month", "week", "night", "year")
_PAYING = ("pay", "spend", "save", "owe")
_MEANS = ("by", "from", "through", "with", "via")
"""What stands before the way in which money is raised."""
_BORROWED = frozenset(("bond", "note", "loan", "eurobond", "debenture", "borrow", "borrowing", "sukuk", "debt", "mortgage"))
_DEALS = frozenset(("bid", "offer", "deal", "takeover", "merger", "acquisition", "buyout", "approach", "proposal", "purchase", "order",
                    "contract"))
"""What values somebody at its own price."""
_BIDS = frozenset(("bid", "offer", "proposal", "takeover", "buyout", "counterbid", "tender"))
_SOLD = frozenset(("sell", "sale", "auction", "disposal", "divestment", "divestiture", "privatise", "privatize"))
_CAPITAL = frozenset(("share", "stock", "equity", "right", "investor", "capital", "warrant"))
_ONE_OF_THEM = 1_000_000
"""What costs less than this is one thing, and that is its price."""


def _traded(named: Named) -> str | None:
    """Money for which assets are sold is a deal, goods are bought an order; money that is bought and sold itself is neither."""
    name, words, level = named.name, named.words, named.level
    if level is None or level.kind != "money":
        return None
    verb = words.predicate_above(named.row.span[0])
    if name.metric == "assets" and words.is_one_of(verb, _listed("dealing")) and named.row.figures[0].lead != "with":
        return "deal_value"
    if name.metric == "deal_value" and words.is_one_of(name.first, ("buy", "purchase")) and any(
            words.is_one_of(i, _listed("merchandise")) for i in (*named.behind, *range(name.last, min(name.last + FAR, len(words))))):
        return "orders"
    near = list(takewhile(lambda i: words.pos[i] not in ("VERB", "AUX", "PUNCT") or words.lower[i] == "-", named.behind))
    led = words.is_one_of(named.row.span[1], ("worth", "of", "in")) and named.row.figures[0].lead != "for"  # "for $5m in cash and shares"
    of_money = [i for i in near if led and words.is_one_of(i, _listed("traded")) and words.pos[i] in ("NOUN", "PROPN")]
    if words.is_one_of(name.first, ("sell",)) and name.is_verb and _is_of_goods(named):
        return "revenue"
    bought = name.metric == "deal_value" and name.is_verb and words.is_one_of(name.first, ("buy", "sell", "auction"))
    if not bought or not of_money:
        return None
    return "debt" if any(words.is_one_of(i, _SECURITIES) for i in of_money) else "other"


def _is_of_goods(named: Named) -> bool:
    """True of "sold $15m worth of software" and "sells $3bn of jeans a year": what is sold is goods, and no part of a company."""
    words, place = named.words, named.row.span[1]
    place += words.is_one_of(place, ("worth",))
    noun = next((i for i in range(place + 1, min(place + NEAR, len(words))) if words.pos[i] in ("NOUN", "PROPN")), -1)
    if not words.is_one_of(place, ("of",)) or noun < 0:
        return False
    while noun + 1 < len(words) and words.pos[noun + 1] in ("NOUN", "PROPN"):
        noun += 1
    plain = words.tags[noun] in ("NN", "NNS") and not any(words.lower[i] in _listed("own") for i in range(place, noun))
    return plain and not any(words.is_one_of(noun, _listed(key)) for key in ("traded", "owned", "capital_goods", "sold_in_deals"))


def _of_one_thing(named: Named) -> str | None:
    """What one thing costs, or one household pays, is a price: "a full page costs $100,980", "bills would rise to £3,500"."""
    name, words, level = named.name, named.words, named.level
    if level is None or level.kind != "money" or level.per == "share":
        return None
    if level.scaled or level.value >= _ONE_OF_THEM or any(words.is_one_of(i, _SHARES) for i in named.behind[:NEAR + 2]):
        return None
    costs = words.lemma[name.first] == "cost" and name.is_verb
    monthly = level.per in _PERIODS and level.value < _A_MONTH and words.lemma[name.last - 1] in ("plan", "package", "deal")
    if monthly or (name.is_verb and is_price_of_a_thing(words, named.row)):
        return "price"
    pays = words.lemma[name.first] == "pay" and (level.per in _PERIODS or any(words.is_one_of(i, ("for",)) for i in named.behind[:NEAR]))
    sells = words.lemma[name.first] == "sell" and named.row.figures[0].lead in ("for", "at")
    return "price" if costs or pays or sells or words.lower[name.last - 1] == "bills" else None


def _for_plant(named: Named) -> str | None:
    """What is spent on plant and equipment, or set aside to buy companies, is an investment; on one's own shares, a buyback."""
    words, name = named.words, named.name
    if words.lemma[name.first] == "cost" and not name.is_verb and named.row.figures[0].lead == "of":
        built = words.verb_above(name.head)  # "will be expanded at a cost of"
        return "capex" if words.is_one_of(name.first - 2, ("at",)) and words.is_one_of(built, _listed("building")) else None
    if words.lemma[name.first] not in _SPENDING:
        return None
    places = named.behind if name.is_verb or not words.is_one_of(name.last, ("on",)) else range(name.last + 1, named.row.span[0])
    behind = list(takewhile(lambda i: words.lower[i] not in _CLAUSE, places))
    back = (words.is_one_of(i, ("buyback", "repurchase")) or (words.is_one_of(i, ("buy",)) and "back" in words.lower[i + 1:i + 3])
            or (words.lower[i] == "own" and words.is_one_of(i + 1, _SHARES)) for i in behind)
    return "buyback" if any(back) else "capex" if _is_for_goods(named, behind) else None


def _is_for_goods(named: Named, behind: list[int]) -> bool:
    """True of "on a new mill" and "to build homes", but not of "on advertising in its shops" and "on wages for hotel workers"."""
    words, goods, seen = named.words, _listed("capital_goods"), False
    for i in behind:
        if words.pos[i] in ("VERB", "AUX"):
            return words.is_one_of(i, _listed("building"))
        if words.pos[i] == "ADP" and seen:
            return False
        if words.pos[i] not in ("NOUN", "PROPN") or words.ents[i] == "DATE":
            continue
        seen, pair = True, " ".join(words.lemma[i:i + 2])
        last = i + 1 == len(words) or words.pos[i + 1] not in ("NOUN", "PROPN")
        if pair in goods or (last and words.is_one_of(i, goods)):
            return True
    return False


def _scaled_price(named: Named) -> str | None:
    """Millions are no price: what is paid as rent or fees is a cost, what comes in as such are sales, "support" is money that is given."""
    name, words, level = named.name, named.words, named.level
    if level is None or level.kind != "money" or not level.scaled or level.per in BY_WEIGHT or level.value < _ONE_OF_THEM:
        return None
    if words.lemma[name.last - 1] == "support":
        return "funding"
    if words.is_one_of(name.first - 1, _BIDS):
        return "deal_value"  # "the offer price is now $640m"
    if words.lemma[name.last - 1] not in _listed("takings"):
        return None
    return "cost" if named.is_under(_PAYING) else "revenue"


def _paid_as(named: Named) -> str | None:
    """What is paid in tax or wages, or to those who work for it, makes no deal: "paid $5m in tax", "pays its chairman $5m"."""
    words, name, row = named.words, named.name, named.row
    verb = name.first if name.is_verb else words.verb_above(row.span[0])
    if row.level is None or not words.is_one_of(verb, ("pay",)) or row.level.quantity.per == "share":
        return None
    if words.is_one_of(row.span[1], ("in", "of")):
        noun = next((i for i in named.behind[1:] if words.pos[i] in ("NOUN", "PROPN", "VERB") and words.deps[i] != "compound"), -1)
        kinds: dict[str, list[str]] = lexicon.load("metric_kinds")["paid_as"]
        paid = next((metric for metric, nouns in kinds.items() if words.is_one_of(noun, nouns)), None)
        if paid:
            return paid
    people = (i for i in range(verb + 1, row.span[0]) if words.deps[i] in ("dative", "dobj") and words.head(i) == verb)
    return "cost" if any(words.is_one_of(i, _listed("paid_people")) or words.ents[i] == "PERSON" for i in people) else None


def _valued(named: Named) -> str | None:
    """What something is valued at is no part of what values it: "the flotation valued the firm at $9bn"; by a bid it is a deal's."""
    figure, words = named.row.figures[0], named.words
    verb = words.verb_above(figure.first)
    if figure.lead == "of" and words.is_one_of(figure.governor - 1, ("value",)) and words.is_one_of(verb, ("give", "put", "place")):
        return "market_cap" if named.name.metric == "funding" else None  # "the flotation gives it a value of $5m"
    if figure.lead != "at" or not words.is_one_of(verb, ("value",)):
        return None
    subject = _who(words, verb)
    valued = words.head(verb) if words.tags[verb] == "VBN" else -1  # "goods valued at $5m"
    deal = words.is_one_of(subject, _DEALS) or words.is_one_of(valued, _DEALS) or words.is_one_of(valued, _listed("merchandise"))
    return "deal_value" if deal else "market_cap"


def _who(words: Words, verb: int) -> int:
    """The position of a verb's subject, of the noun that "which" stands for; -1 for none."""
    subject = words.subject_of(verb)
    if subject is None:
        return -1
    place = words.place_of(subject)
    return antecedent(words, place) if is_relative(subject) else place


def _for_a_share(named: Named) -> str | None:
    """What is bid for a share makes a deal, and is no price at which it trades: "raised its offer for the shares to $20 each"."""
    words, level = named.words, named.level
    if level is None or level.kind != "money" or words.vocabulary.isdisjoint(_BIDS):
        return None
    of_shares = level.per == "share" or not words.vocabulary.isdisjoint(_SHARES)
    verb = words.verb_above(named.row.span[0])
    if verb < 0 or not of_shares or level.scaled:
        return None
    objects = (words.place_of(token) for token in words.tokens[verb].rights if token.dep_ == "dobj")
    bid = any(words.is_one_of(i, _BIDS) for i in (verb, _who(words, verb), *objects))
    return "deal_value" if bid else None


def _salary(named: Named) -> str | None:
    """What somebody is paid is a cost: "the chairman was paid $4m", "Acme's boss was paid $4m"."""
    words, name, owner = named.words, named.name, named.owner
    if words.lemma[name.first] != "pay" or words.tags[name.first] != "VBN" or named.row.level is None:
        return None
    if not any(token.dep_ == "auxpass" for token in words.tokens[name.first].lefts):
        return None
    subject = words.subject_of(name.first)
    called = subject is not None and subject.lemma_.lower() in _listed("paid_people")
    person = owner is not None and (owner.entity.kind == "person" if owner.entity else owner.text.islower())
    return "cost" if called or person else None


def _raised_by(named: Named) -> str | None:
    """What is raised by borrowing is a debt, by a sale of anything but shares a deal: "raised $5m from bonds", "by selling its mill"."""
    words, end = named.words, named.row.span[1]
    if words.lemma[named.name.first] != "raise" or not words.is_one_of(end, _MEANS):
        return None
    behind = list(takewhile(lambda i: words.lower[i] not in _CLAUSE and words.lower[i] != ",", named.behind))
    if any(words.is_one_of(i, _BORROWED) for i in behind):
        return "debt"
    sold = any(words.is_one_of(i, _SOLD) for i in behind)
    return "deal_value" if sold and not any(words.is_one_of(i, _CAPITAL) for i in behind) else None


def _contributed(named: Named) -> str | None:
    """What a part of a company contributes are its sales: "the chip division contributed $4m"."""
    if named.words.lemma[named.name.first] != "contribute" or named.owner is None:
        return None
    part = named.owner.text.casefold().split()[-1] in lexicon.entries("metric_owners", "segments")
    return "revenue" if part else None


RULES: dict[Rule, tuple[str, ...] | None] = {
    _traded: ("assets", "deal_value"), _of_one_thing: ("cost", "deal_value"), _for_plant: ("cost",),
    _scaled_price: ("price",), _paid_as: ("deal_value", "other"),
    _valued: ("funding", "share_price", "net_income", "revenue", "deal_value", "market_cap"),
    _for_a_share: ("share_price", "price"), _raised_by: ("funding",), _salary: None, _contributed: ("funding",)}
"""The rules with the metrics whose names each reads, None for all; in the order of their certainty."""
