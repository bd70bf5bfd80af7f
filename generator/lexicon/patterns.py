"""Regular expressions that several steps share, and lists of words as such, quick to try."""

import re
from collections.abc import Iterable

PARTY_AND_STATE = r"(?:[DR]\.?(?:-|, ?)|I\.?-)[A-Z][A-Za-z. ]{1,12}"
"""What American papers write behind the name of a lawmaker: D-Ohio, R., Texas."""
_BLANK = r"\s?-?\s?"
_SHORT = 2
"""Letters of a form that is read in its own case alone: "M" is no "m"."""
_Tree = dict[str, "_Tree"]
_END = ""


def any_of(forms: Iterable[str]) -> str:
    r"""A regular expression, without groups, of any of ``forms`` in any case; the longest one that fits is tried first.

    A blank also stands for a hyphen or nothing. The forms share their beginnings, so that at a place of a text only those are tried that
    begin like it, which makes the time independent of how many there are. ``re`` passes over an alternative at once if it begins with a
    plain letter or a set of them, but not if case is ignored: hence the sets.

    >>> any_of(["cent", "pct", "per cent", "p"])
    '(?-i:(?:[pP](?:[eE][rR]\\s?-?\\s?[cC][eE][nN][tT]|[cC][tT])|[cC][eE][nN][tT]|p))'
    """
    tree: _Tree = {}
    for form in forms:
        node = tree
        for letter in _letters(form):
            node = node.setdefault(letter, {})
        node[_END] = {}
    return f"(?-i:{_alternatives(tree)})"


def _letters(form: str) -> list[str]:
    if len(form) <= _SHORT and form.isalpha():
        return list(form)
    return [_BLANK if letter == " " else _in_any_case(letter) for letter in form]


def _in_any_case(letter: str) -> str:
    cases = {letter.lower(), letter.upper()}
    return f"[{letter.lower()}{letter.upper()}]" if letter.isalpha() and len(cases) == 2 else re.escape(letter)


def _alternatives(tree: _Tree) -> str:
    longest = sorted(tree, key=lambda letter: (-_depth(tree[letter]), letter == _END, letter))
    found = [letter + _alternatives(tree[letter]) if letter else "" for letter in longest]
    return found[0] if len(found) == 1 else f"(?:{'|'.join(found)})"


def _depth(tree: _Tree) -> int:
    return 1 + max(map(_depth, tree.values()), default=0)
