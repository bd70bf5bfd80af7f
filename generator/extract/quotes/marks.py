"""Where quotation marks open and close: typographic and ASCII ones, nested, unbalanced, with blanks on the wrong side.

Each block of the text is read on its own, so that an odd mark spoils no other paragraph. Single marks, which are apostrophes as
well, count where a closing one follows a stop, or soon a word. Straight marks alternate where
their number in the block is even; where it is odd, the blanks around each mark tell whether it opens or closes.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from generator.models import Span, blocks
from generator.records import record

EITHER = frozenset({'"', "＂"})
"""Marks that open and close; two apostrophes do too where no grave accents open."""
OPENING, CLOSING = "“„«", "”»"
SINGLE = frozenset({"‘", "'"})
MARK = re.compile(r"[\"“”„«»＂]|``|''|’’|(?<![\w’])‘(?=\w)|(?<![\w’'.,])'(?=[^\W\d_])|(?:(?<=[.:] )|(?<=\n)|\A)'(?= [A-Z])")
SINGLE_END = {"‘": re.compile(r"(?<=[,.?!…\w])’(?!\w)"), "'": re.compile(r"(?:(?<=[,.?!…\w])|(?<=[,.?!…] ))'(?!\w)")}
STOP = re.compile(r"[.!?…][)\]’']*(?=\s|$)")
STOPS = (".", "!", "?", "…")
_STARTS = ('"', "“", "„", "«", "＂", "`", "'")
SHORT = 20
"""Characters of a single word in marks that can be somebody's name."""
LONGEST_SINGLE = 2000
"""Characters that a quotation in single marks may have."""
LONGEST_UNCLOSED = 400
"""Characters that an unclosed quotation may run on to the end of its block; behind that, it ends with its first sentence."""


@record
class Quoted:
    """A stretch in quotation marks: ``start`` .. ``end`` with the marks, ``inner`` without; ``open_ended`` without a closing mark."""

    start: int
    end: int
    inner: Span
    open_ended: bool = False
    wordy: bool = True


@dataclass(frozen=True)
class Marks:
    """The quoted stretches of a text in its order; none overlaps another."""

    regions: tuple[Quoted, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [region.start for region in self.regions]

    def at(self, offset: int) -> Quoted | None:
        """The quoted stretch that holds the character at ``offset``."""
        place = bisect_right(self._starts, offset) - 1
        return self.regions[place] if place >= 0 and offset < self.regions[place].end else None

    def spoken(self, offset: int) -> bool:
        """True inside a quotation that can be a statement; a word or two in marks ("analyst “Karl” says") are not."""
        region = self.at(offset)
        return region is not None and region.wordy

    def within(self, start: int, end: int) -> tuple[Quoted, ...]:
        """The quoted stretches that begin in [start, end)."""
        return self.regions[bisect_right(self._starts, start - 1):bisect_right(self._starts, end - 1)]


def find_marks(text: str) -> Marks:
    """The quoted stretches of a normalised text."""
    found: list[Quoted] = []
    lines = blocks(text)
    carried = False
    for number, block in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        found += _in_block(text, block, carried, following)
        open_at_end = bool(found) and found[-1].open_ended and found[-1].end == block.end
        carried = open_at_end and following is not None and _closes_first(text, following)
    return Marks(tuple(found))


def _closes_first(text: str, block: Span) -> bool:
    """True of a block whose first mark closes a quotation that it does not open: one that runs over a line's end."""
    first = MARK.search(text, block.start, block.end)
    if first is None or first.group() in SINGLE:
        return False
    if first.group()[0] in CLOSING:
        return True
    behind = text[first.end():first.end() + 1]
    straight = first.group() in ('"', "''") and first.start() > block.start and not text[first.start() - 1].isspace()
    return straight and (not behind or behind.isspace() or behind in ".,;:!?)")


def _in_block(text: str, block: Span, carried: bool, following: Span | None) -> list[Quoted]:
    """The quoted stretches of a block; ``carried`` where the one before runs on into it."""
    signs = list(MARK.finditer(text, block.start, block.end))
    both_ways = EITHER if any(match.group() == "``" for match in signs) else EITHER | {"''"}
    straight = [match for match in signs if match.group() in both_ways]
    doubled = [match for match in signs if match.group() not in SINGLE]
    alternate = (len(straight) + carried) % 2 == 0 and len(straight) == len(doubled)
    ends = {mark: list(SINGLE_END[mark].finditer(text, block.start, block.end))
            for mark in SINGLE & {match.group() for match in signs}}
    found: list[Quoted] = []
    opened: tuple[int, int, str] | None = (block.start, block.start, "") if carried else None
    for sign in signs:
        if sign.group() in SINGLE:
            if opened is None and (single := _single(text, sign, ends[sign.group()])) and (not found or found[-1].end <= sign.start()):
                found.append(single)
            continue
        if found and sign.start() < found[-1].end:
            continue
        low = opened is not None and opened[2] == "„" and sign.group() == "“"
        opens = opened is None if alternate else not low and _opens(text, sign, opened is not None)
        if opens:
            found += _unclosed(text, opened, sign.start()) if opened else []
            opened = (sign.start(), sign.end(), sign.group())
        elif opened is not None:
            found += _region(text, opened, sign.start(), sign.end())
            opened = None
    if opened is not None:
        goes_on = following is not None and (text[following.start] in _STARTS or _closes_first(text, following))
        found += _unclosed(text, opened, block.end, whole=goes_on)
    return found


def _opens(text: str, sign: re.Match[str], is_open: bool) -> bool:
    mark = sign.group()
    if mark[0] in OPENING or mark == "``":
        return True
    if mark[0] in CLOSING or mark == "’’":
        return False
    before, after = text[sign.start() - 1:sign.start()], text[sign.end():sign.end() + 1]
    blank_before, blank_after = not before or before.isspace() or before in "([—–-", not after or after.isspace() or after in ".,;:!?)]—–"
    if blank_before and not blank_after:
        return not (is_open and _ends_statement(text, sign.start()))
    if blank_after and not blank_before:
        return False
    return not is_open


def _ends_statement(text: str, place: int) -> bool:
    """True where a comma stands before the blank before a mark, as it does before a closing mark that slipped ("again, "he said)."""
    return text[:place].rstrip(" ")[-1:] == "," if place < 3 else text[max(0, place - 3):place].rstrip(" ")[-1:] == ","


def _single(text: str, sign: re.Match[str], ends: list[re.Match[str]]) -> Quoted | None:
    """A stretch in single marks: up to the first of ``ends`` behind a stop, or behind a word where that is near and no possessive."""
    for number in range(bisect_left(ends, sign.end(), key=lambda match: match.start()), len(ends)):
        match = ends[number]
        if match.end() > sign.end() + LONGEST_SINGLE:
            break
        before = text[match.start() - 1]
        if before in ",.?!… " or (before != "s" and match.start() - sign.end() < 60):
            return next(iter(_region(text, (sign.start(), sign.end(), sign.group()), match.start(), match.end())), None)
    return None


def _unclosed(text: str, opened: tuple[int, int, str], limit: int, whole: bool = False) -> list[Quoted]:
    """A stretch whose closing mark is missing: up to the end of the block, or where that is far, of its sentence."""
    end = limit
    if not whole:
        stop = STOP.search(text, opened[1], limit)
        goes_on = MARK.match(text, limit) is not None and text[opened[1]:limit].rstrip()[-1:] in STOPS
        if stop and (limit - opened[1] > LONGEST_UNCLOSED or not (goes_on or text[limit:limit + 1] == "\n")):
            end = stop.end()
    return _region(text, opened, end, end, open_ended=True)


def _region(text: str, opened: tuple[int, int, str], inner_end: int, end: int, open_ended: bool = False) -> list[Quoted]:
    start = opened[1]
    while start < inner_end and text[start].isspace():
        start += 1
    while inner_end > start and text[inner_end - 1].isspace():
        inner_end -= 1
    if inner_end <= start:
        return []
    wordy = inner_end - start > SHORT or text[inner_end - 1] in ",.?!…" or " " in text[start:inner_end]
    return [Quoted(opened[0], max(end, inner_end), Span(start=start, end=inner_end), open_ended, wordy)]
