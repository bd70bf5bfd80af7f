"""The tables that go across documents, made from the library: one row an item or a page, each leading to its sentence."""

from collections.abc import Iterable, Sequence

from generator.lexicon import load
from generator.library import Company, Comparison, Entry, Library, Profile
from generator.models import Event, Item, Metric, Quote, Risk
from generator.site.tables import Cell, Column, Table, address
from generator.wording import amount, change, comparable, label, level, measure, metric_name, other_words, short_day, span_of, stated

BRIEF = (Column("date", "Date", look="day"), Column("brief", "Document", look="doc"), Column("link", "Link", shown=False))
"""The columns of where an item stands; the last is the address of its sentence."""


def companies_table(companies: Sequence[Company]) -> Table:
    """Companies and institutions, those of which most is known first."""
    columns = (Column("name", "Name"), Column("kind", "Kind", filter=True), *(Column(key, title, look="fig") for key, title in (
        ("briefs", "Briefs"), ("metrics", "Metrics"), ("risks", "Risks"), ("statements", "Statements"))))
    ordered = sorted(companies, key=lambda one: (-len(one.briefs), -len(one.metrics), one.slug))
    return Table("companies", "Companies and institutions, with what the library knows about each", columns, tuple(
        (Cell(one.name, path=one.ref.path), Cell(one.kind), Cell(len(one.briefs)), Cell(len(one.metrics)), Cell(len(one.risks)),
         Cell(len(one.quotes))) for one in ordered))


def people_table(people: Sequence[Profile]) -> Table:
    """People, those who say most first."""
    columns = (Column("name", "Name"), Column("role", "Role"), Column("organisation", "Organisation", filter=True),
               Column("briefs", "Briefs", look="fig"), Column("statements", "Statements", look="fig"))
    ordered = sorted(people, key=lambda one: (-len(one.quotes), -len(one.briefs), one.slug))
    return Table("people", "People, with their roles and number of statements", columns, tuple(_person(one) for one in ordered))


def _person(one: Profile) -> tuple[Cell, ...]:
    first = one.affiliations[0] if one.affiliations else None
    page = first.page.path if first and first.page else None
    return (Cell(one.name, path=one.ref.path), Cell(first.title if first else None), Cell(first.organisation if first else None, path=page),
            Cell(len(one.briefs)), Cell(len(one.quotes)))


def comparisons_table(comparisons: Sequence[Comparison]) -> Table:
    """The metrics that can be compared, in the order in which a reader of accounts looks for them."""
    columns = (Column("metric", "Metric", filter=True), Column("measure", "Compared as"), Column("unit", "Unit", filter=True),
               Column("length", "Period", filter=True), Column("entities", "Entities", look="fig"),
               Column("numbers", "Numbers", look="fig"))
    order = list(load("labels")["metrics"])
    ranked = sorted(comparisons, key=lambda one: (order.index(one.kind.metric), one.kind.measure == "change", -_numbers(one), one.slug))
    return Table("comparisons", "Metrics that can be compared across companies and periods", columns, tuple(
        (Cell(label(one.kind.metric, "metrics"), path=one.path, note=one.kind.label or ""), Cell(measure(one.kind) or "level"),
         Cell((one.kind.unit or "").replace("_", " ") or None), Cell(one.kind.length), Cell(len(one.series)), Cell(_numbers(one)))
        for one in ranked))


def _numbers(comparison: Comparison) -> int:
    return sum(len(series.points) for series in comparison.series)


def comparison_table(comparison: Comparison) -> Table:
    """Every number of a comparison, by entity and period."""
    columns = (Column("entity", "Entity", filter=True), Column("period", "Period"), Column("value", "Value", look="fig"),
               Column("unit", "Unit", shown=False), Column("status", "Status", filter=True), *BRIEF)
    rows = []
    for series in comparison.series:
        for point in series.points:
            entry = point.entries[0]
            shown = amount(point.value, comparison.kind.unit)
            rows.append((Cell(series.entity, path=series.about.path if series.about else None), Cell(point.period),
                         Cell(point.value, text=shown, path=place(entry)), Cell(comparison.kind.unit), Cell(point.status), *_brief(entry)))
    return Table(comparison.slug, f"{comparable(comparison.kind)}: every number, with the brief that it stands in", columns, tuple(rows))


def metrics_table(entries: Iterable[Entry[Metric]], name: str = "metrics", what: str = "Metrics") -> Table:
    """Metrics with their change and period; ``what`` says in the caption which they are."""
    columns = (Column("metric", "Metric", filter=True), Column("label", "In the source’s words", shown=False),
               Column("entity", "Entity", filter=True), Column("period", "Period"), Column("value", "Value", look="fig"),
               Column("unit", "Unit", shown=False), Column("change", "Change", look="fig"),
               Column("change_unit", "Unit of the change", shown=False), Column("status", "Status", filter=True), *BRIEF)
    return Table(name, f"{what}, each with the brief that it stands in", columns, tuple(_metric(entry) for entry in entries))


def _metric(entry: Entry[Metric]) -> tuple[Cell, ...]:
    item = entry.item
    about = entry.about[0].path if entry.about else None
    moved = Cell(item.change.value if item.change else None, text=change(item.change),
                 direction=(item.change.direction or "") if item.change else "")
    value = Cell(item.value, text=level(item) or item.value_text, path=place(entry), note=stated(item))
    return (Cell(label(item.metric, "metrics"), text=metric_name(item), note=other_words(item)), Cell(item.label),
            Cell(item.entity, path=about), _period(item), value, Cell(item.unit), moved,
            Cell(item.change.unit if item.change else None), Cell(item.status), *_brief(entry))


def _period(item: Metric) -> Cell:
    words, known = item.period.text if item.period else None, span_of(item.period)
    return Cell(words, note="" if known == words else known)


def risks_table(entries: Iterable[Entry[Risk]], name: str = "risks") -> Table:
    """Risks with their category and whose they are."""
    columns = (Column("category", "Category", filter=True), Column("about", "About", filter=True),
               Column("statement", "Risk", look="words"), Column("status", "Status", filter=True), *BRIEF)
    return Table(name, "Risks, each leading to its sentence", columns, tuple(_risk(entry) for entry in entries))


def _risk(entry: Entry[Risk]) -> tuple[Cell, ...]:
    item = entry.item
    return (Cell(label(item.category, "categories"), path=f"risks/{item.category}"), _about(entry),
            Cell(item.statement, path=place(entry)), Cell(item.status), *_brief(entry))


def quotes_table(entries: Iterable[Entry[Quote]], pages: Library, name: str = "quotes") -> Table:
    """Statements with who made them."""
    columns = (Column("speaker", "Speaker", filter=True), Column("statement", "Statement", look="words"),
               Column("kind", "Kind", filter=True), *BRIEF)
    return Table(name, "Statements, each leading to its sentence", columns, tuple(_quote(entry, pages) for entry in entries))


def _quote(entry: Entry[Quote], pages: Library) -> tuple[Cell, ...]:
    item = entry.item
    page = pages.page_of(entry.brief, item.speaker)
    words = f"“{item.text}”" if item.kind == "direct" else item.text
    role = ", ".join(part for part in (item.role, item.organisation) if part)
    return (Cell(item.speaker or "Unattributed", path=page.path if page else None, note=role),
            Cell(item.text, text=words, path=place(entry)), Cell(item.kind), *_brief(entry))


def events_table(entries: Iterable[Entry[Event]], name: str = "timeline") -> Table:
    """Dated events."""
    columns = (Column("when", "When"), Column("event", "Event", look="words"), Column("about", "About", filter=True), *BRIEF)
    return Table(name, "Events whose date is known, the latest first", columns, tuple(_event(entry) for entry in entries))


def _event(entry: Entry[Event]) -> tuple[Cell, ...]:
    when = entry.item.date
    shown = span_of(when) or when.text
    return (Cell(when.start, text=shown, note="" if shown == when.text else f"“{when.text}”"),
            Cell(entry.item.text, path=place(entry)), _about(entry), *_brief(entry))


def _about(entry: Entry[Risk] | Entry[Event]) -> Cell:
    ref = entry.about[0] if entry.about else None
    return Cell(ref.name, path=ref.path) if ref else Cell(None)


def place(entry: "Entry[Item] | Entry[Metric] | Entry[Risk] | Entry[Quote] | Entry[Event]") -> str:
    """Where an item stands: the page of its brief, and the item there."""
    return f"{entry.brief.id}#{entry.item.id}"


def _brief(entry: "Entry[Metric] | Entry[Risk] | Entry[Quote] | Entry[Event]") -> tuple[Cell, Cell, Cell]:
    return (Cell(entry.date, text=short_day(entry.date) or "undated"), Cell(entry.brief.title, path=entry.brief.id),
            Cell(address(place(entry))))
