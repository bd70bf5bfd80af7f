"""The risks of a document: sentences that state a threat to, or an adverse pressure on, its subject or the subject's world.

Every sentence gets a score: the sum of its signals (words of danger and damage, hedges, relief ...) by their weights, and of what
stands around it. Weights, threshold and words are data: `risk_weights.yml` and `risks.yml` of the lexicon.
"""

from generator import lexicon
from generator.analysis import Analysis
from generator.extract.risks.category import categories
from generator.extract.risks.phrases import words_of
from generator.extract.risks.score import scores
from generator.extract.risks.signals import is_adverse, is_told, phrases_in, signals
from generator.extract.risks.statement import statement
from generator.extract.risks.status import status
from generator.models import Risk


def extract(analysis: Analysis) -> list[Risk]:
    """The risks of a document, in the order of the text; the evidence of each is its sentence. None where it is about nobody."""
    if analysis.subject is None:
        return []
    weights = lexicon.load("risk_weights")
    words = words_of(analysis.columns)
    matches = [phrases_in(analysis, sentence, words) for sentence in analysis.sentences]
    found = [signals(analysis, sentence, hits) for sentence, hits in zip(analysis.sentences, matches, strict=True)]
    kinds = categories(matches)
    return [Risk(category=kinds[sentence.index], statement=statement(analysis, sentence), evidence=(sentence.span,),
                 status=status(analysis, sentence, found[sentence.index]))
            for sentence, score in zip(analysis.sentences, scores(found, weights), strict=True)
            if score > weights["threshold"] and is_adverse(found[sentence.index]) and is_told(analysis, sentence)]
