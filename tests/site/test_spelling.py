"""The words that the search knows."""

from generator.site.spelling import spelling_files


def test_words_are_listed_by_their_beginning():
    """The words of most pages go first; short words and figures are none, accents and capitals make no difference."""
    made = dict(spelling_files(["Revenue of the café rose 8%", "revenue: a rest", "Café, revenue, Cafés"]))
    assert made == {"spelling.json": ["ca", "re", "ro"], "spelling-ca.json": ["cafe", "cafes"], "spelling-re.json": ["revenue", "rest"],
                    "spelling-ro.json": ["rose"]}
