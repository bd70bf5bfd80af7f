"""What a name means beside its number: "sell $1.1bn of assets" is a deal, and a page that "costs $900" has a price."""

from collections.abc import Callable
from functools import cache, partial

from generator import lexicon
from generator.extract.metrics.background import Background
from generator.extract.metrics.deeds import is_price_of_a_thing
from generator.extract.metrics.entity import Owner
from generator.extract.metrics.names import Name
from generator.extract.metrics.quantities import Quantity
from generator.extract.metrics.rows import Row
from generator.extract.metrics.words import Words
from generator.records import record

_listed = partial(lexicon.entries, "metric_kinds")
_EARNINGS = ("net_income", "operating_income", "share_price")
_BUYING_BACK = ("repurchase", "buy", "purchase", "retire")
_SPENDING = ("spend", "spending", "expenditure", "allocate", "earmark", "commit", "outlay")
_SHARES = ("share", "stock")
_SECURITIES = ("bond", "bill", "gilt", "note")
_LOANS = frozenset(("loan", "mortgage", "lending", "book"))
_ONE_SHARE = 1000
"""Earnings of less than this, with no "million" behind them, are those of one share."""
_ONE_OF_THEM = 1_000_000
"""What costs less than this is one thing, and that is its price."""
_NEAR, _FAR = 4, 10


@record
class Named:
    """A row of figures with its name and its owner."""

    words: Words
    name: Name
    row: Row
    owner: Owner | None
    background: Background

    @property
    def level(self) -> Quantity | None:
        """The level of the row."""
        return self.row.level.quantity if self.row.level else None

    @property
    def behind(self) -> range:
        """The positions of the words behind the figures."""
        return range(self.row.span[1], min(self.row.span[1] + _FAR, len(self.words)))

    def is_under(self, lemmas: frozenset[str] | tuple[str, ...]) -> bool:
        """True where a verb or noun of these governs the figures."""
        return any(self.words.is_one_of(i, lemmas) for i in self.words.ancestors(self.row.span[0])[:_NEAR + 2])


Rule = Callable[[Named], str | None]
"""Gives a metric, or None where it does not apply."""


def metric_beside(named: Named) -> str:
    """The metric that a name means beside its number and its owner."""
    for rule in _rules_of(named.name.metric):
        metric = rule(named)
        if metric:
            return metric
    return named.name.metric


@cache
def _rules_of(metric: str) -> tuple[Rule, ...]:
    return tuple(rule for rule, metrics in RULES.items() if metrics is None or metric in metrics)


# --- rules: each reads some names and gives a metric, or None where it does not apply -------------------------------

def _for_shares(named: Named) -> str | None:
    """What is paid for shares: for one's own a buyback, for new ones funding, beside debt, too."""
    name, level = named.name, named.level
    if name.metric == "debt" and named.words.lower[name.last:name.last + 2] in (("and", "equity"), ("or", "equity")):
        return "funding"
    if name.metric in ("share_price", "deal_value") and is_of_own_shares(named.words, named.row):
        return "buyback"
    if name.metric == "share_price" and level and level.kind == "money" and not level.scaled and named.is_under(("acquire", "buy", "bid")):
        return "deal_value"  # "bid for its other shares at $12 each"
    if name.metric != "share_price" or not level or level.kind != "money" or not level.scaled:
        return None
    if named.is_under(("receive", "award", "get", "own", "hold")):
        return "other"  # "will be awarded shares worth $2m"
    return "buyback" if named.is_under(_BUYING_BACK) else "funding"


def is_of_own_shares(words: Words, row: Row) -> bool:
    """True of "buy a tenth of its own shares": what a company buys of itself."""
    first, end = row.span
    if not any(words.is_one_of(i, _BUYING_BACK) for i in words.ancestors(first)[:4]):
        return False
    owned = [i for i in range(max(0, first - _FAR), min(end + _FAR, len(words))) if words.lower[i] in _listed("own")]
    return any(words.is_one_of(k, _SHARES) for i in owned for k in range(i + 1, i + _NEAR))


def _of_a_stock(named: Named) -> str | None:
    """Price targets, averages and the bare price of a company, in a sentence about its stock, are those of its shares."""
    name, words, owner = named.name, named.words, named.owner
    if named.background.coins:
        return None
    called = " ".join(words.lemma[i] for i in range(name.first, name.last) if words.lower[i] not in "-–—")
    if called in _listed("price_targets") and not (named.level and named.level.per):
        return "share_price"
    if owner is None or owner.entity is None or owner.entity.kind != "company":
        return "share_price" if called == "moving average" and not words.vocabulary.isdisjoint(_SHARES) else None
    amount = named.row.span[0] - name.last < _NEAR  # "the average price of $32"
    of_goods = (words.is_one_of(name.last, ("of", "for")) and not amount) or (name.first and words.deps[name.first - 1] == "compound")
    plain = called in _listed("stock_prices") and not of_goods and not (named.level and named.level.per)
    return "share_price" if plain and not words.vocabulary.isdisjoint(_SHARES) else None


def _of_a_market(named: Named) -> str | None:
    """The shares of a place or a market move as its index does: "Shanghai shares rose 2%"."""
    name, words = named.name, named.words
    if named.row.level or words.lower[name.last - 1] not in ("shares", "stocks"):
        return None
    company = named.owner is not None and named.owner.entity is not None and named.owner.entity.kind in ("company", "institution")
    if company or words.is_one_of(name.last, ("of", "in")):
        return None
    before = words.tokens[name.first - 1] if name.first else None
    fund = named.owner is not None and named.owner.text.casefold().endswith(("fund", "etf", "trust"))
    called = {before.lower_, " ".join(words.lower[max(0, name.first - 2):name.first])} if before is not None else set()
    if not fund and words.lower[name.first:name.last] == ("stocks",) and (before is None or before.pos_ in ("PUNCT", "VERB", "SCONJ")):
        return "index"  # "in Oslo, stocks fell 2%"
    placed = not fund and before is not None and (before.ent_type_ in ("GPE", "NORP", "LOC") or not called.isdisjoint(_listed("markets")))
    return "index" if placed or words.is_one_of(name.last, ("across",)) else None


def _in_an_index(named: Named) -> str | None:
    """What moved of a company that an index is told with: "the index fell, hurt by a 5% drop in Acme"."""
    owner = named.owner
    if named.row.level or owner is None or owner.entity is None or owner.entity.kind != "company":
        return None
    return "share_price" if owner.text.split()[0].casefold() in (named.words.lower[i] for i in named.behind) else None


def _of_one_share(named: Named) -> str | None:
    """Earnings "a share", and small amounts that can only be those of a share: "Net 12 cts"."""
    name, words, level = named.name, named.words, named.level
    main = level or (named.row.change.quantity if named.row.change else None)
    if main is None:
        return None
    is_price = level is not None and name.metric == "share_price" and words.lemma[name.last - 1] in ("price", "common", *_SHARES)
    if main.per == "share" and not is_price:
        return "eps"
    small = main.kind == "money" and not main.scaled and main.value < _ONE_SHARE
    return "eps" if small and name.metric == "net_income" and words.lemma[name.first] != "lose" else None


def _lent(named: Named) -> str | None:
    """Loans from the side of those who lend are no debt: assets where they are there already, else none of the named metrics."""
    name, words, level = named.name, named.words, named.level
    if name.is_verb and name.metric != "debt" and any(words.is_one_of(i, _LOANS) for i in named.behind[:_NEAR]):
        return "other" if words.is_one_of(name.first, _listed("lending")) else None
    if name.metric != "debt" or words.lemma[name.last - 1] not in _LOANS or (level and level.kind != "money"):
        return None
    mortgages = words.lemma[name.first] == "mortgage" and level is not None and level.scaled  # nobody owes millions of them
    if words.is_one_of(name.last, ("from",)) or not (mortgages or _is_lender(named) or named.is_under(_listed("lending"))):
        return None
    if level is None and named.row.change and named.row.change.quantity.unit != "percent":
        return None
    near = (*range(max(0, name.first - _NEAR), name.first), *range(name.last, name.last + 2))
    return "assets" if any(words.is_one_of(i, _listed("outstanding")) for i in near) else "other"


def _is_lender(named: Named) -> bool:
    """True where the owner is a bank by any of its names."""
    if named.owner is None:
        return False
    names = named.background.usual.forms(named.owner.entity) if named.owner.entity else set()
    called = [f" {name.casefold().replace(',', ' ')} " for name in (named.owner.text, *names)]
    return any(f" {word} " in name for name in called for word in _listed("lenders"))


def _held(named: Named) -> str | None:
    """An "interest" that somebody has in something is a stake, and no rate: "earns a 50 pct interest"."""
    name, words, row = named.name, named.words, named.row
    if words.lemma[name.first] != "interest" or row.level is None or name.first != row.level.last:
        return None
    return "deal_value" if words.is_one_of(row.level.first - 1, ("a", "an", "its", "their", "his", "the")) else None


def _traded(named: Named) -> str | None:
    """Money for which assets are sold is a deal, goods are bought an order; money that is bought and sold itself is neither."""
    name, words, level = named.name, named.words, named.level
    if level is None or level.kind != "money":
        return None
    verb = next((i for i in words.ancestors(named.row.span[0]) if words.pos[i] in ("VERB", "AUX")), -1)
    if name.metric == "assets" and words.is_one_of(verb, _listed("dealing")):
        return "deal_value"
    if name.metric == "deal_value" and words.is_one_of(name.first, ("buy", "purchase")) and any(
            words.is_one_of(i, _listed("merchandise")) for i in (*named.behind, *range(name.last, min(name.last + _FAR, len(words))))):
        return "orders"
    near = named.behind[:_NEAR]
    led = words.is_one_of(named.row.span[1], ("worth", "of", "in"))
    of_money = [i for i in near if led and words.is_one_of(i, _listed("traded")) and words.pos[i] in ("NOUN", "PROPN")]
    bought = name.metric == "deal_value" and name.is_verb and words.is_one_of(name.first, ("buy", "sell", "auction"))
    if not bought or not of_money:
        return None
    return "debt" if any(words.is_one_of(i, _SECURITIES) for i in of_money) else "other"


def _of_one_thing(named: Named) -> str | None:
    """What one thing costs, or one household pays, is a price: "a full page costs $100,980", "bills would rise to £3,500"."""
    name, words, level = named.name, named.words, named.level
    if level is None or level.kind != "money" or level.per == "share":
        return None
    if level.scaled or level.value >= _ONE_OF_THEM:
        return None
    costs = words.lemma[name.first] == "cost" and name.is_verb
    if name.is_verb and is_price_of_a_thing(words, named.row):
        return "price"
    pays = words.lemma[name.first] == "pay" and any(words.is_one_of(i, ("for",)) for i in named.behind[:_NEAR])
    sells = words.lemma[name.first] == "sell" and named.row.figures[0].lead in ("for", "at")
    return "price" if costs or pays or sells or words.lower[name.last - 1] == "bills" else None


def _for_plant(named: Named) -> str | None:
    """What is spent on plant and equipment, or set aside to buy companies, is an investment; on one's own shares, a buyback."""
    words, goods = named.words, _listed("capital_goods")
    if words.lemma[named.name.first] not in _SPENDING:
        return None
    back = (words.is_one_of(i, ("buyback", "repurchase")) or (words.is_one_of(i, ("buy",)) and "back" in words.lower[i + 1:i + 3])
            or (words.lower[i] == "own" and words.is_one_of(i + 1, _SHARES)) for i in named.behind)
    if any(back):
        return "buyback"
    found = any(words.is_one_of(i, goods) or " ".join(words.lemma[i:i + 2]) in goods for i in named.behind)
    return "capex" if found or any(words.is_one_of(i, ("acquire", "build", "acquisition")) for i in named.behind) else None


def _valued(named: Named) -> str | None:
    """What something is valued at is no part of what values it: "the flotation valued the firm at $9bn"."""
    figure, words = named.row.figures[0], named.words
    return "market_cap" if figure.lead == "at" and words.is_one_of(words.verb_above(figure.first), ("value",)) else None


def _salary(named: Named) -> str | None:
    """What somebody is paid is a cost: "the chairman was paid $4m"."""
    words, name, owner = named.words, named.name, named.owner
    paid = words.lemma[name.first] == "pay" and words.tags[name.first] == "VBN" and owner is not None and named.row.level is not None
    if not paid or owner is None or not any(token.dep_ == "auxpass" for token in words.tokens[name.first].lefts):
        return None
    person = owner.entity.kind == "person" if owner.entity else owner.text.islower()
    return "cost" if person else None


def _income_from(named: Named) -> str | None:
    """What comes in from something that is sold is no profit: "income from advertising"."""
    words, name = named.words, named.name
    alone = words.lemma[name.first] == "income" and name.last - name.first == 1
    if not alone or not words.is_one_of(name.last, ("from",)):
        return None
    source = next((i for i in range(name.last, min(name.last + _FAR, len(words))) if words.deps[i] == "pobj"), name.last)
    return None if words.is_one_of(source, lexicon.entries("metric_owners", "segments")) else "revenue"


def _granted(named: Named) -> str | None:
    """What is allocated to somebody funds them: "has allocated $4bn to the tax agency"."""
    words, end = named.words, named.row.span[1]
    if words.lemma[named.name.first] not in ("allocate", "earmark", "commit"):
        return None
    whom = next((i for i in range(end + 1, min(end + _FAR, len(words))) if words.pos[i] in ("NOUN", "PROPN")), -1)
    return "funding" if words.is_one_of(end, ("to",)) and whom > 0 and words.ents[whom] == "ORG" else None


def _contributed(named: Named) -> str | None:
    """What a part of a company contributes are its sales: "the chip division contributed $4m"."""
    if named.words.lemma[named.name.first] != "contribute" or named.owner is None:
        return None
    part = named.owner.text.casefold().split()[-1] in lexicon.entries("metric_owners", "segments")
    return "revenue" if part else None


def _of_vehicles(named: Named) -> str | None:
    """Sales that are a count are units, and so are the "sales" without money of those who make cars."""
    name, words, level = named.name, named.words, named.level
    if name.last - name.first > 1 or words.lemma[name.first] != "sale" or _is_in_money(words):
        return None
    if level:
        return "units" if level.kind == "count" and (named.background.goods or not level.scaled) else None
    return "units" if named.background.goods else None


def _is_in_money(words: Words) -> bool:
    """True of a sentence with an amount of money; "the weak dollar" is none."""
    units = lexicon.load("currencies")["words"]
    return any(token.is_currency or (words.lemma[i] in units and i and words.pos[i - 1] in ("NUM", "X"))
               for i, token in enumerate(words.tokens))


def _of_all_prices(named: Named) -> str | None:
    """The bare "prices" of a country that move by a percentage are those of all that people buy."""
    words, name, row = named.words, named.name, named.row
    bare = words.lower[name.first:name.last] == ("prices",) and not any(
        token.dep_ in ("compound", "amod", "nmod", "poss") and token.ent_type_ == "" for token in words.tokens[name.first].lefts)
    country = named.owner is not None and named.owner.entity is not None and named.owner.entity.kind == "country"
    moved = row.level is None and row.change is not None and row.change.quantity.unit == "percent"
    if not named.background.of_an_economy or named.background.goods:
        return None
    return "inflation" if bare and country and moved and not words.is_one_of(name.last, ("of", "for")) else None


def _of_an_economy(named: Named) -> str | None:
    """Spending and saving of a whole country's people are no company's costs, and what one of them earns an hour is none."""
    company = named.owner is not None and named.owner.entity is not None and named.owner.entity.kind == "company"
    lemma = named.words.lemma[named.name.last - 1]
    if lemma in ("wage", "pay", "salary") and named.level and named.level.per in ("hour", "week"):
        return "other"
    plain = (lemma in ("spending", "saving") and named.level is None) or (
        lemma in ("wage", "pay", "salary") and named.background.of_an_economy)
    return "other" if plain and named.background.country and not company else None


def _of_people(named: Named) -> str | None:
    """What investors and other people lose is no net loss of a company."""
    owner = named.owner
    if owner is None or not named.name.is_verb or named.words.lemma[named.name.first] != "lose":
        return None
    person = owner.entity is not None and owner.entity.kind in ("person", "institution", "group", "country")
    return "other" if person or owner.text.casefold().split()[-1] in _listed("people") else None


def _unsuited(named: Named) -> str | None:
    """Names of numbers of things beside money, and of deals beside a small count."""
    name, words, level = named.name, named.words, named.level
    if level is None:
        return None
    if name.metric == "units" and level.kind == "money":
        return "revenue" if "sale" in words.lemma[name.first:name.last] else "other"
    if name.metric == "orders" and level.kind == "money" and words.lower[name.last - 1] == "order":
        return "deal_value"  # "an order worth $4bn"
    return "other" if name.metric == "deal_value" and level.kind == "count" and not level.scaled else None


RULES: dict[Rule, tuple[str, ...] | None] = {
    _for_shares: ("debt", "share_price", "deal_value"), _of_a_stock: ("price",), _of_a_market: ("share_price",), _in_an_index: ("index",),
    _of_one_share: _EARNINGS, _lent: ("debt", "deal_value", "cost", "capex"), _held: ("interest_rate",), _traded: ("assets", "deal_value"),
    _of_one_thing: ("cost", "deal_value"), _for_plant: ("cost",), _granted: ("cost",),
    _valued: ("funding", "share_price", "net_income", "revenue"), _salary: None, _income_from: None, _contributed: ("funding",),
    _of_vehicles: ("revenue",), _of_all_prices: ("price",), _of_an_economy: ("cost",), _of_people: None,
    _unsuited: ("units", "orders", "deal_value")}
"""The rules, in the order of their certainty, each with the metrics whose names it reads; None for any."""
