"""YAML that people write beside a seed (meta data, reviews), read so that a slip is told by line and nothing else happens.

Plain values are words: a title may be a year, a day that does not exist is told as such, and `on` and `no` stay what they
are. The models that take the values turn them into dates and numbers.
"""

from typing import Any

import yaml


class MistakeError(Exception):
    """What is wrong with a text, and in which of its lines (from 1)."""

    def __init__(self, line: int, why: str) -> None:
        self.line, self.why = line, why
        super().__init__(f"line {line}: {why}")


class _Words(yaml.SafeLoader):
    """YAML whose plain values are words or nothing."""

    def construct_scalar(self, node: Any) -> str:
        """The words of a scalar, if they can be written as UTF-8."""
        words = str(super().construct_scalar(node))
        try:
            words.encode()
        except UnicodeEncodeError:
            raise yaml.constructor.ConstructorError(None, None, "it holds half a character (a surrogate)", node.start_mark) from None
        return words

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        """A mapping whose keys are all different: of two values for one key, none can be meant."""
        lines: dict[str, int] = {}
        for key in (key for key, _ in node.value if isinstance(key, yaml.ScalarNode)):
            if key.value in lines:
                raise yaml.constructor.ConstructorError(None, None, f"`{key.value}` stands in line {lines[key.value]} already",
                                                        key.start_mark)
            lines[key.value] = key.start_mark.line + 1
        return super().construct_mapping(node, deep=deep)


_Words.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in pairs if tag == "tag:yaml.org,2002:null"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def parse(text: str, limit: int) -> Any:
    """The value of a YAML text: words, lists and mappings of them, or None.

    Args:
        text: what somebody wrote.
        limit: how many characters it may have; the parser is slow, and more is another file by mistake.

    Raises:
        MistakeError: it is not YAML, or too long.
    """
    if len(text) > limit:
        raise MistakeError(1, f"it holds {len(text):,} characters, more than {limit:,}")
    try:
        return yaml.load(text, Loader=_Words)  # noqa: S506 - derived from SafeLoader
    except yaml.MarkedYAMLError as error:
        raise MistakeError(error.problem_mark.line + 1 if error.problem_mark else 1, (error.problem or "it cannot be read")[:200]) from None
    except yaml.reader.ReaderError as error:
        raise MistakeError(text.count("\n", 0, error.position) + 1, f"the character U+{error.character:04X} is not allowed") from None
    except RecursionError:
        raise MistakeError(1, "it is nested too deeply") from None
    except ValueError as error:
        raise MistakeError(1, str(error).splitlines()[0][:200]) from None
