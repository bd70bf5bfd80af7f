"""What a percentage is of: of a company a stake, of a market or of all that is produced a market share, of a staff the jobs."""

from functools import partial

from generator import lexicon
from generator.extract.metrics.rows import Row
from generator.extract.metrics.suits import is_of_a_company
from generator.extract.metrics.words import Words

_listed = partial(lexicon.entries, "metric_kinds")
_WHOLE = 10
"""Words behind "5% of" in which the whole stands."""
_NEAR = 5
"""Words between a number of shares and what part of all they are."""
_HOLDERS = ("owner", "holder", "shareholder", "investor")
_STAFF = ("workforce", "staff", "payroll", "job")
_CUTTING = ("affect", "hit", "cut", "lay", "shed", "dismiss", "eliminate", "axe", "lose", "fire")


def part_of(words: Words, row: Row) -> str | None:
    """The metric of a percentage before "of", by what stands behind it; None where that does not tell."""
    if row.level is None or row.level.quantity.kind != "rate" or not words.is_one_of(row.level.last, ("of",)):
        return None
    end = row.level.last
    behind = range(end + 1, min(end + _WHOLE, len(words)))
    verbs = (i for i in behind if (words.pos[i] in ("VERB", "AUX") and words.deps[i] != "amod") or words.lower[i] in ",;:")
    phrase = range(end + 1, next(verbs, min(end + _WHOLE, len(words))))
    verb = words.predicate_above(row.span[0])
    if any(words.is_one_of(i, _STAFF) for i in phrase[:3]) and words.is_one_of(verb, _CUTTING):
        return "headcount"
    if "market" in words.lemma[phrase.start:phrase.stop]:
        return _of_a_market(words, phrase, verb)
    return "deal_value" if _is_owned(words, row, phrase, verb) else _of_a_market(words, phrase, verb)


def _is_owned(words: Words, row: Row, phrase: range, verb: int) -> bool:
    """True of a part of a company's shares or of anything else that somebody owns; "30% of the firm's clients sell" is none."""
    end, figure = phrase.start - 1, row.figures[0]
    if verb >= end and words.deps[end - 1] == "nsubj":
        return False
    company = any(is_of_a_company(words, i) or words.is_one_of(i, _listed("owned")) for i in phrase[:3])
    if words.is_one_of(verb, ("own",)):
        return company or not any(words.is_one_of(i, _listed("wholes")) for i in phrase)
    sold = words.is_one_of(verb, ("represent", "equal")) and "share" in words.lemma[end:phrase.stop]  # "a sale equal to 10% of its shares"
    holder = figure.lead in ("with", "of") and words.is_one_of(figure.governor - 1, _HOLDERS)
    return company and (sold or holder or words.is_one_of(verb, _listed("owning")))


def _of_a_market(words: Words, phrase: range, verb: int) -> str | None:
    """A market share, where the whole is a market, or what the whole world or a country makes."""
    shared = [i for i in phrase if words.is_one_of(i, _listed("wholes"))]
    whole = any(words.is_one_of(i, _listed("whole_of")) for i in phrase)
    made = whole and (bool(shared) or words.is_one_of(verb, _listed("sharing")))
    return "market_share" if made or any(words.is_one_of(i, ("market",)) for i in shared) else None


def held_of_a_company(words: Words, row: Row) -> str | None:
    """The part of a company that somebody has, buys or sells: "is 70% owned by", "took over the other 25%", "sold half its arm"."""
    if row.level is None or row.level.quantity.kind != "rate":
        return None
    end = row.level.last
    if row.figures[0].lead == "or" and any(words.is_one_of(i, ("share",)) for i in range(row.level.first - _NEAR, row.level.first)):
        return "deal_value"  # "holds 900,000 shares, or 7%"
    share = words.is_one_of(end, ("share", "holding")) and words.is_one_of(end + 1, ("in",)) and is_of_a_company(words, end + 2)
    if share or any(words.is_one_of(i, ("owned", "held")) for i in (end, end + 1, end + 2)):
        return "deal_value"
    verb = words.verb_above(row.level.last - 1)
    if not words.is_one_of(verb, _listed("dealing")) and not words.is_one_of(verb, ("own",)):
        return None
    if words.head(end - 1) == verb and not words.is_one_of(end, ("of", "more", "less")):
        return "deal_value"
    arm = words.is_one_of(end, ("its", "their", "the")) and words.is_one_of(words.head(end - 1), _listed("owned"))
    return "deal_value" if arm else None
