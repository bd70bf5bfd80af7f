"""Figures of a sentence joined to rows: a level with its change and its former level is one fact."""

from collections.abc import Sequence
from dataclasses import field
from operator import attrgetter
from typing import TYPE_CHECKING

from generator.extract.metrics.figures import AGAINST, Figure, direction_words
from generator.extract.metrics.words import Words, near
from generator.models import Direction
from generator.records import record

if TYPE_CHECKING:
    from generator.extract.metrics.names import Name


_DIVIDING = frozenset((";", "and", "while", "but", "although", "though", "whereas"))
_NEAR, _FAR = 14, 25
"""Words between a change and its level; more where a verb goes on: "rose 3% in the quarter, ..., rising from $4m to $5m"."""
_FORESEEN = frozenset(("guidance", "target", "forecast", "estimate", "expect", "expectation", "projection", "goal",
                       "prior", "previous", "previously", "original", "originally"))
"""Words before a rate, or right behind it, that say that it was only foreseen."""
_BACK = 5
_FROM = 2
"""Words between a change and the former level that it is told from."""
_NAMED = 5
"""Words behind a change in which stands what "in" says that moves."""
_REACHING = ("to", "at", "hitting", "reaching", "touching", "reach", "hit", "total", "touch")
_TOTALLING = ("amount", "reach", "come", "stand", "total", "hit")
"""What leads from a change to the level that it brings."""
_BRINGING = frozenset(("take", "bring", "push", "lift", "send"))
_MEANING = frozenset(("reflect", "represent", "mark", "mean"))


@record
class Row:
    """One fact in the making: a level, the change of it, the former level; at least one of the first two is there.

    ``figures`` are all of them in the order of the text, ``span`` the tokens from the first to the last.
    """

    level: Figure | None = None
    change: Figure | None = None
    previous: Figure | None = None
    figures: tuple[Figure, ...] = field(init=False, compare=False)
    span: tuple[int, int] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        figures = [figure for figure in (self.level, self.change, self.previous) if figure]
        if len(figures) > 1:
            figures.sort(key=attrgetter("first"))
        object.__setattr__(self, "figures", tuple(figures))
        object.__setattr__(self, "span", (figures[0].first, figures[-1].last))

    @property
    def core(self) -> tuple[int, int]:
        """The tokens from its level or change to the other of the two, the former level left out."""
        if self.previous is None:
            return self.span
        figures = [figure for figure in self.figures if figure is not self.previous]
        return figures[0].first, figures[-1].last

    def against(self, former: Figure) -> "Row":
        """The row with its former level."""
        return Row(self.level, self.change, former)

    @property
    def direction(self) -> Direction | None:
        """Which way the number went."""
        return next((figure.direction for figure in (self.change, self.level, self.previous) if figure and figure.direction), None)


def join(words: Words, figures: Sequence[Figure], names: Sequence["Name"]) -> list[Row]:
    """The rows that the figures of a sentence make, in its order."""
    rows: list[Row] = []
    former: Figure | None = None
    for figure in figures:
        if figure.role == "previous":
            place = _place_of_former(words, rows, figure, names)
            if place is None:
                former = figure
            elif _is_change_of_another_time(words, rows[place], figure):
                rows.append(Row(change=figure.as_change(rows[place].direction)))  # "the rise was 5% against 3% in May"
            else:
                _move_change(rows, place, figure)
                rows[place] = rows[place].against(figure)
            continue
        if _ends_former_range(rows, figure):
            continue
        merged = _merged(words, rows[-1], figure, names) if rows else None
        if merged:
            behind = merged.level is figure and former and merged.previous is None and _comparable(former, figure)
            rows[-1], former = merged.against(former) if behind and former else merged, None if behind else former
            continue
        row = Row(change=figure) if figure.role == "change" else Row(level=figure)
        if former and row.level and _comparable(former, row.level):
            if _is_next_clause(words, former, row.level):
                rows.append(Row(level=former))
            else:
                row = row.against(former)
        former = None
        rows.append(row)
    return rows if rows or former is None else [Row(level=former)]


def _is_change_of_another_time(words: Words, row: Row, figure: Figure) -> bool:
    """True of the second rate of "the rise was 5% against 3% in May": a fact of its own; not of "against a former target of 3%"."""
    if figure.lead != AGAINST or row.level is not None or figure.quantity.kind != "rate":
        return False
    return not any(words.is_one_of(i, _FORESEEN) for i in (*range(max(0, figure.first - _BACK), figure.first), figure.last))


def _move_change(rows: list[Row], place: int, former: Figure) -> None:
    """Give the change of the last row to the one whose former level is right behind it: "earned $5m, or $2 a share, up 8% from $4m"."""
    last, own = rows[-1], rows[place]
    if own is last or last.change is None or last.level is None or own.change or own.level is None:
        return
    if 0 <= former.first - last.change.last <= _FROM:
        rows[place], rows[-1] = Row(own.level, last.change, own.previous), Row(last.level, None, last.previous)


def _is_next_clause(words: Words, former: Figure, level: Figure) -> bool:
    """True of "profit compared badly with last year's $5m and was below forecasts of $6m": two numbers that it is compared with."""
    joints = [i for i in range(former.last, level.first) if words.pos[i] == "CCONJ"]
    return any(words.pos[i + 1] in ("VERB", "AUX") for i in joints)


def _ends_former_range(rows: list[Row], figure: Figure) -> bool:
    """True of the last bound in "up from $4 billion to $5 billion" behind a level: the former range's, and no new level."""
    last = rows[-1] if rows else None
    return bool(last and last.previous and last.level and figure.lead == "to" and 0 <= figure.first - last.previous.last <= 3)


def _place_of_former(words: Words, rows: list[Row], figure: Figure, names: Sequence["Name"]) -> int | None:
    """The number of the row that a former level belongs to: one of its unit that has none yet.

    In "A and B, compared with a and b" the first of them is the first's; behind "from", the nearest is.
    """
    recent = range(max(0, len(rows) - 4), len(rows))
    for place in recent if figure.lead == AGAINST else reversed(recent):
        reference = rows[place].level or rows[place].change
        if rows[place].previous or reference is None or not _comparable(figure, reference) or _is_expected(words, reference):
            continue
        if figure.lead == AGAINST or not _is_renamed(words, rows[place], figure, _other_metrics(rows[place], names)):
            return place
    return None


def _is_expected(words: Words, figure: Figure) -> bool:
    """True of "less than the 47% forecast by analysts": what is expected has no former level."""
    return words.is_one_of(figure.last, ("forecast", "expect", "estimate", "predict", "project"))


def _other_metrics(row: Row, names: Sequence["Name"]) -> list["Name"]:
    """The names of other metrics than the one before a row: "sales fell to $293m from sales of $303m" names the same again."""
    before = [name.metric for name in near(names, row.core[0]) if name.last <= row.core[0]]
    return [name for name in near(names, row.core[1]) if not before or name.metric != before[-1]]


def _merged(words: Words, row: Row, figure: Figure, names: Sequence["Name"]) -> Row | None:
    """The row with one more figure, where it states the same fact."""
    if figure.alternative:
        return _other_way(row, figure)
    if figure.coordinated or (_is_renamed(words, row, figure, names) and not _is_appended(words, row, figure)):
        return None
    if figure.role == "change" and row.level and row.change is None and _is_aside(words, row, figure) and not _brings_to(words, figure):
        return None if _is_of_another(words, figure, names) else Row(row.level, figure, row.previous)
    if figure.role == "level" and row.change and row.level is None and figure.lead in _REACHING and _is_near(words, row, figure):
        return Row(figure, row.change, row.previous)
    return None


def _other_way(row: Row, figure: Figure) -> Row | None:
    """A size told twice ("by $10m, or 5 %"): the percentage is the change; "400 jobs, or 10% of its staff" are a level and its change."""
    if row.level and row.change is None and figure.role == "change" and (row.level.quantity.kind == "count" or row.level.lead == "to"):
        return Row(row.level, figure, row.previous)
    if row.change and figure.role == "change":
        return Row(row.level, figure, row.previous) if figure.quantity.kind == "rate" else row
    return None


def _is_aside(words: Words, row: Row, figure: Figure) -> bool:
    """Such as "$5m, up 8 %": a change told behind a level, with nothing but its direction before it."""
    assert row.level is not None
    between = range(row.level.last, figure.first)
    if len(between) > 14 or (figure.lead == "by" and _is_moved(words, row.level)):
        return False
    if any(words.lemma[i] in direction_words("against") or words.lower[i] in ("than", "while", ".", ";") or _turns(words, i, figure)
           for i in between):
        return False
    if row.level.direction and any(words.lower[i] in ("after", "following") for i in between):  # "flat at $5 after a 3% fall on Monday"
        return False
    if any(words.lower[i] == "and" and (words.pos[i + 1] == "AUX" or (figure.lead == "of" and words.pos[i + 1] == "DET")) for i in between):
        return False  # "hit $5m and is 3% below that now", "350 shops and a rise of 3% in sales"
    return figure.lead in ("up", "down", "higher", "lower", "by", "of", "off", "rose", "fell", "twice", "double") or not any(
        words.pos[i] == "VERB" and not _leads_on(words, i) for i in range(row.span[1], figure.first))


def _is_moved(words: Words, level: Figure) -> bool:
    """True of the level in "cut its workforce of 5,000 by a tenth", which is what there was before."""
    noun = level.governor - 1
    moved = level.lead == "of" and noun > 0 and words.deps[noun] == "dobj"
    return moved and words.lemma[words.head(noun)] in direction_words("acts", "moves")


def _turns(words: Words, joint: int, figure: Figure) -> bool:
    """True of a "but" behind which something else is told than "but that was still down 8%"."""
    if words.lower[joint] != "but":
        return False
    bare = all(words.pos[i] in ("ADV", "AUX", "PRON", "SCONJ", "PUNCT") for i in range(joint + 1, figure.governor))
    return not (bare and figure.lead in ("up", "down"))


def _is_of_another(words: Words, figure: Figure, names: Sequence["Name"]) -> bool:
    """True of the change of "profit was $5m, helped by a 12% rise in sales": it moves what is named behind it."""
    if not words.is_one_of(figure.last, direction_words("nouns")) or not words.is_one_of(figure.last + 1, ("in", "of")):
        return False
    beside = [name for name in near(names, figure.first) if not name.is_verb]
    before = next((name for name in reversed(beside) if name.first < figure.first), None)
    behind = next((name for name in beside if figure.last < name.first <= figure.last + _NAMED), None)
    return behind is not None and before is not None and behind.metric != before.metric


def _leads_on(words: Words, place: int) -> bool:
    """True of the verb in "$5m, climbing 17%", "$5m, reflecting a fall of 18%" and "of $5m represents a rise of 9%"."""
    return words.lemma[place] in _MEANING or (words.tags[place] == "VBG" and words.lemma[place] in direction_words("moves"))


def _brings_to(words: Words, figure: Figure) -> bool:
    """True of a change that leads to a level behind it: "closed at $22, and Kestle rose 62.5 cents to $15"."""
    near = words.tokens[figure.last + 1:figure.last + 3]
    return words.is_one_of(figure.last, ("to", "at")) and any(token.like_num or token.is_currency for token in near)


def _is_appended(words: Words, row: Row, figure: Figure) -> bool:
    """True of "41.5 cents in Oslo, down 0.3 cent": a change that nothing but its direction names."""
    alone = figure.role == "change" and row.level is not None and figure.quantity.kind == row.level.quantity.kind == "money"
    return alone and figure.lead in ("up", "down") and words.is_one_of(figure.governor - 1, (",",))


def _is_near(words: Words, row: Row, figure: Figure) -> bool:
    assert row.change is not None
    between = range(row.change.last, figure.first)
    reach = _FAR if any(words.tags[i] == "VBG" and words.lemma[i] in direction_words("moves") for i in between) else _NEAR
    return len(between) <= reach and not any(words.lower[i] in _DIVIDING and not _goes_on(words, i) for i in between)


def _goes_on(words: Words, joint: int) -> bool:
    """True of the "and" of "rose 15% and amounted to $5m"."""
    return words.lower[joint] == "and" and words.is_one_of(joint + 1, _TOTALLING)


def _is_renamed(words: Words, row: Row, figure: Figure, names: Sequence["Name"]) -> bool:
    """True where a metric is named between a row and a figure behind it: the figure is of something else."""
    _, end = row.span
    verbs = (i for i in range(end, figure.first) if words.pos[i] == "VERB" and words.deps[i] != "amod")
    if row.change and row.change.first == row.change.governor and next(verbs, None) is None:
        return False  # "doubled its operating profit to $64m"
    fronted = row.level is not None and row.level.governor == 0 and row.level.lead == "at"  # "at $5m, profit was up 3%"
    if fronted or (row.change and figure.lead == "to" and _is_brought(words, range(end, figure.first))):
        return False
    return any(end <= name.first < figure.first and name.strength >= 10 and not _is_rise_in(words, end, name)
               and not _is_measure(words, name)
               for name in near(names, figure.first))


def _is_brought(words: Words, between: range) -> bool:
    """True of "an increase of 9% took net income to $5m": the change itself brings what is named to its level."""
    verb = next((i for i in between if words.pos[i] == "VERB" or words.lower[i] == ","), -1)
    return verb >= 0 and words.is_one_of(verb, _BRINGING) and words.tags[verb] in ("VBD", "VBZ", "VBP")


def _is_measure(words: Words, name: "Name") -> bool:
    """Such as "the dollar" in "fell 2% against the dollar to 150": what a currency is measured by."""
    return name.metric == "exchange_rate" and any(words.is_one_of(i, ("against", "versus")) for i in range(name.first - 3, name.first))


def _is_rise_in(words: Words, end: int, name: "Name") -> bool:
    """Such as "a 7 pct rise in net sales to 2 billion": the name of the row itself, behind its change."""
    return any(words.lower[i] in ("in", "of") for i in range(end, name.first)) and name.first - end <= 8


def _comparable(former: Figure, level: Figure) -> bool:
    """True of two amounts that can be one number at two times: of one unit, one order of size, and for the same thing."""
    one, other = former.quantity, level.quantity
    if one.scaled != other.scaled or (one.per != other.per and None not in (one.per, other.per)):
        return False
    return one.unit == other.unit or (one.kind == "count" and one.unit is None)
