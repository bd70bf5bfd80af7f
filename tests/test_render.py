"""Templates put out text, not markup, unless they say so."""

import pytest
from jinja2 import DictLoader, UndefinedError
from markupsafe import Markup

from generator import render


@pytest.fixture
def environments(monkeypatch):
    """The two environments, with a template of the test's own."""
    def put(source):
        for environment in (render._markdown(), render._html()):
            monkeypatch.setattr(environment, "loader", DictLoader({"t": source}))
            environment.cache.clear()
    return put


def test_every_value_is_escaped_by_itself(environments):
    """The template need not ask for it; None is nothing."""
    environments("{{ words }}{{ nothing }}")
    context = {"words": "<b>*x*</b> {{ y }}", "nothing": None}
    assert render.render_markdown("t", **context) == "&lt;b&gt;\\*x\\*&lt;/b&gt; &#123;&#123; y &#125;&#125;\n"
    assert render.render_html("t", **context) == "&lt;b&gt;*x*&lt;/b&gt; {{ y }}"


def test_a_macro_is_escaped_once(environments):
    """What a macro or a block has put out is markup already."""
    environments("{% macro bold(x) %}**{{ x }}**{% endmacro %}{{ bold(words) }}{% set y %}{{ words }}{% endset %} {{ y }}")
    assert render.render_markdown("t", words="a*b") == "**a\\*b** a\\*b\n"


def test_markup_is_put_out_as_it_is(environments):
    """A page may hold what was rendered before."""
    environments("{{ part }}")
    assert [render.render_markdown("t", part=Markup("<b>")), render.render_html("t", part=Markup("<b>"))] == ["<b>\n", "<b>"]


def test_a_name_that_is_missing_is_an_error(environments):
    """A template never leaves a hole."""
    environments("{{ missing }}")
    with pytest.raises(UndefinedError):
        render.render_markdown("t")


def test_both_kinds_know_the_filters(environments):
    """Words for numbers are the same in both."""
    environments("{{ 280200000000|amount('CNY') }}, {{ 'macro'|label('categories') }}")
    assert render.render_markdown("t") == render.render_html("t") + "\n" == "CNY 280.2 bn, Economy and demand\n"
