"""Whose number it is where its clause does not tell: by who was spoken of before, and whom the document is about."""

from collections.abc import Sequence

from generator.analysis import Analysis, Mention
from generator.extract.metrics.owners import OF_COMPANIES, REACH, Owner, Place, listed
from generator.extract.metrics.phrases import SUBJECTS
from generator.models import Metric

_SENTENCES = 3
"""Sentences that a number goes back for a company."""
_QUOTES = "\"“'‘"


def country_of(place: Place) -> Owner | None:
    """The country that is named last before the figure, else the one that the document is of."""
    sentence = place.words.sentence
    mentions = place.analysis.mentions_in(max(0, sentence.start - REACH), place.words.starts[place.figure])
    entities = (place.analysis.entities[mention.entity] for mention in reversed(mentions))
    entity = next((entity for entity in entities if entity.kind == "country"), None)
    return place.usual.owner(entity) if entity else place.country


def priced_coin(place: Place) -> Owner | None:
    """The coin that a document is of: "the price" and "the support" in it are that coin's."""
    return place.focus if place.coins and place.name and place.name.metric == "price" else None


def spoken_of(place: Place) -> Owner | None:
    """The one company that the sentences before speak of, where this one names nobody: "Meta's sales rose, too. Profit was $5bn"."""
    name, words = place.name, place.words
    if name is None or name.is_verb or not (place.of_a_company or name.metric == "revenue"):
        return None
    if name.metric == "share_price" and not words.is_one_of(name.first - 1, ("the", "its")):
        return None  # "Shares fell 0.3%" can be those of a whole market
    here = place.words.sentence.index
    for sentence in reversed(place.analysis.sentences[max(0, here - _SENTENCES):here]):
        mentions = place.analysis.mentions_in(sentence.start, sentence.end)
        companies = {mention.entity: mention for mention in mentions if place.analysis.entities[mention.entity].kind == "company"}
        if not companies:
            continue
        if place.analysis.text[sentence.start] in _QUOTES:
            return None
        (entity, mention), *others = companies.items()
        token = place.analysis.doc[mention.last - 1]
        return place.usual.owner(place.analysis.entities[entity]) if not others and token.dep_ in (*SUBJECTS, "poss") else None
    return None


def in_focus(place: Place) -> Owner | None:
    """Whose numbers the document's are where its sentences do not tell."""
    return place.focus


def nearest(place: Place) -> Owner | None:
    """The organisation or country that is named last before the figure and does not merely report it, else the first behind it."""
    sentence, words = place.words.sentence, place.words
    here = words.starts[min(place.anchor, len(words) - 1)]
    mentions = place.analysis.mentions_in(max(sentence.start, here - REACH), here + 1)
    fitting = [m for m in mentions if place.analysis.entities[m.entity].kind in ("company", "institution", "country", "product")
               and not _reports(place, m.last - 1 - words.tokens[0].i)]
    before = [place.analysis.entities[m.entity] for m in fitting if not _is_seat(place, m)]
    named = [entity for entity in before if entity.kind != "country"] or ([] if place.of_a_company else before)
    return place.usual.owner(named[-1]) if named else None


def _is_seat(place: Place, mention: Mention) -> bool:
    """True of "Germany" in "a Germany-based maker"."""
    return place.analysis.text[mention.end:mention.end + 8].replace(" ", "").startswith("-based")


def _reports(place: Place, position: int) -> bool:
    """True of the source of a number: the subject of "said", or the object of "according to"."""
    if not 0 <= position < len(place.words):
        return True
    token = place.words.tokens[position]
    for _ in range(3):
        if token.dep_ in ("nsubj", "nsubjpass") and (token.head.lemma_ in listed("reporters") or (
                token.head.lemma_ == "report" and any(child.dep_ == "ccomp" for child in token.head.rights))):
            return True
        if token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.head.lower_ == "according":
            return True
        token = token.head
    return False


def carried_on(analysis: Analysis, metric: Metric, found: Sequence[Metric], focus: Owner | None) -> Metric:
    """A row that would be the document's subject's for want of another owner, as of whom the sentence before gave a number.

    It stays the subject's where either sentence names the subject, or this one anybody.
    """
    if not found or focus is None or metric.entity != focus.text or found[-1].entity in (None, focus.text):
        return metric
    if metric.metric in OF_COMPANIES or metric.metric == "revenue" or analysis.text[metric.evidence[-1].start] in _QUOTES:
        return metric
    here, before = (analysis.sentence_at(item.evidence[-1].start) for item in (metric, found[-1]))
    if here is None or before is None or here.index != before.index + 1:
        return metric
    if any(analysis.entities[mention.entity].kind != "person" for mention in analysis.mentions_in(here.start, here.end)):
        return metric
    named = analysis.mentions_in(before.start, before.end)
    if any(focus.entity and mention.entity == focus.entity.index for mention in named):
        return metric
    known = any(analysis.text[mention.start:mention.end] == found[-1].entity for mention in named)
    return metric.model_copy(update={"entity": found[-1].entity}) if known else metric
