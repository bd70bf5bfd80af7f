"""Numbers, dates and codes in words: the same in Markdown, HTML and exports. The filters of `render`; all give plain text."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.lexicon import load
from generator.models import Amount, Brief, Change, Metric, Period, Quote

if TYPE_CHECKING:
    from generator.library.models import Kind

MINUS = "−"
SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
SCALES = ((10**12, "tn"), (10**9, "bn"), (10**6, "m"))
ARROWS = {"up": "▲", "down": "▼", "flat": "▬"}
SIGNS = {"up": "+", "down": MINUS}
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
"""Not those of `calendar`, which speak the language of the machine."""
AMOUNT = re.compile(r"[−-]?\d[\d,.]*(?:\s?(?:trillion|billion|million|per ?cent|tn|bn|m\b|%))?")
WORDS_PER_MINUTE = 238
"""How fast people read English prose in silence (M. Brysbaert, "How many words do we read per minute?", 2019)."""


def label(code: str | None, part: str) -> str:
    """The words for a code of the models.

    Args:
        code: such as "net_income".
        part: which list of ``labels.yml``: metrics, categories, statuses, kinds, bases.
    """
    if not code:
        return ""
    return str(_labels(part).get(code) or code.replace("_", " "))


def _labels(part: str) -> Mapping[str, str]:
    found: Mapping[str, str] = load("labels")[part]
    return found


def number(value: float) -> str:
    """A number with its thousands apart: "−1,234.5". Three decimals from 10 on, four from 1 on, below it four digits that count."""
    exact = Decimal(repr(value))
    if exact % 1:
        exact = round(exact, 3 if abs(exact) >= 10 else 4 if abs(exact) >= 1 else 3 - exact.adjusted())
    words = f"{abs(exact):,f}"
    if "." in words:
        words = words.rstrip("0").rstrip(".")
    return f"{MINUS}{words}" if exact < 0 else words


def short(value: float) -> str:
    """A large number in millions, billions or trillions with three decimals at most: "280.2 bn"."""
    for scale, name in SCALES:
        if abs(value) >= scale:
            return f"{number(round(float(Decimal(repr(value)) / scale), 3))} {name}"
    return number(value)


def amount(value: float | Amount | None, unit: str | None = None) -> str:
    """A number with its unit: "CNY 280.2 bn", "$0.50", "4.5%", "25 bp", "1.2 m vehicles"; nothing for no number."""
    if isinstance(value, Amount):
        return amount(value.value, value.unit)
    if value is None:
        return ""
    if is_currency(unit):
        return _money(value, str(unit))
    if unit == "percent":
        return f"{number(value)}%"
    return " ".join(filter(None, [short(value), _unit(unit, value)]))


def _money(value: float, currency: str) -> str:
    digits = short(abs(value))
    cents = digits.partition(".")[2]
    return f"{MINUS if value < 0 else ''}{SYMBOLS.get(currency, f'{currency} ')}{digits}{'0' if len(cents) == 1 else ''}"


def is_currency(unit: str | None) -> bool:
    """True of an ISO 4217 code."""
    return unit is not None and len(unit) == 3 and unit.isascii() and unit.isalpha() and unit.isupper()


def _unit(unit: str | None, value: float) -> str:
    if not unit:
        return ""
    known = _labels("units").get(unit)
    return known or (unit if abs(value) == 1 else _plural(unit))


def _plural(thing: str) -> str:
    irregular = _labels("plurals").get(thing)
    if irregular or not thing.isascii() or not thing[-1].isalpha() or thing.endswith("s"):
        return irregular or thing
    if thing.endswith("y") and thing[-2:-1] not in tuple("aeiou"):
        return f"{thing[:-1]}ies"
    return f"{thing}es" if thing.endswith(("x", "ch", "sh")) else f"{thing}s"


def signed(value: float, unit: str | None = None) -> str:
    """An amount that shows its sign: "+0.3%"."""
    return f"+{amount(value, unit)}" if value > 0 else amount(value, unit)


class Move(NamedTuple):
    """A change in print: ``arrow`` and the sign in ``text`` say the same, so that no colour is needed; ``words`` is read aloud."""

    arrow: str
    text: str
    direction: str
    basis: str
    words: str


def move(change: Change | None) -> Move | None:
    """The parts of a change; None where nothing is known about it."""
    if change is None or (change.value is None and change.direction is None):
        return None
    direction, basis = change.direction or "", label(change.basis, "bases")
    size = amount(change.value, change.unit)
    return Move(arrow=ARROWS.get(direction, ""), text=f"{SIGNS.get(direction, '')}{size}" if size else direction, direction=direction,
                basis=basis, words=" ".join(filter(None, [direction, size, basis])))


def change(moved: Change | None) -> str:
    """How a metric moved, by arrow and sign: "▲ +8% on the year", "▼ down"; nothing for no change."""
    parts = move(moved)
    return " ".join(filter(None, [parts.arrow, parts.text, parts.basis])) if parts else ""


def level(metric: Metric) -> str:
    """The computed value beside the source's words: "CNY 280.2 bn", or the bounds of a range; nothing where the source gives no level."""
    if metric.range:
        return f"{amount(metric.range.low, metric.unit)} – {amount(metric.range.high, metric.unit)}"
    return amount(metric.value, metric.unit)


def computed(metric: Metric) -> str:
    """The level, where it tells more than the source's words do: nothing for "€155 million", which is €155 m."""
    shown = level(metric)
    return "" if _plainly(shown) == _plainly(metric.value_text) else shown


def stated(metric: Metric) -> str:
    """The source's words for a level, where they tell more than its number; nothing for "169 million euros", which is €169 m."""
    shown = level(metric)
    same = not shown.startswith(MINUS) and (_numbers(shown)[0], "") == _numbers(metric.value_text)
    return metric.value_text if shown and not same else ""


def _numbers(words: str) -> tuple[list[str], str]:
    """The numbers of an amount with their scales, and what else it says, whatever the currency is called."""
    plain = re.sub(r"(\.\d*[1-9])0+(?!\d)|\.0+(?!\d)", r"\1", _currencies().sub(" ", words))
    return [_plainly(number) for number in AMOUNT.findall(plain)], " ".join(AMOUNT.sub(" ", plain).split())


@cache
def _currencies() -> re.Pattern[str]:
    money = load("currencies")
    names = sorted({*money["codes"], *money["words"], *money["qualified"]}, key=len, reverse=True)
    signs = sorted(money["signs"], key=len, reverse=True)
    between = r"per share|a share|between|from|to|and|of"
    return re.compile(rf"(?i:\b(?:{between}|(?:{'|'.join(map(re.escape, names))})(?:s|er|or)?)\b)|{'|'.join(map(re.escape, signs))}|–")


def _plainly(words: str) -> str:
    """Words of an amount without what does not matter to whether two read the same."""
    for long, brief_form in (("trillion", "tn"), ("billion", "bn"), ("million", "m"), ("percent", "%"), ("per cent", "%"), (".0%", "%")):
        words = words.replace(long, brief_form)
    return "".join(words.split())


def surprise(metric: Metric) -> str:
    """Actual against expectation, computed, with its sign: "+0.3%"; nothing where there is no expectation."""
    return signed(metric.surprise.value, metric.surprise.unit) if metric.surprise else ""


def day(when: date | None) -> str:
    """A date in words: "20 February 2025"; nothing for none."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}" if when else ""


def short_day(when: date | None) -> str:
    """A date for a narrow column: "20 Feb 2025"; nothing for none."""
    return f"{when.day} {month(when)}" if when else ""


def month(when: date) -> str:
    """A month for the axis of a chart: "Feb 2025"."""
    return f"{MONTHS[when.month - 1][:3]} {when.year}"


def days(period: Period | None) -> str:
    """The days of a period: "1 October 2024 – 31 December 2024"; nothing where they are not known."""
    if period is None or period.start is None:
        return ""
    if period.end is None or period.end == period.start:
        return day(period.start)
    return f"{day(period.start)} – {day(period.end)}"


def span_of(period: Period | None) -> str:
    """The days of a period, whole years, halves, quarters and months by their names: "2027", "H1 2026", "Q1 2026", "July 2025"."""
    start, end = (period.start, period.end) if period else (None, None)
    if not start or not end or start.day != 1 or (end + timedelta(days=1)).day != 1 or start.year != end.year:
        return days(period)
    months = end.month - start.month + 1
    if months == 1:
        return f"{MONTHS[start.month - 1]} {start.year}"
    if months == 3 and start.month % 3 == 1:
        return f"Q{(start.month + 2) // 3} {start.year}"
    if months == 6 and start.month in (1, 7):
        return f"H{1 + start.month // 7} {start.year}"
    return str(start.year) if months == 12 else days(period)


def heading(words: str) -> str:
    """Words with a capital letter first, as a heading has them; names such as "iPhone sales" stay as they are."""
    first = words.split(" ", 1)[0]
    return words[:1].upper() + words[1:] if first.islower() else words


def metric_name(metric: Metric) -> str:
    """What a metric is, for a heading: its common name, or the source's words where they say more ("Adjusted net income")."""
    common, own = label(metric.metric, "metrics"), heading(_source_name(metric))
    more = metric.metric == "other" or set(common.casefold().split()) < set(own.casefold().split())
    return own if own and more else common


def other_words(metric: Metric) -> str:
    """The source's words for a metric where `metric_name` is not made of them: "sales" of revenue."""
    own = _source_name(metric)
    return "" if own.casefold() == metric_name(metric).casefold() else own


def _source_name(metric: Metric) -> str:
    """The source's name of a figure, without a unit in parentheses; nothing where the figure itself stands for it."""
    return "" if metric.label in metric.value_text else metric.label.partition(" (")[0]


def measure(kind: "Kind") -> str:
    """What numbers of a kind measure, where it is no level: "change on the year"."""
    return " ".join(filter(None, ["change", label(kind.basis, "bases")])) if kind.measure == "change" else ""


def comparable(kind: "Kind") -> str:
    """What numbers of a kind are: "Revenue, change on the year, percent, by quarter"."""
    parts = (label(kind.metric, "metrics"), f"“{kind.label}”" if kind.label else "", measure(kind),
             (kind.unit or "").replace("_", " "), f"by {kind.length}" if kind.length else "")
    return ", ".join(filter(None, parts))


def reading_time(words: int) -> str:
    """How long the words take to read: "4 min"."""
    return f"{max(1, round(words / WORDS_PER_MINUTE))} min"


def attribution(quote: Quote) -> str:
    """Who said it: "Mira Solberg, chief executive, Vellmora"; "Unattributed" where the text does not tell."""
    return ", ".join(filter(None, [quote.speaker or "Unattributed", quote.role, quote.organisation]))


def citation(brief: Brief) -> str:
    """The document as it is cited: author, title, publisher, date."""
    source = brief.source
    return ". ".join(filter(None, [source.author, brief.title.rstrip("."), source.publisher, day(source.published)])) + "."


FILTERS: Mapping[str, Any] = {
    "label": label, "number": number, "short": short, "amount": amount, "signed": signed, "move": move, "change": change, "level": level,
    "computed": computed, "surprise": surprise, "day": day, "short_day": short_day, "days": days, "span_of": span_of,
    "heading": heading, "metric_name": metric_name, "other_words": other_words, "reading_time": reading_time, "attribution": attribution,
    "citation": citation, "comparable": comparable,
}
"""By name: what templates of both kinds may call."""
