"""Plain text is UTF-8, or it is refused."""

from pathlib import Path

import pytest

from generator.errors import SeedError
from generator.ingest.text import decode, read_text

WHERE = Path("seeds/x.txt")
ICONV = "Convert it, for example: iconv -f {} -t UTF-8 old.txt > new.txt"


@pytest.mark.parametrize("raw", [b"Profit rose.", b"\xef\xbb\xbfProfit rose."], ids=["plain", "with a byte order mark"])
def test_utf8_is_read(raw):
    """A byte order mark is no part of the text."""
    assert read_text(raw, WHERE).text == "Profit rose."


@pytest.mark.parametrize(("raw", "message"), [
    (b"Profit\nrose \x80 5", "seeds/x.txt:2: this seed is not UTF-8: byte 12 is 0x80. " + ICONV.format("WINDOWS-1252")),
    (b"Profit\xed\xa0\x80", "seeds/x.txt:1: this seed is not UTF-8: byte 6 is 0xed. " + ICONV.format("WINDOWS-1252")),
    ("Profit".encode("utf-16"), "seeds/x.txt: this seed is not UTF-8: it begins as UTF-16 does. " + ICONV.format("UTF-16")),
    (b"\x7fELF\x02\x01\x00", "seeds/x.txt: this seed is not a text: byte 6 is NUL, as in programs and pictures. "
                             "Save the document as UTF-8 text."),
    (b"x" * 4_000_001, "seeds/x.txt: this seed holds 4,000,001 bytes, more than the 1,000,000 characters that one document may have. "
                       "Split it into several documents."),
], ids=["windows-1252", "a surrogate", "utf-16", "a program", "a book"])
def test_what_is_no_text_is_refused(raw, message):
    """One message names file, line, reason and remedy."""
    with pytest.raises(SeedError) as caught:
        decode(raw, WHERE)
    assert caught.value.message == message
