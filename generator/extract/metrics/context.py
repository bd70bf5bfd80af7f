"""Whose number it is where its clause does not tell: by who was spoken of before, and whom the document is about."""

from collections import Counter
from collections.abc import Sequence

from generator.analysis import Analysis, Entity, Mention, Sentence
from generator.columns import SUBJECTS
from generator.extract.metrics.economies import country_in, is_abroad, is_central_bank
from generator.extract.metrics.owners import EARNED, OF_COMPANIES, OF_ECONOMIES, REACH, Owner, Place, listed, mentions_of
from generator.extract.metrics.tellers import is_heard
from generator.models import Metric

_SENTENCES = 3
"""Sentences that a number goes back for a company."""
_NOT_CARRIED = (*OF_COMPANIES, "revenue", "price")
_TRADED = ("exchange_rate", "index", "price")
"""Metrics of what is traded and goes by "it" alone: the dollar, an index, oil."""
_ASIDE = 3
"""Sentences to the next one about what is traded: there can be some without a number between."""
_RECENT = 20
"""Rows that "prices" look back for what is priced."""
_NAMED = ("company", "country", "product")
"""Kinds of what can own a number by being named last; an institution mostly tells it."""
_QUOTES = "\"“'‘"


def priced_coin(place: Place) -> Owner | None:
    """The coin that a document is of: "the price" and "the support" in it are that coin's."""
    return place.focus if place.coins and place.name and place.name.metric == "price" else None


def spoken_of(place: Place) -> Owner | None:
    """The one company that the sentences before speak of, where this one names nobody: "Tessaly's sales rose, too. Profit was $5bn"."""
    name, words = place.name, place.words
    if name is None or name.is_verb or not (place.of_a_company or name.metric == "revenue"):
        return None
    if name.metric == "share_price" and not words.is_one_of(name.first - 1, ("the", "its")):
        return None  # "Shares fell 0.3%" can be those of a whole market
    here, focus = words.sentence.index, place.focus.entity if place.focus else None
    if focus and any(mention.entity == focus.index for mention in mentions_of(place.analysis, words.sentence)):
        return None
    for sentence in reversed(place.analysis.sentences[max(0, here - _SENTENCES):here]):
        mentions = mentions_of(place.analysis, sentence)
        companies = {mention.entity: mention for mention in mentions if place.analysis.entities[mention.entity].kind == "company"}
        if not companies:
            continue
        if place.analysis.text[sentence.start] in _QUOTES:
            return None
        (entity, mention), *others = companies.items()
        token, company = place.analysis.all_tokens[mention.last - 1], place.analysis.entities[entity]
        known = len(company.names) > 1 and token.dep_ in (*SUBJECTS, "poss")
        return place.usual.owner(company) if known and not others else None
    return None


def in_focus(place: Place) -> Owner | None:
    """Whose numbers the document's are where its sentences do not tell; no land has a turnover."""
    name, focus = place.name, place.focus
    earned = name is not None and (name.metric in EARNED or place.words.is_one_of(name.last - 1, ("turnover",)))
    if earned and place.company:
        return place.company
    teller = focus is not None and focus.entity is not None and focus.entity.kind == "institution" and (
        country_in(focus.entity) or is_central_bank(focus.entity.name))
    return place.country if teller and place.country and name and name.metric != "interest_rate" else focus


def nearest(place: Place) -> Owner | None:
    """The organisation or country that is named last before the figure and does not merely report it; "the shares" are none of theirs."""
    sentence, words, name = place.words.sentence, place.words, place.name
    if name and name.metric == "share_price" and not name.is_verb and words.is_one_of(name.first - 1, ("the",)):
        return None
    here = words.starts[min(place.anchor, len(words) - 1)]
    mentions = place.analysis.mentions_in(max(sentence.start, here - REACH), here + 1)
    country: Entity | None = None
    for mention in reversed(mentions):
        entity = place.analysis.entities[mention.entity]
        if entity.kind not in _NAMED or (entity.kind == "country" and (country or place.of_a_company)) or _is_elsewhere(place, mention):
            continue
        if entity.kind != "country":
            return place.usual.owner(entity)
        country = entity
    return place.usual.owner(country) if country else None


def _is_elsewhere(place: Place, mention: Mention) -> bool:
    """True of who reports, gets something, only says where somebody is from, or is traded with."""
    token = place.analysis.all_tokens[mention.last - 1]
    return (token.dep_ == "dative" or place.is_in_name(mention) or _is_seat(place, mention) or _is_called(place, mention)
            or is_abroad(token) or _reports(place, mention.last - 1 - place.words.sentence.first))


def _is_seat(place: Place, mention: Mention) -> bool:
    """True of "Germany" in "a Germany-based maker"."""
    return place.analysis.text[mention.end:mention.end + 8].replace(" ", "").startswith("-based")


def _is_called(place: Place, mention: Mention) -> bool:
    """True of "Norrland" in "the Norrland miner": where somebody else is from."""
    token = place.analysis.all_tokens[mention.last - 1]
    return mention.form == "name" and token.dep_ in ("compound", "amod", "nmod") and token.head.lemma_.lower() in listed("nominals")


def _reports(place: Place, position: int) -> bool:
    """True of the source of a number: the subject of "said", or the object of "according to"."""
    if not 0 <= position < len(place.words):
        return True
    return is_heard(place.words.columns, position + place.words.sentence.first)


def carried_on(analysis: Analysis, metric: Metric, found: Sequence[Metric], fallbacks: Sequence[Owner | None]) -> Metric:
    """A row as of whom the sentence before gave a number, where its own names nobody, or goes on with "it" about what is traded.

    ``fallbacks`` are those who own what a sentence gives to nobody; where the sentence before names them, too, the row stays theirs.
    """
    if _is_of_prices(metric) and any(not _is_named(analysis, owner, metric) for owner in _owning(fallbacks, metric)):
        priced = Counter(other.entity for other in found[-_RECENT:] if _is_of_prices(other))
        return metric.model_copy(update={"entity": priced.most_common(1)[0][0]}) if priced else metric
    start = metric.evidence[-1].start
    before = next((other for other in reversed(found[-_RECENT:]) if other.evidence[-1].start != start), None)
    here = analysis.sentence_at(start)
    beside = found[-1].entity if found and found[-1].evidence[-1].start == start else None
    if before is None or here is None or metric.entity == before.entity or (beside and metric.entity is None):
        return metric
    if before.metric in _TRADED and metric.metric in (*_TRADED, "share_price", "other") and _goes_on_about_it(analysis, here, before):
        return metric.model_copy(update={"entity": before.entity, "metric": before.metric})
    if metric.metric in OF_ECONOMIES and before.metric in (*OF_COMPANIES, "interest_rate"):
        return metric
    theirs = _owning(fallbacks, metric)
    goes_on = (theirs or metric.entity is None) and _goes_on_unnamed(analysis, here, before, theirs)
    return metric.model_copy(update={"entity": before.entity}) if goes_on and metric.metric not in _NOT_CARRIED else metric


def _owning(owners: Sequence[Owner | None], metric: Metric) -> list[Owner]:
    """Those that a row is of."""
    return [owner for owner in owners if owner and owner.text == metric.entity]


def _goes_on_unnamed(analysis: Analysis, here: Sentence, before: Metric, theirs: Sequence[Owner]) -> bool:
    """True of a sentence that names nobody, right behind one that names the owner of its row, but none of ``theirs``."""
    earlier = analysis.sentence_at(before.evidence[-1].start)
    if earlier is None or earlier.index != here.index - 1 or analysis.text[here.start] in _QUOTES:
        return False
    if any(analysis.entities[mention.entity].kind != "person" for mention in mentions_of(analysis, here)):
        return False
    named = mentions_of(analysis, earlier)
    if any(owner.entity and mention.entity == owner.entity.index for mention in named for owner in theirs):
        return False
    entities = (analysis.entities[mention.entity] for mention in named)
    return any(before.entity in (entity.name, *entity.aliases) for entity in entities)


def _goes_on_about_it(analysis: Analysis, here: Sentence, before: Metric) -> bool:
    """True of a sentence near another whose main clause says what "it" did, and not what it said."""
    earlier = analysis.sentence_at(before.evidence[-1].start)
    if earlier is None or here.index - earlier.index > _ASIDE or here.end - here.start > REACH:
        return False
    root = analysis.tokens(here).root
    return root.lemma_ not in listed("reporters") and any(
        child.dep_ in SUBJECTS and child.lower_ in ("it", "they") for child in root.lefts)


def _is_of_prices(metric: Metric) -> bool:
    """True of "prices", which do not say of what."""
    if metric.metric != "price":
        return False
    label = metric.label.casefold().removesuffix("s")
    return label.endswith("price") and label in listed("generic_prices")


def _is_named(analysis: Analysis, owner: Owner, metric: Metric) -> bool:
    """True where the sentence of a row names an owner otherwise than as who says it."""
    sentence = analysis.sentence_at(metric.evidence[-1].start)
    if sentence is None or owner.entity is None:
        return False
    mentions = [mention for mention in mentions_of(analysis, sentence) if mention.entity == owner.entity.index]
    tokens = (analysis.all_tokens[mention.last - 1] for mention in mentions)
    return any(not (token.dep_ in SUBJECTS and token.head.lemma_ in listed("reporters")) for token in tokens)
