"""The tables that go across documents, made from the library: one row an item or a page, each leading to its sentence."""

from calendar import month_name
from collections.abc import Iterable, Sequence
from datetime import timedelta

from generator.library import Company, Comparison, Entry, Library, Profile
from generator.models import Event, Item, Metric, Period, Quote, Risk
from generator.site.tables import Cell, Column, Table
from generator.wording import amount, change, comparable, day, days, label, level, stated

BRIEF = (Column("brief", "Brief", shown=False), Column("date", "Document"))
TITLE = 60
"""Characters of a title below a date."""


def companies_table(companies: Sequence[Company]) -> Table:
    """Companies and institutions, those of which most is known first."""
    columns = (Column("name", "Name"), Column("kind", "Kind", filter=True), *(Column(key, title, figure=True) for key, title in (
        ("briefs", "Briefs"), ("metrics", "Metrics"), ("risks", "Risks"), ("statements", "Statements"))))
    ordered = sorted(companies, key=lambda one: (-len(one.briefs), -len(one.metrics), one.slug))
    return Table("companies", "Companies and institutions, with what the library knows about each", columns, tuple(
        (Cell(one.name, path=one.ref.path), Cell(one.kind), Cell(len(one.briefs)), Cell(len(one.metrics)), Cell(len(one.risks)),
         Cell(len(one.quotes))) for one in ordered))


def people_table(people: Sequence[Profile]) -> Table:
    """People, those who say most first."""
    columns = (Column("name", "Name"), Column("role", "Role"), Column("organisation", "Organisation", filter=True),
               Column("briefs", "Briefs", figure=True), Column("statements", "Statements", figure=True))
    ordered = sorted(people, key=lambda one: (-len(one.quotes), -len(one.briefs), one.slug))
    return Table("people", "People, with their roles and number of statements", columns, tuple(_person(one) for one in ordered))


def _person(one: Profile) -> tuple[Cell, ...]:
    first = one.affiliations[0] if one.affiliations else None
    page = first.page.path if first and first.page else None
    return (Cell(one.name, path=one.ref.path), Cell(first.title if first else None), Cell(first.organisation if first else None, path=page),
            Cell(len(one.briefs)), Cell(len(one.quotes)))


def comparisons_table(comparisons: Sequence[Comparison]) -> Table:
    """The metrics that can be compared, those with most numbers first."""
    columns = (Column("metric", "Metric"), Column("measure", "Compared as"), Column("unit", "Unit", filter=True),
               Column("entities", "Entities", figure=True), Column("numbers", "Numbers", figure=True))
    rows = [(Cell(comparable(one.kind), path=one.path), Cell(one.kind.measure), Cell(one.kind.unit), Cell(len(one.series)),
             Cell(sum(len(series.points) for series in one.series))) for one in comparisons]
    return Table("comparisons", "Metrics that can be compared across companies and periods", columns,
                 tuple(sorted(rows, key=lambda row: (-row[4].value, row[0].shown))))


def comparison_table(comparison: Comparison) -> Table:
    """Every number of a comparison, by entity and period."""
    columns = (Column("entity", "Entity", filter=True), Column("period", "Period"), Column("value", "Value", figure=True),
               Column("status", "Status", filter=True), *BRIEF)
    rows = []
    for series in comparison.series:
        for point in series.points:
            entry = point.entries[0]
            shown = amount(point.value, comparison.kind.unit)
            rows.append((Cell(series.entity, path=series.about.path if series.about else None), Cell(point.period),
                         Cell(point.value, text=shown, path=_place(entry)), Cell(point.status), *_brief(entry)))
    return Table(comparison.slug, f"{comparable(comparison.kind)}: every number, with the brief that it stands in", columns, tuple(rows))


def metrics_table(entries: Iterable[Entry[Metric]], name: str = "metrics") -> Table:
    """Metrics with their change and period."""
    columns = (Column("metric", "Metric", filter=True), Column("label", "In the source’s words", shown=False), Column("entity", "Entity"),
               Column("period", "Period"), Column("value", "Value", figure=True), Column("change", "Change", figure=True),
               Column("status", "Status", filter=True), *BRIEF)
    return Table(name, "Metrics, each with the brief that it stands in", columns, tuple(_metric(entry) for entry in entries))


def _metric(entry: Entry[Metric]) -> tuple[Cell, ...]:
    item = entry.item
    about = entry.about[0].path if entry.about else None
    moved = Cell(item.change.value if item.change else None, text=change(item.change),
                 look=(item.change.direction or "") if item.change else "")
    value = Cell(item.value, text=level(item) or item.value_text, path=_place(entry), note=stated(item))
    return (Cell(label(item.metric, "metrics"), note=item.label), Cell(item.label), Cell(item.entity, path=about),
            Cell(item.period.text if item.period else None, note=days(item.period)), value, moved, Cell(item.status), *_brief(entry))


def risks_table(entries: Iterable[Entry[Risk]], name: str = "risks") -> Table:
    """Risks with their category and whose they are."""
    columns = (Column("category", "Category", filter=True), Column("about", "About", filter=True), Column("statement", "Risk"),
               Column("status", "Status", filter=True), *BRIEF)
    return Table(name, "Risks, each leading to its sentence", columns, tuple(_risk(entry) for entry in entries))


def _risk(entry: Entry[Risk]) -> tuple[Cell, ...]:
    item = entry.item
    return (Cell(label(item.category, "categories"), path=f"risks/{item.category}"), _about(entry),
            Cell(item.statement, path=_place(entry), look="words"), Cell(item.status), *_brief(entry))


def quotes_table(entries: Iterable[Entry[Quote]], pages: Library, name: str = "quotes") -> Table:
    """Statements with who made them."""
    columns = (Column("speaker", "Speaker", filter=True), Column("statement", "Statement"), Column("kind", "Kind", filter=True), *BRIEF)
    return Table(name, "Statements, each leading to its sentence", columns, tuple(_quote(entry, pages) for entry in entries))


def _quote(entry: Entry[Quote], pages: Library) -> tuple[Cell, ...]:
    item = entry.item
    page = pages.page_of(entry.brief, item.speaker)
    words = f"“{item.text}”" if item.kind == "direct" else item.text
    role = ", ".join(part for part in (item.role, item.organisation) if part)
    return (Cell(item.speaker or "Unattributed", path=page.path if page else None, note=role),
            Cell(item.text, text=words, path=_place(entry), look="words"), Cell(item.kind), *_brief(entry))


def events_table(entries: Iterable[Entry[Event]], name: str = "timeline") -> Table:
    """Dated events."""
    columns = (Column("when", "When"), Column("event", "Event"), Column("about", "About", filter=True), *BRIEF)
    return Table(name, "Events whose date is known, the latest first", columns, tuple(_event(entry) for entry in entries))


def _event(entry: Entry[Event]) -> tuple[Cell, ...]:
    when = entry.item.date
    shown = span_of(when) or when.text
    return (Cell(when.start, text=shown, note="" if shown == when.text else f"“{when.text}”"),
            Cell(entry.item.text, path=_place(entry), look="words"), _about(entry), *_brief(entry))


def span_of(period: Period) -> str:
    """The days of a period, whole years, quarters and months by their names: "2027", "Q1 2026", "July 2025"."""
    start, end = period.start, period.end
    if not start or not end or start.day != 1 or (end + timedelta(days=1)).day != 1 or start.year != end.year:
        return days(period)
    months = end.month - start.month + 1
    if months == 1:
        return f"{month_name[start.month]} {start.year}"
    if months == 3 and start.month % 3 == 1:
        return f"Q{(start.month + 2) // 3} {start.year}"
    return str(start.year) if months == 12 else days(period)


def _about(entry: Entry[Risk] | Entry[Event]) -> Cell:
    ref = entry.about[0] if entry.about else None
    return Cell(ref.name, path=ref.path) if ref else Cell(None)


def _place(entry: "Entry[Item] | Entry[Metric] | Entry[Risk] | Entry[Quote] | Entry[Event]") -> str:
    return f"{entry.brief.id}#{entry.item.id}"


def _brief(entry: "Entry[Metric] | Entry[Risk] | Entry[Quote] | Entry[Event]") -> tuple[Cell, Cell]:
    title = entry.brief.title
    return Cell(title), Cell(entry.date, text=day(entry.date) or "undated", path=entry.brief.id,
                             note=title if len(title) <= TITLE else f"{title[:TITLE]}…")
