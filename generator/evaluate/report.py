"""An evaluation in words and as JSON."""

import json
from collections.abc import Iterator
from typing import Any

from generator.evaluate.scores import Evaluation, Rate, Slip

_SHOWN = ("name", "text", "statement", "value_text", "evidence", "metric", "entity", "value", "unit", "change", "status", "category",
          "speaker", "kind", "role", "organisation")
LONGEST = 80
"""Characters of a value that a slip shows."""


def lines(evaluation: Evaluation, errors: bool) -> Iterator[str]:
    """A table of precision, recall and F1, and with ``errors`` each slip on a line before it."""
    if errors:
        yield from map(_slip, evaluation.slips)
    yield f"{'':9}{'there':>6} {'found':>6}   {'precision':>9} {'recall':>6} {'F1':>6}   in full: {'precision':>9} {'recall':>6} {'F1':>6}"
    for score in evaluation.scores:
        yield f"{score.part:9}{score.found.asked:6} {score.found.hits:6}   {_figures(score.found)}            {_figures(score.full)}"


def as_json(evaluation: Evaluation, errors: bool) -> str:
    """The same for machines: one object with ``documents``, ``scores`` by kind of item, and with ``errors`` the ``slips``."""
    data: dict[str, Any] = {"documents": evaluation.documents, "scores": {
        score.part: {"annotated": score.found.asked, "predicted": score.found.predicted,
                     "found": _rate(score.found), "full": _rate(score.full)} for score in evaluation.scores}}
    if errors:
        data["slips"] = [{"document": slip.document, "part": slip.part, "annotated": _plain(slip.asked), "predicted": _plain(slip.got)}
                         for slip in evaluation.slips]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _figures(rate: Rate) -> str:
    return f"{rate.precision:9.3f} {rate.recall:6.3f} {rate.f1:6.3f}"


def _rate(rate: Rate) -> dict[str, Any]:
    return {"hits": rate.hits, **{name: round(getattr(rate, name), 4) for name in ("precision", "recall", "f1")}}


def _plain(row: Any | None) -> dict[str, Any] | None:
    return row.model_dump(mode="json", exclude_none=True) if row else None


def _slip(slip: Slip) -> str:
    word = "missed" if slip.got is None else "not annotated" if slip.asked is None else "not the same"
    shown = " — but the machine has ".join(_words(row) for row in (slip.asked, slip.got) if row)
    return f"{slip.document}: {slip.part}: {word}: {shown}"


def _words(row: Any) -> str:
    values = ((name, getattr(row, name, None)) for name in _SHOWN)
    return ", ".join(f"{name} {_short(value)}" for name, value in values if value not in (None, "", ()) and not _spans(value))


def _spans(value: Any) -> bool:
    return isinstance(value, tuple) and not all(isinstance(each, str) for each in value)


def _short(value: Any) -> str:
    words = " … ".join(value) if isinstance(value, tuple) else str(value)
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
