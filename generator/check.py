"""`briefs check`: is what is committed what the seeds give, grounded, and free of orphaned corrections?"""

from dataclasses import dataclass
from pathlib import Path

from generator.build import Plan, surplus
from generator.grounding import refusal
from generator.models import Brief

SHOWN = 5
"""Files of one kind that are named; a stale library would be a wall of lines."""


@dataclass(frozen=True)
class Report:
    """What `check` found: problems that fail it, and what is worth knowing."""

    problems: tuple[str, ...]
    notes: tuple[str, ...]


def check(made: Plan, folder: Path, require_review: bool = False) -> Report:
    """Compare a folder of briefs with what its seeds give.

    Args:
        made: what the folder should hold.
        folder: the folder as it is.
        require_review: whether a brief that nobody has reviewed is a problem.
    """
    problems = [failure.message for failure in made.failures]
    problems += _stale(made, folder)
    for brief in made.briefs:
        problems += _orphaned(brief)
        if made.whole_texts:  # elsewhere the gate has seen the words that are withheld here
            problems += _ungrounded(brief)
    machine = [brief.id for brief in made.briefs if brief.review.status != "reviewed"]
    waiting = [f"{name}: not reviewed yet. Read the brief, then set `status: reviewed` in its review file." for name in machine]
    if require_review:
        return Report((*problems, *waiting), made.notes)
    unread = [f"{len(machine)} of {len(made.briefs)} briefs are not reviewed by a person yet."] if machine else []
    return Report(tuple(problems), (*made.notes, *unread))


def _stale(made: Plan, folder: Path) -> list[str]:
    missing, edited = [], []
    for name, content in sorted(made.files.items()):
        if not (folder / name).is_file():
            missing.append(name)
        elif (folder / name).read_bytes() != content.encode("utf-8"):
            edited.append(name)
    return [
        *_listed(missing, folder, "is missing. Run `briefs build` and commit it."),
        *_listed(edited, folder, "is not what the seeds give. Run `briefs build` and commit it; corrections go into the review file."),
        *_listed(surplus(made, folder), folder, "has no seed any more. Run `briefs build` and commit its removal."),
    ]


def _listed(names: list[str], folder: Path, what: str) -> list[str]:
    """A line a file, for as many as somebody will read."""
    lines = [f"{folder / name}: {what}" for name in names[:SHOWN]]
    return [*lines, f"{folder}: and {len(names) - SHOWN} files more: each {what}"] if len(names) > SHOWN else lines


def _ungrounded(brief: Brief) -> list[str]:
    refused = ((item, refusal(item, brief.text)) for _, item in brief.items())
    return [f"{brief.id}: {item.id} does not rest on its source: {reason}. Please report it." for item, reason in refused if reason]


def _orphaned(brief: Brief) -> list[str]:
    return [f"{brief.source.path}: a correction has lost its item: {orphan}. Point it to the new item in the review file, or delete it."
            for orphan in brief.review.orphaned]
