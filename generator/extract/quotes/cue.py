"""A cue: a reporting verb or phrase, and the noun phrase of whoever speaks."""

from typing import TYPE_CHECKING, Literal

from generator.clauses import FINITE
from generator.records import record

if TYPE_CHECKING:
    from spacy.tokens import Doc

STOPS = frozenset({",", ";", ":", ".", "—", "–", "("})
Form = Literal["verb", "according", "passive", "noun"]


@record
class Cue:
    """A reporting verb or phrase.

    ``first`` .. ``last`` - 1 are its tokens with the subject and what stands between them; ``verb`` is the token that
    reports, ``words`` the cue's own tokens. ``subject`` is the head token of whoever speaks. ``shared`` is true where the
    subject is another verb's.
    """

    form: Form
    verb: int
    first: int
    last: int
    words: tuple[int, int]
    subject: int | None
    shared: bool = False
    parenthetical: bool = False

    def lemma(self, doc: "Doc") -> str:
        """The dictionary form of the reporting word."""
        return doc[self.verb].lemma_.lower()


def noun_phrase(doc: "Doc", first: int, limit: int) -> tuple[int | None, int]:
    """The head of the noun phrase that begins at ``first`` and the token behind it, up to a comma, a mark or a finite verb."""
    head, i = None, first
    while i < limit:
        token = doc[i]
        if (token.is_quote and token.tag_ != "POS") or token.is_space or token.text in STOPS or token.tag_ in FINITE:
            break
        if head is None and token.pos_ in ("NOUN", "PROPN", "PRON", "NUM") and not _goes_on(doc, i, limit):
            head = i
        i += 1
    return head, i


def _goes_on(doc: "Doc", i: int, limit: int) -> bool:
    """True where the noun is not the phrase's head: a compound part or an owner."""
    if i + 1 >= limit:
        return False
    if doc[i + 1].ent_type_ in ("DATE", "TIME") and doc[i].ent_type_ != doc[i + 1].ent_type_:
        return False
    return doc[i + 1].pos_ in ("NOUN", "PROPN") or doc[i + 1].tag_ == "POS" or doc[i + 1].text in ("-", "&", "/")
