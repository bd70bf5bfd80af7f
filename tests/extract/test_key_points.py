from generator.assemble import summary
from generator.extract import extract
from generator.grounding import refusal
from tests.reading import read

STORY = """Quillfeather cuts forecast

Quillfeather Inc. cut its sales forecast for 2024 to 90 million dollars, after orders from schools fell by a fifth. What a pity! \
The maker of pens had expected sales of 110 million dollars. It is worth noting that Quillfeather makes its pens in Leeds.

Higher steel prices could hurt its margins next year, the company warned. "It is raining," said a man in the street.

Quillfeather Inc. cut its sales forecast for 2024 to 90 million dollars. The company plans to close a plant in Hull in May, and \
260 workers will lose their jobs.

Sign up for our newsletter."""


def points(text):
    analysis = read(text)
    return [point.text for point in extract(analysis).key_points]


def test_story():
    """The points tell what happened, why and what follows, each once, in the order of the text, and nothing of style."""
    found = points(STORY)
    assert found[0].startswith("Quillfeather Inc. cut its sales forecast for 2024 to 90 million dollars, after")
    assert "Higher steel prices could hurt its margins next year, the company warned." in found
    assert len(found) in (3, 4)
    assert not [text for text in found if "raining" in text or "pity" in text or "newsletter" in text]
    assert [STORY.index(text[:40]) for text in found] == sorted(STORY.index(text[:40]) for text in found)


def test_grounded():
    """A point is verbatim in its sentence."""
    analysis = read(STORY)
    assert {refusal(point, analysis.text) for point in extract(analysis).key_points} == {None}


def test_long_sentence():
    """A long sentence is cut at the end of a clause behind its main verb."""
    tail = "which the chairman called a step towards the future of writing in schools and offices and homes in many countries"
    text = (f"Quillfeather Inc. agreed to buy the paper mill of its oldest supplier in the north for ninety million dollars, {tail},"
            f" and which the unions had long asked for in vain because they feared that the mill would be closed by its owners.")
    assert text.startswith(points(text)[0] + ",")


def test_nothing_to_say():
    """A document without a sentence that could be a point has none."""
    assert points("What now? And then? Who knows!") == []


def test_conversation():
    """Nothing that is asked, or said to somebody, is a point, nor a short sentence that names nobody."""
    found = points("Quillfeather Inc. closed its plant in Hull in May after sales had fallen by a third. Your company cut its forecast in "
                   "the very same month of May. Will Quillfeather close its plant in Leeds as well this year? The hope had been nine "
                   "million. Quillfeather Inc. keeps the plant in Leeds open and will make 40 million pens there. Ada Example, the "
                   "chairwoman, said that steel would be dearer.")
    assert not [text for text in found if "Your company" in text or "?" in text or "The hope" in text]
    assert len(found) == 3


def test_summary():
    """The summary is the first point that says more than the title; without points it says why."""
    analysis = read(STORY)
    found = extract(analysis).key_points
    assert summary(found, analysis.header) == found[0].text
    assert summary([], read("{} = []; <x> = {};" * 9).header).startswith("No items")
