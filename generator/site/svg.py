"""A drawing of pygal made fit for a page: colours by custom properties, words for those who hear it, and nothing else.

pygal says by classes what each element is; here that becomes attributes, since a page with a strict content security policy takes no
style sheet from a drawing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as Xml

from markupsafe import Markup

DASHES = ("", "7 4", "2 3", "10 3 2 3", "5 2", "1 4")
"""How the line of each entity is drawn, so that lines differ by more than colour."""
EXPECTED = "expected or planned, not reported"
"""What a hollow mark means."""
NO_PLACE = frozenset({"background", "tooltip-overlay", "text-overlay", "titles", "legends"})
"""Classes of what is left out."""
KEY_LINE, KEY_MARK, LETTER = 20, 30, 7.0
"""Height of a line of the key, width of its mark, and about that of a letter."""


@dataclass(frozen=True)
class Mark:
    """A dot or bar: the words that stand for it, and whether it is filled, as what is reported is."""

    words: str
    filled: bool = True


@dataclass(frozen=True)
class Drawing:
    """What pygal drew: ``lines`` has the number of the entity of each of its series, ``marks`` its dots or bars in their order.

    ``key`` names the entities in the order of their numbers, where they need it.
    """

    tree: Xml.Element
    lines: tuple[int, ...]
    marks: tuple[Mark, ...]
    key: tuple[str, ...] = ()


def dressed(drawing: Drawing, name: str, title: str, description: str) -> Markup:
    """The drawing as an SVG element. Its ids begin with ``name``; title and description are read aloud."""
    tree = drawing.tree
    _, _, width, height = map(float, tree.attrib["viewBox"].split())
    _strip(tree)
    _number(drawing)
    for node in tree.iter():
        _paint(node)
    key = list(_key(drawing, width))
    top = KEY_LINE * (1 + max((line for line, _ in key), default=-1))
    whole = Xml.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {width:g} {height + top:g}", "role": "img",
                                "aria-labelledby": f"{name}-title {name}-text"})
    Xml.SubElement(whole, "title", {"id": f"{name}-title"}).text = title
    Xml.SubElement(whole, "desc", {"id": f"{name}-text"}).text = description
    whole.extend(entry for _, entry in key)
    Xml.SubElement(whole, "g", {"transform": f"translate(0 {top})"}).extend(list(tree))
    return Markup(Xml.tostring(whole, "unicode"))  # noqa: S704 - made of elements, whose words are escaped


def _strip(node: Xml.Element, of_days: bool = False) -> None:
    """Take out comments, styles, scripts, what waits for a pointer, and the upright guides of a graph of days."""
    of_days = of_days or "dateline-graph" in node.get("class", "")
    upright = of_days and node.get("class") == "axis x"
    for child in list(node):
        classes = set(child.get("class", "").split())
        if not isinstance(child.tag, str) or child.tag in ("defs", "desc", "title") or classes & NO_PLACE:
            node.remove(child)
            continue
        if upright and child.get("class") == "guides":
            child.remove(child[0])
        _strip(child, of_days)


def _number(drawing: Drawing) -> None:
    """Tell each series whose it is, and each mark what it stands for."""
    for group in drawing.tree.iter("g"):
        found = re.search(r"serie-(\d+)", group.get("class", ""))
        if found:
            colour = drawing.lines[int(found[1])]
            for node in group.iter():
                node.set("entity", str(colour))
    shapes = [node for node in drawing.tree.iter() if node.tag == "circle" or node.get("class", "").startswith("rect")]
    for node, mark in zip(shapes, drawing.marks, strict=True):
        Xml.SubElement(node, "title").text = mark.words
        if not mark.filled:
            node.set("hollow", "")


def _paint(node: Xml.Element) -> None:
    """Replace the classes of an element by attributes."""
    classes = node.attrib.pop("class", "").split()
    entity, hollow = node.attrib.pop("entity", None), node.attrib.pop("hollow", None) is not None
    for key, value in node.attrib.items():
        node.set(key, re.sub(r"\d+\.\d+", lambda found: f"{float(found[0]):.1f}".removesuffix(".0"), value))
    if node.tag == "text":
        node.attrib |= {"fill": "var(--soft, currentColor)", "font-size": "13", "text-anchor": "end" if node.get("x") == "-5" else "middle"}
    elif node.tag == "path" and "line" in classes and entity is None:
        node.attrib |= {"stroke": "var(--rule, currentColor)", "fill": "none"}
    elif node.tag == "path" and entity is not None:
        node.attrib |= _line(int(entity))
    elif node.tag in ("circle", "rect") and entity is not None:
        colour = _colour(int(entity))
        node.attrib |= {"fill": "var(--paper, none)" if hollow else colour, "stroke": colour, "stroke-width": "2"}


def _colour(entity: int) -> str:
    return f"var(--chart-{entity + 1}, currentColor)"


def _line(entity: int) -> dict[str, str]:
    dashes = {"stroke-dasharray": DASHES[entity]} if DASHES[entity] else {}
    return {"stroke": _colour(entity), "stroke-width": "2.5", "fill": "none", "stroke-linejoin": "round", **dashes}


def _key(drawing: Drawing, width: float) -> Iterator[tuple[int, Xml.Element]]:
    """What lines and hollow marks mean, in lines: the number of the line and the element."""
    signs = [(name, Xml.Element("path", {"d": "M0 -5h24", **_line(entity)})) for entity, name in enumerate(drawing.key)]
    if not all(mark.filled for mark in drawing.marks):
        signs.append((EXPECTED, Xml.Element("circle", {"cx": "12", "cy": "-5", "r": "4", "fill": "none", "stroke": "currentColor"})))
    line, left = 0, 8.0
    for name, sign in signs:
        needed = KEY_MARK + LETTER * len(name) + 18
        if left > 8 and left + needed > width:
            line, left = line + 1, 8.0
        entry = Xml.Element("g", {"transform": f"translate({left:g} {line * KEY_LINE + 14})"})
        entry.append(sign)
        Xml.SubElement(entry, "text", {"x": str(KEY_MARK), "fill": "currentColor", "font-size": "13"}).text = name
        yield line, entry
        left += needed
