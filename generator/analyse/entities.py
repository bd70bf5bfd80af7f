"""Names joined to entities: every mention of one person or company, under the fullest form, with one kind."""

from collections import Counter, defaultdict

from generator.analysis import Analysis, Entity, EntityKind, Mention

KINDS: dict[str, EntityKind] = {
    "PERSON": "person", "ORG": "company", "GPE": "country", "LOC": "place", "NORP": "group", "PRODUCT": "product",
}


def find_entities(analysis: Analysis) -> Analysis:
    """The analysis with its entities: spaCy's names, joined by form, each with the kind that most mentions have."""
    groups: dict[str, list[tuple[str, int, int, int, int]]] = defaultdict(list)
    for span in analysis.doc.ents:
        if span.label_ in KINDS:
            name = span.text.removesuffix("’s").removesuffix("'s").strip()
            start = span.start_char + span.text.find(name)
            groups[name].append((span.label_, start, start + len(name), span.start, span.end))
    entities = []
    for index, (name, found) in enumerate(groups.items()):
        label = Counter(label for label, *_ in found).most_common(1)[0][0]
        mentions = tuple(Mention(start, end, first, last, "name", index) for _, start, end, first, last in found if end > start)
        entities.append(Entity(index=index, name=name, kind=KINDS[label], mentions=mentions))
    return analysis.with_(entities=tuple(entities))
