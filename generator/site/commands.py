"""Building and serving through MkDocs, for the command `briefs`: the same as ``mkdocs build`` and ``mkdocs serve``."""

import logging
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from generator.config import load_config as load_library
from generator.errors import ConfigError, DocumentError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from generator.build import Changes, Plan, Progress
    from generator.site.plugin import BriefsPlugin


@dataclass(frozen=True)
class Outcome:
    """What a build of the site did."""

    made: "Plan"
    changes: "Changes"


def build_site(config_file: Path, progress: "Progress | None" = None) -> Outcome:
    """Build briefs and site of the library that ``config_file`` describes.

    Raises:
        BriefsError: what stopped the generation or the search index.
        ConfigError: MkDocs refuses the configuration, or the plugin is not in it.
        DocumentError: MkDocs refuses the pages.
    """
    _log_warnings()
    _make_room(config_file)
    config = _loaded(config_file)
    plugin = _plugin(config, config_file)
    plugin.progress, plugin.embedded = progress, True
    try:
        build(config)
    except Abort as error:
        if plugin.made is None or not plugin.made.failures:
            raise DocumentError("the site was not built", where=str(config_file), why=str(error),
                                remedy="Mend what is said above.") from None
    finally:
        config.plugins.on_shutdown()
    assert plugin.made and plugin.changes
    return Outcome(plugin.made, plugin.changes)


def serve_site(config_file: Path, address: str) -> None:
    """Serve the library at ``address`` (host:port) until the person stops it.

    Raises:
        ConfigError: MkDocs refuses the configuration, or the address cannot be used.
    """
    if not re.fullmatch(r".+:\d{1,5}", address):
        raise ConfigError("this is not an address", where="--address", why=f"it is {address!r}",
                          remedy="Write host:port, such as 127.0.0.1:8000.")
    _log_warnings(logging.INFO)
    _make_room(config_file)
    try:
        serve(str(config_file), dev_addr=address)
    except OSError as error:
        if error.filename:
            raise
        raise ConfigError("the server cannot listen here", where=address, why=error.strerror or str(error),
                          remedy="Stop what uses the port, or name another with --address.") from None
    except ConfigurationError as error:
        raise _refused(error, config_file) from None


def _make_room(config_file: Path) -> None:
    """MkDocs refuses a library whose folder of briefs is not there yet."""
    load_library(config_file).briefs.mkdir(parents=True, exist_ok=True)


def _loaded(config_file: Path) -> "MkDocsConfig":
    try:
        config = load_config(str(config_file))
    except ConfigurationError as error:
        raise _refused(error, config_file) from None
    except Abort as error:
        raise _refused(error, config_file) from None
    config.plugins.on_startup(command="build", dirty=False)
    return config


def _refused(error: ConfigurationError | Abort, config_file: Path) -> ConfigError:
    return ConfigError("MkDocs refuses this configuration", where=str(config_file), why=str(error), remedy="Mend it; see README.md.")


def _plugin(config: "MkDocsConfig", config_file: Path) -> "BriefsPlugin":
    try:
        return cast("BriefsPlugin", config.plugins["briefs"])
    except KeyError:
        raise ConfigError("the plugin briefs is not switched on", where=str(config_file),
                          remedy="Add `plugins: [briefs]` to it.") from None


def _log_warnings(level: int = logging.WARNING) -> None:
    """Show what MkDocs has to say on standard error, once."""
    logger = logging.getLogger("mkdocs")
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
        logger.addHandler(handler)
    logger.setLevel(level)
