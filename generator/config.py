"""The options of the plugin `briefs` in `mkdocs.yml`, read without MkDocs: one configuration for every command."""

from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator.errors import ConfigError
from generator.models import stable_id


class Options(BaseModel):
    """What a library can choose. Paths are relative to the folder of `mkdocs.yml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    seeds: str = Field(default="seeds", description="Folder of the source documents.")
    model: str = Field(default="en_core_web_sm", description="Name of the spaCy pipeline that reads them.")
    workers: int = Field(default=0, ge=0, le=64, description="Processes that read documents; 0 means one per processor.")
    publish_source: Literal["full", "evidence", "none"] = Field(
        default="full", description="How much of a source text is published with its brief.")

    def digest(self) -> str:
        """A hash of the options that change what a brief says: the same in every place that gives the same bytes."""
        return stable_id("config", self.model, self.publish_source).removeprefix("config-")


class Config(BaseModel):
    """A library: where it is, and its options."""

    model_config = ConfigDict(frozen=True)

    root: Path
    briefs: Path
    site: Path
    options: Options = Options()

    @property
    def seeds(self) -> Path:
        """The folder of the source documents."""
        return self.root / self.options.seeds


class _Loader(yaml.SafeLoader):
    """YAML as MkDocs reads it: its tags (``!ENV``, ``!!python/name:``) are passed over, not run."""


_Loader.add_multi_constructor("", lambda *_: None)


def parse_options(data: Any, where: str) -> Options:
    """The options in a mapping, or in nothing.

    Raises:
        ConfigError: an option is not known, or its value is not understood.
    """
    try:
        return Options.model_validate(data or {})
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"])) or "briefs"
        known = ", ".join(Options.model_fields)
        unknown = first["type"] == "extra_forbidden"
        what = f"`{key}` is not an option of the plugin briefs" if unknown else f"the option `{key}` is not understood"
        raise ConfigError(what, where=where, why="" if unknown else first["msg"],
                          remedy=f"The options are {known}; see README.md.") from None


def load_config(path: Path) -> Config:
    """The library that the `mkdocs.yml` at ``path`` describes.

    Raises:
        ConfigError: there is no such file, it is not YAML, or its options are wrong.
    """
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - derived from SafeLoader
    except FileNotFoundError:
        raise ConfigError("there is no mkdocs.yml here", where=str(path),
                          remedy="Run the command in the folder of a library, or name it with --config-file.") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        raise ConfigError("this is not YAML", where=f"{path}:{mark.line + 1}" if mark else str(path),
                          why=getattr(error, "problem", None) or str(error),
                          remedy="Mend the line; `mkdocs.yml` is YAML.") from None
    if not isinstance(data, dict):
        raise ConfigError("this holds no settings", where=str(path), remedy="Start from the mkdocs.yml in README.md.")
    root = path.parent
    return Config(root=root, briefs=root / str(data.get("docs_dir", "briefs")), site=root / str(data.get("site_dir", "site")),
                  options=parse_options(_plugin(data.get("plugins")), str(path)))


def _plugin(plugins: Any) -> Any:
    """What stands under ``plugins: - briefs:``, in either form that MkDocs allows."""
    entries = [plugins] if isinstance(plugins, dict) else plugins or []
    return next((entry["briefs"] for entry in entries if isinstance(entry, dict) and "briefs" in entry), {})
