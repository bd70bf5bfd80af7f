"""Which dollar "$" is in a document."""

from generator import lexicon
from generator.analysis import Analysis


def dollar_of(analysis: Analysis) -> str:
    """The ISO code that "$" and "dollar" alone stand for: that of the one dollar country that the document names, else USD.

    A text that writes "percent" is taken for American, whichever country it names in passing.
    """
    book = lexicon.load("currencies")
    names = {analysis.text[mention.start:mention.end] for entity in analysis.entities for mention in entity.names}
    if names & set(book["dollar_home"]):
        return "USD"
    named = [code for code, countries in book["dollar_countries"].items() if names & set(countries)]
    return named[0] if len(named) == 1 and "per cent" in analysis.text else "USD"
