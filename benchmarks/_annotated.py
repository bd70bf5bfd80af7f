"""Where the annotated briefs are: they are other people's texts, and no part of the project."""

from pathlib import Path

ANNOTATED = Path(__file__).resolve().parents[2] / "shared" / "gold" / "dev"
"""NAME.txt and NAME.json (metrics, people, risks and quotes, each with its evidence sentence)."""
MISSING = {"not measured": f"there are no annotated briefs in ../{ANNOTATED.parent.parent.name}/gold/dev"}
