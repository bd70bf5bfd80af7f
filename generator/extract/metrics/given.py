"""What money is by who gives it to whom: a loan to a country and an investment in a company fund them, a salary is a cost."""

from functools import partial

from generator import lexicon
from generator.columns import SUBJECTS
from generator.extract.metrics.deeds import is_receiver
from generator.extract.metrics.named import NEAR, Named, Rule

_listed = partial(lexicon.entries, "metric_kinds")
_INVESTING = ("invest", "reinvest")
_GRANTING = ("allocate", "earmark", "commit")
_CAPITAL = frozenset(("need", "raise", "inject", "seek", "provide", "require", "attract", "secure", "pump", "put", "receive", "find"))
_CREDIT = frozenset(("access", "bank", "lender", "credit", "undrawn", "draw", "covenant", "borrow", "borrowing", "debt", "mature",
                     "refinance"))
_MAKING = frozenset(("build", "make", "open", "construct", "produce", "manufacture", "plant", "factory", "production"))
_FRESH = frozenset(("fresh", "new", "additional"))
_LIQUIDITY = frozenset(("liquidity", "shortage", "assistance", "help", "repurchase", "bill", "fund", "reserve"))
"""Words beside a "money market" that tell that a central bank evens it out."""
_BORROWERS = frozenset(("GPE", "ORG", "NORP"))


def _invested(named: Named) -> str | None:
    """What a company gets as an investment, or is invested in it, funds it: "attracted $5m in investment", "put $5m into Kestle"."""
    words, name, row = named.words, named.name, named.row
    if words.lemma[name.last - 1] == "investment":
        if words.lower[name.last - 1] == "investments" and words.is_one_of(row.figures[0].governor, ("worth", "have", "hold", "own")):
            return "assets"  # "its investments are worth $5m"
        received = words.is_one_of(words.verb_above(row.span[0]), _listed("receiving"))
        return "funding" if received and row.level is not None else None
    if words.lemma[name.first] not in _INVESTING or not words.is_one_of(row.span[1], ("in", "into")):
        return None
    return "funding" if is_receiver(words, row.span[1] + 1) else None


def _facility(named: Named) -> str | None:
    """A facility of a company is a line of credit in a sentence that speaks of banks or of money that it can draw."""
    words = named.words
    lent = words.lemma[named.name.last - 1] == "facility" and not words.vocabulary.isdisjoint(_CREDIT)
    return "debt" if lent and words.vocabulary.isdisjoint(_MAKING) else None


def _capital(named: Named) -> str | None:
    """Capital that is raised, put in or needed funds whoever gets it: "needs another $5m of capital"; other capital is there."""
    words = named.words
    if words.lemma[named.name.last - 1] != "capital" or named.row.level is None:
        return None
    sought = words.is_one_of(words.verb_above(named.row.span[0]), _CAPITAL)
    return "funding" if sought or words.is_one_of(named.name.first - 1, _FRESH) else None


def _granted(named: Named) -> str | None:
    """What is allocated to somebody funds them: "has allocated $4bn to the tax agency"."""
    words, end = named.words, named.row.span[1]
    granted = words.lemma[named.name.first] in _GRANTING and words.is_one_of(end, ("to",))
    return "funding" if granted and is_receiver(words, end + 1) else None


def _lent_to_somebody(named: Named) -> str | None:
    """What is lent to a company or a country by name funds it; what a bank lends to anybody is no metric of those that have a name."""
    words, name, end = named.words, named.name, named.row.span[1]
    if words.lemma[name.first] != "lend":
        return None
    behind = range(end, min(end + NEAR, len(words))) if words.is_one_of(end, ("to",)) else range(0)
    named_one = (words.ents[i] in _BORROWERS or words.pos[i] == "PROPN" for i in (*range(name.last, named.row.span[0]), *behind))
    return "funding" if any(named_one) else "other"


def _liquidity(named: Named) -> str | None:
    """What a central bank provides to a money market is lent for days and funds nobody."""
    vocabulary = named.words.vocabulary
    return "other" if "market" in vocabulary and "money" in vocabulary and not vocabulary.isdisjoint(_LIQUIDITY) else None


def _lent_by_a_state(named: Named) -> str | None:
    """What those lend who lend to countries funds whoever gets it: "the World Bank approved a $5m loan"; a bank's loan is a debt."""
    words, name, level = named.words, named.name, named.level
    if level is None or level.kind != "money" or words.lemma[name.last - 1] not in ("loan", "credit", "facility"):
        return None
    verb = words.verb_above(named.row.span[0])
    if not words.is_one_of(verb, _listed("lending")):
        return None
    subjects = [words.place_of(token) for token in words.tokens[verb].lefts if token.dep_ in SUBJECTS]
    return "funding" if any(" ".join(words.lower[i - k:i + 1]) in _listed("public_lenders") for i in subjects for k in range(3)) else None


def _of_a_disaster(named: Named) -> str | None:
    """What a storm or a fraud costs is no result of a company: "losses from the flood", "the earthquake caused losses of $5m"."""
    words, name = named.words, named.name
    if words.vocabulary.isdisjoint(_listed("disasters")) or words.lower[name.first] not in ("loss", "losses") or name.last - name.first > 1:
        return None
    if words.is_one_of(words.verb_above(named.row.span[0]), ("cause", "inflict")):
        return "cost"
    ends = (name.last, max(name.last, named.row.span[1]))
    leads = (i for end in ends for i in range(end, end + NEAR) if words.is_one_of(i, ("from",)))
    return "cost" if any(words.is_one_of(i, _listed("disasters")) for lead in leads for i in range(lead, lead + NEAR + 1)) else None


RULES: dict[Rule, tuple[str, ...] | None] = {
    _liquidity: ("funding", "cost", "deal_value"),
    _invested: ("capex",), _facility: ("capex",),
    _capital: ("other",), _granted: ("cost",), _lent_to_somebody: ("funding",), _lent_by_a_state: ("debt",),
    _of_a_disaster: ("net_income",)}
"""The rules with the metrics whose names each reads."""
