"""A brief as its page shows it: rows with numbers and citations, headline figures, groups. No markup, no addresses."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from generator.lexicon import load
from generator.models import ITEM_KINDS, Brief, Item, Metric, Person, Quote, Risk, RiskCategory
from generator.site.source import LETTERS, Citation, Paragraph, citations, source_view
from generator.wording import Move, amount, level, move, stated, surprise

HEADLINES = 4
GROUPS = (("Reported", ("actual",)), ("Outlook and targets", ("forecast", "target")), ("Consensus", ("consensus",)))
"""Which metrics stand together, by status."""
SCALE_WORDS = {"bn": "billion", "m": "million", "tn": "trillion"}
PRIORITY = ("revenue", "net_income", "eps", "operating_income", "pre_tax_profit", "ebitda", "deal_value", "orders", "units", "users",
            "operating_margin", "gross_margin", "market_cap", "share_price", "gdp", "inflation", "interest_rate", "unemployment",
            "index", "price", "capex", "dividend", "headcount", "debt", "cash_flow")
"""Which figures a reader looks for first; the others follow in the order of the text."""
LEADING = {"deal": ("deal_value",), "policy": ("interest_rate", "inflation", "gdp", "unemployment"),
           "market": ("index", "share_price", "exchange_rate"), "legal": ("share_price",), "people": ("share_price",)}
"""By kind of document: the figures that go before those, whosever they are in policy and on markets."""
TELLING = PRIORITY[:PRIORITY.index("orders")]
"""Figures of which one alone tells what a document is about."""


@dataclass(frozen=True)
class Ref:
    """How an item is named in print: ``M3``, and in full for those who hear the page."""

    number: str
    letter: str
    words: str


@dataclass(frozen=True)
class MetricRow:
    """A metric in print.

    ``spoken`` is for the search alone: the value with its scale as a word, the source's words where they are not shown, and what people
    call such a figure in short; ``stated`` are the source's words where they tell more; ``expected`` is the metric that the surprise is
    against.
    """

    item: Metric
    value: str
    spoken: str
    stated: str
    move: Move | None
    previous: str
    expected: Metric | None
    expected_value: str
    surprise: str


@dataclass(frozen=True)
class PersonRow:
    """A person, with how many statements of the brief are theirs; ``short`` is the short form of their role, for the search."""

    item: Person
    statements: int
    short: str


@dataclass(frozen=True)
class BriefView:
    """What the template of a brief prints. A brief whose text is withheld has neither paragraphs nor citations."""

    brief: Brief

    @cached_property
    def refs(self) -> dict[str, Ref]:
        """By item id: its number in the brief, and its words."""
        return {item.id: Ref(f"{LETTERS[kind]}{number}", LETTERS[kind], _words(kind, item))
                for kind in ITEM_KINDS for number, item in enumerate(getattr(self.brief, kind), start=1)}

    @cached_property
    def cites(self) -> dict[str, tuple[Citation, ...]]:
        """By item id: where its evidence stands; of several in one paragraph the first, at most three."""
        if not self.brief.text:
            return {item.id: () for _, item in self.brief.items()}
        found = citations(self.brief)
        return {name: tuple({cite.paragraph: cite for cite in reversed(cites)}.values())[::-1][:3] for name, cites in found.items()}

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The source text, as far as it may be shown."""
        return source_view(self.brief)

    @cached_property
    def metrics(self) -> tuple[MetricRow, ...]:
        """The metrics in the order of the text."""
        by_id = {metric.id: metric for metric in self.brief.metrics}
        return tuple(_metric_row(metric, by_id) for metric in self.brief.metrics)

    @cached_property
    def groups(self) -> tuple[tuple[str, tuple[MetricRow, ...]], ...]:
        """The metrics by what they tell: what is, what is to come, and what others expect."""
        found = ((title, tuple(row for row in self.metrics if row.item.status in statuses)) for title, statuses in GROUPS)
        return tuple((title, rows) for title, rows in found if rows)

    @cached_property
    def headlines(self) -> tuple[MetricRow, ...]:
        """The figures that a reader looks for first: of the subject, one a metric."""
        with_number = [metric for metric in self.brief.metrics if metric.status != "consensus" and _has_number(metric)]
        ranked = sorted(with_number, key=self._rank)
        first: dict[str, Metric] = {}
        for metric in ranked:
            first.setdefault(metric.metric if metric.metric in PRIORITY else metric.label, metric)
        by_id = {metric.id: metric for metric in self.brief.metrics}
        return tuple(_metric_row(metric, by_id) for metric in list(first.values())[:HEADLINES])

    @cached_property
    def headline(self) -> MetricRow | None:
        """The one figure beside the title in a list, where one tells what the document is about."""
        first = self.headlines[0] if self.headlines else None
        if first is None:
            return None
        own = TELLING if self.is_subject(first.item.entity) else ()
        return first if first.item.metric in (*LEADING.get(self.brief.kind, ()), *own) else None

    def _rank(self, metric: Metric) -> tuple[int, bool, bool, int]:
        leading = LEADING.get(self.brief.kind, ())
        place = PRIORITY.index(metric.metric) if metric.metric in PRIORITY else len(PRIORITY)
        return (leading.index(metric.metric) if metric.metric in leading else len(leading), not self.is_subject(metric.entity),
                metric.status != "actual", place)

    def is_subject(self, name: str | None) -> bool:
        """Whether a name is that of the brief's subject, in short or in full."""
        subject = self.brief.subject.name.casefold() if self.brief.subject else ""
        return bool(name and subject) and (str(name).casefold() in subject or subject in str(name).casefold())

    @cached_property
    def risks(self) -> tuple[tuple[RiskCategory, tuple[Risk, ...]], ...]:
        """The risks by category, the category with most first."""
        counts = Counter(risk.category for risk in self.brief.risks)
        return tuple((category, tuple(risk for risk in self.brief.risks if risk.category == category))
                     for category, _ in counts.most_common())

    @cached_property
    def quotes(self) -> tuple[tuple[str, tuple[Quote, ...]], ...]:
        """The statements by how the source has them: in quotation marks at least in part, or in its own words."""
        own = tuple(quote for quote in self.brief.quotes if quote.kind != "indirect")
        told = tuple(quote for quote in self.brief.quotes if quote.kind == "indirect")
        return tuple((title, found) for title, found in (("In their own words", own), ("As the source reports them", told)) if found)

    @cached_property
    def people(self) -> tuple[PersonRow, ...]:
        """The people, those who say most first."""
        said = Counter(quote.speaker for quote in self.brief.quotes)
        rows = (PersonRow(person, said[person.name], _short(person.role)) for person in self.brief.people)
        return tuple(sorted(rows, key=lambda row: (-row.statements, -len(row.item.mentions))))


def _metric_row(metric: Metric, by_id: dict[str, Metric]) -> MetricRow:
    expected = by_id.get(metric.surprise.against) if metric.surprise else None
    value, previous = level(metric), metric.previous
    return MetricRow(
        item=metric, value=value, spoken=_spoken(metric, value),
        stated=stated(metric),
        move=move(metric.change), previous=amount(previous.value, previous.unit or metric.unit) if previous else "",
        expected=expected, expected_value=level(expected) if expected else "",
        surprise=surprise(metric))


def _spoken(metric: Metric, value: str) -> str:
    """What the row does not show and the search should find: the source's words, and the value with its scale as a word."""
    words = " ".join(SCALE_WORDS.get(word, word) for word in value.split())
    unsaid = words != value and not any(word in metric.value_text for word in SCALE_WORDS.values())
    hidden = "" if stated(metric) or metric.value_text == value else metric.value_text
    return " ".join(filter(None, [words if unsaid else "", hidden, load("search")["metrics"].get(metric.metric)]))


def _short(role: str | None) -> str:
    return next((short for long, short in load("search")["roles"].items() if long in (role or "").lower()), "")


def _has_number(metric: Metric) -> bool:
    return metric.value is not None or (metric.change is not None and metric.change.value is not None)


def _words(kind: str, item: Item) -> str:
    """An item in a few words, for a label that is heard or hovered over."""
    text = getattr(item, "label", None) or getattr(item, "name", None) or getattr(item, "statement", None) or getattr(item, "text", "")
    name = {"key_points": "key point", "people": "person"}.get(kind, kind.removesuffix("s"))
    words = f"{text}, {item.value_text}" if isinstance(item, Metric) else str(text)
    return f"{name}: {words[:80]}{'…' if len(words) > 80 else ''}"
