"""Run the benchmarks and keep their results."""

import importlib
import platform
import sys
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent
RESULTS = FOLDER / "results.yml"


def main(names: list[str]) -> None:
    """Measure what is named, or everything."""
    known = sorted(path.stem for path in FOLDER.glob("*.py") if not path.stem.startswith("_"))
    results = yaml.safe_load(RESULTS.read_text(encoding="utf-8")) if RESULTS.is_file() else {}
    for name in names or known:
        measured = importlib.import_module(f"benchmarks.{name}").measure()
        print(f"\n{name}")
        for what, value in measured.items():
            print(f"  {what:48} {value}")
        results[name] = {"python": platform.python_version(), "machine": platform.machine(), **measured}
    RESULTS.write_text(yaml.safe_dump(results, sort_keys=True, allow_unicode=True), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
