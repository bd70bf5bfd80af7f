"""The library of a few briefs on invented companies and people."""

import random

from generator.library import library_of
from generator.models import Span
from tests.making import brief, change, event, metric, organisation, person, quote, risk

QUARTER = ("2031-01-01", "2031-03-31")
NEXT_QUARTER = ("2031-04-01", "2031-06-30")
YEAR = ("2031-01-01", "2031-12-31")


def names(pages):
    return [page.name for page in pages]


def test_companies_are_one_across_documents_by_name_and_alias():
    """Legal forms, case and accents make no other company, and a short name leads to the only company whose alias it is."""
    library = library_of([
        brief("a", organisations=(organisation("Vellmora Group Ltd."), organisation("Quintara Motor Works", "Quintara"))),
        brief("b", organisations=(organisation("VELLMORA"), organisation("Quintara"))),
        brief("c", organisations=(organisation("Véllmora Inc"),)),
    ])
    assert [(one.name, len(one.briefs), one.slug) for one in library.companies] == [
        ("Vellmora Group Ltd.", 3, "vellmora"), ("Quintara Motor Works", 2, "quintara-motor-works")]


def test_an_alias_of_two_companies_leads_to_neither():
    """A short name that two companies share stays a company of its own."""
    library = library_of([
        brief("a", organisations=(organisation("Orrin Bank", "Orrin"), organisation("Orrin Foods", "Orrin"))),
        brief("b", organisations=(organisation("Orrin"),)),
    ])
    assert sorted(names(library.companies)) == ["Orrin", "Orrin Bank", "Orrin Foods"]


def test_people_of_one_name_stay_apart_by_organisation():
    """One name at two organisations is two people, with addresses that tell which."""
    library = library_of([
        brief("a", people=(person("Mira Solberg", "Vellmora"),)),
        brief("b", people=(person("Dr. Mira Solberg", "Vellmora Inc."),)),
        brief("c", people=(person("Mira Solberg", "Orrin Bank"),)),
    ])
    assert sorted((one.slug, len(one.briefs)) for one in library.people) == [("mira-solberg-orrin-bank", 1), ("mira-solberg-vellmora", 2)]


def test_spellings_of_one_person_are_one_page():
    """Accents, case and an initial in the middle make nobody else; two different initials tell two people."""
    library = library_of([
        brief("a", people=(person("Míra Q. Solberg", "Vellmora"), person("Ola A. Brandt", "Orrin Bank"))),
        brief("b", people=(person("MIRA SOLBERG", "Vellmora"), person("Ola B. Brandt", "Orrin Bank"))),
    ])
    assert [(one.slug, len(one.briefs)) for one in library.people] == [("mira-solberg", 2), ("ola-a-brandt", 1), ("ola-b-brandt", 1)]


def test_a_name_that_reads_like_anothers_address_has_its_own():
    """Mira Solberg of Orrin is not Mira Solberg Orrin."""
    library = library_of([brief("a", people=(person("Mira Solberg", "Orrin"), person("Mira Solberg Orrin", "Orrin"))),
                          brief("b", people=(person("Mira Solberg", "Vellmora"),))])
    assert len({one.slug for one in library.people}) == 3


def test_a_document_that_gives_two_organisations_joins_them():
    """Somebody who moves from one company to another is one person."""
    moved = person("Mira Solberg", "Vellmora", other_roles=({"title": "chairwoman", "organisation": "Orrin Bank"},))
    library = library_of([
        brief("a", people=(person("Mira Solberg", "Vellmora"),)),
        brief("b", people=(person("Mira Solberg", "Orrin Bank"),)),
        brief("c", people=(moved,)),
    ])
    assert [(one.slug, len(one.briefs)) for one in library.people] == [("mira-solberg", 3)]


def test_a_mention_without_organisation_is_guessed_only_from_its_document():
    """It joins the namesake whose organisation its document names; where it names none, it is somebody else."""
    library = library_of([
        brief("a", people=(person("Mira Solberg", "Vellmora"),)),
        brief("b", people=(person("Mira Solberg", "Orrin Bank"),)),
        brief("c", people=(person("Mira Solberg"),), organisations=(organisation("Orrin Bank plc"),)),
        brief("d", people=(person("Mira Solberg"),)),
    ])
    assert {one.slug: [each.id for each in one.briefs] for one in library.people} == {
        "mira-solberg-vellmora": ["a"], "mira-solberg-orrin-bank": ["b", "c"], "mira-solberg": ["d"]}


def test_a_surname_alone_is_nobody_outside_its_document():
    """Two documents that say only "Solberg" may mean two people."""
    library = library_of([brief("a", people=(person("Solberg"),)), brief("b", people=(person("Solberg"),))])
    assert names(library.people) == ["Solberg", "Solberg"]
    assert len({one.slug for one in library.people}) == 2


def test_names_lead_to_pages():
    """A brief's names and aliases lead to the page, under whatever name the page has."""
    one = brief("a", organisations=(organisation("Vellmora Group", "Vellmora"),), people=(person("Mira Solberg", aliases=("Solberg",)),))
    library = library_of([one])
    found = [library.page_of(one, name) for name in ("Vellmora", "Solberg", "nobody", None)]
    assert [ref and ref.path for ref in found] == ["companies/vellmora", "people/mira-solberg", None, None]


def test_only_numbers_of_one_kind_are_compared():
    """Unit, length of the period, and level or change make a kind of their own."""
    library = library_of([brief("a", about="Vellmora", metrics=(
        metric("Vellmora", 5e9, days=QUARTER, change=change(8)), metric("Vellmora", 6e9, days=NEXT_QUARTER, change=change(2, "down")),
        metric("Vellmora", 20e9, days=YEAR), metric("Vellmora", 4e9, unit="EUR", days=QUARTER)))])
    assert [(one.slug, [point.value for point in one.series[0].points]) for one in library.comparisons] == [
        ("revenue-change-yoy-percent-quarter", [8, -2]), ("revenue-usd-quarter", [5e9, 6e9])]


def test_one_number_in_two_briefs_is_one_point():
    """Two documents that report the same quarter's revenue give one point with both as sources."""
    library = library_of([brief(name, about="Vellmora", metrics=(metric("Vellmora", 5e9, days=QUARTER),)) for name in "ab"])
    [series] = library.companies[0].series
    assert [[entry.brief.id for entry in point.entries] for point in series.points] == [["a", "b"]]


def test_a_unit_is_a_series_below_its_company():
    """The number of "Vellmora’s cloud unit" is on the company's page and not in the company's own series."""
    library = library_of([brief("a", about="Vellmora", metrics=(
        metric("Vellmora", 5e9, days=QUARTER), metric("Vellmora’s cloud unit", 1e9, days=QUARTER)))])
    assert [series.entity for series in library.companies[0].series] == ["Vellmora", "Vellmora’s cloud unit"]


def test_a_unit_is_its_owners_where_the_sentence_says_so():
    """The unit's name alone tells nothing; "Vellmora Group’s cloud unit" in the evidence does."""
    text = "Vellmora Group’s cloud unit earned more. The cloud unit of Orrin lost."
    first, second = Span(start=0, end=40), Span(start=41, end=len(text))
    library = library_of([brief("a", text=text, organisations=(organisation("Vellmora Group"),), metrics=(
        metric("cloud unit", 1, evidence=(first,)), metric("cloud unit", 2, evidence=(second,))))])
    assert [[ref.name for ref in entry.about] for entry in library.metrics] == [["Vellmora Group"], []]


def test_a_unit_is_one_with_and_without_its_owners_name():
    """Both ways of naming it are one series."""
    text = "Vellmora’s cloud unit earned more."
    evidence = (Span(start=0, end=len(text)),)
    library = library_of([brief("a", text=text, about="Vellmora", metrics=(
        metric("cloud unit", 1, days=QUARTER, evidence=evidence), metric("Vellmora’s cloud unit", 2, days=NEXT_QUARTER)))])
    assert [[point.value for point in series.points] for series in library.companies[0].series] == [[1, 2]]


def test_costs_of_different_things_are_different_series():
    """A metric that is one thing only with its label is compared under the same label alone."""
    library = library_of([brief("a", about="Vellmora", metrics=(
        metric("Vellmora", 1, metric="cost", label="research costs", days=QUARTER),
        metric("Vellmora", 2, metric="cost", label="staff costs", days=QUARTER)))])
    assert library.comparisons == ()


def test_what_is_not_known_to_be_comparable_is_not_compared():
    """A flow of an unknown time, a change on an unknown basis, an amount without unit, a range and unnamed figures make none."""
    library = library_of([brief("a", about="Vellmora", metrics=(
        metric("Vellmora", 1), metric("Vellmora", 2), metric("Vellmora", 3, unit=None, days=QUARTER), metric("Vellmora", 4, metric="other"),
        metric("Vellmora", 5, range={"low": 5, "high": 6}, days=QUARTER),
        metric("Vellmora", None, change=change(5, basis=None), days=QUARTER)))])
    assert library.companies[0].series == ()


def test_a_moment_has_no_length():
    """Debt at the end of a quarter compares with debt at the end of a year."""
    library = library_of([brief("a", about="Vellmora", metrics=(
        metric("Vellmora", 1, metric="debt", days=QUARTER), metric("Vellmora", 2, metric="debt", days=YEAR)))])
    assert [[point.value for point in one.series[0].points] for one in library.comparisons] == [[1, 2]]


def test_risks_are_counted_by_category_and_company():
    """A risk is its subject's; where the subject is no company, the one company's that its sentence names; else nobody's."""
    named = organisation("Orrin Bank", mentions=(Span(start=10, end=20),), evidence=(Span(start=10, end=20),))
    library = library_of([
        brief("a", about="Vellmora", risks=(risk("Demand may fall."), risk("Rates may rise."))),
        brief("b", organisations=(named,), risks=(risk("Loans may fail.", "financial", evidence=(Span(start=5, end=30),)),
                                                  risk("Growth may slow.", evidence=(Span(start=31, end=40),)))),
    ])
    register = library.risks
    assert {(category, ref.slug if ref else None): count for (category, ref), count in register.counts.items()} == {
        ("macro", "vellmora"): 2, ("financial", "orrin-bank"): 1, ("macro", None): 1}
    assert [ref.slug if ref else None for ref in register.companies] == ["vellmora", "orrin-bank", None]


def test_a_report_on_a_market_blames_nobody_for_all_of_it():
    """Its risks are those of the companies that the sentences name, not of the one named most."""
    library = library_of([brief("a", about="Vellmora", kind="market", risks=(risk("Rates may rise."),))])
    assert library.risks.companies == (None,)


def test_a_statement_is_on_the_pages_of_speaker_and_employer():
    """What the head of a company said is the person's and the company's statement."""
    people = (person("Mira Solberg", "Vellmora"),)
    library = library_of([brief("a", about="Vellmora", organisations=(organisation("Vellmora"),), people=people,
                                quotes=(quote("Mira Solberg", "demand is back"), quote("Vellmora", "the plant is open", "organisation")))])
    assert [entry.item.text for entry in library.people[0].quotes] == ["demand is back"]
    assert [entry.item.text for entry in library.companies[0].quotes] == ["demand is back", "the plant is open"]


def test_the_timeline_has_the_latest_first_and_no_unknown_days():
    """Events are merged over briefs by day."""
    library = library_of([brief("a", events=(event("2031-02-01", "A"), event(None, "B"))), brief("b", events=(event("2031-03-01", "C"),))])
    assert [entry.item.text for entry in library.timeline] == ["C", "A"]


def test_related_briefs_say_what_is_shared_the_rarest_first():
    """What few briefs share comes before what many do."""
    library = library_of([
        brief("a", organisations=(organisation("Vellmora"), organisation("Orrin Bank"))),
        brief("b", organisations=(organisation("Vellmora"), organisation("Orrin Bank"))),
        brief("c", organisations=(organisation("Vellmora"),)),
        brief("d"),
    ])
    assert [(one.brief.id, one.reason) for one in library.related["a"]] == [("b", "shares Orrin Bank, Vellmora"), ("c", "shares Vellmora")]
    assert library.related["d"] == ()


def test_the_subject_counts_most_and_the_publisher_nothing():
    """Two briefs about one company are nearer than two that name another; who published them makes none nearer."""
    wire = organisation("Tallow Wire")
    library = library_of([
        brief("a", about="Vellmora", organisations=(organisation("Vellmora"), organisation("Orrin Bank"), wire), publisher="Tallow Wire"),
        brief("b", about="Vellmora", organisations=(organisation("Vellmora"),)),
        brief("c", organisations=(organisation("Orrin Bank"),)),
        brief("d", organisations=(wire,), publisher="Tallow Wire"),
    ])
    assert [(one.brief.id, one.reason) for one in library.related["a"]] == [("b", "shares Vellmora"), ("c", "shares Orrin Bank")]


def test_a_role_is_told_once_and_whole():
    """A title without organisation, or the other way round, adds nothing where the whole is known."""
    library = library_of([
        brief("a", published="2031-03-01", people=(person("Mira Solberg", None, "chairwoman"),)),
        brief("b", published="2031-02-01", people=(person("Mira Solberg", "Vellmora", "chairwoman"),)),
        brief("c", published="2031-01-01", people=(person("Mira Solberg", "Vellmora"), person("Ola Brandt", "Vellmora"))),
    ])
    assert {one.name: [(role.title, role.organisation) for role in one.affiliations] for one in library.people} == {
        "Mira Solberg": [("chairwoman", "Vellmora")], "Ola Brandt": [(None, "Vellmora")]}


def test_names_that_differ_by_case_are_shown_once():
    """A name in capitals is no other name."""
    library = library_of([brief("a", organisations=(organisation("Vellmora Group", "VELLMORA", "Vellmora"),))])
    assert library.companies[0].aliases == ("Vellmora",)


def test_topics_are_what_the_words_show():
    """A topic in the title counts at once, one in the text when it is named three times."""
    one = brief("a", title="A tariff on tea", text="Ships came. The chipmaker said chips are short. Memory chips are dear. Ships left.")
    library = library_of([one])
    assert [topic.name for topic in library.topics_of["a"]] == ["semiconductors", "trade policy"]


def test_the_order_of_the_briefs_does_not_matter():
    """The library is made of what the briefs say, not of the order in which they were read."""
    briefs = [brief(f"brief-{number}", published=f"2031-01-{1 + number % 9:02}", about=f"Firm {number % 4} Inc.",
                    organisations=(organisation(f"Firm {number % 5}", f"F{number % 3}"), organisation(f"House {number % 7}")),
                    people=(person(f"Pat {number % 3} Doe", f"Firm {number % 5}" if number % 2 else None),),
                    metrics=(metric(f"Firm {number % 4}", number, days=QUARTER),)) for number in range(24)]
    shuffled = random.Random(7).sample(briefs, len(briefs))
    assert repr(library_of(shuffled)) == repr(library_of(briefs))


def test_no_briefs_are_a_library_too():
    """A library without briefs is empty everywhere."""
    library = library_of([])
    assert (library.briefs, library.companies, library.risks.companies, library.related) == ((), (), (), {})
