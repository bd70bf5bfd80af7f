"""Atom feeds (RFC 4287): all briefs, and one for each company that documents are about.

The only times in them are dates of publication, so that a feed changes when its briefs do. A document without a date has that of
its retrieval, or else of ``SOURCE_DATE_EPOCH``, or of the beginning of Unix time.
"""

import os
import re
import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from urllib.parse import quote
from xml.etree import ElementTree as Xml

from generator.library import Company, Library
from generator.models import Brief
from generator.site.context import Site
from generator.site.pages import SiteFile

ATOM = "http://www.w3.org/2005/Atom"
MOST = 50
"""Entries of a feed."""
MEDIA_TYPE = "application/atom+xml"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feeds(library: Library, site: Site) -> Iterator[SiteFile]:
    """The feed of the library, ``feed.xml``, and those of its companies."""
    yield SiteFile("feed.xml", _feed("feed.xml", "index", site.name, library.briefs, library, site))
    for company in library.companies:
        path = feed_of(company)
        if path:
            yield SiteFile(path, _feed(path, company.ref.path, f"{company.name} – {site.name}", company.briefs, library, site))


def feed_of(company: Company) -> str | None:
    """The path of a company's feed; none where no document is mainly about it."""
    return f"{company.ref.path}.xml" if company.subject_of else None


def _feed(path: str, page: str, title: str, briefs: Sequence[Brief], library: Library, site: Site) -> bytes:
    shown = briefs[:MOST]
    feed = Xml.Element("feed", {"xmlns": ATOM, "xml:lang": "en"})
    _text(feed, "title", title)
    _text(feed, "id", _identity(path, site))
    _text(feed, "updated", _time(max(map(_date, shown), default=_fallback())))
    _text(Xml.SubElement(feed, "author"), "name", site.name)
    Xml.SubElement(feed, "link", {"rel": "self", "type": MEDIA_TYPE, "href": _address(path, path, site)})
    Xml.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": _address(f"{page}.html", path, site)})
    for brief in shown:
        _entry(feed, brief, path, library, site)
    Xml.indent(feed, " ")
    return b"%b\n" % Xml.tostring(feed, "utf-8", xml_declaration=True)


def _entry(feed: Xml.Element, brief: Brief, here: str, library: Library, site: Site) -> None:
    entry = Xml.SubElement(feed, "entry")
    _text(entry, "title", brief.title)
    _text(entry, "id", _identity(f"{brief.id}.html", site))
    _text(entry, "updated", _time(_date(brief)))
    Xml.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": _address(f"{brief.id}.html", here, site)})
    if brief.source.author:
        _text(Xml.SubElement(entry, "author"), "name", brief.source.author)
    for term in dict.fromkeys([brief.kind, *(topic.name for topic in library.topics_of[brief.id])]):
        Xml.SubElement(entry, "category", {"term": _clean(term)})
    _text(entry, "summary", brief.summary)


def _text(parent: Xml.Element, name: str, words: str) -> None:
    Xml.SubElement(parent, name).text = _clean(words)


def _clean(words: str) -> str:
    """The words without the characters that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", words)


def _identity(path: str, site: Site) -> str:
    """The id of a feed or entry: its address, or a name made of site and path where it is not known where the site will stand."""
    return _absolute(path, site) or uuid.uuid5(uuid.NAMESPACE_URL, f"{site.name}/{path}").urn


def _address(path: str, here: str, site: Site) -> str:
    """The address of a file of the site: in full, or seen from the feed at ``here``."""
    return _absolute(path, site) or "../" * here.count("/") + quote(path)


def _absolute(path: str, site: Site) -> str:
    return site.address(quote(path))


def _date(brief: Brief) -> date:
    return brief.source.published or brief.source.retrieved or _fallback()


def _fallback() -> date:
    return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH") or 0), UTC).date()


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
