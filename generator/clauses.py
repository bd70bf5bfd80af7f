"""The news of a sentence in fewer words of its own: what stands beside the main clause is left out, nothing is added.

Works on the dependency parse (spaCy's English labels). Used for titles and summaries, which are marked as made.
"""

import itertools
import re
from typing import TYPE_CHECKING

from generator.columns import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

ASIDE = frozenset({"advcl", "appos", "parataxis", "dep", "npadvmod", "intj", "meta"})
"""Relations whose words stand beside the main clause."""
TIMES = frozenset({"DATE", "TIME"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of words that make a clause: verbs with a tense, and modals."""
CONNECTIVES = frozenset({"however", "moreover", "meanwhile", "but", "and", "also", "furthermore", "still", "yet", "thus", "so"})
_BLANKS = re.compile(r"\s+")
_LOOSE = re.compile(r"\s+([,.;:%)”’])|([(“])\s+")
_COMMAS = re.compile(r"\s*,(?:\s*,)+|^[\s,;:.–—-]+")
"""What is left where something between two commas, or at the start, is gone."""


def is_negated(verb: "Token") -> bool:
    """True of a verb with "not" or its like."""
    return any(child.dep_ == "neg" for child in verb.children)


def main_clause(sentence: "Span", longest: int) -> str | None:
    """The main clause of a sentence, or None where it has no finite verb or cannot be made short enough.

    Args:
        sentence: the tokens of one sentence.
        longest: characters that the result may have.
    """
    root = _news(sentence)
    if root is None or not any(child.dep_ in SUBJECTS and child.pos_ != "PRON" for child in root.children):
        return None
    kept = _outside_brackets(list(root.subtree))
    for drop in (_aside, _circumstance, _second_clause, _tail):
        kept = _without(kept, [token for token in kept if drop(token, root)])
        text = _joined(kept)
        if len(text) <= longest:
            return text if len(text.split()) >= 4 and text.count('"') % 2 == 0 and text.count("“") == text.count("”") else None
    return None


def _news(sentence: "Span") -> "Token | None":
    """The verb that carries the news: the root, or what is reported where the reporter comes last."""
    root = next((token for token in sentence if token.head.i == token.i and token.pos_ in ("VERB", "AUX")), None)
    if root is None:
        return None
    return next((child for child in root.lefts if child.dep_ == "ccomp"), root)


def _outside_brackets(tokens: list["Token"]) -> list["Token"]:
    kept, depth = [], 0
    for token in tokens:
        depth += token.text in ("(", "[", "<")
        if depth == 0:
            kept.append(token)
        depth = max(0, depth - (token.text in (")", "]", ">")))
    return kept


def _without(kept: list["Token"], heads: list["Token"]) -> list["Token"]:
    gone = {token.i for head in heads for token in head.subtree}
    return [token for token in kept if token.i not in gone]


def _aside(token: "Token", root: "Token") -> bool:
    if token.dep_ in ASIDE:
        return token.i != root.i and not (token.dep_ == "npadvmod" and token.head.i != root.i)
    if token.dep_ in ("acl", "relcl"):
        return token.i > 0 and token.nbor(-1).text == ","
    if token.dep_ in ("prep", "mark", "advmod") and token.head.i == root.i and token.right_edge.i < root.i:
        return token.right_edge.nbor(1).text == "," or token.lower_ in CONNECTIVES
    return (token.dep_ == "cc" and token.head.i == root.i and token.i < root.i) or _is_time(token, root)


def _is_time(token: "Token", root: "Token") -> bool:
    """True of "on Thursday", "last month" beside the verb: a title needs no day."""
    return (token.dep_ == "prep" and token.lower_ in ("on", "in", "during") and token.head.i == root.i
            and any(child.ent_type_ in TIMES for child in token.children))


def _circumstance(token: "Token", root: "Token") -> bool:
    """A phrase behind a comma."""
    return token.dep_ in ("prep", "acl", "advmod") and token.i > root.i and token.i > 0 and token.nbor(-1).text == ","


def _second_clause(token: "Token", root: "Token") -> bool:
    return (token.dep_ in ("conj", "cc") and token.head.i == root.i) or (token.dep_ == "acl" and token.i > root.i)


def _tail(token: "Token", root: "Token") -> bool:
    """What follows the object of the verb, or its first phrase where it has none."""
    if token.head.i != root.i:
        return token.dep_ == "relcl"
    behind = [child for child in root.rights if child.dep_ in ("dobj", "attr", "ccomp", "xcomp", "prep", "acomp")]
    return token.dep_ == "prep" and bool(behind) and token.i > behind[0].i


def _joined(tokens: list["Token"]) -> str:
    text = "".join(token.text + (" " if token.whitespace_ or after is None or after.i != token.i + 1 else "")
                   for token, after in itertools.zip_longest(tokens, tokens[1:]))
    text = _BLANKS.sub(" ", text)
    text = _LOOSE.sub(lambda found: found[1] or found[2] or "", text)
    return _COMMAS.sub("", text.strip(" .,;:-–—")).strip()


CLAUSES = frozenset({"which", "who", "where", "while", "although", "though", "because", "after", "as", "and", "but", "with", "according"})
"""Words that begin what can be left out behind a comma."""


def clause_end(sentence: "Span", start: int, longest: int) -> int:
    """Where the last clause that fits ends: before a comma that a clause of its own follows, where no subject lacks its verb.

    Args:
        sentence: the tokens of one sentence.
        start: offset at which its words are to begin.
        longest: characters that may be used; the end of the sentence is returned where no clause ends within them.
    """
    ends, seen_verb, inside, awaited = [], False, 0, 0
    for token in sentence[:-1]:
        seen_verb = seen_verb or token.dep_ == "ROOT"
        awaited = max(awaited, token.head.i if token.dep_ in SUBJECTS else 0)
        inside += (token.text in "(“") - (token.text in ")”")
        if seen_verb and inside == 0 and awaited < token.i and token.text in ",;–—" and start + longest / 3 < token.idx <= start + longest:
            after = token.nbor(1)
            if token.text != "," or after.lower_ in CLAUSES or after.dep_ in ("cc", "mark") or after.tag_ in ("VBG", "WDT", "IN"):
                ends.append(token.idx)
    return ends[-1] if ends else sentence[-1].idx + len(sentence[-1])
