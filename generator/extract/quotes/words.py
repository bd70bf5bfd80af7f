"""The words of reporting, as sets."""

from generator.lexicon import load

_LISTS = load("reporting")

SAY = frozenset(_LISTS["say"])
REPORT = frozenset(_LISTS["report"])
DISPOSED = frozenset(_LISTS["disposed"])
THINK = frozenset(_LISTS["think"])
OBJECT: dict[str, list[str]] = _LISTS["object"]
DIRECT_ONLY = frozenset(_LISTS["direct_only"]) - SAY - REPORT - THINK
LOOSE = frozenset(_LISTS["loose"])
VERBS = SAY | REPORT | THINK | OBJECT.keys() | DIRECT_ONLY
DOCUMENTS = frozenset(_LISTS["documents"])
FIGURES = frozenset(_LISTS["figures"])
THINGS = frozenset(_LISTS["things"])
NOMINAL = frozenset(_LISTS["nominal"])
VIEWS = frozenset(_LISTS["views"])
GROUPS = frozenset(_LISTS["groups"])
CONNECTIVES = frozenset(_LISTS["connectives"])
PHRASES: list[list[str]] = [phrase.split() for phrase in _LISTS["connective_phrases"]]
CONTINUES = frozenset(_LISTS["continues"])
INVERTED = SAY - LOOSE | frozenset(_LISTS["inverted"])
CAUSES = frozenset(_LISTS["causes"])
GIVES = frozenset(_LISTS["gives"])
ACTS = frozenset(_LISTS["acts"])
DETAILS = frozenset(_LISTS["details"])
REFUSALS = frozenset(_LISTS["refusals"])
MEDIA = frozenset(_LISTS["media"])
MARKETS = frozenset(_LISTS["markets"])
QUESTIONS = frozenset({"ask", "question", "wonder"})
OFFICES: dict[str, list[str]] = _LISTS["offices"]
QUESTIONERS = frozenset(_LISTS["questioners"])
ANSWERS = frozenset(_LISTS["answers"])
