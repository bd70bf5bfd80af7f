"""What a name means beside its number: "sell $1.1bn of assets" is a deal, and a page that "costs $900" has a price."""

from functools import cache, partial

from generator import lexicon
from generator.columns import SUBJECTS
from generator.extract.metrics import earned, given, paid
from generator.extract.metrics.named import FAR, NEAR, Named, Rule
from generator.extract.metrics.rows import Row
from generator.extract.metrics.words import Words

_listed = partial(lexicon.entries, "metric_kinds")
_EARNINGS = ("net_income", "operating_income", "share_price")
_BUYING_BACK = ("repurchase", "buy", "purchase", "retire")
_SHARES = ("share", "stock")
_LOANS = frozenset(("loan", "mortgage", "lending", "book"))
_PLACES = frozenset(("GPE", "NORP", "LOC"))
_DEALS = frozenset(("acquisition", "acquire", "takeover", "purchase", "merger", "buyout"))
_IN_SHOPS = frozenset(("store", "shop", "retail", "retailer", "restaurant", "supermarket", "grocery", "online"))
"""Words of a sentence whose "sales" are money, whatever the document is about."""
_ONE_SHARE = 1000
"""Earnings of less than this, with no "million" behind them, are those of one share."""


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
    return _for_many_shares(named)


def _for_many_shares(named: Named) -> str:
    """What millions are paid for in shares: a company that they buy, somebody's pay, one's own or new ones."""
    if named.row.figures[0].lead == "for" and not named.words.vocabulary.isdisjoint(_DEALS):
        return "deal_value"  # "its acquisition, for $5m in stock"
    if named.is_under(("receive", "award", "get", "own", "hold")):
        return "cost" if _is_to_a_person(named) else "other"  # "she will be awarded shares worth $2m"
    return "buyback" if named.is_under(_BUYING_BACK) else "funding"


def _is_to_a_person(named: Named) -> bool:
    """True where who gets something is a man or a woman."""
    verb = named.words.verb_above(named.row.span[0])
    subjects = (token for token in named.words.tokens[verb].lefts if token.dep_ in SUBJECTS) if verb >= 0 else ()
    return any(token.lower_ in ("he", "she") or token.ent_type_ == "PERSON" for token in subjects)


def is_of_own_shares(words: Words, row: Row) -> bool:
    """True of "buy a tenth of its own shares": what a company buys of itself."""
    first, end = row.span
    if not any(words.is_one_of(i, _BUYING_BACK) for i in words.ancestors(first)[:4]):
        return False
    owned = [i for i in range(max(0, first - FAR), min(end + FAR, len(words))) if words.lower[i] in _listed("own")]
    return any(words.is_one_of(k, _SHARES) for i in owned for k in range(i + 1, i + NEAR))


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
    amount = named.row.span[0] - name.last < NEAR  # "the average price of $32"
    of_goods = (words.is_one_of(name.last, ("of", "for")) and not amount) or (name.first and words.deps[name.first - 1] == "compound")
    plain = called in _listed("stock_prices") and not of_goods and not (named.level and named.level.per)
    return "share_price" if plain and not words.vocabulary.isdisjoint(_SHARES) else None


def _of_a_market(named: Named) -> str | None:
    """The shares of a place or a market move as its index does: "Shanghai shares rose 2%"."""
    name, words = named.name, named.words
    if named.row.level or words.lower[name.last - 1] not in ("shares", "stocks"):
        return None
    company = named.owner is not None and named.owner.entity is not None and named.owner.entity.kind in ("company", "institution")
    if not company and words.is_one_of(name.last, ("in",)) and _is_a_place(words, name.last + 1):
        return "index"  # "stocks in Oslo"
    if company or words.is_one_of(name.last, ("of", "in")):
        return None
    before = words.tokens[name.first - 1] if name.first else None
    fund = named.owner is not None and named.owner.text.casefold().endswith(("fund", "etf", "trust"))
    called = {before.lower_, " ".join(words.lower[max(0, name.first - 2):name.first])} if before is not None else set()
    if not fund and words.lower[name.first:name.last] == ("stocks",) and (before is None or before.pos_ in ("PUNCT", "VERB", "SCONJ")):
        return "index"  # "in Oslo, stocks fell 2%"
    placed = not fund and before is not None and (before.ent_type_ in ("GPE", "NORP", "LOC") or not called.isdisjoint(_listed("markets")))
    return "index" if placed or words.is_one_of(name.last, ("across",)) else None


def _is_a_place(words: Words, place: int) -> bool:
    """True of a town or a country by its name, and not of "Norway's Kestle"."""
    end = place + 1
    while end < len(words) and words.ents[end] in ("GPE", "LOC"):
        end += 1
    named = place < len(words) and words.ents[place] in ("GPE", "LOC")
    return named and (end == len(words) or (words.tags[end] != "POS" and words.pos[end] not in ("PROPN", "NOUN", "ADJ")))


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
    if name.is_verb and name.metric != "debt" and any(words.is_one_of(i, _LOANS) for i in named.behind[:NEAR]):
        return "other" if words.is_one_of(name.first, _listed("lending")) else None
    if name.metric != "debt" or words.lemma[name.last - 1] not in _LOANS or (level and level.kind != "money"):
        return None
    mortgages = words.lemma[name.first] == "mortgage" and level is not None and level.scaled  # nobody owes millions of them
    if words.is_one_of(name.last, ("from",)) or not (mortgages or _is_lender(named) or named.is_under(_listed("lending"))):
        return None
    if level is None and named.row.change and named.row.change.quantity.unit != "percent":
        return None
    if named.is_under(("write",)):
        return "cost"  # "wrote off $5m of bad loans"
    near = (*range(max(0, name.first - NEAR), name.first), *range(name.last, name.last + 2))
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
    if words.lower[name.first:name.last] != ("interest",) or row.level is None or name.first != row.level.last:
        return None
    return "deal_value" if words.is_one_of(row.level.first - 1, ("a", "an", "its", "their", "his", "the")) else None


def _of_vehicles(named: Named) -> str | None:
    """Sales that are a count are units, and so are the "sales" without money of those who make cars."""
    name, words, level = named.name, named.words, named.level
    if name.last - name.first > 1 or words.lemma[name.first] != "sale" or not words.vocabulary.isdisjoint(_IN_SHOPS) or _is_in_money(words):
        return None
    goods = named.background.goods or (words.is_one_of(name.last, ("of",)) and any(
        words.is_one_of(i, _goods()) for i in range(name.last + 1, min(name.last + NEAR + 1, len(words)))))
    if level:
        return "units" if level.kind == "count" and (goods or not level.scaled) else None
    return "units" if goods else None


@cache
def _goods() -> frozenset[str]:
    return _listed("goods") | _listed("vehicles")


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


def _of_one_price(named: Named) -> str | None:
    """One "wholesale price" is the price of something; "wholesale prices" are those of an economy."""
    return "price" if named.words.lower[named.name.last - 1] == "price" else None


def _of_an_economy(named: Named) -> str | None:
    """Spending and saving of a whole country's people are no company's costs, and what one of them earns an hour is none."""
    company = named.owner is not None and named.owner.entity is not None and named.owner.entity.kind == "company"
    lemma = named.words.lemma[named.name.last - 1]
    if lemma in ("wage", "pay", "salary") and named.level and named.level.per in ("hour", "week"):
        return "other"
    plain = (lemma in ("spending", "saving") and named.level is None) or (
        lemma in ("wage", "pay", "salary") and named.background.of_an_economy)
    return "other" if plain and named.background.country and not company else None


def _surplus(named: Named) -> str | None:
    """A surplus of anybody but a company is no profit, and one "with" another country is that of trade."""
    words, last = named.words, named.name.last
    if words.is_one_of(last - 1, ("surplus", "deficit", "gap")):
        with_a_country = words.is_one_of(last, ("with",)) and any(kind in _PLACES for kind in words.ents[last + 1:last + NEAR])
        of_trade = words.is_one_of(last, ("on", "in")) and any(words.is_one_of(i, ("trade", "current")) for i in range(last, last + NEAR))
        if with_a_country or of_trade:
            return "trade_balance"
    if words.lemma[last - 1] != "surplus":
        return None
    company = named.owner is not None and named.owner.entity is not None and named.owner.entity.kind == "company"
    return None if company else "other"


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
    **given.RULES, **earned.RULES, _for_shares: ("debt", "share_price", "deal_value"), _of_a_stock: ("price",),
    _of_a_market: ("share_price",), _in_an_index: ("index",),
    _of_one_share: _EARNINGS, _lent: ("debt", "deal_value", "cost", "capex"), _held: ("interest_rate",), **paid.RULES,
    _of_vehicles: ("revenue",), _of_all_prices: ("price",), _of_one_price: ("inflation",),
    _of_an_economy: ("cost",), _surplus: ("net_income", "other"),
    _unsuited: ("units", "orders", "deal_value")}
"""The rules, in the order of their certainty, each with the metrics whose names it reads; None for any."""
