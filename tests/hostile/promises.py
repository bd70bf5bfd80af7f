"""What every brief promises, whatever document it was made of."""

from pathlib import Path

from generator.build import brief_json
from generator.config import Options
from generator.grounding import refusal
from generator.ingest.normalise import normalise
from generator.models import Brief
from generator.pipeline import brief_of

PROSE = ("Orrin Mills plc said on Monday that revenue rose 8% to 120 million euros in the first quarter, from 111 million a year ago. "
         "“Demand will hold,” said Dana Brook, its chief executive, who has led the company since 2019. "
         "She told reporters that higher wool prices could squeeze margins before the end of the year. "
         "Analysts had expected revenue of 118 million euros, and the shares closed 3% higher in the afternoon.\n\n"
         "The company plans to open a second mill in the autumn, although it has not yet found a site for it.")


def brief_from(text: str | bytes, folder: Path, name: str = "x.txt") -> Brief:
    """The brief of a seed with this text."""
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return brief_of(path, Options())


def broken(brief: Brief) -> list[str]:
    """The promises that a brief does not keep."""
    items = brief.items()
    text = brief.text
    found = [f"{kind}: {reason}" for kind, item in items if (reason := refusal(item, text))]
    found += [f"{kind}: {item.id} has no evidence in the text" for kind, item in items
              if not all(0 <= span.start < span.end <= len(text) and span.of(text).strip() for span in item.evidence)]
    if len({item.id for _, item in items}) != len(items) or not all(item.id for _, item in items):
        found.append("ids are not unique")
    if brief.subject and not all(span.end <= len(text) for span in brief.subject.evidence):
        found.append("the subject's span ends behind the text")
    if normalise(text) != text:
        found.append("the text is not normalised")
    if Brief.model_validate_json(brief_json(brief)) != brief:
        found.append("it does not round-trip through its JSON")
    if not brief.title.strip() or "\n" in brief.title or "\n" in brief.summary:
        found.append("its title or summary is not a line")
    return found
