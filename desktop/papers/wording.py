"""Letter wording as data: sentences with named fields, filled once and never read again."""

import string
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import resources


class WordingFault(ValueError):  # noqa: N818
    """A sentence asks for a field that does not exist, or cannot be read at all."""


@lru_cache(maxsize=8)
def shipped(name: str) -> Mapping[str, Any]:
    """Return the wording of a paper as it came with the program."""
    return tomllib.loads(resources.path("wording", f"{name}.toml").read_text("utf-8"))


def filled(sentence: str, values: Mapping[str, str]) -> str:
    """Fill a sentence's fields; braces in the values stay braces."""
    parts: list[str] = []
    try:
        parsed = list(string.Formatter().parse(sentence))
    except ValueError as fault:
        raise WordingFault(sentence) from fault
    for literal, field, style, conversion in parsed:
        parts.append(literal)
        if field is None:
            continue
        if style or conversion or field not in values:
            raise WordingFault(field)
        parts.append(values[field])
    return "".join(parts)
