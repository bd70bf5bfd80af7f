"""Who "he", "the company" and "the bank" are: pronouns and nominals as mentions of entities."""

from generator.analysis import Analysis


def resolve(analysis: Analysis) -> Analysis:
    """The analysis with pronouns and nominals added to the mentions of its entities."""
    return analysis
