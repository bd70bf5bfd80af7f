import pytest

from generator.corrections import Corrections, read_review
from generator.errors import ReviewError
from generator.grounding import refusal
from generator.handwritten import parse
from generator.models import Brief, Organisation, Person, Span
from generator.review import apply
from tests.cases import cases
from tests.factory import TEXT, brief

RISK = brief().risks[0].id
METRIC = brief().metrics[0].id


def corrected(**corrections: object) -> Brief:
    return apply(brief(), Corrections.model_validate(corrections), "seeds/orrin.review.yml")


def test_drop_by_id_removes_the_item():
    """A dropped item is gone, and the others stay."""
    made = corrected(drop=[RISK])
    assert (made.risks, made.metrics, made.review.corrections) == ((), brief().metrics, 1)


def test_drop_by_words_removes_the_item_that_holds_them():
    """Where a person knows no id, words of the item name it."""
    assert corrected(drop=[{"in": "quotes", "text": "demand will"}]).quotes == ()


def test_set_changes_fields_and_keeps_the_id():
    """A corrected item keeps its id, so that links to it and later corrections hold."""
    made = corrected(set=[{"item": RISK, "category": "macro"}]).risks[0]
    assert (made.id, made.category) == (RISK, "macro")


def test_add_quotes_the_source():
    """An added item rests on the words that it quotes."""
    made = corrected(add=[{"to": "risks", "evidence": "demand will hold", "statement": "demand will hold", "category": "macro",
                           "status": "possible"}])
    assert [item.evidence[0].of(TEXT) for item in made.risks] == ["demand will hold", "Higher wool prices could squeeze margins."]


def test_an_added_quote_takes_its_words_from_the_source():
    """The text of an added quote is found in the source and becomes its content."""
    made = corrected(drop=[brief().quotes[0].id], add=[{
        "to": "quotes", "evidence": "Chief executive Dana Brook said that demand will hold.", "text": "demand will hold",
        "speaker": "Dana Brook", "speaker_kind": "person", "kind": "indirect", "cue": "said"}])
    assert made.quotes == brief().quotes


@pytest.mark.parametrize("kind", ["drop", "set"])
def test_a_correction_without_its_item_is_an_orphan(kind):
    """A correction whose item has gone is recorded, and does not count as applied."""
    made = corrected(**{kind: ["risk-0000000000"] if kind == "drop" else [{"item": "risk-0000000000", "category": "macro"}]})
    assert (made.review.orphaned, made.review.corrections) == ((f"{kind}: risk-0000000000",), 0)


@pytest.mark.parametrize("fields", [{"value": 77}, {"change": {"value": 55, "unit": "percent", "direction": "up", "basis": None}}])
def test_a_number_that_the_source_has_not_is_refused(fields):
    """What people set as a number has the digits of one in the item's evidence."""
    with pytest.raises(ReviewError, match="is no number of its evidence"):
        corrected(set=[{"item": METRIC, **fields}])


def test_an_id_cannot_be_set():
    """Ids are made of the source's words: links and other corrections hold on to them."""
    with pytest.raises(ReviewError, match="an `id` cannot be chosen"):
        corrected(set=[{"item": RISK, "id": "risk-mine"}])


def test_every_item_of_a_corrected_brief_is_grounded():
    """People's items pass the gate that the machine's items pass."""
    made = corrected(set=[{"item": METRIC, "entity": "Orrin Mills", "metric": "other"}], brief={"title": "Revenue up 8%"})
    assert [refusal(item, made.text) for _, item in made.items()] == [None, None, None]


@pytest.mark.parametrize(("corrections", "message"), [
    ({"add": [{"to": "risks", "evidence": "Demand will collapse"}]},
     "seeds/orrin.review.yml: “Demand will collapse” is not in the source: evidence is quoted character for character. "
     "Correct the review file; docs/review.md shows every form."),
    ({"add": [{"to": "risks", "evidence": "Higher wool prices could squeeze margins.", "category": "macro", "status": "possible",
               "statement": "Higher wool prices could squeeze margins."}]},
     f"seeds/orrin.review.yml: an addition is there already: it is {RISK}; change it with `set`. "
     "Correct the review file; docs/review.md shows every form."),
    ({"set": [{"item": METRIC, "entity": "Zell Mills"}]},
     "seeds/orrin.review.yml: a correction is not grounded in the source: “Zell Mills” is not in the text. "
     "Correct the review file; docs/review.md shows every form."),
    ({"add": [{"to": "rumours"}]},
     "seeds/orrin.review.yml: an addition says with `to` what it is: it says 'rumours'; "
     "the kinds are key_points, metrics, people, organisations, risks, quotes, events. "
     "Correct the review file; docs/review.md shows every form."),
    ({"brief": {"title": "Revenue up 9%"}},
     "seeds/orrin.review.yml: “Revenue up 9%” has a number that is not in the source: 9. "
     "Correct the review file; docs/review.md shows every form."),
])
def test_a_correction_that_cannot_be_applied_says_why(corrections, message):
    """The message names the file, what is wrong with it, and what to do."""
    with pytest.raises(ReviewError) as caught:
        corrected(**corrections)
    assert caught.value.message == message


@pytest.mark.parametrize("case", cases("review", "files"), ids=lambda case: case["name"])
def test_a_file_that_is_no_review_is_refused(case, tmp_path):
    """One message names file, line where it is known, reason and remedy."""
    path = tmp_path / "x.review.yml"
    raw = case["raw"] * case.get("times", 1)
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    with pytest.raises(ReviewError) as caught:
        read_review(path, "seeds/x.review.yml")
    assert caught.value.message == case["error"]


def test_a_review_that_is_a_folder_is_refused(tmp_path):
    """What cannot be opened is told as such."""
    with pytest.raises(ReviewError) as caught:
        read_review(tmp_path, "seeds/x.review.yml")
    assert caught.value.message == (
        "seeds/x.review.yml: this review cannot be opened: Is a directory. Make it a file that you may read, or delete it.")


def test_values_are_words_and_become_dates_and_numbers(tmp_path):
    """What looks like a number or a truth is text where text is asked for."""
    path = tmp_path / "x.review.yml"
    path.write_text("status: reviewed\nby: 007\non: 2026-03-02\ndrop: [no]\n", encoding="utf-8")
    review = read_review(path, "seeds/x.review.yml")
    assert (review.status, review.by, str(review.on), review.drop) == ("reviewed", "007", "2026-03-02", ("no",))


def test_the_documented_review_is_understood(root):
    """The example of docs/review.md reads as a review file."""
    example = (root / "docs" / "review.md").read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    made = Corrections.model_validate(parse(example, 10_000))
    assert (made.status, str(made.on), len(made.drop), len(made.set), len(made.add)) == ("reviewed", "2026-03-02", 2, 2, 2)


def test_no_file_means_no_corrections(tmp_path):
    """A seed without a review file is a seed that nobody has corrected."""
    assert read_review(tmp_path / "none.review.yml", "seeds/none.review.yml") == Corrections()


def person(name: str, **fields: object) -> Person:
    place = TEXT.index(name)
    evidence = (Span(start=place, end=place + len(name)),)
    return Person.model_validate({"id": f"person-{len(name):010}", "name": name, "mentions": evidence, "evidence": evidence, **fields})


def test_rename_changes_a_name_wherever_it_stands():
    """The person, the quotes and the metrics have the new name, and the old one is an alias."""
    whole = brief().model_copy(update={"people": (person("Dana Brook", organisation="Orrin Mills"),)})
    made = apply(whole, Corrections(rename={"Dana Brook": "Brook"}), "seeds/orrin.review.yml")
    assert (made.people[0].name, made.people[0].aliases, made.quotes[0].speaker, made.review.corrections) == (
        "Brook", ("Dana Brook",), "Brook", 1)


def test_rename_of_an_organisation_reaches_roles_and_metrics():
    """What a role belongs to and whose number it is go by the new name as well."""
    place = TEXT.index("Orrin Mills")
    company = Organisation(id="organisation-0000000000", name="Orrin Mills", evidence=(Span(start=place, end=place + 11),))
    whole = brief().model_copy(update={"people": (person("Dana Brook", organisation="Orrin Mills"),), "organisations": (company,)})
    made = apply(whole, Corrections(rename={"Orrin Mills": "Orrin"}), "seeds/orrin.review.yml")
    assert (made.organisations[0].name, made.people[0].organisation, made.metrics[0].entity) == ("Orrin", "Orrin", "Orrin")


def test_rename_makes_two_items_of_one_name_one():
    """Whom the machine took for two is one person, with the roles and mentions of both."""
    pair = (person("Dana Brook"), person("Brook", role="Chief executive"))
    made = apply(brief().model_copy(update={"people": pair}), Corrections(rename={"Brook": "Dana Brook"}), "seeds/orrin.review.yml").people
    assert [(one.id, one.name, one.aliases, one.role, len(one.mentions)) for one in made] == [
        (pair[0].id, "Dana Brook", ("Brook",), "Chief executive", 2)]


def test_a_new_name_must_stand_in_the_source():
    """A name that the source does not have is refused."""
    with pytest.raises(ReviewError, match="not in the source"):
        corrected(rename={"Dana Brook": "Dana Brooks"})


def test_a_name_that_has_gone_is_an_orphan():
    """A renaming without its name is recorded, and does not count as applied."""
    made = corrected(rename={"Nobody Here": "Dana Brook"})
    assert (made.review.orphaned, made.review.corrections) == (("rename: Nobody Here",), 0)
