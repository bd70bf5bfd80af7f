"""The files of the search: which words stand where."""

from generator.library import library_of
from generator.models import Metric
from generator.site import postings
from generator.site.entries import entries
from generator.site.postings import Postings
from generator.site.search import index_site
from generator.site.view import BriefView
from tests.factory import TEXT, brief, facts, span

REVENUE = Metric(id="metric-1", metric="revenue", label="Turnover", entity="Orrin Mills", value=120_000_000, unit="EUR",
                 value_text="120 million euros", evidence=(span(TEXT.split("\n\n")[0]),))


def files(*pages: tuple[str, str]) -> dict[str, object]:
    """The files for pages with a title and one item each."""
    made = Postings()
    for number, (title, item) in enumerate(pages):
        made.add(number, (title,), (), (item,), ())
    return dict(made.files())


def test_an_item_is_found_by_words_that_it_does_not_show():
    """The source's own words, the scale in full, and what people call such a figure."""
    view = BriefView(brief().model_copy(update={"metrics": (REVENUE,)}))
    assert next(iter(entries(view))) == ("metric-1", "Orrin Mills: Revenue “Turnover” €120 m",
                                         "Turnover 120 million euros €120 million sales turnover")


def test_a_page_is_listed_by_where_its_word_stands():
    """Title, items told often or in key points, an item, the source; the numbers of pages as differences."""
    made = Postings()
    made.add(3, ("wool",), (), (), ())
    made.add(5, (), ("wool",), (), ())
    made.add(6, (), (), ("wool",), ())
    made.add(9, (), (), ("wool", "wool", "wools"), ("wool",))
    made.add(11, (), (), (), ("wool",))
    assert dict(made.files())["words-wo.json"] == {"wool": [[3], [5, 4], [6], [11]]}


def test_a_word_of_many_pages_has_them_in_another_file():
    """What all words of two letters share stays small."""
    made = files(*[("wool", "") for _ in range(postings.FEW + 1)])
    assert (made["words-wo.json"], made["pages-of-0.json"]) == ({"wool": 0}, {"wool": [[0, *[1] * postings.FEW], [], [], []]})


def test_words_in_any_script_have_a_file():
    """A file's name holds plain letters and digits alone."""
    made = files(("Ærø", "半 9.5 a"))
    assert made["heads.json"] == ["-534a", "-e6r", "9-2e", "a"]


def test_what_a_mistyped_word_may_mean():
    """Words as they are written, the frequent ones first; short ones and figures are none."""
    made = files(("mills", "mill"), ("mills", "major 2025 mad"), ("mills", "margin"), ("margin", ""))
    assert (made["near-m.json"], made["near-x.json"]) == (["mills", "margin", "major"], [])


def test_the_same_library_has_the_same_files(tmp_path):
    """Nothing hangs on the order of a set."""
    library = library_of([brief(facts())])
    for name in ("one", "two"):
        index_site(tmp_path / name, library)
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / name / "search").iterdir()} for name in ("one", "two"))
    assert (one, len(one) > 20) == (two, True)
