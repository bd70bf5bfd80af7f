"""Templates -> Markdown and HTML: the one user of Jinja2.

Nothing that a template puts out is taken as markup unless it is `Markup`: in Markdown every value goes through `escape_markdown`, in HTML
through the autoescape; a template cannot forget it. Both kinds share the filters of `wording`.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined
from markupsafe import Markup

from generator.escape import escape_markdown, safe_url
from generator.wording import FILTERS

PACKAGED = Path(__file__).parent / "templates"
TEMPLATES = PACKAGED if PACKAGED.is_dir() else Path(__file__).parents[1] / "templates"
"""The folder of all templates: in the package where it is installed, beside it in the repository."""
MARK = "generated: research-briefs"
"""Stands in the front matter of every Markdown page that the generator makes, so that it can be told from people's pages."""


def render_markdown(template: str, **context: Any) -> str:
    """The Markdown of a page.

    Args:
        template: path below `TEMPLATES`, such as "briefs/brief.md.j2".
        context: what the template names; a name that is missing is an error.
    """
    text = _markdown().get_template(template).render(context)
    return re.sub(r"\n{3,}", "\n\n", text).rstrip("\n") + "\n"


def render_html(template: str, **context: Any) -> str:
    """The HTML of a page, or a part of one.

    Args:
        template: path below `TEMPLATES`, such as "html/brief.html.j2".
        context: what the template names; a name that is missing is an error. `Markup` is put out as it is.
    """
    return _html().get_template(template).render(context)


@cache
def _markdown() -> Environment:
    environment = _environment(finalize=_escaped)
    environment.filters.update(anchor=_anchor, code=_code, web=_web, yaml_string=_yaml_string)
    environment.globals["mark"] = MARK
    return environment


@cache
def _html() -> Environment:
    return _environment(finalize=_nothing_for_none)


def _environment(**settings: Any) -> Environment:
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
                              lstrip_blocks=True, keep_trailing_newline=True, auto_reload=False, **settings)
    environment.filters.update(FILTERS, safe_url=safe_url)
    return environment


def _escaped(value: Any) -> Any:
    """What a template of Markdown puts out: `Markup` (a macro's result, for one) as it is, nothing for None, and all else escaped."""
    if hasattr(value, "__html__") or isinstance(value, Undefined):
        return value
    return "" if value is None else Markup(escape_markdown(str(value)))  # noqa: S704 - this is where text becomes safe


def _nothing_for_none(value: Any) -> Any:
    return "" if value is None else value


def _anchor(name: str) -> Markup:
    """A place in a Markdown page that links can lead to."""
    return Markup('<a id="{}"></a>').format(name)


def _code(words: str) -> Markup:
    """Words as code. A backtick would end it, so there is none."""
    return Markup("`{}`").format(Markup(re.sub(r"[`\s]+", " ", words).strip() or " "))  # noqa: S704 - code shows markup as it is


def _web(url: str) -> Markup:
    """An address that `safe_url` has let through, as the target of a link in Markdown."""
    return Markup((safe_url(url) or "").replace("&", "&amp;"))  # noqa: S704 - safe_url encodes what could end it


def _yaml_string(words: str) -> Markup:
    """Words as a string of the front matter. JSON's strings are YAML's, but for the line breaks that only YAML knows."""
    quoted = json.dumps(words, ensure_ascii=False)
    return Markup(re.sub("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", quoted))  # noqa: S704 - quoted
