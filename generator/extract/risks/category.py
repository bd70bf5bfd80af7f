"""Which of the ten categories a risk belongs to: by the words of its sentence, then of its neighbours, then of the document."""

from collections import Counter
from collections.abc import Sequence

from generator.extract.risks.phrases import Match
from generator.models import RiskCategory

WEIGHTS = {"threat": 2.0, "strain": 1.5, "topic": 0.5}
NEIGHBOUR, DOCUMENT = 0.1, 6.0
"""What a neighbour's words count of the sentence's own, and what all words of the document count together."""
USUAL: RiskCategory = "macro"
"""The category of a risk that no word of any category goes with."""


def categories(matches: Sequence[Sequence[Match]]) -> list[RiskCategory]:
    """The category of each sentence, were it a risk.

    Args:
        matches: the lexicon's phrases in each sentence of a document.
    """
    own = [_evidence(found) for found in matches]
    whole: Counter[RiskCategory] = Counter()
    for evidence in own:
        whole.update(evidence)
    total = sum(whole.values()) or 1.0
    prior = {category: DOCUMENT * weight / total for category, weight in whole.items()}
    return [_best(evidence, [own[j] for j in (i - 1, i + 1) if 0 <= j < len(own)], prior) for i, evidence in enumerate(own)]


def _evidence(matches: Sequence[Match]) -> "Counter[RiskCategory]":
    """The weight of each category's words, every place counted once."""
    evidence: Counter[RiskCategory] = Counter()
    for group, _ in sorted({(match.group, match.first) for match in matches if ":" in match.group}):
        category, degree = group.split(":")
        evidence[category] += WEIGHTS[degree]  # type: ignore[index, assignment]
    return evidence


def _best(own: "Counter[RiskCategory]", beside: "Sequence[Counter[RiskCategory]]", prior: dict[RiskCategory, float]) -> RiskCategory:
    known = sorted(prior)
    return max(known, key=lambda name: own[name] + NEIGHBOUR * sum(other[name] for other in beside) + prior[name], default=USUAL)
