"""The library for machines."""

import csv
import io
import json
import sqlite3
from xml.etree import ElementTree as Xml

import pytest

from generator.library import library_of
from generator.site.context import Site
from generator.site.database import database
from generator.site.exports import DOWNLOADS, exports
from generator.site.feeds import feeds
from generator.site.linked_data import linked_data, script
from tests.making import brief, change, event, metric, organisation, person, quote, risk

QUARTER = ("2031-01-01", "2031-03-31")
SITE = Site(name="Test & <library>", description="What it is", url="https://site.example/")
ATOM = "{http://www.w3.org/2005/Atom}"


def some_briefs():
    return [brief(
        "a", published="2031-02-20", about="Vellmora", title="Vellmora <grows>", summary="Sales & profit rose.",
        organisations=(organisation("Vellmora"),), people=(person("Mira Solberg", "Vellmora", "chairwoman"),),
        metrics=(metric("Vellmora", 5e9, id="metric-1", label="=cmd()", change=change(8), days=QUARTER),),
        quotes=(quote("Mira Solberg", "demand is </script> back", id="quote-1"),), risks=(risk("@Rates may rise.", id="risk-1"),),
        events=(event("2031-02-01", "It grew."),)),
        brief("b", published="2031-01-10", organisations=(organisation("Vellmora Inc."),))]


def files(library=None):
    return {one.path: one.content for one in exports(library or library_of(some_briefs()), SITE)}


def test_what_the_data_page_offers_is_there():
    """Every download is a file, with or without briefs."""
    for library in (library_of(some_briefs()), library_of([])):
        assert {path for path, _ in DOWNLOADS} <= set(files(library))


def test_the_same_library_gives_the_same_bytes(monkeypatch):
    """Neither the order of the briefs nor the time changes a byte."""
    first = files(library_of(some_briefs()))
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert files(library_of(some_briefs()[::-1])) == first


def test_no_cell_is_a_formula():
    """What a spreadsheet would run is text."""
    rows = {name: list(csv.DictReader(io.StringIO(files()[f"data/{name}.csv"]))) for name in ("metrics", "risks")}
    assert (rows["metrics"][0]["label"], rows["risks"][0]["statement"]) == ("'=cmd()", "'@Rates may rise.")
    assert {key: rows["metrics"][0][key] for key in ("brief", "item", "value", "unit", "change", "period_end", "company")} == {
        "brief": "a", "item": "metric-1", "value": "5000000000", "unit": "USD", "change": "8", "period_end": "2031-03-31",
        "company": "vellmora"}


def test_the_list_of_briefs():
    """Each brief with where it is found and what it names."""
    found = json.loads(files()["data/briefs.json"])
    assert [(one["id"], one["page"], one["companies"], one["items"]) for one in found] == [
        ("a", "a.html", ["vellmora"], 6), ("b", "b.html", ["vellmora"], 1)]


def test_the_guide_for_language_models_lists_data_and_briefs():
    """Title, data and briefs with full addresses; the documents' words are escaped."""
    text = files()["llms.txt"]
    assert text.startswith("# Test & &lt;library&gt;\n\n> What it is\n")
    assert "- [Vellmora &lt;grows&gt;](https://site.example/a.json): 20 February 2031. Sales & profit rose.\n" in text
    assert "(https://site.example/data/library.sqlite)" in text


@pytest.fixture
def opened(tmp_path):
    """The database, opened from a file as another program would."""
    path = tmp_path / "library.sqlite"
    path.write_bytes(database(library_of(some_briefs())))
    return sqlite3.connect(path)


def test_the_database_is_whole(opened):
    """SQLite finds no damage, and every reference leads somewhere."""
    assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert opened.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_database_joins_and_searches(opened):
    """Tables join by their keys, and words find items."""
    joined = "SELECT p.name, c.name, q.text FROM quotes q JOIN people p ON q.person = p.slug JOIN companies c ON q.company = c.slug"
    assert opened.execute(joined).fetchall() == [("Mira Solberg", "Vellmora Inc.", "demand is </script> back")]
    search = "SELECT kind, item FROM words JOIN words_fts ON words_fts.rowid = words.rowid WHERE words_fts MATCH 'rates'"
    assert opened.execute(search).fetchall() == [("risks", "risk-1")]


def test_numbers_beyond_the_databases_are_kept_as_near_as_it_can():
    """A number of more than 64 bits is no reason to fail."""
    content = database(library_of([brief("a", metrics=(metric("Vellmora", 10**30),))]))
    connection = sqlite3.connect(":memory:")
    connection.deserialize(content)
    assert connection.execute("SELECT value FROM metrics").fetchall() == [(1e30,)]


def feed(path, site=SITE, briefs=None):
    content = {one.path: one.content for one in feeds(library_of(briefs or some_briefs()), site)}
    return Xml.fromstring(content[path])


def test_the_feed_has_the_newest_brief_first_and_no_time_of_the_build():
    """Titles, addresses and times are the documents' own."""
    root = feed("feed.xml")
    entries = root.findall(f"{ATOM}entry")
    assert root.findtext(f"{ATOM}updated") == "2031-02-20T00:00:00Z"
    assert [(one.findtext(f"{ATOM}title"), one.findtext(f"{ATOM}id"), one.findtext(f"{ATOM}updated")) for one in entries] == [
        ("Vellmora <grows>", "https://site.example/a.html", "2031-02-20T00:00:00Z"),
        ("The b brief", "https://site.example/b.html", "2031-01-10T00:00:00Z")]


def test_a_company_that_documents_are_about_has_a_feed():
    """It lists the briefs that name the company."""
    assert len(feed("companies/vellmora.xml").findall(f"{ATOM}entry")) == 2


def test_a_feed_without_address_has_ids_and_relative_links():
    """A library that does not know where it will stand has a valid feed all the same."""
    root = feed("companies/vellmora.xml", Site(name="Test", description=""))
    links = [link.get("href") for link in root.findall(f"{ATOM}link")]
    assert root.findtext(f"{ATOM}id").startswith("urn:uuid:")
    assert links == ["../companies/vellmora.xml", "../companies/vellmora.html"]


def test_a_document_without_date_has_the_time_of_the_sources(monkeypatch):
    """SOURCE_DATE_EPOCH stands in where the document has no date."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert feed("feed.xml", briefs=[brief("a")]).findtext(f"{ATOM}updated") == "1970-01-02T00:00:00Z"


def test_a_feed_is_xml_whatever_the_document_holds():
    """Characters that XML does not know are replaced."""
    assert feed("feed.xml", briefs=[brief("a", title="a\x00b\uffff]]>")]).find(f"{ATOM}entry").findtext(f"{ATOM}title") == "a�b�]]>"


def test_a_brief_in_the_words_of_schema_org():
    """Report, quotation, observation, person and organisation, without properties that the brief does not tell."""
    library = library_of(some_briefs())
    node = linked_data(library.briefs[0], library, SITE)
    quotation, observation = node["hasPart"]
    assert (node["@type"], node["@id"], node["datePublished"], node["about"]) == (
        "Report", "https://site.example/a.html", "2031-02-20", {"@type": "Corporation", "name": "Vellmora"})
    assert node["mentions"] == [
        {"@type": "Person", "name": "Mira Solberg", "jobTitle": "chairwoman", "worksFor": {"@type": "Organization", "name": "Vellmora"}},
        {"@type": "Corporation", "name": "Vellmora"}]
    assert quotation == {"@type": "Quotation", "@id": "https://site.example/a.html#quote-1", "text": "demand is </script> back",
                         "creator": {"@type": "Person", "name": "Mira Solberg"}}
    assert (observation["value"], observation["unitCode"], observation["observationPeriod"]) == (5e9, "USD", "2031-01-01/2031-03-31")


def test_linked_data_cannot_end_its_element():
    """The script element holds no mark of HTML, and says the same."""
    library = library_of(some_briefs())
    node = linked_data(library.briefs[0], library, SITE)
    assert not set("<>&") & set(script(node))
    assert json.loads(script(node)) == node


def test_what_nobody_reads_in_the_database_is_empty():
    """A page's room between pointers and cells holds zeros: nothing of how SQLite came to write it."""
    content = database(library_of(some_briefs()))
    pages = [content[start:start + 4096] for start in range(4096, len(content), 4096)]
    rooms = [page[8 + 2 * int.from_bytes(page[3:5], "big"):int.from_bytes(page[5:7], "big")] for page in pages if page[0] in (10, 13)]
    assert len(rooms) > 10
    assert not any(map(any, rooms))
