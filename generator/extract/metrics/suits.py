"""Which of a sentence's names a row of figures belongs to."""

from collections.abc import Sequence
from functools import partial

from generator import lexicon
from generator.columns import SUBJECTS
from generator.extract.metrics.figures import Figure, direction_words, moving
from generator.extract.metrics.names import STRENGTH, Name
from generator.extract.metrics.quantities import Quantity
from generator.extract.metrics.rows import Row
from generator.extract.metrics.words import Words

_listed = partial(lexicon.entries, "metric_names")
RATE_METRICS = frozenset(("gross_margin", "operating_margin", "margin", "market_share", "interest_rate", "unemployment", "inflation"))
"""Metrics whose level is a rate."""
COUNTED_METRICS = frozenset(("headcount", "stores", "users", "units", "orders", "funding", "other", "index"))
"""Metrics whose level can be a count of things."""
_BARE_MONEY = 1000
"""An amount without a currency or "million" is one of money from here on."""
NOT_IN_MONEY = frozenset(("headcount", "stores", "users", "unemployment", "gdp", *RATE_METRICS))
_ADDING = frozenset(("add", "contribute"))
_LARGE = frozenset(("revenue", "ebitda", "cash_flow", "capex", "market_cap"))
"""Metrics that no few units of a currency are of."""
PER_SHARE = frozenset(("eps", "net_income", "operating_income", "pre_tax_profit", "dividend", "deal_value", "price", "funding", "buyback",
                       "share_price", "assets"))
"""Metrics that can be stated as an amount "a share"."""
BY_WEIGHT = frozenset(("barrel", "ounce", "ton", "tonne", "pound", "bushel", "gallon", "litre", "kilogram", "kilo", "gram", "bbl", "lb",
                       "lbs", "megawatt hour", "therm", "kilowatt hour", "kwh", "mwh", "w", "wp", "watt", "boe", "mmbtu", "kg", "oz"))
"""What goods are priced by."""
_OUTPUT = frozenset(("gdp", "gnp", "product", "output", "economy"))
"""Of what deficits are told as a share."""
_BONDS = frozenset(("of", "at", "to", "was", "were", "is", "are", "by", "be", "been", "total", "reach", "hit", "stand", "in", "worth",
                    "come", "amount", "from", "between", "exceed", "average"))
_OWN_NAMES = frozenset(("exchange_rate", "index", "interest_rate", "price"))
_IN_PHRASE = frozenset(("NOUN", "ADJ", "PROPN", "PUNCT", "X", "NUM"))
_INSIDE = 3.0
"""What it costs a name to be part of another's phrase."""
_OPENING = 12
"""Tokens from a figure that opens a sentence to the subject."""
_MODIFIES = 4.0
"""What it costs a name to say only what another thing is."""
_LARGEST_STEP = 1
"""Rates that move by a percentage of this or less ("cut its rate by 0.5 per cent") move by points."""
_SUBJECT = 5.0
"""What it adds that a name is the subject of the verb that moves the figure."""
_FAR = 5.0
"""What distance alone can cost a name."""
_CLAUSES = frozenset(("while", "whereas", "but", "after", "as", "because", "although", "when", "who", "which"))


def fits(words: Words, name: Name, quantity: Quantity) -> bool:
    """True where a level of what a name means can be stated in such a unit."""
    metric = name.metric
    if quantity.kind == "rate":
        if metric == "gdp" and words.is_one_of(name.first - 1, ("of", "to")):
            return False  # "4% of GDP"
        return (metric in RATE_METRICS or metric in ("other", "index", "gdp") or _plain(words, name) in _listed("in_percent")
                or (metric == "trade_balance" and not words.vocabulary.isdisjoint(_OUTPUT)))
    if (quantity.per == "share" and metric not in PER_SHARE) or (quantity.scaled and metric == "eps"):
        return False
    if quantity.kind == "money" and quantity.per in BY_WEIGHT and metric not in lexicon.load("metric_kinds")["per_unit"]:
        return metric == "price"
    if quantity.kind == "money":
        return _is_in_money(words, name, quantity)
    return _is_counted(metric, quantity)


def _is_counted(metric: str, quantity: Quantity) -> bool:
    """True where a number without a unit can be of a metric: a count, a rate of exchange, money whose unit is told elsewhere."""
    if metric == "exchange_rate":
        return not quantity.scaled  # "fell to 105"
    large = quantity.scaled or quantity.value >= _BARE_MONEY
    bare = metric == "unemployment" or (metric not in NOT_IN_MONEY and metric not in ("price", "share_price"))
    return metric in COUNTED_METRICS or (bare and large)


def _is_in_money(words: Words, name: Name, amount: Quantity) -> bool:
    """True where what a name means can be so much money; an economy can, but not what money is taken "off"."""
    if name.metric == "gdp":
        return amount.scaled and words.lemma[name.last - 1] != "economy" and not words.is_one_of(name.first - 1, ("of", "to", "off"))
    small = not amount.scaled and amount.value < _BARE_MONEY and name.metric in _LARGE
    return name.metric not in NOT_IN_MONEY and name.metric != "index" and not small


def _plain(words: Words, name: Name) -> str:
    return " ".join(words.lemma[i] for i in range(name.first, name.last) if words.lower[i] not in "-–—")


def name_for(words: Words, names: Sequence[Name], row: Row, walls: Sequence[int]) -> tuple[float, Name] | None:
    """The name that a row of figures belongs to, with how well it does, or None.

    Args:
        names: the names of the sentence, in its order.
        row: the figures; the unit of their level must suit the metric.
        walls: positions of other rows' figures; a name behind one of them is less likely.
    """
    level = row.level.quantity if row.level else None
    is_rate_of_change = level is None and row.change is not None and row.change.quantity.kind == "rate"
    is_share = level is not None and level.kind == "rate" and words.is_one_of(row.level.last if row.level else -1, ("of",))
    of_a_company = moves_a_company(words, row)
    governing = _other_noun(words, names, row)
    best: tuple[float, Name] | None = None
    for name in names:
        if (level is not None and not fits(words, name, level)) or (of_a_company and name.metric == "index"):
            continue
        if is_share and row.level and name.first >= row.level.last:
            continue  # "10 % of exports": what a share is of is not its name
        if is_rate_of_change and ((row.change and _is_fall(words, name, row.change)) or not _moves_in(name, row)):
            continue
        if not _governs(words, name, row, is_share):
            continue
        score = _score(words, name, row, walls)
        if score is not None and (_is_inside(words, name, names) or name.last <= governing):
            score -= _INSIDE
        if score is not None and name.modifies:
            score -= _MODIFIES
        if score is not None and score > 2 and (best is None or score > best[0]):
            best = score, name
    return best


def _governs(words: Words, name: Name, row: Row, is_share: bool) -> bool:
    """False of a verb that does not take the figures, and of what is paid for with them; nobody pays or buys 72 %."""
    if name.is_verb:
        in_percent = row.figures[0] is row.change and row.figures[0].quantity.kind == "rate"
        return not in_percent and _takes(words, name, row, is_share)
    return row.figures[0].lead != "with" or name.last > row.span[0] or not _is_paid_for(words, name)


def _is_fall(words: Words, name: Name, change: Figure) -> bool:
    """True of the "loss" of "a loss of 2%" and "a 2% loss": it says the way that something else went."""
    beside = name.last == change.governor or name.first == change.last
    return beside and words.lemma[name.first] == "loss" and name.last - name.first == 1


def _is_paid_for(words: Words, name: Name) -> bool:
    """True of the "purchase" of "finance the purchase with $5m": what is paid for with an amount has another one."""
    return words.deps[name.head] == "dobj" and words.is_one_of(words.head(name.head), ("finance", "fund", "refinance", "back", "support"))


def _is_inside(words: Words, name: Name, names: Sequence[Name]) -> bool:
    """True of a name that only says more about another: "losses" in "the provision for losses"."""
    if words.deps[name.head] != "pobj" or name.is_verb:
        return False
    above = words.head(words.head(name.head))
    return any(other.first <= above < other.last and other.strength >= name.strength and not other.is_verb for other in names)


def _moves_in(name: Name, row: Row) -> bool:
    """Whether a name can be what moved by a percentage: a weak one is not, but "rates" move in points."""
    assert row.change is not None
    in_points = row.change.quantity.unit != "percent" or row.change.quantity.value <= _LARGEST_STEP
    return name.strength >= STRENGTH["verbs"] or (in_points and name.metric == "interest_rate")


def _other_noun(words: Words, names: Sequence[Name], row: Row) -> int:
    """The position of a noun that says itself what a number is of, and is no name: "a contribution of $124m"; 0 for none."""
    place = row.figures[0].governor - 1
    if row.figures[0].lead != "of" or place < 0 or words.pos[place] != "NOUN":
        return 0
    known = words.lemma[place] in _listed("transparent") or words.lemma[place] in direction_words("nouns")
    return 0 if known or any(name.first <= place < name.last for name in names) else place


def _takes(words: Words, name: Name, row: Row, is_share: bool) -> bool:
    """Whether a verb has a figure as what it pays, raises or buys: no other thing stands between, and a share is one of a company."""
    first = row.span[0]
    if name.metric == "deal_value":
        in_percent = row.level is not None and row.level.quantity.kind == "rate"
        if in_percent and (name.last > first or not is_share):
            return False  # "3% would buy a house"
        return not is_share or any(is_of_a_company(words, i) for i in range(row.span[1], min(row.span[1] + 5, len(words))))
    if words.lemma[name.first] == "lose" and row.change is not None and not (row.level or row.change).quantity.scaled:
        return False  # "the shares lost 3p"
    if name.metric == "price" and words.lemma[name.first] == "price":
        return row.figures[0].lead in ("at", "from", "to", "between")
    alone = name.metric in ("funding", "price")
    if name.strength == STRENGTH["hints"]:
        alone = True
        if not _has_as_object(words, name, row):
            return False
    return not (alone and any(words.pos[i] in ("NOUN", "PROPN") and words.deps[i] != "dative" for i in range(name.last, first)))


def _has_as_object(words: Words, name: Name, row: Row) -> bool:
    """True of an amount of money that a verb governs; "receive $36 a share" tells a price, and "hold 5,000 coins" what is counted."""
    level = row.level.quantity if row.level else None
    return level is not None and level.kind == "money" and level.per != "share" and name.first in words.ancestors(row.span[0])[:4]


def is_of_a_company(words: Words, place: int) -> bool:
    """True of words of which a share can be bought: an organisation, or a proper name that is no place's and no people's."""
    kind = words.ents[place]
    return kind == "ORG" or (words.pos[place] == "PROPN" and kind in ("", "PERSON", "PRODUCT", "WORK_OF_ART", "FAC"))


def moves_a_company(words: Words, row: Row) -> bool:
    """True of "a 4 percent drop in Brackwater" and "a 2 percent weaker Tessaly": what a company moves by as a share."""
    change = row.change
    if change is None or row.level is not None or change.quantity.kind != "rate":
        return False
    place = change.last + 1 + words.is_one_of(change.last + 1, ("in",))
    moved = words.is_one_of(change.last, direction_words("nouns", "adverbs"))
    return moved and place < len(words) and words.pos[place] == "PROPN" and is_of_a_company(words, place)


def _score(words: Words, name: Name, row: Row, walls: Sequence[int]) -> float | None:
    first, end = row.core
    if name.first >= end and _opens(words, row, name):
        return name.strength + 6.0
    if name.last <= first:
        return _score_before(words, name, row, walls) + _ties(words, name, first)
    if name.first >= end:
        moved = row.level is None and words.is_one_of(end, direction_words("nouns")) and words.is_one_of(end + 1, ("in", "of"))
        return _score_behind(words, name, end) if name.metric != "exchange_rate" or moved else None
    return name.strength + 3


def _opens(words: Words, row: Row, name: Name) -> bool:
    """True of the subject behind "At 2.6%, inflation ...": a figure that opens a clause is of what the clause is about."""
    first, end = row.span
    if row.figures[0].lead != "at" or row.figures[0].governor > 1 or not words.is_one_of(end, (",",)) or name.first - first > _OPENING:
        return False
    return words.deps[name.head] in ("nsubj", "nsubjpass")


def _score_before(words: Words, name: Name, row: Row, walls: Sequence[int]) -> float:
    first = row.span[0]
    between = _outside_brackets(words.lower[name.last:first])
    crossed = sum(name.last <= wall < first for wall in walls)
    breaks = between.count(";") + between.count(":")
    clauses = sum(map(_CLAUSES.__contains__, between))
    near = 3.0 if row.figures[0].governor < name.last or all(words.is_one_of(i, _BONDS) or words.pos[i] == "ADV" for i in range(
        name.last, row.figures[0].governor + 1)) else 0.0
    return name.strength + near - min(0.3 * len(between), _FAR) - 1.5 * crossed - 4 * breaks - 1.5 * clauses


def _outside_brackets(between: tuple[str, ...]) -> tuple[str, ...]:
    """The words between a name and a figure without asides: "Shares (LSE: ABC) in Tessaly (Other OTC: TSLY) rose"."""
    if "(" not in between:
        return between
    kept, depth = [], 0
    for word in between:
        if depth == 0 and "(" not in word:
            kept.append(word)
        depth = max(0, depth + word.count("(") - word.count(")"))
    return between if depth else tuple(kept)


def _ties(words: Words, name: Name, first: int) -> float:
    """What it adds that the grammar ties a name before a figure to it: it governs the figure, or is the subject of what does."""
    ancestors = words.ancestors(first)
    head = name.head
    if head in ancestors:
        return 3.0 if ancestors.index(head) < 4 else 1.5
    if _is_shared_subject(words, head, ancestors):
        return _SUBJECT
    parent = words.head(head)
    if parent in ancestors and words.deps[head] in ("nsubj", "nsubjpass", "dobj"):
        if words.deps[head] == "dobj" and _is_left_behind(words, name, first):
            return 0.0
        subject = words.deps[head] != "dobj"
        direct = 6.0 if subject and name.metric in _OWN_NAMES else _SUBJECT if subject and words.lemma[parent] in moving() else 2.5
        return direct if ancestors.index(parent) < 3 else 1.0
    return 0.0


def _is_shared_subject(words: Words, head: int, ancestors: Sequence[int]) -> bool:
    """True of the "profit" of "profit was hit by a charge and fell to $5m": the subject of two verbs, of which the second moves."""
    verb = next((i for i in ancestors[:3] if words.pos[i] == "VERB"), -1)
    joined = verb >= 0 and words.deps[verb] == "conj" and words.lemma[verb] in moving()
    return joined and words.deps[head] in SUBJECTS and words.head(verb) == words.head(head)


def _is_left_behind(words: Words, name: Name, first: int) -> bool:
    """True of the object of another verb: the losses of "made up its losses and was up 0.4%"."""
    joints = (i for i in range(name.last, first) if words.pos[i] == "CCONJ")
    return any("AUX" in words.pos[i:i + 3] or "VERB" in words.pos[i:i + 3] for i in joints)


def _score_behind(words: Words, name: Name, end: int) -> float | None:
    """How well a name behind a figure suits it: in its phrase ("a $168m settlement deal"), or tied by "in" or "of" ("$2m in sales")."""
    between = range(end, name.first)
    spent = words.tags[end] == "VBN" and words.is_one_of(end + 1, ("for",)) if end < len(words) else False
    if len(between) > 8 or any(_stops(words, i) for i in between[spent:]):
        return None
    if len(between) <= 5 and all(words.pos[i] in _IN_PHRASE or words.tags[i] == "POS" for i in between):
        heads = name.head in words.ancestors(end - 1)
        return name.strength + 5 - 0.2 * len(between) + ((4.0 if name.strength < STRENGTH["nouns"] else 1.5) if heads else 0.0)
    return name.strength + 6.0 - 0.5 * len(between) if _is_tied(words, between) else None


def _is_tied(words: Words, between: range) -> bool:
    """True of the words between "$2m" and "sales" in "$2m in sales", "half its sales" and "add $2m to sales"."""
    first = between[0]
    if words.pos[first] == "ADP" and any(
            words.pos[i] == "NOUN" and words.pos[i + 1] == "ADP" for i in between):
        return False
    if words.tags[first] == "VBN" and words.is_one_of(first + 1, ("for",)):
        return True  # "276m subtracted for depreciation"
    added = words.lower[first] == "to" and not _ADDING.isdisjoint(words.lemma[max(0, first - 8):first])
    return added or words.tags[first] == "PRP$" or any(words.lower[i] in ("of", "in", "worth", "off") for i in between)


def _stops(words: Words, place: int) -> bool:
    described = words.deps[place] == "amod"  # "in oil-related debt"
    return (words.pos[place] in ("VERB", "AUX", "SCONJ", "CCONJ") and not described) or words.lower[place] in ",;:()$£€"
