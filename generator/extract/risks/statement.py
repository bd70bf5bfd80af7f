"""A risk's sentence made to stand alone: who "it" and "the company" are, inserted in brackets behind the words."""

from generator.analysis import Analysis, Mention, Sentence
from generator.boilerplate import after_dateline


def statement(analysis: Analysis, sentence: Sentence) -> str:
    """The sentence with the names of those it refers to, each once, where it does not name them itself.

    Inserted names are words of the text, in square brackets behind a blank; without them the statement is verbatim.
    """
    start = sentence.start + after_dateline(analysis.text[sentence.start:sentence.end])
    mentions = analysis.mentions_in(start, sentence.end)
    known = {mention.entity for mention in mentions if mention.form == "name"}
    parts, at = [], start
    for mention in mentions:
        if mention.entity in known or not _can_be_named(analysis, mention) or mention.end > sentence.end:
            continue
        known.add(mention.entity)
        parts.append(f"{analysis.text[at:mention.end]} [{analysis.entities[mention.entity].name}]")
        at = mention.end
    return "".join((*parts, analysis.text[at:sentence.end]))


def _can_be_named(analysis: Analysis, mention: Mention) -> bool:
    name = analysis.entities[mention.entity].name
    return name in analysis.text and "[" not in name and "]" not in name
